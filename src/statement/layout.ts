/**
 * The graph of a statement. Amounts are laid for every period and area that the statement speaks of, and tied in the two ways there are: sums over
 * periods that tile another and over areas, and products for throughput, grade and recovery. Nothing else is assumed, and each check names the basis
 * that it takes for granted.
 */
import type { Graph, Tie } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Period } from "../period/period.ts";
import { tilings } from "../period/tiling.ts";
import { Grid, type Cell, type Row } from "./cell.ts";
import type { ReadStatement } from "./read.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

/** What a tie takes for granted. @internal */
export const BASES = {
  calendar: "calendar days",
  stated: "the stated days",
  recovered: "produced metal is the metal recovered in the period",
  milled: "the grade is that of all ore milled",
  periods: "the periods make up the whole",
  areas: "the areas make up the operation",
} as const;

/** One sum that the statement lays: an amount of the whole and of its parts. @internal */
export interface LaidSum {
  readonly total: Cell;
  readonly parts: readonly Cell[];
  readonly over: "periods" | "areas";
}

/** A statement laid out. @internal */
export interface Layout {
  readonly statement: ReadStatement;
  readonly grid: Grid;
  readonly sums: readonly LaidSum[];
  /** The graph on the figures as printed, or with the tolerances that were declared. */
  graph(widened: boolean): Graph;
}

/** @internal */
export function layOut(statement: ReadStatement): Layout {
  const grid = new Grid(statement.periods);
  const ties: Tie[] = [];
  const sums: LaidSum[] = [];
  const laySum = (total: Cell, parts: readonly Cell[], over: LaidSum["over"]): void => {
    sums.push({ total, parts, over });
    ties.push(sumTie(total, parts));
  };
  const scopes = scopesOf(statement);
  const tiled = tilings([...statement.periods.values()]).map(({ whole, parts }) => (
    { whole: labelOf(whole, statement), parts: parts.map((part) => labelOf(part, statement)) }
  ));
  for (const scope of scopes) {
    for (const label of statement.periods.keys()) layPeriod(scope, label, grid, ties);
    for (const { whole, parts } of tiled) {
      for (const { metal, item } of amountsOf(scope)) {
        const at = (label: string): Cell => grid.cell(grid.row(scope.area, label, metal), item);
        laySum(at(whole), parts.map(at), "periods");
      }
    }
  }
  const [operation, ...areas] = scopes;
  if (operation !== undefined && operation.area === undefined && areas.length > 0) {
    for (const { metal, item } of amountsOf(operation)) {
      if (!areas.some((area) => speaksOf(area, metal, item))) continue;
      for (const label of statement.periods.keys()) {
        const at = (area: string | undefined): Cell => grid.cell(grid.row(area, label, metal), item);
        laySum(at(undefined), areas.map(({ area }) => at(area)), "areas");
      }
    }
  }
  for (const figure of statement.figures) grid.print(figure);
  return { statement, grid, sums, graph: (widened) => ({ unknowns: grid.cells.map((cell) => unknownOf(cell, widened)), ties }) };
}

interface Scope {
  readonly area: string | undefined;
  readonly items: ReadonlySet<Item>;
  readonly metals: ReadonlyMap<string, ReadonlySet<Item>>;
}

// The operation as a whole, if it printed anything, and then each area, with the items that it speaks of.
function scopesOf({ figures, areas }: ReadStatement): Scope[] {
  const scopes = new Map([undefined, ...areas].map((area) => [area, { area, items: new Set<Item>(), metals: new Map<string, Set<Item>>() }]));
  for (const { place: { area, metal, item } } of figures) {
    const scope = scopes.get(area);
    if (metal === undefined) scope?.items.add(item);
    else {
      const items = scope?.metals.get(metal);
      if (items === undefined) scope?.metals.set(metal, new Set([item]));
      else items.add(item);
    }
  }
  return [...scopes.values()].filter(({ area, items, metals }) => area !== undefined || items.size > 0 || metals.size > 0);
}

// A period as the statement calls it: the same days may have several names.
function labelOf(found: Period, { periods }: ReadStatement): string {
  if (periods.has(found.label)) return found.label;
  return [...periods].find(([, own]) => own.equals(found))?.[0] ?? found.label;
}

function hasOre({ items, metals }: Scope): boolean {
  return items.has("ore") || items.has("throughput") || [...metals.values()].some((metal) => metal.has("grade"));
}

function isAssayed(items: ReadonlySet<Item> | undefined): boolean {
  return items !== undefined && (items.has("grade") || items.has("contained") || items.has("recovery"));
}

function layPeriod(scope: Scope, label: string, grid: Grid, ties: Tie[]): void {
  const ore = grid.row(scope.area, label, undefined);
  if (hasOre(scope)) grid.cell(ore, "ore");
  if (scope.items.has("throughput")) {
    const days = scope.items.has("days") ? "days" : `${String(ore.period.days)} ${BASES.calendar}`;
    ties.push(productTie(grid.cell(ore, "ore"), grid.cell(ore, "throughput"), grid.cell(ore, "days"), `throughput x ${days}`));
  }
  for (const [metal, items] of scope.metals) {
    const row: Row = grid.row(scope.area, label, metal);
    const produced = grid.cell(row, "produced");
    if (!isAssayed(items)) continue;
    const contained = grid.cell(row, "contained");
    if (hasOre(scope)) ties.push(productTie(contained, grid.cell(row, "grade"), grid.cell(ore, "ore"), "ore x grade"));
    ties.push(productTie(produced, grid.cell(row, "recovery"), contained, "contained x recovery"));
  }
}

// What adds: the ore, and of each metal what was produced and, where it is assayed, what was contained.
function amountsOf(scope: Scope): { metal: string | undefined; item: Item }[] {
  const amounts: { metal: string | undefined; item: Item }[] = hasOre(scope) ? [{ metal: undefined, item: "ore" }] : [];
  for (const [metal, items] of scope.metals) {
    amounts.push({ metal, item: "produced" });
    if (isAssayed(items)) amounts.push({ metal, item: "contained" });
  }
  return amounts;
}

function speaksOf(scope: Scope, metal: string | undefined, item: Item): boolean {
  return metal === undefined ? hasOre(scope) : scope.metals.has(metal) && (item === "produced" || isAssayed(scope.metals.get(metal)));
}

function productTie(amount: Cell, ratio: Cell, base: Cell, formula: string): Tie {
  return { type: "product", name: `${amount.address} = ${formula}`, amount: amount.index, ratio: ratio.index, base: base.index };
}

const NOTHING: Interval = /* @__PURE__ */ Interval.point(0);

function sumTie(total: Cell, parts: readonly Cell[]): Tie {
  return {
    type: "sum", name: `${total.address} = ${parts.map(({ address }) => address).join(" + ")}`, total: total.index,
    parts: parts.map(({ index }) => ({ of: index, weight: Ratio.one })), slack: NOTHING,
  };
}

// Amounts and their ratios are not negative; the days are the calendar's unless the report states its own.
function unknownOf({ address, item, figures, row }: Cell, widened: boolean): Graph["unknowns"][number] {
  return {
    name: address,
    domain: item === "days" && figures.length === 0 ? Interval.point(row.period.days) : Interval.nonNegative,
    figures: figures.map(({ figure, allowed, printed }) => ({ name: figure.text, interval: widened ? allowed : printed })),
  };
}

/** What a cell is called in a sentence. @internal */
export function wordsOf({ area, period, metal, item }: Cell): string {
  return `${area === undefined ? "" : `${area}, `}${period} ${metal === undefined ? "" : `${metal} `}${ITEMS[item].words}`;
}

/**
 * The graph of a statement. Amounts are laid for every period and area that the statement speaks of, and tied in the two ways there are: sums over
 * periods that tile another, over areas, products and categories, and products for every ratio. Nothing else is assumed, and each check names the basis
 * that it takes for granted.
 */
import type { Graph } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import { tilings } from "../period/tiling.ts";
import { layEquivalents, laySumsOverAreas, laySumsOverPeriods, laySumsOverProducts, layTableSum, type Tiled } from "./adding.ts";
import { Grid, type Cell, type Row } from "./cell.ts";
import { layDeclared, type LaidChange, type LaidTie } from "./declared.ts";
import { Laying, once, rowOf, type LaidProduct, type LaidSum } from "./laying.ts";
import { nameOf } from "./naming.ts";
import { withPayable } from "./payable.ts";
import type { ReadStatement } from "./read.ts";
import { BASES, itemNames, stripRatioName, stripRatioWords, type Relation } from "./relation.ts";
import { laidBy, scopesOf, type Laid, type Scope } from "./scope.ts";
import { layStocks } from "./stock.ts";
import { isOfFigures, rereadInterval, type Rereading } from "./rereading.ts";
import { Units } from "./telling.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

/** A statement laid out. @internal */
export interface Layout {
  readonly statement: ReadStatement;
  readonly grid: Grid;
  readonly priced: Laying["priced"];
  readonly sums: readonly LaidSum[];
  readonly products: readonly LaidProduct[];
  readonly changes: readonly LaidChange[];
  readonly statedTies: readonly LaidTie[];
  /** The unit in which each value is told. */
  readonly units: Units;
  /** Sums that were not laid, though their figures stand there, and why. */
  readonly apart: readonly string[];
  /** The graph on the figures as printed, or with the tolerances that were declared. */
  graph(widened: boolean, reading?: Rereading): Graph;
}

/** @internal */
export function layOut(statement: ReadStatement): Layout {
  const { days, stripRatio } = statement.terms;
  const grid = new Grid(statement.periods, days, stripRatio === undefined ? undefined : stripRatioName(stripRatio.over, stripRatio.under));
  const laying = new Laying(grid);
  const scopes = scopesOf(statement);
  const labels = [...statement.periods.keys()];
  const tiled = tiledLabels(statement);
  for (const scope of scopes) {
    if (scope.kind === "stock") continue;
    const laid = laidBy(scope, statement.terms.unitCashCost);
    for (const label of scope.kind === "resource" ? labelsOf(scope, statement) : labels) layPeriod(scope, laid, label, laying, statement);
    if (scope.kind !== "resource") laySumsOverPeriods(scope, tiled, laying, statement.terms.equivalents);
  }
  laySumsOverAreas(scopes, labels, laying, statement);
  laySumsOverProducts(scopes, labels, laying);
  layEquivalents(scopes, labels, laying, statement.terms.equivalents);
  for (const table of statement.tables) for (const sum of table.sums) layTableSum(sum, table.label, scopes, laying);
  layStocks(statement, laying);
  for (const figure of statement.figures) grid.print(figure);
  laying.define();
  const units = new Units(statement.figures);
  const { changes, statedTies } = layDeclared(statement, laying, (cell) => units.of(cell));
  return {
    statement, grid, priced: laying.priced, sums: laying.sums, products: laying.products, changes, statedTies, units, apart: [...laying.apart],
    graph(widened, reading) {
      const read: Graph = { unknowns: grid.cells.map((cell) => unknownOf(cell, widened, reading)), ties: laying.ties };
      return reading === "the metal produced is payable metal" ? withPayable(read, laying.products) : read;
    },
  };
}

function tiledLabels({ periods }: ReadStatement): readonly Tiled[] {
  const byDays = new Map<string, string>();
  for (const [label, period] of periods) if (!byDays.has(`${period.first}/${period.last}`)) byDays.set(`${period.first}/${period.last}`, label);
  // A period as the statement calls it: the same days may have several names.
  const labelOf = (found: { label: string; first: string; last: string }): string => (periods.has(found.label) ? found.label : byDays.get(`${found.first}/${found.last}`) ?? found.label);
  return tilings([...periods.values()]).map(({ whole, parts }) => ({ whole: labelOf(whole), parts: parts.map(labelOf) }));
}

function labelsOf(scope: Scope, { tables }: ReadStatement): readonly string[] {
  return tables.flatMap(({ label, areas }) => (areas.includes(scope.area ?? "") ? [label] : []));
}

function layPeriod(scope: Scope, laid: Laid, label: string, laying: Laying, { terms }: ReadStatement): void {
  const { grid } = laying;
  const ore = rowOf(scope, label, undefined, grid);
  if (scope.kind === "resource") for (const item of scope.items) grid.cell(ore, item);
  const home = rowOf(scope.home, label, undefined, grid);
  if (scope.items.has("ore")) grid.cell(ore, "ore");
  for (const relation of laid.relations) {
    const [amount, ratio] = [grid.cell(ore, relation.amount), grid.cell(ore, relation.ratio)];
    laying.product(amount, ratio, grid.cell(relation.ofArea === true ? home : ore, relation.base), relation, formulaOf(relation, scope, ore));
  }
  for (const { total, all, basis } of laid.compositions) laying.sum(grid.cell(ore, total), all.map((item) => once(grid.cell(ore, item))), "items", basis);
  if (terms.stripRatio !== undefined && scope.kind === "area" && scope.items.has("stripRatio")) layStripRatio(ore, terms.stripRatio, laying);
  for (const [metal, items] of scope.metals) {
    const row = rowOf(scope, label, metal, grid);
    for (const item of ["produced", "contained"] as const) if (items.has(item)) grid.cell(row, item);
    for (const relation of laid.metalRelations.get(metal) ?? []) {
      const inOre = ITEMS[relation.base].of === "ore";
      const baseRow = relation.ofArea === true ? (inOre ? home : rowOf(scope.home, label, metal, grid)) : inOre ? ore : row;
      laying.product(grid.cell(row, relation.amount), grid.cell(row, relation.ratio), grid.cell(baseRow, relation.base), relation, relation.formula);
    }
  }
}

function formulaOf(relation: Relation, scope: Scope, { period, days }: Row): string {
  if (relation.base !== "days") return relation.formula;
  if (scope.items.has("days")) return `${relation.formula} x days`;
  return `${relation.formula} x ${days === "operating" ? BASES.operating : `${String(period?.days ?? 0)} ${BASES.calendar}`}`;
}

function layStripRatio(row: Row, { over, under }: NonNullable<ReadStatement["terms"]["stripRatio"]>, laying: Laying): void {
  const { grid } = laying;
  const ratio = grid.cell(row, "stripRatio");
  const added = (items: readonly Item[]): Cell => {
    const [only, ...more] = items;
    if (only !== undefined && more.length === 0) return grid.cell(row, only);
    const total = grid.value(ratio.address.replace(/stripRatio$/, items.join(" + ")), "mass", row, { hidden: true, words: itemNames(items) });
    laying.sum(total, items.map((item) => once(grid.cell(row, item))), "items", "");
    return total;
  };
  const [top, bottom] = [over, under].map((items) => (items.length > 1 ? `(${itemNames(items)})` : itemNames(items)));
  const formula = `${top ?? ""} / ${bottom ?? ""}`;
  const relation: Relation = {
    scope: "area", amount: "waste", ratio: "stripRatio", base: "oreMined", formula, basis: stripRatioWords(over, under), focus: "ratio",
  };
  laying.product(added(over), ratio, added(under), relation, formula, nameOf(ratio));
}

// Amounts and their ratios are not negative, but for what the vocabulary says; the days are the calendar's unless the report states its own.
function unknownOf({ address, item, figures, row, domain, words }: Cell, widened: boolean, reading: Parameters<Layout["graph"]>[1]): Graph["unknowns"][number] {
  return {
    name: address,
    domain: domain ?? (words !== undefined ? Interval.nonNegative : naturalOf(item, row, figures.length > 0, reading === "rates are per operating day")),
    figures: figures.map((placed) => ({
      name: placed.figure.text,
      interval: isOfFigures(reading) ? rereadInterval(placed, reading) : widened ? placed.allowed : placed.printed,
    })),
  };
}

function naturalOf(item: Item, { period, days }: Row, isPrinted: boolean, inOperatingDays: boolean): Interval {
  if (item !== "days" || isPrinted || period === undefined) return ITEMS[item].signed === true ? Interval.all : Interval.nonNegative;
  return inOperatingDays || days === "operating" ? Interval.between({ low: 0, high: period.days }) : Interval.point(period.days);
}

/**
 * The graph of a statement. Amounts are laid for every period and area that the statement speaks of, and tied in the two ways there are: sums over periods that tile another and over areas, and products
 * for throughput, grade and recovery. Nothing else is assumed, and each tie names the basis that it takes for granted.
 */
import { GraphBuilder, type Graph, type TieInput } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import type { Period } from "../period/period.ts";
import { tilings, type Tiling } from "../period/tiling.ts";
import { addressOf, type Place } from "./address.ts";
import type { PlacedFigure, ReadStatement } from "./read.ts";
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
  readonly total: Place;
  readonly parts: readonly Place[];
  readonly over: "periods" | "areas";
}

/** A statement laid out. @internal */
export interface Layout {
  readonly statement: ReadStatement;
  readonly tilings: readonly Tiling[];
  readonly places: ReadonlyMap<string, Place>;
  /** Each address's place in the graph. */
  readonly unknowns: ReadonlyMap<string, number>;
  readonly printed: ReadonlyMap<string, readonly PlacedFigure[]>;
  readonly sums: readonly LaidSum[];
  /** The graph on the figures as printed, or with the tolerances that were declared. */
  graph(widened: boolean): Graph;
}

interface Scope {
  readonly area: string | undefined;
  readonly items: Set<Item>;
  readonly metals: Map<string, Set<Item>>;
}

/** @internal */
export function layOut(statement: ReadStatement): Layout {
  const periods = [...statement.periods.values()];
  const tiled = tilings(periods).map(({ whole, parts }) => ({ whole: relabelled(whole, statement), parts: parts.map((part) => relabelled(part, statement)) }));
  const scopes = scopesOf(statement);
  const printed = groupByAddress(statement.figures);
  const places = new Map<string, Place>();
  const ties: TieInput[] = [];
  const sums: LaidSum[] = [];
  const lay = (place: Place): string => {
    const address = addressOf(place);
    places.set(address, place);
    return address;
  };
  const laySum = (sum: LaidSum): void => {
    sums.push(sum);
    const total = lay(sum.total);
    ties.push({ name: `${total} = ${sum.parts.map(addressOf).join(" + ")}`, total, parts: sum.parts.map(lay) });
  };
  for (const scope of scopes) {
    for (const [label] of statement.periods) layPeriod(scope, label, lay, ties);
    for (const { whole, parts } of tiled) {
      for (const amount of amountsOf(scope)) {
        laySum({ total: { ...amount, period: whole.label }, parts: parts.map((part) => ({ ...amount, period: part.label })), over: "periods" });
      }
    }
  }
  const [operation, ...areas] = scopes;
  if (operation?.area === undefined && operation !== undefined && areas.length > 0) {
    for (const amount of amountsOf(operation)) {
      if (!areas.some((area) => speaksOf(area, amount))) continue;
      for (const [period] of statement.periods) {
        laySum({ total: { ...amount, period }, parts: areas.map(({ area }) => ({ ...amount, area, period })), over: "areas" });
      }
    }
  }
  for (const { place } of statement.figures) lay(place);
  const unknowns = new Map([...places.keys()].map((address, index) => [address, index]));
  const graph = (widened: boolean): Graph => {
    const builder = new GraphBuilder();
    for (const [address, place] of places) {
      builder.unknown(address, domainOf(place, statement, printed));
      for (const { figure, allowed, printed: narrow } of printed.get(address) ?? []) builder.print(address, { name: figure.text, interval: widened ? allowed : narrow });
    }
    for (const tie of ties) builder.tie(tie);
    return builder.build();
  };
  return { statement, tilings: tiled, places, unknowns, printed, sums, graph };
}

function groupByAddress(figures: readonly PlacedFigure[]): Map<string, PlacedFigure[]> {
  const groups = new Map<string, PlacedFigure[]>();
  for (const placed of figures) {
    const group = groups.get(placed.address);
    if (group === undefined) groups.set(placed.address, [placed]);
    else group.push(placed);
  }
  return groups;
}

// A period as the statement calls it, where the same days have several names.
function relabelled(found: Period, { periods }: ReadStatement): Period {
  return periods.get(found.label) ?? [...periods.values()].find((own) => own.equals(found)) ?? found;
}

// The operation as a whole, if it printed anything, and then each area.
function scopesOf({ figures, areas }: ReadStatement): Scope[] {
  const scopes = new Map<string | undefined, Scope>();
  for (const area of [undefined, ...areas]) scopes.set(area, { area, items: new Set(), metals: new Map() });
  for (const { place: { area, metal, item } } of figures) {
    const scope = scopes.get(area) as Scope;
    if (metal === undefined) scope.items.add(item);
    else {
      const items = scope.metals.get(metal);
      if (items === undefined) scope.metals.set(metal, new Set([item]));
      else items.add(item);
    }
  }
  return [...scopes.values()].filter(({ area, items, metals }) => area !== undefined || items.size > 0 || metals.size > 0);
}

function hasOre({ items, metals }: Scope): boolean {
  return items.has("ore") || items.has("throughput") || [...metals.values()].some((metal) => metal.has("grade"));
}

function isAssayed(items: ReadonlySet<Item>): boolean {
  return items.has("grade") || items.has("contained") || items.has("recovery");
}

function layPeriod(scope: Scope, period: string, lay: (place: Place) => string, ties: TieInput[]): void {
  const { area } = scope;
  const at = (item: Item, metal?: string): string => lay({ area, period, metal, item });
  if (hasOre(scope)) at("ore");
  if (scope.items.has("throughput")) {
    ties.push({ name: `${at("ore")} = throughput x days`, amount: at("ore"), ratio: at("throughput"), base: at("days") });
  }
  for (const [metal, items] of scope.metals) {
    at("produced", metal);
    if (!isAssayed(items)) continue;
    if (hasOre(scope)) ties.push({ name: `${at("contained", metal)} = ore x grade`, amount: at("contained", metal), ratio: at("grade", metal), base: at("ore") });
    ties.push({ name: `${at("produced", metal)} = contained x recovery`, amount: at("produced", metal), ratio: at("recovery", metal), base: at("contained", metal) });
  }
}

// What adds: the ore, and of each metal what was produced and, where it is assayed, what was contained.
function amountsOf(scope: Scope): Omit<Place, "period">[] {
  const { area, metals } = scope;
  const amounts: Omit<Place, "period">[] = hasOre(scope) ? [{ area, metal: undefined, item: "ore" }] : [];
  for (const [metal, items] of metals) {
    amounts.push({ area, metal, item: "produced" });
    if (isAssayed(items)) amounts.push({ area, metal, item: "contained" });
  }
  return amounts;
}

function speaksOf(scope: Scope, { metal, item }: Omit<Place, "period">): boolean {
  return metal === undefined ? hasOre(scope) : scope.metals.has(metal) && (item === "produced" || isAssayed(scope.metals.get(metal) as Set<Item>));
}

// Amounts and their ratios are not negative; the days are the calendar's unless the report states its own.
function domainOf({ item, period, area }: Place, { periods }: ReadStatement, printed: ReadonlyMap<string, unknown>): Interval {
  if (item !== "days" || printed.has(addressOf({ area, period, metal: undefined, item }))) return Interval.nonNegative;
  return Interval.point((periods.get(period) as Period).days);
}

/** The amounts of an item and what they are called, for a sentence. @internal */
export function wordsOf({ area, period, metal, item }: Place): string {
  return `${area === undefined ? "" : `${area}, `}${period} ${metal === undefined ? "" : `${metal} `}${ITEMS[item].words}`;
}

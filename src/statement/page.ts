/** What the page of a report says, before it is text, Markdown or HTML: the figures as printed, the conflicts, the checks by verdict, what is implied. */
import { distinct } from "../diagnosis/hypothesis.ts";
import type { Interval } from "../number/interval.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Cell, Grid } from "./cell.ts";
import type { Check, CheckVerdict } from "./check.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Implied } from "./implied.ts";
import type { Layout } from "./layout.ts";
import { subjectOf } from "./naming.ts";
import type { Report } from "./report.ts";
import type { ReadStatement } from "./read.ts";
import { allItems, itemWords, type Item, type ScopeKind } from "./vocabulary.ts";

/** @internal */
export interface ReportPage {
  readonly title: string;
  /** The verdict in a sentence. */
  readonly claim: string;
  readonly printed: readonly PrintedTable[];
  readonly conflicts: readonly ToldConflict[];
  /** The checks that could be made, the worst first. */
  readonly checks: readonly CheckGroup[];
  /** The names of those that could not. */
  readonly unchecked: readonly string[];
  /** Values that were never printed. */
  readonly never: readonly Implied[];
  /** Printed values of which the whole report knows more than their own digits say; but not rates and changes, which others make anyway. */
  readonly narrower: readonly Implied[];
  readonly notes: readonly string[];
  /** What the checks take for granted: where one of these is not so, its verdicts are not either. */
  readonly bases: readonly string[];
}

/** Figures as printed. @internal */
export interface PrintedTable {
  readonly heading: string | undefined;
  /** Empty for values of the report's own, which stand in no table. */
  readonly heads: readonly string[];
  readonly lines: readonly Line[];
}

/** @internal */
export interface Line {
  readonly label: string;
  readonly cells: readonly string[];
}

/** A conflict with what may have happened, told as what it is: a hypothesis. @internal */
export interface ToldConflict {
  readonly conflict: Contradiction;
  readonly said: readonly string[];
}

interface CheckGroup {
  readonly verdict: Exclude<CheckVerdict, "not checkable">;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** @internal */
export function pageOf(report: Report, layout: Layout): ReportPage {
  const { checks } = report;
  return {
    ...headline(report, layout), printed: tables(layout, report), conflicts: conflicts(report),
    checks: GROUPS.flatMap(([verdict, title]) => {
      const group = checks.filter((check) => check.verdict === verdict);
      return group.length === 0 ? [] : [{ verdict, title, checks: group }];
    }),
    unchecked: checks.flatMap(({ verdict, name }) => (verdict === "not checkable" ? [name] : [])),
    ...implied(report, layout), notes: report.notes, bases: [...new Set(checks.flatMap((check) => check.bases))],
  };
}

/** What is claimed of so many figures that contradict. @internal */
export function cannotBeRight(count: number): string {
  return `cannot ${count === 1 ? "" : count === 2 ? "both " : "all "}be right as printed`;
}

function headline(report: Report, { grid }: Layout): Pick<ReportPage, "title" | "claim"> {
  const { length } = grid.cells.flatMap(({ figures }) => figures);
  const count = length === 1 ? "one printed figure" : `${String(length)} printed figures`;
  const title = `${report.operation === undefined ? "" : `${report.operation}: `}${report.verdict}`;
  switch (report.verdict) {
    case "consistent": return { title, claim: `${length === 1 ? "The" : "All"} ${count} can be true${length === 1 ? "" : " at once"}; the witness proves it.` };
    case "contradictory": return { title, claim: `The ${count} ${cannotBeRight(length)}.` };
    case "undecided": return { title, claim: `Whether the ${count} can all be true was not decided: ${report.reason ?? ""}.` };
  }
}

// The figures as printed, a column a period and a line an item; as many columns beside each other as there is room for.
function tables(layout: Layout, report: Report): PrintedTable[] {
  const { statement, grid } = layout;
  const periods = [...statement.periods.values()];
  const labels = periods.map(({ label }) => label);
  const table = (area: string | undefined, scope: ScopeKind): PrintedTable[] => {
    const lines: Line[] = [];
    const used = new Set<number>();
    for (const cells of linesOf(grid, labels, area, scope)) {
      const first = cells.find((cell) => cell !== undefined && cell.figures.length > 0);
      if (first === undefined) continue;
      const { symbol } = report.unitAt(first);
      lines.push({ label: `${subjectOf(first)}${symbol === "1" ? "" : `, ${symbol}`}`, cells: cells.map((cell) => bare(cell, symbol)) });
      for (const [column, cell] of cells.entries()) if ((cell?.figures.length ?? 0) > 0) used.add(column);
    }
    // A period of which the area printed nothing has no column.
    const kept = <T>(columns: readonly T[]): readonly T[] => columns.filter((_, column) => used.has(column));
    return lines.length === 0 ? [] : [{ heading: area, heads: kept(labels), lines: lines.map(({ label, cells }) => ({ label, cells: kept(cells) })) }];
  };
  return [
    ...[undefined, ...statement.areas].flatMap((area) => table(area, "area")), ...statement.stocks.flatMap(({ name }) => table(name, "stock")),
    ...statement.tables.flatMap((each) => resourceTable(each, grid, report)), ...declaredTable(grid),
  ];
}

// A resource table has a line for each category, and a column for each item that one of them prints.
function resourceTable({ label, areas }: ReadStatement["tables"][number], grid: Grid, report: Report): PrintedTable[] {
  const heads: string[] = [];
  const lines = areas.map((area) => ({ label: area, found: new Map<string, string>() }));
  const byArea = new Map(lines.map((line) => [line.label, line.found]));
  for (const cell of grid.cells) {
    if (cell.scope !== "resource" || cell.period !== label || cell.figures.length === 0) continue;
    const { symbol } = report.unitAt(cell);
    const head = `${cell.metal === undefined ? "" : `${cell.metal} `}${itemWords(cell.item, "resource")}, ${symbol}`;
    if (!heads.includes(head)) heads.push(head);
    byArea.get(cell.area ?? "")?.set(head, bare(cell, symbol));
  }
  if (heads.length === 0) return [];
  const cells = lines.map((line) => ({ label: line.label, cells: heads.map((head) => line.found.get(head) ?? "") }));
  return [{ heading: label === "" ? undefined : `as of ${label}`, heads, lines: cells }];
}

// Printed changes and values of the report's own, which stand in no table.
function declaredTable(grid: Grid): PrintedTable[] {
  const lines = grid.cells.flatMap(({ words, hidden, figures }) => (
    words === undefined || hidden === true || figures.length === 0 ? [] : [{ label: words, cells: [figures.map(({ figure }) => figure.text).join(" & ")] }]));
  return lines.length === 0 ? [] : [{ heading: undefined, heads: [], lines }];
}

// What was printed, without the unit that its line states; a fact that was printed twice, both ways.
function bare(cell: Cell | undefined, symbol: string): string {
  const texts = (cell?.figures ?? []).map(({ figure: { text, quantity } }) => (
    // The unit of a plain number is 1, which may be its last digit.
    quantity.measure.symbol === symbol && text.endsWith(symbol === "1" ? " 1" : symbol) ? text.slice(0, -symbol.length).trimEnd() : text
  ));
  return texts.join(" & ");
}

// The cells of one item over the periods: the items of the material first, then those of each metal, then each product's in the same order.
function linesOf(grid: Grid, labels: readonly string[], area: string | undefined, scope: ScopeKind): (Cell | undefined)[][] {
  const columns = new Map(labels.map((label, column) => [label, column]));
  const lines = new Map<string, { readonly order: readonly number[]; readonly cells: (Cell | undefined)[] }>();
  const order = new Map<string, number>();
  const rank = (name: string | undefined): number => {
    if (name === undefined) return -1;
    if (!order.has(name)) order.set(name, order.size);
    return order.get(name) as number;
  };
  const items = allItems();
  for (const cell of grid.cells) {
    const column = columns.get(cell.period);
    if (cell.area !== area || column === undefined || cell.words !== undefined || (cell.scope !== scope && !(scope === "area" && cell.scope === "product"))) continue;
    const key = `${cell.product ?? ""}\n${cell.metal ?? ""}\n${cell.item}`;
    let line = lines.get(key);
    if (line === undefined) {
      line = { order: [rank(cell.product), rank(cell.metal), items.indexOf(cell.item)], cells: labels.map(() => undefined) };
      lines.set(key, line);
    }
    line.cells[column] = cell;
  }
  return [...lines.values()].sort((a, b) => a.order.reduce((sign, each, place) => sign || each - (b.order[place] ?? 0), 0)).map(({ cells }) => cells);
}

function conflicts(report: Report): ToldConflict[] {
  const told = new Map<string, number>();
  return report.conflicts.map((conflict, index) => ({ conflict, said: index < MOST_DIAGNOSED ? saidOf(conflict, index, told) : [] }));
}

/** How many conflicts a page diagnoses, and how many hypotheses of the first rank it tells of each. */
const MOST_DIAGNOSED = 12;
const MOST_TOLD = 3;

/** What may have happened, and where a figure would have to lie if it is the wrong one. @internal */
export function saidOf(
  { hypotheses, suspects, readings, notes }: Contradiction, index = 0, told: Map<string, number> = new Map<string, number>(),
): readonly string[] {
  const first = distinct(hypotheses.filter(({ rank }) => rank === 1)).slice(0, MOST_TOLD);
  const lines = first.map(({ kind, figures, sentence }) => {
    const key = [kind, ...figures.map(({ name, printed, reads }) => `${name} ${printed} ${reads ?? ""}`).sort()].join("\n");
    const before = told.get(key);
    if (before === undefined) told.set(key, index);
    return before === undefined ? sentence : `A hypothesis of conflict ${String(before + 1)} would account for it too.`;
  });
  if (first.length === 0) lines.push(...suspects.slice(0, MOST_TOLD).map(({ sentence }) => sentence));
  // An honest reading stands before whom it would spare.
  return [...new Set([...readings, ...lines, ...notes])];
}

const GROUPS: readonly (readonly [CheckGroup["verdict"], string])[] = [
  ["contradicts", "Contradicts: the other figures cannot give what was printed"],
  ["within tolerance", "Within the tolerance declared, and not by rounding alone"],
  ["within rounding", "Within rounding: the digits differ, and rounding accounts for it"],
  ["agrees", "Agrees: recomputed and rounded, the very digits come out"],
];

function implied(report: Report, { grid }: Layout): Pick<ReportPage, "never" | "narrower"> {
  const never: Implied[] = [];
  const narrower: Implied[] = [];
  if (report.verdict === "undecided") return { never, narrower };
  for (const cell of grid.cells) {
    const { address, item, hidden, words, figures } = cell;
    if (hidden === true) continue;
    const value = report.implied(address);
    const perUnit = report.unitAt(cell).factor.reciprocal();
    if (figures.length === 0) {
      if (isTelling(value.interval) && !isDerived(item)) never.push(value);
    } else if (item !== "throughput" && words === undefined && figures.every(({ printed }) => isMuchNarrower(value.interval, printed.scaledBy(perUnit)))) {
      narrower.push(value);
    }
  }
  return { never, narrower };
}

/** Bounded on both sides, and not from zero, which every amount is. @internal */
export function isTelling({ low, high, isPoint }: Interval): boolean {
  return !isPoint && low !== undefined && high !== undefined && low.sign > 0;
}

// Contained metal and calendar days only restate other values: report.implied has them.
function isDerived(item: Item): boolean {
  return item === "contained" || item === "days" || item === "minedContained" || item === "treatedContained" || item === "placedContained" || item === "water";
}

function isMuchNarrower({ width }: Interval, { width: whole }: Interval): boolean {
  return width !== undefined && whole !== undefined && !whole.isZero && width.times(2).isLessThan(whole);
}

/** Columns that have room beside each other, after one of labels and with a gap between them; the others follow below. @internal */
export function columnsThatFit(
  heads: readonly string[], lines: readonly Line[], room: number, gap: number,
): readonly { readonly from: number; readonly to: number; readonly widths: readonly number[] }[] {
  const widths = heads.map((head, column) => Math.max(head.length, ...lines.map(({ cells }) => cells[column]?.length ?? 0)));
  const labels = Math.max(...lines.map(({ label }) => label.length));
  const parts: { from: number; to: number; widths: readonly number[] }[] = [];
  for (let from = 0; from < heads.length;) {
    let to = from + 1;
    for (let width = labels + gap + (widths[from] ?? 0); to < heads.length && width + gap + (widths[to] ?? 0) <= room; to++) width += gap + (widths[to] ?? 0);
    parts.push({ from, to, widths: widths.slice(from, to) });
    from = to;
  }
  return parts;
}

/** What is implied for the figure of a check, without its unit. @internal */
export function bareRange({ implied: value }: Check): string {
  return value === undefined ? "" : rangeText(value.interval, "1");
}

/** How widely it is implied. @internal */
export function powerText({ power }: Check): string {
  // Of what may be zero, a share of its own size says nothing.
  if (power?.to("%").exact.isLessThan(MOST_POWER) !== true) return "";
  return power.to("%").exact.isLessThan(SMALL_POWER) ? "<0.01%" : `\u00b1${power.format({ digits: 1, rounding: "away-from-zero" })}`;
}

const SMALL_POWER = "0.01";
const MOST_POWER = 1000;

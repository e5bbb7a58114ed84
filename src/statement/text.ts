/** A report as text: readable at a glance in a terminal of 80 columns. */
import type { Interval } from "../number/interval.ts";
import type { Cell, Grid } from "./cell.ts";
import type { Check, CheckVerdict } from "./check.ts";
import type { Contradiction } from "./contradiction.ts";
import { rangeText } from "./implied.ts";
import type { Layout } from "./layout.ts";
import type { Report } from "./report.ts";
import type { ReadStatement } from "./read.ts";
import { wrapped } from "./wrapped.ts";
import { allItems, itemWords, type Item, type ScopeKind } from "./vocabulary.ts";

const WIDTH = 80;

/** @internal */
export function reportText(report: Report, layout: Layout): string {
  const blocks = [
    headline(report, layout), ...tables(layout, report), conflicts(report), checks(report.checks), implied(report, layout), notes(report), bases(report.checks),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function headline(report: Report, { statement }: Layout): string {
  const { length } = statement.figures;
  const count = length === 1 ? "one printed figure" : `${String(length)} printed figures`;
  const title = `${report.operation === undefined ? "" : `${report.operation}: `}${report.verdict}`;
  switch (report.verdict) {
    case "consistent": return `${title}\n${length === 1 ? "The" : "All"} ${count} can be true${length === 1 ? "" : " at once"}; the witness proves it.`;
    case "contradictory": return `${title}\nThe ${count} cannot all be right as printed.`;
    case "undecided": return `${title}\n${wrapped(`Whether the ${count} can all be true was not decided: ${report.reason ?? ""}.`, "  ")}`;
  }
}

interface Line {
  readonly label: string;
  readonly cells: readonly string[];
}

// The figures as printed, a column a period and a line an item; as many columns beside each other as there is room for.
function tables(layout: Layout, report: Report): string[] {
  const { statement, grid } = layout;
  const periods = [...statement.periods.values()];
  const labels = periods.map(({ label }) => label);
  const table = (area: string | undefined, scope: ScopeKind): string[] => {
    const lines: Line[] = [];
    for (const cells of linesOf(grid, labels, area, scope)) {
      const first = cells.find((cell) => cell !== undefined && cell.figures.length > 0);
      if (first === undefined) continue;
      const { product, metal, item } = first;
      const { symbol } = report.unitAt(first);
      const label = `${product === undefined ? "" : `${product} `}${metal === undefined ? "" : `${metal} `}${itemWords(item, first.scope)}${symbol === "1" ? "" : `, ${symbol}`}`;
      lines.push({ label, cells: cells.map((cell) => bare(cell, symbol)) });
    }
    if (lines.length === 0) return [];
    const text = columned(lines, labels);
    return [area === undefined ? text : `${area}\n${text}`];
  };
  return [
    ...[undefined, ...statement.areas].flatMap((area) => table(area, "area")), ...statement.stocks.flatMap(({ name }) => table(name, "stock")),
    ...statement.tables.flatMap((each) => resourceTable(each, grid, report)), ...declaredTable(grid),
  ];
}

// A resource table has a line for each category, and a column for each item that one of them prints.
function resourceTable({ label, areas }: ReadStatement["tables"][number], grid: Grid, report: Report): string[] {
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
  const text = columned(lines.map((line) => ({ label: line.label, cells: heads.map((head) => line.found.get(head) ?? "") })), heads);
  return [label === "" ? text : `as of ${label}\n${text}`];
}

// Printed changes and values of the report's own, which stand in no table.
function declaredTable(grid: Grid): string[] {
  const lines = grid.cells.flatMap(({ words, hidden, figures: [first] }) => (
    words === undefined || hidden === true || first === undefined ? [] : [{ label: words, text: first.figure.text }]));
  const width = Math.max(0, ...lines.map(({ label }) => label.length));
  return lines.length === 0 ? [] : [lines.map(({ label, text }) => `${label.padEnd(width)}  ${text}`).join("\n")];
}

// What was printed, without the unit that its line states; a fact that was printed twice, both ways.
function bare(cell: Cell | undefined, symbol: string): string {
  const texts = (cell?.figures ?? []).map(({ figure: { text, quantity } }) => (
    quantity.measure.symbol === symbol && text.endsWith(symbol) ? text.slice(0, -symbol.length).trimEnd() : text
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

function columned(lines: readonly Line[], heads: readonly string[]): string {
  const labelWidth = Math.max(...lines.map(({ label }) => label.length));
  const widths = heads.map((head, column) => Math.max(head.length, ...lines.map(({ cells }) => cells[column]?.length ?? 0)));
  const blocks: string[] = [];
  for (let from = 0; from < heads.length;) {
    let to = from + 1;
    for (let width = labelWidth + 2 + (widths[from] ?? 0); to < heads.length && width + 2 + (widths[to] ?? 0) <= WIDTH; to++) width += 2 + (widths[to] ?? 0);
    const row = (label: string, cells: readonly string[]): string =>
      [label.padEnd(labelWidth), ...cells.slice(from, to).map((cell, column) => cell.padStart(widths[from + column] ?? 0))].join("  ").trimEnd();
    const shown = lines.filter(({ cells }) => cells.slice(from, to).some((cell) => cell !== ""));
    blocks.push([row("", heads), ...shown.map(({ label, cells }) => row(label, cells))].join("\n"));
    from = to;
  }
  return blocks.join("\n\n");
}

function conflicts(report: Report): string {
  const told = new Map<string, number>();
  return report.conflicts.map((conflict, index) => {
    const { claim, figures, ties, irreducible } = conflict;
    const width = Math.max(...figures.map(({ address }) => address.length));
    const given = ties.map((tie, place) => `  ${wrapped(`${place === 0 ? "given that" : "and"} ${tie}`, "      ")}`);
    return [
      `Conflict ${String(index + 1)}: ${claim}`, ...figures.map(({ address, text }) => `    ${address.padEnd(width)}  ${text}`), ...given,
      ...(irreducible ? [] : ["  (that none of them can be left out was not proved)"]),
      ...(index < MOST_DIAGNOSED ? suspicions(conflict, index, told) : []),
    ].join("\n");
  }).join("\n\n");
}

/** How many conflicts a page diagnoses, and how many hypotheses of the first rank it tells of each. */
const MOST_DIAGNOSED = 12;
const MOST_TOLD = 3;

// What may have happened, and where a figure would have to lie if it is the wrong one: told as what it is, a hypothesis.
function suspicions({ hypotheses, suspects, notes }: Contradiction, index: number, told: Map<string, number>): string[] {
  const first = hypotheses.filter(({ rank }) => rank === 1);
  const lines = first.slice(0, MOST_TOLD).map(({ sentence }) => {
    const before = told.get(sentence);
    if (before === undefined) told.set(sentence, index);
    return before === undefined ? sentence : `The hypothesis of conflict ${String(before + 1)} repairs it too.`;
  });
  if (first.length > MOST_TOLD) lines.push(`${String(first.length - MOST_TOLD)} more of equal rank`);
  if (first.length === 0) lines.push(...suspects.slice(0, MOST_TOLD).map(({ sentence }) => sentence));
  return [...lines, ...notes].map((line) => wrapped(line, "    ", "  "));
}

const GROUPS: readonly (readonly [CheckVerdict, string])[] = [
  ["contradicts", "Contradicts: the other figures cannot give what was printed"],
  ["within tolerance", "Within the tolerance declared, and not by rounding alone"],
  ["within rounding", "Within rounding: the digits differ, and rounding accounts for it"],
  ["agrees", "Agrees: recomputed and rounded, the very digits come out"],
];

// The checks by verdict: the figure as printed, what the others imply for it, and how widely.
function checks(all: readonly Check[]): string {
  const done = all.filter(({ verdict }) => verdict !== "not checkable");
  const rows = new Map(done.map((check) => [check, [check.name, check.printed?.text ?? "", bareRange(check), powerText(check)] as const]));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...[...rows.values()].map((cells) => cells[column]?.length ?? 0)));
  const line = ([name, printed, range, power]: readonly [string, string, string, string]): string => {
    const wide = `  ${name.padEnd(widths[0] ?? 0)}  ${printed.padStart(widths[1] ?? 0)}  ${range.padEnd(widths[2] ?? 0)} ${power}`.trimEnd();
    return wide.length <= WIDTH ? wide : `  ${name}\n      ${printed}, implied ${range} ${power}`.trimEnd();
  };
  const holds = ({ holdsIf }: Check): string => holdsIf.map((reading) => `\n${wrapped(`holds if ${reading}`, "        ", "      ")}`).join("");
  const blocks = GROUPS.flatMap(([verdict, title]) => {
    const group = done.filter((check) => check.verdict === verdict);
    return group.length === 0 ? [] : [`${title}\n${group.map((check) => `${line(rows.get(check) as readonly [string, string, string, string])}${holds(check)}`).join("\n")}`];
  });
  const open = all.filter(({ verdict }) => verdict === "not checkable").map(({ name }) => name);
  if (open.length > 0) blocks.push(wrapped(`Not checkable, for want of a figure that was not printed: ${listed(open, 12)}`, "  "));
  return blocks.join("\n\n");
}

function bareRange({ implied: value }: Check): string {
  return value === undefined ? "" : rangeText(value.interval, "1");
}

function powerText({ power }: Check): string {
  if (power === undefined) return "";
  return power.to("%").exact.isLessThan(SMALL_POWER) ? "<0.01%" : `\u00b1${power.format({ digits: 1, rounding: "away-from-zero" })}`;
}

const SMALL_POWER = "0.01";

// Values that were never printed, and printed ones of which the whole report knows more than their own digits say.
function implied(report: Report, { grid }: Layout): string {
  if (report.verdict === "undecided") return "";
  const never: Line[] = [];
  const narrower: Line[] = [];
  for (const { address, item, hidden, figures: [own] } of grid.cells) {
    if (hidden === true) continue;
    const value = report.implied(address);
    if (own === undefined) {
      if (!isTelling(value.interval) || isDerived(item)) continue;
      never.push({ label: address, cells: [value.toString()] });
    } else if (item !== "throughput" && isMuchNarrower(value.interval, own.figure.interval)) {
      narrower.push({ label: address, cells: [own.figure.text, rangeText(value.interval, value.unit)] });
    }
  }
  const list = (lines: readonly Line[], text: (line: Line) => string): string => {
    const width = Math.max(...lines.map(({ label }) => label.length));
    return lines.map((line) => `  ${line.label.padEnd(width)}  ${text(line)}`).join("\n");
  };
  return [
    ...(never.length === 0 ? [] : [`Implied, though never printed\n${list(never, ({ cells }) => cells[0] ?? "")}`]),
    ...(narrower.length === 0 ? [] : [`Known more closely than printed\n${list(narrower, ({ cells }) => `${cells[1] ?? ""} (printed ${cells[0] ?? ""})`)}`]),
  ].join("\n\n");
}

// Bounded on both sides, and not from zero, which every amount is.
function isTelling({ low, high, isPoint }: Interval): boolean {
  return !isPoint && low !== undefined && high !== undefined && low.sign > 0;
}

// Contained metal and calendar days only restate other values: report.implied has them.
function isDerived(item: Item): boolean {
  return item === "contained" || item === "days" || item === "minedContained" || item === "treatedContained" || item === "placedContained" || item === "water";
}

function isMuchNarrower({ width }: Interval, { width: whole }: Interval): boolean {
  return width !== undefined && whole !== undefined && !whole.isZero && width.times(2).isLessThan(whole);
}

function listed(names: readonly string[], most: number): string {
  return names.length <= most ? names.join("; ") : `${names.slice(0, most).join("; ")}; and ${String(names.length - most)} more`;
}

// What the checks take for granted: where one of these is not so, its verdicts are not either.
function bases(all: readonly Check[]): string {
  const taken = new Set(all.flatMap((check) => check.bases));
  return taken.size === 0 ? "" : wrapped(`Taken for granted: ${[...taken].join("; ")}`, "  ");
}

function notes(report: Report): string {
  return report.notes.map((note) => wrapped(`Note. ${note}`, "  ")).join("\n");
}

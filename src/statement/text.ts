/** A report as text: readable at a glance in a terminal of 80 columns. */
import { wrapped } from "../markup/wrapped.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Check } from "./check.ts";
import type { Implied } from "./implied.ts";
import { bareRange, columnsThatFit, powerText, type Line, type PrintedTable, type ReportPage, type ToldConflict } from "./page.ts";

const WIDTH = 80;

/** @internal */
export function reportText(page: ReportPage): string {
  const blocks = [
    `${page.title}\n${wrapped(page.claim, "  ")}`, ...page.printed.map(table), ...page.conflicts.map(conflict), checks(page), implied(page),
    page.notes.map((note) => wrapped(`Note. ${note}`, "  ")).join("\n"),
    page.bases.length === 0 ? "" : wrapped(`Taken for granted: ${page.bases.join("; ")}`, "  "),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function table({ heading, heads, lines }: PrintedTable): string {
  const text = heads.length === 0 ? pairs(lines.map(({ label, cells }) => [label, cells[0] ?? ""]), "").join("\n") : columned(lines, heads);
  return heading === undefined ? text : `${heading}\n${text}`;
}

// A name and a text a line, the texts below each other; a name that leaves its text no room has a line of its own.
function pairs(lines: readonly (readonly [name: string, text: string])[], indent: string): string[] {
  const room = WIDTH - indent.length - 2 - Math.max(0, ...lines.map(([, text]) => text.length));
  const width = Math.max(0, ...lines.map(([name]) => name.length).filter((length) => length <= room));
  return lines.map(([name, text]) => {
    const line = `${indent}${name.padEnd(width)}  ${text}`;
    return line.length <= WIDTH ? line : `${wrapped(name, `${indent}  `, indent)}\n${wrapped(text, `${indent}      `, `${indent}    `)}`;
  });
}

// As many columns beside each other as there is room for.
function columned(lines: readonly Line[], heads: readonly string[]): string {
  const labelWidth = Math.max(...lines.map(({ label }) => label.length));
  return columnsThatFit(heads, lines, WIDTH, 2).map(({ from, to, widths }) => {
    const row = (label: string, cells: readonly string[]): string =>
      [label.padEnd(labelWidth), ...cells.slice(from, to).map((cell, column) => cell.padStart(widths[column] ?? 0))].join("  ").trimEnd();
    const shown = lines.filter(({ cells }) => cells.slice(from, to).some((cell) => cell !== ""));
    return [row("", heads), ...shown.map(({ label, cells }) => row(label, cells))].join("\n");
  }).join("\n\n");
}

function conflict({ conflict: { claim, figures, reasons, irreducible }, said }: ToldConflict, index: number): string {
  const given = reasons.map((reason) => wrapped(reason, "      ", "  "));
  return [
    `Conflict ${String(index + 1)}: ${claim}`, ...pairs(figures.map(({ name, text }) => [name, text]), "    "), ...given,
    ...(irreducible ? [] : ["  (that none of them can be left out was not proved)"]),
    ...said.map((line) => wrapped(line, "    ", "  ")),
  ].join("\n");
}

// The checks by verdict: the figure as printed, what the others imply for it, and how widely.
function checks({ checks: groups, unchecked }: ReportPage): string {
  const done = groups.flatMap((group) => group.checks);
  const rows = new Map(done.map((check) => [check, [check.name, check.printed?.text ?? "", bareRange(check), powerText(check)] as const]));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...[...rows.values()].map((cells) => cells[column]?.length ?? 0)));
  const line = ([name, printed, range, power]: readonly [string, string, string, string]): string => {
    const wide = `  ${name.padEnd(widths[0] ?? 0)}  ${printed.padStart(widths[1] ?? 0)}  ${range.padEnd(widths[2] ?? 0)} ${power}`.trimEnd();
    return wide.length <= WIDTH ? wide : `${wrapped(name, "    ", "  ")}\n      ${printed}, implied ${range} ${power}`.trimEnd();
  };
  const holds = ({ holdsIf }: Check): string => holdsIf.map((reading) => `\n${wrapped(`holds if ${reading}`, "        ", "      ")}`).join("");
  const blocks = groups.map((group) => (
    `${group.title}\n${group.checks.map((check) => `${line(rows.get(check) as readonly [string, string, string, string])}${holds(check)}`).join("\n")}`
  ));
  if (unchecked.length > 0) blocks.push(wrapped(`Not checkable, for want of a figure that was not printed: ${listed(unchecked, 12)}`, "  "));
  return blocks.join("\n\n");
}

function implied({ never, narrower }: ReportPage): string {
  const list = (values: readonly Implied[], text: (value: Implied) => string): string => (
    pairs(values.map((value) => [value.address, text(value)]), "  ").join("\n")
  );
  return [
    ...(never.length === 0 ? [] : [`Implied, though never printed\n${list(never, String)}`]),
    ...(narrower.length === 0 ? [] : [
      `Known more closely than printed\n${list(narrower, ({ interval, unit, printed }) => `${rangeText(interval, unit)} (printed ${printed?.text ?? ""})`)}`,
    ]),
  ].join("\n\n");
}

/** Names in a row, and how many more there are. @internal */
export function listed(names: readonly string[], most: number): string {
  return names.length <= most ? names.join("; ") : `${names.slice(0, most).join("; ")}; and ${String(names.length - most)} more`;
}

/** A requirement as text, readable in a terminal of 80 columns. */
import { bundle } from "../markup/bundle.ts";
import type { Table } from "../markup/table.ts";
import { wrapped } from "../markup/wrapped.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";
import type { Kind } from "../quantity/kind.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Needed, Reckoned, Requirement } from "./requirement.ts";

/** @internal */
export function requirementText(requirement: Requirement): string {
  const { title, table, told } = toldRequirement(requirement);
  const [labels, values] = (["label", "value"] as const).map((column) => Math.max(...table.map((each) => each[column].length))) as [number, number];
  return [
    wrapped(title, "  "), ...table.map(({ label, value, range }) => `  ${label.padEnd(labels)}  ${value.padStart(values)}   ${range}`.trimEnd()),
    ...told.map((line) => wrapped(line, "  ")),
  ].join("\n");
}

/** The requirement as a notebook shows it. @internal */
export function requirementBundle(requirement: Requirement): Record<string, string> {
  const { title, table: lines, told } = toldRequirement(requirement);
  const table: Table = {
    caption: title, heads: ["metal", "value", "range"], numbers: (column) => column > 0,
    rows: lines.map(({ label, value, range }) => [label.replace(/^ +/, "\u2003"), value, range.replace(/^\(|\)$/g, "")]),
  };
  return bundle(requirementText(requirement), [table, ...told]);
}

function toldRequirement(requirement: Requirement): { readonly title: string; readonly table: readonly Line[]; readonly told: readonly string[] } {
  const { operation, name, guidance, verdict, produced, counted, remaining, days, least, most, like, notes } = requirement;
  const left = days === 0 ? "Nothing remains of the period." : `${String(days)} ${days === 1 ? "day remains" : "days remain"}: ${remaining.map(String).join(", ")}.`;
  const alone = like === undefined || [least, most].every((end) => end?.grade === undefined) ? [] : [`Throughput, grade and recovery: each alone, the others as in ${like}.`];
  return {
    title: `${operation === undefined ? "" : `${operation}: `}${name}, against ${guidance}: ${verdict}`,
    table: [line("so far", produced), ...needed("needed at least", least), ...needed("needed at most", most)],
    told: [`Counted: ${counted.join(", ")}. ${left}`, ...alone, ...notes.map((note) => `Note. ${note}`)],
  };
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly range: string;
}

function needed(label: string, end: Needed | undefined): readonly Line[] {
  if (end === undefined) return [];
  const { amount, perDay, annualised, throughput, grade, recovery } = end;
  if (amount.value.exact.sign <= 0) return [line(label, amount)];
  const alone = [["  by throughput", throughput], ["  by grade", grade], ["  by recovery", recovery]] as const;
  return [
    line(label, amount), line("  per day", perDay), line("  at that pace, whole", annualised),
    ...alone.flatMap(([name, reckoned]) => (reckoned === undefined ? [] : [line(name, reckoned)])),
  ];
}

function line(label: string, { value: { exact, unit }, interval }: Reckoned<Kind>): Line {
  // As many digits as the range has.
  const places = interval.width === undefined || interval.isPoint ? 1 : Math.min(12, Math.max(0, Math.ceil(1 - Math.log10(interval.width.toNumber()))));
  return { label, value: withUnit(formatNumber(exact, { places }), unit), range: interval.isPoint ? "" : `(${rangeText(interval, "1")})` };
}

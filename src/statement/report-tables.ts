/** The tables of a report's page: the checks, the figures as printed, and what is implied. */
import type { Table } from "../markup/table.ts";
import { rangeText } from "../quantity/range-text.ts";
import { bareRange, columnsThatFit, powerText, type ReportPage } from "./page.ts";
import { VERDICT_SYMBOLS } from "./verdict-mark.ts";

/** @internal */
export function checksTable({ checks }: ReportPage): readonly Table[] {
  const rows = checks.flatMap(({ verdict, checks: group }) => group.map((check) => [
    check.name, `${VERDICT_SYMBOLS[verdict]} ${verdict}${check.holdsIf.length === 0 ? "" : `; holds if ${check.holdsIf.join(", or if ")}`}`,
    check.printed?.text ?? "", bareRange(check), powerText(check),
  ]));
  const caption = `Checks: ${checks.map(({ verdict, checks: group }) => `${String(group.length)} ${group.length === 1 ? SINGULAR[verdict] : PLURAL[verdict]}`).join(", ")}`;
  return rows.length === 0 ? [] : [{ caption, heads: ["check", "verdict", "printed", "implied by the others", "to within"], rows, numbers: (column) => column > 1 }];
}

const SINGULAR = { "agrees": "agrees", "within rounding": "within rounding", "within tolerance": "within tolerance", "contradicts": "contradicts" } as const;
const PLURAL = { ...SINGULAR, agrees: "agree", contradicts: "contradict" } as const;

/** @internal */
export function printedTables({ printed }: ReportPage): readonly Table[] {
  return printed.flatMap(({ heading, heads, lines }) => {
    const caption = `Figures as printed${heading === undefined ? "" : `: ${heading}`}`;
    const columns = heads.length === 0 ? ["printed"] : heads;
    return columnsThatFit(columns, lines, WIDTH, 3).map(({ from, to }) => ({
      caption, heads: ["", ...columns.slice(from, to)], numbers: (column: number) => column > 0,
      rows: lines.map(({ label, cells }) => [label, ...cells.slice(from, to)]).filter(([, ...cells]) => cells.some((cell) => cell !== "")),
    }));
  });
}

/** The characters that a line of a table has room for, on a screen and on paper. */
const WIDTH = 96;

/** @internal */
export function impliedTables({ never, narrower }: ReportPage): readonly Table[] {
  const numbers = (column: number): boolean => column > 0;
  const tables: Table[] = [];
  if (never.length > 0) tables.push({ caption: "Implied, though never printed", heads: ["value", "implied"], rows: never.map((value) => [value.address, value.toString()]), numbers });
  if (narrower.length > 0) {
    const rows = narrower.map(({ address, interval, unit, printed }) => [address, printed?.text ?? "", rangeText(interval, unit)]);
    tables.push({ caption: "Known more closely than printed", heads: ["value", "printed", "known"], rows, numbers });
  }
  return tables;
}

/** A report as a notebook shows it: the page that its text is, with tables and pictures. */
import type { Block } from "../markup/bundle.ts";
import type { Markup } from "../markup/element.ts";
import type { ReportPage, ToldConflict } from "./page.ts";
import { checksTable, impliedTables, printedTables } from "./report-tables.ts";
import { listed } from "./text.ts";

/** @internal */
export function reportBlocks(page: ReportPage, intervals: readonly Markup[], periods: readonly Markup[]): readonly Block[] {
  const { title, claim, notes, conflicts, unchecked, bases } = page;
  return [
    { heading: title }, claim, ...notes.map((note) => `Note. ${note}`), ...conflicts.flatMap(conflictBlocks), ...intervals, ...checksTable(page),
    ...(unchecked.length === 0 ? [] : [`Not checkable, for want of a figure that was not printed: ${listed(unchecked, 24)}`]),
    ...periods, ...printedTables(page), ...impliedTables(page), ...(bases.length === 0 ? [] : [`Taken for granted: ${bases.join("; ")}`]),
  ];
}

/** A conflict, by its number where there may be several. @internal */
export function conflictBlocks({ conflict: { claim, figures, reasons, irreducible }, said }: ToldConflict, index?: number): readonly Block[] {
  return [
    {
      caption: index === undefined ? claim.replace("t", "T") : `Conflict ${String(index + 1)}: ${claim}`, heads: ["figure", "printed"],
      rows: figures.map(({ name, text }) => [name, text]), numbers: (column) => column > 0,
    },
    reasons.join(" "), ...(irreducible ? [] : ["(that none of them can be left out was not proved)"]), ...(said.length === 0 ? [] : [{ list: said }]),
  ];
}

/** A report as HTML: the page that its text is, with the pictures. */
import { element, type Content, type Markup } from "../markup/element.ts";
import { htmlTable } from "../markup/table.ts";
import type { ReportPage, ToldConflict } from "./page.ts";
import { checksTable, impliedTables, printedTables } from "./report-tables.ts";
import { listed } from "./text.ts";

/** @internal */
export interface ReportPictures {
  readonly intervals: Markup | undefined;
  readonly periods: Markup | undefined;
}

/** @internal */
export function reportHtml(page: ReportPage, { intervals, periods }: ReportPictures): Content {
  return [
    element("p", {}, element("strong", {}, page.title)), paragraph(page.claim), page.notes.map((note) => paragraph(`Note. ${note}`)),
    page.conflicts.map(conflictHtml), intervals, checksTable(page).map(htmlTable),
    page.unchecked.length === 0 ? undefined : paragraph(`Not checkable, for want of a figure that was not printed: ${listed(page.unchecked, 24)}`),
    periods, printedTables(page).map(htmlTable), impliedTables(page).map(htmlTable),
    page.bases.length === 0 ? undefined : paragraph(`Taken for granted: ${page.bases.join("; ")}`),
  ];
}

/** A conflict, by its number where there may be several. @internal */
export function conflictHtml({ conflict: { claim, figures, ties, irreducible }, said }: ToldConflict, index?: number): Content {
  const caption = index === undefined ? claim.replace("t", "T") : `Conflict ${String(index + 1)}: ${claim}`;
  const given = ties.length === 0 ? [] : [`given that ${ties.join(" and ")}`];
  return [
    htmlTable({ caption, heads: ["figure", "printed"], rows: figures.map(({ address, text }) => [address, text]), numbers: (column) => column > 0 }),
    [...given, ...(irreducible ? [] : ["(that none of them can be left out was not proved)"])].map(paragraph),
    said.length === 0 ? undefined : element("ul", {}, said.map((line) => element("li", {}, line))),
  ];
}

function paragraph(text: string): Content {
  return element("p", {}, text);
}

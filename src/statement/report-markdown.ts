/** A report as Markdown: the page that its text is, with tables. */
import { inMarkdown } from "../markup/escape.ts";
import { markdownTable } from "../markup/table.ts";
import type { ReportPage, ToldConflict } from "./page.ts";
import { checksTable, impliedTables, printedTables } from "./report-tables.ts";
import { listed } from "./text.ts";

/** @internal */
export function reportMarkdown(page: ReportPage): string {
  const { title, claim, notes, unchecked, bases } = page;
  const blocks = [
    `**${inMarkdown(title)}**  \n${inMarkdown(claim)}`, ...notes.map((note) => inMarkdown(`Note. ${note}`)), ...page.conflicts.map(conflict),
    ...checksTable(page).map(markdownTable),
    ...(unchecked.length === 0 ? [] : [inMarkdown(`Not checkable, for want of a figure that was not printed: ${listed(unchecked, 24)}`)]),
    ...printedTables(page).map(markdownTable), ...impliedTables(page).map(markdownTable),
    ...(bases.length === 0 ? [] : [inMarkdown(`Taken for granted: ${bases.join("; ")}`)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function conflict({ conflict: { claim, figures, ties, irreducible }, said }: ToldConflict, index: number): string {
  const given = ties.length === 0 ? [] : [`given that ${ties.join(" and ")}`];
  const lines = [
    ...figures.map(({ address, text }) => `${address}: ${text}`), ...given, ...(irreducible ? [] : ["that none of them can be left out was not proved"]), ...said,
  ];
  return `**Conflict ${String(index + 1)}: ${inMarkdown(claim)}**\n\n${lines.map((line) => `- ${inMarkdown(line)}`).join("\n")}`;
}

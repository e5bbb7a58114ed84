/** A table, once as HTML, once as Markdown and once as comma-separated values. */
import { element, type Markup } from "./element.ts";
import { inMarkdown } from "./escape.ts";

/** A table: the first cell of each row names it. @internal */
export interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The columns whose cells are set to the right, as numbers are. */
  readonly numbers: (column: number) => boolean;
}

/** @internal */
export function htmlTable({ caption, heads, rows, numbers }: Table): Markup {
  const className = (column: number): string | undefined => (numbers(column) ? "number" : undefined);
  return element(
    "table", {}, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, heads.map((head, column) => (
      head === "" ? element("td", {}) : element("th", { scope: "col", class: className(column) }, head))))),
    element("tbody", {}, rows.map((cells) => element("tr", {}, cells.map((cell, column) => (
      column === 0 ? element("th", { scope: "row" }, cell) : element("td", { class: className(column) }, withItsSign(cell))))))),
  );
}

// A sign such as that of a verdict is not parted from its word at the end of a line.
function withItsSign(cell: string): string {
  return cell.replace(/^(\P{ASCII}) /u, "$1\u00a0");
}

/** @internal */
export function markdownTable({ caption, heads, rows, numbers }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(" | ")} |`;
  const rule = `|${heads.map((_, column) => (numbers(column) ? " ---: |" : " --- |")).join("")}`;
  return `**${inMarkdown(caption)}**\n\n${[line(heads), rule, ...rows.map(line)].join("\n")}`;
}

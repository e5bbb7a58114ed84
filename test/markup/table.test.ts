import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { htmlTable, markdownTable } from "../../src/markup/table.ts";
import { faultsOf } from "../support/well-formed.ts";

const table = {
  caption: "Figures | <as printed>", heads: ["", "2002", "2003"], rows: [["ore | milled", "5 t", ""], ["`grade`", "<1 g/t", "2"]], numbers: (column: number) => column > 0,
};

test("a table in HTML has a caption, and heads that say what they are of", () => {
  const { text } = htmlTable(table);
  expect(faultsOf(text)).toEqual([]);
  expect(text).toBe([
    "<table><caption>Figures | &lt;as printed&gt;</caption>",
    '<thead><tr><td></td><th scope="col" class="number">2002</th><th scope="col" class="number">2003</th></tr></thead>',
    '<tbody><tr><th scope="row">ore | milled</th><td class="number">5 t</td><td class="number"></td></tr>',
    '<tr><th scope="row">`grade`</th><td class="number">&lt;1 g/t</td><td class="number">2</td></tr></tbody></table>',
  ].join(""));
});

test("a sign that leads a cell stays with its word", () => {
  const row = ["2002 ore", "\u25c6 within rounding", "5 t"];
  const { text } = htmlTable({ ...table, rows: [row] });
  expect(text).toContain("<td class=\"number\">\u25c6\u00a0within rounding</td>");
  expect(text).toContain('<th scope="row">2002 ore</th>');
  expect(text).toContain(">5 t<");
});

test("a table in Markdown keeps its columns, whatever stands in them", () => {
  expect(markdownTable(table)).toBe([
    "**Figures \\| &lt;as printed&gt;**", "", "|  | 2002 | 2003 |", "| --- | ---: | ---: |", "| ore \\| milled | 5 t |  |", "| \\`grade\\` | &lt;1 g/t | 2 |",
  ].join("\n"));
  expect(new MarkdownIt("default", { html: true }).render(markdownTable(table)).replace(/\n/g, "")).toContain([
    '<tr><td>ore | milled</td><td style="text-align:right">5 t</td><td style="text-align:right"></td></tr>',
    '<tr><td>`grade`</td><td style="text-align:right">&lt;1 g/t</td><td style="text-align:right">2</td></tr>',
  ].join(""));
});

/**
 * Makes pages of the documentation from the notebooks of `examples/notebooks`: their prose, their cells, and what the cells put out when they were last run.
 * `npm run docs` calls it before TypeDoc. It runs nothing: that the outputs are those of a run is what `npm run test:notebooks` holds.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cellsOf, notebookPaths, type Cell, type Output } from "../test/notebooks/notebook.ts";
import { root } from "../test/support/repository.ts";

/** As deep below the top as the notebooks are, so that their links to the guides hold for the pages too. */
const FOLDER = "build/notebooks";

/** The order in which to read them. */
const ORDER = ["a-first-conversion", "is-this-press-release-consistent", "find-the-misprint", "balance-a-flotation-plant"];

interface Page {
  readonly name: string;
  readonly title: string;
  /** The first paragraph. */
  readonly summary: string;
  readonly text: string;
}

rmSync(join(root, FOLDER), { recursive: true, force: true });
mkdirSync(join(root, FOLDER), { recursive: true });
const pages = notebookPaths.map(pageOf).sort((one, other) => placeOf(one) - placeOf(other));
for (const { name, text } of pages) writeFileSync(join(root, FOLDER, `${name}.md`), text);
writeFileSync(join(root, FOLDER, "notebooks.md"), overview(pages));

function placeOf({ name }: Page): number {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
}

function pageOf(path: string): Page {
  const name = path.split("/").at(-1)!.replace(/\.ipynb$/, "");
  const cells = cellsOf(path);
  const prose = cells.flatMap((cell) => (cell.kind === "markdown" ? [cell.source] : [])).join("\n\n");
  const title = /^# (?<title>.+)$/m.exec(prose)?.groups?.["title"];
  const summary = prose.split("\n\n").find((paragraph) => !paragraph.startsWith("#"));
  if (title === undefined || summary === undefined) throw new Error(`${path} has no title, or nothing below it.`);
  const body = cells.map(markdownOf).join("\n\n");
  const download = `[This page as a notebook](../../${path}), to be run in Deno's Jupyter kernel.`;
  return { name, title, summary, text: `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n\n---\n\n${download}\n` };
}

function markdownOf(cell: Cell): string {
  if (cell.kind === "markdown") return cell.source.replaceAll(/\]\((?<name>[\w-]+)\.ipynb\)/g, "]($<name>.md)");
  return [`\`\`\`ts\n${cell.source}\n\`\`\``, ...cell.outputs.map(framed)].join("\n\n");
}

/** A wide table or picture is scrolled to, also by who has no mouse. */
function framed(output: Output): string {
  const html = htmlOf(output);
  return `<div class="notebook-output"${/<(?:table|svg)/.test(html) ? ' role="group" aria-label="Output" tabindex="0"' : ""}>${html}</div>`;
}

/** A block of HTML for Markdown, which takes it for such up to the first empty line. */
function htmlOf(output: Output): string {
  if (output.output_type === "error") throw new Error(`A cell failed: ${output.evalue}`);
  const html = output.output_type === "stream" ? plain(output.text) : output.data["text/html"] ?? plain(output.data["text/plain"] ?? "");
  return html.replaceAll(/\n(?=\s*\n)/g, "&#10;");
}

function plain(text: string): string {
  return `<pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{", "&#123;").trimEnd()}</pre>`;
}

function overview(all: readonly Page[]): string {
  const children = all.map(({ name }) => `  - ${name}.md`).join("\n");
  const list = all.map(({ name, title, summary }) => `**[${title}](${name}.md)**\n\n${summary}`).join("\n\n");
  return `---
title: Notebooks
children:
${children}
---

# Notebooks

Work of an analyst from beginning to end, in Deno's Jupyter kernel. What stands below a cell is what the package put out when the cell was run.
[In a notebook](../../docs/in-a-notebook.md) tells what shows itself, and where.

${list}
`;
}

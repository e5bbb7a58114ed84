/** What a notebook is given to choose from: the same thing as text, as Markdown and as HTML. */
import { element, Markup, type Content } from "./element.ts";
import { inMarkdown } from "./escape.ts";
import { STYLESHEET } from "./style.ts";
import { htmlTable, markdownTable, type Table } from "./table.ts";

/** A block of a page: a paragraph, a heading, a list, a table, or a picture, which Markdown does without. @internal */
export type Block = string | { readonly heading: string } | { readonly list: readonly string[] } | Table | Markup;

/** One bundle, by MIME type. @internal */
export function bundle(plain: string, blocks: readonly Block[]): Record<string, string> {
  return {
    "text/plain": plain,
    "text/markdown": blocks.flatMap((block) => (block instanceof Markup ? [] : [markdownOf(block)])).join("\n\n"),
    "text/html": element("div", { class: "headgrade" }, element("style", {}, STYLESHEET), blocks.map(htmlOf)).text,
  };
}

/** The bundle of what is one line of text, or a few. @internal */
export function textBundle(plain: string, told: string = plain): Record<string, string> {
  return {
    "text/plain": plain, "text/markdown": told.split("\n").map(inMarkdown).join("  \n"),
    "text/html": element("span", { class: "headgrade", style: told.includes("\n") ? "white-space:pre-wrap" : undefined }, told).text,
  };
}

function markdownOf(block: Exclude<Block, Markup>): string {
  if (typeof block === "string") return inMarkdown(block);
  if ("heading" in block) return `**${inMarkdown(block.heading)}**`;
  return "list" in block ? block.list.map((line) => `- ${inMarkdown(line)}`).join("\n") : markdownTable(block);
}

function htmlOf(block: Block): Content {
  if (block instanceof Markup) return block;
  if (typeof block === "string") return element("p", {}, block);
  if ("heading" in block) return element("p", {}, element("strong", {}, block.heading));
  return "list" in block ? element("ul", {}, block.list.map((line) => element("li", {}, line))) : htmlTable(block);
}

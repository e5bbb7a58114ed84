/** What a notebook is given to choose from: the same thing as text, as Markdown and as HTML. */
import { element, type Content } from "./element.ts";
import { inMarkdown } from "./escape.ts";
import { STYLESHEET } from "./style.ts";

/** One bundle, by MIME type. @internal */
export function bundle(plain: string, markdown: string, html: Content): Record<string, string> {
  return { "text/plain": plain, "text/markdown": markdown, "text/html": styled(html) };
}

/** The bundle of what is one line of text, or a few. @internal */
export function textBundle(plain: string, told: string = plain): Record<string, string> {
  return {
    "text/plain": plain, "text/markdown": told.split("\n").map(inMarkdown).join("  \n"),
    "text/html": element("span", { class: "headgrade", style: told.includes("\n") ? "white-space:pre-wrap" : undefined }, told).text,
  };
}

function styled(html: Content): string {
  return element("div", { class: "headgrade" }, element("style", {}, STYLESHEET), html).text;
}

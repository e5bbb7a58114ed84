/** A value as text, as Markdown and as HTML. */
import { element, Markup } from "../markup/element.ts";
import { PAGE } from "../markup/style.ts";
import { bundleOf, type Showable } from "./showable.ts";

/**
 * A value as a terminal shows it, in lines of 80 columns.
 *
 * @throws `HeadgradeError` `wrong-kind` for what is no value of this library.
 * @example
 * ```ts
 * import { figure } from "headgrade";
 * import { toText } from "headgrade/show";
 *
 * toText(figure("grade", "1.88 g/t")) // => 'Figure "1.88 g/t": [1.875, 1.885] g/t'
 * ```
 * @category Showing
 */
export function toText(value: Showable): string {
  return bundleOf(value)["text/plain"] ?? "";
}

/**
 * A value as Markdown, with its tables. What a report says is escaped, so that no name in it becomes a link, a formula or HTML.
 *
 * @throws `HeadgradeError` `wrong-kind` for what is no value of this library.
 * @example
 * ```ts
 * import { reconcile } from "headgrade";
 * import { toMarkdown } from "headgrade/show";
 *
 * const report = reconcile({ operation: "<b>", periods: { "2002-Q4": { ore: "1,165,388 t" } } });
 * toMarkdown(report).split("\n")[0] // => "**&lt;b&gt;: consistent**"
 * ```
 * @category Showing
 */
export function toMarkdown(value: Showable): string {
  return bundleOf(value)["text/markdown"] ?? "";
}

/**
 * How to write HTML.
 *
 * @category Showing
 */
export interface HtmlOptions {
  /** Whether to write a whole page, light or dark as its reader's system is, and not a piece to stand in one. */
  readonly document?: boolean;
  /** What the page is called; unless given, its operation or its name, or the first line of its text. */
  readonly title?: string;
}

/**
 * A value as HTML, with its tables and pictures: a piece to stand in a page, or a page of its own.
 *
 * It holds no script and asks for nothing from elsewhere; every text is escaped. It takes the colour of the text around it, so that it is readable on light
 * and dark pages, and scales to the width that it has. The classes `headgrade-good`, `headgrade-near`, `headgrade-caution`, `headgrade-bad` and
 * `headgrade-plain` let a page give the marks of its pictures colours of its own.
 *
 * @throws `HeadgradeError` `wrong-kind` for what is no value of this library.
 * @example
 * ```ts
 * import { mass } from "headgrade";
 * import { toHtml } from "headgrade/show";
 *
 * toHtml(mass("1,165,388 t")) // => '<span class="headgrade">1,165,388 t</span>'
 * toHtml(mass("1,165,388 t"), { document: true }).startsWith("<!DOCTYPE html>") // => true
 * ```
 * @category Showing
 */
export function toHtml(value: Showable, { document = false, title }: HtmlOptions = {}): string {
  const { "text/html": html = "", "text/plain": plain = "" } = bundleOf(value);
  if (!document) return html;
  const operation = "operation" in value ? value.operation : undefined;
  const own = "name" in value ? value.name : undefined;
  const name = title ?? operation ?? own ?? plain.split("\n", 1)[0] ?? "";
  return `<!DOCTYPE html>\n${element(
    "html", { lang: "en" },
    element("head", {}, element("meta", { charset: "utf-8" }), element("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      element("title", {}, name), element("style", {}, PAGE)),
    element("body", {}, element("main", { tabindex: 0 }, element("h1", {}, name), new Markup(html))),
  ).text}\n`;
}

/**
 * How tables and pictures look. Text takes the colour that the page around it has; marks have colours of middle lightness, which stand out on white and on
 * black alike (three to one at least), so that nothing has to know whether the page is light or dark. A page may set them otherwise, by class.
 */
import { Markup } from "./element.ts";

/** The colours of marks. @internal */
export const COLOURS = {
  good: "#19877a", near: "#4377c9", caution: "#a87400", bad: "#d2453c", plain: "#7a7a7a",
} as const;

/** @internal */
export type Colour = keyof typeof COLOURS;

/** The rules of what a notebook shows; everything is below the class `headgrade`. @internal */
export const STYLESHEET: Markup = /* @__PURE__ */ new Markup([
  ".headgrade table{font-size:.93em;line-height:1.4;border-collapse:collapse;margin:.8em 0;min-width:min(100%,36em);font-variant-numeric:tabular-nums}",
  ".headgrade caption{text-align:left;font-weight:600;padding:.3em 0;caption-side:top}",
  ".headgrade :is(th,td){padding:.15em .55em;text-align:left;vertical-align:top;border:0;border-bottom:1px solid rgb(128 128 128/.35)}",
  ".headgrade th{font-weight:400}.headgrade thead th{font-weight:600;vertical-align:bottom}",
  ".headgrade .number{text-align:right;white-space:nowrap}.headgrade thead .number{white-space:normal}",
  ".headgrade svg{display:block;max-width:100%;height:auto;margin:1.2em 0}",
  ".headgrade :is(p,ul){margin:.4em 0}",
  "@media screen and (max-width:40em){.headgrade svg{max-width:none}.headgrade table{font-size:.75em}.headgrade :is(th,td){padding:.15em .3em}.headgrade .number{white-space:normal}}",
  "@media print{.headgrade table{font-size:.8em}.headgrade :is(th,td){padding:.15em .4em}.headgrade :is(svg,table,tr,li){break-inside:avoid}.headgrade thead{display:table-header-group}}",
].join(""));

/** The rule of a page of its own, which is light or dark as its reader's system is. @internal */
export const PAGE: Markup = /* @__PURE__ */ new Markup(
  ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:56em;margin:2em auto;padding:0 1em}"
  + "main{overflow-x:auto}@media print{body{margin:0;padding:0}main{overflow:visible}}",
);

/** The rule of a picture in a file of its own: nothing around it has a colour that its text could take. @internal */
export const ALONE: Markup = /* @__PURE__ */ new Markup(
  ":root{color:#1c1c1c}@media(prefers-color-scheme:dark){:root{color:#f0f0f0}}",
);

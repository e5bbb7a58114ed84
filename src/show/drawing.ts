/** The pictures of a report, as SVG. */
import { HeadgradeError, shown } from "../error.ts";
import { element } from "../markup/element.ts";
import { ALONE } from "../markup/style.ts";
import type { Report } from "../statement/report.ts";

/**
 * Which picture, and where it is to stand.
 *
 * @category Showing
 */
export interface SvgOptions {
  /**
   * `"intervals"`, the default: each check, the printed figure with its rounding against what the others imply, to scale. `"periods"`: each item by period,
   * what was printed solid, what is implied hollow and dashed.
   */
  readonly picture?: "intervals" | "periods";
  /** Whether it stands in a file of its own: its text is then dark or light as the reader's system is, where it else takes the colour of the text around it. */
  readonly standalone?: boolean;
}

/**
 * A picture of a report, as SVG to put into a page or a file. It has a title and a description for those who cannot see it.
 *
 * The same report always gives the same text. A report in which there is nothing to draw gives a picture that says so.
 *
 * @throws `HeadgradeError` `wrong-kind` for what is no report; `unknown-option` for another picture.
 * @example
 * ```ts
 * import { reconcile } from "headgrade";
 * import { toSvg } from "headgrade/show";
 *
 * const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } });
 * const svg = toSvg(report, { picture: "intervals" });
 * /<title [^>]+>([^<]+)</.exec(svg)?.[1] // => "Printed against implied"
 * ```
 * @category Showing
 */
export function toSvg(report: Report, { picture = "intervals", standalone = false }: SvgOptions = {}): string {
  const given: unknown = picture;
  if (given !== "intervals" && given !== "periods") {
    throw new HeadgradeError("unknown-option", `Unknown picture ${shown(given)}: a report has "intervals" and "periods".`, { given, expected: ["intervals", "periods"] });
  }
  if (Object.prototype.toString.call(report) !== "[object Report]") {
    throw new HeadgradeError("wrong-kind", `Expected a report, which reconcile makes, and got ${shown(report)}.`, { given: shown(report) });
  }
  const { text } = report.picture(picture);
  return standalone ? text.replace(">", `>${element("style", {}, ALONE).text}`) : text;
}

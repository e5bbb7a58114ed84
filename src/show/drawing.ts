/** The pictures of a report, of an adjusted circuit and of a result with its uncertainty, as SVG. */
import type { Circuit } from "../adjust/circuit.ts";
import { HeadgradeError, shown } from "../error.ts";
import { element, type Markup } from "../markup/element.ts";
import { ALONE } from "../markup/style.ts";
import type { Role } from "../quantity/kind.ts";
import type { Report } from "../statement/report.ts";
import type { Estimate } from "../uncertainty/estimate.ts";
import type { MeasuredKind } from "../uncertainty/measurement.ts";
import type { Simulated } from "../uncertainty/simulated.ts";

/**
 * Which picture, and where it is to stand.
 *
 * @category Showing
 */
export interface SvgOptions {
  /**
   * `"intervals"`, the default: each check, the printed figure with its rounding against what the others imply, to scale. `"periods"`: each item by period,
   * what was printed solid, what is implied hollow and dashed. Only a report has two; each of the others has one of its own.
   */
  readonly picture?: "intervals" | "periods";
  /** Whether it stands in a file of its own: its text is then dark or light as the reader's system is, where it else takes the colour of the text around it. */
  readonly standalone?: boolean;
}

/**
 * What has a picture of its own: a circuit its flowsheet, with each flow before and after the adjustment; a result with its uncertainty the budget, by shares
 * of the variance; a simulation the histogram of its trials.
 *
 * @category Showing
 */
export type Drawable = Report | Circuit | Estimate<MeasuredKind, Role> | Simulated<MeasuredKind, Role>;

/**
 * A picture of a report, a circuit, a result with its uncertainty or a simulation, as SVG to put into a page or a file. It has a title and a description for
 * those who cannot see it.
 *
 * The same value always gives the same text. Where there is nothing to draw, or more than could be read (a flowsheet of over 30 nodes), the picture says so.
 *
 * @throws `HeadgradeError` `wrong-kind` for what has no picture; `unknown-option` for another picture.
 * @example
 * ```ts
 * import { reconcile } from "headgrade";
 * import { toSvg } from "headgrade/show";
 *
 * const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } });
 * const svg = toSvg(report, { picture: "intervals" });
 * /<title>([^<]+)</.exec(svg)?.[1] // => "Printed against implied"
 * ```
 * @example The flowsheet of a circuit
 * ```ts
 * import { adjust } from "headgrade/adjust";
 * import { toSvg } from "headgrade/show";
 *
 * const by = (value: string) => ({ mass: { value, error: { relativeStandard: "2 %" } } });
 * const circuit = adjust({ nodes: ["mill"], streams: { ore: { to: "mill", ...by("100 t/h") }, product: { from: "mill", ...by("97 t/h") } } });
 * /<title>([^<]+)</.exec(toSvg(circuit))?.[1] // => "Flowsheet: balanced, over-determined"
 * ```
 * @category Showing
 */
export function toSvg(value: Drawable, { picture, standalone = false }: SvgOptions = {}): string {
  const { text } = pictureOf(value, picture);
  return standalone ? text.replace(">", `>${element("style", {}, ALONE).text}`) : text;
}

function pictureOf(value: Drawable, picture: SvgOptions["picture"]): Markup {
  const given: unknown = picture;
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (tag === "Report") {
    const name = given ?? "intervals";
    if (name === "intervals" || name === "periods") return (value as Report).picture(name);
    throw new HeadgradeError("unknown-option", `Unknown picture ${shown(given)}: a report has "intervals" and "periods".`, { given, expected: ["intervals", "periods"] });
  }
  if (!DRAWN.includes(tag)) {
    throw new HeadgradeError("wrong-kind", `Expected a report, a circuit, an estimate or a simulation, which have pictures, and got ${shown(value)}.`, { given: shown(value) });
  }
  if (given !== undefined) throw new HeadgradeError("unknown-option", `Unknown picture ${shown(given)}: leave it out, since only a report has several.`, { given });
  return (value as Exclude<Drawable, Report>).picture();
}

const DRAWN: readonly string[] = ["Circuit", "Estimate", "Simulated"];

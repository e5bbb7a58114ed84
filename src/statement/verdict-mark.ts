/** The sign of each verdict: a shape, a symbol and a colour, so that none of them has to be seen. */
import { element, pixels, type Markup } from "../markup/element.ts";
import type { Colour } from "../markup/style.ts";
import { filled, shape } from "../markup/svg.ts";
import type { CheckVerdict } from "./check.ts";

/** @internal */
export const VERDICT_SYMBOLS: Readonly<Record<CheckVerdict, string>> = {
  "agrees": "\u25cf", "within rounding": "\u25c6", "within tolerance": "\u25b2", "contradicts": "\u2715", "not checkable": "\u25cb",
};

/** @internal */
export const VERDICT_COLOURS: Readonly<Record<CheckVerdict, Colour>> = {
  "agrees": "good", "within rounding": "near", "within tolerance": "caution", "contradicts": "bad", "not checkable": "plain",
};

/** The sign around a place of a picture. @internal */
export function verdictMark(verdict: CheckVerdict, x: number, y: number): Markup {
  const colour = filled(VERDICT_COLOURS[verdict]);
  const at = `M${pixels(x)} ${pixels(y)}`;
  switch (verdict) {
    case "contradicts": return shape(`${at}m-4.5-3 1.5-1.5 3 3 3-3 1.5 1.5-3 3 3 3-1.5 1.5-3-3-3 3-1.5-1.5 3-3z`, colour);
    case "within tolerance": return shape(`${at}m0-5 5 9h-10z`, colour);
    case "within rounding": return shape(`${at}m0-5 5 5-5 5-5-5z`, colour);
    default: return element("circle", { cx: x, cy: y, r: 4, ...colour });
  }
}

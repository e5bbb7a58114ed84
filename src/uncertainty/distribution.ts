/** What is assumed of where a value lies about its estimate: the distributions of the guide's first supplement. */
import { Ratio } from "../number/ratio.ts";

/**
 * A distribution about an estimate.
 *
 * - `"normal"`: also what a standard uncertainty alone says.
 * - `"student"`: scaled to its standard uncertainty s / sqrt(n), with few degrees of freedom; readings have it.
 * - `"uniform"`: all values within a half-width alike likely; rounding alone has it.
 * - `"triangular"`: within a half-width, and most likely in the middle.
 * - `"trapezoidal"`: within a half-width, its top narrower by a share.
 * - `"arcsine"`: within a half-width, and most likely at the ends, as what swings between them.
 *
 * @category Uncertainty
 */
export type DistributionName = "normal" | "student" | "uniform" | "triangular" | "trapezoidal" | "arcsine";

/**
 * A distribution with its parameters, in the unit of the value.
 *
 * @category Uncertainty
 */
export type Distribution =
  | { readonly name: "normal" | "student" }
  | { readonly name: "uniform" | "triangular" | "arcsine"; readonly halfWidth: Ratio }
  | { readonly name: "trapezoidal"; readonly halfWidth: Ratio; readonly top: Ratio };

/** The variance of a bounded distribution, exact: a third, a sixth or half of the half-width squared. @internal */
export function boundedVariance(name: DistributionName, halfWidth: Ratio, top: Ratio = Ratio.zero): Ratio {
  const square = halfWidth.times(halfWidth);
  switch (name) {
    case "triangular": return square.times(SIXTH);
    case "trapezoidal": return square.times(SIXTH).times(top.times(top).plus(Ratio.one));
    case "arcsine": return square.times(HALF);
    default: return square.times(THIRD);
  }
}

const HALF: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 2n);
const THIRD: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 3n);
const SIXTH: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 6n);

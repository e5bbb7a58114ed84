/** For which formulas it is proved that they are monotone in each argument, and how. */
import type { Change } from "./corners.ts";
import { blend } from "./blend.ts";
import { concentrateMass, enrichmentRatio, massPull, ratioOfConcentration } from "./mass-pull.ts";
import { containedMetal, headGrade, oreFor, recoveredMetal, recovery } from "./metal.ts";
import { dryMass, moisture, wetMass } from "./moisture.ts";
import { nProduct, threeProduct } from "./n-product.ts";
import { builtUpHeadGrade, recoveryFromStreams, tailingsByDifference } from "./product-streams.ts";
import { dailyThroughput, tonnage } from "./throughput.ts";
import { twoProduct } from "./two-product.ts";
import { massOf } from "./volume.ts";

/** What is proved of a formula. @internal */
export interface Proved {
  /** How every result changes with any one argument while the others are fixed. */
  readonly change: Change;
  /** Whether that still holds when one figure stands in several fields of it. */
  readonly repeats: boolean;
}

const FRACTIONAL_LINEAR: Proved = { change: "fractional-linear", repeats: false };
const ALSO_REPEATED: Proved = { change: "fractional-linear", repeats: true };

/**
 * Each is a quotient of two polynomials that are linear in every argument, hence, with the others fixed, (a x + b) / (c x + d), whose slope
 * (a d - b c) / (c x + d)^2 has one sign. A sum or difference of two such quotients is one too where they share the denominator.
 *
 * Where one figure stands in two fields (only fields of one kind can share one), these stay such quotients:
 *
 * - a blend: sum(ore x grade) / sum(ore) is linear above and below in a grade that several lots share, and in an ore that several share;
 * - a head grade, a recovery or a moisture of which the two masses are one figure: the mass cancels, and nothing depends on it.
 * - a built-up head grade, tailings by difference or a recovery from two streams: each is a sum(T g) over a sum(T), or over another sum(T g) that shares no
 *   grade with it but cancels, and is linear above and below in a tonnage or in a grade that streams share.
 *
 * In a two-product balance each unknown is a quotient of products of f, c, t, the mass pull and their differences, each of them there once; in one of n
 * products it is a quotient of two determinants, or of their products with an assay that is not in them, in which each assay stands once (Cramer). In
 * the others no two fields take the same kind, or one figure for two of them is not proved.
 */
const PROVED: ReadonlyMap<unknown, Proved> = /* @__PURE__ */ new Map<unknown, Proved>([
  [blend, ALSO_REPEATED],
  [builtUpHeadGrade, ALSO_REPEATED],
  [concentrateMass, FRACTIONAL_LINEAR],
  [containedMetal, FRACTIONAL_LINEAR],
  [dailyThroughput, FRACTIONAL_LINEAR],
  [dryMass, FRACTIONAL_LINEAR],
  [enrichmentRatio, FRACTIONAL_LINEAR],
  [headGrade, ALSO_REPEATED],
  [massOf, FRACTIONAL_LINEAR],
  [massPull, FRACTIONAL_LINEAR],
  [moisture, ALSO_REPEATED],
  [nProduct, FRACTIONAL_LINEAR],
  [oreFor, FRACTIONAL_LINEAR],
  [ratioOfConcentration, FRACTIONAL_LINEAR],
  [recoveredMetal, FRACTIONAL_LINEAR],
  [recovery, ALSO_REPEATED],
  [recoveryFromStreams, ALSO_REPEATED],
  [tailingsByDifference, ALSO_REPEATED],
  [threeProduct, FRACTIONAL_LINEAR],
  [tonnage, FRACTIONAL_LINEAR],
  [twoProduct, FRACTIONAL_LINEAR],
  [wetMass, FRACTIONAL_LINEAR],
]);

/** What is proved of a formula, or `undefined`. @internal */
export function provedOf(formula: unknown): Proved | undefined {
  return PROVED.get(formula);
}

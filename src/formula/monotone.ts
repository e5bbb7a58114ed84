/** For which formulas it is proved that they are monotone in each argument, and how. */
import type { Change } from "./corners.ts";
import { blend } from "./blend.ts";
import { accountedRecovery, mineCallFactor, plantCallFactor } from "./call-factor.ts";
import { circulatingLoad } from "./circulating-load.ts";
import { isMonotoneByContract } from "./contract-monotone.ts";
import { breakEvenCutOff } from "./cut-off.ts";
import { dilutedGrade, dilution, dilutionOnBasis, oreLoss, runOfMine } from "./dilution.ts";
import { equivalentFactors, metalEquivalent } from "./equivalent.ts";
import { equivalentByCoefficients, rebasedCoefficients } from "./equivalent-coefficient.ts";
import { equivalentMetal, equivalentMetalByRatio } from "./equivalent-metal.ts";
import { escalatedCharge } from "./escalated.ts";
import { exchanged } from "./exchanged.ts";
import { concentrateMass, enrichmentRatio, massPull, ratioOfConcentration } from "./mass-pull.ts";
import { containedMetal, headGrade, oreFor, recoveredMetal, recovery } from "./metal.ts";
import { dryMass, moisture, wetMass } from "./moisture.ts";
import { nProduct, threeProduct } from "./n-product.ts";
import { averageRate, equipmentEffectiveness, equipmentTime, operatingTime, runningRate } from "./operating-time.ts";
import { builtUpHeadGrade, recoveryFromStreams, tailingsByDifference } from "./product-streams.ts";
import { pulp, pulpOfSolids, solidsInPulp } from "./pulp.ts";
import { reconciliationFactor } from "./reconciliation-factor.ts";
import { combinedRecovery, cumulativeRecovery, returnedCleanerRecovery, seriesRecovery } from "./stage-recovery.ts";
import { breakEvenStrippingRatio, strippingRatio, wasteFor } from "./stripping-ratio.ts";
import { bankVolume, bucketLoad, looseDensity, looseVolume, swell } from "./swell.ts";
import { dailyThroughput, tonnage } from "./throughput.ts";
import { densityOf, massByTonnageFactor, tonnageFactor } from "./tonnage-factor.ts";
import { dryPrice, wetPrice } from "./tonne-price.ts";
import { twoProduct } from "./two-product.ts";
import { chargePerMetal, valuePerTonne } from "./value.ts";
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
const PIECEWISE: Proved = { change: "monotone", repeats: false };

/**
 * Each is a quotient of two polynomials that are linear in every argument, hence, with the others fixed, (a x + b) / (c x + d), whose slope
 * (a d - b c) / (c x + d)^2 has one sign. A sum or difference of two such quotients is one too where they share the denominator.
 *
 * Where one figure stands in two fields (only fields of one kind can share one), these stay such quotients:
 *
 * - a blend: sum(ore x grade) / sum(ore) is linear above and below in a grade that several lots share, and in an ore that several share;
 * - a head grade, a recovery or a moisture of which the two masses are one figure: the mass cancels, and nothing depends on it.
 * - a built-up head grade, tailings by difference or a recovery from two streams: each is a sum(T g) over a sum(T), or over another sum(T g) that shares no
 *   grade with it but cancels, and is linear above and below in a tonnage or in a grade that streams share;
 * - an equivalent by coefficients: sum(coefficient x grade), linear in a grade or a coefficient that several metals share; coefficients told in another
 *   metal: a quotient of two of them.
 *
 * A charge with price participation is a sum of rate x (price within a stretch), each continuous and one-way in the price and in the ends of the stretch.
 *
 * In a two-product balance each unknown is a quotient of products of f, c, t, the mass pull and their differences, each of them there once; in one of n
 * products it is a quotient of two determinants, or of their products with an assay that is not in them, in which each assay stands once (Cramer). In
 * the others no two fields take the same kind, or one figure for two of them is not proved.
 */
const PROVED: ReadonlyMap<unknown, Proved> = /* @__PURE__ */ new Map<unknown, Proved>([
  [accountedRecovery, ALSO_REPEATED],
  [averageRate, FRACTIONAL_LINEAR],
  [bankVolume, FRACTIONAL_LINEAR],
  [blend, ALSO_REPEATED],
  [breakEvenCutOff, FRACTIONAL_LINEAR],
  [breakEvenStrippingRatio, FRACTIONAL_LINEAR],
  [bucketLoad, FRACTIONAL_LINEAR],
  [builtUpHeadGrade, ALSO_REPEATED],
  [chargePerMetal, FRACTIONAL_LINEAR],
  [circulatingLoad, FRACTIONAL_LINEAR],
  [combinedRecovery, FRACTIONAL_LINEAR],
  [concentrateMass, FRACTIONAL_LINEAR],
  [containedMetal, FRACTIONAL_LINEAR],
  [cumulativeRecovery, ALSO_REPEATED],
  [dailyThroughput, FRACTIONAL_LINEAR],
  [densityOf, FRACTIONAL_LINEAR],
  [dilutedGrade, FRACTIONAL_LINEAR],
  [dilution, FRACTIONAL_LINEAR],
  [dilutionOnBasis, FRACTIONAL_LINEAR],
  [dryMass, FRACTIONAL_LINEAR],
  [dryPrice, FRACTIONAL_LINEAR],
  [enrichmentRatio, FRACTIONAL_LINEAR],
  [equipmentEffectiveness, FRACTIONAL_LINEAR],
  [equipmentTime, FRACTIONAL_LINEAR],
  [equivalentByCoefficients, ALSO_REPEATED],
  [equivalentFactors, FRACTIONAL_LINEAR],
  [equivalentMetal, FRACTIONAL_LINEAR],
  [equivalentMetalByRatio, FRACTIONAL_LINEAR],
  [escalatedCharge, PIECEWISE],
  [exchanged, FRACTIONAL_LINEAR],
  [headGrade, ALSO_REPEATED],
  [looseDensity, FRACTIONAL_LINEAR],
  [looseVolume, FRACTIONAL_LINEAR],
  [massByTonnageFactor, FRACTIONAL_LINEAR],
  [massOf, FRACTIONAL_LINEAR],
  [massPull, FRACTIONAL_LINEAR],
  [metalEquivalent, FRACTIONAL_LINEAR],
  [mineCallFactor, ALSO_REPEATED],
  [moisture, ALSO_REPEATED],
  [nProduct, FRACTIONAL_LINEAR],
  [operatingTime, FRACTIONAL_LINEAR],
  [oreFor, FRACTIONAL_LINEAR],
  [oreLoss, FRACTIONAL_LINEAR],
  [plantCallFactor, ALSO_REPEATED],
  [pulp, FRACTIONAL_LINEAR],
  [pulpOfSolids, FRACTIONAL_LINEAR],
  [ratioOfConcentration, FRACTIONAL_LINEAR],
  [rebasedCoefficients, ALSO_REPEATED],
  [reconciliationFactor, FRACTIONAL_LINEAR],
  [recoveredMetal, FRACTIONAL_LINEAR],
  [recovery, ALSO_REPEATED],
  [recoveryFromStreams, ALSO_REPEATED],
  [returnedCleanerRecovery, FRACTIONAL_LINEAR],
  [runOfMine, FRACTIONAL_LINEAR],
  [runningRate, FRACTIONAL_LINEAR],
  [seriesRecovery, FRACTIONAL_LINEAR],
  [solidsInPulp, FRACTIONAL_LINEAR],
  [strippingRatio, FRACTIONAL_LINEAR],
  [swell, FRACTIONAL_LINEAR],
  [tailingsByDifference, ALSO_REPEATED],
  [threeProduct, FRACTIONAL_LINEAR],
  [tonnage, FRACTIONAL_LINEAR],
  [tonnageFactor, FRACTIONAL_LINEAR],
  [twoProduct, FRACTIONAL_LINEAR],
  [valuePerTonne, FRACTIONAL_LINEAR],
  [wasteFor, FRACTIONAL_LINEAR],
  [wetMass, FRACTIONAL_LINEAR],
  [wetPrice, FRACTIONAL_LINEAR],
]);

/** What is proved of a formula for what it is given, or `undefined`. @internal */
export function provedOf(formula: unknown, given: unknown): Proved | undefined {
  return PROVED.get(formula) ?? (isMonotoneByContract(formula, given) ? PIECEWISE : undefined);
}

/** All formulas of the table, so that a test can try each. @internal */
export function provedFormulas(): readonly unknown[] {
  return [...PROVED.keys()];
}

/**
 * The formulas of the trade, each exact, each taking quantities or their text.
 *
 * @module headgrade/formula
 */
export { blend } from "./blend.ts";
export { accountedRecovery, mineCallFactor, plantCallFactor, type AccountedMetal } from "./call-factor.ts";
export { circulatingLoad, type AroundClassifier, type CirculatingLoadFigures } from "./circulating-load.ts";
export { breakEvenCutOff, type CutOffTerms } from "./cut-off.ts";
export { dilutedGrade, dilution, dilutionOnBasis, oreLoss, runOfMine, type DilutionBasis, type RunOfMine } from "./dilution.ts";
export {
  equivalentFactors, equivalentFormula, metalEquivalent,
  type EquivalentFactor, type EquivalentFactors, type EquivalentMetals, type EquivalentTerm, type MetalEquivalent, type MetalWorth, type RecoveredWorth,
} from "./equivalent.ts";
export { equivalentByCoefficients, rebasedCoefficients, type Coefficient, type CoefficientEquivalent, type CoefficientTerm } from "./equivalent-coefficient.ts";
export { equivalentMetal, equivalentMetalByRatio, type EquivalentMetal, type MetalRatio, type PricedMetal } from "./equivalent-metal.ts";
export { escalatedCharge, type Escalator } from "./escalated.ts";
export { exchanged } from "./exchanged.ts";
export { concentrateMass, enrichmentRatio, massPull, ratioOfConcentration, type MassPullFigures } from "./mass-pull.ts";
export { containedMetal, headGrade, oreFor, recoveredMetal, recovery, type GradedOre, type TreatedOre } from "./metal.ts";
export { dryMass, moisture, wetMass } from "./moisture.ts";
export { nProduct, threeProduct, type Assays, type ProductAssays, type ProductBalance, type ProductShare, type WeighedAssays, type WeighedBalance } from "./n-product.ts";
export {
  averageRate, equipmentEffectiveness, equipmentTime, operatingTime, runningRate, type EquipmentTime, type RunningShare,
} from "./operating-time.ts";
export { payability, payableGrade, payableMetal, type PayableStep, type PayableTerms } from "./payable.ts";
export { penaltyCharge, type PenaltyTerms } from "./penalty.ts";
export { builtUpHeadGrade, recoveryFromStreams, tailingsByDifference, type TailingsByDifference } from "./product-streams.ts";
export { pulp, pulpOfSolids, solidsInPulp, type Pulp, type PulpFigures } from "./pulp.ts";
export { QuantityRange, type QuantityInterval } from "./quantity-range.ts";
export { rangeOf, type Printed, type RangeOf, type RangeOptions } from "./range.ts";
export { factorProduct, reconciliationFactor, type OreEstimate, type ReconciliationFactor, type WholeEstimate } from "./reconciliation-factor.ts";
export { separationEfficiency, type SeparationEfficiency } from "./separation-efficiency.ts";
export { netSmelterReturn, type MetalReturn, type SmelterReturn } from "./smelter.ts";
export { smelterStatement } from "./smelter-statement.ts";
export { type MilledMetal, type RoyaltyBase, type SmelterContract, type SoldMetal } from "./smelter-terms.ts";
export {
  combinedRecovery, cumulativeRecovery, returnedCleanerRecovery, seriesRecovery, type CumulativeConcentrate, type RecoveredLot,
} from "./stage-recovery.ts";
export { type GradedStream, type StreamKind } from "./stream.ts";
export { breakEvenStrippingRatio, strippingRatio, wasteFor, type RockKind, type StrippingKind } from "./stripping-ratio.ts";
export { bankVolume, bucketLoad, looseDensity, looseVolume, swell, type Swell } from "./swell.ts";
export { dailyThroughput, tonnage, type Time } from "./throughput.ts";
export { densityOf, massByTonnageFactor, tonnageFactor } from "./tonnage-factor.ts";
export { dryPrice, wetPrice } from "./tonne-price.ts";
export { twoProduct, type OneTonnage, type StreamTonnages, type TwoProductBalance, type TwoProductFigures } from "./two-product.ts";
export {
  chargePerMetal, valuePerTonne, type PricedGrade, type PricedPayable, type PricedRecovery, type TonneValue, type ValuedOre,
} from "./value.ts";
export { massOf } from "./volume.ts";

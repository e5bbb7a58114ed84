/**
 * Exact arithmetic for mine-production figures, and whether figures that somebody printed can all be true at once.
 *
 * @module headgrade
 */
export { HeadgradeError, isHeadgradeError, type ErrorCode, type ErrorFacts } from "./error.ts";
export { type Problem } from "./problem/problems.ts";
export { Interval, type Ends } from "./number/interval.ts";
export { type DecimalMark } from "./number/numeral.ts";
export { Ratio, type Numeric } from "./number/ratio.ts";
export { type Precision, type Rounding } from "./number/rounding.ts";
export { type Divisor, type Multiplier, type ProductKind, type QuotientKind } from "./quantity/algebra.ts";
export {
  concentration, density, duration, fraction, grade, mass, money, price, specificVolume, throughput, volume, volumeFlow,
} from "./quantity/constructors.ts";
export { type FormatOptions } from "./quantity/format.ts";
export { type Basis, type Kind, type Role } from "./quantity/kind.ts";
export { quantityFromJSON, type QuantityInput, type ReadOptions } from "./quantity/parse.ts";
export { Quantity, type QuantityJSON } from "./quantity/quantity.ts";
export { type Readings } from "./quantity/spelling.ts";
export {
  type ConcentrationUnit, type Currency, type DensityUnit, type DurationUnit, type FractionUnit, type GradeUnit, type MassUnit, type PriceUnit, type RateTime,
  type SpecificVolumeUnit, type ThroughputUnit, type UnitOf, type UnitsByKind, type VolumeFlowUnit, type VolumeUnit,
} from "./quantity/unit.ts";
export { type FiscalYear, type PeriodOptions } from "./period/fiscal.ts";
export { Instant, instant, type InstantInput } from "./period/instant.ts";
export { Period, period, type PeriodInput } from "./period/period.ts";
export { tiles, tilings, type Tiling } from "./period/tiling.ts";
export { Figure, figure, type FigureJSON } from "./figure/figure.ts";
export { type Hedge } from "./figure/hedge.ts";
export { figureFromJSON, type FigureInput } from "./figure/input.ts";
export { isNil } from "./figure/numeral.ts";
export { type FigureOptions } from "./figure/options.ts";
export {
  roundTogether, type MovedPart, type RoundedTogether, type RoundQuantitiesTogetherOptions, type RoundTogetherOptions,
} from "./figure/round-together.ts";
export { roundingInterval, significantInterval, type RoundingRule } from "./figure/rounding.ts";
export { sameFact, type SameFact } from "./figure/same-fact.ts";
export { type SolveOptions } from "./balance/solve.ts";
export { type Correction, type Hypothesis, type HypothesisKind } from "./diagnosis/hypothesis.ts";
export { blend } from "./formula/blend.ts";
export { containedMetal, headGrade, oreFor, recoveredMetal, recovery, type GradedOre, type TreatedOre } from "./formula/metal.ts";
export { dryMass, moisture, wetMass } from "./formula/moisture.ts";
export { dailyThroughput, tonnage, type Time } from "./formula/throughput.ts";
export { massOf } from "./formula/volume.ts";
export { Bridge, bridge, type BridgeEffect, type BridgeOptions } from "./statement/bridge.ts";
export { Check, type CheckKind, type CheckVerdict } from "./statement/check.ts";
export { Contradiction } from "./statement/contradiction.ts";
export { Implied } from "./statement/implied.ts";
export {
  type AreaStatement, type Bases, type CategoryFigures, type Change, type EquivalentTerms, type Fact, type MetalFigures, type NamedTie, type NamedValue,
  type PeriodFigures, type PrintedFigure, type PrintedWithOptions, type ProductFigures, type ResourceTable, type Statement, type StockStatement,
} from "./statement/input.ts";
export { AnswerLimits, type LimitingPrint } from "./statement/limits.ts";
export { type Rereading } from "./statement/rereading.ts";
export { reconcile, reconcileAsync } from "./statement/reconcile.ts";
export { required, type RequiredOptions } from "./statement/required.ts";
export { Requirement, type GuidanceVerdict, type Needed, type Reckoned } from "./statement/requirement.ts";
export { Report, type ReportVerdict } from "./statement/report.ts";
export { type Substance } from "./statement/substance.ts";
export { Suspicion } from "./statement/suspicion.ts";
export {
  type Item, type MetalItem, type OreItem, type ProductItem, type ProductMetalItem, type ResourceItem, type ResourceMetalItem, type StockItem,
} from "./statement/vocabulary.ts";
export { Witness } from "./statement/witness.ts";

/**
 * How sure a number is: {@link measured} values through any formula, by the law of propagation with an uncertainty budget ({@link uncertaintyOf}) and by trial
 * ({@link simulate}).
 *
 * @module headgrade/uncertainty
 */
export { type Correlation } from "./correlation.ts";
export { type Distribution, type DistributionName } from "./distribution.ts";
export { Estimate, type BudgetLine, type CovarianceTerm, type Coverage, type Expanded, type Expansion, type Factor } from "./estimate.ts";
export { Measured, measured, type ValueOf } from "./measured.ts";
export { type Amount, type MeasuredKind, type Measurement } from "./measurement.ts";
export { correlationOfReadings } from "./paired.ts";
export { uncertaintyOf, type EstimateOf, type MeasuredArguments, type UncertaintyOptions } from "./propagate.ts";
export { simulate, type SimulatedOf, type SimulateOptions } from "./simulate.ts";
export { Simulated, type CompareOptions, type Comparison, type CoverageInterval, type CoverageShape } from "./simulated.ts";
export { type SlopeKind } from "./slope.ts";

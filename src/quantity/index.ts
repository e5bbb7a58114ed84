/**
 * Exact quantities of the kinds that mines print: mass, grade, fraction, throughput and the rest.
 *
 * @module headgrade/quantity
 */
export { type Divisor, type Multiplier, type ProductKind, type QuotientKind } from "./algebra.ts";
export {
  concentration, density, duration, fraction, grade, mass, money, price, specificVolume, throughput, volume, volumeFlow,
} from "./constructors.ts";
export { type FormatOptions } from "./format.ts";
export { type Basis, type Kind, type Role } from "./kind.ts";
export { quantityFromJSON, type QuantityInput, type ReadOptions } from "./parse.ts";
export { Quantity, type QuantityJSON } from "./quantity.ts";
export { type Readings } from "./spelling.ts";
export {
  DURATION_UNITS, FRACTION_UNITS, GRADE_UNITS, MASS_UNITS, VOLUME_UNITS,
  type ConcentrationUnit, type Currency, type DensityUnit, type DurationUnit, type FractionUnit, type GradeUnit, type MassUnit, type PriceUnit, type RateTime,
  type SpecificVolumeUnit, type ThroughputUnit, type UnitOf, type UnitsByKind, type VolumeFlowUnit, type VolumeUnit,
} from "./unit.ts";

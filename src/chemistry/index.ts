/**
 * Atomic weights, chemical formulas, and how much of one substance stands for how much of another.
 *
 * @module headgrade/chemistry
 */
export { atomicWeight, type AtomicWeight, type GivenWeight, type WeightOptions, type WeightTable } from "./atomic-weight.ts";
export { conventionalFactor, conventionalFactors, type ConventionalFactor } from "./conventional-factor.ts";
export { type ConventionName } from "./conventions.ts";
export {
  conversionFactor, convertSubstance, type Conversion, type ConversionFactor, type FactorChoice, type SubstanceKind,
} from "./conversion.ts";
export { parseFormula, type ChemicalFormula } from "./formula.ts";
export { elementShare, massFactor, type ElementShare, type FactorOptions, type MassFactor, type Via } from "./mass-factor.ts";
export { molarMass, type MolarMass } from "./molar-mass.ts";
export {
  oxideGrades, RARE_EARTH_OXIDES, TRIVALENT_RARE_EARTH_OXIDES, type ElementAssays, type OxideGrades,
} from "./oxide-grades.ts";

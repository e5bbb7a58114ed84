/** What a formula unit weighs. */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { atomicWeight, type AtomicWeight, type WeightOptions } from "./atomic-weight.ts";
import { parseFormula, type ChemicalFormula } from "./formula.ts";

/**
 * The molar mass of a substance.
 *
 * @category Chemistry
 */
export interface MolarMass extends ChemicalFormula {
  /** In g/mol, from the atomic weights to compute with. */
  readonly value: Ratio;
  /** In g/mol, for every set of atomic weights that the table allows; it is tight. */
  readonly interval: Interval;
}

/**
 * The molar mass of a formula: `M = sum of (atoms x atomic weight)`.
 *
 * Use {@link massFactor} for the quotient of two of them; dividing their intervals would be too wide, since an element in both has one atomic weight.
 *
 * @param formula - the formula, as {@link parseFormula} reads it.
 * @param options - the table of atomic weights, and weights of your own.
 * @returns The value and the tight interval in g/mol, exact, with the counts of atoms. The value of an oxide may lie just outside the interval, since the
 * value of oxygen does (see {@link atomicWeight}).
 * @throws `HeadgradeError` `malformed-formula` or `too-large` for the formula; `unknown-item` for an element without a standard atomic weight; the errors
 * of {@link atomicWeight} for the options.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022).
 * @example
 * ```ts
 * import { molarMass } from "headgrade/chemistry";
 *
 * const carbonate = molarMass("Li2CO3");
 * String(carbonate.value) // => "73.888"
 * String(carbonate.interval) // => "[73.88269, 74.00491]"
 * String(molarMass("CuSO4·5H2O", { table: "abridged" }).value) // => "249.677"
 * ```
 * @category Chemistry
 */
export function molarMass(formula: string, options: WeightOptions = {}): MolarMass {
  const read = parseFormula(formula);
  let value = Ratio.zero;
  let interval = Interval.point(Ratio.zero);
  // Each element stands in the sum once, so the sum of the intervals is tight.
  for (const [weight, count] of weighed(read, options)) {
    value = value.plus(weight.value.times(count));
    interval = interval.plus(weight.interval.scaledBy(count));
  }
  return Object.freeze({ ...read, value, interval });
}

/** The elements of a formula with their atomic weights and counts. @internal */
function weighed({ atoms }: ChemicalFormula, options: WeightOptions): readonly (readonly [AtomicWeight, Ratio])[] {
  return Object.entries(atoms).map(([element, count]) => [atomicWeight(element, options), count]);
}

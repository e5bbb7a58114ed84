/** A quantity of one substance told as another: lithium oxide as carbonate, uranium as U3O8, elements as oxides. */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { argument, refused } from "../formula/argument.ts";
import type { Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { conventionalFactor, isConvention } from "./conventional-factor.ts";
import type { ConventionName } from "./conventions.ts";
import { massFactor, type FactorOptions } from "./mass-factor.ts";

/**
 * Which factor to convert by: the stoichiometric one, the rounded one of a convention by its name, or one of your own (a contract's or a report's).
 *
 * @category Chemistry
 */
export type FactorChoice = "stoichiometric" | ConventionName | { readonly value: Numeric };

/**
 * Two substances, and by which factor the one is converted to the other.
 *
 * @category Chemistry
 */
export interface Conversion extends FactorOptions {
  /** The formula of the substance that the quantity is of. */
  readonly from: string;
  /** The formula of the substance that it is to be told as. */
  readonly to: string;
  /** The factor; `"stoichiometric"` unless said otherwise. The table of weights, `weights` and `via` have a say in that one only. */
  readonly factor?: FactorChoice;
}

/**
 * The factor that a conversion uses.
 *
 * @category Chemistry
 */
export interface ConversionFactor {
  readonly from: string;
  readonly to: string;
  /** Mass of `to` by mass of `from`. */
  readonly value: Ratio;
  /** Where it lies: for the stoichiometric one, as the atomic weights leave it; a factor that was chosen is what it is. */
  readonly interval: Interval;
  /** Where it comes from: the stoichiometry, a convention, or you. */
  readonly by: "stoichiometric" | ConventionName | "given";
}

/** The kinds of quantity that are of a substance. A price is per mass of one, and so is divided by the factor. @category Chemistry */
export type SubstanceKind = "mass" | "grade" | "fraction" | "throughput" | "concentration" | "price";

/**
 * The factor by which {@link convertSubstance} converts, to look at or to print beside the result.
 *
 * @param conversion - the two substances, and which factor: stoichiometric (the default), a convention's by its name, or `{ value }` of your own.
 * @returns The factor, its interval and where it comes from.
 * @throws `HeadgradeError` the errors of {@link massFactor} and {@link conventionalFactor}; `out-of-range` for a factor of your own that is not positive;
 * `unknown-option` for what is no choice.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022), for the stoichiometric
 * factor; each convention names its own.
 * @example
 * ```ts
 * import { conversionFactor } from "headgrade/chemistry";
 *
 * const byStoichiometry = conversionFactor({ from: "Li", to: "Li2CO3" });
 * byStoichiometry.value.toFixed({ places: 5 }) // => "5.32334"
 * const rounded = conversionFactor({ from: "Li", to: "Li2CO3", factor: "lithium reports" });
 * String(rounded.value) // => "5.323"
 * rounded.by // => "lithium reports"
 * ```
 * @category Chemistry
 */
export function conversionFactor({ from, to, factor = "stoichiometric", ...options }: Conversion): ConversionFactor {
  if (factor === "stoichiometric") {
    const { value, interval } = massFactor(from, to, options);
    return Object.freeze({ from, to, value, interval, by: factor });
  }
  if (isConvention(factor)) {
    const { value } = conventionalFactor({ convention: factor, from, to });
    return Object.freeze({ from, to, value, interval: Interval.point(value), by: factor });
  }
  const given: unknown = factor;
  if (typeof given !== "object" || given === null || !("value" in given)) {
    throw new HeadgradeError(
      "unknown-option", `Unknown factor ${shown(given)}: use "stoichiometric", the name of a convention such as "lithium reports", or { value: "2.473" }.`,
      { option: "factor", given: shown(given) },
    );
  }
  const value = Ratio.of(factor.value);
  if (value.sign !== 1) throw refused("out-of-range", "factor", value.toString(), "a factor is positive");
  return Object.freeze({ from, to, value, interval: Interval.point(value), by: "given" as const });
}

/**
 * A quantity of one substance told as another that holds as much of their common element: `amount of to = amount of from x factor`.
 *
 * Choose `factor` for the rounded one that a report used; {@link conversionFactor} shows the one used. An equivalent such as LCE is only another way to tell
 * the same lithium: no recovery is in it.
 *
 * @param conversion - `amount`, a mass, grade, fraction, throughput or concentration of the one substance, or a price per mass of it (which is divided by
 * the factor); `from` and `to`, the formulas; and which factor.
 * @returns The quantity, exact, in the unit of the amount.
 * @throws `HeadgradeError` `wrong-kind` for an amount that is of no substance, and for text (which does not say whether a per cent is a grade or a
 * fraction); `role-mismatch` for a recovery and the like, which is the same for both substances; the errors of {@link conversionFactor}.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022), for the stoichiometric
 * factor; each convention names its own.
 * @example Lithium carbonate equivalent
 * ```ts
 * import { convertSubstance } from "headgrade/chemistry";
 * import { grade, mass } from "headgrade";
 *
 * const carbonate = convertSubstance({ amount: mass("1,000 t"), from: "Li2O", to: "Li2CO3" });
 * carbonate.format({ places: 1 }) // => "2,472.9 t"
 * const reported = convertSubstance({ amount: grade("0.20 %"), from: "Li", to: "Li2O", factor: "lithium reports" });
 * String(reported) // => "0.4306%"
 * ```
 * @example Pounds of U3O8 from a grade in ppm U
 * ```ts
 * import { convertSubstance } from "headgrade/chemistry";
 * import { containedMetal, grade } from "headgrade";
 *
 * const oxide = convertSubstance({ amount: grade("848 ppm"), from: "U", to: "U3O8" });
 * containedMetal({ ore: "12 Mt", grade: oxide }).to("Mlb").format({ places: 2 }) // => "26.46 Mlb"
 * ```
 * @category Chemistry
 */
export function convertSubstance<K extends SubstanceKind>({ amount, ...conversion }: Conversion & { readonly amount: Quantity<K> }): Quantity<K> {
  const quantity = amountOf(amount);
  const { value } = conversionFactor(conversion);
  return quantity.kind === "price" ? quantity.dividedBy(value) : quantity.times(value);
}

const SUBSTANCE_KINDS: readonly string[] = ["mass", "grade", "fraction", "throughput", "concentration", "price"];

function amountOf<K extends SubstanceKind>(amount: Quantity<K>): Quantity<K> {
  const given: unknown = amount;
  const kind = typeof given === "object" && given !== null && "kind" in given ? given.kind : undefined;
  if (typeof kind !== "string" || !SUBSTANCE_KINDS.includes(kind)) {
    const what = typeof kind === "string" ? `a ${kind}` : shown(given);
    throw new HeadgradeError(
      "wrong-kind",
      `amount is ${what}: expected a mass, grade, fraction, throughput, concentration or price as a quantity, such as grade("1.2 %") or mass("500 t").`,
      { argument: "amount", given: what },
    );
  }
  const quantity: Quantity<K, Role> = argument("amount", kind as K, amount as Quantity<K, Role>);
  if (quantity.role === undefined) return quantity as Quantity<K>;
  throw refused("role-mismatch", "amount", `${quantity.toString()}, a ${quantity.role}`, "it is a share of the same element before and after, and needs no conversion");
}

/** Reconciliation factors, F1, F2, F3 and their kin: one estimate of the same ground over another, for tonnes, grade and metal. */
import { HeadgradeError, shown } from "../error.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import { plainRatio } from "./stream.ts";

/**
 * One estimate of some ground, or a measurement of what came from it: under a name of the caller's own (`"reserve"`, `"grade control"`, `"mill"`), its tonnes
 * with their grade or their metal.
 *
 * @category Mining
 */
export type OreEstimate =
  | { readonly name: string; readonly tonnage: QuantityInput<"mass">; readonly grade: QuantityInput<"grade">; readonly metal?: never }
  | { readonly name: string; readonly tonnage: QuantityInput<"mass">; readonly metal: QuantityInput<"mass">; readonly grade?: never };

/**
 * An estimate with all three of its figures.
 *
 * @category Mining
 */
export interface WholeEstimate {
  readonly name: string;
  readonly tonnage: Quantity<"mass">;
  readonly grade: Quantity<"grade">;
  readonly metal: Quantity<"mass">;
}

/**
 * A reconciliation factor, with what it is of.
 *
 * @category Mining
 */
export interface ReconciliationFactor {
  readonly numerator: WholeEstimate;
  readonly denominator: WholeEstimate;
  /** Numerator / denominator of the tonnes, as a number. */
  readonly tonnage: Quantity<"fraction">;
  readonly grade: Quantity<"fraction">;
  readonly metal: Quantity<"fraction">;
}

/**
 * Reconciliation factor: one estimate over another, for tonnes, grade and metal.
 *
 * Which estimates F1, F2 and F3 are of differs between mines, so numerator and denominator are named. A usual set: F1 = grade control / reserve, F2 = mill /
 * grade control, F3 = mill / reserve. Above 1 the numerator is the greater.
 *
 * @param given - `numerator` and `denominator`, each with a name, a dry tonnage, and its grade or its metal.
 * @returns The factors of tonnes, grade and metal as numbers, exact, with the two estimates completed. The metal factor is the product of the other two.
 * Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for an estimate without tonnes, or a denominator without metal; `wrong-kind` for an estimate without a
 * name, or without exactly one of grade and metal; `out-of-range`, `basis-mismatch`; the errors of reading text. The message names the field.
 * @source Morley, Beyond reconciliation: a proactive approach to using mining data, 5th Large Open Pit Mining Conference (AusIMM, 2003).
 * @example
 * ```ts
 * import { reconciliationFactor } from "headgrade/formula";
 *
 * const f1 = reconciliationFactor({
 *   numerator: { name: "grade control", tonnage: "105,000 t", grade: "1.90 g/t" },
 *   denominator: { name: "reserve", tonnage: "100,000 t", grade: "2.00 g/t" },
 * });
 * [f1.tonnage, f1.grade, f1.metal].map(String) // => ["1.05", "0.95", "0.9975"]
 * ```
 * @category Mining
 */
export function reconciliationFactor({ numerator, denominator }: { readonly numerator: OreEstimate; readonly denominator: OreEstimate }): ReconciliationFactor {
  const [over, under] = [whole("numerator", numerator), whole("denominator", denominator)];
  if (under.metal.exact.isZero) throw refused("division-by-zero", "denominator", `without metal in ${under.name}`, "there is nothing for the metal to be divided by");
  return Object.freeze({
    numerator: over, denominator: under,
    tonnage: plainRatio(over.tonnage.dividedBy(under.tonnage, "fraction").inBase),
    grade: plainRatio(over.grade.dividedBy(under.grade, "fraction").inBase),
    metal: plainRatio(over.metal.dividedBy(under.metal, "fraction").inBase),
  });
}

/**
 * Product of two reconciliation factors, F3 = F1 x F2, where they share their middle term.
 *
 * The product of `mill / grade control` and `grade control / reserve` is `mill / reserve` only if grade control is the same estimate in both: the same name
 * and the same tonnes and metal. Where ore delivered and ore milled differ by a stockpile they do not coincide, and the factor has to be taken from its own
 * two ends ({@link reconciliationFactor}).
 *
 * @param given - `first`, whose numerator is the middle term (F1), and `second`, whose denominator it is (F2).
 * @returns The factor of the second's numerator over the first's denominator, exact.
 * @throws `HeadgradeError` `not-comparable` where the middle terms do not coincide, with both.
 * @source Morley, Beyond reconciliation: a proactive approach to using mining data, 5th Large Open Pit Mining Conference (AusIMM, 2003).
 * @example
 * ```ts
 * import { factorProduct, reconciliationFactor } from "headgrade/formula";
 *
 * const reserve = { name: "reserve", tonnage: "100,000 t", grade: "2.00 g/t" };
 * const gradeControl = { name: "grade control", tonnage: "105,000 t", grade: "1.90 g/t" };
 * const mill = { name: "mill", tonnage: "100,800 t", grade: "1.995 g/t" };
 * const f1 = reconciliationFactor({ numerator: gradeControl, denominator: reserve });
 * const f2 = reconciliationFactor({ numerator: mill, denominator: gradeControl });
 * const f3 = factorProduct({ first: f1, second: f2 });
 * String(f3.metal) // => "1.00548"
 * ```
 * @category Mining
 */
export function factorProduct({ first, second }: { readonly first: ReconciliationFactor; readonly second: ReconciliationFactor }): ReconciliationFactor {
  const [middle, other] = [first.numerator, second.denominator];
  if (middle.name !== other.name || !middle.tonnage.equals(other.tonnage) || !middle.metal.equals(other.metal)) {
    throw new HeadgradeError(
      "not-comparable",
      `The middle terms do not coincide: first is over ${said(middle)} and second under ${said(other)}. Their product would be no factor of anything; take it from its two ends.`,
      { first: middle.name, second: other.name },
    );
  }
  return reconciliationFactor({ numerator: bare(second.numerator), denominator: bare(first.denominator) });
}

function bare({ name, tonnage, grade }: WholeEstimate): OreEstimate {
  return { name, tonnage, grade };
}

function said({ name, tonnage, grade }: WholeEstimate): string {
  return `${JSON.stringify(name)} (${tonnage.toString()} at ${grade.format({ digits: 6 })})`;
}

function whole(field: string, estimate: OreEstimate): WholeEstimate {
  const given: unknown = estimate;
  const { name, tonnage, grade, metal } = (typeof given === "object" && given !== null ? given : {}) as {
    readonly name?: unknown; readonly tonnage?: QuantityInput<"mass">; readonly grade?: QuantityInput<"grade">; readonly metal?: QuantityInput<"mass">;
  };
  if (typeof name !== "string" || name === "") throw refused("wrong-kind", `${field}.name`, shown(name), 'name the estimate, such as "reserve" or "mill"');
  if ((grade === undefined) === (metal === undefined)) {
    throw refused("wrong-kind", field, grade === undefined ? "without grade and metal" : "given by grade and by metal", "give exactly one of the two: the other follows");
  }
  const ore = divisorArgument(`${field}.tonnage`, "mass", tonnage as QuantityInput<"mass">);
  if (ore.exact.sign < 0) throw refused("out-of-range", `${field}.tonnage`, ore.toString(), "ore cannot weigh less than nothing");
  if (metal === undefined) {
    const assay = positive(`${field}.grade`, argument(`${field}.grade`, "grade", grade as QuantityInput<"grade">));
    return Object.freeze({ name, tonnage: ore, grade: assay, metal: ore.times(assay) });
  }
  const content = positive(`${field}.metal`, argument(`${field}.metal`, "mass", metal));
  return Object.freeze({ name, tonnage: ore, grade: content.dividedBy(ore, "grade"), metal: content });
}

function positive<K extends "mass" | "grade">(name: string, amount: Quantity<K>): Quantity<K> {
  if (amount.exact.sign < 0) throw refused("out-of-range", name, amount.toString(), "there cannot be less metal than none");
  return amount;
}

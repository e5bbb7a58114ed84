/** Blending: the grade of several lots of ore put together, which is the mean of their grades weighted by tonnage. */
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused, zeroDivisor } from "./argument.ts";
import type { GradedOre } from "./metal.ts";

/**
 * Grade of lots of ore put together: `grade = sum(ore x grade) / sum(ore)`.
 *
 * The mean weighted by tonnage; a simple mean of grades is something else, and printed for this one it is a usual slip.
 *
 * @param lots - `parts`, one or more, each with dry ore and its grade as quantities or as text.
 * @returns The grade of the whole, exact, in the unit of the first part's grade.
 * @throws {@link HeadgradeError} `out-of-range` for no parts; `division-by-zero` when the ore adds to zero; `wrong-kind`; `basis-mismatch` for wet
 * ore, and for parts of which some state a basis and some do not; the errors of reading text. The message names the part, counted from 0.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { blend } from "headgrade";
 *
 * const parts = [{ ore: "30 kt", grade: "2.0 g/t" }, { ore: "10 kt", grade: "4.0 g/t" }];
 * const whole = blend({ parts });
 * String(whole) // => "2.5 g/t"
 * ```
 * @category Ore
 */
export function blend({ parts }: { readonly parts: readonly GradedOre[] }): Quantity<"grade"> {
  const given: unknown = parts;
  const first = Array.isArray(given) ? parts[0] : undefined;
  if (first === undefined) throw refused(Array.isArray(given) ? "out-of-range" : "wrong-kind", "parts", Array.isArray(given) ? "empty" : "no list", "give one { ore, grade } or more");
  const lots = parts.map(({ ore, grade }, at) => ({
    ore: argument(`parts[${String(at)}].ore`, "mass", ore),
    grade: argument(`parts[${String(at)}].grade`, "grade", grade),
  }));
  const total = lots.map(({ ore }) => ore).reduce((sum, ore) => sum.plus(ore));
  const metal = lots.map(({ ore, grade }) => ore.times(grade)).reduce((sum, lot) => sum.plus(lot));
  if (total.exact.isZero) throw zeroDivisor("the ore of all parts together", total.toString());
  return metal.dividedBy(total, "grade").to(argument("parts[0].grade", "grade", first.grade).unit);
}

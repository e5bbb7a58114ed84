/** Metal equivalents by printed coefficients: `CuEq = Cu + 1.27 Au + ...`, where prices and recoveries are in the coefficients already. */
import { HeadgradeError } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { isQuantity, Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import type { GradeUnit } from "../quantity/unit.ts";
import { zeroDivisor } from "./argument.ts";
import { amountArgument, itemNamed, mapped, metalsOf } from "./price.ts";

/**
 * A coefficient as printed: a number, its text (`"1.27"`, `"1/74"`), or a fraction.
 *
 * @category Money
 */
export type Coefficient = Numeric | Quantity<"fraction">;

/**
 * One term of a printed formula: the coefficient and the unit of the grade that it multiplies, and the grade.
 *
 * @category Money
 */
export interface CoefficientTerm {
  readonly grade: QuantityInput<"grade">;
  readonly coefficient: Coefficient;
  /** The unit that the formula takes the grade in: `"g/t"` in `1.27 x Au g/t`. A grade in another unit is converted to it. */
  readonly per: GradeUnit;
}

/**
 * An equivalent grade by coefficients, with what each metal brought to it.
 *
 * @category Money
 */
export interface CoefficientEquivalent {
  readonly of: string;
  readonly grade: Quantity<"grade">;
  readonly metals: Readonly<Record<string, {
    readonly grade: Quantity<"grade">; readonly coefficient: Ratio; readonly per: GradeUnit; readonly contribution: Quantity<"grade">;
  }>>;
}

/**
 * Equivalent grade by a formula with printed coefficients: `eq = sum(coefficient x grade)`, each grade in the unit that its coefficient is for.
 *
 * Coefficients hide the prices and recoveries behind them: {@link metalEquivalent} shows them. One printed to a single figure moves the result by
 * more than most readers expect. The result rises with every argument.
 *
 * @param terms - `of`, the metal that the equivalent is of; `unit`, in which the formula tells it; `metals`, by name, each with `grade`, `coefficient`
 * and `per`, the unit that the coefficient takes the grade in. `Ag / 74` is the coefficient `"1/74"`.
 * @returns The equivalent grade and each contribution, exact, in `unit`. Contributions add up to the grade exactly.
 * @throws `HeadgradeError` `out-of-range` for a negative grade or no metals; `wrong-kind`; the errors of reading numbers and text. The message names
 * the field.
 * @source JORC Code, 2012 edition, clause 50: the formula used is to be reported.
 * @example
 * ```ts
 * import { equivalentByCoefficients } from "headgrade/formula";
 *
 * const eq = equivalentByCoefficients({
 *   of: "Cu", unit: "%",
 *   metals: {
 *     Cu: { grade: "0.2 %", coefficient: 1, per: "%" },
 *     Au: { grade: "0.2 g/t", coefficient: "1.27", per: "g/t" },
 *   },
 * });
 * String(eq.grade) // => "0.454%"
 * ```
 * @category Money
 */
export function equivalentByCoefficients({ of, unit, metals }: {
  readonly of: string; readonly unit: GradeUnit; readonly metals: Readonly<Record<string, CoefficientTerm>>;
}): CoefficientEquivalent {
  const target = unitOf("grade", unit);
  const made = mapped(metalsOf(metals), ({ grade, coefficient, per }, name) => {
    const given = amountArgument(`metals.${name}.grade`, "grade", grade);
    const factor = coefficientArgument(`metals.${name}.coefficient`, coefficient);
    const contribution = new Quantity<"grade">(target, given.to(per).exact.times(factor), undefined, undefined);
    return Object.freeze({ grade: given, coefficient: factor, per: given.to(per).unit, contribution });
  });
  const grade = Object.values(made).map(({ contribution }) => contribution).reduce((sum, contribution) => sum.plus(contribution));
  return Object.freeze({ of, grade, metals: made });
}

/**
 * The coefficients of the same equivalence told in another metal: each divided by that metal's.
 *
 * It shows whether two printed formulas, of copper equivalent and of gold equivalent say, rest on the same prices.
 *
 * @param formula - `coefficients` by metal, and `of`, the metal that is to be the main one.
 * @returns The coefficients, exact; that of the new main metal is 1.
 * @throws `HeadgradeError` `unknown-item` for a metal that has no coefficient; `division-by-zero` for one of zero; the errors of reading numbers.
 * @source The quotient follows from the definition of an equivalent.
 * @example
 * ```ts
 * import { rebasedCoefficients } from "headgrade/formula";
 *
 * const inGold = rebasedCoefficients({ of: "Au", coefficients: { Cu: 1, Au: "0.6319", Zn: "0.4167" } });
 * inGold["Cu"]?.toFixed({ places: 4 }) // => "1.5825"
 * ```
 * @category Money
 */
export function rebasedCoefficients({ of, coefficients }: {
  readonly of: string; readonly coefficients: Readonly<Record<string, Coefficient>>;
}): Readonly<Record<string, Ratio>> {
  const main = coefficientArgument(`coefficients.${of}`, itemNamed(of, "of", coefficients));
  if (main.isZero) throw zeroDivisor(`coefficients.${of}`, "0");
  return mapped(Object.entries(coefficients), (coefficient, name) => coefficientArgument(`coefficients.${name}`, coefficient).dividedBy(main));
}

/** The number that a coefficient stands for. @internal */
function coefficientArgument(name: string, value: Coefficient): Ratio {
  if (!isQuantity(value)) {
    if ((value as unknown) !== undefined && (value as unknown) !== null) return Ratio.of(value);
    throw new HeadgradeError("wrong-kind", `${name} is missing: expected a number such as "1.27".`, { argument: name });
  }
  if ((value.kind as string) === "fraction") return value.inBase;
  throw new HeadgradeError("wrong-kind", `${name} is ${value.toString()}: expected a number such as "1.27".`, { argument: name, given: value.kind });
}

/**
 * Metal equivalents: the grade of one metal that would be worth what all the metals of the ore are worth together. Every grade, price, recovery and
 * payability that went in comes out again beside the result, since an equivalent means nothing without them.
 */
import { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import type { GradeUnit } from "../quantity/unit.ts";
import { divisorArgument, refused } from "./argument.ts";
import { amountArgument, itemNamed, mapped, metalsOf, oneCurrency, unknownChoice } from "./price.ts";

/**
 * What a metal is worth: its price, and the share of it that is paid for.
 *
 * @category Money
 */
export interface MetalWorth {
  readonly price: QuantityInput<"price">;
  readonly payable?: QuantityInput<"fraction", "payability">;
}

/**
 * What a metal is worth in the ore: as much of it as is recovered.
 *
 * @category Money
 */
export interface RecoveredWorth extends MetalWorth {
  readonly recovery: QuantityInput<"fraction", "recovery">;
}

/**
 * Metals by name, each with its recovery; or none with one, and `recoveries: "left-out"` says so. There is no silent 100 %.
 *
 * @category Money
 */
export type EquivalentMetals<Given> =
  | { readonly of: string; readonly metals: Readonly<Record<string, Given & RecoveredWorth>>; readonly recoveries?: never }
  | { readonly of: string; readonly metals: Readonly<Record<string, Given & MetalWorth & { readonly recovery?: never }>>; readonly recoveries: "left-out" };

/**
 * What one metal counts for in an equivalent, with what it was made of.
 *
 * @category Money
 */
export interface EquivalentFactor {
  readonly price: Quantity<"price">;
  /** Not there where recoveries were left out. */
  readonly recovery?: Quantity<"fraction", "recovery">;
  /** Not there where none was given. */
  readonly payable?: Quantity<"fraction", "payability">;
  /** The unit that {@link EquivalentFactor.coefficient} takes the grade in. */
  readonly unit: GradeUnit;
  /** Mass of the main metal that is worth one such mass of this one: price x recovery x payable over the main metal's. */
  readonly factor: Ratio;
  /** What the printed formula multiplies the grade by: the factor, for the grade in its unit and the equivalent in the main metal's. */
  readonly coefficient: Ratio;
}

/**
 * The formula of a metal equivalent: the factor of each metal.
 *
 * @category Money
 */
export interface EquivalentFactors {
  /** The metal that the others are told in. */
  readonly of: string;
  /** The unit that the equivalent is told in. */
  readonly unit: GradeUnit;
  readonly recoveries: "given" | "left-out";
  readonly metals: Readonly<Record<string, EquivalentFactor>>;
}

/**
 * What one metal brings to an equivalent grade, with every term that clause 50 of the JORC Code asks for.
 *
 * @category Money
 */
export interface EquivalentTerm extends EquivalentFactor {
  readonly grade: Quantity<"grade">;
  readonly contribution: Quantity<"grade">;
}

/**
 * An equivalent grade and all that it was made of.
 *
 * @category Money
 */
export interface MetalEquivalent {
  readonly of: string;
  readonly unit: GradeUnit;
  readonly grade: Quantity<"grade">;
  readonly recoveries: "given" | "left-out";
  readonly metals: Readonly<Record<string, EquivalentTerm>>;
}

/**
 * Metal equivalent grade: `eq = sum(grade x price x recovery x payable) / (price x recovery x payable of the main metal)`.
 *
 * Use {@link equivalentFactors} for the formula without grades, {@link equivalentByCoefficients} where a report printed coefficients, and
 * {@link equivalentMetal} for ounces or tonnes of metal. Every result runs one way with each argument while the others are fixed: a quotient of two linear
 * expressions.
 *
 * @param terms - `of`, the main metal; `metals`, by name, each with `grade`, `price`, `recovery` and, for all or for none, `payable`. An equivalent without
 * recoveries is asked for by `recoveries: "left-out"`, and then no metal states one: a mixture would be a silent 100 % for the rest.
 * @returns The equivalent grade, exact, in the unit of the main metal's grade, with every term that it was made of, factors and contributions, as clause 50
 * asks. Contributions add up to the grade exactly.
 * @throws `HeadgradeError` `unknown-item` for a main metal that is not among the metals; `wrong-kind` where a recovery or payability is given for some
 * metals only; `unknown-option`; `currency-mismatch`; `division-by-zero` where the main metal is worth nothing; `out-of-range` for negative terms;
 * `role-mismatch`; the errors of reading text. The message names the field.
 * @source JORC Code, 2012 edition, clause 50: individual grades, assumed prices, assumed recoveries and the formula are to be reported with an equivalent. It
 * does not ask for payability.
 * @example
 * ```ts
 * import { equivalentFormula, metalEquivalent } from "headgrade/formula";
 *
 * const eq = metalEquivalent({
 *   of: "Au",
 *   metals: {
 *     Au: { grade: "0.66 g/t", price: "1,850 USD/oz", recovery: "90 %" },
 *     Ag: { grade: "3.3 g/t", price: "21 USD/oz", recovery: "80 %" },
 *     Cu: { grade: "1,500 ppm", price: "3.75 USD/lb", recovery: "80 %" },
 *   },
 * });
 * eq.grade.format({ places: 2 }) // => "0.88 g/t"
 * eq.metals["Cu"]?.contribution.format({ places: 3 }) // => "0.185 g/t"
 * equivalentFormula(eq, { digits: 4 }) // => "AuEq g/t = Au g/t + 0.01009 x Ag g/t + 0.0001236 x Cu ppm"
 * ```
 * @category Money
 */
export function metalEquivalent(terms: EquivalentMetals<{ readonly grade: QuantityInput<"grade"> }>): MetalEquivalent {
  const given: Readonly<Record<string, { readonly grade: QuantityInput<"grade"> }>> = terms.metals;
  const grades = new Map(metalsOf(given).map(([name, { grade }]) => [name, amountArgument(`metals.${name}.grade`, "grade", grade)]));
  const { of, unit, recoveries, metals } = factorsOf(terms, (name) => (grades.get(name) as Quantity<"grade">).unit);
  const main = unitOf("grade", unit);
  const made = mapped(Object.entries(metals), (factor, name): EquivalentTerm => {
    const grade = grades.get(name) as Quantity<"grade">;
    return Object.freeze({ grade, ...factor, contribution: new Quantity<"grade">(main, grade.exact.times(factor.coefficient), undefined, undefined) });
  });
  const grade = Object.values(made).map(({ contribution }) => contribution).reduce((sum, contribution) => sum.plus(contribution));
  return Object.freeze({ of, unit, grade, recoveries, metals: made });
}

/**
 * Factors of a metal equivalent, as the footnote of a resource table prints them: `factor = price x recovery x payable / (those of the main metal)`.
 *
 * @param terms - `of`, the main metal; `metals`, by name, each with the `unit` of its grade in the formula, `price`, `recovery` and, for all or for none,
 * `payable`; `recoveries: "left-out"` for a formula without recoveries.
 * @returns The factor of each metal, exact, and its coefficient in the units given.
 * @throws `HeadgradeError` as {@link metalEquivalent}.
 * @source JORC Code, 2012 edition, clause 50.
 * @example The formula of a resource with gold and silver, prices only
 * ```ts
 * import { equivalentFactors, equivalentFormula } from "headgrade/formula";
 *
 * const { metals } = equivalentFactors({
 *   of: "Au", recoveries: "left-out",
 *   metals: { Au: { unit: "g/t", price: "1,700 USD/oz" }, Ag: { unit: "g/t", price: "23.00 USD/oz" } },
 * });
 * metals["Ag"]?.coefficient.reciprocal().toFixed({ places: 0 }) // => "74"
 * ```
 * @category Money
 */
export function equivalentFactors(terms: EquivalentMetals<{ readonly unit: GradeUnit }>): EquivalentFactors {
  const metals: Readonly<Record<string, { readonly unit: GradeUnit }>> = terms.metals;
  return factorsOf(terms, (name) => unitOf("grade", itemNamed(name, "of", metals).unit).symbol as GradeUnit);
}

/**
 * The formula of an equivalent as one line of text, coefficients rounded to the digits asked for.
 *
 * @param equivalent - what {@link metalEquivalent} or {@link equivalentFactors} gave.
 * @param precision - significant digits of the coefficients.
 * @throws `HeadgradeError` `out-of-range` for a number of digits that is none.
 * @source JORC Code, 2012 edition, clause 50.
 * @example
 * ```ts
 * import { equivalentFactors, equivalentFormula } from "headgrade/formula";
 *
 * const factors = equivalentFactors({
 *   of: "Cu",
 *   metals: { Cu: { unit: "%", price: "3.75 USD/lb", recovery: "85 %" }, Au: { unit: "g/t", price: "1,850 USD/oz", recovery: "68 %" } },
 * });
 * equivalentFormula(factors, { digits: 3 }) // => "CuEq % = Cu % + 0.576 x Au g/t"
 * ```
 * @category Money
 */
export function equivalentFormula({ of, unit, metals }: EquivalentFactors | MetalEquivalent, { digits }: { readonly digits: number }): string {
  const terms = Object.entries(metals).map(([name, { coefficient, unit: own }]) => {
    const factor = coefficient.equals(Ratio.one) ? "" : `${coefficient.toFixed({ digits })} x `;
    return `${factor}${name} ${own}`;
  });
  return `${of}Eq ${unit} = ${terms.join(" + ")}`;
}

function factorsOf(terms: EquivalentMetals<unknown>, unitOfMetal: (name: string) => GradeUnit): EquivalentFactors {
  const { of, recoveries } = terms;
  const given: Readonly<Record<string, MetalWorth & { readonly recovery?: RecoveredWorth["recovery"] | undefined }>> = terms.metals;
  const metals = metalsOf(given);
  itemNamed(of, "of", given);
  const choice: unknown = recoveries;
  if (choice !== undefined && choice !== "left-out") throw unknownChoice("recoveries", choice, ["left-out"]);
  for (const [name, { recovery }] of metals) {
    if (recoveries === "left-out" ? recovery !== undefined : recovery === undefined) throw mixedRecoveries(name, recoveries);
  }
  const withPayable = metals.filter(([, { payable }]) => payable !== undefined).length;
  if (withPayable !== 0 && withPayable !== metals.length) {
    const [name = ""] = metals.find(([, { payable }]) => payable === undefined) ?? [];
    throw refused("wrong-kind", `metals.${name}.payable`, "missing", "other metals state theirs; give it for all of them or for none, since a metal without one would count as paid in full");
  }
  const read = metals.map(([name, { price, recovery, payable }]) => ({
    name,
    price: (name === of ? divisorArgument : amountArgument)(`metals.${name}.price`, "price", price),
    ...(recovery === undefined ? {} : { recovery: amountArgument(`metals.${name}.recovery`, "fraction", recovery, "recovery").as("recovery") }),
    ...(payable === undefined ? {} : { payable: amountArgument(`metals.${name}.payable`, "fraction", payable, "payability").as("payability") }),
  }));
  oneCurrency(read.map(({ name, price }) => ({ name: `metals.${name}.price`, price })));
  const worth = new Map(read.map(({ name, price, recovery, payable }) => [
    name, price.inBase.times(recovery?.inBase ?? Ratio.one).times(payable?.inBase ?? Ratio.one),
  ]));
  const main = worth.get(of) as Ratio;
  if (main.sign <= 0) throw worthless(of);
  const mainUnit = unitOf("grade", unitOfMetal(of));
  return Object.freeze({
    of, unit: mainUnit.symbol as GradeUnit, recoveries: recoveries ?? "given",
    metals: mapped(read.map((metal) => [metal.name, metal]), ({ name, ...given }): EquivalentFactor => {
      const factor = (worth.get(name) as Ratio).dividedBy(main);
      const unit = unitOf("grade", unitOfMetal(name));
      return Object.freeze({ ...given, unit: unit.symbol as GradeUnit, factor, coefficient: factor.times(unit.factor).dividedBy(mainUnit.factor) });
    }),
  });
}

function mixedRecoveries(name: string, choice: "left-out" | undefined): HeadgradeError {
  const why = choice === undefined
    ? 'is missing: an equivalent has no silent 100 %. Give the recovery of every metal, or say recoveries: "left-out"'
    : 'is given, and recoveries: "left-out" says that none is. Leave it out of every metal or of none';
  return new HeadgradeError("wrong-kind", `metals.${name}.recovery ${why}.`, { argument: `metals.${name}.recovery` });
}

function worthless(of: string): HeadgradeError {
  return new HeadgradeError("division-by-zero", `${of} is worth nothing by its price, recovery and payability, and the formula divides by that.`, { argument: `metals.${of}` });
}

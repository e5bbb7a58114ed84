/**
 * Payable metal: what a smelter pays for, of the metal that a dry concentrate holds. Contracts take one of a few forms, and the form is chosen by its name.
 */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, refused, zeroDivisor } from "./argument.ts";
import { amountArgument, unknownChoice } from "./price.ts";

/**
 * One step of a scale: the grade at which it begins, itself included (`from`) or not (`above`), and the share paid. A deduction beside the share makes
 * the step the lesser of the two. It holds until the next step begins; below the first nothing is paid.
 *
 * @category Money
 */
export type PayableStep =
  | {
    readonly from: QuantityInput<"grade">; readonly above?: never;
    readonly share: QuantityInput<"fraction", "payability">; readonly deduction?: QuantityInput<"grade">;
  }
  | {
    readonly above: QuantityInput<"grade">; readonly from?: never;
    readonly share: QuantityInput<"fraction", "payability">; readonly deduction?: QuantityInput<"grade">;
  };

/**
 * How a contract pays for a metal, by the name of its form. With g the grade of the dry concentrate, the payable grade is, and never less than zero:
 *
 * | form | payable grade |
 * |---|---|
 * | `"percentage"` | g x share |
 * | `"minimum-deduction"` | g - deduction |
 * | `"lesser"` | the lesser of g x share and g - deduction: "85 %, minimum deduction 8 units" |
 * | `"deduction-then-percentage"` | (g - deduction) x share |
 * | `"scale"` | g x the share of the step that g falls into, for all of the metal |
 * | `"slices"` | each slice of g between two steps x its own share |
 *
 * Deductions are grades, `"8 %"` or `"50 g/t"`, or `"8 units"`.
 *
 * @category Money
 */
export type PayableTerms =
  | { readonly form: "percentage"; readonly share: QuantityInput<"fraction", "payability"> }
  | { readonly form: "minimum-deduction"; readonly deduction: QuantityInput<"grade"> }
  | { readonly form: "lesser"; readonly share: QuantityInput<"fraction", "payability">; readonly deduction: QuantityInput<"grade"> }
  | { readonly form: "deduction-then-percentage"; readonly deduction: QuantityInput<"grade">; readonly share: QuantityInput<"fraction", "payability"> }
  | { readonly form: "scale"; readonly steps: readonly PayableStep[] }
  | { readonly form: "slices"; readonly steps: readonly PayableStep[] };

const FORMS = ["percentage", "minimum-deduction", "lesser", "deduction-then-percentage", "scale", "slices"] as const;

/**
 * Payable grade: the metal per dry tonne of concentrate that the smelter pays for, by the contract's form.
 *
 * Use {@link payableMetal} for a mass of it and {@link payability} for the share that results. It rises with the grade and the shares and falls with
 * deductions, without a jump, except that a `"scale"` jumps from step to step.
 *
 * @param sold - the `grade` of the dry concentrate, and the {@link PayableTerms | terms}.
 * @returns The payable grade, exact, in the unit of the grade given; never below zero.
 * @throws `HeadgradeError` `unknown-option` for a form that is none; `out-of-range` for a negative grade, share or deduction, and for steps that do
 * not rise; `wrong-kind`, `role-mismatch`; the errors of reading text. The message names the field.
 * @source Wills' Mineral Processing Technology, on the economics of concentrates and smelter contracts, for the percentage and the unit deduction; the other
 * forms as contracts word them.
 * @example
 * ```ts
 * import { payableGrade } from "headgrade/formula";
 *
 * String(payableGrade({ grade: "50 %", terms: { form: "lesser", share: "85 %", deduction: "8 units" } })) // => "42%"
 * String(payableGrade({ grade: "56 %", terms: { form: "lesser", share: "85 %", deduction: "8 units" } })) // => "47.6%"
 * ```
 * @example A scale for gold in copper concentrate
 * ```ts
 * import { payableGrade, type PayableTerms } from "headgrade/formula";
 *
 * const scale: PayableTerms = {
 *   form: "scale", steps: [{ from: "1 g/t", share: "90 %" }, { from: "3 g/t", share: "92 %" }, { from: "5 g/t", share: "94 %" }],
 * };
 * String(payableGrade({ grade: "4.0 g/t", terms: scale })) // => "3.68 g/t"
 * String(payableGrade({ grade: "0.9 g/t", terms: scale })) // => "0 g/t"
 * ```
 * @category Money
 */
export function payableGrade({ grade, terms }: { readonly grade: QuantityInput<"grade">; readonly terms: PayableTerms }): Quantity<"grade"> {
  const given = amountArgument("grade", "grade", grade);
  return new Quantity<"grade">(given.measure, payableOf(given.inBase, terms, "terms").dividedBy(given.measure.factor), undefined, undefined);
}

/**
 * Payability that terms come to at a grade: `payability = payable grade / grade`.
 *
 * It never falls as the grade rises, except by a `"scale"` with a deduction, or by steps whose shares do not rise.
 *
 * @param sold - the `grade` of the dry concentrate, and the {@link PayableTerms | terms}.
 * @returns The share paid for, exact, in %, in the role of a payability.
 * @throws `HeadgradeError` `division-by-zero` for a grade of zero; otherwise as {@link payableGrade}.
 * @source The quotient is the definition of the term.
 * @example
 * ```ts
 * import { payability } from "headgrade/formula";
 *
 * String(payability({ grade: "24 %", terms: { form: "lesser", share: "96.5 %", deduction: "1 unit" } })) // => "95.8333333333…%"
 * ```
 * @category Money
 */
export function payability({ grade, terms }: { readonly grade: QuantityInput<"grade">; readonly terms: PayableTerms }): Quantity<"fraction", "payability"> {
  const given = amountArgument("grade", "grade", grade);
  if (given.exact.isZero) throw zeroDivisor("grade", given.toString());
  const share = payableOf(given.inBase, terms, "terms").dividedBy(given.inBase);
  return new Quantity<"fraction", "payability">(unitOf("fraction", "%"), share.times(100), undefined, "payability");
}

/**
 * Payable metal in a lot of concentrate: `metal = dry concentrate x payable grade`.
 *
 * @param sold - the dry `concentrate`, its `grade`, and the {@link PayableTerms | terms}.
 * @returns The metal paid for, exact, in the unit usual for the grade: troy ounces for g/t, tonnes for %.
 * @throws `HeadgradeError` `basis-mismatch` for wet concentrate ({@link dryMass} crosses); otherwise as {@link payableGrade}.
 * @source Wills' Mineral Processing Technology, on smelter contracts.
 * @example Silver in lead concentrate: 95 %, minimum deduction 50 g/t
 * ```ts
 * import { payableMetal } from "headgrade/formula";
 *
 * const silver = payableMetal({
 *   concentrate: "10,000 dmt", grade: "800 g/t", terms: { form: "lesser", share: "95 %", deduction: "50 g/t" },
 * });
 * silver.format({ places: 0 }) // => "241,131 oz"
 * ```
 * @category Money
 */
export function payableMetal({ concentrate, grade, terms }: {
  readonly concentrate: QuantityInput<"mass">; readonly grade: QuantityInput<"grade">; readonly terms: PayableTerms;
}): Quantity<"mass"> {
  return argument("concentrate", "mass", concentrate).times(payableGrade({ grade, terms }));
}

/** The payable part of a grade, both in base. The name is that of the field with the terms. @internal */
export function payableOf(grade: Ratio, terms: PayableTerms, name: string): Ratio {
  const given: unknown = terms;
  if (typeof given !== "object" || given === null) throw refused("wrong-kind", name, "missing", "give the form of the contract with its share or deduction");
  const form: unknown = terms.form;
  switch (terms.form) {
    case "percentage": return grade.times(shareOf(terms.share, name));
    case "minimum-deduction": return positive(grade.minus(deductionOf(terms.deduction, name)));
    case "lesser": return lesser(grade, shareOf(terms.share, name), deductionOf(terms.deduction, name));
    case "deduction-then-percentage": return positive(grade.minus(deductionOf(terms.deduction, name))).times(shareOf(terms.share, name));
    case "scale": {
      const step = stepsOf(terms.steps, name).filter((of) => isReached(of, grade)).at(-1);
      if (step === undefined) return Ratio.zero;
      return step.deduction === undefined ? grade.times(step.share) : lesser(grade, step.share, step.deduction);
    }
    case "slices": return stepsOf(terms.steps, name).reduce((sum, { at, share, deduction }, place, all) => {
      if (deduction !== undefined) throw refused("unknown-option", `${name}.steps[${String(place)}].deduction`, "given", "slices are paid by share alone");
      const end = all[place + 1]?.at;
      const top = end === undefined || grade.compare(end) < 0 ? grade : end;
      return sum.plus(positive(top.minus(at)).times(share));
    }, Ratio.zero);
    default: throw unknownChoice(`${name}.form`, form, FORMS);
  }
}

interface Step {
  readonly at: Ratio;
  readonly included: boolean;
  readonly share: Ratio;
  readonly deduction: Ratio | undefined;
}

function stepsOf(steps: readonly PayableStep[], name: string): readonly Step[] {
  const given: unknown = steps;
  if (!Array.isArray(given) || steps.length === 0) throw refused("wrong-kind", `${name}.steps`, Array.isArray(given) ? "empty" : "no list", "give one { from, share } or more");
  const read = steps.map((step, place): Step => {
    const field = `${name}.steps[${String(place)}]`;
    const { share, deduction } = step;
    const { from, above }: { readonly from?: QuantityInput<"grade">; readonly above?: QuantityInput<"grade"> } = step;
    const begin = from ?? above;
    if (begin === undefined || (from !== undefined && above !== undefined)) {
      throw refused("wrong-kind", field, begin === undefined ? "without a beginning" : "begun twice", "say from, for a step with the grade itself, or above, for one without it");
    }
    return {
      at: amountArgument(`${field}.${from === undefined ? "above" : "from"}`, "grade", inUnits(begin)).inBase, included: from !== undefined,
      share: shareOf(share, field), deduction: deduction === undefined ? undefined : deductionOf(deduction, field),
    };
  });
  read.forEach(({ at }, place) => {
    const before = read[place - 1];
    if (before !== undefined && at.compare(before.at) <= 0) throw refused("out-of-range", `${name}.steps[${String(place)}]`, "out of order", "each step begins at a higher grade than the one before");
  });
  return read;
}

function isReached({ at, included }: Step, grade: Ratio): boolean {
  return included ? grade.compare(at) >= 0 : grade.compare(at) > 0;
}

function shareOf(share: QuantityInput<"fraction", "payability">, name: string): Ratio {
  return amountArgument(`${name}.share`, "fraction", share, "payability").inBase;
}

function deductionOf(deduction: QuantityInput<"grade">, name: string): Ratio {
  return amountArgument(`${name}.deduction`, "grade", inUnits(deduction)).inBase;
}

/** A grade that may be said in units: a unit is one per cent of the dry tonne. @internal */
export function inUnits(grade: QuantityInput<"grade">): QuantityInput<"grade"> {
  return typeof grade === "string" ? grade.replace(/(?<=\d) ?units?\s*$/i, " %") : grade;
}

function lesser(grade: Ratio, share: Ratio, deduction: Ratio): Ratio {
  const [paid, left] = [grade.times(share), grade.minus(deduction)];
  return positive(paid.compare(left) < 0 ? paid : left);
}

function positive(value: Ratio): Ratio {
  return value.sign < 0 ? Ratio.zero : value;
}

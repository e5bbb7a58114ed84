/** Uncertainty through a formula, by the law of propagation: first order, with correlations, and a budget that tells who contributes how much. */
import { HeadgradeError, shown } from "../error.ts";
import { fieldsOf, occurrencesOf, refilled, replaced, type Field, type Occurrence } from "../formula/field.ts";
import { Ratio } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { isQuantity, type Quantity } from "../quantity/quantity.ts";
import { readCorrelations, type Correlation, type Correlations } from "./correlation.ts";
import { Estimate, type BudgetLine, type CovarianceTerm } from "./estimate.ts";
import { Measured, onScale, type Scale } from "./measured.ts";
import type { MeasuredKind } from "./measurement.ts";
import { secondOrderTerms } from "./second-order.ts";
import { numericSlopes, slopesAt, type Slope } from "./slope.ts";

/**
 * What {@link uncertaintyOf} and {@link simulate} take in place of what a formula takes: a measured value wherever the formula wants a quantity, or a number.
 * Quantities, texts and numbers are exact.
 *
 * @category Uncertainty
 */
export type MeasuredArguments<A> =
  A extends Quantity<infer K, infer R> ? Quantity<K, R> | Measured<K>
    : A extends number ? A | Measured<"number">
      : A extends string | bigint | boolean | null | undefined | { readonly toJSON: unknown } ? A
        : A extends object ? { readonly [N in keyof A]: MeasuredArguments<A[N]> } : A;

/**
 * What {@link uncertaintyOf} gives in place of what a formula gives: an estimate for each quantity and each number.
 *
 * @category Uncertainty
 */
export type EstimateOf<R> =
  R extends Quantity<infer K, infer S> ? Estimate<K, S>
    : R extends Ratio | number ? Estimate<"number">
      : R extends string | bigint | boolean | null | undefined | { readonly toJSON: unknown } ? R
        : R extends object ? { readonly [N in keyof R]: EstimateOf<R[N]> } : R;

/**
 * How the arguments of a formula hang together.
 *
 * @category Uncertainty
 */
export interface UncertaintyOptions {
  /** Pairs of arguments with their correlation coefficients; all other pairs are uncorrelated. */
  readonly correlations?: readonly Correlation[];
  /**
   * `2` adds the terms of second order, for a formula that bends within the spread of its arguments (a product of which a factor is about zero, say): sum over
   * i and j of (f_ij^2 / 2 + f_i f_ijj) u_i^2 u_j^2, for arguments that are independent and about normal. `1` unless said.
   */
  readonly order?: 1 | 2;
}

/** The most measured arguments of one formula. */
const MOST_INPUTS = 200;

/**
 * The results of a formula with their combined standard uncertainties, by the law of propagation of uncertainty.
 *
 * `u(y)^2 = sum over i of (c_i u_i)^2 + 2 sum over i < j of c_i c_j r_ij u_i u_j`, where c_i, the sensitivity coefficient, is the slope of the result in the
 * i-th argument at the estimates. It is of first order: where the formula bends within the spread of its arguments, or their spread is not bell-shaped and one
 * of them dominates, hold it against {@link simulate}. Where figures were only *rounded*, `rangeOf` gives proven bounds instead.
 *
 * The slopes of formulas that compute with quantities are exact where the result is fractional-linear in the argument, as it is for all formulas of ore, grade
 * and recovery. A function of plain numbers is run on doubles, and each slope tells its error ({@link BudgetLine}). The same {@link Measured} in two fields is
 * one measurement, fully correlated with itself.
 *
 * @param formula - a function of one object to a quantity, a number, a {@link Ratio}, or plain data of them: a formula of this library or your own.
 * @param given - its argument with measured values in it.
 * @param options - correlations.
 * @returns The formula's result with an {@link Estimate} for each quantity and number.
 * @throws `HeadgradeError` `wrong-kind` where nothing was measured, where a `Figure` is given (say `measured(figure)` to take its rounding as a
 * spread), and for a formula that is no function; `unknown-item`, `unknown-option`, `out-of-range` for the correlations; `out-of-range` at a corner of the
 * formula; `not-a-number` for a formula that gives none; `too-large` for more than 200 measured arguments; the formula's own errors.
 * @source JCGM 100:2008, Evaluation of measurement data, Guide to the expression of uncertainty in measurement, clause 5 and annex G.
 * @example Who contributes how much
 * ```ts
 * import { containedMetal } from "headgrade/formula";
 * import { measured, uncertaintyOf } from "headgrade/uncertainty";
 *
 * const metal = uncertaintyOf(containedMetal, {
 *   ore: measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" }),
 *   grade: measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" }),
 * });
 * String(metal)
 * // =>
 * // 70,440 oz, u = 830 oz (1.2%)
 * //                value          u   slope  effect  share
 * //   ore    1,165,400 t    5,800 t  0.0604     350  18.1%
 * //   grade    1.880 g/t  0.020 g/t  37,500     750  81.9%
 * metal.expanded({ coverage: "95 %" }).expanded.format({ digits: 2 }) // => "1,600 oz"
 * ```
 * @example A function of numbers, with correlations
 * ```ts
 * import { measured, uncertaintyOf } from "headgrade/uncertainty";
 *
 * const impedance = uncertaintyOf(({ V, I }: { V: number; I: number }) => V / I, {
 *   V: measured("number", "4.9990(32)"), I: measured("number", "19.6610(95)E-3"),
 * }, { correlations: [["V", "I", "-0.36"]] });
 * impedance.standard.toFixed({ digits: 2 }) // => "0.24"
 * ```
 * @category Uncertainty
 */
export function uncertaintyOf<A, R>(formula: (given: A) => R, given: MeasuredArguments<A>, options: UncertaintyOptions = {}): EstimateOf<R> {
  const inputs = measuredArguments(formula, given);
  const correlations = readCorrelations(options.correlations, inputs);
  const order = checkedOrder(options, correlations);
  const runAll = (valueFor: (measured: Measured, at: number) => unknown): R => {
    return formula(replaced(given, new Map<unknown, unknown>(inputs.map(({ value }, at) => [value, valueFor(value, at)]))) as A);
  };
  const run = (changed?: Measured, to?: unknown): R => runAll((measured) => (measured === changed ? to : argumentAt(measured, measured.exact)));
  const whole = run();
  const fields = fieldsOf(whole);
  const places = fields.flatMap(({ name, value }, at) => (isNumber(value) ? [{ name, value, at }] : []));
  const numbersOf = (result: unknown): readonly Ratio[] => {
    const now = fieldsOf(result);
    return places.map(({ name, value, at }) => exactOf(name, now[at]?.value, value));
  };
  const slopes = inputs.map(({ value: measured }) => {
    const scale = squareRoot(measured.variance, 20);
    if (measured.kind !== "number") return slopesAt((at) => numbersOf(run(measured, onScale(at, measured.scale))), measured.exact, scale);
    const at = measured.exact.toNumber();
    return numericSlopes((near) => doublesOf(run(measured, near), places), at, scale.toNumber() || Math.abs(at) * 1e-6 || 1e-6);
  });
  const bends = order === 1 ? undefined : bendsOf(inputs, slopes, (valueFor) => numbersOf(runAll(valueFor)));
  const estimates = new Map(places.map(({ value, at }, result) => {
    return [at, estimateOf(value, inputs, slopes.map((own) => own[result] as Slope), correlations, bends?.[result])];
  }));
  return refilled(whole, fields.map(({ value }, at) => estimates.get(at) ?? value)[Symbol.iterator]()) as EstimateOf<R>;
}

/** The measured values among the arguments of a formula. @internal */
export function measuredArguments(formula: unknown, given: unknown): readonly Occurrence<Measured>[] {
  if (typeof formula !== "function") {
    throw new HeadgradeError("wrong-kind", `The formula must be a function such as containedMetal, and this is ${shown(formula)}.`, { given: shown(formula) });
  }
  for (const { name, value } of fieldsOf(given)) refuseInterval(name, value);
  const inputs = occurrencesOf(given, (value): value is Measured => value instanceof Measured);
  if (inputs.length === 0) {
    throw new HeadgradeError(
      "wrong-kind", 'No argument was measured: give measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" }) where one was; a text or a quantity is exact here.', { given: shown(given) },
    );
  }
  if (inputs.length > MOST_INPUTS) {
    throw new HeadgradeError("too-large", `${String(inputs.length)} measured arguments are too many for one formula: at most ${String(MOST_INPUTS)}.`, { inputs: inputs.length });
  }
  return inputs;
}

/** What a formula is given for a measured argument. @internal */
export function argumentAt(measured: Measured, exact: Ratio): unknown {
  return measured.kind === "number" ? exact.toNumber() : onScale(exact, measured.scale);
}

/** Whether a field of a result is one that has an uncertainty. @internal */
export function isNumber(value: unknown): value is Quantity<Kind, Role> | Ratio | number {
  return isQuantity(value) || value instanceof Ratio || typeof value === "number";
}

/** The number that a field of a result holds, as exactly as it was given. @internal */
export function exactOf(name: string, value: unknown, first: Quantity<Kind, Role> | Ratio | number): Ratio {
  if (isQuantity(value) && isQuantity(first) && value.measure.symbol === first.measure.symbol) return value.exact;
  if (value instanceof Ratio && first instanceof Ratio) return value;
  if (typeof value === "number" && typeof first === "number") {
    if (Number.isFinite(value)) return Number.isSafeInteger(value) || !Number.isInteger(value) ? Ratio.of(value) : Ratio.fraction(BigInt(value), 1n);
    throw new HeadgradeError("not-a-number", `${name === "" ? "The result" : name} is ${String(value)} for some values of the arguments.`, { field: name });
  }
  throw new HeadgradeError("wrong-kind", `${name === "" ? "The result" : name} is not the same sort of value for all values of the arguments.`, { field: name });
}

/** The kind and the unit of a result. @internal */
export function scaleOf(value: Quantity<Kind, Role> | Ratio | number): { readonly kind: MeasuredKind; readonly scale: Scale } {
  if (!isQuantity(value)) return { kind: "number", scale: { unit: undefined, basis: undefined, role: undefined } };
  return { kind: value.kind, scale: { unit: value.measure, basis: value.basis, role: value.role } };
}

function doublesOf(result: unknown, places: readonly (Field & { readonly at: number })[]): readonly number[] {
  const now = fieldsOf(result);
  return places.map(({ at }) => {
    const value = now[at]?.value;
    return typeof value === "number" ? value : isQuantity(value) ? value.exact.toNumber() : value instanceof Ratio ? value.toNumber() : NaN;
  });
}

// The types keep the two apart; this is for untyped callers.
function refuseInterval(name: string, value: unknown): void {
  const tag = Object.prototype.toString.call(value);
  if (tag !== "[object Figure]" && tag !== "[object QuantityRange]" && tag !== "[object Interval]" && tag !== "[object Implied]") return;
  throw new HeadgradeError(
    "wrong-kind",
    `${name} is bounds, which say nothing of how values lie between them: use rangeOf, or measured(figure) to take the rounding of a figure as a uniform spread.`,
    { argument: name },
  );
}

function estimateOf(
  value: Quantity<Kind, Role> | Ratio | number, inputs: readonly Occurrence<Measured>[], slopes: readonly Slope[], { pairs, between }: Correlations,
  secondOrder: Ratio | undefined,
): Estimate {
  const contributions = inputs.map(({ value: measured }, at) => (slopes[at] as Slope).value.times(squareRoot(measured.variance)));
  const squares = inputs.map(({ value: measured }, at) => (slopes[at] as Slope).value.times((slopes[at] as Slope).value).times(measured.variance));
  const terms = pairs.map(({ one, other, coefficient }) => coefficient.times(2).times(contributions[one] as Ratio).times(contributions[other] as Ratio));
  const sum = [...squares, ...terms].reduce((total, term) => total.plus(term), secondOrder ?? Ratio.zero);
  // Roots are rounded, so what cancels may leave a trace below zero.
  const variance = sum.sign < 0 ? Ratio.zero : sum.reduced();
  const shareOf = (term: Ratio): Ratio | undefined => (variance.isZero ? undefined : term.dividedBy(variance));
  const budget = inputs.map(({ value: measured, names }, at): BudgetLine => {
    const { value: sensitivity, kind, error } = slopes[at] as Slope;
    const [contribution, share] = [contributions[at] as Ratio, shareOf(squares[at] as Ratio)];
    return Object.freeze({ names, measured, sensitivity, sensitivityKind: kind, sensitivityError: error, contribution, share });
  });
  const nameOf = (place: number): string => (inputs[place] as Occurrence<Measured>).names.join(", ");
  const covariances = pairs.map(({ one, other, coefficient }, at): CovarianceTerm => Object.freeze({
    between: [nameOf(one), nameOf(other)] as const, correlation: coefficient, variance: terms[at] as Ratio, share: shareOf(terms[at] as Ratio),
  }));
  const placeOf = (measured: Measured): number => inputs.findIndex((input) => input.value === measured);
  const { kind, scale } = scaleOf(value);
  return new Estimate(kind, {
    exact: exactOf("", value, value), scale, variance, secondOrder, budget: Object.freeze(budget), covariances: Object.freeze(covariances),
    degreesOfFreedom: effectiveDegrees(variance, inputs, contributions, pairs),
    correlationOf: (one, other) => {
      const [a, b] = [placeOf(one), placeOf(other)];
      return a < 0 || b < 0 ? Ratio.zero : between(a, b);
    },
  });
}

function checkedOrder({ order }: UncertaintyOptions, { pairs }: Correlations): 1 | 2 {
  const given: unknown = order ?? 1;
  if (given !== 1 && given !== 2) throw new HeadgradeError("unknown-option", `order is 1 or 2, and this is ${shown(given)}.`, { option: "order", given });
  if (given === 2 && pairs.some(({ coefficient }) => !coefficient.isZero)) {
    throw new HeadgradeError("unknown-option", "The terms of second order hold for independent arguments only: leave the correlations out, or use simulate.", { option: "order" });
  }
  return given;
}

// Over steps that are small where values are exact, and an eighth of the standard uncertainty where doubles would drown smaller ones.
function bendsOf(
  inputs: readonly Occurrence<Measured>[], slopes: readonly (readonly Slope[])[],
  evaluate: (valueFor: (measured: Measured, at: number) => unknown) => readonly Ratio[],
): readonly Ratio[] {
  const isExact = slopes.every((own) => own.every(({ kind }) => kind !== "numeric"));
  const share = Ratio.fraction(1n, isExact ? 1_000_000n : 8n);
  const standards = inputs.map(({ value }) => squareRoot(value.variance, 20));
  const contributions = slopes.map((own, at) => own.map(({ value }) => value.times(standards[at] as Ratio)));
  return secondOrderTerms((moves) => evaluate((measured, at) => {
    const steps = moves.get(at) ?? 0;
    return argumentAt(measured, measured.exact.plus((standards[at] as Ratio).times(share).times(steps)));
  }), contributions, share);
}

// Welch and Satterthwaite: u^4 over the sum of (c_i u_i)^4 / v_i, for arguments that are not correlated.
function effectiveDegrees(
  variance: Ratio, inputs: readonly Occurrence<Measured>[], contributions: readonly Ratio[], pairs: Correlations["pairs"],
): number | undefined {
  const freedomOf = (place: number): number => (inputs[place] as Occurrence<Measured>).value.degreesOfFreedom;
  if (pairs.some(({ one, other, coefficient }) => !coefficient.isZero && (freedomOf(one) !== Infinity || freedomOf(other) !== Infinity))) return undefined;
  if (variance.isZero) return Infinity;
  const total = Math.sqrt(variance.toNumber());
  const sum = contributions.reduce((rest, contribution, at) => rest + (contribution.toNumber() / total) ** 4 / freedomOf(at), 0);
  return sum === 0 ? Infinity : 1 / sum;
}

/** Uncertainty through a formula by trial: its arguments drawn from their distributions many times over. */
import { HeadgradeError, isHeadgradeError, shown } from "../error.ts";
import { fieldsOf, refilled, replacerOf } from "../formula/field.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { readCorrelations, type Correlation } from "./correlation.ts";
import { drawerOf, gridOf } from "./draw.ts";
import { onScale, type Measured } from "./measured.ts";
import { argumentAt, exactOf, isNumber, measuredArguments, scaleOf, type MeasuredArguments } from "./propagate.ts";
import { randomFrom } from "./random.ts";
import { Simulated } from "./simulated.ts";

/**
 * What {@link simulate} gives in place of what a formula gives.
 *
 * @category Uncertainty
 */
export type SimulatedOf<R> =
  R extends Quantity<infer K, infer S> ? Simulated<K, S>
    : R extends Ratio | number ? Simulated<"number">
      : R extends string | bigint | boolean | null | undefined | { readonly toJSON: unknown } ? R
        : R extends object ? { readonly [N in keyof R]: SimulatedOf<R[N]> } : R;

/**
 * How to simulate.
 *
 * @category Uncertainty
 */
export interface SimulateOptions {
  /** A whole number from 0 to 2^53 - 1. The same seed gives the same trials. */
  readonly seed: number;
  /** How many trials, from 100 to 5,000,000; 200,000 unless said otherwise, which is what the supplement asks for a coverage of 95 %. */
  readonly trials?: number;
  /** Pairs of arguments with their correlation coefficients. They are drawn together as normal ones. */
  readonly correlations?: readonly Correlation[];
  /** `"discard"` leaves out the trials that the formula refuses (a tailings assay above the feed's, say), and tells how many; without it they are an error. */
  readonly refused?: "discard";
}

const DEFAULT_TRIALS = 200_000;
const LEAST_TRIALS = 100;
const MOST_TRIALS = 5_000_000;

/**
 * The results of a formula by simulation: the arguments are drawn from their distributions, and the formula is run for each draw.
 *
 * It needs no slopes, and so holds where {@link uncertaintyOf} does not: where a formula bends, or one uniform argument outweighs all others. What it gives is
 * itself a sample: with 200,000 trials the standard uncertainty is good to two to three digits. Readings, and what else has few degrees of
 * freedom, are drawn from Student's distribution, whose spread is wider than their standard uncertainty by sqrt(v / (v - 2)), as the supplement has it.
 *
 * @param formula - a function of one object, as for {@link uncertaintyOf}.
 * @param given - its argument with measured values in it.
 * @param options - the seed, the number of trials, correlations.
 * @returns The formula's result with a {@link Simulated} for each quantity and number.
 * @throws `HeadgradeError` `out-of-range` for the seed or the number of trials, and where the formula refuses some trials (they are counted) or all;
 * `unknown-option`, for a correlation with an argument that is not normal too; `not-a-number`; `wrong-kind` and the rest as {@link uncertaintyOf}.
 * @source JCGM 101:2008, Supplement 1 to the Guide to the expression of uncertainty in measurement, Propagation of distributions using a Monte Carlo method.
 * @example
 * ```ts
 * import { recovery } from "headgrade/formula";
 * import { measured, simulate } from "headgrade/uncertainty";
 *
 * const share = simulate(recovery, {
 *   metal: measured("mass", { value: "52,067 oz", relativeStandard: "1 %" }),
 *   ore: measured("mass", { value: "1,165,388 t", halfWidth: "5,000 t", distribution: "uniform" }),
 *   grade: measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" }),
 * }, { seed: 1, trials: 20_000 });
 * share.mean.format({ places: 0 }) // => "74%"
 * share.standard.format({ digits: 1 }) // => "1%"
 * ```
 * @category Uncertainty
 */
export function simulate<A, R>(formula: (given: A) => R, given: MeasuredArguments<A>, options: SimulateOptions): SimulatedOf<R> {
  const { seed, trials, correlations, discards } = checked(options);
  const inputs = measuredArguments(formula, given);
  const draw = drawerOf(inputs, readCorrelations(correlations, inputs), randomFrom(seed));
  const sources = inputs.map(({ value }) => (value.kind === "number" ? (drawn: number) => drawn : quantityFrom(value)));
  const argumentsFrom = replacerOf(given, new Map<unknown, number>(inputs.map(({ value }, at) => [value, at])));
  // At the estimates the formula tells which fields there are; a formula that refuses those has no result.
  const whole = formula(argumentsFrom(inputs.map(({ value }) => argumentAt(value, value.exact))) as A);
  const fields = fieldsOf(whole);
  const columns = fields.flatMap(({ name, value }, at) => (isNumber(value) ? [{ name, value, at, numbers: new Float64Array(trials) }] : []));
  const isOne = isNumber(whole);
  let count = 0;
  let refused = 0;
  let refusal: HeadgradeError | undefined;
  for (let trial = 0; trial < trials; trial++) {
    const drawn = draw();
    try {
      const result = formula(argumentsFrom(drawn.map((number, at) => (sources[at] as Source)(number))) as A);
      const now = isOne ? undefined : fieldsOf(result);
      for (const { name, value, at, numbers } of columns) numbers[count] = numberOf(name, now === undefined ? result : now[at]?.value, value);
      count++;
    } catch (error) {
      if (!isHeadgradeError(error) || error.code === "wrong-kind" || error.code === "not-a-number") throw error;
      refusal ??= error;
      refused++;
    }
  }
  if (refusal !== undefined && (!discards || count < LEAST_TRIALS)) throw refusedTrials(refused, trials, refusal, discards);
  const run = {};
  const results = new Map(columns.map(({ value, at, numbers }) => {
    const { kind, scale } = scaleOf(value);
    return [at, new Simulated(kind, { values: numbers.slice(0, count), scale, seed, discarded: refused, run })];
  }));
  return refilled(whole, fields.map(({ value }, at) => results.get(at) ?? value)[Symbol.iterator]()) as SimulatedOf<R>;
}

function checked(options: SimulateOptions): { seed: number; trials: number; correlations: readonly Correlation[] | undefined; discards: boolean } {
  const given: unknown = options;
  const { seed, trials, correlations, refused } = (given ?? {}) as Partial<Record<keyof SimulateOptions, unknown>>;
  if (!Number.isSafeInteger(seed) || (seed as number) < 0) {
    throw new HeadgradeError("out-of-range", `The seed is a whole number from 0 to 2^53 - 1, and this is ${shown(seed)}: the same seed gives the same trials.`, { option: "seed", given: seed });
  }
  const wanted = trials ?? DEFAULT_TRIALS;
  if (!Number.isInteger(wanted) || (wanted as number) < LEAST_TRIALS || (wanted as number) > MOST_TRIALS) {
    throw new HeadgradeError(
      "out-of-range", `The number of trials is a whole number from ${String(LEAST_TRIALS)} to ${MOST_TRIALS.toLocaleString("en")}, and this is ${shown(wanted)}.`, { option: "trials", given: wanted },
    );
  }
  if (refused !== undefined && refused !== "discard") {
    throw new HeadgradeError("unknown-option", `refused is "discard" or left out, and this is ${shown(refused)}.`, { option: "refused", given: refused });
  }
  return { seed: seed as number, trials: wanted as number, correlations: correlations as readonly Correlation[] | undefined, discards: refused === "discard" };
}

type Source = (drawn: number) => unknown;

function quantityFrom(measured: Measured): Source {
  const grid = gridOf(measured);
  return (drawn) => onScale(grid(drawn), measured.scale);
}

function numberOf(name: string, value: unknown, first: Quantity<Kind, Role> | Ratio | number): number {
  if (typeof value === "number" && typeof first === "number" && Number.isFinite(value)) return value;
  return exactOf(name, value, first).toNumber();
}

function refusedTrials(refused: number, trials: number, { message }: HeadgradeError, discards: boolean): HeadgradeError {
  const advice = discards
    ? "Too few are left to tell anything."
    : 'A spread that reaches so far makes the result doubtful; refused: "discard" leaves those trials out.';
  return new HeadgradeError("out-of-range", `The formula refuses ${refused.toLocaleString("en")} of ${trials.toLocaleString("en")} trials, the first because: ${message} ${advice}`, { refused, trials });
}

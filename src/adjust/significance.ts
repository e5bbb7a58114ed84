/** Whether the adjustments are larger than the errors allow: all of them together, each by itself, and the imbalance of each node. */
import { argument, refused } from "../formula/argument.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { chiSquareQuantile, chiSquareTail, normalQuantile } from "./distribution.ts";

/**
 * The global test: whether the sum of squared adjustments, each divided by its variance, is one that errors of the sizes stated would give. Floats.
 *
 * @category Adjustment
 */
export interface GlobalTest {
  readonly statistic: number;
  /** The independent ties among measured values: the redundancy. */
  readonly degreesOfFreedom: number;
  readonly level: number;
  /** What chi-square exceeds at the level; `undefined` where nothing is redundant. */
  readonly critical: number | undefined;
  /** How likely so large a statistic is by chance; `undefined` where nothing is redundant. */
  readonly probability: number | undefined;
  readonly verdict: "accepts" | "rejects" | "not testable";
}

/**
 * What an adjustment or imbalance is held against: for one statistic looked at alone, and for the largest of all that were tested (after Šidák).
 *
 * @category Adjustment
 */
export interface CriticalValues {
  readonly single: number;
  readonly joint: number;
}

/**
 * Which critical value a statistic is beyond: the joint one is the larger.
 *
 * @category Adjustment
 */
export type Beyond = "neither" | "single" | "joint";

/**
 * The measurement test of one redundant measurement: its adjustment over the standard uncertainty of that adjustment. Floats.
 *
 * @category Adjustment
 */
export interface MeasurementTest {
  readonly address: string;
  readonly statistic: number;
  readonly critical: CriticalValues;
  readonly beyond: Beyond;
}

/** @internal */
export function globalTest(statistic: number, degreesOfFreedom: number, level: number): GlobalTest {
  if (degreesOfFreedom === 0) return { statistic, degreesOfFreedom, level, critical: undefined, probability: undefined, verdict: "not testable" };
  const critical = chiSquareQuantile(level, degreesOfFreedom);
  const probability = chiSquareTail(statistic, degreesOfFreedom);
  return { statistic, degreesOfFreedom, level, critical, probability, verdict: statistic > critical ? "rejects" : "accepts" };
}

/** The critical values of two-sided tests on so many statistics. @internal */
export function criticalValues(level: number, count: number): CriticalValues {
  return { single: normalQuantile(level), joint: normalQuantile(count <= 1 ? level : level ** (1 / count)) };
}

/** @internal */
export function beyondWhich(statistic: number, { single, joint }: CriticalValues): Beyond {
  return statistic > joint ? "joint" : statistic > single ? "single" : "neither";
}

/** The measurement tests, the largest statistic first. @internal */
export function measurementTests(statistics: readonly { readonly address: string; readonly statistic: number }[], level: number): readonly MeasurementTest[] {
  const critical = criticalValues(level, statistics.length);
  return [...statistics].sort((a, b) => b.statistic - a.statistic)
    .map(({ address, statistic }) => ({ address, statistic, critical, beyond: beyondWhich(statistic, critical) }));
}

/** The level of a test: 95 % unless said otherwise. @internal */
export function levelOf(level: QuantityInput<"fraction"> | undefined): number {
  if (level === undefined) return 0.95;
  const share = argument("level", "fraction", level);
  const value = share.inBase.toNumber();
  if (value > 0 && value < 1) return value;
  throw refused("out-of-range", "level", share.toString(), "a level of significance lies between 0 and 100 %, such as 95 %");
}

/**
 * The distributions that tests of significance are read from: normal, Student's t and chi-square. They are floats, to some twelve digits: a critical value is
 * a line drawn by convention, and no figure is certified by it.
 */
import { HeadgradeError, shown } from "../error.ts";
import { coverageFactor } from "../uncertainty/coverage-factor.ts";

// Lanczos, g = 7 and nine terms.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const TINY = 1e-300;
const CLOSE = 1e-16;

function logGamma(x: number): number {
  const base = x + 6.5;
  const sum = LANCZOS.reduce((total, term, index) => total + (index === 0 ? term : term / (x - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

// The regularised lower incomplete gamma function: a series below its bend, a continued fraction above, which gives the upper one.
function gammaShares(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * CLOSE; n++) sum += term *= x / (a + n);
    return { lower: sum * front, upper: 1 - sum * front };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / nonZero(step * d + b);
    c = nonZero(b + step / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return { lower: 1 - front * h, upper: front * h };
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The probability that chi-square exceeds a value. @internal */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return gammaShares(degreesOfFreedom / 2, value / 2).upper;
}

// Where a falling tail takes a value. By halves: sixty steps are nothing, and no start can mislead them.
function whereTail(tail: (value: number) => number, wanted: number): number {
  let high = 1;
  while (tail(high) > wanted && high < 1e300) high *= 2;
  let low = 0;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (tail(middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The value that chi-square exceeds with probability 1 - `probability` only: the critical value of the global test.
 *
 * A float, good to some ten digits.
 *
 * @param probability - the level, above 0 and below 1: 0.95.
 * @param degreesOfFreedom - 1 or more.
 * @throws `HeadgradeError` `out-of-range`.
 * @source NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4 (its table gives 7.815 for 0.95 and 3 degrees of freedom).
 * @example
 * ```ts
 * import { chiSquareQuantile } from "headgrade/adjust";
 *
 * chiSquareQuantile(0.95, 3).toFixed(5) // => "7.81473"
 * ```
 * @category Adjustment
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability(probability);
  requireDegrees(degreesOfFreedom);
  return whereTail((value) => chiSquareTail(value, degreesOfFreedom), 1 - probability);
}

/**
 * The value between whose negative and itself a standard normal variable lies with a probability: 1.96 for 0.95. The critical value of a two-sided test.
 *
 * A float, good to some ten digits.
 *
 * @param probability - the level, above 0 and below 1.
 * @throws `HeadgradeError` `out-of-range`.
 * @source JCGM 100:2008, table G.1.
 * @example
 * ```ts
 * import { normalQuantile } from "headgrade/adjust";
 *
 * normalQuantile(0.95).toFixed(3) // => "1.960"
 * ```
 * @category Adjustment
 */
export function normalQuantile(probability: number): number {
  requireProbability(probability);
  return coverageFactor(probability, Infinity);
}

/**
 * The value between whose negative and itself Student's t lies with a probability: the critical value of a two-sided test where the uncertainty itself is
 * known from few readings only.
 *
 * A float, good to some ten digits.
 *
 * @param probability - the level, above 0 and below 1.
 * @param degreesOfFreedom - above 0; need not be whole.
 * @throws `HeadgradeError` `out-of-range`.
 * @source JCGM 100:2008, table G.2.
 * @example
 * ```ts
 * import { studentQuantile } from "headgrade/adjust";
 *
 * studentQuantile(0.95, 10).toFixed(2) // => "2.23"
 * ```
 * @category Adjustment
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability(probability);
  requireDegrees(degreesOfFreedom);
  return coverageFactor(probability, degreesOfFreedom);
}

function requireProbability(probability: number): void {
  if (typeof probability === "number" && probability > 0 && probability < 1) return;
  throw new HeadgradeError("out-of-range", `A probability lies between 0 and 1, and this one is ${shown(probability)}: say 0.95 for 95 %.`, { given: probability });
}

function requireDegrees(degrees: number): void {
  if (typeof degrees === "number" && degrees > 0 && Number.isFinite(degrees)) return;
  throw new HeadgradeError("out-of-range", `Degrees of freedom are more than none, and these are ${shown(degrees)}.`, { given: degrees });
}

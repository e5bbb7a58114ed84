/**
 * Who caused how much of a change in a product: the Shapley mean. Replace the old factors by the new ones in one order, and each change is due to the factor
 * replaced; take the mean over all orders, and no order is preferred.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";

/** What the mean is reckoned in: exact numbers, or intervals of them. @internal */
export interface Arithmetic<T> {
  readonly of: (exact: Ratio) => T;
  readonly plus: (a: T, b: T) => T;
  readonly times: (a: T, b: T) => T;
}

/** @internal */
export const RATIOS: Arithmetic<Ratio> = { of: (exact) => exact, plus: (a, b) => a.plus(b), times: (a, b) => a.times(b) };

/** @internal */
export const INTERVALS: Arithmetic<Interval> = { of: (exact) => Interval.point(exact), plus: (a, b) => a.plus(b), times: (a, b) => a.times(b) };

/** A factor before and after. @internal */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/**
 * The mean, over all orders in which the factors of a product change, of the product of the *other* factors at the moment when one changes. The effect of that
 * one is its own change times this mean, and the effects of all of them add up to the change of the product, exactly.
 *
 * For factors that are not negative the mean grows with each of them, and the change of the one factor is no part of it. So over intervals it is exact: its
 * ends come from all low ends and from all high ends, and the effect's ends are products of these with the ends of the change.
 *
 * @internal
 */
export function meanOfOthers<T>(others: readonly Change<T>[], { of, plus, times }: Arithmetic<T>): T {
  // Of the product of (from + to t), the coefficient of t^k adds up what the others are when k of them have changed already.
  let coefficients: readonly T[] = [of(Ratio.one)];
  for (const { from, to } of others) {
    coefficients = Array.from({ length: coefficients.length + 1 }, (_, k) => {
      const stay = coefficients[k];
      const move = coefficients[k - 1];
      if (stay === undefined) return times(move as T, to);
      return move === undefined ? times(stay, from) : plus(times(stay, from), times(move, to));
    });
  }
  // Of all orders, the share in which the k changed already are these and no others is 1 / (n x choose(n - 1, k)).
  let chosen = 1n;
  const n = BigInt(coefficients.length);
  const terms = coefficients.map((coefficient, k) => {
    const term = times(coefficient, of(Ratio.fraction(1n, n * chosen)));
    chosen = chosen * (n - 1n - BigInt(k)) / BigInt(k + 1);
    return term;
  });
  return terms.reduce(plus);
}

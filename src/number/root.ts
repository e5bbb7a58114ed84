/** Square roots of exact numbers: exact where they are rational, else rounded at stated digits. */
import { HeadgradeError } from "../error.ts";
import { powerOfTen } from "./integer.ts";
import { DEFAULT_DIGITS, Ratio } from "./ratio.ts";

/**
 * The square root: exact if it is rational, else the nearest number of so many significant digits (40 unless said otherwise; there is no tie, as an
 * irrational root lies halfway between no two decimals).
 *
 * @throws `HeadgradeError` `out-of-range` for a negative number.
 * @internal
 */
export function squareRoot(value: Ratio, digits: number = DEFAULT_DIGITS): Ratio {
  if (value.sign < 0) throw new HeadgradeError("out-of-range", `${value.toString()} has no square root, being negative.`, { given: value.toString() });
  const { numerator, denominator } = value;
  const [n, d] = [wholeRoot(numerator), wholeRoot(denominator)];
  if (n * n === numerator && d * d === denominator) return Ratio.fraction(n, d);
  // Enough places for a root of two digits more than asked for; what is cut off there is no zero, so the rounding never sees a false tie.
  const places = Math.max(0, digits + 2 - Math.floor((numerator.toString().length - denominator.toString().length) / 2));
  const scaled = wholeRoot((numerator * powerOfTen(2 * places)) / denominator);
  return Ratio.fraction(2n * scaled + 1n, 2n * powerOfTen(places)).rounded({ digits });
}

/** The greatest whole number of which the square is not above another, by Newton's method from above. @internal */
export function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The ways to round a number, by name. Nothing in this library rounds unless a call names one of them or accepts its stated default. */
import { HeadgradeError, shown } from "../error.ts";
import { MAX_DIGITS } from "./numeral.ts";

/**
 * How a number that lies between two printable ones is rounded. `"half-away"` (ties go away from zero: 2.5 becomes 3, -2.5 becomes -3) is what
 * reports mean by rounding, and the default wherever a rounding is asked for.
 *
 * @category Numbers
 */
export type Rounding = "half-away" | "half-even" | "half-up" | "toward-zero" | "away-from-zero" | "floor" | "ceiling";

/**
 * Where to round: after so many decimal places, or to so many significant digits.
 *
 * @category Numbers
 */
export type Precision = { readonly places: number; readonly digits?: never } | { readonly digits: number; readonly places?: never };

/** The integer nearest to `n / d` (d > 0) under a rounding. @internal */
export function roundedQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  const quotient = n / d;
  const rest = n - quotient * d;
  if (rest === 0n) return quotient;
  const away = n < 0n ? -1n : 1n;
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (rounding) {
    case "toward-zero": return quotient;
    case "away-from-zero": return quotient + away;
    case "floor": return n < 0n ? quotient - 1n : quotient;
    case "ceiling": return n < 0n ? quotient : quotient + 1n;
    case "half-away": return twice >= d ? quotient + away : quotient;
    case "half-up": return twice > d || (twice === d && n > 0n) ? quotient + away : quotient;
    case "half-even": return twice > d || (twice === d && quotient % 2n !== 0n) ? quotient + away : quotient;
  }
}

/** The places or digits of a precision, once they are known to be a whole number in the range read. @internal */
export function checkedPrecision(value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value <= MAX_DIGITS) return value;
  throw new HeadgradeError(
    "out-of-range",
    `A precision must be a whole number from ${String(least)} to ${String(MAX_DIGITS)}, and this one is ${shown(value)}.`,
    { given: value, least, most: MAX_DIGITS },
  );
}

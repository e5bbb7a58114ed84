/** Whole numbers under a ratio: safe integers while they fit, bigints beyond, powers of ten, and common factors. */
import type { Whole } from "./numeral.ts";

/** The largest integer up to which a double counts every one. @internal */
export const MAX_SAFE: number = Number.MAX_SAFE_INTEGER;

/** The powers of ten that are safe integers, as doubles. @internal */
export const POWERS_OF_TEN: readonly number[] = /* @__PURE__ */ Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Powers of ten as they were asked for: rounding asks for the same few all the time. */
const powers: bigint[] = [];
const MOST_KEPT = 512;

/** Ten to a power that is not negative. @internal */
export function powerOfTen(exponent: number): bigint {
  return exponent < MOST_KEPT ? powers[exponent] ??= 10n ** BigInt(exponent) : 10n ** BigInt(exponent);
}

/** Whether a product or sum of safe integers is exact as a double. @internal */
export function isSafe(value: number): boolean {
  return value <= MAX_SAFE && value >= -MAX_SAFE;
}

/** Whether a bigint is a safe integer. @internal */
export function fitsDouble(value: bigint): boolean {
  return value <= MAX_SAFE && value >= -MAX_SAFE;
}

/** The integer without its sign. @internal */
export function magnitudeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The greatest common divisor of two safe integers, the second not negative. @internal */
export function commonFactor(a: number, b: number): number {
  let [p, q] = [Math.abs(a), b];
  while (q !== 0) [p, q] = [q, p % q];
  return p;
}

/** A fraction in lowest terms. @internal */
export function lowestTerms(n: Whole, d: Whole): [bigint, bigint] {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  let a = magnitudeOf(numerator);
  let b = denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? [numerator, denominator] : [numerator / a, denominator / a];
}

/** How many decimal places hold 1/d whole, or `undefined` when none do. @internal */
export function terminatingPlaces(d: bigint): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** `coefficient / 10^places` in plain digits, without an exponent. @internal */
export function plainDigits(coefficient: bigint, places: number): string {
  if (places <= 0) return (coefficient * powerOfTen(-places)).toString();
  const digits = magnitudeOf(coefficient).toString().padStart(places + 1, "0");
  return `${coefficient < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

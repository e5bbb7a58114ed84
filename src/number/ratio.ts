/**
 * Exact rational numbers, on which everything else stands. A decimal cannot hold one troy ounce per short ton (240/7 g/t) and decimal
 * libraries round sums and products; a ratio of two integers does neither.
 */
import type { Decimal } from "decimal.js";
import { HeadgradeError } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { decimalFromText, isDecimal } from "./decimal.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "./display.ts";
import {
  commonFactor, fitsDouble, isSafe, lowestTerms, magnitudeOf, MAX_SAFE, plainDigits, POWERS_OF_TEN, powerOfTen, terminatingPlaces,
} from "./integer.ts";
import { MAX_DIGITS, notANumber, readPlainNumeral, unsafeInteger, type Whole } from "./numeral.ts";
import { checkedPrecision, roundedQuotient, type Precision, type Rounding } from "./rounding.ts";

/**
 * What is accepted wherever a number is: text such as `"1.88"` or `"240/7"`, a JavaScript number (read by its shortest decimal form), a bigint, a
 * `Decimal` of any decimal.js copy, or a {@link Ratio}.
 *
 * @category Numbers
 */
export type Numeric = string | number | bigint | Decimal | Ratio;

/** The significant digits of a non-terminating value when the caller asked for none. @category Numbers */
export const DEFAULT_DIGITS = 40;

// A fraction of bigints is reduced only when one of them outgrows this: reducing costs more than several products.
const REDUCE_BEYOND = 2n ** 320n;

/**
 * An exact rational number. Immutable; arithmetic never rounds.
 *
 * Choose it where a decimal would have to round; {@link Ratio.toDecimal} leaves the exact world by name.
 *
 * @example
 * ```ts
 * import { Ratio } from "headgrade";
 *
 * const perShortTon = Ratio.of("31.1034768").dividedBy("0.90718474");
 * String(perShortTon) // => "240/7"
 * String(perShortTon.times(7)) // => "240"
 * perShortTon.toDecimal({ places: 4 }).toString() // => "34.2857"
 * ```
 * @category Numbers
 */
export class Ratio {
  // Two safe integers, or two bigints; the denominator is positive; common factors may remain.
  readonly #n: Whole;
  readonly #d: Whole;

  private constructor(n: Whole, d: Whole) {
    this.#n = n;
    this.#d = d;
  }

  /** Zero. */
  static readonly zero: Ratio = /* @__PURE__ */ new Ratio(0, 1);
  /** One. */
  static readonly one: Ratio = /* @__PURE__ */ new Ratio(1, 1);

  /**
   * The exact value of a number in any of the accepted forms.
   *
   * @throws {@link HeadgradeError} `not-a-number` for NaN, infinities and foreign things; `unsafe-integer` for a JavaScript integer beyond 2^53;
   * `malformed-number` for other text; `too-large` past 1,000 digits; `division-by-zero` for `"1/0"`.
   */
  static of(value: Numeric): Ratio {
    if (value instanceof Ratio) return value;
    switch (typeof value) {
      case "number": return ofNumber(value);
      case "bigint": return Ratio.fraction(value, 1n);
      case "string": return ofText(value);
      default: return ofForeign(value);
    }
  }

  /**
   * The fraction of two integers.
   *
   * @throws {@link HeadgradeError} `division-by-zero` when the denominator is zero.
   */
  static fraction(numerator: bigint, denominator: bigint): Ratio {
    if (denominator === 0n) throw divisionByZero(numerator);
    return denominator < 0n ? Ratio.#settled(-numerator, -denominator) : Ratio.#settled(numerator, denominator);
  }

  /** `coefficient x 10^exponent`, as a numeral gives them. @internal */
  static scaled(coefficient: Whole, exponent: number): Ratio {
    if (exponent === 0) return typeof coefficient === "number" ? new Ratio(coefficient, 1) : new Ratio(coefficient, 1n);
    if (typeof coefficient === "number" && exponent < 0 && exponent >= -15) {
      let n = coefficient;
      let places = -exponent;
      while (places > 0 && n % 10 === 0) {
        n /= 10;
        places--;
      }
      return new Ratio(n, POWERS_OF_TEN[places] as number);
    }
    const power = powerOfTen(Math.abs(exponent));
    return exponent > 0 ? Ratio.#settled(BigInt(coefficient) * power, 1n) : Ratio.#settled(BigInt(coefficient), power);
  }

  /** The product of four, which stays on doubles when the whole of it does: what the trade's formulas multiply most. @internal */
  static product(a: Ratio, b: Ratio, c: Ratio, factor: Ratio): Ratio {
    if (
      typeof a.#n === "number" && typeof a.#d === "number" && typeof b.#n === "number" && typeof b.#d === "number"
      && typeof c.#n === "number" && typeof c.#d === "number" && typeof factor.#n === "number" && typeof factor.#d === "number"
    ) {
      const n = a.#n * b.#n * c.#n * factor.#n;
      const d = a.#d * b.#d * c.#d * factor.#d;
      // A partial product that was rounded lies beyond 2^53, and no integer but zero brings it back.
      if (isSafe(n) && d <= MAX_SAFE) return new Ratio(n + 0, d);
    }
    return Ratio.#settled(
      BigInt(a.#n) * BigInt(b.#n) * BigInt(c.#n) * BigInt(factor.#n), BigInt(a.#d) * BigInt(b.#d) * BigInt(c.#d) * BigInt(factor.#d),
    );
  }

  /** The same number kept in lowest terms: worth its cost for a factor that is multiplied by often. @internal */
  reduced(): Ratio {
    return Ratio.#settled(...lowestTerms(this.#n, this.#d));
  }

  /** The numerator in lowest terms; it carries the sign. */
  get numerator(): bigint {
    return lowestTerms(this.#n, this.#d)[0];
  }

  /** The denominator in lowest terms; it is positive. */
  get denominator(): bigint {
    return lowestTerms(this.#n, this.#d)[1];
  }

  /** -1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.#n > 0 ? 1 : this.#n < 0 ? -1 : 0;
  }

  get isZero(): boolean {
    return this.#n == 0;
  }

  get isInteger(): boolean {
    return this.denominator === 1n;
  }

  /** Whether the value has a finite decimal expansion. */
  get isTerminating(): boolean {
    return terminatingPlaces(this.denominator) !== undefined;
  }

  /** The exact sum. */
  plus(other: Numeric): Ratio {
    const that = Ratio.of(other);
    const a = this.#n;
    const b = this.#d;
    const c = that.#n;
    const d = that.#d;
    if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
      const left = b === d ? a : a * d;
      const right = b === d ? c : c * b;
      const denominator = b === d ? b : b * d;
      if (isSafe(left) && isSafe(right) && isSafe(left + right) && denominator <= MAX_SAFE) return new Ratio(left + right, denominator);
    }
    const [p, q, r, s] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
    return q === s ? Ratio.#settled(p + r, q) : Ratio.#settled(p * s + r * q, q * s);
  }

  /** The exact difference. */
  minus(other: Numeric): Ratio {
    return this.plus(Ratio.of(other).negated());
  }

  /** The exact product. */
  times(other: Numeric): Ratio {
    const that = Ratio.of(other);
    const a = this.#n;
    const b = this.#d;
    const c = that.#n;
    const d = that.#d;
    if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
      const n = a * c;
      const denominator = b * d;
      if (isSafe(n) && denominator <= MAX_SAFE) return new Ratio(n + 0, denominator);
      // Dividing crosswise by common factors (of powers of ten, mostly) is cheaper than going on with bigints.
      const p = commonFactor(a, d);
      const q = commonFactor(c, b);
      const shortN = (a / p) * (c / q);
      const shortD = (b / q) * (d / p);
      if (isSafe(shortN) && shortD <= MAX_SAFE) return new Ratio(shortN + 0, shortD);
    }
    return Ratio.#settled(BigInt(a) * BigInt(c), BigInt(b) * BigInt(d));
  }

  /**
   * The exact quotient.
   *
   * @throws {@link HeadgradeError} `division-by-zero`.
   */
  dividedBy(other: Numeric): Ratio {
    return this.times(Ratio.of(other).reciprocal());
  }

  /**
   * One divided by this.
   *
   * @throws {@link HeadgradeError} `division-by-zero`.
   */
  reciprocal(): Ratio {
    if (this.isZero) throw divisionByZero(1n);
    return this.#n < 0 ? new Ratio(-this.#d, -this.#n) : new Ratio(this.#d, this.#n);
  }

  negated(): Ratio {
    return this.isZero ? this : new Ratio(-this.#n, this.#d);
  }

  absolute(): Ratio {
    return this.#n < 0 ? this.negated() : this;
  }

  /** -1, 0 or 1 as this is less than, equal to or greater than the other. */
  compare(other: Numeric): -1 | 0 | 1 {
    const that = Ratio.of(other);
    const a = this.#n;
    const b = this.#d;
    const c = that.#n;
    const d = that.#d;
    if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
      const left = a * d;
      const right = c * b;
      if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0;
    }
    const left = BigInt(a) * BigInt(d);
    const right = BigInt(c) * BigInt(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Numeric): boolean {
    return this.compare(other) === 0;
  }

  isLessThan(other: Numeric): boolean {
    return this.compare(other) < 0;
  }

  isGreaterThan(other: Numeric): boolean {
    return this.compare(other) > 0;
  }

  /**
   * This value rounded, and exact again: the nearest multiple of a power of ten under the rounding named.
   *
   * @throws {@link HeadgradeError} `out-of-range` for a precision that is not a whole number within ±1,000 (digits: from 1).
   */
  rounded(precision: Precision, rounding: Rounding = "half-away"): Ratio {
    const { places, coefficient } = this.#scaledTo(precision, rounding);
    return places >= 0 ? Ratio.#settled(coefficient, powerOfTen(places)) : Ratio.#settled(coefficient * powerOfTen(-places), 1n);
  }

  /**
   * The value as a Decimal: leaving the exact world, by name. A terminating value comes out whole unless a precision is asked for; a non-terminating one
   * at 40 significant digits ({@link Ratio.isTerminating} tells which it was).
   *
   * @throws {@link HeadgradeError} `out-of-range` for a precision that is not a whole number within ±1,000 (digits: from 1).
   */
  toDecimal(precision?: Precision, rounding: Rounding = "half-away"): Decimal {
    return decimalFromText(this.toFixed(precision, rounding));
  }

  /**
   * The plain digits that {@link Ratio.toDecimal} would hold, without an exponent; `places` keeps its trailing zeros.
   *
   * @throws {@link HeadgradeError} `out-of-range` for a precision that is not a whole number within ±1,000 (digits: from 1).
   */
  toFixed(precision?: Precision, rounding: Rounding = "half-away"): string {
    const whole = precision === undefined ? terminatingPlaces(this.denominator) : undefined;
    if (whole !== undefined) return plainDigits(this.#coefficientAt(whole, rounding), whole);
    const { places, coefficient } = this.#scaledTo(precision ?? { digits: DEFAULT_DIGITS }, rounding);
    return plainDigits(coefficient, places);
  }

  /** The nearest double, or one beside it: for drawing and for guiding a search, never for a verdict. */
  toNumber(): number {
    const n = this.#n;
    const d = this.#d;
    if (typeof n === "number" && typeof d === "number") return n / d;
    const quotient = Number(n) / Number(d);
    return Number.isFinite(quotient) && (quotient !== 0 || n == 0) ? quotient : Number(this.toFixed({ digits: 17 }));
  }

  /** The whole decimal where the value terminates, else the fraction: `"1.88"`, `"240/7"`. {@link Ratio.of} reads both back. */
  toString(): string {
    return this.isTerminating ? this.toFixed() : `${String(this.numerator)}/${String(this.denominator)}`;
  }

  /** The same text as {@link Ratio.toString}. */
  toJSON(): string {
    return this.toString();
  }

  /** Refuses `<`, `+` and the like, which would silently go through a double. */
  valueOf(): never {
    throw new HeadgradeError("not-comparable", "A Ratio does not take part in <, > or +: call compare, isLessThan, plus or minus, or toNumber() for a double.");
  }

  get [Symbol.toStringTag](): string {
    return "Ratio";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Ratio(${this.toString()})`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }

  /** Whether the numerator or the denominator, unreduced, exceeds a limit. @internal */
  isLongerThan(limit: bigint): boolean {
    const n = this.#n;
    return this.#d > limit || n > limit || n < -limit;
  }

  #coefficientAt(places: number, rounding: Rounding): bigint {
    const n = BigInt(this.#n);
    const d = BigInt(this.#d);
    return places >= 0 ? roundedQuotient(n * powerOfTen(places), d, rounding) : roundedQuotient(n, d * powerOfTen(-places), rounding);
  }

  // The places after the point that a precision means for this value (negative ones lie before the point), and the value rounded there.
  #scaledTo(precision: Precision, rounding: Rounding): { places: number; coefficient: bigint } {
    const digits = precision.places === undefined ? checkedPrecision(precision.digits, 1) : undefined;
    let places = digits === undefined ? checkedPrecision(precision.places as number, -MAX_DIGITS) : this.isZero ? 0 : digits - this.#leadingPlace() - 1;
    let coefficient = this.#coefficientAt(places, rounding);
    if (digits === undefined || this.isZero) return { places, coefficient };
    // The estimate is off by one at most, and rounding can add a digit (9.99 to two is 10) or hide that one is missing (0.85 rounds to 1).
    const limit = powerOfTen(digits);
    const isShort = magnitudeOf(coefficient) * 10n <= limit && magnitudeOf(this.#coefficientAt(places, "toward-zero")) * 10n < limit;
    if (isShort) coefficient = this.#coefficientAt(++places, rounding);
    while (magnitudeOf(coefficient) >= limit) coefficient = this.#coefficientAt(--places, rounding);
    return { places, coefficient };
  }

  // The power of ten of the leading digit, or one less or one more.
  #leadingPlace(): number {
    const n = this.#n;
    const d = this.#d;
    if (typeof n === "number" && typeof d === "number") return Math.floor(Math.log10(Math.abs(n) / d));
    return magnitudeOf(BigInt(n)).toString().length - d.toString().length;
  }

  static #settled(n: bigint, d: bigint): Ratio {
    if (fitsDouble(n) && fitsDouble(d)) return new Ratio(Number(n), Number(d));
    if (n < REDUCE_BEYOND && n > -REDUCE_BEYOND && d < REDUCE_BEYOND) return new Ratio(n, d);
    const [p, q] = lowestTerms(n, d);
    return fitsDouble(p) && fitsDouble(q) ? new Ratio(Number(p), Number(q)) : new Ratio(p, q);
  }
}

function ofNumber(value: number): Ratio {
  if (Number.isInteger(value)) {
    if (Number.isSafeInteger(value)) return Ratio.scaled(value + 0, 0);
    throw unsafeInteger(value);
  }
  if (!Number.isFinite(value)) throw notANumber(value);
  return ofText(String(value));
}

function ofText(text: string): Ratio {
  const slash = text.indexOf("/");
  return slash < 0 ? whole(text, 0, text.length) : whole(text, 0, slash).dividedBy(whole(text, slash + 1, text.length));
}

function whole(text: string, from: number, to: number): Ratio {
  const { coefficient, exponent } = readPlainNumeral(text, from, to);
  return Ratio.scaled(coefficient, exponent);
}

function ofForeign(value: unknown): Ratio {
  if (isDecimal(value)) {
    const text = value.toString();
    if (text === "NaN" || text.endsWith("Infinity")) throw notANumber(text);
    return ofText(text);
  }
  // A Ratio of the other copy of the package (ESM beside CommonJS).
  if (typeof value === "object" && value !== null && "numerator" in value && "denominator" in value) {
    const { numerator, denominator } = value;
    if (typeof numerator === "bigint" && typeof denominator === "bigint") return Ratio.fraction(numerator, denominator);
  }
  throw notANumber(value);
}

function divisionByZero(numerator: bigint): HeadgradeError {
  return new HeadgradeError("division-by-zero", "Division by zero: the divisor must be a number other than zero.", { numerator });
}

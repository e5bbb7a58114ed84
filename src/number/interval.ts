/**
 * Sets of exact numbers between two ends, each open or closed or absent. An interval here is a promise: the true value lies inside. Every operation
 * keeps that promise and keeps the ends exact; only {@link Interval.outward} rounds, and it rounds away from the inside.
 */
import { HeadgradeError } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "./display.ts";
import { powerOfTen } from "./integer.ts";
import { Ratio, type Numeric } from "./ratio.ts";

/**
 * The ends of an interval as they are given: an absent end is unbounded, and ends are closed (included) unless said otherwise.
 *
 * @category Numbers
 */
export interface Ends {
  readonly low?: Numeric | undefined;
  readonly high?: Numeric | undefined;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
}

/**
 * An interval of exact numbers with open, closed or absent ends. Immutable and never empty: what would be empty is `undefined`.
 *
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 *
 * const printed = Interval.between({ low: "1.875", high: "1.885" });
 * const truncated = Interval.between({ low: "1.88", high: "1.89", highOpen: true });
 * String(printed.intersect(truncated)) // => "[1.88, 1.885]"
 * printed.contains("1.885") // => true
 * ```
 * @category Numbers
 */
export class Interval {
  // Private fields behind getters are as immutable as a frozen object, and made in a fraction of its time.
  readonly #low: Ratio | undefined;
  readonly #high: Ratio | undefined;
  readonly #lowClosed: boolean;
  readonly #highClosed: boolean;

  private constructor(low: Ratio | undefined, lowClosed: boolean, high: Ratio | undefined, highClosed: boolean) {
    this.#low = low;
    this.#lowClosed = lowClosed;
    this.#high = high;
    this.#highClosed = highClosed;
  }

  /** The lower end, or `undefined` when there is none. */
  get low(): Ratio | undefined {
    return this.#low;
  }

  /** The upper end, or `undefined` when there is none. */
  get high(): Ratio | undefined {
    return this.#high;
  }

  /** Whether the lower end itself belongs to the interval; false when there is none. */
  get lowClosed(): boolean {
    return this.#lowClosed;
  }

  /** Whether the upper end itself belongs to the interval; false when there is none. */
  get highClosed(): boolean {
    return this.#highClosed;
  }

  /** All numbers. */
  static readonly all: Interval = /* @__PURE__ */ new Interval(undefined, false, undefined, false);
  /** Zero and all positive numbers. */
  static readonly nonNegative: Interval = /* @__PURE__ */ new Interval(Ratio.zero, true, undefined, false);

  /**
   * The interval between two ends.
   *
   * @throws {@link HeadgradeError} `empty-interval` when no number lies between them.
   */
  static between(ends: Ends): Interval {
    const made = Interval.#of(
      ends.low === undefined ? undefined : Ratio.of(ends.low), ends.lowOpen !== true,
      ends.high === undefined ? undefined : Ratio.of(ends.high), ends.highOpen !== true,
    );
    if (made !== undefined) return made;
    throw new HeadgradeError(
      "empty-interval",
      `No number lies between ${String(ends.low)} and ${String(ends.high)}: give the lower end first, and close both ends for a single point.`,
      { low: ends.low, high: ends.high },
    );
  }

  /** The interval that holds one number only. */
  static point(value: Numeric): Interval {
    const exact = Ratio.of(value);
    return new Interval(exact, true, exact, true);
  }

  static #of(low: Ratio | undefined, lowClosed: boolean, high: Ratio | undefined, highClosed: boolean): Interval | undefined {
    if (low !== undefined && high !== undefined) {
      const order = low.compare(high);
      if (order > 0 || (order === 0 && !(lowClosed && highClosed))) return undefined;
    }
    return new Interval(low, low !== undefined && lowClosed, high, high !== undefined && highClosed);
  }

  get isPoint(): boolean {
    return this.low !== undefined && this.high !== undefined && this.low.equals(this.high);
  }

  get isBounded(): boolean {
    return this.low !== undefined && this.high !== undefined;
  }

  /** The distance between the ends, or `undefined` when one is absent. */
  get width(): Ratio | undefined {
    return this.low === undefined || this.high === undefined ? undefined : this.high.minus(this.low);
  }

  /** The number halfway between the ends, or `undefined` when one is absent. */
  get middle(): Ratio | undefined {
    return this.low === undefined || this.high === undefined ? undefined : this.low.plus(this.high).times(HALF);
  }

  /** Whether the number lies inside. */
  contains(value: Numeric): boolean {
    const exact = Ratio.of(value);
    const fromLow = this.low === undefined ? 1 : exact.compare(this.low);
    const toHigh = this.high === undefined ? -1 : exact.compare(this.high);
    return (fromLow > 0 || (fromLow === 0 && this.lowClosed)) && (toHigh < 0 || (toHigh === 0 && this.highClosed));
  }

  /** Whether every number of the other lies inside this one too. */
  encloses(other: Interval): boolean {
    return !lowIsTighter(this, other) && !highIsTighter(this, other);
  }

  equals(other: Interval): boolean {
    return this.encloses(other) && other.encloses(this);
  }

  /** The numbers that lie in both, or `undefined` when there are none. */
  intersect(other: Interval): Interval | undefined {
    const low = lowIsTighter(other, this) ? other : this;
    const high = highIsTighter(other, this) ? other : this;
    if (low === high) return low;
    return Interval.#of(low.low, low.lowClosed, high.high, high.highClosed);
  }

  /** The smallest interval that holds both. */
  hull(other: Interval): Interval {
    const low = lowIsTighter(this, other) ? other : this;
    const high = highIsTighter(this, other) ? other : this;
    return new Interval(low.low, low.lowClosed, high.high, high.highClosed);
  }

  /** All sums of a number of this and a number of the other. An end is closed if both ends added are. */
  plus(other: Interval): Interval {
    return new Interval(
      this.low === undefined || other.low === undefined ? undefined : this.low.plus(other.low), this.lowClosed && other.lowClosed,
      this.high === undefined || other.high === undefined ? undefined : this.high.plus(other.high), this.highClosed && other.highClosed,
    );
  }

  /** All differences. */
  minus(other: Interval): Interval {
    return this.plus(other.negated());
  }

  /** All numbers of this with the sign changed: ends and their flags change places. */
  negated(): Interval {
    return new Interval(this.high?.negated(), this.highClosed, this.low?.negated(), this.lowClosed);
  }

  /** All numbers of this times one number. */
  scaledBy(factor: Numeric): Interval {
    const exact = Ratio.of(factor);
    if (exact === Ratio.one) return this;
    if (exact.sign === 0) return Interval.point(exact);
    const low = this.low?.times(exact);
    const high = this.high?.times(exact);
    return exact.sign > 0
      ? new Interval(low, this.lowClosed, high, this.highClosed)
      : new Interval(high, this.highClosed, low, this.lowClosed);
  }

  /** All products of a number of this and a number of the other. */
  times(other: Interval): Interval {
    if (isNonNegative(this) && isNonNegative(other)) {
      const low = productOfEnds(lowEnd(this), lowEnd(other));
      const high = productOfEnds(highEnd(this), highEnd(other));
      return new Interval(low.value, low.closed, high.value, high.closed);
    }
    const products = [lowEnd(this), highEnd(this)].flatMap((a) => [lowEnd(other), highEnd(other)].map((b) => productOfEnds(a, b)));
    // Zero is a product as soon as one side holds it, whichever ends are open.
    if (this.contains(Ratio.zero) || other.contains(Ratio.zero)) products.push({ value: Ratio.zero, infinite: 0, closed: true });
    const low = products.reduce((least, end) => (precedes(end, least, -1) ? end : least));
    const high = products.reduce((most, end) => (precedes(end, most, 1) ? end : most));
    return new Interval(low.value, low.closed, high.value, high.closed);
  }

  /**
   * All numbers `q` such that `q x divisor` can lie in this for some number of the divisor: the quotients, read as a relation, so that a divisor which
   * can be zero is no error. The smallest interval that holds them, or `undefined` when there are none.
   */
  dividedBy(divisor: Interval): Interval | undefined {
    if (divisor.contains(Ratio.zero)) {
      if (this.contains(Ratio.zero)) return Interval.all;
      const negative = divisor.intersect(BELOW_ZERO);
      const positive = divisor.intersect(ABOVE_ZERO);
      const below = negative && this.dividedBy(negative);
      const above = positive && this.dividedBy(positive);
      return below && above ? below.hull(above) : below ?? above;
    }
    return this.times(reciprocals(divisor));
  }

  /**
   * The same interval with long ends replaced by short ones further out, so that it still holds all it held. An end whose fraction fits in the given number of
   * digits stays exact; one that moved is open.
   */
  outward(digits: number): Interval {
    const limit = powerOfTen(digits);
    const low = this.low?.isLongerThan(limit) === true ? this.low.rounded({ digits }, "floor") : this.low;
    const high = this.high?.isLongerThan(limit) === true ? this.high.rounded({ digits }, "ceiling") : this.high;
    if (low === this.low && high === this.high) return this;
    return new Interval(low, this.lowClosed && sameEnd(low, this.low), high, this.highClosed && sameEnd(high, this.high));
  }

  /** `"[1.875, 1.885)"`; an absent end prints as `-inf` or `inf`. */
  toString(): string {
    return `${this.lowClosed ? "[" : "("}${this.low?.toString() ?? "-inf"}, ${this.high?.toString() ?? "inf"}${this.highClosed ? "]" : ")"}`;
  }

  /** The ends as exact texts, with their flags; {@link Interval.between} reads it back. */
  toJSON(): { low?: string; high?: string; lowOpen?: true; highOpen?: true } {
    return {
      ...(this.low === undefined ? {} : { low: this.low.toString(), ...(this.lowClosed ? {} : { lowOpen: true as const }) }),
      ...(this.high === undefined ? {} : { high: this.high.toString(), ...(this.highClosed ? {} : { highOpen: true as const }) }),
    };
  }

  get [Symbol.toStringTag](): string {
    return "Interval";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Interval ${this.toString()}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }
}

const HALF: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 2n);
const BELOW_ZERO: Interval = /* @__PURE__ */ Interval.between({ high: 0, highOpen: true });
const ABOVE_ZERO: Interval = /* @__PURE__ */ Interval.between({ low: 0, lowOpen: true });

interface End {
  /** Absent when the end is infinite. */
  readonly value: Ratio | undefined;
  /** -1 or 1 at an infinite end, else 0. */
  readonly infinite: -1 | 0 | 1;
  readonly closed: boolean;
}

function lowEnd({ low, lowClosed }: Interval): End {
  return { value: low, infinite: low === undefined ? -1 : 0, closed: lowClosed };
}

function highEnd({ high, highClosed }: Interval): End {
  return { value: high, infinite: high === undefined ? 1 : 0, closed: highClosed };
}

function isNonNegative({ low }: Interval): boolean {
  return low !== undefined && low.sign >= 0;
}

function productOfEnds(a: End, b: End): End {
  if (a.value !== undefined && b.value !== undefined) {
    // Zero times anything is zero, so a closed zero closes the product.
    const closed = (a.closed && b.closed) || (a.closed && a.value.isZero) || (b.closed && b.value.isZero);
    return { value: a.value.times(b.value), infinite: 0, closed };
  }
  const finite = a.value === undefined ? b : a;
  if (finite.value?.isZero === true) return { value: Ratio.zero, infinite: 0, closed: finite.closed };
  const sign = (a.value?.sign ?? a.infinite) * (b.value?.sign ?? b.infinite);
  return { value: undefined, infinite: sign < 0 ? -1 : 1, closed: false };
}

// Whether `end` lies further out than `other` in a direction; of two equal ends the closed one does.
function precedes(end: End, other: End, direction: -1 | 1): boolean {
  if (end.value === undefined || other.value === undefined) return end.infinite * direction > other.infinite * direction;
  const order = end.value.compare(other.value) * direction;
  return order > 0 || (order === 0 && end.closed && !other.closed);
}

// The reciprocals of an interval that does not hold zero (zero may be an open end).
function reciprocals({ low, high, lowClosed, highClosed }: Interval): Interval {
  return Interval.between({
    low: high === undefined ? Ratio.zero : high.isZero ? undefined : high.reciprocal(),
    lowOpen: !highClosed,
    high: low === undefined ? Ratio.zero : low.isZero ? undefined : low.reciprocal(),
    highOpen: !lowClosed,
  });
}

function lowIsTighter(a: Interval, b: Interval): boolean {
  if (a.low === undefined) return false;
  if (b.low === undefined) return true;
  const order = a.low.compare(b.low);
  return order > 0 || (order === 0 && !a.lowClosed && b.lowClosed);
}

function highIsTighter(a: Interval, b: Interval): boolean {
  if (a.high === undefined) return false;
  if (b.high === undefined) return true;
  const order = a.high.compare(b.high);
  return order < 0 || (order === 0 && !a.highClosed && b.highClosed);
}

function sameEnd(a: Ratio | undefined, b: Ratio | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}

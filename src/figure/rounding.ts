/**
 * Which true values would print as one printed value: the rules of rounding, and the interval that each gives. Every interval here is exact, with its ends
 * open or closed as the rule has it, and holds every true value that would print so and no other.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { MAX_DIGITS } from "../number/numeral.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";

/**
 * How a printed figure came from its true value. `"nearest"`, where it is not known what became of ties, is the default: a report seldom says more.
 *
 * - `"nearest"`: to the nearest, ties either way.
 * - `"half-up"`: ties upward (2.5 prints 3, -2.5 prints -2).
 * - `"half-away"`: ties away from zero (-2.5 prints -3).
 * - `"half-even"`: ties to the even last digit.
 * - `"truncated"`: further digits dropped.
 * - `"nearest-or-truncated"`: one or the other, not known which.
 * - `"exact"`: not rounded at all, as a count of days.
 *
 * @category Figures
 */
export type RoundingRule = "nearest" | "half-up" | "half-away" | "half-even" | "truncated" | "nearest-or-truncated" | "exact";

/** The rules by name. @internal */
export const ROUNDING_RULES: readonly RoundingRule[] = ["nearest", "half-up", "half-away", "half-even", "truncated", "nearest-or-truncated", "exact"];

/**
 * The true values that print as a value rounded at a decimal place.
 *
 * Use {@link significantInterval} for a value rounded to significant figures, and a {@link Figure} for a text.
 *
 * @param value - the printed value.
 * @param lastPlace - the power of ten of its last digit: -2 for 1.88, 3 for a whole number of thousands.
 * @throws {@link HeadgradeError} `out-of-range` for a place that is no whole number, or a value with digits beyond it; `unknown-option` for an unknown rule.
 * @example
 * ```ts
 * import { roundingInterval } from "headgrade";
 *
 * String(roundingInterval("1.88", -2, "nearest")) // => "[1.875, 1.885]"
 * String(roundingInterval("1.88", -2, "truncated")) // => "[1.88, 1.89)"
 * String(roundingInterval("-2", 0, "half-away")) // => "(-2.5, -1.5]"
 * ```
 * @category Figures
 */
export function roundingInterval(value: Numeric, lastPlace: number, rule: RoundingRule): Interval {
  return intervalAround(Ratio.of(value), { lastPlace, innerPlace: lastPlace, rule });
}

/**
 * The true values that print as a value rounded to significant figures.
 *
 * It differs from {@link roundingInterval} at powers of ten, below which the printable values lie ten times closer: to two figures 99 and 100 are neighbours,
 * and so are 100 and 110.
 *
 * @param value - the printed value.
 * @param lastPlace - the power of ten of its last significant digit: 1 for 100 to two figures.
 * @throws {@link HeadgradeError} `out-of-range` for a place that is no whole number, or a value with digits beyond it; `unknown-option` for an unknown rule.
 * @example
 * ```ts
 * import { significantInterval } from "headgrade";
 *
 * String(significantInterval(100, 1, "nearest")) // => "[99.5, 105]"
 * String(significantInterval(120, 1, "nearest")) // => "[115, 125]"
 * ```
 * @category Figures
 */
export function significantInterval(value: Numeric, lastPlace: number, rule: RoundingRule): Interval {
  const exact = Ratio.of(value);
  return intervalAround(exact, { lastPlace, innerPlace: isPowerOfTen(exact) ? lastPlace - 1 : lastPlace, rule });
}

interface Printing {
  readonly lastPlace: number;
  /** The last place of the neighbour nearer to zero. */
  readonly innerPlace: number;
  readonly rule: RoundingRule;
}

function intervalAround(value: Ratio, { lastPlace, innerPlace, rule }: Printing): Interval {
  const coefficient = coefficientAt(value, lastPlace);
  const even = coefficient.numerator % 2n === 0n;
  const side = (upward: boolean): { readonly end: Ratio; readonly open: boolean } => {
    const outward = value.isZero || upward === (value.sign > 0);
    // Next to a power of ten the finer place makes the last digit a zero, which is even.
    const { halves, closed } = reach(rule, { outward, upward, even: even || (!outward && innerPlace < lastPlace) });
    const distance = Ratio.scaled(5 * halves, (outward ? lastPlace : innerPlace) - 1);
    return { end: upward ? value.plus(distance) : value.minus(distance), open: !closed };
  };
  const low = side(false);
  const high = side(true);
  return Interval.between({ low: low.end, lowOpen: low.open, high: high.end, highOpen: high.open });
}

interface Side {
  /** Away from zero. */
  readonly outward: boolean;
  /** Toward the greater numbers. */
  readonly upward: boolean;
  /** Whether the last printed digit is even. */
  readonly even: boolean;
}

/** How far the true values reach to one side, in halves of the last place, and whether the furthest is one of them. */
function reach(rule: RoundingRule, { outward, upward, even }: Side): { readonly halves: 0 | 1 | 2; readonly closed: boolean } {
  switch (rule) {
    case "nearest": return { halves: 1, closed: true };
    case "half-up": return { halves: 1, closed: !upward };
    case "half-away": return { halves: 1, closed: !outward };
    case "half-even": return { halves: 1, closed: even };
    case "truncated": return outward ? { halves: 2, closed: false } : { halves: 0, closed: true };
    case "nearest-or-truncated": return outward ? { halves: 2, closed: false } : { halves: 1, closed: true };
    case "exact": return { halves: 0, closed: true };
    default: throw unknownRule(rule);
  }
}

function unknownRule(rule: unknown): HeadgradeError {
  return new HeadgradeError("unknown-option", `Unknown rounding rule ${shown(rule)}: use one of ${ROUNDING_RULES.join(" | ")}.`, { option: "rounding", given: rule });
}

// Any numeral with its scale has its last place well within this.
const FURTHEST_PLACE = 2 * MAX_DIGITS;

function coefficientAt(value: Ratio, lastPlace: number): Ratio {
  if (!Number.isInteger(lastPlace) || Math.abs(lastPlace) > FURTHEST_PLACE) {
    throw new HeadgradeError("out-of-range", `A last place must be a whole power of ten such as -2 for 1.88, and this one is ${shown(lastPlace)}.`, { given: lastPlace });
  }
  const coefficient = value.times(Ratio.scaled(1, -lastPlace));
  if (coefficient.isInteger) return coefficient;
  throw new HeadgradeError(
    "out-of-range",
    `${value.toString()} has digits beyond the place 10^${String(lastPlace)}, so it was not rounded there: give the place of its last digit.`,
    { value: value.toString(), lastPlace },
  );
}

function isPowerOfTen(value: Ratio): boolean {
  const { numerator, denominator } = value.absolute();
  const digits = numerator === 1n ? denominator : denominator === 1n ? numerator : 0n;
  return /^10*$/.test(digits.toString());
}

/**
 * Exact numbers: {@link Ratio}, {@link Interval}, and how to round when you ask for it.
 *
 * @module headgrade/number
 */
export { Interval, type Ends } from "./interval.ts";
export { DEFAULT_DIGITS, Ratio, type Numeric } from "./ratio.ts";
export { type Precision, type Rounding } from "./rounding.ts";

/** Numbers as plain digits, for data. */
import type { Ratio } from "../number/ratio.ts";
import type { Rounding } from "../number/rounding.ts";

/** The digits of a number that has no end, or too many to be read. */
const DIGITS = 17;

/** A number in plain digits, or nothing for none. @internal */
export function digits(value: Ratio | undefined, rounding?: Rounding): string {
  if (value === undefined) return "";
  const whole = value.isTerminating ? value.toFixed() : undefined;
  return whole !== undefined && whole.length <= 2 * DIGITS ? whole : value.toFixed({ digits: DIGITS }, rounding);
}

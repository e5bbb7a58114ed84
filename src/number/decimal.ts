/** The boundary to decimal.js: a private constructor for what comes out, and a string for what comes in. Nothing global is read or set. */
import { Decimal } from "decimal.js";

// Every digit that is asked for is kept, and none is printed with an exponent (decimal.js prints 1e-7 so by default).
const PlainDecimal: Decimal.Constructor = /* @__PURE__ */ Decimal.clone({
  defaults: true,
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** The digits as a Decimal of the library's own constructor; decimal.js keeps every digit of a string. @internal */
export function decimalFromText(digits: string): Decimal {
  return new PlainDecimal(digits);
}

/** Whether a value is a Decimal of any copy of decimal.js, however configured. @internal */
export function isDecimal(value: unknown): value is Decimal {
  return typeof value === "object" && value !== null && (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === "Decimal";
}

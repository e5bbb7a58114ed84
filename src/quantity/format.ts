/**
 * How a quantity prints: grouped digits and the unit. It rounds only to the precision asked for; without one, digits that go on are cut and marked by
 * an ellipsis.
 */
import type { Precision, Rounding } from "../number/rounding.ts";
import type { Ratio } from "../number/ratio.ts";

/**
 * How to print a number: at most one of `places` and `digits`, the rounding (half away from zero unless named), and a locale
 * (`"en"` style, `1,165,388.5`, unless named).
 *
 * @category Quantities
 */
export interface FormatOptions {
  /** Digits after the decimal mark. */
  readonly places?: number;
  /** Significant digits. */
  readonly digits?: number;
  readonly rounding?: Rounding;
  /** A BCP 47 tag, for the platform's own grouping, marks and numerals. */
  readonly locale?: string;
}

// Digits shown of a value that has no end, or more digits than anybody would read.
const SHOWN_DIGITS = 12;

/** A number's text with the symbol of its unit behind it, as the trade writes it: `5 t`, `74.0%`, `0.74`. @internal */
export function withUnit(number: string, symbol: string): string {
  return symbol === "1" ? number : symbol === "%" ? `${number}%` : `${number} ${symbol}`;
}

/** The number as text. @internal */
export function formatNumber(value: Ratio, options: FormatOptions = {}): string {
  const { locale } = options;
  const { text, cut } = digitsOf(value, options);
  const shown = locale === undefined ? grouped(text) : localised(text, locale);
  return cut ? `${shown}\u2026` : shown;
}

/** The number as text, with a plus where it is more than nothing. @internal */
export function signedNumber(value: Ratio, options?: FormatOptions): string {
  const text = formatNumber(value, options);
  return value.sign > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The precision among options, if there is one. @internal */
function precisionOf({ places, digits }: FormatOptions): Precision | undefined {
  return places !== undefined ? { places } : digits !== undefined ? { digits } : undefined;
}

function digitsOf(value: Ratio, options: FormatOptions): { text: string; cut: boolean } {
  const precision = precisionOf(options);
  if (precision !== undefined) return { text: value.toFixed(precision, options.rounding), cut: false };
  const text = value.isTerminating ? value.toFixed() : undefined;
  if (text !== undefined && text.replace(/[-.]/g, "").replace(/^0+/, "").length <= 2 * SHOWN_DIGITS) return { text, cut: false };
  const start = value.toFixed({ digits: SHOWN_DIGITS }, "toward-zero");
  return { text: start, cut: true };
}

function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

function localised(text: string, locale: string): string {
  const places = Math.min(text.split(".")[1]?.length ?? 0, 100);
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  return format.format(text as Intl.StringNumericLiteral);
}

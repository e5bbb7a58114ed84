/**
 * A figure's text, taken apart: the hedge, the sign (brackets are a minus in accounts), the digits with their last place, a scale word, footnote marks, and
 * what is left for the unit. The digits themselves are read one floor below.
 */
import { HeadgradeError, shown } from "../error.ts";
import { readNumeral, readScaleWord, type DecimalMark, type Whole } from "../number/numeral.ts";
import { readHedge, type Hedge } from "./hedge.ts";

/** A printed numeral and what stood around it. @internal */
export interface PrintedNumeral {
  readonly hedge: Hedge | undefined;
  /** The digits as one integer, with the sign. */
  readonly coefficient: Whole;
  /** The power of ten of the last digit, a scale word counted in. */
  readonly exponent: number;
  /** How many zeros end a numeral without decimals; none in one with decimals, whose zeros were printed on purpose. */
  readonly trailingZeros: number;
  /** Whether it was printed without decimals and without a scale. */
  readonly isPlainWhole: boolean;
  /** Whether the text has a scale of its own ("1.2 million"). */
  readonly hasScale: boolean;
  /** What stood before the digits: a currency. */
  readonly prefix: string;
  /** What stood after the digits and the scale: the unit, or nothing. */
  readonly suffix: string;
}

/** The longest text that is read as one figure; a number may have 1,000 digits. */
const LONGEST_TEXT = 1250;
const NIL_MARKS: ReadonlySet<string> = /* @__PURE__ */ new Set(["", "-", "--", "\u2013", "\u2014", "\u2212", "n/a", "na", "n.a.", "nil", "..", "...", "\u2026"]);

/**
 * Whether a text stands for a figure that was not printed: a dash, `n/a`, `nil`, dots, or nothing at all. Nil is not zero.
 *
 * Ask it before {@link figure}, which refuses such a text.
 *
 * @throws {@link HeadgradeError} `malformed-figure` for what is no text.
 * @example
 * ```ts
 * import { isNil } from "headgrade";
 *
 * ["n/a", "-", "0"].map(isNil) // => [true, true, false]
 * ```
 * @category Figures
 */
export function isNil(text: string): boolean {
  if (typeof text !== "string") throw notText(text);
  return NIL_MARKS.has(withoutMarks(text).toLowerCase());
}

/** How the numeral is to be read. @internal */
export interface NumeralOptions {
  readonly decimalMark?: DecimalMark | undefined;
  /** Whether a currency may stand before the digits. */
  readonly hasCurrency: boolean;
}

/**
 * Takes a figure's text apart.
 *
 * @throws {@link HeadgradeError} `malformed-figure`, `malformed-number`, `too-large`.
 * @internal
 */
export function readPrinted(text: string, { decimalMark = ".", hasCurrency }: NumeralOptions): PrintedNumeral {
  if (typeof text !== "string") throw notText(text);
  if (text.length > LONGEST_TEXT) {
    throw new HeadgradeError(
      "too-large", `${shown(text)} is too long for one figure: at most ${String(LONGEST_TEXT)} characters are read. Pass one figure at a time.`, { length: text.length },
    );
  }
  if (isNil(text)) {
    throw new HeadgradeError(
      "malformed-figure", `${shown(text)} is a figure that was not printed, and nil is not zero: ask isNil(text) first, and leave the figure out.`, { given: text },
    );
  }
  const whole = withoutMarks(text);
  const { hedge, end } = readHedge(whole);
  const { body, bracketed } = withoutBrackets(whole.slice(end));
  const start = (hasCurrency ? SIGN_AND_CURRENCY : SIGN).exec(body);
  const [, outerSign = "", lead = "", innerSign = ""] = start ?? [];
  const sign = outerSign + innerSign;
  const numeral = start === null || sign.length + (bracketed ? 1 : 0) > 1 ? undefined : readNumeral(body, start[0].length, decimalMark);
  if (start === null || numeral === undefined) throw malformed(text);
  const digits = body.slice(start[0].length, numeral.end);
  const hasDecimals = digits.includes(decimalMark);
  const rest = body.slice(numeral.end).replace(/^\s*[*†‡]+/, "").replace(/\s+/g, " ");
  const scale = readScale(rest);
  const negative = bracketed || (sign !== "" && sign !== "+");
  return {
    hedge,
    coefficient: negative && numeral.coefficient !== 0 ? -numeral.coefficient : numeral.coefficient,
    exponent: numeral.exponent + scale.exponent,
    trailingZeros: hasDecimals ? 0 : trailingZeros(numeral.coefficient),
    isPlainWhole: !hasDecimals && numeral.exponent === 0 && scale.exponent === 0,
    hasScale: scale.exponent !== 0,
    prefix: lead.trim(),
    suffix: rest.slice(scale.end).trim(),
  };
}

// A minus may be a hyphen, the true minus sign, or an en dash.
const SIGN = /^([+\-\u2212\u2013]?)(?=[\d.,])/;
const SIGN_AND_CURRENCY = /^([+\-\u2212\u2013]?)([^\d.,()+\-\u2212\u2013]{0,8})([+\-\u2212\u2013]?)(?=[\d.,])/;

// Accounts print a negative in brackets, with the unit inside or outside: (16%), (22)%, US$(1.2) million.
function withoutBrackets(text: string): { readonly body: string; readonly bracketed: boolean } {
  const [, before, inside, after] = /^([^\d()]*)\(([^()]*)\)(.*)$/s.exec(text) ?? [];
  if (before === undefined || inside === undefined || after === undefined) return { body: text, bracketed: false };
  return { body: before + inside.trim() + after, bracketed: true };
}

function withoutMarks(text: string): string {
  let to = text.length;
  while (to > 0 && /[\s*†‡]/.test(text.charAt(to - 1))) to--;
  return text.slice(0, to).trimStart();
}

// A column's thousands, as headings have them: '000, 000s, 000's, '000,000.
const THOUSANDS = /^ ?(['\u2018\u2019`]?)(000(?:,?000)?)(?:['\u2019]s(?!\w)|['\u2019]|s(?!\w)|(?!\w))/;

/** A scale word or a column's thousands at the start of what follows the digits. */
function readScale(text: string): { readonly exponent: number; readonly end: number } {
  const thousands = THOUSANDS.exec(text);
  if (thousands !== null && thousands[1] !== "") return { exponent: (thousands[2] ?? "").replace(",", "").length, end: thousands[0].length };
  return readScaleWord(text, 0);
}

/**
 * The scale at the start of a column's heading or unit (`"'000 t"`, `"thousands"`), as a power of ten, and what is left of it.
 *
 * @internal
 */
export function readColumnScale(heading: string): { readonly exponent: number; readonly rest: string } {
  const text = ` ${heading.trim().slice(0, LONGEST_TEXT)}`;
  const thousands = THOUSANDS.exec(text);
  if (thousands !== null) return { exponent: (thousands[2] ?? "").replace(",", "").length, rest: text.slice(thousands[0].length).trim() };
  const singular = text.replace(/^( [a-z]+)s(?![a-z])/i, "$1");
  const { exponent, end } = readScaleWord(singular, 0);
  return exponent === 0 ? { exponent, rest: text.trim() } : { exponent, rest: singular.slice(end).trim() };
}

function trailingZeros(coefficient: Whole): number {
  const digits = coefficient.toString();
  let zeros = 0;
  while (zeros < digits.length - 1 && digits[digits.length - 1 - zeros] === "0") zeros++;
  return zeros;
}

function notText(given: unknown): HeadgradeError {
  return new HeadgradeError(
    "malformed-figure",
    `A figure is read from its text, and this is ${shown(given)}: 74.0 and 74 are the same number and different figures, so pass the text, such as "74.0 %".`,
    { given: shown(given) },
  );
}

function malformed(text: string): HeadgradeError {
  return new HeadgradeError(
    "malformed-figure",
    `Cannot read ${shown(text)} as a figure: expected a number as printed, with its unit, such as "1,165,388 t", "74.0 %", "(12) %" or "approximately 1.2 million oz".`,
    { given: text.slice(0, 100) },
  );
}

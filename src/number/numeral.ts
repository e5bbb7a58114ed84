/**
 * A number as somebody wrote it: sign, digits, grouping, decimal mark, exponent. Reading one gives its exact value and the place of its
 * last digit, which is what rounding hangs on: `74.0` and `74` are the same number, written to different places.
 */
import { HeadgradeError, shown } from "../error.ts";

/** A non-negative or negative integer: a `number` only while it is a safe integer, else a `bigint`. @internal */
export type Whole = number | bigint;

/**
 * Which mark separates the decimals: `"."` as in 1,165,388.5 (the default) or `","` as in 1.165.388,5.
 *
 * @category Numbers
 */
export type DecimalMark = "." | ",";

/** A numeral found in a text. @internal */
export interface Numeral {
  /** The digits as one integer, with the sign: 1.88 has 188. */
  readonly coefficient: Whole;
  /** The power of ten of the last digit: 1.88 has -2. */
  readonly exponent: number;
  /** Where the numeral ends in the text. */
  readonly end: number;
}

/** The most digits a number may have, and the furthest its decimal point may lie: enough for every double and far beyond any mine. */
export const MAX_DIGITS = 1000;

const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MINUS = 45;
const TRUE_MINUS = 0x2212;
const SMALL_E = 101;
const CAPITAL_E = 69;

/**
 * Reads the numeral that starts at `start`.
 *
 * @returns The numeral, or `undefined` when no digit stands there.
 * @throws {@link HeadgradeError} `malformed-number` for groups that are not of three, a second decimal mark, and the like; `too-large` past
 * {@link MAX_DIGITS} digits.
 * @internal
 */
export function readNumeral(text: string, start: number, mark: DecimalMark = "."): Numeral | undefined {
  const decimal = mark === "." ? 46 : 44;
  const comma = mark === "." ? 44 : 46;
  let at = start;
  let negative = false;
  const first = text.charCodeAt(at);
  if (first === MINUS || first === TRUE_MINUS || first === PLUS) {
    negative = first !== PLUS;
    at++;
  }
  const digitsFrom = at;
  let coefficient = 0;
  let code = text.charCodeAt(at);
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
    coefficient = coefficient * 10 + (code - ZERO);
  }
  let digits = at - digitsFrom;
  const leading = digits;
  for (let separator = 0; leading > 0 && (code === comma || isGroupMark(code)); code = text.charCodeAt(at)) {
    const three = isGroupOfThree(text, at + 1);
    if (!three || (separator === 0 ? leading > 3 : separator !== code)) {
      // A space that starts no group ends the numeral; a comma there is a slip.
      if (code !== comma && (!three || separator === 0)) break;
      throw malformed(text, "digits are grouped in threes, by one mark", mark);
    }
    separator = code;
    coefficient = coefficient * 1000 + (text.charCodeAt(at + 1) - ZERO) * 100 + (text.charCodeAt(at + 2) - ZERO) * 10 + (text.charCodeAt(at + 3) - ZERO);
    digits += 3;
    at += 4;
  }
  let exponent = 0;
  if (code === decimal && (digits > 0 || isDigit(text, at + 1))) {
    const from = at + 1;
    for (code = text.charCodeAt(++at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
      coefficient = coefficient * 10 + (code - ZERO);
    }
    digits += at - from;
    exponent = from - at;
  }
  if (digits === 0) return undefined;
  if (digits > MAX_DIGITS) throw tooLarge(text);
  const digitsTo = at;
  if ((code === SMALL_E || code === CAPITAL_E) && hasExponent(text, at)) {
    const from = at + 1;
    at += isDigit(text, from) ? 1 : 2;
    while (isDigit(text, at)) at++;
    if (at - from > 8) throw tooLarge(text);
    exponent += Number(text.slice(from, at));
  }
  if (Math.abs(exponent) > MAX_DIGITS) throw tooLarge(text);
  const next = text.charCodeAt(at);
  if (next === decimal || next === comma) throw malformed(text, "one numeral", mark);
  // Growing digit by digit, a double is exact as long as it is a safe integer, and past that it never comes back below.
  const whole = coefficient <= Number.MAX_SAFE_INTEGER ? coefficient : BigInt(text.slice(digitsFrom, digitsTo).replace(/[^0-9]/g, ""));
  return { coefficient: negative && whole !== 0 ? -whole : whole, exponent, end: at };
}

/** The ungrouped numeral that fills a stretch of a text, but for spaces around it. @internal */
export function readPlainNumeral(text: string, from: number, to: number): Numeral {
  const part = text.slice(from, to).trim();
  const numeral = part.includes(",") ? undefined : readNumeral(part, 0);
  if (numeral?.end === part.length) return numeral;
  throw new HeadgradeError(
    "malformed-number",
    `Cannot read ${shown(text)} as a number: expected plain digits such as "1165388.5", "-0.74", "1.2e3" or a fraction such as "240/7".`,
    { given: text.slice(0, 100) },
  );
}

/** What is thrown for a number that has lost digits before it came. @internal */
export function unsafeInteger(value: number): HeadgradeError {
  return new HeadgradeError(
    "unsafe-integer",
    `The number ${String(value)} is an integer beyond 2^53, where JavaScript has already lost digits: pass it as a string or a bigint.`,
    { given: value },
  );
}

/** What is thrown for a value that is no finite number. @internal */
export function notANumber(value: unknown): HeadgradeError {
  return new HeadgradeError(
    "not-a-number",
    `Expected a finite number and got ${shown(value)}: pass digits as text, a finite number, a bigint, a Decimal or a Ratio.`,
    { given: value },
  );
}

const SCALE_WORDS: Readonly<Record<string, number>> = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 };
// A space and the shortest of them.
const SHORTEST_SCALE = 8;

/**
 * The scale word after a numeral (`1.2 million`), as the power of ten that it adds.
 *
 * @internal
 */
export function readScaleWord(text: string, start: number): { readonly exponent: number; readonly end: number } {
  if (text.charCodeAt(start) !== 32 || text.length - start < SHORTEST_SCALE) return { exponent: 0, end: start };
  const word = /^\s+([a-z]+)(?![a-z])/i.exec(text.slice(start, start + 20));
  const name = word?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(SCALE_WORDS, name) && word !== null ? { exponent: SCALE_WORDS[name] ?? 0, end: start + word[0].length } : { exponent: 0, end: start };
}

// Characters that stand between groups of three, besides the comma or point: spaces of all widths and the Swiss apostrophes.
function isGroupMark(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x27 || code === 0x2019;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function isGroupOfThree(text: string, at: number): boolean {
  return isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);
}

function hasExponent(text: string, at: number): boolean {
  const sign = text[at + 1];
  return isDigit(text, at + 1) || ((sign === "+" || sign === "-") && isDigit(text, at + 2));
}

function malformed(text: string, expected: string, mark: DecimalMark): HeadgradeError {
  const other = mark === "." ? "," : ".";
  return new HeadgradeError(
    "malformed-number",
    `Cannot read ${shown(text)} as a number: ${expected}, and decimals follow "${mark}". `
    + `Write it like 1${other}234${mark}5, or, if its decimals follow "${other}", say so with { decimalMark: "${other}" }.`,
    { given: text.slice(0, 100), expected, decimalMark: mark },
  );
}

function tooLarge(text: string): HeadgradeError {
  return new HeadgradeError(
    "too-large",
    `The number in ${shown(text)} is too long: at most ${String(MAX_DIGITS)} digits and exponents within ±${String(MAX_DIGITS)} are read. `
    + "Check for a slip, or write it in a larger unit.",
    { limit: MAX_DIGITS },
  );
}

/** The numbers in a formula: the count after a symbol, the coefficient before a part, and what a dot between two digits means. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { malformed } from "./formula-refusal.ts";

/** A number read, and where it ends; one where there is none. @internal */
export interface FormulaNumber {
  readonly value: Ratio;
  readonly end: number;
}

/** More atoms than this stand in no formula that is written down. */
const LARGEST_COUNT = 1_000_000;
const MOST_DIGITS = 20;

const HALVES: Readonly<Record<string, string>> = { "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3" };

/** Water, up to the end of its part. */
const WATER = /^\s*H2O\s*(?:$|[·*•∙⋅.)\]}])/;

/**
 * The count after a symbol or a bracket. A dot between digits is the point of a decimal or joins two parts, as {@link parseFormula} tells; where it joins, the
 * count ends before it.
 *
 * @internal
 */
export function readCount(text: string, start: number, { given, inBrackets }: { readonly given: string; readonly inBrackets: boolean }): FormulaNumber {
  const end = digitsFrom(text, start);
  if (end === start) {
    const isPoint = text.charAt(start) === "." && start > 0 && isDigit(text.charCodeAt(start + 1)) && inBrackets;
    if (isPoint) throw malformed(given, start, "a decimal needs a digit before its point, and parts in brackets are joined by ·");
    return { value: Ratio.one, end: start };
  }
  const whole = text.slice(start, end);
  if (text.charAt(end) !== "." || !isDigit(text.charCodeAt(end + 1))) return checked(whole, start, end, given);
  const to = digitsFrom(text, end + 1);
  if (joinsParts({ text, given, whole, end, to, inBrackets })) return checked(whole, start, end, given);
  return checked(text.slice(start, to), start, to, given);
}

/** The coefficient before a part, whole, decimal or a fraction. @internal */
export function readCoefficient(text: string, start: number, given: string): FormulaNumber {
  const half = HALVES[text.charAt(start)];
  if (half !== undefined) return { value: Ratio.of(half), end: start + 1 };
  let end = digitsFrom(text, start);
  if (end === start) return { value: Ratio.one, end };
  const mark = text.charAt(end);
  if ((mark === "." || mark === "/") && isDigit(text.charCodeAt(end + 1))) end = digitsFrom(text, end + 1);
  return checked(text.slice(start, end), start, end, given);
}

interface Dot {
  readonly text: string;
  readonly given: string;
  /** The digits before the dot, and where they and the digits after it end. */
  readonly whole: string;
  readonly end: number;
  readonly to: number;
  readonly inBrackets: boolean;
}

// Whether a dot between digits joins two parts; a dot that may do either is refused.
function joinsParts({ text, given, whole, end, to, inBrackets }: Dot): boolean {
  const after = text.slice(end + 1, to);
  const hasSecondPoint = text.charAt(to) === "." && isDigit(text.charCodeAt(to + 1));
  // O4.0.5H2O: nobody counts 4.0 atoms, and a half of water is common.
  if (hasSecondPoint && after === "0" && !inBrackets) return true;
  if (hasSecondPoint) throw ambiguous(given, end, whole, after);
  if (inBrackets || /^[01]$/.test(whole) || /^\s*$/.test(text.slice(to))) return false;
  if (WATER.test(text.slice(to)) && !after.startsWith("0")) return true;
  throw ambiguous(given, end, whole, after);
}

function ambiguous(given: string, dot: number, whole: string, after: string): HeadgradeError {
  return malformed(
    given, dot,
    `the dot may be the point of ${whole}.${after} or join two parts: write · (or a dot between spaces) to join them, or put the symbol and its decimal into brackets`,
  );
}

function checked(digits: string, start: number, end: number, given: string): FormulaNumber {
  if (digits.length > MOST_DIGITS) throw tooLarge(given, start, digits);
  const divisor = digits.split("/")[1];
  if (divisor !== undefined && /^0+$/.test(divisor)) throw malformed(given, start, `${digits} divides by zero`);
  const value = Ratio.of(digits);
  if (value.isGreaterThan(LARGEST_COUNT)) throw tooLarge(given, start, digits);
  if (value.isZero) throw malformed(given, start, `the count ${digits} leaves nothing: take the symbol away, or correct the count`);
  return { value, end };
}

function tooLarge(given: string, start: number, digits: string): HeadgradeError {
  return new HeadgradeError(
    "too-large", `The number ${shown(digits)} at position ${String(start + 1)} of ${shown(given)} is too large or too long for a count of atoms.`,
    { given, position: start + 1 },
  );
}

/** Whether a character code is that of a digit. @internal */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digitsFrom(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

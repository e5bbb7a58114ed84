/**
 * What a wrong call gets: one error class, a closed list of codes, the offending values as fields, and a sentence
 * that says what was given, what was expected and what to do. A figure that fails a check is not an error: it is an
 * answer (see the verdicts of a report).
 */

/**
 * Every code that a {@link HeadgradeError} can carry.
 *
 * - `"aborted"`: the search was given up at its signal.
 * - `"ambiguous-unit"`: a unit's spelling means two things; the choices are listed, and the option `read` settles it.
 * - `"basis-mismatch"`: dry meets wet, or bank meets loose.
 * - `"currency-mismatch"`: two currencies meet, and no rate is known.
 * - `"division-by-zero"`: something was to be divided by nothing.
 * - `"empty-interval"`: the ends of an interval leave no value between them.
 * - `"empty-period"`: a period ends before it begins.
 * - `"invalid-balance"`: a balance or a flowsheet does not hang together as it was described.
 * - `"invalid-statement"`: a statement has not the shape of one, or says one thing in two ways.
 * - `"malformed-figure"`: a text is not a figure as it would be printed.
 * - `"malformed-formula"`: a text is not a chemical formula, or not arithmetic.
 * - `"malformed-number"`: a text is not a number.
 * - `"malformed-period"`: a text is not a period or a day.
 * - `"missing-unit"`: a number came without its unit.
 * - `"not-a-number"`: a number was NaN or infinite.
 * - `"not-comparable"`: a value was used with `<`, `>` or `+`; it has methods for that.
 * - `"out-of-range"`: a value lies outside what is possible there.
 * - `"period-mismatch"`: values of different periods, or periods that do not fit together, meet.
 * - `"period-needed"`: a rate by month or year meets days, and only a period says how many.
 * - `"role-mismatch"`: a fraction of one thing stands where that of another is asked for, as a moisture for a recovery.
 * - `"substance-mismatch"`: two substances meet which do not convert into each other.
 * - `"too-large"`: a text, a number or a problem is beyond what is taken on.
 * - `"unknown-address"`: a statement has nothing at an address.
 * - `"unknown-item"`: there is no item, metal, area or field of that name.
 * - `"unknown-option"`: there is no option, or no choice for one, of that name.
 * - `"unknown-unit"`: no unit of the kind is spelled so.
 * - `"unsafe-integer"`: a number is too large for JavaScript to hold its digits; pass a text or a bigint.
 * - `"wrong-kind"`: a value is not of the kind that was asked for.
 *
 * @category Errors
 */
export type ErrorCode =
  | "aborted"
  | "ambiguous-unit"
  | "basis-mismatch"
  | "currency-mismatch"
  | "division-by-zero"
  | "empty-interval"
  | "empty-period"
  | "invalid-balance"
  | "invalid-statement"
  | "malformed-figure"
  | "malformed-formula"
  | "malformed-number"
  | "malformed-period"
  | "missing-unit"
  | "not-a-number"
  | "not-comparable"
  | "out-of-range"
  | "period-mismatch"
  | "period-needed"
  | "role-mismatch"
  | "substance-mismatch"
  | "too-large"
  | "unknown-address"
  | "unknown-item"
  | "unknown-option"
  | "unknown-unit"
  | "unsafe-integer"
  | "wrong-kind";

/**
 * The facts that came with an error: the offending value, what was expected, where it stood.
 *
 * @category Errors
 */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * The one error that headgrade throws.
 *
 * Recognise it by its {@link HeadgradeError.code | code} (or with {@link isHeadgradeError}), not by `instanceof`: the ESM and the CommonJS copy
 * of the package can meet in one process and hold a class each.
 *
 * @example
 * ```ts
 * import { HeadgradeError, isHeadgradeError, mass } from "headgrade";
 *
 * let caught: unknown;
 * try {
 *   mass("5 ton");
 * } catch (error) {
 *   caught = error;
 * }
 * isHeadgradeError(caught) && caught.code // => "ambiguous-unit"
 * caught instanceof HeadgradeError // => true
 * ```
 * @category Errors
 */
export class HeadgradeError extends Error {
  override readonly name = "HeadgradeError";
  /** What went wrong, as one of a closed list of words. */
  readonly code: ErrorCode;
  /** The offending values, by name. */
  readonly facts: ErrorFacts;

  /**
   * @param code - one of the closed list.
   * @param message - what was given, what was expected, and what to do.
   * @param facts - the offending values, by name.
   */
  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.facts = Object.freeze({ ...facts });
  }

  /** The code, the sentence and the facts, as plain data. */
  toJSON(): { code: ErrorCode; message: string; facts: ErrorFacts } {
    return { code: this.code, message: this.message, facts: this.facts };
  }
}

/**
 * Whether a caught value is an error of this library, whichever copy of the package threw it.
 *
 * @example
 * ```ts
 * import { isHeadgradeError } from "headgrade";
 *
 * isHeadgradeError(new Error("of another library")) // => false
 * ```
 * @category Errors
 */
export function isHeadgradeError(error: unknown): error is HeadgradeError {
  return error instanceof Error && error.name === "HeadgradeError" && "code" in error;
}

const EXCERPT_LENGTH = 60;

/**
 * A value as an error message shows it: quoted if it is a text, and never longer than a line.
 *
 * @internal
 */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, EXCERPT_LENGTH + 1)) : describe(value);
  if (typeof value === "string" && value.length > EXCERPT_LENGTH) {
    return `${JSON.stringify(value.slice(0, EXCERPT_LENGTH))}... (${String(value.length)} characters)`;
  }
  return text.length > EXCERPT_LENGTH + 2 ? `${text.slice(0, EXCERPT_LENGTH)}...` : text;
}

function describe(value: unknown): string {
  if (typeof value === "bigint") return value.toString(16).length > EXCERPT_LENGTH ? "a very large integer" : `${value.toString()}n`;
  if (typeof value === "number" || typeof value === "boolean" || value === undefined || value === null) return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (Array.isArray(value)) return "an array";
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return tag === "Object" ? "an object" : `an object (${tag})`;
}

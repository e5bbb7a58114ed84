/** What a caller may say about how a figure was printed, and which figure then comes of its text. */
import { HeadgradeError, shown } from "../error.ts";
import { MAX_DIGITS } from "../number/numeral.ts";
import type { ReadOptions } from "../quantity/parse.ts";
import { readColumnScale } from "./numeral.ts";
import { ROUNDING_RULES, type RoundingRule } from "./rounding.ts";

/**
 * How a figure was printed, where its text alone does not tell: how it was rounded, whether trailing zeros count, and the unit and scale that stand in the
 * heading of its column.
 *
 * @category Figures
 */
export interface FigureOptions extends ReadOptions {
  /** The rule by which it was rounded; `"nearest"` unless said otherwise, and `"exact"` for a whole number of days. */
  readonly rounding?: RoundingRule;
  /**
   * Whether the zeros at the end of a whole number were printed as digits. They were, unless said otherwise or the figure is hedged ("approximately 1,200").
   * Zeros after a decimal mark always count.
   */
  readonly zeros?: "significant" | "not-significant";
  /** To how many significant figures it was rounded, where that is the table's rule. Digits that were not printed are never claimed. */
  readonly significantDigits?: number;
  /** The scale of the column, `"'000"` or `"thousands"` or `"millions"`, for a text without a scale of its own. */
  readonly scale?: string;
  /** The unit of the column, for a text without one; it may begin with a scale, as `"'000 t"` does. */
  readonly unit?: string;
}

const KNOWN: Readonly<Record<keyof FigureOptions, true>> = {
  rounding: true, zeros: true, significantDigits: true, scale: true, unit: true, decimalMark: true, read: true,
};

/**
 * The options, checked and without the ones left undefined.
 *
 * @throws {@link HeadgradeError} `unknown-option`, `out-of-range`.
 * @internal
 */
export function checkedOptions(options: unknown): FigureOptions {
  if (options === undefined) return NO_OPTIONS;
  if (typeof options !== "object" || options === null) {
    throw new HeadgradeError("unknown-option", `The options of a figure are an object such as { unit: "t" }, and this is ${shown(options)}.`, { given: shown(options) });
  }
  const given: Partial<Record<keyof FigureOptions, unknown>> = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(KNOWN, name)) throw unknown(name, name, Object.keys(KNOWN));
    if (value !== undefined) given[name as keyof FigureOptions] = value;
  }
  const { rounding, zeros, significantDigits, decimalMark, scale, unit, read } = given;
  requireOneOf("rounding", rounding, ROUNDING_RULES);
  requireOneOf("zeros", zeros, ["significant", "not-significant"]);
  requireOneOf("decimalMark", decimalMark, [".", ","]);
  if (unit !== undefined && typeof unit !== "string") throw unknown("unit", unit, ["t", "'000 t"]);
  if (read !== undefined && (typeof read !== "object" || read === null)) throw unknown("read", read, ['{ ton: "st" }']);
  if (scale !== undefined) scalePower(scale);
  if (significantDigits !== undefined && !isDigits(significantDigits)) {
    throw new HeadgradeError(
      "out-of-range", `significantDigits must be a whole number from 1 to ${String(MAX_DIGITS)}, and this one is ${shown(significantDigits)}.`, { given: significantDigits },
    );
  }
  if (read !== undefined) given.read = Object.freeze({ ...read });
  return Object.freeze(given) as FigureOptions;
}

function requireOneOf(option: keyof FigureOptions, given: unknown, choices: readonly string[]): void {
  if (given !== undefined && !choices.some((choice) => choice === given)) throw unknown(option, given, choices);
}

function isDigits(given: unknown): given is number {
  return Number.isInteger(given) && (given as number) >= 1 && (given as number) <= MAX_DIGITS;
}

/** The power of ten of a column's scale. @throws {@link HeadgradeError} `unknown-option`. @internal */
export function scalePower(scale: unknown): number {
  const { exponent, rest } = typeof scale === "string" ? readColumnScale(scale) : NO_SCALE;
  if (exponent > 0 && rest === "") return exponent;
  throw unknown("scale", scale, ["'000", "'000,000", "thousands", "millions", "billions"]);
}

const NO_OPTIONS: FigureOptions = /* @__PURE__ */ Object.freeze({});
const NO_SCALE = { exponent: 0, rest: "" } as const;

function unknown(option: string, given: unknown, choices: readonly string[]): HeadgradeError {
  const what = option === given ? `Unknown option ${shown(given)} of a figure` : `Unknown value ${shown(given)} of the option ${option}`;
  return new HeadgradeError("unknown-option", `${what}: use one of ${choices.join(" | ")}.`, { option, given, choices });
}

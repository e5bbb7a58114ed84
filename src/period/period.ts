/**
 * A stretch of whole days, first and last both included, so that it has an exact number of days. It is what flows belong to and the only way to a
 * daily rate: a fourth quarter has 92 days, a year 365 or 366, and no average month is ever used.
 */
import { HeadgradeError, shown } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { isoDate } from "./calendar.ts";
import { checkedFiscalYear, type PeriodOptions } from "./fiscal.ts";
import { Instant } from "./instant.ts";
import { readSpan, wholeMonths, type Span } from "./spelling.ts";

/**
 * What is accepted wherever a period is: text such as `"2002-Q4"`, or a {@link Period}.
 *
 * @category Periods
 */
export type PeriodInput = string | Period;

/**
 * A stretch of whole days, first and last both included. Immutable.
 *
 * Make one with {@link period}. For a stock, which is counted at the end of a day, use an {@link Instant}.
 *
 * @example
 * ```ts
 * import { period } from "headgrade";
 *
 * const quarter = period("2002-Q4");
 * quarter.days // => 92
 * quarter.first // => "2002-10-01"
 * quarter.last // => "2002-12-31"
 * period("2002").contains(quarter) // => true
 * JSON.stringify({ quarter }) // => '{"quarter":"2002-Q4"}'
 * ```
 * @category Periods
 */
export class Period {
  readonly #firstDay: number;
  readonly #lastDay: number;
  readonly #label: string;

  private constructor({ firstDay, lastDay, label }: Span) {
    this.#firstDay = firstDay;
    this.#lastDay = lastDay;
    this.#label = label;
  }

  /**
   * The same as {@link period}.
   *
   * @throws {@link HeadgradeError} as {@link period} does.
   */
  static of(value: PeriodInput, options?: PeriodOptions): Period {
    const fiscalYear = checkedFiscalYear(options);
    const given: unknown = value;
    if (typeof given === "string") return new Period(readSpan(given, fiscalYear));
    if (typeof given === "object" && given !== null && #firstDay in given) return given;
    const span = spanOfForeign(given);
    if (span === undefined) throw notAPeriod(given);
    return new Period(span);
  }

  /** The word that tells a period from an instant. */
  get kind(): "period" {
    return "period";
  }

  /**
   * The canonical spelling, such as `2002-Q4`. A calendar period's is settled by its days alone, whichever way it was written; a fiscal period keeps its
   * fiscal name, `FY2014-Q2`, which is other days in a company whose year begins in another month.
   */
  get label(): string {
    return this.#label;
  }

  /** The first day, included, as `YYYY-MM-DD`. Such texts sort in order of time. */
  get first(): string {
    return isoDate(this.#firstDay);
  }

  /** The last day, included, as `YYYY-MM-DD`. */
  get last(): string {
    return isoDate(this.#lastDay);
  }

  /** The number of the first day; 1970-01-01 is 0. @internal */
  get firstDay(): number {
    return this.#firstDay;
  }

  /** The number of the last day; 1970-01-01 is 0. @internal */
  get lastDay(): number {
    return this.#lastDay;
  }

  /** How many days there are, first and last included: a whole number, 1 or more. */
  get days(): number {
    return this.#lastDay - this.#firstDay + 1;
  }

  /** How many whole calendar months there are, or `undefined` when the period begins or ends within one. */
  get months(): number | undefined {
    return wholeMonths(this.#firstDay, this.#lastDay);
  }

  /**
   * The instant at which the period opens: the end of the day before its first, and so the close of the period before it.
   *
   * @throws {@link HeadgradeError} `out-of-range` when that day lies before the year 1.
   */
  get opening(): Instant {
    return Instant.ofDay(this.#firstDay - 1, this.#label);
  }

  /** The instant at which the period closes: the end of its last day. */
  get close(): Instant {
    return Instant.ofDay(this.#lastDay, this.#label);
  }

  /**
   * Whether every day of the other belongs to this one; a period contains itself.
   *
   * @throws {@link HeadgradeError} as {@link period} does.
   */
  contains(other: PeriodInput): boolean {
    const that = Period.of(other);
    return this.#firstDay <= that.#firstDay && that.#lastDay <= this.#lastDay;
  }

  /**
   * Whether some day belongs to both.
   *
   * @throws {@link HeadgradeError} as {@link period} does.
   */
  overlaps(other: PeriodInput): boolean {
    const that = Period.of(other);
    return this.#firstDay <= that.#lastDay && that.#firstDay <= this.#lastDay;
  }

  /**
   * Whether both have the same days, whatever they are called.
   *
   * @throws {@link HeadgradeError} as {@link period} does.
   */
  equals(other: PeriodInput): boolean {
    const that = Period.of(other);
    return this.#firstDay === that.#firstDay && this.#lastDay === that.#lastDay;
  }

  /** The same text as {@link Period.label}. */
  toString(): string {
    return this.#label;
  }

  /** A text that {@link period} reads back without options: the label, and for a fiscal period its first and last day, `2013-07-01/2014-06-30`. */
  toJSON(): string {
    return this.#label.startsWith("FY") ? `${this.first}/${this.last}` : this.#label;
  }

  /** Refuses `<`, `+` and the like. */
  valueOf(): never {
    throw new HeadgradeError(
      "not-comparable",
      `The period ${this.#label} does not take part in <, > or +: call equals, contains or overlaps, compare the texts of first or last, or count its days.`,
    );
  }

  get [Symbol.toStringTag](): string {
    return "Period";
  }

  /** What Node prints. @internal */
  [NODE_INSPECT](): string {
    return `Period(${this.#label})`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString(), `${this.#label}: ${this.first} to ${this.last}, ${String(this.days)} ${this.days === 1 ? "day" : "days"}`);
  }
}

/**
 * A period from the way that it is written.
 *
 * | spelling | meaning | also read |
 * |---|---|---|
 * | `2002` | the calendar year | |
 * | `2002-Q4` | a quarter | `Q4 2002`, `Q4, 2002`, `2002 Q4`, `2002Q4`, `4Q 2002` |
 * | `2002-H1` | a half | `H1 2002`, `1H 2002` |
 * | `2002-09` | a month | `Sep 2002`, `September 2002` |
 * | `2002-9M` | the first nine months of the year | `9M 2002` |
 * | `2002-01-15/2002-03-31` | from one day to another, both included | |
 * | `FY2014`, `FY2014-Q2`, `FY2014-H1`, `FY2014-9M` | of a fiscal year, with the option `fiscalYear` | `Q2 FY2014` |
 *
 * Letters may be small. The same days have the same label however they are written: `2002-6M` is `2002-H1`. Only an `FY` spelling is fiscal, also
 * when the option is given.
 *
 * @param value - the text; a period comes back as it is.
 * @param options - where the fiscal year begins, and which calendar year gives it its number.
 * @throws {@link HeadgradeError} `malformed-period` for other text or another thing; `empty-period` for days in reverse; `out-of-range` outside the years 1 to
 * 9999 and for a first month outside 1 to 12; `wrong-kind` for an instant and for options that are no object; `unknown-option`.
 * @example
 * ```ts
 * import { period } from "headgrade";
 *
 * period("2004-Q1").days // => 91
 * period("Q4, 2002").label // => "2002-Q4"
 * period("2002-01-15/2002-03-31").months // => undefined
 * ```
 * @example A fiscal year from July
 * ```ts
 * import { period } from "headgrade";
 *
 * const year = period("FY2014", { fiscalYear: { firstMonth: 7 } });
 * year.label // => "FY2014"
 * year.first // => "2013-07-01"
 * year.toJSON() // => "2013-07-01/2014-06-30"
 * ```
 * @category Periods
 */
export function period(value: PeriodInput, options?: PeriodOptions): Period {
  return Period.of(value, options);
}

// A period of the other copy of the package (ESM beside CommonJS).
function spanOfForeign(value: unknown): Span | undefined {
  if (Object.prototype.toString.call(value) !== "[object Period]") return undefined;
  const { first, last, label } = value as { readonly first?: unknown; readonly last?: unknown; readonly label?: unknown };
  if (typeof first !== "string" || typeof last !== "string" || typeof label !== "string") return undefined;
  const span = readSpan(`${first}/${last}`, undefined);
  return /^FY\d{4}(?:-(?:[QH][1-4]|\d{1,2}M))?$/.test(label) ? { ...span, label } : span;
}

function notAPeriod(value: unknown): HeadgradeError {
  if (Object.prototype.toString.call(value) === "[object Instant]") {
    const { date } = value as { readonly date?: unknown };
    return new HeadgradeError(
      "wrong-kind",
      `Expected a period and got the instant ${shown(date)}, in which nothing flows: pass text such as "2002-Q4".`,
      { given: value, expected: "period" },
    );
  }
  const isYear = typeof value === "number" && Number.isInteger(value) && value >= 1000 && value <= 9999;
  return new HeadgradeError(
    "malformed-period",
    `Cannot read ${shown(value)} as a period: pass text such as ${isYear ? `"${String(value)}" or "${String(value)}-Q4"` : '"2002-Q4"'}.`,
    { given: value, expected: "period" },
  );
}

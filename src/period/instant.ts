/**
 * The end of a day, at which stocks are counted: a stockpile, a circuit inventory, a reserve. An instant is not a period: nothing flows in it, and
 * the opening of one quarter is the very instant at which the quarter before it closed.
 */
import { HeadgradeError, shown } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { FIRST_DAY, isoDate, outsideCalendar, readIsoDate } from "./calendar.ts";

/**
 * What is accepted wherever an instant is: the day as text, `"2002-12-31"`, or an {@link Instant}.
 *
 * @category Periods
 */
export type InstantInput = string | Instant;

/**
 * The end of a day. Immutable.
 *
 * Make one with {@link instant}, or take a period's {@link Period.opening | opening} or {@link Period.close | close}.
 *
 * @example
 * ```ts
 * import { instant, period } from "headgrade";
 *
 * period("2002").close.equals("2002-12-31") // => true
 * period("2002-Q2").opening.equals(period("2002-Q1").close) // => true
 * JSON.stringify(instant("2002-12-31")) // => '"2002-12-31"'
 * ```
 * @category Periods
 */
export class Instant {
  readonly #day: number;

  private constructor(day: number) {
    this.#day = day;
  }

  /**
   * The same as {@link instant}.
   *
   * @throws {@link HeadgradeError} as {@link instant} does.
   */
  static of(value: InstantInput): Instant {
    const given: unknown = value;
    if (typeof given === "object" && given !== null && #day in given) return given;
    const text = typeof given === "string" ? given : dateOfForeign(given);
    const day = text === undefined ? undefined : readIsoDate(text.length > 100 ? "" : text.trim(), text);
    if (day === undefined) throw notAnInstant(given);
    return new Instant(day);
  }

  /** The end of the day with this number. @internal */
  static ofDay(day: number, given: string): Instant {
    if (day < FIRST_DAY) throw outsideCalendar(given);
    return new Instant(day);
  }

  /** The word that tells an instant from a period. */
  get kind(): "instant" {
    return "instant";
  }

  /** The day at whose end the instant lies, as `YYYY-MM-DD`. Such texts sort in order of time. */
  get date(): string {
    return isoDate(this.#day);
  }

  /** The number of the day; 1970-01-01 is 0. @internal */
  get day(): number {
    return this.#day;
  }

  /**
   * Whether both are the end of the same day.
   *
   * @throws {@link HeadgradeError} as {@link instant} does.
   */
  equals(other: InstantInput): boolean {
    return this.#day === Instant.of(other).#day;
  }

  /** The same text as {@link Instant.date}. */
  toString(): string {
    return this.date;
  }

  /** The same text as {@link Instant.date}; {@link instant} reads it back. */
  toJSON(): string {
    return this.date;
  }

  /** Refuses `<`, `+` and the like. */
  valueOf(): never {
    throw new HeadgradeError("not-comparable", `The instant ${this.date} does not take part in <, > or +: call equals, or compare the texts of date.`);
  }

  get [Symbol.toStringTag](): string {
    return "Instant";
  }

  /** What Node prints. @internal */
  [NODE_INSPECT](): string {
    return `Instant(${this.date})`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }
}

/**
 * The end of a day, for a stock.
 *
 * For the opening and the closing stock of a period take {@link Period.opening} and {@link Period.close}, which cannot disagree with it.
 *
 * @param value - the day as `YYYY-MM-DD`; an instant comes back as it is.
 * @throws {@link HeadgradeError} `malformed-period` for other text and for a day that the calendar does not have; `out-of-range` for the year 0;
 * `wrong-kind` for a period.
 * @example
 * ```ts
 * import { instant } from "headgrade";
 *
 * instant("2004-02-29").date // => "2004-02-29"
 * instant("2002-02-30") // throws "malformed-period"
 * ```
 * @category Periods
 */
export function instant(value: InstantInput): Instant {
  return Instant.of(value);
}

// An instant of the other copy of the package (ESM beside CommonJS).
function dateOfForeign(value: unknown): string | undefined {
  if (Object.prototype.toString.call(value) !== "[object Instant]") return undefined;
  const { date } = value as { readonly date?: unknown };
  return typeof date === "string" ? date : undefined;
}

function notAnInstant(value: unknown): HeadgradeError {
  if (Object.prototype.toString.call(value) === "[object Period]") {
    const { label } = value as { readonly label?: unknown };
    return new HeadgradeError(
      "wrong-kind",
      `Expected an instant and got the period ${shown(label)}: take its .close for the end of its last day, or its .opening.`,
      { given: value, expected: "instant" },
    );
  }
  return new HeadgradeError(
    "malformed-period",
    `Cannot read ${shown(value)} as an instant, which is the end of a day: pass text such as "2002-12-31", or the close of a period, period("2002-Q4").close.`,
    { given: typeof value === "string" ? value.slice(0, 100) : value, expected: "YYYY-MM-DD" },
  );
}

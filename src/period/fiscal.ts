/**
 * Fiscal years: twelve months from a first month of the company's choice, named for the calendar year in which they end, or in which they start.
 * Both namings are in use, so a text such as `FY2014` means nothing until somebody says which.
 */
import { HeadgradeError, shown } from "../error.ts";

/**
 * How a company's fiscal year lies in the calendar.
 *
 * @category Periods
 */
export interface FiscalYear {
  /** The calendar month in which the fiscal year begins, 1 to 12; 7 is July. */
  readonly firstMonth: number;
  /** The calendar year that gives the fiscal year its number: the one in which it ends (the default), or the one in which it starts. */
  readonly namedFor?: "end" | "start" | undefined;
}

/**
 * What {@link period} may be told beside the text.
 *
 * @category Periods
 */
export interface PeriodOptions {
  /** What a spelling with `FY` means; without it such a spelling is refused. */
  readonly fiscalYear?: FiscalYear | undefined;
}

const ADVICE: string = "pass { fiscalYear: { firstMonth: 7 } } for a year that begins in July and is named for the year in which it ends, "
  + 'and add namedFor: "start" when it is named for the year in which it begins';

/**
 * The fiscal year of some options, checked.
 *
 * @throws {@link HeadgradeError} `wrong-kind`, `unknown-option`, `out-of-range`.
 * @internal
 */
export function checkedFiscalYear(options: PeriodOptions | undefined): FiscalYear | undefined {
  if (options === undefined) return undefined;
  checkFields("The options of a period", options, ["fiscalYear"]);
  const { fiscalYear } = options;
  if (fiscalYear === undefined) return undefined;
  checkFields("A fiscalYear", fiscalYear, ["firstMonth", "namedFor"]);
  const { firstMonth } = fiscalYear;
  const namedFor: string | undefined = fiscalYear.namedFor;
  if (!Number.isInteger(firstMonth) || firstMonth < 1 || firstMonth > 12) {
    throw new HeadgradeError(
      "out-of-range",
      `The firstMonth of a fiscal year is a whole number from 1 (January) to 12, and this one is ${shown(firstMonth)}: ${ADVICE}.`,
      { given: firstMonth, least: 1, most: 12 },
    );
  }
  if (namedFor !== undefined && namedFor !== "end" && namedFor !== "start") {
    throw new HeadgradeError("unknown-option", `A fiscal year is named for its "end" or its "start", and not for ${shown(namedFor)}: ${ADVICE}.`, {
      given: namedFor,
      expected: ["end", "start"],
    });
  }
  return fiscalYear;
}

/** The first month of a fiscal year, the months being counted on from January of the year 0. @internal */
export function fiscalYearStart(year: number, { firstMonth, namedFor = "end" }: FiscalYear): number {
  const startsBefore = namedFor === "end" && firstMonth > 1;
  return (startsBefore ? year - 1 : year) * 12 + firstMonth - 1;
}

/** What is thrown for an `FY` spelling that nobody explained. @internal */
export function fiscalYearNeeded(given: string): HeadgradeError {
  return new HeadgradeError(
    "malformed-period",
    `${shown(given)} names a fiscal year, and where that begins was not said: ${ADVICE}.`,
    { given, expected: "fiscalYear" },
  );
}

function checkFields(what: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HeadgradeError("wrong-kind", `${what} must be an object, and this is ${shown(value)}: ${ADVICE}, or leave it out.`, { given: value });
  }
  for (const field of Object.keys(value)) {
    if (known.includes(field)) continue;
    throw new HeadgradeError("unknown-option", `${what} has no ${shown(field)}, only ${known.join(" and ")}: ${ADVICE}.`, { given: field, expected: known });
  }
}

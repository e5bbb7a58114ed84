/**
 * How periods are spelled: the texts that reports and people write, read into first and last days, and the one canonical label for given days.
 * What could mean two things (two-digit years, one-digit months, a month of a fiscal year) is refused with what to write instead.
 */
import { HeadgradeError, shown } from "../error.ts";
import { dateOfDay, FIRST_DAY, firstDayOfMonth, isoDate, LAST_DAY, outsideCalendar, readIsoDate, twoDigits, yearText } from "./calendar.ts";
import { fiscalYearNeeded, fiscalYearStart, type FiscalYear } from "./fiscal.ts";

/** First and last day by number, both included, and the label. @internal */
export interface Span {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly label: string;
}

// A run of whole months within a year: how many months of the year lie before it, and how many it holds.
interface Run {
  readonly before: number;
  readonly months: number;
}

const EXAMPLES = 'write, say, "2002", "2002-Q4", "2002-H1", "2002-09", "2002-9M" (its first nine months) or "2002-01-15/2002-03-31"';
// Longer than any spelling with spaces to spare: a longer text is not worth a regular expression.
const MAX_LENGTH = 100;
const YEAR_FIRST = /^(FY ?)?(\d{4,5})(?:(?:, ?|[- ])(\S+)|([A-Z]\S*))?$/;
const YEAR_LAST = /^(?:([A-Z]\S*?)(?:, ?|[- ])|(\d{1,2}[QHM])(?:, ?|[- ])?)(FY ?)?(\d{4,5})$/;
const SHORT_YEAR = /^FY ?'?\d{2}(?!\d)|[A-Z]\d?[ ,-]*'?\d{2}$/;
const MONTH_NAMES: readonly string[] = [
  "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
];

/**
 * The days that a text names.
 *
 * @throws {@link HeadgradeError} `malformed-period`, `empty-period` for days in reverse, `out-of-range` outside the years 1 to 9999.
 * @internal
 */
export function readSpan(given: string, fiscalYear: FiscalYear | undefined): Span {
  const text = given.length > MAX_LENGTH ? "" : given.trim().replace(/\s+/g, " ").toUpperCase();
  if (text.includes("/")) return readFromTo(text, given);
  const yearFirst = YEAR_FIRST.exec(text);
  const yearLast = yearFirst === null ? YEAR_LAST.exec(text) : null;
  if (yearFirst === null && yearLast === null) throw malformed(given, SHORT_YEAR.test(text) ? `give the year four digits; ${EXAMPLES}.` : `${EXAMPLES}.`);
  const fiscal = (yearFirst?.[1] ?? yearLast?.[3]) !== undefined;
  const year = Number(yearFirst?.[2] ?? yearLast?.[4]);
  const part = yearFirst?.[3] ?? yearFirst?.[4] ?? yearLast?.[1] ?? yearLast?.[2];
  if (year < 1 || year > 9999) throw outsideCalendar(given);
  const run = part === undefined ? { before: 0, months: 12 } : readRun(part, { year: yearText(year), fiscal, given });
  if (fiscal && fiscalYear === undefined) throw fiscalYearNeeded(given);
  const start = (fiscal && fiscalYear !== undefined ? fiscalYearStart(year, fiscalYear) : year * 12) + run.before;
  const firstDay = firstDayOfMonth(start);
  const lastDay = firstDayOfMonth(start + run.months) - 1;
  if (firstDay < FIRST_DAY || lastDay > LAST_DAY) throw outsideCalendar(given);
  return { firstDay, lastDay, label: fiscal ? `FY${labelOfRun(yearText(year), run)}` : calendarLabel(firstDay, lastDay) };
}

/** The label of days that belong to no fiscal year: the shortest canonical spelling, so that the same days have the same label. @internal */
function calendarLabel(firstDay: number, lastDay: number): string {
  const months = wholeMonths(firstDay, lastDay);
  const { year, month } = dateOfDay(firstDay);
  if (months === 1) return `${yearText(year)}-${twoDigits(month)}`;
  if (months !== undefined && isNamed({ before: month - 1, months })) return labelOfRun(yearText(year), { before: month - 1, months });
  return `${isoDate(firstDay)}/${isoDate(lastDay)}`;
}

/** How many whole calendar months lie between two days, both included, or undefined when they cut one. @internal */
export function wholeMonths(firstDay: number, lastDay: number): number | undefined {
  const first = dateOfDay(firstDay);
  const next = dateOfDay(lastDay + 1);
  return first.day === 1 && next.day === 1 ? (next.year - first.year) * 12 + next.month - first.month : undefined;
}

function isNamed({ before, months }: Run): boolean {
  return before === 0 ? months <= 12 : (months === 3 || months === 6) && before % months === 0 && before + months <= 12;
}

function labelOfRun(year: string, { before, months }: Run): string {
  if (months === 12) return year;
  if (months === 6) return `${year}-H${String(before / 6 + 1)}`;
  if (months === 3) return `${year}-Q${String(before / 3 + 1)}`;
  return `${year}-${String(months)}M`;
}

function readFromTo(text: string, given: string): Span {
  const sides = text.split("/").map((side) => side.trim());
  const [firstDay, lastDay] = sides.map((side) => readIsoDate(side, given));
  if (sides.length !== 2 || firstDay === undefined || lastDay === undefined) {
    throw malformed(given, 'a period from one day to another is two whole dates, both included, such as "2002-01-15/2002-03-31".');
  }
  if (lastDay < firstDay) {
    throw new HeadgradeError(
      "empty-period",
      `The period ${shown(given)} ends before it begins: put the earlier day first, "${isoDate(lastDay)}/${isoDate(firstDay)}".`,
      { given, first: isoDate(firstDay), last: isoDate(lastDay) },
    );
  }
  return { firstDay, lastDay, label: calendarLabel(firstDay, lastDay) };
}

function readRun(part: string, { year, fiscal, given }: { readonly year: string; readonly fiscal: boolean; readonly given: string }): Run {
  const name = fiscal ? `FY${year}` : year;
  const fields = /^(?:([QH])(\d{1,2})|(\d{1,2})([QHM]))$/.exec(part);
  if (fields !== null) {
    const count = Number(fields[2] ?? fields[3]);
    switch (fields[1] ?? fields[4]) {
      case "Q":
        if (count >= 1 && count <= 4) return { before: 3 * count - 3, months: 3 };
        throw malformed(given, `a year has four quarters, "${name}-Q1" to "${name}-Q4".`);
      case "H":
        if (count >= 1 && count <= 2) return { before: 6 * count - 6, months: 6 };
        throw malformed(given, `a year has two halves, "${name}-H1" and "${name}-H2".`);
      default:
        if (count >= 1 && count <= 12) return { before: 0, months: count };
        throw malformed(given, `a year to date has 1 to 12 months, "${name}-1M" to "${name}-12M".`);
    }
  }
  const month = /^\d{2}$/.test(part) ? Number(part) - 1 : monthNamed(part);
  if (month !== undefined && fiscal) {
    throw malformed(given, `a month is spelled by the calendar, such as "${year}-09", and the first nine months of a fiscal year "${name}-9M".`);
  }
  if (month !== undefined && month >= 0 && month < 12) return { before: month, months: 1 };
  if (month !== undefined) throw malformed(given, `a year has the months "${year}-01" to "${year}-12".`);
  if (/^[1-9]$/.test(part)) throw malformed(given, `write "${year}-0${part}" for the month, or "${name}-${part}M" for the first months of the year.`);
  if (/^\d{2}-\d{2}$/.test(part)) {
    throw malformed(given, `a day by itself is an instant, instant("${year}-${part}"), and a period of one day is "${year}-${part}/${year}-${part}".`);
  }
  throw malformed(given, `${EXAMPLES}.`);
}

function monthNamed(word: string): number | undefined {
  const month = MONTH_NAMES.findIndex((name) => word === name || word === name.slice(0, 3) || (word === "SEPT" && name === "SEPTEMBER"));
  return month < 0 ? undefined : month;
}

function malformed(given: string, reason: string): HeadgradeError {
  return new HeadgradeError("malformed-period", `Cannot read ${shown(given)} as a period: ${reason}`, { given: given.slice(0, 100) });
}

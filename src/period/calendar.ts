/**
 * The calendar as whole numbers: every day of the years 1 to 9999 has a number, and the next day the next number. Proleptic Gregorian, without
 * clocks and time zones: a mine's month begins on its first day wherever the reader sits, which the `Date` of JavaScript cannot promise.
 */
import { HeadgradeError, shown } from "../error.ts";

/** A day of the calendar; the month is 1 to 12. @internal */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Years are counted from 1 March, so that the leap day comes last and months run 31, 30, 31, 30, 31 from there.
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
const EPOCH = 719_468;

/** The number of a day; day 0 is 1970-01-01. The fields are not checked. @internal */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
}

/** The day that a number stands for. @internal */
export function dateOfDay(number: number): CalendarDate {
  const shifted = number + EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The number of the first day of a month, the months being counted on from January of the year 0. @internal */
export function firstDayOfMonth(months: number): number {
  const year = Math.floor(months / 12);
  return dayNumber({ year, month: months - year * 12 + 1, day: 1 });
}

/** The number of 0001-01-01, the first day that there is. @internal */
export const FIRST_DAY = -719_162;
/** The number of 9999-12-31, the last day that there is. @internal */
export const LAST_DAY = 2_932_896;

/** A day as `YYYY-MM-DD`. @internal */
export function isoDate(number: number): string {
  const { year, month, day } = dateOfDay(number);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A year in four digits. @internal */
export function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

/** A month or a day in two digits. @internal */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/**
 * The number of a day written `YYYY-MM-DD`, or undefined for text of another form.
 *
 * @param text - the date alone.
 * @param given - the whole of what the caller wrote, for the error.
 * @throws {@link HeadgradeError} `malformed-period` for a day that the calendar does not have, `out-of-range` for the year 0.
 * @internal
 */
export function readIsoDate(text: string, given: string): number | undefined {
  const fields = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (fields === null) return undefined;
  const [year, month, day] = [Number(fields[1]), Number(fields[2]), Number(fields[3])];
  if (month < 1 || month > 12) throw noSuchDay(given, `there is no month ${twoDigits(month)}, and months run from 01 to 12.`);
  const length = firstDayOfMonth(year * 12 + month) - firstDayOfMonth(year * 12 + month - 1);
  if (day < 1 || day > length) {
    const name = `${yearText(year)}-${twoDigits(month)}`;
    throw noSuchDay(given, `${name} has no day ${twoDigits(day)}; its last is ${name}-${String(length)}.`);
  }
  const number = dayNumber({ year, month, day });
  if (number < FIRST_DAY) throw outsideCalendar(given);
  return number;
}

/** What is thrown for a day before the year 1 or after the year 9999. @internal */
export function outsideCalendar(given: string): HeadgradeError {
  return new HeadgradeError(
    "out-of-range",
    `${shown(given)} reaches outside the calendar: say days from 0001-01-01 to 9999-12-31, with the year in four digits.`,
    { given: given.slice(0, 100), first: "0001-01-01", last: "9999-12-31" },
  );
}

function noSuchDay(given: string, reason: string): HeadgradeError {
  return new HeadgradeError("malformed-period", `Cannot read ${shown(given)} as days of the calendar: ${reason}`, { given: given.slice(0, 100) });
}

import { describe, expect, test } from "vitest";
import { dateOfDay, dayNumber, FIRST_DAY, firstDayOfMonth, isoDate, LAST_DAY, readIsoDate } from "../../src/period/calendar.ts";

const MILLISECONDS = 86_400_000;

// Date.UTC takes the years 0 to 99 for 1900 to 1999; 400 years later the calendar is the same.
function dayOfDate(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MILLISECONDS - 146_097;
}

describe("the calendar", () => {
  test("numbers every day of sampled centuries as Date.UTC does, and reads the numbers back", () => {
    for (const [from, to] of [[1, 101], [1580, 1620], [1890, 2110], [9900, 9999]] as const) {
      const last = dayOfDate(to, 12, 31);
      for (let number = dayOfDate(from, 1, 1); number <= last; number++) {
        const date = new Date(number * MILLISECONDS);
        const fields = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        const read = dateOfDay(number);
        if (dayNumber(fields) !== number || read.year !== fields.year || read.month !== fields.month || read.day !== fields.day) {
          expect({ number, back: dayNumber(fields), read }).toEqual({ number, back: number, read: fields });
        }
      }
    }
  });

  test("numbers the first of every month of all its years as Date.UTC does", () => {
    const wrong = [];
    for (let months = 12; months < 120_000; months++) {
      const year = Math.floor(months / 12);
      if (firstDayOfMonth(months) !== dayOfDate(year, months - year * 12 + 1, 1)) wrong.push(months);
    }
    expect(wrong).toEqual([]);
  });

  test("begins with the year 1 and ends with the year 9999", () => {
    expect(FIRST_DAY).toBe(dayOfDate(1, 1, 1));
    expect(LAST_DAY).toBe(dayOfDate(9999, 12, 31));
    expect(isoDate(FIRST_DAY)).toBe("0001-01-01");
    expect(isoDate(LAST_DAY)).toBe("9999-12-31");
    expect(isoDate(0)).toBe("1970-01-01");
  });

  test("has a leap day in 2000 and 2004 and none in 1900 and 2002", () => {
    for (const year of ["2000", "2004", "1904", "2400"]) expect(isoDate(readIsoDate(`${year}-02-29`, "") ?? NaN)).toBe(`${year}-02-29`);
    for (const year of ["1900", "2002", "2100", "9999"]) {
      expect(() => readIsoDate(`${year}-02-29`, `${year}-02-29`)).toThrow(expect.objectContaining({ code: "malformed-period" }));
      expect(() => readIsoDate(`${year}-02-29`, `${year}-02-29`)).toThrow(`${year}-02 has no day 29; its last is ${year}-02-28.`);
    }
  });

  test("refuses days that no calendar has", () => {
    for (const text of ["2002-02-30", "2002-04-31", "2002-01-00", "2002-00-10", "2002-13-01", "2002-12-32"]) {
      expect(() => readIsoDate(text, text)).toThrow(expect.objectContaining({ code: "malformed-period", facts: { given: text } }));
      expect(() => readIsoDate(text, text)).toThrow(JSON.stringify(text));
    }
    expect(() => readIsoDate("0000-12-31", "0000-12-31")).toThrow(expect.objectContaining({ code: "out-of-range" }));
  });

  test("leaves text of another form to its caller", () => {
    for (const text of ["", "2002", "2002-1-1", "02-01-01", "2002/01/01", "2002-01-01T00:00", " 2002-01-01", "10000-01-01"]) {
      expect(readIsoDate(text, text)).toBeUndefined();
    }
  });
});

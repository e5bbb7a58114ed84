import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { instant, period, Period, type PeriodOptions } from "../../src/period/index.ts";

const july: PeriodOptions = { fiscalYear: { firstMonth: 7 } };

function span(text: string, options?: PeriodOptions): string {
  const made = period(text, options);
  return `${made.label} ${made.first} ${made.last}`;
}

function refusal(value: unknown, options?: unknown): { code: string; message: string } {
  try {
    period(value as string, options as PeriodOptions);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error(`period accepted ${String(value)}`);
}

describe("a period", () => {
  test("has the exact number of its days", () => {
    const days = Object.entries({
      "2002": 365, "2004": 366, "1900": 365, "2000": 366, "2002-Q4": 92, "2002-Q1": 90, "2004-Q1": 91, "2002-H1": 181, "2002-H2": 184,
      "2002-02": 28, "2004-02": 29, "1900-02": 28, "2000-02": 29, "2002-9M": 273, "2002-01-15/2002-03-31": 76, "2002-01-15/2002-01-15": 1,
    });
    expect(days.map(([text]) => [text, period(text).days])).toEqual(days);
  });

  test("includes its first and its last day", () => {
    expect(span("2002")).toBe("2002 2002-01-01 2002-12-31");
    expect(span("2002-Q4")).toBe("2002-Q4 2002-10-01 2002-12-31");
    expect(span("2002-H1")).toBe("2002-H1 2002-01-01 2002-06-30");
    expect(span("2004-02")).toBe("2004-02 2004-02-01 2004-02-29");
    expect(span("2002-9M")).toBe("2002-9M 2002-01-01 2002-09-30");
    expect(span("2002-01-15/2002-03-31")).toBe("2002-01-15/2002-03-31 2002-01-15 2002-03-31");
    expect(span("0001")).toBe("0001 0001-01-01 0001-12-31");
    expect(span("9999-Q4")).toBe("9999-Q4 9999-10-01 9999-12-31");
  });

  test("reads the spellings that people use", () => {
    for (const text of ["2002-Q4", "Q4 2002", "Q4, 2002", "2002 Q4", "2002Q4", "q4 2002", " 2002-q4 ", "Q4  2002", "4Q 2002", "4Q2002", "Q4-2002", "2002, Q4"]) {
      expect([text, period(text).label]).toEqual([text, "2002-Q4"]);
    }
    for (const text of ["H1 2002", "1H 2002", "1H2002", "2002 H1", "2002H1"]) expect([text, period(text).label]).toEqual([text, "2002-H1"]);
    for (const text of ["Sep 2002", "September 2002", "Sept 2002", "SEP 2002", "September, 2002", "Sep-2002", "2002 Sep", "2002-Sep"]) {
      expect([text, period(text).label]).toEqual([text, "2002-09"]);
    }
    for (const text of ["9M 2002", "2002 9M", "2002-09M", "9M2002"]) expect([text, period(text).label]).toEqual([text, "2002-9M"]);
    expect(period("May 2002").label).toBe("2002-05");
    expect(period(" 2002-01-15 / 2002-03-31 ").label).toBe("2002-01-15/2002-03-31");
  });

  test("has one label for the same days, however it was written", () => {
    const same = { "2002-12M": "2002", "2002-6M": "2002-H1", "2002-3M": "2002-Q1", "2002-1M": "2002-01" };
    for (const [text, label] of Object.entries(same)) expect(period(text).label).toBe(label);
    for (const label of ["2002", "2002-H2", "2002-Q3", "2002-11", "2002-2M", "2002-11M"]) {
      const { first, last } = period(label);
      expect(period(`${first}/${last}`).label).toBe(label);
    }
    expect(period("2002-04-01/2002-09-30").label).toBe("2002-04-01/2002-09-30");
    expect(period("2002-12-01/2003-02-28").label).toBe("2002-12-01/2003-02-28");
    expect(period("2002-01-01/2003-12-31").label).toBe("2002-01-01/2003-12-31");
  });

  test("counts whole months, and none when it cuts one", () => {
    expect(["2002", "2002-Q4", "2002-H2", "2002-02", "2002-9M", "2002-12-01/2004-02-29"].map((text) => period(text).months)).toEqual([12, 3, 6, 1, 9, 15]);
    expect(["2002-01-15/2002-03-31", "2002-01-01/2002-03-30", "2004-02-01/2004-02-28"].map((text) => period(text).months)).toEqual([undefined, undefined, undefined]);
  });

  test("reads every label of a year and its JSON back", () => {
    const labels = ["2002", "2002-H1", "2002-H2", ...[1, 2, 3, 4].map((n) => `2002-Q${String(n)}`), ...Array.from({ length: 12 }, (_, n) => `2002-${String(n + 1).padStart(2, "0")}`)];
    for (const label of labels) {
      expect(period(label).label).toBe(label);
      expect(period(JSON.parse(JSON.stringify(period(label))) as string).equals(label)).toBe(true);
    }
  });

  test("contains, overlaps and equals by its days", () => {
    const year = period("2002");
    expect(year.contains("2002-Q4")).toBe(true);
    expect(year.contains(year)).toBe(true);
    expect(year.contains("2002-12-31/2003-01-01")).toBe(false);
    expect(period("2002-Q4").contains(year)).toBe(false);
    expect(year.overlaps("2002-12-31/2003-01-01")).toBe(true);
    expect(year.overlaps("2003")).toBe(false);
    expect(period("2003").overlaps(year)).toBe(false);
    expect(year.equals("2002-01-01/2002-12-31")).toBe(true);
    expect(year.equals("2002-9M")).toBe(false);
    expect(period("FY2014-Q1", july).equals("2013-Q3")).toBe(true);
  });

  test("prints itself, comes back as itself, and takes no part in comparisons by operator", () => {
    const quarter = period("Q4 2002");
    expect(quarter).toBeInstanceOf(Period);
    expect(quarter.kind).toBe("period");
    expect(`${quarter.toString()} ${inspect(quarter)} ${Object.prototype.toString.call(quarter)}`).toBe("2002-Q4 Period(2002-Q4) [object Period]");
    expect(period(quarter)).toBe(quarter);
    expect(Period.of("2002-Q4").equals(quarter)).toBe(true);
    expect(quarter.lastDay - quarter.firstDay).toBe(91);
    expect(() => Number(quarter)).toThrow(expect.objectContaining({ code: "not-comparable" }));
    expect(() => Number(quarter)).toThrow("compare the texts of first or last");
  });

  test("is read from another copy of the class", () => {
    const foreign = (label: string): Period => ({ first: "2013-07-01", last: "2014-06-30", label, [Symbol.toStringTag]: "Period" }) as unknown as Period;
    expect(period(foreign("FY2014")).label).toBe("FY2014");
    expect(period(foreign("<b>")).label).toBe("2013-07-01/2014-06-30");
  });
});

describe("a fiscal period", () => {
  test("is named for the year in which it ends unless told otherwise", () => {
    expect(span("FY2014", july)).toBe("FY2014 2013-07-01 2014-06-30");
    expect(span("FY2014", { fiscalYear: { firstMonth: 7, namedFor: "end" } })).toBe("FY2014 2013-07-01 2014-06-30");
    expect(span("FY2014", { fiscalYear: { firstMonth: 7, namedFor: "start" } })).toBe("FY2014 2014-07-01 2015-06-30");
    expect(span("FY2014", { fiscalYear: { firstMonth: 1 } })).toBe("FY2014 2014-01-01 2014-12-31");
    expect(span("FY2016", { fiscalYear: { firstMonth: 4 } })).toBe("FY2016 2015-04-01 2016-03-31");
  });

  test("has quarters, halves and years to date", () => {
    expect(span("FY2014-Q2", july)).toBe("FY2014-Q2 2013-10-01 2013-12-31");
    expect(span("FY2014-Q3", july)).toBe("FY2014-Q3 2014-01-01 2014-03-31");
    expect(span("FY2014-H1", july)).toBe("FY2014-H1 2013-07-01 2013-12-31");
    expect(span("FY2014-9M", july)).toBe("FY2014-9M 2013-07-01 2014-03-31");
    expect(span("FY2014-6M", july)).toBe("FY2014-H1 2013-07-01 2013-12-31");
    expect(span("FY2014-1M", july)).toBe("FY2014-1M 2013-07-01 2013-07-31");
    for (const text of ["Q2 FY2014", "2Q FY2014", "fy 2014 q2", "FY2014Q2", "Q2, FY2014"]) expect([text, period(text, july).label]).toEqual([text, "FY2014-Q2"]);
  });

  test("leaves calendar spellings alone", () => {
    expect(span("2014-Q2", july)).toBe("2014-Q2 2014-04-01 2014-06-30");
  });

  test("has JSON that reads back without options, by its days", () => {
    const quarter = period("FY2014-Q2", july);
    expect(JSON.stringify(quarter)).toBe('"2013-10-01/2013-12-31"');
    expect(period(JSON.parse(JSON.stringify(quarter)) as string).equals(quarter)).toBe(true);
    expect(String(quarter)).toBe("FY2014-Q2");
  });

  test("is refused while nobody says where the year begins", () => {
    for (const text of ["FY2014", "FY2014-Q2", "Q2 FY2014"]) {
      expect(refusal(text).code).toBe("malformed-period");
      expect(refusal(text).message).toContain(`"${text}" names a fiscal year, and where that begins was not said: pass { fiscalYear: { firstMonth: 7 } }`);
    }
  });

  test("has no months of its own", () => {
    for (const text of ["FY2014-09", "Sep FY2014"]) expect(refusal(text, july).message).toContain('"FY2014-9M"');
  });

  test("refuses wrong options at once", () => {
    for (const firstMonth of [0, 13, 1.5, "7", NaN, undefined]) expect(refusal("2014", { fiscalYear: { firstMonth } }).code).toBe("out-of-range");
    expect(refusal("FY2014", { fiscalYear: { firstMonth: 13 } }).message).toContain("a whole number from 1 (January) to 12, and this one is 13");
    expect(refusal("2014", { fiscalYear: { firstMonth: 7, namedFor: "middle" } }).message).toContain('not for "middle"');
    expect(refusal("2014", { fiscalYear: { firstMonth: 7, namedFor: "middle" } }).code).toBe("unknown-option");
    expect(refusal("2014", { fiscal: { firstMonth: 7 } })).toMatchObject({ code: "unknown-option" });
    expect(refusal("2014", JSON.parse('{"__proto__": 1}'))).toMatchObject({ code: "unknown-option" });
    for (const options of [0, null, "July", []]) expect(refusal("2014", options).code).toBe("wrong-kind");
    for (const fiscalYear of [7, null, "July"]) expect(refusal("2014", { fiscalYear }).code).toBe("wrong-kind");
    expect(period("2014", {}).label).toBe("2014");
    expect(period("2014", { fiscalYear: undefined }).label).toBe("2014");
  });
});

describe("what is not a period", () => {
  test("is refused with the value and the remedy", () => {
    const wrong: readonly (readonly [unknown, string, string])[] = [
      ["2002-Q5", '"2002-Q5"', '"2002-Q1" to "2002-Q4"'],
      ["Q0 2002", '"Q0 2002"', '"2002-Q1" to "2002-Q4"'],
      ["2002-H3", '"2002-H3"', '"2002-H1" and "2002-H2"'],
      ["2002-13", '"2002-13"', '"2002-01" to "2002-12"'],
      ["2002-00", '"2002-00"', '"2002-01" to "2002-12"'],
      ["2002-13M", '"2002-13M"', '"2002-1M" to "2002-12M"'],
      ["2002-0M", '"2002-0M"', '"2002-1M" to "2002-12M"'],
      ["2002-9", '"2002-9"', 'write "2002-09" for the month, or "2002-9M"'],
      ["2002-01-15", '"2002-01-15"', 'instant("2002-01-15"), and a period of one day is "2002-01-15/2002-01-15"'],
      ["Q4 02", '"Q4 02"', "give the year four digits"],
      ["4Q02", '"4Q02"', "give the year four digits"],
      ["Sep-02", '"Sep-02"', "give the year four digits"],
      ["FY14-Q2", '"FY14-Q2"', "give the year four digits"],
      ["", '""', '"2002-Q4"'],
      ["   ", '"   "', '"2002-Q4"'],
      ["__proto__", '"__proto__"', '"2002-Q4"'],
      ["constructor 2002", '"constructor 2002"', '"2002-Q4"'],
      ["Smarch 2002", '"Smarch 2002"', '"2002-Q4"'],
      ["200209", '"200209"', '"2002-09"'],
      ["2002-YTD", '"2002-YTD"', '"2002-9M"'],
      ["2002-Q4-Q4", '"2002-Q4-Q4"', '"2002-Q4"'],
      ["2002-01/2002-03", '"2002-01/2002-03"', '"2002-01-15/2002-03-31"'],
      ["2002-01-01/2002-02-01/2002-03-01", '"2002-01-01/2002-02-01/2002-03-01"', "two whole dates"],
      ["/", '"/"', "two whole dates"],
      ["2002-02-01/2002-02-30", '"2002-02-01/2002-02-30"', "its last is 2002-02-28"],
      ["2".repeat(1_000_000), "(1000000 characters)", '"2002-Q4"'],
      [" ".repeat(1_000_000), "(1000000 characters)", '"2002-Q4"'],
      [new Date(0), "an object (Date)", 'pass text such as "2002-Q4"'],
      [2002, "2002", 'pass text such as "2002" or "2002-Q4"'],
      [NaN, "NaN", '"2002-Q4"'],
      [2002n, "2002n", '"2002-Q4"'],
      [null, "null", '"2002-Q4"'],
      [undefined, "undefined", '"2002-Q4"'],
      [{ first: "2002-01-01", last: "2002-12-31" }, "an object", '"2002-Q4"'],
      [["2002"], "an array", '"2002-Q4"'],
      [Symbol("2002"), "a symbol", '"2002-Q4"'],
    ];
    for (const [value, printed, remedy] of wrong) {
      const { code, message } = refusal(value);
      expect([printed, code]).toEqual([printed, "malformed-period"]);
      expect(message).toContain(printed);
      expect(message).toContain(remedy);
      expect(message.length).toBeLessThan(400);
    }
  });

  test("is refused as empty when it ends before it begins", () => {
    expect(refusal("2002-03-31/2002-01-15")).toEqual({
      code: "empty-period",
      message: 'The period "2002-03-31/2002-01-15" ends before it begins: put the earlier day first, "2002-01-15/2002-03-31".',
    });
  });

  test("is refused outside the years 1 to 9999", () => {
    const calendar = ["0000", "0000-Q1", "10000", "Q1 10000", "0000-12-31/0001-01-31"].map((text) => [text, undefined] as const);
    const fiscal = [["FY0001", july], ["FY10000", july], ["FY9999", { fiscalYear: { firstMonth: 7, namedFor: "start" } }]] as const;
    for (const [text, options] of [...calendar, ...fiscal]) {
      expect([text, refusal(text, options).code]).toEqual([text, "out-of-range"]);
      expect(refusal(text, options).message).toContain(`"${text}" reaches outside the calendar: say days from 0001-01-01 to 9999-12-31`);
    }
    expect(period("FY0001-H2", july).first).toBe("0001-01-01");
  });

  test("is refused when it is an instant", () => {
    expect(refusal(instant("2002-12-31"))).toMatchObject({ code: "wrong-kind" });
    expect(refusal(instant("2002-12-31")).message).toContain('got the instant "2002-12-31"');
    expect(() => period("2002").contains(null as unknown as string)).toThrow(expect.objectContaining({ code: "malformed-period" }));
  });
});

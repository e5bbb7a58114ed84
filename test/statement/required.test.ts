import { describe, expect, test } from "vitest";
import { period } from "../../src/period/period.ts";
import { tiles } from "../../src/period/tiling.ts";
import { required } from "../../src/statement/required.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Report } from "../../src/statement/report.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";
import { shownBy } from "../support/notebook.ts";

const { "2002-Q1": first, "2002-Q2": second, "2002-Q3": third } = QUARTERS;
const nineMonths = reconcile({ operation: "Lac des Iles", periods: { "2002-Q1": first, "2002-Q2": second, "2002-Q3": third } });
const whole = reconcile(LAC_DES_ILES);
const year = required(nineMonths, { guidance: "215,000 to 225,000 oz", period: "2002" });

describe("Lac des Iles after three quarters", () => {
  test("has so much to produce, on the printed numbers and as rounding leaves it", () => {
    expect([year.verdict, String(year.produced.value), year.counted, year.days]).toEqual(["open", "167,258 oz", ["2002-Q1", "2002-Q2", "2002-Q3"], 92]);
    expect(year.remaining.map(String)).toEqual(["2002-Q4"]);
    expect(tiles("2002", [...year.counted, ...year.remaining])).toBe(true);
    expect([String(year.least?.amount.value), String(year.least?.amount.interval)]).toEqual(["47,742 oz", "[47740.5, 47743.5]"]);
    expect([String(year.most?.amount.value), String(year.most?.amount.interval)]).toEqual(["57,742 oz", "[57740.5, 57743.5]"]);
  });

  test("knows the pace, by the days that remain", () => {
    expect(String(year.least?.perDay.value.exact)).toBe("23871/46");
    expect(year.least?.perDay.value.format({ places: 3 })).toBe("518.935 oz/d");
    expect(year.least?.annualised.value.format({ places: 1 })).toBe("189,411.2 oz");
  });

  test("knows what each of throughput, grade and recovery would have to be, the others staying as they were", () => {
    // 47,742 oz of 31.1034768 g over 92 days; 1,210,799 t, 1.83 g/t and 71.9 % as in the third quarter.
    expect(year.like).toBe("2002-Q3");
    expect(year.least?.throughput?.value.format({ places: 1 })).toBe("12,267.1 t/d");
    expect(year.least?.grade?.value.format({ places: 4 })).toBe("1.7057 g/t");
    expect(year.least?.recovery?.value.format({ places: 3 })).toBe("67.017%");
    for (const { value, interval } of [year.least!.throughput!, year.least!.grade!, year.least!.recovery!]) expect(interval.contains(value.exact)).toBe(true);
  });

  test("is a page, in Node and in a notebook", () => {
    expect(String(year)).toBe(`Lac des Iles: Pd produced, 2002, against 215,000 to 225,000 oz: open
  so far                 167,258.0 oz   (167,256.5 to 167,259.5)
  needed at least         47,742.0 oz   (47,740.5 to 47,743.5)
    per day              518.935 oz/d   (518.918 to 518.952)
    at that pace, whole    189,411 oz   (189,405 to 189,418)
    by throughput          12,267 t/d   (12,224 to 12,310)
    by grade               1.7057 g/t   (1.7044 to 1.7070)
    by recovery                67.02%   (66.83 to 67.21)
  needed at most          57,742.0 oz   (57,740.5 to 57,743.5)
    per day              627.630 oz/d   (627.614 to 627.647)
    at that pace, whole    229,085 oz   (229,079 to 229,092)
    by throughput          14,837 t/d   (14,785 to 14,888)
    by grade               2.0630 g/t   (2.0615 to 2.0645)
    by recovery                81.05%   (80.83 to 81.28)
Counted: 2002-Q1, 2002-Q2, 2002-Q3. 92 days remain: 2002-Q4.
Throughput, grade and recovery: each alone, the others as in 2002-Q3.
Note. 2002-Q3: 13,161 t/d over 92 d is 1,210,812 t, and 1,210,799 t was printed
  and taken.`);
    const shown = year as unknown as Record<symbol, () => unknown>;
    expect(shown[Symbol.for("nodejs.util.inspect.custom")]!()).toBe(String(year));
    expect(shownBy(year)["text/plain"]).toBe(String(year));
    expect(faultsOf(shownBy(year)["text/html"])).toEqual([]);
    expect(Object.prototype.toString.call(year)).toBe("[object Requirement]");
  });

  test("is plain data as JSON", () => {
    expect(JSON.parse(JSON.stringify(year))).toMatchObject({
      verdict: "open", days: 92, counted: ["2002-Q1", "2002-Q2", "2002-Q3"], remaining: ["2002-Q4"],
      least: { amount: { value: { kind: "mass", value: "47742", unit: "oz" }, interval: { low: "47740.5", high: "47743.5" } } },
    });
  });
});

describe("guidance", () => {
  const least = (guidance: string): string => String(required(nineMonths, { guidance, period: "2002" }).least?.amount.value);

  test.each([
    ["215,000 to 225,000 oz"], ["215,000 - 225,000 oz"], ["215,000\u2013225,000 ounces"], ["between 215,000 and 225,000 oz"], ["215,000 oz to 225,000 oz"],
    ["215 to 225 koz"], ["215-225 koz"], ["0.215 to 0.225 million oz"], ["from 215 koz to 225,000 oz"],
  ])("%s is a range", (guidance) => {
    const read = required(nineMonths, { guidance, period: "2002" });
    expect([String(read.least?.amount.value.to("oz")), String(read.most?.amount.value.to("oz"))]).toEqual(["47,742 oz", "57,742 oz"]);
  });

  test("with one end has one requirement", () => {
    expect(least("over 200,000 oz")).toBe("32,742 oz");
    expect(required(nineMonths, { guidance: "over 200,000 oz", period: "2002" }).most).toBeUndefined();
    expect(required(nineMonths, { guidance: "up to 200,000 oz", period: "2002" }).least).toBeUndefined();
  });

  test("of one figure is what prints so", () => {
    expect(least("about 200,000 oz")).toBe("-17,258 oz");
    expect(least("200,000 oz")).toBe("32,741.5 oz");
  });

  test.each([
    ["225,000 to 215,000 oz", "empty-interval"], ["215,000 to 225,000", "missing-unit"], ["lots", "malformed-figure"], ["1.8 to 1.9 g/t", "unknown-unit"], [5, "malformed-figure"],
  ])("%s is an error", (guidance, code) => {
    expect(() => required(nineMonths, { guidance: guidance as string, period: "2002" })).toThrow(expect.objectContaining({ code }));
  });
});

describe("the verdict", () => {
  const verdict = (report: Report, guidance: string): string => required(report, { guidance, period: "2002", metal: "Pd" }).verdict;

  test("while days remain says whether the guidance is reached or passed already", () => {
    expect(verdict(nineMonths, "160,000 to 170,000 oz")).toBe("reached");
    expect(verdict(nineMonths, "over 167,257 oz")).toBe("open");
    expect(verdict(nineMonths, "over 167,256 oz")).toBe("reached");
    expect(verdict(nineMonths, "150,000 to 160,000 oz")).toBe("exceeded");
    expect(verdict(nineMonths, "up to 200,000 oz")).toBe("open");
  });

  test("when none do says whether it was met, or hangs on rounding", () => {
    expect(verdict(whole, "215,000 to 220,000 oz")).toBe("met");
    expect(verdict(whole, "220,000 to 225,000 oz")).toBe("missed");
    expect(verdict(whole, "at least 219,325 oz")).toBe("undecided");
    expect(required(whole, { guidance: "over 5 oz", period: "2002", metal: "Pd" }).least).toBeUndefined();
  });
});

describe("what is counted", () => {
  const metal = (produced: string): { readonly Au: { readonly produced: string } } => ({ Au: { produced } });

  test("is what covers the most days, in the fewest figures", () => {
    const half = reconcile({ periods: { "2002-H1": metal("200 oz"), "2002-Q1": metal("90 oz"), "2002-Q2": metal("110 oz"), "2002-07": metal("40 oz") } });
    const rest = required(half, { guidance: "over 500 oz", period: "2002" });
    expect([rest.counted, String(rest.least?.amount.value), rest.days, rest.remaining.map(String)]).toEqual([["2002-H1", "2002-07"], "260 oz", 153, ["2002-08-01/2002-12-31"]]);
  });

  test("leaves gaps where they are", () => {
    const gaps = required(reconcile({ periods: { "2002-Q1": metal("90 oz"), "2002-Q3": metal("110 oz") } }), { guidance: "over 500 oz", period: "2002" });
    expect([gaps.remaining.map(String), gaps.days]).toEqual([["2002-Q2", "2002-Q4"], 183]);
  });

  test("may be what the report implies, and is said so", () => {
    const implied = reconcile({ periods: { "2002-H1": metal("200 oz"), "2002-Q1": metal("90 oz"), "2002-Q2": { Au: { grade: "1 g/t" } } } });
    expect(required(implied, { guidance: "over 500 oz", period: "2002-Q2", metal: "Au" }).notes[0])
      .toBe("2002-Q2.Au.produced was not printed: the report leaves it 109 to 111 oz, and its middle, 110, was taken.");
  });

  test("is of the area, the item and the metal asked for", () => {
    const mill = { ore: "1,000 t", ...metal("90 oz"), Ag: { produced: "900 oz" } };
    const areas = reconcile({ areas: { North: { periods: { "2002-H1": mill } }, South: { periods: { "2002-H1": mill } } } });
    expect(required(areas, { guidance: "over 200 oz", period: "2002", metal: "Au", area: "North" }).name).toBe("North Au produced, 2002");
    const ore = required(areas, { guidance: "1.5 to 2 kt", period: "2002", item: "ore", area: "South" });
    expect([String(ore.least?.amount.value), ore.least?.grade]).toEqual(["0.5 kt", undefined]);
    expect(() => required(areas, { guidance: "over 200 oz", period: "2002", area: "North" })).toThrow("name one of Ag, Au, as { metal: \"Ag\" }");
  });

  test("of a fiscal year is read by its days", () => {
    const fiscalYear = { firstMonth: 7 } as const;
    const fiscal = reconcile({ fiscalYear, periods: { "FY2014-Q1": metal("90 oz"), "FY2014-Q2": metal("100 oz") } });
    const rest = required(fiscal, { guidance: "over 400 oz", period: period("FY2014", { fiscalYear }) });
    expect([rest.days, rest.remaining.map(({ first, last }) => `${first} ${last}`)]).toEqual([181, ["2014-01-01 2014-06-30"]]);
  });
});

describe("a wrong call", () => {
  test.each<[string, () => unknown, string]>([
    ["of a period with nothing in it", () => required(nineMonths, { guidance: "over 5 oz", period: "2003" }), "unknown-address"],
    ["of an unknown item", () => required(nineMonths, { guidance: "over 5 oz", period: "2002", item: "ounces" as never }), "unknown-item"],
    ["of a ratio", () => required(nineMonths, { guidance: "over 5 g/t", period: "2002", item: "grade" }), "wrong-kind"],
    ["of a report without metal", () => required(reconcile({ periods: { 2002: { ore: "5 t" } } }), { guidance: "over 5 oz", period: "2002" }), "unknown-address"],
    ["of several metals", () => required(whole, { guidance: "over 5 oz", period: "2002" }), "unknown-item"],
    ["of no period", () => required(nineMonths, { guidance: "over 5 oz" } as never), "malformed-period"],
  ])("%s is an error at once", (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});

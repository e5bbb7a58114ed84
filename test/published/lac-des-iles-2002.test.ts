/**
 * The Lac des Iles report of 2002 against an independent exact computation (closed ends, rounding to the nearest), given here to the nearest at the
 * digits shown.
 */
import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES, QUARTERS, YEAR } from "./lac-des-iles-2002.ts";

const report = reconcile(LAC_DES_ILES);

function with2002(year: Statement["periods"] extends infer P ? P extends Readonly<Record<string, infer F>> ? F : never : never): Statement {
  return { periods: { ...QUARTERS, 2002: { ...YEAR, ...year } } };
}

describe("as printed", () => {
  test("is consistent, and the witness proves it", () => {
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(report.conflicts).toEqual([]);
  });

  test("the witness prints as every figure was printed", () => {
    for (const address of report.addresses) {
      const { printed } = report.implied(address);
      if (printed !== undefined) expect(printed.interval.contains(report.witness!.at(address).exact), address).toBe(true);
    }
  });

  test.each([
    ["2002-Q1.ore", 0, "1205145", "1205212"],
    ["2002-Q2.ore", 1, "1270223.5", "1270290.5"],
    ["2002-Q1.Pd.grade", 9, "1.904966029", "1.907718791"],
    ["2002-Q2.Pd.grade", 9, "2.001566724", "2.004340054"],
    ["2002.Pd.grade", 9, "1.905000000", "1.906554476"],
    ["2002.Pd.recovery", 5, "73.75000", "73.81018"],
  ] as const)("implies %s", (address, places, low, high) => {
    const { interval } = report.implied(address);
    expect(interval.low?.toFixed({ places })).toBe(low);
    expect(interval.high?.toFixed({ places })).toBe(high);
  });

  test("tells implied values outward, so that they enclose", () => {
    expect(String(report.implied("2002-Q1.Pd.grade"))).toBe("1.9049 to 1.9078 g/t");
    expect(String(report.implied("2002.Pd.grade"))).toBe("1.9050 to 1.9066 g/t");
    expect(String(report.implied("2002-Q2.ore"))).toBe("1,270,223 to 1,270,291 t");
  });

  test.each([
    ["2002-Q3 Pd produced", "51044.9259", "51396.0996"],
    ["2002-Q4 Pd produced", "51951.8321", "52299.5808"],
    ["2002 Pd produced", "219146.6768", "220595.8063"],
  ])("%s lies within rounding of ore, grade and recovery", (name, low, high) => {
    const check = report.checks.find((candidate) => candidate.name === name)!;
    expect(check.verdict).toBe("within rounding");
    expect(check.implied?.interval.low?.toFixed({ places: 4 })).toBe(low);
    expect(check.implied?.interval.high?.toFixed({ places: 4 })).toBe(high);
  });

  test("recomputes the fourth quarter's metal from the printed values", () => {
    const check = report.checks.find(({ name }) => name === "2002-Q4 Pd produced")!;
    expect(check.recomputed?.format({ places: 4 })).toBe("52,125.6127 oz");
    expect(check.residual?.format({ places: 4 })).toBe("-58.6127 oz");
    expect(check.power?.format({ places: 2 })).toBe("0.33%");
    expect(check.bases).toEqual(["the grade is that of all ore milled", "produced metal is the metal recovered in the period"]);
  });

  test("the quarters make up the year to the ounce", () => {
    const check = report.checks.find(({ name }) => name === "2002 Pd produced, 4 periods")!;
    expect(check.verdict).toBe("agrees");
    expect(check.residual?.exact.isZero).toBe(true);
  });

  test("the page fits a terminal of 80 columns", () => {
    expect(Math.max(...String(report).split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe("with a slip", () => {
  test("a quarter's metal with two digits swapped contradicts twice, irreducibly", () => {
    const q3 = { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } };
    const wrong = reconcile({ periods: { ...QUARTERS, "2002-Q3": q3, 2002: YEAR } });
    expect(wrong.verdict).toBe("contradictory");
    expect(wrong.witness).toBeUndefined();
    expect(wrong.checks.filter(({ verdict }) => verdict === "contradicts").map(({ name }) => name)).toEqual([
      "2002-Q3 Pd produced", "2002 Pd produced, 4 periods",
    ]);
    expect(wrong.conflicts.map(({ figures }) => figures.map(({ address }) => address).sort())).toEqual([
      ["2002-Q3.Pd.grade", "2002-Q3.Pd.produced", "2002-Q3.Pd.recovery", "2002-Q3.ore"],
      ["2002-Q1.Pd.produced", "2002-Q2.Pd.produced", "2002-Q3.Pd.produced", "2002-Q4.Pd.produced", "2002.Pd.produced"],
    ]);
    expect(wrong.conflicts.every(({ irreducible }) => irreducible)).toBe(true);
    expect(wrong.conflicts[0]!.sentence).toContain("51,618 oz");
  });

  test("a year of 365.25 days contradicts", () => {
    const wrong = reconcile(with2002({ days: "365.25 d" }));
    expect(wrong.verdict).toBe("contradictory");
    expect(wrong.conflicts.map(({ figures }) => figures.map(({ address }) => address).sort())).toEqual([["2002.days", "2002.ore", "2002.throughput"]]);
  });

  test("365 days said outright are the calendar's", () => {
    expect(reconcile(with2002({ days: "365 d" })).verdict).toBe("consistent");
  });

  test("ounces read as avoirdupois contradict", () => {
    const wrong = reconcile(JSON.parse(JSON.stringify(LAC_DES_ILES).replaceAll(" oz", " oz av")) as Statement);
    expect(wrong.verdict).toBe("contradictory");
    expect(wrong.checks.filter(({ verdict }) => verdict === "contradicts").map(({ name }) => name)).toContain("2002-Q4 Pd produced");
  });
});

import { describe, expect, test } from "vitest";
import { HeadgradeError } from "../../src/error.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { shownBy } from "../support/notebook.ts";

const report = reconcile(LAC_DES_ILES);

describe("what is implied", () => {
  test("is told in the unit of the nearest figure of its sort", () => {
    expect(report.implied("2002-Q1.Cu.produced").unit).toBe("lb");
    expect(report.implied("2002-Q1.Pd.contained").unit).toBe("oz");
    expect(report.implied("2002-Q1.Pd.grade").unit).toBe("g/t");
    expect(String(report.implied("2002-Q1.Cu.produced"))).toBe("0 to 3,997,736 lb");
  });

  test("has its printed figure, its ends and its power", () => {
    const grade = report.implied("2002.Pd.grade");
    expect(grade.printed?.text).toBe("1.91 g/t");
    expect(grade.low?.toDecimal().toString()).toBe("1.905");
    expect(grade.power?.format({ places: 2 })).toBe("0.04%");
    expect(report.implied("2002-Q1.Pd.grade").printed).toBeUndefined();
  });

  test("at no address is an error that says which was meant", () => {
    expect(() => report.implied("2002.Pd.grad")).toThrow('This report holds no "2002.Pd.grad": did you mean "2002.Pd.grade"?');
    expect(() => report.implied(5 as never)).toThrow(HeadgradeError);
    expect(() => report.witness!.at("2002.Xx.grade")).toThrow(expect.objectContaining({ code: "unknown-address" }));
  });

  test("stays with what the conflicts leave, where the report contradicts itself", () => {
    const q3 = { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } };
    const wrong = reconcile({ periods: { ...LAC_DES_ILES.periods, "2002-Q3": q3 } });
    expect(String(wrong.implied("2002-Q1.ore"))).toBe("1,205,145 to 1,205,212 t");
  });
});

describe("a report", () => {
  test("lists the checks that a figure takes part in", () => {
    expect(report.checksOf("2002-Q3.ore").map(({ name }) => name)).toEqual([
      "2002-Q3 throughput", "2002-Q3 Pd produced", "2002 ore milled, 4 periods", "2002 Pd head grade, by tonnes", "2002 Pd recovery, by metal",
    ]);
    expect(() => report.checksOf("2002-Q3.ores")).toThrow(expect.objectContaining({ code: "unknown-address" }));
  });

  test("is plain data as JSON", () => {
    const data = JSON.parse(JSON.stringify(report)) as Record<string, unknown>;
    expect(data).toMatchObject({ operation: "Lac des Iles", verdict: "consistent", hangsOnTolerance: false, conflicts: [], notes: [] });
    expect(data["checks"]).toHaveLength(report.checks.length);
    expect((data["witness"] as Record<string, unknown>)["2002-Q3.ore"]).toEqual(JSON.parse(JSON.stringify(report.witness?.at("2002-Q3.ore"))));
    expect(report.printed("2002-Q3.ore")?.admits(report.witness!.at("2002-Q3.ore") as never)).toBe(true);
  });

  test("shows itself in Node and in a notebook as its page", () => {
    const page = String(report);
    const shown = report as unknown as Record<symbol, () => unknown>;
    expect(shown[Symbol.for("nodejs.util.inspect.custom")]!()).toBe(page);
    expect(shownBy(report)["text/plain"]).toBe(page);
    expect(Object.prototype.toString.call(report)).toBe("[object Report]");
  });

  test("shows an operation's name as it is", () => {
    expect(String(reconcile({ operation: "<script>", periods: { "2002": { ore: "5 t" } } }))).toContain("<script>: consistent\nThe one printed figure can be true");
  });

  test("says of one fact that was printed twice that it is one, and counts what else was printed", () => {
    const periods = { 2010: { Au: { produced: ["141,116 oz", "141,000 oz"] } }, 2011: { Au: { produced: "140,000 oz" } } } as const;
    const page = String(reconcile({ periods, changes: [{ of: "2011.Au.produced", from: "2010.Au.produced", printed: "(1) %" }] }));
    expect(page).toContain("The 4 printed figures cannot all be right as printed.");
    expect(page).toContain([
      "Conflict 1: these 2 figures cannot both be right as printed",
      "    2010.Au.produced  141,116 oz",
      "    2010.Au.produced  141,000 oz",
      "  they are prints of one fact",
      "  Hypothesis: 2010.Au.produced 141,000 oz, rounded more coarsely than printed:",
    ].join("\n"));
  });

  test("says of one figure that it cannot be right", () => {
    const page = String(reconcile({ periods: { 2010: { ore: "-5 t" } } }));
    expect(page).toContain("The one printed figure cannot be right as printed.");
    expect(page).toContain("Conflict 1: this figure cannot be right as printed\n    2010.ore  -5 t\n  it cannot be negative");
  });

  test("leaves the last digit of a plain number where it is", () => {
    const periods = { 2016: { oreMined: "100 t", waste: "311 t", stripRatio: "3.11" }, 2017: { oreMined: "100 t", waste: "310 t", stripRatio: "3.1 1" } } as const;
    expect(String(reconcile({ periods, bases: { stripRatio: { over: ["waste"], under: ["oreMined"] } } }))).toContain("strip ratio (waste to ore)  3.11   3.1\n");
  });

  test("has a column for each period of which an area printed something", () => {
    const areas = { North: { periods: { 2010: { ore: "5 t" } } }, South: { periods: { 2011: { ore: "6 t" }, 2012: { ore: "7 t" } } } } as const;
    expect(String(reconcile({ areas }))).toContain([
      "North", "               2010", "ore milled, t     5", "", "South", "               2011  2012", "ore milled, t     6     7",
    ].join("\n"));
  });

  test("names a conflict's figures, each on its line, and the ties", () => {
    const page = String(reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,767 t/d" } } }));
    expect(page).toContain([
      "Conflict 1: these 2 figures cannot both be right as printed",
      "    2002-Q4.ore         1,165,388 t",
      "    2002-Q4.throughput  12,767 t/d",
      "  given that 2002-Q4.ore = throughput x 92 calendar days",
    ].join("\n"));
    expect(page).toContain("Taken for granted: calendar days");
  });

  test("keeps within 80 columns for two years of months in three areas", () => {
    const months = Object.fromEntries(Array.from({ length: 24 }, (_, index) => {
      const month = `${String(2002 + Math.floor(index / 12))}-${String(index % 12 + 1).padStart(2, "0")}`;
      return [month, { ore: "100,000 t", throughput: "3,200 t/d", Au: { grade: "2.00 g/t", recovery: "90.0%", produced: "5,787 oz" } }] as const;
    }));
    const page = String(reconcile({ areas: { "North pit": { periods: months }, "South pit": { periods: months }, "Underground": { periods: months } } }));
    expect(page.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("of a hundred areas is settled like one", () => {
    const areas = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`mine ${String(index)}`, { periods: LAC_DES_ILES.periods! }]));
    const large = reconcile({ areas });
    expect(large.verdict).toBe("consistent");
    expect(large.witness?.verify()).toBe(true);
    expect(large.implied("mine 57/2002.Pd.grade").interval).toEqual(report.implied("2002.Pd.grade").interval);
  });
});

test("figures that contradict by two routes are told once", () => {
  const mine = (ore: string) => ({ periods: { "2002": { ore } } });
  const report = reconcile({ periods: { "2002-H1": { ore: "150 t" }, "2002-H2": { ore: "150 t" } }, areas: { North: mine("100 t"), South: mine("210 t") } });
  expect(report.conflicts.map(({ figures }) => figures.map(({ text }) => text))).toEqual([["150 t", "150 t", "100 t", "210 t"]]);
});

describe("the parts of a report show themselves", () => {
  const NODE = Symbol.for("nodejs.util.inspect.custom");
  const wrong = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,767 t/d" } } });

  test.each<[string, unknown, string]>([
    ["a check", report.checks.find(({ name }) => name === "2002-Q4 throughput"), "agrees: 2002-Q4 throughput: 1,165,388 t / 92 days gives 12,667.2608695… t/d, which prints as 12,667 t/d."],
    ["what is implied", report.implied("2002-Q1.Pd.grade"), "2002-Q1.Pd.grade: 1.9049 to 1.9078 g/t"],
    ["a conflict", wrong.conflicts[0], "These 2 figures cannot both be right as printed: 2002-Q4.ore 1,165,388 t; 2002-Q4.throughput 12,767 t/d; given that 2002-Q4.ore = throughput x 92 calendar days."],
  ])("%s", (_, value, text) => {
    const shown = value as Record<symbol, () => unknown>;
    expect(shown[NODE]!()).toBe(text);
    expect(shownBy(value)["text/plain"].split("\n")[0]).toBe(text);
  });

  test("and are plain data", () => {
    expect(JSON.parse(JSON.stringify(report.implied("2002.Pd.grade")))).toMatchObject({ address: "2002.Pd.grade", unit: "g/t", printed: "1.91 g/t", interval: { low: "1.905" } });
    expect(JSON.parse(JSON.stringify(wrong.conflicts[0]))).toMatchObject({ irreducible: true, ties: ["2002-Q4.ore = throughput x 92 calendar days"] });
  });

  test("a value that nothing bounds says so", () => {
    const open = reconcile({ periods: { "2002": { Au: { produced: "over 5 oz" } } } }).implied("2002.Au.produced");
    expect([String(open), open.high, open.power]).toEqual(["at least 5 oz", undefined, undefined]);
  });
});

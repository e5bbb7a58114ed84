/** Changes, values and ties that a statement declares by address; and other readings under which a check that contradicts holds. */
import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

describe("a printed change", () => {
  const periods = { "2012-Q4": { Au: { produced: "455 oz" } }, "2013-Q1": { Au: { produced: "574 oz" } } } as const;
  const change = (printed: string): Statement => ({ periods, changes: [{ of: "2013-Q1.Au.produced", from: "2012-Q4.Au.produced", printed }] });

  test("is held to the two values", () => {
    const report = reconcile(change("26.2 %"));
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(report.checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["change", "agrees"]]);
    const wrong = reconcile(change("62.2 %"));
    expect(wrong.conflicts[0]?.figures.map(({ text }) => text).sort()).toEqual(["455 oz", "574 oz", "62.2 %"]);
    expect(wrong.conflicts[0]?.ties).toEqual(["2013-Q1.Au.produced against 2012-Q4.Au.produced = 2013-Q1.Au.produced / 2012-Q4.Au.produced - 1"]);
  });

  test("may be a fall", () => {
    const fall: Statement = { periods: { 2012: { Au: { produced: "100 oz" } }, 2013: { Au: { produced: "80 oz" } } }, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: "(20) %" }] };
    expect(reconcile(fall).verdict).toBe("consistent");
  });

  test("may be printed as a fall, and then says how much less", () => {
    const periods = { 2012: { Au: { produced: "1,000 oz" } }, 2013: { Au: { produced: "876 oz" } } } as const;
    const fall = (printed: string): Statement => ({ periods, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed, fall: true }] });
    const report = reconcile(fall("12.4 %"));
    expect(report.verdict).toBe("consistent");
    expect(report.checks.map(({ sentence }) => sentence)).toEqual(["fall of 2013.Au.produced against 2012.Au.produced: 1 - 876 oz / 1,000 oz gives 12.4%, which prints as 12.4 %."]);
    expect(reconcile(fall("12.6 %")).conflicts[0]?.ties).toEqual(["2013.Au.produced against 2012.Au.produced = 1 - 2013.Au.produced / 2012.Au.produced"]);
  });

  test("from nothing is no contradiction", () => {
    const nothing: Statement = { periods: { 2012: { Au: { produced: "0 oz" } }, 2013: { Au: { produced: "80 oz" } } }, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: "100 %" }] };
    expect(reconcile(nothing).verdict).not.toBe("undecided");
    expect(() => String(reconcile(nothing))).not.toThrow();
  });
});

describe("a tie of the statement's own", () => {
  const periods = { 2012: { Au: { sold: "500 oz", produced: "455 oz" } } } as const;
  const values = { "opening gold": { kind: "mass", printed: "50 oz" } } as const;
  const tie = "{2012.Au.sold} <= {2012.Au.produced} + {opening gold}";

  test("counts each value in the unit in which it was printed", () => {
    expect(reconcile({ periods, values, ties: [tie] }).verdict).toBe("consistent");
    const short = reconcile({ periods, values: { "opening gold": { kind: "mass", printed: "0.9 kg" } }, ties: ["{2012.Au.sold} <= {2012.Au.produced} + {opening gold}*32.151"] });
    expect(short.verdict).toBe("contradictory");
    expect(short.statedTies).toEqual([{ name: "{2012.Au.sold} <= {2012.Au.produced} + {opening gold}*32.151", verdict: "contradicts" }]);
  });

  test("bears its name", () => {
    const report = reconcile({ periods, values: { "opening gold": { kind: "mass", printed: "5 oz" } }, ties: [{ name: "no more gold is sold than there was", tie }] });
    expect(report.conflicts[0]?.ties).toEqual(["no more gold is sold than there was"]);
    expect(report.conflicts[0]?.figures.map(({ address }) => address).sort()).toEqual(["2012.Au.produced", "2012.Au.sold", "opening gold"]);
  });

  test("may be a product, and a value signed", () => {
    const report = reconcile({ values: { a: { kind: "mass", printed: "12 t" }, b: { kind: "fraction", printed: "-0.5 1", signed: true }, c: { kind: "mass", printed: "-6 t", signed: true } }, ties: ["{c} = {a}*{b}"] });
    expect(report.verdict).toBe("consistent");
  });
});

describe("a check that contradicts as read", () => {
  test("says if it holds per operating day", () => {
    const report = reconcile({ periods: { "2020-Q3": { ore: "133,000 t", throughput: "1,478 t/d" } } });
    expect(report.checks[0]?.verdict).toBe("contradicts");
    expect(report.checks[0]?.holdsIf).toEqual(["the rate is per operating day, 89.955 to 90.018 d of the 92"]);
    expect(report.holdsIf).toEqual(["rates are per operating day"]);
    expect(report.notes).toEqual(["All figures together hold if rates are per operating day."]);
  });

  test("holds per operating day where the statement says so, and leaves the days open", () => {
    const figures = { ore: "133,000 t", throughput: "1,478 t/d" } as const;
    const report = reconcile({ periods: { "2020-Q3": figures }, bases: { days: "operating" } });
    expect(report.verdict).toBe("consistent");
    expect(String(report.implied("2020-Q3.days"))).toBe("89.955 to 90.018 d");
    expect(report.checks.map(({ name, verdict, bases }) => [name, verdict, bases])).toEqual([["2020-Q3 throughput", "not checkable", ["operating days"]]]);
    expect(reconcile({ periods: { "2020-Q3": { ...figures, throughput: "1,445 t/d" } }, bases: { days: "operating" } }).verdict).toBe("contradictory");
    expect(reconcile({ periods: { "2020-Q3": { ...figures, days: "89 days" } }, bases: { days: "operating" } }).verdict).toBe("contradictory");
  });

  test("says which strip ratio would hold", () => {
    const figures = { oreMined: "401 t", lowGradeMined: "102 t", waste: "1,003 t", stripRatio: "2.50" } as const;
    const report = reconcile({ periods: { 2016: figures }, bases: { stripRatio: { over: ["waste"], under: ["oreMined", "lowGradeMined"] } } });
    expect(report.checks[0]?.holdsIf).toEqual(["the strip ratio is waste mined over ore mined"]);
  });

  test("never says payable of what was recovered per tonne", () => {
    const report = reconcile({ periods: { 2013: { ore: "1,003 t", Au: { yield: "3.11 g/t", produced: "95 oz" } } } });
    expect(report.checks.map(({ verdict, holdsIf }) => [verdict, holdsIf])).toEqual([["contradicts", []]]);
  });

  test("says if what was printed is payable metal", () => {
    const report = reconcile({ periods: { "2012-Q4": { ore: "500,000 t", Pd: { grade: "4.00 g/t", recovery: "80.0 %", produced: "46,800 oz" } } } });
    expect(report.checks[0]?.holdsIf[0]).toBe("what was printed is payable metal, 90.80 to 91.15% of that produced");
  });

  test("says if it holds for truncated figures, and for zeros that do not count", () => {
    const truncated = reconcile({ periods: { "2012-H1": { Au: { produced: "10.9 koz" } }, "2012-H2": { Au: { produced: "11.9 koz" } }, 2012: { Au: { produced: "23.0 koz" } } } });
    expect(truncated.checks[0]?.holdsIf).toEqual(["the figures were truncated"]);
    const headline = reconcile({ periods: { 2012: { Au: { produced: "141,116 oz" } } }, facts: [{ period: "2012", metal: "Au", item: "produced", figure: "141,000 oz" }] });
    expect(headline.checks[0]?.holdsIf[0]).toBe("the zeros are not significant");
    expect(headline.holdsIf).toContain("the zeros are not significant");
  });

  test("has no excuse where there is none", () => {
    const report = reconcile({ periods: { "2012-H1": { Au: { produced: "10.9 koz" } }, "2012-H2": { Au: { produced: "11.9 koz" } }, 2012: { Au: { produced: "25.0 koz" } } } });
    expect(report.checks[0]?.holdsIf).toEqual([]);
    expect(report.holdsIf).toEqual([]);
  });
});

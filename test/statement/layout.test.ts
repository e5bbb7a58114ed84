/** Which ties a statement lays, and which it does not. */
import { describe, expect, test } from "vitest";
import type { PeriodFigures, Statement } from "../../src/statement/input.ts";
import { layOut } from "../../src/statement/layout.ts";
import { readStatement } from "../../src/statement/read.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function tiesOf(statement: Statement): string[] {
  return layOut(readStatement(statement)).graph(false).ties.map(({ name }) => name);
}

function unknownsOf(statement: Statement): string[] {
  return layOut(readStatement(statement)).graph(false).unknowns.map(({ name, domain }) => `${name} ${String(domain)}`);
}

function oreOf(...labels: readonly string[]): Statement {
  return { periods: Object.fromEntries(labels.map((label) => [label, { ore: "100 t" }])) };
}

function months(year: number): string[] {
  return Array.from({ length: 12 }, (_, month) => `${String(year)}-${String(month + 1).padStart(2, "0")}`);
}

describe("products", () => {
  test("are laid for what was printed, and for nothing else", () => {
    expect(tiesOf(oreOf("2002"))).toEqual([]);
    expect(tiesOf({ periods: { 2002: { Pd: { produced: "5 oz" } } } })).toEqual([]);
    expect(tiesOf({ periods: { 2002: { throughput: "5 t/d" } } })).toEqual(["2002.ore = throughput x 365 calendar days"]);
    expect(tiesOf({ periods: { 2002: { Pd: { recovery: "5 %" } } } })).toEqual(["2002.Pd.produced = contained x recovery"]);
    expect(tiesOf({ periods: { 2002: { Pd: { grade: "5 g/t" } } } })).toEqual(["2002.Pd.contained = ore x grade", "2002.Pd.produced = contained x recovery"]);
  });

  test("keep the metals apart", () => {
    expect(tiesOf({ periods: { 2002: { ore: "5 t", U: { produced: "5 lb" }, U3O8: { grade: "5 %" } } } }))
      .toEqual(["2002.U3O8.contained = ore x grade", "2002.U3O8.produced = contained x recovery"]);
  });

  test("are laid for every period as soon as one of them speaks of the item", () => {
    const { addresses } = reconcile({ periods: { "2002-Q1": { ore: "5 t", Pd: { grade: "1 g/t" } }, "2003-Q1": { ore: "5 t" } } });
    expect(addresses).toContain("2003-Q1.Pd.grade");
  });

  test("count the days of the calendar, which knows leap years", () => {
    expect(unknownsOf({ periods: { "2004-Q1": { throughput: "1 t/d" } } })).toContain("2004-Q1.days [91, 91]");
    expect(unknownsOf({ periods: { "2003-Q1": { throughput: "1 t/d" } } })).toContain("2003-Q1.days [90, 90]");
    expect(unknownsOf({ periods: { "2003-Q1": { throughput: "1 t/d", days: "85 d" } } })).toContain("2003-Q1.days [0, inf)");
  });

  test("take stated days for the period that states them only", () => {
    const report = reconcile({ periods: { "2002-Q1": { throughput: "10 t/d", days: "80 d" }, "2002-Q2": { throughput: "10 t/d" } } });
    expect(String(report.implied("2002-Q1.ore").interval)).toBe("[760, 840]");
    expect(String(report.implied("2002-Q2.ore").interval)).toBe("[864.5, 955.5]");
  });
});

describe("sums over periods", () => {
  test.each([
    ["quarters", ["2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4", "2002"], ["2002.ore = 2002-Q1.ore + 2002-Q2.ore + 2002-Q3.ore + 2002-Q4.ore"]],
    ["halves", ["2002-H2", "2002", "2002-H1"], ["2002.ore = 2002-H1.ore + 2002-H2.ore"]],
    ["a year to date and the rest", ["2002-9M", "2002-Q4", "2002"], ["2002.ore = 2002-9M.ore + 2002-Q4.ore"]],
    ["months", [...months(2002).slice(0, 3), "2002-Q1"], ["2002-Q1.ore = 2002-01.ore + 2002-02.ore + 2002-03.ore"]],
    ["days that make up a month", ["2002-02", "2002-02-01/2002-02-10", "2002-02-11/2002-02-28"], ["2002-02.ore = 2002-02-01/2002-02-10.ore + 2002-02-11/2002-02-28.ore"]],
  ])("are laid where %s tile a whole", (_, labels, expected) => {
    expect(tiesOf(oreOf(...labels))).toEqual(expected);
  });

  test.each([
    ["a quarter is missing", ["2002-Q1", "2002-Q2", "2002-Q4", "2002"]],
    ["the parts overlap", ["2002-H1", "2002-Q2", "2002-Q3", "2002"]],
    ["a part reaches beyond the whole", ["2002-12-31/2003-06-30", "2003-H2", "2003"]],
    ["the year is another", ["2001-Q1", "2001-Q2", "2001-Q3", "2001-Q4", "2002"]],
    ["there is no whole", ["2002-Q1", "2002-Q2"]],
  ])("are not where %s", (_, labels) => {
    expect(tiesOf(oreOf(...labels))).toEqual([]);
  });

  test("are laid from two sides at once, so that what neither prints is implied", () => {
    const report = reconcile(oreOf("2002-Q1", "2002-Q2", "2002-Q4", "2002-9M", "2002"));
    expect(String(report.implied("2002-9M.ore").interval)).toBe("[99.5, 100.5]");
    expect(report.verdict).toBe("contradictory");
    expect(report.conflicts[0]?.figures.map(({ address }) => address)).toEqual(["2002-9M.ore", "2002-Q4.ore", "2002.ore"]);
  });

  test("add ore, contained and produced metal, and never days, rates, grades or recoveries", () => {
    const quarter: PeriodFigures = { ore: "100 t", throughput: "1 t/d", days: "90 d", Pd: { grade: "1.0 g/t", recovery: "50 %", produced: "2 oz" } };
    const sums = tiesOf({ periods: { "2002-H1": quarter, "2002-H2": quarter, 2002: quarter } }).filter((name) => name.includes(" + "));
    expect(sums).toEqual([
      "2002.ore = 2002-H1.ore + 2002-H2.ore", "2002.Pd.produced = 2002-H1.Pd.produced + 2002-H2.Pd.produced", "2002.Pd.contained = 2002-H1.Pd.contained + 2002-H2.Pd.contained",
    ]);
  });

  test("know a fiscal year", () => {
    const periods = Object.fromEntries(["FY2014-Q1", "FY2014-Q2", "FY2014-Q3", "FY2014-Q4", "FY2014"].map((label, index) => [label, { ore: index === 4 ? "400 t" : "100 t" }]));
    const report = reconcile({ periods, fiscalYear: { firstMonth: 7 } });
    expect(report.checks.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual(["FY2014 ore milled, 4 periods: agrees"]);
  });

  test("of 24 months in quarters and years are the coarsest there are", () => {
    const quarters = ["Q1", "Q2", "Q3", "Q4"].map((quarter) => `2002-${quarter}`);
    const ties = tiesOf(oreOf(...months(2002), ...months(2003), ...quarters, "2002", "2003"));
    expect(ties).toHaveLength(6);
    expect(ties.find((name) => name.startsWith("2002.ore"))).toBe("2002.ore = 2002-Q1.ore + 2002-Q2.ore + 2002-Q3.ore + 2002-Q4.ore");
    expect(ties.find((name) => name.startsWith("2003.ore"))?.split(" + ")).toHaveLength(12);
  });
});

describe("sums over areas", () => {
  const mine = (figures: PeriodFigures): { periods: Record<string, PeriodFigures> } => ({ periods: { 2002: figures } });

  test("are laid where the operation speaks of the amount as well as an area", () => {
    const areas = { North: mine({ ore: "1 t", Au: { produced: "1 oz" } }), South: mine({ ore: "2 t" }) };
    expect(tiesOf({ areas })).toEqual([]);
    expect(tiesOf({ areas, periods: { 2002: { ore: "3 t" } } })).toEqual(["2002.ore = North/2002.ore + South/2002.ore"]);
    expect(tiesOf({ areas, periods: { 2002: { Ag: { produced: "3 oz" } } } })).toEqual([]);
    expect(tiesOf({ areas, periods: { 2002: { Au: { produced: "3 oz" } } } })).toEqual(["2002.Au.produced = North/2002.Au.produced + South/2002.Au.produced"]);
  });

  test("hold the operation's grade to the tonnes of its areas", () => {
    const statement = (grade: string): Statement => ({
      periods: { 2002: { ore: "400 t", Au: { grade } } },
      areas: { North: mine({ ore: "100 t", Au: { grade: "1.00 g/t" } }), South: mine({ ore: "300 t", Au: { grade: "5.00 g/t" } }) },
    });
    expect(reconcile(statement("4.00 g/t")).checks.find(({ kind }) => kind === "weighted mean")).toMatchObject({ verdict: "agrees", bases: ["the areas make up the operation"] });
    expect(reconcile(statement("3.00 g/t")).verdict).toBe("contradictory");
  });

  test("and over periods hold together, where each alone would not be refuted", () => {
    const report = reconcile({
      periods: { "2002-H1": { ore: "150 t" }, "2002-H2": { ore: "150 t" } },
      areas: { North: { periods: { 2002: { ore: "100 t" } } }, South: { periods: { 2002: { ore: "210 t" } } } },
    });
    expect(report.verdict).toBe("contradictory");
    // By the year of the operation, and by the halves of the areas: the same four figures either way.
    const four = ["2002-H1.ore", "2002-H2.ore", "North/2002.ore", "South/2002.ore"];
    for (const { figures, irreducible } of report.conflicts) expect([figures.map(({ address }) => address).sort(), irreducible]).toEqual([four, true]);
    expect(report.checks.filter(({ verdict }) => verdict === "contradicts")).toEqual([]);
  });

  test("may come as facts, which name their areas as they go", () => {
    const facts = [{ period: "2002", item: "ore", figure: "3 t" }, { area: "North", period: "2002", item: "ore", figure: "1 t" }, { area: "South", period: "2002", item: "ore", figure: "2 t" }] as const;
    expect(tiesOf({ facts })).toEqual(["2002.ore = North/2002.ore + South/2002.ore"]);
  });
});

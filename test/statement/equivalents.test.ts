/** Metal equivalents: sums at stated ratios or prices, which add over periods only at one ratio. */
import { describe, expect, test } from "vitest";
import type { EquivalentTerms, Statement } from "../../src/statement/input.ts";
import { layOut } from "../../src/statement/layout.ts";
import { readStatement } from "../../src/statement/read.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

// Avino Silver & Gold Mines, San Gonzalo: production of the fourth quarter of 2012 and the first of 2013, at 50 and at 55 ounces of silver per ounce of gold.
const QUARTERS = {
  "2012-Q4": { Au: { produced: "455 oz" }, Ag: { produced: "128,607 oz" }, AgEq: { produced: "151,372 oz" } },
  "2013-Q1": { Au: { produced: "574 oz" }, Ag: { produced: "159,582 oz" }, AgEq: { produced: "191,107 oz" } },
} as const;

function tiesOf(statement: Statement): string[] {
  return layOut(readStatement(statement)).graph(false).ties.map(({ name }) => name);
}

describe("an equivalent", () => {
  test("at printed prices is told as the sum that it is, with what each metal is worth", () => {
    const periods = { "2023-Q4": { Au: { produced: "3,757 oz" }, Ag: { produced: "258,252 oz" }, AuEq: { produced: "6,968 oz" } } } as const;
    const [conflict] = reconcile({ periods, equivalents: [{ metal: "AuEq", prices: { Au: "1,985 USD/oz", Ag: "23.14 USD/oz" } }] }).conflicts;
    expect(conflict?.ties).toEqual([
      "2023-Q4.Ag.produced at its price = 2023-Q4.Ag.produced x price of Ag in AuEq over that of Au",
      "2023-Q4.AuEq.produced = 2023-Q4.Au.produced + 2023-Q4.Ag.produced at its price",
    ]);
    expect(conflict?.hypotheses[0]?.sentence).toBe(
      "Hypothesis: 2023-Q4.Au.produced 3,757 oz should read 3,957 oz, one digit misprinted; "
      + "then 2023-Q4.AuEq.produced = 2023-Q4.Au.produced + 2023-Q4.Ag.produced at its price holds.",
    );
  });

  test("is made at the ratio of its period", () => {
    const equivalents: EquivalentTerms[] = [{ metal: "AgEq", periods: ["2012-Q4"], ratios: { Au: "50" } }, { metal: "AgEq", periods: ["2013-Q1"], ratios: { Au: "55:1" } }];
    const report = reconcile({ periods: QUARTERS, equivalents });
    expect(report.checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["equivalent", "within rounding"], ["equivalent", "contradicts"]]);
    expect(report.conflicts.map(({ ties }) => ties)).toEqual([["2013-Q1.AgEq.produced = 55 x 2013-Q1.Au.produced + 2013-Q1.Ag.produced"]]);
  });

  test("is made at prices, as their quotients", () => {
    const periods = { 2020: { Au: { produced: "100 oz" }, Ag: { produced: "8,000 oz" }, AuEq: { produced: "200 oz" } } } as const;
    const at = (Ag: string): string => reconcile({ periods, equivalents: [{ metal: "AuEq", prices: { Au: "2,000 USD/oz", Ag } }] }).verdict;
    expect(at("25 USD/oz")).toBe("consistent");
    expect(at("24 USD/oz")).toBe("contradictory");
  });

  test("is made at prices that were rounded as printed, and so between bounds", () => {
    // 1,036,229 x 23.685 / 1,955 = 12,554.2 and at 23.675 12,548.9: 18,534 more are 31,083 to 31,088.
    const periods = { 2023: { Au: { produced: "18,534 oz" }, Ag: { produced: "1,036,229 oz" }, AuEq: { produced: "31,083 oz" } } } as const;
    const report = (AuEq: string): ReturnType<typeof reconcile> => reconcile({
      periods: { 2023: { ...periods[2023], AuEq: { produced: AuEq } } }, equivalents: [{ metal: "AuEq", prices: { Au: "1,955 USD/oz", Ag: "23.68 USD/oz" } }],
    });
    expect(report("31,083 oz").verdict).toBe("consistent");
    expect(report("31,083 oz").witness?.verify()).toBe(true);
    expect(report("31,083 oz").checks.map(({ kind, verdict, figures }) => [kind, verdict, figures])).toEqual([
      ["equivalent", "within rounding", ["2023.AuEq.produced", "2023.Au.produced", "2023.Ag.produced", "price of Ag in AuEq", "price of Au in AuEq"]],
    ]);
    expect(report("31,095 oz").conflicts[0]?.figures.map(({ address }) => address).sort()).toEqual(
      ["2023.Ag.produced", "2023.Au.produced", "2023.AuEq.produced", "price of Ag in AuEq", "price of Au in AuEq"]);
    expect(() => reconcile({ periods, equivalents: [{ metal: "AuEq", prices: { Au: "0 USD/oz", Ag: "23.68 USD/oz" } }] })).toThrow("more than zero");
  });

  test("adds over periods only where one ratio holds for all of them", () => {
    const quarter = { Au: { produced: "1 oz" }, Ag: { produced: "5 oz" }, AgEq: { produced: "60 oz" } } as const;
    const periods = { "2020-H1": quarter, "2020-H2": quarter, 2020: { AgEq: { produced: "121 oz" } } } as const;
    const sum = "2020.AgEq.produced = 2020-H1.AgEq.produced + 2020-H2.AgEq.produced";
    expect(tiesOf({ periods, equivalents: [{ metal: "AgEq", ratios: { Au: "55" } }] })).toContain(sum);
    expect(tiesOf({ periods })).not.toContain(sum);
    expect(reconcile({ periods }).notes).toEqual(["AgEq is not added over periods: it adds only where one ratio holds for all of them, and none was stated that does."]);
    const changing: EquivalentTerms[] = [{ metal: "AgEq", periods: ["2020-H1"], ratios: { Au: "50" } }, { metal: "AgEq", periods: ["2020-H2", "2020"], ratios: { Au: "55" } }];
    expect(tiesOf({ periods, equivalents: changing })).not.toContain(sum);
  });

  test("is a plain sum where its ratios are one, and then it adds over periods", () => {
    const quarter = (sum: string): NonNullable<Statement["periods"]>[string] => ({ Pd: { produced: "71,300 oz" }, Pt: { produced: "21,300 oz" }, "2E": { produced: sum } });
    const equivalents: EquivalentTerms[] = [{ metal: "2E", ratios: { Pd: "1", Pt: "1" } }];
    expect(reconcile({ periods: { "2013-Q1": quarter("92,600 oz") }, equivalents }).verdict).toBe("consistent");
    expect(reconcile({ periods: { "2013-Q1": quarter("92,700 oz") }, equivalents }).verdict).toBe("contradictory");
    const sum = "2013.2E.produced = 2013-H1.2E.produced + 2013-H2.2E.produced";
    expect(tiesOf({ periods: { "2013-H1": quarter("92,600 oz"), "2013-H2": quarter("92,600 oz"), 2013: quarter("185,200 oz") }, equivalents })).toContain(sum);
  });

  test("is not made of a metal that nobody speaks of", () => {
    expect(tiesOf({ periods: { 2020: { Ag: { produced: "5 oz" }, AgEq: { produced: "60 oz" } } }, equivalents: [{ metal: "AgEq", ratios: { Au: "55" } }] })).toEqual([]);
  });
});

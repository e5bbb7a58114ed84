import { describe, expect, test } from "vitest";
import { reconcile } from "headgrade";
import { toCsv } from "headgrade/show";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";

const report = reconcile(LAC_DES_ILES);
const lines = (csv: string): string[] => csv.split("\r\n");

describe("a report as comma-separated values", () => {
  test("has a line for each check", () => {
    const csv = lines(toCsv(report));
    expect(csv).toHaveLength(report.checks.length + 2);
    expect([csv[0], csv[1], ...csv.filter((line) => /^2002-Q[34] throughput/.test(line))]).toEqual([
      "check,kind,address,verdict,printed,unit,low,high,recomputed,residual,holds if",
      '2002-Q1 throughput,throughput,2002-Q1.throughput,not checkable,"13,391 t/d",,,,,,',
      '2002-Q3 throughput,throughput,2002-Q3.throughput,agrees,"13,161 t/d",t/d,13160.853260869565,13160.864130434783,13160.858695652174,0.14130434782608696,',
      '2002-Q4 throughput,throughput,2002-Q4.throughput,agrees,"12,667 t/d",t/d,12667.255434782608,12667.266304347827,12667.260869565217,-0.26086956521739130,',
    ]);
  });

  test("has a line for each printed figure, with the true values that it leaves", () => {
    const csv = lines(toCsv(report, { table: "figures" }));
    expect(csv).toHaveLength(29 + 2);
    expect(csv).toContain("2002-Q3.Pd.recovery,71.9%,%,71.9,71.85,71.95");
  });

  test("has a line for each value, with what the report leaves it, and nothing where it is not bounded", () => {
    const csv = lines(toCsv(reconcile({ periods: { 2002: { Au: { produced: "over 5 oz" } } } }), { table: "implied" }));
    expect(csv).toEqual(["address,printed,unit,low,high", "2002.Au.produced,over 5 oz,oz,5,", ""]);
  });

  test("guards against names that a spreadsheet would reckon with", () => {
    const named = reconcile({ areas: { "=HYPERLINK(1)": { periods: { 2002: { ore: "5 t", throughput: "1 t/d" } } } } });
    expect(lines(toCsv(named))[1]).toMatch(/^"'=HYPERLINK\(1\), 2002 throughput",throughput,'=HYPERLINK\(1\)\/2002\.throughput,contradicts,/);
  });

  test("of a table that there is none of is refused", () => {
    expect(() => toCsv(report, { table: "sheet" as never })).toThrow('Unknown table "sheet": a report has checks, figures, implied.');
  });
});

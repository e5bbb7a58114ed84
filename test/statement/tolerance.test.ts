/** Tolerances: how far off printed figures may be besides their rounding. */
import { describe, expect, test } from "vitest";
import type { PrintedFigure, Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

/** Two halves of 100 oz each, and a year. */
function year(figure: PrintedFigure, tolerances?: Statement["tolerances"]): Statement {
  const half = { Au: { produced: "100 oz" } };
  return { periods: { "2002-H1": half, "2002-H2": half, 2002: { Au: { produced: figure } } }, ...(tolerances === undefined ? {} : { tolerances }) };
}

describe("a tolerance", () => {
  test("widens by a share of the printed value, or by an amount, at both ends", () => {
    // The halves can come to 199 to 201 oz, and the year is printed to the ounce: 5 % of 210 oz is 10.5 oz.
    expect(reconcile(year({ printed: "210 oz", tolerance: "8.5 oz" })).verdict).toBe("consistent");
    expect(reconcile(year({ printed: "210 oz", tolerance: "8.4 oz" })).verdict).toBe("contradictory");
    expect(reconcile(year({ printed: "190 oz", tolerance: "8.5 oz" })).verdict).toBe("consistent");
    expect(reconcile(year({ printed: "200 oz", tolerance: "0 oz" })).verdict).toBe("consistent");
    expect(reconcile(year({ printed: "212 oz", tolerance: "5 %" })).verdict).toBe("consistent");
    expect(reconcile(year({ printed: "213 oz", tolerance: "5 %" })).verdict).toBe("contradictory");
  });

  test("is found by address before metal and item, and by these before the item alone", () => {
    expect(reconcile(year("210 oz", { produced: "1 %", "Au.produced": "2 %", "2002.Au.produced": "5 %" })).verdict).toBe("consistent");
    expect(reconcile(year("210 oz", { produced: "50 %", "Au.produced": "0.1 %" })).verdict).toBe("contradictory");
    expect(reconcile(year({ printed: "210 oz", tolerance: "0.1 %" }, { "2002.Au.produced": "50 %" })).verdict).toBe("contradictory");
  });

  test("by item is for every figure of that item, the parts too", () => {
    expect(reconcile(year("210 oz", { produced: "2 oz" })).verdict).toBe("contradictory");
    expect(reconcile(year("206 oz", { produced: "2 oz" })).verdict).toBe("consistent");
  });

  test("is not leaned on where rounding is enough, and is owned up to where it is not", () => {
    const [needless, needed] = [reconcile(year("200 oz", { produced: "5 %" })), reconcile(year("205 oz", { produced: "5 %" }))];
    expect([needless.hangsOnTolerance, needed.hangsOnTolerance]).toEqual([false, true]);
    expect(needless.notes).toEqual([]);
    expect(needed.notes).toEqual(["The figures are consistent only within the tolerances declared, and not by rounding alone."]);
    expect(needed.checks.find(({ kind }) => kind === "sum")?.verdict).toBe("within tolerance");
    expect(needless.checks.find(({ kind }) => kind === "sum")?.verdict).toBe("agrees");
  });

  test("that is not enough leaves the contradiction as wide as the tolerance allows", () => {
    const report = reconcile(year("250 oz", { produced: "1 %" }));
    expect([report.verdict, report.hangsOnTolerance]).toEqual(["contradictory", false]);
    expect(report.checks.find(({ kind }) => kind === "sum")?.verdict).toBe("contradicts");
  });

  test("for areas goes by their address", () => {
    const statement = (tolerances: Statement["tolerances"]): Statement => ({
      periods: { 2002: { ore: "100 t" } }, areas: { North: { periods: { 2002: { ore: "40 t" } } }, South: { periods: { 2002: { ore: "50 t" } } } }, tolerances: tolerances!,
    });
    expect(reconcile(statement({ "South/2002.ore": "10 t" })).verdict).toBe("consistent");
    expect(reconcile(statement({ "2002.ore": "10 t" })).verdict).toBe("consistent");
    expect(reconcile(statement({ "South/2002.ore": "1 t" })).verdict).toBe("contradictory");
  });
});

describe("a tolerance that cannot be read is refused", () => {
  test.each<[string, unknown, string]>([
    ["nothing at all", null, "tolerances: Expected a plain object of figures by name and got null."],
    ["one for a figure misspelled", { "2002.Au.prduced": "5 %" }, 'tolerances.2002.Au.prduced: No printed figure is called "2002.Au.prduced": name an item ("produced", "Pd.produced") or an address.'],
  ])("%s", (_, tolerances, line) => {
    expect(() => reconcile(year("200 oz", tolerances as Statement["tolerances"]))).toThrow(`The statement has 1 problem:\n  ${line}`);
  });

  test("and one for a figure that is itself wrong is no second problem", () => {
    expect(() => reconcile(year("200 ton", { "2002.Au.produced": "5 %" }))).toThrow(/^The statement has 1 problem:\n {2}2002\.Au\.produced: /);
  });
});

describe("a figure below zero", () => {
  test("is an amount that cannot be, and says so", () => {
    const report = reconcile({ periods: { 2002: { ore: "-5 t" } } });
    expect(report.conflicts.map(String)).toEqual(["This figure cannot be right as printed: 2002.ore -5 t; it cannot be negative."]);
  });
});

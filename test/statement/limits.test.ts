import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";
import { shownBy } from "../support/notebook.ts";

const quarter = (...recovery: string[]): Statement => ({ periods: { "2002-Q4": { ore: "1,165,388 t", Pd: { recovery, produced: "52,067 oz" } } } });
const grade = reconcile(quarter("74.0%")).limits("2002-Q4.Pd.grade");
const lac = reconcile(LAC_DES_ILES);

const told = (statement: Statement, address: string): string[] => reconcile(statement).limits(address).figures.map(({ address: of, factor }) => `${of} ${factor?.toFixed({ digits: 6 })}`);

describe("what limits an answer", () => {
  test("is the figure whose two more digits narrow it the most", () => {
    expect(String(grade)).toBe(`2002-Q4.Pd.grade: 1.8765 to 1.8792 g/t
  two more digits of 2002-Q4.Pd.recovery (74.0%): at least 40 times narrower`);
    expect(String(lac.limits("2002-Q4.Pd.grade"))).toBe(`2002-Q4.Pd.grade: 1.8765 to 1.8792 g/t
  two more digits of 2002-Q4.Pd.recovery (74.0%): at least 40 times narrower
  two more digits of 2002-Q4.Pd.grade (1.88 g/t): at least 25 times narrower`);
  });

  test("holds for every pair of digits that the report could have printed", () => {
    const before = grade.implied.interval.width as Ratio;
    const least = grade.figures[0]!.factor!;
    let narrowest: Ratio | undefined;
    for (let digits = -50; digits <= 50; digits++) {
      const { width } = reconcile(quarter("74.0%", `${Ratio.of("74").plus(Ratio.fraction(BigInt(digits), 1000n)).toFixed({ places: 3 })}%`)).implied("2002-Q4.Pd.grade").interval;
      const factor = before.dividedBy(width!);
      expect(factor.isLessThan(least)).toBe(false);
      if (narrowest === undefined || factor.isLessThan(narrowest)) narrowest = factor;
    }
    // The worst pair of digits gains hardly more than was promised: the promise is no caution.
    expect(narrowest!.dividedBy(least).isLessThan("1.001")).toBe(true);
  });

  test.each<[string, Statement, string, string[]]>([
    ["a throughput over calendar days", { periods: { "2002-Q1": { throughput: "100 t/d", ore: null } } }, "2002-Q1.ore", ["2002-Q1.throughput 100.000"]],
    ["a truncated figure", { rounding: "truncated", periods: { "2002-Q1": { throughput: "100 t/d" } } }, "2002-Q1.ore", ["2002-Q1.throughput 100.000"]],
    ["a figure that one of two rules rounded", { rounding: "nearest-or-truncated", periods: { "2002-Q1": { throughput: "100 t/d" } } }, "2002-Q1.ore", ["2002-Q1.throughput 75.0000"]],
    ["a fact printed twice", { periods: { "2002-Q1": { ore: ["1,204 t", "1.2 kt"] } } }, "2002-Q1.ore", ["2002-Q1.ore 100.000"]],
    // The second quarter is 101 to 101.5 t, thanks to its tolerance: more digits of it leave that as it is.
    ["a figure that a tolerance widened", {
      periods: { "2002-H1": { ore: "202 t" }, "2002-Q1": { ore: "100 t" }, "2002-Q2": { ore: { printed: "100 t", tolerance: "1 t" } } },
    }, "2002-Q2.ore", []],
  ])("of %s is exact", (_, statement, address, expected) => {
    expect(told(statement, address)).toEqual(expected);
  });

  test("may be nothing, and then the answer says why", () => {
    const days = reconcile({ periods: { "2002-Q1": { throughput: "100 t/d" } } });
    expect(days.limits("2002-Q1.days").reason).toBe("It is known exactly.");
    const open = reconcile({ periods: { "2002-Q4": { Pd: { recovery: "74.0%", grade: "1 g/t" } } } });
    expect(String(open.limits("2002-Q4.ore"))).toBe(`2002-Q4.ore: at least 0 t
  The printed figures leave an end of it open, and two more digits of none of
    them would close it.`);
    const many = Object.fromEntries(Array.from({ length: 24 }, (_, place) => [`Pit ${String(place)}`, { periods: { 2002: { ore: "100 t" } } }]));
    expect(reconcile({ areas: many, periods: { 2002: { ore: null, waste: "1 t" } } }).limits("2002.waste").figures).toHaveLength(1);
    expect(grade.reason).toBeUndefined();
  });

  test("is not told where the figures contradict each other", () => {
    const wrong = reconcile({ periods: { ...LAC_DES_ILES.periods, 2002: { ...LAC_DES_ILES.periods?.["2002"], ore: "4,861,621 t" } } });
    const limits = wrong.limits("2002.Pd.grade");
    expect([wrong.verdict, limits.figures, limits.complete]).toEqual(["contradictory", [], false]);
    expect(limits.reason).toBe("The printed figures contradict each other, so more digits of one of them would prove nothing: see the conflicts of the report.");
  });

  test("of an address that is not there is an error with advice", () => {
    expect(() => lac.limits("2002-Q4.Pd.grades")).toThrow(expect.objectContaining({ code: "unknown-address" }));
    expect(() => lac.limits("2002-Q4.Pd.grades")).toThrow('did you mean "2002-Q4.Pd.grade"?');
    expect(() => lac.limits(undefined as never)).toThrow(expect.objectContaining({ code: "unknown-address" }));
  });

  test("is plain data as JSON, frozen, and a page in Node and in a notebook", () => {
    expect(JSON.parse(JSON.stringify(grade))).toMatchObject({
      implied: { address: "2002-Q4.Pd.grade", unit: "g/t" }, figures: [{ address: "2002-Q4.Pd.recovery", printed: "74.0%" }], complete: true,
    });
    const shown = grade as unknown as Record<symbol, () => unknown>;
    expect(shown[Symbol.for("nodejs.util.inspect.custom")]!()).toBe(String(grade));
    expect(shownBy(grade)["text/plain"]).toBe(String(grade));
    expect(faultsOf(shownBy(grade)["text/html"])).toEqual([]);
    expect([Object.isFrozen(grade), Object.isFrozen(grade.figures), Object.isFrozen(grade.figures[0])]).toEqual([true, true, true]);
    expect(String(lac.limits("2002.Pd.recovery")).split("\n").every((line) => line.length <= 80)).toBe(true);
  });
});

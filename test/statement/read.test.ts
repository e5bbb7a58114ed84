import { describe, expect, test } from "vitest";
import { HeadgradeError } from "../../src/error.ts";
import type { Statement } from "../../src/statement/input.ts";
import type { Problem } from "../../src/statement/read.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function problemsOf(statement: unknown): readonly Problem[] {
  try {
    reconcile(statement as Statement);
  } catch (error) {
    if (!(error instanceof HeadgradeError)) throw error;
    expect(error.code).toBe("invalid-statement");
    return error.facts["problems"] as readonly Problem[];
  }
  throw new Error("the statement was accepted");
}

function codesOf(statement: unknown): string[] {
  return problemsOf(statement).map(({ address, code }) => `${address}: ${code}`);
}

describe("the forms of a statement", () => {
  const nested = { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d", Pd: { grade: "1.88 g/t" } } };
  const facts = [
    { period: "2002-Q4", item: "ore", figure: "1,165,388 t" },
    { period: "Q4 2002", item: "throughput", figure: "12,667 t/d" },
    { period: "2002-Q4", metal: "Pd", item: "grade", figure: "1.88 g/t" },
  ] as const;

  test("nested and as a list are the same statement", () => {
    expect(JSON.stringify(reconcile({ facts }))).toBe(JSON.stringify(reconcile({ periods: nested })));
  });

  test("both forms together count a fact twice", () => {
    const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t" } }, facts: [{ period: "2002-Q4", item: "ore", figure: "1.17 Mt" }] });
    expect(report.verdict).toBe("consistent");
    expect(report.checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["same fact", "within rounding"]]);
  });

  test("two spellings of the same days are one period", () => {
    const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t" }, "2002-10-01/2002-12-31": { throughput: "12,667 t/d" } } });
    expect(report.addresses).toEqual(["2002-Q4.ore", "2002-Q4.throughput", "2002-Q4.days"]);
  });

  test.each(["-", "–", "n/a", "", null, undefined])("%o was not printed", (nil) => {
    const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: nil } } } as Statement);
    expect(report.addresses).toEqual(["2002-Q4.ore"]);
  });

  test("a fiscal year is read as the statement defines it", () => {
    const report = reconcile({ fiscalYear: { firstMonth: 7 }, periods: { "FY2014-Q2": { ore: "920 t", throughput: "10.0 t/d" } } });
    expect(report.verdict).toBe("consistent");
    expect(report.implied("FY2014-Q2.days").interval.low?.toString()).toBe("92");
  });
});

describe("what is wrong is said at once, each with its address", () => {
  test("in a statement full of slips", () => {
    expect(codesOf({
      oporation: "X",
      periods: {
        "2002-Q5": { ore: "5 t" },
        "2002-Q4": { ore: "5 ton", throughptu: "1 t/d", days: "0 d", Pd: { grade: "1.88 %x", recovry: "74 %", recovery: "74.0", produced: 5 } },
      },
    })).toEqual([
      ": unknown-item", "2002-Q5: malformed-period", "2002-Q4.ore: ambiguous-unit", "2002-Q4.throughptu: unknown-item", "2002-Q4.days: empty-period",
      "2002-Q4.Pd.grade: unknown-unit", "2002-Q4.Pd.recovry: unknown-item", "2002-Q4.Pd.recovery: missing-unit", "2002-Q4.Pd.produced: malformed-figure",
    ].map((line) => (line === ": unknown-item" ? "oporation: unknown-item" : line)));
  });

  test("and a slip of the pen gets the word that was meant", () => {
    const [problem] = problemsOf({ periods: { "2002-Q4": { troughput: "1 t/d" } } });
    expect(problem?.message).toBe('Unknown item or metal "troughput": did you mean "throughput"?');
  });

  test("the message lists them, and the first twenty of many", () => {
    const periods = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${String(2000 + index)}-Q9`, { ore: "5 t" }]));
    expect(() => reconcile({ periods })).toThrow(/^The statement has 30 problems:\n(?: {2}.*\n){20} {2}\.\.\. and 10 more$/);
  });

  test.each<[string, unknown, string]>([
    ["nothing", {}, ": invalid-statement"],
    ["no figure", { periods: { "2002": { ore: "-" } } }, ": invalid-statement"],
    ["null", null, ": wrong-kind"],
    ["a list", [], ": wrong-kind"],
    ["a text", "2002", ": wrong-kind"],
    ["a date for a period", { facts: [{ period: new Date(0), item: "ore", figure: "5 t" }] }, "facts[0]: malformed-period"],
    ["facts that are no list", { facts: {} }, "facts: wrong-kind"],
    ["a fact of an unknown item", { facts: [{ period: "2002", item: "ores", figure: "5 t" }] }, "facts[0].ores: unknown-item"],
    ["a fact without its metal", { facts: [{ period: "2002", item: "grade", figure: "5 g/t" }] }, "facts[0]: unknown-item"],
    ["a fact with a metal too many", { facts: [{ period: "2002", metal: "Pd", item: "ore", figure: "5 t" }] }, "facts[0]: unknown-item"],
    ["a fact of an area that is no name", { facts: [{ area: 5, period: "2002", item: "ore", figure: "5 t" }] }, "facts[0]: wrong-kind"],
    ["a list for a figure", { periods: { "2002": { ore: ["5 t"] } } }, "2002.ore: wrong-kind"],
    ["a grade for ore", { periods: { "2002": { ore: "1.88 g/t" } } }, "2002.ore: unknown-unit"],
    ["a number for a figure", { periods: { "2002": { ore: 5 } } }, "2002.ore: malformed-figure"],
    ["words for a figure", { periods: { "2002": { ore: "plenty" } } }, "2002.ore: malformed-figure"],
    ["wet ore", { periods: { "2002": { ore: "5 wmt" } } }, "2002.ore: basis-mismatch"],
    ["no days", { periods: { "2002": { days: "0 d" } } }, "2002.days: empty-period"],
    ["an operation that moves the cursor", { operation: "\u001b[2J", periods: { "2002": { ore: "5 t" } } }, "operation: wrong-kind"],
    ["an area of two lines", { areas: { "North\npit": { periods: {} } } }, "areas.North\npit: unknown-item"],
    ["an own __proto__", { periods: { "2002": JSON.parse('{"__proto__": {"ore": "5 t"}}') } }, "2002.__proto__: unknown-item"],
    ["an area called __proto__", { areas: JSON.parse('{"__proto__": {"periods": {}}}') }, "areas.__proto__: unknown-item"],
    ["a replaced prototype", { periods: { "2002": Object.create({ ore: "5 t" }) } }, "2002: wrong-kind"],
    ["an unknown rounding", { rounding: "up", periods: { "2002": { ore: "5 t" } } }, "2002.ore: unknown-option"],
    ["an unknown option of a figure", { periods: { "2002": { ore: { printed: "5 t", round: "up" } } } }, "2002.ore: unknown-option"],
    ["a tolerance of another kind", { periods: { "2002": { ore: "5 t" } }, tolerances: { ore: "5 oz/st" } }, "2002.ore: unknown-unit"],
    ["a tolerance that is a number", { periods: { "2002": { ore: { printed: "5 t", tolerance: 5 } } } }, "2002.ore: wrong-kind"],
    ["a tolerance for nothing", { periods: { "2002": { ore: "5 t" } }, tolerances: { "Pd.grade": "5 %" } }, "tolerances.Pd.grade: unknown-address"],
    ["a fiscal year nobody defined", { periods: { "FY2014": { ore: "5 t" } } }, "FY2014: malformed-period"],
  ])("%s", (_, statement, expected) => {
    expect(codesOf(statement)[0]).toBe(expected);
  });

  test("Object.prototype is left as it was", () => {
    problemsOf({ periods: JSON.parse('{"__proto__": {"polluted": "5 t"}}') });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("a statement of a hundred thousand unknown keys ends at once", () => {
    const items = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`x${String(index)}`, "5 t"]));
    const start = performance.now();
    expect(problemsOf({ periods: { "2002": items } })).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

import { describe, expect, test } from "vitest";
import { HeadgradeError } from "../../src/error.ts";
import type { Statement } from "../../src/statement/input.ts";
import type { Problem } from "../../src/problem/problems.ts";
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
    expect(report.checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["same fact", "agrees"]]);
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

  test("a unit that can be read two ways is said once, with the addresses of all figures that have it", () => {
    const periods = { 2001: { ore: "5 tons", waste: "9 tons", Au: { grade: "0.1 oz/t" } }, 2002: { ore: "6 tons" } };
    expect(problemsOf({ periods }).map(({ address, code }) => `${address}: ${code}`)).toEqual([
      "2001.ore: ambiguous-unit", "2001.waste: ambiguous-unit", "2001.Au.grade: ambiguous-unit", "2002.ore: ambiguous-unit",
    ]);
    expect(() => reconcile({ periods })).toThrow(expect.objectContaining({ message: [
      "The statement has 2 problems:",
      '  2001.ore, 2001.waste, 2002.ore: Ambiguous mass unit "tons": say "t" for the tonne, "st" for the short ton (2,000 lb) or "lt" for the long ton (2,240 lb), '
      + 'or settle it for a whole text with { read: { "tons": "t" } }.',
      '  2001.Au.grade: Ambiguous grade unit "oz/t": say "oz/st" for troy ounces per short ton or "oz/tonne" for troy ounces per tonne, '
      + 'or settle it for a whole text with { read: { "oz/t": "oz/st" } }.',
    ].join("\n") }));
  });

  test("of forty figures that have one problem twelve are named, and the others counted", () => {
    const periods = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [String(1980 + index), { ore: "5 ton" }]));
    expect(problemsOf({ periods })).toHaveLength(40);
    expect(() => reconcile({ periods })).toThrow(/^The statement has 1 problem:\n {2}1980\.ore, (?:\d{4}\.ore, ){10}1991\.ore and 28 more: Ambiguous mass unit "ton": [^\n]*$/);
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
    ["a list in a list for a figure", { periods: { "2002": { ore: [["5 t"]] } } }, "2002.ore: wrong-kind"],
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

describe("what cannot be so is refused", () => {
  const pits = { A: { periods: { 2020: { ore: "5 t" } } }, B: { periods: { 2020: { ore: "6 t" } } }, C: { periods: { 2020: { ore: "11 t" } } } } as const;
  const year = { 2020: { ore: "5 t" } } as const;

  test.each<[string, unknown, readonly string[]]>([
    ["an area that contains itself", { areas: pits, parts: { C: ["A", "C"] } }, ["parts.C: invalid-statement"]],
    ["areas that contain each other", { areas: pits, parts: { C: ["A"], A: ["C"] } }, ["parts.C: invalid-statement", "parts.A: invalid-statement"]],
    ["a part listed twice", { areas: pits, parts: { C: ["A", "B", "A"] } }, ["parts.C: invalid-statement"]],
    ["a part that another part holds", { areas: pits, parts: { C: ["A"], operation: ["A", "B", "C"] } }, ["parts.operation: invalid-statement"]],
    ["a whole without parts", { areas: pits, parts: { C: [] } }, ["parts.C: invalid-statement"]],
    ["a whole that is no area", { areas: pits, parts: { D: ["A"] } }, ["parts.D: unknown-item"]],
    ["a part that is no area", { areas: pits, parts: { C: ["A", "D"] } }, ["parts.C.D: unknown-item"]],
    ["parts that are no list", { areas: pits, parts: { C: "A" } }, ["parts.C: wrong-kind", "parts.C: invalid-statement"]],
    ["a figure both not printed and printed", { periods: { 2020: { ore: "-" } }, facts: [{ period: "2020", item: "ore", figure: "12 t" }] }, ["2020.ore: invalid-statement"]],
    ["a strip ratio of nobody knows what", { periods: { 2020: { stripRatio: "2.5" } } }, ["bases.stripRatio: invalid-statement"]],
    ["a strip ratio of grades", { periods: year, bases: { stripRatio: { over: ["waste"], under: ["throughput"] } } }, ["bases.stripRatio.under.throughput: unknown-item"]],
    ["a strip ratio that counts twice", { periods: year, bases: { stripRatio: { over: ["waste", "waste"], under: ["oreMined"] } } }, ["bases.stripRatio.over: invalid-statement"]],
    ["a unit cash cost of nobody knows what", { periods: { 2020: { Au: { unitCashCost: "600 USD/oz" } } } }, ["bases.unitCashCost: invalid-statement"]],
    ["an equivalent of no metal", { periods: year, equivalents: [{ metal: "Au", ratios: { Ag: "80" } }] }, ["equivalents[0]: unknown-item"]],
    ["an equivalent without terms", { periods: year, equivalents: [{ metal: "AgEq" }] }, ["equivalents[0]: invalid-statement"]],
    ["a ratio of zero", { periods: year, equivalents: [{ metal: "AgEq", ratios: { Au: "0" } }] }, ["equivalents[0].Au: out-of-range"]],
    ["a price without the metal's own", { periods: year, equivalents: [{ metal: "AgEq", prices: { Au: "1,900 USD/oz" } }] }, ["equivalents[0]: invalid-statement"]],
    ["a change of no address", { periods: year, changes: [{ of: "2020.or", from: "2020.ore", printed: "5 %" }] }, ["changes[0]: unknown-address"]],
    ["a change between two kinds", { periods: { 2020: { ore: "5 t", throughput: "1 t/d" } }, changes: [{ of: "2020.ore", from: "2020.throughput", printed: "5 %" }] }, ["changes[0]: wrong-kind"]],
    ["a change that is a mass", { periods: year, changes: [{ of: "2020.ore", from: "2020.ore", printed: "5 t" }] }, ["2020.ore against 2020.ore: unknown-unit"]],
    ["a tie of no address", { periods: year, ties: ["{2020.ore} = {2020.oree}"] }, ["ties[0]: unknown-address"]],
    ["a tie that is no arithmetic", { periods: year, ties: ["{2020.ore} = = 5"] }, ["ties[0]: invalid-statement"]],
    ["a tie without its text", { periods: year, ties: [{ name: "x" }] }, ["ties[0]: wrong-kind"]],
    ["a tie that divides by nothing", { periods: year, ties: ["{2020.ore} = 1/(2-2)"] }, ["ties[0]: division-by-zero"]],
    ["a value of no kind", { periods: year, values: { x: { kind: "colour", printed: "5" } } }, ["values.x.colour: unknown-item"]],
    ["a value of another unit", { periods: year, values: { x: { kind: "mass", printed: "5 %" } } }, ["x: unknown-unit"]],
    ["a product with a full stop", { periods: { 2020: { products: { "a.b": { mass: "5 t" } } } } }, ["2020.products.a.b: unknown-item"]],
    ["an item of another scope", { periods: { 2020: { massPull: "5 %" } } }, ["2020.massPull: unknown-item"]],
    ["a fact of a product without it", { facts: [{ period: "2020", item: "massPull", figure: "5 %" }] }, ["facts[0]: unknown-item"]],
    ["a stock of rates", { periods: year, stocks: { pile: { in: ["throughput"], out: [], periods: {} } } }, ["stocks.pile.in.throughput: unknown-item"]],
    ["a stock of an unknown area", { periods: year, stocks: { pile: { area: "X", in: [], out: [], periods: {} } } }, ["stocks.pile.X: unknown-item"]],
    ["a category that is a part of itself", { resources: { R: { categories: { A: { tonnage: "5 t" } }, totals: { A: ["A"] } } } }, ["resources.R.totals.A: invalid-statement"]],
    ["a total of unknown categories", { resources: { R: { categories: { A: { tonnage: "5 t" } }, totals: { A: ["B"] } } } }, ["resources.R.totals.B: unknown-item"]],
    ["a table of an unknown day", { resources: { R: { asOf: "2010-02-30", categories: { A: { tonnage: "5 t" } } } } }, ["resources.R.asOf: malformed-period"]],
    ["a share of something else", { share: "half", periods: year }, ["share: unknown-option"]],
    ["dry tonnes for wet ones", { periods: { 2020: { wetOre: "5 dmt" } } }, ["2020.wetOre: basis-mismatch"]],
    ["a moisture for a recovery", { periods: { 2020: { Au: { recovery: "5 g/t" } } } }, ["2020.Au.recovery: unknown-unit"]],
  ])("%s", (_, statement, expected) => {
    expect(codesOf(statement)).toEqual(expected);
  });

  test("wet ore where dry is meant is told the item for it", () => {
    const [problem] = problemsOf({ periods: { 2020: { ore: "5 wmt" } } });
    expect(problem?.message).toContain('give it as "wetOre" with its "moisture"');
  });
});

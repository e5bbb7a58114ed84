/** Building a graph, and what a wrong one gets. */
import { describe, expect, test } from "vitest";
import { graph, GraphBuilder, unknownsIn } from "../../src/balance/graph.ts";
import { Interval } from "../../src/number/interval.ts";
import { refusalOf } from "../figure/refusal.ts";
import { product, sum } from "./reading.ts";

const ten = Interval.between({ low: "9.5", high: "10.5" });

describe("a graph", () => {
  test("numbers its unknowns in the order in which they are declared", () => {
    const { unknowns } = graph({ unknowns: { ore: { printed: ten }, days: {}, rate: {} }, ties: [] });
    expect(unknowns.map(({ name }) => name)).toEqual(["ore", "days", "rate"]);
    expect(unknowns.map(({ figures }) => figures.length)).toEqual([1, 0, 0]);
  });

  test("takes unknowns to be zero or more unless their domain is given", () => {
    const { unknowns } = graph({ unknowns: { ore: {}, adjustment: { domain: Interval.all } }, ties: [] });
    expect(unknowns.map(({ domain }) => String(domain))).toEqual(["[0, inf)", "(-inf, inf)"]);
  });

  test("keeps several figures of one unknown, with their names", () => {
    const { unknowns } = graph({ unknowns: { ore: { printed: [{ name: "text", interval: ten }, { name: "table", interval: Interval.point(10) }] } }, ties: [] });
    expect(unknowns[0]?.figures.map(({ name, interval }) => `${name} ${String(interval)}`)).toEqual(["text [9.5, 10.5]", "table [10, 10]"]);
  });

  test("has three forms of tie, by the places of their unknowns", () => {
    const { ties } = graph({
      unknowns: { a: {}, b: {}, c: {} },
      ties: [sum("a", "b", "c"), { name: "grade", ...product("a", "b", "c") }, { lesser: "a", greater: "b" }, { total: "a", parts: [{ of: "c", weight: "0.5" }], slack: ten }],
    });
    expect(ties.map(unknownsIn)).toEqual([[0, 1, 2], [0, 1, 2], [0, 1], [0, 2]]);
    expect(ties.map(({ name }) => name)).toEqual(["tie 1", "grade", "tie 3", "tie 4"]);
    const [first, , , last] = ties;
    expect(first?.type === "sum" && String(first.slack)).toBe("[0, 0]");
    expect(last?.type === "sum" && `${String(last.parts[0]?.weight)} ${String(last.slack)}`).toBe("0.5 [9.5, 10.5]");
  });

  test("may be empty", () => {
    expect(graph({ unknowns: {}, ties: [] })).toEqual({ unknowns: [], ties: [] });
  });

  test("laid step by step knows an unknown again", () => {
    const builder = new GraphBuilder();
    expect([builder.unknown("ore"), builder.unknown("days"), builder.unknown("ore"), builder.has("ore"), builder.has("grade")]).toEqual([0, 1, 0, true, false]);
  });
});

describe("a wrong graph is refused", () => {
  test.each([
    ["a total", sum("oer", "a")],
    ["a part", sum("a", "oer")],
    ["an amount", product("oer", "a", "a")],
    ["a ratio", product("a", "oer", "a")],
    ["a base", product("a", "a", "oer")],
    ["a lesser", { lesser: "oer", greater: "a" }],
    ["a greater", { lesser: "a", greater: "oer" }],
  ])("for %s that was not declared", (_, tie) => {
    const { code, message } = refusalOf(() => graph({ unknowns: { a: {} }, ties: [tie] }));
    expect([code, message]).toEqual(["unknown-item", 'A tie names "oer", which is no unknown of this graph: declare it first.']);
  });

  test("for an unknown that objects inherit", () => {
    expect(refusalOf(() => graph({ unknowns: { a: {} }, ties: [sum("a", "constructor")] })).code).toBe("unknown-item");
  });

  test("for a sum without parts", () => {
    const { code, message } = refusalOf(() => graph({ unknowns: { a: {} }, ties: [{ name: "the year", total: "a", parts: [] }] }));
    expect([code, message]).toEqual(["invalid-statement", 'The sum "the year" has no parts: name at least one.']);
  });

  test("for a weight that is no number", () => {
    expect(refusalOf(() => graph({ unknowns: { a: {} }, ties: [{ total: "a", parts: [{ of: "a", weight: "half" }] }] })).code).toBe("malformed-number");
    expect(refusalOf(() => graph({ unknowns: { a: {} }, ties: [{ total: "a", parts: [{ of: "a", weight: Number.NaN }] }] })).code).toBe("not-a-number");
  });

  test("for a figure of what was not declared", () => {
    expect(refusalOf(() => new GraphBuilder().print("ore", { name: "10", interval: ten })).code).toBe("unknown-item");
  });
});

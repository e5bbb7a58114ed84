/** Narrowing: what ties pass on, end by end. */
import { describe, expect, test } from "vitest";
import type { Graph } from "../../src/balance/graph.ts";
import { PROPAGATION_DIGITS, propagate } from "../../src/balance/propagate.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { amounts, anything, product, sum } from "./reading.ts";

function narrowed(graph: Graph): Record<string, string> | undefined {
  const boxes = propagate(graph);
  return boxes && Object.fromEntries(boxes.map((box, place) => [graph.unknowns[place]!.name, String(box)]));
}

describe("a sum", () => {
  test("passes on exact ends in every direction", () => {
    expect(narrowed(amounts({ year: "[33, 34]", first: "[10, 20]", second: "[20, 21]" }, [sum("year", "first", "second")])))
      .toEqual({ year: "[33, 34]", first: "[12, 14]", second: "[20, 21]" });
  });

  test("leaves an end open where any end that goes into it is", () => {
    expect(narrowed(anything({ total: "", a: "[1, 2)", b: "(3, 4]" }, [sum("total", "a", "b")]))?.["total"]).toBe("(4, 6)");
    expect(narrowed(anything({ total: "(4, 6]", a: "[1, 2)", b: "" }, [sum("total", "a", "b")]))?.["b"]).toBe("(2, 5]");
  });

  test("bounds a part from above by the total alone, since amounts are not negative", () => {
    expect(narrowed(amounts({ total: "[3, 4]", a: "", b: "" }, [sum("total", "a", "b")]))).toEqual({ total: "[3, 4]", a: "[0, 4]", b: "[0, 4]" });
    expect(narrowed(anything({ total: "[3, 4]", a: "", b: "" }, [sum("total", "a", "b")]))).toEqual({ total: "[3, 4]", a: "(-inf, inf)", b: "(-inf, inf)" });
  });

  test("weighs its parts, with negative weights too", () => {
    const graph = anything({ closing: "", opening: "[10, 11]", out: "[2, 3)" }, [{ total: "closing", parts: ["opening", { of: "out", weight: -2 }] }]);
    expect(narrowed(graph)?.["closing"]).toBe("(4, 7]");
  });

  test("allows its slack, and no more", () => {
    const slack = propagate(anything({ s: "[-1, 2)" }))![0]!;
    expect(narrowed(anything({ total: "10", a: "4", b: "" }, [{ total: "total", parts: ["a", "b"], slack }]))?.["b"]).toBe("[5, 8)");
  });

  test("names an unknown twice and means it", () => {
    expect(narrowed(amounts({ total: "[2, 4]", a: "" }, [sum("total", "a", "a")]))?.["a"]).toBe("[1, 2]");
    expect(narrowed(amounts({ a: "[0, 9]", b: "[0, 9]" }, [sum("a", "a", "b")]))).toEqual({ a: "[0, 9]", b: "[0, 0]" });
  });

  test("has no value left where figures are disjoint", () => {
    expect(propagate(amounts({ year: "[33, 34]", first: "[10, 11]", second: "[20, 21]" }, [sum("year", "first", "second")]))).toBeUndefined();
    expect(propagate(amounts({ ore: "[1, 2] & [3, 4]" }))).toBeUndefined();
  });
});

describe("a product", () => {
  test("passes on to the amount, the ratio and the base", () => {
    const tie = product("metal", "grade", "ore");
    expect(narrowed(amounts({ metal: "", grade: "[2, 3)", ore: "[5, 7]" }, [tie]))?.["metal"]).toBe("[10, 21)");
    expect(narrowed(amounts({ metal: "[10, 12]", grade: "", ore: "[4, 5)" }, [tie]))?.["grade"]).toBe("(2, 3]");
    expect(narrowed(amounts({ metal: "[10, 12]", grade: "[4, 5)", ore: "" }, [tie]))?.["ore"]).toBe("(2, 3]");
  });

  test("says nothing of the ratio where both others can be zero", () => {
    expect(narrowed(amounts({ metal: "[0, 5]", grade: "", ore: "[0, 9]" }, [product("metal", "grade", "ore")]))?.["grade"]).toBe("[0, inf)");
    expect(narrowed(amounts({ metal: "0", grade: "", ore: "0" }, [product("metal", "grade", "ore")]))?.["grade"]).toBe("[0, inf)");
  });

  test("knows that nothing comes of nothing", () => {
    expect(narrowed(amounts({ metal: "", grade: "[1, 2]", ore: "0" }, [product("metal", "grade", "ore")]))?.["metal"]).toBe("[0, 0]");
    expect(narrowed(amounts({ metal: "0", grade: "[1, 2]", ore: "" }, [product("metal", "grade", "ore")]))?.["ore"]).toBe("[0, 0]");
    expect(propagate(amounts({ metal: "[1, 2]", grade: "", ore: "0" }, [product("metal", "grade", "ore")]))).toBeUndefined();
  });

  test("cannot have a zero base where the amount is more than zero", () => {
    expect(narrowed(amounts({ metal: "[6, 8]", grade: "(-inf, 2]", ore: "[0, 9]" }, [product("metal", "grade", "ore")])))
      .toEqual({ metal: "[6, 8]", grade: "[2/3, 2]", ore: "[3, 9]" });
  });

  test("minds the signs", () => {
    expect(narrowed(anything({ change: "", rate: "[-2, 3)", base: "[-5, 4]" }, [product("change", "rate", "base")]))?.["change"]).toBe("(-15, 12)");
    expect(narrowed(anything({ change: "[-8, -6]", rate: "", base: "[2, 4]" }, [product("change", "rate", "base")]))?.["rate"]).toBe("[-4, -1.5]");
    expect(narrowed(anything({ change: "[6, 8]", rate: "", base: "[-2, 4]" }, [product("change", "rate", "base")]))?.["rate"]).toBe("(-inf, inf)");
  });
});

describe("a bound", () => {
  test("passes on the end of either side, with its flag", () => {
    expect(narrowed(anything({ small: "[1, 9]", great: "(2, 5)" }, [{ lesser: "small", greater: "great" }]))).toEqual({ small: "[1, 5)", great: "(2, 5)" });
    expect(propagate(anything({ small: "[5, 9]", great: "(2, 5)" }, [{ lesser: "small", greater: "great" }]))).toBeUndefined();
  });
});

describe("ends", () => {
  test("are carried through a whole report without rounding", () => {
    const graph = amounts(
      { ore: "", rate: "[13390.5, 13391.5]", days: "90", metal: "", grade: "[1.905, 1.915]" },
      [product("ore", "rate", "days"), product("metal", "grade", "ore")],
    );
    expect(narrowed(graph)).toMatchObject({ ore: "[1205145, 1205235]", metal: "[2295801.225, 2308025.025]" });
  });

  test(`that are longer than ${String(PROPAGATION_DIGITS)} digits are rounded outward, and still enclose`, () => {
    // Powers of 1 + 1/7: their fractions grow by a digit each time.
    const steps = 60;
    const names = Array.from({ length: steps + 1 }, (_, step) => `x${String(step)}`);
    const printed = Object.fromEntries(names.map((name, step) => [name, step === 0 ? "1" : ""]));
    const ties = names.slice(1).map((total, step) => ({ total, parts: [{ of: names[step]!, weight: "8/7" }] }));
    const boxes = propagate(amounts(printed, ties))!;
    let exact = Ratio.one;
    for (const [step, box] of boxes.entries()) {
      if (step > 0) exact = exact.times("8/7");
      expect(box.contains(exact)).toBe(true);
      expect(box.low!.numerator.toString().length).toBeLessThanOrEqual(PROPAGATION_DIGITS + 1);
    }
    const last = boxes[steps]!;
    expect(last.isPoint).toBe(false);
    expect([last.lowClosed, last.highClosed]).toEqual([false, false]);
    expect(last.width!.dividedBy(exact).isLessThan("1e-27")).toBe(true);
    // The way back up stays exact as long as it is short.
    expect(boxes[20]!.isPoint).toBe(true);
  });
});

describe("narrowing ends", () => {
  test("on what climbs, doubles or halves for ever", () => {
    expect(propagate(amounts({ a: "[1, inf)", b: "" }, [{ total: "a", parts: [{ of: "b", weight: 2 }] }, { total: "b", parts: [{ of: "a", weight: 2 }] }]))?.[0]?.low?.isGreaterThan(1)).toBe(true);
    expect(propagate(amounts({ a: "[0, 1]", b: "" }, [{ total: "a", parts: [{ of: "b", weight: "0.9" }] }, { total: "b", parts: [{ of: "a", weight: "0.9" }] }]))?.[0]?.high?.isLessThan("1e-6")).toBe(true);
    const climbing = propagate(amounts({ a: "", b: "", one: "1" }, [sum("a", "b", "one"), sum("b", "a", "one")]));
    expect(climbing === undefined || climbing[0]!.low!.isGreaterThan(10)).toBe(true);
  });

  test("on products that shrink towards zero", () => {
    const graph = amounts(
      { a: "[0, 0.125)", b: "[0, 0.0625]", r: "(9, 10)" },
      [product("b", "r", "a"), { lesser: "b", greater: "a" }],
    );
    expect(propagate(graph)?.[0]?.high?.isLessThan("1e-6")).toBe(true);
  });
});

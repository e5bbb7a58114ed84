/** What becomes of products when a system is made linear. */
import { describe, expect, test } from "vitest";
import type { Graph } from "../../src/balance/graph.ts";
import { linearised, shapeOf } from "../../src/balance/linearise.ts";
import { systemOf, type System } from "../../src/balance/system.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { amounts, anything, product, sum } from "./reading.ts";

function system(graph: Graph): System {
  const made = systemOf(graph);
  if ("empty" in made) throw new Error("the graph has no boxes");
  return made;
}

/** The rows as texts, unknowns by their names. */
function rowsOf(graph: Graph, fixed: Readonly<Record<string, string>> = {}): string[] {
  const made = system(graph);
  const place = (name: string): number => graph.unknowns.findIndex((unknown) => unknown.name === name);
  const given = new Map(Object.entries(fixed).map(([name, value]) => [place(name), Ratio.of(value)]));
  return linearised(made, shapeOf(made), given).map(({ terms, range }) =>
    `${terms.map(({ of, weight }) => `${String(weight)} ${graph.unknowns[of]!.name}`).join(" + ") || "0"} in ${String(range)}`);
}

function sharedIn(graph: Graph): (string | undefined)[] {
  return shapeOf(system(graph)).shared.map((place) => graph.unknowns[place]?.name);
}

const metal = product("metal", "grade", "ore");

describe("a product", () => {
  test("whose ratio is used nowhere else is two bounds", () => {
    expect(rowsOf(amounts({ metal: "[9, 10]", grade: "[2, 3]", ore: "[4, 5]" }, [metal])))
      .toEqual(["1 metal + -2 ore in [0, inf)", "1 metal + -3 ore in (-inf, 0]"]);
  });

  test("keeps an open end open, but where the base can be zero", () => {
    expect(rowsOf(amounts({ metal: "", grade: "(2, 3)", ore: "[4, 5]" }, [metal]))).toEqual(["1 metal + -2 ore in (0, inf)", "1 metal + -3 ore in (-inf, 0)"]);
    expect(rowsOf(amounts({ metal: "", grade: "(2, 3)", ore: "[0, 5]" }, [metal]))).toEqual(["1 metal + -2 ore in [0, inf)", "1 metal + -3 ore in (-inf, 0]"]);
  });

  test("swaps its bounds where the base is negative", () => {
    expect(rowsOf(anything({ metal: "", grade: "[2, 3]", ore: "[-5, -4]" }, [metal]))).toEqual(["1 metal + -2 ore in (-inf, 0]", "1 metal + -3 ore in [0, inf)"]);
  });

  test("with a known factor is one equation", () => {
    expect(rowsOf(amounts({ metal: "[9, 10]", grade: "2", ore: "[4, 5]" }, [metal]))).toEqual(["1 metal + -2 ore in [0, 0]"]);
    expect(rowsOf(amounts({ metal: "[9, 10]", grade: "[2, 3]", ore: "4" }, [metal]))).toEqual(["1 metal + -4 grade in [0, 0]"]);
    expect(rowsOf(amounts({ metal: "", grade: "2", ore: "4" }, [metal]))).toEqual(["1 metal in [8, 8]"]);
    expect(rowsOf(amounts({ metal: "9", grade: "2", ore: "4" }, [metal]))).toEqual(["0 in [-1, -1]"]);
  });

  test("turns round where only its base is used nowhere else", () => {
    const graph = amounts({ metal: "[9, 10]", grade: "[2, 3]", ore: "[4, 5]", high: "" }, [metal, { lesser: "grade", greater: "high" }]);
    expect(rowsOf(graph)).toEqual(["1 grade + -1 high in (-inf, 0]", "1 metal + -4 grade in [0, inf)", "1 metal + -5 grade in (-inf, 0]"]);
  });
});

describe("products that share a factor", () => {
  const graph = amounts(
    { first: "", second: "", grade: "[2, 3]", north: "[1, 2]", south: "[3, 4]", ore: "[4, 6]" },
    [product("first", "grade", "north"), product("second", "grade", "south"), sum("ore", "north", "south")],
  );

  test("are settled by fixing it", () => {
    expect(sharedIn(graph)).toEqual(["grade"]);
    expect(rowsOf(graph, { grade: "2.5" })).toEqual(["1 first + -2.5 north in [0, 0]", "1 second + -2.5 south in [0, 0]", "1 north + 1 south + -1 ore in [0, 0]"]);
  });

  test("are bounds from both sides as long as it is not fixed", () => {
    expect(rowsOf(graph)).toEqual([
      "1 north + 1 south + -1 ore in [0, 0]",
      "1 first + -2 north in [0, inf)", "1 first + -3 north in (-inf, 0]", "1 first + -1 grade in [0, inf)", "1 first + -2 grade in (-inf, 0]",
      "1 second + -2 south in [0, inf)", "1 second + -3 south in (-inf, 0]", "1 second + -3 grade in [0, inf)", "1 second + -4 grade in (-inf, 0]",
    ]);
  });

  test("are not shared where the factor is known, or the other one is free", () => {
    expect(sharedIn(amounts({ a: "", b: "", r: "2", x: "", y: "" }, [product("a", "r", "x"), product("b", "r", "y"), sum("x", "y")]))).toEqual([]);
    expect(sharedIn(amounts({ a: "", b: "", r: "[1, 2]", x: "", y: "" }, [product("a", "r", "x"), product("b", "r", "y")]))).toEqual([]);
  });

  test("have one factor fixed for each of them, as few as it takes", () => {
    const chain = amounts(
      { a: "", b: "", c: "", p: "[1, 2]", q: "[1, 2]", x: "[1, 2]", y: "[1, 2]" },
      [product("a", "p", "x"), product("b", "p", "y"), product("c", "q", "x"), product("c", "q", "y")],
    );
    expect(sharedIn(chain)).toEqual(["p", "q"]);
  });

  test("include one whose base can have either sign, for which there are no bounds", () => {
    const graph = anything({ change: "", rate: "[1, 2]", stock: "[-3, 3]" }, [product("change", "rate", "stock")]);
    expect([sharedIn(graph), rowsOf(graph)]).toEqual([[], ["1 change + 3 rate in [0, inf)", "1 change + -3 rate in (-inf, 0]"]]);
    const both = anything({ change: "", rate: "[-1, 2]", stock: "[-3, 3]" }, [product("change", "rate", "stock")]);
    expect([sharedIn(both), rowsOf(both)]).toEqual([["rate"], []]);
  });
});

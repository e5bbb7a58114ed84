/** Whether figures and ties can all hold: the three outcomes, each with its proof. */
import { describe, expect, test } from "vitest";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { propagate } from "../../src/balance/propagate.ts";
import { solve, type Outcome } from "../../src/balance/solve.ts";
import { verify } from "../../src/balance/witness.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { refusalOf } from "../figure/refusal.ts";
import { amounts, anything, interval, product, sum } from "./reading.ts";

/** The witness by name, after it was checked. */
function witnessOf(graph: Graph): Readonly<Record<string, string>> {
  const outcome = solve(graph);
  if (outcome.verdict !== "consistent") throw new Error(`expected a consistent graph, and it is ${outcome.verdict}`);
  expect(verify(graph, outcome.witness)).toBe(true);
  return Object.fromEntries(outcome.witness.map((value, place) => [graph.unknowns[place]!.name, String(value)]));
}

/** The conflicts as texts: their ties, and their figures. */
function conflictsOf(graph: Graph): string[] {
  const outcome = solve(graph);
  if (outcome.verdict !== "contradictory") throw new Error(`expected a contradictory graph, and it is ${outcome.verdict}`);
  return outcome.conflicts.map(({ ties, figures, irreducible }) => [
    ties.map((tie) => graph.ties[tie]!.name).join(", "),
    figures.map(({ unknown, figure }) => `${graph.unknowns[unknown]!.name} ${graph.unknowns[unknown]!.figures[figure]!.name}`).join(", "),
    irreducible ? "irreducible" : "perhaps reducible",
  ].join("; "));
}

describe("a consistent graph", () => {
  test("has a witness that anybody can check", () => {
    const graph = amounts({ total: "[3, 4]", a: "[1, 2]", b: "[1, 2]" }, [sum("total", "a", "b")]);
    const outcome = solve(graph);
    expect(outcome.verdict === "consistent" && verify(graph, outcome.witness)).toBe(true);
    expect(verify(graph, [Ratio.of(3), Ratio.of(1), Ratio.of(1)])).toBe(false);
    expect(verify(graph, [Ratio.of(5), Ratio.of(3), Ratio.of(2)])).toBe(false);
    expect(verify(graph, [Ratio.of(3), Ratio.of(1)])).toBe(false);
  });

  test("and tells what the figures leave every unknown", () => {
    const outcome = solve(amounts({ total: "[3, 4]", a: "[1, 2]", b: "" }, [sum("total", "a", "b")]));
    expect(outcome.implied.map(String)).toEqual(["[3, 4]", "[1, 2]", "[1, 3]"]);
  });

  test("may hold nothing at all, or nothing that was printed", () => {
    expect(solve(amounts({}))).toEqual({ verdict: "consistent", witness: [], implied: [] });
    witnessOf(amounts({ a: "", b: "", c: "" }, [sum("a", "b", "c"), product("a", "b", "c")]));
    witnessOf(anything({ a: "", b: "", c: "" }, [sum("a", "b", "c"), { lesser: "a", greater: "b" }]));
  });

  test("may hold in a single point only", () => {
    expect(witnessOf(amounts({ total: "4", a: "[1, 2]", b: "[1, 2]" }, [sum("total", "a", "b")]))).toEqual({ total: "4", a: "2", b: "2" });
    expect(witnessOf(amounts({ a: "[1, 2] & [2, 3]" }))).toEqual({ a: "2" });
  });

  test("has exact values that no decimal holds", () => {
    expect(witnessOf(amounts({ metal: "1", grade: "", ore: "3" }, [product("metal", "grade", "ore")]))).toEqual({ metal: "1", grade: "1/3", ore: "3" });
  });

  test("holds to its slack", () => {
    const tie = { total: "total", parts: ["a"], slack: interval("(0, 1]") };
    witnessOf(amounts({ total: "5", a: "6" }, [tie]));
    expect(conflictsOf(amounts({ total: "5", a: "5" }, [tie]))).toEqual(["tie 1; total 5, a 5; irreducible"]);
  });

  test("may have an unprinted part of either sign", () => {
    const graph = new GraphBuilder();
    for (const [name, text] of [["opening", "[99.5, 100.5]"], ["in", "[49.5, 50.5]"], ["out", "[79.5, 80.5]"], ["closing", "[59.5, 60.5]"]] as const) {
      graph.unknown(name);
      graph.print(name, { name: text, interval: interval(text) });
    }
    graph.unknown("adjustment", Interval.all);
    graph.tie({ total: "closing", parts: ["opening", "in", { of: "out", weight: -1 }, "adjustment"] });
    const built = graph.build();
    expect(String(solve(built).implied[4])).toBe("[-12, -8]");
    expect(Ratio.of(witnessOf(built)["adjustment"]!).sign).toBe(-1);
  });
});

describe("open ends", () => {
  test("that only touch leave nothing", () => {
    expect(conflictsOf(amounts({ ore: "[1, 2) & [2, 3]" }))).toEqual(["; ore [1, 2), ore [2, 3]; irreducible"]);
    expect(conflictsOf(amounts({ total: "4", a: "[1, 2)", b: "[1, 2]" }, [sum("total", "a", "b")]))).toEqual(["tie 1; total 4, a [1, 2), b [1, 2]; irreducible"]);
    expect(conflictsOf(amounts({ metal: "6", grade: "[1, 2)", ore: "[1, 3]" }, [product("metal", "grade", "ore")])))
      .toEqual(["tie 1; metal 6, grade [1, 2), ore [1, 3]; irreducible"]);
  });

  test("have room inside them, however little", () => {
    const value = Ratio.of(witnessOf(amounts({ a: "(1, 1.0000000000000000000000000000000000001)" }))["a"]!);
    expect(value.isGreaterThan(1)).toBe(true);
    witnessOf(amounts({ total: "(3.999999999999999999999999999, 4)", a: "(1, 2)", b: "(1, 2)" }, [sum("total", "a", "b")]));
  });

  test("of a ratio are not reached where the base tends to zero", () => {
    const tie = product("metal", "grade", "ore");
    const opened = witnessOf(anything({ metal: "", grade: "(-inf, -1.75)", ore: "[0, inf)" }, [tie]));
    expect(Ratio.of(opened["grade"]!).isLessThan("-1.75")).toBe(true);
    witnessOf(amounts({ metal: "", grade: "(2, 3)", ore: "", other: "" }, [tie, sum("other", "metal", "ore")]));
    expect(conflictsOf(amounts({ metal: "", grade: "(2, 3)", ore: "[1, inf)", twice: "" }, [tie, { total: "twice", parts: [{ of: "ore", weight: 2 }] }, { lesser: "metal", greater: "twice" }])))
      .toEqual(["tie 1, tie 2, tie 3; grade (2, 3), ore [1, inf); irreducible"]);
  });
});

describe("zero", () => {
  const metal = product("metal", "grade", "ore");

  test("ore has no metal, at any grade", () => {
    expect(witnessOf(amounts({ metal: "", grade: "[1, 2]", ore: "0" }, [metal]))).toMatchObject({ metal: "0", ore: "0" });
    witnessOf(amounts({ metal: "0", grade: "", ore: "0" }, [metal]));
    expect(conflictsOf(amounts({ metal: "[1, 2]", grade: "", ore: "0" }, [metal]))).toEqual(["tie 1; metal [1, 2], ore 0; irreducible"]);
  });

  test("grade has no metal, of any ore", () => {
    expect(witnessOf(amounts({ metal: "", grade: "0", ore: "[1, 2]" }, [metal]))).toMatchObject({ metal: "0", grade: "0" });
    expect(conflictsOf(amounts({ metal: "[1, 2]", grade: "0", ore: "" }, [metal]))).toEqual(["tie 1; metal [1, 2], grade 0; irreducible"]);
  });

  test("may be printed of what is not quite zero", () => {
    witnessOf(amounts({ metal: "[4, 5]", grade: "[100, 200]", ore: "[-0.5, 0.5]" }, [metal]));
    expect(conflictsOf(amounts({ metal: "[400, 500]", grade: "[100, 200]", ore: "[-0.5, 0.5]" }, [metal]))).toEqual(["tie 1; metal [400, 500], grade [100, 200], ore [-0.5, 0.5]; irreducible"]);
  });

  test("is where a base has to go when its ratio has no place elsewhere", () => {
    expect(witnessOf(amounts({ metal: "", more: "", grade: "[2, 3]", ore: "[0, 5]" }, [metal, { lesser: "metal", greater: "more" }, sum("ore", "more")])))
      .toEqual({ metal: "0", more: "0", grade: expect.any(String) as string, ore: "0" });
  });

  test("and beyond it an amount cannot go", () => {
    expect(conflictsOf(amounts({ ore: "[-2, -1]" }))).toEqual(["; ore [-2, -1]; irreducible"]);
    expect(conflictsOf(amounts({ total: "[1, 2]", a: "[3, 4]", b: "" }, [sum("total", "a", "b")]))).toEqual(["tie 1; total [1, 2], a [3, 4]; irreducible"]);
    witnessOf(anything({ total: "[1, 2]", a: "[3, 4]", b: "" }, [sum("total", "a", "b")]));
  });
});

describe("a contradictory graph", () => {
  test("names the one tie that cannot hold, and only the figures that it takes", () => {
    const graph = amounts(
      { ore: "[99, 101]", rate: "[9.5, 10.5]", days: "12", metal: "", grade: "[1, 2]" },
      [product("ore", "rate", "days"), product("metal", "grade", "ore")],
    );
    expect(conflictsOf(graph)).toEqual(["tie 1; ore [99, 101], rate [9.5, 10.5], days 12; irreducible"]);
  });

  test("names two independent failures apart, in either order", () => {
    const printed = { a: "1", b: "2", c: "1", d: "2" };
    const ties = [{ name: "first", ...sum("a", "b") }, { name: "second", ...sum("c", "d") }];
    expect(conflictsOf(amounts(printed, ties))).toEqual(["first; a 1, b 2; irreducible", "second; c 1, d 2; irreducible"]);
    expect(conflictsOf(amounts(printed, [...ties].reverse()))).toHaveLength(2);
  });

  test("may have one figure in two conflicts", () => {
    const graph = amounts({ metal: "[51, 52]", other: "[40, 41]", total: "[80, 81]", ore: "[10, 11]", grade: "[4, 4.5]" }, [
      { name: "the quarter", ...product("metal", "grade", "ore") }, { name: "the year", ...sum("total", "metal", "other") },
    ]);
    expect(conflictsOf(graph)).toEqual(["the quarter; metal [51, 52], ore [10, 11], grade [4, 4.5]; irreducible", "the year; metal [51, 52], other [40, 41], total [80, 81]; irreducible"]);
  });

  test("may contradict only in the combination of several ties", () => {
    const graph = amounts({ year: "[39, 40]", first: "", second: "", rate: "[1, 1.1]", other: "[1, 1.1]", days: "10", more: "20" }, [
      { name: "first", ...product("first", "rate", "days") }, { name: "second", ...product("second", "other", "more") }, { name: "year", ...sum("year", "first", "second") },
    ]);
    expect(conflictsOf(graph)).toEqual(["first, second, year; year [39, 40], rate [1, 1.1], other [1, 1.1], days 10, more 20; irreducible"]);
  });

  test("tells what is left beside its conflicts", () => {
    const outcome = solve(amounts({ a: "1", b: "2", c: "[5, 6]", d: "" }, [sum("a", "b"), sum("c", "d")]));
    expect(outcome.verdict === "contradictory" && outcome.rest).toBe("consistent");
    expect(outcome.implied.map(String)).toEqual(["[1, 1]", "[2, 2]", "[5, 6]", "[5, 6]"]);
  });

  test("may be one fact printed twice, without any tie", () => {
    expect(conflictsOf(amounts({ ore: "[1, 2] & [3, 4]" }))).toEqual(["; ore [1, 2], ore [3, 4]; irreducible"]);
    expect(conflictsOf(amounts({ ore: "[1, 3] & [2, 4] & [5, 6]" }))).toHaveLength(1);
    expect(conflictsOf(amounts({ ore: "[1, 2] & [3, 4]", days: "1 & 2", waste: "[1, 2]" }))).toEqual(["; ore [1, 2], ore [3, 4]; irreducible", "; days 1, days 2; irreducible"]);
  });

  test("may be one fact printed twice, and a tie besides", () => {
    const conflicts = conflictsOf(amounts({ a: "[1, 2] & [3, 4]", b: "[7, 8]", c: "[9, 10]" }, [sum("b", "c")]));
    expect(conflicts).toEqual(["; a [1, 2], a [3, 4]; irreducible", "tie 1; b [7, 8], c [9, 10]; irreducible"]);
  });

  test("is contradictory with a tie that no value satisfies, whatever was printed", () => {
    const impossible = { total: "a", parts: ["a", "one"] };
    expect(conflictsOf(amounts({ a: "[1, 2]", one: "1" }, [impossible]))).toEqual(["tie 1; one 1; irreducible"]);
  });
});

describe("tables that add up both ways", () => {
  // Two rows and two columns: any three of the sums can hold, and all four only if the rows come to what the columns do.
  const table = (right: string): Graph => anything(
    { a: "", b: "", c: "", d: "", top: "1", bottom: "1", left: "1", right },
    [sum("top", "a", "b"), sum("bottom", "c", "d"), sum("left", "a", "c"), sum("right", "b", "d")],
  );

  test("are refuted, though no single box empties", () => {
    const graph = table("1.5");
    expect(propagate(graph)?.slice(0, 4).map(String)).toEqual(["(-inf, inf)", "(-inf, inf)", "(-inf, inf)", "(-inf, inf)"]);
    expect(conflictsOf(graph)).toEqual(["tie 1, tie 2, tie 3, tie 4; top 1, bottom 1, left 1, right 1.5; irreducible"]);
  });

  test("are solved where they do add up", () => {
    witnessOf(table("1"));
    witnessOf(table("[0.9, 1.1]"));
  });
});

describe("a factor that several products share", () => {
  const mine = (north: string, south: string): Graph => amounts(
    { first: north, second: south, recovery: "[0.7, 0.8]", one: "[100, 101]", other: "[200, 201]" },
    [product("first", "recovery", "one"), product("second", "recovery", "other")],
  );

  test("has one value for all of them", () => {
    witnessOf(mine("[75, 76]", "[150, 151]"));
    witnessOf(mine("75.5", "[151, 152]"));
    expect(conflictsOf(mine("[70, 72]", "[155, 160]"))).toEqual(["tie 1, tie 2; first [70, 72], second [155, 160], one [100, 101], other [200, 201]; irreducible"]);
  });

  test("is found where it can have one value only, if that is a number that a quotient gives", () => {
    expect(witnessOf(amounts({ first: "3", second: "6", share: "[0, 1]", one: "13", other: "26" }, [product("first", "share", "one"), product("second", "share", "other")])))
      .toMatchObject({ share: "3/13" });
  });

  test("may be refuted only by splitting its range", () => {
    // With share x one = share x other = 1, one and other are equal, and neither box of the two knows.
    const graph = amounts(
      { first: "1", second: "1", share: "[0.25, 0.5]", one: "[1, 5]", other: "[1, 5]", gap: "[0.0019, 0.002]" },
      [product("first", "share", "one"), product("second", "share", "other"), sum("one", "other", "gap")],
    );
    expect(solve(graph, { effort: 1 }).verdict).toBe("undecided");
    const outcome = solve(graph, { effort: 32 });
    expect(outcome.verdict === "contradictory" && outcome.conflicts.map(({ ties }) => ties)).toEqual([[0, 1, 2]]);
  });
});

describe("a graph that cannot be settled", () => {
  // The golden section: a witness would have to be irrational.
  const golden = amounts({ whole: "1", large: "", small: "", share: "[0, 1]" }, [sum("whole", "large", "small"), product("large", "share", "whole"), product("small", "share", "large")]);

  test("is undecided, with the reason, and what is implied all the same", () => {
    const outcome = solve(golden);
    expect(outcome.verdict === "undecided" && outcome.reason).toMatch(/factors that several ties share/);
    expect(outcome.implied[3]?.contains("0.6180339887")).toBe(true);
  });

  test("is undecided sooner with less effort", () => {
    const outcome = solve(golden, { effort: 1 });
    expect(outcome.verdict === "undecided" && outcome.reason).toBe("no point was found, and not every case was refuted, in 1 splits of the factors that several ties share");
  });

  test.each([0, -1, 1.5, Number.NaN, "256", null])("refuses an effort of %o", (effort) => {
    expect(refusalOf(() => solve(golden, { effort: effort as number })).code).toBe("out-of-range");
  });

  test("does not hide a contradiction elsewhere", () => {
    const graph = amounts(
      { whole: "1", large: "", small: "", share: "[0, 1]", a: "1", b: "2" },
      [sum("whole", "large", "small"), product("large", "share", "whole"), product("small", "share", "large"), { name: "lone", ...sum("a", "b") }],
    );
    expect(conflictsOf(graph)).toEqual(["lone; a 1, b 2; irreducible"]);
    const outcome = solve(graph);
    expect(outcome.verdict === "contradictory" && outcome.rest).toBe("undecided");
  });
});

describe("unknowns without bounds", () => {
  test("are given some value that fits", () => {
    witnessOf(anything({ a: "", b: "(-inf, -3]", c: "" }, [sum("a", "b", "c"), { lesser: "a", greater: "b" }]));
    witnessOf(amounts({ metal: "[5, 6]", grade: "", ore: "" }, [product("metal", "grade", "ore")]));
    witnessOf(amounts({ ore: "", metal: "[10, 11]", grade: "", rate: "", days: "91" }, [product("metal", "grade", "ore"), product("ore", "rate", "days")]));
  });

  test("contradict all the same", () => {
    expect(conflictsOf(anything({ a: "", b: "", one: "1" }, [sum("a", "b", "one"), sum("b", "a", "one")]))).toEqual(["tie 1, tie 2; one 1; irreducible"]);
    expect(conflictsOf(amounts({ a: "[1, inf)", b: "" }, [{ total: "a", parts: [{ of: "b", weight: 2 }] }, { total: "b", parts: [{ of: "a", weight: 2 }] }])))
      .toEqual(["tie 1, tie 2; a [1, inf); irreducible"]);
  });
});

describe("ties in a circle", () => {
  test("that say the same thing hold", () => {
    witnessOf(anything({ a: "[5, 6]", b: "", c: "[1, 2]" }, [sum("a", "b", "c"), { total: "b", parts: ["a", { of: "c", weight: -1 }] }]));
  });

  test("that halve are zero", () => {
    expect(witnessOf(amounts({ a: "[0, 1]", b: "" }, [{ total: "a", parts: [{ of: "b", weight: "0.9" }] }, { total: "b", parts: [{ of: "a", weight: "0.9" }] }]))).toEqual({ a: "0", b: "0" });
  });

  test("of products are refuted", () => {
    expect(conflictsOf(amounts({ a: "[1, 2]", b: "", r: "[2, 3]" }, [product("a", "r", "b"), product("b", "r", "a")]))).toEqual(["tie 1, tie 2; a [1, 2], r [2, 3]; irreducible"]);
  });
});

describe("a tie that stands in several graphs", () => {
  test("is known in each by its place there", () => {
    const whole = amounts({ a: "[1, 2]", b: "[1, 2]", c: "[8, 9]" }, [{ name: "right", ...sum("a", "b") }, { name: "wrong", ...sum("b", "c") }]);
    const part: Graph = { unknowns: whole.unknowns, ties: [whole.ties[1]!] };
    expect(conflictsOf(whole)).toEqual(["wrong; b [1, 2], c [8, 9]; irreducible"]);
    expect(conflictsOf(part)).toEqual(["wrong; b [1, 2], c [8, 9]; irreducible"]);
    expect(conflictsOf(whole)).toEqual(["wrong; b [1, 2], c [8, 9]; irreducible"]);
  });
});

describe("large graphs end within seconds", () => {
  function chain(length: number, end?: string): Graph {
    const builder = new GraphBuilder();
    builder.unknown("stock 0");
    builder.print("stock 0", { name: "opening", interval: interval("[0.5, 1.5]") });
    for (let step = 1; step <= length; step++) {
      builder.unknown(`stock ${String(step)}`);
      builder.unknown(`in ${String(step)}`);
      builder.print(`in ${String(step)}`, { name: "in", interval: interval("[2.5, 3.5]") });
      builder.tie({ total: `stock ${String(step)}`, parts: [`stock ${String(step - 1)}`, `in ${String(step)}`] });
    }
    if (end !== undefined) builder.print(`stock ${String(length)}`, { name: "closing", interval: interval(end) });
    return builder.build();
  }

  test("a chain of 2,000 sums", () => {
    expect(String(solve(chain(2000)).implied.at(-2))).toBe("[5000.5, 7001.5]");
    expect(solve(chain(2000, "[6000, 6001]")).verdict).toBe("consistent");
  }, 10_000);

  test("a chain of 60 sums that contradicts only as a whole, with the proof that nothing can be left out", () => {
    const outcome = solve(chain(60, "[1000, 1001]"));
    const [conflict, ...others] = outcome.verdict === "contradictory" ? outcome.conflicts : [];
    expect(others).toEqual([]);
    expect([conflict?.ties.length, conflict?.figures.length, conflict?.irreducible]).toEqual([60, 62, true]);
  });

  test("a chain of 250 that does, without the proof", () => {
    const outcome = solve(chain(250, "[10000, 10001]"));
    const [conflict] = outcome.verdict === "contradictory" ? outcome.conflicts : [];
    expect([conflict?.ties.length, conflict?.figures.length, conflict?.irreducible]).toEqual([250, 252, false]);
  }, 10_000);

  test("5,000 unknowns in a table of 70 rows and columns", () => {
    const size = 70;
    const builder = new GraphBuilder();
    const cell = (row: number, column: number): string => `${String(row)}/${String(column)}`;
    const line = Array.from({ length: size }, (_, place) => place);
    for (const row of line) {
      for (const column of line) {
        builder.unknown(cell(row, column));
        const low = (row * column) % 11;
        if ((row + column) % 5 > 0) builder.print(cell(row, column), { name: "cell", interval: Interval.between({ low, high: low + 1 }) });
      }
    }
    const total = (name: string, cells: readonly (readonly [number, number])[]): void => {
      const middle = cells.reduce((all, [row, column]) => all + ((row * column) % 11) + 0.5, 0);
      builder.unknown(name);
      builder.print(name, { name: "total", interval: Interval.between({ low: middle - 0.5, high: middle + 0.5 }) });
      builder.tie({ total: name, parts: cells.map(([row, column]) => cell(row, column)) });
    };
    for (const row of line) total(`row ${String(row)}`, line.map((column) => [row, column]));
    for (const column of line) total(`column ${String(column)}`, line.map((row) => [row, column]));
    const table = builder.build();
    const outcome = solve(table);
    expect(outcome.verdict === "consistent" && verify(table, outcome.witness)).toBe(true);
  }, 10_000);

  test("1,000 mills of which a hundred contradict, each by itself", () => {
    const builder = new GraphBuilder();
    for (let mill = 0; mill < 1000; mill++) {
      const name = (item: string): string => `${item} ${String(mill)}`;
      const ore = 90 * (100 + mill) + (mill % 10 === 0 ? 1000 : 0);
      for (const [item, range] of [["ore", `[${String(ore - 3)}, ${String(ore + 3)}]`], ["days", "90"], ["rate", `[${String(mill + 99.5)}, ${String(mill + 100.5)}]`], ["metal", "[1, 2]"], ["grade", ""]] as const) {
        builder.unknown(name(item));
        if (range !== "") builder.print(name(item), { name: item, interval: interval(range) });
      }
      builder.tie({ amount: name("ore"), ratio: name("rate"), base: name("days") });
      builder.tie({ amount: name("metal"), ratio: name("grade"), base: name("ore") });
    }
    const outcome: Outcome = solve(builder.build());
    expect(outcome.verdict === "contradictory" && outcome.conflicts.map(({ ties, irreducible }) => [ties, irreducible]))
      .toEqual(Array.from({ length: 100 }, (_, place) => [[20 * place], true]));
    expect(outcome.verdict === "contradictory" && outcome.rest).toBe("consistent");
  }, 10_000);
});

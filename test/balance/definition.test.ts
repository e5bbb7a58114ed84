/** Definitions: what an auxiliary unknown stands for is never blamed, and conflicts are told through it. */
import { describe, expect, test } from "vitest";
import { Definitions } from "../../src/balance/definition.ts";
import type { Graph, TieInput } from "../../src/balance/graph.ts";
import { solve } from "../../src/balance/solve.ts";
import { verify } from "../../src/balance/witness.ts";
import { amounts, anything, interval, product, sum } from "./reading.ts";

const defined = (tie: TieInput): TieInput => ({ ...tie, definition: true });
/** `change = 100 x quotient - 100`, where the quotient is `now / before`. */
const change = (name: string, now: string, before: string): TieInput[] => [
  defined({ amount: now, ratio: `${name} quotient`, base: before }),
  { name, total: name, parts: [{ of: `${name} quotient`, weight: 100 }], slack: interval("100") },
];

function conflictsOf(graph: Graph): string[] {
  const outcome = solve(graph);
  if (outcome.verdict !== "contradictory") throw new Error(`expected a contradictory graph, and it is ${outcome.verdict}`);
  return outcome.conflicts.map(({ ties, figures, irreducible }) => [
    ties.map((tie) => graph.ties[tie]!.name).join(", "), figures.map(({ unknown }) => graph.unknowns[unknown]!.name).join(", "), String(irreducible),
  ].join("; "));
}

describe("a definition", () => {
  const metal = (printed: string): Graph => amounts(
    { metal: printed, ore: "[99, 101]", grade: "[1.9, 2.1]", recovery: "[0.7, 0.8]", contained: "" },
    [defined(product("contained", "grade", "ore")), { name: "metal", ...product("metal", "recovery", "contained") }],
  );

  test("stands with the tie that rests on it, and is not among the blamed", () => {
    expect(conflictsOf(metal("[200, 201]"))).toEqual(["metal; metal, ore, grade, recovery; true"]);
    expect(solve(metal("[150, 151]")).verdict).toBe("consistent");
  });

  test("leads from a tie to every figure beneath it, however deep", () => {
    const graph = anything({ a: "[1, 2]", b: "[1, 2]", c: "[1, 2]", both: "", all: "", total: "[9, 10]" }, [
      defined(sum("both", "a", "b")), defined(sum("all", "both", "c")), { name: "total", ...sum("total", "all") },
    ]);
    expect(conflictsOf(graph)).toEqual(["total; a, b, c, total; true"]);
    expect([...new Definitions(graph).under([2])].sort()).toEqual([0, 1]);
    expect(new Definitions(graph).under([])).toEqual(new Set());
  });

  test("can be shared by ties, of which each fails alone", () => {
    const graph = amounts({ ore: "10", grade: "2", contained: "", one: "[30, 31]", other: "[40, 41]" }, [
      defined(product("contained", "grade", "ore")), { name: "one", ...sum("one", "contained") }, { name: "other", ...sum("other", "contained") },
    ]);
    expect(conflictsOf(graph)).toEqual(["one; ore, grade, one; true", "other; ore, grade, other; true"]);
  });

  test("stays when a conflict is set aside, and may serve another one", () => {
    const graph = amounts({ ore: "10", grade: "2", contained: "", one: "[30, 31]", more: "[1, 2]", sum: "[40, 41]" }, [
      defined(product("contained", "grade", "ore")), { name: "one", ...sum("one", "contained") }, { name: "sum", ...sum("sum", "contained", "more") },
    ]);
    expect(conflictsOf(graph)).toEqual(["one; ore, grade, one; true", "sum; ore, grade, more, sum; true"]);
  });
});

describe("conflicts of one tie", () => {
  test("come before those of several, wherever they stand", () => {
    const graph = amounts({ a: "[1, 2]", b: "[1, 2]", part: "", year: "[9, 10]", x: "1", y: "2" }, [
      { name: "part", ...sum("part", "a", "b") }, { name: "year", ...sum("year", "part") }, { name: "alone", ...sum("x", "y") },
    ]);
    expect(conflictsOf(graph)).toEqual(["alone; x, y; true", "part, year; a, b, year; true"]);
  });

  test("include those that only a second look refutes, where an unknown stands twice", () => {
    // part / (part + rest) is at most 2/4; were they two unknowns, the part above could be 2 while the one below is 1.
    const graph = amounts({ share: "[0.6, 0.65]", part: "[1, 2]", rest: "[2, 3]", both: "", x: "[1, 2]", y: "[1, 2]", z: "[5, 6]", xy: "" }, [
      { name: "xy", ...sum("xy", "x", "y") }, { name: "z", ...sum("z", "xy") },
      defined(sum("both", "part", "rest")), { name: "share", ...product("part", "share", "both") },
    ]);
    expect(conflictsOf(graph)).toEqual(["share; share, part, rest; true", "xy, z; x, y, z; true"]);
  });
});

describe("a percent change", () => {
  test("leaves its quotient to one product, so that it is settled without a split", () => {
    const graph = amounts({ now: "[99.5, 100.5]", before: "[79.5, 80.5]", more: "[49.5, 50.5]", total: "[149.5, 150.5]", up: "[24, 26]", "up quotient": "" }, [
      { name: "total", ...sum("total", "now", "more") }, ...change("up", "now", "before"),
    ]);
    const outcome = solve(graph, { effort: 1 });
    expect(outcome.verdict === "consistent" && verify(graph, outcome.witness)).toBe(true);
  });
});

/** The linear core, against trying every point. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solveLinear, type LinearOutcome, type LinearRow } from "../../src/balance/simplex.ts";
import type { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { interval } from "./reading.ts";

type RowText = readonly [weights: readonly (number | string)[], range: string];

interface Search {
  readonly start?: readonly number[];
  readonly effort?: number;
}

function decide(boxes: readonly string[], rows: readonly RowText[], { start = [], effort = 1000 }: Search = {}): LinearOutcome {
  return solveLinear(
    new Map(boxes.map((box, of) => [of, interval(box)])),
    rows.map(rowOf),
    new Map(start.map((value, of) => [of, Ratio.of(value)])),
    effort,
  );
}

function rowOf([weights, range]: RowText): LinearRow {
  return { terms: weights.flatMap((weight, of) => (weight === 0 ? [] : [{ of, weight: Ratio.of(weight) }])), range: interval(range) };
}

function pointOf(outcome: LinearOutcome): readonly string[] | undefined {
  return "point" in outcome ? [...outcome.point.values()].map(String) : undefined;
}

describe("a linear system", () => {
  test("without rows is solved where it starts, moved into the boxes", () => {
    expect(pointOf(decide(["[0, 1]", "[2, 3]", "[4, 5]"], [], { start: [0.5, 9, 1] }))).toEqual(["0.5", "3", "4"]);
  });

  test("is solved where a point exists, and not where none does", () => {
    expect(pointOf(decide(["[0, 5]", "[0, 5]"], [[[1, 1], "10"]]))).toEqual(["5", "5"]);
    expect(decide(["[0, 5]", "[0, 5]"], [[[1, 1], "[10.5, 11]"]])).toHaveProperty("infeasible");
  });

  test("with a row that speaks of nothing holds if zero lies in its range", () => {
    expect(decide(["[0, 1]"], [[[0], "[0, 1]"]])).toHaveProperty("point");
    expect(decide(["[0, 1]"], [[[0], "(0, 1]"]])).toHaveProperty("infeasible");
  });

  test("keeps strict bounds strict", () => {
    expect(decide(["[0, 5)", "[0, 5]"], [[[1, 1], "10"]])).toHaveProperty("infeasible");
    expect(decide(["(0, 1)", "(0, 1)"], [[[1, 1], "(0, 2)"], [[1, -1], "0"]])).toHaveProperty("point");
    const near = decide(["(0, 1)"], [[[1000], "(0, 1)"]]);
    expect("point" in near && near.point.get(0)!.isGreaterThan(0) && near.point.get(0)!.isLessThan("1/1000")).toBe(true);
    expect(decide(["(0, inf)", "(0, inf)"], [[[1, 1], "(-inf, 0]"]])).toHaveProperty("infeasible");
    expect(decide(["(0, inf)", "(-inf, inf)", "(-inf, 0)"], [[[1, -1, 0], "(-inf, 0)"], [[0, 1, -1], "(-inf, 0)"]])).toHaveProperty("infeasible");
  });

  test("has unbounded variables on both sides", () => {
    expect(decide(["(-inf, inf)", "(-inf, inf)"], [[[1, 1], "7"], [[1, -1], "3"]])).toMatchObject({ point: new Map([[0, Ratio.of(5)], [1, Ratio.of(2)]]) });
    expect(decide(["(-inf, inf)", "(-inf, inf)"], [[[1, 1], "7"], [[2, 2], "15"]])).toHaveProperty("infeasible");
  });

  test("is exact where floats are not", () => {
    expect(decide(["0.1", "0.2"], [[[1, 1], "0.3"]])).toHaveProperty("point");
    expect(decide(["0.1", "0.2"], [[[1, 1], "[0.30000000000000000000000000000001, 1]"]])).toHaveProperty("infeasible");
    expect(pointOf(decide(["(-inf, inf)"], [[["240/7"], "1"]]))).toEqual(["7/240"]);
  });

  test("gives up when it is told to, and says so", () => {
    const cube = decide(["(-inf, inf)", "(-inf, inf)", "(-inf, inf)"], [[[1, 1, 0], "1"], [[0, 1, 1], "2"], [[1, 0, 1], "4"]], { effort: 1 });
    expect(cube).toHaveProperty("undecided");
  });
});

describe("systems on which pivoting can go round in circles end", () => {
  // Beale 1955 and Kuhn's example, as feasibility: the optimum is asked for as a bound, and one just beyond it.
  const beale = (least: string): LinearOutcome => decide(
    ["[0, inf)", "[0, inf)", "[0, inf)", "[0, inf)"],
    [[["1/4", -60, "-1/25", 9], "(-inf, 0]"], [["1/2", -90, "-1/50", 3], "(-inf, 0]"], [[0, 0, 1, 0], "(-inf, 1]"], [["3/4", -150, "1/50", -6], least]],
  );
  const kuhn = (least: string): LinearOutcome => decide(
    ["[0, inf)", "[0, inf)", "[0, inf)", "[0, inf)"],
    [[[-2, -9, 1, 9], "(-inf, 0]"], [["1/3", 1, "-1/3", -2], "(-inf, 0]"], [[2, 3, -1, -12], "(-inf, 2]"], [[2, 3, -1, -12], least]],
  );

  test("Beale's, whose best is 1/20", () => {
    expect(beale("[1/20, inf)")).toHaveProperty("point");
    expect(beale("(1/20, inf)")).toHaveProperty("infeasible");
  });

  test("Kuhn's, whose best is 2", () => {
    expect(kuhn("[2, inf)")).toHaveProperty("point");
    expect(kuhn("(2, inf)")).toHaveProperty("infeasible");
  });

  test("many rows through one point", () => {
    const rows = Array.from({ length: 12 }, (_, k): RowText => [[k - 6, 1, 7 - k], "0"]);
    expect(decide(["[0, 1]", "[0, 1]", "[0, 1]"], rows)).toHaveProperty("point");
    expect(decide(["[0, 1]", "[0, 1]", "[1/100, 1]"], rows)).toHaveProperty("infeasible");
  });
});

describe("against trying every point of a grid fine enough to hold a vertex", () => {
  const ends = fc.integer({ min: -2, max: 2 });
  const ranges = fc.tuple(ends, ends, fc.integer({ min: 0, max: 3 })).map(([a, b, flags]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return low === high ? String(low) : `${(flags & 1) === 0 ? "[" : "("}${String(low)}, ${String(high)}${(flags & 2) === 0 ? "]" : ")"}`;
  });
  const weights = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 2, maxLength: 2 });
  const systems = fc.record({
    boxes: fc.array(ranges, { minLength: 2, maxLength: 2 }),
    rows: fc.array(fc.tuple(weights, ranges), { minLength: 1, maxLength: 4 }),
    start: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
  });
  // Two variables, weights of one: vertices lie on halves, and the middles between three of them on sixths.
  const grid = Array.from({ length: 25 }, (_, step) => step - 12);

  test("the answer is the same, and a point satisfies everything", () => {
    fc.assert(fc.property(systems, ({ boxes, rows, start }) => {
      const outcome = decide(boxes, rows, { start });
      const [first, second] = boxes.map(interval) as [Interval, Interval];
      const ranged = rows.map(([row, range]) => ({ row, range: interval(range) }));
      const holds = (x: Ratio, y: Ratio): boolean => first.contains(x) && second.contains(y)
        && ranged.every(({ row: [a = 0, b = 0], range }) => range.contains(x.times(a).plus(y.times(b))));
      const exists = grid.some((x) => grid.some((y) => holds(Ratio.fraction(BigInt(x), 6n), Ratio.fraction(BigInt(y), 6n))));
      expect("point" in outcome).toBe(exists);
      if ("point" in outcome) expect(holds(outcome.point.get(0)!, outcome.point.get(1)!)).toBe(true);
    }), { seed: 9, numRuns: 400 });
  });

  test("and the bounds that an infeasible answer names refute by themselves", () => {
    fc.assert(fc.property(systems, ({ boxes, rows }) => {
      const outcome = decide(boxes, rows);
      if (!("infeasible" in outcome)) return;
      const named = new Set(outcome.infeasible);
      const kept = rows.filter((_, place) => named.has(-1 - place)).map(rowOf);
      const open = new Map(boxes.map((box, of) => [of, interval(named.has(of) ? box : "(-inf, inf)")]));
      expect(solveLinear(open, kept, new Map(), 1000)).toHaveProperty("infeasible");
    }), { seed: 10, numRuns: 400 });
  });
});

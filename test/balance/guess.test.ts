/** A guess in floating point: a point well inside, or the rows that refute each other; never trusted, and never in the way. */
import { describe, expect, test } from "vitest";
import { guessing, type Budget, type Likely } from "../../src/balance/likely.ts";
import { finished } from "../../src/balance/steps.ts";
import type { LinearRow } from "../../src/balance/simplex.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

function box(low: string | undefined, high: string | undefined): Interval {
  return Interval.between({ ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) });
}

function row(terms: Record<number, string>, range: Interval): LinearRow {
  return { terms: Object.entries(terms).map(([of, weight]) => ({ of: Number(of), weight: Ratio.of(weight) })), range };
}

function guess(boxes: readonly Interval[], rows: readonly LinearRow[], margin = 0, budget: Budget = { left: 1e9 }): Likely | undefined {
  return finished(guessing(new Map(boxes.entries()), rows, new Map(), { margin, slack: 1e-12 }, budget));
}

describe("a guess at a linear system", () => {
  test("is a point that holds to twice the digits of a double, whatever the sizes of its numbers", () => {
    // Tonnes by the billion that must add up to a hundredth, beside a share of one millionth.
    const boxes = [box("2679556913.755", "2679556913.765"), box("0", undefined), box(undefined, undefined), box("0.000001", "0.000002")];
    const rows = [row({ 0: "1", 1: "-1", 2: "-1" }, Interval.point(0)), row({ 1: "1", 3: "-1000000000000" }, Interval.point(0))];
    const likely = guess(boxes, rows);
    if (likely === undefined || !("point" in likely)) return expect(likely).toBe("a point");
    for (const { terms } of rows) {
      const off = terms.reduce((sum, { of, weight }) => sum.plus(likely.point.get(of)!.times(weight)), Ratio.zero);
      expect(off.absolute().isLessThan("1e-15")).toBe(true);
    }
    for (const [place, value] of likely.point) expect(boxes[place]!.contains(value)).toBe(true);
  });

  test("names the rows that refute each other, and no others", () => {
    const boxes = [box("0", "1"), box("0", "1"), box("0", "1"), box("0", "1")];
    const rows = [row({ 2: "1", 3: "1" }, box("0", "2")), row({ 0: "1", 1: "1" }, box("1.5", undefined)), row({ 0: "1", 1: "-1" }, box("0.75", undefined))];
    expect(guess(boxes, rows)).toEqual({ against: [2, 1] });
  });

  test("is given up where the work that was allowed is done, or the table is too large", () => {
    const boxes = [box("0", "1"), box("0", "1")];
    const rows = [row({ 0: "1", 1: "1" }, box("1.5", undefined))];
    expect(guess(boxes, rows, 0, { left: 0 })).toBeUndefined();
    const many = Array.from({ length: 2100 }, () => box("0", "1"));
    expect(guess(many, many.map((_, place) => row({ [place]: "1" }, box("0", "1"))))).toBeUndefined();
    const budget = { left: 1e9 };
    guess(boxes, rows, 0, budget);
    expect(budget.left).toBeLessThan(1e9);
  });
});

/** A guess in floating point: a point well inside, or weights by which rows refute each other; never trusted, and never in the way. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessing, type Likely } from "../../src/balance/interior.ts";
import { solveLinear, type LinearRow } from "../../src/balance/simplex.ts";
import { finished } from "../../src/balance/steps.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

function box(low: string | undefined, high: string | undefined): Interval {
  return Interval.between({ ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) });
}

function row(terms: Record<number, string>, range: Interval): LinearRow {
  return { terms: Object.entries(terms).map(([of, weight]) => ({ of: Number(of), weight: Ratio.of(weight) })), range };
}

function guess(boxes: readonly Interval[], rows: readonly LinearRow[]): Likely | undefined {
  return finished(guessing(new Map(boxes.entries()), rows, new Map(), () => true));
}

function sumOf({ terms }: LinearRow, point: ReadonlyMap<number, Ratio>): Ratio {
  return terms.reduce((sum, { of, weight }) => sum.plus(point.get(of)!.times(weight)), Ratio.zero);
}

const NOTHING = Interval.point(0);

describe("a guess at a linear system", () => {
  test("is a point inside all boxes and ranges, whose equations hold exactly, whatever the sizes of the numbers", () => {
    // Tonnes by the billion that must add up to a hundredth, beside a share of one millionth.
    const boxes = [box("2679556913.755", "2679556913.765"), box("0", undefined), box(undefined, undefined), box("0.000001", "0.000002")];
    const rows = [row({ 0: "1", 1: "-1", 2: "-1" }, NOTHING), row({ 1: "1", 3: "-1000000000000" }, NOTHING)];
    const likely = guess(boxes, rows);
    if (likely === undefined || likely.against !== undefined) return expect(likely).toBe("a point");
    for (const equation of rows) expect(sumOf(equation, likely.point).isZero).toBe(true);
    for (const [place, value] of likely.point) expect(boxes[place]!.contains(value)).toBe(true);
  });

  test("lies in the middle where nothing pulls it aside", () => {
    const likely = guess([box("0", "1"), box("3", "5")], [row({ 0: "1", 1: "1" }, box("0", "10"))]);
    if (likely === undefined || likely.against !== undefined) return expect(likely).toBe("a point");
    expect(likely.point.get(0)!.toNumber()).toBeCloseTo(0.5, 1);
    expect(likely.point.get(1)!.toNumber()).toBeCloseTo(4, 1);
  });

  test("weighs the rows that refute each other, and no others", () => {
    const boxes = [box("0", "1"), box("0", "1"), box("0", "1"), box("0", "1")];
    const rows = [row({ 2: "1", 3: "1" }, box("0", "2")), row({ 0: "1", 1: "1" }, box("1.5", undefined)), row({ 0: "1", 1: "-1" }, box("0.75", undefined))];
    const likely = guess(boxes, rows);
    if (likely?.against === undefined) return expect(likely).toBe("weights");
    // 2a is at least 2.25, and at most 2.
    expect([...likely.against.keys()].sort()).toEqual([1, 2]);
    expect(likely.against.get(1)! / likely.against.get(2)!).toBeCloseTo(1, 5);
  });

  test("weighs equations as well", () => {
    const boxes = [box("0", "1"), box("0", "1"), box("3", "4"), box("0", "9")];
    const likely = guess(boxes, [row({ 0: "1", 1: "1", 2: "-1" }, NOTHING), row({ 0: "1", 3: "-1" }, NOTHING)]);
    if (likely?.against === undefined) return expect(likely).toBe("weights");
    expect(likely.against.get(0)).not.toBe(0);
    expect(Math.abs((likely.against.get(1) ?? 0) / likely.against.get(0)!)).toBeLessThan(1e-6);
  });

  test("is given up where equations alone contradict, or the system is too large", () => {
    expect(guess([box("0", "9"), box("0", "9")], [row({ 0: "1", 1: "1" }, Interval.point(1)), row({ 0: "2", 1: "2" }, Interval.point(3))])).toBeUndefined();
    const many = Array.from({ length: 3001 }, () => box("0", "1"));
    expect(guess(many, many.map((_, place) => row({ [place]: "1" }, box("0", "1"))))).toBeUndefined();
  });

  test("says what the exact search says, where it says anything", () => {
    const whole = fc.integer({ min: -9, max: 9 });
    const ranges = fc.tuple(whole, fc.integer({ min: 0, max: 16 })).map(([low, width]) => Interval.between({ low, high: low + width }));
    const term = fc.tuple(fc.integer({ min: 0, max: 4 }), whole.filter((weight) => weight !== 0));
    const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 4, selector: ([of]) => of });
    const open = fc.array(ranges.filter(({ isPoint }) => !isPoint), { minLength: 5, maxLength: 5 });
    const said = { inside: 0, against: 0, nothing: 0 };
    fc.assert(fc.property(open, fc.array(fc.tuple(terms, ranges), { minLength: 1, maxLength: 4 }), (boxes, given) => {
      const rows = given.map(([own, range]) => ({ terms: own.map(([of, weight]) => ({ of, weight: Ratio.of(weight) })), range }));
      const exact = solveLinear(new Map(boxes.entries()), rows, new Map(), 10_000);
      const likely = guess(boxes, rows);
      if (likely === undefined) said.nothing++;
      else if (likely.against === undefined) {
        said.inside++;
        expect(exact).toHaveProperty("point");
        for (const own of rows) expect(own.range.contains(sumOf(own, likely.point))).toBe(true);
        for (const [place, value] of likely.point) expect(boxes[place]!.contains(value)).toBe(true);
      } else {
        said.against++;
        expect(exact).toHaveProperty("infeasible");
      }
    }), { seed: 61, numRuns: 1500 });
    expect(said.nothing).toBeLessThan(200);
    expect(Math.min(said.inside, said.against)).toBeGreaterThan(300);
  });
});

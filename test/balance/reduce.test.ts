/** What is left out of a system before it is searched, and what is said of it afterwards. */
import { describe, expect, test } from "vitest";
import { reduced } from "../../src/balance/reduce.ts";
import type { Constraint, System } from "../../src/balance/system.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

function between(low: string, high: string): Interval {
  return Interval.between({ low, high });
}

// factor - change = 1, as a printed change says; new = factor x old, twice.
const CHANGE: Constraint = { type: "row", terms: [{ of: 0, weight: Ratio.one }, { of: 1, weight: Ratio.of(-1) }], range: Interval.point(1), tie: 7, also: [8] };
const PRODUCTS: Constraint[] = [{ type: "product", amount: 2, ratio: 0, base: 3, tie: 1 }, { type: "product", amount: 4, ratio: 0, base: 5, tie: 2 }];
const SYSTEM: System = {
  boxes: [between("0", "9"), between("0.05", "0.15"), between("1", "99"), between("1", "99"), between("1", "99"), between("1", "99")],
  constraints: [CHANGE, ...PRODUCTS],
};

describe("a row of two terms, one of which stands nowhere else", () => {
  const simpler = reduced(SYSTEM);

  test("is left out, and its box passed on to the other", () => {
    expect(simpler.system.constraints).toEqual(PRODUCTS);
    expect(String(simpler.system.boxes[0])).toBe("[1.05, 1.15]");
    expect(simpler.system.boxes.slice(1)).toEqual(SYSTEM.boxes.slice(1));
  });

  test("is restored from the other, if that is in the box", () => {
    const restored = simpler.restored(new Map([[0, Ratio.of("1.07")]]));
    expect(restored?.get(1)?.toString()).toBe("0.07");
    expect(simpler.restored(new Map([[0, Ratio.of("1.2")]]))).toBeUndefined();
  });

  test("is part of every refutation that rests on the box passed on", () => {
    expect(simpler.explained({ ties: new Set([1]), grounds: new Set([0, 2]) })).toEqual({ ties: new Set([1, 7, 8]), grounds: new Set([0, 2, 1]) });
    expect(simpler.explained({ ties: new Set([1]), grounds: new Set([2]) })).toEqual({ ties: new Set([1]), grounds: new Set([2]) });
  });
});

test("a chain of such rows passes its boxes on from end to end, and is explained as a whole", () => {
  const link = (of: number, to: number, tie: number): Constraint => (
    { type: "row", terms: [{ of, weight: Ratio.one }, { of: to, weight: Ratio.of(-2) }], range: Interval.point(0), tie });
  const simpler = reduced({
    boxes: [between("8", "10"), between("0", "99"), between("0", "99"), between("0", "99")],
    constraints: [link(0, 1, 0), link(1, 2, 1), { type: "product", amount: 3, ratio: 2, base: 2, tie: 2 }],
  });
  expect(simpler.system.constraints.map(({ tie }) => tie)).toEqual([2]);
  expect(String(simpler.system.boxes[2])).toBe("[2, 2.5]");
  expect(simpler.explained({ ties: new Set([2]), grounds: new Set([2]) })).toEqual({ ties: new Set([2, 1, 0]), grounds: new Set([2, 1, 0]) });
  expect(Array.from(simpler.restored(new Map([[2, Ratio.of("2.25")]])) ?? [], ([of, value]) => `${String(of)} ${value.toString()}`)).toEqual(["2 2.25", "1 4.5", "0 9"]);
});

/** A guess is checked exactly: its point in the system, its weights against the boxes. */
import { describe, expect, test } from "vitest";
import { guessedOnce, type Guessed } from "../../src/balance/guess.ts";
import { linearised, shapeOf } from "../../src/balance/linearise.ts";
import { satisfies } from "../../src/balance/point.ts";
import { finished } from "../../src/balance/steps.ts";
import type { Constraint, System } from "../../src/balance/system.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

function between(low: number, high: number): Interval {
  return Interval.between({ low, high });
}

function sum(total: number, parts: readonly number[], tie: number): Constraint {
  const terms = [...parts.map((of) => ({ of, weight: Ratio.one })), { of: total, weight: Ratio.of(-1) }];
  return { type: "row", terms, range: Interval.point(0), tie };
}

function guess(system: System): Guessed | undefined {
  const shape = shapeOf(system);
  return finished(guessedOnce({ system, fixed: new Map() }, linearised(system, shape, new Map()), new Map()));
}

describe("a guess", () => {
  test("is a point of the whole system, with the factors that follow", () => {
    const system: System = {
      boxes: [between(100, 101), Interval.between({ low: "0.5", high: "0.6" }), between(50, 500), between(300, 301), between(0, 1000)],
      constraints: [{ type: "product", amount: 0, ratio: 1, base: 2, tie: 0 }, sum(3, [2, 4], 1)],
    };
    const guessed = guess(system);
    if (guessed === undefined || !("found" in guessed)) return expect(guessed).toBe("found");
    expect([...guessed.found.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(satisfies(system, guessed.found)).toBe(true);
  });

  test("refutes a table by all its totals, and by no cell", () => {
    // Three by three, of unknown cells; rows come to 30 at most, and columns to 31 at least.
    const cells = [0, 1, 2].map((row) => [0, 1, 2].map((column) => 3 * row + column));
    const system: System = {
      boxes: [...Array.from({ length: 9 }, () => Interval.between({ low: 0 })), ...[9, 9, 9, 10, 10, 11].map((low) => between(low, low + 1))],
      constraints: [0, 1, 2].flatMap((line) => [sum(9 + line, cells[line]!, line), sum(12 + line, cells.map((row) => row[line]!), 3 + line)]),
    };
    const guessed = guess(system);
    if (guessed === undefined || !("infeasible" in guessed)) return expect(guessed).toBe("infeasible");
    expect([...guessed.infeasible].sort((a, b) => a - b)).toEqual([-6, -5, -4, -3, -2, -1, 9, 10, 11, 12, 13, 14]);
  });

  test("is none where intervals touch at one point only", () => {
    const guessed = guess({ boxes: [between(0, 1), between(0, 1), between(2, 3)], constraints: [sum(2, [0, 1], 0)] });
    expect(guessed === undefined || "found" in guessed).toBe(true);
  });
});

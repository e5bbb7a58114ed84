/** Faults planted in made-up mines: a small share of what the bench plants, the same each time. */
import { describe, expect, test } from "vitest";
import { FAULTS, plant, type Outcome } from "./fault.ts";
import { mine, seeded } from "./mine.ts";

const SIZES = [{ periods: 1, areas: 1, contained: false }, { periods: 2, areas: 1, contained: false }, { periods: 1, areas: 2, contained: true }];
const EACH = 5;

const outcomes: Outcome[] = FAULTS.flatMap((fault, at) => SIZES.flatMap((size, place) => {
  const random = seeded(100 * at + place + 1);
  return Array.from({ length: EACH }, () => plant(fault, mine(random, size), random)).filter((outcome) => outcome !== undefined);
}));

describe("planted faults", () => {
  test("are many", () => {
    expect(outcomes.length).toBeGreaterThan(100);
  });

  test("are all decided: a fault is seen, or a witness shows that nobody can see it", () => {
    expect(outcomes.filter(({ verdict }) => verdict === "undecided")).toEqual([]);
    expect(outcomes.filter(({ verdict }) => verdict === "consistent").length).toBeLessThan(outcomes.length / 10);
  });

  test("have the figure among the first three suspects in 95 of 100 cases, where it stands in two ties or more", () => {
    const seen = outcomes.filter(({ verdict, ties }) => verdict === "contradictory" && ties >= 2);
    const first = seen.filter(({ figureRank }) => figureRank !== undefined && figureRank <= 3);
    expect(seen.length).toBeGreaterThan(40);
    expect(first.length / seen.length).toBeGreaterThanOrEqual(0.95);
  });

  test("have a true reading that is never missed", () => {
    expect(outcomes.filter(({ verdict, slipRank }) => verdict === "contradictory" && slipRank === undefined)).toEqual([]);
  });
});

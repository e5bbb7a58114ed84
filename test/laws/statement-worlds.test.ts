/**
 * Reports printed from worlds in which everything is known exactly: mines, mills and metals over periods and areas, each figure rounded, left out or hedged as
 * reports do. None of them may be called contradictory, and nothing that is implied may shut the truth out.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { unitOf } from "../../src/quantity/spelling.ts";
import { bridge } from "../../src/statement/bridge.ts";
import { effectsOf } from "../../src/statement/effect.ts";
import type { Fact } from "../../src/statement/input.ts";
import type { Mill } from "../../src/statement/mill.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Report } from "../../src/statement/report.ts";
import { ITEMS } from "../../src/statement/vocabulary.ts";
import { generator, largeWorldOf, randomAmounts, tangledWorldOf, worldOf } from "./worlds.ts";

function inBase(report: Report, address: string): { contains: (value: Ratio) => boolean } {
  const { interval, kind, unit } = report.implied(address);
  return interval.scaledBy(unitOf(kind, unit).factor);
}

const seeds = fc.integer({ min: 0, max: 2 ** 30 });

describe("reports printed from worlds known exactly", () => {
  test("are never contradictory, and imply nothing that shuts the truth out", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const { statement, truth } = worldOf(seed);
      const report = reconcile(statement);
      expect([report.verdict, report.reason, report.conflicts.map(String)]).toEqual(["consistent", undefined, []]);
      for (const address of report.addresses) {
        const value = truth.get(address);
        if (value !== undefined && !inBase(report, address).contains(value)) expect(`${address} of world ${String(seed)}`).toBe("inside");
      }
    }), { seed: 51, numRuns: 700 });
  }, 30_000);

  // The first ten take the longest of the first two thousand, or were not settled by simpler means.
  test.each([34, 118, 192, 252, 258, 277, 378, 507, 578, 579, ...Array.from({ length: 40 }, (_, seed) => 9000 + seed)])("are decided up to 500 figures: world %i", (seed) => {
    const report = reconcile(largeWorldOf(seed, 500).statement);
    expect([report.verdict, report.reason, report.witness?.verify()]).toEqual(["consistent", undefined, true]);
  }, 60_000);

  // The first nine were settled last of all.
  test.each([5, 16, 19, 38, 47, 55, 63, 79, 80, ...Array.from({ length: 30 }, (_, seed) => 9000 + seed)])(
    "are decided where changes and prices tie factors together: world %i", (seed) => {
      const report = reconcile(tangledWorldOf(seed, 300).statement);
      expect([report.verdict, report.reason, report.witness?.verify()]).toEqual(["consistent", undefined, true]);
    }, 60_000);
});

describe("a bridge between two quarters of a world", () => {
  test("adds up exactly, and its intervals hold the effects of the true values", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const random = generator(seed);
      const areas = [[], ["North"], ["North", "South"]][random(3)]!;
      const mills = new Map<string, Mill>();
      const facts: Fact[] = [];
      for (const area of areas.length === 0 ? [undefined] : areas) {
        for (const label of ["2002-Q3", "2002-Q4"]) {
          const { ore, metals: [metal] } = randomAmounts(random, 1);
          const contained = metal!.contained.plus(ore.dividedBy(1_000_000));
          const recovery = Ratio.of(400 + random(600)).dividedBy(1001);
          const values = [["ore", ore, "t"], ["grade", contained.dividedBy(ore), "g/t"], ["recovery", recovery, "%"], ["produced", contained.times(recovery), "oz"]] as const;
          for (const [item, value, unit] of values) {
            const figure = `${value.dividedBy(unitOf(ITEMS[item].kind, unit).factor).toFixed({ places: 1 + random(3) }, "half-even")} ${unit}`;
            facts.push({ ...(area === undefined ? {} : { area }), period: label, ...(item === "ore" ? {} : { metal: "Au" }), item, figure });
          }
          const exact = (value: Ratio): Mill["ore"] => ({ value, interval: Interval.point(value) });
          mills.set(`${area ?? ""}/${label}`, { ore: exact(ore), grade: exact(contained.dividedBy(ore)), recovery: exact(recovery), daily: undefined, notes: [] });
        }
      }
      const own = bridge(reconcile({ facts }), "2002-Q3", "2002-Q4", { metal: "Au" });
      const ends = (areas.length === 0 ? [""] : areas).map((area) => ({ from: mills.get(`${area}/2002-Q3`)!, to: mills.get(`${area}/2002-Q4`)! }));
      const ounce = unitOf("mass", "oz").factor;
      const known = effectsOf(ends, undefined);
      expect(own.effects.map(({ name }) => name)).toEqual(known.map(({ name }) => name));
      for (const [place, { value }] of known.entries()) expect(own.effects[place]!.interval.contains(value.dividedBy(ounce))).toBe(true);
      for (const { value, interval } of [...own.effects, own.together, own.unexplained!]) expect(interval.contains(value.exact)).toBe(true);
      expect(own.effects.reduce((sum, { value }) => sum.plus(value.exact), Ratio.zero).equals(own.together.value.exact)).toBe(true);
      expect(own.isWithinRounding).toBe(true);
    }), { seed: 52, numRuns: 300 });
  }, 20_000);
});

describe("two mines over two halves and the year, in small whole tonnes, misprinted or not", () => {
  const PARTS = ["A/2002-H1", "A/2002-H2", "B/2002-H1", "B/2002-H2"];
  const CELLS: readonly (readonly [string, readonly number[]])[] = [
    ...PARTS.map((name, place) => [name, [place]] as const), ["A/2002", [0, 1]], ["B/2002", [2, 3]], ["2002-H1", [0, 2]], ["2002-H2", [1, 3]], ["2002", [0, 1, 2, 3]],
  ];

  test("are consistent just where some half tonnes print so, by trying them all", () => {
    const upTo = (max: number, freq: number, length: number): fc.Arbitrary<(number | null)[]> =>
      fc.array(fc.option(fc.integer({ min: 0, max }), { freq }), { minLength: length, maxLength: length });
    fc.assert(fc.property(upTo(2, 2, 4), upTo(5, 1, 5), (parts, totals) => {
      const values = [...parts, ...totals];
      const facts = CELLS.flatMap(([where], place): Fact[] => {
        const [label, area] = where.split("/").reverse() as [string, string | undefined];
        return values[place] === null ? [] : [{ ...(area === undefined ? {} : { area }), period: label, item: "ore", figure: `${String(values[place])} t` }];
      });
      if (facts.length === 0) return;
      // The ties are sums of a two-way table and all ends are half tonnes, so that if anything prints so, some half tonnes do.
      const solutions = halvesThatPrint(values);
      const report = reconcile({ areas: { A: { periods: { "2002-H1": {}, "2002-H2": {}, 2002: {} } }, B: { periods: { "2002-H1": {}, "2002-H2": {}, 2002: {} } } }, facts });
      expect(report.verdict).toBe(solutions.length > 0 ? "consistent" : "contradictory");
      if (report.verdict !== "consistent") return;
      for (const [where, of] of CELLS) {
        if (!report.addresses.includes(`${where}.ore`)) continue;
        const { interval } = report.implied(`${where}.ore`);
        for (const end of [Math.min, Math.max]) {
          const halves = end(...solutions.map((solution) => of.reduce((sum, place) => sum + solution[place]!, 0)));
          expect(interval.contains(Ratio.of(halves).dividedBy(2))).toBe(true);
        }
      }
    }), { seed: 53, numRuns: 2000 });
  }, 30_000);

  // In half tonnes; nothing needs more than eleven of them, the highest that a total of five can be.
  function halvesThatPrint(values: readonly (number | null)[]): readonly (readonly number[])[] {
    const prints = (place: number, halves: number): boolean => values[place] === null || Math.abs(halves - 2 * values[place]!) <= 1;
    const choices = PARTS.map((_, place) => Array.from({ length: 12 }, (_unused, halves) => halves).filter((halves) => prints(place, halves)));
    const found: number[][] = [];
    for (const a of choices[0]!) for (const b of choices[1]!) {
      if (!prints(4, a + b)) continue;
      for (const c of choices[2]!) {
        if (!prints(6, a + c)) continue;
        for (const d of choices[3]!) if (prints(5, c + d) && prints(7, b + d) && prints(8, a + b + c + d)) found.push([a, b, c, d]);
      }
    }
    return found;
  }
});

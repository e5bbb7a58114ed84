/**
 * Reports printed from worlds in which everything is known exactly: mines, mills and metals over periods and areas, each figure rounded, left out or hedged as
 * reports do. None of them may be called contradictory, and nothing that is implied may shut the truth out.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Rounding } from "../../src/number/rounding.ts";
import { period } from "../../src/period/period.ts";
import { unitOf } from "../../src/quantity/spelling.ts";
import { bridge } from "../../src/statement/bridge.ts";
import { effectsOf } from "../../src/statement/effect.ts";
import type { Fact, Statement } from "../../src/statement/input.ts";
import type { Mill } from "../../src/statement/mill.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Report } from "../../src/statement/report.ts";
import { ITEMS, type Item } from "../../src/statement/vocabulary.ts";

interface World {
  readonly statement: Statement;
  /** The true values by address, in the base unit of their kind. */
  readonly truth: ReadonlyMap<string, Ratio>;
}

type Amounts = Readonly<Record<"oreMined" | "waste" | "ore" | "water" | "cost", Ratio>> & { readonly metals: readonly Readonly<Record<"contained" | "produced" | "payable", Ratio>>[] };

const CALENDARS: readonly { readonly parts: readonly string[]; readonly wholes: Readonly<Record<string, readonly string[]>> }[] = [
  { parts: ["2002-Q4"], wholes: {} },
  { parts: ["2002-Q1", "2002-Q2"], wholes: { "2002-H1": ["2002-Q1", "2002-Q2"] } },
  { parts: ["2002-Q1", "2002-Q2", "2002-Q3"], wholes: { "2002-H1": ["2002-Q1", "2002-Q2"], "2002-9M": ["2002-Q1", "2002-Q2", "2002-Q3"] } },
  { parts: ["2002-9M", "2002-Q4"], wholes: { 2002: ["2002-9M", "2002-Q4"] } },
  { parts: ["2002-01", "2002-02", "2002-03"], wholes: { "2002-Q1": ["2002-01", "2002-02", "2002-03"] } },
];
const RULES = ["nearest", "half-up", "half-away", "half-even", "truncated", "nearest-or-truncated"] as const;
const TIES: readonly Rounding[] = ["half-up", "half-away", "half-even"];
const METALS = [{ metal: "Au", grade: "g/t", amount: "oz" }, { metal: "Cu", grade: "%", amount: "t" }] as const;

function generator(seed: number): (below: number) => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * below);
  };
}

function worldOf(seed: number): World {
  const random = generator(seed);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const { parts, wholes } = one(CALENDARS);
  const areas = [[], [], [], [], ["North"], ["North", "South"], ["North", "South"]][random(7)]!;
  const metals = METALS.slice(random(2), 1 + random(2) + 1).slice(0, 1 + random(2));
  const rounding = one(RULES);
  const kept = 3 + random(6);
  // A world speaks of some items only, and so most worlds are small.
  const spoken = new Set((Object.keys(ITEMS) as Item[]).filter(() => random(8) < (areas.length > 1 ? 1 : 3)));
  const amounts = new Map<string, Amounts>();
  const places = areas.length === 0 ? [""] : areas.map((area) => `${area}/`);
  for (const place of places) for (const part of parts) amounts.set(place + part, randomAmounts(random, metals.length));
  for (const place of places) for (const [whole, of] of Object.entries(wholes)) amounts.set(place + whole, sumOf(of.map((part) => amounts.get(place + part)!)));
  const labels = [...parts, ...Object.keys(wholes)];
  if (areas.length > 0) for (const label of labels) amounts.set(label, sumOf(places.map((place) => amounts.get(place + label)!)));
  const truth = new Map<string, Ratio>();
  const facts: Fact[] = [];
  for (const [where, { oreMined, waste, ore, water, cost, metals: made }] of amounts) {
    const [label, area] = where.split("/").reverse() as [string, string | undefined];
    const say = (item: Item, inBase: Ratio, unit: string, metal?: Fact["metal"]): void => {
      truth.set(`${where}.${metal === undefined ? "" : `${metal}.`}${item}`, inBase);
      if (!spoken.has(item) || random(9) >= kept) return;
      const figure = printed(inBase.dividedBy(unitOf(ITEMS[item].kind, unit).factor), unit, rounding, random);
      facts.push({ ...(area === undefined ? {} : { area }), period: label, ...(metal === undefined ? {} : { metal }), item, figure });
    };
    const days = Ratio.of(period(label).days);
    say("mined", oreMined.plus(waste), one(["t", "kt"]));
    say("oreMined", oreMined, "t");
    say("waste", waste, one(["t", "kt"]));
    say("miningRate", oreMined.plus(waste).dividedBy(days), "t/d");
    say("ore", ore, one(["t", "t", "kt", "st"]));
    say("wetOre", ore.plus(water), "wmt");
    say("moisture", water.dividedBy(ore.plus(water)), "%");
    say("throughput", ore.dividedBy(days), one(["t/d", "t/d", "t/h"]));
    say("cost", cost, "USD");
    say("unitCost", cost.dividedBy(ore), "USD/t");
    for (const [place, { contained, produced, payable }] of made.entries()) {
      const { metal, grade, amount } = metals[place]!;
      say("grade", contained.dividedBy(ore), grade, metal);
      say("contained", contained, amount, metal);
      if (!contained.isZero) say("recovery", produced.dividedBy(contained), "%", metal);
      say("produced", produced, one([amount, "kg"]), metal);
      if (!produced.isZero) say("payability", payable.dividedBy(produced), "%", metal);
      say("payable", payable, amount, metal);
      say("yield", produced.dividedBy(ore), grade, metal);
    }
  }
  if (facts.length === 0) facts.push({ period: parts[0]!, item: "ore", figure: "over 0 t" });
  // An area of which nothing was printed is an area all the same.
  return { statement: { areas: Object.fromEntries(areas.map((area) => [area, { periods: {} }])), facts, rounding }, truth };
}

// In grams, and dollars; round numbers and zeros occur, and recoveries above 100 %.
function randomAmounts(random: (below: number) => number, metals: number): Amounts {
  const tonnes = (most: number): Ratio => Ratio.of(1 + random(most) * (random(4) === 0 ? 1000 : 1)).times(random(3) === 0 ? 1_000_000 : 997_331);
  const ore = tonnes(90_000);
  return {
    oreMined: tonnes(90_000), waste: tonnes(300_000), ore, water: ore.times(random(200)).dividedBy(1000), cost: ore.times(random(5000)).dividedBy(100_000_000),
    metals: Array.from({ length: metals }, () => {
      const contained = ore.times(random(12) === 0 ? 0 : 1 + random(3_000_000)).dividedBy(100_000_000);
      const produced = contained.times(200 + random(830)).dividedBy(1000);
      return { contained, produced, payable: produced.times(random(1001)).dividedBy(1000) };
    }),
  };
}

function sumOf(parts: readonly Amounts[]): Amounts {
  const add = (a: Ratio, b: Ratio): Ratio => a.plus(b);
  return parts.reduce((sum, part) => ({
    oreMined: add(sum.oreMined, part.oreMined), waste: add(sum.waste, part.waste), ore: add(sum.ore, part.ore),
    water: add(sum.water, part.water), cost: add(sum.cost, part.cost),
    metals: sum.metals.map((metal, place) => {
      const other = part.metals[place]!;
      return { contained: add(metal.contained, other.contained), produced: add(metal.produced, other.produced), payable: add(metal.payable, other.payable) };
    }),
  }));
}

function printed(value: Ratio, unit: string, rule: (typeof RULES)[number], random: (below: number) => number): Fact["figure"] {
  const places = value.toNumber() < 10 ? 1 + random(4) : random(3);
  const text = (rounding: Rounding): string => `${value.toFixed({ places }, rounding)} ${unit}`;
  if (random(30) === 0 && value.sign > 0) return `over ${value.times("0.99").toFixed({ places: 3 }, "floor")} ${unit}`;
  if (random(30) === 0 && value.sign > 0) return `up to ${value.times("1.01").toFixed({ places: 3 }, "ceiling")} ${unit}`;
  const own = random(20) === 0 ? RULES[random(RULES.length)]! : rule;
  const figure = text(own === "nearest" ? TIES[random(3)]! : own === "truncated" ? "toward-zero" : own === "nearest-or-truncated" ? (["half-even", "toward-zero"] as const)[random(2)]! : own);
  return own === rule ? figure : { printed: figure, rounding: own };
}

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

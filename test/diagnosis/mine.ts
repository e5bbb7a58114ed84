/** Made-up mines whose statements hold: true values at random, printed as a report prints them. Every tie of the trade that they admit is laid. */
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import type { OtherUnit, Printed, Rereading } from "../../src/diagnosis/printed.ts";
import { roundingInterval, significantInterval } from "../../src/figure/rounding.ts";
import type { Interval } from "../../src/number/interval.ts";
import { readNumeral } from "../../src/number/numeral.ts";
import { Ratio } from "../../src/number/ratio.ts";

/** Numbers in [0, 1), always the same for a seed. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type ExactUnit = OtherUnit & { readonly factor: Ratio };

/** A figure of a statement: what was printed, in which scale, and which figures stand beside it. */
export interface Cell {
  readonly text: string;
  /** What the printed number is in the unit of its unknown: 1 unless the scale is wrong. */
  readonly factor: Ratio;
  readonly beside: readonly string[];
  readonly units: readonly ExactUnit[];
}

export interface StatedMine {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Lays unknowns and ties; the figures are those of the cells. */
  readonly lay: (cells: ReadonlyMap<string, Cell>) => Graph;
}

export interface MineSize {
  readonly periods: number;
  readonly areas: number;
  /** Whether the metal in the ore is printed too. */
  readonly contained: boolean;
}

const OUNCE: Ratio = Ratio.of("31.1034768");

export const MASS_UNITS: readonly ExactUnit[] = [
  { name: "short tons for tonnes", factor: Ratio.of("0.90718474") }, { name: "tonnes for short tons", factor: Ratio.of("0.90718474").reciprocal() },
];
export const METAL_UNITS: readonly ExactUnit[] = [
  { name: "avoirdupois for troy ounces", factor: Ratio.of("28.349523125").dividedBy(OUNCE) },
  { name: "troy for avoirdupois ounces", factor: OUNCE.dividedBy("28.349523125") },
];

/** A statement of ore, grade, recovery and metal, by areas and periods, with their totals. */
export function mine(random: Random, { periods, areas, contained }: MineSize): StatedMine {
  const cells = new Map<string, Cell>();
  const areaNames = areas > 1 ? [...Array.from({ length: areas }, (_, area) => `area${String(area + 1)}`), "mine"] : ["mine"];
  const periodNames = periods > 1 ? [...Array.from({ length: periods }, (_, period) => `q${String(period + 1)}`), "year"] : ["year"];
  const key = (item: string, area: string, period: string): string => `${area}.${period}.${item}`;
  const truth = new Map<string, number>();
  for (const area of areas > 1 ? areaNames.slice(0, -1) : areaNames) {
    const [size, richness] = [10 ** (4.3 + 1.6 * random()), 10 ** (1.4 * random() - 0.2)];
    for (const period of periods > 1 ? periodNames.slice(0, -1) : periodNames) {
      const ore = size * (0.7 + 0.6 * random());
      const metal = ore * richness * (0.75 + 0.5 * random()) / OUNCE.toNumber();
      add(truth, key("ore", area, period), ore);
      add(truth, key("contained", area, period), metal);
      add(truth, key("metal", area, period), metal * (0.7 + 0.25 * random()));
      for (const item of ["ore", "contained", "metal"]) {
        const value = truth.get(key(item, area, period)) as number;
        if (areas > 1) add(truth, key(item, "mine", period), value);
        if (periods > 1) add(truth, key(item, area, "year"), value);
        if (areas > 1 && periods > 1) add(truth, key(item, "mine", "year"), value);
      }
    }
  }
  for (const area of areaNames) {
    for (const [at, period] of periodNames.entries()) {
      const of = (item: string): number => truth.get(key(item, area, period)) as number;
      const beside = (item: string): string[] => (
        [periodNames[at - 1], periodNames[at + 1]].flatMap((other) => (other === undefined ? [] : [key(item, area, other)])));
      const print = (item: string, value: number, places: number, units: readonly ExactUnit[]): void => {
        cells.set(key(item, area, period), { text: printed(value, places), factor: Ratio.one, beside: beside(item), units });
      };
      print("ore", of("ore"), 0, MASS_UNITS);
      print("grade", of("contained") * OUNCE.toNumber() / of("ore"), 2, []);
      if (contained) print("contained", of("contained"), 0, METAL_UNITS);
      print("recovery", 100 * of("metal") / of("contained"), 1, []);
      print("metal", of("metal"), 0, METAL_UNITS);
    }
  }
  const lay = (given: ReadonlyMap<string, Cell>): Graph => {
    const builder = new GraphBuilder();
    for (const [name, cell] of given) {
      builder.unknown(name);
      builder.print(name, { name: cell.text, interval: intervalOf(cell) });
    }
    for (const area of areaNames) {
      for (const period of periodNames) {
        const [ore, grade, held, recovery, metal] = ["ore", "grade", "contained", "recovery", "metal"].map((item) => key(item, area, period)) as [string, string, string, string, string];
        const grams = `${held} in grams`;
        builder.unknown(grams);
        builder.tie({ name: `what ${grams} stands for`, amount: grams, ratio: grade, base: ore, definition: true });
        if (contained) {
          builder.tie({ name: `${held} = ore x grade`, total: held, parts: [{ of: grams, weight: OUNCE.reciprocal() }] });
          const won = `${metal} in per cent`;
          builder.unknown(won);
          builder.tie({ name: `what ${won} stands for`, amount: won, ratio: recovery, base: held, definition: true });
          builder.tie({ name: `${metal} = contained x recovery`, total: metal, parts: [{ of: won, weight: "0.01" }] });
        } else {
          const won = `${metal} in grams per cent`;
          builder.unknown(won);
          builder.tie({ name: `what ${won} stands for`, amount: won, ratio: recovery, base: grams, definition: true });
          builder.tie({ name: `${metal} = ore x grade x recovery`, total: metal, parts: [{ of: won, weight: OUNCE.times(100).reciprocal() }] });
        }
      }
    }
    for (const item of contained ? ["ore", "contained", "metal"] : ["ore", "metal"]) {
      if (areas > 1) {
        for (const period of periodNames) {
          builder.tie({ name: `${item} of ${period}: the areas make the mine`, total: key(item, "mine", period), parts: areaNames.slice(0, -1).map((area) => key(item, area, period)) });
        }
      }
      if (periods > 1) {
        for (const area of areaNames) {
          builder.tie({ name: `${item} of ${area}: the quarters make the year`, total: key(item, area, "year"), parts: periodNames.slice(0, -1).map((period) => key(item, area, period)) });
        }
      }
    }
    return builder.build();
  };
  return { cells, lay };
}

/** How a cell of a mine reads, and would read otherwise. */
export function printedCell({ text, factor, units, beside }: Cell, graph: Graph): Printed {
  return {
    text, units,
    read: (other) => readText(other)?.scaledBy(factor),
    reread: (rule) => readText(text, rule)?.scaledBy(factor),
    neighbours: beside.map((name) => ({ unknown: graph.unknowns.findIndex((unknown) => unknown.name === name), figure: 0 })),
  };
}

export function intervalOf({ text, factor }: Cell): Interval {
  return (readText(text) as Interval).scaledBy(factor);
}

/** The numbers that a plain numeral allows. */
export function readText(text: string, rule?: Rereading): Interval | undefined {
  const negative = text.startsWith("-");
  const body = negative ? text.slice(1) : text;
  try {
    const numeral = readNumeral(body, 0);
    if (numeral?.end !== body.length) return undefined;
    const value = Ratio.scaled(numeral.coefficient, numeral.exponent).times(negative ? -1 : 1);
    if (rule === undefined) return roundingInterval(value, numeral.exponent, "nearest");
    if (rule === "truncated") return roundingInterval(value, numeral.exponent, "truncated");
    const zeros = /0*$/.exec(body.replace(/\D/g, ""))?.[0].length ?? 0;
    return numeral.exponent === 0 && zeros > 0 && !value.isZero ? significantInterval(value, zeros, "nearest") : undefined;
  } catch {
    return undefined;
  }
}

function printed(value: number, places: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
}

function add(to: Map<string, number>, key: string, value: number): void {
  to.set(key, (to.get(key) ?? 0) + value);
}

/**
 * How a search grows: one operation month by month, with its years and its totals over the areas; ore, and of every metal grade and production. Printed from
 * hidden values that are known exactly, as they are and with three misprints. Each size in a process of its own, since it is memory that is measured too.
 *
 *     npx tsx bench/scale.ts
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { GraphBuilder, type Graph } from "../src/balance/graph.ts";
import { solve } from "../src/balance/solve.ts";
import { verify } from "../src/balance/witness.ts";
import { Interval } from "../src/number/interval.ts";
import { Ratio } from "../src/number/ratio.ts";

const AREAS = 20;
const METALS = 10;
const MONTHS = 12;
/** Years of some 5,700 figures each: 12,500 figures or so, and twice as many again and again. */
const SIZES = [2, 4, 9, 18] as const;
const MISPRINTS = 3;

interface Measured {
  readonly figures: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly verdict: string;
}

const [years, misprints] = process.argv.slice(2).map(Number);
if (years !== undefined) console.log(JSON.stringify(measure(years, misprints ?? 0)));
else compare();

function compare(): void {
  for (const wrong of [0, MISPRINTS]) {
    console.log(wrong === 0 ? "As printed" : `With ${String(wrong)} misprints`);
    const all = SIZES.map((size) => inProcess(size, wrong));
    for (const { figures, seconds, megabytes, verdict } of all) {
      console.log(`  ${figures.toLocaleString("en").padStart(8)} figures  ${seconds.toFixed(1).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MB  ${verdict}`);
    }
    console.log(`  growth: figures to the power of ${exponentOf(all).toFixed(2)} (processor time; wanted: at most 1.15)`);
  }
}

function inProcess(size: number, wrong: number): Measured {
  const { stdout, stderr } = spawnSync("npx", ["tsx", fileURLToPath(import.meta.url), String(size), String(wrong)], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

// The slope of the line through all sizes, on logarithmic scales.
function exponentOf(all: readonly Measured[]): number {
  const points = all.map(({ figures, seconds }) => [Math.log(figures), Math.log(seconds)] as const);
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function measure(size: number, wrong: number): Measured {
  const { graph, figures } = operation(size, wrong);
  const start = process.cpuUsage();
  const outcome = solve(graph);
  const { user, system } = process.cpuUsage(start);
  const verdict = outcome.verdict === "consistent"
    ? `consistent, the witness ${verify(graph, outcome.witness) ? "verifies" : "does not verify"}`
    : outcome.verdict === "undecided" ? outcome.reason
      : `${String(outcome.conflicts.length)} conflicts, ${String(outcome.conflicts.filter(({ irreducible }) => irreducible).length)} proved irreducible, the rest ${outcome.rest}`;
  return { figures, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, verdict };
}

/** The statement's graph: true values in whole units, so that sums are exact. */
function operation(size: number, wrong: number): { graph: Graph; figures: number } {
  const builder = new GraphBuilder();
  const truth = new Map<string, number>();
  const random = generator(1);
  const areas = numbered(AREAS, "area");
  const metals = numbered(METALS, "metal");
  const calendar = numbered(size, "year").map((year) => ({ year, months: numbered(MONTHS, `${year} month`) }));
  const add = (name: string, value: number): void => void truth.set(name, (truth.get(name) ?? 0) + value);
  for (const { year, months } of calendar) {
    for (const month of months) {
      for (const area of areas) {
        const places = [area, "all"].flatMap((place) => [month, year].map((period) => `${place} ${period}`));
        const ore = 50_000 + random(200_000);
        for (const place of places) add(`${place} ore`, ore);
        for (const metal of metals) {
          const contained = Math.round(ore * (0.5 + random(4000) / 1000));
          const produced = Math.round(contained * (0.6 + random(390) / 1000));
          for (const place of places) add(`${place} ${metal} contained`, contained);
          for (const place of places) add(`${place} ${metal} produced`, produced);
        }
      }
    }
  }
  const printed: { readonly name: string; readonly value: number; readonly places: number }[] = [];
  for (const place of [...areas, "all"]) {
    for (const period of calendar.flatMap(({ year, months }) => [...months, year])) {
      const at = (item: string): string => `${place} ${period} ${item}`;
      const known = (item: string): number => truth.get(at(item)) ?? 0;
      builder.unknown(at("ore"));
      printed.push({ name: at("ore"), value: known("ore"), places: 0 });
      for (const metal of metals) {
        const [grade, contained, recovery, produced] = ["grade", "contained", "recovery", "produced"].map((item) => at(`${metal} ${item}`)) as [string, string, string, string];
        for (const name of [grade, contained, recovery, produced]) builder.unknown(name);
        builder.tie({ name: contained, amount: contained, ratio: grade, base: at("ore") });
        builder.tie({ name: produced, amount: produced, ratio: recovery, base: contained });
        printed.push({ name: grade, value: known(`${metal} contained`) / known("ore"), places: 2 }, { name: produced, value: known(`${metal} produced`), places: 0 });
      }
    }
  }
  const items = ["ore", ...metals.flatMap((metal) => [`${metal} contained`, `${metal} produced`])];
  for (const item of items) {
    for (const { year, months } of calendar) {
      for (const place of [...areas, "all"]) builder.tie({ total: `${place} ${year} ${item}`, parts: months.map((month) => `${place} ${month} ${item}`) });
      for (const period of [...months, year]) builder.tie({ total: `all ${period} ${item}`, parts: areas.map((area) => `${area} ${period} ${item}`) });
    }
  }
  const misprinted = new Set(Array.from({ length: wrong }, (_, index) => Math.floor((index + 0.5) * printed.length / wrong)));
  for (const [index, { name, value, places }] of printed.entries()) {
    const units = BigInt(Math.round(value * 10 ** places * (misprinted.has(index) ? 1.37 : 1)));
    const last = 2n * 10n ** BigInt(places);
    const interval = Interval.between({ low: Ratio.fraction(2n * units - 1n, last), high: Ratio.fraction(2n * units + 1n, last) });
    builder.print(name, { name: String(units), interval });
  }
  return { graph: builder.build(), figures: printed.length };
}

function numbered(count: number, word: string): string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${String(index + 1)}`);
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * below);
  };
}

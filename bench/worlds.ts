/**
 * How many reports printed from known worlds are decided, and how long each takes: `npx tsx bench/worlds.ts FROM TO MOST [tangled]`, by the seeds of the worlds
 * and the most facts of each; tangled ones have changes and equivalents besides. All of them are consistent.
 */
import { reconcile } from "../src/statement/reconcile.ts";
import { largeWorldOf, tangledWorldOf } from "../test/laws/worlds.ts";

const [from, to, most] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 100), Number(process.argv[4] ?? 500)];
const times: number[] = [];
const figures: number[] = [];
let decided = 0;
for (let seed = from; seed < to; seed++) {
  const { statement } = process.argv[5] === "tangled" ? tangledWorldOf(seed, most) : largeWorldOf(seed, most);
  const started = performance.now();
  const { verdict, reason } = reconcile(statement);
  const milliseconds = performance.now() - started;
  times.push(milliseconds);
  figures.push(statement.facts?.length ?? 0);
  if (verdict === "consistent") decided++;
  if (verdict !== "consistent" || milliseconds > 2000) {
    console.log(`world ${String(seed)}, ${String(figures.at(-1))} figures: ${verdict} in ${milliseconds.toFixed(0)} ms${reason === undefined ? "" : `: ${reason}`}`);
  }
}

function at(share: number, of: readonly number[]): string {
  return ([...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(share * of.length))] ?? 0).toFixed(0);
}

console.log(`${String(decided)} of ${String(to - from)} decided; figures: median ${at(0.5, figures)}, most ${at(1, figures)}; `
  + `milliseconds: median ${at(0.5, times)}, nine of ten within ${at(0.9, times)}, most ${at(1, times)}`);

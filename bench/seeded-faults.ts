/**
 * Plants faults in statements that hold and measures what becomes of them: `npx tsx bench/seeded-faults.ts`. Made-up mines of four sizes and the published
 * reports as far as they hold; the same faults each time. Writes its table into docs/diagnosis.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FAULTS, plant, type Outcome } from "../test/diagnosis/fault.ts";
import { mine, seeded, type MineSize } from "../test/diagnosis/mine.ts";
import { publishedMines } from "../test/diagnosis/published.ts";

const SIZES: readonly MineSize[] = [
  { periods: 1, areas: 1, contained: false }, { periods: 4, areas: 1, contained: false },
  { periods: 1, areas: 3, contained: true }, { periods: 4, areas: 2, contained: true },
];
const EACH = Number(process.argv[2] ?? 50);
const PAGE = fileURLToPath(new URL("../docs/diagnosis.md", import.meta.url));
const START = "<!-- seeded faults: written by bench/seeded-faults.ts -->";
const END = "<!-- end of seeded faults -->";

const started = performance.now();
const made: Outcome[] = [];
const published: Outcome[] = [];
const reports = publishedMines();
for (const [at, fault] of FAULTS.entries()) {
  for (const [size, shape] of SIZES.entries()) {
    const random = seeded(1000 * at + size + 1);
    for (let times = 0; times < EACH; times++) collect(made, plant(fault, mine(random, shape), random));
  }
  const random = seeded(1000 * at + 999);
  for (let times = 0; times < EACH; times++) {
    const report = reports[Math.floor(random() * reports.length)];
    if (report !== undefined) collect(published, plant(fault, report, random));
  }
}

const lines = [
  "| faults | planted | visible | seen | figure first | first and alone | at random | figure in three | three at most | at random | slip first | slip in three |",
  "|---|---|---|---|---|---|---|---|---|---|---|---|",
  row("**made-up mines**: figure in one tie", made.filter(({ ties }) => ties === 1)),
  row("in two ties", made.filter(({ ties }) => ties === 2)),
  row("in three or more", made.filter(({ ties }) => ties >= 3)),
  row("**published reports**: figure in one tie", published.filter(({ ties }) => ties === 1)),
  row("in two ties", published.filter(({ ties }) => ties === 2)),
  row("in three or more", published.filter(({ ties }) => ties >= 3)),
  ...FAULTS.map((fault) => row(
    `${fault.replaceAll("-", " ")}, figure in two ties or more`, [...made, ...published].filter((one) => one.fault === fault && one.ties >= 2),
  )),
];
console.log(lines.join("\n"));
console.log(`${String(made.length + published.length)} faults in ${((performance.now() - started) / 1000).toFixed(0)} s`);
const times = [...made, ...published].filter(({ verdict }) => verdict === "contradictory").map(({ ms }) => ms).sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
console.log(`a diagnosis took ${at(0.5)} ms at the median, ${at(0.9)} ms at the 90th and ${at(0.99)} ms at the 99th of a hundred`);

const page = readFileSync(PAGE, "utf8");
const [before, rest] = page.split(START);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the table`);
writeFileSync(PAGE, `${before}${START}\n\n${lines.join("\n")}\n\n${END}${after}`);

function collect(to: Outcome[], outcome: Outcome | undefined): void {
  if (outcome !== undefined) to.push(outcome);
}

// A fault that an exact witness covers is invisible to anyone; where a search gave up, it counts as visible and not seen.
function row(name: string, own: readonly Outcome[]): string {
  const visible = own.filter(({ verdict }) => verdict !== "consistent");
  const seen = own.filter(({ verdict }) => verdict === "contradictory");
  const share = (count: number): string => (visible.length === 0 ? "" : `${(100 * count / visible.length).toFixed(count === visible.length ? 0 : 1)} %`);
  const within = (rank: number | undefined, most: number): boolean => rank !== undefined && rank <= most;
  const atRandom = (places: number): string => share(seen.reduce((sum, { suspects }) => sum + Math.min(1, places / Math.max(1, suspects)), 0));
  return `| ${[
    name, own.length, visible.length, share(seen.length),
    share(seen.filter(({ figureRank }) => within(figureRank, 1)).length), share(seen.filter(({ figureLast }) => within(figureLast, 1)).length), atRandom(1),
    share(seen.filter(({ figureRank }) => within(figureRank, 3)).length), share(seen.filter(({ figureLast }) => within(figureLast, 3)).length), atRandom(3),
    share(seen.filter(({ slipRank }) => within(slipRank, 1)).length), share(seen.filter(({ slipRank }) => within(slipRank, 3)).length),
  ].join(" | ")} |`;
}

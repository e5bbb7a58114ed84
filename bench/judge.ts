/**
 * Judges published reports: `npm run -s judge -- DIR` reads every JSON file of DIR and prints one JSON line a tie, one a report, and one of totals. What
 * cannot be read is said in a line with an `error`, and the rest is judged all the same.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { judge, type Verdict } from "../test/published/judgement.ts";
import { asError, reportFrom } from "../test/published/reading.ts";

const directory = process.argv[2];
if (directory === undefined) {
  console.error("Say which directory to read: npm run -s judge -- DIR");
  process.exitCode = 2;
} else {
  judgeAll(directory);
}

function judgeAll(directory: string): void {
  const names = attempt(() => readdirSync(directory).filter((name) => name.endsWith(".json")).sort());
  if (names instanceof Error) {
    print({ error: names.message });
    process.exitCode = 2;
    return;
  }
  const times: number[] = [];
  const totals = {
    reports: 0, ties: 0, hold: 0, contradict: 0, undecidedTies: 0, consistent: 0, contradictory: 0, undecided: 0, conflicts: 0, irreducible: 0, errors: 0,
  };
  const count: Readonly<Record<Verdict, "consistent" | "contradictory" | "undecided">> = {
    consistent: "consistent", contradictory: "contradictory", undecided: "undecided",
  };
  for (const name of names) {
    const report = basename(name, ".json");
    totals.reports++;
    const judged = attempt(() => judge(reportFrom(JSON.parse(readFileSync(join(directory, name), "utf8").replace(/^\uFEFF/, "")))));
    if (judged instanceof Error) {
      totals.errors++;
      print({ report, error: judged.message });
      continue;
    }
    for (const [figure, error] of judged.read.unread) {
      totals.errors++;
      print({ report, figure, error: error.message });
    }
    for (const tie of judged.ties) {
      totals.ties++;
      totals[tie.holds === null ? "undecidedTies" : tie.holds ? "hold" : "contradict"]++;
      if (tie.error !== undefined) totals.errors++;
      print({ report, ...tie });
    }
    const { conflicts, verdict, ms } = judged.report;
    totals[count[verdict]]++;
    totals.conflicts += conflicts.length;
    totals.irreducible += conflicts.filter(({ irreducible }) => irreducible).length;
    times.push(ms);
    print({ report, ...judged.report });
  }
  const inOrder = [...times].sort((a, b) => a - b);
  print({ totals: { ...totals, msMedian: inOrder[Math.floor(inOrder.length / 2)] ?? null, msTotal: Math.round(inOrder.reduce((sum, ms) => sum + ms, 0)) } });
}

function attempt<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    return asError(error);
  }
}

function print(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line));
}

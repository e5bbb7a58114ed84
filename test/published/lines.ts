/**
 * The judgement of every published report in a directory, line by line: one a tie, one a report, and one of totals. What cannot be read is said in a line with
 * an `error`, and the rest is judged all the same.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { judge } from "./judgement.ts";
import { asError, reportFrom } from "./reading.ts";

export type Line = Readonly<Record<string, unknown>>;

/** Judges the JSON files of a directory, in the order of their names. */
export function* judgementLines(directory: string): Generator<Line> {
  const times: number[] = [];
  const undiagnosed: number[] = [];
  const totals = {
    reports: 0, ties: 0, hold: 0, contradict: 0, undecidedTies: 0, consistent: 0, contradictory: 0, undecided: 0, conflicts: 0, irreducible: 0, errors: 0,
  };
  for (const name of readdirSync(directory).filter((each) => each.endsWith(".json")).sort()) {
    const report = basename(name, ".json");
    totals.reports++;
    const judged = attempt(() => judge(reportFrom(JSON.parse(readFileSync(join(directory, name), "utf8").replace(/^\uFEFF/, "")))));
    if (judged instanceof Error) {
      totals.errors++;
      yield { report, error: judged.message };
      continue;
    }
    for (const [figure, error] of judged.read.unread) {
      totals.errors++;
      yield { report, figure, error: error.message };
    }
    for (const tie of judged.ties) {
      totals.ties++;
      totals[tie.holds === null ? "undecidedTies" : tie.holds ? "hold" : "contradict"]++;
      if (tie.error !== undefined) totals.errors++;
      yield { report, ...tie };
    }
    const { conflicts, verdict, ms, msUndiagnosed } = judged.report;
    totals[verdict]++;
    totals.conflicts += conflicts.length;
    totals.irreducible += conflicts.filter(({ irreducible }) => irreducible).length;
    times.push(ms);
    undiagnosed.push(msUndiagnosed);
    yield { report, ...judged.report };
  }
  yield {
    totals: { ...totals, msMedian: medianOf(times), msMedianUndiagnosed: medianOf(undiagnosed), msTotal: Math.round(times.reduce((sum, ms) => sum + ms, 0)) },
  };
}

function medianOf(times: readonly number[]): number | null {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
}

function attempt<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    return asError(error);
  }
}

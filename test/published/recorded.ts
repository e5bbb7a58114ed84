/** The thirty reports beside this file, with the judgement recorded of each: facts as printed, and where they were printed. */
import { readdirSync, readFileSync } from "node:fs";
import { reportFrom, type PublishedReport } from "./reading.ts";
import type { Verdict } from "./judgement.ts";

interface Recorded {
  readonly source: { readonly title: string; readonly date: string; readonly address: string };
  readonly operation: string;
  readonly metals: string;
  /** Of each tie alone, in order. */
  readonly holds: readonly boolean[];
  readonly verdict: Verdict;
  readonly verdictOfHolding: Verdict;
  /** What is known, from outside the arithmetic, to have happened to figures. */
  readonly known?: readonly { readonly figure: string; readonly slip: string; readonly reads?: string }[];
}

export interface RecordedReport extends Recorded {
  readonly name: string;
  readonly report: PublishedReport;
}

const DIRECTORY = new URL("reports/", import.meta.url);

export function recordedReports(): RecordedReport[] {
  return readdirSync(DIRECTORY).filter((name) => name.endsWith(".json")).sort().map((name) => {
    const value: unknown = JSON.parse(readFileSync(new URL(name, DIRECTORY), "utf8"));
    return { ...value as Recorded, name: name.replace(/\.json$/, ""), report: reportFrom(value) };
  });
}

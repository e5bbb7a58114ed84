/** Judges a published report: each tie alone, all of them together, and those that hold alone; its conflicts in the report's own terms. */
import { solve, type Outcome } from "../../src/balance/solve.ts";
import type { Diagnosis } from "../../src/diagnosis/diagnosis.ts";
import { diagnosed, hypothesesInReport, type HypothesisInReport } from "./hypotheses.ts";
import { asError, read, state, type PublishedReport, type ReadReport, type Stated } from "./reading.ts";

export type Verdict = Outcome["verdict"];

interface TieJudgement {
  readonly tie: number;
  readonly kind: string;
  /** Whether it holds by itself; `null` where that was not decided. */
  readonly holds: boolean | null;
  readonly verdict: Verdict;
  readonly error?: string;
}

export interface ConflictInReport {
  readonly figures: readonly { readonly id: string; readonly as_printed: string }[];
  readonly ties: readonly number[];
  readonly irreducible: boolean;
}

interface ReportJudgement {
  readonly verdict: Verdict;
  readonly verdictOfHolding: Verdict;
  readonly conflicts: readonly ConflictInReport[];
  readonly hypotheses: readonly HypothesisInReport[];
  readonly reason?: string;
  /** Milliseconds to state and solve it, all ties together, and to diagnose it; and those without the diagnosis. */
  readonly ms: number;
  readonly msUndiagnosed: number;
}

export interface Judged {
  readonly read: ReadReport;
  readonly ties: readonly TieJudgement[];
  readonly report: ReportJudgement;
  /** All ties together, and what solving them came to. */
  readonly whole: Stated & { readonly outcome: Outcome };
  readonly holding: Stated & { readonly outcome: Outcome };
  /** One for each conflict. */
  readonly diagnoses: readonly Diagnosis[];
}

export function judge(report: PublishedReport): Judged {
  const ready = read(report);
  const ties = [...ready.ties.keys()].map((number) => judgeAlone(ready, number));
  const unstated = new Set(ties.filter(({ error }) => error !== undefined).map(({ tie }) => tie));
  const started = performance.now();
  const whole = solved(ready, [...ready.ties.keys()].filter((number) => !unstated.has(number)));
  const msUndiagnosed = performance.now() - started;
  const diagnoses = diagnosed(ready, whole, whole.outcome);
  const ms = performance.now() - started;
  const holding = solved(ready, ties.filter(({ holds }) => holds === true).map(({ tie }) => tie));
  // What could not be stated may contradict; what was stated and contradicts goes on doing so.
  const verdict = whole.outcome.verdict === "consistent" && unstated.size > 0 ? "undecided" : whole.outcome.verdict;
  return {
    read: ready, ties, whole, holding, diagnoses,
    report: {
      verdict, verdictOfHolding: holding.outcome.verdict, conflicts: conflictsOf(ready, whole),
      hypotheses: hypothesesInReport(diagnoses, whole), ...reasonOf(whole.outcome, unstated), ms: hundredths(ms), msUndiagnosed: hundredths(msUndiagnosed),
    },
  };
}

function hundredths(number: number): number {
  return Math.round(number * 100) / 100;
}

function judgeAlone(ready: ReadReport, number: number): TieJudgement {
  const { kind, equation } = ready.ties.get(number)!;
  const open = { tie: number, kind, holds: null, verdict: "undecided" } as const;
  if (equation instanceof Error) return { ...open, error: equation.message };
  try {
    const { verdict } = solve(state(ready, [number]).graph);
    return { tie: number, kind, holds: verdict === "undecided" ? null : verdict === "consistent", verdict };
  } catch (error) {
    return { ...open, error: asError(error).message };
  }
}

function solved(ready: ReadReport, numbers: readonly number[]): Stated & { readonly outcome: Outcome } {
  const stated = state(ready, numbers);
  return { ...stated, outcome: solve(stated.graph) };
}

function conflictsOf({ figures }: ReadReport, { graph, numberOf, outcome }: Stated & { readonly outcome: Outcome }): ConflictInReport[] {
  if (outcome.verdict !== "contradictory") return [];
  return outcome.conflicts.map((conflict) => ({
    figures: conflict.figures.map(({ unknown }) => {
      const id = graph.unknowns[unknown]!.name;
      return { id, as_printed: figures.get(id)!.asPrinted };
    }),
    ties: conflict.ties.flatMap((place) => numberOf.get(place) ?? []),
    irreducible: conflict.irreducible,
  }));
}

function reasonOf(outcome: Outcome, unstated: ReadonlySet<number>): { readonly reason?: string } {
  if (outcome.verdict === "undecided") return { reason: outcome.reason };
  if (outcome.verdict === "consistent" && unstated.size > 0) return { reason: `not stated: ties ${[...unstated].join(", ")}` };
  return {};
}

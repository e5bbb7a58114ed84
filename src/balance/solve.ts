/**
 * Can all of it be true at once? Three outcomes, each with its proof: a witness, a conflict, or an honest *undecided*.
 */
import { HeadgradeError, shown } from "../error.ts";
import { DEFAULT_EFFORT } from "./decide.ts";
import type { Graph } from "./graph.ts";
import type { Outcome } from "./outcome.ts";
import { run, runAsync, type SolveProgress, type StopSignal } from "./run.ts";
import { solving } from "./solving.ts";

export type { Outcome } from "./outcome.ts";

/**
 * Limits of a search, and how to watch it.
 *
 * The work is bounded. Narrowing looks at each tie 200 times on the average at most. A component (a part of the graph that shares no unknown with the rest) is
 * split into `effort` boxes at most; in each, the exact linear search takes up to 200 pivots and 20 more for every tie of it, three times over, and a guess
 * in floating point, which is then checked exactly, 390 steps of ten million products at most. To narrow a
 * conflict down, 60,000 ties are looked at, each time with the same bounds. What is not settled within them is *undecided*, or a conflict of which it was
 * not proved that nothing can be left out.
 *
 * @category Balance
 */
export interface SolveOptions {
  /** The most boxes that a search splits into before it gives up as undecided; 256 unless said otherwise. */
  readonly effort?: number;
  /** Stops the search when it is aborted. `solve` looks at it between steps, but only `solveAsync` lets a timer or an event abort it. */
  readonly signal?: StopSignal;
  /** Is told how far the search is, every few milliseconds. */
  readonly onProgress?: (progress: SolveProgress) => void;
}

/**
 * Decides whether the figures and ties of a graph can all hold at once.
 *
 * *Consistent* comes with a witness that {@link verify} has checked exactly; *contradictory* with irreducible conflicts, found one after another
 * until the ties left over have a witness; *undecided* with the reason, and never as a guess.
 *
 * @throws `HeadgradeError` with `out-of-range` for an effort that is no whole number from 1, `aborted` when the signal is aborted.
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, solve } from "headgrade/balance";
 *
 * const sum = graph({
 *   unknowns: {
 *     a: { printed: Interval.between({ low: 1, high: 2 }) },
 *     b: { printed: Interval.between({ low: 1, high: 2 }) },
 *     total: { printed: Interval.between({ low: 3, high: 4 }) },
 *   },
 *   ties: [{ total: "total", parts: ["a", "b"] }],
 * });
 * solve(sum).verdict // => "consistent"
 * ```
 * @category Balance
 */
export function solve(graph: Graph, options: SolveOptions = {}): Outcome {
  return run(solving(graph, checked(options)), options);
}

/**
 * The same as {@link solve}, with pauses in which the event loop runs: a page stays alive, a timer can abort, progress can be shown.
 *
 * @throws `HeadgradeError` (by rejecting) with `out-of-range` for an effort that is no whole number from 1, `aborted` when the signal aborts.
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, solveAsync } from "headgrade/balance";
 *
 * const sum = graph({
 *   unknowns: {
 *     a: { printed: Interval.between({ low: 1, high: 2 }) },
 *     b: { printed: Interval.between({ low: 1, high: 2 }) },
 *     total: { printed: Interval.between({ low: 3, high: 4 }) },
 *   },
 *   ties: [{ total: "total", parts: ["a", "b"] }],
 * });
 * const outcome = await solveAsync(sum, { signal: AbortSignal.timeout(60_000) });
 * outcome.verdict // => "consistent"
 * ```
 * @category Balance
 */
export async function solveAsync(graph: Graph, options: SolveOptions = {}): Promise<Outcome> {
  return runAsync(solving(graph, checked(options)), options);
}

function checked({ effort = DEFAULT_EFFORT }: SolveOptions): number {
  if (!Number.isInteger(effort) || effort < 1) {
    throw new HeadgradeError("out-of-range", `The effort must be a whole number of splits, 1 or more, and this one is ${shown(effort)}.`, { given: effort });
  }
  return effort;
}

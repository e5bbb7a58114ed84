/** The main job: can all the figures that a report printed be true at once, and what do they imply? */
import type { Graph } from "../balance/graph.ts";
import { solve, solveAsync, type Outcome, type SolveOptions } from "../balance/solve.ts";
import type { Statement } from "./input.ts";
import { layOut, type Layout } from "./layout.ts";
import { readStatement } from "./read.ts";
import { Report } from "./report.ts";

/**
 * Reconciles a production statement: whether all printed figures can be true at once given how each was rounded, what they imply about figures that
 * were not printed, and which cannot all be right.
 *
 * The answer is proven: *consistent* comes with a witness, *contradictory* with irreducible conflicts, and *undecided* with the reason. A consistent
 * statement is not a correct one: it is one that its own figures do not refute.
 *
 * @param statement - the figures as printed, by period, metal and item.
 * @param options - the effort of the search.
 * @returns The report.
 * @throws {@link HeadgradeError} `invalid-statement`, listing everything that is wrong with its address; `out-of-range` for an effort below 1.
 * @source The ties are those of metal accounting: AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example The head grade of a quarter, from the metal produced and the recovery
 * ```ts
 * import { reconcile } from "headgrade";
 *
 * const report = reconcile({
 *   operation: "Lac des Iles",
 *   periods: {
 *     "2002-Q4": {
 *       ore: "1,165,388 t",
 *       throughput: "12,667 t/d",
 *       Pd: { recovery: "74.0%", produced: "52,067 oz" },
 *     },
 *   },
 * });
 * report.verdict // => "consistent"
 * String(report.implied("2002-Q4.Pd.grade")) // => "1.8765 to 1.8792 g/t"
 * report.witness?.verify() // => true
 * ```
 * @category Reconciliation
 */
export function reconcile(statement: Statement, options?: SolveOptions): Report {
  const layout = layOut(readStatement(statement));
  const strict = layout.graph(false);
  const outcome = solve(strict, options);
  const done = settled(layout, strict, outcome);
  if (done !== undefined) return done;
  const widened = layout.graph(true);
  return tolerant(layout, widened, solve(widened, options));
}

/**
 * The same as {@link reconcile}, with pauses in which the event loop runs: for statements of tens of thousands of figures, which take seconds.
 *
 * @param statement - the figures as printed, by period, metal and item.
 * @param options - the effort of the search; `onProgress`, called as it goes; and a `signal` that stops it.
 * @throws {@link HeadgradeError} (by rejecting) as {@link reconcile} does, and `aborted` when the signal aborts.
 * @example
 * ```ts
 * import { reconcileAsync } from "headgrade";
 *
 * const quarter = { ore: "1,165,388 t", throughput: "12,667 t/d" };
 * const signal = AbortSignal.timeout(60_000);
 * const report = await reconcileAsync({ periods: { "2002-Q4": quarter } }, { signal });
 * report.verdict // => "consistent"
 * ```
 * @category Reconciliation
 */
export async function reconcileAsync(statement: Statement, options?: SolveOptions): Promise<Report> {
  const layout = layOut(readStatement(statement));
  const strict = layout.graph(false);
  const outcome = await solveAsync(strict, options);
  const done = settled(layout, strict, outcome);
  if (done !== undefined) return done;
  const widened = layout.graph(true);
  return tolerant(layout, widened, await solveAsync(widened, options));
}

// The report on the figures as printed, where no tolerance can change its verdict.
function settled(layout: Layout, graph: Graph, outcome: Outcome): Report | undefined {
  const isTolerant = layout.grid.cells.some(({ figures }) => figures.some(({ printed, allowed }) => printed !== allowed));
  return outcome.verdict === "consistent" || !isTolerant ? new Report({ layout, graph, outcome, tolerated: false }) : undefined;
}

function tolerant(layout: Layout, graph: Graph, outcome: Outcome): Report {
  return new Report({ layout, graph, outcome, tolerated: outcome.verdict === "consistent" });
}

/** The main job: can all the figures that a report printed be true at once, and what do they imply? */
import { solve, type SolveOptions } from "../balance/solve.ts";
import type { Statement } from "./input.ts";
import { layOut } from "./layout.ts";
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
  const isTolerant = layout.statement.figures.some(({ printed, allowed }) => printed !== allowed);
  if (outcome.verdict === "consistent" || !isTolerant) return new Report({ layout, graph: strict, outcome, tolerated: false });
  const widened = layout.graph(true);
  const second = solve(widened, options);
  return new Report({ layout, graph: widened, outcome: second, tolerated: second.verdict === "consistent" });
}

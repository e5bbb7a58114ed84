/** One exact value for every unknown that satisfies every tie and lies inside every figure: the proof that printed figures can all be true at once. */
import type { Ratio } from "../number/ratio.ts";
import type { Graph, Tie } from "./graph.ts";
import { finished, type Steps } from "./steps.ts";

/**
 * Whether the values, one for each unknown in the graph's order, satisfy every tie and lie inside every domain and figure. Exact: this is what makes a
 * witness a proof, and anybody may run it again.
 *
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, solve, verify } from "headgrade/balance";
 *
 * const mill = graph({
 *   unknowns: {
 *     ore: { printed: Interval.between({ low: 99, high: 101 }) },
 *     days: { printed: Interval.point(10) },
 *     rate: {},
 *   },
 *   ties: [{ amount: "ore", ratio: "rate", base: "days" }],
 * });
 * const outcome = solve(mill);
 * outcome.verdict === "consistent" && verify(mill, outcome.witness) // => true
 * ```
 * @category Balance
 */
export function verify(graph: Graph, values: readonly Ratio[]): boolean {
  return finished(verifying(graph, values));
}

/** How many unknowns or ties are checked between two pauses. */
const BETWEEN_PAUSES = 8192;

/** The same in steps. @internal */
export function* verifying({ unknowns, ties }: Graph, values: readonly Ratio[]): Steps<boolean> {
  if (values.length !== unknowns.length) return false;
  for (const [place, { domain, figures }] of unknowns.entries()) {
    if (place % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) yield;
    const value = values[place] as Ratio;
    if (!domain.contains(value) || !figures.every(({ interval }) => interval.contains(value))) return false;
  }
  for (const [place, tie] of ties.entries()) {
    if (place % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) yield;
    if (!holds(tie, values)) return false;
  }
  return true;
}

function holds(tie: Tie, values: readonly Ratio[]): boolean {
  const at = (place: number): Ratio => values[place] as Ratio;
  switch (tie.type) {
    case "product": return at(tie.amount).equals(at(tie.ratio).times(at(tie.base)));
    case "bound": return at(tie.lesser).compare(at(tie.greater)) <= 0;
    case "sum": return tie.slack.contains(tie.parts.reduce((sum, { of, weight }) => sum.plus(at(of).times(weight)), at(tie.total).negated()));
  }
}

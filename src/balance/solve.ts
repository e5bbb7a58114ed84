/**
 * Can all of it be true at once? Three outcomes, each with its proof: a witness, a conflict, or an honest *undecided*.
 */
import { HeadgradeError, shown } from "../error.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { findConflict, type Conflict } from "./conflict.ts";
import { decide, DEFAULT_EFFORT } from "./decide.ts";
import type { Graph } from "./graph.ts";
import { insideOf } from "./search.ts";
import { figureKey, systemOf, type Selection } from "./system.ts";
import { verify } from "./witness.ts";

/**
 * Limits of a search.
 *
 * @category Balance
 */
export interface SolveOptions {
  /** The most boxes that a search splits into before it gives up as undecided; 256 unless said otherwise. */
  readonly effort?: number;
}

/**
 * What solving a graph came to. `implied` holds what the figures leave each unknown, in the graph's order; of a contradictory graph, what the ties
 * outside its conflicts leave, and nothing when even they were not settled.
 *
 * @category Balance
 */
export type Outcome =
  | { readonly verdict: "consistent"; readonly witness: readonly Ratio[]; readonly implied: readonly Interval[] }
  | { readonly verdict: "contradictory"; readonly conflicts: readonly Conflict[]; readonly rest: "consistent" | "undecided"; readonly implied: readonly Interval[] }
  | { readonly verdict: "undecided"; readonly reason: string; readonly implied: readonly Interval[] };

/**
 * Decides whether the figures and ties of a graph can all hold at once.
 *
 * *Consistent* comes with a witness that {@link verify} has checked exactly; *contradictory* with irreducible conflicts, found one after another
 * until the ties left over have a witness; *undecided* with the reason, and never as a guess.
 *
 * @throws `HeadgradeError` with `out-of-range` for an effort that is no whole number from 1.
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
export function solve(graph: Graph, { effort = DEFAULT_EFFORT }: SolveOptions = {}): Outcome {
  if (!Number.isInteger(effort) || effort < 1) {
    throw new HeadgradeError("out-of-range", `The effort must be a whole number of splits, 1 or more, and this one is ${shown(effort)}.`, { given: effort });
  }
  const conflicts: Conflict[] = [];
  const ties = new Set(graph.ties.keys());
  const without = new Set<string>();
  for (;;) {
    const { outcome, ties: blamed } = look(graph, { ties, without }, effort);
    if (outcome.verdict !== "contradictory") {
      if (conflicts.length === 0) return outcome;
      return { verdict: "contradictory", conflicts, rest: outcome.verdict, implied: outcome.implied };
    }
    const conflict = findConflict(graph, { ties: loneFailure(graph, blamed, without) ?? blamed, without }, effort);
    conflicts.push(conflict);
    for (const tie of conflict.ties) ties.delete(tie);
    // A fact printed twice, differently, contradicts without any tie: its figures step aside instead.
    if (conflict.ties.length === 0) for (const { unknown, figure } of conflict.figures) without.add(figureKey(unknown, figure));
  }
}

function look(graph: Graph, selection: Selection & { readonly ties: ReadonlySet<number> }, effort: number): { outcome: Outcome; ties: ReadonlySet<number> } {
  const contradictory = { verdict: "contradictory", conflicts: [], rest: "undecided", implied: [] } as const;
  const system = systemOf(graph, selection);
  if ("empty" in system) return { outcome: contradictory, ties: new Set() };
  const decision = decide(system, effort);
  const { ties } = selection;
  switch (decision.status) {
    case "refuted": return { outcome: contradictory, ties: new Set([...decision.ties].filter((tie) => ties.has(tie))) };
    case "undecided": return { outcome: { verdict: "undecided", reason: decision.reason, implied: decision.boxes }, ties };
    case "consistent": {
      // The whole graph's witness is checked once more against the graph as it was given.
      const { found, boxes } = decision;
      const witness = boxes.map((box, place) => found.get(place) ?? insideOf(box));
      const partial = ties.size < graph.ties.length || (selection.without?.size ?? 0) > 0;
      if (partial || verify(graph, witness)) return { outcome: { verdict: "consistent", witness, implied: boxes }, ties };
      return { outcome: { verdict: "undecided", reason: "a point was found that did not pass the exact check", implied: boxes }, ties };
    }
  }
}

// The first tie that contradicts all by itself, so that conflicts of one tie come before those of several.
function loneFailure(graph: Graph, ties: ReadonlySet<number>, without: ReadonlySet<string>): ReadonlySet<number> | undefined {
  for (const tie of ties) {
    const alone = new Set([tie]);
    const system = systemOf(graph, { ties: alone, without });
    if (!("empty" in system) && decide(system, 1).status === "refuted") return alone;
  }
  return undefined;
}

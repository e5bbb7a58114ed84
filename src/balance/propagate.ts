/**
 * What figures imply: each tie passes on to each of its unknowns what the others leave it, until nothing moves. Nothing true is ever cut off: ends are
 * exact while they are short, and rounded outward at {@link PROPAGATION_DIGITS} digits when they are not.
 */
import type { Interval } from "../number/interval.ts";
import type { Graph } from "./graph.ts";
import { Narrowing } from "./narrowing.ts";
import { systemOf, type System } from "./system.ts";

export { PROPAGATION_DIGITS } from "./contract.ts";

/**
 * What the figures of a graph imply about every unknown, one interval each in the graph's order, or `undefined` where they leave some unknown no value at all.
 *
 * The intervals enclose every solution; they need not be the narrowest there are.
 *
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, propagate } from "headgrade/balance";
 *
 * const mill = graph({
 *   unknowns: {
 *     ore: {},
 *     days: { printed: Interval.point(90) },
 *     rate: { printed: Interval.between({ low: "13390.5", high: "13391.5" }) },
 *   },
 *   ties: [{ amount: "ore", ratio: "rate", base: "days" }],
 * });
 * String(propagate(mill)?.[0]) // => "[1205145, 1205235]"
 * ```
 * @category Balance
 */
export function propagate(input: Graph): readonly Interval[] | undefined {
  const system = systemOf(input);
  if ("empty" in system) return undefined;
  const narrowing = new Narrowing(system);
  return narrowing.settle() === undefined ? narrowing.boxes : undefined;
}

/** The narrowed boxes of a system, or the unknown that has no value left and the ties that leave it none. @internal */
export function narrow(system: System): { readonly boxes: readonly Interval[] } | { readonly empty: number; readonly ties: ReadonlySet<number> } {
  const narrowing = new Narrowing(system);
  const emptied = narrowing.settle();
  return emptied === undefined ? { boxes: narrowing.boxes } : { empty: emptied.empty, ties: narrowing.tiesOfEmptied(emptied) };
}

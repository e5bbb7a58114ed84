/**
 * Narrowing: each tie passes on to each of its unknowns what the others leave it, until nothing moves. Nothing true is ever cut off: ends are exact
 * while they are short, and rounded outward at {@link PROPAGATION_DIGITS} digits when they are not.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Graph } from "./graph.ts";
import { systemOf, unknownsOf, type Constraint, type Product, type Row, type System } from "./system.ts";

/** The digits at which long ends are rounded outward. @category Balance */
export const PROPAGATION_DIGITS = 30;

/** A narrowing below this share of the width is kept, but not passed on. */
const WORTH_PASSING_ON: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 1000n);
/** Nor is one below this share of the width that the unknown had when it was first bounded: what only halves towards a point would never end. */
const FINEST: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 9n);
/** How often the one end of an unbounded box is passed on: what doubles away would never end either. */
const MOST_UNBOUNDED_PASSES = 50;

/** What narrowing came to: the narrowed boxes, or the proof that there is no value: the ties that emptied a box. @internal */
export type Narrowing =
  | { readonly boxes: readonly Interval[]; readonly causes: Causes }
  | { readonly empty: number; readonly ties: ReadonlySet<number> };

/** The ties by which the boxes of some unknowns came to be what they are. @internal */
export type Causes = (unknowns: Iterable<number>) => ReadonlySet<number>;

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
  const narrowed = narrow(system);
  return "empty" in narrowed ? undefined : narrowed.boxes;
}

/** Narrows the boxes of a system within an effort, counted in ties looked at. @internal */
export function narrow({ boxes: given, constraints }: System, effort: number = 200 * (constraints.length + 10)): Narrowing {
  const boxes = [...given];
  const touching = new Map<number, number[]>();
  for (const [place, constraint] of constraints.entries()) {
    for (const unknown of unknownsOf(constraint)) {
      const list = touching.get(unknown);
      if (list === undefined) touching.set(unknown, [place]);
      else list.push(place);
    }
  }
  // Which constraints narrowed each unknown: the trail from a box back to its causes.
  const narrowedBy = new Map<number, Set<number>>();
  const causes: Causes = (unknowns) => causesOf(unknowns, constraints, narrowedBy);
  const pending = new Set(constraints.keys());
  const isWorthPassingOn = passing();
  let steps = 0;
  // A set goes on to what is added to it on the way, and may be added to again.
  for (const place of pending) {
    if (steps++ >= effort) break;
    pending.delete(place);
    const constraint = constraints[place] as Constraint;
    for (const { of, box } of contract(constraint, boxes)) {
      const before = boxes[of] as Interval;
      const after = before.intersect(box);
      if (after === before) continue;
      if (after === undefined) return { empty: of, ties: new Set([constraint.tie, ...causes(unknownsOf(constraint))]) };
      boxes[of] = after;
      const by = narrowedBy.get(of);
      if (by === undefined) narrowedBy.set(of, new Set([place]));
      else by.add(place);
      if (isWorthPassingOn(of, before, after)) for (const next of touching.get(of) ?? []) if (next !== place) pending.add(next);
    }
  }
  return { boxes, causes };
}

function causesOf(unknowns: Iterable<number>, constraints: readonly Constraint[], narrowedBy: ReadonlyMap<number, ReadonlySet<number>>): Set<number> {
  const reached = new Set<number>();
  for (const unknown of unknowns) for (const cause of narrowedBy.get(unknown) ?? []) reached.add(cause);
  for (const place of reached) {
    for (const unknown of unknownsOf(constraints[place] as Constraint)) for (const cause of narrowedBy.get(unknown) ?? []) reached.add(cause);
  }
  return new Set([...reached].map((place) => (constraints[place] as Constraint).tie));
}

// Whether a narrowing of an unknown is passed on, with a memory of what has been passed on of it.
function passing(): (unknown: number, before: Interval, after: Interval) => boolean {
  const finest = new Map<number, Ratio>();
  const unbounded = new Map<number, number>();
  return (unknown, before, after) => {
    const [width, left] = [before.width, after.width];
    if (after.isPoint) return true;
    if (left === undefined) {
      const passes = (unbounded.get(unknown) ?? 0) + 1;
      unbounded.set(unknown, passes);
      return passes <= MOST_UNBOUNDED_PASSES;
    }
    const least = finest.get(unknown);
    if (least === undefined) finest.set(unknown, (width ?? left).times(FINEST));
    if (width === undefined) return true;
    const gain = width.minus(left);
    return gain.compare(width.times(WORTH_PASSING_ON)) >= 0 && (least === undefined || gain.compare(least) >= 0);
  };
}

function contract(constraint: Constraint, boxes: readonly Interval[]): { of: number; box: Interval }[] {
  return constraint.type === "row" ? contractRow(constraint, boxes) : contractProduct(constraint, boxes);
}

function contractProduct({ amount, ratio, base }: Product, boxes: readonly Interval[]): { of: number; box: Interval }[] {
  const [a, r, b] = [boxes[amount] as Interval, boxes[ratio] as Interval, boxes[base] as Interval];
  const product = r.times(b).outward(PROPAGATION_DIGITS);
  const narrowed = a.intersect(product);
  // An empty meeting is reported through the amount alone.
  if (narrowed === undefined) return [{ of: amount, box: product }];
  const results = [{ of: amount, box: product }];
  const ratios = narrowed.dividedBy(b);
  if (ratios !== undefined) results.push({ of: ratio, box: ratios.outward(PROPAGATION_DIGITS) });
  const bases = narrowed.dividedBy(r);
  if (bases !== undefined) results.push({ of: base, box: bases.outward(PROPAGATION_DIGITS) });
  return results;
}

/** One end of a sum of intervals, from which each interval's own share can be taken out again. */
class EndSum {
  #finite: Ratio = Ratio.zero;
  #infinite = 0;
  #open = 0;

  add(end: Ratio | undefined, closed: boolean): void {
    if (end === undefined) this.#infinite++;
    else {
      this.#finite = this.#finite.plus(end);
      if (!closed) this.#open++;
    }
  }

  without(end: Ratio | undefined, closed: boolean): { end: Ratio | undefined; closed: boolean } {
    const infinite = this.#infinite - (end === undefined ? 1 : 0);
    if (infinite > 0) return { end: undefined, closed: false };
    const open = this.#open - (end !== undefined && !closed ? 1 : 0);
    return { end: end === undefined ? this.#finite : this.#finite.minus(end), closed: open === 0 };
  }
}

// Each term lies in the range less all other terms.
function contractRow({ terms, range }: Row, boxes: readonly Interval[]): { of: number; box: Interval }[] {
  const scaled = terms.map(({ of, weight }) => (boxes[of] as Interval).scaledBy(weight));
  const lows = new EndSum();
  const highs = new EndSum();
  for (const { low, lowClosed, high, highClosed } of scaled) {
    lows.add(low, lowClosed);
    highs.add(high, highClosed);
  }
  return terms.flatMap(({ of, weight }, place) => {
    const own = scaled[place] as Interval;
    const low = lows.without(own.low, own.lowClosed);
    const high = highs.without(own.high, own.highClosed);
    const others = Interval.between({ low: low.end, lowOpen: !low.closed, high: high.end, highOpen: !high.closed });
    if (others.low === undefined && others.high === undefined) return [];
    const share = range.minus(others);
    return [{ of, box: (weight === Ratio.one ? share : share.scaledBy(weight.reciprocal())).outward(PROPAGATION_DIGITS) }];
  });
}

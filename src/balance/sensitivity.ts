/**
 * What limits an answer: which printed figures, told to two more digits, would narrow an unknown the most. Each figure is narrowed by itself around the
 * witness, and what that leaves the unknown is compared with what is left to it now.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Graph } from "./graph.ts";
import { narrow } from "./propagate.ts";
import { solve } from "./solve.ts";
import { systemOf, unknownsOf, type Constraint } from "./system.ts";

/** The most figures that are tried, the nearest by ties first. */
const MOST_FIGURES = 100;
/** The most ties that are looked at, the nearest first. */
const MOST_TIES = 400;
/** Two more digits leave a hundredth of the width, half of it on each side of the value. */
const TWO_DIGITS: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 200n);
/** Gains below a twentieth are not worth telling. */
const WORTH_TELLING: Ratio = /* @__PURE__ */ Ratio.fraction(21n, 20n);

/**
 * A figure whose rounding limits an answer.
 *
 * @category Balance
 */
export interface LimitingFigure {
  /** The place of its unknown in the graph, and its own among the figures of that unknown. */
  readonly unknown: number;
  readonly figure: number;
  /** How many times narrower the answer would be with two more digits of this figure; `undefined` where it would become bounded at all, or one value. */
  readonly factor: Ratio | undefined;
  /** What would be left of the answer. It depends on the digits, and so is an example. */
  readonly interval: Interval;
}

/** The figures that limit an answer, the most limiting first. @category Balance */
export interface Limits {
  /** What the figures leave the unknown now; `undefined` where they contradict each other or nothing was decided. */
  readonly interval: Interval | undefined;
  readonly figures: readonly LimitingFigure[];
  /** Whether all figures that are tied to the unknown were tried; else the nearest were. */
  readonly complete: boolean;
}

/** What is known of a graph already, which saves solving it. @category Balance */
export interface LimitOptions {
  readonly witness?: readonly Ratio[];
  readonly implied?: readonly Interval[];
}

/**
 * The printed figures whose rounding limits an unknown the most: for each, how many times narrower the unknown would be with two more digits of it.
 *
 * A figure is taken to have these digits where the witness has them; other digits give other factors, though seldom another order. At most a hundred figures
 * are tried, those fewest ties away first, on the four hundred nearest ties. A figure that would gain less than a twentieth is left out; where many limit
 * alike, none may be left.
 *
 * @param graph - a consistent graph; on others there is no answer, and `interval` is `undefined`.
 * @param unknown - the place of the unknown in the graph.
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, limitingFigures } from "headgrade/balance";
 *
 * const mill = graph({
 *   unknowns: {
 *     ore: {},
 *     days: { printed: Interval.between({ low: "89.5", high: "90.5" }) },
 *     rate: { printed: Interval.between({ low: "13390.5", high: "13391.5" }) },
 *   },
 *   ties: [{ amount: "ore", ratio: "rate", base: "days" }],
 * });
 * limitingFigures(mill, 0).figures.map(({ unknown, factor }) => `${mill.unknowns[unknown]?.name} ${factor?.toFixed({ places: 0 })}`) // => ["days 60"]
 * ```
 * @category Balance
 */
export function limitingFigures(graph: Graph, unknown: number, options: LimitOptions = {}): Limits {
  const { witness, implied } = options.witness === undefined || options.implied === undefined ? solved(graph) : (options as Required<LimitOptions>);
  const system = systemOf(graph);
  const nothing: Limits = { interval: undefined, figures: [], complete: true };
  if (witness === undefined || implied === undefined || "empty" in system) return nothing;
  const { constraints, unknowns, complete } = nearest(unknown, system.constraints, implied);
  const near = { ...system, constraints };
  const now = narrow({ ...near, boxes: implied });
  if ("empty" in now) return nothing;
  const interval = now.boxes[unknown] as Interval;
  if (interval.isPoint) return { interval, figures: [], complete };
  const candidates = unknowns.flatMap((of) => (graph.unknowns[of]?.figures ?? []).map(({ interval: { width } }, figure) => ({ unknown: of, figure, width })));
  const figures = candidates.slice(0, MOST_FIGURES).flatMap(({ unknown: of, figure, width }): LimitingFigure[] => {
    const value = witness[of] as Ratio;
    const closer = width === undefined || width.isZero ? undefined : (now.boxes[of] as Interval).intersect(around(value, width.times(TWO_DIGITS)));
    if (closer === undefined) return [];
    const then = narrow({ ...near, boxes: now.boxes.map((box, place) => (place === of ? closer : box)) });
    const left = "empty" in then ? interval : then.boxes[unknown] as Interval;
    const gain = gainOf(interval, left);
    return gain === "none" ? [] : [{ unknown: of, figure, factor: gain, interval: left }];
  });
  return { interval, figures: figures.sort(byFactor), complete: complete && candidates.length <= MOST_FIGURES };
}

function solved(graph: Graph): Partial<LimitOptions> {
  const outcome = solve(graph);
  return outcome.verdict === "consistent" ? outcome : {};
}

function around(value: Ratio, reach: Ratio): Interval {
  return Interval.between({ low: value.minus(reach), high: value.plus(reach) });
}

function gainOf({ width: before }: Interval, { width: after }: Interval): Ratio | undefined | "none" {
  if (after === undefined) return "none";
  if (before === undefined || after.isZero) return undefined;
  const factor = before.dividedBy(after);
  return factor.isLessThan(WORTH_TELLING) ? "none" : factor;
}

function byFactor({ factor: a }: LimitingFigure, { factor: b }: LimitingFigure): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return b.compare(a);
}

/** The ties about an unknown, and the unknowns that they reach. @internal */
export interface Neighbourhood {
  readonly constraints: readonly Constraint[];
  /** The nearest first. */
  readonly unknowns: readonly number[];
  readonly complete: boolean;
}

/** By ties from unknown to unknown, through those that are still open, the nearest ties first. @internal */
export function nearest(unknown: number, constraints: readonly Constraint[], boxes: readonly Interval[], most: number = MOST_TIES): Neighbourhood {
  const touching = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    for (const of of unknownsOf(constraint)) {
      const list = touching.get(of);
      if (list === undefined) touching.set(of, [constraint]);
      else list.push(constraint);
    }
  }
  const found = new Set<Constraint>();
  const reached = new Set([unknown]);
  // A set goes on to what is added to it on the way.
  for (const of of reached) {
    for (const constraint of touching.get(of) ?? []) {
      if (found.size >= most) return { constraints: [...found], unknowns: [...reached], complete: false };
      found.add(constraint);
      for (const next of unknownsOf(constraint)) if (boxes[next]?.isPoint === false) reached.add(next);
    }
  }
  return { constraints: [...found], unknowns: [...reached], complete: true };
}

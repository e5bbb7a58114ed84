/**
 * Which printed figures limit one value of a report, by proof: each figure is given two more digits, whichever they can be, and the widest that is then
 * left of the value is compared with what is left now.
 */
import type { Graph } from "../balance/graph.ts";
import { narrow } from "../balance/propagate.ts";
import { limitingFigures, nearest } from "../balance/sensitivity.ts";
import type { Outcome } from "../balance/solve.ts";
import { systemOf, type System } from "../balance/system.ts";
import type { Figure } from "../figure/figure.ts";
import type { RoundingRule } from "../figure/rounding.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Cell } from "./cell.ts";
import type { PlacedFigure } from "./figures.ts";

/** How many figures are told, the most limiting first. */
const MOST_FIGURES = 5;
/** How many ties are looked at for each pair of digits, the nearest first: fewer prove less, and nothing wrong. */
const MOST_TIES = 60;
/** A gain below a twentieth is not worth telling. */
const WORTH_TELLING: Ratio = /* @__PURE__ */ Ratio.fraction(21n, 20n);

/** A figure that limits a value, in base units. */
interface Limiting {
  readonly cell: Cell;
  readonly printed: Figure;
  /** How many times narrower at least; nothing where the value was not bounded, or would be known exactly. */
  readonly factor: Ratio | undefined;
  /** The widest that can be left. */
  readonly widest: Interval;
}

/** @internal */
export interface LimitsFound {
  readonly interval: Interval;
  readonly figures: readonly Limiting[];
  readonly complete: boolean;
}

/** The printed figures that limit the value of a cell. @internal */
export function limitsOf(cell: Cell, cells: readonly Cell[], graph: Graph, outcome: Outcome & { readonly verdict: "consistent" }): LimitsFound {
  const found = limitingFigures(graph, cell.index, outcome);
  const system = systemOf(graph);
  const whole = outcome.implied[cell.index] ?? Interval.all;
  if ("empty" in system || found.figures.length === 0) return { interval: found.interval ?? whole, figures: [], complete: found.complete };
  const near: System = { ...system, constraints: nearest(cell.index, system.constraints, outcome.implied, MOST_TIES).constraints, boxes: outcome.implied };
  const now = narrow(near);
  const boxes = "empty" in now ? outcome.implied : now.boxes;
  const interval = boxes[cell.index] as Interval;
  const figures = found.figures.slice(0, MOST_FIGURES).flatMap(({ unknown, figure }): Limiting[] => {
    const of = cells[unknown];
    const placed = of?.figures[figure];
    if (of === undefined || placed === undefined) return [];
    const allowed = graph.unknowns[unknown]?.figures[figure]?.interval;
    const widest = widestLeft(cell.index, unknown, { ...near, boxes }, digitsOf(placed, allowed));
    const factor = widest === undefined ? undefined : gainOf(interval, widest);
    return widest === undefined || factor === "none" ? [] : [{ cell: of, printed: placed.figure, factor, widest }];
  });
  return { interval, figures: figures.sort(byFactor), complete: found.complete && found.figures.length <= MOST_FIGURES };
}

// What is left of a value with each of the intervals that a figure can have, and of these the widest; nothing where one leaves it unbounded.
function widestLeft(value: number, unknown: number, system: System, choices: readonly Interval[]): Interval | undefined {
  let widest: Interval | undefined;
  for (const choice of choices) {
    const closer = (system.boxes[unknown] as Interval).intersect(choice);
    if (closer === undefined) continue;
    const then = narrow({ ...system, boxes: system.boxes.map((box, place) => (place === unknown ? closer : box)) });
    // Digits that the other figures refute cannot come.
    if ("empty" in then) continue;
    const left = then.boxes[value] as Interval;
    if (left.width === undefined) return undefined;
    if (widest?.width === undefined || left.width.isGreaterThan(widest.width)) widest = left;
  }
  return widest;
}

// The intervals that a figure would leave its value if two more digits had been printed, in base units: a hundred and one, or so.
function digitsOf({ figure, printed }: PlacedFigure, allowed: Interval = printed): readonly Interval[] {
  const { interval: { low, high }, lastPlace, rule, quantity: { measure } } = figure;
  if (low === undefined || high === undefined) return [];
  const unit = Ratio.scaled(1, lastPlace - 2);
  const [before, after] = reachOf(rule, low.sign < 0);
  // A tolerance stays as it is, whatever is printed.
  const slack = printed.low !== undefined && allowed.low !== undefined ? printed.low.minus(allowed.low) : Ratio.zero;
  const choices: Interval[] = [];
  const last = high.dividedBy(unit).plus(1);
  for (let digits = low.dividedBy(unit).minus(1).rounded({ places: 0 }, "floor"); !digits.isGreaterThan(last); digits = digits.plus(1)) {
    const reach = Interval.between({ low: digits.minus(before).times(unit), high: digits.plus(after).times(unit) });
    const within = reach.scaledBy(measure.factor).intersect(printed);
    if (within !== undefined) choices.push(slack.isZero ? within : within.plus(Interval.between({ low: slack.negated(), high: slack })));
  }
  return choices;
}

// How far below and above a print its true value can lie, in units of its last place.
function reachOf(rule: RoundingRule, isNegative: boolean): readonly [Ratio, Ratio] {
  if (rule === "truncated") return isNegative ? [Ratio.one, Ratio.zero] : [Ratio.zero, Ratio.one];
  return rule === "nearest-or-truncated" ? [Ratio.one, Ratio.one] : [HALF, HALF];
}

const HALF: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 2n);

function gainOf({ width: before }: Interval, { width: after }: Interval): Ratio | undefined | "none" {
  if (before === undefined || after === undefined || after.isZero) return undefined;
  const factor = before.dividedBy(after);
  return factor.isLessThan(WORTH_TELLING) ? "none" : factor;
}

function byFactor({ factor: a }: Limiting, { factor: b }: Limiting): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return b.compare(a);
}

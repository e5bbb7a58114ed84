/**
 * The search for a point in one narrowed system: a guiding point in floating point, made exact by the linear core. What it finds has passed the exact check;
 * what it refutes is refuted exactly.
 */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { guidingPoint } from "./guide.ts";
import { linearised, shapeOf, type GroundedRow, type Shape } from "./linearise.ts";
import { solveLinear } from "./simplex.ts";
import { unknownsOf, type Constraint, type System } from "./system.ts";

/** What one search in one system came to. @internal */
export type Search =
  | { readonly found: ReadonlyMap<number, Ratio> }
  /** The ties, and the unknowns whose boxes, that were refuted. */
  | { readonly refuted: { readonly ties: ReadonlySet<number>; readonly grounds: ReadonlySet<number> } }
  /** Nothing found: the shared factors, and the bases that came out as zero where the product needs them not to be. */
  | { readonly open: "effort" | "nothing found"; readonly shared: readonly number[]; readonly zeros: readonly number[] };

/**
 * Looks for a point of a narrowed system: near the guiding point first, and, where factors are shared, once more where the relaxed system has a
 * point. *Refuted* is a proof; not finding one is none.
 *
 * @internal
 */
export function search(system: System, effort: number): Search {
  const shape = shapeOf(system);
  const guide = guidingPoint(system, shape.shared.length > 0 ? "close" : "near");
  const start = startFrom(guide, system.boxes);
  const fixed = new Map(shape.shared.map((unknown) => [unknown, shortIn(guide.get(unknown) as number, system.boxes[unknown] as Interval, FIXED_DIGITS)]));
  const first = attempt(system, shape, start, fixed, effort);
  if (first === "undecided") return { open: "effort", shared: shape.shared, zeros: [] };
  if (!("refuted" in first)) return first;
  if (shape.shared.length === 0) return first;
  const rows = linearised(system, shape, NOTHING_FIXED);
  const relaxed = solveLinear(boxesOf(system, NOTHING_FIXED), rows, start, effort);
  if ("infeasible" in relaxed) return refutedBy(relaxed.infeasible, rows);
  if ("undecided" in relaxed) return { open: "effort", shared: shape.shared, zeros: [] };
  const likely = new Map(shape.shared.map((unknown) => [unknown, likelyFactor(unknown, system, shape, relaxed.point)]));
  const second = attempt(system, shape, relaxed.point, likely, effort);
  return typeof second === "string" || "refuted" in second ? { open: "nothing found", shared: shape.shared, zeros: [] } : second;
}

const NOTHING_FIXED: ReadonlyMap<number, Ratio> = /* @__PURE__ */ new Map();

// Factors fixed at given values: found, refuted for these values only, open, or undecided within the effort.
function attempt(system: System, shape: Shape, start: ReadonlyMap<number, Ratio>, fixed: ReadonlyMap<number, Ratio>, effort: number): Search | "undecided" {
  const rows = linearised(system, shape, fixed);
  const outcome = solveLinear(boxesOf(system, fixed), rows, start, effort);
  if ("infeasible" in outcome) return refutedBy(outcome.infeasible, rows);
  if ("undecided" in outcome) return "undecided";
  const values = completed(system, shape, new Map([...outcome.point, ...fixed]));
  return satisfies(system, values) ? { found: values } : { open: "nothing found", shared: shape.shared, zeros: zerosIn(system, shape, values) };
}

// The cones are drawn with their tips, where the base is zero: the bases that may be zero, and whose product does not hold with the quotient.
function zerosIn({ boxes }: System, { cones }: Shape, values: ReadonlyMap<number, Ratio>): number[] {
  return cones.flatMap(({ amount, other, dependent }) => {
    const [product, base, factor] = [values.get(amount) as Ratio, values.get(other) as Ratio, values.get(dependent) as Ratio];
    const holds = boxes[dependent]?.contains(factor) === true && factor.times(base).equals(product);
    return !holds && boxes[other]?.contains(Ratio.zero) === true ? [other] : [];
  });
}

function refutedBy(variables: readonly number[], rows: readonly GroundedRow[]): Search {
  const ties = new Set<number>();
  const grounds = new Set<number>();
  for (const variable of variables) {
    const row = variable < 0 ? rows[-1 - variable] : undefined;
    if (row === undefined) grounds.add(variable);
    else {
      ties.add(row.tie);
      for (const unknown of row.grounds) grounds.add(unknown);
    }
  }
  return { refuted: { ties, grounds } };
}

// The boxes of the unknowns that linear rows speak of: not the fixed, not the known.
function boxesOf({ boxes, constraints }: System, fixed: ReadonlyMap<number, Ratio>): Map<number, Interval> {
  const open = new Map<number, Interval>();
  for (const unknown of constraints.flatMap(unknownsOf)) {
    const box = boxes[unknown] as Interval;
    if (!box.isPoint && !fixed.has(unknown)) open.set(unknown, box);
  }
  return open;
}

/** The digits of a box's width that a starting value keeps: short, since the exact search moves it anyway. */
const START_DIGITS = 3;
/** The digits that a fixed factor keeps: it has to suit every tie that shares it, and nothing moves it afterwards. */
const FIXED_DIGITS = 9;

// The guide as short exact numbers inside the boxes.
function startFrom(guide: ReadonlyMap<number, number>, boxes: readonly Interval[]): Map<number, Ratio> {
  const start = new Map<number, Ratio>();
  for (const [unknown, value] of guide) start.set(unknown, shortIn(value, boxes[unknown] as Interval, START_DIGITS));
  return start;
}

function shortIn(value: number, box: Interval, digits: number): Ratio {
  const width = box.width?.toNumber() ?? Math.max(1, Math.abs(value));
  const places = width > 0 ? Math.min(300, Math.max(-300, digits - Math.floor(Math.log10(width)))) : 20;
  const short = Ratio.of(Number.isFinite(value) ? (Number.isInteger(value) ? BigInt(value) : value) : 0).rounded({ places });
  return box.contains(short) ? short : insideOf(box);
}

/** Some number inside an interval: the middle, where there is one. @internal */
export function insideOf(box: Interval): Ratio {
  const { middle, low, high } = box;
  if (middle !== undefined) return middle;
  if (low !== undefined) return box.lowClosed ? low : low.plus(1);
  if (high !== undefined) return box.highClosed ? high : high.minus(1);
  return Ratio.zero;
}

// A shared factor as the relaxed point suggests it: the quotient of a product that it stands in, if it lies in the box.
function likelyFactor(unknown: number, { boxes }: System, { bilinear }: Shape, point: ReadonlyMap<number, Ratio>): Ratio {
  const box = boxes[unknown] as Interval;
  for (const { amount, ratio, base } of bilinear) {
    if (ratio !== unknown && base !== unknown) continue;
    const over = point.get(amount) ?? boxes[amount]?.low;
    const under = point.get(ratio === unknown ? base : ratio);
    if (over === undefined || under === undefined || under.isZero) continue;
    const quotient = over.dividedBy(under);
    if (box.contains(quotient)) return quotient;
  }
  const own = point.get(unknown);
  return own !== undefined && box.contains(own) ? own : insideOf(box);
}

// The unknowns that the linear rows left out: known ones, and the factors that are quotients.
function completed({ boxes, constraints }: System, { cones }: Shape, point: Map<number, Ratio>): Map<number, Ratio> {
  const valueOf = (unknown: number): Ratio => point.get(unknown) ?? insideOf(boxes[unknown] as Interval);
  const dependents = new Set(cones.map(({ dependent }) => dependent));
  for (const unknown of constraints.flatMap(unknownsOf)) if (!dependents.has(unknown)) point.set(unknown, valueOf(unknown));
  for (const { amount, other, dependent } of cones) {
    const under = valueOf(other);
    point.set(dependent, under.isZero ? insideOf(boxes[dependent] as Interval) : valueOf(amount).dividedBy(under));
  }
  return point;
}

function satisfies({ boxes, constraints }: System, values: ReadonlyMap<number, Ratio>): boolean {
  const at = (unknown: number): Ratio => values.get(unknown) as Ratio;
  for (const [unknown, value] of values) if (boxes[unknown]?.contains(value) !== true) return false;
  return constraints.every((constraint: Constraint) => (constraint.type === "product"
    ? at(constraint.amount).equals(at(constraint.ratio).times(at(constraint.base)))
    : constraint.range.contains(constraint.terms.reduce((sum, { of, weight }) => sum.plus(at(of).times(weight)), Ratio.zero))));
}

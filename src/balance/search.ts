/**
 * The search for a point in one narrowed system: a guiding point in floating point, made exact by following the equations, or else by the linear core. What
 * it finds has passed the exact check; what it refutes is refuted exactly.
 */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { guessedAlong, guessedOnce } from "./guess.ts";
import { guiding } from "./guide.ts";
import { lifting, nearGuide } from "./lift.ts";
import { linearised, openBoxes, shapeOf, type GroundedRow, type Shape } from "./linearise.ts";
import { refutedByProducts, type Refutation } from "./monomial.ts";
import { insideOf, roundedIn, satisfies, shortIn } from "./point.ts";
import { reduced } from "./reduce.ts";
import { solvingLinear } from "./simplex.ts";
import type { Steps } from "./steps.ts";
import { unknownsOf, type System } from "./system.ts";

/** What one search in one system came to. @internal */
export type Search =
  | { readonly found: ReadonlyMap<number, Ratio> }
  /** The ties, and the unknowns whose boxes, that were refuted. */
  | { readonly refuted: Refutation }
  /** Nothing found: the shared factors, and the bases that came out as zero where the product needs them not to be. */
  | { readonly open: "effort" | "nothing found"; readonly shared: readonly number[]; readonly zeros: readonly number[] };

/**
 * Looks for a point of a narrowed system: near the guiding point first, and, where factors are shared, once more where the relaxed system has a
 * point. *Refuted* is a proof; not finding one is none.
 *
 * @internal
 */
export function* searching(system: System, effort: number): Steps<Search> {
  const guide = yield* guiding(system, "near");
  const lifted = yield* lifting(system, nearGuide(guide, system));
  if (lifted !== undefined) return { found: lifted };
  const shape = shapeOf(system);
  if (shape.shared.length === 0) return asSearch(yield* attempting(system, shape, startFrom(guide, system.boxes), NOTHING_FIXED, effort), shape);
  const simpler = reduced(system);
  const outcome = yield* searchingShared(simpler.system, effort);
  if ("refuted" in outcome) return { refuted: simpler.explained(outcome.refuted) };
  if ("open" in outcome) return outcome;
  const restored = simpler.restored(outcome.found);
  const found = restored && completed(system, restored);
  return found !== undefined && satisfies(system, found) ? { found } : { open: "nothing found", shared: shape.shared, zeros: [] };
}

const NOTHING_FIXED: ReadonlyMap<number, Ratio> = /* @__PURE__ */ new Map();

// The same where factors are shared: fixed near the guide, and then where the relaxed system has a point.
function* searchingShared(system: System, effort: number): Steps<Search> {
  const shape = shapeOf(system);
  const refuted = refutedByProducts(system);
  if (refuted !== undefined) return { refuted };
  const guide = yield* guiding(system, shape.shared.length > 0 ? "close" : "near");
  const lifted = yield* lifting(system, nearGuide(guide, system));
  if (lifted !== undefined) return { found: lifted };
  const start = startFrom(guide, system.boxes);
  const guessed = shape.shared.length === 0 ? undefined : yield* guessedAlong(system, shape, start);
  if (guessed !== undefined && "found" in guessed) return guessed;
  const fixed = new Map(shape.shared.map((unknown) => {
    const [box, likely] = [system.boxes[unknown] as Interval, guessed?.near.get(unknown)];
    return [unknown, likely === undefined ? shortIn(guide.get(unknown) as number, box, FIXED_DIGITS) : roundedIn(likely, box, FIXED_DIGITS)];
  }));
  const first = yield* attempting(system, shape, guessed?.near ?? start, fixed, effort);
  if (first === "undecided" || !("refuted" in first) || shape.shared.length === 0) return asSearch(first, shape);
  const rows = linearised(system, shape, NOTHING_FIXED);
  const relaxed = yield* solvingLinear(openBoxes(system, NOTHING_FIXED), rows, start, effort);
  if ("infeasible" in relaxed) return refutedBy(relaxed.infeasible, rows);
  if ("undecided" in relaxed) return { open: "effort", shared: shape.shared, zeros: [] };
  const likely = new Map(shape.shared.map((unknown) => [unknown, likelyFactor(unknown, system, shape, relaxed.point)]));
  const second = yield* attempting(system, shape, relaxed.point, likely, effort);
  return typeof second === "string" || "refuted" in second ? { open: "nothing found", shared: shape.shared, zeros: [] } : second;
}

function asSearch(outcome: Search | "undecided", { shared }: Shape): Search {
  return outcome === "undecided" ? { open: "effort", shared, zeros: [] } : outcome;
}

// Factors fixed at given values: found, refuted for these values only, open, or undecided within the effort.
function* attempting(
  system: System, shape: Shape, start: ReadonlyMap<number, Ratio>, fixed: ReadonlyMap<number, Ratio>, effort: number,
): Steps<Search | "undecided"> {
  const rows = linearised(system, shape, fixed);
  yield;
  const boxes = openBoxes(system, fixed);
  let outcome = yield* solvingLinear(boxes, rows, start, effort, FIRST_SHARE);
  if ("undecided" in outcome) {
    const guessed = yield* guessedOnce({ system, fixed }, rows, start);
    if (guessed !== undefined && "found" in guessed) return guessed;
    if (guessed !== undefined && "infeasible" in guessed) return refutedBy(guessed.infeasible, rows);
    const few = guessed?.against.map((place) => rows[place] as GroundedRow);
    const refuted = few && (yield* solvingLinear(boxes, few, start, effort));
    if (few !== undefined && refuted !== undefined && "infeasible" in refuted) return refutedBy(refuted.infeasible, few);
    outcome = yield* solvingLinear(boxes, rows, start, effort);
  }
  if ("infeasible" in outcome) return refutedBy(outcome.infeasible, rows);
  if ("undecided" in outcome) return "undecided";
  const values = quotientsOf(system, shape, completed(system, new Map([...outcome.point, ...fixed]), shape));
  return satisfies(system, values) ? { found: values } : { open: "nothing found", shared: shape.shared, zeros: zerosIn(system, shape, values) };
}

/** The share of the exact work that is done before the guess: most systems are decided by it. */
const FIRST_SHARE = 0.05;

// The cones are drawn with their tips, where the base is zero: the bases that may be zero, and whose product does not hold with the quotient.
function zerosIn({ boxes }: System, { cones }: Shape, values: ReadonlyMap<number, Ratio>): number[] {
  return cones.flatMap(({ amount, other, dependent }) => {
    const [product, base, factor] = [values.get(amount) as Ratio, values.get(other) as Ratio, values.get(dependent) as Ratio];
    const holds = boxes[dependent]?.contains(factor) === true && factor.times(base).equals(product);
    return !holds && boxes[other]?.contains(0) === true ? [other] : [];
  });
}

function refutedBy(variables: readonly number[], rows: readonly GroundedRow[]): Search {
  const ties = new Set<number>();
  const grounds = new Set<number>();
  for (const variable of variables) {
    const row = variable < 0 ? rows[-1 - variable] : undefined;
    if (row === undefined) grounds.add(variable);
    else {
      for (const tie of row.ties) ties.add(tie);
      for (const unknown of row.grounds) grounds.add(unknown);
    }
  }
  return { refuted: { ties, grounds } };
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

// The unknowns that the linear rows left out because they are known, or stand nowhere else.
function completed({ boxes, constraints }: System, point: ReadonlyMap<number, Ratio>, shape?: Shape): Map<number, Ratio> {
  const values = new Map(point);
  const dependents = new Set(shape?.cones.map(({ dependent }) => dependent));
  for (const unknown of constraints.flatMap(unknownsOf)) {
    if (!values.has(unknown) && !dependents.has(unknown)) values.set(unknown, insideOf(boxes[unknown] as Interval));
  }
  return values;
}

// The factors that are quotients.
function quotientsOf({ boxes }: System, { cones }: Shape, values: Map<number, Ratio>): Map<number, Ratio> {
  for (const { amount, other, dependent } of cones) {
    const [over, under] = [values.get(amount) as Ratio, values.get(other) as Ratio];
    values.set(dependent, under.isZero ? insideOf(boxes[dependent] as Interval) : over.dividedBy(under));
  }
  return values;
}

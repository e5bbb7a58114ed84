/**
 * One guess at a system whose exact linear search grew too long: a point deep inside the bounds, found in floating point and made exact by following the
 * equations, or weights for the rows by which they seem to refute each other. Both are checked exactly here.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { guessing, type Likely } from "./interior.ts";
import { lifting, nearPoint } from "./lift.ts";
import { linearised, openBoxes, type GroundedRow, type Shape } from "./linearise.ts";
import { exactly, insideOf } from "./point.ts";
import type { LinearRow } from "./simplex.ts";
import type { Steps } from "./steps.ts";
import { merged, unknownsOf, type Product, type System } from "./system.ts";

/** A system with the values of the factors that are fixed. */
interface Fixed {
  readonly system: System;
  readonly fixed: ReadonlyMap<number, Ratio>;
}

/**
 * A point that passed the exact check; or variables whose bounds were refuted exactly, with rows as `-1 - place`; or the places of rows to be looked at.
 *
 * @internal
 */
export type Guessed =
  | { readonly found: ReadonlyMap<number, Ratio> }
  | { readonly infeasible: readonly number[] }
  | { readonly against: readonly number[] };

/** To how many digits weights are taken. */
const SHORT = 5;
const LONG = 16;

/** Guesses; `undefined` if nothing came out. @internal */
export function* guessedOnce(
  { system, fixed }: Fixed, rows: readonly GroundedRow[], start: ReadonlyMap<number, Ratio>,
): Steps<Guessed | undefined> {
  const boxes = openBoxes(system, fixed);
  const likely = yield* likelyOf(boxes, rows, start);
  if (likely === undefined) return undefined;
  if (likely.against !== undefined) {
    const infeasible = refuted(boxes, rows, likely.against);
    return infeasible === undefined ? { against: [...likely.against.keys()] } : { infeasible };
  }
  const found = yield* lifting(system, nearPoint(wholePoint(likely.point, system, fixed), system));
  return found && { found };
}

function likelyOf(boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>): Steps<Likely | undefined> {
  return guessing(boxes, rows, start, (weights) => refuted(boxes, rows, weights) !== undefined);
}

/** How often the products are taken for what they are near the last point, and how far a factor may still move then, in widths of its box. */
const MOST_TANGENTS = 5;
const AT_REST = 1e-7;
const TANGENT_DIGITS = 16;

/**
 * Guesses where products share factors: a point inside all bounds of the system whose products are replaced by their tangents, first where the relaxed
 * system has a point, and then anew at each point that came out. So no factor is fixed before it is known which values suit all its products. `near` is where
 * the factors probably lie if no exact point came out.
 *
 * @internal
 */
export function* guessedAlong(
  system: System, shape: Shape, start: ReadonlyMap<number, Ratio>,
): Steps<{ readonly found: ReadonlyMap<number, Ratio> } | { readonly near: ReadonlyMap<number, Ratio> } | undefined> {
  const boxes = openBoxes(system, NOTHING_FIXED);
  const rows = linearised(system, shape, NOTHING_FIXED);
  const relaxed = yield* likelyOf(boxes, rows, start);
  if (relaxed === undefined) return undefined;
  let at = relaxed.point;
  for (let round = 0; round < MOST_TANGENTS; round++) {
    const near = (unknown: number): Ratio => (at.get(unknown) ?? insideOf(system.boxes[unknown] as Interval)).rounded({ digits: TANGENT_DIGITS });
    const drawn = [...rows, ...shape.bilinear.map((product) => tangent(product, near))];
    const likely = yield* likelyOf(boxes, drawn, start);
    if (likely === undefined) return undefined;
    const before = at;
    at = likely.point;
    const rests = (unknown: number): boolean => {
      const by = at.get(unknown)?.minus(before.get(unknown) ?? Ratio.zero).absolute();
      return by?.isGreaterThan((system.boxes[unknown]?.width ?? Ratio.zero).times(AT_REST)) !== true;
    };
    if (shape.shared.every(rests)) break;
  }
  const found = yield* lifting(system, nearPoint(wholePoint(at, system, NOTHING_FIXED), system));
  return found === undefined ? { near: at } : { found };
}

const NOTHING_FIXED: ReadonlyMap<number, Ratio> = /* @__PURE__ */ new Map();

// amount = ratio x base, near a point: amount - r x base - b x ratio = -r x b.
function tangent({ amount, ratio, base }: Product, near: (unknown: number) => Ratio): LinearRow {
  const [r, b] = [near(ratio), near(base)];
  const terms = merged([{ of: amount, weight: Ratio.one }, { of: base, weight: r.negated() }, { of: ratio, weight: b.negated() }]);
  return { terms, range: Interval.point(r.times(b).negated()) };
}

// Weights that are equal but for the error of doubles cancel out when they are short.
function refuted(boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], weights: ReadonlyMap<number, number>): number[] | undefined {
  return refutedBy(boxes, rows, weights, SHORT) ?? refutedBy(boxes, rows, weights, LONG);
}

// The rows, weighted and added up, must come to what the boxes do not allow.
function refutedBy(
  boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], weights: ReadonlyMap<number, number>, digits: number,
): number[] | undefined {
  const sum = new Map<number, Ratio>();
  const used: number[] = [];
  let range = Interval.point(0);
  for (const [place, guessed] of weights) {
    const { terms, range: own } = rows[place] as LinearRow;
    const weight = exactly(Number(guessed.toPrecision(digits)));
    used.push(-1 - place);
    range = range.plus(own.scaledBy(weight));
    for (const { of, weight: part } of terms) sum.set(of, (sum.get(of) ?? Ratio.zero).plus(part.times(weight)));
  }
  let allowed = Interval.point(0);
  for (const [of, weight] of sum) {
    if (weight.isZero) continue;
    used.push(of);
    allowed = allowed.plus((boxes.get(of) as Interval).scaledBy(weight));
  }
  return range.intersect(allowed) === undefined ? used : undefined;
}

// A likely point with what the rows left out: factors that are quotients follow from it, and what stands nowhere is taken from its box.
function wholePoint(point: ReadonlyMap<number, Ratio>, { boxes, constraints }: System, fixed: ReadonlyMap<number, Ratio>): Map<number, Ratio> {
  const whole = new Map([...point, ...fixed]);
  for (const constraint of constraints) {
    if (constraint.type === "row") continue;
    const { amount, ratio, base } = constraint;
    for (const [factor, other] of [[ratio, base], [base, ratio]] as const) {
      const [over, under] = [whole.get(amount), whole.get(other)];
      if (!whole.has(factor) && over !== undefined && under?.isZero === false) whole.set(factor, over.dividedBy(under));
    }
  }
  for (const unknown of constraints.flatMap(unknownsOf)) if (!whole.has(unknown)) whole.set(unknown, insideOf(boxes[unknown] as Interval));
  return whole;
}

/**
 * One guess at a system whose exact linear search grew too long: a point deep inside the bounds, found in floating point and made exact by following the
 * equations, or weights for the rows by which they seem to refute each other. Both are checked exactly here.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { guessing } from "./interior.ts";
import { lifting, nearPoint } from "./lift.ts";
import { openBoxes, type GroundedRow } from "./linearise.ts";
import { exactly, insideOf } from "./point.ts";
import type { Steps } from "./steps.ts";
import { unknownsOf, type System } from "./system.ts";

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
const SHORT_AND_LONG = [5, 16];

/** Guesses; `undefined` if nothing came out. @internal */
export function* guessedOnce(
  { system, fixed }: Fixed, rows: readonly GroundedRow[], start: ReadonlyMap<number, Ratio>,
): Steps<Guessed | undefined> {
  const boxes = openBoxes(system, fixed);
  const likely = yield* guessing(boxes, rows, start);
  if (likely === undefined) return undefined;
  if ("against" in likely) {
    const infeasible = SHORT_AND_LONG.reduce((found: number[] | undefined, digits) => found ?? refuted(boxes, rows, likely.against, digits), undefined);
    return infeasible === undefined ? { against: [...likely.against.keys()] } : { infeasible };
  }
  const found = yield* lifting(system, nearPoint(wholePoint(likely.point, system, fixed), system));
  return found && { found };
}

// The rows, weighted and added up, must come to what the boxes do not allow. Weights that are equal but for the error of doubles cancel out when they are
// short.
function refuted(
  boxes: ReadonlyMap<number, Interval>, rows: readonly GroundedRow[], weights: ReadonlyMap<number, number>, digits: number,
): number[] | undefined {
  const sum = new Map<number, Ratio>();
  const used: number[] = [];
  let range = Interval.point(0);
  for (const [place, guessed] of weights) {
    const { terms, range: own } = rows[place] as GroundedRow;
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

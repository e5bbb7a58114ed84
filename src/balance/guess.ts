/**
 * One guess at a system whose exact linear search grew too long: a point well inside the bounds, found in floating point and made exact by following the
 * equations, or the few rows that seem to refute each other. A point is checked exactly here; the rows are for the exact search to refute.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { lifting, nearPoint } from "./lift.ts";
import { guessing, type Budget, type Care } from "./likely.ts";
import { linearised, openBoxes, type GroundedRow, type Shape } from "./linearise.ts";
import { insideOf } from "./point.ts";
import type { Steps } from "./steps.ts";
import { unknownsOf, type Row, type System } from "./system.ts";

/** A system as the linear search sees it, with the values of the factors that are fixed. */
interface Fixed {
  readonly system: System;
  readonly shape: Shape;
  readonly fixed: ReadonlyMap<number, Ratio>;
}

/** A point that passed the exact check, or the places of rows. @internal */
export type Guessed = { readonly found: ReadonlyMap<number, Ratio> } | { readonly against: readonly number[] };

/** What is tried, one after the other: the share of each width that is kept free at both ends of it, and whether the start tells how large numbers are. */
const TRIES: readonly (Care & { readonly isSized: boolean })[] = [
  { margin: 0.02, isSized: true, slack: 1e-12 }, { margin: 1e-3, isSized: false, slack: 1e-12 }, { margin: 1e-4, isSized: true, slack: 1e-12 },
  { margin: 1e-3, isSized: true, slack: 1e-12 }, { margin: 1e-4, isSized: false, slack: 1e-12 }, { margin: 1e-5, isSized: false, slack: 1e-9 },
  { margin: 1e-5, isSized: false, slack: 1e-12 }, { margin: 0, isSized: false, slack: 1e-12 },
];

const SIZES_UNKNOWN: ReadonlyMap<number, Ratio> = /* @__PURE__ */ new Map();

/** Guesses, with less and less kept free; `undefined` if nothing came out. @internal */
export function* guessedOnce(
  { system, shape, fixed }: Fixed, rows: readonly GroundedRow[], start: ReadonlyMap<number, Ratio>, budget: Budget,
): Steps<Guessed | undefined> {
  for (const { margin, slack, isSized } of TRIES) {
    const drawn = margin === 0 ? system : drawnIn(system, margin);
    const own = margin === 0 ? rows : linearised(drawn, shape, fixed);
    const likely = yield* guessing(openBoxes(drawn, fixed), own, isSized ? start : SIZES_UNKNOWN, { margin, slack }, budget);
    if (likely === undefined) continue;
    if ("against" in likely) {
      if (margin === 0) return likely;
      continue;
    }
    const lifted = yield* lifting(system, nearPoint(wholePoint(likely.point, system, fixed), system));
    if (lifted !== undefined) return { found: lifted };
  }
  return undefined;
}

// The system with every box and every range drawn in: by a share of their width, or, of a range with one end, of what its unknowns can move it.
function drawnIn({ boxes, constraints, ...rest }: System, margin: number): System {
  const share = Ratio.of(margin);
  const inner = ({ low, high, width }: Interval, whole: Interval, by = width?.times(share)): Interval => {
    if (by === undefined || width?.isZero === true) return whole;
    return Interval.between({ low: low?.plus(by), high: high?.minus(by) });
  };
  const drawn = (row: Row): Row => {
    if (row.range.width !== undefined) return { ...row, range: inner(row.range, row.range) };
    const reach = row.terms.reduce((sum, { of, weight }) => sum.plus((boxes[of]?.width ?? Ratio.zero).times(weight.absolute())), Ratio.zero);
    return { ...row, range: inner(row.range, row.range, reach.times(share).dividedBy(10)) };
  };
  return { ...rest, boxes: boxes.map((box) => inner(box, box)), constraints: constraints.map((constraint) => (constraint.type === "row" ? drawn(constraint) : constraint)) };
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

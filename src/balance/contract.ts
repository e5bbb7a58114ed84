/** What one constraint leaves each of its unknowns, given the boxes of the others: the step of which narrowing is made. */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Constraint, Product, Row } from "./system.ts";

/** The digits at which long ends are rounded outward. @category Balance */
export const PROPAGATION_DIGITS = 30;

/** What is left of the box of one unknown. @internal */
export interface Contraction {
  readonly of: number;
  readonly box: Interval;
}

/** What a constraint leaves each of its unknowns; a box that does not meet the unknown's own proves that there is no value. @internal */
export function contract(constraint: Constraint, boxes: readonly Interval[]): readonly Contraction[] {
  return constraint.type === "row" ? contractRow(constraint, boxes) : contractProduct(constraint, boxes);
}

function contractProduct({ amount, ratio, base }: Product, boxes: readonly Interval[]): Contraction[] {
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
function contractRow({ terms, range }: Row, boxes: readonly Interval[]): Contraction[] {
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

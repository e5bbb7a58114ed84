/**
 * A system as linear rows. A product whose ratio is used nowhere else is two linear inequalities (`lowest x base <= amount <= highest x base`), and
 * its ratio is the quotient afterwards; a product with a known factor is one equation; only ratios that several products share make a system truly
 * bilinear, and those are fixed, or relaxed to the same inequalities.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { pointOf } from "./point.ts";
import type { LinearRow } from "./simplex.ts";
import { tiesOf, unknownsOf, type Constraint, type Product, type System } from "./system.ts";

/** A product whose `dependent` factor occurs nowhere else. @internal */
interface Cone {
  readonly amount: number;
  readonly other: number;
  readonly dependent: number;
  readonly ties: readonly number[];
}

/** What becomes of each product of a system. @internal */
export interface Shape {
  /** Products with a factor that is `amount / other` once these two are known. */
  readonly cones: readonly Cone[];
  /** Products none of whose factors is free: both are shared. */
  readonly bilinear: readonly Product[];
  /** The factors to fix, so that no bilinear product is left. */
  readonly shared: readonly number[];
}

/** A linear row with what it rests on: its ties, and the unknowns whose boxes gave it its numbers. @internal */
export interface GroundedRow extends LinearRow {
  readonly ties: readonly number[];
  readonly grounds: readonly number[];
}

/** @internal */
export function shapeOf({ boxes, constraints }: System): Shape {
  const uses = new Map<number, number>();
  for (const constraint of constraints) for (const unknown of unknownsOf(constraint)) uses.set(unknown, (uses.get(unknown) ?? 0) + 1);
  const cones: Cone[] = [];
  const bilinear: Product[] = [];
  for (const product of openProducts(boxes, constraints)) {
    const { amount, ratio, base } = product;
    const ties = tiesOf(product);
    if (uses.get(ratio) === 1 && hasOneSign(boxes[base])) cones.push({ amount, other: base, dependent: ratio, ties });
    else if (uses.get(base) === 1 && hasOneSign(boxes[ratio])) cones.push({ amount, other: ratio, dependent: base, ties });
    else bilinear.push(product);
  }
  return { cones, bilinear, shared: coverOf(bilinear) };
}

/** The rows of a system, with the values given to fixed unknowns; bilinear products of which nothing is fixed are relaxed. @internal */
export function linearised({ boxes, constraints }: System, { cones, bilinear }: Shape, fixed: ReadonlyMap<number, Ratio>): GroundedRow[] {
  const valueOf = (unknown: number): Ratio | undefined => fixed.get(unknown) ?? pointOf(boxes[unknown]);
  const rows: GroundedRow[] = [];
  const take = (ties: readonly number[], { terms, range }: LinearRow, grounds: readonly number[]): void => {
    rows.push({ ...withKnown(terms, range, valueOf), ties, grounds });
  };
  const relax = (ties: readonly number[], amount: number, other: number, factor: number): void => {
    for (const row of coneRows(amount, other, boxes[factor], boxes[other])) take(ties, row, [amount, other, factor]);
  };
  for (const constraint of constraints) {
    const ties = tiesOf(constraint);
    if (constraint.type === "row") take(ties, constraint, constraint.terms.map(({ of }) => of));
    else {
      const { amount, ratio, base } = constraint;
      const known = valueOf(ratio) ?? valueOf(base);
      if (known === undefined) continue;
      take(ties, { terms: joined(amount, valueOf(ratio) === undefined ? ratio : base, known), range: ZERO_ONLY }, [amount, ratio, base]);
    }
  }
  for (const { amount, other, dependent, ties } of cones) relax(ties, amount, other, dependent);
  for (const product of bilinear) {
    const { amount, ratio, base } = product;
    if (valueOf(ratio) !== undefined || valueOf(base) !== undefined) continue;
    relax(tiesOf(product), amount, base, ratio);
    relax(tiesOf(product), amount, ratio, base);
  }
  return rows;
}

/** The boxes of the unknowns that linear rows speak of: not the fixed, not the known. @internal */
export function openBoxes({ boxes, constraints }: System, fixed: ReadonlyMap<number, Ratio>): Map<number, Interval> {
  const open = new Map<number, Interval>();
  for (const unknown of constraints.flatMap(unknownsOf)) {
    const box = boxes[unknown] as Interval;
    if (!box.isPoint && !fixed.has(unknown)) open.set(unknown, box);
  }
  return open;
}

/** @internal */
export const ZERO_ONLY: Interval = /* @__PURE__ */ Interval.point(0);

/** The products of which neither factor is known. @internal */
export function openProducts(boxes: readonly Interval[], constraints: readonly Constraint[]): Product[] {
  return constraints.filter((constraint): constraint is Product => constraint.type === "product"
    && boxes[constraint.ratio]?.isPoint === false && boxes[constraint.base]?.isPoint === false);
}

function hasOneSign(box: Interval | undefined): boolean {
  return box !== undefined && ((box.low !== undefined && box.low.sign >= 0) || (box.high !== undefined && box.high.sign <= 0));
}

/** Factors to fix: ratios first, the most shared before the rest, so that each product has at least one among them. @internal */
export function coverOf(products: readonly Product[]): number[] {
  const shared: number[] = [];
  let left = [...products];
  while (left.length > 0) {
    const counts = new Map<number, number>();
    for (const { ratio, base } of left) {
      counts.set(ratio, (counts.get(ratio) ?? 0) + 1.5);
      counts.set(base, (counts.get(base) ?? 0) + 1);
    }
    const [most] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    shared.push(most);
    left = left.filter(({ ratio, base }) => ratio !== most && base !== most);
  }
  return shared;
}

/** amount - factor x other, which is nothing where the factor is known. @internal */
export function joined(amount: number, other: number, factor: Ratio): LinearRow["terms"] {
  const terms = amount === other
    ? [{ of: amount, weight: Ratio.one.minus(factor) }]
    : [{ of: amount, weight: Ratio.one }, { of: other, weight: factor.negated() }];
  return terms.filter(({ weight }) => !weight.isZero);
}

// lowest x other <= amount <= highest x other, where `other` has one sign. An open end stays open only where `other` cannot be zero: zero is zero
// times anything.
function coneRows(amount: number, other: number, factors: Interval | undefined, others: Interval | undefined): LinearRow[] {
  if (factors === undefined || others === undefined || !hasOneSign(others)) return [];
  const positive = others.low !== undefined && others.low.sign >= 0;
  const canBeZero = others.contains(Ratio.zero);
  const rows: LinearRow[] = [];
  const add = (end: Ratio | undefined, closed: boolean, above: boolean): void => {
    if (end === undefined) return;
    const open = !closed && !canBeZero;
    rows.push({
      terms: joined(amount, other, end),
      range: above ? Interval.between({ low: 0, lowOpen: open }) : Interval.between({ high: 0, highOpen: open }),
    });
  };
  add(factors.low, factors.lowClosed, positive);
  add(factors.high, factors.highClosed, !positive);
  return rows;
}

/** A row without the unknowns whose values are known. @internal */
export function withKnown(terms: LinearRow["terms"], range: Interval, valueOf: (unknown: number) => Ratio | undefined): LinearRow {
  let constant = Ratio.zero;
  const open: { of: number; weight: Ratio }[] = [];
  for (const { of, weight } of terms) {
    const value = valueOf(of);
    if (value === undefined) open.push({ of, weight });
    else constant = constant.plus(value.times(weight));
  }
  return { terms: open, range: constant.isZero ? range : range.plus(Interval.point(constant.negated())) };
}

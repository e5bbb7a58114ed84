/**
 * What products say without their free unknowns. Throughputs, days and their changes in per cent tie printed figures together through unknowns that can be
 * anything; multiplying and dividing the ties cancels those, and what is left, `printed x printed = constant x printed`, has to hold on the boxes. Where it
 * does not, that is a refutation: exact, and one that no box by itself shows.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { PROPAGATION_DIGITS } from "./contract.ts";
import { tiesOf, unknownsOf, type Constraint, type System } from "./system.ts";

/** Ties that cannot hold together on the boxes of some unknowns. @internal */
export interface Refutation {
  readonly ties: ReadonlySet<number>;
  readonly grounds: ReadonlySet<number>;
}

/** `product of unknown ^ exponent = constant`, where no unknown is zero. */
interface Monomial {
  readonly exponents: ReadonlyMap<number, number>;
  readonly constant: Ratio;
  readonly from: ReadonlySet<Constraint>;
}

/** Beyond this exponent a monomial says too little to be worth its length. */
const GREATEST_EXPONENT = 6;
/** A longer one is not followed. */
const MOST_UNKNOWNS = 24;
const ONE: Interval = /* @__PURE__ */ Interval.point(1);

/** Whether the products of a narrowed system refute it once their free unknowns are cancelled. @internal */
export function refutedByProducts({ boxes, constraints }: System): Refutation | undefined {
  const nonZero = nonZeroIn(boxes, constraints);
  let left = constraints.flatMap((constraint) => monomialOf(constraint, nonZero) ?? []);
  const free = new Set(left.flatMap(({ exponents }) => [...exponents.keys()].filter((unknown) => !isHeld(boxes[unknown]))));
  for (const unknown of free) {
    const those = left.filter(({ exponents }) => exponents.has(unknown));
    const pivot = those.filter(({ exponents }) => Math.abs(exponents.get(unknown) ?? 0) === 1)
      .reduce<Monomial | undefined>((best, one) => (best === undefined || one.exponents.size < best.exponents.size ? one : best), undefined);
    if (pivot === undefined) continue;
    left = left.flatMap((one) => (one === pivot ? [] : one.exponents.has(unknown) ? cancelled(one, pivot, unknown) ?? [] : [one]));
  }
  const refuted = left.find((one) => isRefuted(one, boxes));
  if (refuted === undefined) return undefined;
  return { ties: new Set([...refuted.from].flatMap(tiesOf)), grounds: new Set([...refuted.from].flatMap(unknownsOf)) };
}

// No box holds zero, or a product that is not zero shows that its factors are not.
function nonZeroIn(boxes: readonly Interval[], constraints: readonly Constraint[]): ReadonlySet<number> {
  const nonZero = new Set(constraints.flatMap(unknownsOf).filter((unknown) => boxes[unknown]?.contains(0) === false));
  for (let size = -1; size !== nonZero.size;) {
    size = nonZero.size;
    for (const constraint of constraints) {
      if (constraint.type === "row") {
        const [first, second, third] = constraint.terms;
        if (first === undefined || second === undefined || third !== undefined || !isZeroOnly(constraint.range)) continue;
        if (nonZero.has(first.of)) nonZero.add(second.of);
        else if (nonZero.has(second.of)) nonZero.add(first.of);
      } else if (nonZero.has(constraint.amount)) nonZero.add(constraint.ratio).add(constraint.base);
      else if (nonZero.has(constraint.ratio) && nonZero.has(constraint.base)) nonZero.add(constraint.amount);
    }
  }
  return nonZero;
}

function monomialOf(constraint: Constraint, nonZero: ReadonlySet<number>): Monomial | undefined {
  if (!unknownsOf(constraint).every((unknown) => nonZero.has(unknown))) return undefined;
  const from = new Set([constraint]);
  if (constraint.type === "product") {
    const exponents = new Map([[constraint.amount, 1]]);
    for (const factor of [constraint.ratio, constraint.base]) multiply(exponents, factor, -1);
    return { exponents, constant: Ratio.one, from };
  }
  const [first, second, third] = constraint.terms;
  if (first === undefined || second === undefined || third !== undefined || !isZeroOnly(constraint.range)) return undefined;
  return { exponents: new Map([[first.of, 1], [second.of, -1]]), constant: second.weight.dividedBy(first.weight).negated(), from };
}

function multiply(exponents: Map<number, number>, unknown: number, by: number): void {
  const exponent = (exponents.get(unknown) ?? 0) + by;
  if (exponent === 0) exponents.delete(unknown);
  else exponents.set(unknown, exponent);
}

// One monomial times as many powers of the other as rid it of the unknown.
function cancelled(one: Monomial, pivot: Monomial, unknown: number): Monomial | undefined {
  const power = -(one.exponents.get(unknown) ?? 0) * (pivot.exponents.get(unknown) ?? 0);
  const exponents = new Map(one.exponents);
  for (const [other, exponent] of pivot.exponents) multiply(exponents, other, exponent * power);
  if (exponents.size > MOST_UNKNOWNS || [...exponents.values()].some((exponent) => Math.abs(exponent) > GREATEST_EXPONENT)) return undefined;
  let constant = one.constant;
  const factor = power > 0 ? pivot.constant : pivot.constant.reciprocal();
  for (let times = Math.abs(power); times > 0; times--) constant = constant.times(factor);
  return { exponents, constant, from: new Set([...one.from, ...pivot.from]) };
}

function isRefuted({ exponents, constant }: Monomial, boxes: readonly Interval[]): boolean {
  let over = ONE;
  let under = Interval.point(constant);
  for (const [unknown, exponent] of exponents) {
    const box = boxes[unknown];
    if (box === undefined || !isHeld(box)) return false;
    for (let times = Math.abs(exponent); times > 0; times--) {
      if (exponent > 0) over = over.times(box).outward(PROPAGATION_DIGITS);
      else under = under.times(box).outward(PROPAGATION_DIGITS);
    }
  }
  return over.intersect(under) === undefined;
}

function isHeld(box: Interval | undefined): boolean {
  return box !== undefined && box.isBounded && !box.contains(0);
}

function isZeroOnly({ isPoint, low }: Interval): boolean {
  return isPoint && low?.isZero === true;
}

/** Linear equations in a circle, solved exactly for some of their unknowns in terms of the others. */
import { Ratio } from "../number/ratio.ts";
import type { Steps } from "./steps.ts";
import type { Constraint } from "./system.ts";

/** `of = constant + sum of weight x unknown`, in unknowns that were not solved before it. @internal */
export interface Solved {
  readonly of: number;
  readonly terms: ReadonlyMap<number, Ratio>;
  readonly constant: Ratio;
}

interface Equation {
  readonly terms: Map<number, Ratio>;
  /** The terms come to this. */
  constant: Ratio;
}

/** How much longer the equations may grow than they were, before it is given up. */
const MOST_GROWTH = 20;
const BETWEEN_PAUSES = 512;

/** Sparse elimination in exact numbers. @internal */
export class Elimination {
  readonly #equations: Equation[] = [];
  readonly #columns = new Map<number, Set<Equation>>();
  #effort = 10_000;

  /** Adds an equation with the values of what is known; of a product one factor must be. */
  add(constraint: Constraint, known: (unknown: number) => Ratio | undefined): void {
    const equation: Equation = { terms: new Map(), constant: constraint.type === "row" ? constraint.range.low as Ratio : Ratio.zero };
    if (constraint.type === "row") for (const { of, weight } of constraint.terms) this.#put(equation, of, weight, known);
    else {
      const { amount, ratio, base } = constraint;
      const factor = known(ratio) ?? known(base) ?? Ratio.one;
      this.#put(equation, amount, Ratio.one, known);
      this.#put(equation, known(ratio) === undefined ? ratio : base, factor.negated(), known);
    }
    this.#equations.push(equation);
    this.#effort += MOST_GROWTH * equation.terms.size;
    for (const unknown of equation.terms.keys()) {
      const column = this.#columns.get(unknown);
      if (column === undefined) this.#columns.set(unknown, new Set([equation]));
      else column.add(equation);
    }
  }

  #put(equation: Equation, unknown: number, weight: Ratio, known: (unknown: number) => Ratio | undefined): void {
    const value = known(unknown);
    if (value !== undefined) {
      equation.constant = equation.constant.minus(value.times(weight));
      return;
    }
    const sum = equation.terms.get(unknown)?.plus(weight) ?? weight;
    if (sum.isZero) equation.terms.delete(unknown);
    else equation.terms.set(unknown, sum);
  }

  /** Solves for as many unknowns as there are equations, preferably those with room; `undefined` if that cannot be, or grows too long. */
  * run(roomOf: (unknown: number) => number): Steps<Solved[] | undefined> {
    const solved: Solved[] = [];
    let count = 0;
    for (const equation of this.#equations.sort((a, b) => a.terms.size - b.terms.size)) {
      if (++count % BETWEEN_PAUSES === 0) yield;
      if (equation.terms.size === 0) {
        if (!equation.constant.isZero) return undefined;
        continue;
      }
      const { of, terms, constant } = this.#solvedFor(equation, this.#pivotOf(equation, roomOf));
      for (const unknown of equation.terms.keys()) this.#columns.get(unknown)?.delete(equation);
      for (const other of this.#columns.get(of) ?? []) this.#substitute(other, { of, terms, constant });
      if (this.#effort < 0) return undefined;
      solved.push({ of, terms, constant });
    }
    return solved;
  }

  // The unknown that stands in the fewest other equations; of several, the one with the most room.
  #pivotOf({ terms }: Equation, roomOf: (unknown: number) => number): number {
    let pivot: { of: number; count: number; room: number } | undefined;
    for (const [of, weight] of terms) {
      const count = this.#columns.get(of)?.size ?? 0;
      if (pivot !== undefined && count > pivot.count) continue;
      const room = roomOf(of) * Math.abs(weight.toNumber());
      if (pivot === undefined || count < pivot.count || room > pivot.room) pivot = { of, count, room };
    }
    return pivot?.of as number;
  }

  #solvedFor({ terms, constant }: Equation, of: number): Solved {
    const inverse = (terms.get(of) as Ratio).reciprocal();
    const others = new Map<number, Ratio>();
    for (const [unknown, weight] of terms) if (unknown !== of) others.set(unknown, weight.times(inverse).negated());
    return { of, terms: others, constant: constant.times(inverse) };
  }

  #substitute(equation: Equation, { of, terms, constant }: Solved): void {
    const factor = equation.terms.get(of) as Ratio;
    equation.terms.delete(of);
    equation.constant = equation.constant.minus(constant.times(factor));
    this.#effort -= terms.size;
    for (const [unknown, weight] of terms) {
      const before = equation.terms.get(unknown);
      const after = before === undefined ? weight.times(factor) : before.plus(weight.times(factor));
      if (after.isZero) {
        equation.terms.delete(unknown);
        this.#columns.get(unknown)?.delete(equation);
      } else {
        equation.terms.set(unknown, after);
        if (before === undefined) this.#columns.get(unknown)?.add(equation);
      }
    }
  }
}

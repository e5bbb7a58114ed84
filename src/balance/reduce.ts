/**
 * A system made simpler before it is searched, and no weaker. Equal sums and equal products are one, so that a factor printed or computed twice is not
 * shared by two products; and what stands in one row of two terms only (a percent change, a restatement) is left for the end, and its box passed on.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Refutation } from "./monomial.ts";
import { insideOf } from "./point.ts";
import { Sameness } from "./sameness.ts";
import { tiesOf, unknownsOf, type Constraint, type Row, type System } from "./system.ts";

/** A simpler system, and how what is said of it becomes something said of the system that it was made from. @internal */
export interface Reduced {
  readonly system: System;
  /** Gives the values that were left out; `undefined` where one has no place. */
  restored(values: ReadonlyMap<number, Ratio>): ReadonlyMap<number, Ratio> | undefined;
  /** A refutation with the ties and the boxes that it rests on by way of what was left out. */
  explained(refutation: Refutation): Refutation;
}

/** @internal */
export function reduced(system: System): Reduced {
  const boxes = system.boxes.slice();
  const { kept, peeled } = peel(new Sameness(system).constraints(), boxes);
  return {
    system: { ...system, boxes, constraints: kept },
    restored(values) {
      const all = new Map(values);
      for (const { row, of } of peeled.toReversed()) {
        const value = restore(row, of, all, boxes);
        if (value === undefined) return undefined;
        all.set(of, value);
      }
      return all;
    },
    explained(refutation) {
      const ties = new Set(refutation.ties);
      const grounds = new Set(refutation.grounds);
      // What was left out last passed its box on last.
      for (const { row, to } of peeled.toReversed()) {
        if (to === undefined || !grounds.has(to)) continue;
        for (const tie of tiesOf(row)) ties.add(tie);
        for (const unknown of unknownsOf(row)) grounds.add(unknown);
      }
      return { ties, grounds };
    },
  };
}

interface Peeled {
  readonly row: Row;
  readonly of: number;
  /** The unknown that its box was passed on to. */
  readonly to: number | undefined;
}

// Rows of two open terms, one of which stands nowhere else, one after another; what it leaves to the other is put into its box.
function peel(constraints: readonly Constraint[], boxes: Interval[]): { kept: Constraint[]; peeled: Peeled[] } {
  const isOpen = (unknown: number): boolean => boxes[unknown]?.isPoint === false;
  const standing = new Map<number, Set<Constraint>>();
  for (const constraint of constraints) {
    for (const unknown of unknownsOf(constraint)) {
      if (!isOpen(unknown)) continue;
      const list = standing.get(unknown);
      if (list === undefined) standing.set(unknown, new Set([constraint]));
      else list.add(constraint);
    }
  }
  const left = new Set(constraints);
  const peeled: Peeled[] = [];
  const lone = new Set([...standing].flatMap(([unknown, { size }]) => (size === 1 ? [unknown] : [])));
  for (const of of lone) {
    const [row] = standing.get(of) ?? [];
    if (row?.type !== "row") continue;
    const others = row.terms.filter((term) => term.of !== of && isOpen(term.of));
    const [other] = others;
    if (others.length > 1) continue;
    if (other !== undefined) {
      const passed = placeFor(row, other.of, (unknown) => boxes[unknown] as Interval, boxes);
      if (passed === undefined) continue;
      boxes[other.of] = passed;
    }
    left.delete(row);
    peeled.push({ row, of, to: other?.of });
    standing.get(of)?.delete(row);
    const list = other && standing.get(other.of);
    list?.delete(row);
    if (other === undefined || list?.size !== 1) continue;
    lone.delete(other.of);
    lone.add(other.of);
  }
  return { kept: [...left], peeled };
}

function restore(row: Row, of: number, values: Map<number, Ratio>, boxes: readonly Interval[]): Ratio | undefined {
  const place = placeFor(row, of, (unknown) => {
    let value = values.get(unknown);
    if (value === undefined) values.set(unknown, value = insideOf(boxes[unknown] as Interval));
    return Interval.point(value);
  }, boxes);
  return place && insideOf(place);
}

// What a row and its own box leave an unknown, where the others are.
function placeFor({ terms, range }: Row, of: number, at: (unknown: number) => Interval, boxes: readonly Interval[]): Interval | undefined {
  let rest = range;
  let own = Ratio.one;
  for (const { of: unknown, weight } of terms) {
    if (unknown === of) own = weight;
    else rest = rest.plus(at(unknown).scaledBy(weight.negated()));
  }
  return rest.scaledBy(own.reciprocal()).intersect(boxes[of] as Interval);
}

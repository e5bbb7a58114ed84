/**
 * A system made simpler before it is searched, and no weaker. Equal sums and equal products are one, so that a factor printed or computed twice is not
 * shared by two products; and what stands in one row of two terms only (a percent change, a restatement) is left for the end: narrowing has already passed
 * its box on.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { insideOf } from "./point.ts";
import { Sameness } from "./sameness.ts";
import { unknownsOf, type Constraint, type Row, type System } from "./system.ts";

/** A simpler system, and how a point of it becomes a point of the system that it was made from. @internal */
export interface Reduced {
  readonly system: System;
  /** Gives the values that were left out; `undefined` where one has no place. */
  restored(values: ReadonlyMap<number, Ratio>): ReadonlyMap<number, Ratio> | undefined;
}

/** @internal */
export function reduced(system: System): Reduced {
  const { boxes } = system;
  const { kept, peeled } = peel(new Sameness(system).constraints(), boxes);
  return {
    system: { ...system, constraints: kept },
    restored(values) {
      const all = new Map(values);
      for (const { row, of } of peeled.toReversed()) {
        const value = restore(row, of, all, boxes);
        if (value === undefined) return undefined;
        all.set(of, value);
      }
      return all;
    },
  };
}

interface Peeled {
  readonly row: Row;
  readonly of: number;
}

// Rows of two open terms, one of which stands nowhere else, one after another.
function peel(constraints: readonly Constraint[], boxes: readonly Interval[]): { kept: Constraint[]; peeled: Peeled[] } {
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
    if (others.length > 1) continue;
    left.delete(row);
    peeled.push({ row, of });
    standing.get(of)?.delete(row);
    for (const { of: other } of others) {
      const list = standing.get(other);
      list?.delete(row);
      if (list?.size !== 1) continue;
      lone.delete(other);
      lone.add(other);
    }
  }
  return { kept: [...left], peeled };
}

function restore({ terms, range }: Row, of: number, values: Map<number, Ratio>, boxes: readonly Interval[]): Ratio | undefined {
  let rest = Ratio.zero;
  let own = Ratio.one;
  for (const { of: unknown, weight } of terms) {
    if (unknown === of) {
      own = weight;
      continue;
    }
    let value = values.get(unknown);
    if (value === undefined) values.set(unknown, value = insideOf(boxes[unknown] as Interval));
    rest = rest.plus(value.times(weight));
  }
  const place = range.plus(Interval.point(rest.negated())).scaledBy(own.reciprocal()).intersect(boxes[of] as Interval);
  return place === undefined ? undefined : insideOf(place);
}

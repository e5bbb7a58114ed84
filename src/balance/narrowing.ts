/**
 * Narrowing with a memory. Every step is written down, so that an emptied box can be traced back to the ties that emptied it, and so that ties can be
 * taken out again: only what rested on them is undone.
 */
import { type Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { contract } from "./contract.ts";
import { tiesOf, unknownsOf, type Constraint, type System } from "./system.ts";

/** A narrowing below this share of the width is kept, but not passed on. */
const WORTH_PASSING_ON: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 1000n);
/** Nor is one below this share of the width that the unknown had when it was first bounded: what only halves towards a point would never end. */
const FINEST: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 9n);
/** How often the one end of an unbounded box is passed on: what doubles away would never end either. */
const MOST_UNBOUNDED_PASSES = 50;
/** How often a constraint is looked at, on the average, before what is left is taken as it is. */
const MOST_LOOKS = 200;

/** The low end, the high end, or both. */
type Side = 1 | 2 | 3;

/** An emptied box: the unknown, and the constraint that emptied it. @internal */
export interface Emptied {
  readonly empty: number;
  readonly by: number;
}

/** One narrowing of one box. */
interface Step {
  readonly of: number;
  readonly by: number;
  readonly before: Interval;
  readonly side: Side;
  /** How many steps had been taken before the constraint was looked at. */
  readonly looked: number;
  /** The step before on the same unknown, if there was one. */
  readonly previous: number;
}

/** The boxes of a system as they are narrowed. @internal */
export class Narrowing {
  readonly boxes: Interval[];
  readonly #began: readonly Interval[];
  readonly #constraints: readonly Constraint[];
  readonly #touching = new Map<number, number[]>();
  readonly #dead = new Set<number>();
  readonly #pending = new Set<number>();
  readonly #latest = new Map<number, number>();
  readonly #finest = new Map<number, Ratio>();
  readonly #unbounded = new Map<number, number>();
  #steps: Step[] = [];
  readonly #looks: number;
  #looksLeft: number;

  constructor({ boxes, constraints }: System, looks: number = MOST_LOOKS) {
    this.#began = boxes;
    this.boxes = boxes.slice();
    this.#constraints = constraints;
    this.#looks = looks;
    this.#looksLeft = looks * (constraints.length + 10);
    for (const [place, constraint] of constraints.entries()) {
      this.#pending.add(place);
      for (const unknown of unknownsOf(constraint)) {
        const list = this.#touching.get(unknown);
        if (list === undefined) this.#touching.set(unknown, [place]);
        else list.push(place);
      }
    }
  }

  /** The constraints that were not taken out. */
  get constraints(): readonly Constraint[] {
    return this.#dead.size === 0 ? this.#constraints : this.#constraints.filter((_, place) => !this.#dead.has(place));
  }

  /** How many constraints are still to be looked at. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Narrows until nothing moves, or the effort is spent, or a box is emptied. */
  settle(): Emptied | undefined {
    for (;;) {
      const outcome = this.advance(Infinity);
      if (outcome !== "more") return outcome;
    }
  }

  /** Looks at so many constraints at most. */
  advance(looks: number): Emptied | "more" | undefined {
    let left = looks;
    // A set goes on to what is added to it on the way, and may be added to again.
    for (const place of this.#pending) {
      if (this.#looksLeft <= 0) return undefined;
      if (left-- <= 0) return "more";
      this.#looksLeft--;
      this.#pending.delete(place);
      const emptied = this.#look(place);
      if (emptied !== undefined) {
        this.#pending.add(place);
        return emptied;
      }
    }
    return undefined;
  }

  #look(place: number): Emptied | undefined {
    const looked = this.#steps.length;
    for (const { of, box } of contract(this.#constraints[place] as Constraint, this.boxes)) {
      const before = this.boxes[of] as Interval;
      const after = before.intersect(box);
      if (after === before) continue;
      if (after === undefined) return { empty: of, by: place };
      this.boxes[of] = after;
      this.#steps.push({ of, by: place, before, side: sideOf(before, after), looked, previous: this.#latest.get(of) ?? -1 });
      this.#latest.set(of, this.#steps.length - 1);
      if (this.#isWorthPassingOn(of, before, after)) this.#passOn(of, place);
    }
    return undefined;
  }

  #passOn(unknown: number, except: number): void {
    for (const next of this.#touching.get(unknown) ?? []) if (next !== except && !this.#dead.has(next)) this.#pending.add(next);
  }

  // Whether a narrowing of an unknown is passed on, with a memory of what has been passed on of it.
  #isWorthPassingOn(unknown: number, before: Interval, after: Interval): boolean {
    const [width, left] = [before.width, after.width];
    if (after.isPoint) return true;
    if (left === undefined) {
      const passes = (this.#unbounded.get(unknown) ?? 0) + 1;
      this.#unbounded.set(unknown, passes);
      return passes <= MOST_UNBOUNDED_PASSES;
    }
    const least = this.#finest.get(unknown);
    if (least === undefined) this.#finest.set(unknown, (width ?? left).times(FINEST));
    if (width === undefined) return true;
    const gain = width.minus(left);
    return gain.compare(width.times(WORTH_PASSING_ON)) >= 0 && (least === undefined || gain.compare(least) >= 0);
  }

  /** The ties by which a box was emptied. */
  tiesOfEmptied({ empty, by }: Emptied): Set<number> {
    const unknowns = unknownsOf(this.#constraints[by] as Constraint);
    return this.#tiesBehind([empty, ...unknowns], [by]);
  }

  /** The ties by which the boxes of some unknowns came to be what they are. */
  causes(unknowns: Iterable<number>): Set<number> {
    return this.#tiesBehind(unknowns, []);
  }

  // Goes back from step to step: what narrowed an end, and what ends that rested on.
  #tiesBehind(unknowns: Iterable<number>, constraints: readonly number[]): Set<number> {
    const used = new Set(constraints);
    const wanted = new Set<number>();
    const want = (unknown: number, side: Side, before: number): void => {
      let open: number = side;
      for (let at = this.#latest.get(unknown) ?? -1; at >= 0 && open !== 0;) {
        const step = this.#steps[at] as Step;
        if (at < before && (step.side & open) !== 0) {
          wanted.add(at);
          open &= ~step.side;
        }
        at = step.previous;
      }
    };
    for (const unknown of unknowns) want(unknown, 3, Infinity);
    for (const at of wanted) {
      const { of, by, side, looked } = this.#steps[at] as Step;
      used.add(by);
      for (const need of this.#needs(this.#constraints[by] as Constraint, of, side)) want(need.of, need.side, looked);
    }
    return new Set([...used].flatMap((place) => tiesOf(this.#constraints[place] as Constraint)));
  }

  // The ends of the other unknowns on which an end of one rests.
  #needs(constraint: Constraint, of: number, side: Side): { of: number; side: Side }[] {
    const other: Side = side === 3 ? 3 : side === 1 ? 2 : 1;
    if (constraint.type === "row") {
      const sign = constraint.terms.find((term) => term.of === of)?.weight.sign ?? 1;
      return constraint.terms.flatMap((term) => (term.of === of ? [] : [{ of: term.of, side: term.weight.sign === sign ? other : side }]));
    }
    const { amount, ratio, base } = constraint;
    const isPlain = [amount, ratio, base].every((unknown) => (this.#began[unknown]?.low?.sign ?? -1) >= 0);
    if (!isPlain) return [amount, ratio, base].flatMap((unknown) => (unknown === of ? [] : [{ of: unknown, side: 3 as const }]));
    if (of === amount) return [{ of: ratio, side }, { of: base, side }];
    return [{ of: amount, side }, { of: of === ratio ? base : ratio, side: other }];
  }

  /** Takes constraints out, by their ties, and undoes what rested on them. Gives back the ties of whose unknowns some box was widened again. */
  without(ties: ReadonlySet<number>): ReadonlySet<number> {
    for (const [place, { tie }] of this.#constraints.entries()) if (ties.has(tie)) this.#dead.add(place);
    for (const place of this.#dead) this.#pending.delete(place);
    const undone = new Map<number, Interval>();
    const kept: Step[] = [];
    // How many of the steps before each were kept.
    const keptBefore = new Int32Array(this.#steps.length + 1);
    this.#latest.clear();
    for (const [at, step] of this.#steps.entries()) {
      const { of, by, before } = step;
      keptBefore[at] = kept.length;
      if (undone.has(of)) continue;
      if (this.#dead.has(by) || unknownsOf(this.#constraints[by] as Constraint).some((unknown) => undone.has(unknown))) {
        undone.set(of, before);
        continue;
      }
      kept.push({ ...step, looked: keptBefore[step.looked] as number, previous: this.#latest.get(of) ?? -1 });
      this.#latest.set(of, kept.length - 1);
    }
    this.#steps = kept;
    const touched = new Set<number>();
    for (const [unknown, box] of undone) {
      this.boxes[unknown] = box;
      this.#finest.delete(unknown);
      this.#unbounded.delete(unknown);
      this.#passOn(unknown, -1);
      for (const next of this.#touching.get(unknown) ?? []) for (const tie of tiesOf(this.#constraints[next] as Constraint)) touched.add(tie);
    }
    this.#looksLeft = this.#looks * (this.#constraints.length + 10);
    return touched;
  }
}

function sideOf(before: Interval, after: Interval): Side {
  const low = before.low === after.low && before.lowClosed === after.lowClosed;
  const high = before.high === after.high && before.highClosed === after.highClosed;
  return low ? 2 : high ? 1 : 3;
}

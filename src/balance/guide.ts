/**
 * A likely point, in floating point: the ties are visited in turn, and each moves its unknowns onto itself by as little as their boxes' widths suggest.
 * Nothing here is trusted: the point only tells the exact search where to start.
 */
import type { Interval } from "../number/interval.ts";
import type { Steps } from "./steps.ts";
import { unknownsOf, type System } from "./system.ts";

/** After so many sweeps the distance must have come down to this share of what it was, or there is no point to come nearer to. */
const PATIENCE = 50;
const HEADWAY = 0.9;
/** The share of a box's width that is kept free at each end, so that exact values have room to settle. */
const MARGIN = 0.04;
/** The share of what the unknowns of a row can move it that is kept free at each end of its range. */
const RANGE_MARGIN = 1e-3;
/** How far off a tie may stay, in widths, and how many sweeps that is worth. */
const AIMS = {
  /** Well within the margin, so that the exact values can make up for it. */
  near: { off: 1e-4, sweeps: 80 },
  /** As close as factors must be that are fixed as they stand. */
  close: { off: 1e-8, sweeps: 2000 },
} as const;

/** A point near the ties, inside the boxes; it pauses after every sweep. @internal */
export function* guiding(system: System, aim: keyof typeof AIMS): Steps<Map<number, number>> {
  const { boxes, constraints, hints } = system;
  const { off, sweeps } = AIMS[aim];
  const unknowns = [...new Set(constraints.flatMap(unknownsOf))];
  const placeOf = new Map(unknowns.map((unknown, place) => [unknown, place]));
  const at = (unknown: number): number => placeOf.get(unknown) as number;
  const space = new Space(unknowns.map((unknown) => boxes[unknown] as Interval), unknowns.map((unknown) => hints?.get(unknown)));
  const ties = constraints.map((constraint): FloatTie => (constraint.type === "product"
    ? new FloatProduct(space, at(constraint.amount), at(constraint.ratio), at(constraint.base))
    : new FloatRow(space, constraint.terms.map(({ of, weight }) => [at(of), weight.toNumber()]), constraint.range)));
  let mark = Infinity;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let furthest = 0;
    for (const tie of ties) furthest = Math.max(furthest, tie.settle());
    if (furthest < off) break;
    if (sweep % PATIENCE === PATIENCE - 1) {
      if (furthest > mark * HEADWAY) break;
      mark = furthest;
    }
    yield;
  }
  return new Map(unknowns.map((unknown, place) => [unknown, space.point[place] as number]));
}

/** The point, and how far each unknown may move. */
class Space {
  readonly point: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The square of the width: how readily an unknown moves. */
  readonly ease: Float64Array;

  constructor(boxes: readonly Interval[], hints: readonly (Interval | undefined)[]) {
    this.point = new Float64Array(boxes.length);
    this.low = new Float64Array(boxes.length);
    this.high = new Float64Array(boxes.length);
    this.ease = new Float64Array(boxes.length);
    const scale = boxes.reduce((most, { low, high }) => Math.max(most, Math.abs(low?.toNumber() ?? 0), Math.abs(high?.toNumber() ?? 0)), 1);
    for (const [place, box] of boxes.entries()) {
      this.#enclose(place, box.low?.toNumber() ?? -Infinity, box.high?.toNumber() ?? Infinity, scale);
      this.#startAt(place, hints[place]?.middle?.toNumber());
    }
  }

  #enclose(place: number, low: number, high: number, scale: number): void {
    const isBounded = low !== -Infinity && high !== Infinity;
    const margin = isBounded ? (high - low) * MARGIN : 0;
    this.low[place] = low + margin;
    this.high[place] = high - margin;
    this.ease[place] = isBounded ? (high - low) ** 2 : scale * scale;
    this.point[place] = isBounded ? (low + high) / 2 : low !== -Infinity ? low + Math.max(1, Math.abs(low)) * MARGIN : Math.min(0, high);
  }

  // Where a figure was left out the unknown starts from it, and is moved readily, though not as if it could be anything.
  #startAt(place: number, hint: number | undefined): void {
    if (hint === undefined || this.ease[place] === 0) return;
    this.point[place] = Math.min(this.high[place] as number, Math.max(this.low[place] as number, hint));
    this.ease[place] = Math.min(this.ease[place] as number, Math.max(1, hint * hint));
  }

  move(place: number, by: number): void {
    if (this.ease[place] === 0) return;
    this.point[place] = Math.min(this.high[place] as number, Math.max(this.low[place] as number, (this.point[place] as number) - by));
  }
}

interface FloatTie {
  /** Moves the unknowns towards the tie, and gives back how far off it was, in widths. */
  settle(): number;
}

class FloatRow implements FloatTie {
  readonly #space: Space;
  readonly #places: Int32Array;
  readonly #weights: Float64Array;
  readonly #low: number;
  readonly #high: number;
  readonly #steepness: number;

  constructor(space: Space, terms: readonly (readonly [number, number])[], { low, high }: Interval) {
    this.#space = space;
    this.#places = Int32Array.from(terms, ([place]) => place);
    this.#weights = Float64Array.from(terms, ([, weight]) => weight);
    this.#steepness = terms.reduce((sum, [place, weight]) => sum + weight * weight * (space.ease[place] as number), 0);
    const [least, most] = [low?.toNumber() ?? -Infinity, high?.toNumber() ?? Infinity];
    // A range is kept to with room to spare, where there is room.
    const margin = Math.min((most - least) * MARGIN, Math.sqrt(this.#steepness) * RANGE_MARGIN);
    this.#low = least + margin;
    this.#high = most - margin;
  }

  settle(): number {
    const { point, ease } = this.#space;
    let value = 0;
    for (const [term, place] of this.#places.entries()) value += (this.#weights[term] as number) * (point[place] as number);
    const excess = value - Math.min(this.#high, Math.max(this.#low, value));
    if (excess === 0 || this.#steepness === 0) return 0;
    const step = excess / this.#steepness;
    for (const [term, place] of this.#places.entries()) this.#space.move(place, step * (this.#weights[term] as number) * (ease[place] as number));
    return Math.abs(excess) / Math.sqrt(this.#steepness);
  }
}

class FloatProduct implements FloatTie {
  readonly #space: Space;
  readonly #amount: number;
  readonly #ratio: number;
  readonly #base: number;

  constructor(space: Space, amount: number, ratio: number, base: number) {
    this.#space = space;
    this.#amount = amount;
    this.#ratio = ratio;
    this.#base = base;
  }

  settle(): number {
    const { point, ease } = this.#space;
    const ratio = point[this.#ratio] as number;
    const base = point[this.#base] as number;
    const excess = (point[this.#amount] as number) - ratio * base;
    const [ofAmount, ofRatio, ofBase] = [ease[this.#amount] as number, ease[this.#ratio] as number, ease[this.#base] as number];
    const steepness = ofAmount + base * base * ofRatio + ratio * ratio * ofBase;
    if (excess === 0 || steepness === 0) return 0;
    const step = excess / steepness;
    this.#space.move(this.#amount, step * ofAmount);
    this.#space.move(this.#ratio, -step * base * ofRatio);
    this.#space.move(this.#base, -step * ratio * ofBase);
    return Math.abs(excess) / Math.sqrt(steepness);
  }
}

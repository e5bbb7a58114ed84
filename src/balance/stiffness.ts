/** Walls around a point, in floating point, and how they resist: the matrix of Newton's method for an interior point. */
import { leastDegreeWithin, SymmetricFactors } from "./sparse.ts";

/** A weighted sum of leading variables, as far as it differs from what it comes to where the search began; its largest weight is one. @internal */
export interface Form {
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** A bound of a form: `side x (form - at)` is how far inside it one is. @internal */
export interface Wall {
  readonly form: Form;
  readonly side: 1 | -1;
  readonly at: number;
  /** How much of the allowance it gives way by. */
  readonly give: number;
}

/** What a form comes to. @internal */
export function along({ places, weights }: Form, z: Float64Array): number {
  let sum = 0;
  for (let term = 0; term < places.length; term++) sum += (weights[term] as number) * (z[places[term] as number] as number);
  return sum;
}

/** Adds what a force along a form comes to for each variable. @internal */
export function spread({ places, weights }: Form, force: number, over: Float64Array): void {
  for (let term = 0; term < places.length; term++) over[places[term] as number] = (over[places[term] as number] as number) + force * (weights[term] as number);
}

/** The most products that one step may take. */
const MOST_WORK = 10_000_000;
/** What is added to the diagonal, as a share of it, so that rounding leaves it positive. */
const FIRMNESS = 1e-13;

/** The resistance of walls, with a border for the allowance. @internal */
export class Stiffness {
  readonly #walls: readonly Wall[];
  readonly #rows: readonly { readonly columns: readonly number[]; readonly cells: Float64Array }[];
  /** For each wall the places in their rows where the products of its weights go. */
  readonly #targets: readonly Int32Array[];
  readonly #order: Int32Array | undefined;
  #factors: SymmetricFactors | undefined;
  #border = new Float64Array(0);
  #across = new Float64Array(0);
  #corner = 0;

  constructor(count: number, walls: readonly Wall[]) {
    this.#walls = walls;
    const places: Map<number, number>[] = Array.from({ length: count }, (_, row) => new Map([[row, 0]]));
    const isTooMuch = walls.reduce((sum, { form }) => sum + form.places.length ** 2, 0) > MOST_WORK;
    this.#targets = isTooMuch ? [] : walls.map(({ form }) => Int32Array.from(Array.from(form.places).flatMap((row) => {
      const own = places[row] as Map<number, number>;
      for (const column of form.places) if (!own.has(column)) own.set(column, own.size);
      return Array.from(form.places, (column) => own.get(column) as number);
    })));
    this.#rows = places.map((own) => ({ columns: [...own.keys()], cells: new Float64Array(own.size) }));
    this.#order = isTooMuch ? undefined : leastDegreeWithin(this.#rows, MOST_WORK);
  }

  /** Takes how stiff each wall is, and what holds each variable besides; whether there are numbers for it, and not too many. */
  stiffen(stiff: Float64Array, held = 0): boolean {
    if (this.#order === undefined) return false;
    for (const { cells } of this.#rows) cells.fill(0);
    this.#border = new Float64Array(this.#rows.length);
    this.#corner = 0;
    for (const [wall, { form, side, give }] of this.#walls.entries()) {
      const own = stiff[wall] as number;
      this.#add(form, this.#targets[wall] as Int32Array, own);
      spread(form, side * give * own, this.#border);
      this.#corner += give * give * own;
    }
    for (const { cells } of this.#rows) cells[0] = (cells[0] as number) * (1 + FIRMNESS) + held + Number.MIN_VALUE;
    this.#factors = new SymmetricFactors(this.#rows, this.#order);
    this.#across = Float64Array.from(this.#factors.solve(this.#border));
    return this.#across.every(Number.isFinite);
  }

  #add({ places, weights }: Form, target: Int32Array, stiff: number): void {
    let at = 0;
    for (const [term, place] of places.entries()) {
      const cells = this.#rows[place]?.cells as Float64Array;
      const weight = stiff * (weights[term] as number);
      for (let other = 0; other < places.length; other++) {
        const cell = target[at++] as number;
        cells[cell] = (cells[cell] as number) + weight * (weights[other] as number);
      }
    }
  }

  /** The movement at which the walls resist what pushes. */
  moved(pushed: Float64Array): Float64Array {
    return (this.#factors as SymmetricFactors).solve(pushed);
  }

  /** The same where the allowance moves as well. */
  movedWith(pushed: Float64Array, corner: number): { readonly z: Float64Array; readonly allowance: number } {
    const plain = this.moved(pushed);
    const dot = (other: Float64Array): number => this.#border.reduce((sum, cell, place) => sum + cell * (other[place] as number), 0);
    const allowance = (corner - dot(plain)) / (this.#corner - dot(this.#across));
    return { z: plain.map((by, place) => by - allowance * (this.#across[place] as number)), allowance };
  }
}

/**
 * The linear core in floating point: where a point of the rows probably lies, well inside the bounds, or which rows probably refute each other. Nothing
 * here is trusted: the exact search starts from the one, and looks at the few rows of the other before it looks at all.
 *
 * The method is that of the exact simplex (see there), on a dense table of doubles.
 */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { exactly, insideOf } from "./point.ts";
import type { LinearRow } from "./simplex.ts";
import type { Steps } from "./steps.ts";

/** A point by variable, or the places of the rows that seem to refute each other. @internal */
export type Likely = { readonly point: ReadonlyMap<number, Ratio> } | { readonly against: readonly number[] };

/** What counts as nothing, of a weight; all is scaled to sizes of about one. */
const NOTHING = 1e-9;
/** How far from an open end a point is kept. */
const BESIDE = 1e-6;
/** The part of the margin that is kept from the only end of a box. */
const AT_A_SINGLE_END = 1e-3;
/** How many pivots for each row and column are greedy. */
const PATIENCE = 2;
/** The most cells of a table; beyond it nothing is guessed. */
const MOST_CELLS = 4_000_000;
/** How many cells may be written where it need not be thorough: some tenths of a second. */
const MOST_WORK = 300_000_000;
/** How many cells all guesses about one component may write together: some seconds. @internal */
export const GUESSING_WORK = 5_000_000_000;
/** How many cells are written between two pauses. */
const BETWEEN_PAUSES = 10_000_000;

/**
 * Guesses. `undefined` where the search was given up, which it is early where a margin is kept, or the table is too large.
 *
 * @internal
 */
export function* guessing(
  boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>, { margin, slack }: Care, budget: Budget,
): Steps<Likely | undefined> {
  if (budget.left <= 0 || rows.length === 0 || boxes.size === 0 || rows.length * boxes.size > MOST_CELLS) return undefined;
  const table = new Table(boxes, rows, start, { margin, slack });
  const outcome = yield* table.settling(margin === 0, Math.min(budget.left, margin === 0 ? Infinity : MOST_WORK));
  budget.left -= table.work;
  if (outcome === "settled") return { point: table.point() };
  return outcome && { against: outcome };
}

/** How a point is to be placed. @internal */
export interface Care {
  /** How far it is kept from the only end of a box, in what its neighbours are wide. */
  readonly margin: number;
  /** How far out of a bound counts as inside. */
  readonly slack: number;
}

/** The work that is left, in cells written. @internal */
export interface Budget {
  left: number;
}

/** A variable or a row in units of its own: `center + width x z`. */
interface Scale {
  readonly variable: number;
  readonly center: Ratio;
  readonly width: number;
}

/**
 * Each basic variable as a sum of the others. Variables are numbered by place: first those of the boxes, then one for each row.
 */
class Table {
  readonly #scales: readonly Scale[];
  /** The rows as they were given, around the middle that their variables are measured from, and how large their scaled weights were. */
  readonly #rows: { readonly terms: readonly { readonly place: number; readonly weight: Ratio }[]; readonly middle: Ratio; readonly size: number }[] = [];
  readonly #cells: Float64Array[];
  /** The variable that each row of the table gives, and the one that each column stands for. */
  readonly #basic: Int32Array;
  readonly #free: Int32Array;
  readonly #value: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #slack: number;
  #work = 0;

  constructor(boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>, { margin, slack }: Care) {
    this.#slack = slack;
    const widths = widthsIn(boxes, rows, start);
    this.#scales = Array.from(boxes, ([variable, box]) => ({ variable, center: centerOf(box), width: widths.get(variable) ?? 1 }));
    const columns = this.#scales.length;
    const all = columns + rows.length;
    const placeOf = new Map(this.#scales.map(({ variable }, place) => [variable, place]));
    this.#low = new Float64Array(all);
    this.#high = new Float64Array(all);
    this.#value = new Float64Array(all);
    for (const [place, box] of [...boxes.values()].entries()) {
      this.#bound(place, box, (this.#scales[place] as Scale).center, (this.#scales[place] as Scale).width);
      if (!box.isBounded) this.#drawIn(place, margin * AT_A_SINGLE_END);
    }
    this.#cells = rows.map(({ terms, range }, number) => {
      const cells = new Float64Array(columns);
      let middle = Ratio.zero;
      let largest = 0;
      for (const { of, weight } of terms) {
        const place = placeOf.get(of) as number;
        const { center, width } = this.#scales[place] as Scale;
        middle = middle.plus(weight.times(center));
        cells[place] = weight.toNumber() * width;
        largest = Math.max(largest, Math.abs((cells[place])));
      }
      const size = largest > 0 ? largest : 1;
      this.#rows.push({ terms: terms.map(({ of, weight }) => ({ place: placeOf.get(of) as number, weight })), middle, size });
      if (largest > 0) for (const [place, cell] of cells.entries()) cells[place] = cell / largest;
      this.#bound(columns + number, range, middle, size);
      return cells;
    });
    this.#free = Int32Array.from({ length: columns }, (_, place) => place);
    this.#basic = Int32Array.from(rows, (_, number) => columns + number);
  }

  #bound(place: number, box: Interval, center: Ratio, width: number): void {
    const { low, high } = box;
    this.#low[place] = low === undefined ? -Infinity : low.minus(center).toNumber() / width + (box.lowClosed ? 0 : BESIDE);
    this.#high[place] = high === undefined ? Infinity : high.minus(center).toNumber() / width - (box.highClosed ? 0 : BESIDE);
  }

  #drawIn(place: number, margin: number): void {
    (this.#low[place] as number) += margin;
    (this.#high[place] as number) -= margin;
  }

  #cell(row: number, column: number): number {
    return (this.#cells[row] as Float64Array)[column] as number;
  }

  get work(): number {
    return this.#work;
  }

  /** A point within the bounds; or the rows against it, or `undefined` when the work is done. */
  * settling(thorough: boolean, most: number): Steps<"settled" | readonly number[] | undefined> {
    this.#enclose();
    const patience = PATIENCE * (this.#basic.length + this.#free.length);
    for (let pivots = 0; ; pivots++) {
      // Bland's rule, which cannot cycle, when the greedy one has made no end.
      const careful = pivots > patience;
      if (careful && !thorough) return undefined;
      const row = this.#broken(careful);
      if (row < 0) return "settled";
      const grows = (this.#value[this.#basic[row] as number] as number) < (this.#low[this.#basic[row] as number] as number);
      const column = this.#entering(row, grows, careful);
      if (column < 0) return this.#rowsIn(row);
      const before = Math.floor(this.#work / BETWEEN_PAUSES);
      this.#pivot(row, column, grows);
      if (this.#work > most) return undefined;
      if (Math.floor(this.#work / BETWEEN_PAUSES) > before) yield;
    }
  }

  /** The point where the settled table stands, corrected until the rows hold to twice the digits of a double. */
  point(): Map<number, Ratio> {
    const columns = this.#scales.length;
    const point = this.#scales.map(({ center, width }, place) => center.plus(exactly(width * (this.#value[place] as number))));
    for (let round = 0; round < CORRECTIONS; round++) {
      const off = this.#rows.map(({ terms, middle, size }, number) => {
        const sum = terms.reduce((so, { place, weight }) => so.plus((point[place] as Ratio).times(weight)), middle.negated());
        return sum.minus(exactly((this.#value[columns + number] as number) * size)).toNumber() / size;
      });
      // What a row is off by counts as what its own variable would have had to be more.
      for (const [row, of] of this.#basic.entries()) {
        let correction = of >= columns ? (off[of - columns] as number) : 0;
        for (const [column, free] of this.#free.entries()) {
          if (free >= columns) correction -= this.#cell(row, column) * (off[free - columns] as number);
        }
        if (of >= columns) (this.#value[of] as number) += correction;
        else point[of] = (point[of] as Ratio).plus(exactly(correction * (this.#scales[of] as Scale).width));
      }
    }
    return new Map(this.#scales.map(({ variable }, place) => [variable, point[place] as Ratio]));
  }

  // Puts the free variables between their bounds, and computes the others.
  #enclose(): void {
    for (const of of this.#free) this.#value[of] = Math.min((this.#high[of] as number), Math.max((this.#low[of] as number), (this.#value[of] as number)));
    for (const [row, of] of this.#basic.entries()) {
      let sum = 0;
      const cells = this.#cells[row] as Float64Array;
      for (let column = 0; column < cells.length; column++) sum += (cells[column] as number) * (this.#value[this.#free[column] as number] as number);
      this.#value[of] = sum;
    }
  }

  // The row furthest out of its bounds, or, with care, that of the smallest variable; less than zero if there is none.
  #broken(careful: boolean): number {
    let found = -1;
    let most = this.#slack;
    for (const [row, of] of this.#basic.entries()) {
      const value = this.#value[of] as number;
      const off = Math.max((this.#low[of] as number) - value, value - (this.#high[of] as number));
      if (off <= this.#slack || (careful ? found >= 0 && of >= (this.#basic[found] as number) : off <= most)) continue;
      most = off;
      found = row;
    }
    return found;
  }

  #entering(row: number, grows: boolean, careful: boolean): number {
    let found = -1;
    let most = NOTHING;
    for (const [column, of] of this.#free.entries()) {
      const cell = this.#cell(row, column);
      if (Math.abs(cell) <= NOTHING) continue;
      const value = this.#value[of] as number;
      const canMove = (cell > 0) === grows ? value < (this.#high[of] as number) - this.#slack : value > (this.#low[of] as number) + this.#slack;
      if (!canMove || (careful ? found >= 0 && of >= (this.#free[found] as number) : Math.abs(cell) <= most)) continue;
      most = Math.abs(cell);
      found = column;
    }
    return found;
  }

  #pivot(row: number, column: number, grows: boolean): void {
    const pivotRow = this.#cells[row] as Float64Array;
    const [leaving, entering] = [this.#basic[row] as number, this.#free[column] as number];
    const cell = pivotRow[column] as number;
    const target = grows ? (this.#low[leaving] as number) : (this.#high[leaving] as number);
    const move = (target - (this.#value[leaving] as number)) / cell;
    this.#value[leaving] = target;
    (this.#value[entering] as number) += move;
    for (let other = 0; other < pivotRow.length; other++) pivotRow[other] = -(pivotRow[other] as number) / cell;
    pivotRow[column] = 1 / cell;
    const filled = Int32Array.from(pivotRow.keys()).filter((other) => pivotRow[other] !== 0);
    for (let place = 0; place < this.#cells.length; place++) {
      const cells = this.#cells[place] as Float64Array;
      const factor = cells[column] as number;
      if (place === row || factor === 0) continue;
      (this.#value[this.#basic[place] as number] as number) += factor * move;
      cells[column] = 0;
      for (const other of filled) {
        const changed = (cells[other] as number) + factor * (pivotRow[other] as number);
        cells[other] = Math.abs(changed) < CANCELLED ? 0 : changed;
      }
      this.#work += filled.length;
    }
    this.#work += this.#cells.length;
    this.#basic[row] = entering;
    this.#free[column] = leaving;
  }

  // The given rows that a row of the table is a sum of.
  #rowsIn(row: number): number[] {
    const columns = this.#free.length;
    const parts = Array.from(this.#free).filter((_, column) => Math.abs(this.#cell(row, column)) > NOTHING);
    return [this.#basic[row] as number, ...parts].filter((of) => of >= columns).map((of) => of - columns);
  }
}

/** How often a point is corrected. */
const CORRECTIONS = 3;
/** What is left of a weight that cancelled out. */
const CANCELLED = 1e-13;

function centerOf(box: Interval): Ratio {
  return box.low ?? box.high ?? insideOf(box);
}

// How far each variable is likely to move: the width of its box, or its size where that is less. Where neither says anything, as much as its neighbours in a
// row.
function widthsIn(boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>): Map<number, number> {
  const widths = new Map<number, number>();
  for (const [variable, { width }] of boxes) {
    const size = Math.abs(start.get(variable)?.toNumber() ?? 0);
    const least = Math.min(width?.toNumber() ?? Infinity, size === 0 ? Infinity : size);
    if (least !== Infinity) widths.set(variable, least);
  }
  for (let before = -1; widths.size > before && widths.size < boxes.size;) {
    before = widths.size;
    const reached = new Map<number, number>();
    for (const { terms } of rows) {
      const known = Math.max(0, ...terms.map(({ of, weight }) => Math.abs(weight.toNumber()) * (widths.get(of) ?? 0)));
      for (const { of, weight } of known === 0 ? [] : terms) {
        if (!widths.has(of)) reached.set(of, Math.max(reached.get(of) ?? 0, known / Math.abs(weight.toNumber())));
      }
    }
    for (const [variable, width] of reached) widths.set(variable, width);
  }
  return widths;
}

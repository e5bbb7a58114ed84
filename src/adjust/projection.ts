/**
 * What measured values say of each other, once those that were not measured are eliminated from the linearised balances (Crowe's matrix projection). What is
 * left decides which measurements are redundant; what was eliminated, and how, which other values can be observed.
 */
import { misclosures, slopesOf, spreadOf, type Model } from "./model.ts";
import { leastDegreeFirst, SymmetricFactors } from "../balance/sparse.ts";

/**
 * A pivot below this, where everything is scaled to be about one, is taken for zero: a value that depends on the others by no more than so much of the largest
 * flow or assay counts as not observable.
 *
 * @internal
 */
export const RANK_TOLERANCE = 1e-7;

// What cancels to less than this share of its parts has cancelled wholly.
const CANCELLED = 1e-12;

interface Row {
  readonly cells: Map<number, number>;
  right: number;
  readonly origin: number;
}

/** The elimination at one point. @internal */
export interface Projection {
  /** Ties of measured values only, independent of each other: cells, and what they are to make up. */
  readonly ties: readonly Row[];
  readonly factors: SymmetricFactors;
  readonly order: Int32Array;
  /** The variables that were eliminated, in order, each with its row. */
  readonly eliminated: readonly { readonly variable: number; readonly row: Row }[];
  /** Unmeasured variables that nothing determines by themselves. */
  readonly open: ReadonlySet<number>;
  /** Constraints that follow from others, or, where they do not close, that others and exact values contradict; and by how much they do not close. */
  readonly dependent: readonly { readonly constraint: number; readonly misclosure: number }[];
  /** The ties that each measured variable stands in. */
  readonly tiesOf: ReadonlyMap<number, readonly (readonly [tie: number, slope: number])[]>;
}

/**
 * The elimination at a point. Ties that follow from others are looked for only at the end: on the way, a step can do with them.
 *
 * @internal
 */
export function project(
  model: Model, x: Float64Array, { isLast, order: known }: { readonly isLast: boolean; readonly order?: Int32Array | undefined },
): Projection {
  const { variables } = model;
  const g = misclosures(model, x);
  const rows = slopesOf(model, x).map((cells, index): Row => ({ cells, right: -(g[index] as number), origin: index }));
  const isFree = (variable: number): boolean => variables[variable]?.variance === undefined;
  const free = eliminate(rows, isFree);
  const used = new Set(free.pivots.map(({ row }) => row));
  const left = rows.filter((row) => !used.has(row));
  for (const { cells } of left) for (const variable of cells.keys()) if (isFree(variable)) cells.delete(variable);
  // Rows that follow from others show when the measured ones are eliminated too, from a copy.
  const copies = left.map(({ cells, right, origin }): Row => ({ cells: new Map(cells), right, origin }));
  const independent = new Set(isLast ? eliminate(copies, () => true).pivots.map(({ row }) => row) : copies);
  const ties = left.filter((_, index) => independent.has(copies[index] as Row));
  const spread = spreadOf(ties.map(({ cells }) => cells), (variable) => variables[variable]?.variance ?? 0);
  const tiesOf = new Map<number, (readonly [number, number])[]>();
  for (const [tie, { cells }] of ties.entries()) {
    for (const [variable, slope] of cells) {
      const list = tiesOf.get(variable);
      if (list === undefined) tiesOf.set(variable, [[tie, slope]]);
      else list.push([tie, slope]);
    }
  }
  const dependent = copies.filter((row) => !independent.has(row)).map(({ origin, right }) => ({ constraint: origin, misclosure: right }));
  // An order that was good for as many ties is good enough for these.
  const order = known?.length === spread.length ? known : leastDegreeFirst(spread);
  return { ties, dependent, order, factors: new SymmetricFactors(spread, order), eliminated: free.pivots, open: free.open, tiesOf };
}

// Markowitz's choice: the column with the fewest rows, and of its rows that are not small the shortest.
function eliminate(rows: readonly Row[], isWanted: (variable: number) => boolean): {
  readonly pivots: { readonly variable: number; readonly row: Row }[]; readonly open: Set<number>;
} {
  const having = new Map<number, Set<Row>>();
  for (const row of rows) {
    for (const variable of row.cells.keys()) {
      if (!isWanted(variable)) continue;
      const set = having.get(variable);
      if (set === undefined) having.set(variable, new Set([row]));
      else set.add(row);
    }
  }
  const pivots: { variable: number; row: Row }[] = [];
  const open = new Set<number>();
  const queue = new Buckets();
  for (const [variable, set] of having) queue.put(variable, set.size);
  for (let variable = queue.least(); variable !== undefined; variable = queue.least()) {
    const set = having.get(variable) as Set<Row>;
    having.delete(variable);
    let largest = 0;
    for (const { cells } of set) largest = Math.max(largest, Math.abs(cells.get(variable) ?? 0));
    if (largest < RANK_TOLERANCE) {
      open.add(variable);
      for (const { cells } of set) cells.delete(variable);
      continue;
    }
    let pivot: Row | undefined;
    for (const row of set) {
      if (Math.abs(row.cells.get(variable) ?? 0) >= 0.1 * largest && (pivot === undefined || row.cells.size < pivot.cells.size)) pivot = row;
    }
    const chosen = pivot as Row;
    const head = chosen.cells.get(variable) as number;
    for (const row of set) {
      if (row === chosen) continue;
      const factor = (row.cells.get(variable) as number) / head;
      row.cells.delete(variable);
      row.right -= factor * chosen.right;
      for (const [other, cell] of chosen.cells) {
        if (other === variable) continue;
        const old = row.cells.get(other) ?? 0;
        const change = factor * cell;
        const next = old - change;
        const sets = having.get(other);
        if (Math.abs(next) <= CANCELLED * (Math.abs(old) + Math.abs(change))) {
          row.cells.delete(other);
          sets?.delete(row);
        } else {
          row.cells.set(other, next);
          sets?.add(row);
        }
        if (sets !== undefined) queue.put(other, sets.size);
      }
    }
    for (const other of chosen.cells.keys()) {
      const sets = having.get(other);
      sets?.delete(chosen);
      if (sets !== undefined) queue.put(other, sets.size);
    }
    pivots.push({ variable, row: chosen });
  }
  return { pivots, open };
}

// Variables by how many rows they stand in; an entry that is out of date is passed over.
class Buckets {
  readonly #buckets: number[][] = [];
  readonly #counts = new Map<number, number>();
  #lowest = 0;

  put(variable: number, count: number): void {
    if (this.#counts.get(variable) === count) return;
    this.#counts.set(variable, count);
    (this.#buckets[count] ??= []).push(variable);
    this.#lowest = Math.min(this.#lowest, count);
  }

  least(): number | undefined {
    for (; this.#lowest < this.#buckets.length; this.#lowest++) {
      const bucket = this.#buckets[this.#lowest];
      for (let variable = bucket?.pop(); variable !== undefined; variable = bucket?.pop()) {
        if (this.#counts.get(variable) !== this.#lowest) continue;
        this.#counts.delete(variable);
        return variable;
      }
    }
    return undefined;
  }
}

/** The step from a point to the least squares under the constraints linearised there. What nothing determines stays where it is. @internal */
export function projectedStep({ variables }: Model, { ties, factors, eliminated }: Projection, x: Float64Array): Float64Array {
  // The ties' linearised values at the measured point, less what they are to make up.
  const right = ties.map(({ cells, right: wanted }) => {
    let sum = -wanted;
    for (const [variable, slope] of cells) sum += slope * ((variables[variable]?.start ?? 0) - (x[variable] as number));
    return sum;
  });
  const multipliers = factors.solve(right);
  const step = Float64Array.from(variables, ({ start, variance }, index) => (variance === undefined || variance === 0 ? 0 : start - (x[index] as number)));
  for (const [tie, { cells }] of ties.entries()) {
    const multiplier = multipliers[tie] as number;
    for (const [variable, slope] of cells) step[variable] = (step[variable] as number) - (variables[variable]?.variance ?? 0) * slope * multiplier;
  }
  for (const { variable, row } of [...eliminated].reverse()) {
    let sum = row.right;
    for (const [other, cell] of row.cells) if (other !== variable) sum -= cell * (step[other] as number);
    step[variable] = sum / (row.cells.get(variable) as number);
  }
  return step;
}

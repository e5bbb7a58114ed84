/**
 * A balance as numbers: variables, some measured, and constraints that are sums of single variables and of products of two. Everything is scaled to be about
 * one.
 */
import type { SymmetricRows } from "../balance/sparse.ts";
// Rows of a matrix up to which it is added up as a square.
const MOST_SQUARE = 1500;

/** One variable. @internal */
export interface Variable {
  /** The measured value, or a first guess. */
  readonly start: number;
  /** Of the measurement; 0 fixes the value, and `undefined` says that it was not measured. */
  readonly variance: number | undefined;
}

/** A factor times one variable, or times the product of two. @internal */
export interface Term {
  readonly factor: number;
  readonly a: number;
  readonly b?: number;
}

/** A sum that is to be zero. @internal */
export type Constraint = readonly Term[];

/** @internal */
export interface Model {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
}

/** The slopes of one constraint, by variable; fixed variables have none. @internal */
export type Slopes = Map<number, number>;

/** What every constraint comes to. @internal */
export function misclosures({ constraints }: Model, x: Float64Array): Float64Array {
  return Float64Array.from(constraints, (terms) => (
    terms.reduce((sum, { factor, a, b }) => sum + factor * (x[a] as number) * (b === undefined ? 1 : x[b] as number), 0)
  ));
}

/** @internal */
export function slopesOf({ variables, constraints }: Model, x: Float64Array): Slopes[] {
  return constraints.map((terms) => {
    const slopes: Slopes = new Map();
    const add = (variable: number, slope: number): void => {
      if (variables[variable]?.variance !== 0 && slope !== 0) slopes.set(variable, (slopes.get(variable) ?? 0) + slope);
    };
    for (const { factor, a, b } of terms) {
      add(a, b === undefined ? factor : factor * (x[b] as number));
      if (b !== undefined) add(b, factor * (x[a] as number));
    }
    return slopes;
  });
}

/** The sum of squared adjustments, each over its variance. @internal */
export function sumOfSquares({ variables }: Model, x: Float64Array): number {
  return variables.reduce((sum, { start, variance }, index) => (
    variance === undefined || variance === 0 ? sum : sum + ((x[index] as number) - start) ** 2 / variance
  ), 0);
}

/** J P J' for slopes J and a variance P of every variable. @internal */
export function spreadOf(slopes: readonly ReadonlyMap<number, number>[], varianceOf: (variable: number) => number): SymmetricRows {
  const byVariable = new Map<number, { readonly rows: number[]; readonly slopes: number[] }>();
  for (const [row, cells] of slopes.entries()) {
    for (const [variable, slope] of cells) {
      const list = byVariable.get(variable);
      if (list === undefined) byVariable.set(variable, { rows: [row], slopes: [slope] });
      else {
        list.rows.push(row);
        list.slopes.push(slope);
      }
    }
  }
  return slopes.length <= MOST_SQUARE ? fromSquare(slopes.length, byVariable, varianceOf) : fromLists(slopes.length, byVariable, varianceOf);
}

type ByVariable = ReadonlyMap<number, { readonly rows: readonly number[]; readonly slopes: readonly number[] }>;

// A square of doubles is much the quickest to add into; beyond what memory is worth, lists of cells.
function fromSquare(size: number, byVariable: ByVariable, varianceOf: (variable: number) => number): SymmetricRows {
  const square = new Float64Array(size * size);
  for (const [variable, { rows, slopes }] of byVariable) {
    const variance = varianceOf(variable);
    for (let a = 0; a < rows.length; a++) {
      const from = (rows[a] as number) * size;
      const left = (slopes[a] as number) * variance;
      for (let b = 0; b < rows.length; b++) square[from + (rows[b] as number)] = (square[from + (rows[b] as number)] as number) + left * (slopes[b] as number);
    }
  }
  return Array.from({ length: size }, (_, row) => {
    const columns: number[] = [];
    const cells: number[] = [];
    for (let column = 0; column < size; column++) {
      const cell = square[row * size + column] as number;
      if (cell === 0 && column !== row) continue;
      columns.push(column);
      cells.push(cell);
    }
    return { columns, cells };
  });
}

function fromLists(size: number, byVariable: ByVariable, varianceOf: (variable: number) => number): SymmetricRows {
  const lists = Array.from({ length: size }, (_, row) => new Map<number, number>([[row, 0]]));
  for (const [variable, { rows, slopes }] of byVariable) {
    const variance = varianceOf(variable);
    for (const [a, row] of rows.entries()) {
      const cells = lists[row] as Map<number, number>;
      const left = (slopes[a] as number) * variance;
      for (const [b, column] of rows.entries()) cells.set(column, (cells.get(column) ?? 0) + left * (slopes[b] as number));
    }
  }
  return lists.map((cells) => ({ columns: Int32Array.from(cells.keys()), cells: Float64Array.from(cells.values()) }));
}

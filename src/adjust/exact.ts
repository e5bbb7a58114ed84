/**
 * Weighted least squares under linear constraints, in rationals from end to end. Values that were not measured are eliminated first: what is left of the
 * constraints
 * then ties measured values only, and those are the redundant ones.
 */
import { Ratio } from "../number/ratio.ts";

/** A measured value; one without variance is fixed. @internal */
interface ExactMeasurement {
  readonly value: Ratio;
  readonly variance: Ratio;
}

/** A sum of coefficient times value that makes a constant. Indices count the measured values first, then the others. @internal */
export interface ExactConstraint {
  readonly coefficients: ReadonlyMap<number, Ratio>;
  readonly constant: Ratio;
}

/** @internal */
export interface ExactProblem {
  readonly measured: readonly ExactMeasurement[];
  /** How many values were not measured. */
  readonly unmeasured: number;
  readonly constraints: readonly ExactConstraint[];
  readonly covariances: readonly { readonly a: number; readonly b: number; readonly covariance: Ratio }[];
}

/** What became of one value. A value that cannot be observed has neither. @internal */
interface ExactValue {
  readonly adjusted: Ratio | undefined;
  readonly variance: Ratio | undefined;
  /** The variance of the adjustment; zero where the measurement is not redundant. */
  readonly adjustmentVariance: Ratio;
}

/** @internal */
export interface ExactSolution {
  readonly values: readonly ExactValue[];
  readonly degreesOfFreedom: number;
  readonly statistic: Ratio;
  /** Constraints that follow from the others. */
  readonly dependent: readonly number[];
  /** Constraints that the others, and the fixed values, contradict. */
  readonly contradictory: readonly number[];
  /** Covariance of two adjusted values that can be observed. */
  readonly covariance: (a: number, b: number) => Ratio;
}

interface Row {
  readonly cells: Map<number, Ratio>;
  constant: Ratio;
  readonly origin: number;
}

type Functional = ReadonlyMap<number, Ratio>;

/** @internal */
export function solveExactly(problem: ExactProblem): ExactSolution {
  const { measured, unmeasured } = problem;
  const isFixed = (column: number): boolean => measured[column]?.variance.isZero === true;
  const rows = problem.constraints.map(({ coefficients, constant }, origin): Row => {
    const cells = new Map<number, Ratio>();
    let rest = constant;
    for (const [column, coefficient] of coefficients) {
      if (coefficient.isZero) continue;
      if (isFixed(column)) rest = rest.minus(coefficient.times((measured[column] as ExactMeasurement).value));
      else cells.set(column, coefficient);
    }
    return { cells, constant: rest, origin };
  });
  const count = measured.length + unmeasured;
  const pivots = eliminated(rows, range(measured.length, count));
  const ties = rows.filter((row) => !pivots.has(row));
  const kept = [...eliminated(ties, range(0, measured.length)).keys()];
  const empty = ties.filter((row) => !kept.includes(row));
  const covariances = covarianceRows(problem);
  // S = G V G'; its inverse times the misclosure are the multipliers.
  const spread = kept.map((row) => timesCovariance(row.cells, covariances));
  const inverse = inverseOf(spread.map((left) => kept.map((right) => dot(left, right.cells))));
  const misclosure = kept.map(({ cells, constant }) => sumOf(cells, (column) => (measured[column] as ExactMeasurement).value).minus(constant));
  const multipliers = inverse.map((line) => line.reduce((sum, cell, index) => sum.plus(cell.times(misclosure[index] as Ratio)), Ratio.zero));
  const statistic = multipliers.reduce((sum, multiplier, index) => sum.plus(multiplier.times(misclosure[index] as Ratio)), Ratio.zero);
  const removed = (left: Functional, right: Functional): Ratio => {
    const a = spread.map((line) => dot(line, left));
    const b = left === right ? a : spread.map((line) => dot(line, right));
    return inverse.reduce((sum, line, i) => ((a[i] as Ratio).isZero ? sum
      : line.reduce((inner, cell, j) => ((b[j] as Ratio).isZero ? inner : inner.plus((a[i] as Ratio).times(cell).times(b[j] as Ratio))), sum)), Ratio.zero);
  };
  const covarianceOf = (left: Functional, right: Functional): Ratio => dot(timesCovariance(left, covariances), right).minus(removed(left, right));
  const adjusted = measured.map(({ value }, column) => spread.reduce((sum, line, index) => {
    const cell = line.get(column);
    return cell === undefined ? sum : sum.minus(cell.times(multipliers[index] as Ratio));
  }, value));
  const byColumn = new Map([...pivots].map(([row, column]) => [column, row]));
  // A value that was not measured, as a sum over measured ones; none where another that was not measured stays in it.
  const functionalOf = (column: number): Functional | undefined => {
    if (column < measured.length) return isFixed(column) ? new Map() : new Map([[column, Ratio.one]]);
    const row = byColumn.get(column);
    if (row === undefined || [...row.cells.keys()].some((other) => other >= measured.length && other !== column)) return undefined;
    return new Map([...row.cells].filter(([other]) => other !== column).map(([other, cell]) => [other, cell.negated()]));
  };
  const values = range(0, count).map((column): ExactValue => {
    const functional = functionalOf(column);
    if (functional === undefined) return { adjusted: undefined, variance: undefined, adjustmentVariance: Ratio.zero };
    const value = column < measured.length ? adjusted[column] as Ratio
      : (byColumn.get(column) as Row).constant.plus(sumOf(functional, (other) => adjusted[other] as Ratio));
    const shed = column < measured.length ? removed(functional, functional) : Ratio.zero;
    return { adjusted: value, variance: covarianceOf(functional, functional), adjustmentVariance: shed };
  });
  return {
    values, degreesOfFreedom: kept.length, statistic,
    dependent: empty.filter(({ constant }) => constant.isZero).map(({ origin }) => origin),
    contradictory: empty.filter(({ constant }) => !constant.isZero).map(({ origin }) => origin),
    covariance: (a, b) => covarianceOf(functionalOf(a) ?? new Map(), functionalOf(b) ?? new Map()),
  };
}

// Gauss and Jordan over some columns: every pivot row is left as the only one with its column, whose cell is 1. The shortest row is the next pivot.
function eliminated(rows: readonly Row[], columns: readonly number[]): Map<Row, number> {
  const pivots = new Map<Row, number>();
  for (const column of columns) {
    const having = rows.filter(({ cells }) => cells.has(column));
    const free = having.filter((row) => !pivots.has(row));
    const pivot = free.reduce<Row | undefined>((best, row) => (best === undefined || row.cells.size < best.cells.size ? row : best), undefined);
    if (pivot === undefined) continue;
    scale(pivot, (pivot.cells.get(column) as Ratio).reciprocal());
    for (const row of having) if (row !== pivot) subtract(row, pivot, row.cells.get(column) as Ratio);
    pivots.set(pivot, column);
  }
  return pivots;
}

function scale(row: Row, factor: Ratio): void {
  for (const [column, cell] of row.cells) row.cells.set(column, cell.times(factor).reduced());
  row.constant = row.constant.times(factor).reduced();
}

function subtract(row: Row, pivot: Row, factor: Ratio): void {
  for (const [column, cell] of pivot.cells) {
    const rest = (row.cells.get(column) ?? Ratio.zero).minus(factor.times(cell));
    if (rest.isZero) row.cells.delete(column);
    else row.cells.set(column, rest.reduced());
  }
  row.constant = row.constant.minus(factor.times(pivot.constant)).reduced();
}

function covarianceRows({ measured, covariances }: ExactProblem): ReadonlyMap<number, Functional> {
  const rows = new Map<number, Map<number, Ratio>>(measured.map(({ variance }, index) => [index, new Map([[index, variance]])]));
  for (const { a, b, covariance } of covariances) {
    rows.get(a)?.set(b, covariance);
    rows.get(b)?.set(a, covariance);
  }
  return rows;
}

function timesCovariance(functional: Functional, covariances: ReadonlyMap<number, Functional>): Map<number, Ratio> {
  const product = new Map<number, Ratio>();
  for (const [column, cell] of functional) {
    for (const [other, covariance] of covariances.get(column) ?? []) product.set(other, (product.get(other) ?? Ratio.zero).plus(cell.times(covariance)));
  }
  return product;
}

function dot(left: Functional, right: Functional): Ratio {
  const [short, long] = left.size < right.size ? [left, right] : [right, left];
  return sumOf(short, (column) => long.get(column) ?? Ratio.zero);
}

function sumOf(functional: Functional, valueOf: (column: number) => Ratio): Ratio {
  let sum = Ratio.zero;
  for (const [column, cell] of functional) {
    const value = valueOf(column);
    if (!value.isZero) sum = sum.plus(cell.times(value));
  }
  return sum.reduced();
}

/** The inverse of a matrix that is symmetric and positive definite, as covariances are. */
function inverseOf(matrix: readonly (readonly Ratio[])[]): readonly (readonly Ratio[])[] {
  const size = matrix.length;
  const work = matrix.map((line, row) => [...line, ...range(0, size).map((column) => (column === row ? Ratio.one : Ratio.zero))]);
  for (let column = 0; column < size; column++) {
    const pivot = work[column] as Ratio[];
    const factor = (pivot[column] as Ratio).reciprocal();
    for (let at = column; at < 2 * size; at++) pivot[at] = (pivot[at] as Ratio).times(factor).reduced();
    for (let row = 0; row < size; row++) {
      const line = work[row] as Ratio[];
      const multiple = line[column] as Ratio;
      if (row === column || multiple.isZero) continue;
      for (let at = column; at < 2 * size; at++) {
        if (!(pivot[at] as Ratio).isZero) line[at] = (line[at] as Ratio).minus(multiple.times(pivot[at] as Ratio)).reduced();
      }
    }
  }
  return work.map((line) => line.slice(size));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

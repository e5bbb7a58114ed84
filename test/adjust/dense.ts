/**
 * The same least squares by another way, to hold the library against: Lagrange's multipliers, all equations in one square matrix, Newton's method with the
 * second
 * derivatives of the balances, by elimination with full pivoting. It knows no sparse matrices and no projection.
 */

/** A measured variable has a variance; one that was not has none. */
export interface DenseVariable {
  readonly start: number;
  readonly variance: number | undefined;
}

/** A sum of factor times one variable, or two, that is zero. */
export type DenseConstraint = readonly { readonly factor: number; readonly a: number; readonly b?: number }[];

/** The solution, the least sum of squares, and the covariance of the adjusted variables to first order. */
export function solveDense(variables: readonly DenseVariable[], constraints: readonly DenseConstraint[], from: readonly number[]): {
  readonly x: readonly number[]; readonly statistic: number; readonly covariance: readonly (readonly number[])[];
} {
  const [n, m] = [variables.length, constraints.length];
  let z = [...from, ...constraints.map(() => 0)];
  for (let round = 0; round < 50; round++) {
    const { matrix, right } = system(variables, constraints, z, true);
    const step = solve(matrix, [right])[0]!;
    z = z.map((value, index) => value + step[index]!);
    if (step.slice(0, n).every((value) => Math.abs(value) < 1e-13)) break;
  }
  const { matrix } = system(variables, constraints, z, false);
  // The adjusted values' slopes by the measured ones are the upper left block of the inverse, over the variances.
  const units = Array.from({ length: n }, (_, at) => Array.from({ length: n + m }, (_, row) => (row === at ? 1 : 0)));
  const inverse = solve(matrix, units);
  const slopes = variables.map((_, i) => variables.map(({ variance }, j) => (variance === undefined ? 0 : inverse[j]![i]! / variance)));
  const covariance = variables.map((_, i) => variables.map((_, j) => (
    variables.reduce((sum, { variance }, k) => sum + slopes[i]![k]! * slopes[j]![k]! * (variance ?? 0), 0)
  )));
  const statistic = variables.reduce((sum, { start, variance }, index) => (variance === undefined ? sum : sum + (z[index]! - start) ** 2 / variance), 0);
  return { x: z.slice(0, n), statistic, covariance };
}

function system(variables: readonly DenseVariable[], constraints: readonly DenseConstraint[], z: readonly number[], second: boolean): {
  readonly matrix: number[][]; readonly right: number[];
} {
  const [n, m] = [variables.length, constraints.length];
  const matrix = Array.from({ length: n + m }, () => Array.from({ length: n + m }, () => 0));
  const right = Array.from({ length: n + m }, () => 0);
  for (const [index, { start, variance }] of variables.entries()) {
    if (variance === undefined) continue;
    matrix[index]![index]! += 1 / variance;
    right[index]! -= (z[index]! - start) / variance;
  }
  for (const [row, terms] of constraints.entries()) {
    const at = n + row;
    for (const { factor, a, b } of terms) {
      const slopes = b === undefined ? [[a, factor]] as const : [[a, factor * z[b]!], [b, factor * z[a]!]] as const;
      for (const [variable, slope] of slopes) {
        matrix[at]![variable]! += slope;
        matrix[variable]![at]! += slope;
        right[variable]! -= slope * z[at]!;
      }
      right[at]! -= factor * z[a]! * (b === undefined ? 1 : z[b]!);
      if (second && b !== undefined) {
        matrix[a]![b]! += factor * z[at]!;
        matrix[b]![a]! += factor * z[at]!;
      }
    }
  }
  return { matrix, right };
}

function solve(matrix: readonly (readonly number[])[], rights: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((line, row) => [...line, ...rights.map((right) => right[row]!)]);
  const places = Array.from({ length: size }, (_, index) => index);
  for (let step = 0; step < size; step++) {
    let [row, column] = [step, step];
    for (let i = step; i < size; i++) for (let j = step; j < size; j++) if (Math.abs(work[i]![j]!) > Math.abs(work[row]![column]!)) [row, column] = [i, j];
    [work[step], work[row]] = [work[row]!, work[step]!];
    for (const line of work) [line[step], line[column]] = [line[column]!, line[step]!];
    [places[step], places[column]] = [places[column]!, places[step]!];
    for (let i = 0; i < size; i++) {
      if (i === step) continue;
      const factor = work[i]![step]! / work[step]![step]!;
      for (let j = step; j < work[i]!.length; j++) work[i]![j]! -= factor * work[step]![j]!;
    }
  }
  return rights.map((_, index) => {
    const solution = Array.from({ length: size }, () => 0);
    for (const [step, place] of places.entries()) solution[place] = work[step]![size + index]! / work[step]![step]!;
    return solution;
  });
}

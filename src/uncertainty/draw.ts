/** Values drawn for measured arguments: each from its own distribution, correlated ones together. */
import { HeadgradeError } from "../error.ts";
import type { Occurrence } from "../formula/field.ts";
import { Ratio } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Correlations } from "./correlation.ts";
import type { Measured } from "./measured.ts";
import type { Random } from "./random.ts";

/** One value for each of the arguments, drawn anew at every call. @internal */
export function drawerOf(inputs: readonly Occurrence<Measured>[], { pairs, between }: Correlations, random: Random): () => readonly number[] {
  const joint = [...new Set(pairs.filter(({ coefficient }) => !coefficient.isZero).flatMap(({ one, other }) => [one, other]))];
  for (const at of joint) requireNormal(inputs[at] as Occurrence<Measured>);
  const rows = lowerRoot(joint.map((one) => joint.map((other) => between(one, other).toNumber())));
  const single = inputs.map(({ value }) => drawOne(value, random));
  const middles = inputs.map(({ value }) => value.exact.toNumber());
  const spreads = inputs.map(({ value }) => squareRoot(value.variance, 20).toNumber());
  return () => {
    if (joint.length === 0) return single.map((draw) => draw());
    const values = single.map((draw, at) => (joint.includes(at) ? NaN : draw()));
    const normals = joint.map(() => random.normal());
    joint.forEach((at, row) => {
      const z = (rows[row] as readonly number[]).reduce((sum, factor, column) => sum + factor * (normals[column] as number), 0);
      values[at] = (middles[at] as number) + (spreads[at] as number) * z;
    });
    return values;
  };
}

function drawOne(measured: Measured, random: Random): () => number {
  const middle = measured.exact.toNumber();
  const spread = squareRoot(measured.variance, 20).toNumber();
  const { distribution, degreesOfFreedom } = measured;
  switch (distribution.name) {
    case "normal": return () => middle + spread * random.normal();
    case "student": return () => middle + spread * random.student(degreesOfFreedom);
    default: {
      const width = distribution.halfWidth.toNumber();
      switch (distribution.name) {
        case "uniform": return () => middle + width * (2 * random.uniform() - 1);
        case "triangular": return () => middle + width * (random.uniform() - random.uniform());
        case "arcsine": return () => middle + width * Math.sin(2 * Math.PI * random.uniform());
        case "trapezoidal": {
          const top = distribution.top.toNumber();
          return () => middle + (width / 2) * ((1 + top) * (2 * random.uniform() - 1) + (1 - top) * (2 * random.uniform() - 1));
        }
      }
    }
  }
}

function requireNormal({ value: { distribution: { name } }, names }: Occurrence<Measured>): void {
  if (name === "normal") return;
  throw new HeadgradeError(
    "unknown-option",
    `${names.join(", ")} is correlated and ${name}, and it is only known how normal values are drawn together: give it by its standard uncertainty alone, or leave the correlation out.`,
    { argument: names },
  );
}

// The lower triangular root of a matrix that is known to be positive semidefinite, by Cholesky; a pivot of zero leaves its column empty.
function lowerRoot(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const root = matrix.map((row) => row.map(() => 0));
  const at = (row: number, column: number): number => (root[row] as number[])[column] as number;
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= at(i, k) * at(j, k);
      const isDiagonal = i === j;
      const pivot = at(j, j);
      (root[i] as number[])[j] = isDiagonal ? Math.sqrt(Math.max(0, rest)) : pivot < 1e-7 ? 0 : rest / pivot;
    }
  });
  return root;
}

/**
 * The exact number that stands for a drawn one, on a grid some hundred thousand times finer than the spread: short, so that formulas run fast, and far below
 * what any number of trials can tell.
 *
 * @internal
 */
export function gridOf(measured: Measured): (drawn: number) => Ratio {
  const spread = squareRoot(measured.variance, 20).toNumber();
  const exponent = Math.floor(Math.log10(spread)) - 5;
  if (!Number.isFinite(exponent) || exponent < -300 || exponent > 300) return (drawn) => Ratio.of(drawn);
  const perUnit = 10 ** Math.abs(exponent);
  return (drawn) => {
    const coefficient = Math.round(exponent < 0 ? drawn * perUnit : drawn / perUnit);
    return Number.isSafeInteger(coefficient) ? Ratio.scaled(coefficient, exponent) : Ratio.of(drawn);
  };
}

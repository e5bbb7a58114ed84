/**
 * The iteration to the least squares under balances that are products: each step solves the problem as it is linearised at the last point, and is shortened
 * until it
 * lessens a sum of squares and misclosures that the solution minimises.
 */
import { misclosures, slopesOf, spreadOf, sumOfSquares, type Model } from "./model.ts";
import { project, projectedStep, type Projection } from "./projection.ts";
import { leastDegreeFirst, SymmetricFactors } from "../balance/sparse.ts";

/** How an iteration ended. @internal */
export interface Iterated {
  readonly x: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  readonly reason: string | undefined;
  /** Where it did not converge, the variable that moved most at the end. */
  readonly restless: number | undefined;
  readonly projection: Projection;
}

// In the first steps a variable that was not measured is held to where it is by a prior, so that a poor start cannot throw it far.
const PRIOR = 9;
const HELD_STEPS = 4;
const STEP_ENOUGH = 1e-9;
const MISCLOSURE_ENOUGH = 1e-10;
const SHORTEST = 1 / 1024;
// Steps shorter than this are mixed with those before them; shorter than that there is nothing to gain.
const MIXED = 0.1;
const POLISHED = 1e-13;

/**
 * Steps until rounding ends them, and the elimination there.
 *
 * @internal
 */
export function iterate(model: Model, most: number, from?: Float64Array): Iterated {
  let x: Float64Array = from ?? Float64Array.from(model.variables, ({ start }) => start);
  const heldSteps = from === undefined ? HELD_STEPS : 0;
  let order: Int32Array | undefined;
  let tieOrder: Int32Array | undefined;
  let weight = 0;
  let g: Float64Array = misclosures(model, x);
  let best = { size: Infinity, x };
  let later = 0;
  let restless: number | undefined;
  const mixing = new Mixing();
  const ended = (at: Float64Array, iterations: number, reason?: string): Iterated => (
    {
      x: at, converged: reason === undefined, iterations, reason, restless: reason === undefined ? undefined : restless,
      projection: project(model, at, { isLast: true }),
    }
  );
  for (let iteration = 1; iteration <= most; iteration++) {
    let step: Float64Array;
    if (iteration <= heldSteps) {
      const held = heldStep(model, x, g, order);
      ({ step, order } = held);
      weight = Math.max(weight, 2 * held.largest);
    } else {
      const projection = project(model, x, { isLast: false, order: tieOrder });
      tieOrder = projection.order;
      step = projectedStep(model, projection, x);
    }
    if (!step.every(Number.isFinite)) return ended(best.x, iteration, "a step was not finite");
    const size = relative(step, x);
    restless = step.findIndex((value, index) => Math.abs(value) / (Math.abs(x[index] as number) + 1e-3) === size);
    const isClosed = largestOf(g) < MISCLOSURE_ENOUGH;
    if (size < best.size && isClosed) {
      best = { size, x };
      later = 0;
    } else later++;
    // Near the end each step is smaller than the last, until rounding is all that is left of it.
    if (best.size < STEP_ENOUGH && (later > 0 || best.size < POLISHED)) return ended(best.x, iteration);
    if (iteration > heldSteps && size < MIXED) {
      x = mixing.next(x, step);
      g = misclosures(model, x);
    } else {
      mixing.clear();
      ({ x, g } = shortened(model, x, step, { g, weight }));
    }
  }
  if (best.size < STEP_ENOUGH) return ended(best.x, most);
  const worst = largestOf(g);
  const reason = worst < 1e-6 ? "the adjusted values kept moving" : `the balances did not close (the worst is off by ${worst.toPrecision(2)} of the largest flow)`;
  return ended(x, most, reason);
}

function largestOf(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

// The largest change, as a share of what is changed.
function relative(step: Float64Array, x: Float64Array): number {
  return step.reduce((largest, value, index) => Math.max(largest, Math.abs(value) / (Math.abs(x[index] as number) + 1e-3)), 0);
}

function heldStep(model: Model, x: Float64Array, g: Float64Array, known: Int32Array | undefined): {
  readonly step: Float64Array; readonly order: Int32Array; readonly largest: number;
} {
  const { variables } = model;
  const varianceOf = (variable: number): number => variables[variable]?.variance ?? PRIOR;
  const slopes = slopesOf(model, x);
  const spread = spreadOf(slopes, varianceOf);
  const order = known ?? leastDegreeFirst(spread);
  const factors = new SymmetricFactors(spread, order);
  const target = Float64Array.from(variables, ({ start, variance }, index) => (variance === undefined ? x[index] as number : start));
  const right = Float64Array.from(slopes, (cells, row) => {
    let sum = g[row] as number;
    for (const [variable, slope] of cells) sum += slope * ((target[variable] as number) - (x[variable] as number));
    return sum;
  });
  const multipliers = factors.solve(right);
  const step = target.map((value, index) => value - (x[index] as number));
  for (const [row, cells] of slopes.entries()) {
    const multiplier = multipliers[row] as number;
    for (const [variable, slope] of cells) step[variable] = (step[variable] as number) - varianceOf(variable) * slope * multiplier;
  }
  for (const [index, { variance }] of variables.entries()) if (variance === 0) step[index] = 0;
  return { step, order, largest: largestOf(multipliers) };
}

function shortened(model: Model, x: Float64Array, step: Float64Array, { g, weight }: { readonly g: Float64Array; readonly weight: number }): {
  readonly x: Float64Array; readonly g: Float64Array;
} {
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const merit = (at: Float64Array, closing: Float64Array): number => sumOfSquares(model, at) / 2 + weight * total(closing);
  const slope = model.variables.reduce((sum, { start, variance }, index) => (
    variance === undefined || variance === 0 ? sum : sum + ((x[index] as number) - start) * (step[index] as number) / variance
  ), 0) - weight * total(g);
  const before = merit(x, g);
  for (let length = 1; ; length /= 2) {
    const next = x.map((value, index) => value + length * (step[index] as number));
    const closing = misclosures(model, next);
    // Rounding hides the last gains: a step that loses no more than that is taken whole.
    const isLess = merit(next, closing) <= before + 1e-4 * length * Math.min(slope, 0) + 1e-9 * Math.abs(before);
    if (isLess || length <= SHORTEST) return { x: next, g: closing };
  }
}

const REMEMBERED = 6;

/**
 * Anderson's mixing: where steps shrink by the same factor again and again, as those of Gauss and Newton do about a value that is poorly determined, the
 * last few
 * of them tell where they lead.
 */
class Mixing {
  readonly #points: { readonly x: Float64Array; readonly step: Float64Array }[] = [];

  clear(): void {
    this.#points.length = 0;
  }

  next(x: Float64Array, step: Float64Array): Float64Array {
    const before = this.#points.at(-1);
    if (before !== undefined && relative(step, x) > 2 * relative(before.step, before.x)) this.clear();
    const changes = this.#points.map((point) => ({
      x: x.map((value, index) => value - (point.x[index] as number)), step: step.map((value, index) => value - (point.step[index] as number)),
    }));
    this.#points.push({ x, step });
    if (this.#points.length > REMEMBERED) this.#points.shift();
    const weights = x.map((value) => 1 / (Math.abs(value) + 1e-3));
    const shares = leastSquares(changes.map((change) => change.step), step, weights);
    return x.map((value, index) => shares.reduce((sum, share, at) => (
      sum - share * ((changes[at]?.x[index] as number) + (changes[at]?.step[index] as number))
    ), value + (step[index] as number)));
  }
}

// The shares of some vectors that come nearest to another, by the normal equations: there are a handful.
function leastSquares(vectors: readonly Float64Array[], target: Float64Array, weights: Float64Array): readonly number[] {
  const dot = (a: Float64Array, b: Float64Array): number => (
    a.reduce((sum, value, index) => sum + value * (b[index] as number) * (weights[index] as number) ** 2, 0)
  );
  const rows = vectors.map((left) => [...vectors.map((right) => dot(left, right)), dot(left, target)]);
  const size = rows.length;
  for (const [at, row] of rows.entries()) row[at] = (row[at] as number) * (1 + 1e-12);
  for (let column = 0; column < size; column++) {
    const pivot = rows[column] as number[];
    if (!((pivot[column] as number) > 0)) return [];
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let cell = column; cell <= size; cell++) row[cell] = (row[cell] as number) - factor * (pivot[cell] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}

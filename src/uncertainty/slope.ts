/**
 * How a formula's results change with one argument: the sensitivity coefficients of the guide. A formula is only run, never looked into, so slopes come from
 * differences; where they are exact, and how far off they are elsewhere, is told with each.
 */
import { HeadgradeError, isHeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";

/**
 * How a slope was found.
 *
 * - `"exact"`: the result is a fractional-linear function of the argument, as those of most formulas of the trade are, and the slope is its own.
 * - `"difference"`: from exact values a hair's breadth apart, so that its error, told with it, is far below any digit that is shown.
 * - `"numeric"`: from doubles, where a formula computes with such; the error is an estimate.
 *
 * @category Uncertainty
 */
export type SlopeKind = "exact" | "difference" | "numeric";

/** @internal */
export interface Slope {
  readonly value: Ratio;
  readonly kind: SlopeKind;
  /** Zero, or how far off the value may be. */
  readonly error: Ratio;
}

/** The results at an argument. @internal */
export type Results = (at: Ratio) => readonly Ratio[];

/**
 * The slopes of all results at an argument.
 *
 * Let A = f(x + h) - f(x) and B = f(x) - f(x - h). For f = (a x + b) / (c x + d), with m = f'(x) and q = c / (c x + d), one finds A = m h / (1 + q h) and
 * B = m h / (1 - q h). So 1/A + 1/B = 2 / (m h): the harmonic mean of the two differences is the slope exactly, for any step. If two very different steps give
 * the same slope to the last digit, it is taken as such; for any other function they would have to agree by an accident of infinitely many digits.
 * Else the central difference (A + B) / 2h over the small step is taken, whose error is that over the large step times the square of their quotient, about.
 *
 * @param scale - how far apart values of the argument matter: its standard uncertainty.
 * @throws `HeadgradeError` `out-of-range` where a result has a corner at the very argument.
 * @internal
 */
export function slopesAt(results: Results, at: Ratio, scale: Ratio): readonly Slope[] {
  const unit = powerOfTenBelow(scale.isZero ? (at.isZero ? Ratio.one : at.absolute().times(MILLIONTH)) : scale);
  const centre = results(at);
  const small = differences(results, at, centre, unit.times(SMALL));
  const large = differences(results, at, centre, unit.times(LARGE));
  let numeric: readonly Slope[] | undefined;
  return centre.map((_, result) => {
    const near = small[result] as Differences;
    const far = large[result] as Differences;
    const exact = harmonic(near);
    if (exact !== undefined && harmonic(far)?.equals(exact) === true) {
      requireNoCorner(near, exact);
      return { value: exact, kind: "exact", error: Ratio.zero };
    }
    const value = central(near);
    const gap = value.minus(central(far)).absolute();
    if (gap.compare(value.absolute().times(THOUSANDTH)) <= 0) {
      requireNoCorner(near, value);
      return { value, kind: "difference", error: gap.times(SMALL).times(SMALL).dividedBy(LARGE.times(LARGE)).rounded({ digits: 2 }) };
    }
    // Doubles inside the formula do not follow so small a step.
    numeric ??= numericSlopes((x) => results(Ratio.of(x)).map((each) => each.toNumber()), at.toNumber(), unit.toNumber());
    return numeric[result] as Slope;
  });
}

const SMALL: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 24n);
const LARGE: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 4n);
const MILLIONTH: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 6n);
const THOUSANDTH: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 3n);

interface Differences {
  readonly after: Ratio;
  readonly before: Ratio;
  readonly step: Ratio;
}

function differences(results: Results, at: Ratio, centre: readonly Ratio[], step: Ratio): readonly Differences[] {
  const above = results(at.plus(step));
  const below = results(at.minus(step));
  return centre.map((middle, result) => {
    return { after: (above[result] as Ratio).minus(middle).reduced(), before: middle.minus(below[result] as Ratio).reduced(), step };
  });
}

function harmonic({ after, before, step }: Differences): Ratio | undefined {
  if (after.isZero && before.isZero) return Ratio.zero;
  const sum = after.plus(before);
  return after.isZero || before.isZero || sum.isZero ? undefined : after.times(before).times(2).dividedBy(sum.times(step)).reduced();
}

function central({ after, before, step }: Differences): Ratio {
  return after.plus(before).dividedBy(step.times(2)).reduced();
}

// Where a function is smooth, the differences before and after all but agree over so small a step.
function requireNoCorner({ after, before, step }: Differences, slope: Ratio): void {
  if (after.minus(before).absolute().compare(slope.absolute().times(step).times(THOUSANDTH)) <= 0) return;
  throw new HeadgradeError(
    "out-of-range", "The formula has a corner at the very estimates (one rule takes over from another there), so no slope tells how it changes: use simulate.", {},
  );
}

function powerOfTenBelow(size: Ratio): Ratio {
  const exponent = Math.floor(Math.log10(size.toNumber()));
  return Number.isFinite(exponent) ? Ratio.scaled(1, exponent) : size;
}

/**
 * Slopes of a function of doubles, by Ridders' method: central differences over shrinking steps, extrapolated to no step at all. The error is the estimate
 * that the method makes, or the rounding of the doubles, whichever is larger.
 *
 * @internal
 */
export function numericSlopes(results: (at: number) => readonly number[], at: number, scale: number): readonly Slope[] {
  const steps = [Math.max(scale, Math.abs(at) * 1e-2), Math.max(scale, Math.abs(at) * 1e-4), scale, scale * 1e-3];
  const tries = steps.flatMap((step) => ridders(results, at, step) ?? []);
  const [first] = tries;
  if (first === undefined) throw new HeadgradeError("not-a-number", `The formula gives no number around ${String(at)}, so how it changes there cannot be told.`, { at });
  return first.map((_, result) => {
    const { value, error } = tries.map((found) => found[result] as Estimate).reduce((best, next) => (next.error < best.error ? next : best));
    return { value: Ratio.of(value), kind: "numeric", error: Ratio.of(error) };
  });
}

interface Estimate {
  readonly value: number;
  readonly error: number;
}

const ROUNDS = 10;
const SHRINK = 1.4;

function ridders(results: (at: number) => readonly number[], at: number, first: number): readonly (readonly Estimate[])[] | undefined {
  const differenceOver = (step: number): readonly Estimate[] | undefined => {
    const [high, low] = [at + step, at - step];
    let above: readonly number[];
    let below: readonly number[];
    try {
      [above, below] = [results(high), results(low)];
    } catch (error) {
      if (isHeadgradeError(error)) return undefined;
      throw error;
    }
    const found = above.map((value, result) => {
      const other = below[result] as number;
      return { value: (value - other) / (high - low), error: (Number.EPSILON * Math.max(Math.abs(value), Math.abs(other))) / step };
    });
    return high > low && found.every(({ value }) => Number.isFinite(value)) ? found : undefined;
  };
  const rows = Array.from({ length: ROUNDS }, (_, round) => differenceOver(first / SHRINK ** round));
  const usable = rows.filter((row) => row !== undefined);
  const [start] = usable;
  if (start === undefined || usable.length < rows.length) return undefined;
  return [start.map((_, result) => extrapolated(usable.map((row) => row[result] as Estimate)))];
}

function extrapolated(column: readonly Estimate[]): Estimate {
  let best: Estimate = { value: (column[0] as Estimate).value, error: Infinity };
  let previous: readonly number[] = [];
  for (const { value, error: rounding } of column) {
    const row = [value];
    for (let order = 1; order <= previous.length; order++) {
      const power = SHRINK ** (2 * order);
      const [left, above] = [row[order - 1] as number, previous[order - 1] as number];
      const next = (left * power - above) / (power - 1);
      row.push(next);
      const error = Math.max(Math.abs(next - left), Math.abs(next - above), rounding);
      if (error < best.error) best = { value: next, error };
    }
    previous = row;
  }
  return best;
}

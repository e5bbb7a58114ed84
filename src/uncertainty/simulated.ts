/** A result as many trials gave it: its mean, its spread, the intervals that hold a share of it, and how it compares with the law of propagation. */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import { bundle } from "../markup/bundle.ts";
import type { Markup } from "../markup/element.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Role } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Coverage, Estimate } from "./estimate.ts";
import { histogram, type Histogram } from "./histogram.ts";
import { onScale, type Scale, type ValueOf } from "./measured.ts";
import type { MeasuredKind } from "./measurement.ts";
import { inUnit, uncertaintyText, valueAt } from "./telling.ts";

/**
 * Which of the intervals that hold a share of all trials: with equal shares left out on both sides, or the shortest.
 *
 * @category Uncertainty
 */
export type CoverageShape = "symmetric" | "shortest";

/**
 * An interval that holds a share of what a result may be. It is a statement of probability, and no `Interval`: the value may lie outside.
 *
 * @category Uncertainty
 */
export interface CoverageInterval<K extends MeasuredKind, R extends Role = never> {
  readonly low: ValueOf<K, R>;
  readonly high: ValueOf<K, R>;
  readonly coverage: Ratio;
  readonly shape: CoverageShape;
}

/**
 * How the law of propagation compares with a simulation: whether both ends of its coverage interval lie within the numerical tolerance.
 *
 * @category Uncertainty
 */
export interface Comparison {
  /** Half a unit in the last of the significant digits of the standard uncertainty. */
  readonly tolerance: Ratio;
  /** By how much the lower ends differ, in the unit of the result. */
  readonly low: Ratio;
  /** By how much the upper ends differ. */
  readonly high: Ratio;
  readonly agrees: boolean;
}

/**
 * How to compare: to which coverage, by which of the simulation's intervals, and to how many digits of the standard uncertainty.
 *
 * @category Uncertainty
 */
export interface CompareOptions extends Coverage {
  readonly shape?: CoverageShape;
  readonly digits?: 1 | 2;
}

/** The trials of one result, and how they were made. @internal */
export interface Trials {
  readonly values: Float64Array;
  readonly scale: Scale;
  readonly seed: number;
  readonly discarded: number;
  /** What the results of one simulation have in common. */
  readonly run: object;
}

/**
 * A result as a simulation found it. Immutable; {@link simulate} makes it.
 *
 * @category Uncertainty
 */
export class Simulated<out K extends MeasuredKind = MeasuredKind, out R extends Role = never> {
  readonly #kind: K;
  readonly #trials: Trials;
  readonly #moments: { readonly mean: number; readonly deviation: number };
  #sorted: Float64Array | undefined;

  /** @internal */
  constructor(kind: K, trials: Trials) {
    this.#kind = kind;
    this.#trials = trials;
    this.#moments = momentsOf(trials.values);
  }

  get kind(): K {
    return this.#kind;
  }

  /** The mean of all trials. */
  get mean(): ValueOf<K, R> {
    return onScale(Ratio.of(plain(this.#moments.mean)), this.#trials.scale) as ValueOf<K, R>;
  }

  /** The standard deviation of all trials, which is the standard uncertainty of the result. */
  get standard(): ValueOf<K> {
    return onScale(Ratio.of(plain(this.#moments.deviation)), { ...this.#trials.scale, role: undefined }) as ValueOf<K>;
  }

  /** How many trials were made and count. */
  get trials(): number {
    return this.#trials.values.length;
  }

  /** How many the formula refused, which were left out on the caller's word. */
  get discarded(): number {
    return this.#trials.discarded;
  }

  get seed(): number {
    return this.#trials.seed;
  }

  /**
   * The interval that holds a share of all trials.
   *
   * @throws `HeadgradeError` `out-of-range` for a coverage not between 0 % and 100 %, or of so much that fewer than ten trials are left outside;
   * `unknown-option`.
   */
  interval(coverage: QuantityInput<"fraction">, shape: CoverageShape = "symmetric"): CoverageInterval<K, R> {
    const share = argument("coverage", "fraction", coverage).inBase;
    const [low, high] = this.#ends(share, shape);
    const at = (value: number): ValueOf<K, R> => onScale(Ratio.of(plain(value)), this.#trials.scale) as ValueOf<K, R>;
    return Object.freeze({ low: at(low), high: at(high), coverage: share, shape });
  }

  /**
   * Whether the law of propagation does for this result: its interval y - U to y + U against the one of the simulation, end by end, within half a unit in the
   * last significant digit of the standard uncertainty (two digits unless one is said).
   *
   * @throws `HeadgradeError` `unknown-option`, `out-of-range`, `wrong-kind` for an estimate in another unit.
   * @source JCGM 101:2008, Supplement 1 to the guide, clause 8.
   */
  compare(estimate: Estimate<K, Role>, options: CompareOptions): Comparison {
    const { shape = "symmetric", digits = 2, ...by } = options;
    const symbol = this.#trials.scale.unit?.symbol;
    const exact = exactIn(estimate.value, symbol);
    const expanded = exactIn(estimate.expanded(by).expanded, symbol);
    if (exact === undefined || expanded === undefined) {
      throw new HeadgradeError("wrong-kind", `The estimate is not in ${symbol ?? "bare numbers"}, as the simulation is: compare results of one formula.`, { expected: symbol });
    }
    if (![1, 2].includes(digits)) throw new HeadgradeError("unknown-option", `digits is 1 or 2, and this is ${shown(digits)}.`, { option: "digits", given: digits });
    const [low, high] = this.#ends(argument("coverage", "fraction", by.coverage).inBase, shape).map((end) => Ratio.of(plain(end))) as [Ratio, Ratio];
    const standard = squareRoot(estimate.variance, 20);
    const exponent = standard.isZero ? 0 : Math.floor(Math.log10(standard.rounded({ digits }).toNumber()) + 1e-9) - (digits - 1);
    const tolerance = standard.isZero ? Ratio.zero : Ratio.scaled(5, exponent - 1);
    const gaps = [exact.minus(expanded).minus(low).absolute(), exact.plus(expanded).minus(high).absolute()] as const;
    return Object.freeze({ tolerance, low: gaps[0], high: gaps[1], agrees: gaps.every((gap) => gap.compare(tolerance) <= 0) });
  }

  /** The correlation coefficient with another result of the same simulation. @throws `HeadgradeError` `wrong-kind` for a result of another. */
  correlationWith(other: Simulated<MeasuredKind, Role>): number | undefined {
    if (other.#trials.run !== this.#trials.run) throw new HeadgradeError("wrong-kind", "Only results of one simulation can be correlated: return both from one formula.", {});
    const [mine, theirs] = [this.#moments, other.#moments];
    const product = mine.deviation * theirs.deviation;
    if (product === 0) return undefined;
    const sum = this.#trials.values.reduce((total, value, at) => total + (value - mine.mean) * ((other.#trials.values[at] as number) - theirs.mean), 0);
    return sum / ((this.trials - 1) * product);
  }

  /** A copy of all trials in the order in which they were made, as doubles: for drawing. */
  values(): Float64Array {
    return this.#trials.values.slice();
  }

  /** The mean, the standard uncertainty and the interval that holds 95 % of all trials. */
  toString(): string {
    const { mean, spread, interval } = this.#told();
    const dropped = this.discarded === 0 ? "" : `, ${String(this.discarded)} more refused by the formula`;
    const made = `${this.trials.toLocaleString("en")} trials, seed ${String(this.seed)}${dropped}`;
    return `${mean}, u = ${spread}\n  ${interval === undefined ? made : `95% from ${interval.lowNumber} to ${interval.highText} (${made})`}`;
  }

  toJSON(): Record<string, unknown> {
    const { mean, standard, trials, seed, discarded } = this;
    const ends = trials < LEAST_TRIALS ? undefined : this.interval("95 %");
    const interval = ends === undefined ? {} : { interval: { coverage: "0.95", low: ends.low, high: ends.high } };
    return { mean, standard, trials, seed, ...(discarded === 0 ? {} : { discarded }), ...interval };
  }

  get [Symbol.toStringTag](): string {
    return "Simulated";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const { trials, seed, discarded } = this;
    const told = this.#told();
    const dropped = discarded === 0 ? [] : [["refused by the formula", discarded.toLocaleString("en")]];
    const interval = told.interval === undefined ? [] : [[told.interval.name, `${told.interval.lowText} to ${told.interval.highText}`]];
    return bundle(this.toString(), [
      { heading: `${told.mean}, u = ${told.spread}` }, this.picture(),
      {
        caption: "Simulation", heads: ["", "result"], numbers: (column) => column > 0,
        rows: [["mean", told.mean], ["standard uncertainty", told.spread], ...interval, ["trials", trials.toLocaleString("en")], ["seed", String(seed)], ...dropped],
      },
    ]);
  }

  /** How often the result came out where. @internal */
  picture(): Markup {
    const { mean, spread, interval } = this.#told();
    return histogram({
      title: `Simulation: ${mean}, u = ${spread}`, sorted: this.#sorted ??= this.#trials.values.slice().sort(), mean: this.#moments.mean, meanText: mean, interval,
      unit: this.#trials.scale.unit?.symbol ?? "",
    });
  }

  // In words: there is no interval where too few trials were made to tell it.
  #told(): { readonly mean: string; readonly spread: string; readonly interval: (Histogram["interval"] & { readonly lowNumber: string }) | undefined } {
    const unit = this.#trials.scale.unit?.symbol ?? "1";
    const spread = Ratio.of(plain(this.#moments.deviation));
    const digits = (value: number): string => valueAt(spread, Ratio.of(plain(value)));
    const tell = (value: number): string => inUnit(digits(value), this.#kind, unit);
    const ends = this.trials < LEAST_TRIALS ? undefined : this.#ends(COVERAGE, "symmetric");
    return {
      mean: tell(this.#moments.mean), spread: inUnit(uncertaintyText(spread), this.#kind, unit),
      interval: ends && { name: "95 % of all trials", low: ends[0], high: ends[1], lowNumber: digits(ends[0]), lowText: tell(ends[0]), highText: tell(ends[1]) },
    };
  }

  // By clause 7.7 of the supplement: q of the M sorted trials lie between the r-th and the (r + q)-th.
  #ends(coverage: Ratio, shape: CoverageShape): readonly [number, number] {
    const share = coverage.toNumber();
    const count = this.trials;
    const held = Math.floor(share * count + 0.5);
    if (!(share > 0 && share < 1) || held < 1 || count - held < 10) {
      throw new HeadgradeError("out-of-range", `${String(share * 100)} % of ${String(count)} trials leaves too few outside to tell an interval by: take less, or make more trials.`, { coverage: share });
    }
    if (shape as unknown !== "symmetric" && shape as unknown !== "shortest") {
      throw new HeadgradeError("unknown-option", `An interval is symmetric or shortest, and this is ${shown(shape)}.`, { option: "shape", given: shape });
    }
    const sorted = this.#sorted ??= this.#trials.values.slice().sort();
    let start = Math.floor((count - held) / 2);
    if (shape === "shortest") {
      const width = (from: number): number => (sorted[from + held] as number) - (sorted[from] as number);
      start = 0;
      for (let from = 1; from + held < count; from++) if (width(from) < width(start)) start = from;
    }
    return [sorted[start] as number, sorted[start + held] as number];
  }
}

// Fewer than this leave less than ten outside of the interval.
const LEAST_TRIALS = 200;

const COVERAGE: Ratio = /* @__PURE__ */ Ratio.fraction(19n, 20n);

function exactIn(value: unknown, symbol: string | undefined): Ratio | undefined {
  if (value instanceof Ratio) return symbol === undefined ? value : undefined;
  const { unit, exact } = value as { readonly unit: string; readonly exact: Ratio };
  return unit === symbol ? exact : undefined;
}

// A double as text of 15 digits: what is beyond them is noise of many trials anyway, and whole numbers beyond 2^53 are none that a Ratio takes.
function plain(value: number): string {
  return value.toPrecision(15);
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  // About the first value, so that a small spread about a large value keeps its digits.
  const origin = values[0] ?? 0;
  let sum = 0;
  for (const value of values) sum += value - origin;
  const shift = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - origin - shift) ** 2;
  return { mean: origin + shift, deviation: Math.sqrt(squares / (values.length - 1)) };
}

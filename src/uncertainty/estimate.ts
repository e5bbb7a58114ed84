/** A result with its combined standard uncertainty: its budget, its expanded uncertainty, its correlation with other results. */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import type { Markup } from "../markup/element.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Role } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { coverageFactor } from "./coverage-factor.ts";
import { budgetBundle, budgetPictureOf } from "./budget-blocks.ts";
import { budgetText } from "./budget-text.ts";
import { Measured, onScale, type Scale, type ValueOf } from "./measured.ts";
import type { MeasuredKind } from "./measurement.ts";
import type { SlopeKind } from "./slope.ts";

/**
 * What one argument does to the uncertainty of a result.
 *
 * @category Uncertainty
 */
export interface BudgetLine {
  /** The field or fields of the formula's argument in which it stands. */
  readonly names: readonly string[];
  readonly measured: Measured;
  /** The sensitivity coefficient: by how much the result rises for one unit of the argument, each in its own unit. */
  readonly sensitivity: Ratio;
  readonly sensitivityKind: SlopeKind;
  /** How far off the sensitivity may be; zero where it is exact. */
  readonly sensitivityError: Ratio;
  /** The sensitivity times the standard uncertainty, in the unit of the result and with the sign of the sensitivity. */
  readonly contribution: Ratio;
  /** The square of the contribution over the variance of the result; `undefined` where that is zero. */
  readonly share: Ratio | undefined;
}

/**
 * What the correlation of two arguments adds to the variance of a result, or takes from it.
 *
 * @category Uncertainty
 */
export interface CovarianceTerm {
  readonly between: readonly [string, string];
  readonly correlation: Ratio;
  /** Twice the product of both contributions and the correlation, in the square of the result's unit. */
  readonly variance: Ratio;
  /** This over the variance of the result; with the shares of the budget it adds to one. */
  readonly share: Ratio | undefined;
}

/**
 * How far to expand a standard uncertainty: by a factor, or to a coverage.
 *
 * @category Uncertainty
 */
export type Expansion = Factor | Coverage;

/**
 * Expansion by a coverage factor, often 2.
 *
 * @category Uncertainty
 */
export interface Factor {
  readonly coverageFactor: Numeric;
}

/**
 * Expansion to a coverage, as `"95 %"`, by the degrees of freedom of the result or by others.
 *
 * @category Uncertainty
 */
export interface Coverage {
  readonly coverage: QuantityInput<"fraction">;
  readonly degreesOfFreedom?: number;
}

/**
 * An expanded uncertainty, with the factor that made it.
 *
 * @category Uncertainty
 */
export interface Expanded<K extends MeasuredKind> {
  readonly expanded: ValueOf<K>;
  readonly coverageFactor: Ratio;
  /** The degrees of freedom by which the factor was found; `undefined` where the factor was given. */
  readonly degreesOfFreedom: number | undefined;
}

/** The parts of an estimate as they were worked out. @internal */
export interface Parts {
  readonly exact: Ratio;
  readonly scale: Scale;
  readonly variance: Ratio;
  readonly secondOrder: Ratio | undefined;
  readonly degreesOfFreedom: number | undefined;
  readonly budget: readonly BudgetLine[];
  readonly covariances: readonly CovarianceTerm[];
  readonly correlationOf: (one: Measured, other: Measured) => Ratio;
}

/**
 * The result of a formula with its combined standard uncertainty, of first order unless the second was asked for. Immutable; {@link uncertaintyOf} makes it.
 *
 * @category Uncertainty
 */
export class Estimate<out K extends MeasuredKind = MeasuredKind, out R extends Role = never> {
  readonly #kind: K;
  readonly #parts: Parts;

  /** @internal */
  constructor(kind: K, parts: Parts) {
    this.#kind = kind;
    this.#parts = parts;
  }

  get kind(): K {
    return this.#kind;
  }

  /** What the formula gives for the estimates of its arguments. */
  get value(): ValueOf<K, R> {
    return onScale(this.#parts.exact, this.#parts.scale) as ValueOf<K, R>;
  }

  /** The combined variance, in the square of the value's unit: exact, but for slopes that are not and for roots in covariances, which have 40 digits. */
  get variance(): Ratio {
    return this.#parts.variance;
  }

  /** The combined standard uncertainty, to 40 significant digits where the root of the variance has no end. */
  get standard(): ValueOf<K> {
    return onScale(squareRoot(this.variance), this.#amounts) as ValueOf<K>;
  }

  /** The standard uncertainty over the value; `undefined` for a value of zero. */
  get relative(): Quantity<"fraction"> | undefined {
    if (this.#parts.exact.isZero) return undefined;
    const share = squareRoot(this.variance).dividedBy(this.#parts.exact.absolute());
    return new Quantity<"fraction">(unitOf("fraction", "%"), share.times(100), undefined, undefined);
  }

  /**
   * The effective degrees of freedom by the Welch-Satterthwaite formula, not rounded; `Infinity` where all arguments are taken as known. `undefined` where
   * arguments of few degrees are correlated, for which the formula does not hold.
   */
  get degreesOfFreedom(): number | undefined {
    return this.#parts.degreesOfFreedom;
  }

  /** What each argument contributes, in the order of the arguments. */
  get budget(): readonly BudgetLine[] {
    return this.#parts.budget;
  }

  /** What each correlation contributes. */
  get covariances(): readonly CovarianceTerm[] {
    return this.#parts.covariances;
  }

  /** What the terms of second order add to the variance; `undefined` where they were not asked for. */
  get secondOrder(): Ratio | undefined {
    return this.#parts.secondOrder;
  }

  /**
   * The expanded uncertainty: the standard one times a factor.
   *
   * For a coverage, the factor is Student's for the effective degrees of freedom, cut to a whole number as the guide does (16.7 to 16; 18.95 and more, which
   * it writes 19.0, to 19); give `degreesOfFreedom` to use
   * others, whole or not.
   *
   * @throws `HeadgradeError` `out-of-range` for a coverage not between 0 % and 100 %, or a factor that is not positive; `unknown-option` unless one of
   * both is given, and for a coverage where the degrees of freedom are not known.
   */
  expanded(by: Expansion): Expanded<K> {
    const said: unknown = by;
    const { coverageFactor: given, coverage, degreesOfFreedom } = (said ?? {}) as Partial<Factor & Coverage>;
    if ((given === undefined) === (coverage === undefined)) {
      throw new HeadgradeError("unknown-option", `Expand by { coverageFactor: 2 } or by { coverage: "95 %" }, by one of the two; this is ${shown(by)}.`, { given: shown(by) });
    }
    let freedom: number | undefined;
    if (given === undefined) {
      freedom = degreesOfFreedom ?? (this.degreesOfFreedom === undefined ? undefined : Math.max(1, Math.floor(this.degreesOfFreedom + 0.05)));
      if (freedom === undefined) {
        throw new HeadgradeError(
          "unknown-option", "Arguments of few degrees of freedom are correlated, for which no rule gives those of the result: say them with degreesOfFreedom, or give a coverageFactor.", {},
        );
      }
    }
    const k = given === undefined
      ? Ratio.of(coverageFactor(argument("coverage", "fraction", coverage as QuantityInput<"fraction">).inBase.toNumber(), freedom as number))
      : Ratio.of(given);
    if (k.sign <= 0) throw new HeadgradeError("out-of-range", `A coverage factor is positive, and this one is ${k.toString()}.`, { given: k.toString() });
    return Object.freeze({ expanded: onScale(squareRoot(this.variance).times(k), this.#amounts) as ValueOf<K>, coverageFactor: k, degreesOfFreedom: freedom });
  }

  /**
   * The covariance with another result, in the product of both units: what they share through the same arguments, and through correlated ones.
   *
   * Arguments are the same if they are the same {@link Measured} object, so results of two formulas may be compared too.
   */
  covarianceWith(other: Estimate<MeasuredKind, Role>): Ratio {
    const theirs = other.#parts;
    const terms = this.budget.flatMap((mine) => theirs.budget.map((yours) => {
      if (mine.measured === yours.measured) return mine.sensitivity.times(yours.sensitivity).times(mine.measured.variance);
      const own = this.#parts.correlationOf(mine.measured, yours.measured);
      const coefficient = own.isZero ? theirs.correlationOf(mine.measured, yours.measured) : own;
      return coefficient.isZero ? Ratio.zero : coefficient.times(mine.contribution).times(yours.contribution);
    }));
    return terms.reduce((sum, term) => sum.plus(term), Ratio.zero);
  }

  /** The correlation coefficient with another result, to 40 digits; `undefined` where one of them has no uncertainty. */
  correlationWith(other: Estimate<MeasuredKind, Role>): Ratio | undefined {
    const product = this.variance.times(other.variance);
    return product.isZero ? undefined : this.covarianceWith(other).dividedBy(squareRoot(product)).rounded({ digits: 40 });
  }

  /** The result as a measured value, for the next formula. What it has in common with other results is lost; put the formulas into one where it matters. */
  measured(): Measured<K> {
    const { exact, scale, variance, degreesOfFreedom } = this.#parts;
    const freedom = degreesOfFreedom ?? Infinity;
    const read = { exact, variance, degreesOfFreedom: freedom, distribution: { name: freedom === Infinity ? "normal" as const : "student" as const } };
    return new Measured<K>(this.#kind, Object.freeze(read), scale);
  }

  /** A line for the result and a table of its budget, of 80 columns. */
  toString(): string {
    return budgetText(this);
  }

  toJSON(): Record<string, unknown> {
    const { value, variance, standard, degreesOfFreedom, covariances, secondOrder } = this;
    const budget = this.budget.map(({ measured, ...line }) => ({ ...line, value: measured.value, variance: measured.variance }));
    return {
      value, standard, variance, ...(degreesOfFreedom === undefined || degreesOfFreedom === Infinity ? {} : { degreesOfFreedom }), budget, covariances,
      ...(secondOrder === undefined ? {} : { secondOrder }),
    };
  }

  /** Refuses `<` and `+`, which would lose the uncertainty. */
  valueOf(): never {
    throw new HeadgradeError("not-comparable", "Results with an uncertainty do not take part in <, > or +: compute with their value.", {});
  }

  get [Symbol.toStringTag](): string {
    return "Estimate";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return budgetBundle(this);
  }

  /** The uncertainty budget. @internal */
  picture(): Markup {
    return budgetPictureOf(this);
  }

  get #amounts(): Scale {
    return { ...this.#parts.scale, role: undefined };
  }
}

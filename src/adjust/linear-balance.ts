/** What a linear adjustment came to. */
import { HeadgradeError, shown } from "../error.ts";
import { bundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Ratio } from "../number/ratio.ts";
import { linearBlocks } from "./account-blocks.ts";
import type { EliminationOutcome } from "./elimination.ts";
import { FACTOR_95 } from "./measurement.ts";
import { squareRoot } from "./root.ts";
import type { Beyond, CriticalValues, GlobalTest, MeasurementTest } from "./significance.ts";
import { aligned, decimals, eliminationLines, globalLine } from "./text.ts";

/**
 * What a balance knows of a value. A measurement is *redundant* when the other figures would determine the value without it, and only then is it adjusted
 * and tested;
 * an unmeasured value is *observable* when the figures determine it. *Exact* values were fixed by the caller.
 *
 * @category Adjustment
 */
export type ValueStatus = "redundant" | "non-redundant" | "exact" | "observable" | "unobservable";

/** @internal */
export interface LinearValue {
  readonly name: string;
  readonly measured: Ratio | undefined;
  readonly measuredVariance: Ratio | undefined;
  readonly adjusted: Ratio | undefined;
  readonly variance: Ratio | undefined;
  readonly adjustment: Ratio | undefined;
  readonly statistic: number | undefined;
  readonly status: ValueStatus;
  readonly eliminated: boolean;
}

/**
 * One value of a linear balance.
 *
 * @category Adjustment
 */
export interface AdjustedNumber {
  readonly name: string;
  readonly status: ValueStatus;
  /** Whether its measurement was set aside as a gross error. */
  readonly eliminated: boolean;
  readonly measured: Ratio | undefined;
  /** The standard uncertainty of the measurement, to 20 digits. */
  readonly measuredStandard: Ratio | undefined;
  /** The adjusted value, exact; `undefined` where nothing determines it. */
  readonly adjusted: Ratio | undefined;
  /** The adjusted less the measured value, exact. */
  readonly adjustment: Ratio | undefined;
  /** The variance of the adjusted value, exact. */
  readonly variance: Ratio | undefined;
  /** The standard uncertainty of the adjusted value: the root of the variance, to 20 digits. */
  readonly standard: Ratio | undefined;
  /** Half the width of the 95 % interval of the adjusted value: 1.96 standard uncertainties. */
  readonly halfWidth95: Ratio | undefined;
  /** The measurement test: the adjustment over its own standard uncertainty; `undefined` where the measurement is not redundant. */
  readonly statistic: number | undefined;
}

/**
 * The test of one constraint whose values were all measured: its imbalance over the standard uncertainty of that. Where constraints are nodes, this is the
 * nodal test.
 *
 * @category Adjustment
 */
export interface ConstraintTest {
  readonly constraint: string;
  /** The left side less the right one, with the measured values, exact. */
  readonly imbalance: Ratio;
  readonly statistic: number;
  readonly critical: CriticalValues;
  readonly beyond: Beyond;
}

interface LinearParts {
  readonly values: readonly LinearValue[];
  readonly chiSquare: Ratio;
  readonly globalTest: GlobalTest;
  readonly measurementTests: readonly MeasurementTest[];
  readonly constraintTests: readonly ConstraintTest[];
  readonly dependent: readonly string[];
  readonly covariance: (a: string, b: string) => Ratio;
}

/**
 * A linear balance: the adjusted values and what may be said of them. {@link adjustLinear} makes it.
 *
 * @category Adjustment
 */
export class LinearBalance {
  readonly values: readonly AdjustedNumber[];
  /** The least sum of squares, exact. */
  readonly chiSquare: Ratio;
  readonly globalTest: GlobalTest;
  /** Of the redundant measurements, the largest statistic first. */
  readonly measurementTests: readonly MeasurementTest[];
  readonly constraintTests: readonly ConstraintTest[];
  /** Constraints that follow from others, and so add nothing. */
  readonly dependent: readonly string[];
  /** What the search for gross errors came to; `undefined` where none was asked for. */
  readonly elimination: EliminationOutcome | undefined;
  readonly #byName: ReadonlyMap<string, AdjustedNumber>;
  readonly #covariance: (a: string, b: string) => Ratio;

  /** @internal */
  constructor(parts: LinearParts, elimination?: EliminationOutcome) {
    this.values = Object.freeze(parts.values.map(told));
    this.chiSquare = parts.chiSquare;
    this.globalTest = Object.freeze(parts.globalTest);
    this.measurementTests = Object.freeze([...parts.measurementTests]);
    this.constraintTests = Object.freeze([...parts.constraintTests]);
    this.dependent = Object.freeze([...parts.dependent]);
    this.elimination = elimination;
    this.#byName = new Map(this.values.map((value) => [value.name, value]));
    this.#covariance = parts.covariance;
    Object.freeze(this);
  }

  /** One value by its name. @throws `HeadgradeError` `unknown-item`. */
  value(name: string): AdjustedNumber {
    const found = this.#byName.get(name);
    if (found !== undefined) return found;
    throw new HeadgradeError("unknown-item", `The balance has no value ${shown(name)}: its values are ${[...this.#byName.keys()].slice(0, 12).join(", ")}.`, { given: name });
  }

  /** The covariance of two adjusted values, exact; zero for a value that cannot be observed. @throws `HeadgradeError` `unknown-item`. */
  covariance(a: string, b: string): Ratio {
    return this.#covariance(this.value(a).name, this.value(b).name);
  }

  /** A line for each value, and what the tests say, of 80 columns. */
  toString(): string {
    const lines = this.values.map(({ name, measured, adjusted, standard, statistic, status, eliminated }) => [
      name, decimals(measured), decimals(adjusted), decimals(standard, 3), statistic?.toFixed(2) ?? "", eliminated ? "eliminated" : status,
    ]);
    const dependent = this.dependent.map((constraint) => `follows from the others: ${constraint}`);
    return [aligned(["", "measured", "adjusted", "std", "test", ""], lines), "", globalLine(this.globalTest), ...eliminationLines(this.elimination), ...dependent].join("\n");
  }

  toJSON(): Record<string, unknown> {
    const { values, chiSquare, globalTest, measurementTests, constraintTests, dependent, elimination } = this;
    return { values, chiSquare, globalTest, measurementTests, constraintTests, dependent, ...(elimination === undefined ? {} : { elimination }) };
  }

  get [Symbol.toStringTag](): string {
    return "LinearBalance";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return bundle(this.toString(), linearBlocks(this));
  }
}

function told({ name, status, eliminated, measured, measuredVariance, adjusted, adjustment, variance, statistic }: LinearValue): AdjustedNumber {
  const standard = variance === undefined ? undefined : squareRoot(variance);
  return Object.freeze({
    name, status, eliminated, measured, measuredStandard: measuredVariance === undefined ? undefined : squareRoot(measuredVariance),
    adjusted, adjustment, variance, standard,
    halfWidth95: standard?.times(FACTOR_95), statistic,
  });
}

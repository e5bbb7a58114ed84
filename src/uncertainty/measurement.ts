/** The ways in which the trade says how sure a value is, and the variance that each comes to. */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { isQuantity } from "../quantity/quantity.ts";
import { coverageFactor } from "./coverage-factor.ts";
import { boundedVariance, type Distribution, type DistributionName } from "./distribution.ts";

/**
 * What a measured value is a value of: a kind of quantity, or a bare number (which has no unit, or one that this library does not know: volts, radians).
 *
 * @category Uncertainty
 */
export type MeasuredKind = Kind | "number";

/**
 * What says a value, or how far it may be off, in words of one kind: a quantity or its text, or a number where it is bare.
 *
 * @category Uncertainty
 */
export type Amount<K extends MeasuredKind> = K extends Kind ? QuantityInput<K, Role> : Numeric;

interface Freedom {
  /** Degrees of freedom of the uncertainty itself, a whole number or not; infinitely many unless said. */
  readonly degreesOfFreedom?: number;
}

/**
 * How sure a value is, in one of the ways in which it is said. Each is named, since a bare "give or take 2 %" may be any of them.
 *
 * - `value` with `standard`: the standard uncertainty (one standard deviation of the value; of a mean, that of the mean).
 * - `value` with `expanded` and `coverageFactor` (k), or with `coverage` ("95 %"), for which the factor is Student's with the degrees of freedom, else normal.
 * - `value` with `halfWidth` and `distribution`, for limits; `top`, for a trapezoid, is the width of its top over that of its base. A `"normal"` one has k.
 * - `low` and `high` with `distribution`: the value is the middle.
 * - `readings`: the mean of repeated readings, its standard uncertainty s / sqrt(n), with n - 1 degrees of freedom; or, with `standardDeviation` and its
 *   `degreesOfFreedom`, that of one reading as known from elsewhere (pooled), divided by sqrt(n).
 *
 * With `relative` before the name (`relativeStandard: "2 %"`) the amount is a share of the value.
 *
 * @category Uncertainty
 */
export type Measurement<K extends MeasuredKind> =
  | ({ readonly value: Amount<K> } & Freedom & (
    | { readonly standard: Amount<K> }
    | { readonly relativeStandard: QuantityInput<"fraction"> }
    | (({ readonly expanded: Amount<K> } | { readonly relativeExpanded: QuantityInput<"fraction"> }) & (
      | { readonly coverageFactor: Numeric }
      | { readonly coverage: QuantityInput<"fraction"> }
    ))
    | (({ readonly halfWidth: Amount<K> } | { readonly relativeHalfWidth: QuantityInput<"fraction"> }) & Shape)
  ))
  | ({ readonly low: Amount<K>; readonly high: Amount<K> } & Freedom & Shape)
  | { readonly readings: readonly Amount<K>[] }
  | { readonly readings: readonly Amount<K>[]; readonly standardDeviation: Amount<K>; readonly degreesOfFreedom: number };

type Shape =
  | { readonly distribution: "uniform" | "triangular" | "arcsine" }
  | { readonly distribution: "trapezoidal"; readonly top: Numeric }
  | { readonly distribution: "normal"; readonly coverageFactor: Numeric };

const FIELDS = [
  "value", "standard", "relativeStandard", "expanded", "relativeExpanded", "coverageFactor", "coverage", "halfWidth", "relativeHalfWidth", "distribution", "top",
  "low", "high", "readings", "standardDeviation", "degreesOfFreedom",
] as const;

type Given = Partial<Record<(typeof FIELDS)[number], unknown>>;

/** A value and its uncertainty, told in one unit. @internal */
export interface Read {
  readonly exact: Ratio;
  readonly variance: Ratio;
  readonly degreesOfFreedom: number;
  readonly distribution: Distribution;
}

/** How amounts of one kind are read: the first one settles the unit. @internal */
export interface Reader {
  readonly read: (name: string, amount: unknown) => Ratio;
}

/**
 * Reads a measurement.
 *
 * @throws `HeadgradeError` `unknown-option`, `wrong-kind`, `out-of-range`, and what reading the amounts throws.
 * @internal
 */
export function readMeasurement(measurement: unknown, { read }: Reader): Read {
  const given = checked(measurement);
  const { readings, low, high } = given;
  if (readings !== undefined) {
    only(given, ["readings", "standardDeviation", "degreesOfFreedom"]);
    return ofReadings(given, read);
  }
  const freedom = freedomOf(given);
  if (low !== undefined || high !== undefined) {
    only(given, ["low", "high", "distribution", "top", "coverageFactor", "degreesOfFreedom"]);
    const ends = [read("low", low), read("high", high)] as const;
    if (ends[0].compare(ends[1]) > 0) throw outOfRange("high", "it lies below low");
    return { exact: ends[0].plus(ends[1]).dividedBy(2), degreesOfFreedom: freedom, ...ofHalfWidth(ends[1].minus(ends[0]).dividedBy(2), given) };
  }
  const exact = read("value", given.value);
  const [name, amount] = errorOf(given, exact, read);
  if (amount.sign < 0) throw outOfRange(name, "an uncertainty is never negative");
  switch (name) {
    case "standard":
      only(given, ["value", "standard", "relativeStandard", "degreesOfFreedom"]);
      return { exact, variance: amount.times(amount), degreesOfFreedom: freedom, distribution: normalOr(freedom) };
    case "expanded": {
      only(given, ["value", "expanded", "relativeExpanded", "coverageFactor", "coverage", "degreesOfFreedom"]);
      const standard = amount.dividedBy(factorOf(given, freedom));
      return { exact, variance: standard.times(standard), degreesOfFreedom: freedom, distribution: normalOr(freedom) };
    }
    default:
      only(given, ["value", "halfWidth", "relativeHalfWidth", "distribution", "top", "coverageFactor", "degreesOfFreedom"]);
      return { exact, degreesOfFreedom: freedom, ...ofHalfWidth(amount, given) };
  }
}

function checked(measurement: unknown): Given {
  if (typeof measurement !== "object" || measurement === null || isQuantity(measurement)) {
    throw new HeadgradeError(
      "wrong-kind", `Expected how sure the value is, such as { value: "1.88 g/t", standard: "0.02 g/t" }, and got ${shown(measurement)}.`, { given: shown(measurement) },
    );
  }
  const entries = Object.entries(measurement).filter(([, value]) => value !== undefined);
  for (const [name] of entries) {
    if (!FIELDS.some((field) => field === name)) {
      throw new HeadgradeError("unknown-option", `Unknown part ${shown(name)} of a measurement: use some of ${FIELDS.join(", ")}.`, { option: name, choices: FIELDS });
    }
  }
  return Object.fromEntries(entries);
}

function only(given: Given, fitting: readonly (keyof Given)[]): void {
  const other = (Object.keys(given) as (keyof Given)[]).find((name) => !fitting.includes(name));
  if (other !== undefined) {
    throw new HeadgradeError("unknown-option", `${other} does not go with ${Object.keys(given).filter((name) => name !== other).join(" and ")}: say it in one way.`, { option: other });
  }
}

const ERRORS = ["standard", "expanded", "halfWidth"] as const;

// The one amount that says how far the value may be off, in the unit of the value.
function errorOf(given: Given, value: Ratio, read: Reader["read"]): readonly [(typeof ERRORS)[number], Ratio] {
  const said = ERRORS.flatMap((name) => {
    const relative = `relative${name.slice(0, 1).toUpperCase()}${name.slice(1)}` as keyof Given;
    return [
      ...(given[name] === undefined ? [] : [() => [name, read(name, given[name])] as const]),
      ...(given[relative] === undefined ? [] : [() => [name, shareOf(relative, given[relative]).times(value.absolute())] as const]),
    ];
  });
  const [first] = said;
  if (first !== undefined && said.length === 1) return first();
  throw new HeadgradeError(
    "unknown-option",
    `${said.length === 0 ? "Nothing says" : "Two parts say"} how far the value may be off: give exactly one of standard, expanded, halfWidth, or of these with "relative" before.`,
    { given: Object.keys(given) },
  );
}

function shareOf(name: string, share: unknown): Ratio {
  return argument(name, "fraction", share as QuantityInput<"fraction">).inBase;
}

function factorOf(given: Given, freedom: number): Ratio {
  const { coverageFactor: factor, coverage } = given;
  if ((factor === undefined) === (coverage === undefined)) {
    throw new HeadgradeError("unknown-option", "An expanded uncertainty needs its coverageFactor (often 2) or its coverage (often 95 %), and one of the two only.", {});
  }
  const k = factor === undefined ? Ratio.of(coverageFactor(shareOf("coverage", coverage).toNumber(), freedom)) : Ratio.of(factor as Numeric);
  if (k.sign > 0) return k;
  throw outOfRange("coverageFactor", "it must be positive");
}

function ofHalfWidth(halfWidth: Ratio, given: Given): { readonly variance: Ratio; readonly distribution: Distribution } {
  const { distribution: name, top } = given;
  if (name !== "trapezoidal" && top !== undefined) only(given, Object.keys(given).filter((field) => field !== "top") as (keyof Given)[]);
  if (name !== "normal" && given.coverageFactor !== undefined) only(given, Object.keys(given).filter((field) => field !== "coverageFactor") as (keyof Given)[]);
  switch (name) {
    case "uniform": case "triangular": case "arcsine":
      return { variance: boundedVariance(name, halfWidth), distribution: { name, halfWidth } };
    case "trapezoidal": {
      const share = Ratio.of(top as Numeric);
      if (share.sign < 0 || share.compare(Ratio.one) > 0) throw outOfRange("top", "it is the share of the base, from 0 (a triangle) to 1 (a rectangle)");
      return { variance: boundedVariance(name, halfWidth, share), distribution: { name, halfWidth, top: share } };
    }
    case "normal": {
      const standard = halfWidth.dividedBy(factorOf({ coverageFactor: given.coverageFactor }, Infinity));
      return { variance: standard.times(standard), distribution: { name: "normal" } };
    }
    default: {
      const choices: readonly DistributionName[] = ["uniform", "triangular", "trapezoidal", "arcsine", "normal"];
      throw new HeadgradeError(
        "unknown-option", `A half-width needs its distribution, one of ${choices.join(" | ")}, and ${name === undefined ? "none is given" : `this is ${shown(name)}`}.`, { option: "distribution", choices },
      );
    }
  }
}

function ofReadings(given: Given, read: Reader["read"]): Read {
  const { readings, standardDeviation, degreesOfFreedom } = given;
  const isPooled = standardDeviation !== undefined;
  if (isPooled !== (degreesOfFreedom !== undefined)) {
    throw new HeadgradeError("unknown-option", "The standardDeviation of one reading and its degreesOfFreedom go together: give both, or the readings alone.", {});
  }
  const values = Array.isArray(readings) ? readings.map((reading, at) => read(`readings[${String(at)}]`, reading)) : [];
  if (values.length < (isPooled ? 1 : 2)) throw outOfRange("readings", isPooled ? "give one or more" : "give two or more, or the standardDeviation of one");
  const n = BigInt(values.length);
  const mean = values.reduce((sum, value) => sum.plus(value)).dividedBy(n);
  if (isPooled) {
    const s = read("standardDeviation", standardDeviation);
    const freedom = freedomOf(given);
    return { exact: mean, variance: s.times(s).dividedBy(n), degreesOfFreedom: freedom, distribution: normalOr(freedom) };
  }
  const squares = values.map((value) => value.minus(mean)).reduce((sum, rest) => sum.plus(rest.times(rest)), Ratio.zero);
  return { exact: mean, variance: squares.dividedBy(n * (n - 1n)), degreesOfFreedom: values.length - 1, distribution: { name: "student" } };
}

function freedomOf({ degreesOfFreedom }: Given): number {
  if (degreesOfFreedom === undefined) return Infinity;
  if (typeof degreesOfFreedom === "number" && degreesOfFreedom > 0) return degreesOfFreedom;
  throw outOfRange("degreesOfFreedom", "they are a positive number, or left out for infinitely many");
}

function normalOr(freedom: number): Distribution {
  return { name: freedom === Infinity ? "normal" : "student" };
}

function outOfRange(name: string, reason: string): HeadgradeError {
  return new HeadgradeError("out-of-range", `${name} cannot be so: ${reason}.`, { argument: name });
}

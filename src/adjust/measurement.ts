/** How sure a measured value is, in any of the ways in which the trade says it. Whatever way was named, it comes out as a variance, which is exact. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { argument } from "../formula/argument.ts";
import type { QuantityInput } from "../quantity/parse.ts";

/**
 * The error of a measurement. At least one of its parts is given, by the name of what it is, since a bare "2 %" may be a standard deviation or a half-width,
 * of the
 * value or of the sample; several parts are independent and add in quadrature. `"exact"` fixes the value.
 *
 * @category Adjustment
 */
export type MeasurementError<Amount> = "exact" | ErrorParts<Amount>;

/**
 * The named parts of an error.
 *
 * @category Adjustment
 */
export interface ErrorParts<Amount> {
  /** A standard uncertainty (one standard deviation), in the unit of the value. */
  readonly standard?: Amount;
  /** Half the width of a 95 % interval, in the unit of the value: 1.96 standard uncertainties, as in VDI 2048. */
  readonly halfWidth95?: Amount;
  /** An expanded uncertainty, in the unit of the value; its coverage factor is given beside it. */
  readonly expanded?: Amount;
  /** The coverage factor of `expanded` or `relativeExpanded`: often 2. */
  readonly coverage?: Numeric;
  /** Limits that are never passed, all between them alike likely: half the width of a uniform distribution, in the unit of the value. */
  readonly limits?: Amount;
  /** A standard uncertainty as a share of the value. */
  readonly relativeStandard?: QuantityInput<"fraction">;
  /** Half the width of a 95 % interval, as a share of the value. */
  readonly relativeHalfWidth95?: QuantityInput<"fraction">;
  /** An expanded uncertainty as a share of the value; its coverage factor is given beside it. */
  readonly relativeExpanded?: QuantityInput<"fraction">;
  /** The detection limit of the method, in the unit of the value; by how many standard deviations of the blank it was set is given beside it. */
  readonly detectionLimit?: Amount;
  /** The standard deviations that make the detection limit: often 3. */
  readonly sigmas?: Numeric;
}

/** @internal */
const ERROR_PARTS = [
  "standard", "halfWidth95", "expanded", "coverage", "limits", "relativeStandard", "relativeHalfWidth95", "relativeExpanded", "detectionLimit", "sigmas",
] as const satisfies readonly (keyof ErrorParts<never>)[];

/** The factor by which VDI 2048 makes a half-width at 95 % of a standard deviation. @internal */
export const FACTOR_95: Ratio = /* @__PURE__ */ Ratio.fraction(49n, 25n);

const SAYS_ERROR = 'say "exact", or { standard: ... }, { halfWidth95: ... }, { relativeStandard: ... } or another of the named parts';

/**
 * The variance that an error comes to, for a value in the unit of which the amounts are told.
 *
 * @throws `HeadgradeError` `wrong-kind`, `unknown-option`, `out-of-range`, and what reading the parts throws.
 * @internal
 */
export function varianceOf<Amount>(error: MeasurementError<Amount>, value: Ratio, read: (name: string, amount: Amount) => Ratio): Ratio {
  if (error === "exact") return Ratio.zero;
  if (typeof error !== "object" || error === null as unknown || Array.isArray(error)) {
    throw new HeadgradeError("wrong-kind", `The error is ${shown(error)}: ${SAYS_ERROR}.`, { given: shown(error) });
  }
  const unknown = Object.keys(error).find((key) => !(ERROR_PARTS as readonly string[]).includes(key));
  if (unknown !== undefined) {
    throw new HeadgradeError("unknown-option", `Unknown part of an error ${shown(unknown)}: use ${ERROR_PARTS.join(", ")}.`, { given: unknown });
  }
  const coverage = (): Ratio => positive("coverage", error.coverage, "an expanded uncertainty needs its coverage factor, such as 2");
  const share = (name: "relativeStandard" | "relativeHalfWidth95" | "relativeExpanded"): Ratio => argument(name, "fraction", error[name] as QuantityInput<"fraction">).inBase;
  const parts: { readonly name: string; readonly deviation: Ratio; readonly relative?: true }[] = [];
  if (error.standard !== undefined) parts.push({ name: "standard", deviation: read("standard", error.standard) });
  if (error.halfWidth95 !== undefined) parts.push({ name: "halfWidth95", deviation: read("halfWidth95", error.halfWidth95).dividedBy(FACTOR_95) });
  if (error.expanded !== undefined) parts.push({ name: "expanded", deviation: read("expanded", error.expanded).dividedBy(coverage()) });
  if (error.detectionLimit !== undefined) {
    const sigmas = positive("sigmas", error.sigmas, "a detection limit needs the number of standard deviations that it stands for, such as 3");
    parts.push({ name: "detectionLimit", deviation: read("detectionLimit", error.detectionLimit).dividedBy(sigmas) });
  }
  if (error.relativeStandard !== undefined) parts.push({ name: "relativeStandard", deviation: share("relativeStandard"), relative: true });
  if (error.relativeHalfWidth95 !== undefined) {
    parts.push({ name: "relativeHalfWidth95", deviation: share("relativeHalfWidth95").dividedBy(FACTOR_95), relative: true });
  }
  if (error.relativeExpanded !== undefined) parts.push({ name: "relativeExpanded", deviation: share("relativeExpanded").dividedBy(coverage()), relative: true });
  const limits = error.limits === undefined ? undefined : read("limits", error.limits);
  if (parts.length === 0 && limits === undefined) throw new HeadgradeError("wrong-kind", `The error names no part: ${SAYS_ERROR}.`, {});
  const negative = [...parts, { name: "limits", deviation: limits ?? Ratio.zero }].find(({ deviation }) => deviation.sign < 0);
  if (negative !== undefined) {
    throw new HeadgradeError("out-of-range", `The error's ${negative.name} is negative: an error is a width, zero or more.`, { argument: negative.name });
  }
  const isAllRelative = parts.every(({ relative }) => relative === true) && limits === undefined;
  if (isAllRelative && value.isZero && parts.some(({ deviation }) => !deviation.isZero)) {
    throw new HeadgradeError(
      "out-of-range", 'A relative error of a value of zero is none: give an absolute part too, such as a detection limit, or say "exact".', { given: "0" },
    );
  }
  const spread = parts.map(({ deviation, relative }) => (relative === true ? deviation.times(value) : deviation));
  const variance = spread.reduce((sum, deviation) => sum.plus(deviation.times(deviation)), Ratio.zero);
  return limits === undefined ? variance : variance.plus(limits.times(limits).dividedBy(3));
}

function positive(name: string, value: Numeric | undefined, need: string): Ratio {
  if (value === undefined) throw new HeadgradeError("wrong-kind", `${name} is missing: ${need}.`, { argument: name });
  const factor = Ratio.of(value);
  if (factor.sign > 0) return factor;
  throw new HeadgradeError("out-of-range", `${name} is ${factor.toString()}: it must be above zero.`, { argument: name, given: factor.toString() });
}

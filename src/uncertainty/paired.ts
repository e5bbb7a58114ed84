/** The correlation of two means, from readings that were taken together. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Role } from "../quantity/kind.ts";
import { isQuantity, type Quantity } from "../quantity/quantity.ts";

/**
 * The correlation coefficient of two means of readings that were taken in pairs: `r = sum of (a - mean a)(b - mean b) / sqrt(product of the sums of squares)`.
 *
 * What was read at the same moment varies together: two streams that share a feed, say. Give it to {@link uncertaintyOf} among its correlations.
 *
 * @param one - the readings of one argument: numbers, or quantities in one unit.
 * @param other - those of the other, as many and in the same order.
 * @returns The coefficient, exact but for its square root, which has 40 digits.
 * @throws `HeadgradeError` `out-of-range` for lists of different lengths, of fewer than two, or of readings that are all alike; `wrong-kind` for what is
 * no list.
 * @source JCGM 100:2008, Guide to the expression of uncertainty in measurement, clause 5.2.3.
 * @example The voltage and the current of the guide's example H.2
 * ```ts
 * import { correlationOfReadings } from "headgrade/uncertainty";
 *
 * const volts = ["5.007", "4.994", "5.005", "4.990", "4.999"];
 * const milliamperes = ["19.663", "19.639", "19.640", "19.685", "19.678"];
 * correlationOfReadings(volts, milliamperes).toFixed({ places: 2 }) // => "-0.36"
 * ```
 * @category Uncertainty
 */
export function correlationOfReadings(one: readonly (Numeric | Quantity)[], other: readonly (Numeric | Quantity)[]): Ratio {
  const [a, b] = [deviations("one", one), deviations("other", other)];
  if (a.length !== b.length) {
    throw new HeadgradeError("out-of-range", `Readings taken together come in pairs, and these are ${String(a.length)} and ${String(b.length)}.`, { one: a.length, other: b.length });
  }
  const sumOf = (terms: readonly Ratio[]): Ratio => terms.reduce((sum, term) => sum.plus(term), Ratio.zero);
  const product = sumOf(a.map((value) => value.times(value))).times(sumOf(b.map((value) => value.times(value))));
  if (product.isZero) throw new HeadgradeError("out-of-range", "Readings that are all alike vary with nothing: leave their correlation out.", {});
  return sumOf(a.map((value, at) => value.times(b[at] as Ratio))).dividedBy(squareRoot(product)).rounded({ digits: 40 });
}

function deviations(name: string, readings: unknown): readonly Ratio[] {
  if (!Array.isArray(readings)) throw new HeadgradeError("wrong-kind", `${name} is a list of readings, and this is ${shown(readings)}.`, { argument: name });
  if (readings.length < 2) throw new HeadgradeError("out-of-range", `${name} has ${String(readings.length)} readings: two are the fewest that vary.`, { argument: name });
  const first: unknown = readings[0];
  const values = (readings as readonly unknown[]).map((reading) => {
    if (!isQuantity(reading)) return Ratio.of(reading as Numeric);
    return (isQuantity(first) ? (reading as Quantity<"mass", Role>).to(first.unit as "t") : reading).exact;
  });
  const mean = values.reduce((sum, value) => sum.plus(value)).dividedBy(values.length);
  return values.map((value) => value.minus(mean));
}

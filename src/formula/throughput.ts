/** Throughput: `throughput = ore / days`, with the exact days of a period or the operating days that a report gives, and the ore that a rate amounts to. */
import { HeadgradeError, shown } from "../error.ts";
import { Period, type PeriodInput } from "../period/period.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, divisorArgument, refused, zeroDivisor } from "./argument.ts";

/**
 * The time that a throughput is over: the calendar days of a period, or a number of days (operating days, say). Exactly one of the two.
 *
 * @category Ore
 */
export type Time =
  | { readonly period: PeriodInput; readonly days?: never }
  | { readonly days: QuantityInput<"duration"> | number; readonly period?: never };

/**
 * Ore per day: `throughput = ore / days`.
 *
 * The days are those of the calendar period, first and last included, or the operating days that you give; the two make different throughputs, and a
 * report should say which it means.
 *
 * @param feed - the ore, and either `period` (text such as `"2002-Q4"` or a {@link Period}) or `days` (a duration, its text, or a number of days).
 * @returns The throughput, exact, in the ore's unit per day.
 * @throws {@link HeadgradeError} `division-by-zero` for zero days; `out-of-range` for negative ones; `wrong-kind` when ore is missing or not a mass,
 * or unless exactly one of `period` and `days` is given;
 * `malformed-period`, `empty-period`; the errors of reading text. The message names the field.
 * @source The quotient is the definition of the term; days of a period follow the Gregorian calendar.
 * @example The fourth quarter of 2002 at Lac des Iles
 * ```ts
 * import { dailyThroughput } from "headgrade";
 *
 * const rate = dailyThroughput({ ore: "1,165,388 t", period: "2002-Q4" });
 * rate.format({ places: 0 }) // => "12,667 t/d"
 * String(dailyThroughput({ ore: "1,080,000 t", days: "90 d" })) // => "12,000 t/d"
 * ```
 * @category Ore
 */
export function dailyThroughput({ ore, ...time }: { readonly ore: QuantityInput<"mass"> } & Time): Quantity<"throughput"> {
  return argument("ore", "mass", ore).dividedBy(daysOf(time));
}

/**
 * Ore that a throughput amounts to over a time: `ore = throughput x days`.
 *
 * A rate per year or month (`t/a`, `t/mo`) has no fixed number of days, so it is taken by whole calendar months only: a year is any twelve of them, so
 * that a fiscal year counts.
 *
 * @param rate - the throughput, and either `period` or `days`.
 * @returns The ore, exact, in the mass unit of the throughput.
 * @throws {@link HeadgradeError} `period-mismatch` for a rate per year or month over a period that is not a whole number of them; `period-needed` for
 * such a rate over days;
 * `division-by-zero`, `out-of-range`, `wrong-kind`, `malformed-period`, `empty-period`; the errors of reading text. The message names the field.
 * @source The product is the definition of the term; days of a period follow the Gregorian calendar.
 * @example
 * ```ts
 * import { tonnage } from "headgrade";
 *
 * String(tonnage({ throughput: "12,667 t/d", period: "2002-Q4" })) // => "1,165,364 t"
 * String(tonnage({ throughput: "4.8 Mt/a", period: "2001-01-01/2002-12-31" })) // => "9.6 Mt"
 * ```
 * @category Ore
 */
export function tonnage({ throughput, ...time }: { readonly throughput: QuantityInput<"throughput"> } & Time): Quantity<"mass"> {
  const rate = argument("throughput", "throughput", throughput);
  const { span, symbol } = rate.measure;
  if (span === undefined || time.period === undefined) return rate.times(daysOf(time));
  requireOneTime(time);
  const period = Period.of(time.period);
  const months = period.months;
  const spanMonths = span === "a" ? 12 : 1;
  if (months === undefined || months % spanMonths !== 0) {
    const word = span === "a" ? "years" : "calendar months";
    throw new HeadgradeError(
      "period-mismatch",
      `throughput is ${rate.toString()}, and the period ${period.label} is not a whole number of ${word}: give the rate per day or per hour, or a period of whole ${word}.`,
      { argument: "period", given: period.label, throughput: rate.toString() },
    );
  }
  return new Quantity<"mass">(unitOf("mass", symbol.slice(0, symbol.indexOf("/"))), rate.exact.times(months / spanMonths), rate.basis, undefined);
}

/** The time as a number of days, more than zero. @internal */
export function daysOf(time: Time): Quantity<"duration"> {
  requireOneTime(time);
  const day = unitOf("duration", "d");
  if (time.period !== undefined) return new Quantity<"duration">(day, Ratio.of(Period.of(time.period).days), undefined, undefined);
  const { days } = time;
  const duration = typeof days === "number" ? new Quantity<"duration">(day, Ratio.of(days), undefined, undefined) : divisorArgument("days", "duration", days).to("d");
  if (duration.exact.isZero) throw zeroDivisor("days", duration.toString());
  if (duration.exact.sign < 0) throw refused("out-of-range", "days", duration.toString(), "a time runs forward, so it must be positive");
  return duration;
}

function requireOneTime({ period, days }: Time): void {
  if ((period === undefined) !== (days === undefined)) return;
  const given = period === undefined ? "neither is given" : `${shown(period)} and ${shown(days)} are both given`;
  throw new HeadgradeError("wrong-kind", `Exactly one of period and days is needed, and ${given}: a period means its calendar days.`, { argument: "period", period, days });
}

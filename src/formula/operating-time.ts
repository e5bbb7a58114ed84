/** Operating time: availability and utilisation of equipment, from its hours, and what they leave of a rate or of a calendar. */
import { HeadgradeError, shown } from "../error.ts";
import type { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { percentage, shareArgument } from "./stream.ts";
import { daysOf, type Time } from "./throughput.ts";

/**
 * What became of the hours of a machine. The trade has several quotients of them under like names; here are four, each by the name and definition that is
 * usual for it.
 *
 * @category Mining
 */
export interface EquipmentTime {
  /** `worked / (worked + repair)`: standby does not count. */
  readonly mechanicalAvailability: Quantity<"fraction">;
  /** `(worked + standby) / total`: the share of all hours at which it could have worked. */
  readonly physicalAvailability: Quantity<"fraction">;
  /** `worked / (worked + standby)`: of the hours at which it could have worked, those at which it did. */
  readonly useOfAvailability: Quantity<"fraction">;
  /** `worked / total`: physical availability x use of availability. */
  readonly effectiveUtilisation: Quantity<"fraction">;
}

/**
 * Availability and utilisation of a machine from its hours: worked, under repair, and on standby (fit to work, but not working).
 *
 * @param hours - `worked`, `repair` and `standby`; `total`, if it is to be checked that they make it up.
 * @returns Four quotients, exact, in %. Without `total` each is fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` where there are no hours to divide by; `out-of-range` for negative hours, and for a total that the three
 * do not make up; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Hartman (ed.), SME Mining Engineering Handbook, 2nd edition (1992), on equipment availability and utilization.
 * @example
 * ```ts
 * import { equipmentTime } from "headgrade/formula";
 *
 * const time = equipmentTime({ worked: "300 h", repair: "100 h", standby: "200 h" });
 * String(time.mechanicalAvailability) // => "75%"
 * time.physicalAvailability.format({ places: 0 }) // => "83%"
 * String(time.useOfAvailability) // => "60%"
 * String(time.effectiveUtilisation) // => "50%"
 * ```
 * @category Mining
 */
export function equipmentTime({ worked, repair, standby, total }: {
  readonly worked: QuantityInput<"duration">; readonly repair: QuantityInput<"duration">; readonly standby: QuantityInput<"duration">;
  readonly total?: QuantityInput<"duration">;
}): EquipmentTime {
  const [w, r, s] = [hours("worked", worked), hours("repair", repair), hours("standby", standby)];
  const sum = w.plus(r).plus(s);
  if (total !== undefined && !hours("total", total).equals(sum)) {
    throw refused("out-of-range", "total", argument("total", "duration", total).toString(), `worked, repair and standby make up ${sum.times(24).toFixed({ places: 2 })} h`);
  }
  const share = (part: Ratio, whole: Ratio, of: string): Quantity<"fraction"> => {
    if (whole.isZero) throw refused("division-by-zero", of, "no time at all", "the formula divides by it");
    return percentage(part.dividedBy(whole));
  };
  return Object.freeze({
    mechanicalAvailability: share(w, w.plus(r), "worked and repair"), physicalAvailability: share(w.plus(s), sum, "worked, repair and standby"),
    useOfAvailability: share(w, w.plus(s), "worked and standby"), effectiveUtilisation: share(w, sum, "worked, repair and standby"),
  });
}

/**
 * How much of the calendar something runs: its availability alone; its availability and its utilisation of the available time; or its utilisation of the
 * calendar, in which the availability is contained already. The trade has both utilisations, so it is said which is meant.
 *
 * @category Mining
 */
export type RunningShare =
  | { readonly availability: QuantityInput<"fraction">; readonly utilisation?: never; readonly utilisationOf?: never }
  | { readonly availability: QuantityInput<"fraction">; readonly utilisation: QuantityInput<"fraction">; readonly utilisationOf: "available-time" }
  | { readonly utilisation: QuantityInput<"fraction">; readonly utilisationOf: "calendar-time"; readonly availability?: never };

/**
 * Operating time in a calendar: `time x availability x utilisation`.
 *
 * Give it to {@link tonnage} as `days`, with the rate while running, for the tonnes of a plan.
 *
 * @param given - the calendar as `period` or `days`, and a {@link RunningShare}.
 * @returns The operating time, exact, in hours. Linear in each argument.
 * @throws `HeadgradeError` `unknown-option` unless it is said what a utilisation is of; `out-of-range` for a share outside 0 to 100 %; `wrong-kind`,
 * `malformed-period`; the errors of reading text. The message names the field.
 * @source The product follows from the definitions of {@link equipmentTime}.
 * @example
 * ```ts
 * import { operatingTime, tonnage } from "headgrade/formula";
 *
 * const time = operatingTime({ period: "2002-Q4", availability: "92 %", utilisation: "95 %", utilisationOf: "available-time" });
 * time.format({ places: 1 }) // => "1,929.8 h"
 * tonnage({ throughput: "600 t/h", days: time }).format({ places: 0 }) // => "1,157,875 t"
 * ```
 * @category Mining
 */
export function operatingTime({ period, days, ...share }: Time & RunningShare): Quantity<"duration"> {
  return daysOf({ period, days } as Time).to("h").times(runningShare(share));
}

/**
 * Average rate over the calendar of something that runs at a rate for part of it: `rate x availability x utilisation`.
 *
 * @param given - the rate while running (nameplate, say), and a {@link RunningShare}.
 * @returns The average rate, exact, in the unit of the rate. Linear in each argument.
 * @throws `HeadgradeError` as {@link operatingTime}.
 * @source The product follows from the definitions of {@link equipmentTime}.
 * @example
 * ```ts
 * import { averageRate } from "headgrade/formula";
 *
 * const average = averageRate({ rate: "600 t/h", availability: "90 %", utilisation: "80 %", utilisationOf: "available-time" });
 * String(average) // => "432 t/h"
 * ```
 * @category Mining
 */
export function averageRate({ rate, ...share }: { readonly rate: QuantityInput<"throughput"> } & RunningShare): Quantity<"throughput"> {
  return argument("rate", "throughput", rate).times(runningShare(share));
}

/**
 * Rate that is needed while running for an average over the calendar: `average / (availability x utilisation)`; {@link averageRate} read backwards.
 *
 * @param given - the average rate over the calendar, and a {@link RunningShare}.
 * @returns The rate while running, exact, in the unit of the average. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for something that never runs; and as {@link operatingTime}.
 * @source The quotient follows from the definitions of {@link equipmentTime}.
 * @example
 * ```ts
 * import { runningRate } from "headgrade/formula";
 *
 * const mill = runningRate({ average: "13,248 t/d", availability: "92 %" });
 * String(mill.to("t/h")) // => "600 t/h"
 * ```
 * @category Mining
 */
export function runningRate({ average, ...share }: { readonly average: QuantityInput<"throughput"> } & RunningShare): Quantity<"throughput"> {
  const running = runningShare(share);
  if (running.isZero) throw refused("division-by-zero", "availability x utilisation", "0 %", "what never runs has no rate while running");
  return argument("average", "throughput", average).dividedBy(running);
}

/**
 * Overall equipment effectiveness: `availability x performance x quality`.
 *
 * @param given - `availability`, the share of the time at which it ran; `performance`, the rate then over the rated one; `quality`, the share of what it did
 * that was good. In mines the last is often left at 100 %.
 * @returns The effectiveness, exact, in %. Linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for a negative share; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Nakajima, Introduction to TPM: Total Productive Maintenance (1988), on overall equipment effectiveness.
 * @example
 * ```ts
 * import { equipmentEffectiveness } from "headgrade/formula";
 *
 * String(equipmentEffectiveness({ availability: "90 %", performance: "95 %", quality: "100 %" })) // => "85.5%"
 * ```
 * @category Mining
 */
export function equipmentEffectiveness({ availability, performance, quality }: {
  readonly availability: QuantityInput<"fraction">; readonly performance: QuantityInput<"fraction">; readonly quality: QuantityInput<"fraction">;
}): Quantity<"fraction"> {
  const pace = argument("performance", "fraction", performance);
  if (pace.exact.sign < 0) throw refused("out-of-range", "performance", pace.toString(), "a machine cannot run at less than no rate");
  return percentage(shareArgument("availability", availability).times(pace.inBase).times(shareArgument("quality", quality)));
}

function hours(name: string, value: QuantityInput<"duration">): Ratio {
  const time = argument(name, "duration", value);
  if (time.exact.sign < 0) throw refused("out-of-range", name, time.toString(), "a time runs forward");
  return time.inBase;
}

function runningShare(given: RunningShare): Ratio {
  const { availability, utilisation } = given;
  const of: unknown = given.utilisationOf;
  if (utilisation === undefined) {
    if (of !== undefined) throw refused("wrong-kind", "utilisation", "missing", `it was said to be of ${shown(of)}`);
    return shareArgument("availability", availability);
  }
  if (of !== "available-time" && of !== "calendar-time") {
    throw new HeadgradeError(
      "unknown-option", `utilisationOf is ${shown(of)}: say "available-time" or "calendar-time", whichever the utilisation is a share of; the trade uses both.`,
      { option: "utilisationOf", given: of },
    );
  }
  const used = shareArgument("utilisation", utilisation);
  if (of === "available-time") return shareArgument("availability", availability as QuantityInput<"fraction">).times(used);
  if (availability === undefined) return used;
  throw refused("wrong-kind", "availability", "given beside a utilisation of calendar time", "that contains it already, so leave it out");
}

/** Recoveries of stages put together: stages in series, a cleaner with its tailings returned, concentrates one after another, lots of a year. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import type { TreatedOre } from "./metal.ts";
import { gradeIn, percentage, quotientOf, shareArgument, someTonnage, streamArgument, streamArguments, type GradedStream, type StreamKind } from "./stream.ts";

/**
 * Recovery of stages in series, in open circuit.
 *
 * Where each stage treats the *concentrate* of the one before (rougher, cleaner, recleaner) it is the product `r1 r2 r3`; where each treats the *tailings* of
 * the one before (rougher, scavenger) it is `1 - (1 - r1)(1 - r2)(1 - r3)`. Use {@link returnedCleanerRecovery} where the cleaner's tailings go back.
 *
 * @param given - `recoveries`, of each stage from its own feed, in order; `treating`, what a stage has of the one before: `"concentrate"` or `"tailings"`.
 * @returns The recovery of all stages together, exact, in %, in the role of a recovery. Linear in each argument.
 * @throws `HeadgradeError` `unknown-option` unless `treating` is named; `out-of-range` for no stage, or a recovery outside 0 to 100 %; `wrong-kind`,
 * `role-mismatch`; the errors of reading text. The message names the stage, counted from 0.
 * @source The product and the complement follow from the definition of a recovery.
 * @example
 * ```ts
 * import { seriesRecovery } from "headgrade/formula";
 *
 * String(seriesRecovery({ recoveries: ["92 %", "95 %"], treating: "concentrate" })) // => "87.4%"
 * String(seriesRecovery({ recoveries: ["80 %", "50 %"], treating: "tailings" })) // => "90%"
 * ```
 * @category Concentrates
 */
export function seriesRecovery({ recoveries, treating }: {
  readonly recoveries: readonly QuantityInput<"fraction", "recovery">[]; readonly treating: "concentrate" | "tailings";
}): Quantity<"fraction", "recovery"> {
  const way: unknown = treating;
  if (way !== "concentrate" && way !== "tailings") {
    throw new HeadgradeError(
      "unknown-option", `treating is ${shown(way)}: say "concentrate" or "tailings", whichever of the stage before the next one treats.`, { option: "treating", given: way },
    );
  }
  const given: unknown = recoveries;
  if (!Array.isArray(given) || given.length === 0) {
    throw refused(Array.isArray(given) ? "out-of-range" : "wrong-kind", "recoveries", Array.isArray(given) ? "empty" : "no list", "give the recovery of one stage or more");
  }
  const shares = recoveries.map((value, at) => shareArgument(`recoveries[${String(at)}]`, value, "recovery"));
  if (way === "concentrate") return percentage(shares.reduce((product, share) => product.times(share)), "recovery");
  return percentage(Ratio.one.minus(shares.reduce((lost, share) => lost.times(Ratio.one.minus(share)), Ratio.one)), "recovery");
}

/**
 * Recovery of a rougher and a cleaner whose tailings return to the rougher, at steady state: `R = r c / (1 - r (1 - c))`.
 *
 * @param given - the recoveries of `rougher` and `cleaner`, each from its own feed.
 * @returns The recovery of the circuit, exact, in %, in the role of a recovery. Fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for a recovery outside 0 to 100 %; `division-by-zero` for metal that would circulate for ever; `wrong-kind`,
 * `role-mismatch`; the errors of reading text. The message names the field.
 * @source The balance of the circuit: the rougher treats fresh metal and what the cleaner rejects, `M = 1 + M r (1 - c)`.
 * @example
 * ```ts
 * import { returnedCleanerRecovery } from "headgrade/formula";
 *
 * String(returnedCleanerRecovery({ rougher: "80 %", cleaner: "75 %" })) // => "75%"
 * ```
 * @category Concentrates
 */
export function returnedCleanerRecovery({ rougher, cleaner }: {
  readonly rougher: QuantityInput<"fraction", "recovery">; readonly cleaner: QuantityInput<"fraction", "recovery">;
}): Quantity<"fraction", "recovery"> {
  const [r, c] = [shareArgument("rougher", rougher, "recovery"), shareArgument("cleaner", cleaner, "recovery")];
  const leaving = Ratio.one.minus(r.times(Ratio.one.minus(c)));
  if (leaving.isZero) throw refused("division-by-zero", "cleaner", "0 %", "with a full rougher recovery and none in the cleaner the metal would go round for ever");
  return percentage(r.times(c).dividedBy(leaving), "recovery");
}

/**
 * Concentrates taken so far, put together.
 *
 * @category Concentrates
 */
export interface CumulativeConcentrate<K extends StreamKind = StreamKind> {
  readonly tonnage: Quantity<K>;
  /** In the unit of the first concentrate's grade. */
  readonly grade: Quantity<"grade">;
  readonly massPull: Quantity<"fraction", "massPull">;
  readonly recovery: Quantity<"fraction", "recovery">;
}

/**
 * Cumulative grade and recovery of concentrates taken one after another, as in a batch flotation test or down a bank of cells.
 *
 * The head is built up from all concentrates and the tailings: `recovery(k) = sum to k (C c) / (sum of all C c + T t)`.
 *
 * @param given - `concentrates` in the order they were taken, and the `tailings`, each with tonnage and grade.
 * @returns For each concentrate, what has been taken by then: tonnage, grade, mass pull and recovery, exact. Each is fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for no concentrate; `division-by-zero` for no mass or no metal; `wrong-kind`, `basis-mismatch`; the errors of
 * reading text. The message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 12, on the evaluation of flotation tests.
 * @example
 * ```ts
 * import { cumulativeRecovery } from "headgrade/formula";
 *
 * const curve = cumulativeRecovery({
 *   concentrates: [{ tonnage: "30 g", grade: "25 %" }, { tonnage: "20 g", grade: "10 %" }],
 *   tailings: { tonnage: "950 g", grade: "0.1 %" },
 * });
 * curve.map(({ grade, recovery }) => `${grade.format({ places: 1 })} at ${recovery.format({ places: 1 })}`) // => ["25.0% at 71.8%", "19.0% at 90.9%"]
 * ```
 * @category Concentrates
 */
export function cumulativeRecovery<K extends StreamKind>({ concentrates, tailings }: {
  readonly concentrates: readonly GradedStream<K>[]; readonly tailings: GradedStream<K>;
}): readonly CumulativeConcentrate<K>[] {
  const taken = streamArguments("concentrates", concentrates);
  const rest = streamArgument("tailings", tailings);
  const total = someTonnage("concentrates and tailings, together", taken.reduce((sum, { tonnage }) => sum.plus(tonnage), rest.tonnage));
  // Metal per tonne of feed.
  const parts = taken.map(({ tonnage, grade }) => quotientOf(tonnage, total).times(grade.inBase));
  const head = parts.reduce((sum, part) => sum.plus(part), quotientOf(rest.tonnage, total).times(rest.grade.inBase));
  if (head.isZero) throw refused("division-by-zero", "concentrates and tailings", "without metal", "there is none to be recovered");
  return Object.freeze(taken.map(({ grade }, at) => {
    const tonnage = taken.slice(1, at + 1).reduce((sum, stream) => sum.plus(stream.tonnage), (taken[0] as { readonly tonnage: Quantity<K> }).tonnage);
    const pull = quotientOf(tonnage, total);
    if (pull.isZero) throw refused("division-by-zero", `concentrates[${String(at)}].tonnage`, tonnage.toString(), "nothing has been taken by then that could have a grade");
    const metal = parts.slice(0, at + 1).reduce((sum, part) => sum.plus(part));
    return Object.freeze({
      tonnage, grade: gradeIn(metal.dividedBy(pull), (taken[0] ?? { grade }).grade), massPull: percentage(pull, "massPull"), recovery: percentage(metal.dividedBy(head), "recovery"),
    });
  }));
}

/**
 * A lot of which the recovery is known: with its ore and grade, or with the metal that was recovered.
 *
 * @category Metal
 */
export type RecoveredLot = TreatedOre | { readonly recovered: QuantityInput<"mass">; readonly recovery: QuantityInput<"fraction", "recovery"> };

/**
 * Recovery of several lots together, as of a year from its quarters: the mean of their recoveries weighted by the metal fed, `sum(recovered) / sum(fed)`.
 *
 * From recovered metal the fed one is `recovered / recovery`. A simple mean of recoveries is something else, and so is one weighted by recovered metal or by
 * ore.
 *
 * @param given - `parts`, one or more: each with ore, grade and recovery, or with the metal recovered and the recovery.
 * @returns The recovery of the whole, exact, in %, in the role of a recovery. Fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for no parts; `division-by-zero` for no metal fed, or a recovery of nothing that recovered some; `wrong-kind`,
 * `role-mismatch`, `basis-mismatch`; the errors of reading text. The message names the part, counted from 0.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example The four quarters of 2002 at Lac des Iles
 * ```ts
 * import { combinedRecovery } from "headgrade/formula";
 *
 * const year = combinedRecovery({
 *   parts: [
 *     { recovered: "53,922 oz", recovery: "73.0 %" },
 *     { recovered: "62,168 oz", recovery: "76.0 %" },
 *     { recovered: "51,168 oz", recovery: "71.9 %" },
 *     { recovered: "52,067 oz", recovery: "74.0 %" },
 *   ],
 * });
 * year.format({ places: 1 }) // => "73.8%"
 * ```
 * @category Metal
 */
export function combinedRecovery({ parts }: { readonly parts: readonly RecoveredLot[] }): Quantity<"fraction", "recovery"> {
  const given: unknown = parts;
  if (!Array.isArray(given) || given.length === 0) {
    throw refused(Array.isArray(given) ? "out-of-range" : "wrong-kind", "parts", Array.isArray(given) ? "empty" : "no list", "give one { recovered, recovery } or { ore, grade, recovery } or more");
  }
  const metals = parts.map((part, at) => {
    const name = `parts[${String(at)}]`;
    if ("recovered" in part) {
      const metal = argument(`${name}.recovered`, "mass", part.recovered).inBase;
      return { metal, fed: metal.dividedBy(divisorArgument(`${name}.recovery`, "fraction", part.recovery, "recovery").inBase) };
    }
    const fed = argument(`${name}.ore`, "mass", part.ore).times(argument(`${name}.grade`, "grade", part.grade)).inBase;
    return { metal: fed.times(argument(`${name}.recovery`, "fraction", part.recovery, "recovery").inBase), fed };
  });
  const fed = metals.reduce((sum, part) => sum.plus(part.fed), Ratio.zero);
  if (fed.isZero) throw refused("division-by-zero", "parts", "without metal", "there was none to be recovered");
  return percentage(metals.reduce((sum, { metal }) => sum.plus(metal), Ratio.zero).dividedBy(fed), "recovery");
}

/** Dilution and ore loss: waste that is mined with the ore, ore that is left behind, and the run-of-mine ore that results. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { argumentOf, assayArgument, gradeIn, percentage, quotientOf, shareArgument, tonnageArgument, type StreamKind } from "./stream.ts";

/**
 * What dilution is a share of. The trade has both: waste / ore, and waste / (ore + waste).
 *
 * @category Mining
 */
export type DilutionBasis = "ore" | "ore-plus-waste";

/**
 * Dilution: the waste that is mined with the ore, as a share of the ore or of ore and waste together.
 *
 * From tonnes it is `waste / ore` or `waste / (ore + waste)`. From grades g of the ore, d of the diluted ore and w of the waste it is `(g - d) / (d - w)` on
 * ore and `(g - d) / (g - w)` on ore plus waste. 25 % on ore is 20 % on ore plus waste: neither is the default.
 *
 * @param given - `on`, always by name; and either tonnes of `waste` and `ore`, or the grades `oreGrade`, `dilutedGrade` and `wasteGrade` (`"0 %"` for barren
 * waste).
 * @returns The dilution, exact, in %. Fractional-linear in each argument.
 * @throws `HeadgradeError` `unknown-option` unless `on` is named; `division-by-zero` for no ore; `out-of-range` where the diluted grade does not lie
 * between ore and waste; `wrong-kind`, `basis-mismatch`; the errors of reading text. The message names the field.
 * @source Both definitions: McCarthy, Mining dilution and losses in underground mining, in Mineral Resource and Ore Reserve Estimation: The AusIMM Guide to
 * Good Practice (2001).
 * @example
 * ```ts
 * import { dilution } from "headgrade/formula";
 *
 * String(dilution({ waste: "25 t", ore: "100 t", on: "ore" })) // => "25%"
 * String(dilution({ waste: "25 t", ore: "100 t", on: "ore-plus-waste" })) // => "20%"
 * String(dilution({ oreGrade: "5.0 g/t", dilutedGrade: "4.0 g/t", wasteGrade: "0 g/t", on: "ore" })) // => "25%"
 * ```
 * @category Mining
 */
export function dilution<K extends StreamKind>(given: { readonly on: DilutionBasis } & (
  | { readonly waste: QuantityInput<K>; readonly ore: QuantityInput<K> }
  | { readonly oreGrade: QuantityInput<"grade">; readonly dilutedGrade: QuantityInput<"grade">; readonly wasteGrade: QuantityInput<"grade"> }
)): Quantity<"fraction"> {
  const on = basisArgument("on", given.on);
  if ("waste" in given) {
    const waste = tonnageArgument("waste", given.waste);
    const ore = tonnageArgument("ore", given.ore);
    if (ore.exact.isZero) throw refused("division-by-zero", "ore", ore.toString(), "without ore there is nothing to be diluted");
    const share = quotientOf(waste, ore);
    return percentage(on === "ore" ? share : share.dividedBy(share.plus(1)));
  }
  const [ore, diluted, waste] = [assayArgument("oreGrade", given.oreGrade), assayArgument("dilutedGrade", given.dilutedGrade), assayArgument("wasteGrade", given.wasteGrade)];
  if (!ore.inBase.isGreaterThan(waste.inBase)) throw refused("out-of-range", "wasteGrade", waste.toString(), `the waste must be poorer than the ore, ${ore.toString()}`);
  if (diluted.inBase.isGreaterThan(ore.inBase) || !diluted.inBase.isGreaterThan(waste.inBase)) {
    throw refused("out-of-range", "dilutedGrade", diluted.toString(), `it must lie between the waste, ${waste.toString()}, and the ore, ${ore.toString()}`);
  }
  return percentage(ore.inBase.minus(diluted.inBase).dividedBy((on === "ore" ? diluted : ore).inBase.minus(waste.inBase)));
}

/**
 * A dilution told on the other basis: from D on ore it is `D / (1 + D)` on ore plus waste, and back `D / (1 - D)`.
 *
 * @param given - the `dilution`, what it is told `on`, and the basis that is wanted.
 * @returns The same dilution on the basis wanted, exact, in %. Fractional-linear.
 * @throws `HeadgradeError` `unknown-option` unless both bases are named; `out-of-range` for a negative dilution, or one on ore plus waste of 100 % or
 * more; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Follows from the two definitions of {@link dilution}.
 * @example
 * ```ts
 * import { dilutionOnBasis } from "headgrade/formula";
 *
 * String(dilutionOnBasis({ dilution: "25 %", on: "ore", wanted: "ore-plus-waste" })) // => "20%"
 * ```
 * @category Mining
 */
export function dilutionOnBasis({ dilution, on, wanted }: {
  readonly dilution: QuantityInput<"fraction">; readonly on: DilutionBasis; readonly wanted: DilutionBasis;
}): Quantity<"fraction"> {
  const share = wastePerOre(dilution, on);
  return percentage(basisArgument("wanted", wanted) === "ore" ? share : share.dividedBy(share.plus(1)));
}

/**
 * Grade of diluted ore: `(g + D w) / (1 + D)`, with the dilution D on ore; `g - D (g - w)` on ore plus waste.
 *
 * @param given - the grades of ore and of the waste mined with it (`"0 g/t"` for barren waste), the dilution, and what it is told `on`.
 * @returns The diluted grade, exact, in the unit of the ore's. Fractional-linear in each argument.
 * @throws `HeadgradeError` `unknown-option` unless `on` is named; `out-of-range`; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Follows from the definitions of {@link dilution}: metal and tonnes add.
 * @example
 * ```ts
 * import { dilutedGrade } from "headgrade/formula";
 *
 * String(dilutedGrade({ oreGrade: "5.0 g/t", wasteGrade: "0 g/t", dilution: "25 %", on: "ore" })) // => "4 g/t"
 * String(dilutedGrade({ oreGrade: "5.0 g/t", wasteGrade: "0.5 g/t", dilution: "10 %", on: "ore-plus-waste" })) // => "4.55 g/t"
 * ```
 * @category Mining
 */
export function dilutedGrade({ oreGrade, wasteGrade, dilution, on }: {
  readonly oreGrade: QuantityInput<"grade">; readonly wasteGrade: QuantityInput<"grade">; readonly dilution: QuantityInput<"fraction">; readonly on: DilutionBasis;
}): Quantity<"grade"> {
  const ore = assayArgument("oreGrade", oreGrade);
  const waste = assayArgument("wasteGrade", wasteGrade);
  const share = wastePerOre(dilution, on);
  return gradeIn(ore.inBase.plus(share.times(waste.inBase)).dividedBy(share.plus(1)), ore);
}

/**
 * Ore loss: the share of the ore in place that was not mined, `1 - mined / in place`; the rest is the mining recovery.
 *
 * The mined ore is without its dilution. By tonnes or by metal, as given.
 *
 * @param given - the ore (or its metal) in place and what was mined of it, measured alike.
 * @returns The `oreLoss` and the `miningRecovery`, exact, in %. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for nothing in place; `out-of-range` for more mined than there was; `wrong-kind`, `basis-mismatch`; the
 * errors of reading text. The message names the field.
 * @source McCarthy, Mining dilution and losses in underground mining, in Mineral Resource and Ore Reserve Estimation: The AusIMM Guide to Good Practice (2001).
 * @example
 * ```ts
 * import { oreLoss } from "headgrade/formula";
 *
 * const { miningRecovery } = oreLoss({ inPlace: "200,000 t", mined: "180,000 t" });
 * String(miningRecovery) // => "90%"
 * ```
 * @category Mining
 */
export function oreLoss<K extends "mass" | "volume">({ inPlace, mined }: { readonly inPlace: QuantityInput<K>; readonly mined: QuantityInput<K> }): {
  readonly oreLoss: Quantity<"fraction">; readonly miningRecovery: Quantity<"fraction">;
} {
  const whole = argumentOf<"mass" | "volume">("inPlace", ["mass", "volume"], inPlace);
  const part = argument("mined", whole.kind, mined as QuantityInput<"mass" | "volume">);
  if (whole.exact.sign < 0) throw refused("out-of-range", "inPlace", whole.toString(), "there cannot be less than none");
  if (whole.exact.isZero) throw refused("division-by-zero", "inPlace", whole.toString(), "there was nothing to be mined");
  const share = (part as Quantity<"mass">).dividedBy(whole as Quantity<"mass">, "fraction").inBase;
  if (share.sign < 0 || share.isGreaterThan(1)) {
    throw refused("out-of-range", "mined", part.toString(), `it must lie between nothing and what was in place, ${whole.toString()}; dilution is not part of it`);
  }
  return Object.freeze({ oreLoss: percentage(Ratio.one.minus(share)), miningRecovery: percentage(share) });
}

/**
 * Ore as it leaves the mine.
 *
 * @category Mining
 */
export interface RunOfMine<K extends StreamKind = StreamKind> {
  /** Ore and waste together: what goes to the mill. */
  readonly tonnage: Quantity<K>;
  readonly grade: Quantity<"grade">;
  /** Ore of it. */
  readonly ore: Quantity<K>;
  /** Waste of it. */
  readonly waste: Quantity<K>;
}

/**
 * Run-of-mine ore from ore in place: less the ore lost, more the waste mined with it.
 *
 * `ore = in place x (1 - loss)`; on ore `waste = ore x D`, on ore plus waste `waste = ore x D / (1 - D)`; the grade as {@link dilutedGrade}. The dilution is
 * of the ore that was mined, after the loss.
 *
 * @param given - the tonnage in place and its grade, the `oreLoss`, the dilution and what it is told `on`, and the grade of the waste.
 * @returns Tonnage, grade, and the ore and waste of it, exact, in the units given. Fractional-linear in each argument.
 * @throws `HeadgradeError` `unknown-option` unless `on` is named; `out-of-range`, `wrong-kind`, `basis-mismatch`; the errors of reading text. The
 * message names the field.
 * @source Follows from the definitions of {@link dilution} and {@link oreLoss}: metal and tonnes add.
 * @example
 * ```ts
 * import { runOfMine } from "headgrade/formula";
 *
 * const { tonnage, grade } = runOfMine({
 *   inPlace: { tonnage: "100,000 t", grade: "5.0 g/t" },
 *   oreLoss: "10 %", dilution: "25 %", on: "ore", wasteGrade: "0 g/t",
 * });
 * `${String(tonnage)} at ${String(grade)}` // => "112,500 t at 4 g/t"
 * ```
 * @category Mining
 */
export function runOfMine<K extends StreamKind>({ inPlace, oreLoss, dilution, on, wasteGrade }: {
  readonly inPlace: { readonly tonnage: QuantityInput<K>; readonly grade: QuantityInput<"grade"> };
  readonly oreLoss: QuantityInput<"fraction">;
  readonly dilution: QuantityInput<"fraction">;
  readonly on: DilutionBasis;
  readonly wasteGrade: QuantityInput<"grade">;
}): RunOfMine<K> {
  const ore = tonnageArgument("inPlace.tonnage", inPlace.tonnage).times(Ratio.one.minus(shareArgument("oreLoss", oreLoss)));
  const share = wastePerOre(dilution, on);
  return Object.freeze({
    tonnage: ore.times(share.plus(1)), grade: dilutedGrade({ oreGrade: assayArgument("inPlace.grade", inPlace.grade), wasteGrade, dilution, on }), ore, waste: ore.times(share),
  });
}

function basisArgument(name: string, basis: DilutionBasis): DilutionBasis {
  const given: unknown = basis;
  if (given === "ore" || given === "ore-plus-waste") return given;
  throw new HeadgradeError(
    "unknown-option", `${name} is ${shown(given)}: say "ore" for waste / ore, or "ore-plus-waste" for waste / (ore + waste); the trade uses both.`, { option: name, given },
  );
}

function wastePerOre(dilution: QuantityInput<"fraction">, on: DilutionBasis): Ratio {
  const given = argument("dilution", "fraction", dilution);
  if (given.exact.sign < 0) throw refused("out-of-range", "dilution", given.toString(), "there cannot be less than no waste");
  if (basisArgument("on", on) === "ore") return given.inBase;
  if (given.inBase.isLessThan(1)) return given.inBase.dividedBy(Ratio.one.minus(given.inBase));
  throw refused("out-of-range", "dilution", given.toString(), "on ore plus waste it must be below 100 %, at which there is no ore");
}

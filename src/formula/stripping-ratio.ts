/** Stripping ratio: waste moved for ore, in tonnes, cubic metres, or cubic metres per tonne. */
import { HeadgradeError } from "../error.ts";
import type { Kind } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import { argumentOf, plainRatio } from "./stream.ts";

/**
 * What rock is measured by: its mass or its volume.
 *
 * @category Mining
 */
export type RockKind = "mass" | "volume";

/**
 * The kind of a stripping ratio: a fraction of like by like (tonnes per tonne, bank cubic metres per bank cubic metre), a specific volume where waste was
 * measured by volume and ore by mass (bank cubic metres per tonne).
 *
 * @category Mining
 */
export type StrippingKind<W extends RockKind, O extends RockKind> = W extends "volume" ? (O extends "mass" ? "specificVolume" : "fraction") : "fraction";

const ROCK_KINDS: readonly RockKind[] = ["mass", "volume"];

/**
 * Stripping ratio: waste moved for a unit of ore, `waste / ore`.
 *
 * Numerator and denominator are as they are given: tonnes by tonnes, bank cubic metres by bank cubic metres, or bank cubic metres by tonnes, as in coal. They
 * are three different figures, and the unit of the result says which it is. Waste does not include the ore.
 *
 * @param rock - the waste and the ore, each a mass or a volume.
 * @returns The ratio, exact: a number for like by like, a specific volume such as `bcm/t` for volume by mass. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for no ore; `wrong-kind` for waste by mass with ore by volume; `basis-mismatch` for bank with loose, wet
 * with dry; `out-of-range` for negative amounts; the errors of reading text. The message names the field.
 * @source Hustrulid, Kuchta and Martin, Open Pit Mine Planning and Design, 3rd edition (2013), on stripping ratios and their units.
 * @example
 * ```ts
 * import { strippingRatio } from "headgrade/formula";
 *
 * String(strippingRatio({ waste: "12 Mt", ore: "4 Mt" })) // => "3"
 * String(strippingRatio({ waste: "34,000 bcm", ore: "4,000 t" })) // => "8.5 bcm/t"
 * ```
 * @category Mining
 */
export function strippingRatio<W extends RockKind, O extends RockKind>({ waste, ore }: {
  readonly waste: QuantityInput<W>; readonly ore: QuantityInput<O>;
}): Quantity<StrippingKind<W, O>> {
  const [over, under] = [rock("waste", waste), rock("ore", ore)];
  if (under.exact.isZero) throw refused("division-by-zero", "ore", under.toString(), "the formula divides by it, so there must be some");
  if (over.kind === "mass" && under.kind === "mass") return likeByLike((over as Quantity<"mass">).dividedBy(under as Quantity<"mass">, "fraction"));
  if (over.kind === "volume" && under.kind === "volume") return likeByLike((over as Quantity<"volume">).dividedBy(under as Quantity<"volume">, "fraction"));
  if (over.kind === "volume") return (over as Quantity<"volume">).dividedBy(under as Quantity<"mass">) as Quantity<StrippingKind<W, O>>;
  throw new HeadgradeError(
    "wrong-kind", `waste is ${over.toString()} and ore is ${under.toString()}: a stripping ratio is of like by like, or of waste by volume to ore by mass.`,
    { waste: over.toString(), ore: under.toString() },
  );
}

/**
 * Waste that goes with some ore at a stripping ratio: `waste = ratio x ore`.
 *
 * @param given - the ore, and the ratio: a number for waste measured as the ore is, a specific volume (`"8.5 bcm/t"`) for waste by volume.
 * @returns The waste, exact, in the unit of the ore, or in the volume unit of the ratio. Linear in each argument.
 * @throws `HeadgradeError` `wrong-kind` for a volumetric ratio with ore by volume; `basis-mismatch`, `out-of-range`; the errors of reading text. The
 * message names the field.
 * @source The product is the definition of the ratio.
 * @example
 * ```ts
 * import { wasteFor } from "headgrade/formula";
 *
 * String(wasteFor({ ore: "4 Mt", strippingRatio: "3 1" })) // => "12 Mt"
 * String(wasteFor({ ore: "4,000 t", strippingRatio: "8.5 bcm/t" })) // => "34,000 bcm"
 * ```
 * @category Mining
 */
export function wasteFor<O extends RockKind>({ ore, strippingRatio }: {
  readonly ore: QuantityInput<O>; readonly strippingRatio: QuantityInput<"fraction" | "specificVolume">;
}): Quantity<RockKind> {
  const mined = rock("ore", ore);
  const ratio = argumentOf("strippingRatio", ["fraction", "specificVolume"], strippingRatio);
  if (ratio.exact.sign < 0) throw refused("out-of-range", "strippingRatio", ratio.toString(), "there cannot be less than no waste");
  if (ratio.kind === "fraction") return mined.times(ratio.inBase);
  if (mined.kind === "mass") return (ratio as Quantity<"specificVolume">).times(mined as Quantity<"mass">);
  throw refused("wrong-kind", "ore", mined.toString(), `a ratio of ${ratio.toString()} is per mass of ore, so the ore must be a mass`);
}

/**
 * Break-even stripping ratio: how much waste the margin of a unit of ore pays for, `(value - cost) / stripping cost`.
 *
 * @param given - per mass of ore, its recoverable `value` and its `cost` (mining as ore, treatment, and all else that it bears); per mass of waste, the
 * `strippingCost`. All in one currency.
 * @returns The ratio, exact, as a number: mass of waste per mass of ore. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for stripping that costs nothing; `out-of-range` for ore that does not pay for itself; `currency-mismatch`,
 * `basis-mismatch`, `wrong-kind`; the errors of reading text. The message names the field.
 * @source Hustrulid, Kuchta and Martin, Open Pit Mine Planning and Design, 3rd edition (2013), on break-even stripping ratios.
 * @example
 * ```ts
 * import { breakEvenStrippingRatio } from "headgrade/formula";
 *
 * String(breakEvenStrippingRatio({ value: "38.00 USD/t", cost: "23.00 USD/t", strippingCost: "2.50 USD/t" })) // => "6"
 * ```
 * @category Mining
 */
export function breakEvenStrippingRatio({ value, cost, strippingCost }: {
  readonly value: QuantityInput<"price">; readonly cost: QuantityInput<"price">; readonly strippingCost: QuantityInput<"price">;
}): Quantity<"fraction"> {
  const worth = argument("value", "price", value);
  const margin = worth.minus(argument("cost", "price", cost));
  const waste = divisorArgument("strippingCost", "price", strippingCost);
  if (waste.exact.sign < 0) throw refused("out-of-range", "strippingCost", waste.toString(), "moving waste costs something");
  if (margin.exact.sign < 0) throw refused("out-of-range", "value", worth.toString(), "the ore does not pay for its own cost, so it pays for no waste at all");
  return likeByLike(margin.dividedBy(waste, "fraction"));
}

function rock<K extends RockKind>(name: string, value: QuantityInput<K>): Quantity<RockKind> {
  const amount = argumentOf<RockKind>(name, ROCK_KINDS, value);
  if (amount.exact.sign < 0) throw refused("out-of-range", name, amount.toString(), "there cannot be less than none");
  return amount;
}

// A number where the ratio is of like by like; which kind that is for the compiler follows from the arguments.
function likeByLike<K extends Kind = "fraction">(share: Quantity<"fraction">): Quantity<K> {
  return plainRatio(share.inBase) as unknown as Quantity<K>;
}

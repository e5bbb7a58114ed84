/** Tonnage factor: the room that a mass of rock takes, cubic feet per short ton where it is a figure of reports; the reciprocal of a density. */
import type { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, divisorArgument, refused } from "./argument.ts";

/**
 * Tonnage factor of a rock, from its density or its specific gravity: `factor = 1 / density`.
 *
 * A specific gravity is taken relative to water at 1 t/m3, so that the factor of water is exactly 0.90718474 / 0.028316846592 = 32.0369... ft3/st, and that of
 * a rock 32.0369... / SG. {@link densityOf} goes back, {@link massByTonnageFactor} uses it.
 *
 * @param rock - its `density`, or its `specificGravity` as a number (`"2.7 1"`).
 * @returns The factor, exact, in ft3/st; `.to("m3/t")` tells it otherwise. Fractional-linear.
 * @throws `HeadgradeError` `division-by-zero`, `out-of-range` unless it is positive; `wrong-kind` unless exactly one of the two is given; the errors of
 * reading text. The message names the field.
 * @source The units of the definition: short ton 2,000 lb of 453.59237 g, foot 0.3048 m (international yard and pound agreement, 1959).
 * @example
 * ```ts
 * import { tonnageFactor } from "headgrade/formula";
 *
 * tonnageFactor({ specificGravity: "1 1" }).format({ digits: 8 }) // => "32.036927 ft3/st"
 * tonnageFactor({ density: "2.7 t/m3" }).format({ places: 2 }) // => "11.87 ft3/st"
 * String(tonnageFactor({ density: "2.5 t/m3" }).to("m3/t")) // => "0.4 m3/t"
 * ```
 * @category Mining
 */
export function tonnageFactor(rock:
  | { readonly density: QuantityInput<"density">; readonly specificGravity?: never }
  | { readonly specificGravity: QuantityInput<"fraction">; readonly density?: never },
): Quantity<"specificVolume"> {
  const { density, specificGravity } = rock as { readonly density?: QuantityInput<"density">; readonly specificGravity?: QuantityInput<"fraction"> };
  if ((density === undefined) === (specificGravity === undefined)) {
    throw refused("wrong-kind", "the rock", density === undefined ? "told by nothing" : "told twice", "give exactly one of density and specificGravity");
  }
  const given = density === undefined ? divisorArgument("specificGravity", "fraction", specificGravity as QuantityInput<"fraction">) : divisorArgument("density", "density", density);
  if (given.exact.sign < 0) throw refused("out-of-range", density === undefined ? "specificGravity" : "density", given.toString(), "it must be positive");
  // Water at 1 t/m3 is a million grams a cubic metre.
  const inBase = density === undefined ? given.inBase.times(1_000_000) : given.inBase;
  return told("specificVolume", "ft3/st", inBase.reciprocal(), given);
}

/**
 * Density of a rock from its tonnage factor: `density = 1 / factor`.
 *
 * @param rock - its `tonnageFactor`, a specific volume such as `"12 ft3/st"`.
 * @returns The density, exact, in t/m3. Fractional-linear.
 * @throws `HeadgradeError` `division-by-zero`, `out-of-range` unless it is positive; `ambiguous-unit` for feet per bare ton; `wrong-kind`; the errors of
 * reading text. The message names the field.
 * @source The units of the definition, as {@link tonnageFactor}.
 * @example
 * ```ts
 * import { densityOf } from "headgrade/formula";
 *
 * densityOf({ tonnageFactor: "12 ft3/st" }).format({ places: 2 }) // => "2.67 t/m3"
 * ```
 * @category Mining
 */
export function densityOf({ tonnageFactor }: { readonly tonnageFactor: QuantityInput<"specificVolume"> }): Quantity<"density"> {
  const factor = positive("tonnageFactor", divisorArgument("tonnageFactor", "specificVolume", tonnageFactor));
  return told("density", "t/m3", factor.inBase.reciprocal(), factor);
}

/**
 * Mass of a volume of rock by its tonnage factor: `mass = volume / factor`.
 *
 * {@link massOf} is the same by density.
 *
 * @param rock - its volume and its tonnage factor.
 * @returns The mass, exact, in the mass unit of the factor: short tons for ft3/st. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero`, `out-of-range` unless the factor is positive; `basis-mismatch` for a bank volume with a loose factor;
 * `wrong-kind`; the errors of reading text. The message names the field.
 * @source The quotient is the definition of the factor.
 * @example
 * ```ts
 * import { massByTonnageFactor } from "headgrade/formula";
 *
 * String(massByTonnageFactor({ volume: "600,000 ft3", tonnageFactor: "12 ft3/st" })) // => "50,000 st"
 * ```
 * @category Mining
 */
export function massByTonnageFactor({ volume, tonnageFactor }: {
  readonly volume: QuantityInput<"volume">; readonly tonnageFactor: QuantityInput<"specificVolume">;
}): Quantity<"mass"> {
  const factor = positive("tonnageFactor", divisorArgument("tonnageFactor", "specificVolume", tonnageFactor));
  return argument("volume", "volume", volume).dividedBy(factor);
}

function positive(name: string, factor: Quantity<"specificVolume">): Quantity<"specificVolume"> {
  if (factor.exact.sign < 0) throw refused("out-of-range", name, factor.toString(), "rock takes up room, so it must be positive");
  return factor;
}

// A reciprocal, in a unit without basis, on the basis of what it is of.
function told<K extends "density" | "specificVolume">(kind: K, symbol: string, inBase: Ratio, of: { readonly basis: Quantity["basis"] }): Quantity<K> {
  const unit = unitOf(kind, symbol);
  return new Quantity<K>(unit, inBase.dividedBy(unit.factor), of.basis, undefined);
}

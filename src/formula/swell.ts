/** Swell: rock takes more room loose than in the bank. The only crossing between bank and loose cubic metres. */
import { Ratio } from "../number/ratio.ts";
import type { Basis } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import { percentage, shareArgument } from "./stream.ts";

/**
 * How much rock swells, said in one of three ways. The names "swell factor" and "load factor" are used for each of the two ratios, so the ratios are named
 * instead.
 *
 * @category Mining
 */
export type Swell =
  /** The increase over the bank volume: `"30 %"`. */
  | { readonly swell: QuantityInput<"fraction">; readonly looseOverBank?: never; readonly bankOverLoose?: never }
  /** Loose volume / bank volume: `"1.3 1"`. */
  | { readonly looseOverBank: QuantityInput<"fraction">; readonly swell?: never; readonly bankOverLoose?: never }
  /** Bank volume / loose volume: `"0.77 1"`. */
  | { readonly bankOverLoose: QuantityInput<"fraction">; readonly swell?: never; readonly looseOverBank?: never };

/**
 * Loose volume that a bank volume makes: `loose = bank x (1 + swell)`.
 *
 * @param given - the bank volume, and the swell in one of the ways of {@link Swell}.
 * @returns The loose volume, exact: in lcm for bcm, lcy for bcy, else in the unit given, now on a loose basis. Fractional-linear in each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a volume that is loose already; `out-of-range` for a shrinking rock; `wrong-kind` unless the swell is
 * given once; the errors of reading text. The message names the field.
 * @source Caterpillar Performance Handbook, on swell and load factors of materials; the product is the definition of the swell.
 * @example
 * ```ts
 * import { looseVolume } from "headgrade/formula";
 *
 * String(looseVolume({ bank: "1,000 bcm", swell: "30 %" })) // => "1,300 lcm"
 * String(looseVolume({ bank: "1,000 bcm", bankOverLoose: "0.8 1" })) // => "1,250 lcm"
 * ```
 * @category Mining
 */
export function looseVolume({ bank, ...swell }: { readonly bank: QuantityInput<"volume"> } & Swell): Quantity<"volume"> {
  const volume = onBasis("bank", argument("bank", "volume", bank), "bank");
  return new Quantity<"volume">(counterpart("volume", volume.unit, "loose"), volume.exact.times(looseOverBank(swell)), "loose", undefined);
}

/**
 * Bank volume of a loose one: `bank = loose / (1 + swell)`.
 *
 * @param given - the loose volume, and the swell in one of the ways of {@link Swell}.
 * @returns The bank volume, exact: in bcm for lcm, bcy for lcy, else in the unit given, now on a bank basis. Fractional-linear in each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a volume that is in the bank already; `out-of-range`, `wrong-kind`; the errors of reading text. The
 * message names the field.
 * @source Caterpillar Performance Handbook, on swell and load factors of materials.
 * @example
 * ```ts
 * import { bankVolume } from "headgrade/formula";
 *
 * String(bankVolume({ loose: "1,300 lcm", swell: "30 %" })) // => "1,000 bcm"
 * ```
 * @category Mining
 */
export function bankVolume({ loose, ...swell }: { readonly loose: QuantityInput<"volume"> } & Swell): Quantity<"volume"> {
  const volume = onBasis("loose", argument("loose", "volume", loose), "loose");
  return new Quantity<"volume">(counterpart("volume", volume.unit, "bank"), volume.exact.dividedBy(looseOverBank(swell)), "bank", undefined);
}

/**
 * Swell of a rock from its two volumes: `swell = loose / bank - 1`.
 *
 * @param given - the bank and the loose volume of the same rock.
 * @returns The swell, exact, in %. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for no bank volume; `out-of-range` for a loose volume below it; `basis-mismatch` where the two are
 * exchanged; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Caterpillar Performance Handbook, on swell and load factors of materials.
 * @example
 * ```ts
 * import { swell } from "headgrade/formula";
 *
 * String(swell({ bank: "1,000 bcm", loose: "1,300 lcm" })) // => "30%"
 * ```
 * @category Mining
 */
export function swell({ bank, loose }: { readonly bank: QuantityInput<"volume">; readonly loose: QuantityInput<"volume"> }): Quantity<"fraction"> {
  const before = onBasis("bank", divisorArgument("bank", "volume", bank), "bank");
  const after = onBasis("loose", argument("loose", "volume", loose), "loose");
  const increase = after.inBase.dividedBy(before.inBase).minus(1);
  if (increase.sign < 0) throw refused("out-of-range", "loose", after.toString(), `loose rock takes no less room than in the bank, ${before.toString()}`);
  return percentage(increase);
}

/**
 * Loose density of a rock: `loose = bank / (1 + swell)`.
 *
 * @param given - the density in the bank, and the swell in one of the ways of {@link Swell}.
 * @returns The loose density, exact: per lcm for one per bcm, else in the unit given, now on a loose basis. Fractional-linear in each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a density that is loose already; `out-of-range`, `wrong-kind`; the errors of reading text. The message
 * names the field.
 * @source The mass stays the same while the volume swells.
 * @example
 * ```ts
 * import { looseDensity } from "headgrade/formula";
 *
 * String(looseDensity({ bank: "2.6 t/bcm", swell: "30 %" })) // => "2 t/lcm"
 * ```
 * @category Mining
 */
export function looseDensity({ bank, ...swell }: { readonly bank: QuantityInput<"density"> } & Swell): Quantity<"density"> {
  const density = onBasis("bank", argument("bank", "density", bank), "bank");
  return new Quantity<"density">(counterpart("density", density.unit, "loose"), density.exact.dividedBy(looseOverBank(swell)), "loose", undefined);
}

/**
 * What one bucket or truck body holds: `mass = capacity x fill factor x bank density / (1 + swell)`.
 *
 * @param given - the heaped `capacity`, the `fillFactor` (what is really filled of it; above 100 % is legal), the density in the bank, and the swell in one of
 * the ways of {@link Swell}.
 * @returns The mass, exact, in the density's mass unit. Fractional-linear in each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a capacity in bank measure or a loose density; `out-of-range`, `wrong-kind`; the errors of reading text.
 * The message names the field.
 * @source Caterpillar Performance Handbook, on bucket fill factors.
 * @example
 * ```ts
 * import { bucketLoad } from "headgrade/formula";
 *
 * String(bucketLoad({ capacity: "10 m3", fillFactor: "90 %", bankDensity: "2.6 t/m3", swell: "30 %" })) // => "18 t"
 * ```
 * @category Mining
 */
export function bucketLoad({ capacity, fillFactor, bankDensity, ...swell }: {
  readonly capacity: QuantityInput<"volume">; readonly fillFactor: QuantityInput<"fraction">; readonly bankDensity: QuantityInput<"density">;
} & Swell): Quantity<"mass"> {
  const room = onBasis("capacity", argument("capacity", "volume", capacity), "loose");
  const fill = argument("fillFactor", "fraction", fillFactor);
  if (fill.exact.sign < 0) throw refused("out-of-range", "fillFactor", fill.toString(), "a bucket cannot hold less than nothing");
  return looseDensity({ bank: bankDensity, ...swell }).times(room.onBasis("loose").times(fill.inBase));
}

function looseOverBank(given: Swell): Ratio {
  const names = (["swell", "looseOverBank", "bankOverLoose"] as const).filter((name) => given[name] !== undefined);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    throw refused("wrong-kind", "swell", names.length === 0 ? "missing" : `given as ${names.join(" and ")}`, "give one of swell, looseOverBank and bankOverLoose");
  }
  const share = given[name] as QuantityInput<"fraction">;
  if (name === "bankOverLoose") {
    const ratio = shareArgument(name, share);
    if (ratio.isZero) throw refused("division-by-zero", name, "0", "the formula divides by it");
    return ratio.reciprocal();
  }
  const value = argument(name, "fraction", share);
  const ratio = name === "swell" ? value.inBase.plus(1) : value.inBase;
  if (!ratio.isLessThan(Ratio.one)) return ratio;
  throw refused("out-of-range", name, value.toString(), `loose rock takes no less room than in the bank, so it must be ${name === "swell" ? "0 %" : "1"} or more`);
}

function onBasis<K extends "volume" | "density">(name: string, given: Quantity<K>, basis: "bank" | "loose"): Quantity<K> {
  if (given.basis === "bank" || given.basis === "loose") {
    if (given.basis !== basis) throw refused("basis-mismatch", name, given.toString(), `it is ${given.basis}, and a ${basis} one was expected`);
  }
  return given;
}

const COUNTERPARTS: Readonly<Partial<Record<Basis, Readonly<Record<string, string>>>>> = { loose: { bcm: "lcm", bcy: "lcy" }, bank: { lcm: "bcm", lcy: "bcy" } };

function counterpart(kind: "volume" | "density", symbol: string, basis: "bank" | "loose"): ReturnType<typeof unitOf> {
  const parts = symbol.split("/");
  const last = parts.at(-1) ?? "";
  return unitOf(kind, [...parts.slice(0, -1), COUNTERPARTS[basis]?.[last] ?? last].join("/"));
}

/** Call factors: metal accounted for against metal called for, in the mine and in the plant. */
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { type Ratio } from "../number/ratio.ts";
import { argument, refused } from "./argument.ts";
import { percentage } from "./stream.ts";

/**
 * Metal that a plant accounts for: recovered in its products, and left in its residue.
 *
 * @category Mining
 */
export interface AccountedMetal {
  readonly recovered: QuantityInput<"mass">;
  /** In tailings or residue. */
  readonly residue: QuantityInput<"mass">;
}

/**
 * Mine call factor: metal accounted for by the plant / metal called for by the mine's measuring and valuation.
 *
 * Two conventions are in use for the numerator, and each is said by its fields: `recovered` and `residue`, the metal that came out; or `plantFeed`, tonnes
 * milled x assayed head grade. They agree only where the head grade is built up from products ({@link builtUpHeadGrade}).
 *
 * @param given - `calledFor`, the metal in what the mine sent by its own reckoning; and either `recovered` and `residue`, or `plantFeed`.
 * @returns The factor, exact, in %. Fractional-linear in each argument, also where one figure stands in several.
 * @throws `HeadgradeError` `wrong-kind` unless one of the two conventions is given; `division-by-zero` for nothing called for; `out-of-range` for
 * negative metal; the errors of reading text. The message names the field.
 * @source Storrar, South African Mine Valuation (1977), on the mine call factor.
 * @example
 * ```ts
 * import { mineCallFactor } from "headgrade/formula";
 *
 * const factor = mineCallFactor({ calledFor: "2,950.5 kg", recovered: "2,500 kg", residue: "56 kg" });
 * factor.format({ places: 2 }) // => "86.63%"
 * ```
 * @category Mining
 */
export function mineCallFactor(given: { readonly calledFor: QuantityInput<"mass"> } & (
  | AccountedMetal & { readonly plantFeed?: never }
  | { readonly plantFeed: QuantityInput<"mass">; readonly recovered?: never; readonly residue?: never }
)): Quantity<"fraction"> {
  const { plantFeed, recovered, residue } = given as { readonly plantFeed?: QuantityInput<"mass"> } & Partial<AccountedMetal>;
  if (plantFeed !== undefined && (recovered !== undefined || residue !== undefined)) {
    throw refused("wrong-kind", "plantFeed", "given beside recovered or residue", "these are two conventions of what is accounted for: give one");
  }
  const accounted = plantFeed === undefined ? accountedFor(recovered, residue) : metal("plantFeed", plantFeed);
  return percentage(accounted.dividedBy(some("calledFor", given.calledFor)));
}

/**
 * Plant call factor: metal accounted for by the plant / metal in its feed by tonnes and head grade.
 *
 * Metal that a plant loses without seeing it, or errors of its sampling; {@link mineCallFactor} is of the mine.
 *
 * @param given - `plantFeed`, tonnes milled x assayed head grade; `recovered` and `residue`.
 * @returns The factor, exact, in %. Fractional-linear in each argument, also where one figure stands in several.
 * @throws `HeadgradeError` `division-by-zero` for a feed without metal; `out-of-range` for negative metal; `wrong-kind`; the errors of reading text. The
 * message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { plantCallFactor } from "headgrade/formula";
 *
 * String(plantCallFactor({ plantFeed: "1,000 kg", recovered: "930 kg", residue: "50 kg" })) // => "98%"
 * ```
 * @category Mining
 */
export function plantCallFactor({ plantFeed, recovered, residue }: AccountedMetal & { readonly plantFeed: QuantityInput<"mass"> }): Quantity<"fraction"> {
  return percentage(accountedFor(recovered, residue).dividedBy(some("plantFeed", plantFeed)));
}

/**
 * Plant recovery from what came out alone: `recovered / (recovered + residue)`.
 *
 * The recovery on the built-up head grade; {@link recovery} is that on the assayed one.
 *
 * @param given - the metal `recovered` and the metal in the `residue`.
 * @returns The recovery, exact, in %, in the role of a recovery. Fractional-linear in each argument, also where one figure stands in both.
 * @throws `HeadgradeError` `division-by-zero` for no metal; `out-of-range` for negative metal; `wrong-kind`; the errors of reading text. The message
 * names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { accountedRecovery } from "headgrade/formula";
 *
 * accountedRecovery({ recovered: "2,500 kg", residue: "56 kg" }).format({ places: 2 }) // => "97.81%"
 * ```
 * @category Metal
 */
export function accountedRecovery({ recovered, residue }: AccountedMetal): Quantity<"fraction", "recovery"> {
  const total = accountedFor(recovered, residue);
  if (total.isZero) throw refused("division-by-zero", "recovered and residue", "nothing", "there was no metal to be recovered");
  return percentage(metal("recovered", recovered).dividedBy(total), "recovery");
}

function accountedFor(recovered: QuantityInput<"mass"> | undefined, residue: QuantityInput<"mass"> | undefined): Ratio {
  return metal("recovered", recovered as QuantityInput<"mass">).plus(metal("residue", residue as QuantityInput<"mass">));
}

function metal(name: string, value: QuantityInput<"mass">): Ratio {
  const given = argument(name, "mass", value);
  if (given.exact.sign < 0) throw refused("out-of-range", name, given.toString(), "metal cannot weigh less than nothing");
  return given.inBase;
}

function some(name: string, value: QuantityInput<"mass">): Ratio {
  const amount = metal(name, value);
  if (amount.isZero) throw refused("division-by-zero", name, "without metal", "the formula divides by it, so there must be some");
  return amount;
}

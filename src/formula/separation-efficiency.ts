/** How well a separation parts a mineral from its gangue. */
import { HeadgradeError, shown } from "../error.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { refused } from "./argument.ts";
import { assayArgument, percentage } from "./stream.ts";
import { twoProduct, type TwoProductFigures } from "./two-product.ts";

/**
 * What a separation achieved.
 *
 * @category Concentrates
 */
export interface SeparationEfficiency {
  /** Recovery less gangue recovery, in %. */
  readonly efficiency: Quantity<"fraction">;
  /** Of the valuable mineral, and so of its metal, to the concentrate, in %. */
  readonly recovery: Quantity<"fraction", "recovery">;
  /** Of all else to the concentrate, in %. */
  readonly gangueRecovery: Quantity<"fraction">;
}

/**
 * Separation efficiency by Schulz: the recovery of the valuable mineral less that of the gangue, `Rm - Rg`.
 *
 * With a metal content m of the pure mineral and assays f and c of the metal, `Rg = mass pull (m - c) / (m - f)`, so that the efficiency is
 * `mass pull x m (c - f) / ((m - f) f)`.
 *
 * @param given - the `definition`, by name, since others are in use; `mineral`, the metal in the pure mineral; and any three of the figures that
 * {@link twoProduct} takes.
 * @returns The efficiency and the two recoveries, exact, in %. Not monotone in every argument (with three assays it turns in the feed's), so no range is
 * proved.
 * @throws `HeadgradeError` `unknown-option` unless the definition is named; `out-of-range` for a concentrate richer than the pure mineral, and as
 * {@link twoProduct}; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Schulz, Separation efficiency, Transactions of SME-AIME 247 (1970); Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016),
 * chapter 1.
 * @example Tin in cassiterite
 * ```ts
 * import { separationEfficiency } from "headgrade/formula";
 *
 * const { efficiency } = separationEfficiency({ definition: "schulz", feed: "1 %", concentrate: "42 %", recovery: "72 %", mineral: "78.6 %" });
 * efficiency.format({ places: 1 }) // => "71.2%"
 * ```
 * @category Concentrates
 */
export function separationEfficiency({ definition, mineral, ...figures }: TwoProductFigures & {
  readonly definition: "schulz"; readonly mineral: QuantityInput<"grade">;
}): SeparationEfficiency {
  const named: unknown = definition;
  if (named !== "schulz") {
    throw new HeadgradeError("unknown-option", `definition is ${shown(named)}: say "schulz", for recovery less gangue recovery.`, { option: "definition", given: named });
  }
  const pure = assayArgument("mineral", mineral);
  const { feed, concentrate, massPull, recovery } = twoProduct(figures);
  if (!pure.inBase.isGreaterThan(feed.inBase) || concentrate.inBase.isGreaterThan(pure.inBase)) {
    throw refused("out-of-range", "mineral", pure.toString(), `the pure mineral cannot be poorer than the concentrate, ${concentrate.toString()}`);
  }
  const gangue = massPull.inBase.times(pure.inBase.minus(concentrate.inBase)).dividedBy(pure.inBase.minus(feed.inBase));
  return Object.freeze({ efficiency: percentage(recovery.inBase.minus(gangue)), recovery, gangueRecovery: percentage(gangue) });
}

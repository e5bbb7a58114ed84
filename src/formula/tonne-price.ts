/** Prices and charges per wet tonne and per dry one: a wet tonne holds water, which nobody pays for but somebody carries. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, refused } from "./argument.ts";
import { amountArgument } from "./price.ts";

type Wetness = "wet" | "dry";

/**
 * Price or charge per dry tonne that one per wet tonne comes to: `per dry = per wet / (1 - moisture)`.
 *
 * @param terms - the price per wet tonne, `wet`, and the `moisture` (water over wet mass).
 * @returns The price per dry tonne, exact: per dmt for wmt, per dst for wst. It runs one way with each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a price that is not per wet tonne by its unit; `out-of-range` for a moisture below 0, or of 100 % or
 * above; `role-mismatch`, `wrong-kind`; the errors of reading text. The message names the field.
 * @source The quotient follows from the definition of moisture on wet mass (AMIRA International, P754).
 * @example
 * ```ts
 * import { dryPrice } from "headgrade/formula";
 *
 * String(dryPrice({ wet: "46 USD/wmt", moisture: "8 %" })) // => "50 USD/dmt"
 * ```
 * @category Money
 */
export function dryPrice({ wet, moisture }: {
  readonly wet: QuantityInput<"price">; readonly moisture: QuantityInput<"fraction", "moisture">;
}): Quantity<"price"> {
  const given = perTonne("wet", wet, "wet");
  return told(given, "dry", given.exact.dividedBy(solidsOf(moisture)));
}

/**
 * Price or charge per wet tonne that one per dry tonne comes to: `per wet = per dry x (1 - moisture)`.
 *
 * @param terms - the price per dry tonne, `dry`, and the `moisture` (water over wet mass).
 * @returns The price per wet tonne, exact: per wmt for dmt, per wst for dst. It runs one way with each argument.
 * @throws `HeadgradeError` `basis-mismatch` for a price that is not per dry tonne by its unit; otherwise as {@link dryPrice}.
 * @source The product follows from the definition of moisture on wet mass (AMIRA International, P754).
 * @example
 * ```ts
 * import { wetPrice } from "headgrade/formula";
 *
 * String(wetPrice({ dry: "50 USD/dmt", moisture: "8 %" })) // => "46 USD/wmt"
 * ```
 * @category Money
 */
export function wetPrice({ dry, moisture }: {
  readonly dry: QuantityInput<"price">; readonly moisture: QuantityInput<"fraction", "moisture">;
}): Quantity<"price"> {
  const given = perTonne("dry", dry, "dry");
  return told(given, "wet", given.exact.times(solidsOf(moisture)));
}

function perTonne(name: string, value: QuantityInput<"price">, basis: Wetness): Quantity<"price"> {
  const given = argument(name, "price", value);
  if (given.basis === basis) return given;
  throw refused("basis-mismatch", name, given.toString(), `give it per ${basis} tonne by its unit, ${basis === "wet" ? '"USD/wmt"' : '"USD/dmt"'}`);
}

function solidsOf(moisture: QuantityInput<"fraction", "moisture">): Ratio {
  const water = amountArgument("moisture", "fraction", moisture, "moisture");
  const solids = Ratio.one.minus(water.inBase);
  if (solids.sign > 0) return solids;
  throw refused("out-of-range", "moisture", water.toString(), "it is the share of the wet mass that is water, so it must be below 100 %");
}

// The unit per the other tonne differs by its letter alone: wmt and dmt, wst and dst.
function told({ unit }: Quantity<"price">, basis: Wetness, exact: Ratio): Quantity<"price"> {
  const [currency = "", tonne = ""] = unit.split("/");
  const other = unitOf("price", `${currency}/${basis === "dry" ? tonne.replace("w", "d") : tonne.replace("d", "w")}`);
  return new Quantity<"price">(other, exact, other.basis, undefined);
}

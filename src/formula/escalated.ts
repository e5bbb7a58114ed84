/** Price participation: treatment and refining charges that rise and fall with the price of the metal. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { amountArgument, oneCurrency, type NamedPrice } from "./price.ts";

/**
 * A stretch of prices and what the charge takes of each unit of money within it: `"9.5 %"` where a dollar on the price per tonne of metal adds 9.5
 * cents to the charge per tonne.
 *
 * @category Money
 */
export interface Escalator {
  /** Where the stretch begins: the basis price, or the end of the stretch before. */
  readonly from: QuantityInput<"price">;
  /** Where it ends, away from the basis; without it the stretch goes on. */
  readonly to?: QuantityInput<"price">;
  readonly rate: QuantityInput<"fraction">;
}

/**
 * Charge with price participation: `charge + sum(rate x price within each stretch above) - sum(rate x price within each stretch below)`.
 *
 * For a treatment charge per tonne of concentrate with its escalators and de-escalators, and for a refining charge per pound with a shared price
 * rise. Put what comes out into {@link netSmelterReturn}. It rises with the price, without a jump.
 *
 * @param terms - the basis `charge`; the `price` of the metal; `above`, stretches that raise the charge, each from a price up; `below`, stretches that
 * lower it, each from a price down.
 * @returns The charge, exact, in the unit of the one given. It can come out negative.
 * @throws `HeadgradeError` `out-of-range` for a stretch that ends on the wrong side, and for a negative price or rate; `currency-mismatch`; `wrong-kind`;
 * the errors of reading text. The message names the field.
 * @source The form of the zinc benchmark contracts, as reported for 2015 (basis 2,000 USD/t; 9.5 % to 2,500, 7.5 % above, 3.5 % down).
 * @example
 * ```ts
 * import { escalatedCharge } from "headgrade/formula";
 *
 * const terms = {
 *   charge: "245 USD/dmt",
 *   above: [{ from: "2,000 USD/t", to: "2,500 USD/t", rate: "9.5 %" }, { from: "2,500 USD/t", rate: "7.5 %" }],
 *   below: [{ from: "2,000 USD/t", rate: "3.5 %" }],
 * };
 * String(escalatedCharge({ ...terms, price: "2,300 USD/t" })) // => "273.5 USD/dmt"
 * String(escalatedCharge({ ...terms, price: "1,800 USD/t" })) // => "238 USD/dmt"
 * ```
 * @category Money
 */
export function escalatedCharge({ charge, price, above = [], below = [] }: {
  readonly charge: QuantityInput<"price">; readonly price: QuantityInput<"price">;
  readonly above?: readonly Escalator[]; readonly below?: readonly Escalator[];
}): Quantity<"price"> {
  const base = argument("charge", "price", charge);
  const level = amountArgument("price", "price", price);
  const seen: NamedPrice[] = [{ name: "charge", price: base }, { name: "price", price: level }];
  const stretches = (list: readonly Escalator[], name: string, way: 1 | -1): Ratio => list.reduce((sum, { from, to, rate }, place) => {
    const field = `${name}[${String(place)}]`;
    const begin = amountArgument(`${field}.from`, "price", from);
    const end = to === undefined ? undefined : amountArgument(`${field}.to`, "price", to);
    seen.push({ name: `${field}.from`, price: begin }, ...(end === undefined ? [] : [{ name: `${field}.to`, price: end }]));
    if (end !== undefined && end.inBase.minus(begin.inBase).sign !== way) {
      throw refused("out-of-range", `${field}.to`, end.toString(), `a stretch ${way > 0 ? "above" : "below"} ends ${way > 0 ? "above" : "below"} where it begins, ${begin.toString()}`);
    }
    const isPast = end !== undefined && level.inBase.minus(end.inBase).sign === way;
    const within = (isPast ? end : level).inBase.minus(begin.inBase).times(way);
    return within.sign <= 0 ? sum : sum.plus(within.times(amountArgument(`${field}.rate`, "fraction", rate).inBase));
  }, Ratio.zero);
  const change = stretches(above, "above", 1).minus(stretches(below, "below", -1));
  oneCurrency(seen);
  return new Quantity<"price">(base.measure, base.inBase.plus(change).dividedBy(base.measure.factor), base.basis, undefined);
}

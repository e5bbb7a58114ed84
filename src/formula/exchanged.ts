/** Money in another currency, at a rate that the caller gives. No rate is ever guessed. */
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import type { Currency } from "../quantity/unit.ts";
import { argument, divisorArgument, refused } from "./argument.ts";

/**
 * A price in another currency, at a given rate of exchange: `price x rate`.
 *
 * The other formulas refuse to mix currencies; this is how a cost in Canadian dollars meets a gold price in US dollars.
 *
 * @param terms - the `price`, and the rate as `one` unit of a currency and what it `is` in the other. Either of the two may be the currency wanted.
 * @returns The price, exact, per the same mass, in the rate's other currency.
 * @throws `HeadgradeError` `currency-mismatch` where the rate is not for the price's currency; `division-by-zero` for a rate of zero;
 * `wrong-kind`; the errors of reading text. The message names the field.
 * @source The product is the definition of a rate of exchange.
 * @example
 * ```ts
 * import { exchanged } from "headgrade/formula";
 *
 * const rate = { one: "USD", is: "1.30 CAD" };
 * String(exchanged({ price: "26 CAD/t", rate })) // => "20 USD/t"
 * String(exchanged({ price: "1,500 USD/oz", rate })) // => "1,950 CAD/oz"
 * ```
 * @category Money
 */
export function exchanged({ price, rate }: {
  readonly price: QuantityInput<"price">; readonly rate: { readonly one: Currency; readonly is: QuantityInput<"money"> };
}): Quantity<"price"> {
  const given = argument("price", "price", price);
  const one = unitOf("money", rate.one);
  const worth = divisorArgument("rate.is", "money", rate.is);
  const [from, to] = [given.measure.currency, worth.measure.currency];
  if ((from !== one.currency && from !== to) || one.currency === to) {
    throw refused("currency-mismatch", "rate", `one ${one.symbol} for ${worth.toString()}`, `${given.toString()} needs a rate between ${from ?? ""} and another currency`);
  }
  const each = worth.inBase.dividedBy(one.factor);
  const isIntoOther = from === one.currency;
  const unit = unitOf("price", `${(isIntoOther ? to : one.currency) ?? ""}/${given.unit.split("/")[1] ?? ""}`);
  const inBase = isIntoOther ? given.inBase.times(each) : given.inBase.dividedBy(each);
  return new Quantity<"price">(unit, inBase.dividedBy(unit.factor), given.basis, undefined);
}

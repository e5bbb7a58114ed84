/** Money per mass as formulas take it: the price of a metal, a charge on a tonne. One formula knows one currency, and a charge the tonne that it is on. */
import { HeadgradeError } from "../error.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import type { MassUnit } from "../quantity/unit.ts";
import { argument, refused } from "./argument.ts";

/** A price by the name of the argument that gave it. @internal */
export interface NamedPrice {
  readonly name: string;
  readonly price: Quantity<"price">;
}

/** An argument that cannot be less than nothing: a grade, a share, the price of a metal. @internal */
export function amountArgument<K extends Kind, R extends Role = never>(name: string, kind: K, value: QuantityInput<K, R>, role?: R): Quantity<K, R> {
  const quantity = argument(name, kind, value, role);
  if (quantity.exact.sign < 0) throw refused("out-of-range", name, quantity.toString(), "it cannot be less than nothing");
  return quantity;
}

/**
 * A charge on a dry tonne. It may be negative: smelters have paid for concentrate. A bare tonne is taken at its word.
 *
 * @internal
 */
export function dryCharge(name: string, value: QuantityInput<"price">): Quantity<"price"> {
  const charge = argument(name, "price", value);
  if (charge.basis === "wet") throw refused("basis-mismatch", name, charge.toString(), "it is charged on dry tonnes, so give it per dmt");
  return charge;
}

/** The currency that prices share. @throws `HeadgradeError` `currency-mismatch`, with the first two that differ. @internal */
export function oneCurrency(prices: readonly NamedPrice[]): string {
  const [first, ...others] = prices;
  const currency = first?.price.measure.currency ?? "";
  for (const { name, price } of others) {
    const other = price.measure.currency ?? "";
    if (other === currency || first === undefined) continue;
    throw new HeadgradeError(
      "currency-mismatch",
      `${name} is ${price.toString()} and ${first.name} is ${first.price.toString()}: one formula knows one currency; convert one of them first, with exchanged.`,
      { argument: name, from: other, to: currency },
    );
  }
  return currency;
}

/** The price of so much money per gram, told per a mass. @internal */
export function pricePer(mass: MassUnit, currency: string, inBase: Ratio): Quantity<"price"> {
  const unit = unitOf("price", `${currency}/${mass}`);
  return new Quantity<"price">(unit, inBase.dividedBy(unit.factor), unit.basis, undefined);
}

/** The metal of a formula by its name. @throws `HeadgradeError` `unknown-item` with the names there are. @internal */
export function itemNamed<T>(name: string, field: string, items: Readonly<Record<string, T>>): T {
  const item = Object.hasOwn(items, name) ? items[name] : undefined;
  if (item !== undefined) return item;
  throw new HeadgradeError(
    "unknown-item", `${field} is ${JSON.stringify(name)}, and the metals given are ${Object.keys(items).join(", ")}: name one of them.`, { argument: field, given: name },
  );
}

/** The metals of a formula, one at least. @internal */
export function metalsOf<T>(metals: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const given: unknown = metals;
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw refused("wrong-kind", "metals", "no object", "give the terms of each metal under its name");
  const entries = Object.entries(metals);
  if (entries.length === 0) throw refused("out-of-range", "metals", "empty", "give one metal or more");
  return entries;
}

/** What is thrown for a name of a form, kind or base that is none of those there are. @internal */
export function unknownChoice(name: string, given: unknown, choices: readonly string[]): HeadgradeError {
  const list = choices.map((choice) => JSON.stringify(choice)).join(", ");
  return new HeadgradeError("unknown-option", `${name} is ${given === undefined ? "missing" : JSON.stringify(given)}: name one of ${list}; there is no default.`, { argument: name, given, choices });
}

/** The same for every name of a table. @internal */
export function mapped<T, U>(entries: readonly (readonly [string, T])[], change: (value: T, name: string) => U): Readonly<Record<string, U>> {
  return Object.freeze(Object.fromEntries(entries.map(([name, value]) => [name, change(value, name)])));
}

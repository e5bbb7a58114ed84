/** Equivalents of metal: ounces of gold equivalent from ounces of silver, by prices or by a ratio that a report printed. */
import type { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { Unit } from "../quantity/spelling.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import { amountArgument, itemNamed, mapped, metalsOf, oneCurrency } from "./price.ts";

/**
 * Metal and its price. Give the share that is paid for all metals or for none.
 *
 * @category Money
 */
export interface PricedMetal {
  readonly metal: QuantityInput<"mass">;
  readonly price: QuantityInput<"price">;
  readonly payable?: QuantityInput<"fraction", "payability">;
}

/**
 * A printed ratio of one metal to the main one: `"80:1"` (eighty of this for one of that, in one and the same unit of mass), or the amounts with their
 * units where these differ.
 *
 * @category Money
 */
export type MetalRatio = string | { readonly amount: QuantityInput<"mass">; readonly worth: QuantityInput<"mass"> };

/**
 * An amount of equivalent metal, with what each metal brought to it.
 *
 * @category Money
 */
export interface EquivalentMetal {
  readonly of: string;
  readonly metal: Quantity<"mass">;
  readonly contributions: Readonly<Record<string, Quantity<"mass">>>;
}

/**
 * Equivalent metal by prices: `eq = sum(metal x price x payable) / (price x payable of the main metal)`.
 *
 * For metal that was produced or sold; {@link metalEquivalent} is for grades, where recoveries matter. Gold-equivalent ounces from revenue are plain
 * division: `revenue.dividedBy(price)`.
 *
 * @param terms - `of`, the main metal, and `metals` by name, each with `metal`, `price` and, for all or for none, `payable`.
 * @returns The equivalent metal and each contribution, exact, in the unit of the main metal. Contributions add up to it exactly.
 * @throws `HeadgradeError` `unknown-item` for a main metal that is not among the metals; `division-by-zero` for one that is worth nothing;
 * `currency-mismatch`; `wrong-kind`; `out-of-range` for a negative price; the errors of reading text. The message names the field.
 * @source The quotient is the definition of the term.
 * @example
 * ```ts
 * import { equivalentMetal } from "headgrade/formula";
 *
 * const { metal } = equivalentMetal({
 *   of: "Au", metals: { Au: { metal: "100 koz", price: "1,800 USD/oz" }, Ag: { metal: "5 Moz", price: "22.50 USD/oz" } },
 * });
 * String(metal) // => "162.5 koz"
 * ```
 * @category Money
 */
export function equivalentMetal({ of, metals }: { readonly of: string; readonly metals: Readonly<Record<string, PricedMetal>> }): EquivalentMetal {
  const main = itemNamed(of, "of", metals);
  const given = metalsOf(metals);
  const withPayable = given.filter(([, { payable }]) => payable !== undefined).length;
  if (withPayable !== 0 && withPayable !== given.length) {
    throw refused("wrong-kind", "payable", "given for some metals only", "give it for all of them or for none, since a metal without one would count as paid in full");
  }
  const prices = given.map(([name, { price }]) => ({ name: `metals.${name}.price`, price: amountArgument(`metals.${name}.price`, "price", price) }));
  oneCurrency(prices);
  const worth = (name: string, { price, payable }: PricedMetal, read: typeof amountArgument): Ratio => {
    const paid = payable === undefined ? Ratio.one : read(`metals.${name}.payable`, "fraction", payable, "payability").inBase;
    return read(`metals.${name}.price`, "price", price).inBase.times(paid);
  };
  const unitWorth = worth(of, main, divisorArgument);
  const unit = argument(`metals.${of}.metal`, "mass", main.metal).measure;
  return summed(of, unit, mapped(given, (terms, name) => {
    return argument(`metals.${name}.metal`, "mass", terms.metal).inBase.times(worth(name, terms, amountArgument)).dividedBy(unitWorth);
  }));
}

/**
 * Equivalent metal by ratios that a report printed: `eq = sum(metal / ratio)`.
 *
 * @param terms - `of`, the main metal; `metals`, amounts by name; `ratios`, for each other metal: `"80:1"`, or `{ amount: "500 lb", worth: "1 oz" }`.
 * @returns The equivalent metal and each contribution, exact, in the unit of the main metal, or of the first metal where the main one is not there.
 * @throws `HeadgradeError` `unknown-item` for a metal without a ratio, and for a ratio without a metal; `malformed-number` for a ratio that cannot
 * be read; `division-by-zero` for one of zero; `wrong-kind`; the errors of reading text. The message names the field.
 * @source The quotient is the definition of the term.
 * @example
 * ```ts
 * import { equivalentMetalByRatio } from "headgrade/formula";
 *
 * const { metal } = equivalentMetalByRatio({
 *   of: "Au", metals: { Au: "52,067 oz", Ag: "1,200,000 oz" }, ratios: { Ag: "80:1" },
 * });
 * String(metal) // => "67,067 oz"
 * ```
 * @category Money
 */
export function equivalentMetalByRatio({ of, metals, ratios }: {
  readonly of: string; readonly metals: Readonly<Record<string, QuantityInput<"mass">>>; readonly ratios: Readonly<Record<string, MetalRatio>>;
}): EquivalentMetal {
  const given = metalsOf(metals);
  for (const name of Object.keys(ratios)) itemNamed(name, "ratios", metals);
  const amounts = mapped(given, (metal, name) => argument(`metals.${name}`, "mass", metal));
  const unit = ((Object.hasOwn(amounts, of) ? amounts[of] : Object.values(amounts)[0]) as Quantity<"mass">).measure;
  return summed(of, unit, mapped(Object.entries(amounts), ({ inBase }, name) => (name === of ? inBase : inBase.dividedBy(ratioOf(name, itemNamed(name, "metal", ratios))))));
}

function ratioOf(name: string, ratio: MetalRatio): Ratio {
  const field = `ratios.${name}`;
  if (typeof ratio !== "string") {
    return divisorArgument(`${field}.amount`, "mass", ratio.amount).inBase.dividedBy(divisorArgument(`${field}.worth`, "mass", ratio.worth).inBase);
  }
  const [amount = "", worth = "1", ...more] = ratio.replaceAll(",", "").split(":").map((part) => part.trim());
  if (more.length > 0 || amount === "" || worth === "") throw malformed(field, ratio);
  const [over, under] = [Ratio.of(amount), Ratio.of(worth)];
  if (over.sign <= 0 || under.sign <= 0) throw refused("division-by-zero", field, JSON.stringify(ratio), "both sides of it must be more than nothing");
  return over.dividedBy(under);
}

function malformed(field: string, ratio: string): HeadgradeError {
  return refused("malformed-number", field, JSON.stringify(ratio), 'expected a ratio such as "80:1", this metal before the main one');
}

function summed(of: string, unit: Unit, inBase: Readonly<Record<string, Ratio>>): EquivalentMetal {
  const contributions = mapped(Object.entries(inBase), (value) => new Quantity<"mass">(unit, value.dividedBy(unit.factor), undefined, undefined));
  return Object.freeze({ of, metal: Object.values(contributions).reduce((sum, contribution) => sum.plus(contribution)), contributions });
}

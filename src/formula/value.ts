/** What the metal in a tonne of ore is worth, and the way back from money per tonne to money per metal. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { GRADE_UNITS, type GradeRow, type GradeUnit, type MassUnit } from "../quantity/unit.ts";
import { argument, divisorArgument } from "./argument.ts";
import { amountArgument, mapped, metalsOf, oneCurrency, pricePer, unknownChoice } from "./price.ts";

/**
 * A metal in the rock, and its price.
 *
 * @category Money
 */
export interface PricedGrade {
  readonly grade: QuantityInput<"grade">;
  readonly price: QuantityInput<"price">;
}

/**
 * A metal in the ore, as much of it as is recovered.
 *
 * @category Money
 */
export interface PricedRecovery extends PricedGrade {
  readonly recovery: QuantityInput<"fraction", "recovery">;
}

/**
 * A metal in the ore, as much of it as is recovered and paid for.
 *
 * @category Money
 */
export interface PricedPayable extends PricedRecovery {
  readonly payable: QuantityInput<"fraction", "payability">;
}

/**
 * Metals by name, and of which metal the value is: all that lies in the rock (`"in-situ"`), what is recovered, or what is paid for.
 *
 * @category Money
 */
export type ValuedOre =
  | { readonly value: "in-situ"; readonly metals: Readonly<Record<string, PricedGrade>> }
  | { readonly value: "recovered"; readonly metals: Readonly<Record<string, PricedRecovery>> }
  | { readonly value: "payable"; readonly metals: Readonly<Record<string, PricedPayable>> };

/**
 * Value of a tonne, and of each metal in it.
 *
 * @category Money
 */
export interface TonneValue {
  readonly total: Quantity<"price">;
  readonly metals: Readonly<Record<string, Quantity<"price">>>;
}

/**
 * Value of the metal in a tonne of ore: `value = sum(grade x price)`, `x recovery` and `x payable` as asked for by name.
 *
 * It is a value before any charge; {@link netSmelterReturn} takes off what the smelter charges. For iron ore with a price per dmtu it is the price per dry
 * tonne. It rises with every argument.
 *
 * @param ore - `value`, of which metal: `"in-situ"`, `"recovered"` or `"payable"`; and `metals` by name, each with `grade` and `price`, and with `recovery`
 * and `payable` where they are asked for. There is no silent 100 %.
 * @returns The value per tonne and that of each metal, exact, per tonne, or per short or long ton where the first grade is per one. The metals add up to the
 * total exactly.
 * @throws `HeadgradeError` `unknown-option` for a value that is none; `wrong-kind` for a missing recovery or payability; `currency-mismatch`;
 * `out-of-range` for negative terms; `role-mismatch`; the errors of reading text. The message names the field.
 * @source The product is the definition of the term; a dry metric tonne unit is one per cent of a dry tonne, 10 kg.
 * @example
 * ```ts
 * import { valuePerTonne } from "headgrade/formula";
 *
 * const iron = valuePerTonne({ value: "in-situ", metals: { Fe: { grade: "64 %", price: "80.43 USc/dmtu" } } });
 * iron.total.format({ places: 2 }) // => "51.48 USD/t"
 * const gold = valuePerTonne({ value: "recovered", metals: { Au: { grade: "1.20 g/t", price: "1,500 USD/oz", recovery: "90 %" } } });
 * gold.total.format({ places: 2 }) // => "52.08 USD/t"
 * ```
 * @category Money
 */
export function valuePerTonne(ore: ValuedOre): TonneValue {
  const { value } = ore;
  if (!(["in-situ", "recovered", "payable"] as readonly unknown[]).includes(value)) throw unknownChoice("value", value, ["in-situ", "recovered", "payable"]);
  const given: Readonly<Record<string, PricedGrade & Partial<PricedPayable>>> = ore.metals;
  const read = metalsOf(given).map(([name, { grade, price, recovery, payable }]) => {
    const field = `metals.${name}`;
    const assay = amountArgument(`${field}.grade`, "grade", grade);
    const paid = amountArgument(`${field}.price`, "price", price);
    // A missing one is refused with the field's name.
    const recovered = value === "in-situ" ? Ratio.one : amountArgument(`${field}.recovery`, "fraction", recovery as PricedRecovery["recovery"], "recovery").inBase;
    const share = value === "payable" ? amountArgument(`${field}.payable`, "fraction", payable as PricedPayable["payable"], "payability").inBase : Ratio.one;
    return { name, grade: assay, price: paid, inBase: Ratio.product(assay.inBase, paid.inBase, recovered, share) };
  });
  const currency = oneCurrency(read.map(({ name, price }) => ({ name: `metals.${name}.price`, price })));
  const ton = tonOf(read.map(({ grade }) => grade.unit));
  const metals = mapped(read.map((metal) => [metal.name, metal]), ({ inBase }) => pricePer(ton, currency, inBase));
  return Object.freeze({ total: Object.values(metals).reduce((sum, metal) => sum.plus(metal)), metals });
}

/**
 * Charge or value per tonne told per metal: `charge / grade`, as a treatment charge in cents per pound of copper.
 *
 * @param terms - the `charge` per tonne, the `grade` of the metal that it is spread over (the payable grade for "per payable pound"), and the mass that the
 * result is `per`.
 * @returns The charge per metal, exact.
 * @throws `HeadgradeError` `division-by-zero` for a grade of zero; `unknown-unit`; `wrong-kind`; the errors of reading text. The message names
 * the field.
 * @source The quotient is the definition of the term.
 * @example
 * ```ts
 * import { chargePerMetal } from "headgrade/formula";
 *
 * const smelting = chargePerMetal({ charge: "102 USD/st", grade: "28.8 %", per: "lb" });
 * smelting.format({ places: 3 }) // => "0.177 USD/lb"
 * ```
 * @category Money
 */
export function chargePerMetal({ charge, grade, per }: {
  readonly charge: QuantityInput<"price">; readonly grade: QuantityInput<"grade">; readonly per: MassUnit;
}): Quantity<"price"> {
  const given = argument("charge", "price", charge);
  return pricePer(per, given.measure.currency ?? "", given.inBase.dividedBy(divisorArgument("grade", "grade", grade).inBase));
}

/** The ton that the first grade per a ton of another sort is per; a tonne otherwise. */
function tonOf([first]: readonly GradeUnit[]): "t" | "st" | "lt" {
  const row: GradeRow | undefined = first === undefined ? undefined : GRADE_UNITS[first];
  return row?.per === "st" || row?.per === "lt" ? row.per : "t";
}

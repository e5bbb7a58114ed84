/** Break-even cut-off grades: the grade at which a tonne of ore earns what it costs. Which costs is the whole question, so the kind is always named. */
import { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, refused } from "./argument.ts";
import { amountArgument, dryCharge, oneCurrency, unknownChoice, type NamedPrice } from "./price.ts";

/**
 * What a break-even cut-off grade rests on.
 *
 * @category Money
 */
export interface CutOffTerms {
  /**
   * `"mine"`: the ore must pay for its mining too (break-even or mine cut-off). `"mill"`: it is mined already and must pay for what follows (mill,
   * internal or marginal cut-off), so `costs.mining` is not counted.
   */
  readonly kind: "mine" | "mill";
  /** Costs per tonne of ore by name. `mining` is the one that the kind decides about, and is needed for `"mine"`. */
  readonly costs: Readonly<Record<string, QuantityInput<"price">>>;
  readonly price: QuantityInput<"price">;
  readonly recovery: QuantityInput<"fraction", "recovery">;
  /** The share of the recovered metal that is paid for; there is no silent 100 %: say `"100 %"`. */
  readonly payable: QuantityInput<"fraction", "payability">;
  /** Refining, freight and the like per unit of metal, on payable or on recovered metal. */
  readonly selling?: { readonly cost: QuantityInput<"price">; readonly on: "payable-metal" | "recovered-metal" };
  /** Treatment, freight and the like per dry tonne of concentrate of this grade. */
  readonly concentrate?: { readonly grade: QuantityInput<"grade">; readonly charges: QuantityInput<"price"> };
  /** A rate of the value of the payable metal, or of what is left of it after selling costs and concentrate charges. */
  readonly royalty?: { readonly rate: QuantityInput<"fraction">; readonly base: "payable-value" | "net-smelter-return" };
  /** Barren waste that comes along, over ore or over ore and waste: the cut-off is then that of the ore in place, before it is diluted. */
  readonly dilution?: { readonly share: QuantityInput<"fraction">; readonly on: "ore" | "ore-plus-waste" };
}

/**
 * Break-even cut-off grade: `cut-off = costs per tonne of ore / (recovery x net value per recovered metal)`, where
 * `net value = price x payable - selling - concentrate charges / concentrate grade - royalty`.
 *
 * With a dilution it is the grade in place: `cut-off x (1 + dilution)` where that is waste over ore, `cut-off / (1 - dilution)` where it is waste over ore and
 * waste. It runs one way with each argument while the others are fixed: a quotient of two linear expressions.
 *
 * @param terms - the `kind`, `"mine"` or `"mill"`, which has no default; the `costs` by name; `price`, `recovery` and `payable`; and, where there are any,
 * `selling` costs, `concentrate` charges, a `royalty` on a named base and a `dilution` by a named convention: {@link CutOffTerms}.
 * @returns The grade, exact: in g/t for a price per ounce, gram or kilogram; in oz/st for one per ounce with costs per short ton; else in %.
 * @throws `HeadgradeError` `unknown-option` for a kind, an `on` or a base that is none; `wrong-kind` for a mine cut-off without `costs.mining`,
 * and for no other cost; `out-of-range` where a unit of metal brings nothing after its charges, so that no grade breaks even, and for negative terms;
 * `currency-mismatch`, `basis-mismatch`, `role-mismatch`; the errors of reading text. The message names the field.
 * @source Lane, The Economic Definition of Ore (1988), on break-even grades; Rendu, An Introduction to Cut-off Grade Estimation (SME), on mine and mill
 * cut-offs.
 * @example
 * ```ts
 * import { breakEvenCutOff } from "headgrade/formula";
 *
 * const terms = {
 *   costs: { mining: "50 USD/t", processing: "20 USD/t", generalAndAdministrative: "15 USD/t" },
 *   price: "1,500 USD/oz", recovery: "90 %", payable: "99 %", selling: { cost: "5 USD/oz", on: "payable-metal" },
 * } as const;
 * breakEvenCutOff({ kind: "mine", ...terms }).format({ places: 2 }) // => "1.98 g/t"
 * breakEvenCutOff({ kind: "mill", ...terms }).format({ places: 2 }) // => "0.82 g/t"
 * ```
 * @category Money
 */
export function breakEvenCutOff({ kind, costs, price, recovery, payable, selling, concentrate, royalty, dilution }: CutOffTerms): Quantity<"grade"> {
  if ((kind as unknown) !== "mine" && (kind as unknown) !== "mill") throw unknownChoice("kind", kind, ["mine", "mill"]);
  const counted = costsOf(kind, costs);
  const given = amountArgument("price", "price", price);
  const seen: NamedPrice[] = [...counted, { name: "price", price: given }];
  const paid = amountArgument("payable", "fraction", payable, "payability").inBase;
  const value = given.inBase.times(paid);
  const charges = sellingOf(selling, paid, seen).plus(chargesOf(concentrate, seen));
  const rate = royalty === undefined ? Ratio.zero : amountArgument("royalty.rate", "fraction", royalty.rate).inBase;
  const due = royalty === undefined ? Ratio.zero : rate.times(royaltyBase(royalty.base, value, charges));
  const net = value.minus(charges).minus(due);
  const perOre = amountArgument("recovery", "fraction", recovery, "recovery").inBase.times(net);
  oneCurrency(seen);
  if (perOre.sign <= 0) {
    throw new HeadgradeError(
      "out-of-range", "No grade breaks even: after recovery, selling costs, charges and royalty a unit of metal in the ore brings nothing.", { price: given.toString() },
    );
  }
  const cost = counted.reduce((sum, { price: { inBase } }) => sum.plus(inBase), Ratio.zero);
  const unit = unitOf("grade", gradeTold(given, counted[0]?.price));
  return new Quantity<"grade">(unit, cost.dividedBy(perOre).times(inPlace(dilution)).dividedBy(unit.factor), undefined, undefined);
}

// How much richer ore has to be in place than in the mill.
function inPlace(dilution: CutOffTerms["dilution"]): Ratio {
  if (dilution === undefined) return Ratio.one;
  const given = amountArgument("dilution.share", "fraction", dilution.share);
  switch (dilution.on) {
    case "ore": return Ratio.one.plus(given.inBase);
    case "ore-plus-waste": {
      const ore = Ratio.one.minus(given.inBase);
      if (ore.sign > 0) return ore.reciprocal();
      throw refused("out-of-range", "dilution.share", given.toString(), "of ore and waste together, waste is less than all");
    }
    default: throw unknownChoice("dilution.on", dilution.on, ["ore", "ore-plus-waste"]);
  }
}

function costsOf(kind: "mine" | "mill", costs: CutOffTerms["costs"]): readonly NamedPrice[] {
  const given: unknown = costs;
  if (typeof given !== "object" || given === null) throw refused("wrong-kind", "costs", "missing", "give the costs per tonne of ore by name");
  if (kind === "mine" && !Object.hasOwn(costs, "mining")) {
    throw refused("wrong-kind", "costs.mining", "missing", 'a mine cut-off pays for mining; give its cost, or ask for kind "mill"');
  }
  const counted = Object.entries(costs).filter(([name]) => kind === "mine" || name !== "mining");
  if (counted.length === 0) throw refused("wrong-kind", "costs", "without a cost that counts", "a mill cut-off needs the cost of processing at least");
  return counted.map(([name, cost]) => ({ name: `costs.${name}`, price: dryCharge(`costs.${name}`, cost) }));
}

// Both per unit of recovered metal.
function sellingOf(selling: CutOffTerms["selling"], paid: Ratio, seen: NamedPrice[]): Ratio {
  if (selling === undefined) return Ratio.zero;
  const cost = argument("selling.cost", "price", selling.cost);
  seen.push({ name: "selling.cost", price: cost });
  switch (selling.on) {
    case "payable-metal": return cost.inBase.times(paid);
    case "recovered-metal": return cost.inBase;
    default: throw unknownChoice("selling.on", selling.on, ["payable-metal", "recovered-metal"]);
  }
}

function chargesOf(concentrate: CutOffTerms["concentrate"], seen: NamedPrice[]): Ratio {
  if (concentrate === undefined) return Ratio.zero;
  const charges = dryCharge("concentrate.charges", concentrate.charges);
  seen.push({ name: "concentrate.charges", price: charges });
  const grade = amountArgument("concentrate.grade", "grade", concentrate.grade);
  if (grade.exact.isZero) throw refused("division-by-zero", "concentrate.grade", grade.toString(), "the formula divides by it");
  return charges.inBase.dividedBy(grade.inBase);
}

function royaltyBase(base: "payable-value" | "net-smelter-return", value: Ratio, charges: Ratio): Ratio {
  switch (base) {
    case "payable-value": return value;
    case "net-smelter-return": return value.minus(charges);
    default: throw unknownChoice("royalty.base", base, ["payable-value", "net-smelter-return"]);
  }
}

function gradeTold(price: Quantity<"price">, cost: Quantity<"price"> | undefined): string {
  const [, metal = ""] = price.unit.split("/");
  const [, ore = ""] = cost?.unit.split("/") ?? [];
  if (metal === "oz" && (ore === "st" || ore === "dst")) return "oz/st";
  return ["oz", "koz", "Moz", "g", "kg", "dwt"].includes(metal) ? "g/t" : "%";
}

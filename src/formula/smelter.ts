/**
 * Net smelter return: what is left of the value of a concentrate once the smelter, the refiner and the carrier have been paid. One statement holds every line
 * of it, per dry tonne of concentrate and, where the mass pull is known, per tonne of ore.
 */
import { Ratio } from "../number/ratio.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument } from "./argument.ts";
import { payableOf } from "./payable.ts";
import { penaltyOf } from "./penalty.ts";
import { amountArgument, dryCharge, mapped, metalsOf, oneCurrency, pricePer, unknownChoice, type NamedPrice } from "./price.ts";
import { arrivingShare, assaysOf, freightPerDry, type Assayed, type RoyaltyBase, type SmelterContract } from "./smelter-terms.ts";

/**
 * What one metal brings, per dry tonne of concentrate shipped.
 *
 * @category Money
 */
export interface MetalReturn {
  /** In the dry concentrate. */
  readonly grade: Quantity<"grade">;
  readonly payableGrade: Quantity<"grade">;
  readonly containedValue: Quantity<"price">;
  readonly payableValue: Quantity<"price">;
  readonly refining: Quantity<"price">;
}

/**
 * A net smelter return with all its lines. Everything is per dry tonne of concentrate shipped, except what stands under `ore`. Charges are told as what they
 * cost; `payableValue - treatment - refining - penalties - freight - charges = netSmelterReturn` holds exactly.
 *
 * @category Money
 */
export interface SmelterReturn {
  readonly metals: Readonly<Record<string, MetalReturn>>;
  readonly containedValue: Quantity<"price">;
  readonly payableValue: Quantity<"price">;
  readonly treatment: Quantity<"price">;
  readonly refining: Quantity<"price">;
  readonly penalties: Readonly<Record<string, Quantity<"price">>>;
  readonly freight: Quantity<"price">;
  readonly charges: Readonly<Record<string, Quantity<"price">>>;
  readonly netSmelterReturn: Quantity<"price">;
  readonly royalty: Quantity<"price">;
  readonly afterRoyalty: Quantity<"price">;
  /** Where the mass pull is known: dry concentrate over dry ore, and the return per tonne of ore. */
  readonly ore?: {
    readonly massPull: Quantity<"fraction", "massPull">;
    readonly netSmelterReturn: Quantity<"price">;
    readonly royalty: Quantity<"price">;
    readonly afterRoyalty: Quantity<"price">;
  };
}

/**
 * Net smelter return of a concentrate, with every line of it:
 * `NSR = sum(payable grade x price) - treatment - sum(refining) - penalties - freight - other charges`, and `per tonne of ore = NSR x mass pull`.
 *
 * Of each tonne shipped a transit loss leaves `1 - loss` to be paid for, treated, refined and penalised; freight and other charges are on what was shipped. A
 * freight per wet tonne costs `freight / (1 - moisture)` per dry one. Charges that move with prices come from {@link escalatedCharge}.
 *
 * The return runs one way with each price, charge, share, moisture and loss. With a grade it does so where the refining is on payable metal and costs less
 * than the price; it need not with the concentrate grade that settles the mass pull, and it jumps by a `"scale"` and by penalties of whole steps.
 *
 * @param contract - the metals with their prices and {@link PayableTerms | payable terms}, and the charges: {@link SmelterContract}.
 * @returns All lines, exact, in money per dmt of concentrate; under `ore`, in money per tonne of ore, where the mass pull is given or follows.
 * @throws `HeadgradeError` `currency-mismatch`; `basis-mismatch` for a treatment charge on wet tonnes and for a freight on tonnes that are neither;
 * `wrong-kind` for a metal without a grade, for a feed without a mass pull, for two statements of the mass pull, and for a wet freight without a moisture;
 * `unknown-option` for a form, a `by`, a `refiningOn` or a royalty base that is none; `out-of-range`, `division-by-zero`, `role-mismatch`; the errors of
 * reading text. The message names the field.
 * @source Goldie and Tredger, Net Smelter Return Models and Their Use in the Exploration, Evaluation and Exploitation of Polymetallic Deposits, Geoscience
 * Canada 18 (4), 1991; Wills' Mineral Processing Technology, on smelter contracts.
 * @example
 * ```ts
 * import { netSmelterReturn, smelterStatement } from "headgrade/formula";
 *
 * const nsr = netSmelterReturn({
 *   metals: {
 *     Cu: {
 *       grade: "25 %", feed: { grade: "1 %", recovery: "87 %" }, price: "3.50 USD/lb",
 *       terms: { form: "lesser", share: "96.5 %", deduction: "1 unit" }, refiningCharge: "0.09 USD/lb",
 *     },
 *   },
 *   treatmentCharge: "90 USD/dmt", freight: "60 USD/wmt", moisture: "8 %",
 *   penalties: { As: { grade: "0.3 %", above: "0.2 %", step: "0.1 %", charge: "3 USD/dmt", by: "pro-rata" } },
 * });
 * nsr.ore?.netSmelterReturn.format({ places: 2 }) // => "57.28 USD/t"
 * smelterStatement(nsr)
 * // =>
 * // payable Cu            1,851.89
 * // treatment               -90.00
 * // refining of Cu          -47.62
 * // penalty As               -3.00
 * // freight                 -65.22
 * // net smelter return    1,646.05 USD/dmt
 * // per tonne of ore         57.28 USD/t
 * ```
 * @category Money
 */
export function netSmelterReturn(contract: SmelterContract): SmelterReturn {
  const { treatmentCharge, penalties = {}, freight, moisture, transitLoss, charges = {}, royalty } = contract;
  const { metals, massPull } = assaysOf(metalsOf(contract.metals), contract.massPull);
  const seen: NamedPrice[] = [];
  const see = (name: string, price: Quantity<"price">): Ratio => {
    seen.push({ name, price });
    return price.inBase;
  };
  const arriving = arrivingShare(transitLoss);
  const paid = metals.map((metal) => [metal.name, metalReturn(metal, arriving, see)] as const);
  const treatment = treatmentCharge === undefined ? Ratio.zero : see("treatmentCharge", dryCharge("treatmentCharge", treatmentCharge)).times(arriving);
  const penalised = Object.entries(penalties).map(([name, clause]) => [
    name, see(`penalties.${name}.charge`, penaltyOf(clause, `penalties.${name}.`)).times(arriving),
  ] as const);
  const carried = freight === undefined ? Ratio.zero : freightPerDry(freight, moisture, seen);
  const others = Object.entries(charges).map(([name, charge]) => [name, see(`charges.${name}`, dryCharge(`charges.${name}`, charge))] as const);
  const currency = oneCurrency(seen);
  const total = (values: readonly Ratio[]): Ratio => values.reduce((sum, value) => sum.plus(value), Ratio.zero);
  const containedValue = total(paid.map(([, { contained }]) => contained));
  const payableValue = total(paid.map(([, { payable }]) => payable));
  const refining = total(paid.map(([, metal]) => metal.refining));
  const costs = total([treatment, refining, carried, ...penalised.map(([, value]) => value), ...others.map(([, value]) => value)]);
  const left = payableValue.minus(costs);
  const due = royalty === undefined ? Ratio.zero
    : argument("royalty.rate", "fraction", royalty.rate).inBase.times(royaltyBase(royalty.base, { left, payableValue, containedValue }));
  const perConcentrate = (value: Ratio): Quantity<"price"> => pricePer("dmt", currency, value);
  return Object.freeze({
    metals: mapped(paid, ({ grade, payableGrade, contained, payable, refining: refined }): MetalReturn => Object.freeze({
      grade, payableGrade, containedValue: perConcentrate(contained), payableValue: perConcentrate(payable), refining: perConcentrate(refined),
    })),
    containedValue: perConcentrate(containedValue), payableValue: perConcentrate(payableValue),
    treatment: perConcentrate(treatment), refining: perConcentrate(refining), penalties: mapped(penalised, perConcentrate),
    freight: perConcentrate(carried), charges: mapped(others, perConcentrate),
    netSmelterReturn: perConcentrate(left), royalty: perConcentrate(due), afterRoyalty: perConcentrate(left.minus(due)),
    ...(massPull === undefined ? {} : { ore: perOre(massPull, left, due, currency) }),
  });
}

interface Paid {
  readonly grade: Quantity<"grade">;
  readonly payableGrade: Quantity<"grade">;
  readonly contained: Ratio;
  readonly payable: Ratio;
  readonly refining: Ratio;
}

function metalReturn({ name, sold, grade, unitOf: { measure } }: Assayed, arriving: Ratio, see: (name: string, price: Quantity<"price">) => Ratio): Paid {
  const field = `metals.${name}`;
  const payable = payableOf(grade, sold.terms, `${field}.terms`);
  const price = see(`${field}.price`, amountArgument(`${field}.price`, "price", sold.price));
  const refiningCharge = sold.refiningCharge === undefined ? Ratio.zero
    : see(`${field}.refiningCharge`, argument(`${field}.refiningCharge`, "price", sold.refiningCharge));
  const refined = refinedGrade(sold.refiningOn ?? "payable-metal", { payable, contained: grade }, `${field}.refiningOn`);
  const told = (value: Ratio): Quantity<"grade"> => new Quantity<"grade">(measure, value.dividedBy(measure.factor), undefined, undefined);
  return {
    grade: told(grade), payableGrade: told(payable),
    contained: grade.times(price), payable: payable.times(price).times(arriving), refining: refined.times(refiningCharge).times(arriving),
  };
}

function refinedGrade(on: "payable-metal" | "contained-metal", { payable, contained }: { readonly payable: Ratio; readonly contained: Ratio }, name: string): Ratio {
  switch (on) {
    case "payable-metal": return payable;
    case "contained-metal": return contained;
    default: throw unknownChoice(name, on, ["payable-metal", "contained-metal"]);
  }
}

function royaltyBase(base: RoyaltyBase, values: { readonly left: Ratio; readonly payableValue: Ratio; readonly containedValue: Ratio }): Ratio {
  switch (base) {
    case "net-smelter-return": return values.left;
    case "payable-value": return values.payableValue;
    case "contained-value": return values.containedValue;
    default: throw unknownChoice("royalty.base", base, ["net-smelter-return", "payable-value", "contained-value"]);
  }
}

function perOre(massPull: Ratio, left: Ratio, due: Ratio, currency: string): NonNullable<SmelterReturn["ore"]> {
  const told = (value: Ratio): Quantity<"price"> => pricePer("t", currency, value.times(massPull));
  return Object.freeze({
    massPull: new Quantity<"fraction", "massPull">(unitOf("fraction", "%"), massPull.times(100), undefined, "massPull"),
    netSmelterReturn: told(left), royalty: told(due), afterRoyalty: told(left.minus(due)),
  });
}

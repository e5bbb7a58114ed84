/** What goes into a net smelter return: the metals sold and the contract's charges, read into exact money per gram of dry concentrate shipped. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, divisorArgument, refused } from "./argument.ts";
import type { PayableTerms } from "./payable.ts";
import type { PenaltyTerms } from "./penalty.ts";
import { amountArgument, type NamedPrice } from "./price.ts";
import { dryPrice } from "./tonne-price.ts";

/**
 * A metal in the mill feed: its head grade, and the share of it that reaches the concentrate.
 *
 * @category Money
 */
export interface MilledMetal {
  readonly grade: QuantityInput<"grade">;
  readonly recovery: QuantityInput<"fraction", "recovery">;
}

/**
 * A metal that the smelter pays for. Its `grade` in the dry concentrate is given, or follows from its `feed` and the mass pull.
 *
 * @category Money
 */
export interface SoldMetal {
  readonly price: QuantityInput<"price">;
  readonly terms: PayableTerms;
  /** In the dry concentrate. */
  readonly grade?: QuantityInput<"grade">;
  readonly feed?: MilledMetal;
  /** Per unit of payable metal, unless `refiningOn` says otherwise. */
  readonly refiningCharge?: QuantityInput<"price">;
  /** `"contained-metal"` for a contract that charges refining on all the metal delivered. */
  readonly refiningOn?: "payable-metal" | "contained-metal";
}

/**
 * What the rate of a royalty is taken of: the return itself, the value of the payable metal before charges, or that of all metal in the concentrate.
 *
 * @category Money
 */
export type RoyaltyBase = "net-smelter-return" | "payable-value" | "contained-value";

/**
 * A concentrate and the contract it is sold under. Charges are per dry tonne; only freight is told by its unit, per wet tonne (`"wmt"`) or dry (`"dmt"`).
 *
 * @category Money
 */
export interface SmelterContract {
  readonly metals: Readonly<Record<string, SoldMetal>>;
  /** Concentrate over ore, both dry. Leave it out where one metal has both a `grade` and a `feed`, which settle it. */
  readonly massPull?: QuantityInput<"fraction", "massPull">;
  readonly treatmentCharge?: QuantityInput<"price">;
  /** By the name of the impurity, or of the clause where one has several. */
  readonly penalties?: Readonly<Record<string, PenaltyTerms & { readonly grade: QuantityInput<"grade"> }>>;
  readonly freight?: QuantityInput<"price">;
  /** Water over wet mass: needed for a freight per wet tonne. */
  readonly moisture?: QuantityInput<"fraction", "moisture">;
  /** Share of the dry concentrate lost on the way. */
  readonly transitLoss?: QuantityInput<"fraction">;
  /** Anything else per dry tonne shipped, by name: insurance, assaying, marketing. */
  readonly charges?: Readonly<Record<string, QuantityInput<"price">>>;
  readonly royalty?: { readonly rate: QuantityInput<"fraction">; readonly base: RoyaltyBase };
}

/** A metal of the contract with its grade in the concentrate known. @internal */
export interface Assayed {
  readonly name: string;
  readonly sold: SoldMetal;
  readonly grade: Ratio;
  /** The quantity whose unit the grade is told in. */
  readonly unitOf: Quantity<"grade">;
}

/** The grades of the concentrate, and the mass pull where the contract settles it. @internal */
export function assaysOf(metals: readonly (readonly [string, SoldMetal])[], given: SmelterContract["massPull"]): { metals: readonly Assayed[]; massPull: Ratio | undefined } {
  const both = metals.filter(([, { grade, feed }]) => grade !== undefined && feed !== undefined);
  const [leader, second] = both;
  if (second !== undefined) throw overdetermined(second[0], `and ${leader?.[0] ?? ""} has both too`);
  if (leader !== undefined && given !== undefined) throw overdetermined(leader[0], "and massPull is given besides");
  const massPull = given !== undefined ? amountArgument("massPull", "fraction", given, "massPull").inBase : leader === undefined ? undefined : pullBy(...leader);
  return { massPull, metals: metals.map(([name, sold]) => assayed(name, sold, massPull)) };
}

function pullBy(name: string, { grade, feed }: SoldMetal): Ratio {
  const field = `metals.${name}`;
  return milled(field, feed as MilledMetal).metal.dividedBy(divisorArgument(`${field}.grade`, "grade", grade as QuantityInput<"grade">).inBase);
}

function assayed(name: string, sold: SoldMetal, massPull: Ratio | undefined): Assayed {
  const field = `metals.${name}`;
  if (sold.grade !== undefined) {
    const grade = amountArgument(`${field}.grade`, "grade", sold.grade);
    return { name, sold, grade: grade.inBase, unitOf: grade };
  }
  if (sold.feed === undefined) throw refused("wrong-kind", field, "without a grade", "give its grade in the concentrate, or its feed");
  if (massPull === undefined) {
    throw refused("wrong-kind", `${field}.feed`, "given without a mass pull", "give massPull, or one metal both its grade in the concentrate and its feed");
  }
  if (massPull.isZero) throw refused("division-by-zero", "massPull", "0", "there is no concentrate to hold the metal");
  const { metal, unitOf } = milled(field, sold.feed);
  return { name, sold, grade: metal.dividedBy(massPull), unitOf };
}

function milled(field: string, { grade, recovery }: MilledMetal): { metal: Ratio; unitOf: Quantity<"grade"> } {
  const head = amountArgument(`${field}.feed.grade`, "grade", grade);
  return { metal: head.inBase.times(amountArgument(`${field}.feed.recovery`, "fraction", recovery, "recovery").inBase), unitOf: head };
}

function overdetermined(name: string, why: string): Error {
  return refused("wrong-kind", `metals.${name}`, "given by both its grade in the concentrate and its feed", `one metal with both settles the mass pull, ${why}: leave one of them out`);
}

/** Freight per dry tonne: that on wet tonnes carries the water along. @internal */
export function freightPerDry(freight: QuantityInput<"price">, moisture: SmelterContract["moisture"], seen: NamedPrice[]): Ratio {
  const charge = argument("freight", "price", freight);
  seen.push({ name: "freight", price: charge });
  if (charge.basis === "dry") return charge.inBase;
  if (charge.basis !== "wet") throw refused("basis-mismatch", "freight", charge.toString(), 'say whether it is on wet tonnes ("USD/wmt") or on dry ones ("USD/dmt")');
  if (moisture === undefined) throw refused("wrong-kind", "moisture", "missing", "a freight on wet tonnes needs the moisture of the concentrate");
  return dryPrice({ wet: charge, moisture }).inBase;
}

/** The share of the shipped concentrate that arrives. @internal */
export function arrivingShare(transitLoss: QuantityInput<"fraction"> | undefined): Ratio {
  if (transitLoss === undefined) return Ratio.one;
  const loss = amountArgument("transitLoss", "fraction", transitLoss);
  if (loss.inBase.compare(Ratio.one) > 0) throw refused("out-of-range", "transitLoss", loss.toString(), "no more than all can be lost");
  return Ratio.one.minus(loss.inBase);
}

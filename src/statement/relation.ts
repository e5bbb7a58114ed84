/**
 * The ties that the vocabulary knows, as two tables: `amount = ratio x base`, and `total = parts`. Laying a statement out, checking it and telling what was
 * implied are readings of these.
 */
import { ITEMS, type Item, type ScopeKind } from "./vocabulary.ts";

/** What a tie takes for granted. @internal */
export const BASES = {
  calendar: "calendar days",
  stated: "the stated days",
  operating: "operating days",
  recovered: "produced metal is the metal recovered in the period",
  milled: "the grade is that of all ore milled",
  feed: "the grade is that of the feed stated for the metal",
  material: "all material mined is ore or waste",
  payable: "payability is of the metal produced",
  attributable: "the attributable share is of the metal produced",
  sold: "revenue is of the metal sold",
  perTonne: "the unit cost is per tonne of ore milled",
  periods: "the periods make up the whole",
  areas: "the areas make up the operation",
  products: "the products hold all the metal produced",
  categories: "the categories make up the total",
  deposits: "the deposits make up the total",
} as const;

/** `amount = ratio x base`, among the items of one scope and period. @internal */
export interface Relation {
  readonly scope: ScopeKind;
  readonly amount: Item;
  readonly ratio: Item;
  readonly base: Item;
  /** Whether the base stands under the area itself, and not under the product. */
  readonly ofArea?: true;
  /** As the name of the tie tells it. */
  readonly formula: string;
  readonly basis: string;
  /** Which figure a check looks at when both are printed: the amount, unless said otherwise. */
  readonly focus?: "ratio";
  /** Whether it is laid as soon as both amounts are spoken of, so that the ratio is implied; else only where the ratio was printed. */
  readonly implies?: true;
  /** Over periods and areas the ratio of the whole is a mean weighted by the base; how a check tells so. */
  readonly mean?: string;
}

/** `total = part + part + ...`, among the items of one scope and period. @internal */
export interface Composition {
  readonly scope: ScopeKind;
  readonly total: Item;
  readonly parts: readonly Item[];
  /** A part that is left out where nobody speaks of it. */
  readonly optional?: Item;
  readonly basis: string;
}

const METAL = { scope: "area", basis: BASES.milled, implies: true, mean: "by tonnes" } as const;

/** Every relation with a ratio, those first on which others build. @internal */
export const RELATIONS: readonly Relation[] = [
  { scope: "area", amount: "ore", ratio: "throughput", base: "days", formula: "throughput", basis: BASES.calendar, focus: "ratio", mean: "by days" },
  { scope: "area", amount: "mined", ratio: "miningRate", base: "days", formula: "mining rate", basis: BASES.calendar, focus: "ratio", mean: "by days" },
  { scope: "area", amount: "solution", ratio: "flow", base: "days", formula: "flow", basis: BASES.calendar, focus: "ratio", mean: "by days" },
  { scope: "area", amount: "water", ratio: "moisture", base: "wetOre", formula: "wet ore x moisture", basis: "moisture is of the wet tonnes" },
  { scope: "area", amount: "cost", ratio: "unitCost", base: "ore", formula: "ore x unit cost", basis: BASES.perTonne, focus: "ratio" },
  { ...METAL, amount: "contained", ratio: "grade", base: "ore", formula: "ore x grade" },
  { ...METAL, amount: "minedContained", ratio: "minedGrade", base: "oreMined", formula: "ore mined x mined grade", basis: "the mined grade is that of the ore mined" },
  { ...METAL, amount: "treatedContained", ratio: "treatedGrade", base: "treated", formula: "ore treated x treated grade", basis: "the treated grade is that of the ore treated" },
  { ...METAL, amount: "placedContained", ratio: "placedGrade", base: "placed", formula: "ore placed x placed grade", basis: "the placed grade is that of the ore placed" },
  { scope: "area", amount: "dissolved", ratio: "concentration", base: "solution", formula: "solution x concentration", basis: "the concentration is that of all the solution", implies: true, mean: "by volume" },
  { scope: "area", amount: "produced", ratio: "recovery", base: "contained", formula: "contained x recovery", basis: BASES.recovered, implies: true, mean: "by metal" },
  { scope: "area", amount: "produced", ratio: "yield", base: "ore", formula: "ore x yield", basis: "the yield is per tonne of all ore milled", mean: "by tonnes" },
  { scope: "area", amount: "payable", ratio: "payability", base: "produced", formula: "produced x payability", basis: BASES.payable, implies: true },
  { scope: "area", amount: "attributable", ratio: "ownership", base: "produced", formula: "produced x ownership", basis: BASES.attributable },
  { scope: "area", amount: "revenue", ratio: "realisedPrice", base: "sold", formula: "sold x realised price", basis: BASES.sold, focus: "ratio" },
  { scope: "product", amount: "mass", ratio: "massPull", base: "ore", ofArea: true, formula: "ore x mass pull", basis: "the mass pull is of all ore milled" },
  { scope: "product", amount: "water", ratio: "moisture", base: "wetMass", formula: "wet mass x moisture", basis: "moisture is of the wet tonnes" },
  { scope: "product", amount: "contained", ratio: "grade", base: "mass", formula: "mass x grade", basis: "the grade is that of the dry product", implies: true, mean: "by tonnes" },
  { scope: "product", amount: "contained", ratio: "recovery", base: "contained", ofArea: true, formula: "contained in the feed x recovery", basis: "the recovery is to this product", mean: "by metal" },
  { scope: "product", amount: "payable", ratio: "payability", base: "contained", formula: "contained x payability", basis: "payability is of the metal in the product", implies: true },
  { scope: "resource", amount: "contained", ratio: "grade", base: "tonnage", formula: "tonnage x grade", basis: "the grade is that of the tonnage printed beside it", implies: true, mean: "by tonnes" },
];

/** What reports mean by a strip ratio. @internal */
export const STRIP_RATIOS: readonly { readonly over: readonly Item[]; readonly under: readonly Item[] }[] = [
  { over: ["waste"], under: ["oreMined", "lowGradeMined"] },
  { over: ["waste"], under: ["oreMined"] },
  { over: ["waste", "lowGradeMined"], under: ["oreMined"] },
  { over: ["mined"], under: ["oreMined"] },
];

/** What a strip ratio is said to divide. @internal */
export function stripRatioWords(over: readonly Item[], under: readonly Item[]): string {
  return `the strip ratio is ${itemNames(over)} over ${itemNames(under)}`;
}

/** A strip ratio by what it divides, in the trade's words: `"waste to ore and low-grade ore"`. @internal */
export function stripRatioName(over: readonly Item[], under: readonly Item[]): string {
  return [over, under].map((items) => items.map((item) => ITEMS[item].words.replace(/ mined$/, "")).join(" and ")).join(" to ");
}

/** Items that are added, as a person reads them. @internal */
export function itemNames(items: readonly Item[]): string {
  return items.map((item) => ITEMS[item].words).join(" + ");
}

/** Every sum among the items of one scope. @internal */
export const COMPOSITIONS: readonly Composition[] = [
  { scope: "area", total: "mined", parts: ["oreMined", "lowGradeMined", "waste"], optional: "lowGradeMined", basis: BASES.material },
  { scope: "area", total: "wetOre", parts: ["ore", "water"], basis: "wet tonnes are dry tonnes and water" },
  { scope: "product", total: "wetMass", parts: ["mass", "water"], basis: "wet tonnes are dry tonnes and water" },
];

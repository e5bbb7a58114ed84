/** The items that a production statement speaks of, by the trade's names: what each is, which kind of quantity, and whether it adds. */
import type { Kind, Role } from "../quantity/kind.ts";

/** Items of the material as a whole: ore, waste, solution, days and cost. @category Reconciliation */
export type OreItem =
  | "ore" | "wetOre" | "moisture" | "water" | "throughput" | "days" | "availability" | "treated" | "placed"
  | "mined" | "oreMined" | "lowGradeMined" | "waste" | "stripRatio" | "miningRate"
  | "flow" | "solution" | "cost" | "unitCost";

/** Items of one metal. @category Reconciliation */
export type MetalItem =
  | "grade" | "feed" | "contained" | "recovery" | "recovered" | "produced" | "yield"
  | "minedGrade" | "minedContained" | "treatedGrade" | "treatedContained" | "placedGrade" | "placedContained"
  | "concentration" | "dissolved" | "payable" | "payability" | "shipped" | "sold" | "attributable" | "ownership"
  | "revenue" | "realisedPrice" | "cashCost" | "unitCashCost";

/** Items of a product, such as a concentrate, as a whole. @category Reconciliation */
export type ProductItem = "mass" | "wetMass" | "moisture" | "water" | "massPull" | "shippedMass" | "soldMass";

/** Items of one metal in a product. @category Reconciliation */
export type ProductMetalItem = "grade" | "contained" | "recovery" | "payable" | "payability" | "shipped" | "sold";

/** Items of a category of a resource or reserve table. @category Reconciliation */
export type ResourceItem = "tonnage";

/** Items of one metal in a category of a resource or reserve table. @category Reconciliation */
export type ResourceMetalItem = "grade" | "contained";

/** Items of a stock: what was there when a period began and when it ended, and what was written up or down. @category Reconciliation */
export type StockItem = "opening" | "closing" | "adjustment";

/** Every item of the vocabulary. @category Reconciliation */
export type Item = OreItem | MetalItem | ProductItem | ResourceItem | StockItem;

/** What figures stand under: an area (a mine, a pit, the operation itself), one of its products, a resource category, or a stock. @internal */
export type ScopeKind = "area" | "product" | "resource" | "stock";

/** What an item is: its kind of quantity, whether it adds, and the unit in which it is told when the report printed none. @category Reconciliation */
export interface ItemRow {
  readonly kind: Kind;
  readonly of: "ore" | "metal";
  /** As a person reads it. */
  readonly words: string;
  /** Whether it is an amount, which adds over periods and areas, and not a ratio. */
  readonly adds: boolean;
  readonly role?: Role;
  /** The unit in which it is told when the report printed none; of a metal, that of a precious one: others are told in t, %, USD/t. */
  readonly unit: string;
  /** Where it stands: under an area unless said otherwise. */
  readonly in?: readonly ("area" | "product" | "resource" | "stock")[];
  /** Whether it can be negative: an adjustment, a cost after by-product credits. */
  readonly signed?: true;
  /** A mass that is told wet. */
  readonly wet?: true;
}

const IN_BOTH = ["area", "product"] as const;
const IN_PRODUCT = ["product"] as const;
const IN_STOCK = ["stock"] as const;

/** The vocabulary: what each item is, by its name in a statement. @category Reconciliation */
export const ITEMS: Readonly<Record<Item, ItemRow>> = {
  ore: { kind: "mass", of: "ore", words: "ore milled", adds: true, unit: "t" },
  throughput: { kind: "throughput", of: "ore", words: "throughput", adds: false, unit: "t/d" },
  days: { kind: "duration", of: "ore", words: "days", adds: false, unit: "d" },
  availability: { kind: "fraction", of: "ore", words: "mill availability", adds: false, unit: "%" },
  wetOre: { kind: "mass", of: "ore", words: "wet ore milled", adds: true, unit: "wmt", wet: true },
  treated: { kind: "mass", of: "ore", words: "ore treated", adds: true, unit: "t" },
  placed: { kind: "mass", of: "ore", words: "ore placed", adds: true, unit: "t" },
  mined: { kind: "mass", of: "ore", words: "total material mined", adds: true, unit: "t" },
  oreMined: { kind: "mass", of: "ore", words: "ore mined", adds: true, unit: "t" },
  lowGradeMined: { kind: "mass", of: "ore", words: "low-grade ore mined", adds: true, unit: "t" },
  waste: { kind: "mass", of: "ore", words: "waste mined", adds: true, unit: "t" },
  stripRatio: { kind: "fraction", of: "ore", words: "strip ratio", adds: false, unit: "1" },
  miningRate: { kind: "throughput", of: "ore", words: "mining rate", adds: false, unit: "t/d" },
  flow: { kind: "volumeFlow", of: "ore", words: "solution flow", adds: false, unit: "m3/d" },
  solution: { kind: "volume", of: "ore", words: "solution processed", adds: true, unit: "m3" },
  cost: { kind: "money", of: "ore", words: "operating cost", adds: true, unit: "USD", signed: true },
  unitCost: { kind: "price", of: "ore", words: "unit cost", adds: false, unit: "USD/t", signed: true },
  mass: { kind: "mass", of: "ore", words: "produced", adds: true, unit: "t", in: IN_PRODUCT },
  wetMass: { kind: "mass", of: "ore", words: "produced, wet", adds: true, unit: "wmt", in: IN_PRODUCT, wet: true },
  moisture: { kind: "fraction", of: "ore", words: "moisture", adds: false, role: "moisture", unit: "%", in: IN_BOTH },
  water: { kind: "mass", of: "ore", words: "water", adds: true, unit: "t", in: IN_BOTH },
  massPull: { kind: "fraction", of: "ore", words: "mass pull", adds: false, role: "massPull", unit: "%", in: IN_PRODUCT },
  shippedMass: { kind: "mass", of: "ore", words: "shipped", adds: true, unit: "t", in: IN_PRODUCT },
  soldMass: { kind: "mass", of: "ore", words: "sold", adds: true, unit: "t", in: IN_PRODUCT },
  tonnage: { kind: "mass", of: "ore", words: "tonnage", adds: true, unit: "t", in: ["resource"] },
  feed: { kind: "mass", of: "metal", words: "feed", adds: true, unit: "t" },
  grade: { kind: "grade", of: "metal", words: "head grade", adds: false, unit: "g/t", in: ["area", "product", "resource"] },
  contained: { kind: "mass", of: "metal", words: "contained", adds: true, unit: "oz", in: ["area", "product", "resource"] },
  recovery: { kind: "fraction", of: "metal", words: "recovery", adds: false, role: "recovery", unit: "%", in: IN_BOTH },
  recovered: { kind: "mass", of: "metal", words: "recovered", adds: true, unit: "oz" },
  produced: { kind: "mass", of: "metal", words: "produced", adds: true, unit: "oz" },
  yield: { kind: "grade", of: "metal", words: "yield", adds: false, unit: "g/t" },
  minedGrade: { kind: "grade", of: "metal", words: "mined grade", adds: false, unit: "g/t" },
  minedContained: { kind: "mass", of: "metal", words: "contained in ore mined", adds: true, unit: "oz" },
  treatedGrade: { kind: "grade", of: "metal", words: "treated grade", adds: false, unit: "g/t" },
  treatedContained: { kind: "mass", of: "metal", words: "contained in ore treated", adds: true, unit: "oz" },
  placedGrade: { kind: "grade", of: "metal", words: "placed grade", adds: false, unit: "g/t" },
  placedContained: { kind: "mass", of: "metal", words: "contained in ore placed", adds: true, unit: "oz" },
  concentration: { kind: "concentration", of: "metal", words: "solution concentration", adds: false, unit: "mg/L" },
  dissolved: { kind: "mass", of: "metal", words: "dissolved", adds: true, unit: "lb" },
  payable: { kind: "mass", of: "metal", words: "payable", adds: true, unit: "oz", in: IN_BOTH },
  payability: { kind: "fraction", of: "metal", words: "payability", adds: false, role: "payability", unit: "%", in: IN_BOTH },
  shipped: { kind: "mass", of: "metal", words: "shipped", adds: true, unit: "oz", in: IN_BOTH },
  sold: { kind: "mass", of: "metal", words: "sold", adds: true, unit: "oz", in: IN_BOTH },
  attributable: { kind: "mass", of: "metal", words: "attributable", adds: true, unit: "oz" },
  ownership: { kind: "fraction", of: "metal", words: "ownership", adds: false, unit: "%" },
  revenue: { kind: "money", of: "metal", words: "revenue", adds: true, unit: "USD" },
  realisedPrice: { kind: "price", of: "metal", words: "realised price", adds: false, unit: "USD/oz" },
  cashCost: { kind: "money", of: "metal", words: "cash cost", adds: true, unit: "USD", signed: true },
  unitCashCost: { kind: "price", of: "metal", words: "unit cash cost", adds: false, unit: "USD/oz", signed: true },
  opening: { kind: "mass", of: "ore", words: "opening stock", adds: false, unit: "t", in: IN_STOCK },
  closing: { kind: "mass", of: "ore", words: "closing stock", adds: false, unit: "t", in: IN_STOCK },
  adjustment: { kind: "mass", of: "ore", words: "stock adjustment", adds: true, unit: "t", in: IN_STOCK, signed: true },
};

const NAMES: readonly Item[] = /* @__PURE__ */ Object.keys(ITEMS) as Item[];
const AREA_ONLY: readonly ScopeKind[] = ["area"];

/** Every item, in the order in which a table has them. @internal */
export function allItems(): readonly Item[] {
  return NAMES;
}

/** @internal */
export function isItem(name: string): name is Item {
  return Object.hasOwn(ITEMS, name);
}

/** Whether an item stands under what is named, of the material or of a metal. @internal */
export function isItemIn(name: string, scope: ScopeKind, of: ItemRow["of"]): name is Item {
  if (!isItem(name)) return false;
  const row = ITEMS[name];
  return row.of === of && (row.in ?? AREA_ONLY).includes(scope);
}

/** The items that stand under what is named, as an error lists them. @internal */
export function itemsIn(scope: ScopeKind, of: ItemRow["of"]): readonly Item[] {
  return NAMES.filter((name) => isItemIn(name, scope, of));
}

/** An item as a person reads it, where it stands: a concentrate has a grade, and only the mill's feed a head grade. @internal */
export function itemWords(item: Item, scope: ScopeKind): string {
  return item === "grade" && scope !== "area" ? "grade" : ITEMS[item].words;
}

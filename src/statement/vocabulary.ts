/** The items that a production statement speaks of, by the trade's names: what each is, and which kind of quantity. */
import type { Kind, Role } from "../quantity/kind.ts";

/** Items of the ore as a whole. @category Reconciliation */
export type OreItem = "ore" | "throughput" | "days";

/** Items of one metal. @category Reconciliation */
export type MetalItem = "grade" | "contained" | "recovery" | "produced";

/** Every item of the vocabulary. @category Reconciliation */
export type Item = OreItem | MetalItem;

/** What an item is: its kind of quantity, whether it adds, and the unit in which it is told when the report printed none. @category Reconciliation */
export interface ItemRow {
  readonly kind: Kind;
  readonly of: "ore" | "metal";
  /** As a person reads it. */
  readonly words: string;
  /** Whether it is an amount, which adds over periods and areas, and not a ratio. */
  readonly adds: boolean;
  readonly role?: Role;
  /** The unit in which it is told when the report printed none. */
  readonly unit: string;
}

/** The vocabulary: what each item is, by its name in a statement. @category Reconciliation */
export const ITEMS: Readonly<Record<Item, ItemRow>> = {
  ore: { kind: "mass", of: "ore", words: "ore milled", adds: true, unit: "t" },
  throughput: { kind: "throughput", of: "ore", words: "throughput", adds: false, unit: "t/d" },
  days: { kind: "duration", of: "ore", words: "days", adds: false, unit: "d" },
  grade: { kind: "grade", of: "metal", words: "head grade", adds: false, unit: "g/t" },
  contained: { kind: "mass", of: "metal", words: "contained", adds: true, unit: "oz" },
  recovery: { kind: "fraction", of: "metal", words: "recovery", adds: false, role: "recovery", unit: "%" },
  produced: { kind: "mass", of: "metal", words: "produced", adds: true, unit: "oz" },
};

/** @internal */
export function isItem(name: string): name is Item {
  return Object.hasOwn(ITEMS, name);
}

/** The items of a sort, as an error lists them. @internal */
export function itemsOf(of: ItemRow["of"]): readonly Item[] {
  return (Object.keys(ITEMS) as Item[]).filter((item) => ITEMS[item].of === of);
}

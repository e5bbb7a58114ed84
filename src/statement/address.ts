/**
 * How a figure of a statement is named: `"2002-Q4.ore"`, `"2002-Q4.Pd.grade"`; with an area `"North pit/2002-Q4.Pd.grade"`; in a product
 * `"2002-Q4.zinc concentrate.Zn.grade"`.
 */
import type { Item, ScopeKind } from "./vocabulary.ts";

/** Where in a statement a figure stands. @internal */
export interface Place {
  readonly scope: ScopeKind;
  /** The area, or nothing for the operation as a whole; of a resource its deposit and category; of a stock its name. */
  readonly area: string | undefined;
  /** The label of the period, or of the date of a resource table. */
  readonly period: string;
  /** The product, or nothing for the area itself. */
  readonly product: string | undefined;
  /** The substance, or nothing for an item of the material. */
  readonly metal: string | undefined;
  readonly item: Item;
}

/** @internal */
export function addressOf({ area, period, product, metal, item }: Omit<Place, "scope">): string {
  const where = area === undefined || period === "" ? area ?? period : `${area}/${period}`;
  return `${where}.${product === undefined ? "" : `${product}.`}${metal === undefined ? "" : `${metal}.`}${item}`;
}

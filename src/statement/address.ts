/** How a figure of a statement is named: `"2002-Q4.ore"`, `"2002-Q4.Pd.grade"`, and with an area `"North pit/2002-Q4.Pd.grade"`. */
import type { Item } from "./vocabulary.ts";

/** Where in a statement a figure stands. @internal */
export interface Place {
  /** The area, or nothing for the operation as a whole. */
  readonly area: string | undefined;
  /** The label of the period. */
  readonly period: string;
  /** The substance, or nothing for an item of the ore. */
  readonly metal: string | undefined;
  readonly item: Item;
}

/** @internal */
export function addressOf({ area, period, metal, item }: Place): string {
  return `${area === undefined ? "" : `${area}/`}${period}.${metal === undefined ? "" : `${metal}.`}${item}`;
}

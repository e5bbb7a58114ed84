/** What is laid of a statement so far: the cells, the ties between them, and which sum or product each tie is. */
import type { Tie } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Cell, Grid, Row } from "./cell.ts";
import type { Relation } from "./relation.ts";
import type { Scope } from "./scope.ts";

/** One sum that the statement lays: an amount of the whole and of its parts. @internal */
export interface LaidSum {
  readonly total: Cell;
  readonly parts: readonly { readonly cell: Cell; readonly weight: Ratio }[];
  readonly over: "periods" | "areas" | "products" | "categories" | "deposits" | "items" | "equivalent" | "stock" | "carried";
  readonly basis: string;
}

/** One product that the statement lays. @internal */
export interface LaidProduct {
  readonly amount: Cell;
  readonly ratio: Cell;
  readonly base: Cell;
  readonly relation: Relation;
}

/** What is laid so far. @internal */
export class Laying {
  readonly grid: Grid;
  readonly ties: Tie[] = [];
  readonly sums: LaidSum[] = [];
  readonly products: LaidProduct[] = [];
  readonly apart = new Set<string>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  sum(total: Cell, parts: LaidSum["parts"], over: LaidSum["over"], basis: string): void {
    this.sums.push({ total, parts, over, basis });
    this.ties.push({
      type: "sum", name: `${total.address} = ${parts.map(({ cell, weight }, place) => termText(cell.address, weight, place === 0)).join("")}`, total: total.index,
      parts: parts.map(({ cell, weight }) => ({ of: cell.index, weight })), slack: NOTHING,
    });
  }

  product(amount: Cell, ratio: Cell, base: Cell, relation: Relation, formula: string): void {
    this.products.push({ amount, ratio, base, relation });
    this.ties.push({ type: "product", name: `${amount.address} = ${formula}`, amount: amount.index, ratio: ratio.index, base: base.index });
  }
}

/** @internal */
export const NOTHING: Interval = /* @__PURE__ */ Interval.point(0);

function termText(address: string, weight: Ratio, isFirst: boolean): string {
  const sign = weight.sign < 0 ? (isFirst ? "-" : " - ") : isFirst ? "" : " + ";
  const size = weight.absolute();
  return `${sign}${size.equals(1) ? "" : `${size.isTerminating ? size.toFixed() : size.toFixed({ digits: 6 })} `}${address}`;
}

/** A part that counts once. @internal */
export function once(cell: Cell): LaidSum["parts"][number] {
  return { cell, weight: Ratio.one };
}

/** The row of a scope in a period. @internal */
export function rowOf(scope: Scope, label: string, metal: string | undefined, grid: Grid): Row {
  return grid.row({ scope: scope.kind, area: scope.area, period: label, product: scope.product, metal });
}

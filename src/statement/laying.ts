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
  /** Its place among the ties. */
  readonly tie: number;
}

/** One product that the statement lays. @internal */
export interface LaidProduct {
  readonly amount: Cell;
  readonly ratio: Cell;
  readonly base: Cell;
  readonly relation: Relation;
  /** Its place among the ties. */
  readonly tie: number;
}

/** What is laid so far. @internal */
export class Laying {
  readonly grid: Grid;
  readonly ties: Tie[] = [];
  readonly sums: LaidSum[] = [];
  readonly products: LaidProduct[] = [];
  readonly apart = new Set<string>();
  /** What an amount is worth in another metal, by its prices: the amount times one price over the other. */
  readonly priced = new Map<Cell, { readonly of: Cell; readonly over: Cell; readonly under: Cell }>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  sum(total: Cell, parts: LaidSum["parts"], over: LaidSum["over"], basis: string): void {
    this.sums.push({ total, parts, over, basis, tie: this.ties.length });
    // What only stands for a sum needs no name: the tie that it stands in bears it.
    this.ties.push({
      type: "sum", name: total.hidden === true ? "" : `${total.address} = ${parts.map(({ cell, weight }, place) => termText(cell.address, weight, place === 0)).join("")}`, total: total.index,
      parts: parts.map(({ cell, weight }) => ({ of: cell.index, weight })), slack: NOTHING,
    });
  }

  product(amount: Cell, ratio: Cell, base: Cell, relation: Relation, formula: string, name: string = amount.address): void {
    this.products.push({ amount, ratio, base, relation, tie: this.ties.length });
    this.ties.push({ type: "product", name: `${name} = ${formula}`, amount: amount.index, ratio: ratio.index, base: base.index });
  }

  /** What an amount is worth in the metal of an equivalent, at printed prices. */
  worth(of: Cell, ratio: Cell, over: Cell, under: Cell): Cell {
    const address = `${of.address} at its price`;
    const worth = this.grid.value(address, of.kind, of.row, { hidden: true, words: address });
    this.priced.set(worth, { of, over, under });
    this.ties.push({ type: "product", name: `${address} = ${of.address} x ${ratio.address}`, amount: worth.index, ratio: ratio.index, base: of.index, definition: true });
    return worth;
  }

  /**
   * Lets ties be definitions: where nothing was printed of an amount, one tie that makes it of others only says what it stands for. Amounts are made of
   * smaller ones, so no definition ever goes round in a circle; and as nothing here is negative, each gives its amount a value whatever the others are.
   */
  define(): void {
    const defined = new Set<Cell>();
    const define = (cell: Cell, place: number): void => {
      const tie = this.ties[place] as Tie;
      if (cell.figures.length > 0 || defined.has(cell) || tie.type === "bound") return;
      defined.add(cell);
      this.ties[place] = { ...tie, definition: true };
    };
    for (const { total, tie } of this.sums) if (total.hidden === true) define(total, tie);
    for (const { amount, ratio, base, tie } of this.products) {
      if (ratio.figures.length > 0 && (base.figures.length > 0 || base.item === "days" || base.index < amount.index)) define(amount, tie);
    }
    for (const { total, parts, over, tie } of this.sums) if (over !== "stock" && over !== "carried" && parts.every(({ weight }) => weight.sign > 0)) define(total, tie);
  }
}

/** @internal */
const NOTHING: Interval = /* @__PURE__ */ Interval.point(0);

function termText(address: string, weight: Ratio, isFirst: boolean): string {
  const sign = weight.sign < 0 ? (isFirst ? "-" : " - ") : isFirst ? "" : " + ";
  const size = weight.absolute();
  return `${sign}${size.equals(1) ? "" : `${size.isTerminating ? size.toFixed() : size.toFixed({ digits: 6 })} x `}${address}`;
}

/** A part that counts once. @internal */
export function once(cell: Cell): LaidSum["parts"][number] {
  return { cell, weight: Ratio.one };
}

/** The row of a scope in a period. @internal */
export function rowOf(scope: Scope, label: string, metal: string | undefined, grid: Grid): Row {
  return grid.row({ scope: scope.kind, area: scope.area, period: label, product: scope.product, metal });
}

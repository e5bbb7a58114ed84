/** The values that a statement speaks of, printed or not, in a grid: a row for each area, period, product and metal, and in it a cell for each item. */
import type { Interval } from "../number/interval.ts";
import type { Period } from "../period/period.ts";
import type { Kind } from "../quantity/kind.ts";
import { addressOf, type Place } from "./address.ts";
import type { PlacedFigure } from "./figures.ts";
import { ITEMS, type Item, type ScopeKind } from "./vocabulary.ts";

/** One value of a statement. @internal */
export interface Cell extends Place {
  readonly address: string;
  readonly kind: Kind;
  /** Its place in the graph. */
  readonly index: number;
  /** What was printed of it: nothing, one figure, or the same fact several times. */
  readonly figures: readonly PlacedFigure[];
  readonly row: Row;
  /** Where a value lies by its nature, if that is not from zero up. */
  readonly domain?: Interval;
  /** What it is called, where the vocabulary has no word for it. */
  readonly words?: string;
  /** What a strip ratio divides, as the statement says it: `"waste to ore"`. */
  readonly divides?: string;
  /** A value that only ties speak of, and no page. */
  readonly hidden?: true;
}

/** The items of one metal, or of the material, of one area or product in one period. @internal */
export class Row {
  readonly scope: ScopeKind;
  readonly area: string | undefined;
  readonly period: Period | undefined;
  readonly label: string;
  readonly product: string | undefined;
  readonly metal: string | undefined;
  /** The row of the material of the same area and period; for the material's own row, itself. */
  readonly ore: Row;
  /** Which days a rate is per, where the report states none. */
  readonly days: "calendar" | "operating";
  readonly #cells = new Map<Item, Cell>();

  constructor(place: Omit<Place, "item">, period: Period | undefined, days: Row["days"], ore: Row | undefined) {
    this.scope = place.scope;
    this.area = place.area;
    this.period = period;
    this.label = place.period;
    this.product = place.product;
    this.metal = place.metal;
    this.ore = ore ?? this;
    this.days = days;
  }

  cell(item: Item): Cell | undefined {
    return this.#cells.get(item);
  }

  /** @internal */
  put(item: Item, cell: Cell): void {
    this.#cells.set(item, cell);
  }
}

/** The grid, which grows as it is laid out. @internal */
export class Grid {
  readonly cells: Cell[] = [];
  readonly #rows = new Map<string, Map<string, Row>>();
  readonly #periods: ReadonlyMap<string, Period>;
  readonly #days: Row["days"];
  readonly #stripRatio: string | undefined;
  readonly #byAddress = new Map<string, Cell>();
  /** How many cells the addresses are known of. */
  #indexed = 0;

  constructor(periods: ReadonlyMap<string, Period>, days: Row["days"], stripRatio: string | undefined) {
    this.#periods = periods;
    this.#days = days;
    this.#stripRatio = stripRatio;
  }

  /** The row of a place; laid now if it is new. */
  row(place: Omit<Place, "item">): Row {
    const { scope, area, period, product, metal } = place;
    const line = `${scope}\n${area ?? "\n"}\n${product ?? "\n"}\n${metal ?? "\n"}`;
    let ofLine = this.#rows.get(line);
    if (ofLine === undefined) this.#rows.set(line, ofLine = new Map<string, Row>());
    let row = ofLine.get(period);
    if (row === undefined) {
      const ore = metal === undefined ? undefined : this.row({ ...place, metal: undefined });
      ofLine.set(period, row = new Row(place, this.#periods.get(period), this.#days, ore));
    }
    return row;
  }

  /** The cell of an item in a row; laid now if it is new. */
  cell(row: Row, item: Item): Cell {
    const known = row.cell(item);
    if (known !== undefined) return known;
    const { scope, area, label: period, product, metal } = row;
    const cell: Cell = {
      scope, area, period, product, metal, item, address: addressOf({ area, period, product, metal, item }), kind: ITEMS[item].kind,
      index: this.cells.length, figures: [], row, ...(item === "stripRatio" && this.#stripRatio !== undefined ? { divides: this.#stripRatio } : {}),
    };
    row.put(item, cell);
    this.cells.push(cell);
    return cell;
  }

  /** A value of its own, under a name that is its address: one that the vocabulary lacks, or one that only a tie speaks of. */
  value(address: string, kind: Kind, like: Row, more: { readonly domain?: Interval; readonly hidden?: true; readonly words?: string } = {}): Cell {
    const cell: Cell = {
      scope: "area", area: undefined, period: like.label, product: undefined, metal: undefined, item: "ore", address, kind,
      index: this.cells.length, figures: [], row: like, ...more,
    };
    this.cells.push(cell);
    return cell;
  }

  /** Puts a printed figure where it belongs. */
  print(figure: PlacedFigure): void {
    (this.cell(this.row(figure.place), figure.place.item).figures as PlacedFigure[]).push(figure);
  }

  find(address: string): Cell | undefined {
    for (; this.#indexed < this.cells.length; this.#indexed++) {
      const cell = this.cells[this.#indexed] as Cell;
      this.#byAddress.set(cell.address, cell);
    }
    return this.#byAddress.get(address);
  }
}

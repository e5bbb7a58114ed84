/** The values that a statement speaks of, printed or not, in a grid: a row for each area, period and metal, and in it a cell for each item. */
import type { Period } from "../period/period.ts";
import { addressOf, type Place } from "./address.ts";
import type { PlacedFigure } from "./read.ts";
import type { Item } from "./vocabulary.ts";

/** One value of a statement. @internal */
export interface Cell extends Place {
  readonly address: string;
  /** Its place in the graph. */
  readonly index: number;
  /** What was printed of it: nothing, one figure, or the same fact several times. */
  readonly figures: readonly PlacedFigure[];
  readonly row: Row;
}

/** The items of one metal, or of the ore, of one area in one period. @internal */
export class Row {
  readonly area: string | undefined;
  readonly period: Period;
  readonly label: string;
  readonly metal: string | undefined;
  /** The row of the ore of the same area and period; for the ore's own row, itself. */
  readonly ore: Row;
  // Every item has its field from the start: rows of one shape are quick to read.
  readonly cells: Record<Item, Cell | undefined> = {
    ore: undefined, throughput: undefined, days: undefined, grade: undefined, contained: undefined, recovery: undefined, produced: undefined,
  };

  constructor(area: string | undefined, period: Period, label: string, metal: string | undefined, ore: Row | undefined) {
    this.area = area;
    this.period = period;
    this.label = label;
    this.metal = metal;
    this.ore = ore ?? this;
  }
}

/** The grid, which grows as it is laid out. @internal */
export class Grid {
  readonly cells: Cell[] = [];
  readonly #rows = new Map<string | undefined, Map<string, Map<string | undefined, Row>>>();
  readonly #periods: ReadonlyMap<string, Period>;
  #byAddress: Map<string, Cell> | undefined;

  constructor(periods: ReadonlyMap<string, Period>) {
    this.#periods = periods;
  }

  /** The row of a metal, or of the ore where none is named; laid now if it is new. */
  row(area: string | undefined, label: string, metal: string | undefined): Row {
    const ofArea = within(this.#rows, area, () => new Map<string, Map<string | undefined, Row>>());
    const ofPeriod = within(ofArea, label, () => new Map<string | undefined, Row>());
    return within(ofPeriod, metal, () => {
      const ore = metal === undefined ? undefined : this.row(area, label, undefined);
      return new Row(area, this.#periods.get(label) as Period, label, metal, ore);
    });
  }

  /** The cell of an item in a row; laid now if it is new. */
  cell(row: Row, item: Item): Cell {
    const known = row.cells[item];
    if (known !== undefined) return known;
    const { area, label: period, metal } = row;
    const cell: Cell = { area, period, metal, item, address: addressOf({ area, period, metal, item }), index: this.cells.length, figures: [], row };
    row.cells[item] = cell;
    this.cells.push(cell);
    return cell;
  }

  /** Puts a printed figure where it belongs. */
  print(figure: PlacedFigure): void {
    const { area, period, metal, item } = figure.place;
    (this.cell(this.row(area, period, metal), item).figures as PlacedFigure[]).push(figure);
  }

  find(address: string): Cell | undefined {
    this.#byAddress ??= new Map(this.cells.map((cell) => [cell.address, cell]));
    return this.#byAddress.get(address);
  }
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, value = make());
  return value;
}

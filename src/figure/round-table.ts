/** Rounding a table that must add up both ways once it is printed: along its rows and down its columns. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { checkedPrecision } from "../number/rounding.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { isQuantity, type Quantity } from "../quantity/quantity.ts";
import type { UnitOf } from "../quantity/unit.ts";
import { controlledRounding, type Flow } from "./controlled-rounding.ts";
import type { Figure } from "./figure.ts";
import { numberOf, readingLike } from "./round-together.ts";

/** The most cells of a table that is rounded. @internal */
export const MOST_CELLS = 2_500;

/**
 * How a table is rounded.
 *
 * @category Figures
 */
export interface RoundTableOptions<Total> {
  /** Digits after the decimal mark, the same for the whole table: 0 for whole numbers, -3 for thousands. */
  readonly places: number;
  /** The totals of rows that were printed already, `undefined` for one that was not. */
  readonly rowTotals?: readonly (Total | undefined)[];
  /** The same for columns. */
  readonly columnTotals?: readonly (Total | undefined)[];
  /** The grand total, if it was printed already. */
  readonly total?: Total;
}

/** The same for quantities, with the unit in which they are printed; that of the first cell unless said otherwise. @category Figures */
export interface RoundQuantityTableOptions<K extends Kind, R extends Role> extends RoundTableOptions<Quantity<K, R> | Figure<K>> {
  readonly unit?: UnitOf<K>;
}

/**
 * A number of a table that was not rounded to the nearest, so that the table adds up: a cell, or the total of a row, of a column, or of all.
 *
 * @category Figures
 */
export interface MovedEntry<T> {
  /** Its row, from 0; none for the total of a column or of all. */
  readonly row?: number;
  /** Its column, from 0; none for the total of a row or of all. */
  readonly column?: number;
  /** What it would be, rounded by itself. */
  readonly alone: T;
  readonly printed: T;
}

/**
 * What rounding a table came to: the numbers as they are to be printed, or why no rounding makes the totals that were printed already.
 *
 * @category Figures
 */
export type RoundedTable<T> =
  | {
    readonly verdict: "rounded"; readonly cells: readonly (readonly T[])[]; readonly rowTotals: readonly T[]; readonly columnTotals: readonly T[];
    readonly total: T; readonly moved: readonly MovedEntry<T>[];
  }
  | { readonly verdict: "impossible"; readonly reason: string };

/**
 * Rounds a table so that what is printed adds up exactly along every row, down every column, and to the grand total, moving as little as possible.
 *
 * Each cell goes to the printable number below it or above it, never as far as a whole unit of the last place, and one that is printable stays. So does
 * each total, unless totals that were printed already, and are kept, make it go further. Among all such roundings that add up, this is one with the least sum
 * of distances between printed and exact numbers, the totals included. Without printed totals there always is one; with them there may be none. For parts and a
 * single total use {@link roundTogether}.
 *
 * @param rows - the cells, row by row: plain numbers, or quantities of one kind. Exact, of any sign.
 * @param options - the last place, and the totals that are printed already.
 * @returns The rounded table, exact, or that there is none and why.
 * @throws `HeadgradeError` `wrong-kind` for rows that make no table; `out-of-range` for no cells, for totals that are not as many as the rows or columns,
 * and for places that are no whole number; `too-large` past 2,500 cells; for cells and totals that do not belong together as {@link roundTogether}.
 * @source L. H. Cox, A Constructive Procedure for Unbiased Controlled Rounding, Journal of the American Statistical Association 82 (1987).
 * @example Two pits over two halves
 * ```ts
 * import { roundTableTogether } from "headgrade/figure";
 *
 * const rounded = roundTableTogether([["1.4", "1.4"], ["1.4", "1.4"]], { places: 0 });
 * rounded.verdict // => "rounded"
 * if (rounded.verdict === "rounded") rounded.cells.map((row) => row.map(String)) // => [["2", "1"], ["1", "2"]]
 * if (rounded.verdict === "rounded") [rounded.rowTotals.map(String), rounded.columnTotals.map(String)] // => [["3", "3"], ["3", "3"]]
 * if (rounded.verdict === "rounded") String(rounded.total) // => "6"
 * ```
 * @category Figures
 */
export function roundTableTogether(rows: readonly (readonly Numeric[])[], options: RoundTableOptions<Numeric>): RoundedTable<Ratio>;
export function roundTableTogether<K extends Kind, R extends Role = never>(
  rows: readonly (readonly Quantity<K, R>[])[], options: RoundQuantityTableOptions<K, R>,
): RoundedTable<Quantity<K, R>>;
export function roundTableTogether(
  rows: readonly (readonly unknown[])[], options: RoundTableOptions<unknown> & { readonly unit?: string },
): RoundedTable<Ratio> | RoundedTable<Quantity<Kind, Role>> {
  checkedPrecision(options.places, -1000);
  const first = firstOf(rows);
  if (!isQuantity(first)) return settled(tableOf(rows, options, numberOf), (value) => value, "1");
  const { unit, read, told } = readingLike(first, options.unit);
  return settled(tableOf(rows, options, read), told, unit);
}

/** A table in units of its last place. */
interface Table {
  readonly cells: readonly (readonly Ratio[])[];
  readonly rowTotals: readonly Sum[];
  readonly columnTotals: readonly Sum[];
  readonly total: Sum;
  readonly places: number;
}

/** A number of the table, and where it stands. */
type Entry = Flow & { readonly row?: number; readonly column?: number };

/** What was added up, and whether it is as it was printed already. */
interface Sum {
  readonly exact: Ratio;
  readonly kept: boolean;
}

function tableOf(
  rows: readonly (readonly unknown[])[], { places, rowTotals = [], columnTotals = [], total }: RoundTableOptions<unknown>, read: (value: unknown) => Ratio,
): Table {
  const inPlaces = (value: unknown): Ratio => read(value).times(Ratio.scaled(1, places));
  const cells = rows.map((row) => row.map(inPlaces));
  const columns = (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] as Ratio));
  requireTotals(rowTotals, cells.length, "row");
  requireTotals(columnTotals, columns.length, "column");
  const sum = (parts: readonly Ratio[], printed: unknown): Sum => (
    printed === undefined ? { exact: added(parts), kept: false } : { exact: inPlaces(printed), kept: true });
  return {
    cells, places, total: sum(cells.flat(), total),
    rowTotals: cells.map((row, place) => sum(row, rowTotals[place])), columnTotals: columns.map((column, place) => sum(column, columnTotals[place])),
  };
}

function added(parts: readonly Ratio[]): Ratio {
  return parts.reduce((sum, part) => sum.plus(part), Ratio.zero);
}

function settled<T>(table: Table, told: (value: Ratio) => T, unit: string): RoundedTable<T> {
  const { cells, rowTotals, columnTotals, total, places } = table;
  const last = Ratio.scaled(1, -places);
  const reason = reasonAgainst(table, (value) => withUnit(formatNumber(value.times(last)), unit));
  if (reason !== undefined) return { verdict: "impossible", reason };
  // The nodes: where all begins and ends, the rows, the columns.
  const [start, end] = [0, 1];
  const nodeOf = { row: (row: number): number => 2 + row, column: (column: number): number => 2 + cells.length + column };
  const entries = [
    ...cells.flatMap((row, at) => row.map((exact, column) => ({ row: at, column, from: nodeOf.row(at), to: nodeOf.column(column), exact, kept: false }))),
    ...rowTotals.map((sum, row) => ({ row, from: start, to: nodeOf.row(row), ...sum })),
    ...columnTotals.map((sum, column) => ({ column, from: nodeOf.column(column), to: end, ...sum })), { from: end, to: start, ...total },
  ] satisfies readonly Entry[];
  const nodes = 2 + cells.length + columnTotals.length;
  // As far as its cells can make it go.
  const spared = entries.map((entry: Entry): Flow => {
    const { row, column, kept } = entry;
    const isCell = row !== undefined && column !== undefined;
    return isCell || kept ? entry : { ...entry, spare: (row === undefined ? cells.length : 1) * (column === undefined ? columnTotals.length : 1) };
  });
  const rounded = controlledRounding(entries, nodes) ?? controlledRounding(spared, nodes);
  if (rounded === undefined) return { verdict: "impossible", reason: "each total could be made by itself, and no rounding of the cells makes all of them" };
  const printed = rounded.map((value) => told(value.times(last)));
  const width = columnTotals.length;
  const moved = entries.flatMap((entry: Entry, place): MovedEntry<T>[] => {
    const { exact, row, column } = entry;
    if ((rounded[place] as Ratio).minus(exact).absolute().times(2).compare(1) <= 0 || entry.kept) return [];
    const at = { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
    return [{ ...at, alone: told(exact.rounded({ places: 0 }).times(last)), printed: printed[place] as T }];
  });
  const totals = printed.slice(cells.length * width);
  return {
    verdict: "rounded", cells: cells.map((_, row) => printed.slice(row * width, (row + 1) * width)), rowTotals: totals.slice(0, cells.length),
    columnTotals: totals.slice(cells.length, -1), total: totals.at(-1) as T, moved,
  };
}

// What can be seen of one total by itself, or of the totals among themselves.
function reasonAgainst({ cells, rowTotals, columnTotals, total }: Table, tell: (value: Ratio) => string): string | undefined {
  const columns = columnTotals.map((_, column) => cells.map((row) => row[column] as Ratio));
  const sums = [["row totals", rowTotals], ["column totals", columnTotals], ["grand total", [total]]] as const;
  const made = sums.flatMap(([name, all]) => (all.every(({ kept }) => kept) ? [{ name, sum: added(all.map(({ exact }) => exact)) }] : []));
  for (const { name, sum } of made) {
    const other = made[0];
    if (other !== undefined && !other.sum.equals(sum)) return `the ${other.name} make ${tell(other.sum)}, and the ${name} ${tell(sum)}`;
  }
  const lines = [
    ...rowTotals.map((sum, row) => ({ name: `row ${String(row + 1)}`, sum, parts: cells[row] ?? [] })),
    ...columnTotals.map((sum, column) => ({ name: `column ${String(column + 1)}`, sum, parts: columns[column] ?? [] })), { name: "the table", sum: total, parts: cells.flat() },
  ];
  for (const { name, sum: { exact, kept }, parts } of lines) {
    if (!kept) continue;
    if (!exact.isInteger) return `the total of ${name} is ${tell(exact)}, which has digits beyond the last place of the cells`;
    const [least, most] = (["floor", "ceiling"] as const).map((rule) => added(parts.map((part) => part.rounded({ places: 0 }, rule)))) as [Ratio, Ratio];
    if (exact.isLessThan(least) || exact.isGreaterThan(most)) {
      return `the cells of ${name} make ${tell(least)} to ${tell(most)}, each rounded down or up, and its total is ${tell(exact)}`;
    }
  }
  return undefined;
}

function firstOf(rows: unknown): unknown {
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw new HeadgradeError("wrong-kind", `Expected an array of rows, each an array of cells, and got ${shown(rows)}.`, { given: shown(rows) });
  }
  const table = rows as readonly (readonly unknown[])[];
  const width = table[0]?.length ?? 0;
  const uneven = table.findIndex(({ length }) => length !== width);
  if (uneven >= 0) {
    throw new HeadgradeError("wrong-kind", `Row ${String(uneven + 1)} has ${String(table[uneven]?.length)} cells and the first has ${String(width)}: give each row as many.`, { row: uneven });
  }
  if (width === 0) throw new HeadgradeError("out-of-range", "There are no cells to round together: give at least one.", { given: 0 });
  if (width * table.length > MOST_CELLS) {
    throw new HeadgradeError("too-large", `There are ${String(width * table.length)} cells, and at most ${String(MOST_CELLS)} are rounded together.`, { given: width * table.length });
  }
  return table[0]?.[0];
}

function requireTotals(totals: readonly unknown[], count: number, of: "row" | "column"): void {
  if (totals.length === 0 || totals.length === count) return;
  throw new HeadgradeError("out-of-range", `There are ${String(totals.length)} ${of} totals for ${String(count)} ${of}s: give one for each, or undefined.`, { given: totals.length });
}

import { describe, expect, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { MOST_CELLS, roundTableTogether, type RoundedTable, type RoundTableOptions } from "../../src/figure/round-table.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { grade, mass } from "../../src/quantity/constructors.ts";

type Rounded<T> = Extract<RoundedTable<T>, { verdict: "rounded" }>;

function rounded<T>(result: RoundedTable<T>): Rounded<T> {
  expect(result.verdict).toBe("rounded");
  return result as Rounded<T>;
}

function texts<T>({ cells, rowTotals, columnTotals, total }: Rounded<T>): unknown {
  return { cells: cells.map((row) => row.map(String)), rows: rowTotals.map(String), columns: columnTotals.map(String), total: String(total) };
}

function reasonOf<T>(result: RoundedTable<T>): string {
  return result.verdict === "impossible" ? result.reason : result.verdict;
}

describe("a table rounded together", () => {
  test("adds up both ways where each number alone would not", () => {
    const result = rounded(roundTableTogether([["1.4", "1.4"], ["1.4", "1.4"]], { places: 0 }));
    expect(texts(result)).toEqual({ cells: [["2", "1"], ["1", "2"]], rows: ["3", "3"], columns: ["3", "3"], total: "6" });
    expect(result.moved.map(({ row, column, alone, printed }) => [row, column, String(alone), String(printed)])).toEqual([
      [0, 0, "1", "2"], [1, 1, "1", "2"],
    ]);
  });

  test("stays as each number would be alone where that adds up", () => {
    const result = rounded(roundTableTogether([["1.2", "2.9"], ["3", "0.1"]], { places: 0 }));
    expect(texts(result)).toEqual({ cells: [["1", "3"], ["3", "0"]], rows: ["4", "3"], columns: ["4", "3"], total: "7" });
    expect(result.moved).toEqual([]);
  });

  test("keeps the totals that were printed", () => {
    const pits = [["1.4", "1.4"], ["1.4", "1.4"]];
    expect(texts(rounded(roundTableTogether(pits, { places: 0, rowTotals: ["2", undefined] })))).toMatchObject({ rows: ["2", "3"] });
    expect(texts(rounded(roundTableTogether(pits, { places: 0, rowTotals: [2, 4], columnTotals: [3, 3], total: 6 })))).toEqual({
      cells: [["1", "1"], ["2", "2"]], rows: ["2", "4"], columns: ["3", "3"], total: "6",
    });
  });

  test("lets an open total go as far as printed ones make it, and says so", () => {
    const rows = Array.from({ length: 10 }, () => ["1.4", "1.4"]);
    const result = rounded(roundTableTogether(rows, { places: 0, rowTotals: rows.map(() => 3) }));
    expect(texts(result)).toMatchObject({ columns: ["16", "14"], total: "30" });
    expect(result.moved.filter(({ row }) => row === undefined).map(({ column, alone, printed }) => [column, String(alone), String(printed)])).toEqual([
      [0, "14", "16"], [undefined, "28", "30"],
    ]);
  });

  test("may have numbers of any sign, and places before the mark", () => {
    const result = rounded(roundTableTogether([[-1400, 1400], [1400, -1400]], { places: -3 }));
    expect(texts(result)).toEqual({ cells: [["-1000", "1000"], ["1000", "-1000"]], rows: ["0", "0"], columns: ["0", "0"], total: "0" });
  });

  test("may hold quantities, told in the unit in which they are printed, with printed figures for totals", () => {
    const ounces = [["1,400 oz", "2,400 oz"], ["3,400 oz", "4,400 oz"]].map((row) => row.map((text) => mass(text)));
    const result = rounded(roundTableTogether(ounces, { places: 0, unit: "koz", total: figure("mass", "12 koz") }));
    expect(texts(result)).toEqual({ cells: [["2 koz", "2 koz"], ["3 koz", "5 koz"]], rows: ["4 koz", "8 koz"], columns: ["5 koz", "7 koz"], total: "12 koz" });
  });

  test.each<[string, RoundTableOptions<string>, string]>([
    ["the total of a row", { places: 0, rowTotals: ["5", undefined] }, "the cells of row 1 make 2 to 4, each rounded down or up, and its total is 5"],
    ["that of a column", { places: 0, columnTotals: [undefined, "1"] }, "the cells of column 2 make 2 to 4, each rounded down or up, and its total is 1"],
    ["that of all", { places: 0, total: "9" }, "the cells of the table make 4 to 8, each rounded down or up, and its total is 9"],
    ["one with more digits", { places: 0, total: "5.5" }, "the total of the table is 5.5, which has digits beyond the last place of the cells"],
    ["two sums of totals", { places: 0, rowTotals: ["3", "3"], total: "7" }, "the row totals make 6, and the grand total 7"],
    ["those of rows and columns", { places: 0, rowTotals: ["3", "3"], columnTotals: ["3", "2"] }, "the row totals make 6, and the column totals 5"],
  ])("is impossible where %s cannot be made, and says why", (_, options, reason) => {
    expect(reasonOf(roundTableTogether([["1.4", "1.4"], ["1.4", "1.4"]], options))).toBe(reason);
  });

  test("is impossible where each total could be made by itself, and not all of them", () => {
    // The first row wants all of its cells up, which two columns cannot have.
    expect(reasonOf(roundTableTogether([["1.4", "1.4"], ["1", "1"]], { places: 0, rowTotals: [4, undefined], columnTotals: [2, undefined] })))
      .toBe("each total could be made by itself, and no rounding of the cells makes all of them");
  });

  test.each<[string, () => unknown, string]>([
    ["no rows", () => roundTableTogether([], { places: 0 }), "out-of-range"],
    ["no cells", () => roundTableTogether([[], []], { places: 0 }), "out-of-range"],
    ["rows of two lengths", () => roundTableTogether([["1", "2"], ["3"]], { places: 0 }), "wrong-kind"],
    ["no table", () => roundTableTogether(["1"] as never, { places: 0 }), "wrong-kind"],
    ["a total too many", () => roundTableTogether([["1"]], { places: 0, rowTotals: ["1", "2"] }), "out-of-range"],
    ["places that are no whole number", () => roundTableTogether([["1"]], { places: 0.5 }), "out-of-range"],
    ["a quantity among numbers", () => roundTableTogether([["1", mass("1 t")]] as never, { places: 0 }), "wrong-kind"],
    ["two kinds", () => roundTableTogether([[mass("1 t"), grade("1 g/t")]] as never, { places: 0 }), "wrong-kind"],
    ["too many cells", () => roundTableTogether([Array.from({ length: MOST_CELLS + 1 }, () => 1)], { places: 0 }), "too-large"],
  ])("refuses %s", (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe("against trying every rounding of a small table", () => {
  for (const kept of [false, true]) {
    test(`${kept ? "with printed totals one is found where there is one" : "without printed totals one is always found"}, and moves the least`, () => {
      let impossible = 0;
      for (let seed = 1; seed <= 250; seed++) {
        const random = generator(seed + (kept ? 1000 : 0));
        const [height, width] = [1 + random(3), 1 + random(3)];
        const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => Ratio.of(random(81) - 40).dividedBy(10 + random(3))));
        const isKept = (): boolean => kept && random(2) === 0;
        const near = (parts: readonly Ratio[]): Ratio | undefined => (isKept() ? sum(parts).rounded({ places: 0 }).plus(random(3) - 1) : undefined);
        const rowTotals = rows.map(near);
        const columnTotals = columnsOf(rows).map(near);
        const total = near(rows.flat());
        const options = { places: 0, rowTotals, columnTotals, ...(total === undefined ? {} : { total }) };
        const result = roundTableTogether(rows, options);
        const best = leastBySearch(rows, options);
        if (result.verdict === "impossible") {
          impossible++;
          expect(best, `seed ${String(seed)}`).toBeUndefined();
          continue;
        }
        expect(result.cells.map(sum).map(String)).toEqual(result.rowTotals.map(String));
        expect(columnsOf(result.cells).map(sum).map(String)).toEqual(result.columnTotals.map(String));
        expect(String(sum(result.rowTotals))).toBe(String(result.total));
        expect(result.cells.flat().every((cell, place) => cell.minus(rows.flat()[place]!).absolute().isLessThan(1))).toBe(true);
        expect(String(movement(rows, result, options)), `seed ${String(seed)}`).toBe(String(best));
      }
      expect(impossible > 0).toBe(kept);
    });
  }

  test("a table of fifty by fifty is rounded at once", () => {
    const random = generator(7);
    const rows = Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => Ratio.of(random(100_000)).dividedBy(997)));
    const started = performance.now();
    const { cells, rowTotals, columnTotals, moved } = rounded(roundTableTogether(rows, { places: 1 }));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(cells.map(sum).map(String)).toEqual(rowTotals.map(String));
    expect(columnsOf(cells).map(sum).map(String)).toEqual(columnTotals.map(String));
    expect(moved.length).toBeGreaterThan(0);
    expect([...cells.flat()].every((cell, place) => cell.minus(rows.flat()[place]!).absolute().isLessThan("0.1"))).toBe(true);
  });
});

interface Totals {
  readonly rowTotals: readonly (Ratio | undefined)[];
  readonly columnTotals: readonly (Ratio | undefined)[];
  readonly total?: Ratio;
}

type Printed = Pick<Rounded<Ratio>, "cells" | "rowTotals" | "columnTotals" | "total">;

// What a rounding moves in all: the totals that were printed before are as they were.
function movement(rows: readonly (readonly Ratio[])[], { cells, rowTotals, columnTotals, total }: Printed, given: Totals): Ratio {
  const off = (printed: Ratio, exact: Ratio, kept: Ratio | undefined): Ratio => (kept === undefined ? printed.minus(exact).absolute() : Ratio.zero);
  const columns = columnsOf(rows);
  return sum([
    ...cells.flatMap((row, at) => row.map((cell, column) => off(cell, rows[at]![column]!, undefined))),
    ...rowTotals.map((each, row) => off(each, sum(rows[row]!), given.rowTotals[row])),
    ...columnTotals.map((each, column) => off(each, sum(columns[column]!), given.columnTotals[column])), off(total, sum(rows.flat()), given.total),
  ]);
}

// Totals go a unit or further only where nothing else is left.
function leastBySearch(rows: readonly (readonly Ratio[])[], given: Totals): Ratio | undefined {
  const exact = rows.flat();
  const floors = exact.map((cell) => cell.rounded({ places: 0 }, "floor"));
  const width = rows[0]!.length;
  const least: (Ratio | undefined)[] = [undefined, undefined];
  for (let choice = 0; choice < 2 ** exact.length; choice++) {
    const all = floors.map((floor, place) => (((choice >> place) & 1) === 1 ? floor.plus(1) : floor));
    if (all.some((cell, place) => cell.minus(exact[place]!).absolute().compare(1) >= 0)) continue;
    const cells = rows.map((_, row) => all.slice(row * width, (row + 1) * width));
    const printed = { cells, rowTotals: cells.map(sum), columnTotals: columnsOf(cells).map(sum), total: sum(all) };
    const differs = (made: Ratio, kept: Ratio | undefined): boolean => kept !== undefined && !kept.equals(made);
    if (differs(printed.total, given.total) || printed.rowTotals.some((each, row) => differs(each, given.rowTotals[row]))) continue;
    if (printed.columnTotals.some((each, column) => differs(each, given.columnTotals[column]))) continue;
    const isFar = (made: Ratio, sumOf: Ratio, kept: Ratio | undefined): boolean => kept === undefined && made.minus(sumOf).absolute().compare(1) >= 0;
    const far = isFar(printed.total, sum(exact), given.total) || printed.rowTotals.some((each, row) => isFar(each, sum(rows[row]!), given.rowTotals[row]))
      || printed.columnTotals.some((each, column) => isFar(each, sum(columnsOf(rows)[column]!), given.columnTotals[column]));
    const moved = movement(rows, printed, given);
    const before = least[far ? 1 : 0];
    if (before === undefined || moved.isLessThan(before)) least[far ? 1 : 0] = moved;
  }
  return least[0] ?? least[1];
}

function columnsOf(rows: readonly (readonly Ratio[])[]): Ratio[][] {
  return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
}

function sum(parts: readonly Ratio[]): Ratio {
  return parts.reduce((all, part) => all.plus(part), Ratio.zero);
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

import { expect, test } from "vitest";
import { leastDegreeFirst, SymmetricFactors } from "../../src/balance/sparse.ts";
import { generator } from "../adjust/random.ts";

// A sum of squares of sparse rows: symmetric and positive definite.
function matrix(size: number, seed: number): number[][] {
  const { uniform } = generator(seed);
  const square = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row === column ? 0.1 : 0)));
  for (let round = 0; round < 2 * size; round++) {
    const cells = Array.from({ length: 3 }, () => [Math.floor(uniform() * size), uniform() - 0.5] as const);
    for (const [row, left] of cells) for (const [column, right] of cells) square[row]![column]! += left * right;
  }
  return square;
}

test.each([1, 2, 5, 40, 90])("%i rows are solved, and their inverse's cells are those of the solutions", (size) => {
  const square = matrix(size, size);
  const rows = square.map((line) => {
    const columns = line.flatMap((cell, column) => (cell === 0 ? [] : [column]));
    return { columns, cells: columns.map((column) => line[column]!) };
  });
  const order = leastDegreeFirst(rows);
  expect([...order].sort((a, b) => a - b)).toEqual(square.map((_, row) => row));
  const factors = new SymmetricFactors(rows, order);
  for (const row of square.keys()) {
    const unit = square.map((_, at) => (at === row ? 1 : 0));
    const x = factors.solve(unit);
    const worst = square.reduce((most, line, at) => Math.max(most, Math.abs(line.reduce((sum, cell, column) => sum + cell * x[column]!, 0) - unit[at]!)), 0);
    expect(worst).toBeLessThan(1e-12);
    for (const column of rows[row]!.columns) expect(Math.abs(factors.inverseAt(row, column) - x[column]!)).toBeLessThan(1e-11);
    expect(Math.abs(factors.quadratic(new Map([[row, 2]])) - 4 * x[row]!)).toBeLessThan(1e-11);
  }
});

test("a row that follows from others adds nothing, and does no harm", () => {
  const columns = [0, 1];
  const factors = new SymmetricFactors([{ columns, cells: [1, 1] }, { columns, cells: [1, 1] }], Int32Array.of(0, 1));
  expect([...factors.solve([3, 3])]).toEqual([3, 0]);
});

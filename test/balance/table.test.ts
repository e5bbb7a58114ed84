/** Tables that add up both ways, areas by periods: what no single sum refutes, the linear core does. */
import { describe, expect, test } from "vitest";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { propagate } from "../../src/balance/propagate.ts";
import { solve } from "../../src/balance/solve.ts";
import { verify } from "../../src/balance/witness.ts";
import { Interval } from "../../src/number/interval.ts";

interface Table {
  readonly rows: number;
  readonly columns: number;
  /** Of ten cells, how many are printed. */
  readonly printed: number;
  /** By how much the first column's total is off. */
  readonly off: number;
}

function tableOf({ rows, columns, printed, off }: Table): { graph: Graph; figures: number } {
  const builder = new GraphBuilder();
  let figures = 0;
  const print = (name: string, value: number): void => {
    figures++;
    builder.print(name, { name: String(value), interval: Interval.between({ low: value - 0.5, high: value + 0.5 }) });
  };
  const valueAt = (row: number, column: number): number => 1 + (row * 37 + column * 101 + row * column * 7) % 900;
  const lines = (length: number): number[] => Array.from({ length }, (_, place) => place);
  const nameAt = (row: number, column: number): string => `${String(row)}/${String(column)}`;
  for (const row of lines(rows)) {
    for (const column of lines(columns)) {
      builder.unknown(nameAt(row, column));
      if ((row * 3 + column * 7) % 10 < printed) print(nameAt(row, column), valueAt(row, column));
    }
  }
  const total = (name: string, cells: readonly (readonly [number, number])[], wrong: number): void => {
    builder.unknown(name);
    print(name, cells.reduce((sum, [row, column]) => sum + valueAt(row, column), wrong));
    builder.tie({ name, total: name, parts: cells.map(([row, column]) => nameAt(row, column)) });
  };
  for (const row of lines(rows)) total(`row ${String(row)}`, lines(columns).map((column) => [row, column]), 0);
  for (const column of lines(columns)) total(`column ${String(column)}`, lines(rows).map((row) => [row, column]), column === 0 ? off : 0);
  return { graph: builder.build(), figures };
}

describe("tables that add up both ways", () => {
  test.each<Table>([
    { rows: 4, columns: 12, printed: 5, off: 0 }, { rows: 20, columns: 20, printed: 5, off: 0 }, { rows: 40, columns: 11, printed: 9, off: 0 },
    { rows: 20, columns: 20, printed: 10, off: 3 }, { rows: 20, columns: 20, printed: 0, off: 0 },
  ])("have a witness: %o", (table) => {
    const { graph } = tableOf(table);
    const outcome = solve(graph);
    expect(outcome.verdict === "consistent" && verify(graph, outcome.witness)).toBe(true);
  });

  test.each<Table & { readonly figures: number }>([
    { rows: 4, columns: 12, printed: 5, off: 25, figures: 40 }, { rows: 10, columns: 12, printed: 3, off: 25, figures: 58 },
    { rows: 12, columns: 12, printed: 0, off: 26, figures: 24 }, { rows: 20, columns: 20, printed: 5, off: 45, figures: 240 },
    { rows: 25, columns: 25, printed: 7, off: 60, figures: 488 },
  ])("are refuted by their totals together: %o", ({ figures, ...table }) => {
    const made = tableOf(table);
    expect(made.figures).toBe(figures);
    expect(propagate(made.graph)).toBeDefined();
    const outcome = solve(made.graph);
    if (outcome.verdict !== "contradictory") return expect(outcome).toBe("contradictory");
    expect(outcome.conflicts.map(({ ties, irreducible }) => [ties.length, irreducible])).toEqual([[table.rows + table.columns, true]]);
    expect(outcome.rest).toBe("consistent");
  }, 60_000);
});

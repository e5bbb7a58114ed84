/** What a statement declares by address: printed changes of one value against another, values of its own, and ties in arithmetic. */
import type { Cell } from "./cell.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { PlacedFigure } from "./figures.ts";
import type { Laying } from "./laying.ts";
import { nearestTo } from "./nearest.ts";
import { Problems } from "./problem.ts";
import type { ReadStatement } from "./read.ts";
import { shown } from "../error.ts";

/** A printed change: new / old, less one. @internal */
export interface LaidChange {
  readonly change: Cell;
  readonly of: Cell;
  readonly from: Cell;
}

/** A tie of the statement's own, with its place among the ties. @internal */
export interface LaidTie {
  readonly name: string;
  readonly tie: number;
  readonly cells: readonly Cell[];
}

/** @internal */
export function layDeclared(statement: ReadStatement, laying: Laying): { readonly changes: readonly LaidChange[]; readonly statedTies: readonly LaidTie[] } {
  const { grid } = laying;
  const { terms: { changes }, values } = statement;
  const problems = new Problems();
  const alone = grid.row({ scope: "area", area: undefined, period: "", product: undefined, metal: undefined });
  for (const { name, kind, signed, figure } of values) {
    const cell = grid.value(name, kind, alone, { words: name, ...(signed ? { domain: Interval.all } : {}) });
    if (figure !== undefined) (cell.figures as PlacedFigure[]).push({ ...figure, place: cell });
  }
  const cellAt = (address: string, where: string): Cell | undefined => {
    const cell = grid.find(address);
    if (cell === undefined) {
      const near = nearestTo(address, grid.cells.flatMap((each) => (each.hidden === true ? [] : [each.address])));
      problems.add(where, "unknown-address", `This statement holds no ${shown(address)}: ${near === undefined ? "name a value by its address, such as \"2002-Q4.Pd.produced\"." : `did you mean "${near}"?`}`);
    }
    return cell;
  };
  const laid = changes.flatMap(({ of, from, figure, where }): LaidChange[] => {
    const [late, early] = [cellAt(of, where), cellAt(from, where)];
    if (late === undefined || early === undefined) return [];
    const change = grid.value(figure.address, "fraction", late.row, { domain: Interval.all, words: `change of ${of} against ${from}` });
    (change.figures as PlacedFigure[]).push({ ...figure, place: change });
    const quotient = grid.value(`${of} / ${from}`, "fraction", late.row, { domain: Interval.all, hidden: true, words: `${of} / ${from}` });
    laying.ties.push({ type: "product", name: quotient.address, amount: late.index, ratio: quotient.index, base: early.index, definition: true });
    laying.ties.push({
      type: "sum", name: `${change.address} = ${of} / ${from} - 1`, total: change.index, parts: [{ of: quotient.index, weight: Ratio.one }], slack: Interval.point(1),
    });
    return [{ change, of: late, from: early }];
  });
  problems.settle();
  return { changes: laid, statedTies: [] };
}

/** What a statement declares by address: values of its own, printed changes of one value against another, and ties in arithmetic. */
import { equation, layEquations, type Equation } from "../balance/equation.ts";
import { GraphBuilder, type Tie } from "../balance/graph.ts";
import { shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import type { Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import type { PlacedFigure } from "./figures.ts";
import type { Laying } from "./laying.ts";
import { changeWords } from "./naming.ts";
import { nearestTo } from "../problem/nearest.ts";
import { Problems } from "../problem/problems.ts";
import type { ReadStatement } from "./read.ts";

/** A printed change: new / old, less one; of a fall, one less new / old. @internal */
export interface LaidChange {
  readonly change: Cell;
  readonly of: Cell;
  readonly from: Cell;
  readonly fall: boolean;
}

/** A tie of the statement's own, with its place among the ties. @internal */
export interface LaidTie {
  readonly name: string;
  readonly tie: number;
}

/** A relation to lay: its equation, and the cell that each name in it stands for, with what one of its units is in base units. */
interface Declared {
  readonly name: string;
  readonly equation: Equation;
  readonly cellOf: ReadonlyMap<string, Cell>;
  /** The unit in which a value counts, or nothing for base units. */
  readonly unitOf: ((cell: Cell) => Unit) | undefined;
  readonly where: string;
}

/**
 * Lays what was declared.
 *
 * @param unitOf - the unit in which a value counts in a tie.
 * @throws {@link HeadgradeError} `invalid-statement`, with every address that is not there, and every name that is.
 * @internal
 */
export function layDeclared(
  { terms: { changes, ties }, values }: ReadStatement, laying: Laying, unitOf: (cell: Cell) => Unit,
): { readonly changes: readonly LaidChange[]; readonly statedTies: readonly LaidTie[] } {
  const { grid } = laying;
  const problems = new Problems("statement");
  const alone = grid.row({ scope: "area", area: undefined, period: "", product: undefined, metal: undefined });
  // Two values of one name would pass for one.
  const isTaken = (name: string, where: string): boolean => {
    if (grid.find(name) === undefined) return false;
    problems.add(where, "invalid-statement", `${shown(name)} is what another value of this statement is called: give this one a name of its own.`);
    return true;
  };
  for (const { name, kind, signed, figures } of values) {
    if (isTaken(name, `values.${name}`)) continue;
    const cell = grid.value(name, kind, alone, { words: name, ...(signed ? { domain: Interval.all } : {}) });
    for (const figure of figures) (cell.figures as PlacedFigure[]).push({ ...figure, place: cell });
  }
  const cellAt = (address: string, where: string): Cell | undefined => {
    const cell = grid.find(address);
    if (cell !== undefined) return cell;
    const near = nearestTo(address, grid.cells.flatMap((each) => (each.hidden === true ? [] : [each.address])));
    problems.add(where, "unknown-address", `This statement holds no ${shown(address)}: ${near === undefined ? "name a value by its address, such as \"2002-Q4.Pd.produced\"." : `did you mean "${near}"?`}`);
    return undefined;
  };
  const declared: Declared[] = [];
  const printed = new Map<string, Cell>();
  const laidChanges = changes.flatMap(({ of, from, fall, address, figures, where }): LaidChange[] => {
    const [late, early] = [cellAt(of, where), cellAt(from, where)];
    if (late === undefined || early === undefined) return [];
    if (late.kind !== early.kind) {
      problems.add(where, "wrong-kind", `A change is between two values of one kind, and ${of} is a ${late.kind} and ${from} a ${early.kind}.`);
      return [];
    }
    // A change that was printed again is one fact, printed twice.
    const known = printed.get(address);
    if (known !== undefined) {
      for (const figure of figures) (known.figures as PlacedFigure[]).push({ ...figure, place: known });
      return [];
    }
    if (isTaken(address, where)) return [];
    const change = grid.value(address, "fraction", late.row, { domain: Interval.all, words: changeWords(late, early, fall) });
    for (const figure of figures) (change.figures as PlacedFigure[]).push({ ...figure, place: change });
    printed.set(address, change);
    const cellOf = new Map([["change", change], ["new", late], ["old", early]]);
    declared.push({
      name: `${change.words ?? ""} = ${fall ? "1 - new / old" : "new / old - 1"}`, equation: equation(fall ? "{change} = 1 - {new}/{old}" : "{change} = {new}/{old} - 1"),
      cellOf, unitOf: undefined, where,
    });
    return [{ change, of: late, from: early, fall }];
  });
  const from = declared.length;
  for (const { name, tie, where } of ties) {
    const parsed = problems.try(where, () => equation(tie));
    const cellOf = new Map<string, Cell>();
    for (const id of parsed?.names ?? []) {
      const cell = cellAt(id, where);
      if (cell !== undefined) cellOf.set(id, cell);
    }
    if (parsed === undefined || cellOf.size < parsed.names.length) continue;
    declared.push({ name, equation: parsed, cellOf, unitOf, where });
  }
  problems.settle();
  const places = declared.length === 0 ? [] : layAll(declared, laying, problems);
  problems.settle();
  return { changes: laidChanges, statedTies: declared.slice(from).map(({ name }, index) => ({ name, tie: places[from + index] as number })) };
}

// The equations are laid in a graph of their own, on the cells that they name, and then moved into that of the statement.
function layAll(declared: readonly Declared[], { grid, ties }: Laying, problems: Problems): number[] {
  const builder = new GraphBuilder();
  const named = new Map<string, { readonly cell: Cell; readonly unit: Unit | undefined }>();
  const names = declared.map(({ equation: { names: ids }, cellOf, unitOf }) => new Map(ids.map((id) => {
    const cell = cellOf.get(id) as Cell;
    builder.unknown(cell.address, cell.domain ?? Interval.nonNegative);
    const unit = unitOf?.(cell);
    named.set(cell.address, { cell, unit });
    return [id, { name: cell.address, ...(unit === undefined ? {} : { factor: unit.factor }) }] as const;
  })));
  for (const [address, { cell: { figures } }] of named) {
    for (const { figure: { text }, allowed } of figures) builder.print(address, { name: text, interval: allowed });
  }
  const laid = declared.map(({ equation: parsed, name, where }, place) => (
    problems.try(where, () => layEquations(builder, [{ equation: parsed, name }], (id) => names[place]?.get(id))[0]) ?? -1
  ));
  const { unknowns, ties: own } = builder.build();
  const indices = unknowns.map(({ name, domain }) => (named.get(name)?.cell ?? grid.value(name, "mass", (named.values().next().value as { cell: Cell }).cell.row, { domain, hidden: true, words: name })).index);
  const first = ties.length;
  const moved = (place: number): number => indices[place] as number;
  // What a part of an equation stands for needs no name: the equation bears it.
  for (const tie of own) ties.push(movedTie("definition" in tie ? { ...tie, name: "" } : tie, moved));
  return laid.map((place) => first + place);
}

function movedTie(tie: Tie, moved: (place: number) => number): Tie {
  switch (tie.type) {
    case "sum": return { ...tie, total: moved(tie.total), parts: tie.parts.map(({ of, weight }) => ({ of: moved(of), weight })) };
    case "product": return { ...tie, amount: moved(tie.amount), ratio: moved(tie.ratio), base: moved(tie.base) };
    case "bound": return { ...tie, lesser: moved(tie.lesser), greater: moved(tie.greater) };
  }
}

/** Which checks a statement allows: one for each printed ratio against its two amounts, and one for each sum, wherever a figure that it needs was printed. */
import type { Unit } from "../quantity/spelling.ts";
import { addressOf } from "./address.ts";
import type { Cell, Row } from "./cell.ts";
import type { CheckKind, CheckPlan } from "./check.ts";
import { figuresIn, missingIn, type Expression } from "./expression.ts";
import { BASES, wordsOf, type LaidSum, type Layout } from "./layout.ts";
import type { PlacedFigure } from "./read.ts";
import type { Item } from "./vocabulary.ts";

/** Every check of a layout, in the order of the statement. @internal */
export function plansOf({ grid, sums }: Layout, unitOf: (cell: Cell) => Unit): CheckPlan[] {
  const plans: CheckPlan[] = [];
  const add: Add = (kind, row, item, name, expression, bases) => {
    const cell = row.cells[item];
    if (cell === undefined || (cell.figures.length === 0 && figuresIn(expression).length === 0)) return;
    const [focus] = cell.figures;
    plans.push({ kind, name, address: cell.address, unit: focus?.figure.quantity.measure ?? unitOf(cell), focus, expression, bases });
  };
  for (const cell of grid.cells) {
    if (cell.figures.length > 1) plans.push(...sameFactPlans(cell));
    if (cell.item === "throughput") addThroughput(cell, add);
    if (cell.item === "contained") addContained(cell, add);
    if (cell.item === "produced") addProduced(cell, add);
  }
  for (const sum of sums) addSum(sum, add);
  return plans;
}

type Add = (kind: CheckKind, row: Row, item: Item, name: string, expression: Expression, bases: readonly string[]) => void;

// Each print of a fact against each later one.
function sameFactPlans(cell: Cell): CheckPlan[] {
  const { address, figures } = cell;
  return figures.flatMap((focus, place) => figures.slice(place + 1).map((figure): CheckPlan => ({
    kind: "same fact", name: `${wordsOf(cell)}, printed twice`, address, unit: focus.figure.quantity.measure, focus, expression: { type: "figure", figure }, bases: [],
  })));
}

function addContained(cell: Cell, add: Add): void {
  if (cell.figures.length === 0) return;
  add("metal", cell.row, "contained", wordsOf(cell), { type: "product", factors: [oreOf(cell.row), leaf(cell.row, "grade")] }, [BASES.milled]);
}

function addThroughput(cell: Cell, add: Add): void {
  const { row } = cell;
  if (printed(row, "throughput") === undefined && printed(row, "ore") === undefined) return;
  const basis = printed(row, "days") === undefined ? BASES.calendar : BASES.stated;
  add("throughput", row, "throughput", wordsOf(cell), { type: "quotient", over: leaf(row, "ore"), under: daysOf(row) }, [basis]);
}

function addProduced(cell: Cell, add: Add): void {
  const { row } = cell;
  const contained = printed(row, "contained");
  if (contained === undefined && printed(row, "grade") === undefined && printed(row, "recovery") === undefined) return;
  const feed: Expression[] = contained === undefined ? [oreOf(row), leaf(row, "grade")] : [{ type: "figure", figure: contained }];
  add("metal", row, "produced", wordsOf(cell), { type: "product", factors: [...feed, leaf(row, "recovery")] }, [BASES.milled, BASES.recovered]);
}

// A sum checks the whole's own figure. Contained metal is seldom printed: its sum checks the whole's grade, weighted by tonnes, and its recovery,
// weighted by metal.
function addSum({ total, parts, over }: LaidSum, add: Add): void {
  const { row, item } = total;
  const sum: Expression = { type: "sum", parts: parts.map(amountOf) };
  if (item !== "contained" || total.figures.length > 0) add("sum", row, item, `${wordsOf(total)}, ${String(parts.length)} ${over}`, sum, [BASES[over]]);
  if (item !== "contained" || missingIn(sum).length > 0) return;
  const { grade, recovery } = row.cells;
  if (grade !== undefined && grade.figures.length > 0) add("weighted mean", row, "grade", `${wordsOf(grade)}, by tonnes`, { type: "quotient", over: sum, under: oreOf(row) }, [BASES[over]]);
  if (recovery === undefined || recovery.figures.length === 0 || printed(row, "produced") === undefined) return;
  add("weighted mean", row, "recovery", `${wordsOf(recovery)}, by metal`, { type: "quotient", over: leaf(row, "produced"), under: sum }, [BASES[over], BASES.recovered]);
}

function printed(row: Row, item: Item): PlacedFigure | undefined {
  return row.cells[item]?.figures[0];
}

function leaf(row: Row, item: Item): Expression {
  const figure = printed(row, item);
  return figure === undefined ? { type: "missing", address: addressOf({ area: row.area, period: row.label, metal: row.metal, item }) } : { type: "figure", figure };
}

function daysOf({ ore }: Row): Expression {
  const days = printed(ore, "days");
  return days === undefined ? { type: "days", days: ore.period.days } : { type: "figure", figure: days };
}

// The ore as printed, or else as the printed throughput makes it.
function oreOf({ ore }: Row): Expression {
  const throughput = printed(ore, "throughput");
  if (printed(ore, "ore") !== undefined || throughput === undefined) return leaf(ore, "ore");
  return { type: "product", factors: [{ type: "figure", figure: throughput }, daysOf(ore)] };
}

// An amount as printed, or else by the shortest way from figures that were.
function amountOf({ row, item, figures }: Cell): Expression {
  if (figures.length > 0) return leaf(row, item);
  if (item === "ore") return oreOf(row);
  if (item !== "contained") return leaf(row, item);
  const grade = printed(row, "grade");
  const ore = oreOf(row);
  if (grade !== undefined && ore.type !== "missing") return { type: "product", factors: [ore, { type: "figure", figure: grade }] };
  const produced = printed(row, "produced");
  const recovery = printed(row, "recovery");
  if (recovery === undefined || produced === undefined) return leaf(row, item);
  return { type: "quotient", over: { type: "figure", figure: produced }, under: { type: "figure", figure: recovery } };
}

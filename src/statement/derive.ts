/** A value from printed figures: itself where it was printed, else by the shortest way that the vocabulary's relations have to it. */
import type { Cell, Row } from "./cell.ts";
import { missingIn, type Expression } from "./expression.ts";
import type { PlacedFigure } from "./figures.ts";
import { RELATIONS, type Relation } from "./relation.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

/** The first figure printed of an item in a row. @internal */
export function printedIn(row: Row, item: Item): PlacedFigure | undefined {
  return row.cell(item)?.figures[0];
}

/** The value as printed; the days of the calendar where a report states none and goes by them. @internal */
export function leafOf({ figures: [figure], item, address, row, words }: Cell): Expression {
  if (figure !== undefined) return { type: "figure", figure };
  return item === "days" && words === undefined && row.period !== undefined && row.days === "calendar" ? { type: "days", days: row.period.days } : { type: "missing", address };
}

/** The value as printed, or as a printed ratio makes it of another amount. @internal */
export function derivedOf(cell: Cell): Expression {
  if (cell.figures.length > 0 || cell.words !== undefined) return leafOf(cell);
  const ways = RELATIONS.filter(({ scope, ofArea }) => scope === cell.scope && ofArea !== true);
  for (const relation of ways) {
    if (!makes(relation, cell)) continue;
    const made = partsOf(cell.row, relation);
    if (made !== undefined) return { type: "product", factors: relation.base === "days" ? [made.ratio, made.other] : [...factorsOf(made.other), made.ratio] };
  }
  for (const relation of ways) {
    if (relation.base !== cell.item || ITEMS[relation.ratio].of !== ITEMS[cell.item].of) continue;
    const ratio = printedIn(cell.row, relation.ratio);
    const amount = printedIn(cell.row, relation.amount);
    if (ratio !== undefined && amount !== undefined) return { type: "quotient", over: { type: "figure", figure: amount }, under: { type: "figure", figure: ratio } };
  }
  return leafOf(cell);
}

// A recovery is of the metal recovered, where a report tells that from the metal produced.
function makes({ amount, ratio }: Relation, { item, row }: Cell): boolean {
  return ratio === "recovery" && row.scope === "area" ? item === (row.cell("recovered") === undefined ? "produced" : "recovered") : amount === item;
}

// A printed ratio, and its base as printed or as its own rate or grade makes it.
function partsOf(row: Row, { ratio, base }: Relation): { readonly ratio: Expression; readonly other: Expression } | undefined {
  const figure = printedIn(row, ratio);
  const feed = ratio === "grade" ? row.cell("feed") : undefined;
  const of = feed ?? (ITEMS[base].of === "ore" ? row.ore : row).cell(base);
  if (figure === undefined || of === undefined) return undefined;
  const other = base !== "days" && (ITEMS[base].of === "ore" || base === "contained") ? derivedOf(of) : leafOf(of);
  return missingIn(other).length > 0 ? undefined : { ratio: { type: "figure", figure }, other };
}

/** The factors of a product; of anything else, itself. @internal */
export function factorsOf(expression: Expression): readonly Expression[] {
  return expression.type === "product" ? expression.factors : [expression];
}

/**
 * How one figure follows from others: a small formula whose leaves are printed figures, each standing in it once, so that plain interval arithmetic
 * gives its exact range.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { PlacedFigure } from "./figures.ts";

/** A leaf that no figure was printed for. @internal */
interface Missing {
  readonly type: "missing";
  readonly address: string;
}

/** @internal */
export type Expression =
  | { readonly type: "figure"; readonly figure: PlacedFigure }
  | { readonly type: "days"; readonly days: number }
  | Missing
  | { readonly type: "number"; readonly value: Ratio }
  | { readonly type: "scaled"; readonly by: Ratio; readonly of: Expression }
  | { readonly type: "sum"; readonly parts: readonly Expression[] }
  | { readonly type: "product"; readonly factors: readonly Expression[] }
  | { readonly type: "quotient"; readonly over: Expression; readonly under: Expression };

/** The figures that an expression rests on, from left to right. @internal */
export function figuresIn(expression: Expression): readonly PlacedFigure[] {
  const figures: PlacedFigure[] = [];
  visit(expression, (leaf) => {
    if (leaf.type === "figure") figures.push(leaf.figure);
  });
  return figures;
}

/** The addresses that an expression needs and that were not printed. @internal */
export function missingIn(expression: Expression): readonly string[] {
  const missing: string[] = [];
  visit(expression, (leaf) => {
    if (leaf.type === "missing") missing.push(leaf.address);
  });
  return missing;
}

/** Whether an expression rests on the days of the calendar. @internal */
export function hasDays(expression: Expression): boolean {
  let found = false;
  visit(expression, (leaf) => found ||= leaf.type === "days");
  return found;
}

function visit(expression: Expression, look: (leaf: Expression) => void): void {
  switch (expression.type) {
    case "sum":
      for (const part of expression.parts) visit(part, look);
      break;
    case "product":
      for (const factor of expression.factors) visit(factor, look);
      break;
    case "scaled":
      visit(expression.of, look);
      break;
    case "quotient":
      visit(expression.over, look);
      visit(expression.under, look);
      break;
    default:
      look(expression);
  }
}

/** All values that the expression can have, in the base unit; `undefined` where nothing bounds it. @internal */
export function rangeOf(expression: Expression, intervalOf: (figure: PlacedFigure) => Interval): Interval | undefined {
  switch (expression.type) {
    case "figure": return intervalOf(expression.figure);
    case "days": return Interval.point(expression.days);
    case "number": return Interval.point(expression.value);
    case "scaled": return rangeOf(expression.of, intervalOf)?.scaledBy(expression.by);
    case "missing": return undefined;
    case "sum": return combined(expression.parts.map((part) => rangeOf(part, intervalOf)), (a, b) => a.plus(b));
    case "product": return combined(expression.factors.map((factor) => rangeOf(factor, intervalOf)), (a, b) => a.times(b));
    case "quotient": {
      const over = rangeOf(expression.over, intervalOf);
      const under = rangeOf(expression.under, intervalOf);
      return over !== undefined && under !== undefined ? over.dividedBy(under) : undefined;
    }
  }
}

function combined(ranges: readonly (Interval | undefined)[], combine: (a: Interval, b: Interval) => Interval): Interval | undefined {
  return ranges.reduce((all, range) => (all !== undefined && range !== undefined ? combine(all, range) : undefined));
}

/** The value on the printed numbers themselves, in the base unit; `undefined` where it divides by zero or a figure is missing. @internal */
export function valueOf(expression: Expression): Ratio | undefined {
  switch (expression.type) {
    case "figure": return expression.figure.figure.quantity.inBase;
    case "days": return Ratio.of(expression.days);
    case "number": return expression.value;
    case "scaled": return valueOf(expression.of)?.times(expression.by);
    case "missing": return undefined;
    case "sum": return expression.parts.map(valueOf).reduce((sum, part) => (sum !== undefined && part !== undefined ? sum.plus(part) : undefined));
    case "product": return expression.factors.map(valueOf).reduce((product, factor) => (product !== undefined && factor !== undefined ? product.times(factor) : undefined));
    case "quotient": {
      const over = valueOf(expression.over);
      const under = valueOf(expression.under);
      return over !== undefined && under !== undefined && !under.isZero ? over.dividedBy(under) : undefined;
    }
  }
}

/** The expression as a person writes it, with the figures as printed. @internal */
export function textOf(expression: Expression, inside = false): string {
  switch (expression.type) {
    case "figure": return expression.figure.figure.text;
    case "days": return `${String(expression.days)} days`;
    case "number": return numberText(expression.value);
    case "scaled": return `${expression.by.equals(-1) ? "-" : `${numberText(expression.by)} × `}${textOf(expression.of, true)}`;
    case "missing": return `[${expression.address}]`;
    case "sum": {
      const text = expression.parts.map((part) => textOf(part)).join(" + ").replaceAll("+ -", "- ");
      return inside && expression.parts.length > 1 ? `(${text})` : text;
    }
    case "product": return expression.factors.map((factor) => textOf(factor, true)).join(" × ");
    case "quotient": return `${textOf(expression.over, true)} / ${divisorText(expression.under)}`;
  }
}

function divisorText(under: Expression): string {
  const text = textOf(under, true);
  return under.type === "product" ? `(${text})` : text;
}

function numberText(value: Ratio): string {
  return value.isTerminating ? value.toFixed() : value.toFixed({ digits: 6 });
}

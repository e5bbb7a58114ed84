/** Lac des Iles, 2002: the whole year as it was printed, and the same mine over and over as the areas of one larger operation. */
import type { AreaStatement, MetalFigures, PeriodFigures, Statement } from "headgrade";
import { LAC_DES_ILES } from "../test/published/lac-des-iles-2002.ts";

const PERIODS: Readonly<Record<string, PeriodFigures>> = LAC_DES_ILES.periods!;

/** So many mines like it, of which the operation as a whole printed nothing. */
export function mines(count: number): Statement {
  const area: AreaStatement = { periods: PERIODS };
  return { operation: `${String(count)} mines`, areas: Object.fromEntries(Array.from({ length: count }, (_, index) => [`mine ${String(index + 1)}`, area])) };
}

/** The same mines, of which the operation printed the total of every figure that adds, to the last digit. */
export function minesWithTotals(count: number): Statement {
  return { ...mines(count), periods: Object.fromEntries(Object.entries(PERIODS).map(([label, figures]) => [label, totals(figures, count)])) };
}

function totals(figures: PeriodFigures, count: number): PeriodFigures {
  return Object.fromEntries(Object.entries(figures).flatMap(([item, figure]): [string, string | MetalFigures][] => {
    if (item === "ore") return [[item, multiple(figure as string, count)]];
    const { produced } = figure as MetalFigures;
    return typeof produced === "string" ? [[item, { produced: multiple(produced, count) }]] : [];
  }));
}

function multiple(text: string, count: number): string {
  const [digits = "", unit = ""] = text.split(" ");
  return `${(Number(digits.replaceAll(",", "")) * count).toLocaleString("en")} ${unit}`;
}

/** What may be wrong in a published report: its figures handed to the diagnosis as they were printed, and the hypotheses in the report's own terms. */
import type { FigurePlace } from "../../src/balance/conflict.ts";
import type { Outcome } from "../../src/balance/solve.ts";
import { diagnose, type Prints } from "../../src/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../src/diagnosis/diagnosis.ts";
import type { Hypothesis } from "../../src/diagnosis/hypothesis.ts";
import type { OtherUnit, Printed, Rereading } from "../../src/diagnosis/printed.ts";
import { roundingInterval } from "../../src/figure/rounding.ts";
import type { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { around, decimalMarkOf, printedInterval, printedNumber } from "./numeral.ts";
import type { PublishedFigure, ReadReport, Stated } from "./reading.ts";

export interface HypothesisInReport {
  /** Which conflict of the report, from 1. */
  readonly conflict: number;
  readonly rank: number;
  readonly slip: string;
  readonly honest: boolean;
  readonly figures: readonly { readonly id: string; readonly printed: string; readonly reads: string | null }[];
  /** The ties that it repairs, by number. */
  readonly ties: readonly number[];
  readonly proved: boolean;
}

/** One diagnosis for each conflict. Ties that are known to be on another basis than the report's need not hold for a hypothesis, except those it explains. */
export function diagnosed(ready: ReadReport, { graph, numberOf }: Stated, outcome: Outcome): readonly Diagnosis[] {
  if (outcome.verdict !== "contradictory") return [];
  const prints = printsOf(ready, graph.unknowns.map(({ name }) => name));
  const noted = new Set([...numberOf].flatMap(([place, number]) => (ready.ties.get(number)?.basis == null ? [] : [place])));
  const { conflicts } = outcome;
  return conflicts.map((conflict) => {
    const leftOut = new Set([...noted].filter((place) => !conflict.ties.includes(place)));
    const first = [conflict, ...conflicts.filter((other) => other !== conflict)];
    return diagnose(graph, { ...outcome, conflicts: first }, prints, { leftOut, conflicts: 1 })[0]!;
  });
}

export function hypothesesInReport(diagnoses: readonly Diagnosis[], { numberOf, graph }: Stated): HypothesisInReport[] {
  const told = ({ kind, honest, rank, proved, figures, repairs }: Hypothesis, conflict: number): HypothesisInReport => ({
    conflict, rank, slip: kind, honest,
    figures: figures.map(({ unknown, printed, reads }) => ({ id: graph.unknowns[unknown]!.name, printed, reads: reads ?? null })),
    ties: repairs.flatMap((place) => numberOf.get(place) ?? []), proved,
  });
  return diagnoses.flatMap(({ hypotheses }, at) => hypotheses.slice(0, MOST_TOLD).map((hypothesis) => told(hypothesis, at + 1)));
}

/** The most hypotheses told of one conflict. */
const MOST_TOLD = 20;

function printsOf({ figures }: ReadReport, names: readonly string[]): Prints {
  const places = new Map(names.map((name, place) => [name, place]));
  const list = [...figures.values()];
  const neighbours = (figure: PublishedFigure): FigurePlace[] => {
    const row = list.filter(({ quantity, unit }) => quantity === figure.quantity && unit === figure.unit);
    return [-1, 1].flatMap((step) => {
      const unknown = places.get(row[row.indexOf(figure) + step]?.id ?? "");
      return unknown === undefined ? [] : [{ unknown, figure: 0 }];
    });
  };
  return (unknown) => {
    const figure = figures.get(names[unknown]!);
    return figure === undefined ? undefined : printedOf(figure, neighbours(figure));
  };
}

function printedOf({ quantity, period, asPrinted, unit, numberFormat }: PublishedFigure, neighbours: readonly FigurePlace[]): Printed {
  return {
    text: asPrinted, name: `${quantity} (${period})`, decimalMark: decimalMarkOf(numberFormat), units: otherUnits(unit), neighbours,
    read: (text) => readOrNot(text, numberFormat), reread: (rule) => rereadAs(asPrinted, numberFormat, rule),
  };
}

function readOrNot(text: string, numberFormat: string | null): Interval | undefined {
  try {
    return printedInterval(text, numberFormat);
  } catch {
    return undefined;
  }
}

function rereadAs(text: string, numberFormat: string | null, rule: Rereading): Interval | undefined {
  const number = printedNumber(text, numberFormat);
  if (number === undefined || number.value.isZero) return undefined;
  if (rule === "truncated") return roundingInterval(number.value, number.lastPlace, "truncated");
  let { lastPlace } = number;
  while (!number.hasDecimals && number.value.times(Ratio.scaled(1, -lastPlace - 1)).isInteger) lastPlace++;
  return lastPlace === number.lastPlace ? undefined : around({ value: number.value, lastPlace });
}

const OUNCE = Ratio.of("28.349523125").dividedBy("31.1034768");
const SHORT_TON = Ratio.of("0.90718474");
const POUND = Ratio.of("0.45359237");

// The units that are taken for one another, by what the unit says.
function otherUnits(unit: string): OtherUnit[] {
  const plain = unit.toLowerCase();
  if (/\/|\bper\b/.test(plain)) {
    return /\b(?:oz|ounces?) ?(?:\/|per) ?(?:t|ton|tonne)\b/.test(plain)
      ? [{ name: "per tonne for per short ton", factor: SHORT_TON }, { name: "per short ton for per tonne", factor: SHORT_TON.reciprocal() }]
      : [];
  }
  if (/\b(?:oz|ozs|ounces?|koz|moz)\b/.test(plain)) {
    return [{ name: "avoirdupois ounces for troy ounces", factor: OUNCE }, { name: "troy ounces for avoirdupois ounces", factor: OUNCE.reciprocal() }];
  }
  if (/\b(?:lbs?|pounds?|mlbs?)\b/.test(plain)) return [{ name: "kilograms for pounds", factor: POUND.reciprocal() }];
  if (/\b(?:kg|kilograms?)\b/.test(plain)) return [{ name: "pounds for kilograms", factor: POUND }];
  if (/\b(?:short tons?|tons)\b/.test(plain)) return [{ name: "tonnes for short tons", factor: SHORT_TON.reciprocal() }];
  if (/\b(?:t|tonnes?|dmt|wmt|kt|mt)\b/.test(plain)) return [{ name: "short tons for tonnes", factor: SHORT_TON }];
  return [];
}

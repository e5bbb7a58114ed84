/** A published report in the format of the files beside this one (and of others like them), stated as a graph: figures as intervals, ties as equations. */
import { equation, layEquations, type Equation } from "../../src/balance/equation.ts";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { printedInterval } from "./numeral.ts";

/** What is used of a figure; the files tell more of it, for readers. */
export interface PublishedFigure {
  readonly id: string;
  readonly quantity: string;
  readonly period: string;
  readonly days: number | null;
  readonly unit: string;
  readonly asPrinted: string;
  readonly numberFormat: string | null;
}

interface PublishedTie {
  readonly kind: string;
  readonly left: string;
  readonly op: string;
  readonly right: string;
  /** The basis on which the tie is stated, where it is not the report's own. */
  readonly basis: string | null;
}

export interface PublishedReport {
  readonly figures: readonly PublishedFigure[];
  readonly ties: readonly PublishedTie[];
}

/** The constants of the published ties: grams in a troy ounce, pounds in a tonne, tonnes in a short ton. */
const CONSTANTS = { OZ: "31.1034768", LB: Ratio.of("0.00045359237").reciprocal(), ST: "0.90718474" };

/** A report made ready: what can be stated of it, and what cannot. */
export interface ReadReport {
  readonly figures: ReadonlyMap<string, PublishedFigure>;
  /** Where the figures can lie; a figure that was not printed has no interval. */
  readonly intervals: ReadonlyMap<string, Interval | undefined>;
  /** Figures whose sign is certain by what they are. */
  readonly nonNegative: ReadonlySet<string>;
  /** By number, from 1: the equation of each tie, or why there is none. */
  readonly ties: ReadonlyMap<number, PublishedTie & { readonly equation: Equation | Error }>;
  /** Figures that cannot be read. */
  readonly unread: ReadonlyMap<string, Error>;
}

export interface Stated {
  readonly graph: Graph;
  /** The tie that each place of the graph states; definitions state none. */
  readonly numberOf: ReadonlyMap<number, number>;
}

/** The parts of a JSON value that make a report. */
export function reportFrom(value: unknown): PublishedReport {
  const { figures, ties } = fieldsOf(value);
  if (!Array.isArray(figures) || !Array.isArray(ties)) throw new Error("a report has \"figures\" and \"ties\", both lists");
  return {
    figures: figures.map((figure: unknown) => {
      const fields = fieldsOf(figure);
      return {
        id: text(fields["id"]).trim(), quantity: text(fields["quantity"]), period: text(fields["period"]), asPrinted: text(fields["as_printed"]),
        unit: text(fields["unit"] ?? fields["unit_as_printed"]),
        days: typeof fields["days"] === "number" ? fields["days"] : typeof fields["days_in_period"] === "number" ? fields["days_in_period"] : null,
        numberFormat: typeof fields["number_format"] === "string" ? fields["number_format"] : null,
      };
    }),
    ties: ties.map((tie: unknown) => {
      const { kind, left, op, right, basis, note } = fieldsOf(tie);
      return { kind: text(kind), left: text(left), op: text(op), right: text(right), basis: basisFrom(basis, note) };
    }),
  };
}

// The basis as a file states it, or a remark that the tie stands on another one, or is known to fail.
function basisFrom(basis: unknown, note: unknown): string | null {
  if (typeof basis === "string" && basis !== "") return basis;
  return typeof note === "string" && /\bfails?\b|\bbasis\b|\bIF\b|as an equality/i.test(note) ? "another basis, as noted" : null;
}

export function read(report: PublishedReport): ReadReport {
  const figures = new Map<string, PublishedFigure>();
  const intervals = new Map<string, Interval | undefined>();
  const unread = new Map<string, Error>();
  for (const figure of report.figures) {
    if (figures.has(figure.id)) unread.set(figure.id, new Error(`the figure ${JSON.stringify(figure.id)} is listed twice`));
    figures.set(figure.id, figure);
    try {
      intervals.set(figure.id, printedInterval(figure.asPrinted, figure.numberFormat));
    } catch (error) {
      unread.set(figure.id, asError(error));
    }
  }
  const ties = new Map(report.ties.map((tie, place) => {
    const parsed = attempt(() => equation({ left: tie.left, op: tie.op as "=", right: tie.right }, CONSTANTS));
    return [place + 1, { ...tie, equation: parsed instanceof Error ? parsed : checked(parsed, figures, unread) }] as const;
  }));
  return { figures, intervals, unread, ties, nonNegative: certainlyNonNegative(report, intervals) };
}

/** States some of the ties of a report, by number, with the figures that they name. */
export function state({ intervals, nonNegative, ties }: ReadReport, numbers: Iterable<number>): Stated {
  const builder = new GraphBuilder();
  const equations: { readonly equation: Equation; readonly name: string; readonly number: number }[] = [];
  for (const number of numbers) {
    const tie = ties.get(number);
    if (tie === undefined || tie.equation instanceof Error) continue;
    equations.push({ equation: tie.equation, name: `tie ${String(number)}`, number });
    for (const id of tie.equation.names) {
      if (builder.has(id)) continue;
      builder.unknown(id, nonNegative.has(id) ? Interval.nonNegative : Interval.all);
      const interval = intervals.get(id);
      if (interval !== undefined) builder.print(id, { name: id, interval });
    }
  }
  const places = layEquations(builder, equations, (id) => ({ name: id }));
  return { graph: builder.build(), numberOf: new Map(places.map((place, at) => [place, equations[at]!.number])) };
}

const SIGNED = /change|increase|decrease|decline|growth|variance|difference|adjust|drop|fall|\brise|\bup\b|\bdown\b/i;

// A printed figure is just an interval; what it is matters for what it could be instead. Changes and differences can be of either sign.
function certainlyNonNegative({ figures, ties }: PublishedReport, intervals: ReadonlyMap<string, Interval | undefined>): ReadonlySet<string> {
  const changes = new Set(ties.filter(({ kind }) => kind === "percent-change").map(({ left }) => left.replace(/[{}\s]/g, "")));
  const isCertain = ({ id, quantity }: PublishedFigure): boolean => {
    const low = intervals.get(id)?.low;
    return low !== undefined && low.sign >= 0 && !SIGNED.test(quantity) && !changes.has(id);
  };
  return new Set(figures.filter(isCertain).map(({ id }) => id));
}

function checked(parsed: Equation, figures: ReadonlyMap<string, PublishedFigure>, unread: ReadonlyMap<string, Error>): Equation | Error {
  for (const id of parsed.names) {
    if (!figures.has(id)) return new Error(`the tie names ${JSON.stringify(id)}, which is no figure of this report`);
    const error = unread.get(id);
    if (error !== undefined) return new Error(`figure ${JSON.stringify(id)}: ${error.message}`);
  }
  return parsed;
}

function attempt<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    return asError(error);
  }
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value as Readonly<Record<string, unknown>> : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

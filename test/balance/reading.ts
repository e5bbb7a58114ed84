/** Graphs written down briefly: an unknown is the interval printed of it, as a text. */
import { graph, type Graph, type TieInput } from "../../src/balance/graph.ts";
import { Interval } from "../../src/number/interval.ts";

/** `"[1, 2)"`, `"(-inf, 2]"`, or `"5"` for a point. */
export function interval(text: string): Interval {
  const ends = /^([[(])(\S+), (\S+)([\])])$/.exec(text);
  if (ends === null) return Interval.point(text);
  const [, left, low, high, right] = ends;
  return Interval.between({
    low: low === "-inf" ? undefined : low, lowOpen: left === "(", high: high === "inf" ? undefined : high, highOpen: right === ")",
  });
}

/** A graph of unknowns that can be anything, each with the figures printed of it; `""` for none. */
export function anything(printed: Readonly<Record<string, string>>, ties: readonly TieInput[] = []): Graph {
  return graphOver(printed, ties, Interval.all);
}

/** The same of unknowns that are not negative. */
export function amounts(printed: Readonly<Record<string, string>>, ties: readonly TieInput[] = []): Graph {
  return graphOver(printed, ties, Interval.nonNegative);
}

function graphOver(printed: Readonly<Record<string, string>>, ties: readonly TieInput[], domain: Interval): Graph {
  const unknowns = Object.entries(printed).map(([name, text]) => {
    const figures = text === "" ? [] : text.split(" & ").map((each) => ({ name: each, interval: interval(each) }));
    return [name, { domain, printed: figures }] as const;
  });
  return graph({ unknowns: Object.fromEntries(unknowns), ties });
}

export function sum(total: string, ...parts: readonly string[]): TieInput {
  return { total, parts };
}

export function product(amount: string, ratio: string, base: string): TieInput {
  return { amount, ratio, base };
}

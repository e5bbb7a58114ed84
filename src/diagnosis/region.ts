/**
 * The part of a graph around some ties, renumbered, so that a diagnosis in a statement of a hundred thousand figures costs what one in a small report does.
 */
import type { Conflict, FigurePlace } from "../balance/conflict.ts";
import { isDefinition } from "../balance/definition.ts";
import { unknownsIn, type Graph, type Tie, type Unknown } from "../balance/graph.ts";

/** @internal */
export interface Region {
  readonly graph: Graph;
  /** The places of its ties and unknowns in the whole graph. */
  readonly ties: readonly number[];
  readonly unknowns: readonly number[];
  /** The conflicts that lie in it whole, in its own places, definitions left out. */
  readonly conflicts: readonly Conflict[];
  /** Whether ties that hang together with it were left out because it would have grown too large. */
  readonly cut: boolean;
}

/** Which ties speak of each unknown, told once for a graph. @internal */
export type Touching = readonly (readonly number[])[];

/** @internal */
export function touching({ unknowns, ties }: Graph): Touching {
  const lists: number[][] = unknowns.map(() => []);
  for (const [place, tie] of ties.entries()) for (const unknown of new Set(unknownsIn(tie))) lists[unknown]?.push(place);
  return lists;
}

/** All of a small graph; of a large one the ties nearest to a conflict, at most `most` of them beyond its own. @internal */
export function regionAround(graph: Graph, conflict: Conflict, all: readonly Conflict[], near: Touching, most: number): Region {
  if (graph.ties.length <= most) {
    return renumbered(graph, all, { ties: [...graph.ties.keys()], unknowns: [...graph.unknowns.keys()], cut: false });
  }
  const ties = new Set(conflict.ties);
  const unknowns = new Set([...conflict.figures.map(({ unknown }) => unknown), ...conflict.ties.flatMap((tie) => unknownsIn(graph.ties[tie] as Tie))]);
  const limit = ties.size + most;
  const blamed = new Set(conflict.figures.map(({ unknown }) => unknown));
  let cut = false;
  // A set goes on to what is added to it on the way: the nearest ties come first.
  for (const unknown of unknowns) {
    const { domain, figures } = graph.unknowns[unknown] as Unknown;
    // What can be one value only passes nothing on.
    if (!blamed.has(unknown) && (domain.isPoint || figures.some(({ interval }) => interval.isPoint))) continue;
    for (const tie of near[unknown] ?? []) {
      if (ties.has(tie)) continue;
      if (ties.size >= limit) {
        cut = true;
        break;
      }
      ties.add(tie);
      for (const next of unknownsIn(graph.ties[tie] as Tie)) unknowns.add(next);
    }
  }
  return renumbered(graph, all, { ties: [...ties].sort((a, b) => a - b), unknowns: [...unknowns].sort((a, b) => a - b), cut });
}

function renumbered(graph: Graph, all: readonly Conflict[], { ties, unknowns, cut }: Pick<Region, "ties" | "unknowns" | "cut">): Region {
  const tieAt = new Map(ties.map((place, at) => [place, at]));
  const unknownAt = new Map(unknowns.map((place, at) => [place, at]));
  const at = (unknown: number): number => unknownAt.get(unknown) as number;
  const moved = (tie: Tie): Tie => {
    switch (tie.type) {
      case "sum": return { ...tie, total: at(tie.total), parts: tie.parts.map(({ of, weight }) => ({ of: at(of), weight })) };
      case "product": return { ...tie, amount: at(tie.amount), ratio: at(tie.ratio), base: at(tie.base) };
      case "bound": return { ...tie, lesser: at(tie.lesser), greater: at(tie.greater) };
    }
  };
  const conflicts = all.flatMap((conflict) => {
    const stated = conflict.ties.filter((tie) => !isDefinition(graph.ties[tie]));
    if (!stated.every((tie) => tieAt.has(tie)) || !conflict.figures.every(({ unknown }) => unknownAt.has(unknown))) return [];
    const figures = conflict.figures.map(({ unknown, figure }): FigurePlace => ({ unknown: at(unknown), figure }));
    return [{ ties: stated.map((tie) => tieAt.get(tie) as number), figures, irreducible: conflict.irreducible }];
  });
  return {
    graph: { unknowns: unknowns.map((place) => graph.unknowns[place] as Unknown), ties: ties.map((place) => moved(graph.ties[place] as Tie)) },
    ties, unknowns, conflicts, cut,
  };
}

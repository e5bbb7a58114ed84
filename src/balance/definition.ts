/** Definitions: the ties that only say what figureless unknowns stand for. They are never blamed, and stand with whatever rests on them. */
import { unknownsIn, type Graph, type Tie } from "./graph.ts";

/** Whether a tie is a definition. @internal */
export function isDefinition(tie: Tie | undefined): boolean {
  return tie !== undefined && tie.type !== "bound" && tie.definition === true;
}

/** The definitions of a graph, by the unknowns that they define. @internal */
export class Definitions {
  readonly #graph: Graph;
  readonly #of = new Map<number, number>();

  constructor(graph: Graph) {
    this.#graph = graph;
    for (const [place, tie] of graph.ties.entries()) {
      if (!isDefinition(tie)) continue;
      const defined = this.#definedBy(tie);
      if (defined !== undefined) this.#of.set(defined, place);
    }
  }

  // A sum defines its total; a product the latest laid of its unknowns of which nothing is printed or defined yet.
  #definedBy(tie: Tie): number | undefined {
    const isOpen = (place: number): boolean => {
      const unknown = this.#graph.unknowns[place];
      return unknown?.figures.length === 0 && !unknown.domain.isPoint && !this.#of.has(place);
    };
    const open = unknownsIn(tie).filter(isOpen);
    if (tie.type === "sum" && open.includes(tie.total)) return tie.total;
    return open.length === 0 ? undefined : Math.max(...open);
  }

  get isEmpty(): boolean {
    return this.#of.size === 0;
  }

  /** The definitions on which ties rest, one beneath the other. */
  under(ties: Iterable<number>): Set<number> {
    const found = new Set<number>();
    if (this.isEmpty) return found;
    const reach = (place: number): void => {
      for (const unknown of unknownsIn(this.#graph.ties[place] as Tie)) {
        const definition = this.#of.get(unknown);
        if (definition !== undefined && definition !== place) found.add(definition);
      }
    };
    for (const tie of ties) reach(tie);
    for (const definition of found) reach(definition);
    return found;
  }
}

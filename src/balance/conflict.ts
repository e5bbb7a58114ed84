/**
 * What cannot hold together: an irreducible set of ties and figures of a graph, such that any one of them left out lets the rest stand. Not
 * necessarily the fewest there are.
 */
import { decide } from "./decide.ts";
import { unknownsIn, type Graph, type Tie } from "./graph.ts";
import { figureKey, systemOf, type Selection } from "./system.ts";

/**
 * A figure by its places in the graph.
 *
 * @category Balance
 */
export interface FigurePlace {
  readonly unknown: number;
  readonly figure: number;
}

/**
 * Ties and figures that cannot all hold.
 *
 * @category Balance
 */
export interface Conflict {
  /** The ties, by their places in the graph. */
  readonly ties: readonly number[];
  readonly figures: readonly FigurePlace[];
  /** Whether it was proved, by a witness each, that leaving out any one member lets the rest stand. */
  readonly irreducible: boolean;
}

/**
 * How many ties are looked at, over and over, to narrow one conflict down. A conflict of a hundred ties and their figures is proved irreducible well
 * within it; one of thousands would take hours, and is given as it stands.
 */
const MOST_TIES_LOOKED_AT = 25_000;

/**
 * Narrows a selection of a graph that was refuted down to one irreducible conflict.
 *
 * @internal
 */
export function findConflict(graph: Graph, { ties, without }: Required<Selection>, effort: number): Conflict {
  let looked = 0;
  const refutation = (tried: ReadonlySet<number>, left: ReadonlySet<string>): ReadonlySet<number> | "stands" | "undecided" => {
    if (looked > MOST_TIES_LOOKED_AT) return "undecided";
    looked += tried.size;
    const system = systemOf(graph, { ties: tried, without: left });
    if ("empty" in system) return new Set();
    const decision = decide(system, effort);
    return decision.status === "refuted" ? decision.ties : decision.status === "consistent" ? "stands" : "undecided";
  };
  // The ties that a refutation used, if they refute by themselves, else all that it was given.
  const sharpened = (used: ReadonlySet<number>, given: ReadonlySet<number>): ReadonlySet<number> =>
    (used.size < given.size && typeof refutation(used, without) !== "string" ? used : given);

  const first = refutation(ties, without);
  // Refuted once, with other ties about it, and not again within the effort: the conflict is given as wide as it was found.
  if (typeof first === "string") return conflictOf(ties, figuresOf(graph, ties).filter(({ unknown, figure }) => !without.has(figureKey(unknown, figure))), false);
  let irreducible = true;
  let kept = sharpened(first, ties);
  for (const tie of kept) {
    const rest = new Set(kept);
    // What was sharpened away since is not looked at again.
    if (!rest.delete(tie)) continue;
    const outcome = refutation(rest, without);
    if (typeof outcome !== "string") kept = sharpened(outcome, rest);
    else if (outcome === "undecided") irreducible = false;
  }
  const left = new Set(without);
  const figures: FigurePlace[] = [];
  for (const place of figuresOf(graph, kept)) {
    const key = figureKey(place.unknown, place.figure);
    if (left.has(key)) continue;
    left.add(key);
    const outcome = refutation(kept, left);
    if (typeof outcome !== "string") continue;
    if (outcome === "undecided") irreducible = false;
    left.delete(key);
    figures.push(place);
  }
  return conflictOf(kept, figures, irreducible);
}

function conflictOf(ties: ReadonlySet<number>, figures: readonly FigurePlace[], irreducible: boolean): Conflict {
  return { ties: [...ties].sort((a, b) => a - b), figures, irreducible };
}

// The figures on the unknowns that these ties speak of; with no ties at all, those of the unknowns whose own figures disagree.
function figuresOf(graph: Graph, ties: ReadonlySet<number>): FigurePlace[] {
  const unknowns = new Set([...ties].flatMap((tie) => unknownsIn(graph.ties[tie] as Tie)));
  return [...graph.unknowns.entries()].flatMap(([unknown, { figures }]) => (unknowns.has(unknown) || ties.size === 0
    ? figures.map((_, figure) => ({ unknown, figure }))
    : []));
}

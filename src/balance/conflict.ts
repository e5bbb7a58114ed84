/**
 * What cannot hold together: an irreducible set of ties and figures of a graph, such that any one of them left out lets the rest stand. Not
 * necessarily the fewest there are.
 */
import type { Interval } from "../number/interval.ts";
import { deciding } from "./decide.ts";
import { isDefinition, type Definitions } from "./definition.ts";
import { unknownsIn, type Evidence, type Graph, type Tie } from "./graph.ts";
import type { Steps } from "./steps.ts";
import { figureKey, systemOf } from "./system.ts";

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
  /** The ties, by their places in the graph. Definitions are not among them: they say what an unknown stands for, and cannot be wrong. */
  readonly ties: readonly number[];
  readonly figures: readonly FigurePlace[];
  /** Whether it was proved, by a witness each, that leaving out any one member lets the rest stand. */
  readonly irreducible: boolean;
}

/**
 * How many ties are looked at, over and over, to narrow one conflict down. A conflict of a hundred ties and their figures is proved irreducible well
 * within it; one of thousands would take hours, and is given as it stands.
 */
const MOST_TIES_LOOKED_AT = 60_000;

/** What was refuted, and what it may cost to narrow it down. @internal */
export interface Blame {
  /** Ties that were refuted together, definitions and all. */
  readonly ties: ReadonlySet<number>;
  /** Figures that stand aside already. */
  readonly without: ReadonlySet<string>;
  readonly effort: number;
}

/**
 * Narrows what was refuted down to one irreducible conflict. Only ties that are no definitions, and figures, are members of it; definitions stay as long
 * as a member rests on them.
 *
 * @internal
 */
export function* findingConflict(graph: Graph, definitions: Definitions, { ties, without, effort }: Blame): Steps<Conflict> {
  let looked = 0;
  const blamed = new Set([...ties].filter((tie) => !isDefinition(graph.ties[tie])));
  const rest = [...ties].filter((tie) => !blamed.has(tie));
  let pool: readonly number[] = [];
  // In the order in which they were laid, in which narrowing mostly passes on what it finds.
  const withDefinitions = (members: ReadonlySet<number>): Set<number> => (
    new Set([...members, ...definitions.under(members), ...pool].sort((a, b) => a - b))
  );
  function* refuting(members: ReadonlySet<number>, left: ReadonlySet<string>): Steps<ReadonlySet<number> | "stands" | "undecided"> {
    if (looked > MOST_TIES_LOOKED_AT) return "undecided";
    yield;
    const all = withDefinitions(members);
    looked += all.size;
    const system = systemOf(graph, { ties: all, without: left });
    if ("empty" in system) return new Set();
    const decision = yield* deciding(system, effort);
    if (decision.status === "refuted") return new Set([...members].filter((tie) => decision.ties.has(tie)));
    return decision.status === "consistent" ? "stands" : "undecided";
  }
  // The ties that a refutation used, if they refute by themselves, else all that it was given.
  function* sharpening(used: ReadonlySet<number>, given: ReadonlySet<number>): Steps<ReadonlySet<number>> {
    return used.size < given.size && typeof (yield* refuting(used, without)) !== "string" ? used : given;
  }

  let first = yield* refuting(blamed, without);
  if (typeof first === "string") {
    // Perhaps the refutation rests on a definition that none of the ties speaks of.
    pool = rest;
    first = yield* refuting(blamed, without);
  }
  // Refuted once, with other ties about it, and not again within the effort: the conflict is given as wide as it was found.
  if (typeof first === "string") {
    return conflictOf(blamed, figuresOf(graph, ties).filter(({ unknown, figure }) => !without.has(figureKey(unknown, figure))), false);
  }
  let irreducible = true;
  let kept = yield* sharpening(first, blamed);
  for (const tie of kept) {
    const others = new Set(kept);
    // What was sharpened away since is not looked at again.
    if (!others.delete(tie)) continue;
    const outcome = yield* refuting(others, without);
    if (typeof outcome !== "string") kept = yield* sharpening(outcome, others);
    else if (outcome === "undecided") irreducible = false;
  }
  const left = new Set(without);
  const figures: FigurePlace[] = [];
  for (const place of figuresOf(graph, withDefinitions(kept))) {
    const key = figureKey(place.unknown, place.figure);
    if (left.has(key)) continue;
    left.add(key);
    const outcome = yield* refuting(kept, left);
    if (typeof outcome !== "string") continue;
    if (outcome === "undecided") irreducible = false;
    left.delete(key);
    figures.push(place);
  }
  return conflictOf(kept, figures, irreducible);
}

/** Figures of one unknown that leave it no value, of which each is needed for that. @internal */
export function ownConflict({ unknowns }: Graph, unknown: number, without: ReadonlySet<string>): Conflict | undefined {
  const { domain, figures } = unknowns[unknown] as Graph["unknowns"][number];
  let kept = [...figures.keys()].filter((figure) => !without.has(figureKey(unknown, figure)));
  const isEmpty = (places: readonly number[]): boolean => {
    let box: Interval | undefined = domain;
    for (const place of places) box = box?.intersect((figures[place] as Evidence).interval);
    return box === undefined;
  };
  if (!isEmpty(kept)) return undefined;
  for (const place of kept) {
    const others = kept.filter((other) => other !== place);
    if (isEmpty(others)) kept = others;
  }
  return { ties: [], figures: kept.map((figure) => ({ unknown, figure })), irreducible: true };
}

function conflictOf(ties: ReadonlySet<number>, figures: readonly FigurePlace[], irreducible: boolean): Conflict {
  return { ties: [...ties].sort((a, b) => a - b), figures, irreducible };
}

// The figures on the unknowns that these ties speak of.
function figuresOf(graph: Graph, ties: ReadonlySet<number>): FigurePlace[] {
  const unknowns = new Set([...ties].flatMap((tie) => unknownsIn(graph.ties[tie] as Tie)));
  return [...unknowns].sort((a, b) => a - b)
    .flatMap((unknown) => (graph.unknowns[unknown]?.figures ?? []).map((_, figure) => ({ unknown, figure })));
}

/** Trials: what stands, and where a figure may lie, when some figures are left out or read otherwise. Every answer is exact. */
import type { Conflict, FigurePlace } from "../balance/conflict.ts";
import { decide } from "../balance/decide.ts";
import { Definitions, isDefinition } from "../balance/definition.ts";
import { unknownsIn, type Graph, type Tie, type Unknown } from "../balance/graph.ts";
import { narrow } from "../balance/propagate.ts";
import { figureKey, systemOf } from "../balance/system.ts";
import type { Interval } from "../number/interval.ts";
import { groupsOf, type Groups } from "./group.ts";
import { touching, type Region, type Touching } from "./region.ts";

/** A figure read otherwise, or left out where it has no interval; one more of its unknown where there is none in its place. @internal */
export interface Change extends FigurePlace {
  readonly interval: Interval | undefined;
}

/** @internal */
export type Standing = "stands" | "refuted" | "undecided";

/** Where the ties are hard to decide, a few attempts show it; then narrowing alone has to do. */
const MOST_UNDECIDED = 3;

/** A trial of more ties than these counts as several. */
const TIES_A_TRIAL = 50;

/** One region with its conflicts, in which readings are tried. @internal */
export class Trial {
  readonly graph: Graph;
  readonly conflicts: readonly Conflict[];
  /** How many more decisions may be asked for. */
  left: number;
  #undecided = 0;
  readonly #narrowed = new Map<string, readonly Interval[]>();
  readonly #decided = new Map<string, Standing>();
  readonly #effort: number;
  readonly #context: ReadonlySet<number>;
  readonly #broken: ReadonlySet<number>;
  readonly #withoutTies: readonly Conflict[];
  readonly #near: Touching;
  readonly #groups: Groups;
  readonly #below: ReadonlyMap<number, readonly number[]>;
  readonly #stated: readonly (readonly number[])[];

  constructor({ graph, conflicts }: Region, { effort, decisions, broken, leftOut }: {
    readonly effort: number; readonly decisions: number;
    /** The places, in the region, of all ties in any conflict, and of those that need not be respected. */
    readonly broken: ReadonlySet<number>; readonly leftOut: ReadonlySet<number>;
  }) {
    this.graph = graph;
    this.conflicts = conflicts;
    this.left = decisions;
    this.#effort = effort;
    const places = [...graph.ties.keys()];
    this.#context = new Set(places.filter((tie) => !(broken.has(tie) || leftOut.has(tie)) || isDefinition(graph.ties[tie])));
    this.#broken = broken;
    this.#withoutTies = conflicts.filter(({ ties }) => ties.length === 0);
    this.#near = touching(graph);
    this.#groups = groupsOf(graph);
    const { below, stated } = layers(graph);
    this.#below = below;
    this.#stated = stated;
  }

  /** The stated ties that rest on an unknown, through definitions too. */
  restingOn(unknown: number): readonly number[] {
    return this.#stated[unknown] ?? [];
  }

  /** Whether a tie stands in no conflict, and is to be respected. */
  isSound(tie: number): boolean {
    return this.#context.has(tie);
  }

  /** Whether a tie stands in a conflict. */
  isBroken(tie: number): boolean {
    return this.#broken.has(tie);
  }

  /** Where an unknown can lie when changes are made and some conflicts' ties are asked for too; nothing if that is refuted. */
  allowed(unknown: number, changes: readonly Change[], asked: readonly Conflict[]): Interval | undefined {
    const key = this.#keyOf(changes, asked);
    let boxes = this.#narrowed.get(key);
    if (boxes === undefined) this.#narrowed.set(key, boxes = this.#narrow(changes, asked));
    return boxes[unknown];
  }

  // No boxes at all where it is refuted.
  #narrow(changes: readonly Change[], asked: readonly Conflict[]): readonly Interval[] {
    const system = systemOf(this.#changed(changes, asked), { ties: this.#tiesWith(asked, changes) });
    if ("empty" in system) return [];
    const narrowed = narrow(system);
    return "empty" in narrowed ? [] : narrowed.boxes;
  }

  // One figure may stand in many conflicts, and is asked for in each.
  #keyOf(changes: readonly Change[], asked: readonly Conflict[]): string {
    const conflicts = asked.map((conflict) => this.conflicts.indexOf(conflict)).sort((a, b) => a - b);
    return `${conflicts.join()} ${changes.map(({ unknown, figure, interval }) => `${figureKey(unknown, figure)}${String(interval)}`).join()}`;
  }

  /** Whether everything asked for stands when changes are made. */
  standing(changes: readonly Change[], asked: readonly Conflict[]): Standing {
    const key = this.#keyOf(changes, asked);
    let standing = this.#decided.get(key);
    if (standing === undefined) this.#decided.set(key, standing = this.#decide(changes, asked));
    return standing;
  }

  #decide(changes: readonly Change[], asked: readonly Conflict[]): Standing {
    const ties = this.#tiesWith(asked, changes);
    const system = systemOf(this.#changed(changes, asked), { ties });
    if ("empty" in system) return "refuted";
    if (this.left <= 0 || this.#undecided >= MOST_UNDECIDED) return "empty" in narrow(system) ? "refuted" : "undecided";
    this.left = Math.max(0, this.left - Math.ceil(ties.size / TIES_A_TRIAL));
    const { status } = decide(system, this.#effort);
    if (status === "undecided") this.#undecided++;
    return status === "consistent" ? "stands" : status;
  }

  /** A stated tie with the definitions that it rests on. */
  withDefinitions(tie: number): readonly number[] {
    return [tie, ...(this.#below.get(tie) ?? [])];
  }

  /** What one stated tie alone leaves an unknown. */
  alone(unknown: number, changes: readonly Change[], tie: number): Interval | undefined {
    const system = systemOf(this.#changed(changes, []), { ties: new Set(this.withDefinitions(tie)) });
    if ("empty" in system) return undefined;
    const narrowed = narrow(system);
    return "empty" in narrowed ? undefined : narrowed.boxes[unknown];
  }

  // What hangs together with the ties asked for and with the figures changed; nothing else can come to fail.
  #tiesWith(asked: readonly Conflict[], changes: readonly Change[]): ReadonlySet<number> {
    const own = asked.flatMap(({ ties }) => ties);
    const touched = [...changes, ...asked.flatMap(({ figures }) => figures)].flatMap(({ unknown }) => this.#near[unknown] ?? []);
    const groups = new Set([...own, ...touched].map((tie) => this.#groups.of[tie]));
    const ties = new Set(own);
    for (const group of groups) for (const tie of group === undefined ? [] : this.#groups.ties[group] ?? []) if (this.#context.has(tie)) ties.add(tie);
    return ties;
  }

  // The figures of one fact that was printed twice, differently, step aside unless that conflict is the one asked for.
  #changed(changes: readonly Change[], asked: readonly Conflict[]): Graph {
    const aside = this.#withoutTies.filter((conflict) => !asked.includes(conflict)).flatMap(({ figures }) => figures);
    const spoken = new Set(changes.map(({ unknown, figure }) => figureKey(unknown, figure)));
    const asides = aside.filter(({ unknown, figure }) => !spoken.has(figureKey(unknown, figure))).map((place): Change => ({ ...place, interval: undefined }));
    return withChanges(this.graph, [...changes, ...asides]);
  }
}

function withChanges(graph: Graph, changes: readonly Change[]): Graph {
  if (changes.length === 0) return graph;
  const unknowns: Unknown[] = [...graph.unknowns];
  for (const { unknown, figure, interval } of changes) {
    const before = unknowns[unknown] as Unknown;
    const figures = before.figures.map((evidence, at) => {
      if (at !== figure) return evidence;
      // A figure left out keeps its place, and says nothing.
      return { name: evidence.name, interval: interval ?? before.domain };
    });
    if (figure >= figures.length && interval !== undefined) figures.push({ name: "", interval });
    unknowns[unknown] = { ...before, figures };
  }
  return { unknowns, ties: graph.ties };
}

/** The definitions below each stated tie, and the stated ties above each unknown. */
function layers(graph: Graph): { readonly below: ReadonlyMap<number, readonly number[]>; readonly stated: readonly (readonly number[])[] } {
  const definitions = new Definitions(graph);
  const below = new Map<number, readonly number[]>();
  const stated: number[][] = graph.unknowns.map(() => []);
  for (const [place, tie] of graph.ties.entries()) {
    if (isDefinition(tie)) continue;
    const used = [...definitions.under([place])];
    if (used.length > 0) below.set(place, used);
    const reached = new Set([place, ...used].flatMap((other) => unknownsIn(graph.ties[other] as Tie)));
    for (const unknown of reached) stated[unknown]?.push(place);
  }
  return { below, stated };
}

/**
 * The whole of a search: narrow, look for a point of each component, and set conflicts aside one after another until what is left has a point. After a
 * conflict only what rested on its ties is looked at again.
 */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { findingConflict, ownConflict, type Conflict } from "./conflict.ts";
import { narrowingDown, settlingAlone, type Settled } from "./decide.ts";
import { Definitions } from "./definition.ts";
import type { Graph } from "./graph.ts";
import { loneFailures } from "./lone.ts";
import { Narrowing } from "./narrowing.ts";
import type { Outcome } from "./outcome.ts";
import { insideOf } from "./point.ts";
import type { SolveProgress } from "./run.ts";
import type { Steps } from "./steps.ts";
import { componentsOf, emptyIn, figureKey, systemOf, type Constraint, type System } from "./system.ts";
import { verifying } from "./witness.ts";

/** Work that tells how far it is. */
type Told<Result> = Generator<SolveProgress, Result, void>;

/** Decides a graph, step by step. @internal */
export function* solving(graph: Graph, effort: number): Told<Outcome> {
  return yield* new Solving(graph, effort).run();
}

/** A component that was settled, as long as nothing of it is undone. */
interface Part {
  readonly size: number;
  readonly settled: Settled;
}

class Solving {
  readonly #graph: Graph;
  readonly #effort: number;
  readonly #conflicts: Conflict[] = [];
  readonly #ties: Set<number>;
  readonly #without = new Set<string>();
  readonly #parts = new Map<number, Part>();
  #narrowing: Narrowing;
  #definitions: Definitions | undefined;
  #hasLookedForLone = false;

  constructor(graph: Graph, effort: number) {
    this.#graph = graph;
    this.#effort = effort;
    this.#ties = new Set(graph.ties.keys());
    for (const unknown of emptyIn(graph)) this.#setOwnConflictsAside(unknown);
    this.#narrowing = this.#narrowed();
  }

  * run(): Told<Outcome> {
    for (;;) {
      // Said apart: the CommonJS build cannot pause within `??`.
      const narrowed = yield* this.#narrow();
      const searched = narrowed === undefined ? yield* this.#search() : undefined;
      const blamed = narrowed ?? searched;
      if (blamed === undefined) return yield* this.#outcome();
      if (yield* this.#setLoneFailuresAside()) continue;
      yield* this.#setAside(blamed);
    }
  }

  // A fact printed twice, differently, contradicts without any tie: its figures step aside.
  #setOwnConflictsAside(unknown: number): void {
    for (;;) {
      const conflict = ownConflict(this.#graph, unknown, this.#without);
      if (conflict === undefined) return;
      this.#conflicts.push(conflict);
      for (const { figure } of conflict.figures) this.#without.add(figureKey(unknown, figure));
      if (conflict.figures.length === 0) return;
    }
  }

  #narrowed(): Narrowing {
    const system = systemOf(this.#graph, { ties: this.#ties, without: this.#without });
    return new Narrowing("empty" in system ? NOTHING : system);
  }

  * #narrow(): Told<ReadonlySet<number> | undefined> {
    const of = this.#ties.size;
    const emptied = yield* this.#telling(narrowingDown(this.#narrowing), () => ({ stage: "narrowing", done: of - this.#narrowing.pending, of }));
    return emptied && this.#narrowing.tiesOfEmptied(emptied);
  }

  // Settles the components that are not settled yet, and gives back the ties that refute one.
  * #search(): Told<ReadonlySet<number> | undefined> {
    const { boxes, constraints } = this.#narrowing;
    let done = 0;
    for (const component of componentsOf({ boxes, constraints })) {
      done += component.constraints.length;
      if (this.#isSettled(component)) continue;
      const settled = yield* this.#telling(settlingAlone(component, this.#effort), () => ({ stage: "searching", done, of: constraints.length }));
      if ("ties" in settled) return new Set([...settled.ties, ...this.#narrowing.causes(settled.grounds)]);
      const part = { size: component.constraints.length, settled };
      for (const { tie } of component.constraints) this.#parts.set(tie, part);
    }
    return undefined;
  }

  #isSettled({ constraints }: System): boolean {
    const part = this.#parts.get((constraints[0] as Constraint).tie);
    return part?.size === constraints.length && constraints.every(({ tie }) => this.#parts.get(tie) === part);
  }

  // The first time that anything contradicts, every tie that does so by itself is found.
  * #setLoneFailuresAside(): Told<boolean> {
    if (this.#hasLookedForLone) return false;
    this.#hasLookedForLone = true;
    this.#definitions = new Definitions(this.#graph);
    const lone = yield* this.#telling(loneFailures(this.#graph, this.#definitions, { ties: this.#ties, without: this.#without }), () => this.#inConflicts(1));
    for (const [place, tie] of lone.entries()) yield* this.#narrowDown(new Set([tie]), lone.length - place);
    this.#drop(new Set(lone));
    return lone.length > 0;
  }

  * #setAside(blamed: ReadonlySet<number>): Told<void> {
    const conflict = yield* this.#narrowDown(blamed, 1);
    if (conflict.ties.length > 0) this.#drop(new Set(conflict.ties));
    else this.#setFiguresAside(conflict, blamed);
  }

  #setFiguresAside(conflict: Conflict, blamed: ReadonlySet<number>): void {
    for (const { unknown, figure } of conflict.figures) this.#without.add(figureKey(unknown, figure));
    // Definitions alone that no figure explains: nothing can step aside but they.
    if (conflict.figures.length === 0) for (const tie of blamed) this.#ties.delete(tie);
    this.#parts.clear();
    this.#narrowing = this.#narrowed();
  }

  * #narrowDown(blamed: ReadonlySet<number>, left: number): Told<Conflict> {
    const definitions = this.#definitions ??= new Definitions(this.#graph);
    const work = findingConflict(this.#graph, definitions, { ties: blamed, without: this.#without, effort: this.#effort });
    const conflict = yield* this.#telling(work, () => this.#inConflicts(left));
    this.#conflicts.push(conflict);
    return conflict;
  }

  #inConflicts(left: number): SolveProgress {
    return { stage: "conflicts", done: this.#conflicts.length, of: this.#conflicts.length + left };
  }

  #drop(ties: ReadonlySet<number>): void {
    for (const tie of ties) {
      this.#ties.delete(tie);
      this.#parts.delete(tie);
    }
    for (const tie of this.#narrowing.without(ties)) this.#parts.delete(tie);
  }

  * #telling<Result>(work: Steps<Result>, progress: () => SolveProgress): Told<Result> {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      yield progress();
    }
  }

  * #outcome(): Told<Outcome> {
    const { boxes: implied } = this.#narrowing;
    const found = new Map<number, Ratio>();
    let reason: string | undefined;
    for (const { settled } of new Set(this.#parts.values())) {
      if ("found" in settled) for (const [unknown, value] of settled.found) found.set(unknown, value);
      if ("open" in settled) reason = settled.open;
    }
    if (this.#conflicts.length > 0) return { verdict: "contradictory", conflicts: this.#conflicts, rest: reason === undefined ? "consistent" : "undecided", implied };
    if (reason !== undefined) return { verdict: "undecided", reason, implied };
    // The whole graph's witness is checked once more against the graph as it was given.
    const witness = implied.map((box: Interval, place) => found.get(place) ?? insideOf(box));
    const size = this.#graph.ties.length;
    const holds = yield* this.#telling(verifying(this.#graph, witness), () => ({ stage: "searching", done: size, of: size }));
    if (holds) return { verdict: "consistent", witness, implied };
    return { verdict: "undecided", reason: "a point was found that did not pass the exact check", implied };
  }
}

const NOTHING: System = { boxes: [], constraints: [] };

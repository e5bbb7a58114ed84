/**
 * A graph made ready to compute with: one box for each unknown, linear rows and products. A system may hold only some of a graph's ties and figures,
 * which is how conflicts are narrowed down.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Graph, Tie } from "./graph.ts";

/** `sum of weight x unknown` lies in a range. @internal */
export interface Row {
  readonly type: "row";
  readonly terms: readonly { readonly of: number; readonly weight: Ratio }[];
  readonly range: Interval;
  /** The place of the tie in the graph. */
  readonly tie: number;
  /** Further ties that it rests on, where it was drawn from several. */
  readonly also?: readonly number[];
}

/** `amount = ratio x base`. @internal */
export interface Product {
  readonly type: "product";
  readonly amount: number;
  readonly ratio: number;
  readonly base: number;
  readonly tie: number;
  readonly also?: readonly number[];
}

/** @internal */
export type Constraint = Row | Product;

/** @internal */
export interface System {
  readonly boxes: readonly Interval[];
  readonly constraints: readonly Constraint[];
  /** Where unknowns lay whose figures were left out: a likely place to look for them, and no bound. */
  readonly hints?: ReadonlyMap<number, Interval>;
}

/** Which ties and figures of a graph are taken; all of them where nothing is said. @internal */
export interface Selection {
  readonly ties?: ReadonlySet<number>;
  /** Figures left out, as `"place of the unknown/place of the figure"`. */
  readonly without?: ReadonlySet<string>;
}

/** The boxes that a graph's figures leave its unknowns, and the unknowns that they leave none. */
interface Boxes {
  readonly boxes: readonly Interval[];
  readonly empty: readonly number[];
}

const compiled = new WeakMap<Tie, Constraint>();
const boxed = new WeakMap<Graph, Boxes>();

/**
 * The system of a graph, or the unknown whose own figures already leave it no value.
 *
 * @internal
 */
export function systemOf(graph: Graph, { ties, without }: Selection = {}): System | { readonly empty: number } {
  const places = ties ?? graph.ties.keys();
  const constraints = Array.from(places, (place) => constraintOf(graph.ties[place] as Tie, place));
  if (without !== undefined && without.size > 0) return systemWithout(graph, constraints, without);
  const { boxes, empty: [first] } = boxesOf(graph);
  return first === undefined ? { boxes, constraints } : { empty: first };
}

/** The unknowns whose own figures leave them no value. @internal */
export function emptyIn(graph: Graph): readonly number[] {
  return boxesOf(graph).empty;
}

function boxesOf(graph: Graph): Boxes {
  const known = boxed.get(graph);
  if (known !== undefined) return known;
  const boxes: Interval[] = [];
  const empty: number[] = [];
  for (const [place, { domain, figures }] of graph.unknowns.entries()) {
    let box: Interval | undefined = domain;
    for (const { interval } of figures) box = box?.intersect(interval);
    boxes.push(box ?? domain);
    if (box === undefined) empty.push(place);
  }
  boxed.set(graph, { boxes, empty });
  return { boxes, empty };
}

function systemWithout(graph: Graph, constraints: readonly Constraint[], without: ReadonlySet<string>): System | { readonly empty: number } {
  const base = boxesOf(graph);
  const boxes = base.boxes.slice();
  const hints = new Map<number, Interval>();
  for (const key of without) {
    const unknown = Number(key.slice(0, key.indexOf("/")));
    if (hints.has(unknown)) continue;
    const { domain, figures } = graph.unknowns[unknown] as Graph["unknowns"][number];
    let box: Interval | undefined = domain;
    for (const [figure, { interval }] of figures.entries()) {
      if (!without.has(figureKey(unknown, figure))) box = box?.intersect(interval);
      else if (!hints.has(unknown)) hints.set(unknown, interval);
    }
    if (box === undefined) return { empty: unknown };
    boxes[unknown] = box;
  }
  const first = base.empty.find((unknown) => !hints.has(unknown));
  return first === undefined ? { boxes, constraints, hints } : { empty: first };
}

/** @internal */
export function figureKey(unknown: number, figure: number): string {
  return `${String(unknown)}/${String(figure)}`;
}

/** The unknowns that a constraint ties together. @internal */
export function unknownsOf(constraint: Constraint): readonly number[] {
  return constraint.type === "row" ? constraint.terms.map(({ of }) => of) : [constraint.amount, constraint.ratio, constraint.base];
}

function constraintOf(tie: Tie, place: number): Constraint {
  const known = compiled.get(tie);
  // One tie may stand in several graphs, at another place in each.
  if (known?.tie === place) return known;
  const constraint = compile(tie, place);
  compiled.set(tie, constraint);
  return constraint;
}

const MINUS_ONE: Ratio = /* @__PURE__ */ Ratio.one.negated();

function compile(tie: Tie, place: number): Constraint {
  switch (tie.type) {
    case "product": return { type: "product", amount: tie.amount, ratio: tie.ratio, base: tie.base, tie: place };
    case "sum": return { type: "row", terms: merged([...tie.parts, { of: tie.total, weight: MINUS_ONE }]), range: tie.slack, tie: place };
    case "bound": return {
      type: "row", terms: merged([{ of: tie.lesser, weight: Ratio.one }, { of: tie.greater, weight: MINUS_ONE }]), range: Interval.between({ high: 0 }), tie: place,
    };
  }
}

/** One term for each unknown, so that an unknown named twice does not pass for two. @internal */
export function merged(terms: Row["terms"]): Row["terms"] {
  const weights = new Map<number, Ratio>();
  for (const { of, weight } of terms) weights.set(of, weights.get(of)?.plus(weight) ?? weight);
  return [...weights].flatMap(([of, weight]) => (weight.isZero ? [] : [{ of, weight }]));
}

/** The ties that a constraint rests on. @internal */
export function tiesOf({ tie, also }: Constraint): readonly number[] {
  return also === undefined ? [tie] : [tie, ...also];
}

/** The parts of a system that share no unknown which is still open: each can be settled by itself. @internal */
export function componentsOf({ boxes, constraints, hints }: System): System[] {
  const parent = new Map<number, number>();
  const find = (place: number): number => {
    let root = place;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    for (let at = place; at !== root;) {
      const next = parent.get(at) as number;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const open = (place: number): boolean => boxes[place]?.isPoint === false;
  const firsts = constraints.map((constraint) => {
    let first: number | undefined;
    for (const unknown of unknownsOf(constraint)) {
      if (!open(unknown)) continue;
      const root = find(unknown);
      if (first === undefined) first = root;
      else if (root !== first) parent.set(root, first);
    }
    return first;
  });
  const groups = new Map<number, Constraint[]>();
  for (const [place, constraint] of constraints.entries()) {
    const first = firsts[place];
    const root = first === undefined ? -1 : find(first);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [constraint]);
    else group.push(constraint);
  }
  const shared = hints === undefined ? {} : { hints };
  return [...groups.values()].map((group) => ({ boxes, constraints: group, ...shared }));
}

/** A system with its unknowns numbered anew, none but those that its constraints speak of. @internal */
export interface Compact {
  readonly system: System;
  /** The unknowns by their new numbers. */
  readonly unknowns: readonly number[];
}

/** Numbers the unknowns of a small part of a large system anew, so that to look at it costs what the part costs. @internal */
export function compacted({ boxes, constraints, hints }: System): Compact {
  const numbers = new Map<number, number>();
  const unknowns: number[] = [];
  const numbered = (unknown: number): number => {
    let number = numbers.get(unknown);
    if (number === undefined) {
      numbers.set(unknown, number = unknowns.length);
      unknowns.push(unknown);
    }
    return number;
  };
  const own = constraints.map((constraint): Constraint => (constraint.type === "row"
    ? { ...constraint, terms: constraint.terms.map(({ of, weight }) => ({ of: numbered(of), weight })) }
    : { ...constraint, amount: numbered(constraint.amount), ratio: numbered(constraint.ratio), base: numbered(constraint.base) }));
  const near = hints === undefined || hints.size === 0 ? undefined : new Map(unknowns.flatMap((unknown, number) => {
    const hint = hints.get(unknown);
    return hint === undefined ? [] : [[number, hint] as const];
  }));
  const system = { boxes: unknowns.map((unknown) => boxes[unknown] as Interval), constraints: own };
  return { system: near === undefined ? system : { ...system, hints: near }, unknowns };
}

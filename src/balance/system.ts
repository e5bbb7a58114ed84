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
}

/** `amount = ratio x base`. @internal */
export interface Product {
  readonly type: "product";
  readonly amount: number;
  readonly ratio: number;
  readonly base: number;
  readonly tie: number;
}

/** @internal */
export type Constraint = Row | Product;

/** @internal */
export interface System {
  readonly boxes: readonly Interval[];
  readonly constraints: readonly Constraint[];
}

/** Which ties and figures of a graph are taken; all of them where nothing is said. @internal */
export interface Selection {
  readonly ties?: ReadonlySet<number>;
  /** Figures left out, as `"place of the unknown/place of the figure"`. */
  readonly without?: ReadonlySet<string>;
}

const compiled = new WeakMap<Tie, Constraint>();
const boxed = new WeakMap<Graph, readonly Interval[] | { readonly empty: number }>();

/**
 * The system of a graph, or the unknown whose own figures already leave it no value.
 *
 * @internal
 */
export function systemOf(graph: Graph, { ties, without }: Selection = {}): System | { readonly empty: number } {
  const places = ties ?? graph.ties.keys();
  const constraints = Array.from(places, (place) => constraintOf(graph.ties[place] as Tie, place));
  const boxes = without === undefined || without.size === 0 ? boxesOf(graph) : boxesWithout(graph, without);
  return "empty" in boxes ? boxes : { boxes, constraints };
}

function boxesOf(graph: Graph): readonly Interval[] | { readonly empty: number } {
  let boxes = boxed.get(graph);
  if (boxes === undefined) boxed.set(graph, boxes = boxesWithout(graph, NO_FIGURES));
  return boxes;
}

const NO_FIGURES: ReadonlySet<string> = /* @__PURE__ */ new Set();

function boxesWithout({ unknowns }: Graph, without: ReadonlySet<string>): readonly Interval[] | { readonly empty: number } {
  const boxes: Interval[] = [];
  for (const [place, { domain, figures }] of unknowns.entries()) {
    let box: Interval | undefined = domain;
    for (const [index, { interval }] of figures.entries()) {
      if (without.size > 0 && without.has(figureKey(place, index))) continue;
      box = box.intersect(interval);
      if (box === undefined) return { empty: place };
    }
    boxes.push(box);
  }
  return boxes;
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

// One term for each unknown, so that an unknown named twice does not pass for two.
function merged(terms: Row["terms"]): Row["terms"] {
  const weights = new Map<number, Ratio>();
  for (const { of, weight } of terms) weights.set(of, weights.get(of)?.plus(weight) ?? weight);
  return [...weights].flatMap(([of, weight]) => (weight.isZero ? [] : [{ of, weight }]));
}

/** The parts of a system that share no unknown which is still open: each can be settled by itself. @internal */
export function componentsOf({ boxes, constraints }: System): System[] {
  const parent = boxes.map((_, place) => place);
  const find = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = place; at !== root;) [at, parent[at]] = [parent[at] as number, root];
    return root;
  };
  const open = (place: number): boolean => boxes[place]?.isPoint === false;
  for (const constraint of constraints) {
    const [first, ...rest] = unknownsOf(constraint).filter(open);
    if (first !== undefined) for (const other of rest) parent[find(other)] = find(first);
  }
  const groups = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const first = unknownsOf(constraint).find(open);
    const root = first === undefined ? -1 : find(first);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [constraint]);
    else group.push(constraint);
  }
  return [...groups.values()].map((group) => ({ boxes, constraints: group }));
}

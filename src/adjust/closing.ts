/**
 * Exact flows from adjusted ones, so that every balance holds as numbers and not only to rounding: the flows that may be chosen are told at some digits, and
 * those
 * that the balances then leave no choice are computed from them in rationals.
 */
import { Ratio } from "../number/ratio.ts";

/** A stream of a network; -1 is the outside. @internal */
export interface Edge {
  readonly from: number;
  readonly to: number;
}

/** A flow to be closed: near a number, or already exact. @internal */
export interface Closing {
  readonly near: number;
  readonly fixed: Ratio | undefined;
}

/** A sum of flows, by stream, that makes zero. @internal */
export type FlowTie = ReadonlyMap<number, Ratio>;

// Of the largest flow: as many as a double holds.
const KEPT_DIGITS = 15;

/** A number told at so many digits of the largest. @internal */
export function told(value: number, places: number): Ratio {
  return Ratio.of(value.toFixed(Math.min(100, Math.max(0, places))));
}

/** @internal */
export function placesFor(largest: number): number {
  return largest === 0 ? 0 : KEPT_DIGITS - 1 - Math.floor(Math.log10(largest));
}

/**
 * Flows near the given ones that balance exactly at every node; `undefined` where flows that are fixed do not let them.
 *
 * @internal
 */
export function closeFlows(nodes: number, edges: readonly Edge[], flows: readonly Closing[]): readonly Ratio[] | undefined {
  const places = placesFor(flows.reduce((most, { near }) => Math.max(most, Math.abs(near)), 0));
  // The outside is one more node. The largest flows make the tree, since it is they that take up what rounding leaves.
  const outside = nodes;
  const ends = edges.map(({ from, to }) => [from < 0 ? outside : from, to < 0 ? outside : to] as const);
  const rank = (index: number): number => (flows[index]?.fixed === undefined ? Math.abs((flows[index] as Closing).near) : -1);
  const order = edges.map((_, index) => index).sort((a, b) => rank(b) - rank(a));
  const part = Array.from({ length: nodes + 1 }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (part[root] !== root) root = part[root] = part[part[root] as number] as number;
    return root;
  };
  const isInTree = new Uint8Array(edges.length);
  for (const index of order) {
    const [a, b] = (ends[index] as readonly [number, number]).map(rootOf) as [number, number];
    if (a === b) continue;
    part[a] = b;
    isInTree[index] = 1;
  }
  const closed: Ratio[] = flows.map(({ near, fixed }) => fixed ?? told(near, places));
  // What flows into each node less what flows out, without the tree; then leaf by leaf the tree's own flow.
  const surplus = Array.from({ length: nodes + 1 }, () => Ratio.zero);
  const branches = Array.from({ length: nodes + 1 }, () => new Set<number>());
  for (const [index, [from, to]] of ends.entries()) {
    if (isInTree[index] === 1) {
      (branches[from] as Set<number>).add(index);
      (branches[to] as Set<number>).add(index);
    } else {
      surplus[from] = (surplus[from] as Ratio).minus(closed[index] as Ratio);
      surplus[to] = (surplus[to] as Ratio).plus(closed[index] as Ratio);
    }
  }
  const leaves = branches.flatMap((set, node) => (set.size === 1 ? [node] : []));
  for (let leaf = leaves.pop(); leaf !== undefined; leaf = leaves.pop()) {
    const [branch] = branches[leaf] as Set<number>;
    if (branch === undefined) continue;
    const [from, to] = ends[branch] as readonly [number, number];
    const other = from === leaf ? to : from;
    const flow = from === leaf ? surplus[leaf] as Ratio : (surplus[leaf] as Ratio).negated();
    const { fixed } = flows[branch] as Closing;
    if (fixed !== undefined && !fixed.equals(flow)) return undefined;
    closed[branch] = flow.reduced();
    surplus[other] = from === leaf ? (surplus[other] as Ratio).plus(flow) : (surplus[other] as Ratio).minus(flow);
    (branches[leaf] as Set<number>).clear();
    (branches[other] as Set<number>).delete(branch);
    if ((branches[other] as Set<number>).size === 1) leaves.push(other);
  }
  return closed;
}

/**
 * The same under more ties than those of the nodes: elimination in rationals, the largest flows first.
 *
 * @internal
 */
export function closeUnder(ties: readonly FlowTie[], flows: readonly Closing[]): readonly Ratio[] | undefined {
  const places = placesFor(flows.reduce((most, { near }) => Math.max(most, Math.abs(near)), 0));
  const closed: (Ratio | undefined)[] = flows.map(({ fixed }) => fixed);
  const rows = ties.map((tie) => {
    const cells = new Map<number, Ratio>();
    let constant = Ratio.zero;
    for (const [index, factor] of tie) {
      const fixed = closed[index];
      if (fixed === undefined) cells.set(index, factor);
      else constant = constant.minus(factor.times(fixed));
    }
    return { cells, constant };
  });
  const pivots: { readonly index: number; readonly row: (typeof rows)[number] }[] = [];
  const waiting = new Set(rows);
  const sizeOf = (index: number): number => Math.abs((flows[index] as Closing).near);
  const order = flows.flatMap(({ fixed }, index) => (fixed === undefined ? [index] : [])).sort((a, b) => sizeOf(b) - sizeOf(a));
  for (const index of order) {
    const having = [...waiting].filter(({ cells }) => cells.has(index)).sort((a, b) => a.cells.size - b.cells.size);
    const [pivot, ...others] = having;
    if (pivot === undefined) continue;
    waiting.delete(pivot);
    pivots.push({ index, row: pivot });
    const head = pivot.cells.get(index) as Ratio;
    for (const row of others) {
      const factor = (row.cells.get(index) as Ratio).dividedBy(head);
      for (const [other, cell] of pivot.cells) {
        const rest = (row.cells.get(other) ?? Ratio.zero).minus(factor.times(cell));
        if (rest.isZero) row.cells.delete(other);
        else row.cells.set(other, rest.reduced());
      }
      row.constant = row.constant.minus(factor.times(pivot.constant)).reduced();
    }
  }
  if ([...waiting].some(({ constant }) => !constant.isZero)) return undefined;
  const isPivot = new Set(pivots.map(({ index }) => index));
  for (const index of order) if (!isPivot.has(index)) closed[index] = told((flows[index] as Closing).near, places);
  for (const { index, row } of pivots.reverse()) {
    let sum = row.constant;
    for (const [other, cell] of row.cells) if (other !== index) sum = sum.minus(cell.times(closed[other] as Ratio));
    closed[index] = sum.dividedBy(row.cells.get(index) as Ratio).reduced();
  }
  return closed as Ratio[];
}

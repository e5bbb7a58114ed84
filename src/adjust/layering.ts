/** The layers of a flowsheet's picture: every node below those that flow into it, but for streams that return. */

/** A stream by the indices of its nodes; -1 is the outside. @internal */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** @internal */
export interface Layers {
  /** The layer of each node, from 0 where the feed comes in. */
  readonly ranks: readonly number[];
  /** The streams that go back to a layer above, by index. */
  readonly returning: ReadonlySet<number>;
}

/** The same flowsheet always has the same layers: nodes and streams are looked at in the order in which they were given. @internal */
export function layersOf(nodes: number, streams: readonly Ends[]): Layers {
  const returning = returningOf(nodes, streams);
  const inner = streams.filter(({ from, to }, index) => from >= 0 && to >= 0 && !returning.has(index));
  const ranks = Array.from({ length: nodes }, () => 0);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of inner) {
      const least = (ranks[from] ?? 0) + 1;
      if ((ranks[to] ?? 0) < least) [ranks[to], changed] = [least, true];
    }
  }
  // What only the outside flows into stands just above what it flows into.
  for (const node of ranks.keys()) {
    const next = inner.filter(({ from }) => from === node).map(({ to }) => ranks[to] ?? 0);
    if (next.length > 0 && !inner.some(({ to }) => to === node)) ranks[node] = Math.min(...next) - 1;
  }
  return { ranks, returning };
}

// A walk along the streams from the feeds: one that comes to a node from which the walk came returns.
function returningOf(nodes: number, streams: readonly Ends[]): ReadonlySet<number> {
  const state = Array.from({ length: nodes }, (): "new" | "open" | "done" => "new");
  const out = state.map((_, node) => streams.flatMap(({ from, to }, index) => (from === node && to >= 0 ? [{ index, to }] : [])));
  const returning = new Set<number>();
  const starts = [...streams.filter(({ from, to }) => from < 0 && to >= 0).map(({ to }) => to), ...state.keys()];
  for (const start of starts) {
    if (state[start] !== "new") continue;
    state[start] = "open";
    const trail = [{ node: start, at: 0 }];
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = out[top.node]?.[top.at++];
      if (next === undefined) {
        state[top.node] = "done";
        trail.pop();
      } else if (state[next.to] === "open") returning.add(next.index);
      else if (state[next.to] === "new") {
        state[next.to] = "open";
        trail.push({ node: next.to, at: 0 });
      }
    }
  }
  return returning;
}

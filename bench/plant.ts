/** Plants of any size, made from hidden true figures: lines of nodes with recycles, assays of several components, and errors of stated size. */
import type { Flowsheet, FlowsheetStream, MeasuredAssay, MeasuredFlow } from "../src/adjust/flowsheet.ts";

const LINE = 10;

/** What a plant is like. */
export interface PlantShape {
  readonly nodes: number;
  readonly streams: number;
  readonly components: number;
  readonly seed: number;
  /** The share of masses that is measured, and of assays. */
  readonly masses: number;
  readonly assays: number;
  /** The relative standard error of every measurement. */
  readonly error: number;
}

/** A plant as measured, and as it truly is. */
export interface Plant {
  readonly flowsheet: Flowsheet;
  readonly truth: ReadonlyMap<string, number>;
}

/** The same plant for the same shape, wherever it is made. */
export function plant({ nodes, streams, components, seed, masses, assays, error }: PlantShape): Plant {
  const random = generator(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const names = Array.from({ length: nodes }, (_, node) => `n${String(node)}`);
  const of = Array.from({ length: components }, (_, component) => `c${String(component)}`);
  // A feed for every line of ten nodes, a product at the end of each, and a stream from every node to the next of its line.
  const ends: { from: number; to: number }[] = Array.from({ length: Math.ceil(nodes / LINE) }, (_, line) => ({ from: -1, to: line * LINE }));
  const feeds = ends.length;
  for (let node = 0; node < nodes; node++) ends.push({ from: node, to: node + 1 < nodes && (node + 1) % LINE !== 0 ? node + 1 : -1 });
  for (let line = 1; line < feeds; line++) ends.push({ from: (line - 1) * LINE + 1, to: line * LINE });
  while (ends.length < streams) {
    const from = Math.floor(random() * nodes);
    // Near by, mostly: forward, back, now and then into another line or out of the plant.
    const to = random() < 0.1 ? -1 : Math.min(nodes - 1, Math.max(0, from + Math.round(normal() * 4)));
    if (to !== from) ends.push({ from, to });
  }
  // Every node sends a component on by fixed shares, so that its flows solve a linear system: sweeps settle it.
  const shares = of.map(() => {
    const weights = ends.map(({ to }, index) => (index < feeds + nodes ? 1.5 : to < 0 ? 0.2 : 0.3) * (0.3 + random()));
    const totals = names.map((_, node) => ends.reduce((sum, { from }, index) => (from === node ? sum + (weights[index] ?? 0) : sum), 0));
    return weights.map((weight, index) => (index < feeds ? 0.5 + random() : weight / (totals[ends[index]?.from ?? 0] ?? 1)));
  });
  const rest = 100 - components;
  const flows = [...of.keys()].map((component) => settled(ends, nodes, shares[component] ?? [], 1 + component / 2));
  const gangue = settled(ends, nodes, shares[0] ?? [], rest);
  const truth = new Map<string, number>();
  const entries = ends.map(({ from, to }, index): [string, FlowsheetStream] => {
    const name = `s${String(index)}`;
    const mass = flows.reduce((sum, flow) => sum + (flow[index] ?? 0), gangue[index] ?? 0);
    truth.set(`${name}.mass`, mass);
    const measured = (address: string, value: number, unit: string): MeasuredFlow & MeasuredAssay => {
      truth.set(address, value);
      return { value: `${Math.max(0, value * (1 + error * normal())).toFixed(8)} ${unit}`, error: { standard: `${(value * error).toFixed(10)} ${unit}` } };
    };
    const given: Record<string, MeasuredAssay> = {};
    for (const [component, of] of flows.entries()) {
      const value = 100 * (of[index] ?? 0) / mass;
      const assay = measured(`${name}.assays.c${String(component)}`, value, "%");
      if (random() < assays) given[`c${String(component)}`] = assay;
    }
    const flow = measured(`${name}.mass`, mass, "t/h");
    const isMeasured = index < feeds || random() < masses;
    return [name, {
      ...(from < 0 ? {} : { from: names[from] ?? "" }), ...(to < 0 ? {} : { to: names[to] ?? "" }), ...(isMeasured ? { mass: flow } : {}), assays: given,
    }];
  });
  return { flowsheet: { nodes: names, streams: Object.fromEntries(entries) }, truth };
}

function settled(ends: readonly { from: number; to: number }[], nodes: number, shares: readonly number[], feed: number): readonly number[] {
  let through = new Float64Array(nodes);
  let flows: number[] = [];
  for (let sweep = 0; sweep < 5000; sweep++) {
    flows = ends.map(({ from }, index) => (from < 0 ? feed * (shares[index] ?? 0) : (through[from] ?? 0) * (shares[index] ?? 0)));
    const next = new Float64Array(nodes);
    for (const [index, { to }] of ends.entries()) if (to >= 0) next[to] = (next[to] ?? 0) + (flows[index] ?? 0);
    const moved = next.reduce((most, value, node) => Math.max(most, Math.abs(value - (through[node] ?? 0))), 0);
    through = next;
    if (moved < 1e-15 * feed) break;
  }
  return flows;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A circuit in printed digits. Masses, and the mass of every component, each go to the printable number below or above, so that every node still balances;
 * there is
 * always such a rounding, since what flows through a network can be rounded so. Of all of them, this is the one that moves the figures least.
 */
import { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { checkedPrecision } from "../number/rounding.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { AdjustedStream, Circuit } from "./circuit.ts";

/**
 * To how many places after the decimal mark the figures of a circuit are printed.
 *
 * @category Adjustment
 */
export interface PrintedPlaces {
  /** Of the dry masses, in the unit of the flowsheet's masses. */
  readonly mass: number;
  /** Of the mass of each component, in the unit given, or that of the flowsheet's masses. */
  readonly contained?: Readonly<Record<string, number | { readonly places: number; readonly unit: string }>>;
  /** Of the assays, in the unit that each has. */
  readonly assays?: Readonly<Record<string, number>>;
}

/**
 * A stream in printed digits.
 *
 * @category Adjustment
 */
export interface PrintedStream {
  readonly name: string;
  readonly mass: Quantity<"mass"> | Quantity<"throughput">;
  readonly contained: Readonly<Record<string, Quantity<"mass"> | Quantity<"throughput">>>;
  readonly assays: Readonly<Record<string, Quantity<"grade">>>;
}

/**
 * A circuit in printed digits: *rounded*, and then its masses and contained masses close as printed; or *impossible*, and why.
 *
 * @category Adjustment
 */
export type PrintedCircuit =
  | {
    readonly verdict: "rounded";
    readonly streams: readonly PrintedStream[];
    /** The figures that were not rounded to the nearest, by address, so that the balances close. */
    readonly moved: readonly string[];
    /** Whether the printed masses times the printed assays close as well. They seldom do: the product of two rounded figures has more digits than either. */
    readonly assaysClose: boolean;
  }
  | { readonly verdict: "impossible"; readonly reason: string };

/** @internal */
export function printedCircuit(circuit: Circuit, places: PrintedPlaces): PrintedCircuit {
  const { streams, nodes } = circuit;
  if (circuit.outcome !== "balanced") return { verdict: "impossible", reason: `the circuit has no adjusted values: ${circuit.reason ?? ""}` };
  const missing = streams.find(({ mass }) => mass.adjusted === undefined);
  if (missing !== undefined) return { verdict: "impossible", reason: `the mass of ${missing.name} cannot be observed, so no rounding of it can be told to balance` };
  const edges = streams.map(({ from, to }) => ({ from: from === undefined ? -1 : nodes.indexOf(from), to: to === undefined ? -1 : nodes.indexOf(to) }));
  const moved: string[] = [];
  const rounded = (flows: readonly Flow[], at: number, address: (stream: AdjustedStream) => string): readonly Flow[] => {
    checkedPrecision(at, -1000);
    const values = roundNetwork(nodes.length, edges, flows.map(({ exact }) => exact), at);
    for (const [index, value] of values.entries()) {
      if (!value.equals((flows[index] as Flow).exact.rounded({ places: at }))) moved.push(address(streams[index] as AdjustedStream));
    }
    return flows.map(({ measure, basis }, index) => new Quantity<"mass">(measure, values[index] as Ratio, basis, undefined));
  };
  const common = (streams[0] as AdjustedStream).mass.adjusted as Flow;
  const unit = (streams.find(({ mass }) => mass.measured !== undefined)?.mass.measured ?? common).unit;
  const masses = rounded(streams.map(({ mass }) => (mass.adjusted as Flow).to(unit as never)), places.mass, ({ name }) => `${name}.mass`);
  const contained = new Map<string, readonly Flow[]>();
  for (const [component, how] of Object.entries(places.contained ?? {})) {
    requireComponent(circuit, component);
    const lacking = streams.find((stream) => stream.contained[component] === undefined);
    if (lacking !== undefined) return { verdict: "impossible", reason: `the ${component} in ${lacking.name} cannot be observed, so no rounding of it can be told to balance` };
    const flows = streams.map((stream) => stream.contained[component] as Flow).map((flow) => (typeof how === "number" ? flow : flow.to(how.unit as never)));
    contained.set(component, rounded(flows, typeof how === "number" ? how : how.places, ({ name }) => `${name}.contained.${component}`));
  }
  for (const component of Object.keys(places.assays ?? {})) requireComponent(circuit, component);
  const printed = streams.map((stream, index): PrintedStream => ({
    name: stream.name, mass: masses[index] as Flow,
    contained: Object.fromEntries([...contained].map(([component, flows]) => [component, flows[index] as Flow])),
    assays: Object.fromEntries(Object.entries(places.assays ?? {}).flatMap(([component, at]) => {
      const assay = stream.assays[component]?.adjusted;
      return assay === undefined ? [] : [[component, assay.rounded({ places: at })]];
    })),
  }));
  return { verdict: "rounded", streams: printed, moved, assaysClose: assaysClose(nodes.length, edges, printed, Object.keys(places.assays ?? {})) };
}

type Flow = Quantity<"mass"> | Quantity<"throughput">;

interface Edge {
  readonly from: number;
  readonly to: number;
}

function requireComponent({ components }: Circuit, component: string): void {
  if (components.includes(component)) return;
  throw new HeadgradeError("unknown-item", `The circuit has no component ${JSON.stringify(component)}: its components are ${components.join(", ")}.`, { given: component });
}

function assaysClose(nodes: number, edges: readonly Edge[], printed: readonly PrintedStream[], components: readonly string[]): boolean {
  return components.every((component) => {
    const sums = Array.from({ length: nodes }, () => Ratio.zero);
    for (const [index, { from, to }] of edges.entries()) {
      const { mass, assays } = printed[index] as PrintedStream;
      const flow = mass.inBase.times(assays[component]?.inBase ?? 0);
      if (from >= 0) sums[from] = (sums[from] as Ratio).minus(flow);
      if (to >= 0) sums[to] = (sums[to] as Ratio).plus(flow);
    }
    return sums.every(({ isZero }) => isZero);
  });
}

/**
 * Flows that balance at every node, rounded so that they still do: each to the nearest first, and then, unit by unit, along the paths that cost least, from the
 * nodes that have too much to those that have too little. On a single node this is rounding the parts together.
 *
 * @internal
 */
export function roundNetwork(nodes: number, edges: readonly Edge[], flows: readonly Ratio[], places: number): readonly Ratio[] {
  const outside = nodes;
  const ends = edges.map(({ from, to }) => [from < 0 ? outside : from, to < 0 ? outside : to] as const);
  const scale = Ratio.scaled(1, places);
  const floors = flows.map((flow) => flow.rounded({ places }, "floor"));
  const remainders = flows.map((flow, index) => flow.minus(floors[index] as Ratio).times(scale));
  const shares = remainders.map((remainder) => remainder.toNumber());
  const ups: number[] = flows.map((flow, index) => (flow.rounded({ places }).equals(floors[index] as Ratio) ? 0 : 1));
  const surplus = Array.from({ length: nodes + 1 }, () => Ratio.zero);
  for (const [index, [from, to]] of ends.entries()) {
    const change = Ratio.of(ups[index] as number).minus(remainders[index] as Ratio);
    surplus[from] = (surplus[from] as Ratio).minus(change);
    surplus[to] = (surplus[to] as Ratio).plus(change);
  }
  const excess = surplus.map((sum) => sum.toNumber());
  while (excess.some((units) => units > 0)) {
    const { costs, arrived } = cheapestFrom(excess, ends, shares, ups, remainders);
    let end = -1;
    for (const [node, units] of excess.entries()) if (units < 0 && (end < 0 || (costs[node] as number) < (costs[end] as number))) end = node;
    let node = end;
    for (let edge = arrived[node] as number; edge >= 0; edge = arrived[node] as number) {
      const [from, to] = ends[edge] as readonly [number, number];
      ups[edge] = 1 - (ups[edge] as number);
      node = node === to ? from : to;
    }
    excess[end] = (excess[end] as number) + 1;
    excess[node] = (excess[node] as number) - 1;
  }
  return floors.map((floor, index) => (ups[index] === 1 ? floor.plus(Ratio.scaled(1, -places)) : floor));
}

// Bellman and Ford, from all nodes with a surplus at once. A flow that goes up carries a unit onwards; one that goes down, back.
function cheapestFrom(
  excess: readonly number[], ends: readonly (readonly [number, number])[], shares: readonly number[], ups: readonly number[], remainders: readonly Ratio[],
): { readonly costs: readonly number[]; readonly arrived: readonly number[] } {
  const costs = excess.map((units) => (units > 0 ? 0 : Infinity));
  const arrived = excess.map(() => -1);
  for (let round = 0, changed = true; changed && round <= excess.length; round++) {
    changed = false;
    for (const [edge, [from, to]] of ends.entries()) {
      if (remainders[edge]?.isZero === true) continue;
      const [start, end] = ups[edge] === 0 ? [from, to] : [to, from];
      const price = (1 - 2 * (shares[edge] as number)) * (ups[edge] === 0 ? 1 : -1);
      if ((costs[start] as number) + price < (costs[end] as number) - 1e-12 && arrived[start] !== edge) {
        costs[end] = (costs[start] as number) + price;
        arrived[end] = edge;
        changed = true;
      }
    }
  }
  return { costs, arrived };
}

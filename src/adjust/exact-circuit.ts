/** The adjusted circuit in exact numbers: masses and flows of every component that balance at every node to the last digit, and the assays that they make. */
import { Ratio } from "../number/ratio.ts";
import { closeFlows, closeUnder, placesFor, told, type Closing, type Edge, type FlowTie } from "./closing.ts";
import type { Laid, StreamVariables } from "./laying.ts";
import { BASIS } from "./laying.ts";
import type { ReadFlowsheet, ReadStream } from "./reading.ts";

/** @internal */
export interface ExactStream {
  readonly mass: Ratio;
  readonly wetMass: Ratio | undefined;
  readonly moisture: Ratio | undefined;
  /** By component, as mass times the component's unit. */
  readonly flows: readonly Ratio[];
  readonly assays: readonly (Ratio | undefined)[];
}

/** @internal */
export interface ExactCircuit {
  readonly streams: readonly ExactStream[];
  /** Whether every balance holds exactly; where it does not, why. */
  readonly reason: string | undefined;
}

/**
 * @param isKept - whether a measured variable keeps its measured value: it is exact, or nothing else says anything of it.
 * @internal
 */
export function exactCircuit(flowsheet: ReadFlowsheet, laid: Laid, x: Float64Array, isKept: (variable: number) => boolean): ExactCircuit {
  const kept = closedWith(flowsheet, laid, x, isKept);
  if (kept !== undefined) return { streams: kept, reason: undefined };
  const { variables } = laid.model;
  const exact = closedWith(flowsheet, laid, x, (variable) => variables[variable]?.variance === 0);
  if (exact !== undefined) return { streams: exact, reason: undefined };
  const loose = closedWith(flowsheet, laid, x, () => false) ?? [];
  return { streams: loose, reason: "The balances close exactly, but not with every value that was said to be exact: some of those are off in the last digits." };
}

function closedWith(flowsheet: ReadFlowsheet, laid: Laid, x: Float64Array, isKept: (variable: number) => boolean): readonly ExactStream[] | undefined {
  const { nodes, streams, components } = flowsheet;
  const masses = closedMasses(flowsheet, laid, x, isKept);
  if (masses === undefined) return undefined;
  const byComponent: (readonly Ratio[])[] = [];
  for (const component of components.keys()) {
    const flows = streams.map((stream, index): Closing => {
      const { near, assay } = componentOf(stream, laid, x, { index, component, isKept });
      const mass = masses[index] as Ratio;
      return { near, fixed: mass.isZero ? Ratio.zero : assay?.times(mass) };
    });
    const closed = closeFlows(nodes.length, streams, flows);
    if (closed === undefined) return undefined;
    byComponent.push(closed);
  }
  return streams.map((stream, index): ExactStream => {
    const variables = laid.streams[index] as StreamVariables;
    const mass = masses[index] as Ratio;
    const flows = byComponent.map((closed) => closed[index] as Ratio);
    const assays = flows.map((flow, component) => (
      mass.isZero ? componentOf(stream, laid, x, { index, component, isKept }).assay : flow.dividedBy(mass).reduced()
    ));
    return { mass, ...wetOf(stream, variables, x, { mass, isKept }), flows, assays };
  });
}

// Where all streams about some nodes have assays that stay as they are, these too are ties of the masses.
function closedMasses(
  { nodes, streams, components }: ReadFlowsheet, laid: Laid, x: Float64Array, isKept: (variable: number) => boolean,
): readonly Ratio[] | undefined {
  const flows = streams.map((stream, index): Closing => {
    const { mass, wetMass, moisture } = laid.streams[index] as StreamVariables;
    const near = (x[mass] as number) * laid.flowScale;
    if (index === laid.basis) return { near, fixed: BASIS };
    if (stream.mass !== undefined && isKept(mass)) return { near, fixed: stream.mass.value };
    const isWetKept = stream.mass === undefined && wetMass !== undefined && moisture !== undefined && isKept(wetMass) && isKept(moisture);
    if (isWetKept && stream.wetMass !== undefined && stream.moisture !== undefined) {
      return { near, fixed: stream.wetMass.value.times(Ratio.one.minus(stream.moisture.value)) };
    }
    return { near, fixed: undefined };
  });
  const more: FlowTie[] = [];
  for (const component of components.keys()) {
    const assays = streams.map((stream, index) => componentOf(stream, laid, x, { index, component, isKept }).assay);
    for (const group of groups(nodes.length, streams, (index) => assays[index] === undefined)) {
      const tie = tieOf(streams, group, (index) => assays[index] ?? Ratio.zero);
      if (tie !== undefined) more.push(tie);
    }
  }
  if (more.length === 0) return closeFlows(nodes.length, streams, flows);
  const plain = nodes.flatMap((_, node) => tieOf(streams, new Set([node]), () => Ratio.one) ?? []);
  return closeUnder([...plain, ...more], flows);
}

// The parts into which nodes fall when the streams of one kind join them; a part that such a stream joins to the outside is left out.
function groups(nodes: number, edges: readonly Edge[], isJoining: (index: number) => boolean): readonly ReadonlySet<number>[] {
  const outside = nodes;
  const part = Array.from({ length: nodes + 1 }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (part[root] !== root) root = part[root] = part[part[root] as number] as number;
    return root;
  };
  for (const [index, { from, to }] of edges.entries()) if (isJoining(index)) part[rootOf(from < 0 ? outside : from)] = rootOf(to < 0 ? outside : to);
  const found = new Map<number, Set<number>>();
  for (let node = 0; node < nodes; node++) {
    const root = rootOf(node);
    if (root === rootOf(outside)) continue;
    const group = found.get(root) ?? new Set<number>();
    found.set(root, group.add(node));
  }
  return [...found.values()];
}

function tieOf(edges: readonly Edge[], group: ReadonlySet<number>, factorOf: (index: number) => Ratio): FlowTie | undefined {
  const tie = new Map<number, Ratio>();
  for (const [index, { from, to }] of edges.entries()) {
    const sign = (group.has(to) ? 1 : 0) - (group.has(from) ? 1 : 0);
    const factor = sign === 0 ? Ratio.zero : factorOf(index).times(sign);
    if (!factor.isZero) tie.set(index, factor);
  }
  return tie.size === 0 ? undefined : tie;
}

interface Which {
  readonly index: number;
  readonly component: number;
  readonly isKept: (variable: number) => boolean;
}

function componentOf(
  stream: ReadStream, laid: Laid, x: Float64Array, { index, component, isKept }: Which,
): { readonly near: number; readonly assay: Ratio | undefined } {
  const { mass, components } = laid.streams[index] as StreamVariables;
  const { variable, is } = components[component] as StreamVariables["components"][number];
  const scale = laid.flowScale * (laid.assayScales[component] as number);
  const value = x[variable] as number;
  if (is === "flow") return { near: value * scale, assay: undefined };
  return { near: value * (x[mass] as number) * scale, assay: isKept(variable) ? stream.assays[component]?.value : undefined };
}

function wetOf(
  { wetMass, moisture }: ReadStream, variables: StreamVariables, x: Float64Array,
  { mass, isKept }: { readonly mass: Ratio; readonly isKept: (variable: number) => boolean },
): Pick<ExactStream, "wetMass" | "moisture"> {
  if (moisture === undefined || variables.moisture === undefined) return { wetMass: undefined, moisture: undefined };
  const share = isKept(variables.moisture) ? moisture.value : told(x[variables.moisture] as number, placesFor(1));
  if (wetMass === undefined || variables.wetMass === undefined) return { wetMass: mass.dividedBy(Ratio.one.minus(share)).reduced(), moisture: share };
  if (isKept(variables.wetMass) && !isKept(variables.moisture) && !wetMass.value.isZero) {
    return { wetMass: wetMass.value, moisture: Ratio.one.minus(mass.dividedBy(wetMass.value)).reduced() };
  }
  return { wetMass: mass.dividedBy(Ratio.one.minus(share)).reduced(), moisture: share };
}

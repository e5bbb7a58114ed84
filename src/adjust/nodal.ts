/** The nodal test: each balance by itself, with the figures as they were measured. */
import type { NodalTest } from "./circuit.ts";
import type { Given, ReadFlowsheet, ReadStream } from "./reading.ts";
import { beyondWhich, criticalValues } from "./significance.ts";

interface Spread {
  readonly value: number;
  readonly variance: number;
}

/** @internal */
export function nodalTests({ nodes, streams, components }: ReadFlowsheet, level: number): readonly NodalTest[] {
  const tested = nodes.flatMap((node, index) => {
    const about = streams.filter(({ from, to }) => from === index || to === index);
    return [undefined, ...components.keys()].flatMap((component) => {
      const flows = about.map((stream) => ({ sign: stream.to === index ? 1 : -1, flow: measuredFlow(stream, component) }));
      if (flows.some(({ flow }) => flow === undefined)) return [];
      const imbalance = flows.reduce((sum, { sign, flow }) => sum + sign * (flow?.value ?? 0), 0);
      const variance = flows.reduce((sum, { flow }) => sum + (flow?.variance ?? 0), 0);
      if (!(variance > 0)) return [];
      return [{ node, balance: component === undefined ? "mass" : components[component]?.name ?? "", imbalance, statistic: Math.abs(imbalance) / Math.sqrt(variance) }];
    });
  });
  const critical = criticalValues(level, tested.length);
  return tested.sort((a, b) => b.statistic - a.statistic).map((test) => ({ ...test, critical, beyond: beyondWhich(test.statistic, critical) }));
}

// What was measured of a stream's mass, or of a component in it.
function measuredFlow({ mass, wetMass, moisture, assays }: ReadStream, component: number | undefined): Spread | undefined {
  const dry = mass !== undefined ? spreadOf(mass)
    : wetMass === undefined || moisture === undefined ? undefined : product(spreadOf(wetMass), solids(spreadOf(moisture)));
  if (component === undefined || dry === undefined) return dry;
  const assay = assays[component];
  return assay === undefined ? undefined : product(dry, spreadOf(assay));
}

function spreadOf({ value, variance }: Given): Spread {
  return { value: value.toNumber(), variance: variance.toNumber() };
}

function solids({ value, variance }: Spread): Spread {
  return { value: 1 - value, variance };
}

function product(a: Spread, b: Spread): Spread {
  return { value: a.value * b.value, variance: b.value ** 2 * a.variance + a.value ** 2 * b.variance };
}

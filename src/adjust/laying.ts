/** Lays a flowsheet as a model: which variable stands for what, each scaled to be about one, and the balance of every node. */
import { Ratio } from "../number/ratio.ts";
import type { Constraint, Model, Term, Variable } from "./model.ts";
import type { Given, ReadFlowsheet, ReadStream } from "./reading.ts";

/** The variables of one stream, by index. @internal */
export interface StreamVariables {
  readonly mass: number;
  readonly wetMass: number | undefined;
  readonly moisture: number | undefined;
  /** By component: the assay where it was measured, else the flow of the component, which ties of nodes are plain sums of. */
  readonly components: readonly { readonly variable: number; readonly is: "assay" | "flow" }[];
}

/** @internal */
export interface Laid {
  readonly model: Model;
  readonly streams: readonly StreamVariables[];
  /** What each constraint is about, in words. */
  readonly names: readonly string[];
  /** What a variable is multiplied by, in the units of the flowsheet. */
  readonly scales: readonly number[];
  readonly flowScale: number;
  readonly assayScales: readonly number[];
  /** The stream that everything is relative to, where no mass was measured. */
  readonly basis: number | undefined;
}

/** What masses are relative to where none was measured. @internal */
export const BASIS: Ratio = /* @__PURE__ */ Ratio.scaled(100, 0);

/** The flowsheet without the measurements of some addresses. @internal */
export function without(flowsheet: ReadFlowsheet, removed: ReadonlySet<string>): ReadFlowsheet {
  if (removed.size === 0) return flowsheet;
  const kept = (given: Given | undefined, address: string): Given | undefined => (removed.has(address) ? undefined : given);
  return {
    ...flowsheet,
    streams: flowsheet.streams.map((stream): ReadStream => ({
      ...stream, mass: kept(stream.mass, `${stream.name}.mass`), wetMass: kept(stream.wetMass, `${stream.name}.wetMass`),
      moisture: kept(stream.moisture, `${stream.name}.moisture`),
      assays: stream.assays.map((given, index) => kept(given, `${stream.name}.assays.${flowsheet.components[index]?.name ?? ""}`)),
    })),
  };
}

/** @internal */
export function lay(flowsheet: ReadFlowsheet): Laid {
  const { streams, components, nodes, feed } = flowsheet;
  const known = streams.flatMap(({ mass, wetMass }) => [mass, wetMass]).filter((given) => given !== undefined).map(({ value }) => value.toNumber());
  const basis = known.length > 0 ? undefined : feed ?? Math.max(0, streams.findIndex(({ from }) => from < 0));
  const flowScale = known.length > 0 ? Math.max(...known) || 1 : BASIS.toNumber();
  const assaysOf = (component: number): number[] => streams.flatMap(({ assays }) => assays[component]?.value.toNumber() ?? []);
  const assayScales = components.map((_, index) => assaysOf(index).reduce((most, value) => Math.max(most, value), 0) || 1);
  const means = components.map((_, index) => {
    const all = assaysOf(index);
    return all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length / (assayScales[index] as number);
  });
  const guess = known.length === 0 ? 1 : known.reduce((sum, value) => sum + value, 0) / known.length / flowScale;
  const variables: Variable[] = [];
  const scales: number[] = [];
  const measured = ({ value, variance }: Given, scale: number): number => {
    scales.push(scale);
    return variables.push({ start: value.toNumber() / scale, variance: variance.toNumber() / scale / scale }) - 1;
  };
  const free = (start: number, scale: number): number => {
    scales.push(scale);
    return variables.push({ start, variance: undefined }) - 1;
  };
  const constraints: Constraint[] = [];
  const names: string[] = [];
  const laid = streams.map((stream, index): StreamVariables => {
    const { name, mass, wetMass, moisture, assays } = stream;
    const start = guessOf(stream, guess, flowScale);
    const massAt = mass !== undefined ? measured(mass, flowScale)
      : index === basis ? measured({ value: BASIS, variance: Ratio.zero, unit: flowsheet.unit }, flowScale) : free(start, flowScale);
    const moistureAt = moisture === undefined ? undefined : measured(moisture, 1);
    const wetAt = wetMass === undefined ? undefined : measured(wetMass, flowScale);
    if (wetAt !== undefined && moistureAt !== undefined) {
      constraints.push([{ factor: 1, a: massAt }, { factor: -1, a: wetAt }, { factor: 1, a: wetAt, b: moistureAt }]);
      names.push(`${name}: dry mass = wet mass less water`);
    }
    return {
      mass: massAt, moisture: moistureAt, wetMass: wetAt,
      components: assays.map((assay, component) => {
        const scale = assayScales[component] as number;
        return assay === undefined ? { variable: free(start * (means[component] as number), flowScale * scale), is: "flow" } : { variable: measured(assay, scale), is: "assay" };
      }),
    };
  });
  const sums = (make: (stream: StreamVariables, sign: number) => Term, say: string): void => {
    for (const [node, name] of nodes.entries()) {
      constraints.push(streams.flatMap(({ from, to }, index) => {
        const sign = to === node ? 1 : from === node ? -1 : 0;
        return sign === 0 ? [] : [make(laid[index] as StreamVariables, sign)];
      }));
      names.push(`${name}: ${say}`);
    }
  };
  sums(({ mass }, factor) => ({ factor, a: mass }), "mass in = mass out");
  for (const [component, { name }] of components.entries()) {
    sums((stream, factor) => {
      const { variable, is } = stream.components[component] as StreamVariables["components"][number];
      return is === "flow" ? { factor, a: variable } : { factor, a: variable, b: stream.mass };
    }, `${name} in = ${name} out`);
  }
  return { model: { variables, constraints }, streams: laid, names, scales, flowScale, assayScales, basis };
}

function guessOf({ wetMass, moisture }: ReadStream, guess: number, scale: number): number {
  return wetMass === undefined ? guess : wetMass.value.toNumber() * (1 - (moisture?.value.toNumber() ?? 0)) / scale;
}

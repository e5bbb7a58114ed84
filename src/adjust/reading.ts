/** Reads a flowsheet to exact numbers in one unit of flow and one unit for each component, and says at once all that is wrong with it. */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import { type Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { isQuantity, type Quantity } from "../quantity/quantity.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { AdjustOptions, FlowInput, Flowsheet, FlowsheetStream, MeasuredAssay, MeasuredFlow, MeasuredMoisture } from "./flowsheet.ts";
import { varianceOf, type MeasurementError } from "./measurement.ts";
import { isName, Problems } from "../problem/problems.ts";

/** A measurement, in the unit of the flowsheet. @internal */
export interface Given {
  readonly value: Ratio;
  readonly variance: Ratio;
  /** The unit that it was given in. */
  readonly unit: Unit;
}

/** @internal */
export interface ReadStream {
  readonly name: string;
  /** The index of a node; -1 is the outside. */
  readonly from: number;
  readonly to: number;
  readonly mass: Given | undefined;
  readonly wetMass: Given | undefined;
  readonly moisture: Given | undefined;
  /** By component. */
  readonly assays: readonly (Given | undefined)[];
}

/** @internal */
export interface ReadFlowsheet {
  readonly nodes: readonly string[];
  readonly streams: readonly ReadStream[];
  readonly components: readonly { readonly name: string; readonly unit: Unit }[];
  readonly unit: Unit;
  readonly feed: number | undefined;
}

const STREAM_FIELDS = ["from", "to", "mass", "wetMass", "moisture", "assays"] as const;
const DRY_OF: Readonly<Record<string, string>> = { wmt: "dmt", kwmt: "kdmt", wst: "dst" };
const MOST_STREAMS = 20_000;

type Flow = Quantity<"mass"> | Quantity<"throughput">;

interface Raw {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly mass: { readonly flow: Flow; readonly variance: Ratio } | undefined;
  readonly wetMass: { readonly flow: Flow; readonly variance: Ratio } | undefined;
  readonly moisture: Given | undefined;
  readonly assays: ReadonlyMap<string, { readonly grade: Quantity<"grade">; readonly variance: Ratio }>;
}

/** @throws `HeadgradeError` `invalid-balance`. @internal */
export function readFlowsheet(flowsheet: Flowsheet, options: AdjustOptions): ReadFlowsheet {
  const problems = new Problems("balance");
  problems.record(flowsheet, "flowsheet", ["nodes", "streams"]);
  const nodes = readNodes(flowsheet.nodes, problems);
  const entries = problems.entries(flowsheet.streams, "streams", "streams");
  if (entries.length > MOST_STREAMS) {
    throw new HeadgradeError("too-large", `The flowsheet has ${String(entries.length)} streams, and at most ${String(MOST_STREAMS)} are adjusted.`, { given: entries.length });
  }
  const raw = entries.map(([name, stream]) => readStream(name, stream as FlowsheetStream, nodes, problems));
  checkGraph(nodes, raw, problems);
  const unit = commonUnit(raw, problems);
  const components = new Map<string, Unit>();
  for (const { assays } of raw) for (const [name, { grade }] of assays) if (!components.has(name)) components.set(name, grade.measure);
  const feed = readFeed(options.feed, raw, problems);
  problems.settle();
  const inUnit = (given: Raw["mass"]): Given | undefined => {
    if (given === undefined) return undefined;
    const factor = given.flow.measure.factor.dividedBy(unit.factor);
    return { value: given.flow.exact.times(factor).reduced(), variance: given.variance.times(factor).times(factor).reduced(), unit: given.flow.measure };
  };
  const streams = raw.map(({ name, from, to, mass, wetMass, moisture, assays }): ReadStream => ({
    name, from, to, mass: inUnit(mass), wetMass: inUnit(wetMass), moisture,
    assays: [...components].map(([component, { factor: common }]): Given | undefined => {
      const given = assays.get(component);
      if (given === undefined) return undefined;
      const factor = given.grade.measure.factor.dividedBy(common);
      return { value: given.grade.exact.times(factor).reduced(), variance: given.variance.times(factor).times(factor).reduced(), unit: given.grade.measure };
    }),
  }));
  return { nodes, streams, components: [...components].map(([name, of]) => ({ name, unit: of })), unit, feed };
}

function readNodes(given: unknown, problems: Problems): readonly string[] {
  if (!Array.isArray(given) || given.length === 0) {
    problems.add("nodes", "wrong-kind", `Expected a list of the names of nodes and got ${shown(given)}: the places where streams meet.`);
    return [];
  }
  const names: string[] = [];
  for (const name of given as readonly unknown[]) {
    if (!isName(name)) problems.add("nodes", "wrong-kind", `${shown(name)} is no name of a node: it must be text that prints on one line.`);
    else if (names.includes(name)) problems.add("nodes", "out-of-range", `The node ${shown(name)} is named twice.`);
    else names.push(name);
  }
  return names;
}

function readStream(name: string, given: FlowsheetStream, nodes: readonly string[], problems: Problems): Raw {
  if (!isName(name)) problems.add(name, "wrong-kind", `${shown(name)} is no name of a stream: it must be text that prints on one line.`);
  const stream = problems.record(given, name, STREAM_FIELDS) as FlowsheetStream;
  const end = (which: "from" | "to"): number => {
    const node: unknown = stream[which];
    if (node === undefined) return -1;
    const index = nodes.indexOf(node as string);
    if (index < 0) problems.unknown(`${name}.${which}`, node, nodes, "node");
    return index;
  };
  const [from, to] = [end("from"), end("to")];
  if (stream.from === undefined && stream.to === undefined) problems.add(name, "out-of-range", "The stream has no ends: say which node it comes from, which it goes to, or both.");
  if (from >= 0 && from === to) problems.add(name, "out-of-range", `The stream comes from ${shown(stream.from)} and goes to it again: it says nothing about the node.`);
  const moisture = stream.moisture === undefined ? undefined : problems.try(`${name}.moisture`, () => readMoisture(stream.moisture as MeasuredMoisture));
  if (stream.wetMass !== undefined && stream.moisture === undefined) {
    problems.add(`${name}.wetMass`, "basis-mismatch", "A wet mass needs the moisture beside it: balances and assays are of dry mass.");
  }
  const flow = (field: "mass" | "wetMass"): Raw["mass"] => {
    const measured = stream[field];
    return measured === undefined ? undefined : problems.try(`${name}.${field}`, () => readFlow(measured, field === "wetMass"));
  };
  const assays = new Map<string, { grade: Quantity<"grade">; variance: Ratio }>();
  for (const [component, assay] of stream.assays === undefined ? [] : problems.entries(stream.assays, `${name}.assays`, "assays")) {
    const address = `${name}.assays.${component}`;
    if (!isName(component)) problems.add(address, "wrong-kind", `${shown(component)} is no name of a component: it must be text that prints on one line.`);
    const read = problems.try(address, () => readAssay(assay as MeasuredAssay));
    if (read !== undefined) assays.set(component, read);
  }
  return { name, from, to, mass: flow("mass"), wetMass: flow("wetMass"), moisture, assays };
}

function readFlow(given: MeasuredFlow, isWet: boolean): { flow: Flow; variance: Ratio } {
  const flow = flowOf("value", given.value);
  const basis = flow.basis ?? flow.measure.massBasis;
  if (basis !== undefined && (basis === "wet") !== isWet) {
    throw new HeadgradeError("basis-mismatch", isWet ? `${flow.toString()} is dry: give it as mass.` : `${flow.toString()} is wet: give it as wetMass, with its moisture.`, { given: flow.toString() });
  }
  if (flow.exact.sign < 0) throw new HeadgradeError("out-of-range", `${flow.toString()} is negative: a stream flows from one end to the other, so exchange its ends.`, { given: flow.toString() });
  const variance = varianceOf(given.error, flow.exact, (part, amount) => {
    const spread = flowOf(part, amount);
    if (spread.kind !== flow.kind) throw new HeadgradeError("wrong-kind", `The error is ${spread.toString()} and the value ${flow.toString()}: both must be of one kind.`, {});
    return spread.measure.factor.times(spread.exact).dividedBy(flow.measure.factor);
  });
  return { flow, variance };
}

function flowOf(name: string, given: FlowInput): Flow {
  const isRate = isQuantity(given) ? (given).kind === "throughput" : typeof given === "string" && given.includes("/");
  return isRate ? argument(name, "throughput", given as QuantityInput<"throughput">) : argument(name, "mass", given as QuantityInput<"mass">);
}

function readMoisture({ value, error }: MeasuredMoisture): Given {
  const moisture = argument("value", "fraction", value, "moisture");
  if (moisture.inBase.sign < 0 || !moisture.inBase.isLessThan(1)) {
    throw new HeadgradeError("out-of-range", `The moisture is ${moisture.toString()}: it lies between 0 and 100 %.`, { given: moisture.toString() });
  }
  const variance = varianceOf(error, moisture.inBase, (part, amount) => argument(part, "fraction", amount).inBase);
  return { value: moisture.inBase, variance, unit: moisture.measure };
}

function readAssay(given: MeasuredAssay): { grade: Quantity<"grade">; variance: Ratio } {
  if (typeof given === "object" && given !== null as unknown && given.below !== undefined) {
    const limit = argument("below", "grade", given.below);
    requireShare(limit);
    return { grade: limit.dividedBy(2), variance: limit.exact.times(limit.exact).dividedBy(12) };
  }
  const { value, error } = given;
  const grade = argument("value", "grade", value as QuantityInput<"grade">);
  requireShare(grade);
  const variance = varianceOf(error as MeasurementError<QuantityInput<"grade">>, grade.exact, (part, amount) => {
    const spread = argument(part, "grade", amount);
    return spread.inBase.dividedBy(grade.measure.factor);
  });
  return { grade, variance };
}

function requireShare(grade: Quantity<"grade">): void {
  if (grade.inBase.sign >= 0 && !grade.inBase.isGreaterThan(1)) return;
  throw new HeadgradeError("out-of-range", `The assay is ${grade.toString()}: a component is between nothing and all of a stream.`, { given: grade.toString() });
}

function checkGraph(nodes: readonly string[], streams: readonly Raw[], problems: Problems): void {
  const into = new Set(streams.map(({ to }) => to));
  const out = new Set(streams.map(({ from }) => from));
  for (const [index, node] of nodes.entries()) {
    if (!into.has(index)) problems.add(node, "out-of-range", `Nothing flows into the node ${shown(node)}: give the streams that do, or leave it out.`);
    if (!out.has(index)) problems.add(node, "out-of-range", `Nothing flows out of the node ${shown(node)}: give the streams that do, or leave it out.`);
  }
  if (nodes.length === 0) return;
  const part = nodes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (part[root] !== root) root = part[root] = part[part[root] as number] as number;
    return root;
  };
  for (const { from, to } of streams) if (from >= 0 && to >= 0) part[rootOf(from)] = rootOf(to);
  const apart = nodes.filter((_, index) => rootOf(index) !== rootOf(0));
  if (apart.length > 0) {
    problems.add("nodes", "out-of-range", `The flowsheet falls into parts that no stream joins: ${apart.slice(0, 5).join(", ")} ${apart.length === 1 ? "is" : "are"} not joined to ${nodes[0] as string}. Adjust each part by itself.`);
  }
}

function commonUnit(streams: readonly Raw[], problems: Problems): Unit {
  const flows = streams.flatMap(({ name, mass, wetMass }) => [
    ...(mass === undefined ? [] : [{ address: `${name}.mass`, flow: mass.flow }]), ...(wetMass === undefined ? [] : [{ address: `${name}.wetMass`, flow: wetMass.flow }]),
  ]);
  const first = flows.find(({ address }) => address.endsWith(".mass")) ?? flows[0];
  if (first === undefined) return unitOf("mass", "t");
  const { kind, unit, measure } = first.flow;
  for (const { address, flow } of flows) {
    if (flow.kind !== kind) {
      problems.add(address, "wrong-kind", `${flow.toString()} is a ${flow.kind} and ${first.flow.toString()} at ${first.address} is a ${kind}: give all flows as masses, or all as throughputs.`);
    } else if (flow.measure.span !== measure.span) {
      problems.add(address, "period-needed", `${flow.toString()} and ${first.flow.toString()} at ${first.address} are not per the same time: months and years differ in days.`);
    }
  }
  const [over = "", time] = unit.split("/");
  return unitOf(kind, time === undefined ? DRY_OF[over] ?? over : `${DRY_OF[over] ?? over}/${time}`);
}

function readFeed(given: string | undefined, streams: readonly Raw[], problems: Problems): number | undefined {
  if (given !== undefined) {
    const index = streams.findIndex(({ name }) => name === given);
    if (index < 0) problems.unknown("feed", given, streams.map(({ name }) => name), "stream");
    return index;
  }
  const outer = streams.flatMap(({ from }, index) => (from < 0 ? [index] : []));
  return outer.length === 1 ? outer[0] : undefined;
}

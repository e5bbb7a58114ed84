/** Tells a solved flowsheet in the trade's words: figures before and after, shares of the feed, tests and warnings. */
import { Ratio } from "../number/ratio.ts";
import type { Basis, Kind, Role } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { AdjustedQuantity, AdjustedStream, CircuitParts, EstimatedShare } from "./circuit.ts";
import type { Functional } from "./covariance.ts";
import type { ExactStream } from "./exact-circuit.ts";
import { BASIS, lay, without, type Laid, type StreamVariables } from "./laying.ts";
import type { ValueStatus } from "./linear-balance.ts";
import { nodalTests } from "./nodal.ts";
import type { Given, ReadFlowsheet, ReadStream } from "./reading.ts";
import { squareRoot } from "./root.ts";
import { globalTest, measurementTests } from "./significance.ts";
import { solveCircuit, type Solved } from "./solving.ts";
import { warningsOf } from "./warning.ts";

const UNCERTAINTY_DIGITS = 12;
// An adjustment that has less of its measurement's variance than this is rounding: no test is made of it.
const LEAST_SHED = 1e-10;
const PERCENT: Unit = /* @__PURE__ */ unitOf("fraction", "%");

/** @internal */
export function circuitParts(
  read: ReadFlowsheet, removed: ReadonlySet<string>, { level, most }: { readonly level: number; readonly most: number },
): CircuitParts & { readonly converged: boolean } {
  const kept = without(read, removed);
  const laid = lay(kept);
  const solved = solveCircuit(kept, laid, most);
  const teller = new Teller(read, kept, laid, solved, removed);
  const streams = read.streams.map((_, index) => teller.stream(index));
  const figures = streams.flatMap(figuresOf);
  const statistics = figures.flatMap(({ address, statistic }) => (statistic === undefined ? [] : [{ address, statistic }]));
  const unobservable = solved.converged ? figures.filter(({ status }) => status === "unobservable").map(({ address }) => address) : [];
  return {
    outcome: solved.converged ? "balanced" : "not converged", converged: solved.converged, reason: solved.reason, iterations: solved.iterations,
    determination: unobservable.length > 0 ? "under-determined" : solved.degreesOfFreedom > 0 ? "over-determined" : "determined",
    streams, nodes: read.nodes, components: read.components.map(({ name }) => name), globalTest: globalTest(solved.statistic, solved.degreesOfFreedom, level),
    measurementTests: solved.converged ? measurementTests(statistics, level) : [], nodalTests: nodalTests(kept, level), unobservable,
    warnings: [
      ...(laid.basis === undefined ? [] : [`No mass was measured: all masses are per 100 ${read.unit.symbol} of ${read.streams[laid.basis]?.name ?? ""}.`]),
      ...(solved.exact?.reason === undefined ? [] : [solved.exact.reason]), ...warningsOf(streams),
    ],
    tolerance: solved.tolerance,
  };
}

/** All figures of a stream. @internal */
function figuresOf({ mass, wetMass, moisture, assays }: AdjustedStream): readonly AdjustedQuantity<Kind, Role>[] {
  return [mass, wetMass, moisture, ...Object.values(assays)].filter((figure) => figure !== undefined);
}

interface Told {
  readonly address: string;
  readonly original: Given | undefined;
  /** The variable that stands for the figure, where it was measured. */
  readonly variable: number | undefined;
  readonly adjusted: Ratio | undefined;
  readonly functional: Functional;
  /** The unit of the exact numbers, and what the functional is multiplied by to be in it. */
  readonly common: Unit;
  readonly scale: number;
  readonly basis?: Basis;
  readonly role?: Role;
}

class Teller {
  constructor(
    private readonly read: ReadFlowsheet, private readonly kept: ReadFlowsheet, private readonly laid: Laid, private readonly solved: Solved,
    private readonly removed: ReadonlySet<string>,
  ) {}

  stream(index: number): AdjustedStream {
    const { read, laid, kept } = this;
    const original = read.streams[index] as ReadStream;
    const variables = laid.streams[index] as StreamVariables;
    const exact = this.solved.exact?.streams[index];
    const { name, from, to } = original;
    const base = { common: read.unit, scale: laid.flowScale };
    const mass = this.#figure({
      ...base, address: `${name}.mass`, original: original.mass ?? (index === laid.basis ? { value: BASIS, variance: Ratio.zero, unit: read.unit } : undefined),
      variable: kept.streams[index]?.mass !== undefined || index === laid.basis ? variables.mass : undefined,
      adjusted: exact?.mass, functional: new Map([[variables.mass, 1]]), basis: "dry",
    });
    const assays: Record<string, AdjustedQuantity<"grade">> = {};
    const contained: Record<string, Quantity<"mass"> | Quantity<"throughput">> = {};
    const recoveries: Record<string, EstimatedShare<"recovery">> = {};
    for (const [component, { name: of, unit }] of read.components.entries()) {
      const { variable, is } = variables.components[component] as StreamVariables["components"][number];
      const figure = this.#figure({
        address: `${name}.assays.${of}`, original: original.assays[component], variable: is === "assay" ? variable : undefined, adjusted: exact?.assays[component],
        functional: this.#assay(index, component), common: unit, scale: laid.assayScales[component] as number,
      });
      assays[of] = figure as AdjustedQuantity<"grade">;
      const flow = exact?.flows[component];
      if (flow !== undefined && this.solved.determines(this.#flow(index, component).functional)) {
        contained[of] = new Quantity<"mass">(read.unit, flow.times(unit.factor), read.unit.basis, undefined);
      }
      const share = this.#share(index, (stream) => this.#flow(stream, component), (stream) => stream.flows[component]);
      if (share !== undefined) recoveries[of] = estimate(share, "recovery");
    }
    const split = this.#share(index, (stream) => this.#mass(stream), (stream) => stream.mass);
    return Object.freeze({
      name, from: read.nodes[from], to: read.nodes[to], mass: mass as AdjustedStream["mass"], ...this.#wet(index), assays: Object.freeze(assays),
      contained: Object.freeze(contained), split: split === undefined ? undefined : estimate(split, "massPull"), recoveries: Object.freeze(recoveries),
    });
  }

  // The wet mass and the moisture of a stream that has either.
  #wet(index: number): Pick<AdjustedStream, "wetMass" | "moisture"> {
    const { read, laid, kept, solved: { x } } = this;
    const { name, wetMass, moisture } = read.streams[index] as ReadStream;
    if (wetMass === undefined && moisture === undefined) return { wetMass: undefined, moisture: undefined };
    const variables = laid.streams[index] as StreamVariables;
    const exact = this.solved.exact?.streams[index];
    const hasWet = kept.streams[index]?.wetMass !== undefined && variables.wetMass !== undefined;
    const derived = new Map<number, number>();
    if (variables.moisture !== undefined) {
      const dryShare = 1 - (x[variables.moisture] as number);
      derived.set(variables.mass, 1 / dryShare).set(variables.moisture, (x[variables.mass] as number) / dryShare ** 2);
    }
    const wet = this.#figure({
      address: `${name}.wetMass`, original: wetMass, variable: hasWet ? variables.wetMass : undefined, adjusted: exact?.wetMass,
      functional: hasWet ? new Map([[variables.wetMass, 1]]) : derived,
      common: wetUnit(read.unit, wetMass), scale: laid.flowScale, basis: "wet",
    });
    const water = this.#figure({
      address: `${name}.moisture`, original: moisture, variable: variables.moisture, adjusted: exact?.moisture,
      functional: variables.moisture === undefined ? new Map() : new Map([[variables.moisture, 1]]), common: unitOf("fraction", "1"), scale: 1, role: "moisture",
    });
    return { wetMass: wet as AdjustedStream["wetMass"], moisture: water as AdjustedQuantity<"fraction", "moisture"> };
  }

  #mass(index: number): { readonly value: number; readonly functional: Functional } {
    const { mass } = this.laid.streams[index] as StreamVariables;
    return { value: this.solved.x[mass] as number, functional: new Map([[mass, 1]]) };
  }

  #flow(index: number, component: number): { readonly value: number; readonly functional: Functional } {
    const { mass, components } = this.laid.streams[index] as StreamVariables;
    const { variable, is } = components[component] as StreamVariables["components"][number];
    const { x } = this.solved;
    if (is === "flow") return { value: x[variable] as number, functional: new Map([[variable, 1]]) };
    return { value: (x[variable] as number) * (x[mass] as number), functional: new Map([[variable, x[mass] as number], [mass, x[variable] as number]]) };
  }

  #assay(index: number, component: number): Functional {
    const { mass, components } = this.laid.streams[index] as StreamVariables;
    const { variable, is } = components[component] as StreamVariables["components"][number];
    const { x } = this.solved;
    const flow = x[mass] as number;
    return is === "assay" ? new Map([[variable, 1]]) : new Map([[variable, 1 / flow], [mass, -(x[variable] as number) / flow ** 2]]);
  }

  // A quantity of a stream over that of the feed.
  #share(
    index: number, of: (stream: number) => { readonly value: number; readonly functional: Functional }, exactOf: (stream: ExactStream) => Ratio | undefined,
  ): { readonly value: Ratio; readonly deviation: number } | undefined {
    const { feed } = this.read;
    const streams = this.solved.exact?.streams;
    if (feed === undefined || streams === undefined) return undefined;
    const [part, whole] = [exactOf(streams[index] as ExactStream), exactOf(streams[feed] as ExactStream)];
    if (part === undefined || whole === undefined || whole.isZero) return undefined;
    const [top, bottom] = [of(index), of(feed)];
    const slopes = new Map([...top.functional].map(([variable, slope]) => [variable, slope / bottom.value]));
    for (const [variable, slope] of bottom.functional) slopes.set(variable, (slopes.get(variable) ?? 0) - slope * top.value / bottom.value ** 2);
    const variance = index === feed ? (this.solved.determines(top.functional) ? 0 : undefined) : this.solved.variance(slopes);
    return variance === undefined ? undefined : { value: part.dividedBy(whole).reduced(), deviation: Math.sqrt(variance) };
  }

  #figure({ address, original, variable, adjusted, functional, common, scale, basis, role }: Told): AdjustedQuantity<Kind, Role> {
    const { solved } = this;
    const unit = original?.unit ?? common;
    const inUnit = (value: Ratio): Ratio => value.times(common.factor).dividedBy(unit.factor).reduced();
    const quantity = (value: Ratio): Quantity<Kind, Role> => new Quantity<Kind, Role>(unit, inUnit(value), basis ?? unit.basis, role);
    const plain = (value: Ratio): Quantity => new Quantity<Kind>(unit, inUnit(value), basis ?? unit.basis, undefined);
    const shed = variable === undefined ? 0 : solved.shed(variable);
    const measured = variable === undefined ? undefined : this.laid.model.variables[variable];
    const variance = solved.exact === undefined || [...functional.values()].some((slope) => !Number.isFinite(slope)) ? undefined : solved.variance(functional);
    const status: ValueStatus = measured === undefined ? (variance === undefined || adjusted === undefined ? "unobservable" : "observable")
      : measured.variance === 0 ? "exact" : shed > 0 ? "redundant" : "non-redundant";
    const isKnown = solved.exact !== undefined && status !== "unobservable" && adjusted !== undefined;
    const step = measured === undefined || variable === undefined ? 0 : (solved.x[variable] as number) - measured.start;
    const statistic = status === "redundant" && shed > LEAST_SHED && solved.converged ? Math.abs(step) / Math.sqrt(shed * (measured?.variance ?? 1)) : undefined;
    const deviation = variance === undefined ? undefined : Math.sqrt(variance) * scale;
    return Object.freeze({
      address, status, eliminated: this.removed.has(address), measured: original === undefined ? undefined : quantity(original.value),
      measuredStandard: original === undefined ? undefined : plain(squareRoot(original.variance, UNCERTAINTY_DIGITS)),
      adjusted: isKnown ? quantity(adjusted) : undefined, standard: isKnown && deviation !== undefined ? plain(short(deviation)) : undefined,
      adjustment: isKnown && original !== undefined ? plain(adjusted.minus(original.value)) : undefined, statistic,
    });
  }
}

function wetUnit(unit: Unit, wetMass: Given | undefined): Unit {
  return wetMass === undefined ? unitOf(unit.kind, unit.symbol.replace(/^k?dmt|^dst/, (dry) => dry.replace("d", "w"))) : unit;
}

function estimate<R extends Role>({ value, deviation }: { readonly value: Ratio; readonly deviation: number }, role: R): EstimatedShare<R> {
  return Object.freeze({
    value: new Quantity<"fraction", R>(PERCENT, value.times(100), undefined, role), standard: new Quantity<"fraction">(PERCENT, short(100 * deviation), undefined, undefined),
  });
}

// A float's digits, without those that it does not have.
function short(value: number): Ratio {
  return Ratio.of(Number(value.toPrecision(UNCERTAINTY_DIGITS)));
}

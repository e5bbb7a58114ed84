/** The adjusted circuit: streams with their adjusted figures, and the tests. What {@link adjust} gives. */
import { HeadgradeError, shown } from "../error.ts";
import { bundle } from "../markup/bundle.ts";
import type { Markup } from "../markup/element.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { circuitBlocks } from "./circuit-blocks.ts";
import { circuitText } from "./circuit-text.ts";
import { flowsheetPicture, undrawable } from "./flowsheet-picture.ts";
import type { EliminationOutcome } from "./elimination.ts";
import type { ValueStatus } from "./linear-balance.ts";
import { printedCircuit, type PrintedCircuit, type PrintedPlaces } from "./printed.ts";
import type { Beyond, CriticalValues, GlobalTest, MeasurementTest } from "./significance.ts";

/**
 * A figure of a stream before and after the adjustment.
 *
 * @category Adjustment
 */
export interface AdjustedQuantity<K extends Kind = Kind, R extends Role = never> {
  /** As `"feed.mass"`, `"feed.assays.Cu"`. */
  readonly address: string;
  readonly status: ValueStatus;
  /** Whether its measurement was set aside as a gross error. */
  readonly eliminated: boolean;
  readonly measured: Quantity<K, R> | undefined;
  /** The standard uncertainty of the measurement, rounded to 12 digits. */
  readonly measuredStandard: Quantity<K> | undefined;
  /** Exact, so that every balance closes to the last digit; `undefined` where nothing determines it. */
  readonly adjusted: Quantity<K, R> | undefined;
  /** The standard uncertainty of the adjusted value, to first order, rounded to 12 digits. */
  readonly standard: Quantity<K> | undefined;
  /** The adjusted less the measured value, exact. */
  readonly adjustment: Quantity<K> | undefined;
  /** The measurement test: the adjustment over its own standard uncertainty; `undefined` where the measurement is not redundant. */
  readonly statistic: number | undefined;
}

/**
 * A share of the feed, with its standard uncertainty (to first order, rounded to 12 digits).
 *
 * @category Adjustment
 */
export interface EstimatedShare<R extends Role> {
  readonly value: Quantity<"fraction", R>;
  readonly standard: Quantity<"fraction">;
}

/**
 * One stream of an adjusted circuit.
 *
 * @category Adjustment
 */
export interface AdjustedStream {
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Dry mass or throughput. */
  readonly mass: AdjustedQuantity<"mass"> | AdjustedQuantity<"throughput">;
  /** Where a wet mass or a moisture was measured. */
  readonly wetMass: AdjustedQuantity<"mass"> | AdjustedQuantity<"throughput"> | undefined;
  readonly moisture: AdjustedQuantity<"fraction", "moisture"> | undefined;
  /** By component. */
  readonly assays: Readonly<Record<string, AdjustedQuantity<"grade">>>;
  /** The mass or throughput of every component, exact, in the unit of the flowsheet's masses; only of what can be observed. */
  readonly contained: Readonly<Record<string, Quantity<"mass"> | Quantity<"throughput">>>;
  /** The share of the feed's dry mass; `undefined` without a named feed, or where it cannot be observed. */
  readonly split: EstimatedShare<"massPull"> | undefined;
  /** The share of the feed's content of every component; only of what can be observed. */
  readonly recoveries: Readonly<Record<string, EstimatedShare<"recovery">>>;
}

/**
 * The nodal test: what the measured figures are out by at one node, over what their errors allow. Only for nodes all of whose figures were measured.
 *
 * @category Adjustment
 */
export interface NodalTest {
  readonly node: string;
  /** `"mass"` or the name of a component. */
  readonly balance: string;
  /** In less out, as measured, in the unit of the flowsheet's masses (times the unit of the component). A float. */
  readonly imbalance: number;
  readonly statistic: number;
  readonly critical: CriticalValues;
  readonly beyond: Beyond;
}

/** @internal */
export type CircuitParts = Pick<
  Circuit, "outcome" | "reason" | "iterations" | "determination" | "streams" | "nodes" | "components" | "globalTest" | "measurementTests" | "nodalTests"
  | "unobservable" | "warnings" | "tolerance"
>;

/**
 * A balance that does not close: there is none in a circuit that was adjusted.
 *
 * @category Adjustment
 */
export interface Imbalance {
  readonly node: string;
  /** `"mass"` or the name of a component. */
  readonly balance: string;
  /** In less out, exact, in base units of mass. */
  readonly imbalance: Ratio;
}

/**
 * An adjusted circuit. {@link adjust} makes it.
 *
 * @category Adjustment
 */
export class Circuit {
  /** `"not converged"` where the iteration found no balance; there are no adjusted values then. */
  readonly outcome: "balanced" | "not converged";
  /** Why it did not converge. */
  readonly reason: string | undefined;
  readonly iterations: number;
  /** *Under-determined* where some value cannot be observed, though others may be redundant; *determined* where none is redundant and all can be observed. */
  readonly determination: "over-determined" | "determined" | "under-determined";
  readonly streams: readonly AdjustedStream[];
  readonly nodes: readonly string[];
  readonly components: readonly string[];
  readonly globalTest: GlobalTest;
  /** Of the redundant measurements, the largest statistic first. */
  readonly measurementTests: readonly MeasurementTest[];
  /** The largest statistic first. */
  readonly nodalTests: readonly NodalTest[];
  /** The addresses of values that nothing determines. */
  readonly unobservable: readonly string[];
  /** What to know before using the figures: negative flows, assays out of range, relative masses, all in words that name the stream. */
  readonly warnings: readonly string[];
  /** What the search for gross errors came to; `undefined` where none was asked for. */
  readonly elimination: EliminationOutcome | undefined;
  /**
   * Below what share of the largest flow or assay a dependence counts as none, in deciding what can be observed; `undefined` where that was decided exactly.
   */
  readonly tolerance: number | undefined;

  /** @internal */
  constructor(parts: CircuitParts, elimination?: EliminationOutcome) {
    this.outcome = parts.outcome;
    this.reason = parts.reason;
    this.iterations = parts.iterations;
    this.determination = parts.determination;
    this.streams = Object.freeze([...parts.streams]);
    this.nodes = Object.freeze([...parts.nodes]);
    this.components = Object.freeze([...parts.components]);
    this.globalTest = Object.freeze(parts.globalTest);
    this.measurementTests = Object.freeze([...parts.measurementTests]);
    this.nodalTests = Object.freeze([...parts.nodalTests]);
    this.unobservable = Object.freeze([...parts.unobservable]);
    this.warnings = Object.freeze([...parts.warnings]);
    this.elimination = elimination;
    this.tolerance = parts.tolerance;
    Object.freeze(this);
  }

  /** One stream by its name. @throws `HeadgradeError` `unknown-item`. */
  stream(name: string): AdjustedStream {
    const found = this.streams.find((stream) => stream.name === name);
    if (found !== undefined) return found;
    const names = this.streams.slice(0, 12).map((stream) => stream.name).join(", ");
    throw new HeadgradeError("unknown-item", `The circuit has no stream ${shown(name)}: its streams are ${names}.`, { given: name });
  }

  /**
   * The balances that the adjusted masses, and masses times assays, leave open: none, and this is how to see it. Recomputed exactly from the figures given out;
   * nodes with a stream that cannot be observed are passed over.
   */
  imbalances(): readonly Imbalance[] {
    const open: Imbalance[] = [];
    for (const node of this.nodes) {
      for (const balance of ["mass", ...this.components]) {
        let sum: Ratio | undefined = Ratio.zero;
        for (const stream of this.streams) {
          const sign = (stream.to === node ? 1 : 0) - (stream.from === node ? 1 : 0);
          if (sign === 0 || sum === undefined) continue;
          const mass = stream.mass.adjusted?.inBase;
          const share = balance === "mass" ? Ratio.one : mass?.isZero === true ? Ratio.zero : stream.assays[balance]?.adjusted?.inBase;
          sum = mass === undefined || share === undefined ? undefined : sum.plus(mass.times(share).times(sign));
        }
        if (sum !== undefined && !sum.isZero) open.push({ node, balance, imbalance: sum.reduced() });
      }
    }
    return open;
  }

  /**
   * The circuit rounded so that its balances close in the printed digits too: the masses, and the mass of every component.
   *
   * @throws `HeadgradeError` `out-of-range` for places that are none, and where the circuit has no adjusted values.
   */
  printed(places: PrintedPlaces): PrintedCircuit {
    return printedCircuit(this, places);
  }

  /** The figures before and after, the tests and the recoveries, of 80 columns. */
  toString(): string {
    return circuitText(this);
  }

  toJSON(): Record<string, unknown> {
    const { outcome, reason, iterations, determination, nodes, components, streams, elimination } = this;
    const { globalTest, measurementTests, nodalTests, unobservable, warnings } = this;
    return {
      outcome, ...(reason === undefined ? {} : { reason }), iterations, determination, nodes, components, streams,
      globalTest, measurementTests, nodalTests, unobservable, warnings, ...(elimination === undefined ? {} : { elimination }),
    };
  }

  get [Symbol.toStringTag](): string {
    return "Circuit";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const why = undrawable(this);
    return bundle(this.toString(), circuitBlocks(this, why ?? this.picture()));
  }

  /** The flowsheet. @internal */
  picture(): Markup {
    return flowsheetPicture(this);
  }
}

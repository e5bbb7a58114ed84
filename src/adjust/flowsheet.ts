/** A flowsheet as the caller gives it: nodes, and streams between them with what was measured on each. */
import type { QuantityInput } from "../quantity/parse.ts";
import type { Elimination } from "./elimination.ts";
import type { MeasurementError } from "./measurement.ts";

/**
 * The flow of a stream: a mass (of a shift, a month) or a throughput. All of one flowsheet are of one kind.
 *
 * @category Adjustment
 */
export type FlowInput = QuantityInput<"mass"> | QuantityInput<"throughput">;

/**
 * A measured flow and its error.
 *
 * @category Adjustment
 */
export interface MeasuredFlow {
  readonly value: FlowInput;
  readonly error: MeasurementError<FlowInput>;
}

/**
 * A measured moisture and its error: water over wet mass.
 *
 * @category Adjustment
 */
export interface MeasuredMoisture {
  readonly value: QuantityInput<"fraction", "moisture">;
  readonly error: MeasurementError<QuantityInput<"fraction">>;
}

/**
 * A measured assay and its error, per dry mass; or the limit that the laboratory reports it to be below, which is read as anything from zero to the limit,
 * all alike likely: half of the limit, with the limit over the root of twelve as its standard uncertainty.
 *
 * @category Adjustment
 */
export type MeasuredAssay =
  | { readonly value: QuantityInput<"grade">; readonly error: MeasurementError<QuantityInput<"grade">>; readonly below?: never }
  | { readonly below: QuantityInput<"grade">; readonly value?: never; readonly error?: never };

/**
 * A stream: from one node to another, or from or to the outside where an end is left out. What is not given was not measured.
 *
 * @category Adjustment
 */
export interface FlowsheetStream {
  readonly from?: string;
  readonly to?: string;
  /** Dry mass. */
  readonly mass?: MeasuredFlow;
  /** Wet mass; the moisture is measured beside it. */
  readonly wetMass?: MeasuredFlow;
  readonly moisture?: MeasuredMoisture;
  /** By component: Cu, Zn, SiO2, a size class, whatever is conserved at every node. */
  readonly assays?: Readonly<Record<string, MeasuredAssay>>;
}

/**
 * Nodes at which nothing is lost and nothing stays, and the streams between them.
 *
 * @category Adjustment
 */
export interface Flowsheet {
  readonly nodes: readonly string[];
  readonly streams: Readonly<Record<string, FlowsheetStream>>;
}

/**
 * How a flowsheet is adjusted.
 *
 * @category Adjustment
 */
export interface AdjustOptions {
  /** The stream that recoveries and splits are shares of. Needed where more than one stream comes from outside; without it there are none then. */
  readonly feed?: string;
  /** The level of the tests: 95 % unless said otherwise. */
  readonly level?: QuantityInput<"fraction">;
  /** Gross errors are looked for and set aside only if this is given. */
  readonly eliminate?: Elimination;
  /** The most steps of the iteration: 100 unless said otherwise. */
  readonly iterations?: number;
}

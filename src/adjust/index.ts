/**
 * The balanced circuit: measured figures adjusted, as little as their errors ask, until the balances close.
 *
 * @module headgrade/adjust
 */
export { adjust } from "./adjust.ts";
export {
  Circuit, type AdjustedQuantity, type AdjustedStream, type EstimatedShare, type Imbalance, type NodalTest,
} from "./circuit.ts";
export { chiSquareQuantile, normalQuantile, studentQuantile } from "./distribution.ts";
export { type Eliminated, type Elimination, type EliminationOutcome } from "./elimination.ts";
export {
  type AdjustOptions, type FlowInput, type Flowsheet, type FlowsheetStream, type MeasuredAssay, type MeasuredFlow, type MeasuredMoisture,
} from "./flowsheet.ts";
export { adjustLinear, type LinearConstraint, type LinearInput, type MeasuredNumber, type MeasurementCorrelation } from "./linear.ts";
export { LinearBalance, type AdjustedNumber, type ConstraintTest, type ValueStatus } from "./linear-balance.ts";
export { type ErrorParts, type MeasurementError } from "./measurement.ts";
export { type PrintedCircuit, type PrintedPlaces, type PrintedStream } from "./printed.ts";
export { metalAccount, MetalAccount, type AccountItem, type MeasuredMetal, type MetalAccountFigures, type MetalAccountInput } from "./metal-account.ts";
export { type Problem } from "../problem/problems.ts";
export { type Beyond, type CriticalValues, type GlobalTest, type MeasurementTest } from "./significance.ts";

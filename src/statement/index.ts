/**
 * Production statements and their reconciliation.
 *
 * @module headgrade/statement
 */
export { type SolveOptions } from "../balance/solve.ts";
export { Bridge, bridge, type BridgeEffect, type BridgeOptions } from "./bridge.ts";
export { Check, type CheckKind, type CheckVerdict } from "./check.ts";
export { Contradiction } from "./contradiction.ts";
export { Implied } from "./implied.ts";
export {
  type AreaStatement, type Fact, type MetalFigures, type PeriodFigures, type PrintedFigure, type PrintedWithOptions, type Statement,
} from "./input.ts";
export { type Problem } from "./read.ts";
export { reconcile } from "./reconcile.ts";
export { Report, Witness, type ReportVerdict } from "./report.ts";
export { type Substance } from "./substance.ts";
export { ITEMS, type Item, type ItemRow, type MetalItem, type OreItem } from "./vocabulary.ts";

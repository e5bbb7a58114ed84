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
  type AreaStatement, type Bases, type CategoryFigures, type Change, type EquivalentTerms, type Fact, type MetalFigures, type NamedTie, type NamedValue,
  type PeriodFigures, type PrintedFigure, type PrintedWithOptions, type ProductFigures, type ResourceTable, type Statement, type StockStatement,
} from "./input.ts";
export { AnswerLimits, type LimitingPrint } from "./limits.ts";
export { type Problem } from "../problem/problems.ts";
export { type Rereading } from "./rereading.ts";
export { reconcile, reconcileAsync } from "./reconcile.ts";
export { required, type RequiredOptions } from "./required.ts";
export { Requirement, type GuidanceVerdict, type Needed, type Reckoned } from "./requirement.ts";
export { Report, type ReportVerdict } from "./report.ts";
export { type Substance } from "./substance.ts";
export { Suspicion } from "./suspicion.ts";
export {
  ITEMS, type Item, type ItemRow, type MetalItem, type OreItem, type ProductItem, type ProductMetalItem, type ResourceItem, type ResourceMetalItem,
  type StockItem,
} from "./vocabulary.ts";
export { Witness } from "./witness.ts";

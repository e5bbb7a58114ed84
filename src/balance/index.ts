/**
 * The graph of amounts and ratios by itself: unknowns, sums and products, and whether they can all hold.
 *
 * @module headgrade/balance
 */
export { type Conflict, type FigurePlace } from "./conflict.ts";
export { equation, type Equation } from "./equation.ts";
export {
  graph, type BoundTie, type Evidence, type Graph, type PartInput, type ProductTie, type SumTie, type Tie, type TieInput, type Unknown, type UnknownInput,
} from "./graph.ts";
export { PROPAGATION_DIGITS, propagate } from "./propagate.ts";
export { type SolveProgress, type StopSignal } from "./run.ts";
export { limitingFigures, type LimitingFigure, type LimitOptions, type Limits } from "./sensitivity.ts";
export { solve, solveAsync, type Outcome, type SolveOptions } from "./solve.ts";
export { verify } from "./witness.ts";

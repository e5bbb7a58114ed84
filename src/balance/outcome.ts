/** What came of a graph: three outcomes, each with its proof. */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Conflict } from "./conflict.ts";

/**
 * What solving a graph came to. `implied` holds what the figures leave each unknown, in the graph's order; of a contradictory graph, what the ties
 * outside its conflicts leave, and nothing when even they were not settled.
 *
 * @category Balance
 */
export type Outcome =
  | { readonly verdict: "consistent"; readonly witness: readonly Ratio[]; readonly implied: readonly Interval[] }
  | { readonly verdict: "contradictory"; readonly conflicts: readonly Conflict[]; readonly rest: "consistent" | "undecided"; readonly implied: readonly Interval[] }
  | { readonly verdict: "undecided"; readonly reason: string; readonly implied: readonly Interval[] };

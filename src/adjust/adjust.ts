/** Balances a flowsheet: measured masses, moistures and assays adjusted, as little as their errors ask, until every balance closes. */
import { Ratio } from "../number/ratio.ts";
import { Circuit } from "./circuit.ts";
import { circuitParts } from "./circuit-parts.ts";
import { eliminateSerially } from "./elimination.ts";
import type { AdjustOptions, Flowsheet } from "./flowsheet.ts";
import { HeadgradeError, shown } from "../error.ts";
import { readFlowsheet } from "./reading.ts";
import { levelOf } from "./significance.ts";

const STEPS = 100;

/**
 * Balances a flowsheet by weighted least squares: the sum of squared adjustments, each over its variance, is least, while at every node the dry mass in is
 * the dry
 * mass out, and so is `mass x assay` of every component, and `dry = wet x (1 - moisture)`.
 *
 * What was not measured is left out of the input: the result says whether the other figures determine it. Masses alone, in a flowsheet of up to 60 nodes,
 * are adjusted
 * exactly, in rationals; with assays or moistures the balances are products, and an iteration in floats finds the adjustment. Its result is then made exact:
 * the adjusted
 * values balance at every node as exact numbers, to the last digit. Without any measured mass, all masses are told per 100 of the feed. For constraints of
 * any linear
 * form use {@link adjustLinear}.
 *
 * @param flowsheet - nodes, and the streams between them with what was measured and how sure it is.
 * @param options - the feed that recoveries are shares of, the level of the tests, the search for gross errors.
 * @returns The adjusted circuit. One that does not converge, is under-determined, or has adjusted values out of range says so.
 * @throws `HeadgradeError` `invalid-balance` with all that is wrong at once, each with its address: unknown nodes, streams without ends, negative
 * errors, units that
 * do not meet, parts that no stream joins, exact values that contradict each other. `out-of-range` and `unknown-option` for the options; `too-large` beyond
 * 20,000 streams.
 * @source R. L. Wiegel, Advances in mineral processing material balances, Canadian Metallurgical Quarterly 11 (1972); C. M. Crowe, Reconciliation of process
 * flow
 * rates by matrix projection, AIChE Journal 32 (1986); S. Narasimhan and C. Jordache, Data Reconciliation and Gross Error Detection, 2000.
 * @example
 * ```ts
 * import { adjust } from "headgrade/adjust";
 *
 * const circuit = adjust({
 *   nodes: ["flotation"],
 *   streams: {
 *     feed: {
 *       to: "flotation", mass: { value: "100 t/h", error: { relativeStandard: "1 %" } },
 *       assays: { Cu: { value: "1.05 %", error: { relativeStandard: "4 %" } }, Fe: { value: "8.0 %", error: { relativeStandard: "4 %" } } },
 *     },
 *     concentrate: {
 *       from: "flotation",
 *       assays: { Cu: { value: "25.0 %", error: { relativeStandard: "2 %" } }, Fe: { value: "28.0 %", error: { relativeStandard: "2 %" } } },
 *     },
 *     tailings: {
 *       from: "flotation",
 *       assays: { Cu: { value: "0.12 %", error: { standard: "0.01 %" } }, Fe: { value: "7.4 %", error: { relativeStandard: "4 %" } } },
 *     },
 *   },
 * });
 * const { mass, recoveries } = circuit.stream("concentrate");
 * mass.status // => "observable"
 * mass.adjusted?.format({ places: 2 }) // => "3.73 t/h"
 * recoveries["Cu"]?.value.format({ places: 1 }) // => "89.0%"
 * circuit.imbalances() // => []
 * ```
 * @category Adjustment
 */
export function adjust(flowsheet: Flowsheet, options: AdjustOptions = {}): Circuit {
  const level = levelOf(options.level);
  const most = stepsOf(options.iterations);
  const read = readFlowsheet(flowsheet, options);
  const partsWithout = (removed: ReadonlySet<string>): ReturnType<typeof circuitParts> => circuitParts(read, removed, { level, most });
  const first = partsWithout(new Set());
  if (options.eliminate === undefined) return new Circuit(first);
  const { balance, outcome } = eliminateSerially(first, options.eliminate, partsWithout);
  return new Circuit(balance, outcome);
}

function stepsOf(given: number | undefined): number {
  if (given === undefined) return STEPS;
  if (Number.isInteger(given) && given >= 1 && given <= 10_000) return given;
  throw new HeadgradeError("out-of-range", `The iteration takes at least one step and at most 10,000, and these are ${shown(given)}.`, { given: Ratio.one });
}

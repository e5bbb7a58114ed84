/** Balancing plants: 50 nodes whose first call counts, compiling and all, and 500 sparse ones. Processor time, of one call each. */
import { adjust } from "../src/adjust/adjust.ts";
import type { Circuit } from "../src/adjust/circuit.ts";
import { plant, type PlantShape } from "./plant.ts";
import { atMost, type Section } from "./table.ts";

const FIFTY: PlantShape = { nodes: 50, streams: 120, components: 6, seed: 1, masses: 1, assays: 1, error: 0.02 };
const FIFTY_IN_PART: PlantShape = { ...FIFTY, masses: 0.6, assays: 0.85 };
const FIVE_HUNDRED: PlantShape = { nodes: 500, streams: 1200, components: 6, seed: 1, masses: 0.4, assays: 0.6, error: 0.02 };

export function adjustment(): Section {
  const first = measured(FIFTY);
  const again = measured(FIFTY);
  const inPart = measured(FIFTY_IN_PART);
  const sparse = measured(FIVE_HUNDRED);
  const closes = [first, again, inPart, sparse].every(({ circuit }) => circuit.outcome === "balanced" && circuit.imbalances().length === 0);
  const told = (seconds: number): string => `${seconds.toFixed(2)} s`;
  return {
    title: "Plants balanced: adjusted figures, their uncertainties, recoveries and tests",
    rows: [
      { what: "every one converges, and closes exactly", measured: closes ? "yes" : "no", target: { text: "yes", met: closes } },
      atMost("50 nodes, 120 streams, 6 components, the first call", first.seconds, 1, told),
      atMost("the same again", again.seconds, 1, told),
      atMost("the same with six masses of ten and 85 % of the assays", inPart.seconds, 1, told),
      atMost("500 nodes, 1,200 streams, 6 components, 40 % of the masses and 60 % of the assays", sparse.seconds, 30, told),
    ],
  };
}

function measured(shape: PlantShape): { readonly circuit: Circuit; readonly seconds: number } {
  const { flowsheet } = plant(shape);
  const start = process.cpuUsage();
  const circuit = adjust(flowsheet, { feed: "s0" });
  const { user, system } = process.cpuUsage(start);
  return { circuit, seconds: (user + system) / 1e6 };
}

import { describe, expect, test } from "vitest";
import { adjust } from "../../src/adjust/adjust.ts";
import type { Circuit } from "../../src/adjust/circuit.ts";
import type { Flowsheet, FlowsheetStream, MeasuredAssay } from "../../src/adjust/flowsheet.ts";
import { solveDense, type DenseConstraint, type DenseVariable } from "./dense.ts";
import { generator } from "./random.ts";

/** Whether two numbers agree to so many digits of the larger. */
function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-3);
}

// A rougher, a scavenger and a cleaner, with two recycles.
const ENDS: Readonly<Record<string, { readonly from?: string; readonly to?: string }>> = {
  feed: { to: "rougher" }, roughConcentrate: { from: "rougher", to: "cleaner" }, roughTailings: { from: "rougher", to: "scavenger" },
  concentrate: { from: "cleaner" }, cleanerTailings: { from: "cleaner", to: "rougher" },
  scavengerConcentrate: { from: "scavenger", to: "rougher" }, tailings: { from: "scavenger" },
};
const MASSES: Readonly<Record<string, number>> = {
  feed: 1000, roughConcentrate: 130, roughTailings: 1000 - 50 + 80, concentrate: 50, cleanerTailings: 80, scavengerConcentrate: 80, tailings: 950,
};
// Flows of copper and zinc that balance.
const METAL: Readonly<Record<string, readonly [number, number]>> = {
  feed: [12, 30], roughConcentrate: [14.5, 8], roughTailings: [1.9 + 1.1, 30.2], concentrate: [12.5 - 1.4, 4], cleanerTailings: [3.4, 4],
  scavengerConcentrate: [2.1, 4.2], tailings: [0.9, 26],
};

interface Made {
  readonly flowsheet: Flowsheet;
  readonly truth: ReadonlyMap<string, number>;
}

// Measured with errors of so much, some of it left out.
function plant(seed: number, spread: number, leaves: (address: string) => boolean, slip?: { readonly address: string; readonly factor: number }): Made {
  const { normal } = generator(seed);
  const truth = new Map<string, number>();
  const measured = (address: string, value: number, unit: string): { value: string; error: { standard: string } } => {
    truth.set(address, value);
    const told = value * (1 + spread * normal()) * (slip?.address === address ? slip.factor : 1);
    return { value: `${told.toFixed(9)} ${unit}`, error: { standard: `${(value * spread).toFixed(9)} ${unit}` } };
  };
  const streams = Object.fromEntries(Object.entries(ENDS).map(([name, ends]): [string, FlowsheetStream] => {
    const mass = massOf(name);
    const flow = measured(`${name}.mass`, mass, "t/h");
    const assays = Object.fromEntries(["Cu", "Zn"].flatMap((of, index): (readonly [string, MeasuredAssay])[] => {
      const address = `${name}.assays.${of}`;
      const assay = measured(address, 100 * metalOf(name)[index]! / mass, "%");
      return leaves(address) ? [] : [[of, assay]];
    }));
    return [name, { ...ends, ...(leaves(`${name}.mass`) ? {} : { mass: flow }), assays }];
  }));
  return { flowsheet: { nodes: ["rougher", "cleaner", "scavenger"], streams }, truth };
}

// Made to balance: the tailings of each node are what is left.
function massOf(name: string): number {
  const { feed, concentrate, cleanerTailings, scavengerConcentrate } = MASSES as Record<"feed" | "concentrate" | "cleanerTailings" | "scavengerConcentrate", number>;
  return name === "roughConcentrate" ? concentrate + cleanerTailings : name === "roughTailings" ? feed - concentrate + scavengerConcentrate
    : name === "tailings" ? feed - concentrate : MASSES[name]!;
}

function metalOf(name: string): readonly number[] {
  return [0, 1].map((index) => {
    const at = (stream: string): number => METAL[stream]![index]!;
    return name === "roughConcentrate" ? at("concentrate") + at("cleanerTailings") : name === "roughTailings" ? at("feed") - at("concentrate") + at("scavengerConcentrate")
      : name === "tailings" ? at("feed") - at("concentrate") : at(name);
  });
}

// The same problem for the dense solver: every mass and every assay a variable.
function dense({ flowsheet, truth }: Made): {
  readonly x: ReadonlyMap<string, number>; readonly sd: (slopes: ReadonlyMap<string, number>) => number; readonly statistic: number;
} {
  const addresses = [...truth.keys()];
  const at = new Map(addresses.map((address, index) => [address, index]));
  const variables = addresses.map((address): DenseVariable => {
    const [name = "", kind, of = ""] = address.split(".");
    const given = kind === "mass" ? flowsheet.streams[name]!.mass : flowsheet.streams[name]!.assays![of];
    if (given === undefined) return { start: truth.get(address)!, variance: undefined };
    return { start: Number.parseFloat(String(given.value)), variance: Number.parseFloat((given.error as { standard: string }).standard) ** 2 };
  });
  const constraints = flowsheet.nodes.flatMap((node) => [undefined, "Cu", "Zn"].map((of): DenseConstraint => (
    Object.entries(flowsheet.streams).flatMap(([name, { from, to }]) => {
      const factor = to === node ? 1 : from === node ? -1 : 0;
      const a = at.get(`${name}.mass`)!;
      return factor === 0 ? [] : [{ factor, a, ...(of === undefined ? {} : { b: at.get(`${name}.assays.${of}`)! }) }];
    })
  )));
  const { x, statistic, covariance } = solveDense(variables, constraints, addresses.map((address) => truth.get(address)!));
  return {
    x: new Map(addresses.map((address, index) => [address, x[index]!])), statistic,
    sd: (slopes) => Math.sqrt([...slopes].reduce((sum, [a, left]) => (
      [...slopes].reduce((inner, [b, right]) => inner + left * right * covariance[at.get(a)!]![at.get(b)!]!, sum)
    ), 0)),
  };
}

function figures(circuit: Circuit) {
  return circuit.streams.flatMap(({ mass, assays }) => [mass, ...Object.values(assays)]);
}

const NOTHING_LEFT_OUT = (): boolean => false;
const SOME_MASSES_LEFT_OUT = (address: string): boolean => address.endsWith(".mass") && !address.startsWith("feed") && !address.startsWith("concentrate");
const ONLY_FEED = (address: string): boolean => address.endsWith(".mass") && !address.startsWith("feed");
const ASSAYS_TOO = (address: string): boolean => SOME_MASSES_LEFT_OUT(address) || address === "roughTailings.assays.Cu" || address === "cleanerTailings.assays.Zn";

describe("against an independent dense solution", () => {
  const ways = [["all measured", NOTHING_LEFT_OUT], ["some masses left out", SOME_MASSES_LEFT_OUT], ["only the feed weighed", ONLY_FEED], ["assays left out too", ASSAYS_TOO]] as const;
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

  test.each(ways.flatMap(([words, leaves]) => seeds.map((seed) => ({ words, leaves, seed }))))("$words, plant $seed", ({ leaves, seed }) => {
    const made = plant(seed, 0.02, leaves);
    const circuit = adjust(made.flowsheet);
    const other = dense(made);
    expect(circuit.outcome).toBe("balanced");
    expect(circuit.imbalances()).toEqual([]);
    const wrong = figures(circuit).filter(({ address, adjusted, standard }) => {
      const isOff = !near(adjusted!.toNumber(), other.x.get(address)!, 1e-9);
      return isOff || !near(standard!.toNumber(), other.sd(new Map([[address, 1]])), 1e-7);
    });
    expect(wrong.map(({ address, adjusted, standard }) => `${address} ${adjusted!.toNumber()} ${other.x.get(address)!} ${standard!.toNumber()} ${other.sd(new Map([[address, 1]]))}`)).toEqual([]);
    expect(near(circuit.globalTest.statistic, other.statistic, 1e-7)).toBe(true);
    // Recovery = M a / (F f): its slopes are its own value over each figure.
    for (const { name, recoveries } of circuit.streams.filter((stream) => stream.name !== "feed")) {
      const value = recoveries["Cu"]!.value.toNumber();
      const x = (address: string): number => other.x.get(address)!;
      const slopes = new Map([[`${name}.mass`, 1], [`${name}.assays.Cu`, 1], ["feed.mass", -1], ["feed.assays.Cu", -1]].map(([address, sign]) => (
        [address as string, (sign as number) * value / x(address as string)] as const
      )));
      expect(near(value, 100 * x(`${name}.mass`) * x(`${name}.assays.Cu`) / (x("feed.mass") * x("feed.assays.Cu")), 1e-9)).toBe(true);
      expect(near(recoveries["Cu"]!.standard.toNumber(), other.sd(slopes), 1e-6)).toBe(true);
    }
  });
});

test("over many plants the adjusted figures scatter as their standard uncertainties say, and chi-square is what its degrees of freedom are", () => {
  const scatter = new Map<string, number>();
  let [statistics, freedom] = [0, 0];
  const rounds = 300;
  for (let seed = 1; seed <= rounds; seed++) {
    const { flowsheet, truth } = plant(1000 + seed, 0.005, SOME_MASSES_LEFT_OUT);
    const circuit = adjust(flowsheet);
    statistics += circuit.globalTest.statistic;
    freedom = circuit.globalTest.degreesOfFreedom;
    for (const { address, adjusted, standard } of figures(circuit)) {
      const score = (adjusted!.toNumber() - truth.get(address)!) / standard!.toNumber();
      scatter.set(address, (scatter.get(address) ?? 0) + score * score / rounds);
    }
  }
  // The mean square of 300 standard scores is 1 +- 0.08; of 16 such means the worst is some three of those off.
  expect([...scatter].filter(([, mean]) => mean < 0.72 || mean > 1.32)).toEqual([]);
  expect(freedom).toBe(4);
  expect(Math.abs(statistics / rounds - freedom)).toBeLessThan(0.5);
}, 60_000);

describe("gross errors", () => {
  test.each(["feed.assays.Cu", "tailings.mass", "concentrate.assays.Zn", "concentrate.assays.Cu"])("one planted in %s is found, and no other", (address) => {
    const { flowsheet } = plant(3, 0.01, NOTHING_LEFT_OUT, { address, factor: 1.25 });
    const circuit = adjust(flowsheet, { eliminate: { critical: "joint" } });
    expect(circuit.elimination?.eliminated.map((each) => each.address)).toEqual([address]);
    expect(circuit.elimination?.stopped).toBe("accepted");
    const [only] = circuit.elimination!.eliminated;
    expect(only!.before.verdict).toBe("rejects");
    expect(only!.after.verdict).toBe("accepts");
    expect(only!.statistic).toBeGreaterThan(only!.critical);
    const figure = figures(circuit).find((each) => each.address === address)!;
    expect([figure.eliminated, figure.status]).toEqual([true, "observable"]);
  });

  test("two planted ones are found", () => {
    const { flowsheet } = plant(4, 0.01, NOTHING_LEFT_OUT, { address: "feed.assays.Zn", factor: 1.3 });
    const concentrate = flowsheet.streams["concentrate"]!;
    const worse = { ...flowsheet, streams: { ...flowsheet.streams, concentrate: { ...concentrate, mass: { value: "70 t/h", error: { standard: "0.5 t/h" } } } } };
    const circuit = adjust(worse, { eliminate: { critical: "joint" } });
    expect(circuit.elimination?.eliminated.map(({ address }) => address).sort()).toEqual(["concentrate.mass", "feed.assays.Zn"]);
  });

  test("none is accused where the balance is accepted", () => {
    const circuit = adjust(plant(5, 0.02, NOTHING_LEFT_OUT).flowsheet, { eliminate: { critical: "joint" } });
    expect(circuit.elimination).toEqual({ eliminated: [], stopped: "accepted", alike: [] });
  });

  test("measurements that stand out alike are named together, and none is set aside", () => {
    const flow = (value: string) => ({ value, error: { standard: "1 t" } });
    const circuit = adjust({ nodes: ["bin"], streams: { in: { to: "bin", mass: flow("100 t") }, out: { from: "bin", mass: flow("90 t") } } }, { eliminate: { critical: "joint" } });
    expect(circuit.elimination).toEqual({ eliminated: [], stopped: "tie", alike: ["in.mass", "out.mass"] });
    expect(circuit.globalTest.verdict).toBe("rejects");
    expect(circuit.nodalTests.map(({ node, balance, beyond }) => [node, balance, beyond])).toEqual([["bin", "mass", "joint"]]);
    expect(String(circuit).replace(/\s+/g, " ")).toContain("the figures cannot say which is wrong: in.mass, out.mass.");
  });

  test("two streams between the same nodes cannot be told apart: both are set aside where that is asked for", () => {
    const { flowsheet, truth } = plant(3, 0.01, NOTHING_LEFT_OUT, { address: "roughConcentrate.assays.Cu", factor: 1.25 });
    const stopped = adjust(flowsheet, { eliminate: { critical: "joint" } });
    expect(stopped.elimination?.stopped).toBe("tie");
    expect([...stopped.elimination!.alike].sort()).toEqual(["cleanerTailings.assays.Cu", "roughConcentrate.assays.Cu"]);
    const circuit = adjust(flowsheet, { eliminate: { critical: "joint", ties: "together" } });
    expect(circuit.elimination?.eliminated.map(({ address }) => address).sort()).toEqual(["cleanerTailings.assays.Cu", "roughConcentrate.assays.Cu"]);
    expect(circuit.elimination?.stopped).toBe("accepted");
    const feed = circuit.stream("feed").assays["Cu"]!;
    expect(Math.abs(feed.adjusted!.toNumber() - truth.get("feed.assays.Cu")!)).toBeLessThan(3 * feed.standard!.toNumber());
    expect(() => adjust(flowsheet, { eliminate: { critical: "95 %" as never } })).toThrow(expect.objectContaining({ code: "unknown-option" }) as never);
  });

  test("the nodal test points at the node", () => {
    const { flowsheet } = plant(6, 0.01, NOTHING_LEFT_OUT, { address: "concentrate.assays.Cu", factor: 1.5 });
    const [first] = adjust(flowsheet).nodalTests;
    expect([first!.node, first!.balance, first!.beyond]).toEqual(["cleaner", "Cu", "joint"]);
  });
});

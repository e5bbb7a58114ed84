import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { adjust } from "../../src/adjust/adjust.ts";
import type { AdjustOptions, Flowsheet } from "../../src/adjust/flowsheet.ts";
import { roundNetwork } from "../../src/adjust/printed.ts";
import { HeadgradeError } from "../../src/error.ts";
import { roundTogether } from "../../src/figure/round-together.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { plant } from "../../bench/plant.ts";
import { generator } from "./random.ts";

const standard = (value: string, spread: string) => ({ value, error: { standard: spread } });

/** Every message of the problems that an input has. */
function problemsOf(flowsheet: unknown, options?: AdjustOptions): readonly string[] {
  try {
    adjust(flowsheet as Flowsheet, options);
  } catch (error) {
    expect(error).toBeInstanceOf(HeadgradeError);
    const { code, facts } = error as HeadgradeError;
    expect(code).toBe("invalid-balance");
    return (facts["problems"] as readonly { readonly address: string; readonly code: string }[]).map((problem) => `${problem.address} ${problem.code}`);
  }
  return [];
}

describe("what the figures determine", () => {
  test("masses alone are adjusted exactly", () => {
    const circuit = adjust({
      nodes: ["separator"],
      streams: {
        feed: { to: "separator", mass: standard("1000 t", "100 t") }, product: { from: "separator", mass: standard("600 t", "5 t") },
        waste: { from: "separator", mass: standard("380 t", "5 t") },
      },
    });
    expect(circuit.streams.map(({ mass }) => mass.adjusted!.exact.toString())).toEqual(["197000/201", "120610/201", "76390/201"]);
    expect([circuit.determination, circuit.tolerance, circuit.iterations]).toEqual(["over-determined", undefined, 1]);
    expect(circuit.imbalances()).toEqual([]);
  });

  test("the two-product formula comes out exactly where nothing is redundant", () => {
    const circuit = adjust({
      nodes: ["flotation"],
      streams: {
        feed: { to: "flotation", mass: { value: "1000 t", error: "exact" }, assays: { Cu: standard("1.0 %", "0.02 %") } },
        concentrate: { from: "flotation", assays: { Cu: standard("25 %", "0.5 %") } }, tailings: { from: "flotation", assays: { Cu: standard("0.1 %", "0.01 %") } },
      },
    });
    const { mass, recoveries } = circuit.stream("concentrate");
    // C = F (f - t) / (c - t), R = C c / (F f).
    expect(mass.adjusted!.exact.toString()).toBe("3000/83");
    expect(recoveries["Cu"]!.value.exact.toString()).toBe("7500/83");
    expect([circuit.determination, circuit.globalTest.verdict, mass.status]).toEqual(["determined", "not testable", "observable"]);
    // The uncertainty of the two-product formula, by its partial derivatives.
    const [f, c, t] = [1, 25, 0.1];
    const slopes = [100 * c * t / (f * f * (c - t)), -100 * t * (f - t) / (f * (c - t) ** 2), -100 * c * (c - f) / (f * (c - t) ** 2)];
    const expected = Math.hypot(slopes[0]! * 0.02, slopes[1]! * 0.5, slopes[2]! * 0.01);
    expect(Math.abs(recoveries["Cu"]!.standard.toNumber() - expected)).toBeLessThan(1e-9);
  });

  test("without any mass the masses are per 100 of the feed, and the shares are sure all the same", () => {
    const circuit = adjust({
      nodes: ["flotation"],
      streams: {
        feed: { to: "flotation", assays: { Cu: standard("1.0 %", "0.02 %") } }, concentrate: { from: "flotation", assays: { Cu: standard("25 %", "0.5 %") } },
        tailings: { from: "flotation", assays: { Cu: standard("0.1 %", "0.01 %") } },
      },
    });
    expect(circuit.stream("concentrate").recoveries["Cu"]!.value.exact.toString()).toBe("7500/83");
    expect(circuit.warnings).toEqual(["No mass was measured: all masses are per 100 t of feed."]);
  });

  test("what nothing determines is said, and the rest is balanced", () => {
    const circuit = adjust({
      nodes: ["a", "b"],
      streams: {
        feed: { to: "a", mass: standard("100 t", "1 t"), assays: { Cu: standard("1 %", "0.01 %") } }, middle: { from: "a", to: "b" }, around: { from: "a", to: "b" },
        product: { from: "b", mass: standard("101 t", "1 t"), assays: { Cu: standard("1.02 %", "0.01 %") } },
      },
    });
    expect(circuit.determination).toBe("under-determined");
    expect(circuit.unobservable).toEqual(["middle.mass", "middle.assays.Cu", "around.mass", "around.assays.Cu"]);
    expect(circuit.stream("feed").mass.adjusted!.equals(circuit.stream("product").mass.adjusted! as never)).toBe(true);
    expect(circuit.globalTest.degreesOfFreedom).toBe(2);
    expect(circuit.stream("middle").mass.adjusted).toBe(undefined);
    expect(String(circuit).replace(/\s+/g, " ")).toContain("Nothing determines middle.mass, middle.assays.Cu, around.mass, around.assays.Cu.");
  });

  test("assays that are all alike cannot tell a split", () => {
    const circuit = adjust({
      nodes: ["splitter"],
      streams: {
        feed: { to: "splitter", mass: standard("100 t", "1 t"), assays: { Cu: standard("1 %", "0.01 %") } }, left: { from: "splitter", assays: { Cu: standard("1 %", "0.01 %") } },
        right: { from: "splitter", assays: { Cu: standard("1 %", "0.01 %") } },
      },
    });
    expect(circuit.unobservable).toEqual(["left.mass", "right.mass"]);
    expect(circuit.globalTest.degreesOfFreedom).toBe(1);
  });

  test("a flow that nothing measures does not vanish to save the assays about it from agreeing", () => {
    const assays = (value: string) => ({ Cu: standard(value, "0.05 %"), Fe: standard(value.replace("1.", "2."), "0.05 %") });
    const circuit = adjust({
      nodes: ["a", "b", "c"],
      streams: {
        feed: { to: "a", mass: standard("100 t", "1 t") }, in: { from: "a", to: "b", assays: assays("1.02 %") }, out: { from: "b", to: "c", assays: assays("1.08 %") },
        past: { from: "a", to: "c" }, product: { from: "c", mass: standard("99 t", "1 t") },
      },
    });
    expect(circuit.unobservable).toContain("in.mass");
    expect(circuit.stream("in").assays["Cu"]!.adjusted!.toNumber().toFixed(9)).toBe("1.050000000");
    expect(circuit.globalTest.degreesOfFreedom).toBe(3);
  });

  test("a wet mass with its moisture is balanced dry", () => {
    const circuit = adjust({
      nodes: ["mill", "screen"],
      streams: {
        feed: { to: "mill", wetMass: { value: "1,000 wmt", error: { relativeStandard: "1 %" } }, moisture: standard("5 %", "0.2 %") },
        milled: { from: "mill", to: "screen", mass: standard("955 t", "20 t") }, coarse: { from: "screen", mass: standard("500 t", "10 t") },
        fine: { from: "screen", mass: standard("440 t", "10 t"), moisture: standard("8 %", "0.5 %") },
      },
    });
    const { mass, wetMass, moisture } = circuit.stream("feed");
    expect(wetMass!.adjusted!.exact.times(Ratio.one.minus(moisture!.adjusted!.inBase)).equals(mass.adjusted!.exact)).toBe(true);
    expect([mass.status, wetMass!.status, moisture!.status, mass.adjusted!.basis, wetMass!.adjusted!.unit]).toEqual(["observable", "redundant", "redundant", "dry", "wmt"]);
    const fine = circuit.stream("fine");
    expect(String(fine.moisture!.adjusted)).toBe("8%");
    expect([fine.moisture!.status, fine.wetMass!.status]).toEqual(["non-redundant", "observable"]);
    expect(fine.wetMass!.adjusted!.exact.times("0.92").equals(fine.mass.adjusted!.exact)).toBe(true);
    expect(circuit.imbalances()).toEqual([]);
  });

  test("an assay below the detection limit is anything from zero to it", () => {
    const circuit = adjust({
      nodes: ["flotation"],
      streams: {
        feed: { to: "flotation", mass: standard("100 t", "1 t"), assays: { Au: standard("1.00 g/t", "0.02 g/t") } },
        concentrate: { from: "flotation", mass: standard("5 t", "0.05 t"), assays: { Au: standard("19.9 g/t", "0.3 g/t") } }, tailings: { from: "flotation", assays: { Au: { below: "0.02 g/t" } } },
      },
    });
    const { Au } = circuit.stream("tailings").assays;
    expect([String(Au!.measured), Au!.measuredStandard!.toNumber().toFixed(8)]).toEqual(["0.01 g/t", "0.00577350"]);
    expect(circuit.imbalances()).toEqual([]);
  });
});

describe("figures that cannot be are told in words", () => {
  test("a negative flow and a negative assay", () => {
    const circuit = adjust({
      nodes: ["flotation"],
      streams: {
        feed: { to: "flotation", mass: standard("100 t", "0.1 t"), assays: { Cu: standard("1 %", "0.001 %") } },
        concentrate: { from: "flotation", mass: standard("101 t", "0.1 t"), assays: { Cu: standard("1 %", "0.001 %") } }, tailings: { from: "flotation" },
      },
    });
    expect(circuit.warnings[0]).toMatch(/^tailings comes out at -1\.00000 t: a negative flow/);
  });

  test("assays that sum to more than the stream", () => {
    const circuit = adjust({
      nodes: ["bin"],
      streams: {
        in: { to: "bin", mass: standard("100 t", "1 t"), assays: { Fe: standard("60 %", "1 %"), SiO2: standard("45 %", "1 %") } },
        out: { from: "bin", mass: standard("100 t", "1 t"), assays: { Fe: standard("60 %", "1 %"), SiO2: standard("45 %", "1 %") } },
      },
    });
    expect(circuit.warnings).toEqual([
      "The assays of in sum to 105.000 %: more than the whole stream, unless one component is part of another.",
      "The assays of out sum to 105.000 %: more than the whole stream, unless one component is part of another.",
    ]);
  });

  test("an iteration that is cut short says so, and gives no figures", () => {
    const { flowsheet } = plant({ nodes: 5, streams: 14, components: 3, seed: 1, masses: 0.7, assays: 0.9, error: 0.02 });
    const circuit = adjust(flowsheet, { iterations: 2, feed: "s0" });
    expect(circuit.outcome).toBe("not converged");
    expect(circuit.reason).toMatch(/^(?:the balances did not close|the adjusted values kept moving).*; s\d+\.(?:mass|assays\.c\d) moved most at the end/);
    expect(circuit.streams.every(({ mass }) => mass.adjusted === undefined)).toBe(true);
    expect(String(circuit)).toMatch(/^not converged: /);
    expect(circuit.printed({ mass: 1 }).verdict).toBe("impossible");
  });
});

describe("closing in the printed digits", () => {
  test("on one node it moves as little as rounding the parts together does", () => {
    const { uniform } = generator(7);
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: 2 + Math.floor(uniform() * 5) }, () => Ratio.of(Math.round(uniform() * 1e6)).dividedBy(1e4));
      const total = parts.reduce((sum, part) => sum.plus(part), Ratio.zero);
      const edges = [{ from: -1, to: 0 }, ...parts.map(() => ({ from: 0, to: -1 }))];
      const [printedTotal, ...printed] = roundNetwork(1, edges, [total, ...parts], 0);
      expect(printed.reduce((sum, part) => sum.plus(part), Ratio.zero).equals(printedTotal!)).toBe(true);
      const together = roundTogether(parts, { places: 0, total: printedTotal! });
      const distance = (rounded: readonly Ratio[]): string => (
        rounded.reduce((sum, value, index) => sum.plus(value.minus(parts[index]!).absolute()), Ratio.zero).toString()
      );
      expect(together.verdict === "rounded" && distance(together.parts)).toBe(distance(printed));
    }
  });

  test("whole plants close at any place, in masses and in metal", () => {
    for (const seed of [1, 2, 3]) {
      const { flowsheet } = plant({ nodes: 12, streams: 32, components: 2, seed, masses: 1, assays: 1, error: 0.02 });
      const circuit = adjust(flowsheet, { feed: "s0" });
      for (const places of [0, 1, -1]) {
        const printed = circuit.printed({ mass: places, contained: { c0: 2, c1: { places: 0, unit: "kg/h" } }, assays: { c0: 2 } });
        if (printed.verdict !== "rounded") throw new Error(printed.reason);
        const sums = new Map<string, Ratio>();
        for (const [index, { mass, contained }] of printed.streams.entries()) {
          const { from, to } = circuit.streams[index]!;
          const add = (node: string | undefined, of: string, value: Ratio): void => {
            if (node !== undefined) sums.set(`${node} ${of}`, (sums.get(`${node} ${of}`) ?? Ratio.zero).plus(value));
          };
          for (const [of, flow] of [["mass", mass], ...Object.entries(contained)] as const) {
            add(to, of, flow.exact);
            add(from, of, flow.exact.negated());
          }
          const own = circuit.streams[index]!;
          expect(mass.exact.minus(own.mass.adjusted!.exact).absolute().isLessThan(10 ** -places)).toBe(true);
          expect(contained["c1"]!.unit).toBe("kg/h");
        }
        expect([...sums].filter(([, sum]) => !sum.isZero)).toEqual([]);
      }
    }
  });

  test("says which figures went the other way, that assays seldom close, and when there is none", () => {
    const flow = (value: string) => standard(value, "0.001 t");
    const streams = {
      feed: { to: "bin", mass: flow("10 t"), assays: { Cu: standard("1 %", "0.01 %") } },
      a: { from: "bin", mass: flow("3.4 t"), assays: { Cu: standard("2 %", "0.01 %") } }, b: { from: "bin", mass: flow("3.4 t"), assays: { Cu: standard("0.5 %", "0.01 %") } },
      c: { from: "bin", mass: flow("3.2 t") },
    };
    const circuit = adjust({ nodes: ["bin"], streams });
    const printed = circuit.printed({ mass: 0, assays: { Cu: 2 } });
    expect(printed.verdict === "rounded" && [printed.streams.map(({ mass }) => String(mass)), printed.moved, printed.assaysClose]).toEqual([["10 t", "4 t", "3 t", "3 t"], ["a.mass"], false]);
    const open = adjust({ nodes: ["bin"], streams: { ...streams, b: { from: "bin" }, c: { from: "bin" } } });
    expect(open.printed({ mass: 0 })).toEqual({ verdict: "impossible", reason: "the mass of b cannot be observed, so no rounding of it can be told to balance" });
    expect(() => circuit.printed({ mass: 0, assays: { Zn: 1 } })).toThrow(expect.objectContaining({ code: "unknown-item" }) as never);
  });
});

describe("wrong input is told all at once", () => {
  const good = { nodes: ["n"], streams: { in: { to: "n", mass: standard("10 t", "1 t") }, out: { from: "n", mass: standard("10 t", "1 t") } } };

  test("addresses", () => {
    expect(problemsOf({
      nodes: ["n", "n", "lonely"],
      streams: {
        in: { to: "n", mass: standard("10 t", "-1 t") }, nowhere: { mass: standard("1 t", "1 t") }, out: { from: "m", mass: standard("10 t/h", "1 t/h") },
        wet: { from: "n", mass: standard("10 wmt", "1 wmt"), assays: { Cu: standard("120 %", "1 %"), Zn: { value: "1 %", error: {} }, Pb: { value: "1 %", error: { expanded: "1 %" } } } },
        soaked: { from: "n", wetMass: standard("10 wmt", "1 wmt"), colour: "red" }, round: { from: "n", to: "n" },
      },
    }, { feed: "feed" })).toEqual([
      "nodes out-of-range", "in.mass out-of-range", "nowhere out-of-range", "out.from unknown-item", "wet.assays.Cu out-of-range", "wet.assays.Zn wrong-kind",
      "wet.assays.Pb wrong-kind", "wet.mass basis-mismatch", "soaked.colour unknown-item", "soaked.wetMass basis-mismatch", "round out-of-range",
      "lonely out-of-range", "lonely out-of-range", "nodes out-of-range", "out.mass wrong-kind", "feed unknown-item",
    ].filter((problem) => problem !== ""));
  });

  test("parts that no stream joins", () => {
    expect(problemsOf({ nodes: ["n", "m"], streams: { ...good.streams, a: { to: "m" }, b: { from: "m" } } })).toEqual(["nodes out-of-range"]);
  });

  test("exact values that contradict each other", () => {
    const exact = (value: string) => ({ value, error: "exact" as const });
    expect(problemsOf({ nodes: ["n"], streams: { in: { to: "n", mass: exact("10 t") }, out: { from: "n", mass: exact("9 t") } } })).toEqual(["n: mass in = mass out out-of-range"]);
    const assayed = (of: string) => ({ mass: exact("10 t"), assays: { Cu: exact(of) } });
    expect(problemsOf({ nodes: ["n"], streams: { in: { to: "n", ...assayed("1 %") }, out: { from: "n", ...assayed("2 %") } } })).toEqual(["n: Cu in = Cu out out-of-range"]);
  });

  test("figures of very different sizes, an exact assay of nothing and a tiny stream balance all the same", () => {
    const circuit = adjust({
      nodes: ["mill", "gravity"],
      streams: {
        ore: { to: "mill", mass: standard("1200 t/h", "6 t/h"), assays: { Au: standard("0.85 g/t", "0.05 g/t"), Cu: standard("0.42 %", "0.005 %") } },
        water: { to: "mill", mass: standard("1 kg/h", "0.5 kg/h"), assays: { Au: { value: "0 g/t", error: "exact" }, Cu: { value: "0 %", error: "exact" } } },
        slurry: { from: "mill", to: "gravity", mass: standard("1190 t/h", "12 t/h"), assays: { Au: standard("0.9 g/t", "0.05 g/t") } },
        dust: { from: "gravity", mass: standard("21 g/h", "0.001 g/h"), assays: { Au: standard("999,000 g/t", "100 g/t"), Cu: { below: "1 ppm" } } },
        tailings: { from: "gravity", assays: { Au: standard("0.84 g/t", "0.03 g/t"), Cu: standard("0.43 %", "0.005 %") } },
      },
    }, { feed: "ore" });
    expect([circuit.outcome, circuit.imbalances(), circuit.unobservable, circuit.warnings]).toEqual(["balanced", [], [], []]);
    expect(circuit.stream("water").assays["Au"]!.adjusted!.exact.isZero).toBe(true);
    // Some 21 g/h of 1 kg/h of gold.
    expect(circuit.stream("dust").recoveries["Au"]!.value.format({ places: 1 })).toBe("2.0%");
  });

  test("options", () => {
    expect(() => adjust(good, { level: "100 %" })).toThrow(expect.objectContaining({ code: "out-of-range" }) as never);
    expect(() => adjust(good, { iterations: 0 })).toThrow(expect.objectContaining({ code: "out-of-range" }) as never);
    expect(problemsOf({ nodes: [], streams: {} })).toEqual(["nodes wrong-kind"]);
    expect(problemsOf({ nodes: ["n"], streams: 5 })).toEqual(["streams wrong-kind", "n out-of-range", "n out-of-range"]);
  });
});

test("a circuit prints itself, in 80 columns, as JSON and in a notebook", () => {
  const { flowsheet } = plant({ nodes: 4, streams: 11, components: 6, seed: 2, masses: 1, assays: 0.9, error: 0.02 });
  const circuit = adjust(flowsheet, { feed: "s0" });
  expect(String(circuit).split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(inspect(circuit)).toBe(String(circuit));
  expect((circuit as unknown as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")]!()).toMatchObject({ "text/plain": String(circuit) });
  const json = JSON.parse(JSON.stringify(circuit)) as { streams: { mass: { adjusted: { unit: string } } }[]; outcome: string };
  expect([json.outcome, json.streams[0]!.mass.adjusted.unit]).toEqual(["balanced", "t/h"]);
  expect(() => circuit.stream("feed")).toThrow(expect.objectContaining({ code: "unknown-item" }) as never);
});

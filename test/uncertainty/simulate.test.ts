import { describe, expect, test } from "vitest";
import { containedMetal, recovery } from "../../src/formula/metal.ts";
import { dryMass } from "../../src/formula/moisture.ts";
import { figure } from "../../src/figure/figure.ts";
import { measured } from "../../src/uncertainty/measured.ts";
import { uncertaintyOf } from "../../src/uncertainty/propagate.ts";
import { simulate } from "../../src/uncertainty/simulate.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const number = (value: number | string, standard: number | string) => measured("number", { value, standard });
const only = ({ x }: { x: number }) => x;
const near = (value: number, expected: number, share: number): boolean => Math.abs(value / expected - 1) < share;

describe("a simulation", () => {
  const assays = { ore: measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" }), grade: measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" }) };

  test("agrees with the law of propagation where that holds", () => {
    const metal = simulate(containedMetal, assays, { seed: 1, trials: 100_000 });
    const estimate = uncertaintyOf(containedMetal, assays);
    expect(metal.compare(estimate, { coverage: "95 %", digits: 1 })).toMatchObject({ agrees: true });
    expect(metal.compare(estimate, { coverage: "95 %", digits: 1 }).tolerance.toString()).toBe("50");
    expect(metal.compare(estimate, { coverage: "95 %" }).tolerance.toString()).toBe("5");
    expect(near(metal.standard.toNumber(), estimate.standard.toNumber(), 0.01)).toBe(true);
    expect(near(metal.mean.toNumber(), estimate.value.toNumber(), 0.001)).toBe(true);
    expect([metal.mean.unit, metal.trials, metal.discarded, metal.seed]).toEqual(["oz", 100_000, 0, 1]);
  });

  test("is the same for the same seed", () => {
    const run = (seed: number) => simulate(containedMetal, assays, { seed, trials: 500 }).values();
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });

  test("keeps the role of its result", () => {
    const metal = measured("mass", { value: "52,067 oz", standard: "500 oz" });
    const share = simulate(recovery, { metal, ore: "1,165,388 t", grade: "1.88 g/t" }, { seed: 1, trials: 200 });
    expect(share.mean.role).toBe("recovery");
  });

  test.each([
    ["uniform", { value: 0, halfWidth: 3, distribution: "uniform" }, Math.sqrt(3), 2.85], ["triangular", { value: 0, halfWidth: 3, distribution: "triangular" }, Math.sqrt(1.5), 3 * (1 - Math.sqrt(0.05))],
    ["arcsine", { value: 0, halfWidth: 3, distribution: "arcsine" }, Math.sqrt(4.5), 3 * Math.sin((0.95 * Math.PI) / 2)],
    ["trapezoidal", { value: 0, halfWidth: 3, distribution: "trapezoidal", top: "0.5" }, Math.sqrt(1.875), 3 - 1.5 * Math.sqrt(0.15)],
    ["normal", { value: 0, standard: 2 }, 2, 3.92], ["student", { value: 0, standard: 2, degreesOfFreedom: 10 }, 2 * Math.sqrt(10 / 8), 2 * 2.228],
  ] as const)("draws from a %s distribution: its deviation and its 95 % interval", (_, measurement, deviation, end) => {
    const drawn = simulate(only, { x: measured("number", measurement) }, { seed: 3, trials: 200_000 });
    const { low, high } = drawn.interval("95 %");
    const found = [near(drawn.standard.toNumber(), deviation, 0.01), near(-low.toNumber(), end, 0.015), near(high.toNumber(), end, 0.015)];
    expect(found).toEqual([true, true, true]);
    const shape = measured("number", measurement).distribution;
    if ("halfWidth" in shape) expect(drawn.values().every((value) => Math.abs(value) <= 3)).toBe(true);
  });

  test("tells the shortest interval where the symmetric one is not", () => {
    const squared = simulate(({ x }: { x: number }) => x * x, { x: number(0, 1) }, { seed: 1 });
    const [symmetric, shortest] = [squared.interval("95 %"), squared.interval("95 %", "shortest")];
    // Chi-square of one degree of freedom: 0.00098 to 5.024, and 0 to 3.841.
    const found = [near(symmetric.high.toNumber(), 5.024, 0.02), near(shortest.high.toNumber(), 3.841, 0.02), shortest.low.toNumber() < 1e-6];
    expect(found).toEqual([true, true, true]);
    expect([symmetric.shape, shortest.shape, symmetric.coverage.toString()]).toEqual(["symmetric", "shortest", "0.95"]);
  });

  test("draws correlated arguments together", () => {
    const { x, y, sum } = simulate((given: { x: number; y: number }) => ({ ...given, sum: given.x + given.y }), { x: number(1, 2), y: number(3, 4) }, {
      seed: 1, trials: 100_000, correlations: [["x", "y", "-0.6"]],
    });
    expect(near(x.correlationWith(y)!, -0.6, 0.02)).toBe(true);
    expect(near(sum.standard.toNumber(), Math.sqrt(4 + 16 - 2 * 0.6 * 8), 0.02)).toBe(true);
    const one = simulate((given: { x: number; y: number }) => given.x + given.y, { x: number(1, 2), y: number(3, 2) }, { seed: 1, trials: 100, correlations: [["x", "y", -1]] });
    expect(one.values().every((value) => Math.abs(value - 4) < 1e-9)).toBe(true);
  });

  test("counts what the formula refuses, and leaves it out on the caller's word alone", () => {
    const wet = { wet: "100 wmt", moisture: measured("fraction", { value: "1 %", standard: "1 %" }) };
    expect(() => simulate(dryMass, wet, { seed: 1, trials: 1000 })).toThrow(refused("out-of-range", "of 1,000 trials", "moisture is", "discard"));
    const kept = simulate(dryMass, wet, { seed: 1, trials: 1000, refused: "discard" });
    expect(kept.trials + kept.discarded).toBe(1000);
    expect(near(kept.discarded, 159, 0.2)).toBe(true);
    expect(String(kept)).toContain("more refused by the formula");
    const dry = { wet: "100 wmt", moisture: measured("fraction", { value: "0.0001 %", standard: "500 %" }) };
    expect(() => simulate(dryMass, dry, { seed: 1, trials: 200, refused: "discard" })).toThrow(refused("out-of-range", "Too few"));
  });

  test("prints itself", () => {
    const drawn = simulate(only, { x: number(100, 2) }, { seed: 1, trials: 10_000 });
    expect(String(drawn)).toMatch(/^100\.\d, u = 2\.0\n {2}95% from 9\d\.\d to 10\d\.\d \(10,000 trials, seed 1\)$/);
    expect(JSON.parse(JSON.stringify(drawn))).toMatchObject({ trials: 10_000, seed: 1, interval: { coverage: "0.95" } });
  });
});

describe("what cannot be simulated is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no seed", () => simulate(only, { x: number(1, 1) }, {} as never), "out-of-range", ["seed"]],
    ["a seed that is no whole number", () => simulate(only, { x: number(1, 1) }, { seed: 1.5 }), "out-of-range", ["seed"]],
    ["no options at all", () => simulate(only, { x: number(1, 1) }, undefined as never), "out-of-range", ["seed"]],
    ["too few trials", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 99 }), "out-of-range", ["100", "5,000,000"]],
    ["too many", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 5_000_001 }), "out-of-range", ["5,000,000"]],
    ["another word for what is refused", () => simulate(only, { x: number(1, 1) }, { seed: 1, refused: "keep" as never }), "unknown-option", ["discard"]],
    ["a correlation with what is not normal", () => simulate(({ x, y }: { x: number; y: number }) => x + y, { x: number(1, 1), y: measured("number", { value: 1, halfWidth: 1, distribution: "uniform" }) }, { seed: 1, correlations: [["x", "y", "0.5"]] }), "unknown-option", ["y is correlated and uniform"]],
    ["bounds", () => simulate(containedMetal, { ore: figure("mass", "5 t") as never, grade: "1 %" }, { seed: 1 }), "wrong-kind", ["bounds"]],
    ["a formula that gives no number", () => simulate(({ x }: { x: number }) => Math.log(x), { x: number(1, 1) }, { seed: 1 }), "not-a-number", ["NaN"]],
    ["an interval of nearly all", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 }).interval("99.9 %"), "out-of-range", ["too few outside"]],
    ["an interval of another shape", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 }).interval("95 %", "longest" as never), "unknown-option", ["shortest"]],
    ["a comparison in another unit", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 }).compare(uncertaintyOf(containedMetal, { ore: "5 t", grade: measured("grade", "5(1) %") }) as never, { coverage: "95 %" }), "wrong-kind", ["not in bare numbers"]],
    ["a comparison to three digits", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 }).compare(uncertaintyOf(only, { x: number(1, 1) }), { coverage: "95 %", digits: 3 as never }), "unknown-option", ["digits"]],
    ["a correlation of two simulations", () => simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 }).correlationWith(simulate(only, { x: number(1, 1) }, { seed: 1, trials: 1000 })), "wrong-kind", ["one simulation"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

import { describe, expect, test } from "vitest";
import { randomFrom, randomFromState } from "../../src/uncertainty/random.ts";

describe("random numbers", () => {
  // What the authors' C code gives (https://prng.di.unimi.it/xoshiro128starstar.c), and splitmix64.c for the seed.
  test("are those of xoshiro128**", () => {
    const { word } = randomFromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, word)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test("start from a state that SplitMix64 makes of the seed", () => {
    const { word } = randomFrom(42);
    expect(Array.from({ length: 8 }, word)).toEqual([1776835114, 4165204688, 17111135, 2317295270, 2792088233, 2554630222, 2940343271, 2244566231]);
  });

  test("are the same for the same seed, and others for another", () => {
    const first = (seed: number): number[] => Array.from({ length: 20 }, randomFrom(seed).uniform);
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(first(2 ** 53 - 1)).not.toEqual(first(2 ** 32 - 1));
  });

  test("have the moments of their distributions", () => {
    const random = randomFrom(1);
    const moments = (draw: () => number): number[] => {
      const values = Array.from({ length: 200_000 }, draw);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const power = (n: number): number => values.reduce((sum, value) => sum + (value - mean) ** n, 0) / values.length;
      return [mean, power(2), power(4) / power(2) ** 2].map((value) => Math.round(value * 20) / 20 + 0);
    };
    expect(moments(random.uniform)).toEqual([0.5, 0.1, 1.8]);
    expect(moments(random.normal)).toEqual([0, 1, 3]);
    // Student's: variance v / (v - 2), kurtosis 3 + 6 / (v - 4).
    const [mean, variance, kurtosis] = moments(() => random.student(22)) as [number, number, number];
    expect([mean, Math.abs(variance - 22 / 20) < 0.03, Math.abs(kurtosis - 3 - 6 / 18) < 0.1]).toEqual([0, true, true]);
    expect(moments(() => random.student(1.5))[0]).not.toBeNaN();
  });
});

import { describe, expect, test } from "vitest";
import type { Unranked } from "../../src/diagnosis/hypothesis.ts";
import { ranked } from "../../src/diagnosis/rank.ts";

function hypothesis(sentence: string, changes: Partial<Omit<Unranked, "support">> & { readonly chance?: number; readonly fit?: number; readonly odd?: boolean }): Unranked {
  const { chance = 0.5, fit = 1, odd = false, ...rest } = changes;
  return {
    kind: "digit-changed", honest: false, figures: [], repairs: [0], leaves: [], proved: true, sentence, support: { tested: 1, chance, fit, odd, words: "" }, ...rest,
  };
}

function order(...hypotheses: readonly Unranked[]): string[] {
  return ranked(hypotheses).map(({ rank, sentence }) => `${String(rank)} ${sentence}`);
}

describe("hypotheses are ranked", () => {
  test("by how much they repair, before all else", () => {
    expect(order(hypothesis("one", { honest: true }), hypothesis("two", { repairs: [0, 1] }))).toEqual(["1 two", "2 one"]);
  });

  test("then by what they leave broken", () => {
    expect(order(hypothesis("leaves", { leaves: [1], chance: 0.001 }), hypothesis("clean", {}))).toEqual(["1 clean", "2 leaves"]);
  });

  test("then honest causes before accusations, unless they only just touch", () => {
    const slip = hypothesis("slip", { chance: 0.01 });
    expect(order(slip, hypothesis("honest", { honest: true }))).toEqual(["1 honest", "2 slip"]);
    expect(order(slip, hypothesis("honest", { honest: true, fit: 0.01 }))).toEqual(["1 slip", "2 honest"]);
  });

  test("then honest causes that explain nearly anything with the accusations", () => {
    expect(order(hypothesis("slip", { chance: 0.01 }), hypothesis("honest", { honest: true, chance: 0.6 }))).toEqual(["1 slip", "2 honest"]);
  });

  test("then by whether they keep to the decimals of their column", () => {
    expect(order(hypothesis("odd", { odd: true, chance: 0.001 }), hypothesis("even", {}))).toEqual(["1 even", "2 odd"]);
  });

  test("then by how easily they would fit by accident, in powers of ten", () => {
    expect(order(hypothesis("loose", { chance: 0.4 }), hypothesis("tight", { chance: 0.02 }))).toEqual(["1 tight", "2 loose"]);
    expect(order(hypothesis("loose", { chance: 0.8 }), hypothesis("less", { chance: 0.5 }))).toEqual(["1 loose", "1 less"]);
  });

  test("with one rank for equal evidence, the plainer slip listed first", () => {
    const names = order(hypothesis("added", { kind: "digit-added" }), hypothesis("swapped", { kind: "digits-swapped" }), hypothesis("last", { chance: 0.99, leaves: [2] }));
    expect(names).toEqual(["1 swapped", "1 added", "3 last"]);
  });
});

import { describe, expect, test } from "vitest";
import { INTERVALS, meanOfOthers, RATIOS, type Change } from "../../src/formula/shapley.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

function ordersOf(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length === 0) return [[]];
  return places.flatMap((first) => ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]));
}

/** The effect of each factor by its definition: the mean over all orders of what changes when it changes. */
function byDefinition(factors: readonly Change<Ratio>[]): readonly Ratio[] {
  const orders = ordersOf([...factors.keys()]);
  const effects = factors.map(() => Ratio.zero);
  for (const order of orders) {
    const now = factors.map(({ from }) => from);
    for (const place of order) {
      const before = now.reduce((product, factor) => product.times(factor), Ratio.one);
      now[place] = factors[place]!.to;
      effects[place] = effects[place]!.plus(now.reduce((product, factor) => product.times(factor), Ratio.one).minus(before));
    }
  }
  return effects.map((effect) => effect.dividedBy(orders.length));
}

function effectsOf(factors: readonly Change<Ratio>[]): readonly Ratio[] {
  return factors.map(({ from, to }, place) => to.minus(from).times(meanOfOthers(factors.filter((_, other) => other !== place), RATIOS)));
}

function generator(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * below);
  };
}

describe("the Shapley mean of a product", () => {
  test("of two factors is the change of one at the mean of the other", () => {
    const factors = [{ from: Ratio.of(10), to: Ratio.of(12) }, { from: Ratio.of(3), to: Ratio.of(5) }];
    expect(effectsOf(factors).map(String)).toEqual(["8", "22"]);
  });

  test("is the mean over all orders, and adds up, for one to five factors", () => {
    const random = generator(7);
    for (let round = 0; round < 60; round++) {
      const factors = Array.from({ length: 1 + round % 5 }, () => ({ from: Ratio.of(random(40)).dividedBy(7), to: Ratio.of(random(40) - 5).dividedBy(3) }));
      const effects = effectsOf(factors);
      expect(effects.map(String)).toEqual(byDefinition(factors).map(String));
      const product = (end: "from" | "to"): Ratio => factors.reduce((all, factor) => all.times(factor[end]), Ratio.one);
      expect(String(effects.reduce((sum, effect) => sum.plus(effect), Ratio.zero))).toBe(String(product("to").minus(product("from"))));
    }
  });

  test("over intervals reaches exactly as far as the corners of the box do", () => {
    const random = generator(11);
    for (let round = 0; round < 40; round++) {
      const box = Array.from({ length: 3 }, () => ({ from: intervalFrom(random), to: intervalFrom(random) }));
      for (const place of box.keys()) {
        const { from, to } = box[place]!;
        const effect = to.minus(from).times(meanOfOthers(box.filter((_, other) => other !== place), INTERVALS));
        const corners = cornersOf(box).map((corner) => byDefinition(corner)[place]!);
        const low = corners.reduce((least, value) => (value.isLessThan(least) ? value : least));
        const high = corners.reduce((most, value) => (value.isGreaterThan(most) ? value : most));
        expect(String(effect)).toBe(String(Interval.between({ low, high })));
      }
    }
  });
});

function intervalFrom(random: (below: number) => number): Interval {
  const low = random(9);
  return Interval.between({ low, high: low + random(4) });
}

function cornersOf(box: readonly Change<Interval>[]): readonly (readonly Change<Ratio>[])[] {
  return box.reduce<readonly (readonly Change<Ratio>[])[]>((corners, { from, to }) => corners.flatMap((corner) =>
    [from.low!, from.high!].flatMap((a) => [to.low!, to.high!].map((b) => [...corner, { from: a, to: b }]))), [[]]);
}

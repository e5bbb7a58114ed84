import { describe, expect, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { MOST_PARTS, roundTogether, type RoundedTogether } from "../../src/figure/round-together.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { grade, mass } from "../../src/quantity/constructors.ts";

type Rounded<T> = Extract<RoundedTogether<T>, { verdict: "rounded" }>;

function rounded<T>(result: RoundedTogether<T>): Rounded<T> {
  expect(result.verdict).toBe("rounded");
  return result as Rounded<T>;
}

function impossible<T>(result: RoundedTogether<T>): Extract<RoundedTogether<T>, { verdict: "impossible" }> {
  expect(result.verdict).toBe("impossible");
  return result as Extract<RoundedTogether<T>, { verdict: "impossible" }>;
}

const texts = (parts: readonly unknown[]): readonly string[] => parts.map(String);

describe("numbers rounded together", () => {
  test("add up to their sum, rounded, where each alone would miss it", () => {
    const { parts, total, moved } = rounded(roundTogether(["33.4", "33.4", "33.2"], { places: 0 }));
    expect(texts(parts)).toEqual(["34", "33", "33"]);
    expect(String(total)).toBe("100");
    expect(moved.map(({ part, alone, printed }) => [part, String(alone), String(printed)])).toEqual([[0, "33", "34"]]);
  });

  test("stay as each would be alone where that adds up, and nothing is said to have moved", () => {
    const { parts, moved } = rounded(roundTogether(["1.2", "1.9", "2.9"], { places: 0 }));
    expect([texts(parts), moved]).toEqual([["1", "2", "3"], []]);
  });

  test("go to a total that was printed", () => {
    expect(texts(rounded(roundTogether(["1.5", "2.5", "3.4"], { places: 0, total: 8 })).parts)).toEqual(["2", "3", "3"]);
    expect(texts(rounded(roundTogether(["1.5", "2.5", "3.4"], { places: 0, total: 6 })).parts)).toEqual(["1", "2", "3"]);
    expect(texts(rounded(roundTogether(["1.5", "2.5", "3.4"], { places: 0, total: 9 })).parts)).toEqual(["2", "3", "4"]);
  });

  test("of equal remainders move the first", () => {
    expect(texts(rounded(roundTogether(["0.5", "0.5", "0.5", "0.5"], { places: 0 })).parts)).toEqual(["1", "1", "0", "0"]);
    expect(texts(rounded(roundTogether(["1/3", "1/3", "1/3"], { places: 2 })).parts)).toEqual(["0.34", "0.33", "0.33"]);
  });

  test("call neither way of a tie a move", () => {
    expect(rounded(roundTogether(["0.5", "1.5"], { places: 0 })).moved).toEqual([]);
  });

  test("may be negative, zero or printable already, and these stay", () => {
    const { parts, total } = rounded(roundTogether(["-2.6", "0", "5", "-2.6"], { places: 0 }));
    expect([texts(parts), String(total)]).toEqual([["-2", "0", "5", "-3"], "0"]);
    expect(texts(rounded(roundTogether(["-1.5", "1.5"], { places: 0 })).parts)).toEqual(["-1", "1"]);
  });

  test("round before the mark too", () => {
    expect(texts(rounded(roundTogether([1400, 1400, 1200], { places: -3, total: 4000 })).parts)).toEqual(["2000", "1000", "1000"]);
  });

  test("are one part as well", () => {
    expect(texts(rounded(roundTogether(["2.5"], { places: 0 })).parts)).toEqual(["3"]);
    expect(texts(rounded(roundTogether(["2.5"], { places: 0, total: 2 })).parts)).toEqual(["2"]);
  });

  test("are impossible where no part may go so far, with what they can make", () => {
    const below = impossible(roundTogether(["1.5", "2.5", "4"], { places: 0, total: 6 }));
    expect(below.reason).toBe("the parts make 7 to 9, each rounded down or up, and the total is 6");
    expect([String(below.least), String(below.most)]).toEqual(["7", "9"]);
    expect(impossible(roundTogether([1, 2], { places: 0, total: 4 })).reason).toBe("the parts make 3, whichever way each is rounded, and the total is 4");
    expect(impossible(roundTogether(["1.5"], { places: 0, total: "1.5" })).reason).toBe("the total is 1.5, which has digits beyond the last place of the parts");
  });

  test("move the least that can be, by trying every choice", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = generator(seed);
      const parts = Array.from({ length: 1 + random(6) }, () => Ratio.of(random(81) - 40).dividedBy(10 + random(3)));
      const floors = parts.map((part) => part.rounded({ places: 0 }, "floor"));
      const sums = new Map<string, Ratio>();
      for (let choice = 0; choice < 2 ** parts.length; choice++) {
        const printed = floors.map((floor, index) => (((choice >> index) & 1) === 1 ? floor.plus(1) : floor));
        if (printed.some((value, index) => value.minus(parts[index]!).absolute().compare(1) >= 0)) continue;
        const cost = printed.reduce((sum, value, index) => sum.plus(value.minus(parts[index]!).absolute()), Ratio.zero);
        const total = String(printed.reduce((sum, value) => sum.plus(value), Ratio.zero));
        const known = sums.get(total);
        if (known === undefined || cost.isLessThan(known)) sums.set(total, cost);
      }
      for (let total = -50; total <= 50; total++) {
        const least = sums.get(String(total));
        const result = roundTogether(parts, { places: 0, total });
        if (least === undefined) expect(result.verdict).toBe("impossible");
        else {
          const own = rounded(result);
          const cost = own.parts.reduce((sum, value, index) => sum.plus(value.minus(parts[index]!).absolute()), Ratio.zero);
          expect([String(cost), String(own.parts.reduce((sum, value) => sum.plus(value), Ratio.zero))]).toEqual([String(least), String(total)]);
        }
      }
      expect(roundTogether(parts, { places: 0 }).verdict).toBe("rounded");
    }
  });
});

describe("quantities rounded together", () => {
  const quarters = ["53,922.4 oz", "62,168.4 oz", "51,168.4 oz", "52,067.4 oz"].map((text) => mass(text));

  test("keep their unit, and go to a figure as printed", () => {
    const { parts, total } = rounded(roundTogether(quarters, { places: 0, total: figure("mass", "219,327 oz") }));
    expect(texts(parts)).toEqual(["53,923 oz", "62,169 oz", "51,168 oz", "52,067 oz"]);
    expect(String(total)).toBe("219,327 oz");
    expect(impossible(roundTogether(quarters, { places: 0, total: mass("219.33 koz") })).reason)
      .toBe("the parts make 219,325 to 219,329 oz, each rounded down or up, and the total is 219,330 oz");
  });

  test("are told in the unit asked for", () => {
    expect(texts(rounded(roundTogether(quarters, { places: 1, unit: "koz" })).parts)).toEqual(["53.9 koz", "62.2 koz", "51.2 koz", "52 koz"]);
    expect(texts(rounded(roundTogether([mass("1,400 kg"), mass("1.4 t"), mass("1.2 t")], { places: 0, unit: "t" })).parts)).toEqual(["2 t", "1 t", "1 t"]);
  });

  test("of several kinds or bases are refused", () => {
    expect(() => roundTogether([mass("5 t"), grade("5 g/t") as never], { places: 0 })).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => roundTogether([mass("5 dmt"), mass("5 wmt")], { places: 0 })).toThrow(expect.objectContaining({ code: "basis-mismatch" }));
    expect(() => roundTogether([mass("5 t"), 5 as never], { places: 0 })).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => roundTogether([5, mass("5 t") as never], { places: 0 })).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => roundTogether([mass("5 t")], { places: 0, total: 5 as never })).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => roundTogether([5], { places: 0, total: mass("5 t") as never })).toThrow(expect.objectContaining({ code: "wrong-kind" }));
  });
});

describe("a wrong call", () => {
  test.each([
    ["no parts", [], { places: 0 }, "out-of-range"],
    ["half a place", [1], { places: 0.5 }, "out-of-range"],
    ["no place", [1], {}, "out-of-range"],
    ["no number", ["five"], { places: 0 }, "malformed-number"],
    ["no array", "5", { places: 0 }, "wrong-kind"],
    ["too many", { length: MOST_PARTS + 1 }, { places: 0 }, "too-large"],
  ])("of %s is an error at once", (_, parts, options, code) => {
    const given = typeof parts === "object" && !Array.isArray(parts) ? Array.from(parts, () => 1) : parts;
    expect(() => roundTogether(given as readonly number[], options as { places: number })).toThrow(expect.objectContaining({ code }));
  });
});

function generator(seed: number): (below: number) => number {
  let state = seed * 2654435761 % 4294967296;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * below);
  };
}

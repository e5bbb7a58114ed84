import { describe, expect, test } from "vitest";
import { atomicWeight, isElement } from "../../src/chemistry/atomic-weight.ts";
import { STANDARD_WEIGHTS, WITHOUT_STANDARD_WEIGHT } from "../../src/chemistry/standard-weights.ts";
import { Ratio } from "../../src/number/ratio.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;
const STANDARD = Object.keys(STANDARD_WEIGHTS);

describe("the table", () => {
  test("has the 84 elements with a standard atomic weight and the 34 without, 118 in all", () => {
    expect([STANDARD.length, WITHOUT_STANDARD_WEIGHT.length, new Set([...STANDARD, ...WITHOUT_STANDARD_WEIGHT]).size]).toEqual([84, 34, 118]);
  });

  test("gives an interval to fourteen elements", () => {
    const varying = STANDARD.filter((element) => STANDARD_WEIGHTS[element]?.[0].includes(".."));
    expect(varying).toEqual(["H", "Li", "B", "C", "N", "O", "Mg", "Si", "S", "Cl", "Ar", "Br", "Tl", "Pb"]);
  });

  // A second source: the abridged table is the standard one at five figures, so each must lie within the other's bounds.
  test("agrees with its abridged self, element by element", () => {
    const apart = STANDARD.filter((element) => {
      const standard = atomicWeight(element);
      const abridged = atomicWeight(element, { table: "abridged" });
      return !abridged.interval.encloses(standard.interval) && abridged.interval.intersect(standard.interval) === undefined;
    });
    expect(apart).toEqual([]);
  });

  test("has its value inside its interval, but for oxygen and thallium, whose value is rounded", () => {
    expect(STANDARD.filter((element) => !atomicWeight(element).interval.contains(atomicWeight(element).value))).toEqual(["O", "Tl"]);
    expect(STANDARD.filter((element) => !atomicWeight(element, { table: "abridged" }).interval.contains(atomicWeight(element, { table: "abridged" }).value))).toEqual([]);
  });

  test.each([
    ["Zr", "91.222", "[91.219, 91.225]"], ["Gd", "157.249", "[157.247, 157.251]"], ["Lu", "174.96669", "[174.96664, 174.96674]"],
  ])("%s is as revised in 2024", (element, value, interval) => {
    const weight = atomicWeight(element);
    expect([String(weight.value), String(weight.interval)]).toEqual([value, interval]);
  });

  // The table of 2021 (Pure and Applied Chemistry 94, 2022), rows at random.
  test.each([
    ["H", "1.008", "[1.00784, 1.00811]"], ["O", "15.999", "[15.99903, 15.99977]"], ["S", "32.06", "[32.059, 32.076]"], ["Pb", "207.2", "[206.14, 207.94]"],
    ["Fe", "55.845", "[55.843, 55.847]"], ["U", "238.02891", "[238.02888, 238.02894]"], ["Sn", "118.71", "[118.703, 118.717]"], ["Au", "196.96657", "[196.966566, 196.966574]"],
  ])("%s has the value %s and the interval %s", (element, value, interval) => {
    const weight = atomicWeight(element);
    expect([String(weight.value), String(weight.interval), weight.from, Object.isFrozen(weight)]).toEqual([value, interval, "standard", true]);
  });
});

describe("weights of one's own", () => {
  test("replace those of the table, as a number or with ends", () => {
    expect(String(atomicWeight("Li", { weights: { Li: "6.941" } }).interval)).toBe("[6.941, 6.941]");
    const enriched = atomicWeight("U", { weights: { U: { value: "237.9", low: "237.8", high: "238" } } });
    expect([String(enriched.value), String(enriched.interval), enriched.from]).toEqual(["237.9", "[237.8, 238]", "given"]);
    expect(String(atomicWeight("Tc", { weights: { Tc: Ratio.of("98.906") } }).value)).toBe("98.906");
    expect(String(atomicWeight("Fe", { weights: { Li: "6.941" } }).value)).toBe("55.845");
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a value outside its ends", () => atomicWeight("Li", { weights: { Li: { value: 8, low: 6, high: 7 } } }), "out-of-range", ["Li", "between its ends"]],
    ["a weight of zero", () => atomicWeight("Li", { weights: { Li: 0 } }), "out-of-range", ["positive"]],
    ["ends in the wrong order", () => atomicWeight("Li", { weights: { Li: { value: 6, low: 7, high: 5 } } }), "empty-interval", []],
    ["a stranger among the weights", () => atomicWeight("Li", { weights: { Lithium: 7 } }), "unknown-item", ["Lithium"]],
    ["weights that are none", () => atomicWeight("Li", { weights: "6.94" as never }), "unknown-option", ["weights"]],
    ["a table that is none", () => atomicWeight("Li", { table: "2021" as never }), "unknown-option", ["abridged"]],
    ["an element without a standard weight", () => atomicWeight("Tc"), "unknown-item", ["Tc", "weights: { Tc"]],
    ["a miscased symbol", () => atomicWeight("FE"), "unknown-item", ["FE"]],
    ["a name of Object's own", () => atomicWeight("constructor"), "unknown-item", []],
    ["no text", () => atomicWeight(26 as never), "unknown-item", ["26"]],
  ])("%s is refused", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });

  test("what is an element", () => {
    expect([isElement("Cu"), isElement("Og"), isElement("CU"), isElement("toString")]).toEqual([true, true, false, false]);
  });
});

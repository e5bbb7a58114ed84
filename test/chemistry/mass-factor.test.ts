import { describe, expect, test } from "vitest";
import { atomicWeight, type WeightOptions } from "../../src/chemistry/atomic-weight.ts";
import { parseFormula } from "../../src/chemistry/formula.ts";
import { elementShare, massFactor } from "../../src/chemistry/mass-factor.ts";
import { molarMass } from "../../src/chemistry/molar-mass.ts";
import type { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const ends = ({ low, high }: Interval): readonly Ratio[] => [low!, high!];

/** The least and the greatest factor over every vertex of the box of atomic weights, tried one by one. */
function byAllVertices(from: string, to: string, via: string, options: WeightOptions): readonly Ratio[] {
  const source = parseFormula(from).atoms;
  const target = parseFormula(to).atoms;
  const elements = [...new Set([...Object.keys(source), ...Object.keys(target)])];
  const factors = Array.from({ length: 2 ** elements.length }, (_, vertex) => {
    const weight = (element: string): Ratio => ends(atomicWeight(element, options).interval)[(vertex >> elements.indexOf(element)) & 1]!;
    const mass = (atoms: Readonly<Record<string, Ratio>>): Ratio =>
      Object.entries(atoms).reduce((sum, [element, count]) => sum.plus(weight(element).times(count)), Ratio.zero);
    return mass(target).dividedBy(mass(source)).times(source[via]!).dividedBy(target[via]!);
  });
  return [factors.reduce((least, each) => (each.isLessThan(least) ? each : least)), factors.reduce((most, each) => (each.isGreaterThan(most) ? each : most))];
}

describe("the molar mass", () => {
  // Sums by hand of the atomic weights of 2021: 2 x 6.94 + 12.011 + 3 x 15.999, and so on.
  test.each([
    ["Li2CO3", "73.888", "[73.88269, 74.00491]"], ["H2O", "18.015", "[18.01471, 18.01599]"], ["CuSO4·5H2O", "249.677", "[249.67167, 249.70403]"], ["Fe", "55.845", "[55.843, 55.847]"],
    ["Fe0.95O", "69.05175", "[69.04988, 69.05442]"],
  ])("of %s is %s g/mol", (formula, value, interval) => {
    const mass = molarMass(formula);
    expect([String(mass.value), String(mass.interval), mass.formula, Object.isFrozen(mass)]).toEqual([value, interval, formula, true]);
  });

  test("is by the abridged table if asked", () => {
    expect(String(molarMass("Au", { table: "abridged" }).value)).toBe("196.97");
    expect(String(molarMass("Li2O", { weights: { Li: "6.941" } }).value)).toBe("29.881");
  });

  test("is refused without an atomic weight", () => {
    expect(() => molarMass("TcO2")).toThrow(refused("unknown-item", "Tc"));
  });
});

describe("the factor from one substance to another", () => {
  test("is the quotient of the molar masses by the element that both hold", () => {
    const { value, via, from, to } = massFactor("Li", "Li2CO3");
    expect(value.equals(Ratio.of("73.888").dividedBy("13.88"))).toBe(true);
    expect([via, from, to]).toEqual(["Li", "Li", "Li2CO3"]);
  });

  test("there and back is one, exactly", () => {
    for (const [one, other] of [["U3O8", "U"], ["Li2O", "LiOH·H2O"], ["P2O5", "Ca3(PO4)2"], ["Fe3O4", "Fe2O3"]] as const) {
      expect(massFactor(one, other).value.times(massFactor(other, one).value).equals(1)).toBe(true);
      const [low, high] = ends(massFactor(one, other).interval);
      const [backLow, backHigh] = ends(massFactor(other, one).interval);
      expect([low!.times(backHigh!).equals(1), high!.times(backLow!).equals(1)]).toEqual([true, true]);
    }
  });

  test("to itself is one, with no room: an element in both is one variable", () => {
    for (const formula of ["Li2CO3", "PbS", "LiOH.H2O"]) {
      const { value, interval } = massFactor(formula, formula, { via: Object.keys(parseFormula(formula).atoms)[0]! });
      expect([String(value), String(interval)]).toEqual(["1", "[1, 1]"]);
    }
  });

  test("chains: by way of a third substance, the same factor results", () => {
    expect(massFactor("Li", "Li2O").value.times(massFactor("Li2O", "Li2CO3").value).equals(massFactor("Li", "Li2CO3").value)).toBe(true);
  });
});

const PAIRS = [
  ["Li", "Li2CO3", "Li"], ["Li2O", "Li2CO3", "Li"], ["Li2CO3", "LiOH·H2O", "Li"], ["LiAlSi2O6", "Li2O", "Li"], ["U3O8", "U", "U"], ["U3O8", "UO2", "U"], ["Fe2O3", "FeO", "Fe"],
  ["Fe2O3", "Fe", "Fe"], ["CuFeS2", "Cu", "Cu"], ["CuFeS2", "FeS2", "S"], ["CuFeS2", "FeS2", "Fe"], ["Cu5FeS4", "CuFeS2", "Cu"], ["PbS", "PbO", "Pb"], ["PbSO4", "PbS", "S"], ["P2O5", "Ca10(PO4)6F2", "P"],
  ["MgCO3", "CaCO3", "C"], ["CaMg(CO3)2", "CaCO3", "C"], ["CuSO4·5H2O", "CuSO4·H2O", "Cu"], ["Na2B4O7·10H2O", "B2O3", "B"], ["Pb5(VO4)3Cl", "V2O5", "V"], ["(Fe4.5Ni4.5)S8", "Ni", "Ni"],
] as const;

describe("the interval of a factor is tight", () => {
  test.each(PAIRS)("from %s to %s by %s it is what every vertex, tried one by one, spans", (from, to, via) => {
    for (const table of ["standard", "abridged"] as const) {
      const { interval } = massFactor(from, to, { via, table });
      const [least, most] = byAllVertices(from, to, via, { table });
      expect([interval.low!.equals(least!), interval.high!.equals(most!)]).toEqual([true, true]);
    }
  });

  test.each(PAIRS)("from %s to %s by %s every set of weights between the ends stays inside", (from, to, via) => {
    const { interval } = massFactor(from, to, { via });
    const elements = [...new Set([from, to].flatMap((formula) => Object.keys(parseFormula(formula).atoms)))];
    // A lattice of five steps each way, walked by a stride that meets every combination of neighbours.
    for (let walk = 0; walk < 60; walk += 1) {
      const weights = Object.fromEntries(elements.map((element, place) => {
        const [low, high] = ends(atomicWeight(element).interval);
        return [element, low!.plus(high!.minus(low!).times(Ratio.fraction(BigInt((walk * (place * 2 + 1)) % 6), 5n)))];
      }));
      expect(interval.contains(massFactor(from, to, { via, weights }).value)).toBe(true);
    }
  });

  test("of exact weights it is a point", () => {
    const weights = { Li: "6.941", C: "12.011", O: "15.999" };
    const { value, interval } = massFactor("Li", "Li2CO3", { weights });
    expect([interval.isPoint, interval.contains(value)]).toEqual([true, true]);
  });

  test("is far narrower than the quotient of two intervals where an element stands in both", () => {
    const naive = molarMass("Li2CO3").interval.dividedBy(molarMass("Li2O").interval)!;
    const { interval } = massFactor("Li2O", "Li2CO3");
    expect(interval.width!.times(2).isLessThan(naive.width!)).toBe(true);
    expect([interval.low!.toFixed({ places: 5 }), interval.high!.toFixed({ places: 5 })]).toEqual(["2.46726", "2.47314"]);
  });

  test("holds the value in the abridged table; in the standard one the rounded oxygen of 15.999 can put it just outside", () => {
    for (const [from, to, via] of PAIRS) {
      const { value, interval } = massFactor(from, to, { via, table: "abridged" });
      expect(interval.contains(value)).toBe(true);
    }
    const uranium = massFactor("U3O8", "U");
    expect(uranium.interval.contains(uranium.value)).toBe(false);
    expect(uranium.value.minus(uranium.interval.high!).isLessThan("0.000001")).toBe(true);
  });
});

describe("the element in common", () => {
  test.each([
    ["Li2O", "Li2CO3", "Li"], ["U3O8", "UO2", "U"], ["LiOH·H2O", "Li2CO3", "Li"], ["FeO", "O", "O"], ["H2O", "H", "H"], ["Fe2O3", "O2", "O"], ["CaCO3", "CO2", "C"], ["ZnS", "PbS", "S"],
  ])("of %s and %s is %s", (from, to, via) => {
    expect(massFactor(from, to).via).toBe(via);
  });

  test.each<[string, string, readonly string[]]>([
    ["FeS2", "CuFeS2", ['"Fe" or "S"', "via"]], ["Fe2O3", "Al2O3", ["share nothing but", '"O"']], ["MgO", "CaCO3", ["share nothing but", '"O"']], ["Fe", "Cu", ["no element in common", "via"]],
    ["Ca(OH)2", "MgSO4·7H2O", ["share nothing but", '"O" or "H"']],
  ])("of %s and %s has to be said", (from, to, words) => {
    expect(() => massFactor(from, to)).toThrow(refused("substance-mismatch", ...words));
  });

  test("is said by via, or formula units are", () => {
    expect(massFactor("FeS2", "CuFeS2", { via: "S" }).value.toFixed({ places: 4 })).toBe("1.5297");
    expect(massFactor("FeS2", "CuFeS2", { via: "Fe" }).value.toFixed({ places: 4 })).toBe("1.5297");
    expect(massFactor("Fe2O3", "Al2O3", { via: "O" }).via).toBe("O");
    const pyrite = massFactor("FeS2", "CaCO3", { via: { from: 1, to: 2 } });
    expect([pyrite.value.toFixed({ places: 4 }), pyrite.via]).toEqual(["1.6686", undefined]);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["an element that is in one only", () => massFactor("FeS2", "CuFeS2", { via: "Cu" }), "substance-mismatch", ["Cu", "both"]],
    ["what is no element", () => massFactor("FeS2", "CuFeS2", { via: "toString" }), "substance-mismatch", ["both"]],
    ["formula units of zero", () => massFactor("MgO", "CaCO3", { via: { from: 0, to: 1 } }), "out-of-range", ["positive"]],
    ["formula units that are none", () => massFactor("MgO", "CaCO3", { via: 2 as never }), "unknown-option", ["via"]],
    ["a via that is a number", () => massFactor("MgO", "CaCO3", { via: 5n as never }), "unknown-option", ["via"]],
    ["no formula at all", () => massFactor(undefined as never, 12n as never), "malformed-formula", []],
    ["a table that is none", () => massFactor("Li", "Li2O", { table: "2021" as never }), "unknown-option", ["abridged"]],
    ["a formula that is none", () => massFactor("LCE", "Li"), "malformed-formula", ["Li2CO3"]],
  ])("%s is refused", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });

  test("a formula of every element takes no time", () => {
    const elements = ["H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne", "Na", "Mg", "Al", "Si", "P", "S", "Cl", "Ar", "K", "Ca", "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni2", "Cu", "Zn"];
    const one = elements.map((symbol) => symbol + (/\d/.test(symbol) ? "" : "2")).join("");
    const { interval, value } = massFactor(one, elements.map((symbol, place) => `${symbol.replace(/\d/, "")}${String(place + 1)}`).join(""), { via: "Fe" });
    expect(interval.contains(value)).toBe(true);
  });
});

describe("the share of an element", () => {
  // Theoretical compositions of the minerals, Handbook of Mineralogy; iron oxides by hand.
  test.each([
    ["CuFeS2", "Cu", "34.63"], ["CuFeS2", "Fe", "30.43"], ["CuFeS2", "S", "34.94"], ["MoS2", "Mo", "59.94"], ["FeS2", "S", "53.45"], ["FeS2", "Fe", "46.55"], ["PbS", "Pb", "86.60"],
    ["ZnS", "Zn", "67.10"], ["Fe3O4", "Fe", "72.36"], ["Fe2O3", "Fe", "69.94"], ["FeCO3", "Fe", "48.20"], ["SnO2", "Sn", "78.77"], ["Au", "Au", "100.00"],
  ])("in %s: %s %s %%", (formula, element, share) => {
    const { value, grade } = elementShare(formula, element);
    expect(value.times(100).toFixed({ places: 2 })).toBe(share);
    expect(grade.exact.equals(value.times(100))).toBe(true);
  });

  test("add up to one, and lie in their intervals", () => {
    const shares = ["Cu", "Fe", "S"].map((element) => elementShare("CuFeS2", element));
    expect(shares.reduce((sum, { value }) => sum.plus(value), Ratio.zero).equals(1)).toBe(true);
    expect(shares.every(({ value, interval }) => interval.contains(value))).toBe(true);
  });

  test.each<[string, () => unknown, string]>([
    ["an element that is not in it", () => elementShare("CuFeS2", "Zn"), "substance-mismatch"], ["what is no element", () => elementShare("CuFeS2", "CU"), "unknown-item"],
    ["a compound", () => elementShare("CuFeS2", "CuS"), "unknown-item"], ["no text", () => elementShare("CuFeS2", undefined as never), "unknown-item"],
  ])("%s is refused", (_, call, code) => {
    expect(call).toThrow(refused(code));
  });
});

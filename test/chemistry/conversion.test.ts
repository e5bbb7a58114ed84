import { describe, expect, test } from "vitest";
import { conversionFactor, convertSubstance } from "../../src/chemistry/conversion.ts";
import { oxideGrades, RARE_EARTH_OXIDES, TRIVALENT_RARE_EARTH_OXIDES } from "../../src/chemistry/oxide-grades.ts";
import { containedMetal } from "../../src/formula/metal.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { concentration, density, duration, fraction, grade, mass, price, throughput } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("a quantity of one substance as another", () => {
  test("is exact by the stoichiometric factor, in its own unit and on its own basis", () => {
    const uranium = convertSubstance({ amount: mass("1,000 t").onBasis("dry"), from: "U3O8", to: "U" });
    expect(uranium.exact.equals(Ratio.of("714.08673").dividedBy("842.07873").times(1000))).toBe(true);
    expect([uranium.unit, uranium.basis]).toEqual(["t", "dry"]);
  });

  test("goes there and back to the very number", () => {
    const oxide = grade("1.35 %");
    const carbonate = convertSubstance({ amount: oxide, from: "Li2O", to: "Li2CO3" });
    expect(String(convertSubstance({ amount: carbonate, from: "Li2CO3", to: "Li2O" }))).toBe("1.35%");
  });

  test.each([
    ["a mass", convertSubstance({ amount: mass("10 lb"), from: "U3O8", to: "U", factor: "uranium red book" }), "8.48 lb"],
    ["a grade", convertSubstance({ amount: grade("0.20 %"), from: "Li", to: "Li2O", factor: "lithium reports" }), "0.4306%"],
    ["a fraction", convertSubstance({ amount: fraction("30 %"), from: "P2O5", to: "Ca3(PO4)2", factor: "bone phosphate" }), "65.559%"],
    ["a throughput", convertSubstance({ amount: throughput("100 t/d"), from: "KCl", to: "K2O", factor: "potash" }), "63.17 t/d"],
    ["a concentration", convertSubstance({ amount: concentration("600 mg/L"), from: "Li", to: "Li2CO3", factor: "lithium reports" }), "3,193.8 mg/L"],
    ["a price, which is divided", convertSubstance({ amount: price("84.8 USD/lb"), from: "U3O8", to: "U", factor: "uranium red book" }), "100 USD/lb"],
    ["by a factor of one's own", convertSubstance({ amount: mass("57.4 g"), from: "Fe2O3", to: "Fe", factor: { value: "0.7" } }), "40.18 g"],
  ])("%s", (_, quantity, text) => {
    expect(String(quantity)).toBe(text);
  });

  test("a price and a mass change so that the money stays", () => {
    const sold = price("60 USD/lb").times(mass("1,000 lb"));
    const asMetal = convertSubstance({ amount: price("60 USD/lb"), from: "U3O8", to: "U" }).times(convertSubstance({ amount: mass("1,000 lb"), from: "U3O8", to: "U" }));
    expect(asMetal.equals(sold)).toBe(true);
  });

  test("via and the weights have their say", () => {
    expect(convertSubstance({ amount: grade("1 %"), from: "S", to: "CaCO3", via: { from: 1, to: 1 } }).format({ places: 3 })).toBe("3.122%");
    expect(convertSubstance({ amount: mass("1 t"), from: "Li", to: "Li2CO3", weights: { Li: "6.941" } }).format({ places: 4 })).toBe("5.3227 t");
  });
});

describe("what is made of the factor can be looked at", () => {
  test("the stoichiometric one with its interval, a chosen one as it is", () => {
    const { value, interval, by } = conversionFactor({ from: "Li", to: "Li2CO3" });
    expect([value.toFixed({ places: 5 }), interval.low!.toFixed({ places: 5 }), interval.high!.toFixed({ places: 5 }), by]).toEqual(["5.32334", "5.28803", "5.32480", "stoichiometric"]);
    const rounded = conversionFactor({ from: "Li", to: "Li2CO3", factor: "lithium reports" });
    expect([String(rounded.interval), rounded.by]).toEqual(["[5.323, 5.323]", "lithium reports"]);
    expect(conversionFactor({ from: "Fe2O3", to: "Fe", factor: { value: "0.7" } }).by).toBe("given");
  });
});

describe("a wrong call is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["text, which does not say its kind", () => convertSubstance({ amount: "1.2 %" as never, from: "Li2O", to: "Li2CO3" }), "wrong-kind", ["amount", "grade\\("]],
    ["nothing", () => convertSubstance({ amount: undefined as never, from: "Li2O", to: "Li2CO3" }), "wrong-kind", ["amount"]],
    ["a duration", () => convertSubstance({ amount: duration("1 d") as never, from: "Li2O", to: "Li2CO3" }), "wrong-kind", ["duration"]],
    ["a density", () => convertSubstance({ amount: density("2.7 t/m3") as never, from: "Li2O", to: "Li2CO3" }), "wrong-kind", ["density"]],
    ["a recovery", () => convertSubstance({ amount: fraction("74 %").as("recovery") as never, from: "Li2O", to: "Li2CO3" }), "role-mismatch", ["recovery", "no conversion"]],
    ["no such factor", () => convertSubstance({ amount: mass("1 t"), from: "Li", to: "Li2CO3", factor: "5.323" as never }), "unknown-option", ["5.323", "value"]],
    ["a factor of zero", () => convertSubstance({ amount: mass("1 t"), from: "Li", to: "Li2CO3", factor: { value: 0 } }), "out-of-range", ["positive"]],
    ["a convention without the pair", () => convertSubstance({ amount: mass("1 t"), from: "Li", to: "Li2CO3", factor: "potash" }), "substance-mismatch", ["lithium reports"]],
    ["substances without an element in common", () => convertSubstance({ amount: mass("1 t"), from: "Au", to: "Ag" }), "substance-mismatch", []],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("calls of the trade", () => {
  test("spodumene: 8.03 % Li2O in the mineral, and the mineral in an ore by its assay", () => {
    expect(conversionFactor({ from: "LiAlSi2O6", to: "Li2O" }).value.times(100).toFixed({ places: 2 })).toBe("8.03");
    expect(convertSubstance({ amount: grade("6.0 %"), from: "Li2O", to: "LiAlSi2O6" }).format({ places: 1 })).toBe("74.7%");
  });

  test("chalcopyrite from a copper assay", () => {
    expect(convertSubstance({ amount: grade("0.62 %"), from: "Cu", to: "CuFeS2" }).format({ places: 2 })).toBe("1.79%");
  });

  test("pounds of U3O8 from an ore in ppm U", () => {
    const oxide = convertSubstance({ amount: grade("848 ppm"), from: "U", to: "U3O8" });
    expect(containedMetal({ ore: "12 Mt", grade: oxide }).to("Mlb").format({ places: 2 })).toBe("26.46 Mlb");
  });

  test("tonnes of LCE from a resource in % Li2O", () => {
    const carbonate = convertSubstance({ amount: containedMetal({ ore: "156 Mt", grade: "1.4 %" }), from: "Li2O", to: "Li2CO3" });
    expect(carbonate.to("Mt").format({ places: 1 })).toBe("5.4 Mt");
  });
});

describe("elements as oxides", () => {
  const assays = { La: "210 ppm", Ce: "430 ppm", Pr: "48 ppm", Nd: "170 ppm", Tb: "1 ppm" };

  test("each and in sum, by the oxides that are said", () => {
    const sold = oxideGrades({ assays, oxides: RARE_EARTH_OXIDES });
    const trivalent = oxideGrades({ assays, oxides: TRIVALENT_RARE_EARTH_OXIDES });
    expect(Object.keys(sold.grades)).toEqual(["La2O3", "CeO2", "Pr6O11", "Nd2O3", "Tb4O7"]);
    expect([sold.total.format({ places: 1 }), trivalent.total.format({ places: 1 })]).toEqual(["1,031.9 ppm", "1,005.5 ppm"]);
    expect(Object.values(sold.grades).reduce((sum, each) => sum.plus(each)).equals(sold.total)).toBe(true);
    expect([Object.isFrozen(sold), Object.isFrozen(sold.grades)]).toEqual([true, true]);
  });

  test("by the factors that reports name: 210 x 1.1728 + 430 x 1.2284 + 48 x 1.2082 + 170 x 1.1664 + 1.1762", () => {
    expect(String(oxideGrades({ assays, oxides: RARE_EARTH_OXIDES, factor: "james cook" }).total)).toBe("1,031.9578 ppm");
  });

  test("in mixed units, in that of the first", () => {
    expect(oxideGrades({ assays: { Fe: "40 %", Al: grade("12,000 ppm") }, oxides: { Fe: "Fe2O3", Al: "Al2O3" } }).total.format({ places: 2 })).toBe("59.46%");
  });

  test("every rare earth has an oxide in both sets, in which it alone is not oxygen", () => {
    for (const oxides of [RARE_EARTH_OXIDES, TRIVALENT_RARE_EARTH_OXIDES]) {
      expect(Object.entries(oxides).filter(([element, oxide]) => !new RegExp(`^${element}\\d?O\\d*$`).test(oxide))).toEqual([]);
      expect(Object.keys(oxides).length).toBe(15);
    }
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["an element without its oxide", () => oxideGrades({ assays: { Fe: "1 %" }, oxides: RARE_EARTH_OXIDES }), "unknown-item", ["Fe", "La, Ce"]],
    ["no assays", () => oxideGrades({ assays: {}, oxides: RARE_EARTH_OXIDES }), "unknown-item", ["no assays"]],
    ["a mass in place of a grade", () => oxideGrades({ assays: { La: "1 t" }, oxides: RARE_EARTH_OXIDES }), "unknown-unit", ["^La: "]],
    ["an oxide of another element", () => oxideGrades({ assays: { La: "1 ppm" }, oxides: { La: "CeO2" } }), "substance-mismatch", ["La"]],
    ["a trivalent oxide in a convention that has not it", () => oxideGrades({ assays: { Ce: "1 ppm" }, oxides: TRIVALENT_RARE_EARTH_OXIDES, factor: "james cook" }), "substance-mismatch", ["Ce2O3"]],
  ])("%s is refused", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

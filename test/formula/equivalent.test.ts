import { describe, expect, test } from "vitest";
import { equivalentByCoefficients, rebasedCoefficients } from "../../src/formula/equivalent-coefficient.ts";
import { equivalentMetal, equivalentMetalByRatio } from "../../src/formula/equivalent-metal.ts";
import { equivalentFactors, equivalentFormula, metalEquivalent } from "../../src/formula/equivalent.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction, grade, money, price } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const gold = { price: "1,850 USD/oz", recovery: "90 %" } as const;
const silver = { price: "21 USD/oz", recovery: "80 %" } as const;
const copper = { price: "3.75 USD/lb", recovery: "80 %" } as const;
const porphyry = { Au: { grade: "0.66 g/t", ...gold }, Ag: { grade: "3.3 g/t", ...silver }, Cu: { grade: "0.15 %", ...copper } } as const;

describe("an equivalent grade", () => {
  test("is worth what all the metals are worth together, exactly", () => {
    const eq = metalEquivalent({ of: "Au", metals: porphyry });
    const value = (["Au", "Ag", "Cu"] as const).map((name) => {
      const { grade: assay, price: paid, recovery } = porphyry[name];
      return grade(assay).inBase.times(price(paid).inBase).times(fraction(recovery).inBase);
    }).reduce((sum, metal) => sum.plus(metal));
    const ofGold = eq.grade.inBase.times(price(gold.price).inBase).times(fraction(gold.recovery).inBase);
    expect(ofGold.equals(value)).toBe(true);
    expect(eq.grade.unit).toBe("g/t");
  });

  test("comes with every term, and its contributions add up to it", () => {
    const eq = metalEquivalent({ of: "Au", metals: porphyry });
    expect([eq.of, eq.recoveries, Object.keys(eq.metals)]).toEqual(["Au", "given", ["Au", "Ag", "Cu"]]);
    const { Ag: ag } = eq.metals;
    expect([String(ag!.grade), String(ag!.price), String(ag!.recovery), ag!.payable, ag!.unit]).toEqual(["3.3 g/t", "21 USD/oz", "80%", undefined, "g/t"]);
    expect(ag!.factor.equals(Ratio.of("21").times("0.80").dividedBy(Ratio.of("1850").times("0.90")))).toBe(true);
    expect(ag!.recovery!.role).toBe("recovery");
    const sum = Object.values(eq.metals).map(({ contribution }) => contribution).reduce((total, one) => total.plus(one));
    expect(sum.equals(eq.grade)).toBe(true);
    expect([eq, eq.metals, ag].every((part) => Object.isFrozen(part))).toBe(true);
  });

  test("is the same worth whichever metal it is told in", () => {
    const inGold = metalEquivalent({ of: "Au", metals: porphyry });
    const inCopper = metalEquivalent({ of: "Cu", metals: porphyry });
    expect(inCopper.grade.unit).toBe("%");
    const back = inCopper.grade.inBase.dividedBy(inGold.metals["Cu"]!.factor.reciprocal());
    expect(back.equals(inGold.grade.inBase)).toBe(true);
  });

  test("of one metal alone is its grade", () => {
    expect(String(metalEquivalent({ of: "Au", metals: { Au: { grade: "0.05 oz/st", ...gold } } }).grade)).toBe("0.05 oz/st");
  });

  test("counts payability where it is given for all", () => {
    const { metals } = metalEquivalent({
      of: "Au", metals: { Au: { grade: "1 g/t", ...gold, payable: "99 %" }, Ag: { grade: "10 g/t", ...silver, payable: "90 %" } },
    });
    const without = metalEquivalent({ of: "Au", metals: { Au: { grade: "1 g/t", ...gold }, Ag: { grade: "10 g/t", ...silver } } });
    expect(metals["Ag"]!.factor.equals(without.metals["Ag"]!.factor.times("90/99"))).toBe(true);
    expect(String(metals["Ag"]!.payable)).toBe("90%");
  });

  test("without recoveries is asked for by name", () => {
    const eq = metalEquivalent({ of: "Au", recoveries: "left-out", metals: { Au: { grade: "1 g/t", price: "1,700 USD/oz" }, Ag: { grade: "73.913 g/t", price: "23 USD/oz" } } });
    expect(eq.recoveries).toBe("left-out");
    expect("recovery" in eq.metals["Ag"]!).toBe(false);
    expect(eq.metals["Ag"]!.coefficient.toString()).toBe("23/1700");
  });

  test("writes its formula in the units of its grades", () => {
    const factors = equivalentFactors({ of: "Au", metals: { Au: { unit: "g/t", ...gold }, Ag: { unit: "g/t", ...silver }, Cu: { unit: "ppm", ...copper } } });
    expect(equivalentFormula(factors, { digits: 4 })).toBe("AuEq g/t = Au g/t + 0.01009 x Ag g/t + 0.0001236 x Cu ppm");
    expect(equivalentFormula(metalEquivalent({ of: "Au", metals: porphyry }), { digits: 3 })).toBe("AuEq g/t = Au g/t + 0.0101 x Ag g/t + 1.24 x Cu %");
    expect(Object.values(factors.metals).every(({ factor, coefficient, unit }) => coefficient.equals(unit === "%" ? factor.times(10000) : factor))).toBe(true);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a missing recovery", () => metalEquivalent({ of: "Au", metals: { Au: porphyry.Au, Ag: { grade: "1 g/t", price: "21 USD/oz" } as never } }), "wrong-kind", ["metals.Ag.recovery is missing", "100 %"]],
    ["a recovery where they are left out", () => metalEquivalent({ of: "Au", recoveries: "left-out", metals: porphyry as never }), "wrong-kind", ["metals.Au.recovery is given"]],
    ["another word for leaving out", () => metalEquivalent({ of: "Au", recoveries: "100 %" as never, metals: porphyry as never }), "unknown-option", ["recoveries", "left-out"]],
    ["payability for one of two", () => metalEquivalent({ of: "Au", metals: { ...porphyry, Au: { ...porphyry.Au, payable: "99 %" } } }), "wrong-kind", ["metals.Ag.payable is missing"]],
    ["a main metal that is not there", () => metalEquivalent({ of: "Pd", metals: porphyry }), "unknown-item", ["Pd", "Au, Ag, Cu"]],
    ["two currencies", () => metalEquivalent({ of: "Au", metals: { ...porphyry, Ag: { ...porphyry.Ag, price: "21 CAD/oz" } } }), "currency-mismatch", ["metals.Ag.price", "21 CAD/oz", "exchanged"]],
    ["a main metal for nothing", () => metalEquivalent({ of: "Au", metals: { Au: { ...porphyry.Au, price: "0 USD/oz" } } }), "division-by-zero", ["metals.Au.price"]],
    ["a main metal never recovered", () => metalEquivalent({ of: "Au", metals: { Au: { ...porphyry.Au, recovery: "0 %" } } }), "division-by-zero", ["Au is worth nothing"]],
    ["a negative grade", () => metalEquivalent({ of: "Au", metals: { Au: { ...porphyry.Au, grade: "-1 g/t" } } }), "out-of-range", ["metals.Au.grade is -1 g/t"]],
    ["a moisture as recovery", () => metalEquivalent({ of: "Au", metals: { Au: { ...porphyry.Au, recovery: fraction("8 %").as("moisture") as never } } }), "role-mismatch", ["metals.Au.recovery"]],
    ["a mass as grade", () => metalEquivalent({ of: "Au", metals: { Au: { ...porphyry.Au, grade: "1 oz" } } }), "unknown-unit", ["metals.Au.grade"]],
    ["no metals", () => metalEquivalent({ of: "Au", metals: {} }), "out-of-range", ["metals is empty"]],
    ["no object of metals", () => metalEquivalent({ of: "Au", metals: undefined as never }), "wrong-kind", ["metals"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("an equivalent by printed coefficients", () => {
  test("takes each grade in the unit of its coefficient", () => {
    const eq = equivalentByCoefficients({
      of: "Au", unit: "g/t",
      metals: {
        Au: { grade: "1 g/t", coefficient: 1, per: "g/t" }, Ag: { grade: "74 g/t", coefficient: "1/74", per: "g/t" }, Mo: { grade: "0.01 %", coefficient: "0.00032", per: "ppm" },
        Cu: { grade: "5,000 ppm", coefficient: fraction("1.37 1"), per: "%" },
      },
    });
    expect(String(eq.grade)).toBe("2.717 g/t");
    expect(String(eq.metals["Cu"]!.contribution)).toBe("0.685 g/t");
    expect(String(eq.metals["Mo"]!.contribution)).toBe("0.032 g/t");
  });

  test("told in another metal has its coefficients divided by that metal's", () => {
    const inCopper = { Cu: 1, Au: "0.6319", Ag: "0.0087", Zn: "0.4167" } as const;
    const inGold = rebasedCoefficients({ of: "Au", coefficients: inCopper });
    expect(Object.values(inGold).map((value) => value.toFixed({ digits: 4 }))).toEqual(["1.583", "1.000", "0.01377", "0.6594"]);
    const back = rebasedCoefficients({ of: "Cu", coefficients: inGold });
    expect(Object.entries(inCopper).every(([name, value]) => back[name]!.equals(value))).toBe(true);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no coefficient", () => equivalentByCoefficients({ of: "Cu", unit: "%", metals: { Cu: { grade: "1 %", per: "%" } as never } }), "wrong-kind", ["metals.Cu.coefficient is missing"]],
    ["a grade as coefficient", () => equivalentByCoefficients({ of: "Cu", unit: "%", metals: { Cu: { grade: "1 %", per: "%", coefficient: grade("1 %") as never } } }), "wrong-kind", ["metals.Cu.coefficient"]],
    ["no metal to tell it in", () => rebasedCoefficients({ of: "Pb", coefficients: { Cu: 1 } }), "unknown-item", ["Pb"]],
    ["a coefficient of zero to divide by", () => rebasedCoefficients({ of: "Cu", coefficients: { Cu: 0, Au: 1 } }), "division-by-zero", ["coefficients.Cu"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("equivalent metal", () => {
  test("by prices is revenue over the price of the main metal", () => {
    const { metal, contributions } = equivalentMetal({
      of: "Au", metals: { Au: { metal: "100 koz", price: "1,800 USD/oz" }, Ag: { metal: "5 Moz", price: "22.50 USD/oz" }, Cu: { metal: "10 Mlb", price: "3.60 USD/lb" } },
    });
    expect(String(metal)).toBe("182.5 koz");
    expect(Object.values(contributions).map(String)).toEqual(["100 koz", "62.5 koz", "20 koz"]);
    const revenue = money("USD 180 million").plus(money("USD 112.5 million")).plus(money("USD 36 million"));
    expect(revenue.dividedBy(price("1,800 USD/oz")).equals(metal)).toBe(true);
  });

  test("counts payability where it is given for all", () => {
    const { metal } = equivalentMetal({
      of: "Au", metals: { Au: { metal: "100 oz", price: "1,800 USD/oz", payable: "100 %" }, Ag: { metal: "8,000 oz", price: "22.50 USD/oz", payable: "90 %" } },
    });
    expect(String(metal)).toBe("190 oz");
  });

  test.each([["80:1", "67,067 oz"], ["80", "67,067 oz"], ["40 : 0.5", "67,067 oz"], ["1,000:12.5", "67,067 oz"]])("by the ratio %s is %s", (ratio, metal) => {
    expect(String(equivalentMetalByRatio({ of: "Au", metals: { Au: "52,067 oz", Ag: "1.2 Moz" }, ratios: { Ag: ratio } }).metal)).toBe(metal);
  });

  test("by a ratio of unlike units takes both with their units", () => {
    const eq = equivalentMetalByRatio({ of: "Au", metals: { Au: "1,000 oz", Cu: "1 Mlb" }, ratios: { Cu: { amount: "500 lb", worth: "1 oz" } } });
    expect(String(eq.metal)).toBe("3,000 oz");
    expect(String(equivalentMetalByRatio({ of: "Au", metals: { Ag: "8 koz" }, ratios: { Ag: "80:1" } }).metal)).toBe("0.1 koz");
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a metal without a ratio", () => equivalentMetalByRatio({ of: "Au", metals: { Au: "1 oz", Ag: "1 oz" }, ratios: {} }), "unknown-item", ["Ag"]],
    ["a ratio without a metal", () => equivalentMetalByRatio({ of: "Au", metals: { Au: "1 oz" }, ratios: { Ag: "80:1" } }), "unknown-item", ["Ag"]],
    ["a ratio of zero", () => equivalentMetalByRatio({ of: "Au", metals: { Ag: "1 oz" }, ratios: { Ag: "0:1" } }), "division-by-zero", ["ratios.Ag"]],
    ["a ratio of three", () => equivalentMetalByRatio({ of: "Au", metals: { Ag: "1 oz" }, ratios: { Ag: "80:1:1" } }), "malformed-number", ["80:1:1"]],
    ["a ratio of words", () => equivalentMetalByRatio({ of: "Au", metals: { Ag: "1 oz" }, ratios: { Ag: "eighty" } }), "malformed-number", ["eighty"]],
    ["two currencies", () => equivalentMetal({ of: "Au", metals: { Au: { metal: "1 oz", price: "1 USD/oz" }, Ag: { metal: "1 oz", price: "1 EUR/oz" } } }), "currency-mismatch", ["EUR"]],
    ["payability for one of two", () => equivalentMetal({ of: "Au", metals: { Au: { metal: "1 oz", price: "1 USD/oz", payable: "1 1" }, Ag: { metal: "1 oz", price: "1 USD/oz" } } }), "wrong-kind", ["payable"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

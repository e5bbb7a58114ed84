import { describe, expect, test } from "vitest";
import { breakEvenCutOff, type CutOffTerms } from "../../src/formula/cut-off.ts";
import { netSmelterReturn } from "../../src/formula/smelter.ts";
import { chargePerMetal, valuePerTonne } from "../../src/formula/value.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { price } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

// SLR Consulting's cut-off exercise (https://huggingface.co/spaces/SLRConsulting/Cutoffgrade), whose inputs are published without the answer.
const copper = {
  costs: { mining: "50 USD/t", processing: "20 USD/t", generalAndAdministrative: "15 USD/t" },
  price: "3.50 USD/lb", recovery: "87 %", payable: "90 %", selling: { cost: "0.09 USD/lb", on: "payable-metal" }, concentrate: { grade: "25 %", charges: "90 USD/dmt" },
} as const;
const gold = { costs: { mining: "30 USD/t", processing: "15 USD/t" }, price: "1,500 USD/oz", recovery: "90 %", payable: "100 %" } as const;

describe("a break-even cut-off grade", () => {
  test("is where a tonne of ore brings its costs, to the last digit", () => {
    const cutOff = breakEvenCutOff({ kind: "mine", ...copper });
    expect(cutOff.format({ places: 4 })).toBe("1.5252%");
    const { ore } = netSmelterReturn({
      metals: { Cu: { grade: "25 %", feed: { grade: cutOff, recovery: "87 %" }, price: "3.50 USD/lb", terms: { form: "percentage", share: "90 %" }, refiningCharge: "0.09 USD/lb" } },
      treatmentCharge: "90 USD/dmt",
    });
    expect(ore!.netSmelterReturn.equals(price("85 USD/t"))).toBe(true);
  });

  test("of the mill leaves mining out, and nothing else", () => {
    const mine = breakEvenCutOff({ kind: "mine", ...gold });
    const mill = breakEvenCutOff({ kind: "mill", ...gold });
    expect([mine, mill].map((grade) => grade.format({ places: 3 }))).toEqual(["1.037 g/t", "0.346 g/t"]);
    expect(mine.equals(mill.times(3))).toBe(true);
    expect(breakEvenCutOff({ kind: "mill", ...gold, costs: { processing: "15 USD/t" } }).equals(mill)).toBe(true);
  });

  test.each<[string, Partial<CutOffTerms>, string]>([
    ["nothing else", {}, "45 / (0.9 x 1500)"],
    ["selling costs on payable metal", { payable: "99 %", selling: { cost: "10 USD/oz", on: "payable-metal" } }, "45 / (0.9 x 0.99 x 1490)"],
    ["selling costs on recovered metal", { payable: "99 %", selling: { cost: "10 USD/oz", on: "recovered-metal" } }, "45 / (0.9 x (0.99 x 1500 - 10))"],
    ["a royalty on the payable value", { selling: { cost: "10 USD/oz", on: "payable-metal" }, royalty: { rate: "2 %", base: "payable-value" } }, "45 / (0.9 x (1490 - 30))"],
    ["a royalty on the net return", { selling: { cost: "10 USD/oz", on: "payable-metal" }, royalty: { rate: "2 %", base: "net-smelter-return" } }, "45 / (0.9 x 1490 x 0.98)"],
    ["a dilution over ore", { dilution: { share: "10 %", on: "ore" } }, "45 x 1.1 / (0.9 x 1500)"],
    ["a dilution over ore and waste", { dilution: { share: "10 %", on: "ore-plus-waste" } }, "45 / 0.9 / (0.9 x 1500)"],
  ])("with %s is %s", (_, change, expression) => {
    const ounces: Record<string, Ratio> = {
      "45 / (0.9 x 1500)": Ratio.of("45").dividedBy("1350"), "45 / (0.9 x 0.99 x 1490)": Ratio.of("45").dividedBy("1327.59"),
      "45 / (0.9 x (0.99 x 1500 - 10))": Ratio.of("45").dividedBy("1327.5"), "45 / (0.9 x (1490 - 30))": Ratio.of("45").dividedBy("1314"),
      "45 / (0.9 x 1490 x 0.98)": Ratio.of("45").dividedBy("1314.18"), "45 x 1.1 / (0.9 x 1500)": Ratio.of("49.5").dividedBy("1350"),
      "45 / 0.9 / (0.9 x 1500)": Ratio.of("50").dividedBy("1350"),
    };
    const cutOff = breakEvenCutOff({ kind: "mine", ...gold, ...change });
    expect(cutOff.exact.equals(ounces[expression]!.times("31.1034768"))).toBe(true);
    expect(cutOff.unit).toBe("g/t");
  });

  // A gold mine of 100 USD per short ton, 91 % recovery and 1,886 USD/oz, as textbooks pose it.
  test.each([["100 USD/st", "1,886 USD/oz", "0.0583 oz/st"], ["100 USD/t", "1,886 USD/oz", "1.8123 g/t"], ["100 USD/t", "4 USD/lb", "1.2461%"], ["100 USD/t", "60 USD/g", "1.8315 g/t"]])(
    "with costs of %s at %s comes as the trade tells it: %s", (processing, paid, cutOff) => {
      expect(breakEvenCutOff({ kind: "mill", costs: { processing }, price: paid, recovery: "91 %", payable: "100 %" }).format({ places: 4 })).toBe(cutOff);
    });

  test.each<[string, Partial<CutOffTerms>, string, readonly string[]]>([
    ["no kind", { kind: undefined as never }, "unknown-option", ["kind is missing", "mine", "mill", "no default"]],
    ["a kind that is none", { kind: "marginal" as never }, "unknown-option", ["kind"]],
    ["a mine cut-off without mining", { costs: { processing: "15 USD/t" } }, "wrong-kind", ["costs.mining is missing", "mill"]],
    ["a mill cut-off of nothing", { kind: "mill", costs: { mining: "30 USD/t" } }, "wrong-kind", ["costs", "processing"]],
    ["no costs", { costs: undefined as never }, "wrong-kind", ["costs is missing"]],
    ["no recovery", { recovery: undefined as never }, "wrong-kind", ["recovery is missing"]],
    ["no payability", { payable: undefined as never }, "wrong-kind", ["payable is missing"]],
    ["a metal that costs more than it brings", { selling: { cost: "1,500 USD/oz", on: "payable-metal" } }, "out-of-range", ["No grade breaks even"]],
    ["no recovery at all", { recovery: "0 %" }, "out-of-range", ["No grade breaks even"]],
    ["two currencies", { costs: { mining: "30 CAD/t" } }, "currency-mismatch", ["price is 1,500 USD/oz", "costs.mining is 30 CAD/t"]],
    ["costs on wet tonnes", { costs: { mining: "30 USD/wmt" } }, "basis-mismatch", ["costs.mining"]],
    ["selling on something else", { selling: { cost: "1 USD/oz", on: "metal" as never } }, "unknown-option", ["selling.on"]],
    ["a royalty on something else", { royalty: { rate: "1 %", base: "profit" as never } }, "unknown-option", ["royalty.base"]],
    ["a dilution of something else", { dilution: { share: "1 %", on: "waste" as never } }, "unknown-option", ["dilution.on"]],
    ["a dilution by nothing but waste", { dilution: { share: "100 %", on: "ore-plus-waste" } }, "out-of-range", ["dilution.share"]],
    ["a concentrate of no grade", { concentrate: { grade: "0 %", charges: "1 USD/dmt" } }, "division-by-zero", ["concentrate.grade"]],
  ])("refuses %s", (_, change, code, words) => {
    expect(() => breakEvenCutOff({ kind: "mine", ...gold, ...change })).toThrow(refused(code, ...words));
  });
});

describe("the value of a tonne", () => {
  const metals = {
    Cu: { grade: "1 %", price: "3.50 USD/lb", recovery: "87 %", payable: "90 %" }, Au: { grade: "1 g/t", price: "1,500 USD/oz", recovery: "90 %", payable: "99 %" },
  } as const;

  test("is of the metal that is named: in the rock, recovered or paid for", () => {
    expect((["in-situ", "recovered", "payable"] as const).map((value) => valuePerTonne({ value, metals }).total.format({ places: 2 }))).toEqual(["125.39 USD/t", "110.53 USD/t", "103.39 USD/t"]);
    const { total, metals: each } = valuePerTonne({ value: "payable", metals });
    expect(each["Cu"]!.plus(each["Au"]!).equals(total)).toBe(true);
    expect(each["Au"]!.exact.equals(Ratio.of("1500").times("0.891").dividedBy("31.1034768"))).toBe(true);
  });

  test.each([["64 %", "80.43 USc/dmtu", "51.4752 USD/t"], ["62 %", "1.45 USD/dmtu", "89.9 USD/t"], ["0.05 oz/st", "1,500 USD/oz", "75 USD/st"], ["10 kg/t", "20 USD/kg", "200 USD/t"],
    ["2 lb/st", "50 USD/lb", "100 USD/st"], ["1 %", "9,000 USD/t", "90 USD/t"], ["5 g/t", "60 USD/g", "300 USD/t"], ["0.5 ct/t", "300 USD/ct", "150 USD/t"]])("at %s and %s is %s", (assay, paid, value) => {
    expect(String(valuePerTonne({ value: "in-situ", metals: { M: { grade: assay, price: paid } } }).total)).toBe(value);
  });

  test("spread over a metal is what it comes to per pound or unit, and comes back", () => {
    expect(String(chargePerMetal({ charge: "102 USD/st", grade: "28.8 %", per: "lb" }).to("USc/lb"))).toBe("17.7083333333… USc/lb");
    expect(String(chargePerMetal({ charge: "51.4752 USD/dmt", grade: "64 %", per: "dmtu" }))).toBe("0.8043 USD/dmtu");
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no word on which metal", () => valuePerTonne({ metals } as never), "unknown-option", ["value is missing", "in-situ"]],
    ["a recovered value without a recovery", () => valuePerTonne({ value: "recovered", metals: { Cu: { grade: "1 %", price: "3 USD/lb" } as never } }), "wrong-kind", ["metals.Cu.recovery is missing"]],
    ["a payable value without a payability", () => valuePerTonne({ value: "payable", metals: { Cu: { grade: "1 %", price: "3 USD/lb", recovery: "87 %" } as never } }), "wrong-kind", ["metals.Cu.payable is missing"]],
    ["two currencies", () => valuePerTonne({ value: "in-situ", metals: { Cu: metals.Cu, Au: { ...metals.Au, price: "1,500 CAD/oz" } } }), "currency-mismatch", ["metals.Au.price"]],
    ["a grade of nothing to spread over", () => chargePerMetal({ charge: "1 USD/t", grade: "0 %", per: "lb" }), "division-by-zero", ["grade"]],
    ["a unit that is none", () => chargePerMetal({ charge: "1 USD/t", grade: "1 %", per: "pint" as never }), "unknown-unit", ["pint"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

/** Published metal equivalents, smelter terms, values and cut-off grades, recomputed; where one differs, the rounding of the inputs is asked whether it may. */
import { describe, expect, test } from "vitest";
import { figure } from "../../../src/figure/figure.ts";
import { breakEvenCutOff } from "../../../src/formula/cut-off.ts";
import { equivalentByCoefficients, rebasedCoefficients } from "../../../src/formula/equivalent-coefficient.ts";
import { equivalentMetal } from "../../../src/formula/equivalent-metal.ts";
import { equivalentFactors, type EquivalentFactors } from "../../../src/formula/equivalent.ts";
import { recoveredMetal } from "../../../src/formula/metal.ts";
import { payableGrade, payableMetal } from "../../../src/formula/payable.ts";
import { rangeOf } from "../../../src/formula/range.ts";
import { netSmelterReturn } from "../../../src/formula/smelter.ts";
import { chargePerMetal, valuePerTonne } from "../../../src/formula/value.ts";
import type { Interval } from "../../../src/number/interval.ts";
import { Ratio } from "../../../src/number/ratio.ts";
import { density, fraction, mass, price } from "../../../src/quantity/constructors.ts";
import type { Quantity } from "../../../src/quantity/quantity.ts";
import type { GradeUnit } from "../../../src/quantity/unit.ts";
import { examplesOf } from "../examples.ts";

interface Recomputed {
  readonly value: Quantity | Ratio;
  /** What the rounding of the printed inputs allows, in the unit of the printed answer; left out where they are taken at their word. */
  readonly allowed?: Interval;
}
type Inputs = Readonly<Record<string, string>>;
type Recompute = (name: string, inputs: Inputs) => Recomputed;

// The factors of a formula from "Au price", "Au recovery", ...
function factorsBy(inputs: Inputs, of: string, units: Readonly<Record<string, GradeUnit>>): EquivalentFactors {
  const entries = Object.entries(units);
  if (inputs[`${of} recovery`] === undefined) {
    return equivalentFactors({ of, recoveries: "left-out", metals: Object.fromEntries(entries.map(([name, unit]) => [name, { unit, price: inputs[`${name} price`]! }])) });
  }
  return equivalentFactors({
    of, metals: Object.fromEntries(entries.map(([name, unit]) => [name, { unit, price: inputs[`${name} price`]!, recovery: inputs[`${name} recovery`]! }])),
  });
}

function coefficientBy(of: string, units: Readonly<Record<string, GradeUnit>>): Recompute {
  return (name, inputs) => ({ value: factorsBy(inputs, of, units).metals[name.split(" ")[0]!]!.coefficient });
}

const monotone = { monotone: true } as const;

const zincEquivalent: Recompute = (name, inputs) => {
  const metal = name.split(" ")[0]!;
  const unit = metal === "Zn" || metal === "Pb" ? "%" : "g/t";
  const printed = (of: string) => ({ price: figure("price", inputs[`${of} price`]!), recovery: figure("fraction", inputs[`${of} recovery`]!) });
  if (name.includes("in situ")) {
    const one = { grade: `1 ${unit}`, price: inputs[`${metal} price`]!, recovery: inputs[`${metal} recovery`]! };
    const allowed = rangeOf(valuePerTonne, { value: "recovered", metals: { [metal]: { ...one, ...printed(metal) } } }, monotone);
    return { value: valuePerTonne({ value: "recovered", metals: { [metal]: one } }).total, allowed: allowed.total.interval };
  }
  const allowed = rangeOf(equivalentFactors, { of: "Zn", metals: { Zn: { unit: "%", ...printed("Zn") }, [metal]: { unit, ...printed(metal) } } }, monotone);
  return { value: factorsBy(inputs, "Zn", { Zn: "%", [metal]: unit }).metals[metal]!.coefficient, allowed: allowed.metals[metal]!.coefficient };
};

const copperCoefficients = (inputs: Inputs) => Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, name === "Cu" ? text : figure("fraction", `${text} 1`)]));

const slide: Recompute = (name, inputs) => {
  const { "copper price": paid = "", "electro-refining": refining = "", "concentrate": grade = "", "smelter recovery": share = "" } = inputs;
  const refined = price(paid).minus(price(refining));
  const smelted = payableGrade({ grade, terms: { form: "percentage", share } });
  const charges = price(inputs["smelting"]!).plus(price(inputs["freight"]!));
  switch (name) {
    case "after refining": return { value: refined };
    case "after refining, of recovered copper": return { value: refined.times(fraction(inputs["electro-recovery"]!)) };
    case "pounds recovered per ton": return { value: payableMetal({ concentrate: "1 dst", grade, terms: { form: "percentage", share } }) };
    case "smelting cost": return { value: chargePerMetal({ charge: charges, grade: smelted, per: "lb" }) };
    default: {
      const both = fraction(share).times(fraction(inputs["electro-recovery"]!)).as("payability");
      const { netSmelterReturn: nsr } = netSmelterReturn({
        metals: { Cu: { grade, price: paid, terms: { form: "percentage", share: both }, refiningCharge: refining } }, treatmentCharge: inputs["smelting"]!, freight: inputs["freight"]!,
      });
      return { value: chargePerMetal({ charge: nsr, grade: smelted, per: "lb" }) };
    }
  }
};

const caraiba: Recompute = (name, inputs) => {
  if (name === "payable metal") {
    return { value: recoveredMetal({ ore: inputs["ore"]!, grade: inputs["head grade"]!, recovery: inputs["mill recovery"]! }).times(fraction(inputs["payable"]!)) };
  }
  const nsr = netSmelterReturn({
    metals: {
      Cu: {
        grade: inputs["copper"]!, feed: { grade: inputs["head grade"]!, recovery: inputs["recovery"]! }, price: inputs["price"]!,
        terms: { form: "percentage", share: inputs["payability"]! }, refiningCharge: inputs["refining, on contained copper"]!, refiningOn: "contained-metal",
      },
    },
    treatmentCharge: inputs["treatment"]!, freight: inputs["freight"]!,
  });
  switch (name) {
    case "concentrate ratio": return { value: nsr.ore!.massPull.to("1").exact };
    case "payable value": return { value: nsr.payableValue };
    case "refining": return { value: nsr.refining };
    default: return { value: nsr.netSmelterReturn };
  }
};

const recomputed: Readonly<Record<string, Recompute>> = {
  "t6-csa-cueq-114": (_, { Cu: cu = "", Au: au = "", Pb: pb = "", Ag: ag = "" }) => ({
    value: equivalentByCoefficients({
      of: "Cu", unit: "%",
      metals: {
        Cu: { grade: cu, coefficient: 1, per: "%" }, Au: { grade: au, coefficient: "1.27", per: "g/t" }, Pb: { grade: pb, coefficient: "0.67", per: "%" },
        Ag: { grade: ag, coefficient: "0.01", per: "g/t" },
      },
    }).grade,
  }),
  "t6-csa-zneq": zincEquivalent,
  "t6-goldstorm-aueq": coefficientBy("Au", { Au: "g/t", Ag: "g/t", Cu: "ppm" }),
  "t6-eskay-aueq-74": (_, inputs) => ({ value: factorsBy(inputs, "Au", { Au: "g/t", Ag: "g/t" }).metals["Ag"]!.coefficient.reciprocal() }),
  "nak-cueq": coefficientBy("Cu", { Cu: "%", Au: "g/t", Ag: "g/t", Mo: "ppm" }),
  "cueq-per-gram": (name, inputs) => (name === "Au per gram" ? { value: price(inputs["Au price"]!) } : coefficientBy("Cu", { Cu: "%", Au: "g/t" })(name, inputs)),
  "t6-cueq-aueq-inverse": (name, inputs) => ({
    value: rebasedCoefficients({ of: "Au", coefficients: inputs })[name]!,
    allowed: (rangeOf(rebasedCoefficients, { of: "Au", coefficients: copperCoefficients(inputs) }, monotone))[name]!,
  }),
  "undervalued-equity-aueq-ounces": (name, inputs) => {
    const eq = equivalentMetal({
      of: "Au", metals: { Au: { metal: inputs["Au"]!, price: inputs["Au price"]! }, Ag: { metal: inputs["Ag"]!, price: inputs["Ag price"]! } },
    });
    return { value: name === "gold equivalent" ? eq.metal : eq.contributions["Ag"]! };
  },
  "t6-slideplayer-copper-price": slide,
  "refining-charge-4.5-cents": (name, inputs) => {
    const { metals, refining } = netSmelterReturn({
      metals: {
        Cu: { grade: inputs["copper"]!, price: "0 USD/lb", terms: { form: "minimum-deduction", deduction: inputs["deduction"]! }, refiningCharge: inputs["refining charge"]! },
      },
    });
    return { value: name === "refining charge" ? refining : metals["Cu"]!.payableGrade };
  },
  "t6-caraiba-sums": (name, inputs) => {
    const parts = Object.entries(inputs).filter(([part]) => part.startsWith(name === "NSR" ? "ore" : "concentrate")).map(([, text]) => text);
    const intervals = parts.map((text) => figure("price", text).interval);
    return { value: parts.map((text) => price(text)).reduce((sum, part) => sum.plus(part)), allowed: intervals.reduce((sum, interval) => sum.plus(interval)) };
  },
  "caraiba-concentrate-test": caraiba,
  "t6-hamersley-dmtu": (_, { price: paid = "", Fe: grade = "" }) => ({ value: valuePerTonne({ value: "in-situ", metals: { Fe: { grade, price: paid } } }).total }),
  "undervalued-equity-tonne": (_, { price: paid = "", Cu: grade = "" }) => ({ value: valuePerTonne({ value: "in-situ", metals: { Cu: { grade, price: paid } } }).total }),
  "mine-2504-cut-off": (name, inputs) => ({
    value: breakEvenCutOff({
      kind: "mine", costs: { mining: inputs["cost"]! }, price: inputs[name.endsWith("gram") ? "price per gram" : "price per ounce"]!, recovery: inputs["recovery"]!, payable: "100 %",
    }),
  }),
  "t6-tonnage-factor": (name, inputs) => {
    const ore = density(inputs["water"]!).times(inputs["specific gravity"]!);
    return { value: name === "ore density" ? ore : mass(inputs["ton"]!).dividedBy(ore) };
  },
};

// The value in the unit and at the decimals of the printed answer.
function asPrinted(printed: string, value: Quantity | Ratio): string {
  const [number = "", ...unit] = printed.split(" ");
  const places = number.split(".")[1]?.length ?? 0;
  if (value instanceof Ratio) return value.toFixed({ places });
  const told = value.to(unit.join(" "));
  return told.unit === "%" ? told.format({ places }).replace("%", " %") : told.format({ places });
}

function valueOf(printed: string): { readonly number: Ratio; readonly half: Ratio } {
  const number = printed.split(" ")[0]!.replaceAll(",", "");
  const places = number.split(".")[1]?.length ?? 0;
  return { number: Ratio.of(number), half: Ratio.fraction(1n, 2n * 10n ** BigInt(places)) };
}

describe.each(examplesOf("equivalents-and-smelter-terms"))("$id", ({ id, inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    const { value, allowed } = recomputed[id]!(name, inputs);
    expect(asPrinted(printed, value)).toBe(computed);
    const { number, half } = valueOf(printed);
    const isAsPrinted = valueOf(computed).number.equals(number);
    if (agrees === "within rounding") {
      expect([isAsPrinted, allowed!.low!.compare(number.plus(half)) <= 0, allowed!.high!.compare(number.minus(half)) >= 0]).toEqual([false, true, true]);
    } else {
      expect(isAsPrinted).toBe(agrees);
    }
  });
});

test("a silver coefficient of one figure leaves the copper equivalent of Example 3 anywhere between 0.77 and 1.27 %", () => {
  const range = rangeOf(equivalentByCoefficients, {
    of: "Cu", unit: "%",
    metals: {
      Cu: { grade: "0.2 %", coefficient: 1, per: "%" }, Au: { grade: "0.2 g/t", coefficient: figure("fraction", "1.27 1"), per: "g/t" },
      Pb: { grade: "0.1 %", coefficient: figure("fraction", "0.67 1"), per: "%" }, Ag: { grade: "50 g/t", coefficient: figure("fraction", "0.01 1"), per: "g/t" },
    },
  }, monotone);
  expect([range.grade.interval.low!.toFixed({ places: 2 }), range.grade.interval.high!.toFixed({ places: 2 })]).toEqual(["0.77", "1.27"]);
});

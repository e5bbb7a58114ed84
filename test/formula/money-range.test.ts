/** What printed figures leave to the money formulas: enclosed and reached, held against a grid of values that the figures allow. */
import { describe, expect, test } from "vitest";
import { Figure, figure } from "../../src/figure/figure.ts";
import { breakEvenCutOff } from "../../src/formula/cut-off.ts";
import { equivalentByCoefficients } from "../../src/formula/equivalent-coefficient.ts";
import { equivalentMetal, equivalentMetalByRatio } from "../../src/formula/equivalent-metal.ts";
import { metalEquivalent } from "../../src/formula/equivalent.ts";
import { escalatedCharge } from "../../src/formula/escalated.ts";
import { exchanged } from "../../src/formula/exchanged.ts";
import { fieldsOf, replaced } from "../../src/formula/field.ts";
import { payability, payableGrade, payableMetal } from "../../src/formula/payable.ts";
import { penaltyCharge } from "../../src/formula/penalty.ts";
import { QuantityRange } from "../../src/formula/quantity-range.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { netSmelterReturn } from "../../src/formula/smelter.ts";
import { dryPrice, wetPrice } from "../../src/formula/tonne-price.ts";
import { chargePerMetal, valuePerTonne } from "../../src/formula/value.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { isQuantity, Quantity } from "../../src/quantity/quantity.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const STEPS = 4;

function* gridOf(figures: readonly Figure[]): Generator<ReadonlyMap<unknown, unknown>> {
  const [first, ...others] = figures;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const { low, high } = first.interval.intersect(Interval.nonNegative)!;
  for (const rest of gridOf(others)) {
    for (let step = 0; step <= STEPS; step++) {
      const value = low!.plus(high!.minus(low!).times(step).dividedBy(STEPS));
      yield new Map([...rest, [first, new Quantity(first.quantity.measure, value, first.quantity.basis, undefined)]]);
    }
  }
}

const numbersOf = (data: unknown): readonly Ratio[] =>
  fieldsOf(data).flatMap(({ value }) => (isQuantity(value) ? [value.exact] : value instanceof Ratio ? [value] : []));
const intervalsOf = (data: unknown): readonly Interval[] =>
  fieldsOf(data).flatMap(({ value }) => (value instanceof QuantityRange ? [value.interval] : value instanceof Interval ? [value] : []));

const price = (text: string) => figure("price", text);
const share = (text: string) => figure("fraction", text);
const assay = (text: string) => figure("grade", text);
const zinc = { form: "lesser", share: "85 %", deduction: "8 units" } as const;
const sold = { price: "2,500 USD/t", terms: zinc } as const;

const cases: readonly (readonly [string, (given: never) => unknown, unknown])[] = [
  ["an equivalent grade", metalEquivalent, {
    of: "Au", metals: { Au: { grade: assay("0.7 g/t"), price: price("1,850 USD/oz"), recovery: share("90 %") }, Ag: { grade: "30 g/t", price: price("21 USD/oz"), recovery: share("80 %") } },
  }],
  ["an equivalent by coefficients", equivalentByCoefficients, { of: "Cu", unit: "%", metals: { Cu: { grade: assay("0.2 %"), coefficient: 1, per: "%" }, Au: { grade: assay("0.2 g/t"), coefficient: share("1.3 1"), per: "g/t" } } }],
  ["equivalent metal", equivalentMetal, { of: "Au", metals: { Au: { metal: figure("mass", "10 koz"), price: price("1,800 USD/oz") }, Ag: { metal: figure("mass", "5 Moz"), price: price("22 USD/oz") } } }],
  ["equivalent metal by a ratio", equivalentMetalByRatio, { of: "Au", metals: { Au: figure("mass", "10 koz"), Ag: figure("mass", "5 Moz") }, ratios: { Ag: "80:1" } }],
  ["a payable grade across the change of form", payableGrade, { grade: assay("53 %"), terms: { ...zinc, deduction: assay("8 %") } }],
  ["a payable grade across nothing", payableGrade, { grade: assay("8 %"), terms: zinc }],
  ["a payable grade by slices", payableGrade, { grade: assay("3 g/t"), terms: { form: "slices", steps: [{ from: "1 g/t", share: "90 %" }, { from: "3 g/t", share: "50 %" }] } }],
  ["payable metal", payableMetal, { concentrate: figure("mass", "10 kdmt"), grade: assay("53 %"), terms: zinc }],
  ["a payability", payability, { grade: assay("53 %"), terms: { ...zinc, share: share("85 %") } }],
  ["a penalty across the free level", penaltyCharge, { grade: assay("0.2 %"), above: "0.2 %", step: "0.1 %", charge: price("3 USD/dmt"), by: "pro-rata" }],
  ["a charge with price participation", escalatedCharge, { charge: price("245 USD/dmt"), price: "2,000 USD/t", above: [{ from: price("2,000 USD/t"), rate: share("9.5 %") }], below: [{ from: price("2,001 USD/t"), rate: share("3.5 %") }] }],
  ["an exchange", exchanged, { price: price("26 CAD/t"), rate: { one: "USD", is: figure("money", "CAD 1.3") } }],
  ["a price per dry tonne", dryPrice, { wet: price("46 USD/wmt"), moisture: share("8 %") }],
  ["a price per wet tonne", wetPrice, { dry: price("50 USD/dmt"), moisture: share("8 %") }],
  ["a value", valuePerTonne, { value: "payable", metals: { Cu: { grade: assay("1.0 %"), price: price("3.5 USD/lb"), recovery: share("87 %"), payable: share("96.5 %") } } }],
  ["a charge per metal", chargePerMetal, { charge: price("102 USD/st"), grade: assay("28.8 %"), per: "lb" }],
  ["a cut-off", breakEvenCutOff, {
    kind: "mine", costs: { mining: price("30 USD/t"), processing: "15 USD/t" }, price: price("1,500 USD/oz"), recovery: share("90 %"), payable: "99 %",
    selling: { cost: price("5 USD/oz"), on: "payable-metal" }, royalty: { rate: "2 %", base: "net-smelter-return" },
  }],
  ["a return per tonne of concentrate", netSmelterReturn, {
    metals: { Zn: { ...sold, grade: assay("53 %"), refiningCharge: "10 USD/t" } }, treatmentCharge: price("245 USD/dmt"), freight: "46 USD/wmt", moisture: share("8 %"),
    penalties: { Fe: { grade: assay("8 %"), above: "8 %", step: "1 %", charge: "2 USD/dmt", by: "pro-rata" } }, royalty: { rate: "2 %", base: "payable-value" },
  }],
  ["a return per tonne of ore", netSmelterReturn, { metals: { Zn: { ...sold, price: price("2,500 USD/t"), grade: "53 %", feed: { grade: assay("5.0 %"), recovery: share("90 %") } } }, treatmentCharge: "245 USD/dmt" }],
  ["a return with the feed of a by-product", netSmelterReturn, {
    metals: { Zn: { ...sold, grade: "53 %", feed: { grade: "5.0 %", recovery: "90 %" } }, Ag: { feed: { grade: assay("20 g/t"), recovery: share("50 %") }, price: "25 USD/oz", terms: { form: "minimum-deduction", deduction: "93 g/t" } } },
  }],
];

describe("the range of a money formula", () => {
  test.each(cases)("encloses what printed figures allow, and is reached: %s", (_, formula, given) => {
    const run = formula as (from: unknown) => unknown;
    const figures = fieldsOf(given, (value) => value instanceof Figure).map(({ value }) => value).filter((value) => value instanceof Figure);
    const ranges = intervalsOf(rangeOf(run, given));
    const samples = [...gridOf(figures)].map((at) => numbersOf(run(replaced(given, at))));
    expect(ranges).toHaveLength(samples[0]!.length);
    ranges.forEach((range, field) => {
      const values = samples.map((sample) => sample[field]!);
      const least = values.reduce((low, value) => (value.compare(low) < 0 ? value : low));
      const most = values.reduce((high, value) => (value.compare(high) > 0 ? value : high));
      expect([range.low!.toString(), range.high!.toString()]).toEqual([least.toString(), most.toString()]);
    });
  });

  test.each<[string, () => unknown]>([
    ["a scale", () => rangeOf(payableGrade, { grade: assay("3 g/t"), terms: { form: "scale", steps: [{ from: "1 g/t", share: "90 %" }] } })],
    ["slices of a share", () => rangeOf(payability, { grade: assay("3 g/t"), terms: { form: "slices", steps: [{ from: "1 g/t", share: "90 %" }, { from: "3 g/t", share: "50 %" }] } })],
    ["a staircase", () => rangeOf(penaltyCharge, { grade: assay("0.3 %"), above: "0.2 %", step: "0.1 %", charge: "3 USD/dmt", by: "full-step" })],
    ["a grade that settles the mass pull", () => rangeOf(netSmelterReturn, { metals: { Zn: { ...sold, grade: assay("53 %"), feed: { grade: "5 %", recovery: "90 %" } } } })],
    ["a mass pull that others rest on", () => rangeOf(netSmelterReturn, { massPull: share("9.0 %"), metals: { Zn: { ...sold, feed: { grade: "5 %", recovery: "90 %" } } } })],
    ["refining on contained metal", () => rangeOf(netSmelterReturn, { metals: { Zn: { ...sold, grade: assay("53 %"), refiningOn: "contained-metal", refiningCharge: "10 USD/t" } } })],
    ["a royalty on contained metal", () => rangeOf(netSmelterReturn, { metals: { Zn: { ...sold, grade: assay("53 %") } }, royalty: { rate: "2 %", base: "contained-value" } })],
  ])("is refused where nothing is proved: %s", (_, call) => {
    expect(call).toThrow(refused("unknown-option", "Nothing is proved"));
  });
});

/** Stripping ratios, by mass and by volume. */
import { describe, expect, test } from "vitest";
import { breakEvenStrippingRatio, strippingRatio, wasteFor } from "../../src/formula/stripping-ratio.ts";
import { mass, volume } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

test.each([["12 Mt", "4,000 kt", "3"], ["900 bcm", "300 bcm", "3"], ["34,000 bcm", "4,000 t", "8.5 bcm/t"], ["100 yd3", "10 st", "10 yd3/st"], ["0 t", "1 t", "0"]])("%s of waste to %s of ore is %s", (waste, ore, ratio) => {
  expect(String(strippingRatio({ waste, ore }))).toBe(ratio);
  expect(String(wasteFor({ ore, strippingRatio: strippingRatio({ waste, ore }) }).to(waste.split(" ")[1] as "t"))).toBe(waste);
});

test("kinds are known to the compiler", () => {
  expect(String(strippingRatio({ waste: mass("3 t"), ore: mass("1 t") }).to("%"))).toBe("300%");
  expect(String(strippingRatio({ waste: volume("10 m3"), ore: mass("5 t") }).to("L/kg"))).toBe("2 L/kg");
});

test("the margin of the ore pays for a break-even ratio", () => {
  expect(String(breakEvenStrippingRatio({ value: "38.00 USD/t", cost: "23.00 USD/t", strippingCost: "2.50 USD/t" }))).toBe("6");
  expect(String(breakEvenStrippingRatio({ value: "5 USD/t", cost: "5 USD/t", strippingCost: "2.50 USD/t" }))).toBe("0");
});

describe("what is not clear is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no ore", () => strippingRatio({ waste: "1 t", ore: "0 t" }), "division-by-zero", ["^ore"]],
    ["waste by mass to ore by volume", () => strippingRatio({ waste: "1 t", ore: "1 bcm" }), "wrong-kind", ["like by like"]],
    ["bank to loose", () => strippingRatio({ waste: "1 lcm", ore: "1 bcm" }), "basis-mismatch", ["swell"]],
    ["wet to dry", () => strippingRatio({ waste: "1 wmt", ore: "1 dmt" }), "basis-mismatch", ["wmt"]],
    ["negative waste", () => strippingRatio({ waste: "-1 t", ore: "1 t" }), "out-of-range", ["^waste is -1 t"]],
    ["bare tons", () => strippingRatio({ waste: "1 ton", ore: "1 t" }), "ambiguous-unit", ["^waste"]],
    ["a volumetric ratio with ore by volume", () => wasteFor({ ore: "1 bcm", strippingRatio: "8 bcm/t" }), "wrong-kind", ["^ore is 1 bcm"]],
    ["a bare ratio", () => wasteFor({ ore: "1 t", strippingRatio: "8" }), "missing-unit", ["^strippingRatio"]],
    ["ore that does not pay", () => breakEvenStrippingRatio({ value: "4 USD/t", cost: "5 USD/t", strippingCost: "1 USD/t" }), "out-of-range", ["^value"]],
    ["two currencies", () => breakEvenStrippingRatio({ value: "4 USD/t", cost: "1 CAD/t", strippingCost: "1 USD/t" }), "currency-mismatch", ["CAD"]],
    ["stripping for nothing", () => breakEvenStrippingRatio({ value: "4 USD/t", cost: "1 USD/t", strippingCost: "0 USD/t" }), "division-by-zero", ["^strippingCost"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

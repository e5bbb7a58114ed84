import { describe, expect, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { grade, mass } from "../../src/quantity/constructors.ts";
import { measured } from "../../src/uncertainty/measured.ts";
import type { Measurement } from "../../src/uncertainty/measurement.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("a measured value", () => {
  test.each<[string, Measurement<"grade">, string, string]>([
    ["its standard uncertainty", { value: "2 g/t", standard: "0.1 g/t" }, "0.01", "normal"],
    ["the same in another unit", { value: "2 g/t", standard: "0.1 ppm" }, "0.01", "normal"],
    ["a share of it", { value: "2 g/t", relativeStandard: "5 %" }, "0.01", "normal"],
    ["an expanded uncertainty and its factor", { value: "2 g/t", expanded: "0.2 g/t", coverageFactor: 2 }, "0.01", "normal"],
    ["a relative expanded one", { value: "2 g/t", relativeExpanded: "10 %", coverageFactor: 2 }, "0.01", "normal"],
    ["limits, all between alike likely", { value: "2 g/t", halfWidth: "0.3 g/t", distribution: "uniform" }, "0.03", "uniform"],
    ["limits, the middle most likely", { value: "2 g/t", halfWidth: "0.3 g/t", distribution: "triangular" }, "0.015", "triangular"],
    ["limits between which it swings", { value: "2 g/t", halfWidth: "0.3 g/t", distribution: "arcsine" }, "0.045", "arcsine"],
    ["limits of a trapezoid", { value: "2 g/t", halfWidth: "0.3 g/t", distribution: "trapezoidal", top: "0.5" }, "0.01875", "trapezoidal"],
    ["normal limits", { value: "2 g/t", halfWidth: "0.2 g/t", distribution: "normal", coverageFactor: 2 }, "0.01", "normal"],
    ["relative limits", { value: "2 g/t", relativeHalfWidth: "15 %", distribution: "uniform" }, "0.03", "uniform"],
    ["two ends", { low: "1.7 g/t", high: "2.3 g/t", distribution: "uniform" }, "0.03", "uniform"],
  ])("by %s", (_, measurement, variance, distribution) => {
    const assay = measured("grade", measurement);
    expect([String(assay.value), assay.variance.toString(), assay.distribution.name, assay.degreesOfFreedom]).toEqual(["2 g/t", variance, distribution, Infinity]);
  });

  test("by readings is their mean, exactly", () => {
    // JCGM 100:2008, table H.2: the five readings of V, in volts. Printed there: 4.9990 and 0.0032.
    const V = measured("number", { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"] });
    expect([V.value.toString(), V.variance.toString(), V.standard.toFixed({ places: 4 }), V.degreesOfFreedom, V.distribution.name]).toEqual([
      "4.999", "0.0000103", "0.0032", 4, "student",
    ]);
    // H.1.3.2: one reading has 13 nm, from 25 others; the mean of five has 5.8 nm with 24 degrees of freedom.
    const d = measured("number", { readings: [215, 215, 215, 215, 215], standardDeviation: 13, degreesOfFreedom: 24 });
    expect([d.standard.toFixed({ places: 1 }), d.degreesOfFreedom]).toEqual(["5.8", 24]);
  });

  test("by an expanded uncertainty and its coverage takes Student's factor or the normal one", () => {
    const normal = measured("number", { value: 0, expanded: "1.959963984540054", coverage: "95 %" });
    expect(normal.standard.toFixed({ places: 12 })).toBe("1.000000000000");
    const few = measured("number", { value: 0, expanded: "2.78", coverage: "95 %", degreesOfFreedom: 4 });
    expect([few.standard.toFixed({ places: 2 }), few.distribution.name]).toEqual(["1.00", "student"]);
  });

  test("by the rounding of a figure alone is uniform about its middle", () => {
    const rounded = measured(figure("grade", "1.88 g/t"));
    expect([String(rounded.value), rounded.variance.toString()]).toEqual(["1.88 g/t", Ratio.of("0.005").times("0.005").dividedBy(3).toString()]);
    expect(String(measured(figure("mass", "5 t", { rounding: "truncated" })).value)).toBe("5.5 t");
    expect(() => measured(figure("mass", "over 5 t"))).toThrow(refused("out-of-range", "over 5 t"));
  });

  test.each([
    ["grade", "1.88(2) g/t", "1.88 g/t", "0.02 g/t"], ["grade", "1.880(25) g/t", "1.88 g/t", "0.025 g/t"], ["mass", "1,165,388(5800) t", "1,165,388 t", "5,800 t"], ["mass", "100.0 (0.5) t", "100 t", "0.5 t"],
  ] as const)("of %s is read from %s", (kind, text, value, standard) => {
    const read = measured(kind, text);
    expect([String(read.value), String(read.standard)]).toEqual([value, standard]);
  });

  test("is read from the guide's own notation for numbers", () => {
    const I = measured("number", "19.6610(95)E-3");
    expect([I.value.toString(), I.standard.toString()]).toEqual(["0.019661", "0.0000095"]);
  });

  test("keeps unit, basis and role", () => {
    const wet = measured("mass", { value: "100 wmt", standard: "1 t" });
    expect([wet.value.basis, String(wet.standard)]).toEqual(["wet", "1 wmt"]);
    const oz = measured("mass", { value: mass("100 oz"), standard: mass("1 kg") });
    expect(oz.standard.unit).toBe("oz");
    expect(measured("grade", { value: grade("5 %"), standard: "100 ppm" }).standard.toString()).toBe("0.01%");
  });

  test("prints itself, and refuses to be compared", () => {
    const ore = measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" });
    expect(String(ore)).toBe("1,165,400 t, u = 5,800 t");
    expect(String(measured("money", { value: "USD 1,250", standard: "USD 12" }))).toBe("USD 1,250, u = USD 12");
    expect(String(measured("fraction", { value: "74.0 %", standard: "0.5 %" }))).toBe("74.00%, u = 0.50%");
    expect(String(measured("number", { value: "0.0999", standard: "0.00996" }))).toBe("0.100, u = 0.010");
    expect(String(measured("number", { value: 5, standard: 0 }))).toBe("5, u = 0");
    expect(Object.prototype.toString.call(ore)).toBe("[object Measured]");
    expect(JSON.parse(JSON.stringify(ore))).toEqual({
      kind: "mass", value: { kind: "mass", value: "1165388", unit: "t" }, variance: ore.variance.toString(), distribution: { name: "normal" },
    });
    expect(() => (ore as never as number) < 5).toThrow(refused("not-comparable"));
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["nothing that says how sure", () => measured("grade", { value: "2 g/t" } as never), "unknown-option", ["Nothing says"]],
    ["two ways at once", () => measured("grade", { value: "2 g/t", standard: "1 g/t", relativeStandard: "5 %" } as never), "unknown-option", ["Two parts"]],
    ["an expanded uncertainty without its factor", () => measured("grade", { value: "2 g/t", expanded: "1 g/t" } as never), "unknown-option", ["coverageFactor"]],
    ["one with factor and coverage", () => measured("grade", { value: "2 g/t", expanded: "1 g/t", coverageFactor: 2, coverage: "95 %" } as never), "unknown-option", ["one of the two"]],
    ["limits without a distribution", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t" } as never), "unknown-option", ["uniform", "none is given"]],
    ["limits of an unknown distribution", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t", distribution: "flat" } as never), "unknown-option", ["flat"]],
    ["a factor for uniform limits", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t", distribution: "uniform", coverageFactor: 2 } as never), "unknown-option", ["coverageFactor does not go"]],
    ["a top for uniform limits", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t", distribution: "uniform", top: 0 } as never), "unknown-option", ["top does not go"]],
    ["a distribution for a standard uncertainty", () => measured("grade", { value: "2 g/t", standard: "1 g/t", distribution: "uniform" } as never), "unknown-option", ["distribution does not go"]],
    ["an unknown part", () => measured("grade", { value: "2 g/t", sigma: "1 g/t" } as never), "unknown-option", ["sigma"]],
    ["a negative uncertainty", () => measured("grade", { value: "2 g/t", standard: "-1 g/t" }), "out-of-range", ["never negative"]],
    ["ends the wrong way round", () => measured("grade", { low: "2 g/t", high: "1 g/t", distribution: "uniform" }), "out-of-range", ["below low"]],
    ["one reading", () => measured("grade", { readings: ["2 g/t"] }), "out-of-range", ["two or more"]],
    ["no reading", () => measured("grade", { readings: [], standardDeviation: "1 g/t", degreesOfFreedom: 5 }), "out-of-range", ["one or more"]],
    ["a pooled deviation without its degrees", () => measured("grade", { readings: ["2 g/t"], standardDeviation: "1 g/t" } as never), "unknown-option", ["go together"]],
    ["degrees of freedom of none", () => measured("grade", { value: "2 g/t", standard: "1 g/t", degreesOfFreedom: 0 }), "out-of-range", ["positive"]],
    ["a trapezoid wider above", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t", distribution: "trapezoidal", top: 2 }), "out-of-range", ["rectangle"]],
    ["a factor of nothing", () => measured("grade", { value: "2 g/t", expanded: "1 g/t", coverageFactor: 0 }), "out-of-range", ["positive"]],
    ["an uncertainty of another kind", () => measured("grade", { value: "2 g/t", standard: mass("1 t") as never }), "wrong-kind", ["^standard"]],
    ["no value", () => measured("grade", { standard: "2 g/t" } as never), "wrong-kind", ["^value is missing"]],
    ["no number", () => measured("number", { standard: 2 } as never), "wrong-kind", ["^value is missing"]],
    ["an unknown kind", () => measured("length" as "mass", { value: "2 m", standard: "1 m" }), "wrong-kind", ["length"]],
    ["a bare give or take", () => measured("grade", "1.88 g/t ± 2 %"), "malformed-number", ["brackets"]],
    ["a quantity", () => measured("grade", grade("5 %") as never), "wrong-kind", ["how sure"]],
    ["a uniform spread by name only", () => measured("grade", { value: "2 g/t", halfWidth: "1 g/t", distribution: "normal" } as never), "unknown-option", ["coverageFactor"]],
  ])("with %s is refused", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

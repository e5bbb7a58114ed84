import { describe, expect, test } from "vitest";
import { blend } from "../../src/formula/blend.ts";
import { grade, mass } from "../../src/quantity/constructors.ts";

const refused = (code: string, words: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(words) as string }) as never;

describe("a blend", () => {
  test("is weighted by tonnage, not a simple mean", () => {
    expect(String(blend({ parts: [{ ore: "30 kt", grade: "2.0 g/t" }, { ore: "10 kt", grade: "4.0 g/t" }] }))).toBe("2.5 g/t");
  });

  test("of one part is its grade, in its unit", () => {
    expect(String(blend({ parts: [{ ore: "3 st", grade: "0.05 oz/st" }] }))).toBe("0.05 oz/st");
  });

  test("comes in the first grade's unit, exactly, whatever the others are in", () => {
    const whole = blend({ parts: [{ ore: mass("7 t"), grade: grade("1 oz/st") }, { ore: "7,000 kg", grade: "0 g/t" }] });
    expect([String(whole), whole.to("g/t").exact.toString()]).toEqual(["0.5 oz/st", "120/7"]);
    expect(blend({ parts: [{ ore: "1 t", grade: "1 ppm" }, { ore: "2 t", grade: "2 g/t" }] }).exact.toString()).toBe("5/3");
    expect(String(blend({ parts: [{ ore: "1 t", grade: "0.5 %" }, { ore: "3 dmt", grade: "1.5 %" }].map(({ ore, grade: assay }) => ({ ore: mass(ore).onBasis("dry"), grade: assay })) }))).toBe("1.25%");
  });
});

describe("a wrong argument is named", () => {
  test.each<[string, () => unknown, string, RegExp]>([
    ["no parts", () => blend({ parts: [] }), "out-of-range", /^parts is empty/],
    ["no list", () => blend({} as never), "wrong-kind", /^parts/],
    ["ore that adds to zero", () => blend({ parts: [{ ore: "5 t", grade: "1 g/t" }, { ore: "-5 t", grade: "1 g/t" }] }), "division-by-zero", /the ore of all parts together is 0 t/],
    ["wet ore", () => blend({ parts: [{ ore: "5 wmt", grade: "1 g/t" }] }), "basis-mismatch", /5 wmt.*dryMass/],
    ["dry and bare ore", () => blend({ parts: [{ ore: "5 dmt", grade: "1 g/t" }, { ore: "5 t", grade: "1 g/t" }] }), "basis-mismatch", /onBasis/],
    ["a bad part", () => blend({ parts: [{ ore: "5 t", grade: "1 g/t" }, { ore: "5 t", grade: "1 oz/t" }] }), "ambiguous-unit", /^parts\[1\].grade: /],
    ["a missing field", () => blend({ parts: [{ ore: "5 t" }] } as never), "wrong-kind", /^parts\[0\].grade is missing/],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, words));
  });
});

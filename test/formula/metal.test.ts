import { describe, expect, test } from "vitest";
import { containedMetal, headGrade, oreFor, recoveredMetal, recovery } from "../../src/formula/metal.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction, grade, mass } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;
const fourth = { ore: "1,165,388 t", grade: "1.88 g/t", recovery: "74.0 %" } as const;

describe("metal from ore", () => {
  test("is the exact product, from text and from quantities alike", () => {
    const byHand = Ratio.of("1165388").times("1.88").times("0.74").dividedBy("31.1034768");
    const metal = recoveredMetal(fourth);
    expect(metal.exact.equals(byHand)).toBe(true);
    expect(metal.format({ places: 0 })).toBe("52,126 oz");
    const built = recoveredMetal({ ore: mass(fourth.ore), grade: grade(fourth.grade), recovery: fraction(fourth.recovery).as("recovery") });
    expect(built.exact.equals(byHand)).toBe(true);
    expect(recoveredMetal({ ...fourth, recovery: "100 %" }).equals(containedMetal(fourth))).toBe(true);
  });

  test("is the exact product of figures too long for doubles", () => {
    const long = { ore: "1,165,388.123456789 t", grade: "1.880000000001 g/t", recovery: "74.0000000000001 %" };
    const byHand = Ratio.of("1165388.123456789").times("1.880000000001").times("0.740000000000001").dividedBy("31.1034768");
    expect(recoveredMetal(long).exact.equals(byHand)).toBe(true);
  });

  test.each([
    ["100 st", "0.05 oz/st", "5 oz"], ["100 t", "0.05 oz/tonne", "5 oz"], ["100 lt", "0.05 oz/lt", "5 oz"], ["1 Mt", "31.1034768 g/t", "1,000,000 oz"], ["12 Mt", "0.45 %", "54,000 t"],
    ["100 st", "3 lb/st", "300 lb"], ["10 t", "3 lb/t", "30 lb"], ["10 t", "3 kg/t", "30 kg"], ["1,000 t", "50 ppm", "50 kg"], ["1,000 t", "50 ppb", "50 g"], ["2 t", "1.5 ct/t", "3 ct"],
    ["1,000 t", "3.2 cpht", "32 ct"], ["20 t", "0.5 1", "10 t"], ["5 dmt", "10 %", "0.5 t"],
  ])("comes in the unit usual for its grade: %s at %s is %s", (ore, assay, metal) => {
    expect(String(containedMetal({ ore, grade: assay }))).toBe(metal);
    expect(String(recoveredMetal({ ore, grade: assay, recovery: "100 %" }))).toBe(metal);
    expect(containedMetal({ ore, grade: assay }).basis).toBeUndefined();
  });

  test("a recovery above 100 % is legal", () => {
    expect(String(recoveredMetal({ ore: "100 st", grade: "0.05 oz/st", recovery: "104 %" }))).toBe("5.2 oz");
  });
});

// Bluestone Resources, Cerro Blanco resources effective June 20, 2021 (https://bluestoneresources.ca/cerro-blanco-project/resources): rows that the printed inputs give to the digit.
test("Cerro Blanco's stockpile: 30 kt at 22.6 g/t hold 22 koz of silver", () => {
  expect(containedMetal({ ore: "30 kt", grade: "22.6 g/t" }).to("koz").format({ places: 0 })).toBe("22 koz");
});

describe("read backwards", () => {
  test("gives back each argument, exactly", () => {
    const metal = recoveredMetal(fourth);
    expect(String(headGrade({ metal, ore: fourth.ore, recovery: fourth.recovery }))).toBe("1.88 g/t");
    expect(String(recovery({ metal, ore: fourth.ore, grade: fourth.grade }))).toBe("74%");
    expect(String(oreFor({ metal, grade: fourth.grade, recovery: fourth.recovery }))).toBe("1,165,388 t");
    expect(String(headGrade({ metal: containedMetal(fourth), ore: fourth.ore }))).toBe("1.88 g/t");
    expect(String(oreFor({ metal: containedMetal(fourth), grade: fourth.grade }))).toBe("1,165,388 t");
  });

  test.each([
    ["5 oz", "100 st", "0.05 oz/st"], ["31.1034768 g", "1 t", "31.1034768 g/t"], ["1 oz", "1 t", "31.1034768 g/t"], ["300 lb", "100 st", "3 lb/st"], ["54,000 t", "12 Mt", "0.45%"],
    ["3 ct", "2 t", "1.5 ct/t"], ["1 oz", "1 dmt", "31.1034768 g/t"],
  ])("a head grade is told as the trade tells it: %s from %s is %s", (metal, ore, text) => {
    expect(String(headGrade({ metal, ore }))).toBe(text);
  });

  test("a recovery is one by role, and may exceed 100 %", () => {
    const share = recovery({ metal: "5.2 oz", ore: "100 st", grade: "0.05 oz/st" });
    expect([share.role, String(share)]).toEqual(["recovery", "104%"]);
  });
});

describe("a wrong argument is named", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no ore to divide by", () => headGrade({ metal: "5 oz", ore: "0 t" }), "division-by-zero", ["^ore is 0 t"]],
    ["no recovery to divide by", () => headGrade({ metal: "5 oz", ore: "1 t", recovery: "0 %" }), "division-by-zero", ["^recovery is 0%"]],
    ["no ore in a recovery", () => recovery({ metal: "5 oz", ore: "0 t", grade: "1 g/t" }), "division-by-zero", ["^ore"]],
    ["no grade in a recovery", () => recovery({ metal: "5 oz", ore: "1 t", grade: "0 g/t" }), "division-by-zero", ["^grade"]],
    ["no grade in the ore for some metal", () => oreFor({ metal: "5 oz", grade: "0 g/t" }), "division-by-zero", ["^grade"]],
    ["no recovery in the ore for some metal", () => oreFor({ metal: "5 oz", grade: "1 g/t", recovery: "0 %" }), "division-by-zero", ["^recovery"]],
    ["wet ore", () => recoveredMetal({ ...fourth, ore: "100 wmt" }), "basis-mismatch", ["100 wmt", "dryMass"]],
    ["wet ore in contained metal", () => containedMetal({ ore: "100 wmt", grade: "1 g/t" }), "basis-mismatch", ["100 wmt", "dryMass"]],
    ["wet ore in a head grade", () => headGrade({ metal: "5 oz", ore: "100 wmt" }), "basis-mismatch", ["100 wmt", "dryMass"]],
    ["wet ore in a recovery", () => recovery({ metal: "5 oz", ore: "100 wmt", grade: "1 g/t" }), "basis-mismatch", ["100 wmt", "dryMass"]],
    ["a missing grade", () => recoveredMetal({ ore: "1 t", recovery: "5 %" } as never), "wrong-kind", ["^grade is missing", "expected a grade"]],
    ["a missing recovery", () => recoveredMetal({ ore: "1 t", grade: "1 g/t" } as never), "wrong-kind", ["^recovery is missing"]],
    ["a grade for a recovery", () => recoveredMetal({ ...fourth, recovery: grade("1 g/t") as never }), "wrong-kind", ["^recovery: ", "1 g/t"]],
    ["a moisture for a recovery", () => recoveredMetal({ ...fourth, recovery: fraction("8 %").as("moisture") as never }), "role-mismatch", ["^recovery: ", "8%"]],
    ["a number for a grade", () => recoveredMetal({ ...fourth, grade: 1.88 as never }), "missing-unit", ["^grade: "]],
    ["a bare ton", () => recoveredMetal({ ...fourth, ore: "5 tons" }), "ambiguous-unit", ["^ore: ", "short ton"]],
    ["a recovery without its unit", () => recoveredMetal({ ...fourth, recovery: "74.0" }), "missing-unit", ["^recovery: "]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

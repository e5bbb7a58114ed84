import { describe, expect, test } from "vitest";
import { dryMass, moisture, wetMass } from "../../src/formula/moisture.ts";
import { containedMetal } from "../../src/formula/metal.ts";
import { fraction, mass } from "../../src/quantity/constructors.ts";

const refused = (code: string, words: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(words) as string }) as never;

describe("between wet and dry", () => {
  test.each([["12,500 wmt", "11,500 dmt"], ["12.5 kwmt", "11.5 kdmt"], ["12,500 wst", "11,500 dst"]])("%s at 8 %% moisture are %s, and back", (wet, dry) => {
    expect(String(dryMass({ wet, moisture: "8 %" }))).toBe(dry);
    expect(String(wetMass({ dry, moisture: fraction("8 %").as("moisture") }))).toBe(wet);
    expect(String(moisture({ wet, dry }))).toBe("8%");
  });

  test("a unit without a basis stays, and the mass has one from then on", () => {
    const dry = dryMass({ wet: "100 t", moisture: "8 %" });
    expect([String(dry), dry.basis, String(dry.to("dmt"))]).toEqual(["92 t", "dry", "92 dmt"]);
    const wet = wetMass({ dry, moisture: "8 %" });
    expect([String(wet), wet.basis]).toEqual(["100 t", "wet"]);
    expect(wetMass({ dry: "92 lb", moisture: "8 %" }).to("st").basis).toBe("wet");
  });

  test("the dry mass takes a grade, which the wet one refuses", () => {
    expect(String(containedMetal({ ore: dryMass({ wet: "100 wst", moisture: "10 %" }), grade: "0.05 oz/st" }))).toBe("4.5 oz");
  });

  test("the ends of the range", () => {
    expect(String(dryMass({ wet: "5 wmt", moisture: "0 %" }))).toBe("5 dmt");
    expect(String(dryMass({ wet: "5 wmt", moisture: "100 %" }))).toBe("0 dmt");
    expect(String(wetMass({ dry: "5 dmt", moisture: "0 %" }))).toBe("5 wmt");
    expect(wetMass({ dry: "1 dmt", moisture: "99.99 %" }).exact.equals(10000)).toBe(true);
    expect(String(moisture({ wet: "5 t", dry: "5 t" }))).toBe("0%");
    expect(String(moisture({ wet: "5 t", dry: "0 t" }))).toBe("100%");
  });

  test("a moisture is water over wet mass, exact, by role, in any units", () => {
    const share = moisture({ wet: "3 st", dry: mass("4000 lb").onBasis("dry") });
    expect([share.exact.toString(), share.role]).toEqual(["100/3", "moisture"]);
  });
});

describe("a wrong argument is named", () => {
  test.each<[string, () => unknown, string, RegExp]>([
    ["a moisture above 100 %", () => dryMass({ wet: "5 wmt", moisture: "108 %" }), "out-of-range", /^moisture is 108%.*between 0 % and 100 %/],
    ["a negative moisture", () => dryMass({ wet: "5 wmt", moisture: "-1 %" }), "out-of-range", /^moisture is -1%/],
    ["a wet mass at 100 %", () => wetMass({ dry: "5 dmt", moisture: "100 %" }), "out-of-range", /^moisture is 100%.*below 100 %/],
    ["a wet mass above 100 %", () => wetMass({ dry: "5 dmt", moisture: "101 %" }), "out-of-range", /^moisture is 101%/],
    ["a dry mass for a wet one", () => dryMass({ wet: "5 dmt", moisture: "8 %" }), "basis-mismatch", /^wet is 5 dmt/],
    ["a wet mass for a dry one", () => wetMass({ dry: "5 wmt", moisture: "8 %" }), "basis-mismatch", /^dry is 5 wmt/],
    ["masses exchanged", () => moisture({ wet: "5 dmt", dry: "5 wmt" }), "basis-mismatch", /^wet is 5 dmt/],
    ["more dry than wet", () => moisture({ wet: "5 t", dry: "6 t" }), "out-of-range", /^dry is 6 t.*5 t/],
    ["a negative dry mass", () => moisture({ wet: "5 t", dry: "-6 t" }), "out-of-range", /^dry is -6 t/],
    ["no wet mass", () => moisture({ wet: "0 t", dry: "0 t" }), "division-by-zero", /^wet is 0 t/],
    ["a recovery for a moisture", () => dryMass({ wet: "5 wmt", moisture: fraction("8 %").as("recovery") as never }), "role-mismatch", /^moisture: /],
    ["a moisture without its unit", () => dryMass({ wet: "5 wmt", moisture: "8" }), "missing-unit", /^moisture: /],
    ["a missing moisture", () => dryMass({ wet: "5 wmt" } as never), "wrong-kind", /^moisture is missing/],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, words));
  });
});

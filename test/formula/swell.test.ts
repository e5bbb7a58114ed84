/** Bank and loose volumes, tonnage factors: the crossings between volume and mass. */
import { describe, expect, test } from "vitest";
import { bankVolume, bucketLoad, looseDensity, looseVolume, swell } from "../../src/formula/swell.ts";
import { densityOf, massByTonnageFactor, tonnageFactor } from "../../src/formula/tonnage-factor.ts";
import { massOf } from "../../src/formula/volume.ts";
import { mass, volume } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("swell", () => {
  test("crosses from the bank to loose and back, said in three ways", () => {
    expect([looseVolume({ bank: "1,000 bcm", swell: "25 %" }), looseVolume({ bank: "1,000 bcm", looseOverBank: "1.25 1" }), looseVolume({ bank: "1,000 bcm", bankOverLoose: "0.8 1" })].map(String))
      .toEqual(["1,250 lcm", "1,250 lcm", "1,250 lcm"]);
    expect(String(bankVolume({ loose: "1,250 lcy", bankOverLoose: "80 %" }))).toBe("1,000 bcy");
    const bare = looseVolume({ bank: "1,000 m3", swell: "25 %" });
    expect([String(bare), bare.basis]).toEqual(["1,250 m3", "loose"]);
    expect(String(swell({ bank: "1,000 bcm", loose: "1,250 lcm" }))).toBe("25%");
  });

  test("keeps the mass", () => {
    const bank = volume("1,000 bcm");
    const loose = massOf({ volume: looseVolume({ bank, swell: "30 %" }), density: looseDensity({ bank: "2.6 t/bcm", swell: "30 %" }) });
    expect(loose.equals(massOf({ volume: bank, density: "2.6 t/bcm" }))).toBe(true);
    expect(String(looseDensity({ bank: "2.6 t/m3", swell: "30 %" }))).toBe("2 t/m3");
  });

  test("leaves a bucket less than its room", () => {
    expect(String(bucketLoad({ capacity: "10 m3", fillFactor: "90 %", bankDensity: "2.6 t/m3", swell: "30 %" }))).toBe("18 t");
    expect(String(bucketLoad({ capacity: "10 lcm", fillFactor: "110 %", bankDensity: "2.6 t/bcm", looseOverBank: "1.3 1" }))).toBe("22 t");
  });
});

describe("tonnage factor", () => {
  test("of water is exactly the foot cubed into the short ton", () => {
    expect(tonnageFactor({ specificGravity: "1 1" }).exact.equals("0.90718474/0.028316846592")).toBe(true);
    expect(tonnageFactor({ specificGravity: "1 1" }).exact.toFixed({ places: 6 })).toBe("32.036927");
  });

  test("is the reciprocal of a density, and back", () => {
    expect(tonnageFactor({ density: "2.7 t/m3" }).equals(tonnageFactor({ specificGravity: "2.7 1" }))).toBe(true);
    expect(String(densityOf({ tonnageFactor: tonnageFactor({ density: "2.7 t/m3" }) }))).toBe("2.7 t/m3");
    expect(densityOf({ tonnageFactor: "12 ft3/st" }).format({ places: 3 })).toBe("2.670 t/m3");
    expect(tonnageFactor({ density: "2.7 t/bcm" }).basis).toBe("bank");
  });

  test("makes short tons of cubic feet, as the density does", () => {
    const block = volume(100 * 50 * 120, "ft3");
    expect(String(massByTonnageFactor({ volume: block, tonnageFactor: "12 ft3/st" }))).toBe("50,000 st");
    expect(massOf({ volume: block, density: densityOf({ tonnageFactor: "12 ft3/st" }) }).to("st").equals(mass("50,000 st"))).toBe(true);
    expect(String(massByTonnageFactor({ volume: "1,000 m3", tonnageFactor: "0.4 m3/t" }))).toBe("2,500 t");
  });
});

describe("what is not clear is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a loose volume for a bank one", () => looseVolume({ bank: "1 lcm", swell: "25 %" }), "basis-mismatch", ["^bank is 1 lcm"]],
    ["a bank volume for a loose one", () => bankVolume({ loose: "1 bcm", swell: "25 %" }), "basis-mismatch", ["^loose is 1 bcm"]],
    ["no swell", () => looseVolume({ bank: "1 bcm" } as never), "wrong-kind", ["^swell is missing"]],
    ["swell in two ways", () => looseVolume({ bank: "1 bcm", swell: "25 %", looseOverBank: "1.25 1" } as never), "wrong-kind", ["swell and looseOverBank"]],
    ["a shrinking rock", () => looseVolume({ bank: "1 bcm", swell: "-5 %" }), "out-of-range", ["^swell is -5%"]],
    ["a swell factor the other way round", () => looseVolume({ bank: "1 bcm", looseOverBank: "0.8 1" }), "out-of-range", ["^looseOverBank is 0.8"]],
    ["the other factor the other way round", () => looseVolume({ bank: "1 bcm", bankOverLoose: "1.25 1" }), "out-of-range", ["^bankOverLoose is 1.25"]],
    ["bank over no loose", () => looseVolume({ bank: "1 bcm", bankOverLoose: "0 1" }), "division-by-zero", ["^bankOverLoose"]],
    ["a loose volume below the bank one", () => swell({ bank: "2 bcm", loose: "1 lcm" }), "out-of-range", ["^loose is 1 lcm"]],
    ["volumes exchanged", () => swell({ bank: "1 lcm", loose: "2 bcm" }), "basis-mismatch", ["^bank is 1 lcm"]],
    ["a bucket in bank measure", () => bucketLoad({ capacity: "1 bcm", fillFactor: "90 %", bankDensity: "2 t/bcm", swell: "5 %" }), "basis-mismatch", ["^capacity"]],
    ["a negative fill", () => bucketLoad({ capacity: "1 m3", fillFactor: "-9 %", bankDensity: "2 t/bcm", swell: "5 %" }), "out-of-range", ["^fillFactor"]],
    ["a rock told by nothing", () => tonnageFactor({} as never), "wrong-kind", ["exactly one"]],
    ["a rock told twice", () => tonnageFactor({ density: "2 t/m3", specificGravity: "2 1" } as never), "wrong-kind", ["exactly one"]],
    ["a rock of no density", () => tonnageFactor({ density: "0 t/m3" }), "division-by-zero", ["^density"]],
    ["a negative factor", () => densityOf({ tonnageFactor: "-1 ft3/st" }), "out-of-range", ["^tonnageFactor"]],
    ["feet per bare ton", () => massByTonnageFactor({ volume: "1 ft3", tonnageFactor: "12 ft3/ton" }), "ambiguous-unit", ["^tonnageFactor", "short ton"]],
    ["bank by loose", () => massByTonnageFactor({ volume: "1 bcm", tonnageFactor: "0.5 lcm/t" }), "basis-mismatch", ["swell"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

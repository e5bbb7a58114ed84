/** Dilution on either basis, ore loss, and run-of-mine ore. */
import { describe, expect, test } from "vitest";
import { dilutedGrade, dilution, dilutionOnBasis, oreLoss, runOfMine } from "../../src/formula/dilution.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

test("the two bases are two figures, and cross", () => {
  const rock = { waste: "25 t", ore: "100 t" } as const;
  expect([dilution({ ...rock, on: "ore" }), dilution({ ...rock, on: "ore-plus-waste" })].map(String)).toEqual(["25%", "20%"]);
  expect(String(dilutionOnBasis({ dilution: "25 %", on: "ore", wanted: "ore-plus-waste" }))).toBe("20%");
  expect(String(dilutionOnBasis({ dilution: "20 %", on: "ore-plus-waste", wanted: "ore" }))).toBe("25%");
  expect(String(dilutionOnBasis({ dilution: "150 %", on: "ore", wanted: "ore" }))).toBe("150%");
});

test("grades tell the same dilution as tonnes, with barren waste and with mineralised", () => {
  const grades = { oreGrade: "5.0 g/t", dilutedGrade: "4.1 g/t", wasteGrade: "0.5 g/t" } as const;
  expect([dilution({ ...grades, on: "ore" }), dilution({ ...grades, on: "ore-plus-waste" })].map(String)).toEqual(["25%", "20%"]);
  for (const [share, on] of [["25 %", "ore"], ["20 %", "ore-plus-waste"]] as const) {
    expect(String(dilutedGrade({ oreGrade: "5.0 g/t", wasteGrade: "500 ppb", dilution: share, on }))).toBe("4.1 g/t");
  }
});

test("run-of-mine ore is less what was lost and more what was mined with it, and its metal is that of its parts", () => {
  const inPlace = { tonnage: "100,000 t", grade: "5.0 g/t" } as const;
  for (const [share, on] of [["25 %", "ore"], ["20 %", "ore-plus-waste"]] as const) {
    const mined = runOfMine({ inPlace, oreLoss: "10 %", dilution: share, on, wasteGrade: "0.5 g/t" });
    expect([mined.tonnage, mined.grade, mined.ore, mined.waste].map(String)).toEqual(["112,500 t", "4.1 g/t", "90,000 t", "22,500 t"]);
  }
});

test("ore loss and mining recovery make up the whole", () => {
  const { oreLoss: loss, miningRecovery } = oreLoss({ inPlace: "200,000 t", mined: "0.18 Mt" });
  expect([loss, miningRecovery].map(String)).toEqual(["10%", "90%"]);
  expect(String(oreLoss({ inPlace: "1,000 bcm", mined: "950 bcm" }).oreLoss)).toBe("5%");
});

describe("what is not clear is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no basis", () => dilution({ waste: "1 t", ore: "1 t" } as never), "unknown-option", ["^on is undefined", "ore-plus-waste"]],
    ["no basis of a grade's dilution", () => dilutedGrade({ oreGrade: "1 %", wasteGrade: "0 %", dilution: "5 %" } as never), "unknown-option", ["^on"]],
    ["no basis wanted", () => dilutionOnBasis({ dilution: "5 %", on: "ore" } as never), "unknown-option", ["^wanted"]],
    ["no ore", () => dilution({ waste: "1 t", ore: "0 t", on: "ore" }), "division-by-zero", ["^ore"]],
    ["a diluted grade above the ore's", () => dilution({ oreGrade: "4 %", dilutedGrade: "5 %", wasteGrade: "0 %", on: "ore" }), "out-of-range", ["^dilutedGrade is 5%"]],
    ["a diluted grade of waste", () => dilution({ oreGrade: "4 %", dilutedGrade: "0 %", wasteGrade: "0 %", on: "ore" }), "out-of-range", ["^dilutedGrade"]],
    ["waste as rich as ore", () => dilution({ oreGrade: "4 %", dilutedGrade: "4 %", wasteGrade: "4 %", on: "ore" }), "out-of-range", ["^wasteGrade"]],
    ["nothing but waste", () => dilutedGrade({ oreGrade: "4 %", wasteGrade: "0 %", dilution: "100 %", on: "ore-plus-waste" }), "out-of-range", ["^dilution is 100%"]],
    ["less than no waste", () => dilutedGrade({ oreGrade: "4 %", wasteGrade: "0 %", dilution: "-5 %", on: "ore" }), "out-of-range", ["^dilution is -5%"]],
    ["no grade of waste", () => dilutedGrade({ oreGrade: "4 %", dilution: "5 %", on: "ore" } as never), "wrong-kind", ["^wasteGrade is missing"]],
    ["more mined than there was", () => oreLoss({ inPlace: "1 t", mined: "2 t" }), "out-of-range", ["^mined is 2 t"]],
    ["nothing in place", () => oreLoss({ inPlace: "0 t", mined: "0 t" }), "division-by-zero", ["^inPlace"]],
    ["a volume of a mass", () => oreLoss({ inPlace: "1 t", mined: "1 m3" }), "unknown-unit", ["^mined"]],
    ["a loss of more than all", () => runOfMine({ inPlace: { tonnage: "1 t", grade: "1 %" }, oreLoss: "110 %", dilution: "5 %", on: "ore", wasteGrade: "0 %" }), "out-of-range", ["^oreLoss is 110%"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

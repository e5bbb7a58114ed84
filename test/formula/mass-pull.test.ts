/** Mass pull, the two ratios of a concentrate, and what concentrate some ore makes. */
import { describe, expect, test } from "vitest";
import { concentrateMass, enrichmentRatio, massPull, ratioOfConcentration } from "../../src/formula/mass-pull.ts";
import { wetMass } from "../../src/formula/moisture.ts";
import { mass } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

test("mass pull is the same from tonnages, assays, and a recovery", () => {
  const pulls = [
    massPull({ feedTonnage: "29 kt", concentrateTonnage: "9,000 t" }), massPull({ feedTonnage: "29 st/d", concentrateTonnage: "9 st/d" }), massPull({ feed: "10 %", concentrate: "30 %", tailings: "1 %" }),
    massPull({ feed: "10 %", concentrate: "30 %", recovery: "100 %" }),
  ];
  expect(pulls.map(({ exact }) => exact.toString())).toEqual(["900/29", "900/29", "900/29", "100/3"]);
  expect(pulls.map(({ role }) => role)).toEqual(["massPull", "massPull", "massPull", "massPull"]);
});

test("assays of what is rejected, such as ash, make a yield too", () => {
  expect(String(massPull({ feed: "25 %", concentrate: "10 %", tailings: "60 %" }))).toBe("70%");
});

test("the ratio of concentration is its reciprocal, the enrichment ratio one of assays", () => {
  expect(String(ratioOfConcentration({ feed: "0.8 %", concentrate: "26 %", tailings: "0.16 %" }))).toBe("40.375");
  expect(String(ratioOfConcentration({ feedTonnage: "500 t/h", concentrateTonnage: "20 t/h" }))).toBe("25");
  expect(String(enrichmentRatio({ feed: "8 kg/t", concentrate: "26 %" }))).toBe("32.5");
  expect(String(enrichmentRatio({ recovery: "90 %", massPull: massPull({ feed: "2 %", concentrate: "25 %", recovery: "90 %" }) }))).toBe("12.5");
});

test("concentrate comes in the ore's unit, on its basis, and goes on to wet tonnes", () => {
  const dry = concentrateMass({ ore: mass("100,000 dmt"), grade: "2.0 %", recovery: "90 %", concentrateGrade: "25 %" });
  expect(String(dry)).toBe("7,200 dmt");
  expect(String(wetMass({ dry, moisture: "10 %" }))).toBe("8,000 wmt");
  expect(String(concentrateMass({ ore: "500 t/h", grade: "20 g/t", recovery: "80 %", concentrateGrade: "0.2 %" }))).toBe("4 t/h");
});

describe("what cannot be is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a concentrate heavier than its feed", () => massPull({ feedTonnage: "1 t", concentrateTonnage: "2 t" }), "out-of-range", ["^concentrateTonnage is 2 t"]],
    ["no feed", () => massPull({ feedTonnage: "0 t", concentrateTonnage: "0 t" }), "division-by-zero", ["^feedTonnage"]],
    ["a mass and a rate", () => massPull({ feedTonnage: "1 t", concentrateTonnage: "2 t/h" }), "wrong-kind", ["measured alike"]],
    ["rates per year and per day", () => massPull({ feedTonnage: "1 Mt/a", concentrateTonnage: "2 t/d" }), "period-needed", ["t/d"]],
    ["a feed outside its products", () => massPull({ feed: "9 %", concentrate: "5 %", tailings: "1 %" }), "out-of-range", ["^feed is 9%", "5%", "1%"]],
    ["a feed like its tailings", () => massPull({ feed: "1 %", concentrate: "5 %", tailings: "1 %" }), "out-of-range", ["^feed is 1%"]],
    ["metal heavier than the feed", () => massPull({ feed: "9 %", concentrate: "5 %", recovery: "90 %" }), "out-of-range", ["^concentrate is 5%"]],
    ["no concentrate", () => ratioOfConcentration({ feedTonnage: "1 t", concentrateTonnage: "0 t" }), "division-by-zero", ["no concentrate"]],
    ["a barren feed", () => enrichmentRatio({ feed: "0 %", concentrate: "5 %" }), "division-by-zero", ["^feed"]],
    ["a concentrate heavier than its ore", () => concentrateMass({ ore: "1 t", grade: "9 %", recovery: "90 %", concentrateGrade: "5 %" }), "out-of-range", ["^concentrateGrade is 5%"]],
    ["wet ore", () => concentrateMass({ ore: "1 wmt", grade: "9 %", recovery: "90 %", concentrateGrade: "50 %" }), "basis-mismatch", ["^ore is 1 wmt", "dryMass"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

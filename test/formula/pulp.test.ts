/** Density, percent solids and dilution of pulps. */
import { describe, expect, test } from "vitest";
import { pulp, pulpOfSolids, solidsInPulp } from "../../src/formula/pulp.ts";
import { density } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

// 25 % by volume of solids at 3 t/m3 is 50 % by mass, at 1.5 t/m3.
const solids = { solidsDensity: "3 t/m3" } as const;

test.each([{ pulpDensity: "1,500 kg/m3" }, { solidsByMass: "50 %" }, { solidsByVolume: "25 %" }, { dilution: "1 1" }])("from any figure come all: %o", (figure) => {
  const { pulpDensity, solidsByMass, solidsByVolume, dilution } = pulp({ ...solids, ...figure });
  expect([pulpDensity, solidsByMass, solidsByVolume, dilution].map(String)).toEqual(["1.5 t/m3", "50%", "25%", "1"]);
});

test("the liquid may be another than water", () => {
  expect(String(pulp({ solidsDensity: "3 t/m3", liquidDensity: "1.2 t/m3", solidsByVolume: "25 %" }).pulpDensity)).toBe("1.65 t/m3");
});

test("a pulp carries its solids, and solids make their pulp", () => {
  const flow = solidsInPulp({ pulp: "240 m3/h", solidsDensity: "2.65 t/m3", pulpDensity: "1.3 t/m3" });
  expect(flow.format({ places: 2 })).toBe("115.64 t/h");
  expect(String(pulpOfSolids({ solids: flow, solidsDensity: "2.65 t/m3", pulpDensity: "1.3 t/m3" }))).toBe("240 m3/h");
  expect([solidsInPulp({ pulp: "10 L/s", ...solids, solidsByVolume: "25 %" }), solidsInPulp({ pulp: "4,000 L", ...solids, solidsByVolume: "25 %" })].map(String)).toEqual(["27 t/h", "3 t"]);
  expect(String(pulpOfSolids({ solids: "3 t", ...solids, pulpDensity: density("1.5 t/m3") }))).toBe("4 m3");
});

describe("what cannot be is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["solids lighter than water", () => pulp({ solidsDensity: "0.9 t/m3", solidsByMass: "50 %" }), "out-of-range", ["^solidsDensity is 0.9 t/m3"]],
    ["a pulp lighter than water", () => pulp({ ...solids, pulpDensity: "0.99 t/m3" }), "out-of-range", ["^pulpDensity is 0.99 t/m3"]],
    ["a pulp heavier than its solids", () => pulp({ ...solids, pulpDensity: "3.1 t/m3" }), "out-of-range", ["^pulpDensity"]],
    ["no solids", () => pulp({ ...solids, solidsByMass: "0 %" }), "out-of-range", ["^solidsByMass"]],
    ["more than all solids", () => pulp({ ...solids, solidsByVolume: "101 %" }), "out-of-range", ["^solidsByVolume"]],
    ["a negative dilution", () => pulp({ ...solids, dilution: "-1 1" }), "out-of-range", ["^dilution"]],
    ["a liquid of no weight", () => pulp({ ...solids, liquidDensity: "0 t/m3", dilution: "1 1" }), "out-of-range", ["^liquidDensity"]],
    ["nothing known", () => pulp(solids as never), "wrong-kind", ["told by nothing"]],
    ["two figures", () => pulp({ ...solids, dilution: "1 1", solidsByMass: "50 %" }), "wrong-kind", ["solidsByMass and dilution"]],
    ["a negative flow", () => solidsInPulp({ pulp: "-1 m3/h", ...solids, dilution: "1 1" }), "out-of-range", ["^pulp is -1 m3/h"]],
    ["negative solids", () => pulpOfSolids({ solids: "-1 t", ...solids, dilution: "1 1" }), "out-of-range", ["^solids is -1 t"]],
    ["a mass of pulp", () => solidsInPulp({ pulp: "1 t", ...solids, dilution: "1 1" }), "unknown-unit", ["^pulp"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

/** Recoveries of stages, of concentrates one after another, and of lots. */
import { describe, expect, test } from "vitest";
import { separationEfficiency } from "../../src/formula/separation-efficiency.ts";
import { combinedRecovery, cumulativeRecovery, returnedCleanerRecovery, seriesRecovery } from "../../src/formula/stage-recovery.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("stages", () => {
  test("multiply where each treats the concentrate of the one before, and their losses do where it treats the tailings", () => {
    expect(String(seriesRecovery({ recoveries: ["92 %", "95 %", "98 %"], treating: "concentrate" }))).toBe("85.652%");
    expect(String(seriesRecovery({ recoveries: ["80 %", "50 %", "20 %"], treating: "tailings" }))).toBe("92%");
    expect(seriesRecovery({ recoveries: ["80 %"], treating: "tailings" }).role).toBe("recovery");
  });

  test("with the cleaner's tailings returned recover more than in open circuit", () => {
    // 100 fresh, 25 returned: the rougher takes 100 of 125, the cleaner 75 of 100.
    expect(String(returnedCleanerRecovery({ rougher: "80 %", cleaner: "75 %" }))).toBe("75%");
    expect(String(seriesRecovery({ recoveries: ["80 %", "75 %"], treating: "concentrate" }))).toBe("60%");
  });

  test("concentrates one after another add up to the whole", () => {
    const curve = cumulativeRecovery({
      concentrates: [{ tonnage: "30 g", grade: "25 %" }, { tonnage: "20 g", grade: "10 %" }, { tonnage: "50 g", grade: "1 %" }], tailings: { tonnage: "900 g", grade: "0 %" },
    });
    expect(curve.map(({ tonnage }) => String(tonnage))).toEqual(["30 g", "50 g", "100 g"]);
    expect(curve.map(({ grade }) => String(grade))).toEqual(["25%", "19%", "10%"]);
    expect(curve.map(({ massPull }) => String(massPull))).toEqual(["3%", "5%", "10%"]);
    expect(curve.map(({ recovery }) => String(recovery))).toEqual(["75%", "95%", "100%"]);
  });
});

describe("lots together", () => {
  test("are weighted by the metal fed, from either shape", () => {
    const byOre = combinedRecovery({ parts: [{ ore: "100 t", grade: "10 g/t", recovery: "90 %" }, { ore: "300 t", grade: "10 g/t", recovery: "70 %" }] });
    expect(String(byOre)).toBe("75%");
    expect(String(combinedRecovery({ parts: [{ recovered: "900 g", recovery: "90 %" }, { recovered: "2,100 g", recovery: "70 %" }] }))).toBe("75%");
  });
});

describe("separation efficiency", () => {
  // A tin concentrator at 1 % Sn, with three combinations of grade and recovery; cassiterite holds 78.6 % Sn.
  test.each([["63 %", "62 %", "61.8%"], ["42 %", "72 %", "71.2%"], ["21 %", "78 %", "75.2%"]])("of a concentrate of %s at a recovery of %s is %s", (concentrate, recovery, efficiency) => {
    const result = separationEfficiency({ definition: "schulz", feed: "1 %", concentrate, recovery, mineral: "78.6 %" });
    expect(result.efficiency.format({ places: 1 })).toBe(efficiency);
    expect(result.recovery.to("1").exact.minus(result.gangueRecovery.to("1").exact).equals(result.efficiency.to("1").exact)).toBe(true);
  });

  test("is full for the pure mineral, all of it", () => {
    expect(String(separationEfficiency({ definition: "schulz", feed: "1 %", concentrate: "50 %", recovery: "100 %", mineral: "50 %" }).efficiency)).toBe("100%");
  });
});

describe("what is not clear is refused", () => {
  const tin = { definition: "schulz", feed: "1 %", concentrate: "42 %", recovery: "72 %", mineral: "78.6 %" } as const;
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["stages without a way", () => seriesRecovery({ recoveries: ["5 %"] } as never), "unknown-option", ["^treating", "concentrate", "tailings"]],
    ["no stages", () => seriesRecovery({ recoveries: [], treating: "tailings" }), "out-of-range", ["^recoveries is empty"]],
    ["a stage above 100 %", () => seriesRecovery({ recoveries: ["50 %", "101 %"], treating: "tailings" }), "out-of-range", ["^recoveries\\[1\\] is 101%"]],
    ["metal that never leaves", () => returnedCleanerRecovery({ rougher: "100 %", cleaner: "0 %" }), "division-by-zero", ["round for ever"]],
    ["a first concentrate of nothing", () => cumulativeRecovery({ concentrates: [{ tonnage: "0 g", grade: "0 %" }], tailings: { tonnage: "1 g", grade: "1 %" } }), "division-by-zero", ["^concentrates\\[0\\]"]],
    ["a test without metal", () => cumulativeRecovery({ concentrates: [{ tonnage: "1 g", grade: "0 %" }], tailings: { tonnage: "1 g", grade: "0 %" } }), "division-by-zero", ["without metal"]],
    ["no lots", () => combinedRecovery({ parts: [] }), "out-of-range", ["^parts is empty"]],
    ["a recovery of nothing that recovered some", () => combinedRecovery({ parts: [{ recovered: "1 g", recovery: "0 %" }] }), "division-by-zero", ["^parts\\[0\\].recovery"]],
    ["lots without metal", () => combinedRecovery({ parts: [{ ore: "1 t", grade: "0 g/t", recovery: "90 %" }] }), "division-by-zero", ["without metal"]],
    ["an efficiency without a definition", () => separationEfficiency({ ...tin, definition: undefined as never }), "unknown-option", ["^definition", "schulz"]],
    ["a concentrate richer than the mineral", () => separationEfficiency({ ...tin, mineral: "40 %" }), "out-of-range", ["^mineral is 40%", "42%"]],
    ["figures that do not balance", () => separationEfficiency({ ...tin, concentrate: "0.5 %" }), "out-of-range", ["^concentrate is 0.5%"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

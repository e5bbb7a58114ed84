/** Reconciliation factors and call factors. */
import { describe, expect, test } from "vitest";
import { accountedRecovery, mineCallFactor, plantCallFactor } from "../../src/formula/call-factor.ts";
import { factorProduct, reconciliationFactor } from "../../src/formula/reconciliation-factor.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const reserve = { name: "reserve", tonnage: "100,000 t", grade: "2.00 g/t" } as const;
const control = { name: "grade control", tonnage: "105,000 t", grade: "1.90 g/t" } as const;
const mill = { name: "mill", tonnage: "100,800 t", grade: "1.995 g/t" } as const;
const f1 = reconciliationFactor({ numerator: control, denominator: reserve });
const f2 = reconciliationFactor({ numerator: mill, denominator: control });

describe("reconciliation factors", () => {
  test("are of tonnes, grade and metal, and name what they are of", () => {
    expect([f1.tonnage, f1.grade, f1.metal].map(String)).toEqual(["1.05", "0.95", "0.9975"]);
    expect([f1.numerator.name, f1.denominator.name]).toEqual(["grade control", "reserve"]);
    expect(f1.metal.exact.equals(f1.tonnage.exact.times(f1.grade.exact))).toBe(true);
  });

  test("take metal in place of a grade, in any units", () => {
    const byMetal = reconciliationFactor({ numerator: { name: "mill", tonnage: "100.8 kt", metal: "201.096 kg" }, denominator: { ...reserve, tonnage: "0.1 Mt" } });
    const byGrade = reconciliationFactor({ numerator: mill, denominator: reserve });
    expect([byMetal.tonnage, byMetal.grade, byMetal.metal].map(String)).toEqual([byGrade.tonnage, byGrade.grade, byGrade.metal].map(String));
    expect(String(byMetal.numerator.grade.to("g/t"))).toBe("1.995 g/t");
  });

  test("multiply where they share the middle term", () => {
    const f3 = factorProduct({ first: f1, second: f2 });
    expect([f3.numerator.name, f3.denominator.name]).toEqual(["mill", "reserve"]);
    for (const of of ["tonnage", "grade", "metal"] as const) {
      expect(f3[of].exact.equals(f1[of].exact.times(f2[of].exact))).toBe(true);
      expect(f3[of].equals(reconciliationFactor({ numerator: mill, denominator: reserve })[of])).toBe(true);
    }
  });

  test.each([
    ["another estimate under the same figures", { ...control, name: "delivered" }], ["the same name with other tonnes", { ...control, tonnage: "104,000 t" }],
    ["the same name and tonnes with another grade", { ...control, grade: "1.91 g/t" }],
  ])("do not multiply over %s", (_, middle) => {
    const other = reconciliationFactor({ numerator: mill, denominator: middle });
    expect(() => factorProduct({ first: f1, second: other })).toThrow(refused("not-comparable", "middle terms do not coincide", "grade control", middle.name));
  });
});

describe("call factors", () => {
  test("of the mine are of what came out, or of the plant's feed", () => {
    expect(String(mineCallFactor({ calledFor: "2,000 kg", recovered: "1,700 kg", residue: "100 kg" }))).toBe("90%");
    expect(String(mineCallFactor({ calledFor: "2 t", plantFeed: "1,840 kg" }))).toBe("92%");
  });

  test("of the plant are of its feed, and its recovery is of what came out", () => {
    expect(String(plantCallFactor({ plantFeed: "1,000 kg", recovered: "930 kg", residue: "50 kg" }))).toBe("98%");
    const share = accountedRecovery({ recovered: "950 oz", residue: "50 oz" });
    expect([String(share), share.role]).toEqual(["95%", "recovery"]);
  });
});

describe("what is not clear is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["an estimate without a name", () => reconciliationFactor({ numerator: { ...mill, name: "" }, denominator: reserve }), "wrong-kind", ["^numerator.name"]],
    ["an estimate without grade and metal", () => reconciliationFactor({ numerator: { name: "mill", tonnage: "1 t" } as never, denominator: reserve }), "wrong-kind", ["^numerator is without grade and metal"]],
    ["an estimate by both", () => reconciliationFactor({ numerator: mill, denominator: { ...reserve, metal: "1 t" } as never }), "wrong-kind", ["^denominator"]],
    ["no estimate", () => reconciliationFactor({ numerator: mill } as never), "wrong-kind", ["^denominator"]],
    ["no tonnes", () => reconciliationFactor({ numerator: mill, denominator: { ...reserve, tonnage: "0 t" } }), "division-by-zero", ["^denominator.tonnage"]],
    ["no metal under the line", () => reconciliationFactor({ numerator: mill, denominator: { ...reserve, grade: "0 g/t" } }), "division-by-zero", ["^denominator", "reserve"]],
    ["negative metal", () => reconciliationFactor({ numerator: { name: "mill", tonnage: "1 t", metal: "-1 g" }, denominator: reserve }), "out-of-range", ["^numerator.metal"]],
    ["wet tonnes", () => reconciliationFactor({ numerator: { ...mill, tonnage: "1 wmt" }, denominator: reserve }), "basis-mismatch", ["dryMass"]],
    ["both conventions", () => mineCallFactor({ calledFor: "1 kg", plantFeed: "1 kg", recovered: "1 kg", residue: "1 kg" } as never), "wrong-kind", ["^plantFeed"]],
    ["neither convention", () => mineCallFactor({ calledFor: "1 kg" } as never), "wrong-kind", ["^recovered is missing"]],
    ["nothing called for", () => mineCallFactor({ calledFor: "0 kg", plantFeed: "1 kg" }), "division-by-zero", ["^calledFor"]],
    ["a negative residue", () => plantCallFactor({ plantFeed: "1 kg", recovered: "1 kg", residue: "-1 kg" }), "out-of-range", ["^residue"]],
    ["no metal at all", () => accountedRecovery({ recovered: "0 kg", residue: "0 kg" }), "division-by-zero", ["recovered"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

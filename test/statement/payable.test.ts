import { expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

const PAYABLE = "the metal produced is payable metal";
const quarter = (produced: string): Statement["periods"] => ({
  "2002-Q4": { ore: "1,165,388 t", Pd: { grade: "1.88 g/t", recovery: "74.0%", produced } },
});

// 52,126 oz were recovered; nine tenths of them are 46,913 oz.
test("metal told as produced may be payable metal: then the report holds, and says so", () => {
  const report = reconcile({ periods: quarter("46,913 oz") });
  expect(report.verdict).toBe("contradictory");
  expect(report.holdsIf).toEqual([PAYABLE]);
  expect(report.notes).toContain(`All figures together hold if ${PAYABLE}.`);
});

test.each([["more than was recovered", "53,000 oz"], ["less than any smelter pays for", "40,000 oz"]])("but not %s", (_, produced) => {
  expect(reconcile({ periods: quarter(produced) }).holdsIf).toEqual([]);
});

test("the recovered metal adds up where the printed metal does", () => {
  const half = (first: string, second: string, whole: string): Statement => {
    const metal = (ore: string, produced: string): NonNullable<Statement["periods"]>[string] => ({ ore, Pd: { grade: "31.1034768 g/t", recovery: "100.00%", produced } });
    return { periods: { "2002-Q1": metal("1,000 t", first), "2002-Q2": metal("1,000 t", second), "2002-H1": metal("2,000 t", whole) } };
  };
  expect(reconcile(half("950 oz", "900 oz", "1,850 oz")).holdsIf).toEqual([PAYABLE]);
  // The halves add up to what the whole is not.
  expect(reconcile(half("951 oz", "907 oz", "1,931 oz")).holdsIf).toEqual([]);
});

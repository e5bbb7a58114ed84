/** What a diagnosis is told of the figures of a statement: the units that they may have been counted in. */
import { expect, test } from "vitest";
import type { PeriodFigures } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function slipsOf(total: string, halves: readonly [string, string]): string[] {
  const [first, second] = halves.map((produced): PeriodFigures => ({ Au: { produced } }));
  const report = reconcile({ periods: { "2012-H1": first ?? {}, "2012-H2": second ?? {}, 2012: { Au: { produced: total } } } });
  return report.conflicts.flatMap(({ hypotheses }) => hypotheses.flatMap(({ kind, sentence }) => (kind === "other-unit" ? [sentence] : [])));
}

test.each<[string, string, readonly [string, string], string]>([
  ["short tons printed as tonnes", "3,000 t", ["1,000 t", "2,204.6 t"], "2012-H2.Au.produced 2,204.6 t, counted in another unit: st for t"],
  ["avoirdupois ounces printed as troy ounces", "3,000 oz", ["1,000 oz", "2,194.3 oz"], "2012-H2.Au.produced 2,194.3 oz, counted in another unit: avoirdupois for troy ounces"],
  ["kilograms printed as ounces", "32,150.7 oz", ["500 kg", "500.0 oz"], "2012-H2.Au.produced 500.0 oz, counted in another unit: kg for oz"],
])("%s are found by their factor", (_, total, halves, expected) => {
  expect(slipsOf(total, halves).some((sentence) => sentence.includes(expected))).toBe(true);
});

test("a unit that repairs nothing is not proposed", () => {
  expect(slipsOf("3,000 t", ["1,000 t", "2,111 t"])).toEqual([]);
});

/** What a diagnosis is told of the figures of a statement: the units that they may have been counted in. */
import { describe, expect, test } from "vitest";
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

describe("wet tonnes printed as dry ones", () => {
  const half = (ore: string, more: PeriodFigures = {}): PeriodFigures => ({ ore, ...more });
  const wet = (second: PeriodFigures): readonly (readonly [string, string | undefined, boolean])[] => {
    const report = reconcile({ periods: { "2014-H1": half("50,003 t"), "2014-H2": second, 2014: half("100,004 t") } });
    return report.conflicts.flatMap(({ hypotheses }) => hypotheses.filter(({ sentence }) => sentence.includes("wet for dry")))
      .map(({ sentence, figures, proved }) => [sentence, String(figures[0]?.interval), proved]);
  };

  test("are found where the moisture of the same period is printed, with what it leaves of them", () => {
    expect(wet(half("54,348 t", { moisture: "8.0 %" }))).toEqual([[
      "Hypothesis: 2014-H2.ore 54,348 t, counted in another unit: wet for dry tonnes, at the moisture of 8.0 %; "
      + "then 2014.ore = 2014-H1.ore + 2014-H2.ore and 2014.wetOre = 2014-H1.wetOre + 2014-H2.wetOre hold.",
      // 54,347.5 x (1 - 0.0805) and 54,348.5 x (1 - 0.0795) tonnes, in grams.
      "[49972526250, 50027794250]", true,
    ]]);
  });

  test("are not looked for without it, nor at another period's", () => {
    expect(wet(half("54,348 t"))).toEqual([]);
    const report = reconcile({ periods: { "2014-H1": half("50,003 t", { moisture: "8.0 %" }), "2014-H2": half("54,348 t"), 2014: half("100,004 t") } });
    expect(report.conflicts.flatMap(({ hypotheses }) => hypotheses).filter(({ sentence }) => sentence.startsWith("Hypothesis: 2014-H2.ore 54,348 t, counted"))).toEqual([]);
  });

  test("are refuted where a dry tonnage of that moisture would do, but not of these wet tonnes", () => {
    // 50,001 t dry and 4,100 t of water are 7.6 % of moisture, and 54,101 t wet.
    const repairs = (more: PeriodFigures): boolean => wet(half("54,348 t", { moisture: "8 %", ...more })).some(([sentence]) => / then [^;]*2014\.ore = /.test(sentence));
    expect(repairs({})).toBe(true);
    expect(repairs({ water: "4,100 t" })).toBe(false);
    expect(repairs({ water: "4,347 t" })).toBe(true);
    expect(repairs({ wetOre: "54,348 wmt" })).toBe(true);
    expect(repairs({ wetOre: "54,101 wmt" })).toBe(false);
  });

  test("are found of a concentrate", () => {
    const concentrate = { mass: "1,099 t", moisture: "9.0 %", Zn: { grade: "50.4 %" } } as const;
    const report = reconcile({ periods: { 2014: { ore: "10,000 t", Zn: { produced: "504 t" }, products: { concentrate } } } });
    expect(report.conflicts[0]?.hypotheses.map(({ sentence }) => sentence)).toContain(
      "Hypothesis: 2014.concentrate.mass 1,099 t, counted in another unit: wet for dry tonnes, at the moisture of 9.0 %; "
      + "then 2014.Zn.produced = 2014.concentrate.Zn.contained holds.",
    );
  });
});

describe("payable metal where produced metal is meant", () => {
  const kinds = (figures: PeriodFigures): string[] => (
    reconcile({ periods: { "2012-Q1": figures } }).conflicts.flatMap(({ hypotheses }) => hypotheses.filter(({ kind }) => kind === "payable-for-produced"))
      .map(({ figures: own }) => own.map(({ name }) => name).join()));

  test("is looked for in what was produced, and in nothing that is payable, attributable or sold", () => {
    expect(kinds({ Au: { produced: "179 oz", payable: "150 oz", payability: "98.0 %" } })).toEqual([]);
    expect(kinds({ Au: { produced: "179 oz", attributable: "100 oz", ownership: "60 %" } })).toEqual([]);
    expect(kinds({ Au: { sold: "100.3 oz", revenue: "USD 150,300", realisedPrice: "1,601 USD/oz" } })).toEqual([]);
    expect(kinds({ Au: { contained: "1,003 oz", recovery: "90.1 %", produced: "861 oz" } })).toEqual(["2012-Q1.Au.produced"]);
  });

  test("is not ruled out by a payability or an ownership that holds", () => {
    const holding = { payable: "833 oz", payability: "96.7 %", attributable: "517 oz", ownership: "60 %" } as const;
    expect(kinds({ Au: { contained: "1,003 oz", recovery: "90.1 %", produced: "861 oz", ...holding } })).toEqual(["2012-Q1.Au.produced"]);
  });
});

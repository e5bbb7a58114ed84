/** What the words of a statement tie together: each relation of the vocabulary, held by a statement that fits it and refuted by one that does not. */
import { describe, expect, test } from "vitest";
import type { PeriodFigures, Statement } from "../../src/statement/input.ts";
import { layOut } from "../../src/statement/layout.ts";
import { readStatement } from "../../src/statement/read.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function tiesOf(statement: Statement): string[] {
  return layOut(readStatement(statement)).graph(false).ties.map(({ name }) => name);
}

function verdictOf(figures: PeriodFigures, more: Omit<Statement, "periods"> = {}): string {
  return reconcile({ ...more, periods: { "2016-Q3": figures } }).verdict;
}

const STRIP = { bases: { stripRatio: { over: ["waste"], under: ["oreMined"] } } } as const;

describe("one relation after the other", () => {
  test.each<[string, PeriodFigures, PeriodFigures, Omit<Statement, "periods">?]>([
    ["material mined is ore, low-grade ore and waste", { mined: "1,450 t", oreMined: "400 t", lowGradeMined: "50 t", waste: "1,000 t" }, { mined: "1,460 t", oreMined: "400 t", lowGradeMined: "50 t", waste: "1,000 t" }],
    ["without low-grade ore, of ore and waste", { mined: "1,400 t", oreMined: "400 t", waste: "1,000 t" }, { mined: "1,450 t", oreMined: "400 t", waste: "1,000 t" }],
    ["a strip ratio as declared", { stripRatio: "2.50", oreMined: "400 t", waste: "1,000 t" }, { stripRatio: "2.52", oreMined: "400 t", waste: "1,000 t" }, STRIP],
    ["a strip ratio printed as one to one", { stripRatio: "2.50:1", oreMined: "400 t", waste: "1,000 t" }, { stripRatio: "2.52 : 1", oreMined: "400 t", waste: "1,000 t" }, STRIP],
    ["a mining rate", { mined: "92,000 t", miningRate: "1,000 t/d" }, { mined: "93,000 t", miningRate: "1,000 t/d" }],
    ["wet ore, moisture and dry ore", { wetOre: "1,000 wmt", moisture: "8.0 %", ore: "920 t" }, { wetOre: "1,000 wmt", moisture: "8.0 %", ore: "930 t" }],
    ["a unit cost per tonne milled", { ore: "1,000 t", cost: "25,000 USD", unitCost: "25.0 USD/t" }, { ore: "1,000 t", cost: "26,000 USD", unitCost: "25.0 USD/t" }],
    ["the grade of ore mined", { oreMined: "1,000 t", Au: { minedGrade: "2.00 g/t", minedContained: "64.3 oz" } }, { oreMined: "1,000 t", Au: { minedGrade: "2.00 g/t", minedContained: "65.3 oz" } }],
    ["the grade of ore treated", { treated: "1,000 t", Au: { treatedGrade: "2.00 g/t", treatedContained: "64.3 oz" } }, { treated: "1,000 t", Au: { treatedGrade: "2.00 g/t", treatedContained: "65.3 oz" } }],
    ["the grade of ore placed", { placed: "1,000 t", Au: { placedGrade: "2.00 g/t", placedContained: "64.3 oz" } }, { placed: "1,000 t", Au: { placedGrade: "2.00 g/t", placedContained: "65.3 oz" } }],
    ["a yield", { ore: "1,000 t", Au: { yield: "2.00 g/t", produced: "64.3 oz" } }, { ore: "1,000 t", Au: { yield: "2.00 g/t", produced: "65.3 oz" } }],
    ["payable metal", { Au: { produced: "1,000 oz", payability: "95.0 %", payable: "950 oz" } }, { Au: { produced: "1,000 oz", payability: "95.0 %", payable: "960 oz" } }],
    ["an attributable share", { Au: { produced: "1,000 oz", ownership: "70.0 %", attributable: "700 oz" } }, { Au: { produced: "1,000 oz", ownership: "70.0 %", attributable: "750 oz" } }],
    ["revenue at a realised price", { Au: { sold: "1,000 oz", realisedPrice: "1,250 USD/oz", revenue: "1.25 million USD" } }, { Au: { sold: "1,000 oz", realisedPrice: "1,250 USD/oz", revenue: "1.35 million USD" } }],
    ["a unit cash cost per ounce of what was said", { Au: { sold: "1,000 oz", produced: "900 oz", cashCost: "600,000 USD", unitCashCost: "600 USD/oz" } }, { Au: { sold: "900 oz", produced: "1,000 oz", cashCost: "600,000 USD", unitCashCost: "600 USD/oz" } }, { bases: { unitCashCost: "sold" } }],
    ["solution mining", { flow: "100 m3/h", U3O8: { concentration: "50 mg/L", recovery: "94 %", produced: "10,380 kg" } }, { flow: "100 m3/h", U3O8: { concentration: "50 mg/L", recovery: "94 %", produced: "12,000 kg" } }],
    ["a metal whose feed is not all the ore", { ore: "5,000 t", Mo: { feed: "1,000 t", grade: "0.100 %", recovery: "50.0 %", produced: "500 kg" } }, { ore: "5,000 t", Mo: { feed: "1,000 t", grade: "0.100 %", recovery: "50.0 %", produced: "2,500 kg" } }],
    ["recovered metal beside produced metal", { ore: "1,000 t", Au: { grade: "2.00 g/t", recovery: "90.0 %", recovered: "57.9 oz", produced: "40 oz" } }, { ore: "1,000 t", Au: { grade: "2.00 g/t", recovery: "90.0 %", recovered: "40 oz", produced: "57.9 oz" } }],
  ])("%s", (_, fits, doesNot, more = {}) => {
    expect(verdictOf(fits, more)).toBe("consistent");
    expect(verdictOf(doesNot, more)).toBe("contradictory");
  });

  test("a change is held to metal that was not printed, as ore, grade and recovery make it", () => {
    const statement = (printed: string): Statement => ({
      periods: { "2025-Q2": { throughput: "5,064 t/d", Au: { grade: "10.4 g/t", recovery: "90.9 %" } }, "2025-Q3": { Au: { produced: "122,086 oz" } } },
      changes: [{ of: "2025-Q3.Au.produced", from: "2025-Q2.Au.produced", printed, fall: true }],
    });
    const changeOf = (printed: string): string | undefined => reconcile(statement(printed)).checks.find(({ kind }) => kind === "change")?.verdict;
    expect(changeOf("12.4 %")).toBe("within rounding");
    expect(changeOf("14.2 %")).toBe("contradicts");
  });

  test("metal produced is never made by a recovery where metal recovered stands beside it", () => {
    const report = reconcile({
      periods: { 2012: { ore: "1,000 t", Au: { grade: "31.10 g/t", recovery: "90.0 %", recovered: "900 oz" } }, 2013: { Au: { produced: "450 oz" } } },
      changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: "0 %" }],
    });
    expect(report.checks.find(({ kind }) => kind === "change")?.verdict).toBe("not checkable");
    expect(report.verdict).toBe("consistent");
  });

  test("a whole without a printed part is no check, nor are some parts without their whole", () => {
    const areas = { North: { periods: { 2014: { ore: "100 t" } } }, South: { periods: { 2013: { ore: "50 t" } } } } as const;
    expect(reconcile({ periods: { 2012: { ore: "10 t" }, 2013: { ore: "60 t" }, 2014: {} }, areas }).checks.map(({ name }) => name)).toEqual(["2013 ore milled, 2 areas"]);
  });

  test("sold and shipped metal may exceed what was produced", () => {
    expect(verdictOf({ Au: { produced: "100 oz", sold: "130 oz", shipped: "140 oz" } })).toBe("consistent");
  });

  test("payable metal without a printed payability implies it, and payable above produced is no error by itself", () => {
    const report = reconcile({ periods: { 2016: { Cu: { produced: "100.0 t", payable: "96.0 t" } } } });
    expect(String(report.implied("2016.Cu.payability"))).toBe("95.90 to 96.10%");
  });

  test("a strip ratio of low-grade ore counts it where it was said to", () => {
    const figures = { oreMined: "400 t", lowGradeMined: "100 t", waste: "1,000 t", stripRatio: "2.00" } as const;
    expect(verdictOf(figures, { bases: { stripRatio: { over: ["waste"], under: ["oreMined", "lowGradeMined"] } } })).toBe("consistent");
    expect(verdictOf(figures, { bases: { stripRatio: { over: ["waste"], under: ["oreMined"] } } })).toBe("contradictory");
    expect(verdictOf({ ...figures, stripRatio: "2.75" }, { bases: { stripRatio: { over: ["waste", "lowGradeMined"], under: ["oreMined"] } } })).toBe("consistent");
    const [check] = reconcile({ periods: { 2016: figures }, bases: { stripRatio: { over: ["waste"], under: ["oreMined", "lowGradeMined"] } } }).checks;
    expect(check?.sentence).toBe("2016 strip ratio (waste to ore and low-grade ore): 1,000 t / (400 t + 100 t) gives 2, which prints as 2.00.");
  });
});

describe("products", () => {
  const figures = {
    ore: "100,000 t",
    Zn: { grade: "5.00 %", recovery: "90.7 %", produced: "4,536 t" },
    products: { "zinc concentrate": { mass: "9,000 t", massPull: "9.00 %", wetMass: "9,890 wmt", moisture: "9.0 %", Zn: { grade: "50.4 %", recovery: "90.7 %", contained: "4,536 t", payability: "85.0 %", payable: "3,856 t" } } },
  } as const;

  test("lie in the periods of an area, with grades and recoveries of their own", () => {
    const report = reconcile({ periods: { "2014-Q1": figures } });
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(report.addresses).toContain("2014-Q1.zinc concentrate.Zn.grade");
    expect(report.checks.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual([
      "2014-Q1 Zn produced: within rounding",
      "2014-Q1 zinc concentrate produced: agrees",
      "2014-Q1 zinc concentrate Zn contained: agrees",
      "2014-Q1 zinc concentrate Zn contained: within rounding",
      "2014-Q1 zinc concentrate Zn payable: agrees",
      "2014-Q1 zinc concentrate produced, wet, its parts: agrees",
      "2014-Q1 Zn produced, 1 product: agrees",
    ]);
  });

  test.each<[string, PeriodFigures]>([
    ["mass pull", { ...figures, products: { "zinc concentrate": { ...figures.products["zinc concentrate"], massPull: "9.20 %" } } }],
    ["concentrate grade", { ...figures, products: { "zinc concentrate": { ...figures.products["zinc concentrate"], Zn: { ...figures.products["zinc concentrate"].Zn, grade: "54.0 %" } } } }],
    ["moisture", { ...figures, products: { "zinc concentrate": { ...figures.products["zinc concentrate"], moisture: "19.0 %" } } }],
    ["payability", { ...figures, products: { "zinc concentrate": { ...figures.products["zinc concentrate"], Zn: { ...figures.products["zinc concentrate"].Zn, payability: "58.0 %" } } } }],
  ])("a wrong %s is refuted", (_, wrong) => {
    expect(reconcile({ periods: { "2014-Q1": wrong } }).verdict).toBe("contradictory");
  });

  test("add up to the metal of their area, each metal by itself", () => {
    const two = {
      Ag: { produced: "300 kg" },
      products: { "lead concentrate": { Ag: { contained: "200 kg" } }, "zinc concentrate": { Ag: { contained: "100 kg" }, Zn: { contained: "50 t" } } },
    } as const;
    expect(tiesOf({ periods: { 2014: two } })).toEqual(["2014.Ag.produced = 2014.lead concentrate.Ag.contained + 2014.zinc concentrate.Ag.contained"]);
    expect(verdictOf({ ...two, Ag: { produced: "310 kg" } })).toBe("contradictory");
  });

  test("add over areas, each to that of its name", () => {
    const zinc = (mass: string): PeriodFigures => ({ products: { "zinc concentrate": { mass } } });
    const areas = { North: { periods: { 2014: zinc("100 t") } }, South: { periods: { 2014: zinc("200 t") } }, Camp: { periods: { 2014: { ore: "5 t" } } } };
    const statement = (mass: string): Statement => ({ operation: "Two mines", periods: { 2014: zinc(mass) }, areas, parts: { "Two mines": ["North", "South"] } });
    expect(tiesOf(statement("300 t"))).toEqual(["2014.zinc concentrate.mass = North/2014.zinc concentrate.mass + South/2014.zinc concentrate.mass"]);
    expect(reconcile(statement("310 t")).verdict).toBe("contradictory");
  });

  test("check their mass against the feed, where no metal was printed", () => {
    const quarter = (mass: string): PeriodFigures => ({
      ore: "378 kt", graphite: { grade: "18 %", recovery: "69 %" }, products: { concentrate: { mass, graphite: { grade: "95 %" } } },
    });
    const [, check] = reconcile({ periods: { "2019-Q1": quarter("48 kt") } }).checks;
    expect(check?.sentence).toBe("2019-Q1 concentrate produced, from the feed: 378 kt × 18 % × 69 % / 95 % can be 47.3 to 51.5 kt, and the printed 48 kt lies within rounding.");
    expect(reconcile({ periods: { "2019-Q1": quarter("84 kt") } }).checks[1]?.verdict).toBe("contradicts");
  });

  test("add over periods and not into each other", () => {
    const quarter = { products: { dore: { mass: "100 kg" } } } as const;
    expect(tiesOf({ periods: { "2014-H1": quarter, "2014-H2": quarter, 2014: quarter } })).toEqual(["2014.dore.mass = 2014-H1.dore.mass + 2014-H2.dore.mass"]);
  });
});

describe("areas", () => {
  const areas = { North: { periods: { 2014: { ore: "100 t" } } }, South: { periods: { 2014: { ore: "200 t" } } }, "Open pits": { periods: { 2014: { ore: "300 t" } } }, Underground: { periods: { 2014: { ore: "50 t" } } } } as const;

  test("make up one another as was said, and the rest the operation", () => {
    const statement: Statement = { operation: "Two pits", periods: { 2014: { ore: "350 t" } }, areas, parts: { "Open pits": ["North", "South"] } };
    expect(tiesOf(statement)).toEqual([
      "Open pits/2014.ore = North/2014.ore + South/2014.ore",
      "2014.ore = Open pits/2014.ore + Underground/2014.ore",
    ]);
    expect(reconcile(statement).verdict).toBe("consistent");
  });

  test("make up one whole in several ways", () => {
    const statement: Statement = { operation: "Two ways", periods: { 2014: { ore: "300 t" } }, areas, parts: { "Two ways": [["North", "South"], ["Open pits"]] } };
    expect(tiesOf(statement)).toEqual(["2014.ore = North/2014.ore + South/2014.ore", "2014.ore = Open pits/2014.ore"]);
  });

  test("are not added where some figures are of the whole and some a share, and the report says so", () => {
    const statement: Statement = {
      share: "attributable", periods: { 2014: { ore: "200 t" } },
      areas: { North: { share: "100 %", periods: { 2014: { ore: "100 t" } } }, South: { share: "attributable", periods: { 2014: { ore: "150 t" } } } },
    };
    expect(tiesOf(statement)).toEqual([]);
    expect(reconcile(statement).notes).toEqual(["North, South are not added to the operation: some figures are of the whole and some an owner's share."]);
  });
});

describe("a fact printed several times", () => {
  const produced = (...printed: string[]): Statement => ({ periods: { 2010: { Au: { produced: printed } } } });

  test("lists its prints, which are held to each other", () => {
    expect(reconcile(produced("141,116 oz", "141.1 koz")).checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["same fact", "agrees"]]);
    expect(reconcile(produced("141,116 oz", "4,389.2 kg", "151.1 koz")).checks.map(({ verdict }) => verdict)).toEqual(["agrees", "contradicts", "contradicts"]);
    expect(reconcile(produced("141,116 oz", "141,000 oz")).checks[0]?.sentence).toBe(
      "2010 Au produced, printed twice: no value prints as 141,116 oz and as 141,000 oz; it holds if the zeros are not significant.",
    );
    expect(reconcile(produced("141.1 koz", "141,116 oz")).checks[0]?.sentence).toBe(
      "2010 Au produced, printed twice: some value prints as 141.1 koz and as 141,116 oz.",
    );
  });

  test("is known more closely than printed only where all of its prints leave more", () => {
    expect(String(reconcile(produced("141 koz", "141,116 oz")))).not.toContain("Known more closely");
    const halves = { "2010-H1": { Au: { produced: "70,000 oz" } }, "2010-H2": { Au: { produced: "71,116 oz" } } } as const;
    const report = reconcile({ periods: { ...halves, 2010: { Au: { produced: ["141 koz", "141.1 koz"] } } } });
    expect(String(report)).toContain("Known more closely than printed\n  2010.Au.produced  141.115 to 141.117 koz (printed 141 koz)");
    expect(reconcile({ periods: { 2010: { Au: { produced: [{ printed: "141,000 oz", zeros: "not-significant" }, "141,116 oz"] } } } }).verdict).toBe("consistent");
  });

  test("may be one of a resource table, a change or a value of the statement's own", () => {
    expect(reconcile({ resources: { R: { categories: { Proven: { tonnage: ["1.2 Mt", "1,210 kt"] } } } } }).verdict).toBe("consistent");
    expect(reconcile({ values: { inventory: { kind: "mass", printed: ["84,808 lb", "84.9 klb"] } } }).verdict).toBe("contradictory");
    const periods = { 2012: { Au: { produced: "455 oz" } }, 2013: { Au: { produced: "574 oz" } } } as const;
    expect(reconcile({ periods, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: ["26.2 %", "26 %"] }] }).verdict).toBe("consistent");
  });

  test("was not printed where the list is empty", () => {
    expect(() => reconcile(produced())).toThrow("no printed figure");
  });
});

describe("time", () => {
  test("weights a flow by days, and a concentration by volume", () => {
    const quarter = (flow: string, concentration: string): PeriodFigures => ({ flow, U3O8: { concentration } });
    const halves = { "2015-H1": quarter("100 m3/d", "60.0 mg/L"), "2015-H2": quarter("200 m3/d", "30.0 mg/L") };
    // (100 x 181 + 200 x 184) / 365 = 150.41; (6,000 x 181 + 6,000 x 184) / (150.41 x 365) = 39.89.
    expect(reconcile({ periods: { ...halves, 2015: quarter("150.4 m3/d", "39.9 mg/L") } }).checks.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["2015 solution flow, by days", "agrees"],
      ["2015 U3O8 solution concentration, by volume", "agrees"],
    ]);
    expect(reconcile({ periods: { ...halves, 2015: quarter("150.4 m3/d", "39.9 mg/L") } }).checks[1]?.bases).toEqual(
      ["calendar days", "the concentration is that of all the solution", "the periods make up the whole"]);
    const simple = reconcile({ periods: { ...halves, 2015: quarter("150.0 m3/d", "45.0 mg/L") } });
    expect(simple.checks.map(({ verdict }) => verdict)).toEqual(["within rounding", "contradicts"]);
  });

  test("of a mill's running may be printed as a share, which ties nothing by itself", () => {
    const report = reconcile({ periods: { "2013-Q1": { ore: "19,723 t", throughput: "229 t/d", days: "86 days", availability: "95.5 %" } } });
    expect(report.verdict).toBe("consistent");
    expect(report.printed("2013-Q1.availability")?.text).toBe("95.5 %");
  });
});

describe("what was restated", () => {
  test("replaces what was printed first, which is listed and not checked", () => {
    const statement: Statement = {
      periods: { 2014: { Au: { produced: "100 oz" } }, "2014-H1": { Au: { produced: "40 oz" } }, "2014-H2": { Au: { produced: "55 oz" } } },
      facts: [{ period: "2014-H2", metal: "Au", item: "produced", figure: "60 oz", restated: true }],
    };
    const report = reconcile(statement);
    expect(report.verdict).toBe("consistent");
    expect(report.printed("2014-H2.Au.produced")?.text).toBe("60 oz");
    expect(report.notes).toEqual(["2014-H2.Au.produced was first printed as 55 oz and restated since: the first is not checked."]);
  });

  test("has one first print, and may be printed several times itself", () => {
    const fact = (figure: string | readonly string[], restated: boolean) => ({ period: "2014", metal: "Au", item: "produced", figure, restated }) as const;
    const report = reconcile({ facts: [fact(["55,012 oz", "55 koz"], false), fact("57 koz", true), fact(["60,025 oz", "60 koz"], true)] });
    expect(report.checks.map(({ sentence }) => sentence)).toEqual(["2014 Au produced, printed twice: 60,025 oz prints as 60 koz."]);
    expect(report.notes).toEqual([
      "2014.Au.produced was first printed as 55,012 oz, then as 55 koz, 57 koz, and restated since: only the restatement is checked.",
    ]);
  });

  test("stands, wherever in the list it is said", () => {
    const fact = (figure: string, restated: boolean) => ({ period: "2014", metal: "Au", item: "produced", figure, restated }) as const;
    expect(reconcile({ facts: [fact("60 oz", true), fact("55 oz", false)] }).printed("2014.Au.produced")?.text).toBe("60 oz");
  });
});

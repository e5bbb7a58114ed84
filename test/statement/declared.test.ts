/** Changes, values and ties that a statement declares by address; and other readings under which a check that contradicts holds. */
import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

describe("a printed change", () => {
  const periods = { "2012-Q4": { Au: { produced: "455 oz" } }, "2013-Q1": { Au: { produced: "574 oz" } } } as const;
  const change = (printed: string): Statement => ({ periods, changes: [{ of: "2013-Q1.Au.produced", from: "2012-Q4.Au.produced", printed }] });

  test("is held to the two values", () => {
    const report = reconcile(change("26.2 %"));
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(report.checks.map(({ kind, verdict }) => [kind, verdict])).toEqual([["change", "agrees"]]);
    const wrong = reconcile(change("62.2 %"));
    expect(wrong.conflicts[0]?.figures.map(({ text }) => text).sort()).toEqual(["455 oz", "574 oz", "62.2 %"]);
    expect(wrong.conflicts[0]?.ties).toEqual(["change of Au produced from 2012-Q4 to 2013-Q1 = new / old - 1"]);
  });

  test("may be a fall", () => {
    const fall: Statement = { periods: { 2012: { Au: { produced: "100 oz" } }, 2013: { Au: { produced: "80 oz" } } }, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: "(20) %" }] };
    expect(reconcile(fall).verdict).toBe("consistent");
  });

  test("may be printed as a fall, and then says how much less", () => {
    const periods = { 2012: { Au: { produced: "1,000 oz" } }, 2013: { Au: { produced: "876 oz" } } } as const;
    const fall = (printed: string): Statement => ({ periods, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed, fall: true }] });
    const report = reconcile(fall("12.4 %"));
    expect(report.verdict).toBe("consistent");
    expect(report.checks.map(({ sentence }) => sentence)).toEqual(["fall of Au produced from 2012 to 2013: 1 - 876 oz / 1,000 oz gives 12.4%, which prints as 12.4 %."]);
    expect(reconcile(fall("12.6 %")).conflicts[0]?.ties).toEqual(["fall of Au produced from 2012 to 2013 = 1 - new / old"]);
  });

  test("is told in words, and found by the addresses that it compares", () => {
    const [conflict] = reconcile(change("62.2 %")).conflicts;
    const told = conflict?.figures.find(({ text }) => text === "62.2 %");
    expect(told).toEqual({ address: "2013-Q1.Au.produced against 2012-Q4.Au.produced", name: "change of Au produced from 2012-Q4 to 2013-Q1", text: "62.2 %" });
    expect(conflict?.suspects[0]?.sentence).toBe("If change of Au produced from 2012-Q4 to 2013-Q1 62.2 % is the wrong one, its true value is 25.90 to 26.41%.");
    expect(conflict?.hypotheses[0]?.sentence).toBe(
      "Hypothesis: change of Au produced from 2012-Q4 to 2013-Q1 62.2 % should read 26.2 %, two neighbouring digits swapped; "
      + "then change of Au produced from 2012-Q4 to 2013-Q1 = new / old - 1 holds.",
    );
    const { hypotheses: [first] } = JSON.parse(JSON.stringify(conflict)) as { readonly hypotheses: readonly { readonly figures: unknown }[] };
    expect(first?.figures).toEqual([{ address: "2013-Q1.Au.produced against 2012-Q4.Au.produced", printed: "62.2 %", reads: "26.2 %" }]);
  });

  test.each([
    ["of one area", "North/2013.Au.produced", "North/2012.Au.produced", "North, change of Au produced from 2012 to 2013"],
    ["of a product", "North/2013.dore.Au.contained", "North/2012.dore.Au.contained", "North, change of dore Au contained from 2012 to 2013"],
    ["of two areas", "North/2013.Au.produced", "South/2013.Au.produced", "change of North, 2013 Au produced against South, 2013 Au produced"],
    ["of two metals", "North/2013.Au.produced", "North/2013.Ag.produced", "change of North, 2013 Au produced against North, 2013 Ag produced"],
    ["of values of the report's own", "poured", "planned", "change of poured against planned"],
  ])("%s is told as what it is", (_, of, from, name) => {
    const figures = { Au: { produced: "10 oz" }, Ag: { produced: "10 oz" }, products: { dore: { Au: { contained: "10 oz" } } } } as const;
    const areas = { North: { periods: { 2012: figures, 2013: figures } }, South: { periods: { 2013: { Au: { produced: "10 oz" } } } } } as const;
    const values = { poured: { kind: "mass", printed: "10 oz" }, planned: { kind: "mass", printed: "10 oz" } } as const;
    const report = reconcile({ areas, values, changes: [{ of, from, printed: "0 %" }] });
    expect(report.checks.filter(({ kind }) => kind === "change").map((check) => check.name)).toEqual([name]);
    expect(report.addresses).toContain(`${of} against ${from}`);
  });

  test("that was printed twice is one fact, and a fall beside it is another", () => {
    const periods = { 2012: { ore: "1,003 t" }, 2013: { ore: "901 t" } } as const;
    const stated = (...printed: readonly (readonly [string, boolean])[]) => reconcile({
      periods, changes: printed.map(([text, fall]) => ({ of: "2013.ore", from: "2012.ore", printed: text, fall })),
    });
    expect(stated(["-10.2 %", false], ["-10 %", false]).checks.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual([
      "change of ore milled from 2012 to 2013, printed twice: agrees", "change of ore milled from 2012 to 2013: agrees",
    ]);
    for (const twice of [stated(["-30.2 %", false], ["-10.2 %", false]), stated(["-10.2 %", false], ["-30.2 %", false])]) {
      expect(twice.verdict).toBe("contradictory");
      expect(twice.conflicts[0]?.sentence).toMatch(/change of ore milled from 2012 to 2013 -30\.2 %.*; they are prints of one fact\.$/);
    }
    expect(stated(["10.2 %", true], ["-10.2 %", false]).verdict).toBe("consistent");
    const fall = stated(["12.2 %", true], ["-10.2 %", false]);
    expect(fall.conflicts.flatMap(({ figures }) => figures.map(({ name, text }) => `${name} ${text}`))).toEqual([
      "2012.ore 1,003 t", "2013.ore 901 t", "fall of ore milled from 2012 to 2013 12.2 %",
    ]);
    expect(String(fall)).toContain("fall of ore milled from 2012 to 2013    12.2 %\n");
  });

  test("from nothing is no contradiction", () => {
    const nothing: Statement = { periods: { 2012: { Au: { produced: "0 oz" } }, 2013: { Au: { produced: "80 oz" } } }, changes: [{ of: "2013.Au.produced", from: "2012.Au.produced", printed: "100 %" }] };
    expect(reconcile(nothing).verdict).not.toBe("undecided");
    expect(() => String(reconcile(nothing))).not.toThrow();
  });
});

describe("a value of the statement's own", () => {
  const periods = { 2012: { ore: "1,003 t" }, 2013: { ore: "901 t" } } as const;

  test.each<[string, Statement]>([
    ["an address", { periods, values: { "2013.ore": { kind: "mass", printed: "5 t" } } }],
    ["a printed change", {
      periods, values: { "2013.ore against 2012.ore": { kind: "fraction", printed: "5 %" } }, changes: [{ of: "2013.ore", from: "2012.ore", printed: "-10.2 %" }],
    }],
  ])("is not called as %s is", (_, statement) => {
    expect(() => reconcile(statement)).toThrow(/" is what another value of this statement is called: give this one a name of its own\.$/);
  });

  test("is shown with all of its prints", () => {
    expect(String(reconcile({ values: { inventory: { kind: "mass", printed: ["84,808 lb", "84.8 klb"] } } }))).toContain("\ninventory  84,808 lb & 84.8 klb\n");
  });
});

describe("a tie of the statement's own", () => {
  const periods = { 2012: { Au: { sold: "500 oz", produced: "455 oz" } } } as const;
  const values = { "opening gold": { kind: "mass", printed: "50 oz" } } as const;
  const tie = "{2012.Au.sold} <= {2012.Au.produced} + {opening gold}";

  test("counts each value in the unit in which it was printed", () => {
    expect(reconcile({ periods, values, ties: [tie] }).verdict).toBe("consistent");
    const short = reconcile({ periods, values: { "opening gold": { kind: "mass", printed: "0.9 kg" } }, ties: ["{2012.Au.sold} <= {2012.Au.produced} + {opening gold}*32.151"] });
    expect(short.verdict).toBe("contradictory");
    expect(short.statedTies).toEqual([{ name: "{2012.Au.sold} <= {2012.Au.produced} + {opening gold}*32.151", verdict: "contradicts" }]);
  });

  test("counts a scale word as part of the number, and a unit such as the kilo-ounce as a unit", () => {
    const holds = (gold: string, times: string): string | undefined => reconcile({
      periods: { 2017: { Au: { produced: gold } } }, values: { ounces: { kind: "mass", printed: "81,425,300 oz" } }, ties: [`{ounces} = {2017.Au.produced}${times}`],
    }).statedTies[0]?.verdict;
    expect([holds("81,425 thousand oz", ""), holds("81.4253 million oz", ""), holds("81,425 koz", "*1000")]).toEqual(["holds", "holds", "holds"]);
    expect([holds("81,425 thousand oz", "*1000"), holds("81,425 koz", "")]).toEqual(["contradicts", "contradicts"]);
  });

  test("bears its name", () => {
    const report = reconcile({ periods, values: { "opening gold": { kind: "mass", printed: "5 oz" } }, ties: [{ name: "no more gold is sold than there was", tie }] });
    expect(report.conflicts[0]?.ties).toEqual(["no more gold is sold than there was"]);
    expect(report.conflicts[0]?.figures.map(({ address }) => address).sort()).toEqual(["2012.Au.produced", "2012.Au.sold", "opening gold"]);
  });

  test("may be a product, and a value signed", () => {
    const report = reconcile({ values: { a: { kind: "mass", printed: "12 t" }, b: { kind: "fraction", printed: "-0.5 1", signed: true }, c: { kind: "mass", printed: "-6 t", signed: true } }, ties: ["{c} = {a}*{b}"] });
    expect(report.verdict).toBe("consistent");
  });
});

describe("a check that contradicts as read", () => {
  test("says if it holds per operating day", () => {
    const report = reconcile({ periods: { "2020-Q3": { ore: "133,000 t", throughput: "1,478 t/d" } } });
    expect(report.checks[0]?.verdict).toBe("contradicts");
    expect(report.checks[0]?.holdsIf).toEqual(["the rate is per operating day, 89.955 to 90.018 d of the 92"]);
    expect(report.holdsIf).toEqual(["rates are per operating day"]);
    expect(report.notes).toEqual(["All figures together hold if rates are per operating day."]);
  });

  test("holds per operating day where the statement says so, and leaves the days open", () => {
    const figures = { ore: "133,000 t", throughput: "1,478 t/d" } as const;
    const report = reconcile({ periods: { "2020-Q3": figures }, bases: { days: "operating" } });
    expect(report.verdict).toBe("consistent");
    expect(String(report.implied("2020-Q3.days"))).toBe("89.955 to 90.018 d");
    expect(report.checks.map(({ name, verdict, bases }) => [name, verdict, bases])).toEqual([["2020-Q3 throughput", "not checkable", ["operating days"]]]);
    expect(reconcile({ periods: { "2020-Q3": { ...figures, throughput: "1,445 t/d" } }, bases: { days: "operating" } }).verdict).toBe("contradictory");
    expect(reconcile({ periods: { "2020-Q3": { ...figures, days: "89 days" } }, bases: { days: "operating" } }).verdict).toBe("contradictory");
  });

  test("says which strip ratio would hold", () => {
    const figures = { oreMined: "401 t", lowGradeMined: "102 t", waste: "1,003 t", stripRatio: "2.50" } as const;
    const report = reconcile({ periods: { 2016: figures }, bases: { stripRatio: { over: ["waste"], under: ["oreMined", "lowGradeMined"] } } });
    expect(report.checks[0]?.holdsIf).toEqual(["the strip ratio is waste mined over ore mined"]);
    const [conflict] = report.conflicts;
    expect(conflict?.ties).toEqual(["2016 strip ratio (waste to ore and low-grade ore) = waste mined / (ore mined + low-grade ore mined)"]);
    expect(conflict?.figures).toContainEqual({ address: "2016.stripRatio", name: "2016 strip ratio (waste to ore and low-grade ore)", text: "2.50" });
    // It stands before the accusations.
    expect(String(report)).toContain("      (ore mined + low-grade ore mined)\n  2016 strip ratio (waste to ore and low-grade ore) holds if the strip ratio is\n");
    expect(conflict?.notes[0]).toBe("2016 strip ratio (waste to ore and low-grade ore) holds if the strip ratio is waste mined over ore mined.");
    expect(report.addresses.filter((address) => address.includes("stripRatio"))).toEqual(["2016.stripRatio"]);
  });

  test("names a strip ratio by what it divides, and says if nothing would make it hold", () => {
    const figures = { oreMined: "401 t", lowGradeMined: "102 t", waste: "1,003 t", stripRatio: "8.79" } as const;
    const report = reconcile({ periods: { 2016: figures }, bases: { stripRatio: { over: ["waste", "lowGradeMined"], under: ["oreMined"] } } });
    expect(report.checks[0]?.name).toBe("2016 strip ratio (waste and low-grade ore to ore)");
    expect(String(report)).toContain("strip ratio (waste and low-grade ore to ore)");
    expect(report.conflicts[0]?.ties).toEqual(["2016 strip ratio (waste and low-grade ore to ore) = (waste mined + low-grade ore mined) / ore mined"]);
    expect(report.conflicts[0]?.notes).toEqual(["No single usual slip and no usual cause repairs it."]);
  });

  test("never says payable of what was recovered per tonne", () => {
    const report = reconcile({ periods: { 2013: { ore: "1,003 t", Au: { yield: "3.11 g/t", produced: "95 oz" } } } });
    expect(report.checks.map(({ verdict, holdsIf }) => [verdict, holdsIf])).toEqual([["contradicts", []]]);
  });

  test("says if what was printed is payable metal", () => {
    const report = reconcile({ periods: { "2012-Q4": { ore: "500,000 t", Pd: { grade: "4.00 g/t", recovery: "80.0 %", produced: "46,800 oz" } } } });
    expect(report.checks[0]?.holdsIf[0]).toBe("what was printed is payable metal, 90.80 to 91.15% of that produced");
  });

  test("says if it holds for truncated figures, and for zeros that do not count", () => {
    const truncated = reconcile({ periods: { "2012-H1": { Au: { produced: "10.9 koz" } }, "2012-H2": { Au: { produced: "11.9 koz" } }, 2012: { Au: { produced: "23.0 koz" } } } });
    expect(truncated.checks[0]?.holdsIf).toEqual(["the figures were truncated"]);
    const headline = reconcile({ periods: { 2012: { Au: { produced: "141,116 oz" } } }, facts: [{ period: "2012", metal: "Au", item: "produced", figure: "141,000 oz" }] });
    expect(headline.checks[0]?.holdsIf[0]).toBe("the zeros are not significant");
    expect(headline.holdsIf).toContain("the zeros are not significant");
  });

  test("has no excuse where there is none", () => {
    const report = reconcile({ periods: { "2012-H1": { Au: { produced: "10.9 koz" } }, "2012-H2": { Au: { produced: "11.9 koz" } }, 2012: { Au: { produced: "25.0 koz" } } } });
    expect(report.checks[0]?.holdsIf).toEqual([]);
    expect(report.holdsIf).toEqual([]);
  });
});

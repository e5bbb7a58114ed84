import { describe, expect, test } from "vitest";
import type { Check } from "../../src/statement/check.ts";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function checkOf(statement: Statement, name: string): Check {
  const { checks } = reconcile(statement);
  const check = checks.find((candidate) => candidate.name === name);
  if (check === undefined) throw new Error(`no check ${name} among ${checks.map((candidate) => candidate.name).join("; ")}`);
  return check;
}

describe("a verdict", () => {
  const q4 = { ore: "1,165,388 t", Pd: { grade: "1.88 g/t", recovery: "74.0%", produced: "52,067 oz" } } as const;

  test("agrees when the very digits come out", () => {
    const check = checkOf({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } }, "2002-Q4 throughput");
    expect(check).toMatchObject({ verdict: "agrees", kind: "throughput", bases: ["calendar days"], figures: ["2002-Q4.throughput", "2002-Q4.ore"], missing: [] });
    expect(check.implied?.interval.toString()).toBe("[2330775/184, 2330777/184]");
    expect(check.sentence).toBe("2002-Q4 throughput: 1,165,388 t / 92 days gives 12,667.2608695… t/d, which prints as 12,667 t/d.");
  });

  test("within rounding when the digits differ and rounding accounts for it", () => {
    const check = checkOf({ periods: { "2002-Q4": q4 } }, "2002-Q4 Pd produced");
    expect(check).toMatchObject({ verdict: "within rounding", kind: "metal", onlyAtATie: false });
    expect(check.printed?.text).toBe("52,067 oz");
    expect(check.sentence).toBe(
      "2002-Q4 Pd produced: 1,165,388 t × 1.88 g/t × 74.0% can be 51,951 to 52,300 oz, and the printed 52,067 oz lies within rounding.",
    );
  });

  test("contradicts when nothing accounts for it", () => {
    const check = checkOf({ periods: { "2002-Q4": { ...q4, Pd: { ...q4.Pd, produced: "52,607 oz" } } } }, "2002-Q4 Pd produced");
    expect(check.verdict).toBe("contradicts");
    expect(check.sentence).toContain("can only be 51,951 to 52,300 oz, and never the printed 52,607 oz");
  });

  test("within tolerance when only a declared one does", () => {
    const statement: Statement = { periods: { "2002-Q4": { ...q4, Pd: { ...q4.Pd, produced: "51,900 oz" } } }, tolerances: { "Pd.produced": "0.5 %" } };
    const report = reconcile(statement);
    expect(checkOf(statement, "2002-Q4 Pd produced").verdict).toBe("within tolerance");
    expect(report.verdict).toBe("consistent");
    expect(report.hangsOnTolerance).toBe(true);
    expect(report.witness?.verify()).toBe(true);
    expect(report.notes.join(" ")).toContain("only within the tolerances declared");
  });

  test("not checkable when a figure was not printed, with what the report leaves it", () => {
    const check = checkOf({ periods: { "2002-Q4": { ore: "1,165,388 t", Pd: { recovery: "74.0%", produced: "52,067 oz" } } } }, "2002-Q4 Pd produced");
    expect(check).toMatchObject({ verdict: "not checkable", missing: ["2002-Q4.Pd.grade"] });
    expect(check.missingImplied.map(String)).toEqual(["1.8765 to 1.8792 g/t"]);
    expect(check.sentence).toBe(
      "2002-Q4 Pd produced: not checkable, since 2002-Q4.Pd.grade was not printed; the report as a whole leaves it 1.8765 to 1.8792 g/t.",
    );
  });
});

describe("what is checked", () => {
  test("contained metal, where it was printed, and then the recovery from it", () => {
    const { checks } = reconcile({
      periods: { "2002": { ore: "1,000 t", Au: { grade: "10.0 g/t", contained: "321.5 oz", recovery: "90.0%", produced: "289.4 oz" } } },
    });
    expect(checks.map(({ name, verdict }) => [name, verdict])).toEqual([["2002 Au produced", "agrees"], ["2002 Au contained", "agrees"]]);
    expect(checks[0]?.figures).toEqual(["2002.Au.produced", "2002.Au.contained", "2002.Au.recovery"]);
  });

  test("operating days that the report states, in place of the calendar's", () => {
    const check = checkOf({ periods: { "2002-Q4": { ore: "1,080,000 t", throughput: "12,000 t/d", days: "90 d" } } }, "2002-Q4 throughput");
    expect(check).toMatchObject({ verdict: "agrees", bases: ["the stated days"] });
  });

  test("sums over quarters, halves and year-to-dates, each against its own parts", () => {
    const produced = (text: string) => ({ Au: { produced: text } });
    const { checks } = reconcile({
      periods: {
        "2002-Q1": produced("10 oz"), "2002-Q2": produced("20 oz"), "2002-Q3": produced("30 oz"), "2002-Q4": produced("40 oz"),
        "2002-H1": produced("30 oz"), "2002-9M": produced("60 oz"), "2002": produced("100 oz"),
      },
    });
    expect(checks.filter(({ verdict }) => verdict === "agrees").map(({ name, figures }) => `${name}: ${figures.slice(1).join(" ")}`)).toEqual([
      "2002-H1 Au produced, 2 periods: 2002-Q1.Au.produced 2002-Q2.Au.produced",
      "2002-9M Au produced, 2 periods: 2002-H1.Au.produced 2002-Q3.Au.produced",
      "2002 Au produced, 2 periods: 2002-9M.Au.produced 2002-Q4.Au.produced",
    ].sort((a, b) => checks.findIndex(({ name }) => a.startsWith(name)) - checks.findIndex(({ name }) => b.startsWith(name))));
  });

  test("the whole's grade by tonnes and its recovery by metal, not by a simple mean", () => {
    const half = (ore: string, grade: string, recovery: string) => ({ ore, Au: { grade, recovery } });
    const statement: Statement = {
      periods: {
        "2002-H1": { ...half("1,000 t", "1.00 g/t", "50.0%") }, "2002-H2": { ...half("3,000 t", "5.00 g/t", "90.0%") }, "2002": { ore: "4,000 t", Au: { grade: "3.00 g/t" } },
      },
    };
    const check = checkOf(statement, "2002 Au head grade, by tonnes");
    expect(check).toMatchObject({ kind: "weighted mean", verdict: "contradicts" });
    expect(String(check.recomputed)).toBe("4 g/t");
    expect(reconcile(statement).verdict).toBe("contradictory");
  });

  test("areas that make up the operation", () => {
    const mine = (ore: string) => ({ periods: { "2002": { ore } } });
    const right = reconcile({ periods: { "2002": { ore: "300 t" } }, areas: { North: mine("100 t"), South: mine("200 t") } });
    const wrong = reconcile({ periods: { "2002": { ore: "310 t" } }, areas: { North: mine("100 t"), South: mine("200 t") } });
    expect(right.checks.map(({ name, verdict }) => [name, verdict])).toEqual([["2002 ore milled, 2 areas", "agrees"]]);
    expect(wrong.verdict).toBe("contradictory");
    expect(wrong.conflicts[0]?.figures.map(({ address }) => address).sort()).toEqual(["2002.ore", "North/2002.ore", "South/2002.ore"]);
  });

  test("an area that printed nothing of a metal leaves the sum open, and is not accused", () => {
    const report = reconcile({
      periods: { "2002": { Au: { produced: "300 oz" } } },
      areas: { North: { periods: { "2002": { Au: { produced: "100 oz" } } } }, South: { periods: { "2002": { ore: "5 t" } } } },
    });
    expect(report.verdict).toBe("consistent");
    expect(String(report.implied("South/2002.Au.produced"))).toBe("199 to 201 oz");
  });

  test("of one fact printed several times, the later prints against the first, and against each other where they contradict", () => {
    const fact = (figure: string) => ({ period: "2002", item: "ore", figure }) as const;
    expect(reconcile({ facts: [fact("1.17 Mt"), fact("1,156,388 t")] }).verdict).toBe("contradictory");
    const { checks, conflicts } = reconcile({ facts: [fact("5 t"), fact("5.2 t"), fact("6 t")] });
    expect(checks.map(({ name, printed, verdict, onlyAtATie }) => [name, printed?.text, verdict, onlyAtATie])).toEqual([
      ["2002 ore milled, print 2 of 3", "5.2 t", "within rounding", false], ["2002 ore milled, print 3 of 3", "6 t", "within rounding", true],
      ["2002 ore milled, print 3 of 3 against print 2", "6 t", "contradicts", false],
    ]);
    const three = reconcile({ facts: [fact("1,165,388 t"), fact("1.17 Mt"), fact("1.2 Mt")] });
    expect(three.checks.map(({ sentence }) => sentence)).toEqual([
      "2002 ore milled, print 2 of 3: 1,165,388 t prints as 1.17 Mt.", "2002 ore milled, print 3 of 3: 1,165,388 t prints as 1.2 Mt.",
    ]);
    expect(conflicts[0]?.ties).toEqual([]);
    expect(conflicts[0]?.sentence).toBe("These 2 figures cannot both be right as printed: 2002.ore 5.2 t; 2002.ore 6 t; they are prints of one fact.");
  });
});

describe("how a figure was printed", () => {
  const statement = (ore: Statement["periods"] extends infer P ? P extends Readonly<Record<string, infer F>> ? F : never : never, more: Statement = {}): Statement =>
    ({ periods: { "2002-H1": { ore: "1,000 t" }, "2002-H2": { ore: "1,000 t" }, "2002": ore }, ...more });

  test("decides: truncated parts make a total that rounding does not", () => {
    expect(reconcile(statement({ ore: "2,001.5 t" })).verdict).toBe("contradictory");
    expect(reconcile(statement({ ore: "2,001.5 t" }, { rounding: "truncated" })).verdict).toBe("consistent");
  });

  test("decides: zeros that were not printed as digits", () => {
    expect(reconcile(statement({ ore: "2,400 t" })).verdict).toBe("contradictory");
    expect(reconcile(statement({ ore: "2,400 t" }, { zeros: "not-significant" })).verdict).toBe("consistent");
    expect(reconcile(statement({ ore: { printed: "2,400 t", zeros: "not-significant" } })).verdict).toBe("contradictory");
  });

  test("open ends that only touch contradict", () => {
    const periods = { "2002-H1": { ore: "1 t" }, "2002-H2": { ore: "1 t" } };
    expect(reconcile({ periods: { ...periods, "2002": { ore: { printed: "3 t", rounding: "exact" } } } }).verdict).toBe("consistent");
    expect(reconcile({ rounding: "half-up", periods: { ...periods, "2002": { ore: { printed: "3 t", rounding: "exact" } } } }).verdict).toBe("contradictory");
  });

  test.each<[string, Statement["tolerances"], string]>([
    ["a share, by item", { ore: "1 %" }, "consistent"],
    ["a share that is too small", { ore: "0.1 %" }, "contradictory"],
    ["an amount, by address", { "2002.ore": "20 t" }, "consistent"],
    ["an amount in another unit", { "2002.ore": "0.02 kt" }, "consistent"],
  ])("and a tolerance widens it: %s", (_, tolerances, verdict) => {
    expect(reconcile(statement({ ore: "2,015 t" }, { tolerances: tolerances! })).verdict).toBe(verdict);
  });

  test("points of a recovery are an amount", () => {
    const period = (tolerance: string) => reconcile({
      periods: { "2002": { ore: "1,000,000 t", Au: { grade: "1.000 g/t", recovery: { printed: "90.0%", tolerance }, produced: "29,121 oz" } } },
    }).verdict;
    expect([period("0.5 pp"), period("0.5 %"), period("0.6 pp")]).toEqual(["consistent", "contradictory", "consistent"]);
  });

  test("a recovery above 100 % is legal, and noted", () => {
    const report = reconcile({ periods: { "2002": { ore: "1,000 t", Au: { grade: "1.0 g/t", recovery: "104%", produced: "33 oz" } } } });
    expect(report.verdict).toBe("consistent");
    expect(report.notes).toEqual(["2002.Au.recovery is 104%: above 100 %, as metal from an inventory can make it."]);
  });
});

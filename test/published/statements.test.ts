/**
 * The thirty published reports, stated in the words of the trade: every figure of each stands in a statement, the verdict is what is known of the report, the
 * checks that contradict are those known to fail and no others, and what is known to have happened comes first among the hypotheses.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { HypothesisKind } from "../../src/diagnosis/hypothesis.ts";
import type { PeriodFigures, Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Report } from "../../src/statement/report.ts";

const FOLDER = new URL("statements/", import.meta.url);

function statementOf(name: string): Statement {
  return (JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as { readonly statement: Statement }).statement;
}

/** What is known of a report that cannot be right as printed. */
interface Known {
  /** The checks that fail, with what else would make them hold. */
  readonly fails?: Readonly<Record<string, readonly string[]>>;
  /** The ties of the report's own that fail. */
  readonly broken?: readonly string[];
  /** The reading under which all of it holds. */
  readonly holdsIf?: readonly string[];
  /** What happened, as one of the first hypotheses says it: the kind, the address, and the text that it should have had. */
  readonly repairs?: readonly (readonly [kind: HypothesisKind, address: string, reads?: string])[];
}

const ZEROS = "the zeros are not significant";
const TRUNCATED = "the figures were truncated";
const PAYABLE = "the metal produced is payable metal";

function perOperatingDay(days: string): string {
  return `the rate is per operating day, ${days} d of the 92`;
}

function payable(share: string): string {
  return `what was printed is payable metal, ${share}% of that produced`;
}

const CONTRADICTORY: Readonly<Record<string, Known>> = {
  // A headline in round thousands.
  "aurizon-casa-berardi-2010": {
    fails: { "2010 Au produced, printed twice": [ZEROS] }, holdsIf: [ZEROS], repairs: [["zeros-not-significant", "2010.Au.produced"]],
  },
  // Kilograms rounded to the ten, ounces of gold truncated; equivalents and changes computed from others than those printed.
  "avino-2013-q1": {
    fails: {
      "2013-Q1 Ag produced, printed twice": [ZEROS],
      "2013-Q1 Au produced, printed twice": [TRUNCATED],
      "2013-Q1 AgEq produced, from its metals": [ZEROS, TRUNCATED],
      "change of bulk concentrate Ag grade from 2012-Q4 to 2013-Q1": [TRUNCATED],
      "change of Ag produced from 2012-Q4 to 2013-Q1": [ZEROS],
    },
    repairs: [
      ["zeros-not-significant", "2013-Q1.Ag.produced"], ["truncated", "2013-Q1.Au.produced"],
      ["computed-from-rounded", "change of throughput from 2012-Q4 to 2013-Q1"],
    ],
  },
  // The table gives what low-grade zircon contains, and the prose its tonnes.
  "base-titanium-2019-q2": { fails: { "2019-Q2 low-grade zircon produced, printed twice": [] } },
  "coeur-palmarejo-2017-q3": { fails: { "2016-Q4 AgEq sold, from its metals": [TRUNCATED] }, holdsIf: [TRUNCATED] },
  // What was drummed is not what was recovered: the circuit keeps some.
  "era-ranger-2009-q1": {
    fails: { "2009-Q1 U3O8 produced": [payable("95.9 to 99.5")] }, holdsIf: [PAYABLE], repairs: [["payable-for-produced", "2009-Q1.U3O8.produced"]],
  },
  "fortuna-2020-q3": {
    fails: {
      "Caylloma, 2019-Q3 throughput": [perOperatingDay("89.948 to 90.010")],
      "Caylloma, 2020-Q3 throughput": [perOperatingDay("89.955 to 90.032")],
      "San Jose, 2019-Q3 throughput": [perOperatingDay("87.997 to 88.028")],
      "San Jose, 2020-Q3 throughput": [perOperatingDay("86.974 to 87.005")],
    },
    holdsIf: ["rates are per operating day"],
    repairs: [["operating-days", "Caylloma/2020-Q3.throughput"], ["operating-days", "San Jose/2020-Q3.throughput"]],
  },
  "galaxy-mt-cattlin-2020": {
    fails: { "Pilbara Minerals, FY2024 spodumene concentrate produced, 4 periods": [ZEROS, TRUNCATED] }, holdsIf: [ZEROS, TRUNCATED],
    repairs: [["zeros-not-significant", "Pilbara Minerals/2023-Q3.spodumene concentrate.mass"]],
  },
  "great-panther-topia-2017-q1": {
    broken: ["zinc of 2016 is not under half of that of 2015"], repairs: [["point-for-comma", "2016.Zn.produced", "1,496 t"]],
  },
  "imperial-metals-2017": {
    broken: ["fewer ounces of gold than a hundredth of the pounds of copper"], repairs: [["factor-of-a-thousand", "2017.Au.produced", "81.425 thousand oz"]],
  },
  // Ounces restated without gold locked in the circuit, and neither tons nor grade nor recovery with them.
  "kirkland-lake-fy2014-q2": {
    fails: { "FY2014-Q2 Au produced": [payable("87.9 to 90.5")] }, holdsIf: [PAYABLE], repairs: [["payable-for-produced", "FY2014-Q2.Au.produced"]],
  },
  "nap-2006-q2": { fails: { "2005-Q2 Pd produced": [TRUNCATED] }, holdsIf: [TRUNCATED] },
  // One digit of September's total; and a waste to ore ratio on three bases.
  "paladin-langer-heinrich-2015-q1": {
    fails: {
      "2015-Q1 strip ratio (waste to ore and low-grade ore)": ["the strip ratio is waste mined + low-grade ore mined over ore mined"],
      "FY2015-9M strip ratio (waste to ore and low-grade ore)": ["the strip ratio is waste mined over ore mined"],
      "2014-Q3 total material mined, its parts": [],
      "FY2015-9M total material mined, 3 periods": [],
    },
    repairs: [["digit-changed", "2014-Q3.mined", "5,059,495 t"]],
  },
  "urenergy-2016-q3": {
    fails: { "2016-9M U3O8 solution concentration, by volume": [TRUNCATED] }, holdsIf: [TRUNCATED, "rates are per operating day"],
    repairs: [["simple-mean", "2016-9M.U3O8.concentration"]],
  },
  "us-silver-galena-2010-reserves": {
    fails: { "Reserves/Silver-copper veins/Proven + Probable, 2010-12-31 Ag contained, printed twice": [TRUNCATED] }, holdsIf: [TRUNCATED],
    repairs: [["truncated", "Reserves/Silver-copper veins/Proven + Probable/2010-12-31.Ag.contained"]],
  },
  "wesdome-eagle-river-history": {
    fails: { "2007 Au produced": [], "2013 Au produced": [], "1990-01-01/2013-12-31 Au produced": [TRUNCATED] },
    repairs: [["truncated", "1990-01-01/2013-12-31.Au.yield"]],
  },
};

const CONSISTENT = [
  "first-majestic-2019-q1", "gem-diamonds-letseng-2016-q3", "gold-resource-2023-q4", "goldfields-southdeep-2020-q2", "lundin-gold-2025-q3", "mandalay-2021-q1",
  "nap-2003-q3", "nap-2004-q1", "nap-2012-fy", "stillwater-2013-q3", "surge-ootsa-resource", "syrah-balama-2021-q4", "thompson-creek-2016-q2",
  "trevali-santander-2014-q1", "western-areas-2014-q4",
];

function failing({ checks }: Report): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(checks.flatMap(({ name, verdict, holdsIf }) => (verdict === "contradicts" ? [[name, holdsIf]] : [])));
}

function firstOf(report: Report): readonly (readonly [string, string, string | undefined])[] {
  return report.conflicts.flatMap(({ hypotheses }) => hypotheses.filter(({ rank }) => rank === 1))
    .flatMap(({ kind, figures }) => figures.map(({ name, reads }) => [kind, name, reads] as const));
}

describe("a published report, in the words of the trade", () => {
  test("is one of thirty", () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(".json", "")).sort();
    expect(files).toEqual([...CONSISTENT, ...Object.keys(CONTRADICTORY)].sort());
    expect(files).toHaveLength(30);
  });

  test.each([...CONSISTENT, ...Object.keys(CONTRADICTORY)])("%s is stated whole: each of its figures stands there as printed", (name) => {
    const { figures } = JSON.parse(readFileSync(new URL(`reports/${name}.json`, import.meta.url), "utf8")) as { readonly figures: readonly { readonly as_printed: string }[] };
    const printed = (texts: readonly string[]): readonly string[] => texts.map((text) => /\d(?:[\d.,]| (?=\d))*/.exec(text)?.[0] ?? text).sort();
    const stated: string[] = [];
    JSON.stringify(statementOf(name), (key, value: unknown) => {
      if (typeof value === "string" && key !== "tie" && /^[^{]*\d/.test(value)) stated.push(value);
      return value;
    });
    const left = [...printed(stated)];
    const missing = printed(figures.map((figure) => figure.as_printed)).filter((text) => {
      const at = left.indexOf(text);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    expect(missing).toEqual([]);
  });

  test.each([...CONSISTENT, ...Object.keys(CONTRADICTORY)])("%s is told in lines of 80 columns", (name) => {
    const lines = String(reconcile(statementOf(name))).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(CONSISTENT)("%s is consistent, with a witness", (name) => {
    const report = reconcile(statementOf(name));
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(failing(report)).toEqual({});
    expect(report.statedTies.filter(({ verdict }) => verdict !== "holds")).toEqual([]);
  });

  test.each(Object.entries(CONTRADICTORY))("%s contradicts where it is known to, and nowhere else", (name, { fails = {}, broken = [], holdsIf = [], repairs = [] }) => {
    const report = reconcile(statementOf(name));
    expect(report.verdict).toBe("contradictory");
    expect(failing(report)).toEqual(fails);
    expect(report.statedTies.flatMap(({ name: tie, verdict }) => (verdict === "holds" ? [] : [tie]))).toEqual(broken);
    expect(report.holdsIf).toEqual(holdsIf);
    const first = firstOf(report);
    for (const [kind, address, reads] of repairs) {
      expect(first.some((one) => one[0] === kind && one[1] === address && (reads === undefined || one[2] === reads)), `${kind} ${address}`).toBe(true);
    }
  });
});

/** Payable metal stated as if it were the metal produced. */
function asProduced(statement: Statement): Statement {
  return JSON.parse(JSON.stringify(statement).replaceAll('"payable":', '"produced":').replaceAll(".payable\"", ".produced\"")) as Statement;
}

describe("what a report means by a word decides", () => {
  test.each([["nap-2012-fy", 2], ["thompson-creek-2016-q2", 8]])("%s: payable metal stated as produced contradicts, and says that it holds if payable", (name, count) => {
    const report = reconcile(asProduced(statementOf(name)));
    expect(report.verdict).toBe("contradictory");
    const fails = Object.entries(failing(report)).filter(([check]) => check.endsWith(" produced"));
    expect(fails).toHaveLength(count);
    for (const [check, holdsIf] of fails) expect(holdsIf[0], check).toMatch(/^what was printed is payable metal/);
    const kinds = new Set(report.conflicts.map(({ hypotheses }) => hypotheses[0]?.kind));
    expect([...kinds]).toEqual(["payable-for-produced"]);
  });

  test("ounces per ton are of the short ton, or more silver would be paid for than was made", () => {
    const statement = statementOf("trevali-santander-2014-q1");
    const ties = ["{2014-Q1.Ag.payable} <= {2014-Q1.Ag.produced}"];
    expect(reconcile({ ...statement, ties }).verdict).toBe("consistent");
    expect(reconcile({ ...statement, ties, read: { "oz/t": "oz/tonne" } }).verdict).toBe("contradictory");
  });

  test("a rate per operating day accuses nobody where the report says so", () => {
    const report = reconcile({ ...statementOf("fortuna-2020-q3"), bases: { days: "operating" } });
    expect(report.verdict).toBe("consistent");
    expect(failing(report)).toEqual({});
    expect(String(report.implied("San Jose/2020-Q3.days"))).toBe("86.974 to 87.005 d");
  });

  test.each([
    ["era-ranger-2009-q1", "U3O8", "2009-Q1"],
    ["kirkland-lake-fy2014-q2", "Au", "FY2014-Q2"],
  ] as const)("%s: metal left in the circuit accuses nobody where it is stated as a stock", (name, metal, period) => {
    const stocks = { "in circuit": { metal, in: ["recovered"], out: ["produced"], periods: { [period]: {} } } } as const;
    const report = reconcile({ ...statementOf(name), stocks });
    expect(report.verdict).toBe("consistent");
    expect(report.witness?.verify()).toBe(true);
    expect(failing(report)).toEqual({});
  });

  test("a headline whose zeros do not count restates", () => {
    const statement = statementOf("aurizon-casa-berardi-2010");
    const year = statement.periods?.["2010"];
    const produced = ["141,116 oz", { printed: "141,000 oz", zeros: "not-significant" }] as const;
    expect(reconcile({ ...statement, periods: { ...statement.periods, 2010: { ...year, Au: { ...year?.Au, produced } } } }).verdict).toBe("consistent");
  });

  test("what a product weighs and what it contains are two facts", () => {
    const statement = statementOf("base-titanium-2019-q2");
    const { zircon, ...quarter } = statement.periods?.["2019-Q2"] ?? {};
    const products: PeriodFigures["products"] = {
      zircon: { mass: "7,063 t", zircon: { recovery: "76 %" } }, "low-grade zircon": { mass: "4,000 t", zircon: { contained: "347 t" } },
    };
    const periods = { ...statement.periods, "2019-Q2": { ...quarter, products } };
    const report = reconcile({ ...statement, periods, changes: [] });
    expect(zircon?.recovery).toBe("76 %");
    expect(report.verdict).toBe("consistent");
    expect(String(report.implied("2019-Q2.low-grade zircon.zircon.grade"))).toBe("8.661 to 8.689%");
  });

  test("the right total is all that ails September", () => {
    const text = JSON.stringify(statementOf("paladin-langer-heinrich-2015-q1")).replace("5,058,495 t", "5,059,495 t");
    expect(Object.keys(failing(reconcile(JSON.parse(text) as Statement)))).toEqual([
      "2015-Q1 strip ratio (waste to ore and low-grade ore)", "FY2015-9M strip ratio (waste to ore and low-grade ore)",
    ]);
  });

  test("equivalents at each period's own prices are not added", () => {
    const report = reconcile(statementOf("gold-resource-2023-q4"));
    expect(report.notes).toContain("AuEq is not added over periods: it adds only where one ratio holds for all of them, and none was stated that does.");
    expect(report.checks.filter(({ kind }) => kind === "equivalent").map(({ name, verdict }) => [name, verdict])).toEqual([
      ["2023-Q4 AuEq produced, from its metals", "agrees"], ["2023 AuEq produced, from its metals", "agrees"],
    ]);
  });
});

/** What reconciling promises, on reports that were printed from true values. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHeadgradeError } from "../../src/error.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Fact, Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Report } from "../../src/statement/report.ts";

type Printed = Fact & { readonly figure: string };

interface Truth {
  readonly facts: readonly Printed[];
  /** The true values by address, in the unit of the figures. */
  readonly values: ReadonlyMap<string, Ratio>;
  readonly isTruncated: boolean;
}

const QUARTERS = ["2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4"] as const;
const DAYS: Readonly<Record<string, number>> = { "2002-Q1": 90, "2002-Q2": 91, "2002-Q3": 92, "2002-Q4": 92, "2002-H1": 181, "2002-H2": 184, "2002": 365 };
const WHOLES = [["2002-H1", ["2002-Q1", "2002-Q2"]], ["2002-H2", ["2002-Q3", "2002-Q4"]], ["2002", ["2002-H1", "2002-H2"]]] as const;
const GRAMS_PER_OUNCE = "31.1034768";

/** Two mines with true ore, metal and recovery by quarter, printed by quarter, half and year, each figure to places of its own; some figures left out. */
const truths: fc.Arbitrary<Truth> = fc.record({
  quarters: fc.array(fc.record({
    ore: fc.integer({ min: 1, max: 2_000_000_000 }), grade: fc.integer({ min: 0, max: 9_999_999 }), recovery: fc.integer({ min: 1, max: 1_050_000 }),
  }), { minLength: 8, maxLength: 8 }),
  places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }),
  kept: fc.array(fc.constantFrom(true, true, true, true, false), { minLength: 120, maxLength: 120 }),
  isTruncated: fc.boolean(),
}).map(({ quarters, places, kept, isTruncated }) => {
  const values = new Map<string, Ratio>();
  const facts: Printed[] = [];
  const amounts = new Map<string, { ore: Ratio; contained: Ratio; produced: Ratio }>();
  for (const [index, { ore, grade, recovery }] of quarters.entries()) {
    const tonnes = Ratio.of(ore).times("1e-3");
    const contained = tonnes.times(Ratio.of(grade).times("1e-6"));
    amounts.set(`${index < 4 ? "North" : "South"}/${QUARTERS[index % 4]!}`, { ore: tonnes, contained, produced: contained.times(Ratio.of(recovery).times("1e-6")) });
  }
  const total = (parts: readonly string[]): { ore: Ratio; contained: Ratio; produced: Ratio } => parts.map((part) => amounts.get(part)!)
    .reduce((all, one) => ({ ore: all.ore.plus(one.ore), contained: all.contained.plus(one.contained), produced: all.produced.plus(one.produced) }));
  for (const area of ["North", "South"]) for (const [whole, parts] of WHOLES) amounts.set(`${area}/${whole}`, total(parts.map((part) => `${area}/${part}`)));
  for (const period of Object.keys(DAYS)) amounts.set(period, total([`North/${period}`, `South/${period}`]));
  for (const [where, { ore, contained, produced }] of amounts) {
    const [period = "", area] = where.split("/").reverse();
    const say = (item: Fact["item"], value: Ratio, unit: string, least: number): void => {
      const metal = item === "ore" || item === "throughput" ? {} : { metal: "Au" as const };
      values.set(`${where}.${"metal" in metal ? "Au." : ""}${item}`, value);
      const at = values.size;
      const text = `${value.toFixed({ places: least + places[at % places.length]! }, isTruncated ? "floor" : "half-even")} ${unit}`;
      if (kept[at % kept.length]!) facts.push({ ...(area === undefined ? {} : { area }), period, ...metal, item, figure: text });
    };
    say("ore", ore, "t", 0);
    say("throughput", ore.dividedBy(DAYS[period]!), "t/d", 0);
    say("grade", contained.dividedBy(ore), "g/t", 1);
    say("contained", contained.dividedBy(GRAMS_PER_OUNCE), "oz", 0);
    if (!contained.isZero) say("recovery", produced.dividedBy(contained).times(100), "%", 0);
    say("produced", produced.dividedBy(GRAMS_PER_OUNCE), "oz", 0);
  }
  return { facts, values, isTruncated };
}).filter(({ facts }) => facts.length > 0);

const rounding = ({ isTruncated }: Truth): Statement => (isTruncated ? { rounding: "truncated" } : {});

describe("a report printed from true values", () => {
  test("is consistent, with a witness that prints as it was printed", () => {
    fc.assert(fc.property(truths, (truth) => {
      const report = reconcile({ facts: truth.facts, ...rounding(truth) });
      expect([report.verdict, report.reason, report.conflicts.map(String)]).toEqual(["consistent", undefined, []]);
      expect(report.witness?.verify()).toBe(true);
      expect(report.checks.filter(({ verdict }) => verdict === "contradicts").map(String)).toEqual([]);
    }), { seed: 21, numRuns: 60 });
  });

  test("implies nothing that shuts the truth out", () => {
    fc.assert(fc.property(truths, (truth) => {
      const report = reconcile({ facts: truth.facts, ...rounding(truth) });
      for (const [address, value] of truth.values) if (report.addresses.includes(address)) expect(inUnitOf(report, address, value), address).toBe(true);
    }), { seed: 22, numRuns: 30 });
  });

  test("is the same report in whatever order its facts stand", () => {
    const shuffles = truths.chain((truth) => fc.tuple(fc.constant(truth), fc.shuffledSubarray([...truth.facts], { minLength: truth.facts.length })));
    fc.assert(fc.property(shuffles, ([truth, shuffled]) => {
      const [one, other] = [reconcile({ facts: truth.facts, ...rounding(truth) }), reconcile({ facts: shuffled, ...rounding(truth) })];
      expect(other.verdict).toBe(one.verdict);
      expect([...other.checks.map(({ name, verdict }) => `${name}: ${verdict}`)].sort()).toEqual([...one.checks.map(({ name, verdict }) => `${name}: ${verdict}`)].sort());
    }), { seed: 23, numRuns: 15 });
  });

  test("contradicts once a total is far from its parts, by figures that cannot hold by themselves", () => {
    fc.assert(fc.property(truths, (truth) => {
      const at = (fact: Fact): boolean => fact.area === undefined && fact.period === "2002" && fact.item === "ore";
      const parts = truth.facts.filter(({ area, period, item }) => area !== undefined && period === "2002" && item === "ore");
      if (!truth.facts.some(at) || parts.length < 2) return;
      const facts = truth.facts.map((fact) => (at(fact) ? { ...fact, figure: "99999999 t" } : fact));
      const report = reconcile({ facts, ...rounding(truth) });
      expect(report.verdict).toBe("contradictory");
      expect(report.conflicts.length).toBeGreaterThan(0);
      for (const { figures } of report.conflicts) {
        const alone = facts.filter((fact) => figures.some(({ address }) => address === addressOf(fact)));
        expect(reconcile({ facts: alone, ...rounding(truth) }).verdict).toBe("contradictory");
      }
    }), { seed: 24, numRuns: 20 });
  });
});

describe("anything else for a statement", () => {
  const keys = fc.constantFrom("periods", "areas", "facts", "tolerances", "operation", "rounding", "2002", "2002-Q4", "North", "ore", "Pd", "grade", "printed", "period", "item", "figure", "metal", "area", "__proto__", "toString");
  const leaves = fc.constantFrom<unknown>("5 t", "1.8 g/t", "2002", "ore", "Pd", "-", "", 5, null, undefined, true, Number.NaN, "5 ton", "half-up", [], () => 5, Symbol("x"), 5n);
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5, depthIdentifier: "tree" }, leaves, fc.array(tie("tree"), { maxLength: 3 }), fc.array(fc.tuple(keys, tie("tree")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))),
  }));

  test("is read or refused, with every problem named, and nothing else", () => {
    const statements = fc.oneof(
      tree, tree.map((periods) => ({ periods })), tree.map((figures) => ({ periods: { 2002: figures } })),
      tree.map((fact) => ({ facts: [fact], tolerances: fact })),
    );
    fc.assert(fc.property(statements, (statement) => {
      try {
        expect(String(reconcile(statement as Statement))).not.toBe("");
      } catch (error) {
        expect(isHeadgradeError(error) && error.code, String(error)).toBe("invalid-statement");
      }
    }), { seed: 25, numRuns: 1500 });
  });
});

function inUnitOf(report: Report, address: string, value: Ratio): boolean {
  const { interval, unit, kind } = report.implied(address);
  expect([kind, unit]).not.toEqual(["mass", "kg"]);
  return interval.contains(value);
}

function addressOf({ area, period, metal, item }: Fact): string {
  return `${area === undefined ? "" : `${area}/`}${period}.${metal === undefined ? "" : `${metal}.`}${item}`;
}

/** The two-product balance: any three of its five figures, exactly, and the tight interval of printed ones. */
import { describe, expect, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { twoProduct, type TwoProductFigures } from "../../src/formula/two-product.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction, grade, mass, throughput } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("a balance from three assays", () => {
  test("is exact", () => {
    const balance = twoProduct({ feed: "10 %", concentrate: "30 %", tailings: "1 %" });
    expect(balance.recovery.exact.equals("2700/29")).toBe(true);
    expect(balance.massPull.exact.equals("900/29")).toBe(true);
    expect(balance.tailingsLoss.exact.equals("200/29")).toBe(true);
    expect(balance.ratioOfConcentration.exact.equals("29/9")).toBe(true);
    expect(String(balance.enrichmentRatio)).toBe("3");
    expect([balance.recovery.role, balance.massPull.role]).toEqual(["recovery", "massPull"]);
    expect("tonnage" in balance).toBe(false);
    expect(Object.isFrozen(balance)).toBe(true);
  });

  test("takes assays in different units", () => {
    const mixed = twoProduct({ feed: "1.5 g/t", concentrate: "0.006 %", tailings: "300 ppb" });
    const plain = twoProduct({ feed: "1.5 g/t", concentrate: "60 g/t", tailings: "0.3 g/t" });
    expect(mixed.recovery.equals(plain.recovery)).toBe(true);
    expect(String(mixed.concentrate)).toBe("0.006%");
  });

  test("a barren tailing is a full recovery", () => {
    expect(String(twoProduct({ feed: "1 %", concentrate: "20 %", tailings: "0 %" }).recovery)).toBe("100%");
  });

  test.each([
    [{ feed: "290 t/h" }, ["290 t/h", "90 t/h", "200 t/h"]], [{ concentrate: "9 kt" }, ["29 kt", "9 kt", "20 kt"]], [{ tailings: "20 st/d" }, ["29 st/d", "9 st/d", "20 st/d"]],
  ] as const)("one tonnage gives the others: %o", (tonnage, expected) => {
    const { feed, concentrate, tailings } = twoProduct({ feed: "10 %", concentrate: "30 %", tailings: "1 %", tonnage }).tonnage;
    expect([feed, concentrate, tailings].map(String)).toEqual(expected);
  });

  test("a tonnage keeps its kind for the compiler", () => {
    const lot = twoProduct({ feed: "10 %", concentrate: "30 %", tailings: "1 %", tonnage: { feed: mass("29 dmt") } }).tonnage.concentrate;
    expect(String(lot.times(grade("30 %")))).toBe("2.7 t");
    const flow = twoProduct({ feed: "10 %", concentrate: "30 %", tailings: "1 %", tonnage: { feed: throughput("29 t/h") } }).tonnage.concentrate;
    expect(String(flow.to("t/d"))).toBe("216 t/d");
  });
});

describe("any three of the five figures", () => {
  const whole = { feed: "2 %", concentrate: "25 %", tailings: "27/125 %", massPull: "7.2 %", recovery: "90 %" };
  const names = ["feed", "concentrate", "tailings", "massPull", "recovery"] as const;
  const triples = names.flatMap((a, i) => names.slice(i + 1).flatMap((b, j) => names.slice(i + j + 2).map((c) => [a, b, c] as const)));
  // 0.2155... % exactly: what the recovery leaves.
  const tailings = grade(Ratio.of("0.2").dividedBy("0.928"), "%");

  test("there are ten such triples", () => {
    expect(triples).toHaveLength(10);
  });

  test.each(triples)("%s, %s and %s", (...triple) => {
    const given = Object.fromEntries(triple.map((name) => [name, name === "tailings" ? tailings : whole[name]])) as TwoProductFigures;
    const balance = twoProduct(given);
    expect([balance.feed, balance.concentrate, balance.massPull, balance.recovery].map(String)).toEqual(["2%", "25%", "7.2%", "90%"]);
    expect(balance.tailings.equals(tailings)).toBe(true);
    expect([balance.enrichmentRatio, balance.tailingsLoss].map(String)).toEqual(["12.5", "10%"]);
    expect(balance.ratioOfConcentration.exact.equals("125/9")).toBe(true);
  });

  test("the ratio of concentration may stand for the mass pull", () => {
    expect(String(twoProduct({ feed: "2 %", concentrate: "25 %", ratioOfConcentration: "20 1" }).recovery)).toBe("62.5%");
  });

  test("a missing assay comes in the unit of the feed", () => {
    expect(String(twoProduct({ feed: "20,000 g/t", concentrate: "25 %", recovery: "100 %" }).tailings)).toBe("0 g/t");
    expect(String(twoProduct({ tailings: "0.1 %", concentrate: "250,000 ppm", massPull: "4 %" }).feed)).toBe("1.096%");
  });
});

describe("printed figures", () => {
  const printed = { feed: figure("grade", "1.0 %"), concentrate: figure("grade", "10.0 %"), tailings: figure("grade", "0.2 %") };

  test("leave the recovery a tight interval", () => {
    const { recovery } = rangeOf(twoProduct, printed);
    // c (f - t) / (f (c - t)) at its extreme corners, by hand.
    const at = (f: string, c: string, t: string): Ratio =>
      Ratio.of(c).times(Ratio.of(f).minus(t)).dividedBy(Ratio.of(f).times(Ratio.of(c).minus(t))).times(100);
    expect(recovery.low.exact.equals(at("0.95", "10.05", "0.25"))).toBe(true);
    expect(recovery.high.exact.equals(at("1.05", "9.95", "0.15"))).toBe(true);
    expect([recovery.low, recovery.high].map((end) => end.format({ places: 4 }))).toEqual(["75.5639%", "87.0262%"]);
  });

  test("no values that print so leave the intervals, and their ends are reached: brute force", () => {
    const balance = rangeOf(twoProduct, { ...printed, tonnage: { feed: figure("mass", "120 t") } });
    const steps = (from: string, to: string): Ratio[] => [0, 1, 2, 3, 4].map((at) => Ratio.of(from).plus(Ratio.of(to).minus(from).times(at).dividedBy(4)));
    const seen = new Map<string, { low: Ratio; high: Ratio }>();
    const see = (name: string, value: Ratio): void => {
      const { low, high } = seen.get(name) ?? { low: value, high: value };
      seen.set(name, { low: value.isLessThan(low) ? value : low, high: value.isGreaterThan(high) ? value : high });
    };
    for (const f of steps("0.95", "1.05")) for (const c of steps("9.95", "10.05")) for (const t of steps("0.15", "0.25")) for (const ore of steps("119.5", "120.5")) {
      const one = twoProduct({ feed: grade(f, "%"), concentrate: grade(c, "%"), tailings: grade(t, "%"), tonnage: { feed: mass(ore, "t") } });
      for (const name of ["recovery", "massPull", "tailingsLoss", "ratioOfConcentration", "enrichmentRatio"] as const) see(name, one[name].exact);
      for (const name of ["concentrate", "tailings"] as const) see(`tonnage ${name}`, one.tonnage[name].exact);
    }
    for (const name of ["recovery", "massPull", "tailingsLoss", "ratioOfConcentration", "enrichmentRatio"] as const) {
      const { low, high } = balance[name].interval;
      expect([low?.equals(seen.get(name)!.low), high?.equals(seen.get(name)!.high)], name).toEqual([true, true]);
    }
    for (const name of ["concentrate", "tailings"] as const) {
      const { low, high } = balance.tonnage![name].interval;
      expect([low?.equals(seen.get(`tonnage ${name}`)!.low), high?.equals(seen.get(`tonnage ${name}`)!.high)], name).toEqual([true, true]);
    }
  });

  test("that allow a feed as poor as the tailings are refused", () => {
    expect(() => rangeOf(twoProduct, { feed: figure("grade", "1 %"), concentrate: figure("grade", "10 %"), tailings: figure("grade", "1 %") })).toThrow(refused("out-of-range", "tailings"));
  });
});

describe("what cannot be balanced is refused with the reason", () => {
  const assays = { feed: "1 %", concentrate: "10 %", tailings: "0.2 %" };
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a contaminant", () => twoProduct({ feed: "20 %", concentrate: "10 %", tailings: "30 %" }), "out-of-range", ["^concentrate is 10%", "depleted", "massPull"]],
    ["a concentrate poorer than the feed", () => twoProduct({ ...assays, concentrate: "0.9 %" }), "out-of-range", ["^concentrate is 0.9%", "more than the feed, 1%"]],
    ["a concentrate like the feed", () => twoProduct({ ...assays, concentrate: "1 %" }), "out-of-range", ["^concentrate is 1%"]],
    ["tailings richer than the feed", () => twoProduct({ ...assays, tailings: "1.2 %" }), "out-of-range", ["^tailings is 1.2%", "less than the feed, 1%"]],
    ["equal assays", () => twoProduct({ feed: "1 %", concentrate: "1 %", tailings: "1 %" }), "out-of-range", ["assay the same"]],
    ["tailings richer than the concentrate", () => twoProduct({ concentrate: "1 %", tailings: "2 %", massPull: "5 %" }), "out-of-range", ["^tailings is 2%", "concentrate, 1%"]],
    ["negative tailings", () => twoProduct({ ...assays, tailings: "-0.1 %" }), "out-of-range", ["^tailings is -0.1%", "less than nothing"]],
    ["a concentrate above the pure metal", () => twoProduct({ ...assays, concentrate: "101 %" }), "out-of-range", ["^concentrate is 101%"]],
    ["more metal in the concentrate than in the feed", () => twoProduct({ feed: "1 %", concentrate: "20 %", massPull: "6 %" }), "out-of-range", ["^tailings", "above 100 %"]],
    ["a concentrate that would have to exceed the whole", () => twoProduct({ feed: "30 %", massPull: "10 %", recovery: "90 %" }), "out-of-range", ["^concentrate is 270%"]],
    ["a recovery above 100 %", () => twoProduct({ feed: "1 %", concentrate: "20 %", recovery: "101 %" }), "out-of-range", ["^recovery is 101%"]],
    ["all the mass in the concentrate", () => twoProduct({ feed: "1 %", concentrate: "20 %", massPull: "100 %" }), "out-of-range", ["^massPull is 100 %"]],
    ["a ratio of concentration of one", () => twoProduct({ feed: "1 %", concentrate: "20 %", ratioOfConcentration: "1 1" }), "out-of-range", ["^ratioOfConcentration is 1"]],
    ["mass pull and its reciprocal", () => twoProduct({ feed: "1 %", massPull: "5 %", ratioOfConcentration: "20 1" }), "wrong-kind", ["reciprocal"]],
    ["two figures", () => twoProduct({ feed: "1 %", concentrate: "20 %" }), "wrong-kind", ["Exactly three", "2 are given"]],
    ["four figures", () => twoProduct({ ...assays, recovery: "80 %" }), "wrong-kind", ["Exactly three", "4 are given"]],
    ["a recovery of all that is not in barren tailings", () => twoProduct({ tailings: "0 %", massPull: "5 %", recovery: "100 %" }), "division-by-zero", ["Give another of the five"]],
    ["two tonnages", () => twoProduct({ ...assays, tonnage: { feed: "1 t", tailings: "1 t" } }), "wrong-kind", ["^tonnage is given for feed and tailings"]],
    ["no tonnage of the one asked for", () => twoProduct({ ...assays, tonnage: {} }), "wrong-kind", ["^tonnage is empty"]],
    ["a feed that weighs nothing", () => twoProduct({ ...assays, tonnage: { feed: "0 t/h" } }), "division-by-zero", ["^tonnage.feed is 0 t/h"]],
    ["wet tonnes", () => twoProduct({ ...assays, tonnage: { feed: "5 wmt" } }), "basis-mismatch", ["^tonnage.feed is 5 wmt", "dryMass"]],
    ["a grade for a tonnage", () => twoProduct({ ...assays, tonnage: { feed: grade("5 g/t") as never } }), "wrong-kind", ["mass or a throughput", "5 g/t"]],
    ["bare tons", () => twoProduct({ ...assays, tonnage: { feed: "100 tph" } }), "ambiguous-unit", ["short tons per hour"]],
    ["a payability for a recovery", () => twoProduct({ feed: "1 %", concentrate: "20 %", recovery: fraction("90 %").as("payability") as never }), "role-mismatch", ["^recovery"]],
    ["an assay without a unit", () => twoProduct({ ...assays, feed: "1" }), "missing-unit", ["^feed"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

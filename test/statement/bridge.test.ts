import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { bridge, type Bridge } from "../../src/statement/bridge.ts";
import type { PeriodFigures, Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";
import { shownBy } from "../support/notebook.ts";

const report = reconcile(LAC_DES_ILES);
const change = bridge(report, "2002-Q3", "2002-Q4");
const told = ({ effects }: Bridge): readonly string[] => effects.map(({ name, value }) => `${name} ${value.format({ places: 4 })}`);
const sumOf = (all: readonly { readonly value: { readonly exact: Ratio } }[]): Ratio => all.reduce((sum, { value }) => sum.plus(value.exact), Ratio.zero);

describe("the third to the fourth quarter at Lac des Iles", () => {
  test("is ore, grade and recovery on the printed numbers, which add up exactly", () => {
    expect(told(change)).toEqual(["ore -1,975.8293 oz", "grade 1,393.1477 oz", "recovery 1,487.8790 oz"]);
    expect(change.together.value.format({ places: 4 })).toBe("905.1974 oz");
    expect(sumOf(change.effects).equals(change.together.value.exact)).toBe(true);
  });

  test("leaves a remainder that rounding accounts for", () => {
    expect(String(change.printed?.value)).toBe("899 oz");
    expect(String(change.printed?.interval)).toBe("[898, 900]");
    expect(change.unexplained?.value.format({ places: 4 })).toBe("-6.1974 oz");
    expect(change.isWithinRounding).toBe(true);
  });

  test("has all its ore in the rate, since both quarters have 92 days", () => {
    expect(change.effect("days")?.value.exact.isZero).toBe(true);
    expect(change.effect("rate")?.value.exact.equals(change.effect("ore")!.value.exact)).toBe(true);
    expect(change.notes[0]).toBe("2002-Q3: 13,161 t/d over 92 d is 1,210,812 t, and 1,210,799 t was printed and taken.");
  });

  test("is the same the other way round, with the signs changed", () => {
    const back = bridge(report, "2002-Q4", "2002-Q3");
    expect(back.effects.map(({ value }) => String(value.exact.negated()))).toEqual(change.effects.map(({ value }) => String(value.exact)));
    expect(back.effects.map(({ interval }) => String(interval.negated()))).toEqual(change.effects.map(({ interval }) => String(interval)));
  });

  test("is read by any spelling of the periods, and of the metal by name", () => {
    expect(told(bridge(report, "Q3 2002", "Q4, 2002", { metal: "Pd" }))).toEqual(told(change));
  });

  test("is a table for a terminal, in Node and in a notebook", () => {
    expect(String(change)).toBe(`Lac des Iles: Pd produced, 2002-Q3 to 2002-Q4, oz
  ore          -1,975.8   (-1,983 to -1,969)
    days            0.0
    rate       -1,975.8   (-1,983 to -1,969)
  grade        +1,393.1   (1,113 to 1,673)
  recovery     +1,487.9   (1,413 to 1,563)
  together       +905.2   (555 to 1,255)
  unexplained      -6.2   (-357 to 345)
  printed        +899.0   (898 to 900)
The rounding of the figures accounts for what is unexplained.
Note. 2002-Q3: 13,161 t/d over 92 d is 1,210,812 t, and 1,210,799 t was printed
  and taken.
Note. 2002-Q4: 12,667 t/d over 92 d is 1,165,364 t, and 1,165,388 t was printed
  and taken.`);
    const shown = change as unknown as Record<symbol, () => unknown>;
    expect(shown[Symbol.for("nodejs.util.inspect.custom")]!()).toBe(String(change));
    expect(shownBy(change)["text/plain"]).toBe(String(change));
    expect(faultsOf(shownBy(change)["text/html"])).toEqual([]);
    expect(Object.prototype.toString.call(change)).toBe("[object Bridge]");
  });

  test("is plain data as JSON", () => {
    const data = JSON.parse(JSON.stringify(change)) as Record<string, unknown>;
    expect(data).toMatchObject({ operation: "Lac des Iles", metal: "Pd", from: "2002-Q3", to: "2002-Q4", unit: "oz", isWithinRounding: true });
    expect(data["effects"]).toHaveLength(3);
  });
});

describe("what was not printed", () => {
  test("is taken from what the report implies, and said so", () => {
    const first = bridge(report, "2002-Q1", "2002-Q2");
    expect(first.notes).toEqual([
      "2002-Q1.Pd.grade was not printed: the report leaves it 1.9049 to 1.9078 g/t, and its middle, 1.90634, was taken.",
      "2002-Q2.Pd.grade was not printed: the report leaves it 2.0015 to 2.0044 g/t, and its middle, 2.00295, was taken.",
    ]);
    expect(first.effect("days")?.value.exact.sign).toBe(1);
    expect(sumOf(first.effect("ore")!.parts).equals(first.effect("ore")!.value.exact)).toBe(true);
  });

  test("and is not implied either is an error that names it", () => {
    const bare = reconcile({ periods: { "2002-Q3": { Pd: { produced: "51,168 oz" } }, "2002-Q4": QUARTERS["2002-Q4"] } });
    expect(() => bridge(bare, "2002-Q3", "2002-Q4", { metal: "Pd" })).toThrow(expect.objectContaining({
      code: "unknown-address", facts: { missing: ["2002-Q3.ore", "2002-Q3.Pd.grade", "2002-Q3.Pd.recovery"] },
    }));
  });

  test("of the metal produced leaves nothing to be called unexplained", () => {
    const quarters = { "2002-Q3": { ore: "100 t", Au: { grade: "5.0 g/t", recovery: "90 %" } }, "2002-Q4": { ore: "100 t", Au: { grade: "6.0 g/t", recovery: "90 %" } } };
    const own = bridge(reconcile({ periods: quarters }), "2002-Q3", "2002-Q4");
    expect(told(own)).toEqual(["ore 0.0000 oz", "grade 2.8936 oz", "recovery 0.0000 oz"]);
    expect([own.printed, own.unexplained, own.isWithinRounding]).toEqual([undefined, undefined, undefined]);
    expect(String(own)).toContain("The change was not printed, so nothing can be said of what is unexplained.");
  });
});

const TWO_MINES: Statement = {
  operation: "Two mines",
  areas: {
    North: { periods: { 2001: mine("1,000 t", "10.0 g/t", "90 %"), 2002: mine("500 t", "10.0 g/t", "90 %") } },
    South: { periods: { 2001: mine("1,000 t", "2.0 g/t", "90 %"), 2002: mine("1,500 t", "2.0 g/t", "90 %") } },
  },
  periods: { 2001: { Au: { produced: "10,800 g" } }, 2002: { Au: { produced: "7,200 g" } } },
};

function mine(ore: string, grade: string, recovery: string): PeriodFigures {
  return { ore, Au: { grade, recovery } };
}

describe("two mines", () => {
  test("that mill the same in all differ by their mix alone", () => {
    const mixed = bridge(reconcile(TWO_MINES), "2001", "2002");
    expect(mixed.effects.map(({ name, value }) => `${name} ${String(value)}`)).toEqual(["ore 0 g", "mix -3,600 g", "grade 0 g", "recovery 0 g"]);
    expect(Object.entries(mixed.effect("mix")!.areas).map(([area, { value }]) => `${area} ${String(value)}`)).toEqual(["North -4,500 g", "South 900 g"]);
    expect([String(mixed.printed?.value), mixed.unexplained?.value.exact.isZero, mixed.isWithinRounding]).toEqual(["-3,600 g", true, true]);
    expect(String(mixed)).toContain("  mix          -3,600.0   (-3,689 to -3,511)\n    North      -4,500.0");
  });

  test("whose metal was printed mine by mine alone are compared with its sum", () => {
    const printed = (metal: string, ore: string): PeriodFigures => ({ ore, Au: { grade: "10.0 g/t", recovery: "90 %", produced: metal } });
    const areas = { North: { periods: { 2001: printed("290 oz", "1,000 t"), 2002: printed("580 oz", "2,000 t") } }, South: { periods: { 2001: printed("290 oz", "1,000 t"), 2002: printed("290 oz", "1,000 t") } } };
    expect(String(bridge(reconcile({ areas }), "2001", "2002").printed?.value)).toBe("290 oz");
  });

  test("have each a bridge of their own, whose grade and recovery add up to those of both", () => {
    const both = reconcile({
      areas: {
        North: { periods: { 2001: mine("1,000 t", "10.0 g/t", "90 %"), 2002: mine("700 t", "11.0 g/t", "91 %") } },
        South: { periods: { 2001: mine("1,200 t", "2.0 g/t", "80 %"), 2002: mine("1,500 t", "2.5 g/t", "85 %") } },
      },
    });
    const whole = bridge(both, "2001", "2002");
    const own = ["North", "South"].map((area) => bridge(both, "2001", "2002", { area }));
    for (const name of ["grade", "recovery"] as const) expect(sumOf(own.map((one) => one.effect(name)!)).equals(whole.effect(name)!.value.exact)).toBe(true);
    const tonnes = sumOf([whole.effect("ore")!, whole.effect("mix")!]);
    expect(sumOf(own.map((one) => one.effect("ore")!)).equals(tonnes)).toBe(true);
    expect(sumOf(whole.effects).equals(whole.together.value.exact)).toBe(true);
  });

  test("of which one milled nothing yet take its later grade for both years", () => {
    const opened = reconcile({
      areas: {
        North: { periods: { 2001: mine("1,000 t", "10.0 g/t", "90 %"), 2002: mine("1,000 t", "10.0 g/t", "90 %") } },
        South: { periods: { 2001: { ore: "0 t" }, 2002: mine("1,000 t", "2.0 g/t", "90 %") } },
      },
    });
    const added = bridge(opened, "2001", "2002");
    expect(added.notes).toEqual(["South/2001: nothing was milled, and grade and recovery are taken as in the other period."]);
    expect(String(added.together.value.to("g"))).toBe("1,800 g");
  });

  test("can be told without their mix", () => {
    const whole = reconcile({ ...TWO_MINES, periods: { 2001: mine("2,000 t", "6.0 g/t", "90 %"), 2002: mine("2,000 t", "4.0 g/t", "90 %") } });
    expect(bridge(whole, "2001", "2002", { areas: [] }).effects.map(({ name }) => name)).toEqual(["ore", "grade", "recovery"]);
    expect(bridge(whole, "2001", "2002").effects.map(({ name }) => name)).toEqual(["ore", "mix", "grade", "recovery"]);
  });

  test("that make up a complex are its parts, whatever else there is", () => {
    const complex = reconcile({
      areas: { ...TWO_MINES.areas, Complex: { periods: {} }, Other: { periods: { 2001: mine("100 t", "1.0 g/t", "90 %"), 2002: mine("100 t", "1.0 g/t", "90 %") } } },
      parts: { Complex: ["North", "South"], operation: ["Complex", "Other"] },
    });
    expect(Object.keys(bridge(complex, "2001", "2002", { area: "Complex", metal: "Au" }).effect("mix")!.areas)).toEqual(["North", "South"]);
  });
});

describe("plan and actual", () => {
  const plan = reconcile({ operation: "Lac des Iles", periods: { "2002-Q4": { ore: "1,242,000 t", Pd: { grade: "1.90 g/t", recovery: "75.0%", produced: "56,900 oz" } } } });

  test("are bridged like two periods", () => {
    const missed = bridge({ plan, actual: report }, "2002-Q4");
    expect([missed.from, missed.to]).toEqual(["2002-Q4 plan", "actual"]);
    expect(told(missed)).toEqual(["ore -3,468.2555 oz", "grade -576.6660 oz", "recovery -731.4646 oz"]);
    expect(String(missed)).toContain("Lac des Iles: Pd produced, 2002-Q4 plan to actual, oz");
  });
});

describe("a wrong call", () => {
  test.each<[string, () => unknown, string, string]>([
    ["of a period that is not there", () => bridge(report, "2002-Q3", "2003-Q4"), "unknown-address", 'This report has no period "2003-Q4": did you mean "2002-Q4"?'],
    ["of no period", () => bridge(report, "2002-Q3", undefined as never), "malformed-period", "Cannot read undefined as a period"],
    ["of an area that is not there", () => bridge(report, "2002-Q3", "2002-Q4", { area: "North" }), "unknown-address", 'This report has no area "North".'],
    ["of a metal without grades", () => bridge(report, "2002-Q3", "2002-Q4", { metal: "Cu" }), "unknown-address", "A bridge needs 2002-Q3.Cu.grade, 2002-Q3.Cu.recovery"],
    ["with an unknown option", () => bridge(report, "2002-Q3", "2002-Q4", { metals: "Cu" } as never), "unknown-option", 'Unknown option "metals" of a bridge'],
    ["of a report without metal", () => bridge(reconcile({ periods: { 2001: { ore: "5 t" }, 2002: { ore: "5 t" } } }), "2001", "2002"), "unknown-address", "has no metal in 2002"],
  ])("%s says what to do", (_, call, code, message) => {
    expect(call).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) as string }));
  });

  test("that could mean several metals lists them", () => {
    const year = { ore: "1,000 t", Au: { grade: "10.0 g/t", recovery: "90 %" }, Ag: { grade: "50 g/t", recovery: "60 %" } };
    const two = reconcile({ periods: { 2001: year, 2002: year } });
    expect(() => bridge(two, "2001", "2002")).toThrow('The report can bridge several metals: name one of Ag, Au, as { metal: "Ag" }.');
  });
});

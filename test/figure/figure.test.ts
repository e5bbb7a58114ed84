/** Figures: what they keep of a text, what they admit, and what they refuse. */
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { figure, type Figure } from "../../src/figure/figure.ts";
import { figureFromJSON, figureOf } from "../../src/figure/input.ts";
import type { FigureOptions } from "../../src/figure/options.ts";
import type { RoundingRule } from "../../src/figure/rounding.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { duration, fraction, grade, mass } from "../../src/quantity/constructors.ts";
import type { Kind } from "../../src/quantity/kind.ts";
import { refusalOf } from "./refusal.ts";
import { shownBy } from "../support/notebook.ts";

describe("a figure", () => {
  test("keeps its text, and knows its value, unit, last place and rule", () => {
    const ore = figure("mass", "1,165,388 t");
    expect([ore.text, ore.kind, String(ore.quantity), String(ore.interval)]).toEqual(["1,165,388 t", "mass", "1,165,388 t", "[1165387.5, 1165388.5]"]);
    expect([ore.lastPlace, ore.rule, ore.hedge, ore.zerosSignificant]).toEqual([0, "nearest", undefined, true]);
    expect(figure("grade", "1.88 g/t").lastPlace).toBe(-2);
  });

  test("is not the figure with one digit less, though the number is the same", () => {
    expect(String(figure("fraction", "74.0 %").interval)).toBe("[73.95, 74.05]");
    expect(String(figure("fraction", "74 %").interval)).toBe("[73.5, 74.5]");
    expect(String(figure("fraction", "0.740 1").interval)).toBe("[0.7395, 0.7405]");
  });

  test("takes the unit of its column when the text has none", () => {
    expect(String(figure("mass", "1,165,388", { unit: "t" }).quantity)).toBe("1,165,388 t");
    expect(String(figure("mass", "5 oz", { unit: "t" }).quantity)).toBe("5 oz");
    expect(String(figure("mass", "5", { unit: "ton", read: { ton: "st" } }).quantity)).toBe("5 st");
    expect(String(figure("mass", "1.165,5 t", { decimalMark: "," }).interval)).toBe("[1165.45, 1165.55]");
    expect(figure("mass", "5", { unit: "dmt" }).quantity.basis).toBe("dry");
  });

  test("loosens trailing zeros when told that they do not count", () => {
    const loose = figure("mass", "1,200 t", { zeros: "not-significant" });
    expect([String(loose.interval), loose.lastPlace, loose.zerosSignificant]).toEqual(["[1150, 1250]", 2, false]);
    expect(String(figure("mass", "100 t", { zeros: "not-significant" }).interval)).toBe("[95, 150]");
    expect(String(figure("mass", "1.00 t", { zeros: "not-significant" }).interval)).toBe("[0.995, 1.005]");
    expect(String(figure("mass", "about 1,200 t", { zeros: "significant" }).interval)).toBe("[1199.5, 1200.5]");
    expect(String(figure("mass", "1,200 t", { zeros: "not-significant", rounding: "truncated" }).interval)).toBe("[1200, 1300)");
  });

  test("is rounded to the significant digits that the caller names", () => {
    const two: FigureOptions = { significantDigits: 2 };
    const intervals = {
      "100 t": "[99.5, 105]", "110 t": "[105, 115]", "99 t": "[98.5, 99.5]", "10 t": "[9.95, 10.5]", "1.0 t": "[0.995, 1.05]", "0.10 t": "[0.0995, 0.105]",
      "0.100 t": "[0.0995, 0.105]", "1,200 t": "[1150, 1250]", "-100 t": "[-105, -99.5]", "1.2 million t": "[1150000, 1250000]", "1 million t": "[500000, 1500000]",
    };
    expect(Object.keys(intervals).map((text) => [text, String(figure("mass", text, two).interval)])).toEqual(Object.entries(intervals));
    expect([figure("mass", "100 t", two).lastPlace, figure("mass", "100 t", two).zerosSignificant]).toEqual([1, false]);
  });

  test("claims no digit that was not printed, however many significant ones are named", () => {
    expect(String(figure("mass", "5 t", { significantDigits: 3 }).interval)).toBe("[4.5, 5.5]");
    expect(String(figure("mass", "1 t", { significantDigits: 3 }).interval)).toBe("[0.5, 1.5]");
    expect(String(figure("mass", "0 t", { significantDigits: 3 }).interval)).toBe("[-0.5, 0.5]");
  });

  test("has its interval in other units and in the base unit, exactly", () => {
    const ore = figure("mass", "1.17 Mt");
    expect(String(ore.intervalIn("t"))).toBe("[1165000, 1175000]");
    expect(String(ore.intervalIn("Mt"))).toBe("[1.165, 1.175]");
    expect(String(ore.inBase)).toBe("[1165000000000, 1175000000000]");
    expect(String(figure("grade", "0.050 oz/st", { rounding: "truncated" }).intervalIn("g/t"))).toBe("[12/7, 306/175)");
    expect(refusalOf(() => ore.intervalIn("oz/t" as "oz")).code).toBe("unknown-unit");
    expect(refusalOf(() => ore.intervalIn("dmt")).code).toBe("basis-mismatch");
  });

  test("admits the true values that would print so, in any unit", () => {
    const ore = figure("mass", "1.17 Mt");
    expect([ore.admits(mass("1,165,388 t")), ore.admits("1,165,000 t"), ore.admits("1,164,999 t"), ore.admits("1175 kt")]).toEqual([true, true, false, true]);
    expect(figure("fraction", "74.0 %").admits(fraction("74.04 %").as("recovery"))).toBe(true);
    expect(figure("mass", "over 50,000 oz").admits("50,000 oz")).toBe(false);
    expect(refusalOf(() => ore.admits(grade("1.88 g/t") as never)).code).toBe("wrong-kind");
    expect(refusalOf(() => figure("mass", "5 dmt").admits("5 wmt")).code).toBe("basis-mismatch");
  });

  test("prints a recomputed value when its rounding gives the very digits", () => {
    const rounded: Record<Exclude<RoundingRule, "exact">, readonly boolean[]> = {
      "nearest": [true, true, true, false, false],
      "half-up": [true, true, false, false, false],
      "half-away": [true, true, false, false, false],
      "half-even": [true, true, true, false, false],
      "truncated": [false, true, true, true, false],
      "nearest-or-truncated": [true, true, true, true, false],
    };
    for (const [rule, expected] of Object.entries(rounded)) {
      const printed = figure("grade", "1.88 g/t", { rounding: rule as RoundingRule });
      expect([rule, ["1.875", "1.884", "1.885", "1.8899", "1.89"].map((value) => printed.prints(grade(value, "g/t")))]).toEqual([rule, expected]);
    }
    expect(figure("mass", "over 50,000 oz").prints("50,412 oz")).toBe(true);
    expect(figure("mass", "about 1,200 t").prints("1,163 t")).toBe(true);
  });

  test("of an exact count admits the count alone, and is printed by what rounds to it", () => {
    const days = figure("duration", "92 d");
    expect([days.admits(duration("92 d")), days.admits("91.98 d"), days.prints("91.98 d"), days.prints("91.4 d")]).toEqual([true, false, true, false]);
  });
});

describe("a count of days", () => {
  test("is exact unless it is hedged, has decimals, or the caller says otherwise", () => {
    const rules = (text: string, options?: FigureOptions): string => `${figure("duration", text, options).rule} ${String(figure("duration", text, options).interval)}`;
    expect(rules("92 d")).toBe("exact [92, 92]");
    expect(rules("90 days")).toBe("exact [90, 90]");
    expect(rules("365", { unit: "d" })).toBe("exact [365, 365]");
    expect(rules("92.5 d")).toBe("nearest [92.45, 92.55]");
    expect(rules("92.0 d")).toBe("nearest [91.95, 92.05]");
    expect(rules("about 90 days")).toBe("nearest [85, 95]");
    expect(rules("average 92 days")).toBe("nearest [91.5, 92.5]");
    expect(rules("over 90 days")).toBe("nearest (90, inf)");
    expect(rules("92 d", { rounding: "nearest" })).toBe("nearest [91.5, 92.5]");
    expect(rules("90 d", { zeros: "not-significant" })).toBe("nearest [85, 95]");
    expect(rules("1 thousand days")).toBe("nearest [500, 1500]");
    expect(rules("2,208 h")).toBe("nearest [2207.5, 2208.5]");
  });
});

describe("a figure as a value", () => {
  const recovery = figure("fraction", "74.0", { unit: "%", rounding: "half-even" });

  test("prints as its text, and shows its interval to a console or a notebook", () => {
    expect(String(recovery)).toBe("74.0");
    expect(inspect(recovery)).toBe('Figure "74.0": [73.95, 74.05] %');
    expect(shownBy(recovery)).toEqual({
      "text/plain": 'Figure "74.0": [73.95, 74.05] %',
      "text/markdown": "74.0 as printed: the true value lies in \\[73.95, 74.05\\]%",
      "text/html": '<span class="headgrade">74.0 as printed: the true value lies in [73.95, 74.05]%</span>',
    });
    expect(Object.prototype.toString.call(recovery)).toBe("[object Figure]");
  });

  test("comes back from its JSON", () => {
    const json = JSON.stringify(recovery);
    expect(json).toBe('{"kind":"fraction","text":"74.0","unit":"%","rounding":"half-even"}');
    const back = figureFromJSON(JSON.parse(json), "fraction");
    expect([String(back), String(back.interval), back.rule, JSON.stringify(back)]).toEqual(["74.0", "[73.95, 74.05]", "half-even", json]);
    const full: FigureOptions = {
      rounding: "truncated", zeros: "not-significant", scale: "'000", unit: "ton", decimalMark: ",", read: { ton: "st" },
    };
    expect(figureFromJSON(JSON.parse(JSON.stringify(figure("mass", "1.200", full)))).toJSON()).toEqual({ kind: "mass", text: "1.200", ...full });
  });

  test("refuses < and +", () => {
    expect(refusalOf(() => Number(recovery)).code).toBe("not-comparable");
  });

  test("does not change when the options that made it do", () => {
    const options = { unit: "ton", read: { ton: "st" } };
    const made = figure("mass", "5", options);
    options.read.ton = "lt";
    expect(made.toJSON()).toEqual({ kind: "mass", text: "5", unit: "ton", read: { ton: "st" } });
  });
});

describe("what stands for a figure", () => {
  test("is the figure itself or its text", () => {
    const ore = figure("mass", "1.17 Mt");
    expect(figureOf("mass", ore)).toBe(ore);
    expect(String(figureOf("mass", "1.17", { unit: "Mt" }).interval)).toBe("[1.165, 1.175]");
  });

  test("may come from the other copy of the package", () => {
    const foreign = { [Symbol.toStringTag]: "Figure", toJSON: () => ({ kind: "mass", text: "1.17 Mt" }) };
    expect(String(figureOf("mass", foreign as unknown as Figure<"mass">).interval)).toBe("[1.165, 1.175]");
  });

  test("is of the kind asked for", () => {
    const { code, message } = refusalOf(() => figureOf("mass", figure("grade", "1.88 g/t") as unknown as Figure<"mass">));
    expect([code, message]).toEqual(["wrong-kind", 'Expected a mass and got the figure "1.88 g/t", a grade.']);
    for (const json of [{ kind: "grade", text: "1.88 g/t" }, { kind: "mass" }, { text: "5 t" }, null, "5 t"]) {
      expect(refusalOf(() => figureFromJSON(json, "mass")).code).toBe("wrong-kind");
    }
  });
});

describe("a wrong figure", () => {
  const refused = (kind: Kind, text: unknown, options?: unknown): string => {
    const { code, message } = refusalOf(() => figure(kind, text as string, options as FigureOptions));
    return `${code}: ${message}`;
  };

  test("is a number in place of its text", () => {
    expect(refused("fraction", 74)).toBe(
      'malformed-figure: A figure is read from its text, and this is 74: 74.0 and 74 are the same number and different figures, so pass the text, such as "74.0 %".',
    );
    for (const given of [74n, undefined, null, {}, Ratio.one, mass("5 t")]) expect(refused("mass", given)).toMatch(/^malformed-figure: .*pass the text/);
  });

  test("is a text without a number", () => {
    expect(refused("mass", "gold")).toBe(
      'malformed-figure: Cannot read "gold" as a figure: expected a number as printed, with its unit, such as "1,165,388 t", "74.0 %", "(12) %" or "approximately 1.2 million oz".',
    );
    for (const text of ["t", "over t", "$", "()", "(,) t", "x5 t", "approximately n/a", "- 2 t"]) expect([text, refused("mass", text)]).toEqual([text, expect.stringMatching(/^malformed-figure/)]);
  });

  test("has digits that are no number", () => {
    expect(refused("mass", "1,23,4 t")).toMatch(/^malformed-number: .*decimalMark/);
  });

  test("has no unit, an unknown one, or one of two meanings", () => {
    expect(refused("fraction", "74.0")).toMatch(/^missing-unit: .*write "74\.0 %"/);
    expect(refused("mass", "5 bags")).toMatch(/^unknown-unit: Unknown mass unit "bags"/);
    expect(refused("mass", "1,234 (1)")).toMatch(/^unknown-unit/);
    expect(refused("mass", "5 ton")).toMatch(/^ambiguous-unit: .*"st" for the short ton/);
    expect(refused("grade", "5", { unit: "oz/t" })).toMatch(/^ambiguous-unit/);
  });

  test("is of no known kind", () => {
    expect(refused("length" as Kind, "5 m")).toBe(
      'wrong-kind: Unknown kind of figure "length": use one of mass, grade, fraction, throughput, duration, volume, density, concentration, specificVolume, volumeFlow, money, price.',
    );
    expect(refused("toString" as Kind, "5 m")).toMatch(/^wrong-kind/);
  });

  test("has an option that nobody knows", () => {
    expect(refused("mass", "5 t", { rounding: "up" })).toBe(
      'unknown-option: Unknown value "up" of the option rounding: use one of nearest | half-up | half-away | half-even | truncated | nearest-or-truncated | exact.',
    );
    expect(refused("mass", "5 t", { digits: 2 })).toBe(
      'unknown-option: Unknown option "digits" of a figure: use one of rounding | zeros | significantDigits | scale | unit | decimalMark | read.',
    );
    for (const options of [{ zeros: "no" }, { decimalMark: ";" }, { unit: 5 }, { scale: 1000 }, { scale: "" }, { read: "st" }, 7, null, "t"]) {
      expect([options, refused("mass", "5 t", options)]).toEqual([options, expect.stringMatching(/^unknown-option/)]);
    }
    for (const significantDigits of [0, -1, 1.5, "2", 1e9]) expect(refused("mass", "5 t", { significantDigits })).toMatch(/^out-of-range: significantDigits must be/);
  });

  test("has more digits than it was said to be rounded to", () => {
    expect(refused("mass", "123 t", { significantDigits: 2 })).toBe(
      'malformed-figure: "123 t" has more than 2 significant digits, so it was not rounded to that many: leave significantDigits out, or give the number printed.',
    );
  });

  test("is too long, and says so at once", () => {
    for (const text of ["9".repeat(1_000_000), "(".repeat(1_000_000), "about ".repeat(200_000), " ".repeat(1_000_000) + "5 t", "5 t" + "*".repeat(1_000_000)]) {
      expect(refused("mass", text)).toMatch(/^too-large: .*at most 1250 characters/);
    }
    expect(refused("mass", "5 t".padStart(1200, "("))).toMatch(/^malformed-figure/);
    expect(refused("mass", `${"9".repeat(1001)} t`)).toMatch(/^too-large/);
    expect(refused("mass", "1e999999999 t")).toMatch(/^too-large/);
  });
});

/** What printed figures promise, on numbers that nobody chose: the true value lies in the interval, and whatever lies in the interval prints so. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figure, type Figure } from "../../src/figure/figure.ts";
import type { FigureOptions } from "../../src/figure/options.ts";
import type { RoundingRule } from "../../src/figure/rounding.ts";
import { sameFact } from "../../src/figure/same-fact.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Rounding } from "../../src/number/rounding.ts";

/** How a report that follows the rule may round. */
const ROUNDINGS: Readonly<Record<Exclude<RoundingRule, "exact">, readonly Rounding[]>> = {
  "nearest": ["half-up", "half-even", "half-away"],
  "half-up": ["half-up"],
  "half-away": ["half-away"],
  "half-even": ["half-even"],
  "truncated": ["toward-zero"],
  "nearest-or-truncated": ["half-away", "toward-zero"],
};

// Ties and short decimals are common among these, as well as fractions without end.
const values = fc.oneof(
  fc.tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(1, 2, 20, 200, 2000)).map(([n, d]) => Ratio.of(n).dividedBy(d)),
  fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]) => Ratio.fraction(n, d)),
);
const rules = fc.constantFrom(...(Object.keys(ROUNDINGS) as (keyof typeof ROUNDINGS)[]))
  .chain((rule) => fc.constantFrom(...ROUNDINGS[rule]).map((rounding) => ({ rule, rounding })));
const notZero = values.filter((value) => !value.isZero);
// Where between the ends of an interval a value lies, the ends themselves left out.
const betweens = fc.integer({ min: 1, max: 999 }).map((n) => Ratio.of(n).dividedBy(1000));

function printsAsBefore({ interval, rule, text }: Figure, between: Ratio, print: (value: Ratio, rounding: Rounding) => string): boolean {
  const inside = interval.low!.plus(interval.width!.times(between));
  const texts = ROUNDINGS[rule as keyof typeof ROUNDINGS].map((rounding) => print(inside, rounding));
  // Printing keeps the sign of a negative that rounds to zero, or not; the figure is the same.
  return texts.some((each) => each === text || each === text.replace(/^-(?=0(\.0*)? t$)/, ""));
}

describe("a figure printed at a decimal place", () => {
  test("holds the value that it was printed from, and every value inside prints so", () => {
    fc.assert(fc.property(values, fc.integer({ min: 0, max: 4 }), rules, betweens, (value, places, { rule, rounding }, between) => {
      const print = (each: Ratio, how: Rounding): string => `${each.toFixed({ places }, how)} t`;
      const printed = figure("mass", print(value, rounding), { rounding: rule });
      expect(printed.interval.contains(value)).toBe(true);
      expect(printsAsBefore(printed, between, print)).toBe(true);
    }));
  });

  test("holds it in a column of thousands", () => {
    fc.assert(fc.property(values, fc.integer({ min: 0, max: 2 }), rules, betweens, (value, places, { rule, rounding }, between) => {
      const print = (each: Ratio, how: Rounding): string => each.dividedBy(1000).toFixed({ places }, how);
      const printed = figure("mass", print(value, rounding), { rounding: rule, scale: "'000", unit: "t" });
      expect(printed.interval.contains(value)).toBe(true);
      expect(printsAsBefore(printed, between, print)).toBe(true);
    }));
  });
});

describe("a figure printed to significant digits", () => {
  test("holds the value that it was printed from, and every value inside prints so", () => {
    fc.assert(fc.property(notZero, fc.integer({ min: 1, max: 5 }), rules, betweens, (value, digits, { rule, rounding }, between) => {
      const print = (each: Ratio, how: Rounding): string => `${each.toFixed({ digits }, how)} t`;
      const printed = figure("mass", print(value, rounding), { rounding: rule, significantDigits: digits });
      expect(printed.interval.contains(value)).toBe(true);
      expect(printsAsBefore(printed, between, print)).toBe(true);
    }));
  });

  test("holds it when only its trailing zeros are said not to count", () => {
    const options: FigureOptions = { zeros: "not-significant" };
    fc.assert(fc.property(notZero, fc.integer({ min: 1, max: 5 }), rules, (value, digits, { rule, rounding }) => {
      const printed = figure("mass", `${value.toFixed({ digits }, rounding)} t`, { ...options, rounding: rule });
      expect(printed.interval.contains(value)).toBe(true);
    }));
  });
});

describe("prints of one value", () => {
  test("never contradict each other", () => {
    fc.assert(fc.property(values, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), rules, rules, (value, placesA, placesB, a, b) => {
      const print = (places: number, { rule, rounding }: typeof a): Figure<"mass"> => figure("mass", `${value.toFixed({ places }, rounding)} t`, { rounding: rule });
      const { verdict, interval } = sameFact(print(placesA, a), print(placesB, b));
      expect(verdict).not.toBe("contradict");
      expect(interval?.contains(value)).toBe(true);
    }));
  });
});

describe("a figure", () => {
  test("comes back from its JSON, and tells its interval the same in every unit", () => {
    fc.assert(fc.property(values, fc.integer({ min: 0, max: 4 }), (value, places) => {
      const printed = figure("mass", `${value.toFixed({ places })} oz`);
      expect(printed.intervalIn("kg").scaledBy(1000).equals(printed.inBase)).toBe(true);
      const { text, ...options } = printed.toJSON();
      expect(figure("mass", text).interval.equals(printed.interval)).toBe(true);
      expect(options).toEqual({ kind: "mass" });
    }));
  });
});

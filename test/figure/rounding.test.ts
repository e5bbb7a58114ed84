/**
 * Each rule against brute force: every value on a fine grid is rounded by a few lines that know nothing of intervals, and the interval must hold just those
 * that print so.
 */
import { describe, expect, test } from "vitest";
import { roundingInterval, significantInterval, type RoundingRule } from "../../src/figure/rounding.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { refusalOf } from "./refusal.ts";

const RULES: readonly RoundingRule[] = ["nearest", "half-up", "half-away", "half-even", "truncated", "nearest-or-truncated", "exact"];

/** The multiples of `unit` (an even number) as which the integer `x` may print. */
function printsOf(x: number, unit: number, rule: RoundingRule): readonly number[] {
  const up = Math.floor((x + unit / 2) / unit);
  const down = Math.ceil((x - unit / 2) / unit);
  const truncated = Math.trunc(x / unit);
  const coefficients: Record<RoundingRule, readonly number[]> = {
    "nearest": [up, down],
    "half-up": [up],
    "half-away": [x < 0 ? down : up],
    "half-even": [up % 2 === 0 ? up : down],
    "truncated": [truncated],
    "nearest-or-truncated": [up, down, truncated],
    "exact": x % unit === 0 ? [x / unit] : [],
  };
  return coefficients[rule].map((coefficient) => coefficient * unit + 0);
}

const GRID = 40;

describe("the interval of a value rounded at a place", () => {
  for (const rule of RULES) {
    test(`holds under "${rule}" just what prints so`, () => {
      const wrong: unknown[] = [];
      for (const lastPlace of [-2, 0, 3]) {
        const step = Ratio.scaled(1, lastPlace).dividedBy(GRID);
        for (let coefficient = -11; coefficient <= 11; coefficient++) {
          const interval = roundingInterval(Ratio.scaled(coefficient, lastPlace), lastPlace, rule);
          for (let x = (coefficient - 2) * GRID; x <= (coefficient + 2) * GRID; x++) {
            const held = interval.contains(step.times(x));
            if (held !== printsOf(x, GRID, rule).includes(coefficient * GRID)) wrong.push({ coefficient, lastPlace, x, held });
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  test("has the ends of the table in the design", () => {
    const table = (value: string): Record<string, string> => Object.fromEntries(RULES.map((rule) => [rule, String(roundingInterval(value, -2, rule))]));
    expect(table("1.88")).toEqual({
      "nearest": "[1.875, 1.885]", "half-up": "[1.875, 1.885)", "half-away": "[1.875, 1.885)", "half-even": "[1.875, 1.885]",
      "truncated": "[1.88, 1.89)", "nearest-or-truncated": "[1.875, 1.89)", "exact": "[1.88, 1.88]",
    });
    expect(table("0")).toEqual({
      "nearest": "[-0.005, 0.005]", "half-up": "[-0.005, 0.005)", "half-away": "(-0.005, 0.005)", "half-even": "[-0.005, 0.005]",
      "truncated": "(-0.01, 0.01)", "nearest-or-truncated": "(-0.01, 0.01)", "exact": "[0, 0]",
    });
    expect(table("-1.87")).toEqual({
      "nearest": "[-1.875, -1.865]", "half-up": "[-1.875, -1.865)", "half-away": "(-1.875, -1.865]", "half-even": "(-1.875, -1.865)",
      "truncated": "(-1.88, -1.87]", "nearest-or-truncated": "(-1.88, -1.865]", "exact": "[-1.87, -1.87]",
    });
  });
});

describe("the interval of a value rounded to significant figures", () => {
  // Values are told in 400ths, so that two figures below one still have an even unit.
  const ONE = 400;

  function significantPrintsOf(x: number, digits: number, rule: RoundingRule): readonly number[] {
    let leading = 3;
    while (Math.abs(x) < ONE * 10 ** leading) leading--;
    return printsOf(x, Math.round(ONE * 10 ** (leading - digits + 1)), rule);
  }

  for (const rule of RULES) {
    test(`holds under "${rule}" just what prints so`, () => {
      const wrong: unknown[] = [];
      for (const [value, digits] of [[1, 1], [2, 1], [9, 1], [10, 1], [20, 1], [100, 1], [1, 2], [10, 2], [11, 2], [99, 2], [100, 2], [110, 2]] as const) {
        const lastPlace = String(value).length - digits;
        for (const sign of [1, -1]) {
          const interval = significantInterval(sign * value, lastPlace, rule);
          const unit = ONE * 10 ** lastPlace;
          const step = unit / 400;
          for (let x = Math.max(value * ONE - 2 * unit, ONE / 10); x <= value * ONE + 2 * unit; x += step) {
            const at = sign * Math.round(x);
            const held = interval.contains(Ratio.fraction(BigInt(at), BigInt(ONE)));
            if (held !== significantPrintsOf(at, digits, rule).includes(sign * value * ONE)) wrong.push({ value: sign * value, digits, at, held });
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  test("is uneven at a power of ten and nowhere else", () => {
    expect(String(significantInterval(100, 1, "nearest"))).toBe("[99.5, 105]");
    expect(String(significantInterval(100, 2, "nearest"))).toBe("[95, 150]");
    expect(String(significantInterval(-100, 1, "half-away"))).toBe("(-105, -99.5]");
    expect(String(significantInterval("0.01", -3, "nearest"))).toBe("[0.00995, 0.0105]");
    expect(String(significantInterval(1200, 2, "nearest"))).toBe("[1150, 1250]");
    expect(String(significantInterval(110, 1, "nearest"))).toBe("[105, 115]");
  });

  test("closes the finer end at a power of ten under half-even, since the last digit there is a zero", () => {
    expect(String(significantInterval(100, 2, "half-even"))).toBe("[95, 150)");
    expect(String(significantInterval(100, 1, "half-even"))).toBe("[99.5, 105]");
  });
});

describe("a wrong call", () => {
  test("names the rules when the rule is unknown", () => {
    const { code, message } = refusalOf(() => roundingInterval(1, 0, "up" as RoundingRule));
    expect(code).toBe("unknown-option");
    expect(message).toBe('Unknown rounding rule "up": use one of nearest | half-up | half-away | half-even | truncated | nearest-or-truncated | exact.');
  });

  test("is told of a value with digits beyond its last place", () => {
    const { code, message } = refusalOf(() => roundingInterval("1.885", -2, "nearest"));
    expect(code).toBe("out-of-range");
    expect(message).toBe("1.885 has digits beyond the place 10^-2, so it was not rounded there: give the place of its last digit.");
  });

  test("is told of a last place that is no power of ten", () => {
    for (const place of [0.5, Number.NaN, 1e9]) expect(refusalOf(() => roundingInterval(1, place, "nearest")).code).toBe("out-of-range");
  });
});

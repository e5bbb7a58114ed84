/** What exact arithmetic promises, on numbers that nobody chose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";

const ratios = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([numerator, denominator]) => Ratio.of(numerator).dividedBy(denominator));

describe("ratios", () => {
  test("come back from their own text", () => {
    fc.assert(fc.property(ratios, (a) => {
      expect(Ratio.of(String(a)).equals(a)).toBe(true);
    }));
  });

  test("give back what was added, and what was multiplied", () => {
    fc.assert(fc.property(ratios, ratios, (a, b) => {
      expect(a.plus(b).minus(b).equals(a)).toBe(true);
      if (!b.equals(0)) expect(a.times(b).dividedBy(b).equals(a)).toBe(true);
    }));
  });

  test("distribute", () => {
    fc.assert(fc.property(ratios, ratios, ratios, (a, b, c) => {
      expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
    }));
  });
});

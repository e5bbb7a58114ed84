/** What exact numbers promise, on numbers that nobody chose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Rounding } from "../../src/number/rounding.ts";

// Integers of every size, and often near the edge of the doubles, where the two ways of computing meet.
const edge = BigInt(Number.MAX_SAFE_INTEGER);
const integers = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(2n ** 27n), max: 2n ** 27n }), fc.bigInt({ min: edge - 9n, max: edge + 9n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const denominators = integers.map((n) => (n === 0n ? 1n : n < 0n ? -n : n));
const pairs = fc.tuple(integers, denominators);
const ratios = pairs.map(([n, d]) => Ratio.fraction(n, d));
const roundings = fc.constantFrom<Rounding>("half-away", "half-even", "half-up", "toward-zero", "away-from-zero", "floor", "ceiling");
const finite = fc.tuple(ratios, ratios, fc.boolean(), fc.boolean()).map(([a, b, lowOpen, highOpen]) => {
  const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
  return low.equals(high) ? Interval.point(low) : Interval.between({ low, high, lowOpen, highOpen });
});
const intervals = fc.oneof(
  finite, ratios.map((low) => Interval.between({ low })), ratios.map((high) => Interval.between({ high, highOpen: true })), fc.constant(Interval.all),
);

// A number inside: a share of the way between the ends, or so far from the one there is.
const shares = fc.integer({ min: 0, max: 16 }).map((n) => Ratio.fraction(BigInt(n), 16n));
function inside(interval: Interval, share: Ratio): Ratio {
  const { low, high, width } = interval;
  const point = low !== undefined ? low.plus(width?.times(share) ?? share) : high?.minus(share) ?? share;
  if (interval.contains(point)) return point;
  return interval.middle ?? (low?.plus(1) ?? high?.minus(1) ?? point);
}

describe("ratios against fractions of bigints", () => {
  test("sums, products, quotients and order", () => {
    fc.assert(fc.property(pairs, pairs, ([a, b], [c, d]) => {
      const [x, y] = [Ratio.fraction(a, b), Ratio.fraction(c, d)];
      const sum = x.plus(y);
      expect(sum.numerator * b * d).toBe(sum.denominator * (a * d + c * b));
      const product = x.times(y);
      expect(product.numerator * b * d).toBe(product.denominator * a * c);
      expect(x.compare(y)).toBe(a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
      if (c !== 0n) expect(x.dividedBy(y).times(y).equals(x)).toBe(true);
    }), { numRuns: 1000 });
  });

  test("addition is associative and commutative, and a product of four is the product", () => {
    fc.assert(fc.property(ratios, ratios, ratios, ratios, (a, b, c, d) => {
      expect(a.plus(b).plus(c).equals(c.plus(b.plus(a)))).toBe(true);
      expect(Ratio.product(a, b, c, d).equals(d.times(c).times(b).times(a))).toBe(true);
    }), { numRuns: 500 });
  });

  test("the same number has the same text however it was come by", () => {
    fc.assert(fc.property(ratios, ratios, (a, b) => {
      expect(String(a.plus(b).minus(b))).toBe(String(a));
      expect(String(a.reduced())).toBe(String(a));
      expect(Ratio.of(String(a)).equals(a)).toBe(true);
    }));
  });

  test("rounding moves by less than a last place, by half of it at most to the nearest, and not at all twice", () => {
    fc.assert(fc.property(ratios, fc.integer({ min: -6, max: 30 }), roundings, (a, places, rounding) => {
      const rounded = a.rounded({ places }, rounding);
      const ulp = Ratio.of(`1e${String(-places)}`);
      const moved = rounded.minus(a).absolute();
      expect(moved.isLessThan(ulp)).toBe(true);
      if (rounding.startsWith("half")) expect(moved.isGreaterThan(ulp.times("0.5"))).toBe(false);
      expect(rounded.rounded({ places }, rounding).equals(rounded)).toBe(true);
      expect(Ratio.of(a.toFixed({ places }, rounding)).equals(rounded)).toBe(true);
    }), { numRuns: 500 });
  });

  test("a value to some digits has no more than those", () => {
    fc.assert(fc.property(ratios, fc.integer({ min: 1, max: 25 }), roundings, (a, digits, rounding) => {
      const text = a.toFixed({ digits }, rounding);
      const significant = text.replace(/[-.]/g, "").replace(/^0+/, "");
      expect(significant.replace(/0+$/, "").length).toBeLessThanOrEqual(digits);
      if (text.includes(".")) expect(significant.length).toBe(digits);
    }), { numRuns: 500 });
  });

  test("every finite double comes back from its ratio", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x)), (x) => {
      expect(Number(Ratio.of(x).toFixed())).toBe(x);
    }));
  });
});

describe("intervals hold every pointwise result", () => {
  test("of sums, differences and products", () => {
    fc.assert(fc.property(intervals, intervals, shares, shares, (a, b, s, t) => {
      const [x, y] = [inside(a, s), inside(b, t)];
      expect(a.plus(b).contains(x.plus(y))).toBe(true);
      expect(a.minus(b).contains(x.minus(y))).toBe(true);
      expect(a.times(b).contains(x.times(y))).toBe(true);
      expect(a.scaledBy(y).contains(x.times(y))).toBe(true);
    }), { numRuns: 500 });
  });

  test("of quotients, and of the dividend that a quotient came from", () => {
    fc.assert(fc.property(intervals, intervals, shares, shares, (q, b, s, t) => {
      const [x, y] = [inside(q, s), inside(b, t)];
      expect(q.times(b).dividedBy(b)?.contains(x)).toBe(true);
      if (!y.isZero) expect(q.dividedBy(b)?.contains(x.dividedBy(y))).toBe(true);
    }), { numRuns: 500 });
  });

  test("and rounding outward loses none", () => {
    fc.assert(fc.property(intervals, fc.integer({ min: 1, max: 20 }), (a, digits) => {
      const out = a.outward(digits);
      expect(out.encloses(a)).toBe(true);
      expect(out.outward(digits).encloses(out)).toBe(true);
    }));
  });

  test("an intersection holds what both hold, and a hull what either does", () => {
    fc.assert(fc.property(intervals, intervals, ratios, (a, b, x) => {
      expect(a.intersect(b)?.contains(x) ?? false).toBe(a.contains(x) && b.contains(x));
      if (a.contains(x) || b.contains(x)) expect(a.hull(b).contains(x)).toBe(true);
    }));
  });
});

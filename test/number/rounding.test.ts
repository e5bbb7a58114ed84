/** Every rounding against a reference that shares nothing with it: list the multiples on both sides and choose by the words of the definition. */
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import type { Rounding } from "../../src/number/rounding.ts";

const DECIMAL_MODES = {
  "half-away": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  "half-up": Decimal.ROUND_HALF_CEIL,
  "toward-zero": Decimal.ROUND_DOWN,
  "away-from-zero": Decimal.ROUND_UP,
  floor: Decimal.ROUND_FLOOR,
  ceiling: Decimal.ROUND_CEIL,
} as const satisfies Record<Rounding, Decimal.Rounding>;

const MODES = Object.keys(DECIMAL_MODES) as Rounding[];
const Wide = Decimal.clone({ precision: 60, defaults: true });

// The rounding of n/d to an integer, by search: n and d small.
function byWords(n: number, d: number, rounding: Rounding): number {
  const below = Array.from({ length: 200 }, (_, at) => 100 - at).find((whole) => whole * d <= n)!;
  if (below * d === n) return below;
  const above = below + 1;
  const nearerZero = n > 0 ? below : above;
  const fartherFromZero = n > 0 ? above : below;
  const distanceBelow = n - below * d;
  const distanceAbove = above * d - n;
  const nearest = distanceBelow < distanceAbove ? below : distanceBelow > distanceAbove ? above : undefined;
  switch (rounding) {
    case "floor": return below;
    case "ceiling": return above;
    case "toward-zero": return nearerZero;
    case "away-from-zero": return fartherFromZero;
    case "half-up": return nearest ?? above;
    case "half-away": return nearest ?? fartherFromZero;
    case "half-even": return nearest ?? (below % 2 === 0 ? below : above);
  }
}

describe.each(MODES)("%s", (rounding) => {
  test("of every small fraction is what its words say", () => {
    for (let d = 1; d <= 12; d++) {
      for (let n = -60; n <= 60; n++) {
        const got = Ratio.fraction(BigInt(n), BigInt(d)).rounded({ places: 0 }, rounding);
        expect(got.equals(byWords(n, d, rounding)), `${String(n)}/${String(d)}`).toBe(true);
      }
    }
  });

  test("of decimals agrees with decimal.js", () => {
    for (let thousandths = -2500; thousandths <= 2500; thousandths += 5) {
      const text = (thousandths / 1000).toFixed(3);
      const reference = new Wide(text).toDecimalPlaces(2, DECIMAL_MODES[rounding]);
      expect(Ratio.of(text).toDecimal({ places: 2 }, rounding).eq(reference), text).toBe(true);
    }
  });

  test("of a tie at the fiftieth digit is still a tie", () => {
    const tie = `${"1".repeat(49)}2.5`;
    const reference = new (Decimal.clone({ precision: 80 }))(tie).toDecimalPlaces(0, DECIMAL_MODES[rounding]);
    expect(Ratio.of(tie).toFixed({ places: 0 }, rounding)).toBe(reference.toFixed());
    const past = `${tie}${"0".repeat(200)}1`;
    expect(Ratio.of(past).toFixed({ places: 0 }, rounding)).toBe(["toward-zero", "floor"].includes(rounding) ? `${"1".repeat(49)}2` : `${"1".repeat(49)}3`);
  });
});

test("half away from zero is the default", () => {
  expect([Ratio.of("2.5").toFixed({ places: 0 }), Ratio.of("-2.5").toFixed({ places: 0 })]).toEqual(["3", "-3"]);
});

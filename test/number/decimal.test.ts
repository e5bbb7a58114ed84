import { Decimal } from "decimal.js";
import { afterEach, describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { mass } from "../../src/quantity/constructors.ts";

afterEach(() => {
  Decimal.set({ defaults: true });
});

describe("the user's decimal.js is neither read nor touched", () => {
  test("its settings change no result of ours", () => {
    const before = results();
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP, toExpNeg: 0, toExpPos: 0, maxE: 5, minE: -5, modulo: 3 });
    expect(results()).toEqual(before);
  });

  test("our results keep all their digits, and are of a constructor of our own", () => {
    Decimal.set({ precision: 3 });
    const value = Ratio.of("240/7").toDecimal();
    expect(value.toString()).toBe("34.28571428571428571428571428571428571429");
    expect(value.constructor).not.toBe(Decimal);
    expect(Decimal.precision).toBe(3);
  });

  test("what we return is a Decimal that theirs takes", () => {
    expect(Decimal.isDecimal(Ratio.one.toDecimal())).toBe(true);
    expect(new Decimal(Ratio.of("1.88").toDecimal()).times(2).toString()).toBe("3.76");
  });

  test("a Decimal of theirs, with any settings, comes in with every digit", () => {
    const Odd = Decimal.clone({ precision: 1, rounding: Decimal.ROUND_FLOOR, toExpNeg: 0, toExpPos: 0 });
    expect(mass(new Odd("1165388.125"), "t").toString()).toBe("1,165,388.125 t");
    expect(Ratio.of("1.5").plus(new Odd("0.0000000001")).toString()).toBe("1.5000000001");
  });
});

function results(): readonly string[] {
  return [
    Ratio.of("1/3").toDecimal().toString(), Ratio.of("1e-9").toDecimal().toString(), Ratio.of("2/3").toDecimal({ places: 4 }).toString(),
    Ratio.of(new Decimal("1.25")).toString(), mass("52,067 oz").to("kg").toDecimal().toString(), Ratio.of("1e30").toDecimal().toFixed(),
  ];
}

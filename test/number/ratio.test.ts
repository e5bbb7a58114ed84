import { inspect } from "node:util";
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";

describe("a Ratio is read exactly from", () => {
  test.each([
    ["text", "1.88", 188n, 100n],
    ["a fraction", "240/7", 240n, 7n],
    ["a negative fraction", "-3/6", -1n, 2n],
    ["an exponent", "1.5e-3", 3n, 2000n],
    ["a number, by its shortest decimal", 0.1, 1n, 10n],
    ["a tiny number", 5e-324, 5n, 10n ** 324n],
    ["a bigint", 12345678901234567890n, 12345678901234567890n, 1n],
    ["a Decimal", new Decimal("0.123456789012345678901234567890123456789"), 123456789012345678901234567890123456789n, 10n ** 39n],
    ["a large Decimal, printed with an exponent", new Decimal("1e30"), 10n ** 30n, 1n],
    ["minus zero", -0, 0n, 1n],
  ] as const)("%s", (_, given, numerator, denominator) => {
    const ratio = Ratio.of(given);
    const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
    expect([ratio.numerator, ratio.denominator]).toEqual([numerator / divisor, denominator / divisor]);
  });

  test("a Ratio of another copy of the package", () => {
    expect(Ratio.of({ numerator: 6n, denominator: 4n } as never).toString()).toBe("1.5");
  });

  test("a Decimal of a foreign constructor with odd settings, and its own digits all the same", () => {
    const Odd = Decimal.clone({ precision: 5, toExpNeg: 0, toExpPos: 0, rounding: Decimal.ROUND_UP });
    expect(Ratio.of(new Odd("1165388.123456789")).toString()).toBe("1165388.123456789");
    expect(Ratio.of(new Odd("0.00000000000000000001")).toFixed()).toBe("0.00000000000000000001");
  });
});

describe("what is no number is refused at once", () => {
  test.each([
    [NaN, "not-a-number"], [Infinity, "not-a-number"], [new Decimal("NaN"), "not-a-number"], [new Decimal("-Infinity"), "not-a-number"],
    [2 ** 53, "unsafe-integer"], [1e300, "unsafe-integer"],
    ["", "malformed-number"], ["abc", "malformed-number"], ["1,000", "malformed-number"], ["1 t", "malformed-number"], ["1/2/3", "malformed-number"],
    ["0x10", "malformed-number"], ["1/", "malformed-number"],
    ["1/0", "division-by-zero"], ["1e999999999", "too-large"], ["9".repeat(1_000_000), "too-large"],
    [null, "not-a-number"], [undefined, "not-a-number"], [{}, "not-a-number"], [[], "not-a-number"], [true, "not-a-number"], [Symbol("x"), "not-a-number"],
  ])("%s", (given, code) => {
    const tries = [1, 2, 3].map(() => {
      const before = performance.now();
      expect(() => Ratio.of(given as never)).toThrow(expect.objectContaining({ code }));
      return performance.now() - before;
    });
    // The best of three: a machine may pause, and only a slow refusal is slow each time.
    expect(Math.min(...tries)).toBeLessThan(50);
  });
});

describe("arithmetic never rounds", () => {
  test("one troy ounce per short ton is 240/7 grams per tonne", () => {
    expect(String(Ratio.of("31.1034768").dividedBy("0.90718474"))).toBe("240/7");
  });

  test("a sum beyond the digits of any decimal keeps its last digit", () => {
    expect(Ratio.of("1e200").plus("1e-200").minus("1e200").toString()).toBe(`0.${"0".repeat(199)}1`);
  });

  test("integers at the edge of a double are exact on both sides of it", () => {
    const edge = BigInt(Number.MAX_SAFE_INTEGER);
    for (let a = edge - 3n; a <= edge + 3n; a++) {
      for (let b = -3n; b <= 3n; b++) {
        expect(Ratio.of(a).plus(Ratio.of(b)).numerator).toBe(a + b);
        expect(Ratio.of(-a).minus(Ratio.of(b)).numerator).toBe(-a - b);
        expect(Ratio.of(a).times(Ratio.of(b)).numerator).toBe(a * b);
        expect(Ratio.of(a).compare(Ratio.of(a + b))).toBe(b === 0n ? 0 : b > 0n ? -1 : 1);
      }
    }
  });

  test("products that leave the doubles come back to them, exactly", () => {
    for (const [a, b] of [["94906267/1000", "94906267/3"], ["9007199254740991/7", "7/9007199254740991"], ["1165388.25", "31.1034768"], ["-3e15/7", "49/9e15"]] as const) {
      const [x, y] = [Ratio.of(fraction(a)), Ratio.of(fraction(b))];
      const product = x.times(y);
      expect(product.numerator * x.denominator * y.denominator).toBe(product.denominator * x.numerator * y.numerator);
      expect(product.dividedBy(y).equals(x)).toBe(true);
    }
  });

  test("a product of four is the product, whatever the sizes", () => {
    const values = ["0", "1", "-1", "0.74", "1165388", "1.88", "-240/7", "9007199254740991", "1e-20", "12345678901234567890"].map((text) => Ratio.of(text));
    for (const a of values) {
      for (const b of values) {
        for (const c of values) {
          expect(Ratio.product(a, b, c, Ratio.of("625000/19439673")).equals(a.times(b).times(c).times("625000/19439673"))).toBe(true);
        }
      }
    }
  });

  test("dividing by zero is an error that says so", () => {
    expect(() => Ratio.of(1).dividedBy(0)).toThrow(expect.objectContaining({ code: "division-by-zero" }));
    expect(() => Ratio.zero.reciprocal()).toThrow(expect.objectContaining({ code: "division-by-zero" }));
    expect(() => Ratio.fraction(1n, 0n)).toThrow(expect.objectContaining({ code: "division-by-zero" }));
  });

  test("zero has no sign", () => {
    for (const zero of [Ratio.of(-0), Ratio.of("-0"), Ratio.of("-0.00"), Ratio.of(-5).times(0), Ratio.zero.negated(), Ratio.of(1).minus(1)]) {
      expect([zero.sign, zero.toString(), zero.toFixed({ places: 2 }), Object.is(zero.toNumber(), 0)]).toEqual([0, "0", "0.00", true]);
    }
  });
});

describe("what a Ratio says of itself", () => {
  test("whether its decimal ends", () => {
    expect(["1/2", "1/8", "3/25", "6/3", "9/6"].map((text) => Ratio.of(text).isTerminating)).toEqual([true, true, true, true, true]);
    expect(["1/3", "240/7", "1/12"].map((text) => Ratio.of(text).isTerminating)).toEqual([false, false, false]);
    expect([Ratio.of("6/3").isInteger, Ratio.of("6/4").isInteger]).toEqual([true, false]);
  });

  test("its text reads back to the same number", () => {
    for (const text of ["0", "1.88", "-0.05", "240/7", "-1/3", "123456789012345678901234567890.5"]) expect(String(Ratio.of(text))).toBe(text);
    expect(JSON.stringify({ value: Ratio.of("240/7") })).toBe('{"value":"240/7"}');
  });

  test("its digits never wear an exponent", () => {
    expect(Ratio.of("1e-7").toString()).toBe("0.0000001");
    expect(Ratio.of("1e-7").toDecimal().toString()).toBe("0.0000001");
    expect(Ratio.of("1e21").toDecimal().toString()).toBe("1000000000000000000000");
    expect(Ratio.of("1/3").toFixed()).toBe(`0.${"3".repeat(40)}`);
    expect(Ratio.of("200/3").toFixed()).toBe(`66.${"6".repeat(37)}7`);
  });

  test("the double nearest to it, even of enormous parts", () => {
    expect(Ratio.of("1.88").toNumber()).toBe(1.88);
    expect(Ratio.fraction(10n ** 400n, 3n * 10n ** 400n).toNumber()).toBe(1 / 3);
    expect(Ratio.of("1e-900").dividedBy("1e-901").toNumber()).toBe(10);
  });

  test("to a console, and never to < or +", () => {
    expect(inspect(Ratio.of("240/7"))).toBe("Ratio(240/7)");
    expect(Object.prototype.toString.call(Ratio.one)).toBe("[object Ratio]");
    expect(() => (Ratio.one as never as number) + 1).toThrow(expect.objectContaining({ code: "not-comparable" }));
    expect(() => (Ratio.one as never as number) < 1).toThrow(expect.objectContaining({ code: "not-comparable" }));
  });
});

describe("rounding to digits", () => {
  test("a carry into another digit", () => {
    expect(Ratio.of("9.99").toFixed({ digits: 2 })).toBe("10");
    expect(Ratio.of("999.5").toFixed({ digits: 3 })).toBe("1000");
    expect(Ratio.of("0.09996").toFixed({ digits: 3 })).toBe("0.100");
    expect(Ratio.of("0.0995").toFixed({ digits: 2 }, "floor")).toBe("0.099");
  });

  test("of powers of ten and their neighbours, against the digits written out", () => {
    for (let power = -30; power <= 30; power++) {
      for (const lead of ["1", "9.9999", "1.0001", "5"]) {
        for (let digits = 1; digits <= 6; digits++) {
          const ratio = Ratio.of(`${lead}e${String(power)}`);
          const reference = new Decimal(`${lead}e${String(power)}`).toSignificantDigits(digits, Decimal.ROUND_HALF_UP);
          expect(ratio.rounded({ digits }).toDecimal().eq(reference), `${lead}e${String(power)} to ${String(digits)}`).toBe(true);
        }
      }
    }
  });

  test("zero has one digit, and whole places can lie before the point", () => {
    expect(Ratio.zero.toFixed({ digits: 3 })).toBe("0");
    expect(Ratio.of("1165388").toFixed({ places: -3 })).toBe("1165000");
    expect(Ratio.of("1165388").rounded({ digits: 2 }).toString()).toBe("1200000");
  });

  test.each([{ places: 0.5 }, { places: 1001 }, { digits: 0 }, { digits: NaN }, { places: Infinity }])("%j is refused", (precision) => {
    expect(() => Ratio.of(1).toFixed(precision)).toThrow(expect.objectContaining({ code: "out-of-range" }));
  });
});

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

// "3e15/7" with its exponent written out.
function fraction(text: string): string {
  return text.split("/").map((part) => Ratio.of(part).toString()).join("/");
}

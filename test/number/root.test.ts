import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { squareRoot, wholeRoot } from "../../src/number/root.ts";

describe("a square root", () => {
  test.each([["4", "2"], ["0", "0"], ["1/9", "1/3"], ["0.000025", "0.005"], ["15241578750190521", "123456789"]])("is exact where it is rational: of %s", (square, root) => {
    expect(squareRoot(Ratio.of(square)).toString()).toBe(root);
  });

  // The digits of these roots are those of the tables of Abramowitz and Stegun, and of the definition of the number beside it.
  test.each([
    ["2", 40, "1.414213562373095048801688724209698078570"], ["3", 20, "1.7320508075688772935"], ["1/3", 20, "0.57735026918962576451"], ["1e-40", 10, "0.00000000000000000001"],
    ["2e-41", 5, "0.0000000000000000000044721"], ["3e60", 8, "1732050800000000000000000000000"], ["99.999999999999999999999", 5, "10"],
  ])("is the nearest number of so many digits elsewhere: of %s", (square, digits, root) => {
    expect(squareRoot(Ratio.of(square), digits).toFixed()).toBe(Ratio.of(root).toFixed());
  });

  test("is right to its last digit: half a unit either side encloses it", () => {
    for (let n = 2n; n < 200n; n++) {
      const value = Ratio.fraction(n * n + 1n, n + 7n);
      const root = squareRoot(value, 12);
      const exponent = Math.floor(Math.log10(root.toNumber())) - 11;
      const half = Ratio.scaled(5, exponent - 1);
      const [low, high] = [root.minus(half), root.plus(half)];
      expect([low.times(low).compare(value) <= 0, high.times(high).compare(value) >= 0]).toEqual([true, true]);
    }
  });

  test("of a negative number is refused", () => {
    expect(() => squareRoot(Ratio.of(-1))).toThrow(expect.objectContaining({ code: "out-of-range" }) as never);
  });

  test("of a whole number is cut to a whole one", () => {
    for (let n = 0n; n < 2000n; n++) {
      const root = wholeRoot(n);
      expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true);
    }
    expect(wholeRoot(10n ** 200n - 1n)).toBe(10n ** 100n - 1n);
  });
});

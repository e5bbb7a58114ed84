import { describe, expect, test } from "vitest";
import { coverageFactor } from "../../src/uncertainty/coverage-factor.ts";

describe("a coverage factor", () => {
  // JCGM 100:2008, table G.2: the t-distribution, by degrees of freedom, for 68.27, 90, 95, 95.45, 99 and 99.73 %.
  test.each([
    [1, "1.84", "6.31", "12.71", "13.97", "63.66", "235.80"], [2, "1.32", "2.92", "4.30", "4.53", "9.92", "19.21"], [3, "1.20", "2.35", "3.18", "3.31", "5.84", "9.22"],
    [4, "1.14", "2.13", "2.78", "2.87", "4.60", "6.62"], [5, "1.11", "2.02", "2.57", "2.65", "4.03", "5.51"], [10, "1.05", "1.81", "2.23", "2.28", "3.17", "3.96"],
    [16, "1.03", "1.75", "2.12", "2.17", "2.92", "3.54"], [20, "1.03", "1.72", "2.09", "2.13", "2.85", "3.42"], [50, "1.01", "1.68", "2.01", "2.05", "2.68", "3.16"],
    [100, "1.005", "1.660", "1.984", "2.025", "2.626", "3.077"], [Infinity, "1.000", "1.645", "1.960", "2.000", "2.576", "3.000"],
  ])("is that of the guide's table for %d degrees of freedom", (freedom, ...printed) => {
    const shares = [0.6827, 0.9, 0.95, 0.9545, 0.99, 0.9973];
    const found = shares.map((share, at) => coverageFactor(share, freedom).toFixed(printed[at]!.split(".")[1]!.length));
    // The guide takes the last share as 0.997300204, that of three standard deviations, which shows at one degree of freedom.
    expect(freedom === 1 ? found.slice(0, 5) : found).toEqual(freedom === 1 ? printed.slice(0, 5) : printed);
  });

  test("is exact where it is known exactly: one degree is Cauchy's, two have a closed form", () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(Math.abs(coverageFactor(share, 1) / Math.tan((Math.PI * share) / 2) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(coverageFactor(share, 2) / Math.sqrt((2 * share * share) / (1 - share * share)) - 1)).toBeLessThan(1e-9);
    }
  });

  test("nears the normal one for many degrees", () => {
    expect(Math.abs(coverageFactor(0.95, 1e12) / coverageFactor(0.95, Infinity) - 1)).toBeLessThan(1e-9);
    expect(coverageFactor(0.95, 1e4)).toBeGreaterThan(coverageFactor(0.95, 1e5));
    // The same from both ways of reckoning, either side of their meeting.
    expect(Math.abs(coverageFactor(0.95, 1999) - coverageFactor(0.95, 2001)) / 1.96).toBeLessThan(3e-6);
  });

  test.each([[0, 5], [1, 5], [1.2, 5], [NaN, 5], [0.95, 0], [0.95, NaN]])("is refused for a coverage of %d and %d degrees", (share, freedom) => {
    expect(() => coverageFactor(share, freedom)).toThrow(expect.objectContaining({ code: "out-of-range" }) as never);
  });
});

import { expect, test } from "vitest";
import { linearScale, ticksOf } from "../../src/markup/scale.ts";

test("a scale lays a domain over a range, and a single number in its middle", () => {
  const scale = linearScale(10, 20, 100, 0);
  expect([10, 15, 20, 25].map(scale)).toEqual([100, 50, 0, -50]);
  expect(linearScale(3, 3, 0, 10)(3)).toBe(5);
});

test.each([
  [0, 100, ["0", "50", "100"]], [12_500, 14_100, ["13,000", "14,000"]], [1.815, 2.02, ["1.9", "2.0"]], [0.0012, 0.0031, ["0.002", "0.003"]],
  [-5, 5, ["-5", "0", "5"]], [4_998_000, 5_003_000, ["4,998,000", "5,000,000", "5,002,000"]], [1.23456, 1.23457, ["1.234560", "1.234565", "1.234570"]],
])("ticks between %d and %d are round", (low, high, labels) => {
  const { values, label } = ticksOf(low, high, 3);
  expect(values.map(label)).toEqual(labels);
});

test("ticks come to an end where there is nothing between the ends", () => {
  expect(ticksOf(5, 5, 3).values.length).toBeLessThanOrEqual(20);
  expect(ticksOf(0, 0, 3).values.length).toBeLessThanOrEqual(20);
});

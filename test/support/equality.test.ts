import { expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";

test("toEqual sees into a value that keeps its state in private fields", () => {
  expect(Ratio.of("1.88")).toEqual(Ratio.of("47/25"));
  expect(Ratio.of("1.88")).not.toEqual(Ratio.of("1.89"));
  expect({ a: [Ratio.of(1)] }).not.toEqual({ a: [Ratio.of(2)] });
});

import { describe, expect, test } from "vitest";
import { grade, mass } from "../../src/quantity/constructors.ts";
import { correlationOfReadings } from "../../src/uncertainty/paired.ts";

describe("the correlation of readings taken together", () => {
  test("is one where they rise together, minus one where they do not", () => {
    expect(correlationOfReadings([1, 2, 3], ["10", "20", "30"]).toString()).toBe("1");
    expect(correlationOfReadings([1, 2, 3], [3, 2, 1]).toString()).toBe("-1");
    expect(correlationOfReadings([1, 2, 3, 4], [1, -1, -1, 1]).toString()).toBe("0");
  });

  test("does not depend on units", () => {
    expect(correlationOfReadings([mass("1 t"), mass("2,000 kg"), mass("4 t")], [grade("1 %"), grade("2 %"), grade("40,000 ppm")]).toFixed({ places: 30 })).toBe(`1.${"0".repeat(30)}`);
  });

  test.each<[string, () => unknown, string]>([
    ["of different lengths", () => correlationOfReadings([1, 2], [1, 2, 3]), "out-of-range"], ["of one", () => correlationOfReadings([1], [1]), "out-of-range"],
    ["all alike", () => correlationOfReadings([1, 1], [1, 2]), "out-of-range"], ["that are no list", () => correlationOfReadings("12" as never, [1, 2]), "wrong-kind"],
    ["of two kinds", () => correlationOfReadings([mass("1 t"), grade("1 %")] as never, [1, 2]), "unknown-unit"],
  ])("%s is refused", (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }) as never);
  });
});

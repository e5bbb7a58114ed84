import { describe, expect, test } from "vitest";
import { reconcile } from "headgrade";
import { toSvg } from "headgrade/show";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";

const report = reconcile(LAC_DES_ILES);

describe("a picture of a report", () => {
  test.each(["intervals", "periods"] as const)("of its %s is well-formed, and the same every time", (picture) => {
    const svg = toSvg(report, { picture });
    expect(faultsOf(svg)).toEqual([]);
    expect(toSvg(reconcile(LAC_DES_ILES), { picture })).toBe(svg);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 \d+"/);
  });

  test("is of the intervals unless said otherwise", () => {
    expect(toSvg(report)).toBe(toSvg(report, { picture: "intervals" }));
  });

  test("has colours of its own for its text in a file of its own", () => {
    const svg = toSvg(report, { standalone: true });
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toMatch(/^<svg [^>]+><style>:root\{color:#1c1c1c\}@media\(prefers-color-scheme:dark\)\{:root\{color:#f0f0f0\}\}<\/style><title>/);
  });

  test("is drawn also where there is nothing to draw", () => {
    const one = reconcile({ periods: { "2002": { ore: "5 t" } } });
    expect(faultsOf(toSvg(one))).toEqual([]);
    expect(toSvg(one)).toContain("No check could be made");
    expect(toSvg(one, { picture: "periods" })).toContain("No item has a value in more than one period.");
  });
});

test("another picture, and what is no report, are refused", () => {
  expect(() => toSvg(report, { picture: "pie" as never })).toThrow('Unknown picture "pie": a report has "intervals" and "periods".');
  expect(() => toSvg({} as never)).toThrow(expect.objectContaining({ code: "wrong-kind" }));
});

/** Circulating loads on either basis, from tonnages and around a classifier. */
import { describe, expect, test } from "vitest";
import { circulatingLoad } from "../../src/formula/circulating-load.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

test("tonnages tell it of what they name", () => {
  expect(String(circulatingLoad({ basis: "fresh-feed", underflow: "750 t/h", freshFeed: "300 t/h" }))).toBe("250%");
  expect(String(circulatingLoad({ basis: "overflow", underflow: "750 t/h", overflow: "0.3125 kt/h" }))).toBe("240%");
});

test("sizes passing and retained, solids and dilutions of one classifier all tell the same", () => {
  // 300 t/h of overflow and 600 t/h of underflow: 80 % and 20 % passing; 3 and 0.25 of water to solids, which is 25 % and 80 % of solids.
  const [dilution, solids] = [fraction(Ratio.of("3.5").dividedBy(3), "1"), fraction(Ratio.of(6).dividedBy(13), "1")];
  const loads = [
    circulatingLoad({ basis: "overflow", passing: { overflow: "80 %", underflow: "20 %", feed: "40 %" } }),
    circulatingLoad({ basis: "fresh-feed", retained: { overflow: "20 %", underflow: "80 %", feed: "60 %" } }),
    circulatingLoad({ basis: "overflow", dilution: { overflow: "3 1", underflow: "0.25 1", feed: dilution } }),
    circulatingLoad({ basis: "fresh-feed", solids: { overflow: "25 %", underflow: "80 %", feed: solids } }),
  ];
  expect(loads.map(String)).toEqual(["200%", "200%", "200%", "200%"]);
});

describe("what is not clear is refused", () => {
  const passing = { overflow: "80 %", underflow: "24 %", feed: "40 %" };
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no basis", () => circulatingLoad({ passing } as never), "unknown-option", ["^basis is undefined", "fresh-feed", "overflow"]],
    ["another basis", () => circulatingLoad({ basis: "mill-feed", passing } as never), "unknown-option", ["mill-feed"]],
    ["nothing known", () => circulatingLoad({ basis: "overflow" } as never), "wrong-kind", ["missing"]],
    ["two analyses", () => circulatingLoad({ basis: "overflow", passing, retained: passing } as never), "wrong-kind", ["passing and retained"]],
    ["the tonnage of the other basis", () => circulatingLoad({ basis: "fresh-feed", underflow: "1 t/h", overflow: "1 t/h" } as never), "wrong-kind", ["^freshFeed is missing"]],
    ["a feed outside its products", () => circulatingLoad({ basis: "overflow", passing: { ...passing, feed: "90 %" } }), "out-of-range", ["^passing.feed is 90 %"]],
    ["streams exchanged", () => circulatingLoad({ basis: "overflow", retained: passing }), "out-of-range", ["^retained.feed"]],
    ["streams alike", () => circulatingLoad({ basis: "overflow", passing: { feed: "40 %", overflow: "40 %", underflow: "40 %" } }), "out-of-range", ["alike"]],
    ["a share above the whole", () => circulatingLoad({ basis: "overflow", passing: { ...passing, overflow: "120 %" } }), "out-of-range", ["^passing.overflow"]],
    ["no solids", () => circulatingLoad({ basis: "overflow", solids: { feed: "50 %", overflow: "0 %", underflow: "80 %" } }), "division-by-zero", ["^solids.overflow"]],
    ["no fresh feed", () => circulatingLoad({ basis: "fresh-feed", underflow: "1 t/h", freshFeed: "0 t/h" }), "division-by-zero", ["^freshFeed"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

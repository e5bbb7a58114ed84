/** Balances from tonnes and grades of streams. */
import { describe, expect, test } from "vitest";
import { builtUpHeadGrade, recoveryFromStreams, tailingsByDifference } from "../../src/formula/product-streams.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const feed = { tonnage: "100,000 t", grade: "2.0 %" } as const;
const concentrate = { tonnage: "7,200 t", grade: "25 %" } as const;

test("tailings by difference close the balance", () => {
  const tailings = tailingsByDifference({ feed, products: [concentrate] });
  expect([tailings.tonnage, tailings.recovery].map(String)).toEqual(["92,800 t", "90%"]);
  expect(tailings.grade.exact.equals("25/116")).toBe(true);
  expect(tailings.recovery.role).toBe("recovery");
  expect(builtUpHeadGrade({ products: [concentrate, tailings] }).exact.equals(2)).toBe(true);
  expect(recoveryFromStreams({ concentrate, tailings }).equals(recoveryFromStreams({ feed, concentrate }))).toBe(true);
});

test("tailings by difference take several products and rates", () => {
  const products = [{ tonnage: "4 t/h", grade: "50 %" }, { tonnage: "96 t/d", grade: "20 %" }];
  const tailings = tailingsByDifference({ feed: { tonnage: "100 t/h", grade: "3 %" }, products });
  expect([tailings.tonnage, tailings.grade, tailings.recovery].map((value) => value.format({ digits: 4 }))).toEqual(["92.00 t/h", "0.2174%", "93.33%"]);
});

test("a head grade is built up from products, or from bullion and residue, over the ore that was weighed if it was", () => {
  expect(String(builtUpHeadGrade({ metal: "2,500 kg", products: [{ tonnage: "280,000 t", grade: "0.2 g/t" }] }).to("g/t").rounded({ places: 4 }))).toBe("9.1286 g/t");
  expect(String(builtUpHeadGrade({ metal: "100 oz", products: [{ tonnage: "1,000 st", grade: "0.01 oz/st" }] }))).toBe("0.11 oz/st");
  expect(String(builtUpHeadGrade({ ore: "200 t", products: [{ tonnage: "100 t", grade: "4 %" }, { tonnage: "90 t", grade: "0 %" }] }))).toBe("2%");
  expect(String(builtUpHeadGrade({ metal: "240 kg/d", products: [{ tonnage: "1,000 t/h", grade: "0.1 g/t" }] }))).toBe("10.1 g/t");
});

test("a recovery comes from any two streams, and the three disagree by the errors of measurement", () => {
  const tailings = { tonnage: "92,800 t", grade: "0.22 %" } as const;
  const recoveries = [recoveryFromStreams({ feed, concentrate }), recoveryFromStreams({ feed, tailings }), recoveryFromStreams({ concentrate, tailings })];
  expect(recoveries.map((value) => value.format({ places: 2 }))).toEqual(["90.00%", "89.79%", "89.81%"]);
});

describe("what cannot be is refused", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["products heavier than the feed", () => tailingsByDifference({ feed, products: [{ tonnage: "200 kt", grade: "1 %" }] }), "out-of-range", ["^products", "outweigh"]],
    ["no tailings left", () => tailingsByDifference({ feed, products: [{ tonnage: "100 kt", grade: "1 %" }] }), "division-by-zero", ["no tailings"]],
    ["products with more metal than the feed", () => tailingsByDifference({ feed, products: [{ tonnage: "10 kt", grade: "25 %" }] }), "out-of-range", ["125.0% of the feed's metal"]],
    ["no products", () => tailingsByDifference({ feed, products: [] }), "out-of-range", ["^products is empty"]],
    ["a feed that is no stream", () => tailingsByDifference({ feed: "5 t" as never, products: [concentrate] }), "wrong-kind", ["^feed is no stream"]],
    ["a barren feed", () => tailingsByDifference({ feed: { tonnage: "1 t", grade: "0 %" }, products: [{ tonnage: "0.1 t", grade: "0 %" }] }), "division-by-zero", ["^feed"]],
    ["a mass from a rate", () => tailingsByDifference({ feed, products: [{ tonnage: "1 t/h", grade: "25 %" }] }), "wrong-kind", ["throughput"]],
    ["one stream", () => recoveryFromStreams({ feed }), "wrong-kind", ["exactly two"]],
    ["three streams", () => recoveryFromStreams({ feed, concentrate, tailings: concentrate }), "wrong-kind", ["exactly two"]],
    ["tailings with more metal than the feed", () => recoveryFromStreams({ feed, tailings: { tonnage: "99 kt", grade: "3 %" } }), "out-of-range", ["^tailings"]],
    ["no metal", () => recoveryFromStreams({ concentrate: { tonnage: "1 t", grade: "0 %" }, tailings: { tonnage: "1 t", grade: "0 %" } }), "division-by-zero", ["without metal"]],
    ["no ore", () => builtUpHeadGrade({ metal: "1 kg", products: [{ tonnage: "0 t", grade: "0 %" }] }), "division-by-zero", ["together"]],
    ["metal as a rate beside tonnes", () => builtUpHeadGrade({ metal: "1 kg/d", products: [concentrate] }), "unknown-unit", ["^metal"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

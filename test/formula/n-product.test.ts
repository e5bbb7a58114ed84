/** Products told apart by several metals: shares, tonnages, and what cannot be. */
import { describe, expect, test } from "vitest";
import { nProduct, threeProduct } from "../../src/formula/n-product.ts";
import { twoProduct } from "../../src/formula/two-product.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { grade, mass, throughput } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const copperZinc = {
  feed: { Cu: "2.3 %", Zn: "15 %" },
  products: { copper: { Cu: "22 %", Zn: "4.3 %" }, zinc: { Cu: "1 %", Zn: "51.8 %" }, tailings: { Cu: "0.2 %", Zn: "1 %" } },
} as const;

describe("three products", () => {
  const { products, ...rest } = threeProduct(copperZinc);

  test("take all of the mass and all of each metal, exactly", () => {
    const all = Object.values(products);
    const sum = (values: readonly Ratio[]): string => values.reduce((total, value) => total.plus(value), Ratio.zero).toString();
    expect(sum(all.map(({ massPull }) => massPull.exact))).toBe("100");
    expect(sum(all.map(({ recovery }) => recovery.Cu.exact))).toBe("100");
    expect(sum(all.map(({ recovery }) => recovery.Zn.exact))).toBe("100");
    expect(rest).toEqual({});
  });

  test("have the shares that solve the equations", () => {
    expect(products.copper.massPull.exact.equals("11935/1381")).toBe(true);
    expect(products.copper.recovery.Cu.exact.equals("2625700/31763")).toBe(true);
    expect([products.copper.massPull.role, products.copper.recovery.Cu.role]).toEqual(["massPull", "recovery"]);
    expect(products.copper.ratioOfConcentration.exact.equals("27620/2387")).toBe(true);
    expect(products.zinc.enrichmentRatio.Zn.exact.equals("259/75")).toBe(true);
    expect(Object.isFrozen(products.zinc.recovery)).toBe(true);
  });

  test.each([{ feed: "1381 t/h" }, { copper: "119.35 t/h" }, { tailings: "888.8125 t/h" }])("have tonnages from that of one: %o", (tonnage) => {
    const { tonnage: feed, products: { copper, zinc, tailings } } = threeProduct({ ...copperZinc, tonnage });
    expect([feed, copper.tonnage, zinc.tonnage, tailings.tonnage].map(String)).toEqual(["1,381 t/h", "119.35 t/h", "372.8375 t/h", "888.8125 t/h"]);
  });

  test("keep the kind of the tonnage for the compiler, and take mixed units", () => {
    const { products: inGrams } = threeProduct({
      feed: { Cu: "23,000 g/t", Zn: grade("15 %") },
      products: { copper: { Cu: "22 %", Zn: "43,000 ppm" }, zinc: { Cu: "1 %", Zn: "51.8 %" }, tailings: { Cu: "0.2 %", Zn: "1 %" } },
      tonnage: { feed: throughput("3,000 t/d") },
    });
    expect(inGrams.copper.massPull.equals(products.copper.massPull)).toBe(true);
    expect(inGrams.zinc.tonnage.to("t/h").format({ places: 2 })).toBe("33.75 t/h");
    expect(String(threeProduct({ ...copperZinc, tonnage: { feed: mass("1,381 dmt") } }).products.copper.tonnage)).toBe("119.35 dmt");
  });
});

describe("other numbers of products", () => {
  test("two are the two-product formula", () => {
    const { products } = nProduct({ feed: { Pb: "5 %" }, products: { concentrate: { Pb: "60 %" }, tailings: { Pb: "0.5 %" } } });
    expect(products.concentrate.recovery.Pb.equals(twoProduct({ feed: "5 %", concentrate: "60 %", tailings: "0.5 %" }).recovery)).toBe(true);
  });

  test("four take three metals; a head mixed of known shares gives these back", () => {
    const products = {
      lead: { Pb: "60 %", Zn: "6 %", Cu: "2 %" }, zinc: { Pb: "1 %", Zn: "55 %", Cu: "1 %" }, copper: { Pb: "5 %", Zn: "4 %", Cu: "25 %" }, tailings: { Pb: "0.3 %", Zn: "0.5 %", Cu: "0.1 %" },
    } as const;
    const shares = { lead: "0.05", zinc: "0.1", copper: "0.02", tailings: "0.83" } as const;
    const mixed = (metal: "Pb" | "Zn" | "Cu"): Ratio => (Object.keys(shares) as (keyof typeof shares)[]).reduce((sum, name) => sum.plus(grade(products[name][metal]).exact.times(shares[name])), Ratio.zero);
    const balance = nProduct({ feed: { Pb: grade(mixed("Pb"), "%"), Zn: grade(mixed("Zn"), "%"), Cu: grade(mixed("Cu"), "%") }, products });
    expect(Object.values(balance.products).map(({ massPull }) => String(massPull))).toEqual(["5%", "10%", "2%", "83%"]);
  });
});

describe("what cannot be is refused, and says which assay is impossible", () => {
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a product of less than nothing", () => threeProduct({ ...copperZinc, feed: { Cu: "0.1 %", Zn: "15 %" } }), "out-of-range",
      ["^copper would be -1.47% of the feed", "feed's Cu of 0.1% would have to lie between 0.4205% and 17.27%"]],
    ["tailings of less than nothing", () => threeProduct({ ...copperZinc, feed: { Cu: "2.3 %", Zn: "60 %" } }), "out-of-range", ["^tailings would be -21.2%", "feed's Zn of 60%"]],
    ["products that no feed of one other assay mends", () => threeProduct({ ...copperZinc, feed: { Cu: "90 %", Zn: "90 %" } }), "out-of-range", ["no change to a single assay"]],
    ["a product that is a mixture of the others",
      () => threeProduct({ feed: { A: "2 %", B: "2 %" }, products: { x: { A: "1 %", B: "1 %" }, y: { A: "3 %", B: "3 %" }, z: { A: "2 %", B: "2 %" } } }), "division-by-zero", ["mixture"]],
    ["a metal that the feed has none of", () => nProduct({ feed: { A: "0 %" }, products: { x: { A: "1 %" }, y: { A: "0 %" } } }), "out-of-range", ["^x would be 0%"]],
    ["two products", () => threeProduct({ feed: { A: "2 %" }, products: { x: { A: "1 %" }, y: { A: "3 %" } } }), "wrong-kind", ["three products", "two metals"]],
    ["too few metals", () => nProduct({ feed: { A: "2 %" }, products: { x: { A: "1 %" }, y: { A: "3 %" }, z: { A: "2 %" } } }), "wrong-kind", ["3 products", "2 metals"]],
    ["a metal that a product lacks", () => threeProduct({ ...copperZinc, products: { ...copperZinc.products, zinc: { Cu: "1 %" } as never } }), "wrong-kind", ["^products.zinc.Zn is missing"]],
    ["a metal that the feed lacks", () => threeProduct({ ...copperZinc, products: { ...copperZinc.products, zinc: { Cu: "1 %", Zn: "50 %", Pb: "1 %" } as never } }), "wrong-kind", ["^products.zinc.Pb"]],
    ["an assay below nothing", () => threeProduct({ ...copperZinc, feed: { Cu: "-2.3 %", Zn: "15 %" } }), "out-of-range", ["^feed.Cu is -2.3%"]],
    ["a tonnage of no stream", () => threeProduct({ ...copperZinc, tonnage: { lead: "1 t" } as never }), "wrong-kind", ["^tonnage is given for lead"]],
    ["no products", () => threeProduct({ feed: copperZinc.feed } as never), "wrong-kind", ["^products is missing"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

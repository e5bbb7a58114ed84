/** Published two- and three-product problems, recomputed; the wrong ones shown wrong. */
import { describe, expect, test } from "vitest";
import { figure } from "../../../src/figure/figure.ts";
import { circulatingLoad } from "../../../src/formula/circulating-load.ts";
import { threeProduct, type ProductBalance } from "../../../src/formula/n-product.ts";
import { pulp, solidsInPulp } from "../../../src/formula/pulp.ts";
import { rangeOf } from "../../../src/formula/range.ts";
import { twoProduct } from "../../../src/formula/two-product.ts";
import { Ratio } from "../../../src/number/ratio.ts";
import type { Kind, Role } from "../../../src/quantity/kind.ts";
import { plainRatio } from "../../../src/formula/stream.ts";
import { duration, volume } from "../../../src/quantity/constructors.ts";
import type { Quantity } from "../../../src/quantity/quantity.ts";
import { examplesOf, type PublishedExample } from "../examples.ts";
import { toldAs } from "../recomputed.ts";

type Inputs = PublishedExample["inputs"];
const examples = examplesOf("product-formulas");
const inputsOf = (id: string): Inputs => examples.find((example) => example.id === id)!.inputs;

// "Cu concentrate Zn" is the zinc in the copper concentrate.
function threeProducts<V>(inputs: Inputs, read: (text: string) => V) {
  const metals = Object.keys(inputs).filter((name) => /^feed (?!tonnage)/.test(name)).map((name) => name.slice("feed ".length));
  const streams = [...new Set(Object.keys(inputs).map((name) => name.slice(0, name.lastIndexOf(" "))))].filter((name) => name !== "feed");
  const assays = (stream: string): Record<string, V> => Object.fromEntries(metals.map((metal) => [metal, read(inputs[`${stream} ${metal}`]!)]));
  return { feed: assays("feed"), products: Object.fromEntries(streams.map((stream) => [stream, assays(stream)])) };
}

function balanceOf(inputs: Inputs): ProductBalance<string, string> {
  const given = threeProducts(inputs, (text) => text);
  return inputs["feed tonnage"] === undefined ? threeProduct(given) : threeProduct({ ...given, tonnage: { feed: inputs["feed tonnage"] } });
}

// The pulps around a cyclone, and its feed by the balance of water.
function cycloneAnswer(inputs: Inputs, name: string): Quantity<Kind, Role> {
  const of = (stream: string) => ({ solidsDensity: inputs["solids density"]!, pulpDensity: inputs[stream]! });
  const stream = name.split(" ").at(-1)!;
  if (name.startsWith("solids")) return pulp(of(stream)).solidsByMass;
  if (name.startsWith("dilution")) return pulp(of(stream)).dilution;
  const sampled = volume(inputs["underflow sampled"]!).dividedBy(duration(inputs["sampling time"]!));
  const underflow = solidsInPulp({ pulp: sampled, ...of("underflow") });
  if (stream === "underflow") return underflow;
  const [feed, over, under] = ["feed", "overflow", "underflow"].map((each) => pulp(of(each)).dilution) as [Quantity<"fraction">, Quantity<"fraction">, Quantity<"fraction">];
  const load = circulatingLoad({ basis: "overflow", dilution: { feed, overflow: over, underflow: under } }).to("1").exact;
  return underflow.times(load.plus(1).dividedBy(load));
}

function answer(inputs: Inputs, name: string): Quantity<Kind, Role> {
  if (inputs["solids density"] !== undefined) return cycloneAnswer(inputs, name);
  if (inputs["feed"] !== undefined) {
    const { recovery, massPull, enrichmentRatio } = twoProduct({ feed: inputs["feed"], concentrate: inputs["concentrate"]!, tailings: inputs["tailings"]! });
    return name === "recovery" ? recovery : name === "mass pull" ? massPull : enrichmentRatio;
  }
  const { products } = balanceOf(inputs);
  if (name === "sum of shares") return plainRatio(Object.values(products).reduce((sum, { massPull }) => sum.plus(massPull.to("1").exact), Ratio.zero));
  const [, metal, stream = ""] = /^.* of (?:(\w+) in )?(.+)$/.exec(name) ?? [];
  const product = products[stream === "" ? name : stream]!;
  if (name.startsWith("recovery")) return product.recovery[metal!]!;
  if (name.startsWith("enrichment ratio")) return product.enrichmentRatio[metal!]!;
  return name.startsWith("ratio of concentration") ? product.ratioOfConcentration : product.tonnage!;
}

describe.each(examples)("$id", ({ inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    expect(toldAs(printed, answer(inputs, name))).toBe(computed);
    expect(computed === printed).toBe(agrees === true);
  });
});

describe("the answers that differ", () => {
  test("of the copper and zinc are within what the printed assays allow", () => {
    const inputs = inputsOf("t3-scribd-cu-zn-three-product");
    const { products } = rangeOf(threeProduct<string, string, "throughput">, {
      ...threeProducts(inputs, (text) => figure("grade", text)), tonnage: { feed: figure("throughput", inputs["feed tonnage"]!) },
    });
    const [copper, zinc, tailings] = [products["Cu concentrate"]!, products["Zn concentrate"]!, products["tailings"]!];
    const printed = (kind: Kind, text: string) => figure(kind, text);
    expect(copper.tonnage!.interval.intersect(printed("throughput", "259.2 t/d").interval)).toBeDefined();
    expect(copper.recovery["Cu"]!.interval.intersect(printed("fraction", "82.64 %").interval)).toBeDefined();
    expect(zinc.recovery["Zn"]!.interval.intersect(printed("fraction", "93.24 %").interval)).toBeDefined();
    expect(copper.enrichmentRatio["Cu"]!.interval.intersect(printed("fraction", "9.5 1").interval)).toBeDefined();
    expect(copper.recovery["Zn"]!.interval.intersect(printed("fraction", "2.47 %").interval)).toBeDefined();
    expect(tailings.recovery["Cu"]!.interval.intersect(printed("fraction", "5.59 %").interval)).toBeDefined();
  });

  test("of the lecture are beyond it, and are those of a feed of 0.9 %", () => {
    const given = inputsOf("t3-lecture12-p1-misprint");
    const range = rangeOf(twoProduct, { feed: figure("grade", given["feed"]!), concentrate: figure("grade", given["concentrate"]!), tailings: figure("grade", given["tailings"]!) });
    expect(range.recovery.interval.intersect(figure("fraction", "82.73 %").interval)).toBeUndefined();
    expect(range.massPull.interval.intersect(figure("fraction", "2.86 %").interval)).toBeUndefined();
    expect(range.enrichmentRatio.interval.intersect(figure("fraction", "28.9 1").interval)).toBeUndefined();
    const meant = twoProduct({ feed: "0.9 %", concentrate: "26 %", tailings: "0.16 %" });
    expect([meant.recovery.format({ places: 2 }), meant.massPull.to("1").format({ places: 4 }), meant.enrichmentRatio.format({ places: 1 })]).toEqual(["82.73%", "0.0286", "28.9"]);
  });

  test("of copper and cobalt read an assay as a tonnage", () => {
    const inputs = inputsOf("t3-filo-three-product-misread");
    const { products } = balanceOf(inputs);
    const misread = Ratio.of(73).times(6).dividedBy(Ratio.of(300).times("5.5")).times(100);
    expect(misread.toFixed({ places: 2 })).toBe("26.55");
    expect(products["Cu concentrate"]!.recovery["Cu"]!.format({ places: 4 })).toBe("91.9094%");
    expect(products["Co concentrate"]!.tonnage!.format({ places: 4 })).toBe("31.1010 t/h");
    expect(products["tailings"]!.recovery["Cu"]!.format({ places: 4 })).toBe("5.2633%");
    expect([products["tailings"]!.tonnage!.format({ places: 4 }), products["tailings"]!.recovery["Co"]!.format({ places: 4 })]).toEqual(["248.1250 t/h", "5.0897%"]);
  });
});

test("the rounding of a cyclone's densities covers what its dilutions and flows differ by", () => {
  const inputs = inputsOf("lecture12-p3-cyclone-pulps");
  const dilutions = (["feed", "overflow"] as const).map((stream) => rangeOf(pulp, { solidsDensity: inputs["solids density"]!, pulpDensity: figure("density", inputs[stream]!) }).dilution);
  expect(dilutions[0]!.interval.intersect(figure("fraction", "4.42 1").interval)).toBeDefined();
  expect(dilutions[1]!.interval.intersect(figure("fraction", "21.97 1").interval)).toBeDefined();
  // Each density moved by no more than half a unit gives the printed flows.
  const moved = { ...inputs, underflow: "1289.5 kg/m3", feed: "1139.6 kg/m3", overflow: "1029.6 kg/m3" };
  expect(cycloneAnswer(moved, "flow of underflow").to("kg/h").format({ places: 0 })).toBe("1,172 kg/h");
  expect(cycloneAnswer(moved, "flow of feed").to("kg/h").format({ places: 0 })).toBe("1,336 kg/h");
});

test("exact shares of the one that publishes none", () => {
  const { products } = balanceOf(inputsOf("t3-minelab-three-product"));
  expect(["first", "second", "tailings"].map((name) => products[name]!.massPull.to("1").exact.toString())).toEqual(["220/1099", "144/1099", "105/157"]);
});

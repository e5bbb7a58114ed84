import { describe, expect, test } from "vitest";
import { isHeadgradeError, type HeadgradeError } from "../../src/error.ts";
import {
  concentration, density, duration, fraction, grade, mass, money, price, throughput, volume, volumeFlow,
} from "../../src/quantity/constructors.ts";
import { quantityFromJSON } from "../../src/quantity/parse.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";

// What a wrong call throws, within the time that a wrong call may take.
function errorOf(call: () => unknown): HeadgradeError {
  let caught: unknown;
  const tries = [1, 2, 3].map(() => {
    const before = performance.now();
    try {
      call();
    } catch (error) {
      caught = error;
    }
    return performance.now() - before;
  });
  // The best of three: a machine may pause, and only a slow refusal is slow each time.
  expect(Math.min(...tries)).toBeLessThan(50);
  if (!isHeadgradeError(caught)) throw new Error("expected an error of ours", { cause: caught });
  return caught;
}

describe("text becomes the quantity it says", () => {
  test.each([
    [mass("1,165,388 t"), "1165388", "t"],
    [mass("1165388t"), "1165388", "t"],
    [mass("  12.5 wmt "), "12.5", "wmt"],
    [mass("52,067 troy ounces"), "52067", "oz"],
    [mass("1.2 million ounces"), "1200000", "oz"],
    [mass("1.2 Moz"), "1.2", "Moz"],
    [mass("3 thousand short tons"), "3000", "st"],
    [mass("1 165 388 t"), "1165388", "t"],
    [mass("-3.5 oz"), "-3.5", "oz"],
    [mass("1.165.388,5 t", { decimalMark: "," }), "1165388.5", "t"],
    [mass("5 ton", { read: { ton: "st" } }), "5", "st"],
    [mass("5", "t"), "5", "t"],
    [mass("1,165,388", "t"), "1165388", "t"],
    [mass("240/7", "g"), "240/7", "g"],
    [mass(5n, "t"), "5", "t"],
    [mass(0.1, "t"), "0.1", "t"],
    [grade("1.88 g/t"), "1.88", "g/t"],
    [grade("1.88gpt"), "1.88", "g/t"],
    [grade("0.45%"), "0.45", "%"],
    [grade("0.45 % w/w"), "0.45", "%"],
    [grade("0.05 opt"), "0.05", "oz/st"],
    [grade("0.05 oz/t", { read: { "oz/t": "oz/st" } }), "0.05", "oz/st"],
    [grade("0.05 ounces per ton", { read: { ton: "st" } }), "0.05", "oz/st"],
    [grade("3.2 carats per hundred tonnes"), "3.2", "cpht"],
    [fraction("74.0 %"), "74", "%"],
    [fraction("74.0%"), "74", "%"],
    [fraction("0.74 1"), "0.74", "1"],
    [fraction("74 per cent"), "74", "%"],
    [fraction("104.2 %"), "104.2", "%"],
    [throughput("12,667 t/d"), "12667", "t/d"],
    [throughput("12,667 tonnes per day"), "12667", "t/d"],
    [throughput("4.8 Mt/year"), "4.8", "Mt/a"],
    [throughput("500 tpd", { read: { tpd: "st/d" } }), "500", "st/d"],
    [duration("92 days"), "92", "d"],
    [volume("1,200 bcm"), "1200", "bcm"],
    [density("2.7 t/m³"), "2.7", "t/m3"],
    [concentration("1.2 mg/L"), "1.2", "mg/L"],
    [volumeFlow("350 m3/h"), "350", "m3/h"],
    [money("USD 1,250"), "1250", "USD"],
    [money("US$1.2 million"), "1200000", "USD"],
    [money("1,250 CAD"), "1250", "CAD"],
    [money("C$350"), "350", "CAD"],
    [money("€5.25"), "5.25", "EUR"],
    [price("350 USD/oz"), "350", "USD/oz"],
    [price("1.50 US$/lb"), "1.5", "USD/lb"],
    [price("US$1,850/oz"), "1850", "USD/oz"],
    [price("US$3.50 per lb"), "3.5", "USD/lb"],
    [price("C$ 65/t"), "65", "CAD/t"],
  ])("%s", (quantity, value, unit) => {
    expect([quantity.exact.toString(), quantity.unit]).toEqual([value, unit]);
  });

  test("a quantity of the kind passes through, itself", () => {
    const ore = mass("5 t");
    expect(mass(ore)).toBe(ore);
  });

  test("a quantity of another copy of the package is read by its JSON", () => {
    const foreign = { [Symbol.toStringTag]: "Quantity", toJSON: () => mass("5 dmt").toJSON() };
    expect(mass(foreign as never)).toEqual(mass("5 dmt"));
  });
});

describe("a wrong input is an error that shows the value and says what to do", () => {
  test.each<[string, () => unknown, string, string, RegExp]>([
    ["digits not grouped in threes", () => mass("12,34 t"), "malformed-number", "12,34", /groups?|grouped in threes.*decimalMark/],
    ["a bare ton", () => mass("5 ton"), "ambiguous-unit", "ton", /"t" for the tonne.*"st" for the short ton.*"lt" for the long ton/],
    ["ounces per t", () => grade("1.2 oz/t"), "ambiguous-unit", "oz/t", /"oz\/st" for troy ounces per short ton.*"oz\/tonne"/],
    ["a fraction without its unit", () => fraction("74.0"), "missing-unit", "74.0", /"74.0 %"/],
    ["wet to dry", () => mass("100 wmt").to("dmt"), "basis-mismatch", "100 wmt", /dryMass/],
    ["two currencies", () => money("USD 5").plus(money("CAD 5")), "currency-mismatch", "CAD 5", /convert it first/],
    ["no number", () => mass(NaN, "t"), "not-a-number", "NaN", /pass .*a finite number/],
    ["a huge exponent", () => mass("1e999999999 t"), "too-large", "1e999999999 t", /larger unit/],
    ["a million digits", () => mass("9".repeat(1_000_000)), "too-large", "999", /at most 1200 characters/],
    ["a million digits beside a unit", () => mass("9".repeat(1_000_000), "t"), "too-large", "999", /at most 1000 digits/],
    ["a million letters", () => mass("x".repeat(1_000_000)), "too-large", "xxx", /at most/],
    ["a million spaces", () => mass(`5${" ".repeat(1_000_000)}t`), "too-large", "5 ", /at most/],
    ["a unit of a million letters", () => mass(5, "x".repeat(1_000_000) as never), "unknown-unit", "xxx", /use one of/],
    ["no number at all", () => fraction("abc"), "malformed-number", "abc", /"74.0 %"/],
    ["a grade plus a fraction", () => grade("1 g/t").plus(fraction("5 %") as never), "wrong-kind", "1 g/t", /5%, a fraction/],
    ["a grade plus a number", () => grade("1 g/t").plus(5 as never), "wrong-kind", "5", /only quantities of one kind/],
    ["a mass by a mass", () => mass("1 t").times(mass("2 t") as never), "wrong-kind", "2 t", /no kind of quantity/],
    ["a mass over a mass, of no stated kind", () => (mass("1 t").dividedBy as (by: unknown) => unknown).call(mass("1 t"), mass("2 t")), "wrong-kind", "mass", /"grade" or "fraction"/],
    ["a number without a unit", () => mass(5 as never), "missing-unit", "mass", /one of: t, kt/],
    ["an unknown unit", () => mass("5 stone"), "unknown-unit", "stone", /use one of t, kt/],
    ["an unknown target unit", () => mass("5 t").to("g/t" as never), "unknown-unit", "g/t", /use one of/],
    ["a unit from a prototype", () => mass("5 constructor"), "unknown-unit", "constructor", /use one of/],
    ["a bare dollar", () => money("$5"), "ambiguous-unit", "$", /"USD", "CAD" or "AUD"/],
    ["MT", () => mass("5 MT"), "ambiguous-unit", "MT", /"t" for the tonne or "Mt" for the megatonne/],
    ["tpd", () => throughput("5 tpd"), "ambiguous-unit", "tpd", /tonnes per day/],
    ["TONS", () => mass("5 TONS"), "ambiguous-unit", "TONS", /"st"/],
    ["a rate per year as one per day", () => throughput("5 Mt/a").to("t/d"), "period-needed", "5 Mt/a", /tonnage/],
    ["a rate per month over days", () => throughput("5 t/mo").times(duration("30 d")), "period-needed", "5 t/mo", /tonnage/],
    ["bank to loose", () => volume("5 bcm").to("lcm"), "basis-mismatch", "5 bcm", /swell/],
    ["a bare tonne as a dry one", () => mass("5 t").to("dmt"), "basis-mismatch", "5 t", /onBasis/],
    ["a grade of wet ore", () => mass("5 wmt").times(grade("1 g/t")), "basis-mismatch", "5 wmt", /dryMass/],
    ["division by zero", () => mass("5 t").dividedBy(0), "division-by-zero", "zero", /other than zero/],
    ["an object", () => mass({} as never), "wrong-kind", "an object", /"1,165,388 t"/],
    ["null", () => mass(null as never), "wrong-kind", "null", /"1,165,388 t"/],
    ["nothing", () => (mass as () => unknown)(), "wrong-kind", "undefined", /"1,165,388 t"/],
    ["a quantity of another kind", () => mass(grade("1 g/t") as never), "wrong-kind", "1 g/t", /Expected a mass/],
    ["a text unfit beside its unit", () => mass("5 t", "t"), "malformed-number", "5 t", /beside the unit/],
    ["a moisture as a recovery", () => fraction("8 %").as("moisture").as("recovery" as never), "role-mismatch", "8%", /do not interchange/],
    ["a comparison by sign", () => (mass("5 t") as never as number) < 6, "not-comparable", "<", /isLessThan/],
  ])("%s", (_, call, code, value, remedy) => {
    const error = errorOf(call);
    expect(error.code).toBe(code);
    expect(error.message).toContain(value);
    expect(error.message).toMatch(remedy);
    expect(error.message.length).toBeLessThan(700);
  });

  test("a message stays short however long the input", () => {
    expect(errorOf(() => mass(`5 ${"y".repeat(1000)}`)).message.length).toBeLessThan(400);
  });
});

describe("JSON gives back the very same quantity", () => {
  test.each([
    mass("1,165,388.50 t"), mass("5 wmt"), mass("5 t").onBasis("dry"), grade("0.05 oz/st").to("g/t"), fraction("74 %").as("recovery"), fraction("8 %").as("moisture"),
    throughput("4.8 Mt/a"), throughput("5 dmt/d"), duration("92 d"), volume("5 lcm"), density("2.7 t/bcm"), density("2.7 dmt/bcm"), concentration("1 mg/L"), volumeFlow("5 gal/min"),
    money("USc 5"), money("USD 5"), price("3 USc/lb"), price("350 USD/oz"), price("90 USD/dmt"), mass("1/3", "t"),
  ] as readonly Quantity[])("%s", (quantity) => {
    const back = quantityFromJSON(JSON.parse(JSON.stringify(quantity)));
    expect(back.toJSON()).toEqual(quantity.toJSON());
    for (const field of ["kind", "unit", "basis", "role"] as const) expect(back[field]).toBe(quantity[field]);
    expect(back.exact.equals(quantity.exact)).toBe(true);
  });

  test("in the form that the design states", () => {
    expect(JSON.stringify(mass("1,165,388 t"))).toBe('{"kind":"mass","value":"1165388","unit":"t"}');
    expect(JSON.stringify(grade("1 oz/st").to("g/t"))).toBe('{"kind":"grade","value":"240/7","unit":"g/t"}');
  });

  test.each<[unknown, string]>([
    [null, "wrong-kind"], ["5 t", "wrong-kind"], [{}, "wrong-kind"], [{ kind: "length", value: "5", unit: "m" }, "wrong-kind"], [{ kind: "toString", value: "5", unit: "m" }, "wrong-kind"],
    [{ kind: "mass", value: 5, unit: "t" }, "wrong-kind"], [{ kind: "mass", value: "x", unit: "t" }, "malformed-number"], [{ kind: "mass", value: "5", unit: "ton" }, "ambiguous-unit"],
    [{ kind: "fraction", value: "5", unit: "%", role: "head" }, "role-mismatch"], [{ kind: "mass", value: "5", unit: "t", basis: "damp" }, "basis-mismatch"],
    [{ kind: "mass", value: "5", unit: "wmt", basis: "dry" }, "basis-mismatch"],
  ])("%j is refused", (json, code) => {
    expect(errorOf(() => quantityFromJSON(json)).code).toBe(code);
  });

  test("of another kind than asked for is refused", () => {
    expect(errorOf(() => quantityFromJSON(mass("5 t").toJSON(), "grade")).code).toBe("wrong-kind");
  });
});

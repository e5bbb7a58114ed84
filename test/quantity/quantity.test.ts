import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  concentration, density, duration, fraction, grade, mass, money, price, throughput, volume, volumeFlow,
} from "../../src/quantity/constructors.ts";

const refused = (code: string) => expect.objectContaining({ code }) as never;

describe("a quantity keeps the unit it was given in", () => {
  test("and converts when asked, exactly, there and back", () => {
    const assay = grade("0.05 oz/st");
    expect(assay.to("oz/st")).toBe(assay);
    expect(assay.to("g/t").to("ppm").to("oz/st").exact.equals("0.05")).toBe(true);
  });

  test("a sum comes out in the first one's unit", () => {
    expect(String(mass("1 t").plus(mass("2,000 lb")))).toBe("1.90718474 t");
    expect(String(mass("1 lb").minus(mass("7000 gr")))).toBe("0 lb");
  });

  test("a comparison is exact", () => {
    expect(mass("480 gr").equals(mass("1 oz"))).toBe(true);
    expect(mass("1 oz").compare(mass("480.0000000000000000000000000001 gr"))).toBe(-1);
    expect(grade("34.2857142857142857142857 g/t").isLessThan(grade("1 oz/st"))).toBe(true);
    expect(fraction("74 %").isGreaterThan(fraction("0.7399999999999999999 1"))).toBe(true);
  });

  test("signs", () => {
    expect([String(mass("-5 t").absolute()), String(mass("5 t").negated()), String(mass("5 t").absolute())]).toEqual(["5 t", "-5 t", "5 t"]);
  });

  test("rounding is asked for by name, and exact again", () => {
    expect(String(grade("1 oz/st").to("g/t").rounded({ places: 2 }))).toBe("34.29 g/t");
    expect(grade("1 oz/st").to("g/t").rounded({ digits: 3 }, "floor").exact.equals("34.2")).toBe(true);
  });
});

describe("products and quotients", () => {
  test.each([
    [mass("1,165,388 t").times(grade("1.88 g/t")), "70,440.02", "oz"],
    [mass("100 st").times(grade("0.05 oz/st")), "5.00", "oz"],
    [mass("12 Mt").times(grade("0.45 %")), "54,000.00", "t"],
    [mass("100 st").times(grade("3 lb/st")), "300.00", "lb"],
    [mass("1000 t").times(grade("50 ppm")), "50.00", "kg"],
    [mass("1000 t").times(grade("3.2 cpht")), "32.00", "ct"],
    [throughput("1000 t/d").times(grade("31.1034768 g/t")), "1,000.00", "oz/d"],
    [throughput("12,667 t/d").times(duration("92 d")), "1,165,364.00", "t"],
    [throughput("100 t/h").times(duration("2 d")), "4,800.00", "t"],
    [density("2.7 t/m3").times(volume("10 m3")), "27.00", "t"],
    [density("2.7 t/m3").times(volumeFlow("10 m3/h")), "27.00", "t/h"],
    [concentration("2 g/L").times(volume("5 m3")), "10,000.00", "g"],
    [concentration("2 mg/L").times(volumeFlow("5 m3/h")), "10,000.00", "mg/h"],
    [volumeFlow("10 m3/h").times(duration("1 d")), "240.00", "m3"],
    [price("350 USD/oz").times(mass("31.1034768 g")), "350.00", "USD"],
    [price("1.5 USD/lb").times(mass("1 st")), "3,000.00", "USD"],
    [fraction("74 %").times(mass("100 oz")), "74.00", "oz"],
    [fraction("74 %").times(fraction("50 %")), "37.00", "%"],
    [mass("1 t").times(3), "3.00", "t"],
  ])("%s", (product, value, unit) => {
    expect([product.exact.rounded({ places: 2 }).equals(value.replaceAll(",", "")), product.unit]).toEqual([true, unit]);
  });

  test.each([
    [mass("50 oz").dividedBy(mass("1000 st"), "grade"), "0.05 oz/st"],
    [mass("31.1034768 g").dividedBy(mass("1 t"), "grade"), "31.1034768 g/t"],
    [mass("45 t").dividedBy(mass("10 kt"), "grade"), "0.45%"],
    [mass("3 ct").dividedBy(mass("2 t"), "grade"), "1.5 ct/t"],
    [mass("45 t").dividedBy(mass("100 t"), "fraction"), "45%"],
    [mass("70 oz").dividedBy(grade("0.05 oz/st")), "1,400 st"],
    [mass("1 t").dividedBy(grade("0.5 %")), "200 t"],
    [mass("1,165,364 t").dividedBy(duration("92 d")), "12,667 t/d"],
    [mass("1,165,364 t").dividedBy(throughput("12,667 t/d")), "92 d"],
    [mass("27 t").dividedBy(volume("10 m3"), "density"), "2.7 t/m3"],
    [mass("5 g").dividedBy(volume("10 m3"), "concentration"), "0.5 g/m3"],
    [mass("27 t").dividedBy(density("2.7 t/m3")), "10 m3"],
    [money("USD 700").dividedBy(mass("2 oz")), "350 USD/oz"],
    [money("USD 700").dividedBy(price("350 USD/oz")), "2 oz"],
    [money("USD 700").dividedBy(money("USD 1400")), "50%"],
    [volume("240 m3").dividedBy(duration("1 d")), "240 m3/d"],
    [mass("74 oz").dividedBy(fraction("74 %")), "100 oz"],
    [mass("6 t").dividedBy(4), "1.5 t"],
  ])("%s is %s", (quotient, text) => {
    expect(String(quotient)).toBe(text);
  });
});

describe("bases", () => {
  test("wet and dry masses neither add nor convert", () => {
    expect(() => mass("5 wmt").plus(mass("5 dmt"))).toThrow(refused("basis-mismatch"));
    expect(() => mass("5 wmt").to("dmt")).toThrow(refused("basis-mismatch"));
    expect(() => mass("5 t").plus(mass("5 dmt"))).toThrow(refused("basis-mismatch"));
    expect(() => mass("5 dmt").compare(mass("5 wmt"))).toThrow(refused("basis-mismatch"));
  });

  test("a bare tonne can be said to be dry, once", () => {
    const dry = mass("5 t").onBasis("dry");
    expect([dry.basis, String(dry.to("dmt")), String(dry.plus(mass("1 dmt")))]).toEqual(["dry", "5 dmt", "6 t"]);
    expect(() => dry.onBasis("wet")).toThrow(refused("basis-mismatch"));
    expect(mass("5 dmt").to("t").basis).toBe("dry");
  });

  test("a basis lives on through a fraction, a rate and a time, and ends in metal and money", () => {
    expect(mass("5 wmt").times(fraction("10 %")).basis).toBe("wet");
    expect(mass("5 dmt").dividedBy(duration("1 d")).basis).toBe("dry");
    expect(throughput("5 wmt/d").times(duration("2 d")).basis).toBe("wet");
    expect(mass("5 dmt").times(grade("1 g/t")).basis).toBeUndefined();
    expect(price("90 USD/dmt").times(mass("2 dmt")).basis).toBeUndefined();
  });

  test("a price per dry tonne is not for wet ones, and comes back from money by mass", () => {
    expect(() => price("90 USD/dmt").times(mass("2 wmt"))).toThrow(refused("basis-mismatch"));
    expect(money("USD 180").dividedBy(mass("2 dmt")).equals(price("90 USD/dmt"))).toBe(true);
    expect(price("90 USD/dmt").times(fraction("50 %")).equals(price("45 USD/dmt"))).toBe(true);
  });

  test("a mass got from a bank volume is a mass like any other", () => {
    const ore = density("2.7 t/bcm").times(volume("10 bcm"));
    expect([ore.basis, String(ore.plus(mass("1 t")))]).toEqual([undefined, "28 t"]);
  });

  test("a density can be of dry tonnes and bank metres at once", () => {
    const dry = density("2.7 dmt/bcm");
    expect(dry.times(volume("10 bcm")).basis).toBe("dry");
    expect(() => dry.times(volume("10 lcm"))).toThrow(refused("basis-mismatch"));
    expect(mass("27 dmt").dividedBy(dry).basis).toBe("bank");
    expect(() => mass("27 wmt").dividedBy(dry)).toThrow(refused("basis-mismatch"));
    expect(mass("27 dmt").dividedBy(volume("10 bcm"), "density").equals(dry)).toBe(true);
    expect(() => dry.to("wmt/bcm")).toThrow(refused("basis-mismatch"));
  });

  test("a density of dry tonnes in plain cubic metres gives dry tonnes", () => {
    expect(density("2.7 dmt/m3").times(volume("10 m3")).basis).toBe("dry");
    expect(density("2.7 dmt/m3").times(volume("10 bcm")).basis).toBe("dry");
  });

  test("bank and loose volumes do not meet", () => {
    expect(() => density("2.7 t/bcm").times(volume("10 lcm"))).toThrow(refused("basis-mismatch"));
    expect(() => volume("1 bcm").plus(volume("1 lcm"))).toThrow(refused("basis-mismatch"));
    expect(String(volume("1 bcy").to("bcm"))).toBe("0.764554857984 bcm");
  });
});

describe("money", () => {
  test("cents are hundredths of their dollar", () => {
    expect(money("USD 1").plus(money("USc 50")).equals(money("USD 1.50"))).toBe(true);
    expect(String(price("150 USc/lb").to("USD/lb"))).toBe("1.5 USD/lb");
    expect(price("150 USc/lb").times(mass("1000 lb")).equals(money("USD 1500"))).toBe(true);
  });

  test("two currencies meet nowhere", () => {
    expect(() => money("USD 1").plus(money("CAD 1"))).toThrow(refused("currency-mismatch"));
    expect(() => money("USD 1").to("CAD")).toThrow(refused("currency-mismatch"));
    expect(() => price("1 USD/lb").to("CAD/lb")).toThrow(refused("currency-mismatch"));
    expect(() => price("1 USD/lb").compare(price("1 CAD/lb"))).toThrow(refused("currency-mismatch"));
    expect(() => money("USD 1").dividedBy(money("CAD 1"))).toThrow(refused("currency-mismatch"));
    expect(() => money("USD 1").dividedBy(price("1 CAD/lb"))).toThrow(refused("currency-mismatch"));
  });
});

describe("roles", () => {
  test("are said once, kept, and do not mix", () => {
    const share = fraction("74 %").as("recovery");
    expect([share.role, share.to("1").role, share.as("recovery").role, fraction("74 %").role]).toEqual(["recovery", "recovery", "recovery", undefined]);
    expect(() => share.plus(fraction("1 %").as("moisture") as never)).toThrow(refused("role-mismatch"));
    expect(() => share.as("moisture" as never)).toThrow(refused("role-mismatch"));
    expect(share.plus(fraction("1 %")).role).toBe("recovery");
  });

  test("a product with a number keeps the role, a product of two fractions has none", () => {
    const share = fraction("74 %").as<"recovery">("recovery");
    expect([share.times(2).role, share.times(fraction("50 %")).role]).toEqual(["recovery", undefined]);
  });
});

describe("rates per month and year", () => {
  test("convert among themselves and not to days", () => {
    expect(String(throughput("4.8 Mt/a").to("kt/a"))).toBe("4,800 kt/a");
    expect(() => throughput("4.8 Mt/a").to("t/d")).toThrow(refused("period-needed"));
    expect(() => throughput("4.8 Mt/a").to("t/mo")).toThrow(refused("period-needed"));
    expect(() => throughput("4.8 Mt/a").plus(throughput("1 t/d"))).toThrow(refused("period-needed"));
    expect(() => mass("5 t").dividedBy(throughput("4.8 Mt/a"))).toThrow(refused("period-needed"));
    expect(() => throughput("4.8 Mt/a").dividedBy(throughput("1 t/d"), "fraction")).toThrow(refused("period-needed"));
  });

  test("go through a grade in their own time", () => {
    expect(throughput("1 Mt/a").times(grade("1 ppm")).unit).toBe("kg/a");
    expect(String(throughput("2 Mt/a").times(fraction("50 %")))).toBe("1 Mt/a");
  });
});

describe("a quantity shows itself", () => {
  test.each([
    [mass("1165388.5 t"), "1,165,388.5 t"], [fraction("74.0 %"), "74%"], [grade("0.45 %"), "0.45%"], [fraction("0.74 1"), "0.74"], [money("USD 1250"), "USD 1,250"],
    [grade("1 oz/st").to("g/t"), "34.2857142857… g/t"], [mass("-1165388 t"), "-1,165,388 t"], [mass("0.000001 t"), "0.000001 t"], [mass("1e12", "t"), "1,000,000,000,000 t"],
    [mass("2/3", "t"), "0.666666666666… t"], [mass("-2/3", "t"), "-0.666666666666… t"],
  ])("%s", (quantity, text) => {
    expect(String(quantity)).toBe(text);
    expect(inspect(quantity)).toBe(text);
    expect(quantity[Symbol.for("Jupyter.display") as never]).toBeTypeOf("function");
  });

  test("to places and digits, with the zeros asked for, in a locale", () => {
    expect(mass("1165388.5 t").format({ places: 0 })).toBe("1,165,389 t");
    expect(mass("1165388.5 t").format({ places: 0, rounding: "half-even" })).toBe("1,165,388 t");
    expect(mass("1165388.5 t").format({ places: 2 })).toBe("1,165,388.50 t");
    expect(mass("1165388.5 t").format({ digits: 3 })).toBe("1,170,000 t");
    expect(mass("1165388.5 t").format({ locale: "de-DE" })).toBe("1.165.388,5 t");
    expect(mass("123456789012345678901234567890.125 t").format({ locale: "de-DE", places: 3 })).toBe("123.456.789.012.345.678.901.234.567.890,125 t");
    expect(() => mass("1 t").format({ places: 0.5 })).toThrow(refused("out-of-range"));
  });

  test("and as a Decimal or a double when asked", () => {
    expect(grade("1 oz/st").to("g/t").toDecimal({ places: 4 }).toString()).toBe("34.2857");
    expect(mass("0.1 t").toNumber()).toBe(0.1);
  });

  test("but not to < or +", () => {
    expect(() => (mass("1 t") as never as number) + 1).toThrow(refused("not-comparable"));
    expect(() => mass("1 t") as never as string).not.toThrow();
  });
});

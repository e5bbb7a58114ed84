import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figure, fraction, grade, instant, Interval, mass, period, Ratio, reconcile, type Statement } from "headgrade";
import { fromJson, toJson } from "headgrade/show";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";
import { published } from "./published.ts";

describe("what comes back from JSON is what went in", () => {
  test("of a ratio and an interval, exactly", () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.boolean(), fc.boolean(), (numerator, denominator, lowOpen, highOpen) => {
      const ratio = Ratio.fraction(numerator, denominator);
      const interval = Interval.between({ low: ratio, high: ratio.plus(1), lowOpen, highOpen });
      expect(fromJson(toJson(ratio), "ratio").equals(ratio)).toBe(true);
      expect(fromJson(toJson(interval), "interval").equals(interval)).toBe(true);
      expect(toJson(fromJson(toJson(interval), "interval"))).toBe(toJson(interval));
    }));
    expect(toJson(Interval.all)).toBe('{"$schema":"urn:headgrade:schema:1","type":"interval","value":{}}');
    expect(fromJson(toJson(Interval.all), "interval").equals(Interval.all)).toBe(true);
  });

  test.each([mass("1,165,388 t"), grade("1 oz/st").to("g/t"), fraction("74.0 %"), mass("5 wmt")])("of a quantity: %s", (quantity) => {
    const back = fromJson(toJson(quantity), "quantity");
    expect(back.equals(quantity)).toBe(true);
    expect(toJson(back)).toBe(toJson(quantity));
  });

  test.each([
    figure("grade", "1.88 g/t"), figure("fraction", "74.0", { unit: "%", rounding: "half-even" }), figure("mass", "approximately 1,200", { unit: "'000 t" }),
    figure("mass", "1.165.388 t", { decimalMark: "," }), figure("mass", "5 ton", { read: { ton: "st" } }),
  ])("of a figure: %s", (printed) => {
    const back = fromJson(toJson(printed), "figure");
    expect(back.text).toBe(printed.text);
    expect(back.interval.equals(printed.interval)).toBe(true);
    expect(toJson(back)).toBe(toJson(printed));
  });

  test("of a period and an instant", () => {
    expect(fromJson(toJson(period("2002-Q4")), "period").equals("2002-Q4")).toBe(true);
    expect(fromJson(toJson(period("FY2014", { fiscalYear: { firstMonth: 7 } })), "period").first).toBe("2013-07-01");
    expect(fromJson(toJson(instant("2002-12-31")), "instant").date).toBe("2002-12-31");
  });

  test.each(published)("of a statement: $name", ({ statement }) => {
    expect(fromJson(toJson(statement), "statement")).toEqual(statement);
    expect(toJson(fromJson(toJson(statement)))).toBe(toJson(statement));
  });

  test("and gives the same report", () => {
    expect(String(reconcile(fromJson(toJson(LAC_DES_ILES), "statement")))).toBe(String(reconcile(LAC_DES_ILES)));
    expect(toJson(reconcile(fromJson(JSON.parse(toJson(LAC_DES_ILES)), "statement")))).toBe(toJson(reconcile(LAC_DES_ILES)));
  });
});

test("JSON may be indented", () => {
  expect(toJson(period("2002"), { indent: 1 })).toBe('{\n "$schema": "urn:headgrade:schema:1",\n "type": "period",\n "value": "2002"\n}');
});

describe("what is refused", () => {
  test.each<[string, () => unknown, string]>([
    ["a text that is no JSON", () => fromJson("{"), "Expected JSON, as toJson writes it, and got"],
    ["JSON of another shape", () => fromJson("5"), "Expected an object, as toJson writes it, and got 5."],
    ["another type", () => fromJson('{"type":"constructor","value":1}'), "Expected JSON of one of ratio, interval, quantity, figure, period, instant, statement"],
    ["a type that was not asked for", () => fromJson(toJson(period("2002")), "ratio"), 'Expected JSON of the type ratio, as toJson writes it, and got "period".'],
    ["a report", () => fromJson(toJson(reconcile(LAC_DES_ILES))), "A report is not read back: keep its statement as JSON"],
    ["a value of another sort", () => toJson(new Date(0) as never), "Expected a report, a statement or one of ratio, interval"],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ code: "wrong-kind" }));
  });

  test("a statement that cannot be read, on its way out and back", () => {
    const wrong = { periods: { 2002: { ore: "5" } } } as Statement;
    expect(() => toJson(wrong)).toThrow(expect.objectContaining({ code: "invalid-statement" }));
    expect(() => fromJson(JSON.stringify({ type: "statement", value: wrong }))).toThrow(expect.objectContaining({ code: "invalid-statement" }));
  });
});

import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { instant, Instant, period } from "../../src/period/index.ts";

describe("an instant", () => {
  test("is the end of a day and prints as that day", () => {
    const end = instant("2002-12-31");
    expect(end.kind).toBe("instant");
    expect(end.date).toBe("2002-12-31");
    expect(end.day).toBe(Date.UTC(2002, 11, 31) / 86_400_000);
    expect(String(end)).toBe("2002-12-31");
    expect(inspect(end)).toBe("Instant(2002-12-31)");
    expect(Object.prototype.toString.call(end)).toBe("[object Instant]");
    expect(end).toBeInstanceOf(Instant);
  });

  test("comes back as itself, from JSON, and from another copy of the class", () => {
    const end = instant(" 2002-12-31 ");
    expect(instant(end)).toBe(end);
    expect(instant(JSON.parse(JSON.stringify(end)) as string).equals(end)).toBe(true);
    expect(instant({ date: "2002-12-31", [Symbol.toStringTag]: "Instant" } as unknown as Instant).equals(end)).toBe(true);
  });

  test("opens a period where the period before it closed", () => {
    expect(period("2002-Q2").opening.equals(period("2002-Q1").close)).toBe(true);
    expect(period("2002").opening.date).toBe("2001-12-31");
    expect(period("2002").close.date).toBe("2002-12-31");
    expect(period("2004-03").opening.date).toBe("2004-02-29");
    expect(period("2002").close.equals("2002-12-30")).toBe(false);
  });

  test("does not lie before the year 1", () => {
    expect(() => period("0001").opening).toThrow(expect.objectContaining({ code: "out-of-range" }));
    expect(() => period("0001").opening).toThrow('"0001" reaches outside the calendar: say days from 0001-01-01 to 9999-12-31');
    expect(() => instant("0000-12-31")).toThrow(expect.objectContaining({ code: "out-of-range" }));
    expect(period("9999").close.date).toBe("9999-12-31");
  });

  test("is not made from what is no day", () => {
    const wrong: readonly (readonly [unknown, string])[] = [
      ["", '""'], ["2002", '"2002"'], ["2002-Q4", '"2002-Q4"'], ["2002-12-31T00:00Z", '"2002-12-31T00:00Z"'], [new Date(0), "an object (Date)"],
      [20021231, "20021231"], [null, "null"], [undefined, "undefined"], [{}, "an object"], [[], "an array"], ["__proto__", '"__proto__"'],
      ["2".repeat(1_000_000), "(1000000 characters)"],
    ];
    for (const [value, printed] of wrong) {
      const attempt = (): unknown => instant(value as string);
      expect(attempt).toThrow(expect.objectContaining({ code: "malformed-period" }));
      expect(attempt).toThrow(printed);
      expect(attempt).toThrow('pass text such as "2002-12-31", or the close of a period');
    }
    expect(() => instant("2002-02-30")).toThrow("its last is 2002-02-28");
  });

  test("is not a period, and says how to get from one to the other", () => {
    const attempt = (): unknown => instant(period("2002-Q4") as unknown as string);
    expect(attempt).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(attempt).toThrow('got the period "2002-Q4": take its .close for the end of its last day, or its .opening.');
  });

  test("takes no part in comparisons by operator", () => {
    expect(() => Number(instant("2002-12-31"))).toThrow(expect.objectContaining({ code: "not-comparable" }));
  });
});

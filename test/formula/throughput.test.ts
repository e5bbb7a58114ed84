import { describe, expect, test } from "vitest";
import { dailyThroughput, tonnage } from "../../src/formula/throughput.ts";
import { duration } from "../../src/quantity/constructors.ts";
import { period } from "../../src/period/period.ts";

const refused = (code: string, words: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(words) as string }) as never;

// North American Palladium, news release of January 14, 2003: tonnes milled and tonnes per day as printed.
describe("Lac des Iles in 2002", () => {
  test.each([["1,165,388 t", "2002-Q4", "12,667 t/d"], ["1,210,799 t", "2002-Q3", "13,161 t/d"], ["4,851,621 t", "2002", "13,292 t/d"]])("%s in %s are %s", (ore, when, rate) => {
    expect(dailyThroughput({ ore, period: when }).format({ places: 0 })).toBe(rate);
    expect(dailyThroughput({ ore, period: period(when) }).format({ places: 0 })).toBe(rate);
  });
});

describe("ore per day", () => {
  test("by days given as a duration, its text, or a number", () => {
    for (const days of ["92 d", "2,208 h", duration("92 d"), 92]) expect(String(dailyThroughput({ ore: "1,165,364 t", days }))).toBe("12,667 t/d");
    expect(String(dailyThroughput({ ore: "100 t", days: 0.5 }))).toBe("200 t/d");
  });

  test("keeps the ore's unit and basis", () => {
    const rate = dailyThroughput({ ore: "365 kdmt", period: "2002" });
    expect([String(rate), rate.basis]).toEqual(["1 kdmt/d", "dry"]);
  });
});

describe("ore of a throughput", () => {
  test.each([
    ["12,667 t/d", "2002-Q4", "1,165,364 t"], ["100 t/h", "2002-02", "67,200 t"], ["4.8 Mt/a", "2002", "4.8 Mt"], ["4.8 Mt/a", "2001-01-01/2002-12-31", "9.6 Mt"],
    ["4.8 Mt/a", "2001-07-01/2002-06-30", "4.8 Mt"], ["400 kt/mo", "2002-Q4", "1,200 kt"], ["400 kt/mo", "2002-02", "400 kt"],
  ])("%s over %s is %s", (rate, when, ore) => {
    expect(String(tonnage({ throughput: rate, period: when }))).toBe(ore);
  });

  test("over operating days, and on its basis", () => {
    const ore = tonnage({ throughput: "100 wmt/d", days: 90 });
    expect([String(ore), ore.basis]).toEqual(["9,000 wmt", "wet"]);
    expect(tonnage({ throughput: "1 kdmt/a", period: "2002" }).basis).toBe("dry");
  });
});

describe("a wrong argument is named", () => {
  test.each<[string, () => unknown, string, RegExp]>([
    ["no days", () => dailyThroughput({ ore: "1 t", days: "0 d" }), "division-by-zero", /^days is 0 d/],
    ["zero days as a number", () => dailyThroughput({ ore: "1 t", days: 0 }), "division-by-zero", /^days is 0 d/],
    ["negative days", () => dailyThroughput({ ore: "1 t", days: -3 }), "out-of-range", /^days is -3 d/],
    ["days that are no number", () => dailyThroughput({ ore: "1 t", days: NaN }), "not-a-number", /NaN/],
    ["an empty period", () => dailyThroughput({ ore: "1 t", period: "2002-12-31/2002-01-01" }), "empty-period", /2002-12-31/],
    ["a malformed period", () => dailyThroughput({ ore: "1 t", period: "soon" }), "malformed-period", /soon/],
    ["both times", () => dailyThroughput({ ore: "1 t", period: "2002", days: 365 } as never), "wrong-kind", /both given/],
    ["neither time", () => dailyThroughput({ ore: "1 t" } as never), "wrong-kind", /neither is given/],
    ["both times of a yearly rate", () => tonnage({ throughput: "1 t/a", period: "2002", days: 365 } as never), "wrong-kind", /both given/],
    ["neither time of a yearly rate", () => tonnage({ throughput: "1 t/a" } as never), "wrong-kind", /neither is given/],
    ["no ore", () => dailyThroughput({ period: "2002" } as never), "wrong-kind", /^ore is missing/],
    ["no throughput", () => tonnage({ period: "2002" } as never), "wrong-kind", /^throughput is missing/],
    ["a yearly rate over a quarter", () => tonnage({ throughput: "4.8 Mt/a", period: "2002-Q4" }), "period-mismatch", /4.8 Mt\/a.*2002-Q4.*whole number of years/],
    ["a monthly rate over part of a month", () => tonnage({ throughput: "4 t/mo", period: "2002-01-01/2002-01-15" }), "period-mismatch", /2002-01-15.*calendar months/],
    ["a yearly rate over days", () => tonnage({ throughput: "4.8 Mt/a", days: 365 }), "period-needed", /4.8 Mt\/a/],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, words));
  });
});

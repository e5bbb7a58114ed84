/** Availability, utilisation and rates. */
import { describe, expect, test } from "vitest";
import { averageRate, equipmentEffectiveness, equipmentTime, operatingTime, runningRate } from "../../src/formula/operating-time.ts";
import { tonnage } from "../../src/formula/throughput.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const hours = { worked: "300 h", repair: "100 h", standby: "200 h" } as const;

test("four quotients of the hours, each by its name", () => {
  const time = equipmentTime({ ...hours, total: "25 d" });
  expect([time.mechanicalAvailability, time.useOfAvailability, time.effectiveUtilisation].map(String)).toEqual(["75%", "60%", "50%"]);
  expect(time.physicalAvailability.exact.equals("250/3")).toBe(true);
  expect(time.physicalAvailability.exact.times(time.useOfAvailability.exact).dividedBy(100).equals(time.effectiveUtilisation.exact)).toBe(true);
});

test("a calendar leaves an operating time, by either utilisation", () => {
  expect(String(operatingTime({ period: "2002", availability: "90 %", utilisation: "80 %", utilisationOf: "available-time" }))).toBe("6,307.2 h");
  expect(String(operatingTime({ period: "2002", utilisation: "72 %", utilisationOf: "calendar-time" }))).toBe("6,307.2 h");
  expect(String(operatingTime({ days: 100, availability: "92 %" }))).toBe("2,208 h");
  expect(String(tonnage({ throughput: "500 t/h", days: operatingTime({ days: "100 d", availability: "92 %" }) }))).toBe("1,104,000 t");
});

test("a rate and its average are read either way", () => {
  const share = { availability: "90 %", utilisation: "80 %", utilisationOf: "available-time" } as const;
  const average = averageRate({ rate: "600 t/h", ...share });
  expect(String(average)).toBe("432 t/h");
  expect(String(runningRate({ average, ...share }))).toBe("600 t/h");
  expect(String(averageRate({ rate: "5 Mt/a", availability: "90 %" }))).toBe("4.5 Mt/a");
  expect(String(equipmentEffectiveness({ availability: "90 %", performance: "110 %", quality: "100 %" }))).toBe("99%");
});

describe("what is not clear is refused", () => {
  const share = { availability: "90 %", utilisation: "80 %" } as const;
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["hours that do not make up the total", () => equipmentTime({ ...hours, total: "700 h" }), "out-of-range", ["^total is 700 h", "600.00 h"]],
    ["negative hours", () => equipmentTime({ ...hours, repair: "-1 h" }), "out-of-range", ["^repair"]],
    ["no hours", () => equipmentTime({ worked: "0 h", repair: "0 h", standby: "5 h" }), "division-by-zero", ["worked and repair"]],
    ["a utilisation of nothing named", () => averageRate({ rate: "1 t/h", ...share } as never), "unknown-option", ["^utilisationOf", "available-time", "calendar-time"]],
    ["an availability beside a utilisation of the calendar", () => averageRate({ rate: "1 t/h", ...share, utilisationOf: "calendar-time" } as never), "wrong-kind", ["^availability", "contains"]],
    ["a utilisation of available time alone", () => averageRate({ rate: "1 t/h", utilisation: "80 %", utilisationOf: "available-time" } as never), "wrong-kind", ["^availability is missing"]],
    ["a name without its utilisation", () => averageRate({ rate: "1 t/h", availability: "90 %", utilisationOf: "calendar-time" } as never), "wrong-kind", ["^utilisation is missing"]],
    ["neither", () => averageRate({ rate: "1 t/h" } as never), "wrong-kind", ["^availability is missing"]],
    ["more than all the time", () => averageRate({ rate: "1 t/h", availability: "101 %" }), "out-of-range", ["^availability is 101%"]],
    ["what never runs", () => runningRate({ average: "1 t/h", availability: "0 %" }), "division-by-zero", ["never runs"]],
    ["period and days", () => operatingTime({ period: "2002", days: 5, availability: "90 %" } as never), "wrong-kind", ["Exactly one of period and days"]],
    ["a negative performance", () => equipmentEffectiveness({ availability: "90 %", performance: "-1 %", quality: "100 %" }), "out-of-range", ["^performance"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

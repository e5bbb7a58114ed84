import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { metalAccount, type MetalAccountInput } from "../../src/adjust/metal-account.ts";
import type { HeadgradeError } from "../../src/error.ts";

const standard = (value: string, spread: string) => ({ value, error: { standard: spread } });

const ACCOUNT: MetalAccountInput = {
  opening: { stockpile: standard("420 t", "20 t"), "in process": standard("30 t", "4 t") }, receipts: { feed: standard("5,000 t", "50 t") },
  shipments: { concentrate: standard("4,400 t", "30 t") }, losses: { tailings: standard("500 t", "20 t") }, closing: { stockpile: standard("400 t", "20 t"), "in process": standard("25 t", "4 t") },
  test: "z", level: "95 %",
};

describe("an account by check-in and check-out", () => {
  test("is exact, and its variance is the sum of all", () => {
    const account = metalAccount(ACCOUNT);
    expect([account.in, account.out, account.unaccounted, account.builtUpReceipts].map(String)).toEqual(["5,450 t", "5,325 t", "125 t", "4,875 t"]);
    expect(account.standard.exact.times(account.standard.exact).toFixed({ places: 6 })).toBe("4632.000000");
    expect([account.unaccountedShare!.toString(), account.accountability!.format({ places: 4 })]).toEqual(["2.5%", "97.7064%"]);
    expect([account.statistic.toFixed(4), account.critical.toFixed(4), account.verdict]).toEqual([(125 / Math.sqrt(4632)).toFixed(4), "1.9600", "within the errors"]);
    expect(account.items[0]!.address).toBe("receipts.feed");
    expect(account.items.reduce((sum, { share }) => sum.plus(share), account.items[0]!.share.times(0)).toString()).toBe("100%");
  });

  test("a correlation of the stocks at both ends takes most of their error out", () => {
    const account = metalAccount({ ...ACCOUNT, correlations: [{ between: ["opening.stockpile", "closing.stockpile"], coefficient: "1" }] });
    // 400 + 400 - 2 x 400 = 0: what is wrong with the survey at both ends does not matter.
    expect(account.standard.exact.times(account.standard.exact).toFixed({ places: 6 })).toBe("3832.000000");
    expect(account.verdict).toBe("loss");
  });

  test("the t test has the degrees of freedom after Welch and Satterthwaite", () => {
    const account = metalAccount({
      receipts: { feed: { ...standard("100 kg", "2 kg"), degreesOfFreedom: 4 } }, shipments: { dore: { ...standard("95 kg", "1 kg"), degreesOfFreedom: 9 } }, test: "t", level: "95 %",
    });
    expect(account.degreesOfFreedom).toBe(25 / (16 / 4 + 1 / 9));
    expect([account.critical.toFixed(3), account.verdict]).toEqual(["2.439", "within the errors"]);
    expect(metalAccount({ ...ACCOUNT, test: "t" }).degreesOfFreedom).toBe(Infinity);
  });

  test("units mix, and come out in that of the first receipt", () => {
    const account = metalAccount({ receipts: { feed: standard("10,000 oz", "10 oz") }, shipments: { dore: standard("311.034768 kg", "311.034768 g") }, test: "z", level: "99 %" });
    expect([String(account.unaccounted), account.verdict]).toEqual(["0 oz", "within the errors"]);
    expect(String(account.standard)).toMatch(/^14\.142135623/);
  });

  test("a gain is told as one", () => {
    expect(metalAccount({ receipts: { feed: standard("100 t", "1 t") }, shipments: { out: standard("110 t", "1 t") }, test: "z", level: "95 %" }).verdict).toBe("gain");
  });

  test("prints itself", () => {
    const account = metalAccount(ACCOUNT);
    expect(inspect(account)).toBe(String(account));
    expect(String(account).split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(String(account).replace(/\s+/g, " ")).toContain("Unaccounted for: 125.0 t, 2.50% of receipts; z = 1.84 against 1.96 at 95 %: within what the errors allow.");
    expect((JSON.parse(JSON.stringify(account)) as { verdict: string }).verdict).toBe("within the errors");
  });
});

test("wrong input is told all at once", () => {
  const caught = (input: unknown): HeadgradeError => {
    try {
      metalAccount(input as MetalAccountInput);
    } catch (error) {
      return error as HeadgradeError;
    }
    throw new Error("nothing was thrown");
  };
  const { code, facts } = caught({
    receipts: { feed: standard("5 %", "1 t"), more: { value: "5 t", error: {} } }, shipments: { out: standard("5 t", "-1 t") }, closing: 5, test: "z", level: "95 %",
    correlations: [{ between: ["receipts.more", "nobody"], coefficient: "0.5" }],
  });
  expect(code).toBe("invalid-balance");
  expect((facts["problems"] as { address: string; code: string }[]).map((problem) => `${problem.address} ${problem.code}`)).toEqual([
    "receipts.feed.value unknown-unit", "receipts.more.error wrong-kind", "shipments.out.error out-of-range", "closing wrong-kind", "correlations[0] unknown-item",
  ]);
  expect(caught({ ...ACCOUNT, test: "chi" }).code).toBe("unknown-option");
  expect(caught({ ...ACCOUNT, level: "0 %" }).code).toBe("out-of-range");
  expect(caught({ receipts: { feed: { value: "1 t", error: "exact" } }, shipments: { out: { value: "1 t", error: "exact" } }, test: "z", level: "95 %" }).code).toBe("out-of-range");
});

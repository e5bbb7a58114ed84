import { describe, expect, test } from "vitest";
import type { HeadgradeError } from "../../src/error.ts";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";
import { required } from "../../src/statement/required.ts";

const quarters: Statement = {
  periods: { "2002-Q1": { Pd: { produced: "53,922 oz" } }, "2002-Q2": { Pd: { produced: "62,168 oz" } }, "2002-Q3": { Pd: { produced: "51,168 oz" } } },
};

describe("guidance in a statement", () => {
  test("ties nothing: a year far below it is no contradiction", () => {
    const guided = { ...quarters, guidance: [{ guidance: "over 400,000 oz", period: "2002", metal: "Pd" }] } as const;
    const report = reconcile(guided);
    expect(report.verdict).toBe("consistent");
    expect(report.addresses).toEqual(reconcile(quarters).addresses);
    expect(report.implied("2002-Q3.Pd.produced").interval.equals(reconcile(quarters).implied("2002-Q3.Pd.produced").interval)).toBe(true);
  });

  test("is read back as it was stated, for what is required to meet it", () => {
    const report = reconcile({ ...quarters, guidance: [{ guidance: "215,000 to 225,000 oz", period: "2002" }, { guidance: "over 220,000 oz", period: "2002" }] });
    expect(report.guidance.map((each) => required(report, each).verdict)).toEqual(["open", "open"]);
    expect(String(required(report, report.guidance[1]!).least?.amount.value)).toBe("52,742 oz");
    expect(Object.isFrozen(report.guidance[0])).toBe(true);
    expect(reconcile(quarters).guidance).toEqual([]);
  });

  test("that is wrong is told with all its problems at once, each with its address", () => {
    const guidance = [
      { guidance: "225,000 to 215,000 oz", period: "2002" }, { guidance: "10 oz", period: "2002-Q5", metal: "Xx" }, { guidance: "74 %", period: "2002" },
      { guidance: "10 t", period: "2002", item: "grade" }, { guidance: "10 t", period: "2002", item: "ore", metal: "Pd" }, { guidance: "1 oz", period: "2002", area: "North" }, 7,
    ];
    let error: unknown;
    try {
      reconcile({ ...quarters, guidance } as unknown as Statement);
    } catch (thrown) {
      error = thrown;
    }
    const { problems } = (error as HeadgradeError).facts as unknown as { problems: readonly { address: string; code: string }[] };
    expect(problems.map(({ address, code }) => `${address} ${code}`)).toEqual([
      "guidance[0].guidance empty-interval", "guidance[1].period malformed-period", "guidance[1].Xx unknown-item", "guidance[2].guidance unknown-unit",
      "guidance[3].item wrong-kind", "guidance[4].metal unknown-item", "guidance[5].North unknown-item", "guidance[6] wrong-kind",
    ]);
  });
});

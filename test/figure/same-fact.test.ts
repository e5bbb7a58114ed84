/** The same fact printed several times. */
import { describe, expect, test } from "vitest";
import { figure, type Figure } from "../../src/figure/figure.ts";
import type { FigureOptions } from "../../src/figure/options.ts";
import { sameFact } from "../../src/figure/same-fact.ts";
import { refusalOf } from "./refusal.ts";

function said(...figures: readonly Figure<"grade">[]): string {
  const { verdict, interval } = sameFact(figures[0]!, ...figures.slice(1));
  return `${verdict} ${String(interval)}`;
}

const gpt = (text: string, options?: FigureOptions): Figure<"grade"> => figure("grade", text, { unit: "g/t", ...options });

describe("the same fact printed twice", () => {
  test("is what both prints leave, in the unit of the first", () => {
    const inText = figure("mass", "1.17 Mt");
    const inTable = figure("mass", "1,165,388 t");
    expect(String(sameFact(inText, inTable).interval)).toBe("[1.1653875, 1.1653885]");
    expect(String(sameFact(inTable, inText).interval)).toBe("[1165387.5, 1165388.5]");
    expect(sameFact(inText, inTable).verdict).toBe("agree");
  });

  test("contradicts when no value prints as both", () => {
    expect(said(gpt("1.8"), gpt("1.94"))).toBe("contradict undefined");
    expect(said(gpt("1.8"), gpt("1.9"), gpt("2.0"))).toBe("contradict undefined");
  });

  test("agrees only at a tie where the intervals just touch", () => {
    expect(said(gpt("1.8"), gpt("1.9"))).toBe("only at a tie [1.85, 1.85]");
    expect(said(gpt("1.8"), gpt("1.9"), gpt("over 1.5"))).toBe("only at a tie [1.85, 1.85]");
    expect(said(gpt("1.8"), gpt("1.9", { rounding: "half-up" }))).toBe("only at a tie [1.85, 1.85]");
    expect(said(gpt("1.8", { rounding: "half-up" }), gpt("1.9"))).toBe("contradict undefined");
    expect(said(gpt("1.8", { rounding: "half-even" }), gpt("1.9", { rounding: "half-even" }))).toBe("contradict undefined");
  });

  test("agrees at a single value that is no tie", () => {
    expect(said(gpt("1.88", { rounding: "exact" }), gpt("1.9"))).toBe("agree [1.88, 1.88]");
    expect(said(gpt("at least 1.8"), gpt("up to 1.8"))).toBe("agree [1.8, 1.8]");
    expect(said(gpt("1.8", { rounding: "truncated" }), gpt("up to 1.8"))).toBe("agree [1.8, 1.8]");
    expect(said(gpt("over 1.8"), gpt("up to 1.8"))).toBe("contradict undefined");
  });

  test("hangs on the tie when an exact figure lies on one", () => {
    expect(said(gpt("1.85", { rounding: "exact" }), gpt("1.9"))).toBe("only at a tie [1.85, 1.85]");
  });

  test("is itself when printed once", () => {
    expect(said(gpt("1.88"))).toBe("agree [1.875, 1.885]");
  });
});

describe("figures that cannot be one fact", () => {
  test("are of two kinds", () => {
    const wrong = refusalOf(() => sameFact(figure("mass", "5 t"), figure("grade", "5 g/t") as unknown as Figure<"mass">));
    expect([wrong.code, wrong.message]).toEqual(["wrong-kind", 'Expected a mass and got the figure "5 g/t", a grade.']);
  });

  test("stand on two bases, even where the first states none", () => {
    const [bare, dry, wet] = [figure("mass", "5 t"), figure("mass", "5 dmt"), figure("mass", "5 wmt")] as const;
    expect(refusalOf(() => sameFact(dry, wet)).code).toBe("basis-mismatch");
    expect(refusalOf(() => sameFact(bare, dry, wet)).code).toBe("basis-mismatch");
    expect([sameFact(bare, dry).verdict, sameFact(dry, bare).verdict]).toEqual(["agree", "agree"]);
  });

  test("are in two currencies, or per day and per year", () => {
    expect(refusalOf(() => sameFact(figure("money", "USD 5"), figure("money", "CAD 5"))).code).toBe("currency-mismatch");
    expect(refusalOf(() => sameFact(figure("throughput", "5 t/d"), figure("throughput", "5 t/a"))).code).toBe("period-needed");
  });

  test("are no figures at all", () => {
    const { code, message } = refusalOf(() => sameFact("1.17 Mt" as unknown as Figure));
    expect([code, message]).toEqual(["wrong-kind", 'sameFact compares figures, and this is "1.17 Mt": make them with figure("mass", "1.17 Mt").']);
    expect(refusalOf(() => (sameFact as () => unknown)()).code).toBe("wrong-kind");
  });
});

import { describe, expect, test } from "vitest";
import { HeadgradeError } from "../../src/error.ts";
import { figure } from "../../src/figure/figure.ts";
import { blend } from "../../src/formula/blend.ts";
import { containedMetal, headGrade, recoveredMetal, recovery } from "../../src/formula/metal.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { dailyThroughput } from "../../src/formula/throughput.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { squareRoot } from "../../src/number/root.ts";
import { fraction, mass } from "../../src/quantity/constructors.ts";
import type { QuantityInput } from "../../src/quantity/parse.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";
import { measured, type Measured } from "../../src/uncertainty/measured.ts";
import { uncertaintyOf } from "../../src/uncertainty/propagate.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const ore = measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" });
const grade = measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" });
const share = measured("fraction", { value: "74.0 %", standard: "0.3 %" });
const number = (value: number | string, standard: number | string) => measured("number", { value, standard });

describe("the uncertainty of a product or quotient", () => {
  test("has the relative variances of its arguments added, exactly", () => {
    const metal = uncertaintyOf(recoveredMetal, { ore, grade, recovery: share });
    const relative = Ratio.of("0.005").times("0.005").plus(Ratio.of("0.02").dividedBy("1.88").times(Ratio.of("0.02").dividedBy("1.88")))
      .plus(Ratio.of("0.3").dividedBy(74).times(Ratio.of("0.3").dividedBy(74)));
    const { exact } = recoveredMetal({ ore: "1,165,388 t", grade: "1.88 g/t", recovery: "74.0 %" });
    expect(metal.value.exact.equals(exact)).toBe(true);
    expect(metal.variance.equals(relative.times(exact).times(exact))).toBe(true);
    expect(metal.budget.map(({ sensitivityKind, sensitivityError }) => [sensitivityKind, sensitivityError.toString()])).toEqual([["exact", "0"], ["exact", "0"], ["exact", "0"]]);
    expect(metal.standard.unit).toBe("oz");
    expect(metal.relative!.exact.toFixed({ digits: 12 })).toBe(squareRoot(relative).times(100).toFixed({ digits: 12 }));
  });

  test("of a quotient with the argument below is exact too", () => {
    const rate = uncertaintyOf(recovery, { metal: measured("mass", { value: "52,067 oz", standard: "100 oz" }), ore, grade });
    expect(rate.value.role).toBe("recovery");
    expect(rate.budget.every(({ sensitivityKind }) => sensitivityKind === "exact")).toBe(true);
    const inOre = rate.budget[1]!;
    expect(inOre.sensitivity.equals(rate.value.exact.dividedBy(1165388).negated())).toBe(true);
    expect(inOre.contribution.sign).toBe(-1);
  });

  test("has a budget whose shares add to one", () => {
    const { budget, covariances } = uncertaintyOf(recoveredMetal, { ore, grade, recovery: share });
    expect(covariances).toEqual([]);
    expect(budget.map(({ names }) => names)).toEqual([["ore"], ["grade"], ["recovery"]]);
    expect(budget.reduce((sum, line) => sum.plus(line.share!), Ratio.zero).toString()).toBe("1");
  });

  test("with a correlation has its covariance kept apart", () => {
    const { variance, budget, covariances } = uncertaintyOf(containedMetal, { ore, grade }, { correlations: [["ore", "grade", "0.5"]] });
    expect(covariances).toHaveLength(1);
    const [{ between, correlation, variance: term, share: part }] = covariances as [(typeof covariances)[number]];
    expect([between, correlation.toString()]).toEqual([["ore", "grade"], "0.5"]);
    expect(term.equals(budget[0]!.contribution.times(budget[1]!.contribution))).toBe(true);
    expect(part!.plus(budget[0]!.share!).plus(budget[1]!.share!).equals(1)).toBe(true);
    expect(variance.isGreaterThan(uncertaintyOf(containedMetal, { ore, grade }).variance)).toBe(true);
  });

  test("fully correlated adds the contributions themselves, and cancels those of opposite sign", () => {
    const [a, b] = [number(3, 1), number(5, 2)];
    const sum = uncertaintyOf(({ x, y }: { x: number; y: number }) => ({ sum: x + y, balance: 2 * x - y }), { x: a, y: b }, { correlations: [["x", "y", 1]] });
    expect(sum.sum.standard.toFixed({ places: 9 })).toBe("3.000000000");
    expect(sum.balance.standard.toFixed({ places: 4 })).toBe("0.0000");
  });
});

describe("one measured value in two fields", () => {
  test("is one measurement", () => {
    const shared = measured("grade", { value: "2 g/t", standard: "0.1 g/t" });
    const same = uncertaintyOf(blend, { parts: [{ ore: "10 t", grade: shared }, { ore: "30 t", grade: shared }] });
    expect(String(same.standard)).toBe("0.1 g/t");
    expect(same.budget[0]!.names).toEqual(["parts[0].grade", "parts[1].grade"]);
    const twin = (): typeof shared => measured("grade", { value: "2 g/t", standard: "0.1 g/t" });
    const two = uncertaintyOf(blend, { parts: [{ ore: "10 t", grade: twin() }, { ore: "30 t", grade: twin() }] });
    expect(two.variance.toString()).toBe(Ratio.of("0.01").times(Ratio.of("0.0625").plus("0.5625")).toString());
  });
});

describe("several results of one formula", () => {
  const assays = { feed: number("1.0", "0.02"), concentrate: number("10.0", "0.2"), tailings: number("0.2", "0.004") };
  const byAssays = ({ feed, concentrate, tailings }: { feed: number; concentrate: number; tailings: number }) => {
    const massPull = (feed - tailings) / (concentrate - tailings);
    return { massPull, recovery: (massPull * concentrate) / feed };
  };

  test("each have their own, and a correlation", () => {
    const { massPull, recovery: got } = uncertaintyOf(byAssays, assays);
    // Twice the amplification that the law gives by hand: 1.629860 and 0.3400425 for equal relative uncertainties, here of 2 %.
    expect(massPull.relative!.exact.dividedBy(2).toFixed({ places: 6 })).toBe("1.629860");
    expect(got.relative!.exact.dividedBy(2).toFixed({ places: 6 })).toBe("0.340043");
    const r = massPull.correlationWith(got)!;
    expect(r.toNumber()).toBeGreaterThan(0.6);
    expect(got.correlationWith(massPull)!.equals(r)).toBe(true);
    expect(massPull.correlationWith(massPull)!.toFixed({ places: 30 })).toBe("1.000000000000000000000000000000");
    expect(massPull.covarianceWith(massPull).toFixed({ digits: 12 })).toBe(massPull.variance.toFixed({ digits: 12 }));
  });

  test("of two formulas are correlated through the same measurement", () => {
    const metal = uncertaintyOf(containedMetal, { ore, grade });
    const other = uncertaintyOf(containedMetal, { ore, grade: measured("grade", { value: "0.3 %", standard: "0.01 %" }) });
    const unrelated = uncertaintyOf(containedMetal, { ore: "5 t", grade: measured("grade", { value: "0.3 %", standard: "0.01 %" }) });
    expect(metal.correlationWith(other)!.sign).toBe(1);
    expect(metal.correlationWith(unrelated)!.sign).toBe(0);
    expect(metal.correlationWith(uncertaintyOf(containedMetal, { ore: "5 t", grade: measured("grade", { value: "5 %", standard: "0 %" }) }))).toBeUndefined();
  });

  test("what is no number is kept", () => {
    const told = uncertaintyOf(({ x }: { x: number }) => ({ note: "by hand", parts: [x, 2 * x], exact: Ratio.of(2) }), { x: number(3, 1) });
    expect([told.note, told.parts.map((part) => part.standard.toFixed({ places: 6 })), told.exact.variance.toString()]).toEqual(["by hand", ["1.000000", "2.000000"], "0"]);
  });
});

describe("slopes", () => {
  test("of a formula that is no quotient are differences with an error that is told", () => {
    const squared = ({ a }: { a: QuantityInput<"fraction"> }) => (a as Quantity<"fraction">).times(a as Quantity<"fraction">);
    const { budget: [line] } = uncertaintyOf(squared, { a: measured("fraction", { value: "3 1", standard: "0.1 1" }) });
    expect([line!.sensitivityKind, line!.sensitivity.toString()]).toEqual(["difference", "6"]);
    const cubed = uncertaintyOf(({ a }: { a: QuantityInput<"fraction"> }) => {
      const x = (a as Quantity<"fraction">).exact;
      return x.times(x).times(x);
    }, { a: measured("fraction", { value: "3 1", standard: "0.1 1" }) });
    const off = cubed.budget[0]!.sensitivity.minus(27).absolute();
    expect(off.compare(cubed.budget[0]!.sensitivityError.times(2))).toBeLessThanOrEqual(0);
    expect(off.compare(Ratio.of("1e-40"))).toBeLessThan(0);
  });

  test("of a formula that leaves exact numbers inside are found from doubles", () => {
    const rooted = ({ a }: { a: QuantityInput<"mass"> }) => mass(String(Math.sqrt((a as Quantity<"mass">).toNumber())), "t");
    const { budget: [line] } = uncertaintyOf(rooted, { a: measured("mass", { value: "4 t", standard: "0.1 t" }) });
    expect(line!.sensitivityKind).toBe("numeric");
    expect(line!.sensitivity.minus("0.25").absolute().compare(line!.sensitivityError.times(10))).toBeLessThan(0);
    expect(line!.sensitivityError.toNumber()).toBeLessThan(1e-9);
  });

  test.each<[string, (x: number) => number, number, number]>([
    ["sin", Math.sin, 1, Math.cos(1)], ["exp", Math.exp, 3, Math.exp(3)], ["1/x", (x) => 1 / x, 1e-5, -1e10], ["x^5", (x) => x ** 5, 100, 5e8], ["sqrt", Math.sqrt, 1e-6, 500],
    ["log", Math.log, 1e8, 1e-8], ["a line", (x) => 3 * x + 1e7, 5, 3],
  ])("of doubles are as near as they say: %s", (_, f, at, slope) => {
    const { budget: [line] } = uncertaintyOf(({ x }: { x: number }) => f(x), { x: number(at, at / 50) });
    const off = Math.abs(line!.sensitivity.toNumber() - slope);
    expect(off).toBeLessThanOrEqual(10 * line!.sensitivityError.toNumber() + 1e-15 * Math.abs(slope));
    expect(line!.sensitivityError.toNumber() / Math.abs(slope)).toBeLessThan(1e-6);
  });

  test("take a smaller step where a larger one leaves the formula's domain", () => {
    const { standard } = uncertaintyOf(({ x }: { x: number }) => Math.asin(x), { x: number("0.99999", "1e-6") });
    expect(standard.toFixed({ digits: 4 })).toBe(Ratio.of(1e-6 / Math.sqrt(1 - 0.99999 ** 2)).toFixed({ digits: 4 }));
  });

  test("of a number of days beside quantities are found", () => {
    const rate = uncertaintyOf(dailyThroughput, { ore, days: number(92, "0.5") });
    expect(rate.relative!.exact.toFixed({ places: 6 })).toBe(squareRoot(Ratio.of("0.25").plus(Ratio.of("50").dividedBy(92).times(Ratio.of("50").dividedBy(92)))).toFixed({ places: 6 }));
  });
});

describe("degrees of freedom", () => {
  test("are those of Welch and Satterthwaite", () => {
    // JCGM 100:2008, G.4.1, the example of Y = b X1 X2 X3 with 10, 5 and 15 readings, and 0.25, 0.57 and 0.82 %: the guide finds 19.0 and t = 2.09.
    const input = (relative: string, degreesOfFreedom: number) => measured("number", { value: 1, relativeStandard: relative, degreesOfFreedom });
    const y = uncertaintyOf(({ a, b, c }: { a: number; b: number; c: number }) => a * b * c, { a: input("0.25 %", 9), b: input("0.57 %", 4), c: input("0.82 %", 14) });
    expect(y.degreesOfFreedom!.toFixed(1)).toBe("19.0");
    expect(y.relative!.format({ digits: 3 })).toBe("1.03%");
    const { expanded, coverageFactor, degreesOfFreedom } = y.expanded({ coverage: "95 %" });
    expect([expanded.toFixed({ places: 3 }), coverageFactor.toFixed({ places: 2 }), degreesOfFreedom]).toEqual(["0.022", "2.09", 19]);
  });

  test("are infinite where all is known, and may be said instead", () => {
    const metal = uncertaintyOf(containedMetal, { ore, grade });
    expect(metal.degreesOfFreedom).toBe(Infinity);
    expect(metal.expanded({ coverage: "95 %" }).coverageFactor.toFixed({ places: 3 })).toBe("1.960");
    expect(metal.expanded({ coverage: "95 %", degreesOfFreedom: 4 }).coverageFactor.toFixed({ places: 2 })).toBe("2.78");
    const twice = metal.expanded({ coverageFactor: 2 });
    expect(twice.expanded.exact.equals(metal.standard.exact.times(2))).toBe(true);
    expect(twice.degreesOfFreedom).toBeUndefined();
  });

  test("are not told where arguments of few are correlated", () => {
    const few = measured("number", { readings: [1, 2, 3] });
    const y = uncertaintyOf(({ a, b }: { a: number; b: number }) => a + b, { a: few, b: number(5, 1) }, { correlations: [["a", "b", "0.2"]] });
    expect(y.degreesOfFreedom).toBeUndefined();
    expect(() => y.expanded({ coverage: "95 %" })).toThrow(refused("unknown-option", "degreesOfFreedom"));
    expect(y.expanded({ coverage: "95 %", degreesOfFreedom: 2 }).coverageFactor.toFixed({ places: 2 })).toBe("4.30");
  });
});

describe("terms of second order", () => {
  const three = measured("fraction", { value: "3 1", standard: "0.1 1" });

  test("are those of a square, exactly as its variance has them", () => {
    const squared = ({ a }: { a: QuantityInput<"fraction"> }) => (a as Quantity<"fraction">).times(a as Quantity<"fraction">);
    const two = uncertaintyOf(squared, { a: three }, { order: 2 });
    // The square of a normal number: 4 m^2 s^2 + 2 s^4.
    expect([two.variance.toString(), two.secondOrder!.toString()]).toEqual(["0.3602", "0.0002"]);
    expect(uncertaintyOf(squared, { a: three }).secondOrder).toBeUndefined();
  });

  test("are those of a product, of which the variance has u_a^2 u_b^2 besides", () => {
    const product = uncertaintyOf(({ a, b }: { a: number; b: number }) => a * b, { a: number(0, 2), b: number(0, 3) }, { order: 2 });
    expect(product.standard.toFixed({ places: 9 })).toBe("6.000000000");
    expect(String(product)).toContain("second order");
  });

  test("have the third slopes in them too", () => {
    const cubed = uncertaintyOf(({ a }: { a: QuantityInput<"fraction"> }) => {
      const x = (a as Quantity<"fraction">).exact;
      return x.times(x).times(x);
    }, { a: measured("fraction", { value: "2 1", standard: "0.01 1" }) }, { order: 2 });
    // The slopes are 12, 12 and 6: (144 / 2 + 12 x 6) s^4.
    expect(cubed.secondOrder!.toFixed({ digits: 20 })).toBe(Ratio.of("0.00000144").toFixed({ digits: 20 }));
    const one = (): Measured<"mass"> => measured("mass", { value: "1 t", standard: "0.1 t" });
    const quotient = ({ a, b }: Readonly<Record<"a" | "b", QuantityInput<"mass">>>) => (a as Quantity<"mass">).dividedBy(b as Quantity<"mass">, "fraction").to("1");
    const ratio = uncertaintyOf(quotient, { a: one(), b: one() }, { order: 2 });
    // Of a / b at ones: f_ab = -1, f_bb = 2, f_abb = 2, f_bbb = -6, so (1 + 4 / 2 + 1 x 2 + 1 x 6) s^4.
    expect(ratio.secondOrder!.toFixed({ digits: 6 })).toBe(Ratio.of("0.0011").toFixed({ digits: 6 }));
  });
});

describe("an estimate", () => {
  const metal = uncertaintyOf(containedMetal, { ore, grade });

  test("prints a budget of 80 columns", () => {
    expect(String(metal)).toBe([
      "70,440 oz, u = 830 oz (1.2%)",
      "               value          u   slope  effect  share",
      "  ore    1,165,400 t    5,800 t  0.0604     350  18.1%",
      "  grade    1.880 g/t  0.020 g/t  37,500     750  81.9%",
    ].join("\n"));
    const long = uncertaintyOf(({ aVeryLongNameOfAnArgumentThatNobodyWouldWrite: x }: { aVeryLongNameOfAnArgumentThatNobodyWouldWrite: number }) => x * 1e-20, {
      aVeryLongNameOfAnArgumentThatNobodyWouldWrite: number("123456789012345678901234567890", "0.001"),
    });
    expect(String(long).split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  test("goes on as a measured value", () => {
    const back = uncertaintyOf(headGrade, { metal: metal.measured(), ore: "1,165,388 t" });
    expect(back.value.format({ places: 6 })).toBe("1.880000 g/t");
    expect(metal.measured().standard.exact.equals(metal.standard.exact)).toBe(true);
  });

  test("is plain data in JSON, and refuses to be compared", () => {
    const plain = JSON.parse(JSON.stringify(metal)) as { budget: readonly { names: readonly string[] }[]; value: unknown };
    expect(plain.budget.map(({ names }) => names)).toEqual([["ore"], ["grade"]]);
    expect(plain.value).toEqual(JSON.parse(JSON.stringify(metal.value)));
    expect(() => (metal as never as number) < 5).toThrow(refused("not-comparable"));
  });
});

describe("what has no uncertainty is refused", () => {
  const plus = ({ a, b, c }: { a: number; b: number; c: number }) => a + b + c;
  const abc = { a: number(1, 1), b: number(2, 1), c: number(3, 1) };
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a figure, which is bounds", () => uncertaintyOf(containedMetal, { ore: figure("mass", "5 t") as never, grade }), "wrong-kind", ["^ore is bounds", "measured\\(figure\\)"]],
    ["a range", () => uncertaintyOf(containedMetal, { ore: rangeOf(containedMetal, { ore: figure("mass", "5 t"), grade: "5 %" }) as never, grade }), "wrong-kind", ["^ore is bounds"]],
    ["nothing measured", () => uncertaintyOf(containedMetal, { ore: "5 t", grade: "1 g/t" }), "wrong-kind", ["measured\\("]],
    ["no function", () => uncertaintyOf("x" as never, abc), "wrong-kind", ["a function"]],
    ["a measured value of another kind", () => uncertaintyOf(containedMetal, { ore: grade as never, grade }), "wrong-kind", ["^ore"]],
    ["an unknown name", () => uncertaintyOf(plus, abc, { correlations: [["a", "d", 0]] }), "unknown-item", ['"d"', "a, b, c"]],
    ["a pair given twice", () => uncertaintyOf(plus, abc, { correlations: [["a", "b", 0], ["b", "a", 0]] }), "unknown-option", ["already"]],
    ["a pair of one", () => uncertaintyOf(plus, abc, { correlations: [["a", "a", 1]] }), "unknown-option", ["one measured value"]],
    ["a correlation beyond one", () => uncertaintyOf(plus, abc, { correlations: [["a", "b", "1.01"]] }), "out-of-range", ["1.01"]],
    ["correlations that cannot be together", () => uncertaintyOf(plus, abc, { correlations: [["a", "b", "0.9"], ["b", "c", "0.9"], ["a", "c", "-0.9"]] }), "out-of-range", ["semidefinite"]],
    ["full correlations that contradict", () => uncertaintyOf(plus, abc, { correlations: [["a", "b", 1], ["b", "c", 1], ["a", "c", "0.5"]] }), "out-of-range", ["semidefinite"]],
    ["correlations that are no list", () => uncertaintyOf(plus, abc, { correlations: { a: 1 } as never }), "wrong-kind", ["a list"]],
    ["a pair without its coefficient", () => uncertaintyOf(plus, abc, { correlations: [["a", "b"] as never] }), "wrong-kind", ["a list"]],
    ["a formula that gives no number", () => uncertaintyOf(({ a }: { a: number }) => Math.log(-a), { a: number(1, 1) }), "not-a-number", ["no number around 1"]],
    ["a formula with a corner just there", () => uncertaintyOf(({ a }: { a: QuantityInput<"fraction"> }) => { const x = (a as Quantity<"fraction">).exact; return x.sign < 0 ? x : x.times(2); }, { a: measured("fraction", { value: "0 1", standard: "0.1 1" }) }), "out-of-range", ["corner", "simulate"]],
    ["an order of three", () => uncertaintyOf(plus, abc, { order: 3 as never }), "unknown-option", ["1 or 2"]],
    ["second order with correlations", () => uncertaintyOf(plus, abc, { order: 2, correlations: [["a", "b", "0.5"]] }), "unknown-option", ["independent"]],
    ["an expansion by both", () => uncertaintyOf(plus, abc).expanded({ coverageFactor: 2, coverage: "95 %" }), "unknown-option", ["one of the two"]],
    ["an expansion by nothing", () => uncertaintyOf(plus, abc).expanded({} as never), "unknown-option", ["one of the two"]],
    ["an expansion by a factor below zero", () => uncertaintyOf(plus, abc).expanded({ coverageFactor: -2 }), "out-of-range", ["positive"]],
    ["a coverage of all", () => uncertaintyOf(plus, abc).expanded({ coverage: "100 %" }), "out-of-range", ["probability"]],
    ["more than it can be bothered with", () => uncertaintyOf(({ list }: { list: readonly number[] }) => list.length, { list: Array.from({ length: 201 }, () => number(1, 1)) }), "too-large", ["201"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });

  test("the formula's own errors come through", () => {
    expect(() => uncertaintyOf(() => { throw new HeadgradeError("empty-period", "No days."); }, abc as never)).toThrow(refused("empty-period"));
    expect(() => uncertaintyOf(({ a }: { a: QuantityInput<"fraction"> }) => fraction(a as string), { a: measured("fraction", { value: "5 %", standard: "1 %" }) })).not.toThrow();
  });
});

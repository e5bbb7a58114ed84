import { describe, expect, test } from "vitest";
import { figure, type Figure } from "../../src/figure/figure.ts";
import { blend } from "../../src/formula/blend.ts";
import { containedMetal, headGrade, recovery } from "../../src/formula/metal.ts";
import { dryMass } from "../../src/formula/moisture.ts";
import { QuantityRange } from "../../src/formula/quantity-range.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { dailyThroughput } from "../../src/formula/throughput.ts";
import { twoProduct } from "../../src/formula/two-product.ts";
import { HeadgradeError } from "../../src/error.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction, grade, mass } from "../../src/quantity/constructors.ts";
import { type Quantity } from "../../src/quantity/quantity.ts";
import type { QuantityInput } from "../../src/quantity/parse.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

type Assays = Readonly<Record<"feed" | "concentrate" | "tailings", QuantityInput<"grade">>>;

// The two-product formula, written out here, so that the range is tested apart from any formula of the library.
function byAssays({ feed, concentrate, tailings }: Assays): { recovery: Ratio; massPull: Ratio } {
  const [f, c, t] = [grade(feed as string).inBase, grade(concentrate as string).inBase, grade(tailings as string).inBase];
  if (c.compare(f) <= 0 || f.compare(t) <= 0) throw new HeadgradeError("out-of-range", "The feed must lie between the concentrate and the tailings.");
  const massPull = f.minus(t).dividedBy(c.minus(t));
  return { massPull, recovery: massPull.times(c).dividedBy(f) };
}

const assays = { feed: figure("grade", "1.0 %"), concentrate: figure("grade", "10.0 %"), tailings: figure("grade", "0.2 %") };
const tell = (ratio: Ratio | undefined): string => ratio!.times(100).toFixed({ places: 6 });

describe("the range of a formula of printed figures", () => {
  test("is tight where a figure stands in the formula many times", () => {
    const { recovery: share, massPull } = rangeOf(byAssays, assays, { monotone: true });
    expect([tell(share.low), tell(share.high)]).toEqual(["75.563910", "87.026239"]);
    expect([massPull.low!.toString(), massPull.high!.toString()]).toEqual([Ratio.of("0.7").dividedBy("9.8").toString(), Ratio.of("0.9").dividedBy("9.8").toString()]);
  });

  test("is that of the two-product formula of the library too", () => {
    const { recovery: share, massPull } = rangeOf(twoProduct, assays);
    expect([share.low.format({ places: 4 }), share.high.format({ places: 4 }), share.role]).toEqual(["75.5639%", "87.0262%", "recovery"]);
    expect(massPull.low.exact.equals(Ratio.of("70").dividedBy("9.8"))).toBe(true);
  });

  test("is a range of the formula's own kind, unit and role", () => {
    const share = rangeOf(recovery, { metal: figure("mass", "52,067 oz"), ore: figure("mass", "1,165,388 t"), grade: figure("grade", "1.88 g/t") });
    expect(share).toBeInstanceOf(QuantityRange);
    expect([share.kind, share.unit, share.role, String(share)]).toEqual(["fraction", "%", "recovery", "73.71 to 74.12%"]);
    expect(share.low.role).toBe("recovery");
    expect(share.contains(fraction("74 %"))).toBe(true);
    expect(share.contains(figure("fraction", "74.0 %").quantity)).toBe(true);
    expect(share.to("1").interval.equals(share.interval.scaledBy("0.01"))).toBe(true);
    expect(share.to("%")).toBe(share);
    expect(JSON.parse(JSON.stringify(share))).toEqual({ kind: "fraction", unit: "%", role: "recovery", interval: JSON.parse(JSON.stringify(share.interval)) as unknown });
  });

  test("takes exact arguments beside printed ones, texts and quantities alike", () => {
    const byText = rangeOf(containedMetal, { ore: "100 t", grade: figure("grade", "10 %") });
    const byQuantity = rangeOf(containedMetal, { ore: mass("100 t"), grade: figure("grade", "10 %") });
    expect(String(byText)).toBe("9.5 to 10.5 t");
    expect(byQuantity.interval.equals(byText.interval)).toBe(true);
  });

  test("takes a range in its turn, and what a report implies", () => {
    const contained = rangeOf(containedMetal, { ore: figure("mass", "100 t"), grade: figure("grade", "10 %") });
    const back = rangeOf(headGrade, { metal: contained, ore: "100 t" });
    expect(back.contains({ kind: "grade", unit: "%", interval: Interval.between({ low: "9.5", high: "10.5" }) })).toBe(true);
    const implied = { kind: "grade", unit: "g/t", interval: Interval.between({ low: 1, high: 2, highOpen: true }) } as const;
    expect(String(rangeOf(containedMetal, { ore: "31.1034768 t", grade: implied }).interval)).toBe("[1, 2)");
  });

  test("reaches into lists", () => {
    const whole = rangeOf(blend, { parts: [{ ore: figure("mass", "30 kt"), grade: figure("grade", "2.0 g/t") }, { ore: figure("mass", "10 kt"), grade: figure("grade", "4.0 g/t") }] });
    // Corners by hand: the poor lot at its least and the rich one at its most, with the grades at their ends.
    const high = Ratio.of("29.5").times("2.05").plus(Ratio.of("10.5").times("4.05")).dividedBy(40);
    const low = Ratio.of("30.5").times("1.95").plus(Ratio.of("9.5").times("3.95")).dividedBy(40);
    expect(whole.interval.equals(Interval.between({ low, high }))).toBe(true);
  });

  test("is a point where nothing was rounded", () => {
    const rate = rangeOf(dailyThroughput, { ore: mass("920 t"), days: figure("duration", "92 d") });
    expect(String(rate)).toBe("10 t/d");
  });

  test("keeps the text that a formula returns", () => {
    const labelled = rangeOf(({ ore }: { ore: QuantityInput<"mass"> }) => ({ by: "hand", twice: mass(ore as string).times(2) }), { ore: figure("mass", "5 t") }, { monotone: true });
    expect([labelled.by, String(labelled.twice.interval)]).toEqual(["hand", "[9, 11]"]);
  });
});

describe("one figure in two fields", () => {
  const shared = figure("grade", "2.0 g/t");

  test("is one unknown: its error does not average out", () => {
    const parts = [{ ore: "10 t", grade: shared }, { ore: "30 t", grade: shared }];
    expect(rangeOf(blend, { parts }).interval.equals(shared.interval)).toBe(true);
    const ore = figure("mass", "30 t");
    const equalTonnes = rangeOf(blend, { parts: [{ ore, grade: "1 g/t" }, { ore, grade: "3 g/t" }] });
    expect(String(equalTonnes.interval)).toBe("[2, 2]");
    const same = figure("mass", "5 t");
    expect(String(rangeOf(headGrade, { metal: same, ore: same, recovery: "50 %" }).interval)).toBe("[200, 200]");
  });

  test("is one that the caller vouches for in a function of his own", () => {
    const square = ({ a, b }: { a: QuantityInput<"fraction">; b: QuantityInput<"fraction"> }) => fraction(a as string).times(fraction(b as string));
    const side = figure("fraction", "3 1");
    expect(String(rangeOf(square, { a: side, b: side }, { monotone: true }).interval)).toBe("[6.25, 12.25]");
  });
});

describe("ends", () => {
  const truncated = (text: string): Figure<"mass"> => figure("mass", text, { rounding: "truncated" });

  test("are open exactly where an open end is needed to reach them", () => {
    expect(String(rangeOf(containedMetal, { ore: truncated("10 t"), grade: figure("grade", "10 %") }).interval)).toBe("[0.95, 1.155)");
    expect(String(rangeOf(headGrade, { metal: figure("mass", "1 t"), ore: truncated("9 t") }).interval)).toBe("(5, 50/3]");
  });

  test("are closed where an argument at its open end does not matter", () => {
    // Ore of no grade holds nothing, whatever its tonnes.
    expect(String(rangeOf(containedMetal, { ore: truncated("10 t"), grade: figure("grade", "0 %") }).interval)).toBe("[0, 0.055)");
    const parts = [{ ore: truncated("10 t"), grade: grade("2 %") }, { ore: truncated("20 t"), grade: grade("2 %") }];
    expect(String(rangeOf(blend, { parts }).interval)).toBe("[2, 2]");
  });

  test("are closed where the caller alone vouches", () => {
    const metal = (feed: { ore: QuantityInput<"mass">; grade: QuantityInput<"grade"> }) => containedMetal(feed);
    expect(String(rangeOf(metal, { ore: truncated("10 t"), grade: figure("grade", "10 %") }, { monotone: true }).interval)).toBe("[0.95, 1.155]");
  });

  test("of an amount printed as zero stop at zero, and those of money do not", () => {
    expect(String(rangeOf(containedMetal, { ore: "100 t", grade: figure("grade", "0.0 %") }).interval)).toBe("[0, 0.05]");
    expect(String(rangeOf(dryMass, { wet: "100 t", moisture: figure("fraction", "0 %") }).interval)).toBe("[99.5, 100]");
    expect(String(rangeOf(containedMetal, { ore: figure("mass", "up to 5 t"), grade: "10 %" }).interval)).toBe("[0, 0.5]");
    const twice = ({ cost }: { cost: QuantityInput<"money"> }) => (cost as Quantity<"money">).times(2);
    expect(String(rangeOf(twice, { cost: figure("money", "USD 0") }, { monotone: true }).interval)).toBe("[-1, 1]");
    expect(String(rangeOf(containedMetal, { ore: figure("mass", "-5 t"), grade: "100 %" }).interval)).toBe("[-5.5, -4.5]");
  });
});

describe("what has no range is refused", () => {
  const close = { ...assays, feed: figure("grade", "0.2 %") };
  test.each<[string, () => unknown, string, readonly string[]]>([
    ["figures that allow what the formula refuses", () => rangeOf(byAssays, close, { monotone: true }), "out-of-range", ["feed = 0.15%", "between the concentrate and the tailings", "no corner"]],
    ["figures that all the formula refuses", () => rangeOf(byAssays, { ...assays, feed: figure("grade", "20 %") }, { monotone: true }), "out-of-range", ["feed = 19.5%"]],
    ["an ore that may be nothing", () => rangeOf(headGrade, { metal: figure("mass", "5 oz"), ore: figure("mass", "0 t") }), "division-by-zero", ["ore = 0 t"]],
    ["a figure without an end", () => rangeOf(containedMetal, { ore: figure("mass", "over 5 t"), grade: "1 %" }), "out-of-range", ["over 5 t", "no end"]],
    ["nothing printed", () => rangeOf(containedMetal, { ore: "5 t", grade: "1 %" }), "wrong-kind", ["figure\\("]],
    ["a function of which nothing is known", () => rangeOf(byAssays, assays), "unknown-option", ["byAssays", "monotone: true"]],
    ["no function", () => rangeOf("recovery" as never, assays), "wrong-kind", ["a function"]],
    ["a false word", () => rangeOf(byAssays, assays, { monotone: false as never }), "unknown-option", ["monotone"]],
    ["more figures than can be combined", () => rangeOf(blend, { parts: Array.from({ length: 7 }, () => ({ ore: figure("mass", "5 t"), grade: figure("grade", "5 %") })) }), "too-large", ["14 figures", "12"]],
    ["a figure of another kind", () => rangeOf(containedMetal, { ore: figure("grade", "5 %") as never, grade: "1 %" }), "wrong-kind", ["^ore"]],
    ["something measured", () => rangeOf(containedMetal, { ore: { [Symbol.toStringTag]: "Measured" } as never, grade: figure("grade", "1 %") }), "wrong-kind", ["^ore is a measured value", "uncertaintyOf"]],
    ["one figure twice where that is not proved", () => rangeOf(({ a, b }: { a: QuantityInput<"mass">; b: QuantityInput<"mass"> }) => (a as Quantity<"mass">).minus(b as Quantity<"mass">), twiceOver(), {}), "unknown-option", ["monotone"]],
    ["a function that turns", () => rangeOf(({ a }: { a: QuantityInput<"fraction"> }) => { const x = fraction(a as string).exact.minus(1); return x.times(x); }, { a: figure("fraction", "1 1") }, { monotone: true }), "out-of-range", ["turns"]],
    ["a pole between the ends", () => rangeOf(headGrade, { metal: "5 oz", ore: { kind: "mass", unit: "t", interval: Interval.between({ low: -1, high: 2 }) } }), "out-of-range", ["^The formula does not run one way while ore"]],
    ["a pole that only the lots together have", () => rangeOf(blend, { parts: [
      { ore: { kind: "mass", unit: "t", interval: Interval.between({ low: 1, high: 2 }) }, grade: "1 %" },
      { ore: { kind: "mass", unit: "t", interval: Interval.between({ low: -3, high: "-0.5" }) }, grade: "2 %" },
    ] }), "out-of-range", ["pole"]],
    ["a result that changes its unit", () => rangeOf(({ a }: { a: QuantityInput<"mass"> }) => { const x = a as Quantity<"mass">; return x.exact.compare(5) > 0 ? x : x.to("kg"); }, { a: figure("mass", "5 t") }, { monotone: true }), "wrong-kind", ["one unit"]],
    ["a bare number that varies", () => rangeOf(({ a }: { a: QuantityInput<"mass"> }) => ({ x: (a as Quantity<"mass">).toNumber() }), { a: figure("mass", "5 t") }, { monotone: true }), "wrong-kind", ["^x is not"]],
  ])("%s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });

  function twiceOver() {
    const one = figure("mass", "5 t");
    return { a: one, b: one };
  }

  test("an error that is not the library's passes through", () => {
    const broken = (): Ratio => { throw new TypeError("broken"); };
    expect(() => rangeOf(broken, assays as never, { monotone: true })).toThrow(TypeError);
  });
});

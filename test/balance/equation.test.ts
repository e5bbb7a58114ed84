/** Equations as text: what is read, what is refused and where, and how they are laid as sums and products. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equation, layEquation, layEquations } from "../../src/balance/equation.ts";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { solve } from "../../src/balance/solve.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { refusalOf } from "../figure/refusal.ts";
import { interval } from "./reading.ts";

const OZ = { OZ: "31.1034768" };

/** Lays equations over unknowns given by what was printed of them (`""` for nothing); unknowns can be anything unless named as amounts. */
function laid(printed: Readonly<Record<string, string>>, texts: readonly string[], amounts: readonly string[] = []): Graph {
  const builder = new GraphBuilder();
  for (const [name, text] of Object.entries(printed)) {
    builder.unknown(name, amounts.includes(name) ? Interval.nonNegative : Interval.all);
    if (text !== "") builder.print(name, { name, interval: interval(text) });
  }
  layEquations(builder, texts.map((text) => ({ equation: equation(text, OZ), name: text })), (id) => ({ name: id }));
  return builder.build();
}

function verdictOf(printed: Readonly<Record<string, string>>, ...texts: readonly string[]): string {
  return solve(laid(printed, texts)).verdict;
}

/** Each tie in one line, with what it is a definition of. */
function told({ unknowns, ties }: Graph): string[] {
  const name = (place: number): string => unknowns[place]!.name;
  return ties.map((tie) => {
    const mark = "definition" in tie ? "def " : "";
    switch (tie.type) {
      case "sum": {
        const parts = tie.parts.map(({ of, weight }) => `${String(weight)}·[${name(of)}]`).join(" + ");
        return `${mark}[${name(tie.total)}] = ${parts}${tie.slack.contains(0) ? "" : ` less ${String(tie.slack.low)}`}`;
      }
      case "product": return `${mark}[${name(tie.amount)}] = [${name(tie.ratio)}] × [${name(tie.base)}]`;
      case "bound": return `${mark}[${name(tie.lesser)}] <= [${name(tie.greater)}]`;
    }
  });
}

describe("reading", () => {
  test("names the figures once each, as they come", () => {
    expect(equation("{b.x} * 2 = ({a} - {b.x}) / F(\"240/7\")").names).toEqual(["b.x", "a"]);
    expect(equation({ left: "{sold}", op: "<=", right: "{made}" })).toMatchObject({ text: "{sold} <= {made}", op: "<=" });
  });

  test("takes × ÷ − ≤ for what they mean", () => {
    expect(equation("{a} × 2 ÷ 3 − 1 ≤ {b}")).toMatchObject({ op: "<=", names: ["a", "b"] });
  });

  test("names may hold anything but braces", () => {
    expect(equation("{pls.q3-23 of 2023} = { é }").names).toEqual(["pls.q3-23 of 2023", "é"]);
  });

  test.each([
    ["{a} = ", "invalid-statement", 7],
    ["{a}", "invalid-statement", 4],
    ["{a} + = {b}", "invalid-statement", 7],
    ["{a} = {b} = {c}", "invalid-statement", 11],
    ["{a} == {b}", "invalid-statement", 5],
    ["{a} >= {b}", "invalid-statement", 5],
    ["{a} = ({b}", "invalid-statement", 11],
    ["{a} = {b})", "invalid-statement", 10],
    ["{a} = {b", "invalid-statement", 7],
    ["{} = {b}", "invalid-statement", 1],
    ["{a} = 2 {b}", "invalid-statement", 9],
    ["{a} = ore", "invalid-statement", 7],
    ["{a} = toString", "invalid-statement", 7],
    ["{a} = {b} % 2", "invalid-statement", 11],
    ["{a} = F 2", "invalid-statement", 9],
    ["{a} = F(\"2)", "invalid-statement", 9],
    ["{a} = 1,000", "malformed-number", 7],
    ["{a} = 1.2.3", "malformed-number", 7],
    ["{a} = F(\"x\")", "malformed-number", 9],
  ] as const)("refuses %s at the column of the mistake", (text, code, column) => {
    const refusal = refusalOf(() => equation(text));
    expect({ code: refusal.code, column: refusal.facts["column"] }).toEqual({ code, column });
  });

  test.each([
    ["brackets", `${"(".repeat(200)}1${")".repeat(200)}`, 107],
    ["signs", `${"-".repeat(200)}1`, 107],
    ["digits", `1${"0".repeat(2000)}`, 7],
    ["operands", `1${"+1".repeat(2500)}`, 4005],
  ])("refuses too many %s", (_, text, column) => {
    const refusal = refusalOf(() => equation(`{a} = ${text}`));
    expect({ code: refusal.code, column: refusal.facts["column"] }).toEqual({ code: "too-large", column });
  });

  test("refuses what is too long, what is no text, and what names nothing", () => {
    expect(refusalOf(() => equation(`{a} = ${" ".repeat(20_000)}1`)).code).toBe("too-large");
    expect(refusalOf(() => equation(5 as unknown as string)).code).toBe("invalid-statement");
    expect(refusalOf(() => equation({ left: "{a}", op: ">" as "=", right: "1" })).message).toBe("Two sides are compared by \"=\" or \"<=\", and not by \">\".");
    expect(refusalOf(() => equation("2 = 1 + 1")).code).toBe("invalid-statement");
    expect(refusalOf(() => equation("{a} = 1", { F: 2 })).code).toBe("invalid-statement");
  });
});

describe("laying", () => {
  test("a product of two is that tie and nothing else", () => {
    expect(told(laid({ metal: "", ore: "", grade: "" }, ["{metal} = {ore}*{grade}"]))).toEqual(["[metal] = [grade] × [ore]"]);
    expect(told(laid({ rate: "", ore: "", days: "" }, ["{rate} = {ore}/{days}"]))).toEqual(["[ore] = [rate] × [days]"]);
  });

  test("a sum is that tie and nothing else", () => {
    expect(told(laid({ t: "", a: "", b: "" }, ["{t} = {a} + 2*{b} - 3"]))).toEqual(["[t] = 1·[a] + 2·[b] less 3"]);
  });

  test("a longer product is built on the way", () => {
    expect(told(laid({ m: "", t: "", g: "", r: "" }, ["{m} = {t}*{g}*{r}/100"]))).toEqual([
      "def [t × g] = [g] × [t]", "def [t × g × r] = [r] × [t × g]", "[m] = 0.01·[t × g × r]",
    ]);
  });

  test("a percent change is one row over one quotient", () => {
    expect(told(laid({ v: "", now: "[4, 5]", then: "[2, 3]" }, ["{v} = ({now}/{then}-1)*100"]))).toEqual([
      "def [now] = [now / then] × [then]", "[v] = 100·[now / then] less 100",
    ]);
  });

  test("a divisor that can be zero goes to the other side", () => {
    expect(told(laid({ v: "", now: "[4, 5]", then: "[-1, 1]" }, ["{v} = ({now}/{then}-1)*100"]))).toEqual([
      "def [then × v] = [v] × [then]", "[now] = 0.01·[then × v] + 1·[then]",
    ]);
  });

  test("a weighted mean is the total of amounts", () => {
    expect(told(laid({ g: "", t1: "", g1: "", t2: "", g2: "" }, ["{g} = ({t1}*{g1}+{t2}*{g2})/({t1}+{t2})"]))).toEqual([
      "def [t1 + t2] = 1·[t1] + 1·[t2]",
      "def [(t1 + t2) × g] = [g] × [t1 + t2]",
      "def [t1 × g1] = [g1] × [t1]",
      "def [t2 × g2] = [g2] × [t2]",
      "[(t1 + t2) × g] = 1·[t1 × g1] + 1·[t2 × g2]",
    ]);
  });

  test("equal products and equal sums are one unknown, over all equations of a graph", () => {
    const names = { t: "", t1: "", g1: "", t2: "", g2: "", m1: "", g: "" };
    expect(told(laid(names, ["{t} = {t1}+{t2}", "{m1} = {g1}*{t1}", "{g} = ({t1}*{g1}+{t2}*{g2})/(2*{t2}+2*{t1})"]))).toEqual([
      "def [t1 + t2] = 1·[t1] + 1·[t2]",
      "[t] = 1·[t1 + t2]",
      "def [g1 × t1] = [t1] × [g1]",
      "[m1] = 1·[g1 × t1]",
      "def [(t1 + t2) × g] = [g] × [t1 + t2]",
      "def [t2 × g2] = [g2] × [t2]",
      "[(t1 + t2) × g] = 0.5·[g1 × t1] + 0.5·[t2 × g2]",
    ]);
  });

  test("one equation at a time shares what was defined before", () => {
    const builder = new GraphBuilder();
    for (const name of ["a", "b", "c", "x", "y"]) builder.unknown(name);
    const lay = (text: string): number => layEquation(builder, equation(text), { name: text, unknownOf: (id) => ({ name: id }) });
    expect([lay("{x} = 2*{a}*{b}*{c}"), lay("{y} <= {b}*{a}*{c}"), lay("{y} = {a}*{b}")]).toEqual([2, 3, 4]);
    expect(told(builder.build()).slice(3)).toEqual(["[y] <= [a × b × c]", "[y] = 1·[a × b]"]);
  });

  test("units are turned into those of the graph", () => {
    const builder = new GraphBuilder();
    for (const name of ["ore", "head"]) builder.unknown(name);
    layEquation(builder, equation("{head} = {ore}"), {
      name: "restated", unknownOf: (id) => (id === "head" ? { name: "head", factor: Ratio.of(1000) } : { name: "ore" }),
    });
    expect(told(builder.build())).toEqual(["[head] = 1000·[ore]"]);
  });

  test("bounds compare two unknowns", () => {
    expect(told(laid({ a: "", b: "" }, ["{a} <= {b}", "2*{a} - 5 <= {b}/3", "{a} <= 7", "{a}*2 <= {b}*3"]))).toEqual([
      "[a] <= [b]",
      "def [2.5 + 1/6 b] = 1/6·[b] less -2.5",
      "[a] <= [2.5 + 1/6 b]",
      "[a] <= [7]",
      "def [1.5 b] = 1.5·[b]",
      "[a] <= [1.5 b]",
    ]);
  });

  test("a bound on quotients needs the sign of what it divides by", () => {
    const text = "{a}/{b} <= {c}";
    expect(told(laid({ a: "", b: "[1, 2]", c: "" }, [text]))).toEqual(["def [a] = [a / b] × [b]", "[a / b] <= [c]"]);
    expect(told(laid({ a: "", b: "[0, 2]", c: "" }, [text], ["b"]))).toEqual(["def [b × c] = [c] × [b]", "[a] <= [b × c]"]);
    expect(refusalOf(() => laid({ a: "", b: "[-1, 2]", c: "" }, [text])).code).toBe("invalid-statement");
  });

  test("refuses names that stand for nothing, and division by nothing", () => {
    const refusal = refusalOf(() => laid({ a: "" }, ["{a} = 2*{b}"]));
    expect({ code: refusal.code, facts: refusal.facts }).toEqual({ code: "unknown-item", facts: { given: "b", column: 9 } });
    expect(refusalOf(() => laid({ a: "", b: "" }, ["{a} = {b}/({a}-{a})"])).code).toBe("division-by-zero");
    expect(refusalOf(() => laid({ a: "" }, ["{a} = 1/0"])).code).toBe("division-by-zero");
  });

  test("the longest equations are laid at once", () => {
    const sum = `{a} = ${Array.from({ length: 350 }, (_, place) => `{a}*{b}/(${String(place)}+{c})`).join("+")}`;
    const nested = `{a} = ${"({b}+1/(".repeat(40)}{c}${"))".repeat(40)}`;
    for (const text of [sum, nested, `{a} = ${"{b}*".repeat(1000)}1`, `{a} = ${"({b}+{c})*({b}-{a})/".repeat(200)}2`]) {
      const start = performance.now();
      laid({ a: "[1, 2]", b: "[1, 2]", c: "[1, 2]" }, [text]);
      expect(performance.now() - start, text.slice(0, 30)).toBeLessThan(1000);
    }
    expect(refusalOf(() => laid({ a: "", b: "", c: "" }, [sum])).code).toBe("too-large");
  });

  test("a name of the user's own is never taken for a part of an equation", () => {
    expect(told(laid({ m: "", a: "", b: "", "a × b": "" }, ["{m} = 2*{a}*{b}"]))).toEqual(["def [a × b'] = [b] × [a]", "[m] = 2·[a × b']"]);
  });
});

describe("meaning", () => {
  test.each([
    [{ a: "5" }, "{a} = 5", "consistent"],
    [{ a: "5" }, "{a} = 6", "contradictory"],
    [{ a: "5" }, "{a} = {a}", "consistent"],
    [{ a: "5" }, "{a} = {a} + 1", "contradictory"],
    [{ a: "5" }, "{a}*0 <= -1", "contradictory"],
    [{ a: "5" }, "{a}*0 <= 1", "consistent"],
    [{ a: "5" }, "{a}*{a} = 25", "consistent"],
    [{ a: "5" }, "{a}*{a} = 24", "contradictory"],
    [{ a: "5", b: "0" }, "{a}*{b} = 0", "consistent"],
    [{ a: "[-1, 1]" }, "{a} <= -2", "contradictory"],
    [{ a: "5", b: "2" }, "{a}*{b}/{b} = 5", "consistent"],
    [{ v: "[1, 2]", a: "[3, 4]", b: "[0, 1]" }, "{v} = {a}/{b}", "contradictory"],
    [{ v: "[1, 3]", a: "[3, 4]", b: "[0, 1]" }, "{v} = {a}/{b}", "consistent"],
    [{ p: "[25.5, 26.5]", now: "[226199.5, 226200.5]", then: "[178999.5, 179000.5]" }, "{p} = ({now}/{then}-1)*100", "consistent"],
    [{ p: "[26.5, 27.5]", now: "[226199.5, 226200.5]", then: "[178999.5, 179000.5]" }, "{p} = ({now}/{then}-1)*100", "contradictory"],
  ] as const)("%o with %s is %s", (printed, text, verdict) => {
    expect(verdictOf(printed, text)).toBe(verdict);
  });

  // A sentence of the grammar with its exact value, or none where it divides by zero.
  interface Sentence { readonly text: string; readonly value: Ratio | undefined }
  const VALUES = { a: "2", b: "-3", c: "5/7", d: "0", e: "10" };
  const sentence = fc.letrec<{ node: Sentence; leaf: Sentence }>((tie) => ({
    node: fc.oneof({ maxDepth: 5 }, tie("leaf"), fc.tuple(fc.constantFrom("+", "-", "*", "/"), tie("node"), tie("node")).map(([op, left, right]) => ({
      text: `(${left.text}) ${op} (${right.text})`, value: combined(op, left.value, right.value),
    }))),
    leaf: fc.oneof(
      fc.constantFrom(...Object.entries(VALUES)).map(([name, value]) => ({ text: `{${name}}`, value: Ratio.of(value) })),
      fc.integer({ min: 0, max: 9 }).map((digit) => ({ text: String(digit), value: Ratio.of(digit) })),
    ),
  })).node;

  function combined(op: string, left: Ratio | undefined, right: Ratio | undefined): Ratio | undefined {
    if (left === undefined || right === undefined) return undefined;
    switch (op) {
      case "+": return left.plus(right);
      case "-": return left.minus(right);
      case "*": return left.times(right);
      default: return right.isZero ? undefined : left.dividedBy(right);
    }
  }

  test("on exact figures is what the arithmetic says, with one tie that is no definition", () => {
    fc.assert(fc.property(sentence, fc.constantFrom("0", "1/1000", "-2"), fc.constantFrom("=", "<="), ({ text, value }, off, op) => {
      fc.pre(value !== undefined);
      const claimed = value.plus(off);
      const printed = { ...VALUES, v: String(claimed) };
      let graph: Graph;
      try {
        graph = laid(printed, [`{v} ${op} ${text}`]);
      } catch (error) {
        expect(["division-by-zero", "invalid-statement"]).toContain((error as { code?: string }).code);
        return;
      }
      expect(graph.ties.filter((tie) => !("definition" in tie))).toHaveLength(1);
      const definitions = { unknowns: graph.unknowns, ties: graph.ties.filter((tie) => "definition" in tie) };
      expect(solve(definitions).verdict).toBe("consistent");
      const holds = op === "=" ? off === "0" : off !== "1/1000";
      expect(solve(graph).verdict).toBe(holds ? "consistent" : "contradictory");
    }), { numRuns: 500 });
  });
});

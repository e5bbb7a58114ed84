import { describe, expect, test } from "vitest";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { solve, type Outcome } from "../../src/balance/solve.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import { leading } from "../../src/diagnosis/leading.ts";
import { Interval } from "../../src/number/interval.ts";
import { refusalOf } from "../figure/refusal.ts";
import { readText } from "./mine.ts";
import { diagnosed, foremost } from "./statement.ts";

function printsOf({ unknowns }: Graph): Parameters<typeof diagnose>[2] {
  return (unknown, figure) => {
    const text = unknowns[unknown]?.figures[figure]?.name;
    return text === undefined ? undefined : { text, read: (other) => readText(other), reread: (rule) => readText(text, rule), units: [], neighbours: [] };
  };
}

function contradictory(conflicts: Extract<Outcome, { verdict: "contradictory" }>["conflicts"]): Outcome {
  return { verdict: "contradictory", conflicts, rest: "consistent", implied: [] };
}

describe("a diagnosis", () => {
  test("is given of each conflict, and of nothing else", () => {
    expect(diagnosed({ a: "1", b: "1" }, ["{a} = {b}"]).diagnoses).toEqual([]);
    const two = diagnosed({ a: "10", b: "20", c: "30", d: "45" }, ["{a} = {b}", "{c} = {d}"]).diagnoses;
    expect(two.map(({ conflict }) => conflict.ties)).toEqual([[0], [1]]);
  });

  test("accuses both prints of a fact that was printed twice, differently", () => {
    const builder = new GraphBuilder();
    builder.unknown("ore");
    for (const text of ["1,896", "1,986"]) builder.print("ore", { name: text, interval: readText(text)! });
    const graph = builder.build();
    const [diagnosis] = diagnose(graph, solve(graph), printsOf(graph));
    expect(diagnosis!.suspects.map(({ figure, rank, interval }) => [figure, rank, String(interval)])).toEqual([[0, 1, "[1985.5, 1986.5]"], [1, 1, "[1895.5, 1896.5]"]]);
    expect(diagnosis!.hypotheses.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      "Hypothesis: ore 1,896 should read 1,986, two neighbouring digits swapped; then its prints agree.",
      "Hypothesis: ore 1,986 should read 1,896, two neighbouring digits swapped; then its prints agree.",
    ]);
  });

  test("never accuses an exact number that nobody printed", () => {
    const builder = new GraphBuilder();
    for (const [name, text] of [["days", "92"], ["rate", "10"], ["ore", "1,000"]] as const) {
      builder.unknown(name);
      builder.print(name, { name: text, interval: name === "days" ? Interval.point(92) : readText(text)! });
    }
    builder.tie({ amount: "ore", ratio: "rate", base: "days" });
    const graph = builder.build();
    const prints = printsOf(graph);
    const [diagnosis] = diagnose(graph, solve(graph), (unknown, figure) => (unknown === 0 ? undefined : prints(unknown, figure)));
    expect(diagnosis!.suspects.map(({ name }) => name).sort()).toEqual(["ore", "rate"]);
  });

  test("tries no slip on a figure whose text is not known, and suspects it all the same", () => {
    const { graph } = diagnosed({ a: "12", b: "21" }, ["{a} = {b}"]);
    const [diagnosis] = diagnose(graph, solve(graph), () => undefined);
    expect(diagnosis!.suspects.map(({ name }) => name).sort()).toEqual(["a", "b"]);
    expect(diagnosis!.hypotheses).toEqual([]);
  });

  test("prints its first hypotheses and its notes, and is plain data in JSON", () => {
    const [diagnosis] = diagnosed({ a: "12", b: "21", c: "21" }, ["{a} = {b}", "{b} = {c}"]).diagnoses;
    expect(String(diagnosis)).toBe("Hypothesis: a 12 should read 21, two neighbouring digits swapped; then {a} = {b} holds.");
    const { ties, suspects, hypotheses, notes } = JSON.parse(JSON.stringify(diagnosis)) as Record<string, unknown[]>;
    expect([ties, notes]).toEqual([["{a} = {b}"], []]);
    expect(suspects![0]).toEqual({ name: "a", printed: "12", interval: { low: "20.5", high: "21.5" }, rank: 1, proved: true });
    expect(hypotheses![0]).toMatchObject({ kind: "digits-swapped", honest: false, repairs: ["{a} = {b}"], rank: 1 });
  });

  test("need not respect ties on a basis known to be wrong, except those that it explains", () => {
    const texts = { a: "12", b: "21", c: "12" };
    const ties = ["{a} = {b}", "{a} <= {c}"];
    expect(foremost(diagnosed(texts, ties))).not.toContain("digits-swapped: a 21");
    expect(foremost(diagnosed(texts, ties, { options: { leftOut: new Set([1]) } }))).toContain("digits-swapped: a 21");
  });
});

describe("all diagnoses of a report together", () => {
  test("name each hypothesis and each suspect once, the one that repairs most first", () => {
    const found = diagnosed(
      { a: "11", b: "22", t: "53", x: "40", u: "73", p: "5", q: "6" }, ["{t} = {a} + {b}", "{u} = {t} + {x}", "{p} = {q}"],
    );
    const { hypotheses, suspects } = leading(found.diagnoses);
    expect(hypotheses[0]).toMatchObject({ figures: [{ name: "t", reads: "33" }], repairs: [0, 1] });
    expect(suspects[0]).toMatchObject({ name: "t", rank: 1, repairs: [0, 1] });
    const keys = suspects.map(({ unknown, figure }) => `${String(unknown)}/${String(figure)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the work is bounded, and it is said where a bound was met", () => {
  // A chain of equal figures, broken once.
  const names = Array.from({ length: 300 }, (_, at) => `n${String(at)}`);
  const texts = Object.fromEntries(names.map((name, at) => [name, at < 150 ? "12" : "21"]));
  const ties = names.slice(1).map((name, at) => `{${names[at]!}} = {${name}}`);

  test("by the ties around a conflict", () => {
    const [diagnosis] = diagnosed(texts, ties).diagnoses;
    expect(diagnosis!.notes).toContain("Only the 151 ties nearest to it were held against the hypotheses.");
  });

  test("by the trials of one conflict", () => {
    const { diagnoses } = diagnosed({ a: "1,234", b: "5,678" }, ["{a} <= {b} / 100"], { options: { trials: 3 } });
    expect(diagnoses[0]!.notes).toContain("The search was cut after 3 trials: there may be other hypotheses.");
    expect(diagnoses[0]!.hypotheses.some(({ proved }) => !proved)).toBe(true);
  });

  test("by the conflicts looked at", () => {
    const { diagnoses } = diagnosed({ a: "10", b: "20", c: "30", d: "45" }, ["{a} = {b}", "{c} = {d}"], { options: { conflicts: 1 } });
    expect(diagnoses.length).toBe(1);
  });

  test("so that hundreds of conflicts end in good time", () => {
    const many = Array.from({ length: 300 }, (_, at) => at);
    const builder = new GraphBuilder();
    for (const at of many) {
      for (const [name, text] of [[`a${String(at)}`, "1,234"], [`b${String(at)}`, "1,243"]] as const) {
        builder.unknown(name);
        builder.print(name, { name: text, interval: readText(text)! });
      }
      builder.tie({ name: `tie ${String(at)}`, total: `a${String(at)}`, parts: [`b${String(at)}`] });
    }
    const graph = builder.build();
    const conflicts = many.map((at) => ({ ties: [at], figures: [{ unknown: 2 * at, figure: 0 }, { unknown: 2 * at + 1, figure: 0 }], irreducible: true }));
    const started = performance.now();
    const diagnoses = diagnose(graph, contradictory(conflicts), printsOf(graph), { conflicts: 300 });
    expect(diagnoses.length).toBe(300);
    expect(diagnoses.every(({ hypotheses }) => hypotheses[0]?.kind === "digits-swapped")).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("by whole numbers from 1 only", () => {
    const { graph } = diagnosed({ a: "1", b: "2" }, ["{a} = {b}"]);
    expect(refusalOf(() => diagnose(graph, solve(graph), printsOf(graph), { trials: 0 }))).toMatchObject({ code: "out-of-range", facts: { option: "trials", given: 0 } });
  });
});

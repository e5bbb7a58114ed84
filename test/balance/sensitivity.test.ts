import { describe, expect, test } from "vitest";
import { graph, type Graph, type TieInput, type UnknownInput } from "../../src/balance/graph.ts";
import { limitingFigures } from "../../src/balance/sensitivity.ts";
import { solve } from "../../src/balance/solve.ts";
import { Interval } from "../../src/number/interval.ts";

/** Two quarters and the half that they make, as Lac des Iles printed its first: rate, recovery and metal, and of the half ore and grade. */
function half(): Graph {
  const printed = (value: string, reach: string): UnknownInput => ({ printed: Interval.point(value).plus(Interval.between({ low: `-${reach}`, high: reach })) });
  const unknowns: Record<string, UnknownInput> = {};
  const ties: TieInput[] = [];
  const quarters = { Q1: { rate: "13391", recovery: "0.730", produced: "1677161.6", days: 90 }, Q2: { rate: "13959", recovery: "0.760", produced: "1933640.9", days: 91 } };
  for (const [name, { rate, recovery, produced, days }] of Object.entries(quarters)) {
    Object.assign(unknowns, {
      [`${name}.ore`]: {}, [`${name}.days`]: { printed: Interval.point(days) }, [`${name}.rate`]: printed(rate, "0.5"), [`${name}.grade`]: {}, [`${name}.contained`]: {},
      [`${name}.recovery`]: printed(recovery, "0.0005"), [`${name}.produced`]: printed(produced, "15.6"),
    });
    ties.push(
      { amount: `${name}.ore`, ratio: `${name}.rate`, base: `${name}.days` }, { amount: `${name}.contained`, ratio: `${name}.grade`, base: `${name}.ore` },
      { amount: `${name}.produced`, ratio: `${name}.recovery`, base: `${name}.contained` },
    );
  }
  Object.assign(unknowns, { ore: {}, contained: {}, grade: {} });
  ties.push(
    { total: "ore", parts: ["Q1.ore", "Q2.ore"] }, { total: "contained", parts: ["Q1.contained", "Q2.contained"] }, { amount: "contained", ratio: "grade", base: "ore" },
  );
  return graph({ unknowns, ties });
}

const told = (whole: Graph, name: string): readonly string[] => limitingFigures(whole, whole.unknowns.findIndex((unknown) => unknown.name === name)).figures
  .map(({ unknown, factor }) => `${whole.unknowns[unknown]!.name} ${factor?.toFixed({ places: 1 }) ?? "-"}`);

describe("what limits an answer", () => {
  test("is the recovery, of a grade that ore, recovery and metal leave", () => {
    expect(told(half(), "Q1.grade")).toEqual(["Q1.recovery 13.7", "Q1.rate 1.1"]);
  });

  test("is each quarter's recovery, of the grade of both", () => {
    const limits = told(half(), "grade");
    expect(limits.map((limit) => limit.split(" ")[0])).toEqual(["Q2.recovery", "Q1.recovery"]);
    expect(limits[0]).toBe("Q2.recovery 1.9");
  });

  test("is its own figure, of what was printed closely enough to need no other", () => {
    expect(told(half(), "Q1.rate")).toEqual(["Q1.rate 100.0"]);
  });

  test("is nothing, of what is known exactly", () => {
    expect(told(half(), "Q1.days")).toEqual([]);
  });

  test("is told of the witness that is given, without solving again", () => {
    const whole = half();
    const outcome = solve(whole);
    if (outcome.verdict !== "consistent") throw new Error(outcome.verdict);
    expect(limitingFigures(whole, 3, outcome)).toEqual(limitingFigures(whole, 3));
  });

  test("is not known where the figures contradict each other", () => {
    const wrong = graph({
      unknowns: { a: { printed: Interval.between({ low: 1, high: 2 }) }, b: { printed: Interval.between({ low: 4, high: 5 }) } }, ties: [{ total: "a", parts: ["b"] }],
    });
    expect(limitingFigures(wrong, 0)).toEqual({ interval: undefined, figures: [], complete: true });
  });

  test("lies within what is left now, and nearer to the witness", () => {
    const whole = half();
    const outcome = solve(whole);
    if (outcome.verdict !== "consistent") throw new Error(outcome.verdict);
    for (const place of whole.unknowns.keys()) {
      const { interval, figures } = limitingFigures(whole, place, outcome);
      for (const limit of figures) expect(interval!.encloses(limit.interval) && limit.interval.contains(outcome.witness[place]!)).toBe(true);
    }
  });

  test("keeps to the nearest figures of a long sum, and says so", () => {
    const names = Array.from({ length: 300 }, (_, index) => `part ${String(index)}`);
    const long = graph({
      unknowns: { total: {}, ...Object.fromEntries(names.map((name) => [name, { printed: Interval.between({ low: 1, high: 2 }) }])) }, ties: [{ total: "total", parts: names }],
    });
    const { complete, figures } = limitingFigures(long, 0);
    expect([complete, figures.length]).toEqual([false, 0]);
  });
});

/** A search that is watched, paused and aborted. */
import { describe, expect, test } from "vitest";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import type { SolveProgress } from "../../src/balance/run.ts";
import { solve, solveAsync } from "../../src/balance/solve.ts";
import { Interval } from "../../src/number/interval.ts";
import { refusalOf } from "../figure/refusal.ts";

/** A year of so many mines, month by month; one month of the first is wrong if asked for. */
function mines(count: number, wrong = false): Graph {
  const builder = new GraphBuilder();
  const around = (value: number): Interval => Interval.between({ low: value - 0.5, high: value + 0.5 });
  for (let mine = 0; mine < count; mine++) {
    const months = Array.from({ length: 12 }, (_, month) => `${String(mine)}/${String(month)}`);
    for (const [month, name] of months.entries()) {
      builder.unknown(name);
      builder.print(name, { name: "ore", interval: around(100 + month + (wrong && mine === 0 && month === 0 ? 50 : 0)) });
    }
    builder.unknown(String(mine));
    builder.print(String(mine), { name: "year", interval: around(1266) });
    builder.tie({ total: String(mine), parts: months });
  }
  builder.unknown("all");
  builder.tie({ total: "all", parts: Array.from({ length: count }, (_, mine) => String(mine)) });
  return builder.build();
}

describe("with pauses", () => {
  test("a search comes to the same as without", async () => {
    for (const graph of [mines(40), mines(40, true)]) expect(await solveAsync(graph)).toEqual(solve(graph));
  });

  test("a timer has its turn", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await solveAsync(mines(4000));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  test("a wrong effort is refused by rejecting", async () => {
    await expect(solveAsync(mines(1), { effort: 0 })).rejects.toMatchObject({ code: "out-of-range" });
  });
});

describe("a signal", () => {
  test("that is aborted stops a search before it starts", async () => {
    const signal = AbortSignal.abort();
    expect(refusalOf(() => solve(mines(1), { signal })).code).toBe("aborted");
    await expect(solveAsync(mines(1), { signal })).rejects.toMatchObject({ code: "aborted" });
  });

  test("that a timer aborts stops one with pauses", async () => {
    const abort = new AbortController();
    const work = solveAsync(mines(4000), { signal: abort.signal });
    setTimeout(() => abort.abort(), 1);
    await expect(work).rejects.toMatchObject({ code: "aborted" });
  });

  test("that is aborted between steps stops one without", () => {
    const abort = new AbortController();
    expect(refusalOf(() => solve(mines(400), { signal: abort.signal, onProgress: () => abort.abort() })).code).toBe("aborted");
  });

  test("that is not aborted changes nothing", () => {
    expect(solve(mines(2), { signal: new AbortController().signal })).toEqual(solve(mines(2)));
  });
});

describe("progress", () => {
  const told = (graph: Graph): SolveProgress[] => {
    const all: SolveProgress[] = [];
    solve(graph, { onProgress: (progress) => all.push(progress) });
    return all;
  };

  test("goes from narrowing to searching, and never beyond the end", () => {
    const all = told(mines(4000));
    expect([...new Set(all.map(({ stage }) => stage))]).toEqual(["narrowing", "searching"]);
    expect(all.every(({ done, of }) => done >= 0 && done <= of)).toBe(true);
  });

  test("tells of conflicts as they are narrowed down", () => {
    expect(told(mines(40, true)).find(({ stage }) => stage === "conflicts")).toEqual({ stage: "conflicts", done: 0, of: 1 });
  });
});

/** What the balance promises, on graphs that nobody chose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict } from "../../src/balance/conflict.ts";
import type { Graph } from "../../src/balance/graph.ts";
import { propagate } from "../../src/balance/propagate.ts";
import { solve } from "../../src/balance/solve.ts";
import { verify } from "../../src/balance/witness.ts";
import { blind, GRID, planted } from "../balance/planting.ts";

const linear = planted({ sort: "linear", points: true });
const trade = planted({ sort: "trade", points: true });
const roomy = planted({ sort: "trade", points: false });
const wild = planted({ sort: "wild", points: true });

describe("graphs in which a point was planted", () => {
  test("the planted point is one", () => {
    fc.assert(fc.property(fc.oneof(linear, trade, wild), ({ graph, point }) => {
      expect(verify(graph, point)).toBe(true);
    }), { seed: 1, numRuns: 300 });
  });

  test("narrowing never loses it", () => {
    fc.assert(fc.property(fc.oneof(linear, trade, wild), ({ graph, point }) => {
      const boxes = propagate(graph);
      expect(boxes?.map((box, place) => box.contains(point[place]!))).toEqual(point.map(() => true));
    }), { seed: 2, numRuns: 1500 });
  });

  test("sums and bounds, and products by printed ratios where figures leave room, are always settled, with a witness", () => {
    fc.assert(fc.property(fc.oneof(linear, roomy), ({ graph, point }) => {
      const outcome = solve(graph);
      if (outcome.verdict !== "consistent") return expect(outcome).toBe("consistent");
      expect(verify(graph, outcome.witness)).toBe(true);
      for (const [place, box] of outcome.implied.entries()) expect(box.contains(outcome.witness[place]!) && box.contains(point[place]!)).toBe(true);
    }), { seed: 3, numRuns: 1500 });
  });

  test("products of anything by anything, and exact figures, are never called contradictory", () => {
    fc.assert(fc.property(fc.oneof(trade, wild), ({ graph }) => {
      const outcome = solve(graph, { effort: 12 });
      expect(outcome.verdict).not.toBe("contradictory");
      if (outcome.verdict === "consistent") expect(verify(graph, outcome.witness)).toBe(true);
    }), { seed: 4, numRuns: 300 });
  });
});

describe("graphs laid blindly over small integers", () => {
  test("a graph with a point on the grid is not contradictory, and a witness is one", () => {
    fc.assert(fc.property(blind, (graph) => {
      const outcome = solve(graph, { effort: 32 });
      if (outcome.verdict === "consistent") expect(verify(graph, outcome.witness)).toBe(true);
      if (outcome.verdict === "contradictory") expect(hasGridPoint(graph)).toBe(false);
    }), { seed: 5, numRuns: 1500 });
  }, 20_000);

  test("a conflict cannot hold, by another look and by trying every point of the grid", () => {
    fc.assert(fc.property(blind, (graph) => {
      const outcome = solve(graph, { effort: 32 });
      if (outcome.verdict !== "contradictory") return;
      expect(outcome.conflicts.length).toBeGreaterThan(0);
      for (const conflict of outcome.conflicts) {
        const alone = only(graph, conflict);
        expect(hasGridPoint(alone)).toBe(false);
        expect(solve(alone).verdict).toBe("contradictory");
      }
    }), { seed: 6, numRuns: 800 });
  }, 20_000);

  test("and where it is called irreducible, it holds as soon as any one member is left out", () => {
    fc.assert(fc.property(blind, (graph) => {
      const outcome = solve(graph, { effort: 32 });
      if (outcome.verdict !== "contradictory") return;
      for (const conflict of outcome.conflicts.filter(({ irreducible }) => irreducible)) {
        for (const smaller of allButOne(conflict)) expect(solve(only(graph, smaller)).verdict).toBe("consistent");
      }
    }), { seed: 7, numRuns: 800 });
  }, 20_000);

  test("what is left beside the conflicts stands, or was not settled", () => {
    fc.assert(fc.property(blind, (graph) => {
      const outcome = solve(graph, { effort: 32 });
      if (outcome.verdict !== "contradictory" || outcome.rest !== "consistent") return;
      const blamed = new Set(outcome.conflicts.flatMap(({ ties }) => ties));
      const doubled = outcome.conflicts.filter(({ ties }) => ties.length === 0).flatMap(({ figures }) => figures);
      const rest: Graph = {
        unknowns: graph.unknowns.map((unknown, place) => ({
          ...unknown, figures: unknown.figures.filter((_, index) => !doubled.some((one) => one.unknown === place && one.figure === index)),
        })),
        ties: graph.ties.filter((_, place) => !blamed.has(place)),
      };
      expect(solve(rest).verdict).toBe("consistent");
    }), { seed: 8, numRuns: 500 });
  }, 20_000);
});

/** A graph with the ties and figures of a conflict, and no others. */
function only({ unknowns, ties }: Graph, conflict: Pick<Conflict, "ties" | "figures">): Graph {
  return {
    unknowns: unknowns.map((unknown, place) => ({
      ...unknown, figures: unknown.figures.filter((_, index) => conflict.figures.some((one) => one.unknown === place && one.figure === index)),
    })),
    ties: conflict.ties.map((tie) => ties[tie]!),
  };
}

function allButOne({ ties, figures }: Conflict): Pick<Conflict, "ties" | "figures">[] {
  return [
    ...ties.map((tie) => ({ ties: ties.filter((other) => other !== tie), figures })),
    ...figures.map((figure) => ({ ties, figures: figures.filter((other) => other !== figure) })),
  ];
}

/** Whether some point of whole numbers from 0 to the grid's end satisfies everything, by trying each, in plain arithmetic. */
function hasGridPoint({ unknowns, ties }: Graph): boolean {
  const choices = unknowns.map(({ domain, figures }) => Array.from({ length: GRID + 1 }, (_, value) => value)
    .filter((value) => domain.contains(value) && figures.every(({ interval }) => interval.contains(value))));
  const values: number[] = [];
  const at = (place: number): number => values[place]!;
  const holds = (): boolean => ties.every((tie) => {
    switch (tie.type) {
      case "product": return at(tie.amount) === at(tie.ratio) * at(tie.base);
      case "bound": return at(tie.lesser) <= at(tie.greater);
      case "sum": return at(tie.total) === tie.parts.reduce((sum, { of, weight }) => sum + weight.toNumber() * at(of), 0);
    }
  });
  const search = (place: number): boolean => (place === choices.length ? holds() : choices[place]!.some((value) => {
    values[place] = value;
    return search(place + 1);
  }));
  return search(0);
}

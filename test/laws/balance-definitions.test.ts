/** What the balance promises where ties rest on definitions: percent changes, weighted means, three-factor products, bounds and negative amounts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict } from "../../src/balance/conflict.ts";
import { Definitions, isDefinition } from "../../src/balance/definition.ts";
import { GraphBuilder, type Graph, type TieInput } from "../../src/balance/graph.ts";
import { solve } from "../../src/balance/solve.ts";
import { verify } from "../../src/balance/witness.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

interface Step {
  readonly type: "sum" | "difference" | "metal" | "change" | "mean" | "bound";
  readonly picks: readonly number[];
  readonly ratio: number;
}

interface Plan {
  readonly amounts: readonly number[];
  readonly steps: readonly Step[];
  readonly places: readonly number[];
  /** Which figures are not printed. */
  readonly left: readonly boolean[];
  /** Which figure is printed wrong, and by how many units. */
  readonly slip: readonly [figure: number, units: number] | undefined;
}

interface World {
  readonly graph: Graph;
  readonly truth: readonly Ratio[];
}

const plans = (slips: boolean): fc.Arbitrary<Plan> => fc.record({
  amounts: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 3, maxLength: 5 }),
  steps: fc.array(fc.record<Step>({
    type: fc.constantFrom("sum", "difference", "metal", "change", "change", "mean", "bound"),
    picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ratio: fc.integer({ min: 1, max: 99 }),
  }), { minLength: 1, maxLength: 6 }),
  places: fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 8, maxLength: 8 }),
  left: fc.array(fc.constantFrom(false, false, false, true), { minLength: 16, maxLength: 16 }),
  slip: slips ? fc.tuple(fc.nat(), fc.constantFrom(-40, -7, 7, 40, 300)) : fc.constant(undefined),
});

/** Lays a world around true values: each step makes a new printed item of those before it. */
function worldOf({ amounts, steps, places, left, slip }: Plan): World {
  const builder = new GraphBuilder();
  const truth: Ratio[] = [];
  const ties: TieInput[] = [];
  const printed: number[] = [];
  const add = (value: Ratio, isPrinted: boolean): string => {
    const place = truth.length;
    builder.unknown(`u${String(place)}`, value.sign < 0 || !isPrinted ? Interval.all : Interval.nonNegative);
    truth.push(value);
    if (isPrinted) printed.push(place);
    return `u${String(place)}`;
  };
  const at = (name: string): Ratio => truth[Number(name.slice(1))]!;
  const product = (ratio: string, base: string): string => {
    const amount = add(at(ratio).times(at(base)), false);
    ties.push({ amount, ratio, base, definition: true });
    return amount;
  };
  const positive = amounts.map((value) => add(Ratio.of(value), true));
  for (const { type, picks, ratio } of steps) {
    const [first, second, third] = picks.map((pick) => positive[pick % positive.length]!) as [string, string, string];
    switch (type) {
      case "sum": {
        const total = add(at(first).plus(at(second)).plus(at(third)), true);
        ties.push({ total, parts: [first, second, third] });
        positive.push(total);
        break;
      }
      case "difference":
        ties.push({ total: add(at(first).minus(at(second)), true), parts: [first, { of: second, weight: -1 }] });
        break;
      case "metal": {
        const [grade, recovery] = [add(Ratio.fraction(BigInt(ratio), 10n), true), add(Ratio.fraction(BigInt(100 - ratio), 100n), true)];
        const recovered = product(recovery, product(grade, first));
        const metal = add(at(recovered), true);
        ties.push({ total: metal, parts: [recovered] });
        positive.push(metal);
        break;
      }
      case "change": {
        if (first === second) break;
        const quotient = add(at(first).dividedBy(at(second)), false);
        ties.push({ amount: first, ratio: quotient, base: second, definition: true });
        const change = add(at(quotient).times(100).minus(100), true);
        ties.push({ total: change, parts: [{ of: quotient, weight: 100 }], slack: Interval.point(100) });
        break;
      }
      case "mean": {
        const [one, other] = [add(Ratio.fraction(BigInt(ratio), 10n), true), add(Ratio.fraction(BigInt(1 + picks[3]! % 90), 10n), true)];
        const sum = add(at(one).times(at(first)).plus(at(other).times(at(second))), false);
        ties.push({ total: sum, parts: [product(one, first), product(other, second)], definition: true });
        const base = add(at(first).plus(at(second)), false);
        ties.push({ total: base, parts: [first, second], definition: true });
        ties.push({ amount: sum, ratio: add(at(sum).dividedBy(at(base)), true), base });
        break;
      }
      case "bound":
        ties.push(at(first).compare(at(second)) <= 0 ? { lesser: first, greater: second } : { lesser: second, greater: first });
    }
  }
  for (const [index, place] of printed.entries()) {
    if (left[place % left.length] === true) continue;
    const digits = places[place % places.length]!;
    const unit = Ratio.fraction(1n, 10n ** BigInt(digits));
    const wrong = slip !== undefined && slip[0] % printed.length === index ? slip[1] : 0;
    const value = truth[place]!.rounded({ places: digits }).plus(unit.times(wrong));
    const half = unit.dividedBy(2);
    const interval = Interval.between({ low: value.minus(half), high: value.plus(half) });
    builder.print(`u${String(place)}`, { name: String(value), interval });
  }
  for (const tie of ties) builder.tie(tie);
  return { graph: builder.build(), truth };
}

/** A graph with the ties and figures of a conflict and the definitions under them. */
function only(graph: Graph, conflict: Pick<Conflict, "ties" | "figures">): Graph {
  const { unknowns, ties } = graph;
  const under = new Definitions(graph).under(conflict.ties);
  return {
    unknowns: unknowns.map((unknown, place) => ({
      ...unknown, figures: unknown.figures.filter((_, index) => conflict.figures.some((one) => one.unknown === place && one.figure === index)),
    })),
    ties: ties.filter((_, place) => under.has(place) || conflict.ties.includes(place)),
  };
}

describe("reports printed from a world that is known", () => {
  test("are consistent, with a witness, and what is implied holds the truth", () => {
    fc.assert(fc.property(plans(false), (plan) => {
      const { graph, truth } = worldOf(plan);
      expect(verify({ ...graph, unknowns: graph.unknowns.map((unknown) => ({ ...unknown, figures: [] })) }, truth)).toBe(true);
      const outcome = solve(graph, { effort: 16 });
      if (outcome.verdict !== "consistent") return expect(outcome).toBe("consistent");
      expect(verify(graph, outcome.witness)).toBe(true);
      for (const [place, box] of outcome.implied.entries()) expect(box.contains(truth[place]!) && box.contains(outcome.witness[place]!)).toBe(true);
    }), { seed: 21, numRuns: 1500 });
  }, 20_000);
});

describe("reports with one figure wrong", () => {
  test("are refuted by conflicts that hold no definition and contradict by themselves", () => {
    fc.assert(fc.property(plans(true), (plan) => {
      const { graph } = worldOf(plan);
      const outcome = solve(graph, { effort: 16 });
      if (outcome.verdict !== "contradictory") return;
      const places = outcome.conflicts.flatMap(({ ties }) => ties);
      expect(places.some((place) => isDefinition(graph.ties[place]))).toBe(false);
      expect(new Set(places).size).toBe(places.length);
      for (const conflict of outcome.conflicts) expect(solve(only(graph, conflict)).verdict).toBe("contradictory");
    }), { seed: 22, numRuns: 500 });
  }, 20_000);

  test("and conflicts called irreducible stand as soon as any one member is left out", () => {
    fc.assert(fc.property(plans(true), (plan) => {
      const { graph } = worldOf(plan);
      const outcome = solve(graph, { effort: 16 });
      if (outcome.verdict !== "contradictory") return;
      for (const { ties, figures } of outcome.conflicts.filter(({ irreducible }) => irreducible)) {
        for (const tie of ties) expect(solve(only(graph, { ties: ties.filter((other) => other !== tie), figures })).verdict).not.toBe("contradictory");
        for (const figure of figures) expect(solve(only(graph, { ties, figures: figures.filter((other) => other !== figure) })).verdict).not.toBe("contradictory");
      }
    }), { seed: 23, numRuns: 250 });
  }, 20_000);
});

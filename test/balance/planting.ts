/** Random graphs for the laws of the balance: some grown around a point at which every tie is true, some laid blindly over a few small integers. */
import fc from "fast-check";
import { GraphBuilder, type Evidence, type Graph, type TieInput } from "../../src/balance/graph.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

/** A graph and a point at which every tie, domain and figure of it is true. */
export interface Planted {
  readonly graph: Graph;
  readonly point: readonly Ratio[];
}

interface Step {
  readonly type: "free" | "ratio" | "sum" | "product" | "bound" | "slack";
  readonly picks: readonly number[];
  readonly weights: readonly number[];
  readonly value: readonly [number, number];
}

/**
 * Which ties a planted graph has: sums and bounds only; products of amounts by ratios that were printed, as in the trade, where several may share one; or
 * products of anything by anything.
 */
export type Sort = "linear" | "trade" | "wild";

const TYPES: Readonly<Record<Sort, readonly Step["type"][]>> = {
  linear: ["free", "sum", "sum", "bound", "slack"],
  trade: ["free", "ratio", "sum", "bound", "slack", "product", "product", "product"],
  wild: ["free", "sum", "bound", "slack", "product", "product", "product"],
};

interface Box {
  readonly type: "none" | "around" | "point" | "above" | "below" | "twice";
  readonly left: number;
  readonly right: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

const steps = (types: readonly Step["type"][]) => fc.record<Step>({
  type: fc.constantFrom(...types),
  picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.constantFrom(1, 1, 1, 1, -1, 2), { minLength: 3, maxLength: 3 }),
  value: fc.tuple(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -12, max: 12 })), fc.constantFrom(1, 1, 2, 4, 3)),
});

const boxes = (points: boolean) => fc.record<Box>({
  type: fc.constantFrom(...(["none", "around", "around", "around", "around", "above", "below", "twice", ...(points ? ["point"] as const : [])] as const)),
  left: fc.integer({ min: 0, max: 4 }), right: fc.integer({ min: 0, max: 4 }), openLeft: fc.boolean(), openRight: fc.boolean(),
});

/** Graphs grown around a point. Without points every box has room, and the point lies inside it. */
export function planted({ sort, points }: { readonly sort: Sort; readonly points: boolean }): fc.Arbitrary<Planted> {
  return fc.record({
    seeds: fc.array(steps(["free"]), { minLength: 2, maxLength: 4 }),
    growth: fc.array(steps(TYPES[sort]), { minLength: 1, maxLength: 7 }),
    shapes: fc.array(boxes(points), { minLength: 20, maxLength: 20 }),
  }).map(({ seeds, growth, shapes }) => grow([...seeds, ...growth], { sort, shapes, points }));
}

function grow(all: readonly Step[], { sort, shapes, points }: { readonly sort: Sort; readonly shapes: readonly Box[]; readonly points: boolean }): Planted {
  const values: Ratio[] = [];
  const ratios: number[] = [];
  const amounts: number[] = [];
  const ties: TieInput[] = [];
  const name = (place: number): string => `u${String(place)}`;
  const add = (value: Ratio, to: number[]): string => {
    to.push(values.length);
    values.push(value);
    return name(values.length - 1);
  };
  for (const { type, picks, weights, value: [numerator, denominator] } of all) {
    const [first = 0, other = 0, third = 0, fourth = 0] = picks.map((pick) => amounts[pick % amounts.length] ?? 0);
    // No tie of the trade squares a ratio.
    const second = other === first ? amounts[(amounts.indexOf(first) + 1) % amounts.length] ?? 0 : other;
    const at = (place: number): Ratio => values[place]!;
    switch (type) {
      case "free":
        add(Ratio.fraction(BigInt(numerator), BigInt(denominator)), amounts);
        break;
      case "ratio":
        add(Ratio.fraction(BigInt(Math.abs(numerator)), 16n), ratios);
        break;
      case "product": {
        if (sort === "trade" && ratios.length === 0) add(Ratio.fraction(BigInt(Math.abs(numerator)), 16n), ratios);
        const ratio = sort === "trade" ? ratios[picks[0]! % ratios.length]! : first;
        ties.push({ amount: add(at(ratio).times(at(second)), amounts), ratio: name(ratio), base: name(second) });
        break;
      }
      case "bound":
        ties.push(at(first).compare(at(second)) <= 0 ? { lesser: name(first), greater: name(second) } : { lesser: name(second), greater: name(first) });
        break;
      case "slack": {
        const off = at(first).plus(at(second)).minus(at(third));
        const slack = Interval.between({ low: off.minus(1), high: off.plus(weights[0]! > 0 ? 1 : 0) });
        ties.push({ total: name(third), parts: [name(first), name(second)], slack });
        break;
      }
      case "sum": {
        const parts = [first, second, fourth].slice(0, 2 + (numerator & 1)).map((of, index) => ({ of, weight: weights[index]! }));
        const total = add(parts.reduce((sum, { of, weight }) => sum.plus(at(of).times(weight)), Ratio.zero), amounts);
        ties.push({ total, parts: parts.map(({ of, weight }) => ({ of: name(of), weight })) });
      }
    }
  }
  const builder = new GraphBuilder();
  for (const [place, value] of values.entries()) {
    const shape = shapes[place % shapes.length]!;
    builder.unknown(name(place), value.sign < 0 ? Interval.all : Interval.nonNegative);
    for (const figure of figuresOf(value, ratios.includes(place) ? { ...shape, type: "around" } : shape, points)) builder.print(name(place), figure);
  }
  for (const tie of ties) builder.tie(tie);
  return { graph: builder.build(), point: values };
}

function figuresOf(value: Ratio, { type, left, right, openLeft, openRight }: Box, points: boolean): Evidence[] {
  // Widths are eighths; a box of no width on one side has the point at its end, where it must be closed.
  const least = points ? 0 : 1;
  const [down, up] = [Math.max(left, least), Math.max(right, least)];
  const low = value.minus(Ratio.fraction(BigInt(down), 8n));
  const high = value.plus(Ratio.fraction(BigInt(up), 8n));
  const around = Interval.between({ low, lowOpen: openLeft && down > 0, high, highOpen: openRight && up > 0 });
  switch (type) {
    case "none": return [];
    case "point": return [{ name: "exact", interval: Interval.point(value) }];
    case "around": return [{ name: "around", interval: around }];
    case "above": return [{ name: "above", interval: Interval.between({ low, lowOpen: openLeft && down > 0 }) }];
    case "below": return [{ name: "below", interval: Interval.between({ high, highOpen: openRight && up > 0 }) }];
    case "twice": return [{ name: "one", interval: around }, { name: "other", interval: Interval.between({ low: value.minus(1), high: value.plus(Ratio.fraction(1n, 16n)) }) }];
  }
}

/** The greatest integer of the grid on which {@link blind} graphs are tried out. */
export const GRID = 3;

const spans = fc.tuple(fc.integer({ min: 0, max: GRID }), fc.integer({ min: 0, max: GRID }), fc.constantFrom(0, 0, 0, 1, 2, 3)).map(([a, b, ends]) => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return low === high ? Interval.point(low) : Interval.between({ low, high, lowOpen: (ends & 1) !== 0, highOpen: (ends & 2) !== 0 });
});

/** Graphs of three amounts and two ratios with figures and ties laid blindly: many contradict. */
export const blind: fc.Arbitrary<Graph> = fc.record({
  figures: fc.array(fc.array(spans, { minLength: 0, maxLength: 2 }), { minLength: 5, maxLength: 5 }),
  ties: fc.array(fc.record({
    type: fc.constantFrom("sum", "sum", "product", "product", "bound"),
    picks: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 4 })),
    weight: fc.constantFrom(1, 1, 1, 2, -1),
  }), { minLength: 1, maxLength: 5 }),
}).map(({ figures, ties }) => {
  const builder = new GraphBuilder();
  const name = (place: number): string => `u${String(place)}`;
  for (const [place, printed] of figures.entries()) {
    builder.unknown(name(place), Interval.between({ low: 0, high: GRID }));
    for (const [index, interval] of printed.entries()) builder.print(name(place), { name: `figure ${String(index)}`, interval });
  }
  for (const { type, picks: [first, second, ratio], weight } of ties) {
    const base = second === first ? (first + 1) % 3 : second;
    if (type === "product") builder.tie({ amount: name(first), ratio: name(ratio), base: name(base) });
    else if (type === "bound") builder.tie({ lesser: name(first), greater: name(base) });
    else builder.tie({ total: name(first), parts: [name(base), { of: name(3 - first - base), weight }] });
  }
  return builder.build();
});

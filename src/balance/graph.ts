/**
 * The graph of amounts and ratios: unknown exact numbers, the intervals that printed figures leave them, and two kinds of tie, `total = part + part + ...` and
 * `amount = ratio x base`. Everything that a report states is laid in this form; checking, inferring and blaming are readings of it.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";

/**
 * What a figure says of an unknown: a name for it, and the numbers that would print so.
 *
 * @category Balance
 */
export interface Evidence {
  readonly name: string;
  readonly interval: Interval;
}

/**
 * One unknown: where it can lie by its nature (amounts of metal are not negative), and the figures printed of it.
 *
 * @category Balance
 */
export interface Unknown {
  readonly name: string;
  readonly domain: Interval;
  readonly figures: readonly Evidence[];
}

/**
 * `total = weight x part + weight x part + ...`, up to a slack if one is allowed.
 *
 * @category Balance
 */
export interface SumTie {
  readonly type: "sum";
  readonly name: string;
  readonly total: number;
  readonly parts: readonly { readonly of: number; readonly weight: Ratio }[];
  /** Where `parts - total` may lie: zero alone, unless a tolerance was declared. */
  readonly slack: Interval;
  /** Whether the tie only says what one of its unknowns, of which nothing was printed, stands for: a definition is never blamed. */
  readonly definition?: true;
}

/**
 * `amount = ratio x base`.
 *
 * @category Balance
 */
export interface ProductTie {
  readonly type: "product";
  readonly name: string;
  readonly amount: number;
  readonly ratio: number;
  readonly base: number;
  /** Whether the tie only says what one of its unknowns, of which nothing was printed, stands for: a definition is never blamed. */
  readonly definition?: true;
}

/**
 * `lesser <= greater`.
 *
 * @category Balance
 */
export interface BoundTie {
  readonly type: "bound";
  readonly name: string;
  readonly lesser: number;
  readonly greater: number;
}

/**
 * A relation between unknowns, which are named by their place in the graph.
 *
 * @category Balance
 */
export type Tie = SumTie | ProductTie | BoundTie;

/**
 * Unknowns and the ties between them.
 *
 * @category Balance
 */
export interface Graph {
  readonly unknowns: readonly Unknown[];
  readonly ties: readonly Tie[];
}

/** The places of the unknowns that a tie speaks of. @internal */
export function unknownsIn(tie: Tie): readonly number[] {
  switch (tie.type) {
    case "sum": return [tie.total, ...tie.parts.map(({ of }) => of)];
    case "product": return [tie.amount, tie.ratio, tie.base];
    case "bound": return [tie.lesser, tie.greater];
  }
}

/** An unknown as it is declared: its domain (zero and up unless said otherwise), and what was printed of it. @category Balance */
export interface UnknownInput {
  readonly domain?: Interval;
  readonly printed?: Interval | readonly Evidence[];
}

/** A part of a sum: the name of its unknown, with a weight where it does not count once. @category Balance */
export type PartInput = string | { readonly of: string; readonly weight: Numeric };

/** A tie as it is declared, by the names of its unknowns. @category Balance */
export type TieInput =
  | { readonly name?: string; readonly total: string; readonly parts: readonly PartInput[]; readonly slack?: Interval; readonly definition?: true }
  | { readonly name?: string; readonly amount: string; readonly ratio: string; readonly base: string; readonly definition?: true }
  | { readonly name?: string; readonly lesser: string; readonly greater: string };

/**
 * Builds a graph from plain names and intervals.
 *
 * Use `reconcile` for a production statement, which lays its graph by itself; this is for relations of your own.
 *
 * @param input - the unknowns by name, and the ties between them.
 * @throws `HeadgradeError` with `unknown-item` for a tie that names no unknown, `invalid-statement` for a sum without parts.
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { graph, solve } from "headgrade/balance";
 *
 * const year = graph({
 *   unknowns: {
 *     first: { printed: Interval.between({ low: 10, high: 11 }) },
 *     second: { printed: Interval.between({ low: 20, high: 21 }) },
 *     year: { printed: Interval.between({ low: 33, high: 34 }) },
 *   },
 *   ties: [{ name: "the halves make the year", total: "year", parts: ["first", "second"] }],
 * });
 * solve(year).verdict // => "contradictory"
 * ```
 * @category Balance
 */
export function graph(input: { readonly unknowns: Readonly<Record<string, UnknownInput>>; readonly ties: readonly TieInput[] }): Graph {
  const builder = new GraphBuilder();
  for (const [name, { domain, printed }] of Object.entries(input.unknowns)) {
    builder.unknown(name, domain);
    if (printed instanceof Interval) builder.print(name, { name, interval: printed });
    else for (const figure of printed ?? []) builder.print(name, figure);
  }
  for (const tie of input.ties) builder.tie(tie);
  return builder.build();
}

/** Lays a graph step by step. @internal */
export class GraphBuilder {
  readonly #places = new Map<string, number>();
  readonly #unknowns: { name: string; domain: Interval; figures: Evidence[] }[] = [];
  readonly #ties: Tie[] = [];

  /** The place of an unknown, laid now if it is new. */
  unknown(name: string, domain: Interval = Interval.nonNegative): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#unknowns.length;
    this.#places.set(name, place);
    this.#unknowns.push({ name, domain, figures: [] });
    return place;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  print(name: string, figure: Evidence): void {
    this.#unknowns[this.#placeOf(name)]?.figures.push(figure);
  }

  /** Lays a tie and returns its place. */
  tie(tie: TieInput): number {
    const place = this.#ties.length;
    const name = tie.name ?? `tie ${String(place + 1)}`;
    if ("total" in tie) {
      if (tie.parts.length === 0) throw new HeadgradeError("invalid-statement", `The sum ${shown(name)} has no parts: name at least one.`, { tie: name });
      const parts = tie.parts.map((part) => (typeof part === "string"
        ? { of: this.#placeOf(part), weight: Ratio.one }
        : { of: this.#placeOf(part.of), weight: Ratio.of(part.weight) }));
      this.#ties.push({ type: "sum", name, total: this.#placeOf(tie.total), parts, slack: tie.slack ?? Interval.point(0), ...defining(tie) });
    } else if ("amount" in tie) {
      this.#ties.push({ type: "product", name, amount: this.#placeOf(tie.amount), ratio: this.#placeOf(tie.ratio), base: this.#placeOf(tie.base), ...defining(tie) });
    } else {
      this.#ties.push({ type: "bound", name, lesser: this.#placeOf(tie.lesser), greater: this.#placeOf(tie.greater) });
    }
    return place;
  }

  build(): Graph {
    return { unknowns: this.#unknowns, ties: this.#ties };
  }

  #placeOf(name: string): number {
    const place = this.#places.get(name);
    if (place !== undefined) return place;
    throw new HeadgradeError("unknown-item", `A tie names ${shown(name)}, which is no unknown of this graph: declare it first.`, { given: name });
  }
}

function defining({ definition }: { readonly definition?: true }): { readonly definition?: true } {
  return definition === undefined ? {} : { definition };
}

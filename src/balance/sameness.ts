/**
 * Which unknowns of a system are the same number, or one a fixed multiple of the other: by a row that says so, or as the totals of equal sums, the amounts of
 * equal products, the quotients of equal quotients. What says so a second time is written as a row of two terms instead.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { tiesOf, type Constraint, type Product, type Row, type System } from "./system.ts";

/** An unknown as a multiple of the one that stands for its class. */
interface Multiple {
  readonly root: number;
  readonly factor: Ratio;
}

/** A form that was met: `weight x of` is its value, by the ties. */
interface Met {
  readonly of: number;
  readonly weight: Ratio;
  readonly ties: readonly number[];
}

const ZERO_ONLY: Interval = /* @__PURE__ */ Interval.point(0);
/** One sameness shows another; beyond so many rounds there is no more to it. */
const MOST_ROUNDS = 8;

/** @internal */
export class Sameness {
  readonly #system: System;
  readonly #parents = new Map<number, Multiple>();
  // The ties by which a class came to be one.
  readonly #reasons = new Map<number, Set<number>>();

  constructor(system: System) {
    this.#system = system;
  }

  /** The constraints of the system, with what was said twice said as a row of two terms. */
  constraints(): readonly Constraint[] {
    let constraints = this.#system.constraints;
    for (const constraint of constraints) if (constraint.type === "row") this.#learn(constraint);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const next = this.#rewritten(constraints);
      if (next.every((constraint, place) => constraint === constraints[place])) break;
      constraints = next;
    }
    return constraints;
  }

  #rewritten(constraints: readonly Constraint[]): readonly Constraint[] {
    const met = new Map<string, Met>();
    return constraints.map((constraint) => {
      const same = constraint.type === "row" ? this.#sameSum(constraint, met) : this.#sameProduct(constraint, met);
      if (same !== undefined) this.#learn(same);
      return same ?? constraint;
    });
  }

  #of(unknown: number): Multiple {
    const parent = this.#parents.get(unknown);
    if (parent === undefined) return { root: unknown, factor: Ratio.one };
    const { root, factor } = this.#of(parent.root);
    const found = { root, factor: factor.times(parent.factor) };
    if (root !== parent.root) this.#parents.set(unknown, found);
    return found;
  }

  // A row `a x + b y = 0` makes one class of two.
  #learn(row: Row): void {
    const [first, second, third] = row.terms;
    if (first === undefined || second === undefined || third !== undefined || !row.range.isPoint || row.range.low?.isZero !== true) return;
    const [a, b] = [this.#of(first.of), this.#of(second.of)];
    if (a.root === b.root) return;
    // a.factor x a.root x weight = -(b.factor x b.root x weight)
    this.#parents.set(b.root, { root: a.root, factor: first.weight.times(a.factor).dividedBy(second.weight.times(b.factor)).negated() });
    const reasons = new Set([...(this.#reasons.get(a.root) ?? []), ...(this.#reasons.get(b.root) ?? []), ...tiesOf(row)]);
    this.#reasons.set(a.root, reasons);
  }

  // The last term of a sum is its total: the sum of the others was perhaps met before.
  #sameSum(row: Row, met: Map<string, Met>): Row | undefined {
    const total = row.terms.at(-1);
    if (total === undefined || row.terms.length < 3 || !row.range.isPoint) return undefined;
    const weights = new Map<number, Ratio>();
    for (const { of, weight } of row.terms.slice(0, -1)) {
      const { root, factor } = this.#of(of);
      const sum = weight.times(factor).plus(weights.get(root) ?? Ratio.zero);
      weights.set(root, sum);
    }
    const parts = [...weights].filter(([, weight]) => !weight.isZero).sort(([a], [b]) => a - b);
    const first = parts[0]?.[1];
    if (first === undefined || weights.has(this.#of(total.of).root)) return undefined;
    const scale = first.reciprocal();
    const key = `${parts.map(([root, weight]) => `${String(root)} ${String(weight.times(scale))}`).join(" ")} = ${String((row.range.low as Ratio).times(scale))}`;
    // parts - constant = -weight x total, over the first weight.
    return this.#meet(key, { of: total.of, weight: total.weight.times(scale), ties: tiesOf(row) }, [...weights.keys(), total.of], met);
  }

  #sameProduct(product: Product, met: Map<string, Met>): Row | undefined {
    const { amount, ratio, base } = product;
    const [a, r, b] = [this.#of(amount), this.#of(ratio), this.#of(base)];
    const ties = tiesOf(product);
    const form = `${String(Math.min(r.root, b.root))} x ${String(Math.max(r.root, b.root))}`;
    const roots = [a.root, r.root, b.root];
    const same = this.#meet(form, { of: amount, weight: r.factor.times(b.factor).reciprocal(), ties }, roots, met);
    if (same !== undefined) return same;
    const quotient = (factor: number, divisor: number, by: Multiple): Row | undefined => (this.#canBeZero(divisor) ? undefined
      : this.#meet(`${String(a.root)} / ${String(by.root)}`, { of: factor, weight: by.factor.dividedBy(a.factor), ties }, roots, met));
    return quotient(ratio, base, b) ?? quotient(base, ratio, r);
  }

  #canBeZero(unknown: number): boolean {
    return this.#system.boxes[unknown]?.contains(Ratio.zero) !== false;
  }

  #meet(key: string, now: Met, unknowns: readonly number[], met: Map<string, Met>): Row | undefined {
    const before = met.get(key);
    if (before === undefined) {
      met.set(key, now);
      return undefined;
    }
    if (before.of === now.of) return undefined;
    const reasons = new Set(unknowns.flatMap((unknown) => [...(this.#reasons.get(this.#of(unknown).root) ?? [])]));
    const [tie, ...also] = [...now.ties, ...new Set([...before.ties, ...reasons])];
    return {
      type: "row", range: ZERO_ONLY, tie: tie as number, also,
      terms: [{ of: before.of, weight: before.weight }, { of: now.of, weight: now.weight.negated() }],
    };
  }
}

/**
 * Unknowns that stand for parts of equations: products, sums, quotients and constants, each laid once in a builder together with the definition that says
 * what it stands for.
 *
 * A definition is never blamed, so it must never be what makes figures contradict. That of a product or a sum gives its own unknown a value whatever
 * the others are. That of a quotient, `over = quotient x under`, does so wherever `under` is not zero; a quotient is therefore laid only where the
 * figures already printed leave its divisor no zero (see `isNeverZero`), and elsewhere the divisor is taken to the other side.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { GraphBuilder, Unknown } from "./graph.ts";
import { keyOf, keyOfSum, SumAtoms, type Polynomial, type Powers } from "./polynomial.ts";

const nodesOf = /* @__PURE__ */ new WeakMap<GraphBuilder, Nodes>();
const LONGEST_NAME = 120;

/** @internal */
export class Nodes {
  readonly sums: SumAtoms = new SumAtoms();
  readonly #builder: GraphBuilder;
  // Names in the graph: of atoms, of products, of sums.
  readonly #atoms = new Map<string, string>();
  readonly #products = new Map<string, string>();
  readonly #totals = new Map<string, string>();
  readonly #quotients = new Map<string, { readonly over: Powers; readonly under: Powers }>();

  private constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** The nodes of a builder: the same ones each time. */
  static of(builder: GraphBuilder): Nodes {
    let nodes = nodesOf.get(builder);
    if (nodes === undefined) nodesOf.set(builder, nodes = new Nodes(builder));
    return nodes;
  }

  /** The atom of an unknown of the graph. */
  leaf(name: string): string {
    const key = `u${String(this.#builder.unknown(name))}`;
    this.#atoms.set(key, name);
    return key;
  }

  /** The atom of a quotient of two products. */
  quotient(over: Powers, under: Powers): string {
    const key = `[${keyOf(over)}/${keyOf(under)}]`;
    if (!this.#quotients.has(key)) this.#quotients.set(key, { over, under });
    return key;
  }

  hasProduct(powers: Powers): boolean {
    return this.#products.has(keyOf(powers));
  }

  /** The products that laying this one lays too, itself and those within its factors. */
  productsWithin(powers: Powers, seen = new Set<string>()): Set<string> {
    const factors = factorsOf(powers);
    for (let length = 2; length <= factors.length; length++) seen.add(keyOf(powersOf(factors.slice(0, length))));
    for (const atom of powers.keys()) {
      if (seen.has(atom)) continue;
      seen.add(atom);
      for (const term of this.sums.sumOf(atom)?.values() ?? []) this.productsWithin(term.powers, seen);
      const quotient = this.#quotients.get(atom);
      if (quotient !== undefined) for (const side of [quotient.over, quotient.under]) this.productsWithin(side, seen);
    }
    return seen;
  }

  /** The unknown of a product; of a constant one, 1. */
  nameOfProduct(powers: Powers): string {
    const [first, ...rest] = factorsOf(powers);
    if (first === undefined) return this.nameOfConstant(Ratio.one);
    if (rest.length === 0) return this.#nameOfAtom(first);
    const key = keyOf(powers);
    const known = this.#products.get(key);
    if (known !== undefined) return known;
    const { base, ratio } = this.factorsOfProduct(powers);
    const name = this.#unknown(`${bracketed(base)} × ${bracketed(ratio)}`, this.isNonNegative(powers));
    this.#builder.tie({ name: `what ${name} stands for`, amount: name, ratio, base, definition: true });
    this.#products.set(key, name);
    return name;
  }

  /** A product of two or more, as its last factor and all those before it. */
  factorsOfProduct(powers: Powers): { readonly base: string; readonly ratio: string } {
    const factors = factorsOf(powers);
    return { base: this.nameOfProduct(powersOf(factors.slice(0, -1))), ratio: this.#nameOfAtom(factors.at(-1) as string) };
  }

  /** The unknown of a sum, as it stands. */
  nameOfSum(sum: Polynomial): string {
    const [only] = sum.values();
    if (sum.size === 0) return this.nameOfConstant(Ratio.zero);
    if (sum.size === 1 && only?.weight.equals(Ratio.one) === true) return this.nameOfProduct(only.powers);
    if (sum.size === 1 && only?.powers.size === 0) return this.nameOfConstant(only.weight);
    const key = keyOfSum(sum);
    const known = this.#totals.get(key);
    if (known !== undefined) return known;
    const { parts, slack } = this.partsOf(sum);
    const isNonNegative = [...sum.values()].every(({ weight, powers }) => weight.sign >= 0 && this.isNonNegative(powers));
    const name = this.#unknown(textOf(sum, (powers) => this.nameOfProduct(powers)), isNonNegative);
    this.#builder.tie({ name: `what ${name} stands for`, total: name, parts, slack, definition: true });
    this.#totals.set(key, name);
    return name;
  }

  /** What a total is laid from: weighted parts, and the constant as a slack (`parts - total` is minus the constant). */
  partsOf(sum: Polynomial): { readonly parts: { readonly of: string; readonly weight: Ratio }[]; readonly slack: Interval } {
    const terms = [...sum.values()].filter(({ powers }) => powers.size > 0);
    return {
      parts: terms.map(({ weight, powers }) => ({ of: this.nameOfProduct(powers), weight })),
      slack: Interval.point(sum.get("")?.weight.negated() ?? Ratio.zero),
    };
  }

  nameOfConstant(value: Ratio): string {
    const key = `=${String(value)}`;
    const known = this.#atoms.get(key);
    if (known !== undefined) return known;
    const name = this.#free(String(value));
    this.#builder.unknown(name, Interval.point(value));
    this.#atoms.set(key, name);
    return name;
  }

  /** Whether a product is zero or more by the nature of its factors, whatever was printed of them. */
  isNonNegative(powers: Powers): boolean {
    return [...powers].every(([atom, power]) => power % 2 === 0 || this.#isNonNegativeAtom(atom));
  }

  /** Whether no factor of a product can be zero, by what was printed of it. */
  isNeverZero(powers: Powers): boolean {
    return [...powers.keys()].every((atom) => !this.#boxOf(atom).contains(Ratio.zero));
  }

  #isNonNegativeAtom(atom: string): boolean {
    const quotient = this.#quotients.get(atom);
    if (quotient !== undefined) return this.isNonNegative(quotient.over) && this.isNonNegative(quotient.under);
    const sum = this.sums.sumOf(atom);
    if (sum !== undefined) return [...sum.values()].every(({ weight, powers }) => weight.sign >= 0 && this.isNonNegative(powers));
    return (this.#unknownOf(atom)?.domain.low?.sign ?? -1) >= 0;
  }

  // Divisors are unknowns and sums; sums hold no quotients, since what a sum's terms are divided by stands before it.
  #boxOf(atom: string): Interval {
    const sum = this.sums.sumOf(atom);
    if (sum === undefined) {
      const { domain = Interval.all, figures = [] } = this.#unknownOf(atom) ?? {};
      // Figures that contradict each other say nothing of where the unknown lies.
      return figures.reduce<Interval>((box, { interval }) => box.intersect(interval) ?? domain, domain);
    }
    return [...sum.values()].reduce<Interval>((all, { weight, powers }) => all.plus(this.#boxOfProduct(powers).scaledBy(weight)), Interval.point(0));
  }

  #boxOfProduct(powers: Powers): Interval {
    return factorsOf(powers).reduce<Interval>((box, factor) => box.times(this.#boxOf(factor)), Interval.point(1));
  }

  #nameOfAtom(atom: string): string {
    const known = this.#atoms.get(atom);
    if (known !== undefined) return known;
    const sum = this.sums.sumOf(atom);
    const name = sum === undefined ? this.#layQuotient(atom) : this.nameOfSum(sum);
    this.#atoms.set(atom, name);
    return name;
  }

  #layQuotient(atom: string): string {
    const { over, under } = this.#quotients.get(atom) as { readonly over: Powers; readonly under: Powers };
    const amount = this.nameOfProduct(over);
    const base = this.nameOfProduct(under);
    const name = this.#unknown(`${bracketed(amount)} / ${bracketed(base)}`, this.#isNonNegativeAtom(atom));
    this.#builder.tie({ name: `what ${name} stands for`, amount, ratio: name, base, definition: true });
    return name;
  }

  #unknown(name: string, isNonNegative: boolean): string {
    const free = this.#free(name);
    this.#builder.unknown(free, isNonNegative ? Interval.nonNegative : Interval.all);
    return free;
  }

  // A name that is nobody's yet.
  #free(name: string): string {
    let free = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name;
    while (this.#builder.has(free)) free += "'";
    return free;
  }

  #unknownOf(atom: string): Unknown | undefined {
    return this.#builder.build().unknowns[Number(atom.slice(1))];
  }
}

function factorsOf(powers: Powers): string[] {
  return [...powers].flatMap(([atom, power]) => Array.from({ length: power }, () => atom));
}

function powersOf(factors: readonly string[]): Powers {
  const powers = new Map<string, number>();
  for (const factor of factors) powers.set(factor, (powers.get(factor) ?? 0) + 1);
  return powers;
}

function textOf(sum: Polynomial, nameOf: (powers: Powers) => string): string {
  return [...sum.values()].map(({ weight, powers }, place) => {
    const size = weight.absolute();
    const name = powers.size === 0 ? String(size) : `${size.equals(Ratio.one) ? "" : `${String(size)} `}${nameOf(powers)}`;
    return place === 0 ? `${weight.sign < 0 ? "-" : ""}${name}` : `${weight.sign < 0 ? "-" : "+"} ${name}`;
  }).join(" ");
}

function bracketed(name: string): string {
  return / [-+/] /.test(name) ? `(${name})` : name;
}

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
import { keyOf, keyOfSum, multiplied, SumAtoms, type Polynomial, type Powers } from "./polynomial.ts";

const nodesOf = /* @__PURE__ */ new WeakMap<GraphBuilder, Nodes>();
const LONGEST_NAME = 120;
/** The digits at which the ends of a box are rounded outward. */
const DIGITS = 30;

/** @internal */
export class Nodes {
  readonly sums: SumAtoms = new SumAtoms();
  readonly #builder: GraphBuilder;
  // Names in the graph: of atoms, of products, of sums.
  readonly #atoms = new Map<string, string>();
  readonly #products = new Map<string, string>();
  readonly #totals = new Map<string, string>();
  readonly #signs = new Map<string, boolean>();
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
    for (const { key, length } of prefixesOf(powers)) if (length > 1) seen.add(key);
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
    let base = "";
    for (const { key, prefix, factor, length } of prefixesOf(powers)) {
      const known = length === 1 ? this.#nameOfAtom(factor) : this.#products.get(key);
      base = known ?? this.#layProduct(key, base, this.#nameOfAtom(factor), this.isNonNegative(prefix));
    }
    return base === "" ? this.nameOfConstant(Ratio.one) : base;
  }

  #layProduct(key: string, base: string, ratio: string, isNonNegative: boolean): string {
    const name = this.#unknown(`${bracketed(base)} × ${bracketed(ratio)}`, isNonNegative);
    this.#builder.tie({ name: `what ${name} stands for`, amount: name, ratio, base, definition: true });
    this.#products.set(key, name);
    return name;
  }

  /** A product of two or more, as its last factor and all those before it. */
  factorsOfProduct(powers: Powers): { readonly base: string; readonly ratio: string } {
    const last = [...powers.keys()].at(-1) as string;
    return { base: this.nameOfProduct(multiplied(powers, new Map([[last, -1]]))), ratio: this.#nameOfAtom(last) };
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
    const boxes = new Map<string, Interval>();
    return [...powers.keys()].every((atom) => !this.#boxOf(atom, boxes).contains(Ratio.zero));
  }

  #isNonNegativeAtom(atom: string): boolean {
    let known = this.#signs.get(atom);
    if (known === undefined) this.#signs.set(atom, known = this.#hasNoNegativePart(atom));
    return known;
  }

  #hasNoNegativePart(atom: string): boolean {
    const quotient = this.#quotients.get(atom);
    if (quotient !== undefined) return this.isNonNegative(quotient.over) && this.isNonNegative(quotient.under);
    const sum = this.sums.sumOf(atom);
    if (sum !== undefined) return [...sum.values()].every(({ weight, powers }) => weight.sign >= 0 && this.isNonNegative(powers));
    return (this.#unknownOf(atom)?.domain.low?.sign ?? -1) >= 0;
  }

  // Divisors are unknowns and sums; sums hold no quotients, since what a sum's terms are divided by stands before it.
  #boxOf(atom: string, boxes: Map<string, Interval>): Interval {
    let box = boxes.get(atom);
    if (box !== undefined) return box;
    const sum = this.sums.sumOf(atom);
    if (sum === undefined) {
      const { domain = Interval.all, figures = [] } = this.#unknownOf(atom) ?? {};
      // Figures that contradict each other say nothing of where the unknown lies.
      box = figures.reduce<Interval>((all, { interval }) => all.intersect(interval) ?? domain, domain);
    } else {
      box = Interval.point(0);
      for (const { weight, powers } of sum.values()) {
        let product = Interval.point(weight);
        for (const { factor } of prefixesOf(powers)) product = product.times(this.#boxOf(factor, boxes)).outward(DIGITS);
        box = box.plus(product).outward(DIGITS);
      }
    }
    boxes.set(atom, box);
    return box;
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

  // A name that is nobody's yet; long ones are cut, and numbered.
  #free(name: string): string {
    let free = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}... (${String(this.#builder.build().unknowns.length)})` : name;
    while (this.#builder.has(free)) free += "'";
    return free;
  }

  #unknownOf(atom: string): Unknown | undefined {
    return this.#builder.build().unknowns[Number(atom.slice(1))];
  }
}

// The product factor by factor: what each makes together with those before it.
function* prefixesOf(powers: Powers): Iterable<{ readonly key: string; readonly prefix: Powers; readonly factor: string; readonly length: number }> {
  const prefix = new Map<string, number>();
  let length = 0;
  for (const [factor, power] of powers) {
    for (let count = 1; count <= power; count++) {
      prefix.set(factor, count);
      yield { key: keyOf(prefix), prefix, factor, length: ++length };
    }
  }
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

/**
 * Sums of weighted products of atoms, with negative powers for what is divided by: the form in which an equation is laid as sums and products. An atom is
 * an unknown, or a sum that is a factor of something; equal sums are one atom, whatever they are multiplied by.
 *
 * Equal factors above and below a division cancel, and what is divided by may be taken to the other side: `q = a / b` is read as `q x b = a`.
 */
import { Ratio } from "../number/ratio.ts";

/** Atoms and their powers, none of them zero, in the order in which they were written. @internal */
export type Powers = ReadonlyMap<string, number>;

/** @internal */
export interface Term {
  readonly weight: Ratio;
  readonly powers: Powers;
}

/** Terms by their {@link keyOf | key}; no weight is zero. The constant has the key `""`. @internal */
export type Polynomial = ReadonlyMap<string, Term>;

/** The sums that are atoms, each once. @internal */
export class SumAtoms {
  readonly #keys = new Map<string, string>();
  readonly #sums = new Map<string, Polynomial>();

  /** The atom of a canonical sum, made now if it is new. */
  atomOf(sum: Polynomial): string {
    const text = keyOfSum(sum);
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = `s${String(this.#keys.size)}`;
      this.#keys.set(text, key);
      this.#sums.set(key, sum);
    }
    return key;
  }

  /** Whether the sum is an atom already. */
  has(sum: Polynomial): boolean {
    return this.#keys.has(keyOfSum(sum));
  }

  /** What an atom is the sum of; `undefined` for an atom of another sort. */
  sumOf(key: string): Polynomial | undefined {
    return this.#sums.get(key);
  }
}

const NO_POWERS: Powers = /* @__PURE__ */ new Map();

/** One name for equal products, however they were written. @internal */
export function keyOf(powers: Powers): string {
  return [...powers].map(([atom, power]) => (power === 1 ? atom : `${atom}^${String(power)}`)).sort().join("*");
}

/** @internal */
export function constant(value: Ratio): Polynomial {
  return value.isZero ? new Map() : new Map([["", { weight: value, powers: NO_POWERS }]]);
}

/** @internal */
export function atom(key: string, weight: Ratio = Ratio.one): Polynomial {
  return fromTerms([{ weight, powers: new Map([[key, 1]]) }]);
}

/** @internal */
export function fromTerms(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>();
  for (const { weight, powers } of terms) {
    const key = keyOf(powers);
    const known = sum.get(key);
    const total = known === undefined ? weight : known.weight.plus(weight);
    if (total.isZero) sum.delete(key);
    else sum.set(key, { weight: total, powers: known?.powers ?? powers });
  }
  return sum;
}

/** @internal */
export function plus(a: Polynomial, b: Polynomial): Polynomial {
  return fromTerms([...a.values(), ...b.values()]);
}

/** @internal */
export function scaled(a: Polynomial, factor: Ratio): Polynomial {
  return fromTerms([...a.values()].map(({ weight, powers }) => ({ weight: weight.times(factor), powers })));
}

/** @internal */
export function times(a: Polynomial, b: Polynomial, sums: SumAtoms): Polynomial {
  const [first, second] = [soleTerm(a), soleTerm(b)];
  // A sum is kept together as a factor: multiplied out, it would stand in the equation more than once. It is multiplied out by numbers and by divisors only.
  if (second !== undefined && isDivisor(second)) return fromTerms([...a.values()].map((term) => product(term, second)));
  if (first !== undefined && isDivisor(first)) return fromTerms([...b.values()].map((term) => product(first, term)));
  if (a.size === 0 || b.size === 0) return new Map();
  return fromTerms([product(first ?? gathered(a, sums), second ?? gathered(b, sums))]);
}

/** The quotient, or `undefined` where it divides by zero itself. @internal */
export function dividedBy(a: Polynomial, b: Polynomial, sums: SumAtoms): Polynomial | undefined {
  if (b.size === 0) return undefined;
  const { weight, powers } = soleTerm(b) ?? gathered(b, sums);
  return times(a, fromTerms([{ weight: weight.reciprocal(), powers: inverse(powers) }]), sums);
}

/**
 * A sum as one term: what its terms have in common, times an atom for the rest. The rest is scaled by a positive number only, so that its sign is kept.
 *
 * @internal
 */
export function gathered(sum: Polynomial, sums: SumAtoms): Term {
  const only = soleTerm(sum);
  if (only !== undefined) return only;
  const common = commonPowers(sum);
  const rest = [...sum.values()].map(({ weight, powers }) => ({ weight, powers: multiplied(powers, inverse(common)) }));
  const { polynomial, factor } = canonical(fromTerms(rest));
  return { weight: factor, powers: multiplied(common, new Map([[sums.atomOf(polynomial), 1]])) };
}

/** The sum divided by a positive number, so that multiples of it come out equal; its term that sorts first has weight 1 or -1. @internal */
export function canonical(sum: Polynomial): { readonly polynomial: Polynomial; readonly factor: Ratio } {
  const [first = ""] = [...sum.keys()].filter((key) => key !== "").sort();
  const factor = sum.get(first)?.weight.absolute() ?? Ratio.one;
  return { polynomial: scaled(sum, factor.reciprocal()), factor };
}

/** One name for equal sums. @internal */
export function keyOfSum(sum: Polynomial): string {
  return `(${[...sum].map(([key, { weight }]) => `${String(weight)}*${key}`).sort().join("+")})`;
}

/** Products multiplied. @internal */
export function multiplied(a: Powers, b: Powers): Powers {
  const powers = new Map(a);
  for (const [key, power] of b) {
    const total = (powers.get(key) ?? 0) + power;
    if (total === 0) powers.delete(key);
    else powers.set(key, total);
  }
  return powers;
}

/** @internal */
export function inverse(powers: Powers): Powers {
  return new Map([...powers].map(([key, power]) => [key, -power]));
}

/** What a term is divided by, as a product. @internal */
export function divisorOf(powers: Powers): Powers {
  return new Map([...powers].flatMap(([key, power]) => (power < 0 ? [[key, -power]] : [])));
}

function product(a: Term, b: Term): Term {
  return { weight: a.weight.times(b.weight), powers: multiplied(a.powers, b.powers) };
}

function isDivisor({ powers }: Term): boolean {
  return [...powers.values()].every((power) => power < 0);
}

function soleTerm(polynomial: Polynomial): Term | undefined {
  const [only] = polynomial.values();
  return polynomial.size === 1 ? only : undefined;
}

// The lowest power of each atom over all terms, a missing atom counted as zero: divisors of any term, and factors of every one.
function commonPowers(sum: Polynomial): Powers {
  const atoms = new Set([...sum.values()].flatMap(({ powers }) => [...powers.keys()]));
  return new Map([...atoms].flatMap((key) => {
    const lowest = Math.min(...[...sum.values()].map(({ powers }) => powers.get(key) ?? 0));
    return lowest === 0 ? [] : [[key, lowest]];
  }));
}

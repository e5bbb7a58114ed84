/** Linear equations taken in one after another, exactly: each is solved for one of the unknowns that those before it left open. */
import { Ratio } from "../number/ratio.ts";

/** `constant + sum of weight x unknown`. @internal */
export interface LinearSum {
  readonly terms: ReadonlyMap<number, Ratio>;
  readonly constant: Ratio;
}

/** The weights of a row by unknown, each of which stands in it once. @internal */
export function weightsOf(terms: readonly { readonly of: number; readonly weight: Ratio }[]): Map<number, Ratio> {
  return new Map(terms.map(({ of, weight }) => [of, weight]));
}

/** What a sum comes to. @internal */
export function valueOf({ terms, constant }: LinearSum, values: ReadonlyMap<number, Ratio>): Ratio {
  let value = constant;
  for (const [unknown, weight] of terms) value = value.plus((values.get(unknown) as Ratio).times(weight));
  return value;
}

/** How many terms may be written, at least, and for each term of what is taken in. */
const LEAST_EFFORT = 10_000;
const EFFORT_A_TERM = 20;

/** @internal */
export class Echelon {
  readonly #roomOf: (unknown: number) => number;
  readonly #solved = new Map<number, LinearSum>();
  #effort = LEAST_EFFORT;
  #contradicts = false;

  /** @param roomOf - how much room an unknown has: those with the most are solved for. */
  constructor(roomOf: (unknown: number) => number) {
    this.#roomOf = roomOf;
  }

  /** Whether the equations have a solution, and did not grow too long. */
  get holds(): boolean {
    return !this.#contradicts && this.#effort >= 0;
  }

  /** The unknowns that follow from others. */
  dependents(): Iterable<number> {
    return this.#solved.keys();
  }

  /** Takes in that the terms come to a constant. */
  add(terms: ReadonlyMap<number, Ratio>, comesTo: Ratio): void {
    if (!this.holds) return;
    this.#effort += EFFORT_A_TERM * terms.size;
    const { terms: open, constant } = this.reduced(terms);
    const rest = comesTo.minus(constant);
    let pivot: { of: number; weight: Ratio; room: number } | undefined;
    for (const [of, weight] of open) {
      const room = this.#roomOf(of) * Math.abs(weight.toNumber());
      if (pivot === undefined || room > pivot.room) pivot = { of, weight, room };
    }
    if (pivot === undefined) {
      this.#contradicts = !rest.isZero;
      return;
    }
    const inverse = pivot.weight.reciprocal();
    const others = new Map<number, Ratio>();
    for (const [of, weight] of open) if (of !== pivot.of) others.set(of, weight.times(inverse).negated());
    this.#solved.set(pivot.of, { terms: others, constant: rest.times(inverse) });
  }

  /** The value that the equations leave an unknown, if they leave it only one. */
  known(unknown: number): Ratio | undefined {
    if (!this.#solved.has(unknown)) return undefined;
    const { terms, constant } = this.#current(unknown);
    return terms.size === 0 ? constant : undefined;
  }

  /** A sum in unknowns that no equation was solved for. */
  reduced(terms: ReadonlyMap<number, Ratio>): LinearSum {
    const open = new Map<number, Ratio>();
    let constant = Ratio.zero;
    const add = (of: number, weight: Ratio): void => {
      const sum = open.get(of)?.plus(weight) ?? weight;
      if (sum.isZero) open.delete(of);
      else open.set(of, sum);
    };
    for (const [of, weight] of terms) {
      if (!this.#solved.has(of)) {
        add(of, weight);
        continue;
      }
      const known = this.#current(of);
      constant = constant.plus(known.constant.times(weight));
      this.#effort -= known.terms.size;
      for (const [other, part] of known.terms) add(other, part.times(weight));
    }
    return { terms: open, constant };
  }

  // What an unknown was solved to, with what was solved since then put in. No equation is solved for what one before it was solved in, twice: it ends.
  #current(unknown: number): LinearSum {
    const known = this.#solved.get(unknown) as LinearSum;
    if (![...known.terms.keys()].some((of) => this.#solved.has(of))) return known;
    const { terms, constant } = this.reduced(known.terms);
    const now = { terms, constant: constant.plus(known.constant) };
    this.#solved.set(unknown, now);
    return now;
  }
}

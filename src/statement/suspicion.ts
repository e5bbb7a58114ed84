/** Who may be wrong in a contradiction, told in the units in which the figures were printed. */
import type { Suspect } from "../diagnosis/suspect.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Implied } from "./implied.ts";

/**
 * A figure that may be the wrong one: without it, everything else that its contradiction rests on can stand, and it would have to lie elsewhere.
 *
 * @category Reconciliation
 */
export class Suspicion {
  readonly address: string;
  /** What it is called: its address, or in words where an address says little, as of a printed change. */
  readonly name: string;
  /** The text as printed. */
  readonly printed: string;
  /** Where its true value would have to lie, if it is the wrong one. */
  readonly allowed: Implied;
  /** 1 for the likeliest; shared where the evidence is equal. */
  readonly rank: number;
  /** Whether it was proved by a witness that the rest stands without it. */
  readonly proved: boolean;

  /** @internal */
  constructor({ name, printed, rank, proved }: Suspect, allowed: Implied) {
    this.address = allowed.address;
    this.name = name;
    this.printed = printed;
    this.allowed = allowed;
    this.rank = rank;
    this.proved = proved;
    Object.freeze(this);
  }

  /** In a sentence, which accuses nobody. */
  get sentence(): string {
    return `If ${this.name} ${this.printed} is the wrong one, its true value is ${this.allowed.toString()}.`;
  }

  toString(): string {
    return this.sentence;
  }

  toJSON(): { address: string; name: string; printed: string; allowed: Implied; rank: number; proved: boolean } {
    const { address, name, printed, allowed, rank, proved } = this;
    return { address, name, printed, allowed, rank, proved };
  }

  get [Symbol.toStringTag](): string {
    return "Suspicion";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.sentence;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.sentence);
  }
}

/** Figures that cannot all be right as printed, in words. */
import type { Conflict } from "../balance/conflict.ts";
import type { Graph } from "../balance/graph.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";

/**
 * An irreducible set of printed figures and ties that cannot hold together: any one of them left out, the rest can stand. It does not say which one is wrong.
 *
 * @category Reconciliation
 */
export class Contradiction {
  /** The figures, by address, with their text as printed. */
  readonly figures: readonly { readonly address: string; readonly text: string }[];
  /** The ties, as `"2002.ore = throughput x days"`. */
  readonly ties: readonly string[];
  /** Whether it was proved that nothing can be left out. */
  readonly irreducible: boolean;

  /** @internal */
  constructor({ figures, ties, irreducible }: Conflict, graph: Graph) {
    this.figures = figures.map(({ unknown, figure }) => ({
      address: graph.unknowns[unknown]?.name ?? "", text: graph.unknowns[unknown]?.figures[figure]?.name ?? "",
    }));
    this.ties = ties.map((tie) => graph.ties[tie]?.name ?? "");
    this.irreducible = irreducible;
    Object.freeze(this);
  }

  /** What is claimed of the figures. @internal */
  get claim(): string {
    return this.figures.length === 1 ? "this figure cannot be right as printed" : `these ${String(this.figures.length)} figures cannot all be right as printed`;
  }

  /** What cannot all be right, in a sentence. */
  get sentence(): string {
    const figures = this.figures.map(({ address, text }) => `${address} ${text}`).join("; ");
    const alone = this.figures.length === 1 ? "it cannot be negative" : "they are one fact, printed twice";
    const ties = this.ties.length === 0 ? alone : `given that ${this.ties.join(" and ")}`;
    return `${this.claim.replace("t", "T")}: ${figures}; ${ties}.${this.irreducible ? "" : " (That none of them can be left out was not proved.)"}`;
  }

  toString(): string {
    return this.sentence;
  }

  toJSON(): { figures: readonly { address: string; text: string }[]; ties: readonly string[]; irreducible: boolean; sentence: string } {
    const { figures, ties, irreducible, sentence } = this;
    return { figures, ties, irreducible, sentence };
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.sentence;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return { "text/plain": this.sentence };
  }
}

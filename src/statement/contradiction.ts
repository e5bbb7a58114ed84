/** Figures that cannot all be right as printed, in words. */
import type { Conflict } from "../balance/conflict.ts";
import type { Definitions } from "../balance/definition.ts";
import type { Graph } from "../balance/graph.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Hypothesis } from "../diagnosis/hypothesis.ts";
import { bundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { saidOf } from "./page.ts";
import { conflictBlocks } from "./report-blocks.ts";
import type { Suspicion } from "./suspicion.ts";

/** What diagnosing a contradiction gave. @internal */
export interface Diagnosed {
  readonly diagnosis: Diagnosis | undefined;
  readonly suspects: readonly Suspicion[];
}

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
  readonly #diagnosed: () => Diagnosed;

  /** @internal */
  constructor({ figures, ties, irreducible }: Conflict, graph: Graph, definitions: Definitions, diagnosed: () => Diagnosed) {
    this.#diagnosed = diagnosed;
    this.figures = figures.map(({ unknown, figure }) => ({
      address: graph.unknowns[unknown]?.name ?? "", text: graph.unknowns[unknown]?.figures[figure]?.name ?? "",
    }));
    this.ties = [...ties, ...definitions.under(ties)].sort((a, b) => a - b).map((tie) => graph.ties[tie]?.name ?? "").filter((name) => name !== "");
    this.irreducible = irreducible;
    Object.freeze(this);
  }

  /** The figures that may be the wrong one, the likeliest first, each with where it would have to lie. */
  get suspects(): readonly Suspicion[] {
    return this.#diagnosed().suspects;
  }

  /** What may have happened: usual slips and honest causes that repair it, the best supported first. A hypothesis is never a finding. */
  get hypotheses(): readonly Hypothesis[] {
    return this.#diagnosed().diagnosis?.hypotheses ?? [];
  }

  /** What has to be known to judge the hypotheses: that nothing single repairs it, or that the search was cut. */
  get notes(): readonly string[] {
    return this.#diagnosed().diagnosis?.notes ?? [];
  }

  /** What is claimed of the figures. @internal */
  get claim(): string {
    return this.figures.length === 1 ? "this figure cannot be right as printed" : `these ${String(this.figures.length)} figures cannot all be right as printed`;
  }

  /** What cannot all be right, in a sentence. */
  get sentence(): string {
    const figures = this.figures.map(({ address, text }) => `${address} ${text}`).join("; ");
    const alone = this.figures.length === 1 ? "it cannot be negative" : `they are one fact, printed ${this.figures.length === 2 ? "twice" : "several times"}`;
    const ties = this.ties.length === 0 ? alone : `given that ${this.ties.join(" and ")}`;
    return `${this.claim.replace("t", "T")}: ${figures}; ${ties}.${this.irreducible ? "" : " (That none of them can be left out was not proved.)"}`;
  }

  toString(): string {
    return this.sentence;
  }

  toJSON(): Record<string, unknown> {
    const { figures, ties, irreducible, sentence, suspects, notes } = this;
    const hypotheses = this.hypotheses.map(({ kind, honest, rank, figures: own, sentence: words }) => (
      { kind, honest, rank, figures: own.map(({ name, printed, reads }) => ({ address: name, printed, reads })), sentence: words }
    ));
    return { figures, ties, irreducible, sentence, suspects, hypotheses, notes };
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.sentence;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const said = saidOf(this);
    return bundle([this.sentence, ...said].join("\n"), conflictBlocks({ conflict: this, said }));
  }
}

/** Figures that cannot all be right as printed, in words. */
import type { Conflict } from "../balance/conflict.ts";
import type { Definitions } from "../balance/definition.ts";
import type { Graph } from "../balance/graph.ts";
import { NOTHING_REPAIRS } from "../diagnosis/diagnose.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Hypothesis } from "../diagnosis/hypothesis.ts";
import { bundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Cell } from "./cell.ts";
import type { Check } from "./check.ts";
import { nameOf } from "./naming.ts";
import { cannotBeRight, saidOf } from "./page.ts";
import { conflictBlocks } from "./report-blocks.ts";
import { FIGURE_READINGS } from "./rereading.ts";
import type { Suspicion } from "./suspicion.ts";

/** What diagnosing a contradiction gave. @internal */
export interface Diagnosed {
  readonly diagnosis: Diagnosis | undefined;
  readonly suspects: readonly Suspicion[];
  readonly readings: readonly string[];
}

/**
 * Where a diagnosis found no honest cause: the checks on the same figures that would hold on another basis, as a strip ratio may.
 *
 * @internal
 */
export function readingsOf({ hypotheses }: Diagnosis, figures: readonly string[], checks: readonly Check[]): readonly string[] {
  if (hypotheses.some(({ honest }) => honest)) return [];
  return checks.flatMap(({ name, holdsIf, figures: own }) => {
    const bases = holdsIf.filter((reading) => !FIGURE_READINGS.some((each) => each === reading));
    return bases.length > 0 && figures.every((address) => own.includes(address)) ? [`${name} holds if ${bases.join(", or if ")}.`] : [];
  });
}

/**
 * An irreducible set of printed figures and ties that cannot hold together: any one of them left out, the rest can stand. It does not say which one is wrong.
 *
 * @category Reconciliation
 */
export class Contradiction {
  /** The figures, by address, with what they are called in words where an address says little, and with their text as printed. */
  readonly figures: readonly { readonly address: string; readonly name: string; readonly text: string }[];
  /** The ties, as `"2002.ore = throughput x days"`. */
  readonly ties: readonly string[];
  /** Whether it was proved that nothing can be left out. */
  readonly irreducible: boolean;
  readonly #diagnosed: () => Diagnosed;
  readonly #cells: readonly Cell[];

  /** @internal */
  constructor({ figures, ties, irreducible }: Conflict, graph: Graph, cells: readonly Cell[], definitions: Definitions, diagnosed: () => Diagnosed) {
    this.#diagnosed = diagnosed;
    this.#cells = cells;
    this.figures = figures.map(({ unknown, figure }) => {
      const cell = cells[unknown] as Cell;
      return { address: cell.address, name: nameOf(cell), text: cell.figures[figure]?.figure.text ?? "" };
    });
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

  /** What has to be known to judge the hypotheses: that nothing single repairs it, on which other basis it would hold, or that the search was cut. */
  get notes(): readonly string[] {
    const { diagnosis, readings } = this.#diagnosed();
    const notes = diagnosis?.notes ?? [];
    return readings.length === 0 ? notes : [...readings, ...notes.filter((note) => note !== NOTHING_REPAIRS)];
  }

  /** On which other basis it would hold. @internal */
  get readings(): readonly string[] {
    return this.#diagnosed().readings;
  }

  /** What is claimed of the figures. @internal */
  get claim(): string {
    const { length } = this.figures;
    return `${length === 1 ? "this figure" : `these ${String(length)} figures`} ${cannotBeRight(length)}`;
  }

  /** Why they cannot: a line for each tie, or for what they are. @internal */
  get reasons(): readonly string[] {
    const { length } = this.figures;
    if (this.ties.length === 0) return [length === 1 ? "it cannot be negative" : "they are prints of one fact"];
    return this.ties.map((tie, place) => `${place === 0 ? "given that" : "and"} ${tie}`);
  }

  /** What cannot all be right, in a sentence. */
  get sentence(): string {
    const figures = this.figures.map(({ name, text }) => `${name} ${text}`).join("; ");
    return `${this.claim.replace("t", "T")}: ${figures}; ${this.reasons.join(" ")}.${this.irreducible ? "" : " (That none of them can be left out was not proved.)"}`;
  }

  toString(): string {
    return this.sentence;
  }

  toJSON(): Record<string, unknown> {
    const { figures, ties, irreducible, sentence, suspects, notes } = this;
    const hypotheses = this.hypotheses.map(({ kind, honest, rank, figures: own, sentence: words }) => (
      { kind, honest, rank, figures: own.map(({ unknown, printed, reads }) => ({ address: this.#cells[unknown]?.address, printed, reads })), sentence: words }
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

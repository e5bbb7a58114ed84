/** The diagnosis of one conflict: who may be wrong, what may have happened, and what was not looked at. */
import type { Conflict } from "../balance/conflict.ts";
import type { Interval } from "../number/interval.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { distinct, type Hypothesis } from "./hypothesis.ts";
import type { Suspect } from "./suspect.ts";

/** A diagnosis as plain data. @category Diagnosis */
export interface DiagnosisJSON {
  readonly ties: readonly string[];
  readonly suspects: readonly {
    readonly name: string; readonly printed: string; readonly interval: Interval; readonly rank: number; readonly proved: boolean;
  }[];
  /** The hypotheses, with the names of the ties that they repair. */
  readonly hypotheses: readonly (Omit<Hypothesis, "repairs" | "leaves"> & { readonly repairs: readonly string[] })[];
  readonly notes: readonly string[];
}

/**
 * Who may be wrong in one conflict, and what may have happened: hypotheses, each with what speaks for it, and none of them a finding.
 *
 * @category Diagnosis
 */
export class Diagnosis {
  readonly conflict: Conflict;
  /** Figures whose removal alone lets the conflict stand together with all that is in no conflict; the likeliest first. */
  readonly suspects: readonly Suspect[];
  /** What may have happened, the best supported first. */
  readonly hypotheses: readonly Hypothesis[];
  /** What has to be known to judge it: that nothing single repairs it, or that the search was cut. */
  readonly notes: readonly string[];
  readonly #nameOf: (tie: number) => string;

  /** @internal */
  constructor({ conflict, suspects, hypotheses, notes, nameOf }: {
    readonly conflict: Conflict; readonly suspects: readonly Suspect[]; readonly hypotheses: readonly Hypothesis[]; readonly notes: readonly string[];
    readonly nameOf: (tie: number) => string;
  }) {
    this.conflict = conflict;
    this.suspects = suspects;
    this.hypotheses = hypotheses;
    this.notes = notes;
    this.#nameOf = nameOf;
    Object.freeze(this);
  }

  /** The hypotheses of the first rank, in sentences, and the notes. */
  toString(): string {
    return [...distinct(this.hypotheses.filter(({ rank }) => rank === 1)).map(({ sentence }) => sentence), ...this.notes].join("\n");
  }

  toJSON(): DiagnosisJSON {
    return {
      ties: this.conflict.ties.map(this.#nameOf),
      suspects: this.suspects.map(({ name, printed, interval, rank, proved }) => ({ name, printed, interval, rank, proved })),
      hypotheses: this.hypotheses.map(({ kind, honest, figures, repairs, proved, support, rank, sentence }) => (
        { kind, honest, figures, repairs: repairs.map(this.#nameOf), proved, support, rank, sentence })),
      notes: this.notes,
    };
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }
}

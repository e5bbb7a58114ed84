/** A hypothesis: one thing that may have gone wrong, what it would explain, and what speaks for it. Never a finding. */
import type { FigurePlace } from "../balance/conflict.ts";
import type { SlipKind } from "../figure/slip.ts";
import type { Interval } from "../number/interval.ts";

/** An honest cause: the figures differ, and nobody misprinted. @category Diagnosis */
export type CauseKind =
  | "zeros-not-significant" | "truncated" | "computed-from-rounded" | "total-of-rounded-parts" | "simple-mean" | "operating-days" | "payable-for-produced"
  | "other-basis";

/** What a hypothesis supposes: a slip on one text, another unit, two columns exchanged, or an honest cause. @category Diagnosis */
export type HypothesisKind = SlipKind | "other-unit" | "columns-exchanged" | CauseKind;

/** A figure of a hypothesis, and what it should read. @category Diagnosis */
export interface Correction extends FigurePlace {
  /** The name of the unknown, or of the figure where it has one of its own. */
  readonly name: string;
  readonly printed: string;
  /** What it should have read, where the hypothesis says so. */
  readonly reads?: string;
  /** The true values that the hypothesis leaves it, before any tie is asked. */
  readonly interval: Interval;
}

/** What speaks for a hypothesis. @category Diagnosis */
export interface Support {
  /** How many ties rest on its figures and were tested with it: all that stand in no other conflict. */
  readonly tested: number;
  /**
   * About how likely it is that a hypothesis of this sort would fit by accident: how many candidates of the sort lie about as far off as the figure
   * seems to be, times the width that the ties leave it. A guide for ranking, not a probability of being right.
   */
  readonly chance: number;
  /** How much of what it leaves its figure the ties allow too, from 0 to 1: a reading that only just touches is possible, and unlikely. */
  readonly fit: number;
  /** Whether it supposes another number of decimals than the figures beside it have. */
  readonly odd: boolean;
  /** In words. */
  readonly words: string;
}

/**
 * One thing that may have gone wrong, as far as exact arithmetic can tell: with it, the ties named in `repairs` hold together with all that stood.
 *
 * @category Diagnosis
 */
export interface Hypothesis {
  readonly kind: HypothesisKind;
  /** Whether it is an honest cause, so that nobody misprinted. */
  readonly honest: boolean;
  readonly figures: readonly Correction[];
  /** The broken ties that then hold, or that it explains (as a tie by calendar days where operating days were meant), by their places in the graph. */
  readonly repairs: readonly number[];
  /** The broken ties that rest on its figures and still do not hold. */
  readonly leaves: readonly number[];
  /** Whether a witness proved that they then hold, with all that stood; otherwise it was only not refuted within the effort. */
  readonly proved: boolean;
  readonly support: Support;
  /** 1 for the best; equal evidence shares a rank, and the next rank counts those before it. */
  readonly rank: number;
  /** In a sentence, which calls it a hypothesis. */
  readonly sentence: string;
}

/** A hypothesis that has not been ranked yet. @internal */
export type Unranked = Omit<Hypothesis, "rank">;

/** Of hypotheses that give figures the same readings, the first: a point for a comma may be a factor of a thousand, and is told once. @internal */
export function distinct(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  const told = new Set<string>();
  return hypotheses.filter(({ kind, figures }) => {
    const key = figures.map(({ unknown, figure, printed, reads = printed }) => `${String(unknown)}/${String(figure)}/${reads === printed ? kind : reads}`).join(" ");
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

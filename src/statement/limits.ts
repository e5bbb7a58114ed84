/** What limits an answer of a report: the printed figures of which two more digits would narrow it the most. */
import type { Figure } from "../figure/figure.ts";
import { bundle, textBundle } from "../markup/bundle.ts";
import type { Table } from "../markup/table.ts";
import { wrapped } from "../markup/wrapped.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Ratio } from "../number/ratio.ts";
import { formatNumber } from "../quantity/format.ts";
import type { Implied } from "./implied.ts";

/**
 * A printed figure whose rounding limits an answer.
 *
 * @category Reconciliation
 */
export interface LimitingPrint {
  /** Where it was printed, as `"2002-Q1.Pd.recovery"`. */
  readonly address: string;
  readonly printed: Figure;
  /**
   * How many times narrower the answer is at least, once two more digits of this figure are known besides those printed, whichever they turn out to be:
   * exact, and proved for all of them. `undefined` where the answer would become exact, or would be bounded for the first time.
   */
  readonly factor: Ratio | undefined;
  /** The widest that can then be left of the answer: one example, of those digits that narrow it least. */
  readonly widest: Implied;
}

/**
 * The figures that limit one answer of a report, the most limiting first. {@link Report.limits} makes it.
 *
 * @category Reconciliation
 */
export class AnswerLimits {
  /** The answer as it stands. */
  readonly implied: Implied;
  /** At most five figures, each of which would gain a twentieth or more by itself. */
  readonly figures: readonly LimitingPrint[];
  /** Whether all figures that are tied to the answer were tried; else those that promised the most were. */
  readonly complete: boolean;
  /** Why no figure is named; `undefined` where one is. */
  readonly reason: string | undefined;

  /** @internal */
  constructor(implied: Implied, figures: readonly LimitingPrint[], complete: boolean, unproved?: string) {
    this.implied = implied;
    this.figures = Object.freeze([...figures]);
    this.complete = complete;
    this.reason = figures.length > 0 ? undefined : unproved ?? reasonFor(implied);
    Object.freeze(this);
  }

  /** A line for the answer and one for each figure, of 80 columns. */
  toString(): string {
    const { implied, figures, reason } = this;
    const lines = figures.map(({ address, printed, factor, widest }) => (
      wrapped(`two more digits of ${address} (${printed.text}): ${gainText(factor, widest)}`, "    ", "  ")
    ));
    return [wrapped(`${implied.address}: ${implied.toString()}`, "  "), ...lines, ...(reason === undefined ? [] : [wrapped(reason, "    ", "  ")])].join("\n");
  }

  toJSON(): Record<string, unknown> {
    const { implied, complete, reason } = this;
    const figures = this.figures.map(({ address, printed, factor, widest }) => ({ address, printed: printed.text, factor, widest: widest.interval }));
    return { implied, figures, complete, ...(reason === undefined ? {} : { reason }) };
  }

  get [Symbol.toStringTag](): string {
    return "AnswerLimits";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const { implied, figures, reason } = this;
    if (reason !== undefined) return textBundle(this.toString());
    const table: Table = {
      caption: `What limits ${implied.address}, ${implied.toString()}`, heads: ["two more digits of", "printed", "leave it"], numbers: () => false,
      rows: figures.map(({ address, printed, factor, widest }) => [address, printed.text, gainText(factor, widest)]),
    };
    return bundle(this.toString(), [table]);
  }
}

function gainText(factor: Ratio | undefined, widest: Implied): string {
  if (factor !== undefined) return `at least ${formatNumber(factor, { digits: 2, rounding: "floor" })} times narrower`;
  return widest.interval.isPoint ? "known exactly" : "bounded at both ends";
}

function reasonFor({ interval: { isPoint, width } }: Implied): string {
  if (isPoint) return "It is known exactly.";
  if (width === undefined) return "The printed figures leave an end of it open, and two more digits of none of them would close it.";
  return "Two more digits of no single figure would narrow it by a twentieth.";
}

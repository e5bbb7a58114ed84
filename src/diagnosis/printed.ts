/** What diagnosis has to know of a printed figure besides its interval: its text, and what another text in its place would have said. */
import type { FigurePlace } from "../balance/conflict.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";

/** Another way to read the same text. @category Diagnosis */
export type Rereading = "truncated" | "zeros-not-significant";

/** A unit in which the figure may really have been counted. @category Diagnosis */
export interface OtherUnit {
  /** In words: `"short tons for tonnes"`. */
  readonly name: string;
  /** By what the printed value has to be multiplied to give the true one in the unit of its unknown; an interval where that was printed itself, and rounded. */
  readonly factor: Ratio | Interval;
  /** The unknown of which it is then a figure, by its place in the graph: the wet tonnes, where a dry tonnage was meant. */
  readonly of?: number;
}

/**
 * A figure as printed, as far as a diagnosis asks: anything with a text that can be read again, such as a figure of a statement or a bare numeral.
 *
 * @category Diagnosis
 */
export interface Printed {
  /** The text as printed. */
  readonly text: string;
  /** What the figure is a figure of, where the name of its unknown does not say it well. */
  readonly name?: string;
  /** Which mark separates the decimals; `"."` unless said otherwise. */
  readonly decimalMark?: "." | ",";
  /** Whether it is of the metal produced, for which payable metal may have been printed; unless said otherwise, anything that is a product may be. */
  readonly isProduced?: boolean;
  /** The true values if this text had been printed instead, in the unit of the unknown; nothing if it would be no figure. */
  read(text: string): Interval | undefined;
  /** The true values if the text was made by another rule; nothing where the rule would change nothing. */
  reread(rule: Rereading): Interval | undefined;
  /** The units that it may have been counted in by mistake. */
  readonly units: readonly OtherUnit[];
  /** The figures beside it, of the same item in a neighbouring column or row, with which it may have changed places. */
  readonly neighbours: readonly FigurePlace[];
}

/**
 * A figure: a quantity as somebody printed it. It keeps the text, and knows the interval of true values that would have printed so; everything that this
 * library says about printed reports rests on that interval.
 */
import { HeadgradeError } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Interval } from "../number/interval.ts";
import { withUnit } from "../quantity/format.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { quantityOf, type QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { UnitOf } from "../quantity/unit.ts";
import type { Hedge } from "./hedge.ts";
import { checkedOptions, type FigureOptions } from "./options.ts";
import { readFigure, type FigureReading } from "./reading.ts";
import { roundingInterval, type RoundingRule } from "./rounding.ts";

/**
 * A figure as plain data: its kind, its text, and the options that it was read with; {@link figureFromJSON} reads it back.
 *
 * @category Figures
 */
export interface FigureJSON extends FigureOptions {
  readonly kind: Kind;
  readonly text: string;
}

/**
 * A quantity as printed: its text, its value and unit, and the interval of true values that would print so. Immutable; {@link figure} makes one.
 *
 * Choose it for what a report says, and a {@link Quantity} for what you compute with: 74.0 % and 74 % are the same quantity and different figures.
 *
 * @example
 * ```ts
 * import { figure, mass } from "headgrade";
 *
 * const ore = figure("mass", "1.17 Mt");
 * String(ore.interval) // => "[1.165, 1.175]"
 * String(ore.intervalIn("t")) // => "[1165000, 1175000]"
 * ore.admits(mass("1,165,388 t")) // => true
 * ```
 * @category Figures
 */
export class Figure<out K extends Kind = Kind> {
  readonly #text: string;
  readonly #options: FigureOptions;
  readonly #reading: FigureReading<K>;
  /** Holds the kind for the compiler; there is nothing here at run time. */
  declare readonly kindOf: K;

  /** @internal */
  constructor(text: string, options: FigureOptions, reading: FigureReading<K>) {
    this.#text = text;
    this.#options = options;
    this.#reading = reading;
  }

  /** The text as it was given. */
  get text(): string {
    return this.#text;
  }

  get kind(): K {
    return this.#reading.quantity.kind;
  }

  /** The printed value in the printed unit. */
  get quantity(): Quantity<K> {
    return this.#reading.quantity;
  }

  /** The true values that would print so, in the printed unit. */
  get interval(): Interval {
    return this.#reading.interval;
  }

  /** The power of ten, in the printed unit, of the last digit that counts: -2 for 1.88 g/t, 5 for 1.2 million. */
  get lastPlace(): number {
    return this.#reading.lastPlace;
  }

  /** The rule by which it was rounded. */
  get rule(): RoundingRule {
    return this.#reading.rule;
  }

  /** The word that loosens or bounds it, if there was one. */
  get hedge(): Hedge | undefined {
    return this.#reading.hedge;
  }

  /** Whether zeros at the end of a whole number count as printed digits. */
  get zerosSignificant(): boolean {
    return this.#reading.zerosSignificant;
  }

  /** The interval in the kind's base unit. @internal */
  get inBase(): Interval {
    return this.interval.scaledBy(this.quantity.measure.factor);
  }

  /**
   * The true values that would print so, told in another unit of the kind.
   *
   * @throws {@link HeadgradeError} `unknown-unit`, `ambiguous-unit`, `basis-mismatch`, `currency-mismatch`, `period-needed`, as {@link Quantity.to}.
   */
  intervalIn(unit: UnitOf<K>): Interval {
    const from = this.quantity.measure;
    const to = this.quantity.to(unit).measure;
    return from.symbol === to.symbol ? this.interval : this.interval.scaledBy(from.factor.dividedBy(to.factor));
  }

  /**
   * Whether a true value would print so.
   *
   * @throws {@link HeadgradeError} `wrong-kind` for another kind, and what {@link Quantity.to} throws when the units do not convert.
   */
  admits(value: QuantityInput<K, Role>): boolean {
    return this.interval.contains(this.#inPrintedUnit(value));
  }

  /**
   * Whether a recomputed value, rounded as this figure was, gives the very digits (for ties under `"nearest"`: either way of rounding does). It differs from
   * {@link Figure.admits} for an exact count only: 91.98 days is not 92 days, and prints as 92.
   *
   * @throws {@link HeadgradeError} `wrong-kind` for another kind, and what {@link Quantity.to} throws when the units do not convert.
   */
  prints(value: QuantityInput<K, Role>): boolean {
    const isBound = this.hedge !== undefined && this.hedge !== "approximately" && this.hedge !== "average";
    const allowed = this.rule === "exact" && !isBound ? roundingInterval(this.quantity.exact, this.lastPlace, "nearest") : this.interval;
    return allowed.contains(this.#inPrintedUnit(value));
  }

  /** The text as it was given. */
  toString(): string {
    return this.#text;
  }

  toJSON(): FigureJSON {
    return { kind: this.kind, text: this.#text, ...this.#options };
  }

  /** Refuses `<` and `+`, which would lose what was printed. */
  valueOf(): never {
    throw new HeadgradeError(
      "not-comparable",
      "Figures do not take part in <, > or +: compute with figure.quantity, or ask figure.admits(...) whether a value would print so.",
      { text: this.#text },
    );
  }

  get [Symbol.toStringTag](): string {
    return "Figure";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Figure ${JSON.stringify(this.#text)}: ${this.interval.toString()} ${this.quantity.unit}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this[NODE_INSPECT](), `${this.#text} as printed: the true value lies in ${withUnit(this.interval.toString(), this.quantity.unit)}`);
  }

  #inPrintedUnit(value: QuantityInput<K, Role>): Quantity<K, Role>["exact"] {
    return quantityOf<K, Role>(this.kind, value).to(this.quantity.unit).exact;
  }
}

/**
 * Reads a figure as it was printed.
 *
 * The text keeps what a number loses: how many digits were printed, and with them how far the true value may lie away. A hedge before the number, brackets
 * for a negative, scale words and footnote marks are understood. Use the kind's own constructor ({@link mass}, {@link grade}, ...) for an exact amount.
 *
 * @param kind - what the figure is a figure of.
 * @param text - the figure as printed, with its unit unless the options give the column's.
 * @param options - how it was rounded, and what the heading of its column says.
 * @throws {@link HeadgradeError} `malformed-figure` for a text that is no figure or was not printed ({@link isNil}), and for a number in place of the text;
 * `malformed-number` for misplaced digit groups; `missing-unit`, `unknown-unit`, `ambiguous-unit`, `currency-mismatch` for the unit; `wrong-kind` for an
 * unknown kind; `unknown-option`, `out-of-range` for the options; `too-large`.
 * @example
 * ```ts
 * import { figure } from "headgrade";
 *
 * String(figure("grade", "1.88 g/t").interval) // => "[1.875, 1.885]"
 * String(figure("mass", "approximately 1,200 t").interval) // => "[1150, 1250]"
 * String(figure("mass", "over 50,000 oz").interval) // => "(50000, inf)"
 * String(figure("mass", "1,165", { unit: "'000 t" }).interval) // => "[1164500, 1165500]"
 * ```
 * @category Figures
 */
export function figure<K extends Kind>(kind: K, text: string, options?: FigureOptions): Figure<K> {
  const checked = checkedOptions(options);
  return new Figure(text, checked, readFigure(kind, text, checked));
}

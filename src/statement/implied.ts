/** What printed figures leave to a value: an interval with its unit, told outward, so that what is printed always encloses what is known. */
import type { Figure } from "../figure/figure.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { rangeText } from "../quantity/range-text.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";

/**
 * What the figures of a report imply about one value, printed or not.
 *
 * @category Reconciliation
 */
export class Implied {
  /** Which value, as `"2002-Q1.Pd.grade"`. */
  readonly address: string;
  /** The exact interval, in {@link Implied.unit}. */
  readonly interval: Interval;
  /** The figure printed there, if one was. */
  readonly printed: Figure | undefined;
  readonly #unit: Unit;

  /** @internal */
  constructor(address: string, inBase: Interval, unit: Unit, printed: Figure | undefined) {
    this.address = address;
    this.interval = inBase.scaledBy(unit.factor.reciprocal());
    this.printed = printed;
    this.#unit = unit;
    Object.freeze(this);
  }

  get kind(): Kind {
    return this.#unit.kind;
  }

  get unit(): string {
    return this.#unit.symbol;
  }

  /** The lowest value, exact, or `undefined` where nothing bounds it from below. */
  get low(): Quantity<Kind, Role> | undefined {
    return this.#quantity(this.interval.low);
  }

  /** The highest value, exact, or `undefined` where nothing bounds it from above. */
  get high(): Quantity<Kind, Role> | undefined {
    return this.#quantity(this.interval.high);
  }

  /** Half the interval's width against its middle: how little is left open. `undefined` where an end is missing or the middle is zero. */
  get power(): Quantity<"fraction"> | undefined {
    return powerOf(this.interval);
  }

  /** Both ends, rounded outward, with the unit: `"1.9049 to 1.9078 g/t"`. */
  toString(): string {
    return rangeText(this.interval, this.#unit.symbol);
  }

  toJSON(): { address: string; unit: string; interval: ReturnType<Interval["toJSON"]>; printed?: string } {
    return {
      address: this.address, unit: this.unit, interval: this.interval.toJSON(), ...(this.printed === undefined ? {} : { printed: this.printed.text }),
    };
  }

  get [Symbol.toStringTag](): string {
    return "Implied";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `${this.address}: ${this.toString()}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this[NODE_INSPECT]());
  }

  #quantity(exact: Ratio | undefined): Quantity<Kind, Role> | undefined {
    return exact === undefined ? undefined : new Quantity<Kind, Role>(this.#unit, exact, this.#unit.basis, undefined);
  }
}

/** @internal */
export function powerOf(interval: Interval): Quantity<"fraction"> | undefined {
  const { width, middle } = interval;
  if (width === undefined || middle === undefined || middle.isZero) return undefined;
  return new Quantity<"fraction">(unitOf("fraction", "%"), width.dividedBy(middle.absolute()).times(50), undefined, undefined);
}

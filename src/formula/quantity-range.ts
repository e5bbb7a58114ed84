/** An interval of one kind of quantity: what is left open of a formula's result when its arguments were printed. */
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { type Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { rangeText } from "../quantity/range-text.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { UnitOf } from "../quantity/unit.ts";

/**
 * An interval of one kind of quantity, told in a unit: what a {@link QuantityRange} is, and what a report implies about a value (`Implied`).
 *
 * @category Figures
 */
export interface QuantityInterval<out K extends Kind = Kind> {
  readonly kind: K;
  readonly unit: string;
  readonly interval: Interval;
}

/**
 * What printed arguments leave to a formula's result: the tight interval, with its unit. Immutable; {@link rangeOf} makes it.
 *
 * It is a promise about rounding (the true value lies inside if the figures were rounded as they say) and no statement about how well anything was
 * measured; for that there is a standard uncertainty.
 *
 * @category Figures
 */
export class QuantityRange<out K extends Kind = Kind, out R extends Role = never> implements QuantityInterval<K> {
  /** The exact interval, in {@link QuantityRange.unit}. */
  readonly interval: Interval;
  readonly #unit: Unit;
  readonly #role: R | undefined;

  /** @internal */
  constructor(unit: Unit, interval: Interval, role: R | undefined) {
    this.interval = interval;
    this.#unit = unit;
    this.#role = role;
    Object.freeze(this);
  }

  get kind(): K {
    return this.#unit.kind as K;
  }

  /** The symbol of the unit that the ends are told in. */
  get unit(): UnitOf<K> {
    return this.#unit.symbol as UnitOf<K>;
  }

  /** What a fraction is a fraction of, if the formula says. */
  get role(): R | undefined {
    return this.#role;
  }

  /** The lower end, exact; {@link QuantityRange.interval} tells whether it belongs to the range. */
  get low(): Quantity<K, R> {
    return this.#quantity(this.interval.low as Ratio);
  }

  /** The upper end, exact. */
  get high(): Quantity<K, R> {
    return this.#quantity(this.interval.high as Ratio);
  }

  /** The same range told in another unit. @throws `HeadgradeError` as {@link Quantity.to}. */
  to(unit: UnitOf<K>): QuantityRange<K, R> {
    const target = this.low.to(unit).measure;
    return target === this.#unit ? this : new QuantityRange<K, R>(target, this.interval.scaledBy(this.#unit.factor.dividedBy(target.factor)), this.#role);
  }

  /** Whether a value, or everything that another interval holds, lies inside. @throws `HeadgradeError` as {@link Quantity.to}. */
  contains(value: Quantity<K, Role> | QuantityInterval<K>): boolean {
    const factor = unitOf(this.kind, value.unit).factor.dividedBy(this.#unit.factor);
    if (value instanceof Quantity) return this.interval.contains(value.to(this.unit).exact);
    return this.interval.encloses(value.interval.scaledBy(factor));
  }

  /** Both ends, rounded outward to about two digits of the width, with the unit: `"75 to 88%"`. */
  toString(): string {
    return rangeText(this.interval, this.#unit.symbol);
  }

  toJSON(): { kind: Kind; unit: string; interval: ReturnType<Interval["toJSON"]>; role?: Role } {
    return { kind: this.kind, unit: this.unit, interval: this.interval.toJSON(), ...(this.#role === undefined ? {} : { role: this.#role }) };
  }

  get [Symbol.toStringTag](): string {
    return "QuantityRange";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }

  #quantity(exact: Ratio): Quantity<K, R> {
    return new Quantity<K, R>(this.#unit, exact, this.#unit.basis, this.#role);
  }
}

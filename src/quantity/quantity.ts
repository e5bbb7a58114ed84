/**
 * An exact amount of one kind in one unit: what every constructor makes and every formula takes. It keeps the unit that it was given in and converts
 * when asked; kinds, bases, currencies and roles that do not belong together are refused by the compiler, and at run time by an error that names both.
 */
import type { Decimal } from "decimal.js";
import { HeadgradeError, shown } from "../error.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import type { Precision, Rounding } from "../number/rounding.ts";
import { productUnit, quotientKinds, quotientUnit, type Divisor, type Multiplier, type ProductKind, type QuotientKind } from "./algebra.ts";
import { basisMismatch, basisOf, requireMeetingBases, requireNotWet } from "./basis.ts";
import { formatNumber, withUnit, type FormatOptions } from "./format.ts";
import { KINDS, type Basis, type Kind, type Role } from "./kind.ts";
import { unitOf, type Unit } from "./spelling.ts";
import type { UnitOf } from "./unit.ts";

/**
 * A quantity as plain data; {@link quantityFromJSON} reads it back.
 *
 * @category Quantities
 */
export interface QuantityJSON {
  readonly kind: Kind;
  /** The exact value: a decimal or a fraction such as `"240/7"`. */
  readonly value: string;
  readonly unit: string;
  readonly basis?: Basis;
  readonly role?: Role;
}

/** Whether a kind is the union of several, so that the caller must name the one meant. */
type OneOf<K, All = K> = [K] extends [never] ? "none" : K extends unknown ? ([All] extends [K] ? "one" : "several") : never;

/** The name of the resulting kind: left out where only one kind can result, needed where several can. */
type Naming<K extends Kind, As extends K> = OneOf<K> extends "one" ? [as?: As] : [as: As];

/**
 * An exact quantity of one kind. Immutable.
 *
 * Make one with the constructor of its kind ({@link mass}, {@link grade}, {@link fraction}, ...). Arithmetic is exact and stays inside the kind;
 * products and quotients of two kinds are there where they are a kind again.
 *
 * @example Contained metal by hand, and back
 * ```ts
 * import { grade, mass } from "headgrade";
 *
 * const ore = mass("1,165,388 t");
 * const metal = ore.times(grade("1.88 g/t"));
 * metal.format({ places: 1 }) // => "70,440.0 oz"
 * String(metal.dividedBy(ore, "grade")) // => "1.88 g/t"
 * ```
 * @category Quantities
 */
export class Quantity<out K extends Kind = Kind, out R extends Role = never> {
  readonly #unit: Unit;
  readonly #exact: Ratio;
  readonly #basis: Basis | undefined;
  readonly #role: R | undefined;
  /** Holds the kind for the compiler; there is nothing here at run time. */
  declare readonly kindOf: K;

  /** @internal */
  constructor(unit: Unit, exact: Ratio, basis: Basis | undefined, role: R | undefined) {
    this.#unit = unit;
    this.#exact = exact;
    this.#basis = basis;
    this.#role = role;
  }

  get kind(): K {
    return this.#unit.kind as K;
  }

  /** The symbol of the unit that the value is told in. */
  get unit(): UnitOf<K> {
    return this.#unit.symbol as UnitOf<K>;
  }

  /** The exact value in {@link Quantity.unit}. */
  get exact(): Ratio {
    return this.#exact;
  }

  /** What a mass or volume was measured on, if it was said. */
  get basis(): Basis | undefined {
    return this.#basis;
  }

  /** What a fraction is a fraction of, if it was said. */
  get role(): R | undefined {
    return this.#role;
  }

  /** The unit with its factor. @internal */
  get measure(): Unit {
    return this.#unit;
  }

  /** The exact value in the kind's base unit. @internal */
  get inBase(): Ratio {
    return this.#exact.times(this.#unit.factor);
  }

  /**
   * The same quantity told in another unit of its kind, exactly. In its own unit it is itself.
   *
   * @throws {@link HeadgradeError} `unknown-unit`, `ambiguous-unit`; `basis-mismatch` between wet and dry, bank and loose, or from a unit that states
   * no basis to one that does;
   * `currency-mismatch`; `period-needed` between rates per month or year and rates per day.
   */
  to(unit: UnitOf<K>): Quantity<K, R> {
    const target = unitOf(this.kind, unit);
    if (target === this.#unit || target.symbol === this.#unit.symbol) return this;
    if (target.basis !== undefined && target.basis !== this.#basis) throw basisMismatch(this, target.symbol, target.basis);
    if (target.massBasis !== this.#unit.massBasis) throw basisMismatch(this, target.symbol, target.massBasis);
    requireSameSpan(this, target);
    return new Quantity<K, R>(target, this.#exact.times(this.#unit.factor).dividedBy(target.factor), this.#basis, this.#role);
  }

  /**
   * The same quantity, said to be measured on a basis. This is how a bare tonne is declared dry; a quantity that already states another basis refuses (only
   * {@link dryMass} and {@link wetMass} cross, with a moisture).
   *
   * @throws {@link HeadgradeError} `basis-mismatch`.
   */
  onBasis(basis: Basis): Quantity<K, R> {
    if (this.#basis !== undefined && this.#basis !== basis) throw basisMismatch(this, this.#unit.symbol, basis);
    return new Quantity<K, R>(this.#unit, this.#exact, basis, this.#role);
  }

  /** The same fraction, said to be a recovery, a moisture, a mass pull or a payability. */
  as<S extends Role>(this: Quantity<"fraction", S>, role: S): Quantity<"fraction", S> {
    if (this.role !== undefined && this.role !== role) throw roleMismatch(this, role);
    return new Quantity<"fraction", S>(this.measure, this.exact, this.basis, role);
  }

  /** The exact sum, in this unit. @throws {@link HeadgradeError} `wrong-kind`, `basis-mismatch`, `currency-mismatch`, `period-needed`. */
  plus(other: Quantity<K, R>): Quantity<K, R> {
    return new Quantity<K, R>(this.#unit, this.#exact.plus(this.#valueOf(other)), this.#basis, this.#role);
  }

  /** The exact difference, in this unit. @throws {@link HeadgradeError} `wrong-kind`, `basis-mismatch`, `currency-mismatch`, `period-needed`. */
  minus(other: Quantity<K, R>): Quantity<K, R> {
    return new Quantity<K, R>(this.#unit, this.#exact.minus(this.#valueOf(other)), this.#basis, this.#role);
  }

  negated(): Quantity<K, R> {
    return new Quantity<K, R>(this.#unit, this.#exact.negated(), this.#basis, this.#role);
  }

  absolute(): Quantity<K, R> {
    return this.#exact.sign < 0 ? this.negated() : this;
  }

  /** So many times this. */
  times(factor: Numeric): Quantity<K, R>;
  /** The product with another quantity, where it is a kind: mass x grade = mass, throughput x duration = mass, price x mass = money, ... */
  times<A extends Kind, B extends Multiplier<A>>(this: Quantity<A, Role>, factor: Quantity<B, Role>): Quantity<ProductKind<A, B>>;
  times(factor: Numeric | Quantity<Kind, Role>): Quantity<Kind, Role> {
    if (!isQuantity(factor)) return new Quantity<Kind, Role>(this.#unit, this.#exact.times(factor), this.#basis, this.#role);
    const result = productUnit(this.#unit, factor.measure);
    if (result === undefined) throw notAKind("multiply", this, factor);
    requireMeetingBases(this, factor);
    requireSpanOfPeriod(this, factor);
    const value = Ratio.product(this.#exact, factor.exact, Ratio.one, result.factor);
    // Metal got from ore by a grade is on no basis.
    const hasGrade = this.kind === "grade" || factor.kind === "grade";
    return new Quantity<Kind>(result.unit, value, hasGrade ? undefined : basisOf(result.kind, this, factor), undefined);
  }

  /** This divided by a number. @throws {@link HeadgradeError} `division-by-zero`. */
  dividedBy(divisor: Numeric): Quantity<K, R>;
  /**
   * The quotient with another quantity, where it is a kind: mass / duration = throughput, money / mass = price, ... Where it can be two (mass / mass
   * is a grade or a fraction) the second argument says which.
   *
   * @throws {@link HeadgradeError} `division-by-zero`, `wrong-kind`, `basis-mismatch`.
   */
  dividedBy<C extends Kind, D extends Divisor<C>, As extends QuotientKind<C, D>>(
    this: Quantity<C, Role>, divisor: Quantity<D, Role>, ...as: Naming<QuotientKind<C, D>, As>
  ): Quantity<As>;
  dividedBy(divisor: Numeric | Quantity<Kind, Role>, as?: Kind): Quantity<Kind, Role> {
    if (!isQuantity(divisor)) return new Quantity<Kind, Role>(this.#unit, this.#exact.dividedBy(divisor), this.#basis, this.#role);
    const kinds = quotientKinds(this.kind, divisor.kind);
    const kind = as ?? (kinds.length === 1 ? kinds[0] : undefined);
    if (kinds.length === 0) throw notAKind("divide", this, divisor);
    if (kind === undefined || !kinds.includes(kind)) throw whichKind(this, divisor, kinds, as);
    requireMeetingBases(this, divisor);
    requireQuotientOfLike(this, divisor);
    if (kind === "grade") requireNotWet(divisor);
    const { unit, factor } = quotientUnit(kind, this.#unit, divisor.measure);
    return new Quantity<Kind>(unit, this.#exact.dividedBy(divisor.exact).times(factor), divisor.kind === "grade" ? undefined : basisOf(kind, this, divisor), undefined);
  }

  /** -1, 0 or 1 as this is less than, equal to or greater than the other, exactly. @throws {@link HeadgradeError} `wrong-kind` and the mismatches of a sum. */
  compare(other: Quantity<K, R>): -1 | 0 | 1 {
    return this.#exact.compare(this.#valueOf(other));
  }

  equals(other: Quantity<K, R>): boolean {
    return this.compare(other) === 0;
  }

  isLessThan(other: Quantity<K, R>): boolean {
    return this.compare(other) < 0;
  }

  isGreaterThan(other: Quantity<K, R>): boolean {
    return this.compare(other) > 0;
  }

  /** The value rounded in its own unit, and exact again. @throws {@link HeadgradeError} `out-of-range`. */
  rounded(precision: Precision, rounding?: Rounding): Quantity<K, R> {
    return new Quantity<K, R>(this.#unit, this.#exact.rounded(precision, rounding), this.#basis, this.#role);
  }

  /**
   * The value in its unit as a Decimal: whole where it terminates, else at 40 digits or the precision asked for. @throws {@link HeadgradeError}
   * `out-of-range`.
   */
  toDecimal(precision?: Precision, rounding?: Rounding): Decimal {
    return this.#exact.toDecimal(precision, rounding);
  }

  /** The double nearest to the value in its unit (or beside it): for drawing, not for reckoning. */
  toNumber(): number {
    return this.#exact.toNumber();
  }

  /** The quantity as text. It rounds only to a precision that is asked for. @throws {@link HeadgradeError} `out-of-range`. */
  format(options?: FormatOptions): string {
    const number = formatNumber(this.#exact, options);
    const symbol = this.#unit.symbol;
    return this.kind === "money" ? `${symbol} ${number}` : withUnit(number, symbol);
  }

  /** The exact value and the unit; digits without end are cut and marked by an ellipsis. */
  toString(): string {
    return this.format();
  }

  toJSON(): QuantityJSON {
    return {
      kind: this.kind, value: this.#exact.toString(), unit: this.#unit.symbol,
      ...(this.#basis === undefined ? {} : { basis: this.#basis }), ...(this.#role === undefined ? {} : { role: this.#role }),
    };
  }

  /** Refuses `<` and `+`, which would lose the unit. */
  valueOf(): never {
    throw new HeadgradeError(
      "not-comparable",
      "Quantities do not take part in <, > or +: call compare, isLessThan, plus or minus, or toNumber() for a bare double.",
      { kind: this.kind, unit: this.#unit.symbol },
    );
  }

  get [Symbol.toStringTag](): string {
    return "Quantity";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return textBundle(this.toString());
  }

  // The other's value in this unit, once the two are known to be of one kind, basis, span and currency.
  #valueOf(other: Quantity<K, R>): Ratio {
    if (!isQuantity(other) || other.kind !== this.kind) throw wrongKind(this, other);
    if (other.basis !== this.#basis) throw basisMismatch(other, other.unit, this.#basis);
    if (other.role !== undefined && this.#role !== undefined && other.role !== this.#role) throw roleMismatch(other, this.#role);
    const unit = other.measure;
    if (unit.symbol === this.#unit.symbol) return other.exact;
    requireSameSpan(other, this.#unit);
    return other.exact.times(unit.factor).dividedBy(this.#unit.factor);
  }
}

/** Whether a value is a quantity of this copy of the package. @internal */
export function isQuantity(value: unknown): value is Quantity<Kind, Role> {
  return value instanceof Quantity;
}

/** The quantity of a value that is told in its kind's base unit. @internal */
export function quantityInBase(inBase: Ratio, unit: Unit, role?: Role): Quantity<Kind, Role> {
  return new Quantity<Kind, Role>(unit, inBase.dividedBy(unit.factor), unit.basis, role);
}

function requireSameSpan(given: Quantity<Kind, Role>, target: Unit): void {
  const { measure } = given;
  if (measure.currency !== target.currency) {
    throw new HeadgradeError(
      "currency-mismatch",
      `${given.toString()} is in ${measure.currency ?? "no currency"} and ${target.symbol} is in ${target.currency ?? "no currency"}: exchange rates are not this library's to guess; convert it first.`,
      { given: given.toString(), from: measure.currency, to: target.currency },
    );
  }
  if (measure.span !== target.span) {
    throw new HeadgradeError(
      "period-needed",
      `${given.toString()} and ${target.symbol} meet only over a period, since months and years differ in days: use tonnage({ throughput, period }) and dailyThroughput({ ore, period }).`,
      { given: given.toString(), from: measure.symbol, to: target.symbol },
    );
  }
}

function requireSpanOfPeriod(a: Quantity<Kind, Role>, b: Quantity<Kind, Role>): void {
  const rate = [a, b].find(({ measure }) => measure.span !== undefined);
  const time = [a, b].find(({ kind }) => kind === "duration");
  if (rate === undefined || time === undefined) return;
  throw new HeadgradeError(
    "period-needed",
    `${rate.toString()} is per ${rate.measure.span === "a" ? "year" : "month"}, which is not a number of days: use tonnage({ throughput, period }).`,
    { given: rate.toString() },
  );
}

// Money is divided by money of its own currency only, and a rate per month or year by such a rate only: the quotient with a rate per day would need a period.
function requireQuotientOfLike(dividend: Quantity<Kind, Role>, divisor: Quantity<Kind, Role>): void {
  const { kind, measure } = divisor;
  if (measure.currency !== undefined || kind === "throughput" || kind === "volumeFlow") requireSameSpan(dividend, measure);
}

function wrongKind(expected: Quantity<Kind, Role>, given: unknown): HeadgradeError {
  const kind = isQuantity(given) ? given.kind : undefined;
  const what = isQuantity(given) ? `${given.toString()}, a ${KINDS[given.kind].noun}` : shown(given);
  return new HeadgradeError(
    "wrong-kind",
    `Expected a ${KINDS[expected.kind].noun} beside ${expected.toString()} and got ${what}: only quantities of one kind add and compare.`,
    { expected: expected.kind, given: kind ?? shown(given) },
  );
}

function notAKind(verb: "multiply" | "divide", a: Quantity<Kind, Role>, b: Quantity<Kind, Role>): HeadgradeError {
  return new HeadgradeError(
    "wrong-kind",
    `Cannot ${verb} a ${KINDS[a.kind].noun} (${a.toString()}) and a ${KINDS[b.kind].noun} (${b.toString()}): the result is no kind of quantity.`,
    { left: a.kind, right: b.kind },
  );
}

function whichKind(a: Quantity<Kind, Role>, b: Quantity<Kind, Role>, kinds: readonly Kind[], given: unknown): HeadgradeError {
  const choices = kinds.map((kind) => JSON.stringify(kind)).join(" or ");
  return new HeadgradeError(
    "wrong-kind",
    `A ${KINDS[a.kind].noun} divided by a ${KINDS[b.kind].noun} is ${choices}, and ${given === undefined ? "nothing said which" : `not ${shown(given)}`}: name it as the second argument.`,
    { left: a.kind, right: b.kind, choices: kinds },
  );
}

/** What is thrown for a fraction in another role than the one asked for. @internal */
export function roleMismatch(given: Quantity<Kind, Role>, role: Role): HeadgradeError {
  return new HeadgradeError(
    "role-mismatch",
    `${given.toString()} is a ${given.role ?? "fraction"} and a ${role} was expected: they do not interchange; use fraction(...) for one that has no role yet.`,
    { given: given.role, expected: role },
  );
}

/** A measured value: an estimate and its standard uncertainty. */
import { HeadgradeError, shown } from "../error.ts";
import { Figure } from "../figure/figure.ts";
import { argument } from "../formula/argument.ts";
import { textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import { KINDS, type Basis, type Kind, type Role } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { Unit } from "../quantity/spelling.ts";
import { boundedVariance, type Distribution } from "./distribution.ts";
import { readMeasurement, type MeasuredKind, type Measurement, type Read, type Reader } from "./measurement.ts";
import { inUnit, uncertaintyText, valueAt } from "./telling.ts";

/**
 * What a value of a kind is: a quantity, or a {@link Ratio} where it is a bare number.
 *
 * @category Uncertainty
 */
export type ValueOf<K extends MeasuredKind, R extends Role = never> = K extends Kind ? Quantity<K, R> : Ratio;

/** Where a value is told: its unit, unless it is a bare number, and what goes with it. @internal */
export interface Scale {
  readonly unit: Unit | undefined;
  readonly basis: Basis | undefined;
  readonly role: Role | undefined;
}

/** The quantity, or the bare number, of a value on a scale. @internal */
export function onScale(exact: Ratio, { unit, basis, role }: Scale): Quantity<Kind, Role> | Ratio {
  return unit === undefined ? exact : new Quantity<Kind, Role>(unit, exact, basis, role);
}

/**
 * A measured value: the estimate and its standard uncertainty, as the Guide to the Expression of Uncertainty in Measurement has it. Immutable; {@link measured}
 * makes one.
 *
 * It states a spread, not bounds: where the true value *must* lie, because a figure was rounded there, is what a {@link Figure} tells. Neither is taken for
 * the other.
 *
 * @example
 * ```ts
 * import { measured } from "headgrade/uncertainty";
 *
 * const assay = measured("grade", { value: "1.88 g/t", relativeExpanded: "3 %", coverageFactor: 2 });
 * String(assay) // => "1.880 g/t, u = 0.028 g/t"
 * String(assay.standard) // => "0.0282 g/t"
 * ```
 * @category Uncertainty
 */
export class Measured<out K extends MeasuredKind = MeasuredKind> {
  readonly #kind: K;
  readonly #read: Read;
  readonly #scale: Scale;
  /** Holds the kind for the compiler; there is nothing here at run time. */
  declare readonly kindOf: K;

  /** @internal */
  constructor(kind: K, read: Read, scale: Scale) {
    this.#kind = kind;
    this.#read = read;
    this.#scale = scale;
  }

  get kind(): K {
    return this.#kind;
  }

  /** The estimate, exact. */
  get value(): ValueOf<K> {
    return onScale(this.#read.exact, this.#scale) as ValueOf<K>;
  }

  /** The square of the standard uncertainty, exact, in the square of the value's unit. */
  get variance(): Ratio {
    return this.#read.variance;
  }

  /** The standard uncertainty: exact where the root of the variance is rational, else rounded to 40 significant digits. */
  get standard(): ValueOf<K> {
    return onScale(squareRoot(this.variance), { ...this.#scale, role: undefined }) as ValueOf<K>;
  }

  /** The degrees of freedom of the uncertainty; `Infinity` where it is taken as known. */
  get degreesOfFreedom(): number {
    return this.#read.degreesOfFreedom;
  }

  /** What is assumed of where the true value lies about the estimate; a simulation draws from it. */
  get distribution(): Distribution {
    return this.#read.distribution;
  }

  /** The unit and what goes with it. @internal */
  get scale(): Scale {
    return this.#scale;
  }

  /** The estimate in its unit. @internal */
  get exact(): Ratio {
    return this.#read.exact;
  }

  /** The value and its standard uncertainty, to the latter's second digit: `"1.880 g/t, u = 0.028 g/t"`. */
  toString(): string {
    const root = squareRoot(this.variance);
    const unit = this.#scale.unit?.symbol ?? "1";
    return `${inUnit(valueAt(root, this.exact), this.#kind, unit)}, u = ${inUnit(uncertaintyText(root), this.#kind, unit)}`;
  }

  toJSON(): Record<string, unknown> {
    const { degreesOfFreedom, distribution } = this;
    return {
      kind: this.#kind, value: this.value, variance: this.variance, distribution,
      ...(degreesOfFreedom === Infinity ? {} : { degreesOfFreedom }),
    };
  }

  /** Refuses `<` and `+`, which would lose the uncertainty. */
  valueOf(): never {
    throw new HeadgradeError("not-comparable", "Measured values do not take part in <, > or +: give them to uncertaintyOf, or compute with their value.", {});
  }

  get [Symbol.toStringTag](): string {
    return "Measured";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Measured ${this.toString()}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const { distribution, degreesOfFreedom } = this;
    const freedom = degreesOfFreedom === Infinity ? "" : `, ${String(Number(degreesOfFreedom.toPrecision(3)))} degrees of freedom`;
    return textBundle(this.toString(), `${this.toString()} (standard uncertainty; ${distribution.name}${freedom})`);
  }
}

/**
 * A measured value, from how sure it is in any of the ways in which that is said ({@link Measurement}).
 *
 * The variance is exact whichever way was named. `"1.88(2) g/t"` is read as the guide prints it: the standard uncertainty in the last digits. A
 * {@link Figure} alone gives the uncertainty of its rounding, which is uniform over its interval, with the middle as the estimate; it holds nothing of how well
 * the figure was measured.
 *
 * @param kind - the kind of quantity, or `"number"` for a bare number.
 * @param measurement - the value and how far it may be off, or text with the standard uncertainty in brackets.
 * @throws `HeadgradeError` `unknown-option` for parts that do not go together or are not known, for a half-width without its distribution, and for an
 * expanded uncertainty without its factor; `out-of-range` for a negative uncertainty, too few readings, and a figure without an end; `wrong-kind`; the errors
 * of reading amounts.
 * @source JCGM 100:2008, Evaluation of measurement data, Guide to the expression of uncertainty in measurement, clause 4.
 * @example
 * ```ts
 * import { figure } from "headgrade";
 * import { measured } from "headgrade/uncertainty";
 *
 * String(measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" })) // => "1,165,400 t, u = 5,800 t"
 * String(measured("number", { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"] })) // => "4.9990, u = 0.0032"
 * String(measured("number", { value: "100.0", halfWidth: "0.1", distribution: "triangular" })) // => "100.000, u = 0.041"
 * String(measured("grade", "1.88(2) g/t").standard) // => "0.02 g/t"
 * String(measured(figure("grade", "1.88 g/t"))) // => "1.8800 g/t, u = 0.0029 g/t"
 * ```
 * @category Uncertainty
 */
export function measured<K extends MeasuredKind>(kind: K, measurement: Measurement<K> | string): Measured<K>;
export function measured<K extends Kind>(figure: Figure<K>): Measured<K>;
export function measured<K extends MeasuredKind>(kindOrFigure: K | Figure, measurement?: Measurement<K> | string): Measured {
  if (kindOrFigure instanceof Figure) return ofFigure(kindOrFigure);
  const kind: unknown = kindOrFigure;
  if (kind !== "number" && (typeof kind !== "string" || !Object.hasOwn(KINDS, kind))) {
    throw new HeadgradeError("wrong-kind", `Unknown kind ${shown(kind)} of measured value: use number, or one of ${Object.keys(KINDS).join(", ")}.`, { given: shown(kind) });
  }
  const reader = kind === "number" ? NUMBERS : quantities(kind as Kind);
  const read = readMeasurement(typeof measurement === "string" ? bracketed(measurement) : measurement, reader);
  return new Measured(kind as MeasuredKind, Object.freeze(read), Object.freeze(reader.scale()));
}

interface ScaledReader extends Reader {
  readonly scale: () => Scale;
}

const NUMBERS: ScaledReader = {
  read: (name, amount) => {
    if (amount === undefined || amount === null) throw missing(name, "a number");
    return Ratio.of(amount as Numeric);
  },
  scale: () => ({ unit: undefined, basis: undefined, role: undefined }),
};

// The first amount that is read, which is the value, settles the unit, the basis and the role.
function quantities(kind: Kind): ScaledReader {
  let first: Quantity<Kind, Role> | undefined;
  return {
    read: (name, amount) => {
      const given = argument<Kind, Role>(name, kind, amount as Quantity<Kind, Role>);
      if (first === undefined) {
        first = given;
        return given.exact;
      }
      const onBasis = given.basis === undefined && first.basis !== undefined ? given.onBasis(first.basis) : given;
      return onBasis.to(first.unit).exact;
    },
    scale: () => ({ unit: first?.measure, basis: first?.basis, role: first?.role }),
  };
}

// "1.88(2) g/t" is 1.88 g/t with 0.02 g/t; "1.88(0.02) g/t" too.
function bracketed(text: string): Measurement<MeasuredKind> {
  const parts = /^(.*\d)\s?\((\d+(?:\.\d+)?)\)(.*)$/s.exec(text);
  if (parts === null || text.length > 1000) {
    throw new HeadgradeError(
      "malformed-number", `Cannot read ${shown(text)} as a measured value: expected its standard uncertainty in brackets behind the digits, as "1.88(2) g/t".`, { given: text.slice(0, 100) },
    );
  }
  const [, digits = "", last = "", rest = ""] = parts;
  const places = digits.split(".")[1]?.length ?? 0;
  const standard = last.includes(".") ? last : Ratio.of(last).dividedBy(10n ** BigInt(places)).toFixed();
  return { value: digits + rest, standard: standard + rest };
}

function ofFigure(figure: Figure): Measured {
  const { interval, quantity } = figure;
  const { middle, width } = interval;
  if (middle === undefined || width === undefined) {
    throw new HeadgradeError("out-of-range", `${shown(figure.text)} has no end on one side, so its rounding has no spread: say how sure it is.`, { given: figure.text });
  }
  const halfWidth = width.dividedBy(2);
  const read: Read = { exact: middle, variance: boundedVariance("uniform", halfWidth), degreesOfFreedom: Infinity, distribution: { name: "uniform", halfWidth } };
  return new Measured(figure.kind, Object.freeze(read), Object.freeze({ unit: quantity.measure, basis: quantity.basis, role: undefined }));
}

function missing(name: string, expected: string): HeadgradeError {
  return new HeadgradeError("wrong-kind", `${name} is missing: expected ${expected}.`, { argument: name });
}

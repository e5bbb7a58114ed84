/** The range of a formula's results when its arguments were printed: tight, although a figure may stand in the formula many times over. */
import { HeadgradeError, isHeadgradeError, shown } from "../error.ts";
import { Figure } from "../figure/figure.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { KINDS, type Kind, type Role } from "../quantity/kind.ts";
import { isQuantity, Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { MOST_AXES, rangesOverBox, type Axis } from "./corners.ts";
import { fieldsOf, occurrencesOf, refilled, replaced, type Field, type Occurrence } from "./field.ts";
import { provedOf, type Proved } from "./monotone.ts";
import { QuantityRange, type QuantityInterval } from "./quantity-range.ts";

/**
 * What {@link rangeOf} takes in place of what a formula takes: figures or intervals wherever the formula wants a quantity. Quantities, and texts, are exact.
 *
 * @category Figures
 */
export type Printed<A> =
  A extends Quantity<infer K, infer R> ? Quantity<K, R> | Figure<K> | QuantityInterval<K>
    : A extends string | number | bigint | boolean | null | undefined | { readonly toJSON: unknown } ? A
      : A extends object ? { readonly [N in keyof A]: Printed<A[N]> } : A;

/**
 * What {@link rangeOf} gives in place of what a formula gives: a range for each quantity, and an interval for each bare number.
 *
 * @category Figures
 */
export type RangeOf<R> =
  R extends Quantity<infer K, infer S> ? QuantityRange<K, S>
    : R extends Ratio ? Interval
      : R extends string | number | bigint | boolean | null | undefined | { readonly toJSON: unknown } ? R
        : R extends object ? { readonly [N in keyof R]: RangeOf<R[N]> } : R;

/**
 * What the caller knows of a formula that is not of this library.
 *
 * @category Figures
 */
export interface RangeOptions {
  /**
   * `true` vouches that every result of the formula is continuous, and rises or falls all the way with each argument while the others stay fixed (which of the
   * two may depend on the others). The formulas of this library for which that is proved need no word.
   */
  readonly monotone?: true;
}

/**
 * The tight interval of each result of a formula when its arguments are figures as printed.
 *
 * Interval arithmetic that is put into a formula step by step makes the range far too wide where an argument occurs twice, as in the two-product formula: it
 * forgets that both are one number. Here the formula itself is run, exactly, at the corners of the box that the figures span; for a formula that is monotone in
 * each argument its extremes stand there. Use a standard uncertainty (`headgrade/uncertainty`) where figures are measurements and rounding is the least of it.
 *
 * Amounts that were printed as zero or more are not taken below zero by their rounding. One {@link Figure} in two fields is one unknown number; two
 * figures of the same text are two. What a formula refuses at a corner (no ore, concentrate poorer than feed) is refused here too: the range over
 * what is left of the box does not stand at its corners.
 *
 * @param formula - a function of one object of quantities (nested if need be) to a quantity, a {@link Ratio}, or plain data of them.
 * @param given - the formula's argument with figures or intervals in place of quantities, at most twelve. A quantity or a text is exact.
 * @param options - `monotone: true` for a function of your own.
 * @returns The formula's result with a {@link QuantityRange} for each quantity and an {@link Interval} for each Ratio. Ends are exact. They are open exactly
 * where no values of the figures reach them; for a function that you vouch for, and for a formula in pieces (payable metal, penalties), they are closed.
 * @throws `HeadgradeError` `too-large` for more than twelve figures; `unknown-option` for a function for which nothing is proved, and for a
 * figure in two fields of a formula for which that case is not; `out-of-range` for a figure without an end ("over 50,000 oz") and for a formula that does not
 * run one way; `wrong-kind` where nothing was printed, or something measured was given; the formula's own errors, with the corner at which they arose.
 * @source Moore, Kearfott and Cloud, Introduction to Interval Analysis (SIAM, 2009), on the dependency problem and monotone functions.
 * @example
 * ```ts
 * import { figure } from "headgrade";
 * import { recoveredMetal, rangeOf } from "headgrade/formula";
 *
 * const metal = rangeOf(recoveredMetal, {
 *   ore: figure("mass", "1,165,388 t"), grade: figure("grade", "1.88 g/t"), recovery: figure("fraction", "74.0 %"),
 * });
 * String(metal) // => "51,951 to 52,300 oz"
 * metal.contains(figure("mass", "52,067 oz").quantity) // => true
 * ```
 * @category Figures
 */
export function rangeOf<A, R>(formula: (given: A) => R, given: Printed<A>, options?: RangeOptions): RangeOf<R> {
  const proved = provedFor(formula, given, options);
  for (const { name, value } of fieldsOf(given, isOpenValue)) refuseMeasured(name, value);
  const variables = occurrencesOf(given, isOpenValue).map((occurrence) => variableOf(occurrence, proved));
  if (variables.length === 0) {
    throw new HeadgradeError(
      "wrong-kind", 'No argument was printed: give figure("grade", "1.88 g/t") where a figure was printed; a text or a quantity is exact here.', { given: shown(given) },
    );
  }
  const axes = variables.filter(({ interval }) => !interval.isPoint);
  if (axes.length > MOST_AXES) {
    throw new HeadgradeError(
      "too-large", `${String(axes.length)} figures vary, and at most ${String(MOST_AXES)} do here, as every combination of their ends is tried: give some as quantities.`, { figures: axes.length },
    );
  }
  const points = variables.filter(({ interval }) => interval.isPoint);
  let first: { readonly whole: R; readonly fields: readonly Field[] } | undefined;
  const intervals = rangesOverBox(axes, proved.change, (values) => {
    const at = new Map<unknown, unknown>([
      ...points.map(({ value, interval, quantityAt }) => [value, quantityAt(interval.low as Ratio)] as const),
      ...axes.map(({ value, quantityAt }, axis) => [value, quantityAt(values[axis] as Ratio)] as const),
    ]);
    const whole = run(formula, replaced(given, at) as A, () => axes.map(({ name, value }) => `${name} = ${String(at.get(value))}`).join(", "));
    const fields = fieldsOf(whole);
    first ??= { whole, fields };
    return numbersOf(fields, first.fields);
  })[Symbol.iterator]();
  const { whole, fields } = first as unknown as { readonly whole: R; readonly fields: readonly Field[] };
  const ranges = fields.map(({ value }) => {
    if (isQuantity(value)) return new QuantityRange<Kind, Role>(value.measure, intervals.next().value as Interval, value.role);
    return value instanceof Ratio ? intervals.next().value : value;
  });
  return refilled(whole, ranges[Symbol.iterator]()) as RangeOf<R>;
}

interface Variable extends Axis {
  readonly value: unknown;
  readonly quantityAt: (exact: Ratio) => Quantity<Kind, Role>;
}

function provedFor(formula: unknown, given: unknown, options: RangeOptions | undefined): Proved {
  if (typeof formula !== "function") {
    throw new HeadgradeError("wrong-kind", `The formula must be a function such as containedMetal, and this is ${shown(formula)}.`, { given: shown(formula) });
  }
  const vouched: unknown = options?.monotone;
  if (vouched !== undefined && vouched !== true) {
    throw new HeadgradeError("unknown-option", `monotone is true or left out, and this is ${shown(vouched)}.`, { option: "monotone", given: vouched });
  }
  const proved = provedOf(formula, given);
  if (proved !== undefined) return proved;
  if (vouched === true) return { change: "monotone", repeats: true };
  const name = formula.name === "" ? "this function" : formula.name;
  throw new HeadgradeError(
    "unknown-option",
    `Nothing is proved here of how ${name} changes with its arguments: if each result rises or falls all the way with each of them, say so with { monotone: true }.`,
    { formula: name },
  );
}

function isOpenValue(value: unknown): value is Figure | QuantityInterval {
  if (value instanceof Figure) return true;
  if (typeof value !== "object" || value === null || !("interval" in value) || !("kind" in value) || !("unit" in value)) return false;
  return value.interval instanceof Interval && typeof value.kind === "string" && Object.hasOwn(KINDS, value.kind) && typeof value.unit === "string";
}

// The types keep the two apart; this is for untyped callers.
function refuseMeasured(name: string, value: unknown): void {
  if (Object.prototype.toString.call(value) !== "[object Measured]") return;
  throw new HeadgradeError(
    "wrong-kind",
    `${name} is a measured value, whose uncertainty promises no bounds: use uncertaintyOf or simulate for it, or give the figure as it was printed.`,
    { argument: name },
  );
}

function variableOf({ value, names }: Occurrence<Figure | QuantityInterval>, { repeats }: Proved): Variable {
  const name = names.join(" and ");
  if (names.length > 1 && !repeats) {
    throw new HeadgradeError(
      "unknown-option",
      `${name} are one figure, and it is not proved that the formula runs one way with both together: if two numbers were printed, give two figures.`,
      { arguments: names },
    );
  }
  const interval = value instanceof Figure ? physical(value) : value.interval;
  if (interval?.isBounded !== true) {
    throw new HeadgradeError(
      "out-of-range", `${name} is ${value instanceof Figure ? shown(value.text) : String(interval)}, which has no end on one side: a range needs both.`, { argument: name },
    );
  }
  const { measure, basis } = value instanceof Figure ? value.quantity : { measure: unitOf(value.kind, value.unit), basis: undefined };
  const role = value instanceof QuantityRange ? (value as QuantityRange<Kind, Role>).role : undefined;
  return { name, interval, value, quantityAt: (exact) => new Quantity<Kind, Role>(measure, exact, basis ?? measure.basis, role) };
}

// Nobody has less than no ore: what was printed as zero or more is not below zero. Money and its prices may be.
function physical({ interval, quantity: { exact, kind } }: Figure): Interval | undefined {
  return exact.sign < 0 || kind === "money" || kind === "price" ? interval : interval.intersect(Interval.nonNegative);
}

function run<A, R>(formula: (given: A) => R, given: A, corner: () => string): R {
  try {
    return formula(given);
  } catch (error) {
    if (!isHeadgradeError(error) || error.code === "wrong-kind") throw error;
    throw new HeadgradeError(
      error.code,
      `The printed figures allow what the formula refuses (${corner()}): ${error.message} What is left of the figures' intervals has no corner there to read its range from; give figures that keep clear of it.`,
      { ...error.facts, corner: corner() },
    );
  }
}

// The numbers among the fields of a result; all else about it must stay as it first was.
function numbersOf(fields: readonly Field[], first: readonly Field[]): readonly Ratio[] {
  if (fields.length !== first.length) throw unsteady("the result");
  return fields.flatMap(({ name, value }, at) => {
    const before = first[at]?.value;
    if (isQuantity(value)) {
      if (isQuantity(before) && before.measure.symbol === value.measure.symbol && before.kind === value.kind) return [value.exact];
      throw unsteady(name);
    }
    if (value instanceof Ratio) return [value];
    if (!Object.is(value, before) && (typeof value !== "object" || JSON.stringify(value) !== JSON.stringify(before))) throw unsteady(name);
    return [];
  });
}

function unsteady(name: string): HeadgradeError {
  return new HeadgradeError(
    "wrong-kind",
    `${name === "" ? "The result" : name} is not the same sort of value for all that the figures allow: a range is of quantities in one unit, or of Ratios.`,
    { field: name },
  );
}

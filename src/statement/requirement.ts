/** What guidance asks of the days that remain: the amount, the pace, and what one of throughput, grade and recovery would have to be. */
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Period } from "../period/period.ts";
import type { Kind } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { Mill } from "./mill.ts";
import type { Operand } from "./operand.ts";
import type { Told } from "./remaining.ts";
import { requirementBundle, requirementText } from "./required-text.ts";

/** A value on the printed numbers, and the interval that their rounding leaves it, in the unit of the value. @category Reconciliation */
export interface Reckoned<K extends Kind = "mass"> {
  readonly value: Quantity<K>;
  readonly interval: Interval;
}

/** What one end of the guidance asks of the days that remain. @category Reconciliation */
export interface Needed {
  /** Negative where more was produced already. */
  readonly amount: Reckoned;
  readonly perDay: Reckoned<"throughput">;
  /** What a whole period at that pace would come to. */
  readonly annualised: Reckoned;
  /** What the throughput would have to be, were grade and recovery as in {@link Requirement.like}; `undefined` where the report does not tell. */
  readonly throughput: Reckoned<"throughput"> | undefined;
  /** What the grade would have to be, were throughput and recovery as there. */
  readonly grade: Reckoned<"grade"> | undefined;
  /** What the recovery would have to be, were throughput and grade as there. */
  readonly recovery: Reckoned<"fraction"> | undefined;
}

/**
 * Where guidance stands.
 *
 * - `"open"`: days remain, and its lower end is not certain to be reached yet.
 * - `"reached"`: days remain, and its lower end is reached already, however the figures were rounded.
 * - `"exceeded"`: days remain, and its upper end is passed already.
 * - `"met"`: no days remain, and its lower end was reached, however the figures were rounded.
 * - `"missed"`: no days remain, and its lower end was not reached, however the figures were rounded.
 * - `"undecided"`: no days remain, and it hangs on rounding.
 *
 * @category Reconciliation
 */
export type GuidanceVerdict = "open" | "reached" | "exceeded" | "met" | "missed" | "undecided";

/** What a requirement is made from. @internal */
export interface Facts {
  readonly operation: string | undefined;
  readonly words: string;
  readonly guidance: string;
  readonly target: Interval;
  readonly whole: Period;
  readonly produced: Operand;
  readonly counted: readonly Told[];
  readonly remaining: readonly Period[];
  readonly like: { readonly label: string; readonly mill: Mill; readonly rate: Operand } | undefined;
  readonly units: { readonly amount: Unit; readonly throughput: Unit; readonly grade: Unit; readonly recovery: Unit };
  readonly notes: readonly string[];
}

/**
 * What the days that remain must produce. {@link required} makes it.
 *
 * @category Reconciliation
 */
export class Requirement {
  /** What the guidance is of, as `"Pd produced, 2002"`. */
  readonly name: string;
  readonly operation: string | undefined;
  /** The guidance as it was given. */
  readonly guidance: string;
  readonly verdict: GuidanceVerdict;
  /** What was produced in the periods counted. */
  readonly produced: Reckoned;
  /** The periods counted, in order of time. */
  readonly counted: readonly string[];
  /** The stretches that remain. */
  readonly remaining: readonly Period[];
  /** The days that remain. */
  readonly days: number;
  /** What has to be produced at least; `undefined` where the guidance has no lower end, or no days remain. */
  readonly least: Needed | undefined;
  /** What can be produced at most; `undefined` where the guidance has no upper end, or no days remain. */
  readonly most: Needed | undefined;
  /** The period whose throughput, grade and recovery were taken for those that stay as they are: the last one counted. */
  readonly like: string | undefined;
  readonly notes: readonly string[];

  /** @internal */
  constructor(facts: Facts) {
    const { operation, words, guidance, target, whole, produced, counted, remaining, like, units, notes } = facts;
    this.name = `${words}, ${whole.label}`;
    this.operation = operation;
    this.guidance = guidance;
    this.produced = told(produced, units.amount);
    this.counted = Object.freeze(counted.map(({ label }) => label));
    this.remaining = Object.freeze(remaining);
    this.days = remaining.reduce((sum, { days }) => sum + days, 0);
    this.like = like?.label;
    this.least = target.low === undefined || this.days === 0 ? undefined : neededFor(target.low, facts, this.days);
    this.most = target.high === undefined || this.days === 0 ? undefined : neededFor(target.high, facts, this.days);
    this.verdict = verdictOf(target, produced.interval, this.days);
    this.notes = Object.freeze(notes);
    Object.freeze(this);
  }

  /** A page for a terminal of 80 columns. */
  toString(): string {
    return requirementText(this);
  }

  toJSON(): Record<string, unknown> {
    const { name, operation, guidance, verdict, produced, counted, remaining, days, least, most, like, notes } = this;
    return { name, operation, guidance, verdict, produced, counted, remaining, days, least, most, like, notes };
  }

  get [Symbol.toStringTag](): string {
    return "Requirement";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return requirementBundle(this);
  }
}

function neededFor(end: Ratio, { produced, whole, like, units }: Facts, days: number): Needed {
  const amount: Operand = { value: end.minus(produced.value), interval: Interval.point(end).minus(produced.interval) };
  const perDay = scaled(amount, Ratio.of(days).reciprocal());
  const without = (...others: readonly Operand[]): Operand | undefined => {
    if (amount.value.sign <= 0 || others.some(({ value }) => value.isZero)) return undefined;
    const [first, ...more] = others as [Operand, ...Operand[]];
    const divisor = more.reduce(({ value, interval }, one) => ({ value: value.times(one.value), interval: interval.times(one.interval) }), first);
    return { value: perDay.value.dividedBy(divisor.value), interval: perDay.interval.dividedBy(divisor.interval) ?? Interval.all };
  };
  const as = <K extends Kind>(operand: Operand | undefined, unit: Unit): Reckoned<K> | undefined => (operand && told<K>(operand, unit));
  return {
    amount: told(amount, units.amount), perDay: told<"throughput">(perDay, unitOf("throughput", `${units.amount.symbol}/d`)),
    annualised: told(scaled(perDay, Ratio.of(whole.days)), units.amount),
    throughput: like && as<"throughput">(without(like.mill.grade, like.mill.recovery), units.throughput),
    grade: like && as<"grade">(without(like.rate, like.mill.recovery), units.grade),
    recovery: like && as<"fraction">(without(like.rate, like.mill.grade), units.recovery),
  };
}

function scaled({ value, interval }: Operand, factor: Ratio): Operand {
  return { value: value.times(factor), interval: interval.scaledBy(factor) };
}

function told<K extends Kind = "mass">({ value, interval }: Operand, unit: Unit): Reckoned<K> {
  const factor = unit.factor.reciprocal();
  return Object.freeze({ value: new Quantity<K>(unit, value.times(factor), unit.basis, undefined), interval: interval.scaledBy(factor) });
}

function verdictOf(target: Interval, produced: Interval, days: number): GuidanceVerdict {
  if (days === 0) return target.encloses(produced) ? "met" : target.intersect(produced) === undefined ? "missed" : "undecided";
  // What is produced adds to it and never takes away.
  const atLeast = Interval.between({ low: produced.low, lowOpen: !produced.lowClosed });
  if (atLeast.intersect(target) === undefined) return "exceeded";
  const upward = Interval.between({ low: target.low, lowOpen: !target.lowClosed });
  return target.low !== undefined && upward.encloses(atLeast) ? "reached" : "open";
}

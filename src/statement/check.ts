/** One check of a report: a printed figure against what other printed figures make of it, with the verdict and the reason in words. */
import type { Figure } from "../figure/figure.ts";
import { bundle, textBundle } from "../markup/bundle.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { quantityInBase, type Quantity } from "../quantity/quantity.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Unit } from "../quantity/spelling.ts";
import { figuresIn, missingIn, rangeOf, textOf, valueOf, type Expression } from "./expression.ts";
import { Implied, powerOf } from "./implied.ts";
import { pictureOf } from "./report-pictures.ts";
import { areOperatingDays, FIGURE_READINGS, isPayability, rereadInterval, type FigureReading } from "./rereading.ts";
import type { PlacedFigure } from "./figures.ts";
import { VERDICT_SYMBOLS } from "./verdict-mark.ts";

/**
 * What a check came to, by itself.
 *
 * - `"agrees"`: recomputed from the printed values and rounded as printed, the very digits come out.
 * - `"within rounding"`: they do not, but the rounding of the printed figures accounts for the difference.
 * - `"within tolerance"`: rounding does not, but a tolerance that was declared does.
 * - `"contradicts"`: nothing accounts for it.
 * - `"not checkable"`: a figure that it needs was not printed.
 *
 * @category Reconciliation
 */
export type CheckVerdict = "agrees" | "within rounding" | "within tolerance" | "contradicts" | "not checkable";

/**
 * What a check compares: a rate with an amount and days, metal with ore, grade and recovery, another ratio with its two amounts, a whole with the sum of
 * its parts, a whole's ratio with the weighted ratios of its parts, an equivalent with its metals, a stock with what came and went, a printed change with
 * the two values, or two prints of one fact.
 *
 * @category Reconciliation
 */
export type CheckKind = "throughput" | "metal" | "ratio" | "sum" | "weighted mean" | "equivalent" | "stock" | "change" | "same fact";

/** What a check is about. @internal */
export interface CheckPlan {
  readonly kind: CheckKind;
  readonly name: string;
  /** The address of the figure checked. */
  readonly address: string;
  readonly unit: Unit;
  readonly focus: PlacedFigure | undefined;
  readonly expression: Expression;
  readonly bases: readonly string[];
  /** What the figure may be on another basis, with that basis. */
  readonly otherwise: readonly { readonly reading: string; readonly expression: Expression }[];
}

/**
 * One check: a printed figure, what the others imply for it, and the verdict.
 *
 * @category Reconciliation
 */
export class Check {
  readonly kind: CheckKind;
  /** What is checked, as `"2002-Q4 Pd produced"`. */
  readonly name: string;
  /** The address of the figure that is checked. */
  readonly address: string;
  readonly verdict: CheckVerdict;
  /** The figure as printed, if it was. */
  readonly printed: Figure | undefined;
  /** What the other printed figures, with their rounding, imply for it; `undefined` where one of them was not printed. */
  readonly implied: Implied | undefined;
  /** The value that the printed numbers themselves give. */
  readonly recomputed: Quantity<Kind, Role> | undefined;
  /** Printed less recomputed. */
  readonly residual: Quantity<Kind, Role> | undefined;
  /** Half the width of {@link Check.implied} against its middle: a check of small power would see a small slip; one of 6 % says little. */
  readonly power: Quantity<"fraction"> | undefined;
  /** Whether printed and implied meet in one single point, a tie that must have been rounded just so. */
  readonly onlyAtATie: boolean;
  /**
   * Of a check that contradicts as read: what would make it hold, such as `"the figures were truncated"` or `"rates are per operating day"`. Where this says
   * something, a misprint is not the only explanation.
   */
  readonly holdsIf: readonly string[];
  /** What the check takes for granted: `"calendar days"`, ... */
  readonly bases: readonly string[];
  /** The addresses of the printed figures that it rests on. */
  readonly figures: readonly string[];
  /** The addresses that it would need and that were not printed. */
  readonly missing: readonly string[];
  readonly #plan: CheckPlan;
  readonly #impliedAt: (address: string) => Implied | undefined;

  /** @internal */
  constructor(plan: CheckPlan, impliedAt: (address: string) => Implied | undefined) {
    const { focus, expression, unit } = plan;
    const range = rangeOf(expression, ({ printed }) => printed);
    const recomputed = valueOf(expression);
    this.#plan = plan;
    this.#impliedAt = impliedAt;
    this.kind = plan.kind;
    this.name = plan.name;
    this.address = plan.address;
    this.bases = plan.bases;
    this.figures = [...(focus === undefined ? [] : [focus.address]), ...figuresIn(expression).map(({ address }) => address)];
    this.missing = [...(focus === undefined ? [plan.address] : []), ...missingIn(expression)];
    this.printed = focus?.figure;
    this.implied = range === undefined ? undefined : new Implied(plan.address, range, unit, focus?.figure);
    this.recomputed = recomputed === undefined ? undefined : quantityInBase(recomputed, unit);
    this.residual = focus === undefined || recomputed === undefined ? undefined : quantityInBase(focus.figure.quantity.inBase.minus(recomputed), unit);
    this.power = this.implied === undefined ? undefined : powerOf(this.implied.interval);
    const meeting = focus === undefined ? undefined : range?.intersect(focus.printed);
    this.verdict = focus === undefined || range === undefined ? "not checkable" : verdictOf(focus, meeting, recomputed, plan);
    this.onlyAtATie = meeting?.isPoint === true && range?.isPoint === false && focus?.printed.isPoint === false;
    this.holdsIf = this.verdict === "contradicts" && focus !== undefined ? readingsThatHold(plan, focus) : [];
    Object.freeze(this);
  }

  /** What the report as a whole implies for the figures that were not printed. */
  get missingImplied(): readonly Implied[] {
    return this.missing.flatMap((address) => this.#impliedAt(address) ?? []);
  }

  /** The true values that the printed figure leaves, and those that its tolerance allows besides, in the unit of {@link Check.implied}. @internal */
  get leaves(): { readonly printed: Interval; readonly allowed: Interval } | undefined {
    const { focus, unit } = this.#plan;
    const perUnit = unit.factor.reciprocal();
    return focus === undefined ? undefined : { printed: focus.printed.scaledBy(perUnit), allowed: focus.allowed.scaledBy(perUnit) };
  }

  /** The verdict with its reason, in a sentence. */
  get sentence(): string {
    const { focus, expression, unit } = this.#plan;
    if (this.implied === undefined || focus === undefined) return `${this.name}: not checkable, since ${this.#missingText()}.`;
    const formula = textOf(expression);
    const range = rangeText(this.implied.interval, unit.symbol);
    const printed = focus.figure.text;
    if (this.kind === "same fact") return `${this.name}: ${SAME_FACT[this.verdict](formula, printed)}${this.#holdsText("")}.`;
    switch (this.verdict) {
      case "agrees": return `${this.name}: ${formula} gives ${this.recomputed?.toString() ?? range}, which prints as ${printed}.`;
      case "within rounding": return `${this.name}: ${formula} can be ${range}, and the printed ${printed} lies within rounding${this.onlyAtATie ? ", but only at a tie" : ""}.`;
      case "within tolerance": return `${this.name}: ${formula} can be ${range}; the printed ${printed} lies outside, but within the tolerance declared.`;
      default: return `${this.name}: ${formula} can only be ${range}, and never the printed ${printed}${this.#holdsText(" as read")}.`;
    }
  }

  #holdsText(before: string): string {
    return this.holdsIf.length === 0 ? "" : `${before}; it holds if ${this.holdsIf.join(", or if ")}`;
  }

  toString(): string {
    return this.sentence;
  }

  #missingText(): string {
    const [first, second, ...more] = this.missing;
    if (second !== undefined) return `${String(first)}${more.length === 0 ? " and " : ", "}${second}${more.length === 0 ? "" : ` and ${String(more.length)} more`} were not printed`;
    const [implied] = this.missingImplied;
    return `${String(first)} was not printed${implied === undefined ? "" : `; the report as a whole leaves it ${implied.toString()}`}`;
  }

  toJSON(): Record<string, unknown> {
    const {
      kind, name, address, verdict, printed, implied, recomputed, residual, power, onlyAtATie, holdsIf,
      bases, figures, missing, missingImplied, sentence,
    } = this;
    return {
      kind, name, address, verdict, printed, implied, recomputed, residual, power, onlyAtATie, holdsIf,
      bases, figures, missing, missingImplied, sentence,
    };
  }

  get [Symbol.toStringTag](): string {
    return "Check";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `${this.verdict}: ${this.sentence}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const plain = this[NODE_INSPECT]();
    const told = `${VERDICT_SYMBOLS[this.verdict]} ${plain}`;
    return this.implied === undefined || this.printed === undefined ? textBundle(plain, told) : bundle(plain, [told, pictureOf(this)]);
  }
}

// What the first print and a later one have to do with each other.
const SAME_FACT: Readonly<Record<CheckVerdict, (first: string, later: string) => string>> = {
  "agrees": (first, later) => `${first} prints as ${later}`,
  "within rounding": (first, later) => `some value prints as ${first} and as ${later}`,
  "within tolerance": (first, later) => `${first} and ${later} agree within the tolerance declared, and not by rounding alone`,
  "contradicts": (first, later) => `no value prints as ${first} and as ${later}`,
  "not checkable": (first, later) => `${first} and ${later} were not both printed`,
};

// `meeting` is where what is printed and what is implied overlap, by rounding alone.
function verdictOf(focus: PlacedFigure, meeting: Interval | undefined, recomputed: Ratio | undefined, { unit, expression }: CheckPlan): CheckVerdict {
  if (meeting !== undefined) return recomputed !== undefined && focus.figure.prints(quantityInBase(recomputed, unit)) ? "agrees" : "within rounding";
  return rangeOf(expression, ({ allowed }) => allowed)?.intersect(focus.allowed) === undefined ? "contradicts" : "within tolerance";
}

// Other readings under which a check that contradicts holds, the likeliest first.
function readingsThatHold(plan: CheckPlan, focus: PlacedFigure): string[] {
  const { expression } = plan;
  const meets = (reading: FigureReading): boolean => (
    rangeOf(expression, (figure) => rereadInterval(figure, reading))?.intersect(rereadInterval(focus, reading)) !== undefined);
  const holding: string[] = FIGURE_READINGS.filter(meets);
  const range = rangeOf(expression, ({ allowed }) => allowed);
  if (plan.kind === "throughput" && expression.type === "quotient" && expression.under.type === "days") {
    const amount = rangeOf(expression.over, ({ allowed }) => allowed);
    const days = amount?.dividedBy(focus.allowed);
    if (areOperatingDays(days, expression.under.days)) holding.unshift(`the rate is per operating day, ${rangeText(days, "d")} of the ${String(expression.under.days)}`);
  }
  for (const { reading, expression: other } of plan.otherwise) {
    if (rangeOf(other, ({ allowed }) => allowed)?.intersect(focus.allowed) !== undefined) holding.unshift(reading);
  }
  // What was recovered per tonne leaves nothing that a buyer could keep back.
  if (plan.kind === "metal" && focus.place.item === "produced" && range !== undefined && figuresIn(expression).some(({ place }) => place.item === "recovery")) {
    const share = focus.allowed.dividedBy(range);
    if (isPayability(share)) holding.unshift(`what was printed is payable metal, ${rangeText(share.scaledBy(100), "%")} of that produced`);
  }
  return holding;
}

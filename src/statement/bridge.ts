/** Why metal changed from one period to the next: how much of it is due to ore, mix, grade and recovery, and how much these leave unexplained. */
import { HeadgradeError, shown } from "../error.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { PeriodInput } from "../period/period.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { Unit } from "../quantity/spelling.ts";
import { bridgeBundle, bridgeText } from "./bridge-text.ts";
import { effectsOf, metalOf, type RawEffect } from "./effect.ts";
import { changesOf, dailyOf, onlyMetal, producedAt, requireArea, unitOfMetal, type End } from "./ends.ts";
import { Operands } from "./operand.ts";
import type { Report } from "./report.ts";
import type { Substance } from "./substance.ts";

/**
 * How much of a change is due to one thing.
 *
 * @category Reconciliation
 */
export interface BridgeEffect {
  /**
   * `"ore"`, and of it `"days"` and `"rate"`; `"mix"`, the shares of the areas in the ore; `"grade"`; `"recovery"`. `"together"` is the sum of these,
   * `"unexplained"` what is left of the `"printed"` change.
   */
  readonly name: "ore" | "days" | "rate" | "mix" | "grade" | "recovery" | "together" | "unexplained" | "printed";
  /** Exact, on the printed numbers. */
  readonly value: Quantity<"mass">;
  /**
   * Where it lies, whatever the figures were before they were rounded, in {@link Bridge.unit}: as far as it can reach without areas, and no less with them.
   */
  readonly interval: Interval;
  /** What it is made of, if anything. */
  readonly parts: readonly BridgeEffect[];
  /** What each area adds to it; empty where there are none. */
  readonly areas: Readonly<Record<string, { readonly value: Quantity<"mass">; readonly interval: Interval }>>;
}

/** What to bridge. @category Reconciliation */
export interface BridgeOptions {
  /** The metal; needed where the report has figures for several. */
  readonly metal?: Substance;
  /** One area, instead of the whole operation. */
  readonly area?: string;
  /** The areas whose mix counts; those that make up the whole unless said otherwise, and none for `[]`. */
  readonly areas?: readonly string[];
}

/** Everything that a bridge is made from. @internal */
interface Bridged {
  readonly from: string;
  readonly to: string;
  readonly metal: string;
  readonly operation: string | undefined;
  readonly area: string | undefined;
  readonly areas: readonly string[];
  readonly unit: Unit;
  readonly effects: readonly RawEffect[];
  readonly together: Moved;
  readonly printed: Moved | undefined;
  readonly notes: readonly string[];
}

interface Moved {
  readonly value: Ratio;
  readonly interval: Interval;
}

/**
 * The change in produced metal between two periods, in parts that add up exactly. {@link bridge} makes it.
 *
 * @category Reconciliation
 */
export class Bridge {
  /** What it goes from: a period, or `"plan"`. */
  readonly from: string;
  readonly to: string;
  readonly metal: string;
  readonly operation: string | undefined;
  readonly area: string | undefined;
  /** The unit of every effect. */
  readonly unit: string;
  /** The effects, in the order ore, mix, grade, recovery. */
  readonly effects: readonly BridgeEffect[];
  /** Their sum: what ore x grade x recovery changed by. */
  readonly together: BridgeEffect;
  /** What produced metal changed by, as it was printed; `undefined` where it was not. */
  readonly printed: BridgeEffect | undefined;
  /** The printed change less the sum of the effects. */
  readonly unexplained: BridgeEffect | undefined;
  /** What has to be said of the figures: those that were not printed, and those of which two differ. */
  readonly notes: readonly string[];

  /** @internal */
  constructor({ from, to, metal, operation, area, areas, unit, effects, together, printed, notes }: Bridged) {
    const told = ({ value, interval }: Moved): { readonly value: Quantity<"mass">; readonly interval: Interval } => ({
      value: new Quantity<"mass">(unit, value.dividedBy(unit.factor), undefined, undefined), interval: interval.scaledBy(unit.factor.reciprocal()),
    });
    const line = (name: BridgeEffect["name"], moved: Moved, { parts, byArea }: Pick<RawEffect, "parts" | "byArea"> = PLAIN): BridgeEffect => Object.freeze({
      name, ...told(moved), parts: Object.freeze(parts.map((part) => line(part.name, part, part))),
      areas: Object.freeze(Object.fromEntries(byArea.map((each, place) => [areas[place] ?? "", told(each)]))),
    });
    this.from = from;
    this.to = to;
    this.metal = metal;
    this.operation = operation;
    this.area = area;
    this.unit = unit.symbol;
    this.effects = Object.freeze(effects.map((effect) => line(effect.name, effect, effect)));
    this.together = line("together", together);
    this.printed = printed === undefined ? undefined : line("printed", printed);
    this.unexplained = printed === undefined
      ? undefined
      : line("unexplained", { value: printed.value.minus(together.value), interval: printed.interval.minus(together.interval) });
    this.notes = Object.freeze(notes);
    Object.freeze(this);
  }

  /**
   * One effect by its name: one of {@link Bridge.effects}, `"days"` or `"rate"`, `"together"`, `"printed"` or `"unexplained"`; `undefined` where this
   * bridge has none of that name.
   */
  effect(name: BridgeEffect["name"]): BridgeEffect | undefined {
    const all = [...this.effects, ...this.effects.flatMap(({ parts }) => parts), this.together, this.printed, this.unexplained];
    return all.find((effect) => effect?.name === name);
  }

  /** Whether the rounding of the figures can account for all that is unexplained; `undefined` where the change was not printed. */
  get isWithinRounding(): boolean | undefined {
    return this.unexplained?.interval.contains(Ratio.zero);
  }

  /** A table for a terminal of 80 columns. */
  toString(): string {
    return bridgeText(this);
  }

  toJSON(): Record<string, unknown> {
    const { operation, area, metal, from, to, unit, effects, together, printed, unexplained, isWithinRounding, notes } = this;
    return { operation, area, metal, from, to, unit, effects, together, printed, unexplained, isWithinRounding, notes };
  }

  get [Symbol.toStringTag](): string {
    return "Bridge";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return bridgeBundle(this);
  }
}

const PLAIN: Pick<RawEffect, "parts" | "byArea"> = { parts: [], byArea: [] };

/**
 * Splits the change in produced metal between two periods exactly into what ore, grade and recovery did, and over areas what their mix did.
 *
 * Each effect is the Shapley mean: what changes when one factor takes its new value, averaged over all orders in which the factors can do so. So the
 * effects add up to the change of ore x grade x recovery, and no order is preferred. The effect of ore is shared out once more in the same way: between days
 * and rate where a throughput was printed, and between tonnes in all and the mix where there are areas. What the printed change leaves beyond the effects is
 * shown as unexplained: rounding, inventory, or an error.
 *
 * Figures are taken as printed; where one was not, the middle of what the report leaves it is taken, and a note says so. An area that milled nothing in one
 * period is taken at the grade and recovery of the other. The interval of an effect is what the rounding of these figures leaves it.
 *
 * @param report - the report of both periods; or two reports of one period, the plan and the actual.
 * @throws {@link HeadgradeError} `unknown-address` for a period, area or metal that the report does not have, and for figures that were neither printed nor
 * implied, which it names; `unknown-item` where several metals could be meant; `malformed-period`; `unknown-option`.
 * @source L. S. Shapley, A Value for n-Person Games, 1953; G. Owen, Values of Games with a Priori Unions, 1977 (for the parts of ore).
 * @example Lac des Iles, from the third to the fourth quarter of 2002
 * ```ts
 * import { bridge, reconcile } from "headgrade";
 *
 * const report = reconcile({
 *   periods: {
 *     "2002-Q3": { ore: "1,210,799 t", Pd: { grade: "1.83 g/t", recovery: "71.9%", produced: "51,168 oz" } },
 *     "2002-Q4": { ore: "1,165,388 t", Pd: { grade: "1.88 g/t", recovery: "74.0%", produced: "52,067 oz" } },
 *   },
 * });
 * const change = bridge(report, "2002-Q3", "2002-Q4");
 * change.effects.map(({ name, value }) => `${name} ${value.format({ places: 4 })}`)
 * // => ["ore -1,975.8293 oz", "grade 1,393.1477 oz", "recovery 1,487.8790 oz"]
 * change.together.value.format({ places: 4 }) // => "905.1974 oz"
 * change.unexplained?.value.format({ places: 4 }) // => "-6.1974 oz"
 * change.isWithinRounding // => true
 * ```
 * @category Reconciliation
 */
export function bridge(report: Report, from: PeriodInput, to: PeriodInput, options?: BridgeOptions): Bridge;
export function bridge(reports: { readonly plan: Report; readonly actual: Report }, period: PeriodInput, options?: BridgeOptions): Bridge;
export function bridge(
  given: Report | { readonly plan: Report; readonly actual: Report }, first: PeriodInput, second?: PeriodInput | BridgeOptions, third?: BridgeOptions,
): Bridge {
  if ("plan" in given) {
    const [plan, actual] = [new Operands(given.plan), new Operands(given.actual)];
    return between(
      { operands: plan, period: plan.label(first), name: `${plan.label(first)} plan` }, { operands: actual, period: actual.label(first), name: "actual" },
      second as BridgeOptions | undefined,
    );
  }
  const operands = new Operands(given);
  const [from, to] = [operands.label(first), operands.label(second as PeriodInput)];
  return between({ operands, period: from, name: from }, { operands, period: to, name: to }, third);
}

function between(from: End, to: End, options: BridgeOptions = {}): Bridge {
  const { area } = requireOptions(options);
  requireArea(area, from, to);
  const metal = options.metal ?? onlyMetal(area, from, to);
  const { areas, changes, notes } = changesOf(area, options.areas, metal, from, to);
  const [before, after] = [producedAt(from, area, areas, metal), producedAt(to, area, areas, metal)];
  const printed = before === undefined || after === undefined
    ? undefined
    : { value: after.value.minus(before.value), interval: after.interval.minus(before.interval) };
  const [old, now] = [metalOf(changes, "from"), metalOf(changes, "to")];
  return new Bridge({
    from: from.name, to: to.name, metal, operation: to.operands.report.operation, area, areas,
    unit: unitOfMetal(to, area, areas, metal),
    effects: effectsOf(changes, dailyOf(area, from, to, changes)),
    together: { value: now.value.minus(old.value), interval: now.interval.minus(old.interval) },
    printed, notes: [...new Set(notes)],
  });
}

const OPTIONS = ["metal", "area", "areas"];

function requireOptions(options: BridgeOptions): BridgeOptions {
  for (const key of Object.keys(options)) {
    if (!OPTIONS.includes(key)) throw new HeadgradeError("unknown-option", `Unknown option ${shown(key)} of a bridge: use one of ${OPTIONS.join(", ")}.`, { option: key });
  }
  return options;
}

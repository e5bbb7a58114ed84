/** What the days that remain of a period must produce, so that its guidance is met: the figures that a report has for it. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { PeriodInput } from "../period/period.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import { readGuidance } from "./guidance.ts";
import { millOf } from "./mill.ts";
import { Operands, placeOf, type Operand } from "./operand.ts";
import { covering, type Told } from "./remaining.ts";
import type { Report } from "./report.ts";
import { Requirement, type Facts } from "./requirement.ts";
import type { Substance } from "./substance.ts";
import { isItem, ITEMS, type Item } from "./vocabulary.ts";

/** Which guidance, of what. @category Reconciliation */
export interface RequiredOptions {
  /** As it was given: `"195,000 to 205,000 oz"`, `"over 200,000 oz"`. The ends of a range count as they stand. */
  readonly guidance: string;
  /** The period that the guidance is for. */
  readonly period: PeriodInput;
  /** The metal; needed where the report has figures for several. */
  readonly metal?: Substance;
  readonly area?: string;
  /** Any item that is a mass and adds over periods; `"produced"` unless said otherwise. */
  readonly item?: Item;
}

/**
 * What the periods that remain must produce, so that guidance is met: in all, per day, and as throughput, grade or recovery if the other two stay as they were.
 *
 * The report's periods within the guided one are counted, those that cover the most days; what they leave uncovered remains. Each result is exact on the
 * printed numbers, with the interval that their rounding leaves it: less than the low end of {@link Needed.amount} cannot reach the guidance, and its high
 * end does so however the figures were rounded. That the future will be like the last period is nobody's claim: throughput, grade and recovery are told one
 * at a time, as a measure of the amount.
 *
 * @throws {@link HeadgradeError} `unknown-address` for a report that tells nothing of the item within the period; `unknown-item` where several metals could be
 * meant, or for an item that is none; `wrong-kind` for an item that is no mass or does not add; `empty-interval` for a range the wrong way round;
 * `malformed-figure`, `unknown-unit` and the like for the guidance; `malformed-period`.
 * @example Palladium at Lac des Iles after three quarters of 2002
 * ```ts
 * import { reconcile, required } from "headgrade";
 *
 * const report = reconcile({
 *   periods: {
 *     "2002-Q1": { Pd: { produced: "53,922 oz" } },
 *     "2002-Q2": { Pd: { produced: "62,168 oz" } },
 *     "2002-Q3": { ore: "1,210,799 t", Pd: { grade: "1.83 g/t", recovery: "71.9%", produced: "51,168 oz" } },
 *   },
 * });
 * const year = required(report, { guidance: "over 220,000 oz", period: "2002" });
 * year.days // => 92
 * String(year.least?.amount.value) // => "52,742 oz"
 * String(year.least?.amount.interval) // => "[52740.5, 52743.5]"
 * year.least?.grade?.value.format({ places: 2 }) // => "1.88 g/t"
 * ```
 * @category Reconciliation
 */
export function required(report: Report, options: RequiredOptions): Requirement {
  const { guidance, area } = options;
  const { item, kind } = itemOf(options.item ?? "produced");
  const operands = new Operands(report);
  const whole = report.periodCalled(options.period);
  const metal = ITEMS[item].of === "ore" ? undefined : options.metal ?? onlyMetal(operands, area, item);
  const address = (label: string): string => `${placeOf(area, label)}.${metal === undefined ? "" : `${metal}.`}${item}`;
  const { interval: target, unit } = readGuidance(kind, guidance);
  const known = new Map([...operands.labels].flatMap((label): [string, Operand][] => {
    const operand = operands.at(address(label));
    return operand === undefined ? [] : [[label, operand]];
  }));
  const candidates = [...known].map(([label, { note }]): Told => ({ label, period: report.periodCalled(label), isPrinted: note === undefined }));
  const { counted, remaining } = covering(whole, candidates);
  if (counted.length === 0) {
    throw new HeadgradeError(
      "unknown-address", `This report tells nothing of ${address(whole.label)} or of any period in it: print some part of it first.`, { address: address(whole.label) },
    );
  }
  const all = counted.map(({ label }) => known.get(label) as Operand);
  const like = likeOf(operands, area, metal, item, counted);
  const amount = unitOf("mass", unit);
  const unitAt = (path: string, otherwise: Unit): Unit => (operands.has(path) ? operands.unitAt(path) : otherwise);
  const place = placeOf(area, like?.label ?? "");
  const produced = all.reduce((sum, one) => ({ value: sum.value.plus(one.value), interval: sum.interval.plus(one.interval) }));
  const words = [area, metal, ITEMS[item].words].filter((word) => word !== undefined).join(" ");
  return new Requirement({
    operation: report.operation, words, guidance, target, whole, produced, counted, remaining, like,
    units: {
      amount, throughput: unitAt(`${place}.throughput`, unitOf("throughput", "t/d")), grade: unitAt(`${place}.${metal ?? ""}.grade`, unitOf("grade", "g/t")),
      recovery: unitAt(`${place}.${metal ?? ""}.recovery`, unitOf("fraction", "%")),
    },
    notes: [...all.flatMap(({ note }) => note ?? []), ...like?.mill.notes ?? []],
  });
}

function itemOf(name: string): { readonly item: Item; readonly kind: "mass" } {
  if (!isItem(name)) throw new HeadgradeError("unknown-item", `Unknown item ${shown(name)}: guidance is of "produced", "ore" or another amount.`, { given: name });
  const { kind, adds, words } = ITEMS[name];
  if (kind === "mass" && adds) return { item: name, kind };
  throw new HeadgradeError(
    "wrong-kind", `${words} is no mass that adds over periods, so nothing of it remains to be produced: name an item such as "produced".`, { item: name },
  );
}

function onlyMetal(operands: Operands, area: string | undefined, item: Item): string {
  const metals = new Set([...operands.labels].flatMap((label) => {
    const place = placeOf(area, label);
    return operands.metalsAt([place]).filter((metal) => operands.printed(`${place}.${metal}.${item}`) !== undefined);
  }));
  const [only, ...more] = metals;
  if (only !== undefined && more.length === 0) return only;
  if (only === undefined) throw new HeadgradeError("unknown-address", `This report prints no metal ${ITEMS[item].words}: name the metal, or another item.`, { item });
  throw new HeadgradeError("unknown-item", `The guidance can be for several metals: name one of ${[...metals].join(", ")}, as { metal: "${only}" }.`, { metals: [...metals] });
}

// The last period counted whose mill is known; its rate is per calendar day where no throughput was printed.
function likeOf(operands: Operands, area: string | undefined, metal: string | undefined, item: Item, counted: readonly Told[]): Facts["like"] {
  if (metal === undefined || item !== "produced") return undefined;
  for (const { label, period } of [...counted].reverse()) {
    const mill = millOf(operands, { area, period: label, metal });
    if ("missing" in mill) continue;
    const { value, interval } = mill.ore;
    const perDay = Ratio.of(period.days).reciprocal();
    return { label, mill, rate: mill.daily?.rate ?? { value: value.times(perDay), interval: interval.scaledBy(perDay) } };
  }
  return undefined;
}

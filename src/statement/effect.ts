/**
 * The effects of ore, mix, grade and recovery on a change in metal. Metal is the sum over areas of ore x grade x recovery; where there are several areas, the
 * ore of each is the ore of all x its share, and the ore of all is days x rate where a rate was printed. Every effect is a Shapley mean, that of ore shared
 * out once more among its own factors, so that grade and recovery come out the same however the ore is told.
 */
import { meanOfOthers, INTERVALS, RATIOS, type Arithmetic, type Change } from "../formula/shapley.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { Mill } from "./mill.ts";
import type { Operand } from "./operand.ts";

/** What changes between two periods. @internal */
type EffectName = "ore" | "days" | "rate" | "mix" | "grade" | "recovery";

/** An effect in grams: on the printed numbers, and as rounding leaves it. @internal */
export interface RawEffect {
  readonly name: EffectName;
  readonly value: Ratio;
  readonly interval: Interval;
  /** What it is made of: ore of days and rate. */
  readonly parts: readonly RawEffect[];
  /** What each area adds to it, in the order of the areas; nothing where there are none. */
  readonly byArea: readonly { readonly value: Ratio; readonly interval: Interval }[];
}

/** An area before and after. @internal */
export interface MillChange {
  readonly from: Mill;
  readonly to: Mill;
}

type Daily = NonNullable<Mill["daily"]>;

/** Days and rate before and after. @internal */
export interface DailyChange {
  readonly from: Daily;
  readonly to: Daily;
}

/** @internal */
export function effectsOf(areas: readonly MillChange[], daily: DailyChange | undefined): readonly RawEffect[] {
  const told = <T>(take: (operand: Operand) => T, by: Reckoning<T>): readonly Told<T>[] =>
    reckon(areas.map((area) => factorsOf(area, take)), daily === undefined ? undefined : dailyFactorsOf(daily, take), by);
  const intervals = told(({ interval }) => interval, ENCLOSING);
  return told(({ value }) => value, EXACT).map((value, place) => joined(value, intervals[place] as Told<Interval>));
}

/** The metal that ore, grade and recovery make over all areas, before or after. @internal */
export function metalOf(areas: readonly MillChange[], end: "from" | "to"): { readonly value: Ratio; readonly interval: Interval } {
  const product = <T>({ ore, grade, recovery }: Mill, take: (operand: Operand) => T, { times }: Arithmetic<T>): T =>
    times(times(take(ore), take(grade)), take(recovery));
  return {
    value: areas.map((area) => product(area[end], ({ value }) => value, RATIOS)).reduce((sum, one) => sum.plus(one), Ratio.zero),
    interval: areas.map((area) => product(area[end], ({ interval }) => interval, INTERVALS)).reduce((sum, one) => sum.plus(one), Interval.point(0)),
  };
}

interface Told<T> {
  readonly name: EffectName;
  readonly effect: T;
  readonly parts: readonly Told<T>[];
  readonly byArea: readonly T[];
}

function joined(value: Told<Ratio>, interval: Told<Interval>): RawEffect {
  return {
    name: value.name, value: value.effect, interval: interval.effect,
    parts: value.parts.map((part, place) => joined(part, interval.parts[place] as Told<Interval>)),
    byArea: value.byArea.map((effect, place) => ({ value: effect, interval: interval.byArea[place] as Interval })),
  };
}

/** What the reckoning needs besides sums and products. */
interface Reckoning<T> extends Arithmetic<T> {
  readonly minus: (a: T, b: T) => T;
  /** The share of each in the sum of all. */
  readonly shares: (all: readonly T[]) => readonly T[];
}

const EXACT: Reckoning<Ratio> = {
  ...RATIOS, minus: (a, b) => a.minus(b),
  shares: (all) => {
    const total = all.reduce((sum, one) => sum.plus(one), Ratio.zero);
    return all.map((one) => one.dividedBy(total));
  },
};

const ENCLOSING: Reckoning<Interval> = {
  ...INTERVALS, minus: (a, b) => a.minus(b),
  shares: (all) => all.map((one, place) => shareOf(one, all.filter((_, other) => other !== place).reduce((sum, other) => sum.plus(other), Interval.point(0)))),
};

// A share grows with its own part and falls with the others, so its ends come from opposite ones.
function shareOf(own: Interval, others: Interval): Interval {
  const share = (part: Ratio | undefined, rest: Ratio | undefined, otherwise: Ratio): Ratio => {
    if (part === undefined || rest === undefined) return otherwise;
    const total = part.plus(rest);
    return total.sign > 0 ? part.dividedBy(total) : otherwise;
  };
  return Interval.between({ low: share(own.low, others.high, Ratio.zero), high: share(own.high, others.low, Ratio.one) });
}

interface Factors<T> {
  readonly ore: Change<T>;
  readonly grade: Change<T>;
  readonly recovery: Change<T>;
}

interface DailyFactors<T> {
  readonly days: Change<T>;
  readonly rate: Change<T>;
}

function factorsOf<T>({ from, to }: MillChange, take: (operand: Operand) => T): Factors<T> {
  const change = (name: "ore" | "grade" | "recovery"): Change<T> => ({ from: take(from[name]), to: take(to[name]) });
  return { ore: change("ore"), grade: change("grade"), recovery: change("recovery") };
}

function dailyFactorsOf<T>({ from, to }: DailyChange, take: (operand: Operand) => T): DailyFactors<T> {
  return { days: { from: take(from.days), to: take(to.days) }, rate: { from: take(from.rate), to: take(to.rate) } };
}

function reckon<T>(areas: readonly Factors<T>[], daily: DailyFactors<T> | undefined, by: Reckoning<T>): readonly Told<T>[] {
  const { of, plus, times, minus, shares } = by;
  const sum = (all: readonly T[]): T => all.reduce(plus, of(Ratio.zero));
  const byOne = (change: Change<T>, ...others: readonly Change<T>[]): T => times(minus(change.to, change.from), meanOfOthers(others, by));
  const over = (name: EffectName, byArea: readonly T[]): Told<T> => ({ name, effect: sum(byArea), parts: [], byArea: areas.length > 1 ? byArea : [] });
  // The metal that a tonne of each area makes, at the moment when the ore changes.
  const perTonne = areas.map(({ grade, recovery }) => meanOfOthers([grade, recovery], by));
  const total: Change<T> = { from: sum(areas.map(({ ore }) => ore.from)), to: sum(areas.map(({ ore }) => ore.to)) };
  const parts = areas.length > 1
    ? { from: shares(areas.map(({ ore }) => ore.from)), to: shares(areas.map(({ ore }) => ore.to)) }
    : { from: [of(Ratio.one)], to: [of(Ratio.one)] };
  const share = areas.map((_, place): Change<T> => ({ from: parts.from[place] as T, to: parts.to[place] as T }));
  const perTonneOfAll = sum(share.map((each, place) => times(meanOfOthers([each], by), perTonne[place] as T)));
  const ore: Told<T> = {
    name: "ore", effect: times(minus(total.to, total.from), perTonneOfAll), byArea: [],
    parts: daily === undefined ? [] : [
      { name: "days", effect: times(byOne(daily.days, daily.rate), perTonneOfAll), parts: [], byArea: [] },
      { name: "rate", effect: times(byOne(daily.rate, daily.days), perTonneOfAll), parts: [], byArea: [] },
    ],
  };
  const mix = over("mix", share.map((each, place) => times(byOne(each, total), perTonne[place] as T)));
  const grade = over("grade", areas.map((area) => byOne(area.grade, area.ore, area.recovery)));
  const recovery = over("recovery", areas.map((area) => byOne(area.recovery, area.ore, area.grade)));
  return areas.length > 1 ? [ore, mix, grade, recovery] : [ore, grade, recovery];
}

/**
 * Which periods make up another, end to end: four quarters the year, two halves, nine months and a quarter. Flows add over a tiling, so each is a sum that
 * a report can be held to.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Period, type PeriodInput } from "./period.ts";

/**
 * A period and others that cover it exactly, in order of time.
 *
 * @category Periods
 */
export interface Tiling {
  readonly whole: Period;
  readonly parts: readonly Period[];
}

/**
 * The most tilings that {@link tilings} gives for one whole. A calendar of months, quarters, halves and years to date needs three; the bound is there
 * for sets of overlapping periods, of which there can be more than memory holds.
 *
 * @category Periods
 */
export const MAX_TILINGS = 32;

// Links looked at for one whole before its search ends with what it has. The single days of ten years need 15,000 to be found as the
// one sum that they are; without this limit some thousand hostile periods could keep a search busy for minutes.
const MAX_LINKS = 300_000;

/**
 * Whether the parts cover the whole exactly, without gap or overlap. They may come in any order.
 *
 * {@link tilings} finds them instead of checking them.
 *
 * @throws {@link HeadgradeError} `wrong-kind` when the parts are no array; else as {@link period} does.
 * @example
 * ```ts
 * import { tiles } from "headgrade";
 *
 * tiles("2002", ["2002-9M", "2002-Q4"]) // => true
 * tiles("2002", ["2002-H1", "2002-Q4"]) // => false
 * ```
 * @category Periods
 */
export function tiles(whole: PeriodInput, parts: readonly PeriodInput[]): boolean {
  const { firstDay, lastDay } = Period.of(whole);
  let next = firstDay;
  for (const part of periodsOf(parts).sort(inOrder)) {
    if (part.firstDay !== next) return false;
    next = part.lastDay + 1;
  }
  return next === lastDay + 1 && parts.length > 0;
}

/**
 * For each period of a set, every coarsest way in which others of the set make it up.
 *
 * A tiling is left out when two or more consecutive parts of it together are another period of the set: with both halves stated, a year is the sum of
 * its halves and each half that of its quarters, so the sum of four quarters says nothing more. Periods with the same days count once, the first of
 * them. For one whole there are at most {@link MAX_TILINGS}, those with the fewest parts first; a set of thousands of overlapping periods may get
 * fewer.
 *
 * @returns Wholes in order of their first day, the longer first; the tilings of one whole by number of parts, then the longer first part first.
 * @throws {@link HeadgradeError} `wrong-kind` when the periods are no array; else as {@link period} does.
 * @example
 * ```ts
 * import { tilings } from "headgrade";
 *
 * const found = tilings(["2002", "2002-H1", "2002-9M", "2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4"]);
 * const sums = found.map(({ whole, parts }) => `${whole.label} = ${parts.join(" + ")}`);
 * sums[0] // => "2002 = 2002-9M + 2002-Q4"
 * sums[1] // => "2002-9M = 2002-H1 + 2002-Q3"
 * sums[2] // => "2002-H1 = 2002-Q1 + 2002-Q2"
 * sums.length // => 3
 * ```
 * @category Periods
 */
export function tilings(periods: readonly PeriodInput[]): readonly Tiling[] {
  const distinct = periodsOf(periods).sort(inOrder).filter((one, index, sorted) => index === 0 || inOrder(one, sorted[index - 1] as Period) !== 0);
  const byFirstDay = new Map<number, Period[]>();
  for (const one of distinct) {
    const beginning = byFirstDay.get(one.firstDay);
    if (beginning === undefined) byFirstDay.set(one.firstDay, [one]);
    else beginning.push(one);
  }
  return Object.freeze(distinct.flatMap((whole) => tilingsOf(whole, byFirstDay)));
}

// Days are stations, each period is a link from its first day to the day after its last, and a tiling is a path. A link that skips two or more parts of a
// path is a chord, and the coarsest tilings are the paths without chords. Links lead forward only, so the shortest path through stations that are not
// spent has no chord: a chord would shorten it. Hence every path that is kept open can be finished, and the search meets no dead end.
type Links = ReadonlyMap<number, readonly Period[]>;

interface Path {
  readonly station: number;
  readonly length: number;
  readonly last: Period | undefined;
  readonly before: Path | undefined;
  // Where links from the stations before this one lead: to stop there later would make such a link a chord.
  readonly spent: ReadonlySet<number>;
}

function tilingsOf(whole: Period, byFirstDay: Links): Tiling[] {
  const end = whole.lastDay + 1;
  const links = linksWithin(whole, byFirstDay);
  const stations = [...links.keys(), end].sort((a, b) => a - b);
  const places = new Map(stations.map((station, place) => [station, place]));
  const shortest = new Map<number, number>([[end, 0]]);
  for (let place = stations.length - 2; place >= 0; place--) {
    const station = stations[place] as number;
    shortest.set(station, 1 + fewest(links.get(station), (next) => shortest.get(next)));
  }
  const found: Period[][] = [];
  // Open paths by the number of parts that they will have at least.
  const queues: (Path[] | undefined)[] = [];
  const keepOpen = (path: Path, parts: number): void => {
    if (Number.isFinite(parts)) (queues[parts] ??= []).push(path);
  };
  keepOpen({ station: whole.firstDay, length: 0, last: undefined, before: undefined, spent: new Set() }, shortest.get(whole.firstDay) ?? Infinity);
  let looked = 0;
  // The list grows on the way, and the loop goes on to what is added.
  for (const queue of queues) {
    for (let path = queue?.pop(); path !== undefined; path = queue?.pop()) {
      if (path.station === end) {
        found.push(partsOf(path));
        if (found.length === MAX_TILINGS) return arranged(whole, found);
        continue;
      }
      const here = path.station;
      const leaving = links.get(here) ?? [];
      const spent = new Set([...path.spent].filter((station) => station > here));
      for (const link of leaving) spent.add(link.lastDay + 1);
      // Past the furthest spent station nothing is spent, and the shortest way is the one known from the start.
      const furthest = [...spent].reduce((far, station) => Math.max(far, station), here);
      const unspent = new Map<number, number>([[end, 0]]);
      const leftFrom = (next: number): number | undefined => (spent.has(next) ? undefined : next > furthest ? shortest.get(next) : unspent.get(next));
      for (let place = places.get(furthest) ?? 0; place > (places.get(here) ?? 0); place--) {
        const station = stations[place] as number;
        if (station !== end) unspent.set(station, 1 + fewest(links.get(station), leftFrom));
        looked += 1 + (links.get(station)?.length ?? 0);
      }
      looked += path.spent.size + leaving.length;
      if (looked > MAX_LINKS) return arranged(whole, found);
      for (const link of leaving) {
        const station = link.lastDay + 1;
        if (path.spent.has(station)) continue;
        keepOpen({ station, length: path.length + 1, last: link, before: path, spent }, path.length + 1 + (unspent.get(station) ?? Infinity));
      }
    }
  }
  return arranged(whole, found);
}

// The proper parts of a whole that a path from its first day can come to, by first day.
function linksWithin(whole: Period, byFirstDay: Links): Links {
  const links = new Map<number, readonly Period[]>();
  const open = [whole.firstDay];
  for (let station = open.pop(); station !== undefined; station = open.pop()) {
    if (links.has(station)) continue;
    const within = (byFirstDay.get(station) ?? []).filter((one) => one.lastDay <= whole.lastDay && one !== whole);
    links.set(station, within);
    for (const link of within) if (link.lastDay < whole.lastDay) open.push(link.lastDay + 1);
  }
  return links;
}

function fewest(links: readonly Period[] | undefined, partsFrom: (station: number) => number | undefined): number {
  let least = Infinity;
  for (const link of links ?? []) least = Math.min(least, partsFrom(link.lastDay + 1) ?? Infinity);
  return least;
}

function partsOf(path: Path): Period[] {
  const parts: Period[] = [];
  for (let step: Path | undefined = path; step?.last !== undefined; step = step.before) parts.push(step.last);
  return parts.reverse();
}

function arranged(whole: Period, found: readonly Period[][]): Tiling[] {
  const sorted = [...found].sort((a, b) => a.length - b.length || longerFirst(a, b));
  return sorted.map((parts) => Object.freeze({ whole, parts: Object.freeze(parts) }));
}

function longerFirst(a: readonly Period[], b: readonly Period[]): number {
  for (const [index, part] of a.entries()) {
    const difference = (b[index]?.lastDay ?? 0) - part.lastDay;
    if (difference !== 0) return difference;
  }
  return 0;
}

function inOrder(a: Period, b: Period): number {
  return a.firstDay - b.firstDay || b.lastDay - a.lastDay;
}

function periodsOf(periods: readonly PeriodInput[]): Period[] {
  const given: unknown = periods;
  if (!Array.isArray(given)) {
    throw new HeadgradeError("wrong-kind", `Expected an array of periods and got ${shown(given)}: pass a list such as ["2002-H1", "2002-H2"].`, {
      given,
      expected: "array",
    });
  }
  return periods.map((one) => Period.of(one));
}

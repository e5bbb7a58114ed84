/** Which part of a period is told already, and which remains. */
import { isoDate } from "../period/calendar.ts";
import { Period } from "../period/period.ts";

/** A period that may count, by its label in the report. @internal */
export interface Told {
  readonly label: string;
  readonly period: Period;
  /** Whether its figure was printed: of two ways to cover the same days, the one with more printed figures counts. */
  readonly isPrinted: boolean;
}

/** @internal */
export interface Covering {
  /** In order of time, without overlap. */
  readonly counted: readonly Told[];
  readonly remaining: readonly Period[];
}

interface Way {
  readonly days: number;
  readonly unprinted: number;
  readonly last: Told | undefined;
  readonly before: Way | undefined;
  readonly length: number;
}

/** The periods that cover the most days of a whole without overlap, with the fewest figures that were not printed, and then the fewest figures. @internal */
export function covering(whole: Period, told: readonly Told[]): Covering {
  const within = told.filter(({ period }) => whole.contains(period)).sort((a, b) => a.period.lastDay - b.period.lastDay);
  const ways: Way[] = [{ days: 0, unprinted: 0, last: undefined, before: undefined, length: 0 }];
  for (const [place, each] of within.entries()) {
    // The ways are by end: how many periods end before this one begins is found by halving.
    let [low, high] = [0, place];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((within[middle] as Told).period.lastDay < each.period.firstDay) low = middle + 1;
      else high = middle;
    }
    const before = ways[low] as Way;
    const unprinted = before.unprinted + (each.isPrinted ? 0 : 1);
    const taken: Way = { days: before.days + each.period.days, unprinted, last: each, before, length: before.length + 1 };
    const left = ways[place] as Way;
    ways.push(isBetter(taken, left) ? taken : left);
  }
  const counted: Told[] = [];
  for (let way = ways.at(-1); way?.last !== undefined; way = way.before) counted.push(way.last);
  counted.reverse();
  return { counted, remaining: gaps(whole, counted) };
}

function isBetter(a: Way, b: Way): boolean {
  return a.days - b.days > 0 || (a.days === b.days && (a.unprinted - b.unprinted || a.length - b.length) < 0);
}

function gaps(whole: Period, counted: readonly Told[]): readonly Period[] {
  const found: Period[] = [];
  let next = whole.firstDay;
  for (const { firstDay, lastDay } of [...counted.map(({ period }) => period), { firstDay: whole.lastDay + 1, lastDay: whole.lastDay }]) {
    if (firstDay > next) found.push(Period.of(`${isoDate(next)}/${isoDate(firstDay - 1)}`));
    next = lastDay + 1;
  }
  return found;
}

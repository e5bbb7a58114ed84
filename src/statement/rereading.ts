/** Other ways to read the same printed figures, under which a statement that contradicts as read may hold: then nobody misprinted. */
import { figure } from "../figure/figure.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { PlacedFigure, ReadFigure } from "./figures.ts";

/** Another reading, in words that follow *holds if*. @category Reconciliation */
export type Rereading =
  | "the figures were truncated"
  | "the zeros are not significant"
  | "rates are per operating day"
  | "the metal produced is payable metal";

/** The readings that change what a figure says of its value. @internal */
export type FigureReading = "the figures were truncated" | "the zeros are not significant";

/** Both of them, in the order in which they are tried. @internal */
export const FIGURE_READINGS: readonly FigureReading[] = ["the zeros are not significant", "the figures were truncated"];

/** All readings, in that order. @internal */
export const READINGS: readonly Rereading[] = [...FIGURE_READINGS, "rates are per operating day", "the metal produced is payable metal"];

/** Whether a reading is one of figures. @internal */
export function isOfFigures(reading: Rereading | undefined): reading is FigureReading {
  return FIGURE_READINGS.some((each) => each === reading);
}

const known = /* @__PURE__ */ new WeakMap<ReadFigure, Map<FigureReading, Interval>>();

/** The true values that a figure leaves under another reading, with its tolerance; never fewer than as read. @internal */
export function rereadInterval(placed: PlacedFigure, reading: FigureReading): Interval {
  let readings = known.get(placed);
  if (readings === undefined) known.set(placed, readings = new Map<FigureReading, Interval>());
  let interval = readings.get(reading);
  if (interval === undefined) readings.set(reading, interval = reread(placed, reading).hull(placed.allowed));
  return interval;
}

function reread({ figure: read, allowed }: PlacedFigure, reading: FigureReading): Interval {
  const { kind, text, ...options } = read.toJSON();
  if (read.rule === "exact") return allowed;
  const changed = reading === "the zeros are not significant" ? { zeros: "not-significant" as const } : { rounding: "nearest-or-truncated" as const };
  return figure(kind, text, { ...options, ...changed }).inBase;
}

/** The least share of the calendar's days that a mill which stood still now and then is taken to run. */
const LEAST_RUNNING = "0.5";
/** The least payability that a smelter is taken to pay. */
const LEAST_PAYABILITY = "0.8";
/** What a smelter can pay for, of the metal recovered. @internal */
export const PAYABLE_SHARE: Interval = /* @__PURE__ */ Interval.between({ low: LEAST_PAYABILITY, high: 1 });

/** Whether the days that a rate would need can be operating days of a period. @internal */
export function areOperatingDays(days: Interval | undefined, calendar: number | undefined): days is Interval {
  if (calendar === undefined || days === undefined || days.contains(calendar)) return false;
  return days.intersect(Interval.between({ low: Ratio.of(LEAST_RUNNING).times(calendar), high: calendar, highOpen: true })) !== undefined;
}

/** Whether a printed amount can be what is paid of the metal that the other figures make. @internal */
export function isPayability(share: Interval | undefined): share is Interval {
  return share !== undefined && !share.contains(1) && share.intersect(Interval.between({ low: LEAST_PAYABILITY, high: 1, highOpen: true })) !== undefined;
}

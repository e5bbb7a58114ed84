/** The picture of a simulation: how often the result came out where, with the interval that holds a share of all trials. */
import type { Content, Markup } from "../markup/element.ts";
import { linearScale, ticksOf } from "../markup/scale.ts";
import { box, drawn, filled, label, picture, stroke } from "../markup/svg.ts";
import { fitted, widthOf } from "../markup/width.ts";

/** @internal */
export interface Histogram {
  readonly title: string;
  /** From the least to the largest. */
  readonly sorted: Float64Array;
  readonly mean: number;
  readonly interval: { readonly low: number; readonly high: number; readonly lowText: string; readonly highText: string; readonly name: string } | undefined;
  readonly meanText: string;
  readonly unit: string;
}

const WIDTH = 640;
const TOP = 62;
const HEIGHT = 150;
const CHART = { from: 12, to: 628 } as const;
const BINS = 44;
/** So much is left out of the chart at either end, and said: a lone trial far out would else press the others together. */
const TAIL = 0.001;

/** @internal */
export function histogram({ title, sorted, mean, interval, meanText, unit }: Histogram): Markup {
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [first, last] = [at(0), at(1)];
  const [from, to] = [at(TAIL), at(1 - TAIL)];
  const spread = to - from;
  // The ends themselves where they are near.
  const low = first >= from - spread * 0.1 ? first : from;
  const high = last <= to + spread * 0.1 ? last : to;
  const head = label(0, 14, fitted(title, WIDTH, 15.5), { "font-size": 14, "font-weight": 600 });
  if (!(high > low)) {
    const all = `All trials gave ${meanText}.`;
    return picture({ title, description: all, width: WIDTH, height: 54 }, head, label(0, 44, all));
  }
  const width = (high - low) / BINS;
  const counts = Array.from({ length: BINS }, () => 0);
  let outside = 0;
  for (const value of sorted) {
    if (value < low || value > high) outside++;
    else {
      const bin = Math.min(BINS - 1, Math.floor((value - low) / width));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const x = linearScale(low, high, CHART.from, CHART.to);
  const bottom = TOP + HEIGHT;
  const y = linearScale(0, Math.max(...counts), bottom, TOP);
  const { values, label: tick } = ticksOf(low, high, 6);
  return picture(
    { title, description: described({ meanText, interval, trials: sorted.length, outside }), width: WIDTH, height: bottom + (outside > 0 ? 54 : 38) },
    head, bars(counts, { low, width, x, y, bottom, interval }), stroke(CHART.from, bottom, CHART.to, bottom),
    values.map((value) => [stroke(x(value), bottom, x(value), bottom + 4), label(x(value), bottom + 16, tick(value), { "font-size": 11, "text-anchor": "middle" })]),
    label(CHART.to, bottom + 32, unit, { "font-size": 11, "text-anchor": "end" }),
    mean < low || mean > high ? undefined : stroke(x(mean), TOP, x(mean), bottom, { "stroke-width": 1.5 }), above(x(mean), TOP - 6, `mean ${meanText}`),
    interval === undefined ? undefined : bracket(interval, x, low, high),
    outside === 0 ? undefined
      : label(0, bottom + 48, `${outside.toLocaleString("en")} of ${sorted.length.toLocaleString("en")} trials lie beyond the ends of the picture.`, { "font-size": 11 }),
  );
}

interface Bars {
  readonly low: number;
  readonly width: number;
  readonly x: (value: number) => number;
  readonly y: (count: number) => number;
  readonly bottom: number;
  readonly interval: Histogram["interval"];
}

// Within the interval solid, and outside of it hollow.
function bars(counts: readonly number[], { low, width, x, y, bottom, interval }: Bars): Content {
  return counts.map((count, bin) => {
    if (count === 0) return undefined;
    const [left, right] = [low + width * bin, low + width * (bin + 1)];
    const middle = (left + right) / 2;
    const isInside = interval === undefined || (middle >= interval.low && middle <= interval.high);
    return box(x(left) + 0.5, y(count), x(right) - x(left) - 1, bottom - y(count), isInside ? { ...filled("near"), "fill-opacity": 0.75 } : { ...drawn("near") });
  });
}

function bracket({ low, high, lowText, highText, name }: NonNullable<Histogram["interval"]>, x: (value: number) => number, least: number, most: number): Content {
  const [from, to] = [x(Math.max(low, least)), x(Math.min(high, most))];
  const y = TOP - 22;
  return [
    stroke(from, y, to, y, { "stroke-width": 1.5 }), stroke(from, y - 4, from, y + 4), stroke(to, y - 4, to, y + 4),
    above((from + to) / 2, y - 6, `${name} from ${lowText} to ${highText}`, 600),
    ...[from, to].map((place) => stroke(place, y, place, TOP + HEIGHT, { "stroke-dasharray": "3 2", "stroke-opacity": 0.6 })),
  ];
}

// A text about a place, kept so far from the edges that all of it is seen.
function above(x: number, y: number, text: string, weight?: number): Markup {
  const half = widthOf(text, 11 * 1.07) / 2;
  return label(Math.max(half, Math.min(WIDTH - half, x)), y, text, { "font-size": 11, "font-weight": weight, "text-anchor": "middle" });
}

function described({ meanText, interval, trials, outside }: {
  readonly meanText: string; readonly interval: Histogram["interval"]; readonly trials: number; readonly outside: number;
}): string {
  const range = interval === undefined ? "" : `; ${interval.name} from ${interval.lowText} to ${interval.highText}`;
  return `${trials.toLocaleString("en")} trials: mean ${meanText}${range}${outside > 0 ? `; ${outside.toLocaleString("en")} lie beyond the ends of the picture` : ""}.`;
}

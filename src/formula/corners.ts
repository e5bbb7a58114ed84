/**
 * The range of functions over a box, from its corners.
 *
 * Let g be a function of n numbers that is monotone in each of them while the others stay fixed. Then from any point of a closed box one can move along one
 * axis after another to a corner without g ever falling, and to another one without it ever rising: so its greatest and its least value over the box stand
 * at corners. The way up may lead one way along an axis here and the other way there, so all 2^n corners are looked at.
 */
import { HeadgradeError } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { type Ratio } from "../number/ratio.ts";

/** The most arguments that vary: 2^12 corners and 12 x 2^11 edges. @internal */
export const MOST_AXES = 12;

/** What is known of how the functions change along each axis. @internal */
export type Change = "fractional-linear" | "monotone";

/** The bounded interval that one argument runs through; it is no point. @internal */
export interface Axis {
  readonly name: string;
  readonly interval: Interval;
}

/** The ranges of several functions that are worked out together. @internal */
export function rangesOverBox(axes: readonly Axis[], change: Change, evaluate: (values: readonly Ratio[]) => readonly Ratio[]): readonly Interval[] {
  const ends = axes.map(({ interval }) => [interval.low as Ratio, interval.high as Ratio] as const);
  const cornerAt = (corner: number): Ratio[] => ends.map(([low, high], axis) => ((corner >> axis) & 1) === 0 ? low : high);
  const corners = Array.from({ length: 2 ** axes.length }, (_, corner) => evaluate(cornerAt(corner)));
  requireOrderOnEdges(axes, change, corners, (corner, axis) => {
    const values = cornerAt(corner);
    values[axis] = (axes[axis] as Axis).interval.middle as Ratio;
    return evaluate(values);
  });
  const openAt = (corner: number): number => axes.reduce((open, { interval }, axis) => {
    const isClosed = ((corner >> axis) & 1) === 0 ? interval.lowClosed : interval.highClosed;
    return isClosed ? open : open | (1 << axis);
  }, 0);
  return (corners[0] as readonly Ratio[]).map((_, result) => {
    const values = corners.map((ofCorner) => ofCorner[result] as Ratio);
    const low = values.reduce((least, value) => (value.compare(least) < 0 ? value : least));
    const high = values.reduce((most, value) => (value.compare(most) > 0 ? value : most));
    const lowOpen = change === "fractional-linear" && !isTaken(low, values, openAt);
    const highOpen = change === "fractional-linear" && !isTaken(high, values, openAt);
    return Interval.between({ low, high, lowOpen, highOpen });
  });
}

/**
 * Whether an extreme value M belongs to the range, where ends of the box are open: exactly if there is a face of the box, held at closed ends along its fixed
 * axes, all corners of which have the value M.
 *
 * Such a face has the value M throughout, for its own greatest and least value stand at its corners; and it has points in the box, as along its free axes
 * these need not be ends. Conversely let g take M at a point of the box. Along an axis in which the point is not at an end, g has an extreme
 * inside an interval, and a fractional-linear function (a x + b) / (c x + d) has one only where it is constant: both ends of that axis keep the value,
 * and so on, axis by axis, to all corners of a face that is fixed only where the point was at closed ends. If a corner belongs to such a face, it also belongs
 * to the smaller one in which only those axes are free that are open at that corner: this is the one that is looked at.
 */
function isTaken(value: Ratio, values: readonly Ratio[], openAt: (corner: number) => number): boolean {
  return values.some((own, corner) => {
    if (!own.equals(value)) return false;
    const open = openAt(corner);
    // All subsets of the open axes, from the corner itself on.
    for (let part = open; ; part = (part - 1) & open) {
      if (!(values[corner ^ part] as Ratio).equals(value)) return false;
      if (part === 0) return true;
    }
  });
}

/**
 * Looks at the middle of every edge, where a function that is monotone along it lies between the two ends. It is how a pole is found: (a x + b) / (c x + d)
 * runs through infinity between two ends exactly if its value between them does *not* lie between their values. And a denominator which is linear in each
 * argument and has no zero on any edge has one sign at all corners, hence inside the box too. (Where numerator and denominator vanish together on an edge the
 * function is constant along it and shows nothing; the denominators of the trade's formulas are products and sums of amounts of one sign.)
 */
function requireOrderOnEdges(
  axes: readonly Axis[], change: Change, corners: readonly (readonly Ratio[])[], middleOf: (corner: number, axis: number) => readonly Ratio[],
): void {
  axes.forEach(({ name, interval }, axis) => {
    corners.forEach((low, corner) => {
      if (((corner >> axis) & 1) !== 0) return;
      const high = corners[corner | (1 << axis)] as readonly Ratio[];
      middleOf(corner, axis).forEach((middle, result) => {
        const fromLow = middle.compare(low[result] as Ratio);
        const toHigh = (high[result] as Ratio).compare(middle);
        const isBetween = fromLow === toHigh || (change === "monotone" && (fromLow === 0 || toHigh === 0));
        if (!isBetween) throw outOfOrder(name, interval);
      });
    });
  });
}

function outOfOrder(name: string, interval: Interval): HeadgradeError {
  return new HeadgradeError(
    "out-of-range",
    `The formula does not run one way while ${name} runs through ${interval.toString()}: it has a pole or turns there, so its ends tell nothing of what lies between.`,
    { argument: name, interval: interval.toString() },
  );
}

/** Exact numbers inside boxes, and whether they satisfy a system. */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { System } from "./system.ts";

/** Some number inside an interval: the middle, where there is one. @internal */
export function insideOf(box: Interval): Ratio {
  const { middle, low, high } = box;
  if (middle !== undefined) return middle;
  if (low !== undefined) return box.lowClosed ? low : low.plus(1);
  if (high !== undefined) return box.highClosed ? high : high.minus(1);
  return Ratio.zero;
}

/** The only number inside an interval, if it holds no other. @internal */
export function pointOf(box: Interval | undefined): Ratio | undefined {
  return box?.isPoint === true ? box.low : undefined;
}

/** A short number inside an interval close to a double: so many digits of the interval's width, or of the number itself where that is smaller. @internal */
export function shortIn(value: number, box: Interval, digits: number): Ratio {
  const short = rounded(value, placesFor(value, box, digits));
  return box.contains(short) ? short : insideOf(box);
}

/** The same of an exact number, which a double might put outside its box. @internal */
export function roundedIn(value: Ratio, box: Interval, digits: number): Ratio {
  const short = value.rounded({ places: placesFor(value.toNumber(), box, digits) });
  return box.contains(short) ? short : box.contains(value) ? value : insideOf(box);
}

function placesFor(value: number, { width: own }: Interval, digits: number): number {
  const size = Math.abs(value) || 1;
  const width = Math.min(own?.toNumber() ?? size, size);
  return width > 0 ? Math.min(300, Math.max(-300, digits - Math.floor(Math.log10(width)))) : 20;
}

/** A double as the number that it is; zero for what is none. @internal */
export function exactly(value: number): Ratio {
  if (!Number.isFinite(value)) return Ratio.zero;
  return Ratio.of(Number.isInteger(value) ? BigInt(value) : value);
}

const MOST_PLAIN_PLACES = 15;

function rounded(value: number, places: number): Ratio {
  if (!Number.isFinite(value)) return Ratio.zero;
  if (places >= 0 && places <= MOST_PLAIN_PLACES) {
    const whole = Math.round(value * 10 ** places);
    if (Number.isSafeInteger(whole)) return Ratio.scaled(whole + 0, -places);
  }
  return exactly(value).rounded({ places });
}

/** Whether the values lie in their boxes and satisfy every constraint, exactly. @internal */
export function satisfies({ boxes, constraints }: System, values: ReadonlyMap<number, Ratio>): boolean {
  const at = (unknown: number): Ratio => values.get(unknown) as Ratio;
  for (const [unknown, value] of values) if (boxes[unknown]?.contains(value) !== true) return false;
  return constraints.every((constraint) => (constraint.type === "product"
    ? at(constraint.amount).equals(at(constraint.ratio).times(at(constraint.base)))
    : constraint.range.contains(constraint.terms.reduce((sum, { of, weight }) => sum.plus(at(of).times(weight)), Ratio.zero))));
}

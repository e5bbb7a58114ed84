/** How an interval of quantities prints: both ends, rounded outward, so that what is printed encloses what is known. */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { formatNumber, withUnit } from "./format.ts";

/** An interval as text, rounded outward to about two digits of its width. @internal */
export function rangeText({ low, high, isPoint, width }: Interval, unit: string): string {
  const tell = (number: string): string => withUnit(number, unit);
  if (isPoint && low?.isTerminating === true) return tell(formatNumber(low));
  const places = trimmed(placesFor(width ?? low?.absolute() ?? high?.absolute()), low, high);
  const from = low === undefined ? undefined : formatNumber(low, { places, rounding: "floor" });
  const to = high === undefined ? undefined : formatNumber(high, { places, rounding: "ceiling" });
  if (from === undefined) return to === undefined ? "anything" : `at most ${tell(to)}`;
  return to === undefined ? `at least ${tell(from)}` : `${from} to ${tell(to)}`;
}

function placesFor(width: Ratio | undefined): number {
  const size = width?.toNumber() ?? 1;
  return size > 0 ? Math.min(30, Math.max(0, Math.ceil(1 - Math.log10(size)))) : 12;
}

// Digits that would be zeros at both ends say nothing.
function trimmed(most: number, low: Ratio | undefined, high: Ratio | undefined): number {
  let places = most;
  while (places > 0 && [low, high].every((end) => end?.rounded({ places: places - 1 }).equals(end) !== false)) places--;
  return places;
}

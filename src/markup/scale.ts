/** From numbers to places on a page, for drawing only: doubles are exact enough for pixels. */

/** A linear scale: where a number of the domain lies in the range. @internal */
export type Scale = (value: number) => number;

/** @internal */
export function linearScale(low: number, high: number, from: number, to: number): Scale {
  return (value) => from + (high === low ? 0.5 : (value - low) / (high - low)) * (to - from);
}

/** Round numbers of a domain, as labels. @internal */
export interface Ticks {
  readonly values: readonly number[];
  readonly label: (value: number) => string;
}

/** Multiples of 1, 2 or 5 times a power of ten between two numbers, about so many. @internal */
export function ticksOf(low: number, high: number, about: number): Ticks {
  const rough = Math.max((high - low) / about, Math.max(Math.abs(low), Math.abs(high), 1e-300) * 1e-12);
  const power = Math.floor(Math.log10(rough));
  const lead = rough / 10 ** power;
  const factor = lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1;
  const step = factor * 10 ** power;
  const places = Math.min(12, Math.max(0, -power - (factor === 10 ? 1 : 0)));
  const values: number[] = [];
  for (let count = Math.ceil(low / step - 1e-9); count * step <= high + step * 1e-9 && values.length < 20; count++) values.push(count * step);
  if (values.length < 2 && about < 12) return ticksOf(low, high, about * 2);
  return { values, label: (value) => value.toFixed(places).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",") };
}

/** What to know before using adjusted figures: those that cannot be, each told in words. Least squares know no bounds. */
import { Ratio } from "../number/ratio.ts";
import type { AdjustedStream } from "./circuit.ts";

/** @internal */
export function warningsOf(streams: readonly AdjustedStream[]): readonly string[] {
  return streams.flatMap(({ name, mass, moisture, assays }) => {
    const found: string[] = [];
    if (mass.adjusted !== undefined && mass.adjusted.exact.sign < 0) {
      found.push(`${name} comes out at ${mass.adjusted.format({ digits: 6 })}: a negative flow, so a figure near it or the direction of the stream is wrong.`);
    }
    if (moisture?.adjusted !== undefined && (moisture.adjusted.exact.sign < 0 || !moisture.adjusted.inBase.isLessThan(1))) {
      found.push(`The moisture of ${name} comes out at ${moisture.adjusted.format({ digits: 6 })}, which is out of range.`);
    }
    let sum = Ratio.zero;
    for (const [component, { adjusted }] of Object.entries(assays)) {
      if (adjusted === undefined) continue;
      sum = sum.plus(adjusted.inBase);
      if (adjusted.exact.sign < 0) found.push(`The ${component} assay of ${name} comes out at ${adjusted.format({ digits: 6 })}: below nothing, which no stream holds.`);
      else if (adjusted.inBase.isGreaterThan(1)) found.push(`The ${component} assay of ${name} comes out at ${adjusted.format({ digits: 6 })}: more than the whole stream.`);
    }
    if (sum.isGreaterThan(1)) found.push(`The assays of ${name} sum to ${sum.times(100).toFixed({ digits: 6 })} %: more than the whole stream, unless one component is part of another.`);
    return found;
  });
}

/** The words before a figure that loosen or bound it: "approximately 1,200", "over 50,000", "up to 4,000". */

/**
 * The canonical word of a hedge.
 *
 * - `"approximately"` (about, some, around, circa, roughly, nearly, almost, ~): the trailing zeros of a whole number may be rounding.
 * - `"average"`: a statistic; it changes nothing, but an average of days is no count.
 * - `"over"` (more than, in excess of, above, greater than, >): the true value is greater.
 * - `"at least"` (not less than, >=): greater or equal.
 * - `"under"` (less than, below, <): less.
 * - `"up to"` (at most, no more than, <=): less or equal.
 *
 * @category Figures
 */
export type Hedge = "approximately" | "average" | "over" | "at least" | "under" | "up to";

// Longer phrases stand before the shorter ones that they contain.
const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  ["approximately", /^(?:(?:approximately|approx\.?|about|some|around|circa|ca\.|ca(?=\s)|c\.|roughly|nearly|almost)(?![a-z])|[~≈])\s*/i],
  ["average", /^(?:an\s+average\s+of|average\s+of|averaged|averaging|average|avg\.?)(?![a-z])\s*/i],
  ["at least", /^(?:(?:at\s+least|not\s+less\s+than|no\s+less\s+than)(?![a-z])|>=|≥)\s*/i],
  ["up to", /^(?:(?:up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than)(?![a-z])|<=|≤)\s*/i],
  ["over", /^(?:(?:over|more\s+than|in\s+excess\s+of|above|greater\s+than)(?![a-z])|>)\s*/i],
  ["under", /^(?:(?:under|less\s+than|below|fewer\s+than)(?![a-z])|<)\s*/i],
];

/** A hedge found at the start of a text, and where the text goes on. @internal */
export interface HedgeFound {
  readonly hedge: Hedge | undefined;
  readonly end: number;
}

/** Reads the hedge at the start of a text; "average" may stand beside one other. @internal */
export function readHedge(text: string): HedgeFound {
  const first = oneHedge(text, 0);
  if (first.hedge === undefined) return first;
  const second = oneHedge(text, first.end);
  if (first.hedge === "average") return { hedge: second.hedge ?? first.hedge, end: second.end };
  return second.hedge === "average" ? { hedge: first.hedge, end: second.end } : first;
}

function oneHedge(text: string, start: number): HedgeFound {
  const rest = text.slice(start);
  for (const [hedge, pattern] of HEDGES) {
    const found = pattern.exec(rest);
    if (found !== null) return { hedge, end: start + found[0].length };
  }
  return { hedge: undefined, end: start };
}

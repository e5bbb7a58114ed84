/** Guidance as companies give it: "195,000 to 205,000 oz", "over 200,000 oz", "between 1.2 and 1.3 million ounces". */
import { HeadgradeError, shown } from "../error.ts";
import { figure, type Figure } from "../figure/figure.ts";
import { Interval } from "../number/interval.ts";
import type { Kind } from "../quantity/kind.ts";

/** @internal */
export interface Guidance {
  /** In the kind's base unit. The ends of a range count, as they are given; a single figure stands for what prints so. */
  readonly interval: Interval;
  readonly unit: string;
}

const RANGE = /^\s*(?:between\s+|from\s+)?(.*?\d.*?)(?:\s+(?:to|and)\s+|\s*[\u2010-\u2015]\s*|\s+-\s+|(?<=\d)-(?=\d))(.+)$/i;
const LONGEST = 200;
const BARE_NUMBER = /^[\d.,\s]+$/;

/**
 * Reads guidance.
 *
 * @throws {@link HeadgradeError} what {@link figure} throws; `empty-interval` for a range whose ends stand the wrong way round; `malformed-figure`.
 * @internal
 */
export function readGuidance(kind: Kind, text: string): Guidance {
  if (typeof (text as unknown) !== "string") {
    throw new HeadgradeError("malformed-figure", `Guidance is a text such as "195,000 to 205,000 oz", and this is ${shown(text)}.`, { given: shown(text) });
  }
  const ends = text.length > LONGEST ? null : RANGE.exec(text);
  if (ends === null) return guidanceOf(figure(kind, text));
  const [, first = "", last = ""] = ends;
  const high = figure(kind, last);
  // "1.2 to 1.3 million oz": what stands behind the second number holds for the first as well.
  const low = figure(kind, BARE_NUMBER.test(first) ? `${first} ${last.replace(/^[\s~\d.,]*\d/, "")}` : first);
  const [from, to] = [low, high].map(({ quantity }) => quantity.inBase) as [Figure["quantity"]["inBase"], Figure["quantity"]["inBase"]];
  if (from.isGreaterThan(to)) {
    throw new HeadgradeError("empty-interval", `The guidance ${shown(text)} runs from more to less: give its lower end first.`, { given: text });
  }
  return { interval: Interval.between({ low: from, high: to }), unit: high.quantity.unit };
}

function guidanceOf({ inBase, quantity }: Figure): Guidance {
  return { interval: inBase, unit: quantity.unit };
}

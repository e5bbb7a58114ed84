/** What a figure may have read: each usual slip on its text, and each other unit. Texts are read when they are asked for, since few of them can fit. */
import { sizeOf, slipsOf } from "../figure/slip.ts";
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { valueOf, type Accused } from "./case.ts";
import type { HypothesisKind } from "./hypothesis.ts";

/** @internal */
export interface Candidate {
  readonly kind: HypothesisKind;
  readonly reads: string;
  readonly detail?: string;
  /** The unknown of which the text is then a figure, where that is another one. */
  readonly of?: number;
  /** About where it would lie, with the unit in its last place: a guide only. */
  readonly about: number | undefined;
  readonly unit: number;
  /** The true values that would print so; nothing for a text that is no figure, or one that says the same. */
  readonly interval: () => Interval | undefined;
}

/** @internal */
export function candidatesFor({ printed, interval, ...accused }: Accused): Candidate[] {
  if (printed === undefined) return [];
  const { text, decimalMark } = printed;
  const value = valueOf({ ...accused, printed, interval });
  const at = value?.toNumber();
  const own = sizeOf(text, decimalMark);
  // What one of the text's own units is in the unit of the unknown.
  const scale = at === undefined || own === undefined || own.size === 0 ? undefined : at / own.size;
  const candidates: Candidate[] = [];
  for (const { kind, text: reads, factor } of slipsOf(text, { decimalMark })) {
    if (factor !== undefined) {
      if (value?.isZero !== true) candidates.push(scaledBy(kind, reads, factor));
      continue;
    }
    const size = scale === undefined ? undefined : sizeOf(reads, decimalMark);
    candidates.push({
      kind, reads, about: size === undefined || scale === undefined ? undefined : size.size * scale, unit: (size?.unit ?? 0) * Math.abs(scale ?? 0),
      interval: once(() => {
        const read = printed.read(reads);
        return read?.equals(interval) === true ? undefined : read;
      }),
    });
  }
  // Nothing is nothing in any unit.
  for (const { name, factor, of } of value?.isZero === true ? [] : printed.units) {
    candidates.push({ ...scaledBy("other-unit", text, factor), detail: name, ...(of === undefined ? {} : { of }) });
  }
  return candidates;

  function scaledBy(kind: HypothesisKind, reads: string, factor: Ratio | Interval): Candidate {
    const moved = once(() => (factor instanceof Ratio ? interval.scaledBy(factor) : interval.times(factor)));
    return { kind, reads, about: moved().middle?.toNumber(), unit: moved().width?.toNumber() ?? 0, interval: moved };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Whether it is worth reading: what lies far outside the room cannot fit. @internal */
export function isNear({ about, unit }: Candidate, { low, high }: Interval): boolean {
  if (about === undefined) return true;
  const slack = unit + Math.abs(about) * 1e-9;
  return about + slack >= (low?.toNumber() ?? Number.NEGATIVE_INFINITY) && about - slack <= (high?.toNumber() ?? Number.POSITIVE_INFINITY);
}

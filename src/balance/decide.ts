/**
 * Decides a system: consistent with a point, or refuted, or undecided within the effort. Narrowing and the linear core settle nearly everything;
 * where several products share a factor, its box is split and each half decided.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { Narrowing, type Emptied } from "./narrowing.ts";
import { searching } from "./search.ts";
import { finished, type Steps } from "./steps.ts";
import { compacted, componentsOf, unknownsOf, type System } from "./system.ts";

/** The most boxes that one component is split into. */
export const DEFAULT_EFFORT = 256;

/** @internal */
export type Decision =
  | { readonly status: "consistent"; readonly found: ReadonlyMap<number, Ratio>; readonly boxes: readonly Interval[] }
  /** The ties that the refutation used; every other tie can be left out. */
  | { readonly status: "refuted"; readonly ties: ReadonlySet<number> }
  | { readonly status: "undecided"; readonly reason: string; readonly boxes: readonly Interval[] };

/** Decides a system that was made by `systemOf`. @internal */
export function decide(system: System, effort: number): Decision {
  return finished(deciding(system, effort));
}

/** The same in steps. @internal */
export function* deciding(system: System, effort: number): Steps<Decision> {
  const { system: own, unknowns } = compacted(system);
  const narrowing = new Narrowing(own);
  const emptied = yield* narrowingDown(narrowing);
  if (emptied !== undefined) return { status: "refuted", ties: narrowing.tiesOfEmptied(emptied) };
  const found = new Map<number, Ratio>();
  let undecided: string | undefined;
  for (const component of componentsOf({ ...own, boxes: narrowing.boxes })) {
    const settled = yield* settling(component, effort);
    if ("found" in settled) for (const [unknown, value] of settled.found) found.set(unknowns[unknown] as number, value);
    else if ("open" in settled) undecided = settled.open;
    else return { status: "refuted", ties: new Set([...settled.ties, ...narrowing.causes(settled.grounds)]) };
  }
  return decided(undecided, found, () => {
    const boxes = system.boxes.slice();
    for (const [number, unknown] of unknowns.entries()) boxes[unknown] = narrowing.boxes[number] as Interval;
    return boxes;
  });
}

// The boxes of all unknowns are put together when they are asked for: of a small part of a large graph they mostly are not.
function decided(reason: string | undefined, found: ReadonlyMap<number, Ratio>, all: () => readonly Interval[]): Decision {
  let known: readonly Interval[] | undefined;
  const boxes = (): readonly Interval[] => known ??= all();
  return reason === undefined
    ? { status: "consistent", found, get boxes() { return boxes(); } }
    : { status: "undecided", reason, get boxes() { return boxes(); } };
}

/** How many constraints are looked at between two pauses. */
const BETWEEN_PAUSES = 2048;

/** Narrows to the end in steps. @internal */
export function* narrowingDown(narrowing: Narrowing): Steps<Emptied | undefined> {
  for (;;) {
    const outcome = narrowing.advance(BETWEEN_PAUSES);
    if (outcome !== "more") return outcome;
    yield;
  }
}

/** What became of a component: a point, the ties and the boxes that refute it, or the reason why neither was found. @internal */
export type Settled =
  | { readonly found: ReadonlyMap<number, Ratio> }
  | { readonly ties: ReadonlySet<number>; readonly grounds: ReadonlySet<number> }
  | { readonly open: string };

/** Settles a narrowed component of a large system by itself. @internal */
export function* settlingAlone(component: System, effort: number): Steps<Settled> {
  const { system, unknowns } = compacted(component);
  const settled = yield* settling(system, effort);
  if ("found" in settled) return { found: new Map(Array.from(settled.found, ([number, value]) => [unknowns[number] as number, value])) };
  if ("open" in settled) return settled;
  return { ties: settled.ties, grounds: new Set(Array.from(settled.grounds, (number) => unknowns[number] as number)) };
}

function* settling(component: System, effort: number): Steps<Settled> {
  const likely = likelyPart(component);
  if (likely !== undefined) {
    const settled = yield* splitting(likely, Math.min(effort, EFFORT_NEAR_HINTS));
    if ("found" in settled) return settled;
  }
  return yield* splitting(component, effort);
}

/** How often a constraint is looked at, on the average, in a part of a box that was narrowed already. */
const LOOKS_IN_PARTS = 12;
/** How many boxes are looked at near the figures that were left out, before the unknowns may be anything. */
const EFFORT_NEAR_HINTS = 4;
/** How far from a figure that was left out its unknown is looked for first: this many times as much, or a share of it as small. */
const NEARNESS = 1000;

// The part in which unknowns whose figures were left out lie near them: of one sign, and bounded.
function likelyPart({ boxes, constraints, hints }: System): System | undefined {
  if (hints === undefined || hints.size === 0) return undefined;
  const likely = new Map<number, Interval>();
  for (const unknown of constraints.flatMap(unknownsOf)) {
    const middle = hints.get(unknown)?.middle;
    const { isBounded, low, high } = boxes[unknown] as Interval;
    const isPlain = isBounded && ((low?.sign ?? -1) >= 0 || (high?.sign ?? 1) <= 0);
    if (middle === undefined || isPlain || likely.has(unknown)) continue;
    const ends = [middle.times(NEARNESS), middle.dividedBy(NEARNESS)] as const;
    const near = middle.isZero
      ? Interval.between({ low: -NEARNESS, high: NEARNESS })
      : middle.sign > 0 ? Interval.between({ low: ends[1], high: ends[0] }) : Interval.between({ low: ends[0], high: ends[1] });
    const box = boxes[unknown]?.intersect(near);
    if (box !== undefined && box !== boxes[unknown]) likely.set(unknown, box);
  }
  if (likely.size === 0) return undefined;
  const narrowed = boxes.slice();
  for (const [unknown, box] of likely) narrowed[unknown] = box;
  const narrowing = new Narrowing({ boxes: narrowed, constraints }, LOOKS_IN_PARTS);
  return narrowing.settle() === undefined ? { boxes: narrowing.boxes, constraints, hints } : undefined;
}

// Splits the box of one shared factor after another, until a point is found or every part is refuted.
function* splitting(component: System, effort: number): Steps<Settled> {
  const { constraints } = component;
  const pivots = 200 + 20 * constraints.length;
  const parts: System[] = [component];
  const ties = new Set<number>();
  const grounds = new Set<number>();
  for (let looked = 0; looked < effort; looked++) {
    const part = parts.pop();
    if (part === undefined) return { ties, grounds };
    const narrowing = looked === 0 ? undefined : new Narrowing(part, LOOKS_IN_PARTS);
    const emptied = narrowing?.settle();
    if (narrowing !== undefined && emptied !== undefined) {
      const used = narrowing.tiesOfEmptied(emptied);
      for (const tie of used) ties.add(tie);
      for (const constraint of constraints) if (used.has(constraint.tie)) for (const unknown of unknownsOf(constraint)) grounds.add(unknown);
      continue;
    }
    const system = { ...part, boxes: narrowing?.boxes ?? part.boxes };
    const outcome = yield* searching(system, pivots);
    if ("found" in outcome) return outcome;
    if ("refuted" in outcome) {
      for (const tie of [...outcome.refuted.ties, ...narrowing?.causes(outcome.refuted.grounds) ?? []]) ties.add(tie);
      for (const unknown of outcome.refuted.grounds) grounds.add(unknown);
      if (narrowing !== undefined) {
        // What the narrowing of this part used rests on the boxes that the part began with.
        for (const constraint of constraints) if (ties.has(constraint.tie)) for (const unknown of unknownsOf(constraint)) grounds.add(unknown);
      }
      continue;
    }
    const halves = outcome.open === "effort" ? undefined : splitAtZero(system, outcome.zeros) ?? split(system, outcome.shared, component.boxes);
    if (halves === undefined) return { open: openReason(outcome, constraints.length, pivots) };
    parts.push(...halves);
  }
  return parts.length === 0
    ? { ties, grounds }
    : { open: `no point was found, and not every case was refuted, in ${String(effort)} splits of the factors that several ties share` };
}

function openReason({ open, shared }: { readonly open: string; readonly shared: readonly number[] }, ties: number, pivots: number): string {
  if (open === "effort") return `the linear search over ${String(ties)} ties did not end within ${String(pivots)} steps, or its exact numbers grew too long`;
  return shared.length > 0
    ? "no value tried for the factors that several ties share gave a point, and they could not be split further"
    : "the figures leave a point only where intervals touch, and none was found there";
}

// A base that came out as zero and must not: zero by itself, and the rest, which is looked at first.
function splitAtZero({ boxes, ...rest }: System, zeros: readonly number[]): readonly System[] | undefined {
  const [of] = zeros;
  if (of === undefined) return undefined;
  return [Interval.point(0), Interval.between({ high: 0, highOpen: true }), Interval.between({ low: 0, lowOpen: true })].flatMap((range) => {
    const box = boxes[of]?.intersect(range);
    return box === undefined ? [] : [{ boxes: boxes.map((other, place) => (place === of ? box : other)), ...rest }];
  });
}

/** A factor is not split below this share of the width that it began with: there its values differ in nothing that was printed, and only grow long. */
const FINEST_SPLIT: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 12n);

// The widest of the shared factors, halved; a factor without bounds, or one that is (all but) a point, cannot be.
function split({ boxes, ...rest }: System, shared: readonly number[], began: readonly Interval[]): readonly [System, System] | undefined {
  let widest: { of: number; width: number; middle: Ratio } | undefined;
  for (const of of shared) {
    const { width, middle } = boxes[of] as Interval;
    if (width === undefined || middle === undefined || width.isZero) continue;
    if (began[of]?.width?.times(FINEST_SPLIT).isGreaterThan(width) === true) continue;
    const relative = width.toNumber() / Math.max(Math.abs(middle.toNumber()), Number.MIN_VALUE);
    if (widest === undefined || relative > widest.width) widest = { of, width: relative, middle };
  }
  if (widest === undefined) return undefined;
  const { of, middle } = widest;
  const halves = [Interval.between({ high: middle }), Interval.between({ low: middle })].map((half) => {
    const parts = [...boxes];
    parts[of] = (boxes[of] as Interval).intersect(half) as Interval;
    return { boxes: parts, ...rest };
  });
  return [halves[0] as System, halves[1] as System];
}

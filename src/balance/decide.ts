/**
 * Decides a system: consistent with a point, or refuted, or undecided within the effort. Narrowing and the linear core settle nearly everything;
 * where several products share a factor, its box is split and each half decided.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { narrow, type Causes } from "./propagate.ts";
import { search } from "./search.ts";
import { componentsOf, unknownsOf, type System } from "./system.ts";

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
  const narrowed = narrow(system);
  if ("empty" in narrowed) return { status: "refuted", ties: narrowed.ties };
  const { boxes, causes } = narrowed;
  const found = new Map<number, Ratio>();
  let undecided: string | undefined;
  for (const component of componentsOf({ boxes, constraints: system.constraints })) {
    const settled = settle(component, effort);
    if ("found" in settled) for (const [unknown, value] of settled.found) found.set(unknown, value);
    else if ("open" in settled) undecided = settled.open;
    else return { status: "refuted", ties: new Set([...settled.ties, ...causes(settled.grounds)]) };
  }
  return undecided === undefined ? { status: "consistent", found, boxes } : { status: "undecided", reason: undecided, boxes };
}

type Settled =
  | { readonly found: ReadonlyMap<number, Ratio> }
  | { readonly ties: ReadonlySet<number>; readonly grounds: ReadonlySet<number> }
  | { readonly open: string };

// Splits the box of one shared factor after another, until a point is found or every part is refuted.
function settle(component: System, effort: number): Settled {
  const { constraints } = component;
  const pivots = 200 + 20 * constraints.length;
  const parts: System[] = [component];
  const ties = new Set<number>();
  const grounds = new Set<number>();
  for (let looked = 0; looked < effort; looked++) {
    const part = parts.pop();
    if (part === undefined) return { ties, grounds };
    const narrowed = looked === 0 ? { boxes: part.boxes, causes: NO_CAUSES } : narrow(part);
    if ("empty" in narrowed) {
      for (const tie of narrowed.ties) ties.add(tie);
      for (const constraint of constraints) if (narrowed.ties.has(constraint.tie)) for (const unknown of unknownsOf(constraint)) grounds.add(unknown);
      continue;
    }
    const system = { boxes: narrowed.boxes, constraints };
    const outcome = search(system, pivots);
    if ("found" in outcome) return outcome;
    if ("refuted" in outcome) {
      for (const tie of [...outcome.refuted.ties, ...narrowed.causes(outcome.refuted.grounds)]) ties.add(tie);
      for (const unknown of outcome.refuted.grounds) grounds.add(unknown);
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

const NO_CAUSES: Causes = () => new Set();

function openReason({ open, shared }: { readonly open: string; readonly shared: readonly number[] }, ties: number, pivots: number): string {
  if (open === "effort") return `the linear search over ${String(ties)} ties did not end within ${String(pivots)} steps`;
  return shared.length > 0
    ? "no value tried for the factors that several ties share gave a point, and they could not be split further"
    : "the figures leave a point only where intervals touch, and none was found there";
}

// A base that came out as zero and must not: zero by itself, and the rest, which is looked at first.
function splitAtZero({ boxes, constraints }: System, zeros: readonly number[]): readonly System[] | undefined {
  const [of] = zeros;
  if (of === undefined) return undefined;
  return [Interval.point(0), Interval.between({ high: 0, highOpen: true }), Interval.between({ low: 0, lowOpen: true })].flatMap((range) => {
    const box = boxes[of]?.intersect(range);
    return box === undefined ? [] : [{ boxes: boxes.map((other, place) => (place === of ? box : other)), constraints }];
  });
}

/** A factor is not split below this share of the width that it began with: there its values differ in nothing that was printed, and only grow long. */
const FINEST_SPLIT: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 10n ** 12n);

// The widest of the shared factors, halved; a factor without bounds, or one that is (all but) a point, cannot be.
function split({ boxes, constraints }: System, shared: readonly number[], began: readonly Interval[]): readonly [System, System] | undefined {
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
    return { boxes: parts, constraints };
  });
  return [halves[0] as System, halves[1] as System];
}

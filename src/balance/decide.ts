/**
 * Decides a system: consistent with a point, or refuted, or undecided within the effort. Narrowing and the linear core settle nearly everything;
 * where several products share a factor, its box is split and each half decided.
 */
import { Interval } from "../number/interval.ts";
import { type Ratio } from "../number/ratio.ts";
import { narrow } from "./propagate.ts";
import { componentsOf, type System } from "./system.ts";
import { search } from "./witness.ts";

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
  const { boxes } = narrowed;
  const found = new Map<number, Ratio>();
  let undecided: string | undefined;
  for (const component of componentsOf({ boxes, constraints: system.constraints })) {
    const settled = settle(component, effort);
    if (settled === "refuted") return { status: "refuted", ties: new Set(component.constraints.map(({ tie }) => tie)) };
    if (typeof settled === "string") undecided = settled;
    else for (const [unknown, value] of settled) found.set(unknown, value);
  }
  return undecided === undefined ? { status: "consistent", found, boxes } : { status: "undecided", reason: undecided, boxes };
}

// Splits the box of one shared factor after another, until a point is found or every part is refuted.
function settle(component: System, effort: number): ReadonlyMap<number, Ratio> | "refuted" | (string & {}) {
  const pivots = 200 + 20 * component.constraints.length;
  const parts: System[] = [component];
  for (let looked = 0; looked < effort; looked++) {
    const part = parts.pop();
    if (part === undefined) return "refuted";
    const narrowed = looked === 0 ? { boxes: part.boxes } : narrow(part);
    if ("empty" in narrowed) continue;
    const system = { boxes: narrowed.boxes, constraints: part.constraints };
    const outcome = search(system, pivots);
    if ("found" in outcome) return outcome.found;
    if ("refuted" in outcome) continue;
    const halves = outcome.open === "effort" ? undefined : split(system, outcome.shared);
    if (halves === undefined) {
      return outcome.open === "effort"
        ? `the linear search over ${String(component.constraints.length)} ties did not end within ${String(pivots)} steps`
        : "the figures leave a point only where intervals touch, and none was found there";
    }
    parts.push(...halves);
  }
  return parts.length === 0 ? "refuted" : `no point was found, and not every case was refuted, in ${String(effort)} splits of the factors that several ties share`;
}

// The widest of the shared factors, halved; a factor without bounds, or one that is a point, cannot be.
function split({ boxes, constraints }: System, shared: readonly number[]): readonly [System, System] | undefined {
  let widest: { of: number; width: number; middle: Ratio } | undefined;
  for (const of of shared) {
    const { width, middle } = boxes[of] as Interval;
    if (width === undefined || middle === undefined || width.isZero) continue;
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

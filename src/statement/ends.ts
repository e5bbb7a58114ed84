/** The two ends of a bridge: which figures of them can be compared, over which areas, for which metal. */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { DailyChange, MillChange } from "./effect.ts";
import { millOf, tonnesOf, type Mill } from "./mill.ts";
import { placeOf, type Operand, type Operands } from "./operand.ts";

/** One end of a bridge. @internal */
export interface End {
  readonly operands: Operands;
  readonly period: string;
  /** What the bridge calls it. */
  readonly name: string;
}

/** What changes between two ends, area by area. @internal */
export interface Changed {
  readonly areas: readonly string[];
  readonly changes: readonly MillChange[];
  readonly notes: readonly string[];
}

/** Over the areas that make up the whole, where all of them have their figures; else by the figures of the whole. @internal */
export function changesOf(area: string | undefined, asked: readonly string[] | undefined, metal: string, from: End, to: End): Changed {
  const looked = (asked ?? to.operands.report.partsOf(area)).flatMap((part) => spread(part, metal, from, to));
  const changes = looked.flatMap(({ change }) => ("missing" in change ? [] : [change]));
  const missing = looked.flatMap(({ change }) => ("missing" in change ? change.missing : []));
  if (asked !== undefined && missing.length > 0) throw notKnown(missing);
  const isMilling = (["from", "to"] as const).every((end) => changes.some((change) => change[end].ore.value.sign > 0));
  const isKnown = looked.length > 0 && missing.length === 0 && isMilling;
  const whole = changeOf(area, metal, from, to);
  // The mix of one area is none: the figures of the whole say as much, where they were printed.
  if (isKnown && (looked.length > 1 || asked !== undefined || "missing" in whole)) {
    return { areas: looked.map((one) => one.area), changes, notes: changes.flatMap(({ from: before, to: after }) => [...before.notes, ...after.notes]) };
  }
  if ("missing" in whole) throw notKnown([...whole.missing, ...missing]);
  const notes = missing.length === 0 ? [] : [`The mix over areas is not shown, for want of ${missing.slice(0, 3).join(", ")}${missing.length > 3 ? ", ..." : ""}.`];
  return { areas: [], changes: [whole], notes: [...whole.from.notes, ...whole.to.notes, ...notes] };
}

// An area of which too little is known stands for its own parts.
function spread(area: string, metal: string, from: End, to: End): readonly { readonly area: string; readonly change: ReturnType<typeof changeOf> }[] {
  const change = changeOf(area, metal, from, to);
  const parts = "missing" in change ? to.operands.report.partsOf(area) : [];
  return parts.length === 0 ? [{ area, change }] : parts.flatMap((part) => spread(part, metal, from, to));
}

function changeOf(area: string | undefined, metal: string, from: End, to: End): MillChange | { readonly missing: readonly string[] } {
  const before = millOf(from.operands, { area, period: from.period, metal });
  const after = millOf(to.operands, { area, period: to.period, metal });
  if (!("missing" in before) && !("missing" in after)) return { from: before, to: after };
  if ("missing" in before && !("missing" in after)) {
    const idle = idleAs(after, area, from);
    if (idle !== undefined) return { from: idle, to: after };
  }
  if ("missing" in after && !("missing" in before)) {
    const idle = idleAs(before, area, to);
    if (idle !== undefined) return { from: before, to: idle };
  }
  return { missing: [before, after].flatMap((one) => ("missing" in one ? one.missing : [])) };
}

// An area that milled nothing has no grade of its own; at that of the other period, all that it adds is a change in ore and mix.
function idleAs(like: Mill, area: string | undefined, { operands, period }: End): Mill | undefined {
  const place = placeOf(area, period);
  const tonnes = tonnesOf(operands, place);
  if (tonnes?.ore.value.isZero !== true) return undefined;
  return { ...like, ...tonnes, notes: [...tonnes.notes, `${place}: nothing was milled, and grade and recovery are taken as in the other period.`] };
}

/** What an end produced: as the whole printed it, or else as all of its areas did. @internal */
export function producedAt({ operands, period }: End, area: string | undefined, areas: readonly string[], metal: string): Operand | undefined {
  const at = (each: string | undefined): Operand | undefined => operands.printed(`${placeOf(each, period)}.${metal}.produced`);
  const parts = areas.map(at);
  const known = parts.filter((part) => part !== undefined);
  const ofAreas = known.length === 0 || known.length < parts.length ? undefined : {
    value: known.reduce((sum, { value }) => sum.plus(value), Ratio.zero), interval: known.map(({ interval }) => interval).reduce((sum, one) => sum.plus(one)),
  };
  return at(area) ?? ofAreas;
}

/** The unit in which an end tells its metal. @internal */
export function unitOfMetal({ operands, period }: End, area: string | undefined, areas: readonly string[], metal: string): Unit {
  const told = [area, ...areas].flatMap((each) => ["produced", "contained"].map((item) => `${placeOf(each, period)}.${metal}.${item}`))
    .find((address) => operands.has(address));
  return told === undefined ? unitOf("mass", "oz") : operands.unitAt(told);
}

/** The ore of all areas is days x rate where the whole printed a rate. @internal */
export function dailyOf(area: string | undefined, from: End, to: End, changes: readonly MillChange[]): DailyChange | undefined {
  const [before, after] = [from, to].map(({ operands, period }) => tonnesOf(operands, placeOf(area, period))?.daily);
  if (before === undefined || after === undefined) return undefined;
  const made = (end: "from" | "to", days: typeof before.days): typeof before => {
    const ore = changes.map((change) => change[end].ore);
    const value = ore.reduce((sum, one) => sum.plus(one.value), Ratio.zero).dividedBy(days.value);
    const interval = ore.map((one) => one.interval).reduce((sum, one) => sum.plus(one)).dividedBy(days.interval);
    return { days, rate: { value, interval: interval ?? Interval.nonNegative } };
  };
  return changes.length === 1 ? { from: before, to: after } : { from: made("from", before.days), to: made("to", after.days) };
}

/** The one metal that can be bridged, where there is one. @internal */
export function onlyMetal(area: string | undefined, from: End, to: End): string {
  const here = placeOf(area, to.period);
  const { operands } = to;
  const metals = operands.metalsAt([area, ...operands.report.partsOf(area)].map((each) => placeOf(each, to.period)));
  const known = metals.filter((metal) => {
    try {
      changesOf(area, undefined, metal, from, to);
      return true;
    } catch {
      return false;
    }
  });
  const [only, ...more] = known;
  if (only !== undefined && more.length === 0) return only;
  if (only !== undefined) {
    throw new HeadgradeError("unknown-item", `The report can bridge several metals: name one of ${known.join(", ")}, as { metal: "${only}" }.`, { metals: known });
  }
  if (metals.length === 0) throw new HeadgradeError("unknown-address", `The report has no metal in ${here}: a bridge needs ore, grade and recovery.`, { place: here });
  const [first] = metals as [string];
  const change = changeOf(area, first, from, to);
  throw notKnown("missing" in change ? change.missing : []);
}

function notKnown(missing: readonly string[]): HeadgradeError {
  const listed = missing.length > 6 ? `${missing.slice(0, 6).join(", ")}, ...` : missing.join(", ");
  return new HeadgradeError(
    "unknown-address", `A bridge needs ${listed}, which ${missing.length === 1 ? "was" : "were"} neither printed nor implied: give the figures, or choose other periods.`, { missing },
  );
}

/** @internal */
export function requireArea(area: string | undefined, ...ends: readonly End[]): void {
  if (area === undefined) return;
  for (const { operands: { report } } of ends) {
    if (report.partsOf(area).length > 0 || report.addresses.some((address) => address.startsWith(`${area}/`))) continue;
    throw new HeadgradeError("unknown-address", `This report has no area ${shown(area)}.`, { area });
  }
}

/** The case of one conflict: the region about it, its figures with their texts, and what each of them would repair if it were the wrong one. */
import type { Conflict, FigurePlace } from "../balance/conflict.ts";
import { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Correction } from "./hypothesis.ts";
import type { Printed } from "./printed.ts";
import type { Change, Trial } from "./trial.ts";

/** A figure of a conflict: its text, and the conflicts in which it stands. @internal */
export interface Accused extends FigurePlace {
  readonly name: string;
  readonly printed: Printed | undefined;
  readonly text: string;
  readonly interval: Interval;
  readonly conflicts: readonly Conflict[];
}

/** A conflict of more figures accuses no one. */
const MOST_FIGURES = 60;

/** @internal */
export interface Case {
  readonly trial: Trial;
  readonly conflict: Conflict;
  readonly figures: readonly Accused[];
  /** Whether it has more figures than these. */
  readonly cut: boolean;
  /** Any figure of the region. */
  readonly accused: (place: FigurePlace) => Accused;
}

/** @internal */
export function caseOf(trial: Trial, conflict: Conflict, printedOf: (place: FigurePlace) => Printed | undefined): Case {
  const accused = (place: FigurePlace): Accused => {
    const { unknown, figure } = place;
    const known = trial.graph.unknowns[unknown];
    const printed = printedOf(place);
    const evidence = known?.figures[figure];
    return {
      unknown, figure, printed,
      name: printed?.name ?? known?.name ?? "",
      text: printed?.text ?? evidence?.name ?? "",
      interval: evidence?.interval ?? Interval.all,
      conflicts: trial.conflicts.filter(({ figures }) => figures.some((other) => other.unknown === unknown && other.figure === figure)),
    };
  };
  // An exact number that nobody printed is a constant of a tie, and has no misprint.
  const figures = conflict.figures.map(accused).filter(({ printed, interval }) => printed !== undefined || !interval.isPoint);
  return { trial, conflict, figures: figures.slice(0, MOST_FIGURES), cut: figures.length > MOST_FIGURES, accused };
}

/** The largest set of conflicts, this one first, that stand together under some changes, and whether that was proved. @internal */
export function repairedBy(trial: Trial, own: Conflict, others: readonly Conflict[], changes: readonly Change[]): {
  readonly conflicts: readonly Conflict[]; readonly proved: boolean;
} | undefined {
  const all = [own, ...others.filter((conflict) => conflict !== own)];
  const whole = trial.standing(changes, all);
  if (whole !== "refuted") return { conflicts: all, proved: whole === "stands" };
  if (all.length === 1) return undefined;
  const first = trial.standing(changes, [own]);
  if (first === "refuted") return undefined;
  const kept = [own];
  let proved = first === "stands";
  // With two there is nothing left to try.
  for (const conflict of all.length > 2 ? all.slice(1) : []) {
    const standing = trial.standing(changes, [...kept, conflict]);
    if (standing === "refuted") continue;
    kept.push(conflict);
    proved = standing === "stands";
  }
  return { conflicts: kept, proved };
}

/** The printed value of a figure: the middle of what it allows. @internal */
export function valueOf({ interval }: Accused): Ratio | undefined {
  return interval.middle ?? interval.low ?? interval.high;
}

/** @internal */
export function correctionOf(accused: Accused, interval: Interval, reads?: string): Correction {
  const { unknown, figure, name, text } = accused;
  return { unknown, figure, name, printed: text, interval, ...(reads === undefined ? {} : { reads }) };
}

/** The broken ties of some conflicts, each once. @internal */
export function tiesOf(conflicts: readonly Conflict[]): readonly number[] {
  return [...new Set(conflicts.flatMap(({ ties }) => ties))].sort((a, b) => a - b);
}

/** How the ties of a hypothesis stand: those it repairs, those on its figures that it leaves broken, and how many on them were tested. @internal */
export function reachOf({ trial, conflict }: Case, figures: readonly Accused[], repaired: readonly Conflict[]): {
  readonly repairs: readonly number[]; readonly leaves: readonly number[]; readonly tested: number;
} {
  const repairs = tiesOf(repaired);
  const involved = new Set([conflict, ...figures.flatMap(({ conflicts }) => conflicts)]);
  const leaves = tiesOf([...involved].filter((other) => !repaired.includes(other)));
  const resting = new Set(figures.flatMap(({ unknown }) => trial.restingOn(unknown)));
  const tested = [...resting].filter((tie) => trial.isSound(tie) || repairs.includes(tie)).length;
  return { repairs, leaves, tested };
}

/** How much of two intervals is in both, as a share of the shorter; what has no end, or no width, fits. @internal */
export function fitOf(a: Interval, b: Interval): number {
  const shorter = Math.min(a.width?.toNumber() ?? Number.POSITIVE_INFINITY, b.width?.toNumber() ?? Number.POSITIVE_INFINITY);
  const both = a.intersect(b)?.width?.toNumber() ?? Number.POSITIVE_INFINITY;
  return shorter === 0 || !Number.isFinite(shorter) || !Number.isFinite(both) ? 1 : both / shorter;
}

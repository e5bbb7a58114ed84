/** Probes: what one tie computes from the printed values, and how that moves when a figure moves. They ask nothing of how the tie was laid. */
import { unknownsIn, type Tie } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { valueOf, type Accused, type Case } from "./case.ts";
import type { Change } from "./trial.ts";

/** The figures that a stated tie rests on, one of each unknown: of a fact printed several times the first print, which the others restate. @internal */
export function figuresOn({ trial, accused }: Case, tie: number): readonly Accused[] {
  const unknowns = new Set(trial.withDefinitions(tie).flatMap((place) => unknownsIn(trial.graph.ties[place] as Tie)));
  return [...unknowns].flatMap((unknown) => (trial.graph.unknowns[unknown]?.figures.length === 0 ? [] : [accused({ unknown, figure: 0 })]))
    .filter(({ printed, interval }) => printed !== undefined || !interval.isPoint);
}

/** Every print of an unknown, left out. @internal */
export function withoutPrints({ graph }: Case["trial"], unknown: number): readonly Change[] {
  return (graph.unknowns[unknown]?.figures ?? []).map((_, figure) => ({ unknown, figure, interval: undefined }));
}

/** The unknowns that a stated tie may have been computed for: its total, its amount, or a ratio printed of two amounts. @internal */
export function subjectsOf(tie: Tie): readonly number[] {
  switch (tie.type) {
    case "sum": return [tie.total];
    case "product": return [tie.amount, tie.ratio];
    case "bound": return [];
  }
}

/** What one tie computes for a figure from the printed values of the others, some of them set to other values. @internal */
export function recomputed(
  { trial }: Case, tie: number, figures: readonly Accused[], sought: Accused, set: ReadonlyMap<Accused, Ratio> = NOTHING,
): Ratio | undefined {
  const changes: Change[] = [];
  for (const figure of figures) {
    const { unknown } = figure;
    const prints = withoutPrints(trial, unknown);
    if (unknown === sought.unknown) {
      changes.push(...prints);
      continue;
    }
    const value = set.get(figure) ?? valueOf(figure);
    if (value === undefined) return undefined;
    changes.push(...prints.map((print) => (print.figure === figure.figure ? { ...print, interval: Interval.point(value) } : print)));
  }
  const box = trial.alone(sought.unknown, changes, tie);
  // A long quotient comes out as an interval of thirty digits; nothing else so narrow does.
  const { width, middle } = box ?? {};
  return width !== undefined && middle !== undefined && width.times(FINE).compare(middle.absolute()) <= 0 ? middle : undefined;
}

const NOTHING: ReadonlyMap<Accused, Ratio> = /* @__PURE__ */ new Map();
const FINE: Ratio = /* @__PURE__ */ Ratio.of("1e20");

/** Whether two exact results are the same but for digits far beyond any that are printed. @internal */
export function isAbout(a: Ratio | undefined, b: Ratio): boolean {
  return a !== undefined && a.minus(b).absolute().times(FINE).compare(b.absolute()) <= 0;
}

/** Whether a stated tie adds, and multiplies nothing. @internal */
export function isPlainSum(trial: Case["trial"], tie: number): boolean {
  return trial.withDefinitions(tie).every((place) => trial.graph.ties[place]?.type === "sum");
}

/** Figures that were computed from the printed ones and not from what lay behind them: totals of rounded parts, metal of rounded grades. */
import type { Tie } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import { correctionOf, repairedBy, valueOf, type Accused, type Case } from "./case.ts";
import type { Unranked } from "./hypothesis.ts";
import { figuresOn, recomputed, subjectsOf, withoutPrints } from "./probe.ts";
import { supposed } from "./words.ts";

/** A figure whose very digits some tie gives from the printed values of others, and how far that lets its true value lie. */
interface Computed {
  readonly accused: Accused;
  readonly tie: number;
  readonly interval: Interval;
  /** Whether its digits come out only if they were cut off, and not rounded. */
  readonly isCut: boolean;
  /** How likely it is that they come out by accident: the rounding of the others could have moved the result so far, and it moved it to these digits. */
  readonly chance: number;
}

/** The figures of the conflict that may have been computed from rounded ones: one of them, or all at once, where that repairs it. @internal */
export function computedFromRounded(tried: Case): Unranked[] {
  const computed = tried.figures.flatMap((accused) => computedBy(tried, accused));
  const single = computed.flatMap((one) => supposedOf(tried, [one]));
  const ones = new Map(computed.map((one) => [one.accused, one]));
  return single.length > 0 || ones.size < 2 ? single : supposedOf(tried, [...ones.values()]);
}

function computedBy(tried: Case, accused: Accused): Computed[] {
  const { trial, conflict } = tried;
  const { interval, unknown } = accused;
  const value = valueOf(accused);
  if (value === undefined || !interval.isBounded || interval.isPoint) return [];
  // A tie that contradicts by itself does not give the very digits.
  const ties = trial.restingOn(unknown).filter((tie) => trial.isSound(tie) || (conflict.ties.length > 1 && conflict.ties.includes(tie))).slice(0, MOST_TIES);
  return ties.flatMap((tie) => {
    const figures = figuresOn(tried, tie);
    // Nobody computes a part from its total.
    if (figures.length < 3 || !subjectsOf(trial.graph.ties[tie] as Tie).includes(unknown)) return [];
    const result = recomputed(tried, tie, figures, accused);
    if (result === undefined) return [];
    const isCut = !interval.contains(result);
    const read = isCut ? accused.printed?.reread("truncated") : interval;
    if (read?.contains(result) !== true) return [];
    const range = trial.alone(unknown, withoutPrints(trial, unknown), tie);
    if (range?.isBounded !== true || read.encloses(range)) return [];
    const around = Interval.between({ low: read.low?.minus(value), high: read.high?.minus(value) });
    const chance = Math.min(1, (read.width?.toNumber() ?? 0) / (range.width?.toNumber() ?? 1));
    return [{ accused, tie, interval: range.plus(around).hull(interval), isCut, chance }];
  });
}

const MOST_TIES = 4;

function supposedOf(tried: Case, computed: readonly Computed[]): Unranked[] {
  const { trial, conflict } = tried;
  const accused = computed.map((one) => one.accused);
  const changes = computed.map(({ accused: { unknown, figure }, interval }) => ({ unknown, figure, interval }));
  if (trial.allowed(accused[0]?.unknown ?? 0, changes, [conflict]) === undefined) return [];
  const repaired = repairedBy(trial, conflict, [...new Set(accused.flatMap(({ conflicts }) => conflicts))], changes);
  if (repaired === undefined) return [];
  const ties = computed.map(({ tie }) => trial.graph.ties[tie]);
  const isTotal = ties.every((tie) => tie?.type === "sum" && tie.parts.length > 1 && tie.parts.every(({ weight }) => weight.equals(1)));
  return [supposed(tried, {
    kind: isTotal ? "total-of-rounded-parts" : "computed-from-rounded", honest: true, accused, proved: repaired.proved, repaired: repaired.conflicts,
    figures: computed.map((one) => correctionOf(one.accused, one.interval)), chance: Math.max(...computed.map(({ chance }) => chance)),
    because: `on the printed values, ${ties.map((tie) => tie?.name ?? "").join(" and ")} gives the very digits${
      computed.some(({ isCut }) => isCut) ? ", truncated and not rounded" : ""}`,
  })];
}

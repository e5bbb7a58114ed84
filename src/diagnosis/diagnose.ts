/** Diagnosis: of each conflict, which single figures may be wrong, where they would have to lie, and which usual slip or honest cause puts them there. */
import type { Conflict, FigurePlace } from "../balance/conflict.ts";
import { isDefinition } from "../balance/definition.ts";
import type { Graph, Tie } from "../balance/graph.ts";
import type { Outcome } from "../balance/solve.ts";
import { HeadgradeError, shown } from "../error.ts";
import { caseOf } from "./case.ts";
import { causesOf } from "./cause.ts";
import { Diagnosis } from "./diagnosis.ts";
import { exchangesOf } from "./exchange.ts";
import { distinct, type Hypothesis, type Unranked } from "./hypothesis.ts";
import { misprintsOf } from "./misprint.ts";
import type { OtherUnit, Printed } from "./printed.ts";
import { ranked, rankedSuspects } from "./rank.ts";
import { regionAround, touching, type Region } from "./region.ts";
import { roomsOf, suspectsOf } from "./suspect.ts";
import { Trial } from "./trial.ts";

/**
 * Limits of a diagnosis.
 *
 * @category Diagnosis
 */
export interface DiagnoseOptions {
  /** The most boxes that one trial splits into; 16 unless said otherwise. */
  readonly effort?: number;
  /** The most trials decided for one conflict, one that asks for many ties counted several times; 250 unless said otherwise. */
  readonly trials?: number;
  /** The most ties around a conflict that are held against a hypothesis; 150 unless said otherwise. */
  readonly around?: number;
  /** The most conflicts diagnosed; 100 unless said otherwise. The others are not looked at, and have no diagnosis. */
  readonly conflicts?: number;
  /** Ties, by their places, that were stated on a basis known to be wrong: a hypothesis has to respect them only where it is to explain their conflict. */
  readonly leftOut?: ReadonlySet<number>;
}

/** What was printed, by the places of the unknown and of the figure in the graph. @category Diagnosis */
export type Prints = (unknown: number, figure: number) => Printed | undefined;

const LIMITS = { effort: 16, trials: 250, around: 150, conflicts: 100 } as const;

/**
 * Diagnoses what `solve` found: one diagnosis for each conflict, in the same order; none for a graph that stands.
 *
 * Every hypothesis was tried exactly: with it, the ties that it repairs hold together with all ties that are in no conflict. That makes it possible, not true.
 *
 * @param graph - the graph that was solved.
 * @param outcome - what solving it came to.
 * @param prints - the figures as printed. A figure without one is a suspect like the others, and no slip is tried on it.
 * @throws `HeadgradeError` with `out-of-range` for a limit that is no whole number from 1.
 * @example
 * ```ts
 * import { Interval } from "headgrade";
 * import { diagnose } from "headgrade/diagnosis";
 * import { graph, solve } from "headgrade/balance";
 *
 * const whole = (text: string) => {
 *   const value = Number(text.replaceAll(",", ""));
 *   return Interval.between({ low: value - 0.5, high: value + 0.5 });
 * };
 * const texts = { ore: "910,082", waste: "4,149,413", total: "5,058,495" };
 * const mined = graph({
 *   unknowns: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { printed: [{ name: text, interval: whole(text) }] }])),
 *   ties: [{ name: "ore and waste make the total", total: "total", parts: ["ore", "waste"] }],
 * });
 * const [diagnosis] = diagnose(mined, solve(mined), (unknown) => ({
 *   text: mined.unknowns[unknown]?.figures[0]?.name ?? "", read: whole, reread: () => undefined, units: [], neighbours: [],
 * }));
 * diagnosis?.suspects.map(({ name }) => name) // => ["waste", "total", "ore"]
 * ```
 * @category Diagnosis
 */
export function diagnose(graph: Graph, outcome: Outcome, prints: Prints, options: DiagnoseOptions = {}): readonly Diagnosis[] {
  const limits = checkedLimits(options);
  if (outcome.verdict !== "contradictory") return [];
  const { conflicts } = outcome;
  const leftOut = options.leftOut ?? NONE;
  const broken = new Set(conflicts.flatMap(({ ties }) => ties));
  const near = touching(graph);
  const trials: { readonly region: Region; readonly trial: Trial; readonly ties: ReadonlySet<number> }[] = [];
  return conflicts.slice(0, limits.conflicts).map((conflict) => {
    // Conflicts that hang together share a region that was not cut.
    let found = trials.find(({ region, ties }) => !region.cut && conflict.ties.length > 0 && conflict.ties.every((tie) => ties.has(tie)));
    if (found === undefined) {
      const region = regionAround(graph, conflict, conflicts, near, limits.around);
      const local = (ties: ReadonlySet<number>): ReadonlySet<number> => new Set([...region.ties.entries()].flatMap(([at, tie]) => (ties.has(tie) ? [at] : [])));
      const trial = new Trial(region, { effort: limits.effort, decisions: limits.trials, broken: local(broken), leftOut: local(leftOut) });
      found = { region, trial, ties: new Set(region.ties) };
      if (!region.cut) trials.push(found);
    }
    return diagnosisOf(graph, conflict, found.region, found.trial, prints, { trials: limits.trials, isSettled: outcome.rest === "consistent" });
  });
}

/** What is said where no hypothesis is left. @internal */
export const NOTHING_REPAIRS = "No single usual slip and no usual cause repairs it.";

/** When so many share the first rank, that is worth saying. */
const MANY = 3;
const MOST_LISTED = 40;
const NONE: ReadonlySet<number> = /* @__PURE__ */ new Set();

function checkedLimits(options: DiagnoseOptions): Readonly<Record<keyof typeof LIMITS, number>> {
  const { effort = LIMITS.effort, trials = LIMITS.trials, around = LIMITS.around, conflicts = LIMITS.conflicts } = options;
  const limits = { effort, trials, around, conflicts };
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    if (Number.isInteger(limits[name]) && limits[name] >= 1) continue;
    throw new HeadgradeError("out-of-range", `The limit ${name} of a diagnosis must be a whole number, 1 or more, and this one is ${shown(limits[name])}.`, {
      option: name, given: limits[name],
    });
  }
  return limits;
}

function diagnosisOf(
  graph: Graph, conflict: Conflict, region: Region, trial: Trial, prints: Prints,
  { trials, isSettled }: { readonly trials: number; readonly isSettled: boolean },
): Diagnosis {
  const stated = conflict.ties.filter((tie) => !isDefinition(graph.ties[tie]));
  const local = trial.conflicts.find((other) => isSame(other, conflict, stated, region));
  const nameOf = (tie: number): string => (graph.ties[tie] as Tie).name;
  if (local === undefined) return new Diagnosis({ conflict, suspects: [], hypotheses: [], notes: ["Its ties were not looked at."], nameOf });
  trial.left = trials;
  const tried = caseOf(trial, local, printedIn(region, prints));
  const rooms = roomsOf(tried);
  const unranked: Unranked[] = causesOf(tried);
  for (const { rooms: own } of rooms) unranked.push(...misprintsOf(tried, own));
  // Of two exchanged figures neither is a suspect by itself.
  for (const accused of tried.figures) unranked.push(...exchangesOf(tried, accused));
  const hypotheses = ranked(unranked);
  const suspects = rankedSuspects(suspectsOf(rooms), hypotheses);
  const notes: string[] = [];
  // Of figures that were not looked at nothing is said.
  if (rooms.length === 0 && !tried.cut) notes.push("No single figure, left out, lets the rest stand: at least two are wrong, or a tie does not apply.");
  if (hypotheses.length === 0 && !tried.cut) notes.push(NOTHING_REPAIRS);
  const first = distinct(hypotheses.filter(({ rank }) => rank === 1)).length;
  if (first > MANY) notes.push(`${String(first)} hypotheses fit alike: the ties do not tell them apart.`);
  if (hypotheses.length > MOST_LISTED) notes.push(`${String(hypotheses.length - MOST_LISTED)} more hypotheses are not listed.`);
  if (trial.left === 0) notes.push(`The search was cut after ${String(trials)} trials: there may be other hypotheses.`);
  if (!isSettled) notes.push("Whether the ties in no conflict stand together was not decided, and they may be what stands against a hypothesis.");
  if (tried.cut) notes.push(`Only its first ${String(tried.figures.length)} figures were looked at.`);
  if (region.cut) notes.push(`Only the ${String(region.ties.length)} ties nearest to it were held against the hypotheses.`);
  return new Diagnosis({
    conflict, notes, nameOf,
    suspects: suspects.map((suspect) => (
      { ...suspect, unknown: outside(region, suspect.unknown), repairs: suspect.repairs.map((tie) => region.ties[tie] as number) })),
    hypotheses: hypotheses.slice(0, MOST_LISTED).map((hypothesis) => placed(hypothesis, region)),
  });
}

function isSame(local: Conflict, { figures }: Conflict, stated: readonly number[], { ties, unknowns }: Region): boolean {
  return local.ties.length === stated.length && local.figures.length === figures.length
    && local.ties.every((tie, at) => ties[tie] === stated[at])
    && local.figures.every(({ unknown, figure }, at) => unknowns[unknown] === figures[at]?.unknown && figure === figures[at]?.figure);
}

function printedIn({ unknowns }: Region, prints: Prints): (place: FigurePlace) => Printed | undefined {
  const at = new Map(unknowns.map((place, local) => [place, local]));
  return ({ unknown, figure }) => {
    const printed = prints(outside({ unknowns }, unknown), figure);
    if (printed === undefined) return undefined;
    const neighbours = printed.neighbours.flatMap((place) => {
      const local = at.get(place.unknown);
      return local === undefined ? [] : [{ unknown: local, figure: place.figure }];
    });
    const units = printed.units.map(({ name, factor, of }): OtherUnit => {
      const local = of === undefined ? undefined : at.get(of);
      return { name, factor, ...(local === undefined ? {} : { of: local }) };
    });
    return {
      text: printed.text, units, neighbours, read: (text) => printed.read(text), reread: (rule) => printed.reread(rule),
      ...(printed.name === undefined ? {} : { name: printed.name }), ...(printed.decimalMark === undefined ? {} : { decimalMark: printed.decimalMark }),
      ...(printed.isProduced === undefined ? {} : { isProduced: printed.isProduced }),
    };
  };
}

function outside({ unknowns }: Pick<Region, "unknowns">, local: number): number {
  return unknowns[local] as number;
}

function placed(hypothesis: Hypothesis, region: Region): Hypothesis {
  const tie = (local: number): number => region.ties[local] as number;
  return {
    ...hypothesis,
    figures: hypothesis.figures.map((figure) => ({ ...figure, unknown: outside(region, figure.unknown) })),
    repairs: hypothesis.repairs.map(tie), leaves: hypothesis.leaves.map(tie),
  };
}

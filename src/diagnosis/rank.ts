/** Ranking: what repairs more comes first; then honest causes before accusations; then what would hardly fit by accident. Equal evidence shares a rank. */
import type { Hypothesis, HypothesisKind, Unranked } from "./hypothesis.ts";
import type { Suspect } from "./suspect.ts";

/** From the plainest to the rarest: the order in which hypotheses of one rank are listed. */
const PLAINEST_FIRST: readonly HypothesisKind[] = [
  "other-basis", "zeros-not-significant", "total-of-rounded-parts", "computed-from-rounded", "truncated", "simple-mean", "operating-days", "payable-for-produced",
  "digits-swapped", "point-for-comma", "factor-of-a-thousand", "digit-changed", "digit-lost", "digit-doubled", "digit-added", "other-unit", "columns-exchanged",
  "factor-of-ten", "factor-of-a-hundred", "factor-of-a-million", "sign-lost",
];

/** Chances are compared by their powers of ten, no finer and no further than this: they are a guide. */
const LEAST_CHANCE = 1e-4;

/** An honest cause does not come before an accusation where its figure would have to lie just at the end of what it allows, */
const LEAST_FIT = 0.05;
/** nor where it would explain nearly anything. */
const MOST_CHANCE = 0.5;

/** What is compared, most telling first; each the smaller the better. */
function evidenceOf({ repairs, leaves, honest, support: { chance, fit, odd } }: Unranked): readonly number[] {
  const surprise = Math.log10(Math.min(1, Math.max(chance / Math.max(fit, LEAST_CHANCE), LEAST_CHANCE)));
  return [-repairs.length, leaves.length, honest && fit >= LEAST_FIT && chance <= MOST_CHANCE ? 0 : 1, odd ? 1 : 0, Math.round(surprise)];
}

/** @internal */
export function ranked(hypotheses: readonly Unranked[]): readonly Hypothesis[] {
  const sorted = hypotheses
    .map((hypothesis) => ({ hypothesis, evidence: evidenceOf(hypothesis), plain: PLAINEST_FIRST.indexOf(hypothesis.kind) }))
    .sort((a, b) => compared(a.evidence, b.evidence) || a.plain - b.plain);
  return ranksOf(sorted.map(({ evidence }) => evidence)).map((rank, at) => ({ ...(sorted[at] as (typeof sorted)[number]).hypothesis, rank }));
}

/** Competition ranks of sorted evidence: 1, 1, 3. */
function ranksOf(evidence: readonly (readonly number[])[]): readonly number[] {
  const ranks: number[] = [];
  for (const [at, own] of evidence.entries()) {
    const before = evidence[at - 1];
    ranks.push(before !== undefined && compared(before, own) === 0 ? ranks[at - 1] as number : at + 1);
  }
  return ranks;
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (const [at, own] of a.entries()) {
    const order = own - (b[at] ?? Number.POSITIVE_INFINITY);
    if (order !== 0) return order;
  }
  return 0;
}

/** Suspects in order: by what their best slip repairs, by its rank, and by what they repair when left out. @internal */
export function rankedSuspects(suspects: readonly Omit<Suspect, "rank">[], hypotheses: readonly Hypothesis[]): readonly Suspect[] {
  const sorted = suspects.map((suspect) => {
    const { unknown, figure, repairs } = suspect;
    const best = hypotheses.find(({ honest, figures }) => !honest && figures.some((other) => other.unknown === unknown && other.figure === figure));
    return { suspect, evidence: [-(best?.repairs.length ?? 0), best?.rank ?? Number.MAX_SAFE_INTEGER, -repairs.length] };
  }).sort((a, b) => compared(a.evidence, b.evidence));
  return ranksOf(sorted.map(({ evidence }) => evidence)).map((rank, at) => ({ ...(sorted[at] as (typeof sorted)[number]).suspect, rank }));
}

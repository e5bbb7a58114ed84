/** A simple mean printed where a weighted one is meant. */
import { Ratio } from "../number/ratio.ts";
import { correctionOf, valueOf, type Accused, type Case } from "./case.ts";
import type { Unranked } from "./hypothesis.ts";
import { figuresOn, isAbout, isPlainSum, recomputed } from "./probe.ts";
import { supposed } from "./words.ts";

const MOST_FIGURES = 26;

/** Where one tie gives a weighted mean, and the printed figure is the mean without the weights. @internal */
export function simpleMeans(tried: Case): Unranked[] {
  const [tie, ...more] = tried.conflict.ties;
  if (tie === undefined || more.length > 0 || tried.trial.graph.ties[tie]?.type === "bound") return [];
  const figures = figuresOn(tried, tie);
  if (figures.length < 5 || figures.length > MOST_FIGURES || isPlainSum(tried.trial, tie)) return [];
  return figures.flatMap((mean) => {
    const averaged = averagedIn(tried, tie, figures, mean);
    if (averaged.length < 2) return [];
    const sum = averaged.reduce((total, figure) => total.plus(valueOf(figure) ?? Ratio.zero), Ratio.zero);
    const plain = sum.dividedBy(averaged.length);
    if (!mean.interval.contains(plain)) return [];
    return [supposed(tried, {
      kind: "simple-mean", honest: true, accused: [mean], repaired: [tried.conflict], proved: true, figures: [correctionOf(mean, mean.interval)],
      chance: 0.1, because: `the plain mean of ${averaged.map(({ text }) => text).join(", ")} is ${plain.toFixed({ digits: 6 })}`,
    })];
  });
}

// The values of a mean move it in proportion, and when all are one number the mean is that number; weights do neither.
function averagedIn(tried: Case, tie: number, figures: readonly Accused[], mean: Accused): readonly Accused[] {
  const plain = recomputed(tried, tie, figures, mean);
  if (plain === undefined) return [];
  const averaged = figures.filter((figure) => {
    const value = valueOf(figure);
    if (figure === mean || value === undefined || value.isZero) return false;
    const [twice, thrice] = [2, 3].map((times) => recomputed(tried, tie, figures, mean, new Map([[figure, value.times(times)]])));
    return twice !== undefined && thrice !== undefined && !isAbout(twice, plain) && isAbout(thrice.minus(twice), twice.minus(plain));
  });
  if (averaged.length < 2 || averaged.length === figures.length - 1) return [];
  const level = Ratio.of(7);
  const levelled = recomputed(tried, tie, figures, mean, new Map(averaged.map((figure) => [figure, level])));
  return isAbout(levelled, level) ? averaged : [];
}

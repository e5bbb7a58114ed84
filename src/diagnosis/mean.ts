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
      chance: 0.1, because: `the plain mean of ${averaged.map(({ text }) => text).join(", ")} prints as ${mean.text}`,
    })];
  });
}

/** What a tie gives for a figure when some of the others are set to other values. */
type Given = (set?: ReadonlyMap<Accused, Ratio>) => Ratio | undefined;

// The values of a mean move it in proportion, and when all are one number the mean is that number. Where the weights' own total is printed, they move it
// in proportion too, and each pair has to be parted.
function averagedIn(tried: Case, tie: number, figures: readonly Accused[], mean: Accused): readonly Accused[] {
  const given: Given = (set) => recomputed(tried, tie, figures, mean, set);
  const plain = given();
  if (plain === undefined) return [];
  const linear = figures.filter((figure) => {
    if (figure === mean || valueOf(figure)?.isZero !== false) return false;
    const [twice, thrice] = [2, 3].map((times) => given(new Map([[figure, multiple(figure, times)]])));
    return twice !== undefined && thrice !== undefined && !isAbout(twice, plain) && isAbout(thrice.minus(twice), twice.minus(plain));
  });
  if (linear.length < 2 || linear.length === figures.length - 1) return [];
  if (isLevel(linear, given, EXACTLY)) return linear;
  const values = linear.length > MOST_PARTED ? [] : valuesOfPairs(linear, mean, plain, given);
  return values.length > 1 && isLevel(values, given, NEARLY) ? values : [];
}

const MOST_PARTED = 12;
const EXACTLY: Ratio = /* @__PURE__ */ Ratio.of("1e-20");
/** A printed total of weights is not quite their sum. */
const NEARLY: Ratio = /* @__PURE__ */ Ratio.of("0.02");

function multiple(figure: Accused, times: number): Ratio {
  return (valueOf(figure) ?? Ratio.zero).times(times);
}

// Whether the mean is a number when all of its values are.
function isLevel(values: readonly Accused[], given: Given, within: Ratio): boolean {
  const level = Ratio.of(7);
  const mean = given(new Map(values.map((figure) => [figure, level])));
  return mean !== undefined && mean.minus(level).absolute().compare(level.times(within)) <= 0;
}

// Two figures that are multiplied move the mean together by more than each by itself. Of each two the value is the one nearer to the mean.
function valuesOfPairs(linear: readonly Accused[], mean: Accused, plain: Ratio, given: Given): readonly Accused[] {
  const target = Math.log(Math.abs(valueOf(mean)?.toNumber() ?? 1));
  const away = (figure: Accused): number => Math.abs(Math.log(Math.abs(multiple(figure, 1).toNumber())) - target);
  const open = [...linear];
  const values: Accused[] = [];
  for (let first = open.shift(); first !== undefined; first = open.shift()) {
    const [one, alone] = [first, given(new Map([[first, multiple(first, 2)]]))];
    const at = open.findIndex((other) => {
      const [otherwise, both] = [given(new Map([[other, multiple(other, 2)]])), given(new Map([one, other].map((figure) => [figure, multiple(figure, 2)])))];
      return alone !== undefined && otherwise !== undefined && both !== undefined && !isAbout(both.plus(plain), alone.plus(otherwise));
    });
    if (at < 0) return [];
    const [partner] = open.splice(at, 1) as [Accused];
    values.push(away(first) <= away(partner) ? first : partner);
  }
  return values;
}

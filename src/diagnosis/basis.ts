/**
 * Ties that assume a basis which the figures do not have: calendar days where the rate is by operating days, produced metal where the ounces are payable, one
 * numerator where the report takes another. Seen at a conflict of one tie, by its form and by what its neighbours of the same form do.
 */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { correctionOf, valueOf, type Accused, type Case } from "./case.ts";
import { formOf } from "./form.ts";
import type { Unranked } from "./hypothesis.ts";
import { figuresOn, isAbout, isPlainSum, recomputed, withoutPrints } from "./probe.ts";
import { supposed } from "./words.ts";

/** @internal */
export function otherBases(tried: Case): Unranked[] {
  const [tie, ...more] = tried.conflict.ties;
  if (tie === undefined || more.length > 0 || tried.trial.graph.ties[tie]?.type === "bound") return [];
  const figures = figuresOn(tried, tie);
  return [...operatingDays(tried, tie, figures), ...payable(tried, tie, figures), ...anotherTie(tried, figures)];
}

const FEWEST_DAYS = 28;
const MOST_DAYS = 366;
/** A plant that stands still for more than a fifth of its days says so. */
const LEAST_SHARE: Ratio = /* @__PURE__ */ Ratio.fraction(4n, 5n);

// A rate and an amount with a whole number of days between them: the number of days that the figures need.
function operatingDays(tried: Case, tie: number, figures: readonly Accused[]): Unranked[] {
  const [first, second] = figures;
  if (first === undefined || second === undefined || figures.length > 3) return [];
  return [[first, second], [second, first]].flatMap(([rate, amount]) => {
    if (rate === undefined || amount === undefined) return [];
    const given = valueOf(amount);
    const perDay = recomputed(tried, tie, figures, rate);
    if (given === undefined || perDay === undefined || perDay.isZero) return [];
    const days = given.dividedBy(perDay).rounded({ places: 0 });
    if (!isAbout(given.dividedBy(perDay), days) || days.compare(FEWEST_DAYS) < 0 || days.compare(MOST_DAYS) > 0) return [];
    const needed = amount.interval.dividedBy(rate.interval);
    const { low, high } = needed ?? {};
    if (needed === undefined || low === undefined || high === undefined || high.compare(days) >= 0 || low.compare(days.times(LEAST_SHARE)) < 0) return [];
    const whole = low.rounded({ places: 0 }, "ceiling");
    const isWhole = needed.contains(whole);
    const words = isWhole ? `${whole.toString()} of ${days.toString()} days` : `${between(needed)} of ${days.toString()} days`;
    return [supposed(tried, {
      kind: "operating-days", honest: true, accused: [rate], repaired: [tried.conflict], proved: true, detail: words,
      figures: [correctionOf(rate, rate.interval), correctionOf(amount, amount.interval)], chance: isWhole ? Math.min(1, high.minus(low).toNumber()) : 1,
    })];
  });
}

/** What a buyer pays for, as a share of what was produced. */
const LEAST_PAID: Ratio = /* @__PURE__ */ Ratio.fraction(4n, 5n);

// Ore x grade x recovery above the printed metal, wherever a tie has that form: then the metal is payable, and nothing is misprinted.
function payable(tried: Case, tie: number, figures: readonly Accused[]): Unranked[] {
  if (figures.length < 3) return [];
  const { trial } = tried;
  const form = formOf(trial, tie);
  const sameForm = [...trial.graph.ties.keys()].filter((other) => formOf(trial, other).text === form.text);
  for (const [at, unknown] of form.unknowns.entries()) {
    const metal = figures.find((figure) => figure.unknown === unknown);
    if (metal === undefined || metal.printed?.isProduced === false || !isProductOf(tried, tie, figures, metal)) continue;
    const alike = sameForm.filter((other) => {
      const place = formOf(trial, other).unknowns[at];
      return figuresOn(tried, other).find((figure) => figure.unknown === place)?.printed?.isProduced !== false;
    });
    const shares = alike.map((other) => shareAt(tried, other, formOf(trial, other).unknowns[at]));
    if (shares.some((share) => share === undefined)) return [];
    const paid = shares as readonly { readonly metal: Accused; readonly share: Interval }[];
    const conflicts = trial.conflicts.filter(({ ties }) => ties.length === 1 && alike.includes(ties[0] as number));
    if (conflicts.length < alike.length) return [];
    const own = paid[alike.indexOf(tie)];
    const ordered = own === undefined ? paid : [own, ...paid.filter((one) => one !== own)];
    return [supposed(tried, {
      kind: "payable-for-produced", honest: true, accused: ordered.map((one) => one.metal), repaired: conflicts, proved: true,
      figures: ordered.map((one) => correctionOf(one.metal, one.metal.interval)), chance: conflicts.length > 1 ? 0.2 ** conflicts.length : 0.6,
      detail: own === undefined ? undefined : `${between(own.share.scaledBy(100))} % of what the other figures give`,
      because: conflicts.length > 1 ? `so in all ${String(conflicts.length)} ties of this form` : "or metal left in the circuit; only one tie has this form",
    })];
  }
  return [];
}

// Whether the metal grows with each of the others alike, as an amount does that is their product.
function isProductOf(tried: Case, tie: number, figures: readonly Accused[], metal: Accused): boolean {
  const plain = recomputed(tried, tie, figures, metal);
  if (plain === undefined || plain.isZero) return false;
  return figures.every((figure) => {
    if (figure === metal) return true;
    const value = valueOf(figure);
    return value !== undefined && isAbout(recomputed(tried, tie, figures, metal, new Map([[figure, value.times(2)]])), plain.times(2));
  });
}

// The share of what a tie gives that was printed, if all of it lies where payable shares do.
function shareAt(tried: Case, tie: number, unknown: number | undefined): { readonly metal: Accused; readonly share: Interval } | undefined {
  const metal = figuresOn(tried, tie).find((figure) => figure.unknown === unknown);
  if (metal === undefined) return undefined;
  const produced = tried.trial.alone(metal.unknown, withoutPrints(tried.trial, metal.unknown), tie);
  const share = produced === undefined ? undefined : metal.interval.dividedBy(produced);
  const { low, high } = share ?? {};
  if (share === undefined || low === undefined || high === undefined || low.compare(LEAST_PAID) < 0 || high.compare(1) >= 0) return undefined;
  return { metal, share };
}

// Nearly the same figures, tied otherwise: where one way of counting holds, the other was not meant.
function anotherTie(tried: Case, figures: readonly Accused[]): Unranked[] {
  const { trial } = tried;
  const own = new Set(figures.map(({ unknown }) => unknown));
  const subject = coarsest(figures);
  if (subject === undefined || figures.length < 3) return [];
  const [other] = trial.restingOn(subject.unknown).filter((tie) => {
    if (trial.isBroken(tie) || trial.graph.ties[tie]?.type === "bound" || isPlainSum(trial, tie)) return false;
    const theirs = new Set(figuresOn(tried, tie).map(({ unknown }) => unknown));
    const shared = [...own].filter((unknown) => theirs.has(unknown)).length;
    return shared >= 3 && own.size + theirs.size - 2 * shared <= 1;
  });
  if (other === undefined) return [];
  return [supposed(tried, {
    kind: "other-basis", honest: true, accused: [subject], repaired: [tried.conflict], proved: true, figures: [correctionOf(subject, subject.interval)],
    detail: `that of ${trial.graph.ties[other]?.name ?? ""}, which holds`, chance: 0.1,
  })];
}

// A ratio is printed to fewer digits than the amounts that it was computed from.
function coarsest(figures: readonly Accused[]): Accused | undefined {
  let widest: { readonly figure: Accused; readonly width: number } | undefined;
  for (const figure of figures) {
    const width = (figure.interval.width?.toNumber() ?? 0) / Math.abs(valueOf(figure)?.toNumber() ?? 1);
    if (widest === undefined || width > widest.width) widest = { figure, width };
  }
  return widest?.figure;
}

function between({ low, high }: Interval): string {
  const ends = [low, high].map((end) => end?.toFixed({ digits: 4 }) ?? "");
  return ends[0] === ends[1] ? `about ${ends[0] ?? ""}` : ends.join(" to ");
}

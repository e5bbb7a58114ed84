/** Several figures that print one fact: a release says 1.17 Mt in its text and 1,165,388 t in its table. */
import { HeadgradeError, shown } from "../error.ts";
import type { Interval } from "../number/interval.ts";
import type { Kind } from "../quantity/kind.ts";
import type { Figure } from "./figure.ts";
import { figureOf } from "./input.ts";

/**
 * What several prints of one fact say together.
 *
 * - `"agree"`: some value prints as each of them.
 * - `"only at a tie"`: one value does, and it is a tie: it lies halfway between two printable values, so that the figures agree only if the tie was rounded as
 *   it happens to need.
 * - `"contradict"`: no value does.
 *
 * @category Figures
 */
export interface SameFact {
  readonly verdict: "agree" | "only at a tie" | "contradict";
  /** The true values that would print as every one of the figures, in the unit of the first; `undefined` when there are none. */
  readonly interval: Interval | undefined;
}

/**
 * Whether several figures can be prints of the same fact, and which true values are left to it.
 *
 * Use it for a figure that a report states twice, in its text and in its table, say.
 *
 * @throws {@link HeadgradeError} `wrong-kind` for figures of two kinds, or none at all; `basis-mismatch` when one is wet and one dry (a figure that states no
 * basis is taken at its word); `currency-mismatch`; `period-needed` between rates per day and per year.
 * @example
 * ```ts
 * import { figure, sameFact } from "headgrade";
 *
 * const inText = figure("mass", "1.17 Mt");
 * const inTable = figure("mass", "1,165,388 t");
 * sameFact(inText, inTable).verdict // => "agree"
 * String(sameFact(inTable, inText).interval) // => "[1165387.5, 1165388.5]"
 * sameFact(figure("grade", "1.8 g/t"), figure("grade", "1.94 g/t")).verdict // => "contradict"
 * ```
 * @category Figures
 */
export function sameFact<K extends Kind, SameKind extends K>(first: Figure<K>, ...others: readonly Figure<SameKind>[]): SameFact {
  requireFigure(first);
  const figures = [first, ...others].map((each) => figureOf<K>(first.kind, each));
  const basis = figures.map(({ quantity }) => quantity.basis).find((stated) => stated !== undefined);
  const { measure } = first.quantity;
  const intervals = figures.map(({ quantity, inBase }) => {
    // The conversion refuses what does not belong together; a figure that states no basis takes the one that another states.
    (basis === undefined ? quantity : quantity.onBasis(basis)).to(first.quantity.unit);
    return inBase.scaledBy(measure.factor.reciprocal());
  });
  const interval = intervals.reduce<Interval | undefined>((left, each) => left?.intersect(each), intervals[0]);
  if (interval === undefined) return { verdict: "contradict", interval };
  const only = interval.isPoint ? interval.low : undefined;
  const hangsOnTie = only !== undefined && figures.some(({ quantity }, index) => {
    const { low, high } = intervals[index] as Interval;
    // An end at the printed value itself is a bound or a truncation, not a tie.
    const isEnd = low?.equals(only) === true || high?.equals(only) === true;
    return isEnd && !quantity.exact.times(quantity.measure.factor).equals(only.times(measure.factor));
  });
  return { verdict: hangsOnTie ? "only at a tie" : "agree", interval };
}

function requireFigure(given: unknown): void {
  if (typeof given === "object" && given !== null && (given as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === "Figure") return;
  throw new HeadgradeError("wrong-kind", `sameFact compares figures, and this is ${shown(given)}: make them with figure("mass", "1.17 Mt").`, { given: shown(given) });
}

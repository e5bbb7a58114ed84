/** The terms of second order that a formula's bends add to a variance. */
import { Ratio } from "../number/ratio.ts";

/** The results of a formula with some of its arguments moved, by so many steps each. @internal */
export type Moved = (moves: ReadonlyMap<number, number>) => readonly Ratio[];

/**
 * For each result, the sum over all i and j of ((f_ij)^2 / 2 + f_i f_ijj) (u_i u_j)^2, by differences over steps that are a given share of each standard
 * uncertainty. For independent normal arguments it is what the next terms of the Taylor series add.
 *
 * @param slopes - for each argument, the contributions c_i u_i to each result.
 * @param share - the step as a share of the standard uncertainty.
 * @internal
 */
export function secondOrderTerms(moved: Moved, contributions: readonly (readonly Ratio[])[], share: Ratio): readonly Ratio[] {
  const centre = moved(new Map());
  const count = contributions.length;
  const [perPair, perTriple] = [share.times(share).reciprocal(), share.times(share).times(share).reciprocal()];
  const along = Array.from({ length: count }, (_, i) => [-2, -1, 1, 2].map((steps) => moved(new Map([[i, steps]]))));
  const at = (i: number, steps: number): readonly Ratio[] => (along[i] as readonly (readonly Ratio[])[])[steps < 0 ? steps + 2 : steps + 1] as readonly Ratio[];
  const totals = centre.map(() => Ratio.zero);
  const add = (result: number, term: Ratio): void => {
    totals[result] = (totals[result] as Ratio).plus(term).reduced();
  };
  for (let i = 0; i < count; i++) {
    const first = contributions[i] as readonly Ratio[];
    centre.forEach((middle, result) => {
      const [before2, before, after, after2] = [-2, -1, 1, 2].map((steps) => at(i, steps)[result] as Ratio) as [Ratio, Ratio, Ratio, Ratio];
      const bend = after.plus(before).minus(middle.times(2)).times(perPair);
      const twist = after2.minus(before2).minus(after.minus(before).times(2)).dividedBy(2).times(perTriple);
      add(result, bend.times(bend).dividedBy(2).plus((first[result] as Ratio).times(twist)));
    });
    for (let j = i + 1; j < count; j++) {
      const second = contributions[j] as readonly Ratio[];
      const [pp, pm, mp, mm] = ([[1, 1], [1, -1], [-1, 1], [-1, -1]] as const).map(([a, b]) => moved(new Map([[i, a], [j, b]]))) as [
        readonly Ratio[], readonly Ratio[], readonly Ratio[], readonly Ratio[],
      ];
      centre.forEach((_, result) => {
        const of = (values: readonly Ratio[]): Ratio => values[result] as Ratio;
        const mixed = of(pp).minus(of(pm)).minus(of(mp)).plus(of(mm)).dividedBy(4).times(perPair);
        // f_ijj, and the same with the two exchanged.
        const ijj = of(pp).plus(of(pm)).minus(of(at(i, 1)).times(2)).minus(of(mp).plus(of(mm)).minus(of(at(i, -1)).times(2))).dividedBy(2).times(perTriple);
        const jii = of(pp).plus(of(mp)).minus(of(at(j, 1)).times(2)).minus(of(pm).plus(of(mm)).minus(of(at(j, -1)).times(2))).dividedBy(2).times(perTriple);
        add(result, mixed.times(mixed).plus(of(first).times(ijj)).plus(of(second).times(jii)));
      });
    }
  }
  return totals;
}

/** Linear equations taken in one after another. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Echelon } from "../../src/balance/echelon.ts";
import { Ratio } from "../../src/number/ratio.ts";

type Weights = Readonly<Record<number, number>>;

function terms(weights: Weights): Map<number, Ratio> {
  return new Map(Object.entries(weights).map(([of, weight]) => [Number(of), Ratio.of(weight)]));
}

function told({ terms: weights, constant }: { readonly terms: ReadonlyMap<number, Ratio>; readonly constant: Ratio }): [string, Record<number, string>] {
  return [constant.toString(), Object.fromEntries(Array.from(weights, ([of, weight]) => [of, weight.toString()]))];
}

const ALIKE = (): number => 1;

describe("equations taken in", () => {
  test("are solved for the unknown with the most room, and put into what came before", () => {
    const echelon = new Echelon((unknown) => [5, 1, 2, 1][unknown]!);
    echelon.add(terms({ 0: 1, 1: 1, 2: 1 }), Ratio.of(10));
    expect([...echelon.dependents()]).toEqual([0]);
    echelon.add(terms({ 2: 2, 3: -1 }), Ratio.of(4));
    expect([...echelon.dependents()]).toEqual([0, 2]);
    expect(told(echelon.reduced(terms({ 0: 2, 3: 1 })))).toEqual(["16", { 1: "-2" }]);
    expect(echelon.known(0)).toBeUndefined();
    echelon.add(terms({ 1: 3 }), Ratio.of(9));
    echelon.add(terms({ 3: 1 }), Ratio.of(2));
    expect([0, 1, 2, 3, 4].map((unknown) => echelon.known(unknown)?.toString())).toEqual(["4", "3", "3", "2", undefined]);
    expect(echelon.holds).toBe(true);
  });

  test("may say nothing new, or contradict", () => {
    const echelon = new Echelon(ALIKE);
    echelon.add(terms({ 0: 1, 1: 1 }), Ratio.of(1));
    echelon.add(terms({ 0: 2, 1: 2 }), Ratio.of(2));
    expect([echelon.holds, [...echelon.dependents()].length]).toEqual([true, 1]);
    echelon.add(terms({ 0: 2, 1: 2 }), Ratio.of(3));
    expect(echelon.holds).toBe(false);
  });

  test("hold where a point satisfies them, and what follows from the others is its place", () => {
    const whole = fc.integer({ min: -4, max: 4 });
    const equation = fc.dictionary(fc.integer({ min: 0, max: 5 }).map(String), whole.filter((weight) => weight !== 0), { minKeys: 1, maxKeys: 4 });
    fc.assert(fc.property(fc.array(whole, { minLength: 6, maxLength: 6 }), fc.array(equation, { maxLength: 8 }), (point, equations) => {
      const echelon = new Echelon((unknown) => unknown);
      const at = ({ terms: weights, constant }: ReturnType<Echelon["reduced"]>): Ratio =>
        [...weights].reduce((sum, [of, weight]) => sum.plus(weight.times(point[of]!)), constant);
      for (const weights of equations) {
        const comesTo = Object.entries(weights).reduce((sum, [of, weight]) => sum + weight * point[Number(of)]!, 0);
        echelon.add(terms(weights), Ratio.of(comesTo));
      }
      expect(echelon.holds).toBe(true);
      const dependents = [...echelon.dependents()];
      for (const of of dependents) {
        const sum = echelon.reduced(terms({ [of]: 1 }));
        expect([...sum.terms.keys()].filter((other) => dependents.includes(other))).toEqual([]);
        expect(at(sum).equals(point[of]!)).toBe(true);
      }
    }), { seed: 71, numRuns: 500 });
  });

  test("are given up where they grow too long", () => {
    const echelon = new Echelon(ALIKE);
    const size = 400;
    // Each looks back at all before it, and nothing cancels out.
    for (let row = 0; row < size; row++) {
      const weights = Object.fromEntries(Array.from({ length: 3 }, (_, term) => [(row * (term + 3) + term * 7) % (2 * size), row + term + 1]));
      echelon.add(terms(weights), Ratio.of(row));
    }
    expect(echelon.holds).toBe(false);
  });
});

/** Correlations between arguments: a few pairs by name, checked, and whether together they are possible. */
import { HeadgradeError, shown } from "../error.ts";
import type { Occurrence } from "../formula/field.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import type { Measured } from "./measured.ts";

/**
 * The correlation of two arguments, by their names: `["ore", "grade", "0.3"]`, or `["parts[0].grade", "parts[1].grade", 1]`. Pairs that are not named are taken
 * as uncorrelated.
 *
 * @category Uncertainty
 */
export type Correlation = readonly [one: string, other: string, coefficient: Numeric];

/** The correlations of the measured arguments of one formula, by their places in its list of them. @internal */
export interface Correlations {
  readonly pairs: readonly { readonly one: number; readonly other: number; readonly coefficient: Ratio }[];
  readonly between: (one: number, other: number) => Ratio;
}

/**
 * Reads correlations.
 *
 * @throws `HeadgradeError` `unknown-item` for a name that is no measured argument; `unknown-option` for a pair given twice or of one argument;
 * `out-of-range` beyond -1 and 1, and where no quantities can be so correlated.
 * @internal
 */
export function readCorrelations(given: readonly Correlation[] | undefined, inputs: readonly Occurrence<Measured>[]): Correlations {
  const entries: unknown = given ?? [];
  if (!Array.isArray(entries)) throw malformed(entries);
  const table = new Map<string, Ratio>();
  const pairs = entries.map((entry: unknown) => {
    if (!Array.isArray(entry) || entry.length !== 3) throw malformed(entry);
    const [one, other] = [placeOf(entry[0], inputs), placeOf(entry[1], inputs)];
    const coefficient = Ratio.of(entry[2] as Numeric);
    const names = `${String(entry[0])} and ${String(entry[1])}`;
    if (one === other || table.has(keyOf(one, other))) {
      throw new HeadgradeError("unknown-option", `${names} ${one === other ? "are one measured value" : "were given a correlation already"}.`, { pair: names });
    }
    if (coefficient.absolute().compare(Ratio.one) > 0) {
      throw new HeadgradeError("out-of-range", `The correlation of ${names} is ${coefficient.toString()}, and a correlation lies between -1 and 1.`, { pair: names });
    }
    table.set(keyOf(one, other), coefficient);
    return { one, other, coefficient };
  });
  const between = (one: number, other: number): Ratio => one === other ? Ratio.one : table.get(keyOf(one, other)) ?? Ratio.zero;
  requirePossible([...new Set(pairs.flatMap(({ one, other }) => [one, other]))], between);
  return { pairs, between };
}

function keyOf(one: number, other: number): string {
  return one < other ? `${String(one)} ${String(other)}` : `${String(other)} ${String(one)}`;
}

function placeOf(name: unknown, inputs: readonly Occurrence<Measured>[]): number {
  const place = inputs.findIndex(({ names }) => names.some((own) => own === name));
  if (place >= 0) return place;
  const known = inputs.flatMap(({ names }) => names);
  throw new HeadgradeError("unknown-item", `${shown(name)} is no measured argument: they are ${known.join(", ")}.`, { given: shown(name), choices: known });
}

/**
 * Correlations are possible together exactly if their matrix is positive semidefinite. Symmetric elimination tells, exactly: no pivot may be negative, and
 * below a zero pivot all must be zero.
 */
function requirePossible(places: readonly number[], between: (one: number, other: number) => Ratio): void {
  const rows = places.map((one) => places.map((other) => between(one, other)));
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Ratio[];
    const pivot = row[at] as Ratio;
    const rest = row.slice(at + 1);
    if (pivot.sign < 0 || (pivot.isZero && rest.some(({ isZero }) => !isZero))) {
      throw new HeadgradeError(
        "out-of-range",
        "No quantities can be correlated so (the matrix of the correlations is not positive semidefinite): look for a wrong sign, or give coefficients with more digits.",
        {},
      );
    }
    if (pivot.isZero) continue;
    for (let below = at + 1; below < rows.length; below++) {
      const factor = (row[below] as Ratio).dividedBy(pivot);
      const target = rows[below] as Ratio[];
      for (let column = at + 1; column < rows.length; column++) {
        target[column] = (target[column] as Ratio).minus((row[column] as Ratio).times(factor)).reduced();
      }
    }
  }
}

function malformed(given: unknown): HeadgradeError {
  return new HeadgradeError("wrong-kind", `Correlations are a list of pairs with their coefficients, as [["ore", "grade", "0.3"]], and this is ${shown(given)}.`, { given: shown(given) });
}

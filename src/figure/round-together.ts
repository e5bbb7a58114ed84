/**
 * Rounding numbers that must add up once they are printed. Each part rounded by itself often misses the total by a unit or two; rounded together, some of
 * them go the other way, as few and as little as it takes.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { checkedPrecision } from "../number/rounding.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { isQuantity, Quantity } from "../quantity/quantity.ts";
import type { UnitOf } from "../quantity/unit.ts";
import { Figure } from "./figure.ts";

/** The most parts that are rounded together. @internal */
export const MOST_PARTS = 1_000_000;

/**
 * How numbers are rounded together.
 *
 * @category Figures
 */
export interface RoundTogetherOptions<Total> {
  /** Digits after the decimal mark, the same for all parts: 0 for whole ones, -3 for thousands. */
  readonly places: number;
  /** The total that the parts must make. Left out, it is the exact sum of the parts rounded at the same place. */
  readonly total?: Total;
}

/** The same for quantities, with the unit in which they are printed; that of the first part unless said otherwise. @category Figures */
export interface RoundQuantitiesTogetherOptions<K extends Kind, R extends Role> extends RoundTogetherOptions<Quantity<K, R> | Figure<K>> {
  readonly unit?: UnitOf<K>;
}

/** A part that was not rounded to the nearest, so that the total comes out. @category Figures */
export interface MovedPart<T> {
  /** Its place among the parts, from 0. */
  readonly part: number;
  /** What it would be, rounded by itself. */
  readonly alone: T;
  readonly printed: T;
}

/**
 * What rounding together came to: the parts as they are to be printed with the total that they make, or why no rounding makes it. Then `least` and `most`
 * are what the parts can add up to, each rounded down or up.
 *
 * @category Figures
 */
export type RoundedTogether<T> =
  | { readonly verdict: "rounded"; readonly parts: readonly T[]; readonly total: T; readonly moved: readonly MovedPart<T>[] }
  | { readonly verdict: "impossible"; readonly reason: string; readonly least: T; readonly most: T };

/**
 * Rounds parts so that what is printed adds up exactly to the total, moving as little as possible.
 *
 * Each part goes to the printable number below it or above it, never as far as a whole unit of the last place, and one that is printable stays. Among all such
 * roundings that make the total, this is the one with the least sum of distances between printed and exact parts: the parts with the
 * largest remainders go up, and of equal remainders the first ones. The total is the one given, as it was printed, or else the exact sum, rounded (half away
 * from zero), for which there is always a rounding.
 *
 * @param parts - plain numbers, or quantities of one kind. Exact, of any sign.
 * @param options - the last place, and the total if it is printed already.
 * @returns The rounded parts, or that there are none and why.
 * @throws {@link HeadgradeError} `out-of-range` for no parts, and for places that are no whole number; `too-large` past a million parts; `wrong-kind`,
 * `basis-mismatch`, `currency-mismatch`, `role-mismatch`, `period-needed` for parts or a total that do not belong together; what {@link Ratio.of} throws.
 * @source M. L. Balinski and H. P. Young, Fair Representation, 1982 (the method of largest remainders).
 * @example Four quarters that must make the year
 * ```ts
 * import { mass, roundTogether } from "headgrade";
 *
 * const quarters = ["53.44 koz", "62.43 koz", "51.43 koz", "52.03 koz"].map((text) => mass(text));
 * const rounded = roundTogether(quarters, { places: 0 });
 * rounded.verdict // => "rounded"
 * if (rounded.verdict === "rounded") rounded.parts.map(String) // => ["54 koz", "62 koz", "51 koz", "52 koz"]
 * if (rounded.verdict === "rounded") String(rounded.total) // => "219 koz"
 * if (rounded.verdict === "rounded") rounded.moved.map(({ part, alone }) => `${part}: ${alone}`) // => ["0: 53 koz"]
 * ```
 * @example No rounding of these parts makes 13
 * ```ts
 * import { roundTogether } from "headgrade";
 *
 * const rounded = roundTogether(["3.3", "3.3", "3.3"], { places: 0, total: 13 });
 * if (rounded.verdict === "impossible") rounded.reason // => "the parts make 9 to 12, each rounded down or up, and the total is 13"
 * ```
 * @category Figures
 */
export function roundTogether(parts: readonly Numeric[], options: RoundTogetherOptions<Numeric>): RoundedTogether<Ratio>;
export function roundTogether<K extends Kind, R extends Role = never>(
  parts: readonly Quantity<K, R>[], options: RoundQuantitiesTogetherOptions<K, R>,
): RoundedTogether<Quantity<K, R>>;
export function roundTogether(
  parts: readonly unknown[], options: { readonly places: number; readonly total?: unknown; readonly unit?: string },
): RoundedTogether<Ratio> | RoundedTogether<Quantity<Kind, Role>> {
  const { places } = options;
  checkedPrecision(places, -1000);
  requireParts(parts);
  const [first] = parts;
  if (!isQuantity(first)) return settled(parts.map(numberOf), { places, total: options.total === undefined ? undefined : numberOf(options.total) }, itself);
  const { unit, read, told } = readingLike(first, options.unit);
  const exact = parts.map(read);
  return settled(exact, { places, total: options.total === undefined ? undefined : read(options.total) }, told, unit);
}

interface Printing {
  readonly places: number;
  readonly total: Ratio | undefined;
}

function settled<T>(exact: readonly Ratio[], { places, total: given }: Printing, told: (value: Ratio) => T, unit = "1"): RoundedTogether<T> {
  const scale = Ratio.scaled(1, places);
  const unscaled = Ratio.scaled(1, -places);
  const floors = exact.map((value) => value.rounded({ places }, "floor"));
  const remainders = exact.map((value, part) => value.minus(floors[part] as Ratio).times(scale));
  const least = floors.reduce((sum, floor) => sum.plus(floor), Ratio.zero);
  const open = remainders.flatMap((remainder, part) => (remainder.isZero ? [] : [part]));
  const total = given ?? exact.reduce((sum, value) => sum.plus(value), Ratio.zero).rounded({ places });
  const ups = total.minus(least).times(scale);
  if (!ups.isInteger || ups.sign < 0 || ups.isGreaterThan(open.length)) {
    const most = least.plus(unscaled.times(open.length));
    return { verdict: "impossible", reason: reasonFor({ least, most, total, isFine: !ups.isInteger }, unit), least: told(least), most: told(most) };
  }
  // Going up instead of down costs 1 - 2 x remainder units, and how many go up is fixed: the largest remainders cost the least.
  const order = open.sort((a, b) => (remainders[b] as Ratio).compare(remainders[a] as Ratio) || a - b);
  const rising = new Set(order.slice(0, ups.toNumber()));
  const printed = floors.map((floor, part) => (rising.has(part) ? floor.plus(unscaled) : floor));
  const moved = printed.flatMap((value, part) => {
    const order = (remainders[part] as Ratio).compare(HALF);
    const isMoved = rising.has(part) ? order < 0 : order > 0;
    return isMoved ? [{ part, alone: told((exact[part] as Ratio).rounded({ places })), printed: told(value) }] : [];
  });
  return { verdict: "rounded", parts: printed.map(told), total: told(total), moved };
}

const HALF: Ratio = /* @__PURE__ */ Ratio.fraction(1n, 2n);

interface Range {
  readonly least: Ratio;
  readonly most: Ratio;
  readonly total: Ratio;
  readonly isFine: boolean;
}

function reasonFor({ least, most, total, isFine }: Range, unit: string): string {
  const tell = (value: Ratio): string => withUnit(formatNumber(value), unit);
  if (isFine) return `the total is ${tell(total)}, which has digits beyond the last place of the parts`;
  const range = least.equals(most) ? `${tell(least)}, whichever way each is rounded` : `${formatNumber(least)} to ${tell(most)}, each rounded down or up`;
  return `the parts make ${range}, and the total is ${tell(total)}`;
}

function itself(value: Ratio): Ratio {
  return value;
}

function requireParts(parts: unknown): void {
  if (!Array.isArray(parts)) throw new HeadgradeError("wrong-kind", `Expected an array of parts and got ${shown(parts)}.`, { given: shown(parts) });
  if (parts.length === 0) throw new HeadgradeError("out-of-range", "There are no parts to round together: give at least one.", { given: 0 });
  if (parts.length > MOST_PARTS) {
    throw new HeadgradeError("too-large", `There are ${String(parts.length)} parts, and at most ${String(MOST_PARTS)} are rounded together.`, { given: parts.length });
  }
}

/** A plain number among plain numbers. @internal */
export function numberOf(value: unknown): Ratio {
  if (!isQuantity(value) && !(value instanceof Figure)) return Ratio.of(value as Numeric);
  throw new HeadgradeError(
    "wrong-kind", `The first part is a plain number and ${value.toString()} is none: give all parts and the total as numbers, or all as quantities.`, { given: value.toString() },
  );
}

/** How quantities of one kind are read in one unit, and told in it again. @internal */
export function readingLike(first: Quantity<Kind, Role>, unit: string | undefined): {
  readonly unit: string; readonly read: (value: unknown) => Ratio; readonly told: (value: Ratio) => Quantity<Kind, Role>;
} {
  const like = unit === undefined ? first : first.to(unit);
  return {
    unit: like.unit,
    // The difference refuses what does not add: another kind, basis, currency or role.
    read: (value) => like.minus(like).plus((value instanceof Figure ? value.quantity : value) as Quantity<Kind, Role>).exact,
    told: (value) => new Quantity<Kind, Role>(like.measure, value, like.basis, like.role),
  };
}

/** From a figure's text and options to its value, its last place and the interval of true values that would print so. */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { KINDS, type Kind } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { Hedge } from "./hedge.ts";
import { readColumnScale, readPrinted, type PrintedNumeral } from "./numeral.ts";
import { scalePower, type FigureOptions } from "./options.ts";
import { roundingInterval, significantInterval, type RoundingRule } from "./rounding.ts";

/** What was read of a figure. @internal */
export interface FigureReading<K extends Kind> {
  readonly quantity: Quantity<K>;
  readonly interval: Interval;
  readonly lastPlace: number;
  readonly rule: RoundingRule;
  readonly hedge: Hedge | undefined;
  readonly zerosSignificant: boolean;
}

/** Reads a figure. The options have been checked. @internal */
export function readFigure<K extends Kind>(kind: K, text: string, options: FigureOptions): FigureReading<K> {
  if (!Object.hasOwn(KINDS, kind)) {
    throw new HeadgradeError("wrong-kind", `Unknown kind of figure ${shown(kind)}: use one of ${Object.keys(KINDS).join(", ")}.`, { given: kind });
  }
  const printed = readPrinted(text, { decimalMark: options.decimalMark, hasCurrency: kind === "money" || kind === "price" });
  const { unit, scale } = unitAndScale(kind, printed, options);
  const exponent = printed.exponent + scale;
  const value = Ratio.scaled(printed.coefficient, exponent);
  const zeros = options.zeros ?? (printed.hedge === "approximately" ? "not-significant" : "significant");
  const { lastPlace, isSignificant } = placeOf({ ...printed, exponent }, zeros, options.significantDigits);
  if (!value.times(Ratio.scaled(1, -lastPlace)).isInteger) throw moreDigits(text, options.significantDigits);
  const isCount = unit.kind === "duration" && unit.symbol === "d" && printed.isPlainWhole && scale === 0 && printed.hedge === undefined
    && zeros === "significant" && options.significantDigits === undefined;
  const rule = options.rounding ?? (isCount ? "exact" : "nearest");
  const rounded = isSignificant ? significantInterval(value, lastPlace, rule) : roundingInterval(value, lastPlace, rule);
  return {
    quantity: new Quantity<K>(unit, value, unit.basis, undefined),
    interval: boundedBy(printed.hedge, value) ?? rounded,
    lastPlace, rule, hedge: printed.hedge, zerosSignificant: zeros === "significant" && lastPlace === exponent,
  };
}

/** Where the digits that count end, and whether the figure was rounded to significant figures there. */
function placeOf(
  { coefficient, exponent, trailingZeros }: PrintedNumeral, zeros: "significant" | "not-significant", significantDigits: number | undefined,
): { readonly lastPlace: number; readonly isSignificant: boolean } {
  // A zero has no significant digit, so it keeps the place at which it was printed.
  if (coefficient == 0) return { lastPlace: exponent, isSignificant: false };
  if (significantDigits !== undefined) {
    const digits = coefficient.toString().replace("-", "").length;
    const place = exponent + digits - significantDigits;
    return place < exponent ? { lastPlace: exponent, isSignificant: false } : { lastPlace: place, isSignificant: true };
  }
  // Without zeros to loosen nothing changes: loosening never makes an interval narrower.
  return zeros === "significant" || trailingZeros === 0
    ? { lastPlace: exponent, isSignificant: false }
    : { lastPlace: exponent + trailingZeros, isSignificant: true };
}

function boundedBy(hedge: Hedge | undefined, value: Ratio): Interval | undefined {
  switch (hedge) {
    case "over": return Interval.between({ low: value, lowOpen: true });
    case "at least": return Interval.between({ low: value });
    case "under": return Interval.between({ high: value, highOpen: true });
    case "up to": return Interval.between({ high: value });
    default: return undefined;
  }
}

function unitAndScale(kind: Kind, { prefix, suffix, hasScale }: PrintedNumeral, options: FigureOptions): { readonly unit: Unit; readonly scale: number } {
  const columnScale = options.scale === undefined || hasScale ? undefined : scalePower(options.scale);
  const own = prefix + suffix;
  const isSettledByColumn = suffix === "" && (prefix === "$" || (kind === "price" && prefix !== ""));
  if (options.unit === undefined || (own !== "" && !isSettledByColumn)) return { unit: unitOf(kind, own, options.read), scale: columnScale ?? 0 };
  const { unit, scale } = columnUnit(kind, options.unit, options);
  if (prefix !== "" && prefix !== "$") requireCurrency(prefix, unit);
  return { unit, scale: hasScale ? 0 : columnScale ?? scale };
}

function columnUnit(kind: Kind, heading: string, options: FigureOptions): { readonly unit: Unit; readonly scale: number } {
  const { exponent, rest } = readColumnScale(heading);
  return { unit: unitOf(kind, rest, options.read), scale: exponent };
}

// "US$350" in a column of USD/oz.
function requireCurrency(prefix: string, unit: Unit): void {
  const { currency } = unitOf("money", prefix);
  if (currency === unit.currency) return;
  throw new HeadgradeError(
    "currency-mismatch",
    `The text says ${shown(prefix)}, which is ${currency ?? "no currency"}, and its column is in ${unit.symbol}: give the figure the unit that it was printed in.`,
    { given: prefix, unit: unit.symbol },
  );
}

function moreDigits(text: string, significantDigits: number | undefined): HeadgradeError {
  return new HeadgradeError(
    "malformed-figure",
    `${shown(text)} has more than ${String(significantDigits)} significant digits, so it was not rounded to that many: leave significantDigits out, or give the number printed.`,
    { given: text.slice(0, 100), significantDigits },
  );
}

/** How a value with its uncertainty prints: the uncertainty to two digits, the value to the same place. */
import type { Ratio } from "../number/ratio.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";

const DIGITS = 2;

/** The decimal places at which a standard uncertainty has two digits; none are before the decimal mark. @internal */
function placesOf(standard: Ratio): number {
  const two = standard.rounded({ digits: DIGITS });
  let places = 0;
  while (places < 30 && !two.rounded({ places }).equals(two)) places++;
  return two.isZero ? 0 : Math.max(places, DIGITS - 1 - Math.floor(Math.log10(two.toNumber()) + 1e-9), 0);
}

/** A number beside its standard uncertainty: both rounded to the uncertainty's second digit. @internal */
export function valueAt(standard: Ratio, value: Ratio): string {
  if (standard.isZero) return formatNumber(value);
  const places = Math.min(placesOf(standard), 30);
  const whole = places > 0 ? { places } : { places: Math.min(0, DIGITS - 1 - Math.floor(Math.log10(standard.rounded({ digits: DIGITS }).toNumber()) + 1e-9)) };
  return formatNumber(value.rounded(whole), { places });
}

/** A standard uncertainty to two digits. @internal */
export function uncertaintyText(standard: Ratio): string {
  return standard.isZero ? "0" : valueAt(standard, standard);
}

/** A number of a few digits, with an exponent where zeros would fill the line. @internal */
export function shortText(value: Ratio, digits = 3): string {
  if (value.isZero) return "0";
  const size = Math.abs(value.toNumber());
  if (size >= 1e-4 && size < 1e7) return formatNumber(value, { digits });
  const exponent = Math.floor(Math.log10(size));
  const scale = 10n ** BigInt(Math.abs(exponent));
  return `${formatNumber(exponent < 0 ? value.times(scale) : value.dividedBy(scale), { digits })}e${String(exponent)}`;
}

/** A text with its unit, where it has one; money has its currency before it. @internal */
export function inUnit(text: string, kind: string, unit: string): string {
  return kind === "money" ? `${unit} ${text}` : withUnit(text, unit);
}

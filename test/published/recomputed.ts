/** A recomputed quantity, told as the printed answer beside it was: in its unit, to its digits. */
import type { FormatOptions } from "../../src/quantity/format.ts";
import type { Kind, Role } from "../../src/quantity/kind.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";

/** `"82.67 %"` for a printed `"82.64 %"`; a fraction without a unit is a number. Digits are grouped where they were. */
export function toldAs(printed: string, value: Quantity<Kind, Role>, precision?: FormatOptions): string {
  const at = printed.indexOf(" ");
  const [number, unit] = at < 0 ? [printed, "1"] : [printed.slice(0, at), printed.slice(at + 1)];
  const places = number.split(".")[1]?.length ?? 0;
  const told = value.to(unit);
  const text = told.format(precision ?? { places });
  const digits = text.slice(0, text.search(/[^\d.,-]|$/));
  return `${number.includes(",") || told.exact.absolute().isLessThan(1000) ? digits : digits.replaceAll(",", "")}${at < 0 ? "" : ` ${unit}`}`;
}

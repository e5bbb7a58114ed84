/**
 * A published figure's text as the numbers that it may stand for: half a unit in its last place either side, both ends included, trailing zeros significant.
 *
 * This is the strict reading of published data, not the library's: it ignores hedges and scale words ("1.2 million" is 1.2 in its own unit), reads through
 * marks, takes the first number there is, and takes a group with a lost digit ("876,00") for the number without its separator.
 */
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

/** The comma or point that parts thousands, if one does, and the marks that may stand before decimals. */
interface NumberFormat {
  readonly groups: string;
  readonly decimal: string;
}

const ENGLISH: NumberFormat = { groups: ",", decimal: "." };
const NIL = /^(?:n\.?\/?a\.?|n\.?m\.?|nil|none|not (?:available|applicable|meaningful|reported|disclosed)|[-\u2013\u2014.\u2026*]*)$/i;

/** A number as printed, with the power of ten of its last digit. */
export interface PrintedNumber {
  readonly value: Ratio;
  readonly lastPlace: number;
  readonly hasDecimals: boolean;
}

/**
 * The number that a text stands for; `undefined` for one that says that nothing was printed.
 *
 * @throws An error that says what cannot be read.
 */
export function printedNumber(text: string, numberFormat?: string | null): PrintedNumber | undefined {
  // Raised digits are footnotes.
  const plain = text.replace(/[\u00b2\u00b3\u00b9\u2070-\u209c]/g, "").normalize("NFKC")
    .replace(/\s+/g, " ").replace(/[\u2212\u2010\u2011]/g, "-").replace(/[\u2019\u2018`]/g, "'").trim();
  if (NIL.test(plain)) return undefined;
  const found = firstNumber(plain, formatOf(numberFormat));
  if (found === undefined) throw new Error(`no number can be read in ${JSON.stringify(text)}`);
  const { whole, decimals, exponent, isNegative } = found;
  const lastPlace = exponent - decimals.length;
  return { value: Ratio.scaled(BigInt(`${isNegative ? "-" : ""}${whole}${decimals}`), lastPlace), lastPlace, hasDecimals: decimals !== "" };
}

/** The numbers that would print so; `undefined` where nothing was printed. */
export function printedInterval(text: string, numberFormat?: string | null): Interval | undefined {
  const number = printedNumber(text, numberFormat);
  return number === undefined ? undefined : around(number);
}

/** Half a unit in the last place either side, ends included. */
export function around({ value, lastPlace }: Pick<PrintedNumber, "value" | "lastPlace">): Interval {
  const half = Ratio.scaled(5, lastPlace - 1);
  return Interval.between({ low: value.minus(half), high: value.plus(half) });
}

/** Which mark stands before decimals in a format. */
export function decimalMarkOf(numberFormat: string | null): "." | "," {
  return formatOf(numberFormat).decimal === "," ? "," : ".";
}

function formatOf(name: string | null | undefined): NumberFormat {
  const said = (name ?? "").toLowerCase();
  if (said === "" || said.includes("english") || /^comma (?:thousands|separat)/.test(said)) return ENGLISH;
  if (said.startsWith("dot thousands")) return { groups: ".", decimal: "," };
  if (said.startsWith("space")) return { groups: "", decimal: said.includes("comma") ? "," : said.includes("dot") || said.includes("point") ? "." : ".," };
  if (said.startsWith("apostrophe") || said.startsWith("swiss")) return { groups: "", decimal: said.includes("comma") ? "," : "." };
  if (/(?:decimal comma|comma decimal)/.test(said)) return { groups: ".", decimal: "," };
  throw new Error(`unknown number format ${JSON.stringify(name)}`);
}

function firstNumber(text: string, { groups, decimal }: NumberFormat):
{ readonly whole: string; readonly decimals: string; readonly exponent: number; readonly isNegative: boolean } | undefined {
  // Spaces and apostrophes part groups of three in any format; a comma or a point that parts groups does so however many digits follow it. Where spaces part
  // the thousands, a comma is a decimal mark, unless it stands before three digits in a number without spaces.
  const inThrees = decimal === ".," && !/\d \d{3}/.test(text) ? [" ", "'", ","] : [" ", "'"];
  const wholes = [...inThrees.map((mark) => `\\d{1,3}(?:${mark}\\d{3}(?!\\d))+`), groups === "" ? "\\d*" : `\\d*(?:(?<=\\d)\\${groups}\\d+)*`];
  const pattern = new RegExp(`(?<![\\d.,])(${wholes.join("|")})(?:[${decimal}](\\d+))?(?:[eE]([+-]?\\d{1,3})(?!\\w))?`, "g");
  for (const match of text.matchAll(pattern)) {
    const [all, integer = "", decimals = "", exponent = "0"] = match;
    if (all === "" || integer + decimals === "") continue;
    const before = text.slice(0, match.index);
    // A minus, or an accountant's bracket, with nothing but a currency between it and the number.
    const after = text.slice(match.index + all.length);
    const isNegative = /(?:^|[\s(~$€£¥])[-\u2013] ?[^\d\s()-]{0,4} ?$/.test(before) || (/\(\s*[^\d\s()-]{0,4} ?$/.test(before) && /^[^\d()]{0,12}\)/.test(after));
    return { whole: integer.replace(/\D/g, "") || "0", decimals, exponent: Number(exponent), isNegative };
  }
  return undefined;
}

/**
 * The slips by which a figure comes to be misprinted, and what it would have read without each: two neighbouring digits swapped, a digit changed, lost,
 * doubled or added, point for comma, a factor of ten or a thousand, a lost sign. Candidates only: which of them the other figures allow is another matter.
 */
import { HeadgradeError, shown } from "../error.ts";
import type { DecimalMark } from "../number/numeral.ts";
import { Ratio } from "../number/ratio.ts";

/**
 * The sorts of slip on a printed text, from the plainest to the rarest.
 *
 * @category Figures
 */
export type SlipKind =
  | "digits-swapped" | "digit-changed" | "digit-lost" | "digit-doubled" | "digit-added" | "point-for-comma" | "factor-of-a-thousand"
  | "factor-of-ten" | "factor-of-a-hundred" | "factor-of-a-million" | "sign-lost";

/**
 * One way in which a text may have been misprinted.
 *
 * @category Figures
 */
export interface Slip {
  readonly kind: SlipKind;
  /** What it would have read without the slip. */
  readonly text: string;
  /**
   * Where the slip is in the scale or the sign and not in the digits: by what the printed value has to be multiplied. The digits that count stay as
   * printed, so the text alone would claim too many or too few.
   */
  readonly factor?: Ratio;
}

/** A text of more digits is no figure of a report, and has no more slips than these. */
const MOST_DIGITS = 18;

/**
 * What a printed text would have read without each usual slip, the plainest slips first. No text comes twice of the digits, and none that was printed; a factor
 * may give the text that a point for a comma gave. A text without digits has none, nor has one of more than 18 digits.
 *
 * @param text - the figure as printed; what stands around its numeral is kept.
 * @throws `HeadgradeError` `malformed-figure` for what is no text.
 * @example
 * ```ts
 * import { slipsOf } from "headgrade/figure";
 *
 * slipsOf("1.496 t").filter(({ kind }) => kind === "point-for-comma").map(({ text }) => text) // => ["1,496 t"]
 * slipsOf("65").filter(({ kind }) => kind === "digits-swapped").map(({ text }) => text) // => ["56"]
 * ```
 * @category Figures
 */
export function slipsOf(text: string, { decimalMark = "." }: { readonly decimalMark?: DecimalMark | undefined } = {}): readonly Slip[] {
  if (typeof text !== "string") {
    throw new HeadgradeError("malformed-figure", `A figure's slips are those of its text, and this is ${shown(text)}: pass the text as printed.`, { given: shown(text) });
  }
  const written = writtenIn(text, decimalMark);
  if (written === undefined || written.whole.length + written.decimals.length > MOST_DIGITS) return [];
  const seen = new Set([text]);
  const slips: Slip[] = [];
  for (const slip of candidates(written, text)) {
    if (slip.factor === undefined && seen.has(slip.text)) continue;
    seen.add(slip.text);
    slips.push(slip);
  }
  return slips;
}

/**
 * The size of a text's numeral as a plain number, and of one unit in its last place: a guide only. Nothing where its groups are not of three, so that
 * readers may differ.
 *
 * @internal
 */
export function sizeOf(text: string, decimalMark: DecimalMark = "."): { readonly size: number; readonly unit: number } | undefined {
  const written = writtenIn(text, decimalMark);
  if (written === undefined || /[.,](?!\d{3}(?!\d))/.test(written.numeral.split(decimalMark)[0] ?? "")) return undefined;
  const { whole, decimals } = written;
  // Zeros at the end of a whole number may not count.
  const zeros = decimals === "" ? /0*$/.exec(whole)?.[0].length ?? 0 : -decimals.length;
  return { size: Number(`${whole}.${decimals}`), unit: 10 ** zeros };
}

/** A numeral as it is written: its digits before and after the mark, and how they are grouped. */
interface Written {
  readonly before: string;
  readonly after: string;
  readonly whole: string;
  readonly decimals: string;
  /** The mark between groups of three; nothing in a numeral of four digits or more that has none. */
  readonly group: string;
  readonly mark: DecimalMark;
  /** The numeral itself. */
  readonly numeral: string;
}

function writtenIn(text: string, mark: DecimalMark): Written | undefined {
  const found = /\d(?:[\d.,'\u2019\u00a0\u2009\u202f]|\s(?=\d{3}(?!\d)))*(?<=\d)/.exec(text.slice(0, 200));
  if (found === null) return undefined;
  const numeral = found[0];
  const [whole = "", ...rest] = numeral.split(mark);
  const decimals = rest.join("");
  const digits = whole.replace(/\D/g, "");
  const grouped = /\D/.exec(whole)?.[0];
  return {
    before: text.slice(0, found.index), after: text.slice(found.index + numeral.length), numeral, mark,
    whole: digits, decimals, group: grouped ?? (digits.length > 3 ? "" : mark === "." ? "," : "."),
  };
}

function* candidates(written: Written, text: string): Generator<Slip> {
  const { whole, decimals } = written;
  const digits = whole + decimals;
  const places = decimals.length;
  const slip = (kind: SlipKind, changed: string, decimalPlaces: number = places): Slip[] => {
    const cut = changed.length - decimalPlaces;
    // Digits that stay as they are may be grouped anew, and are no slip.
    if (changed === digits && decimalPlaces === places) return [];
    const isPlain = cut === 1 || (cut > 1 && !changed.startsWith("0"));
    return isPlain ? [{ kind, text: rewritten(written, changed.slice(0, cut), changed.slice(cut)) }] : [];
  };
  for (let at = 0; at + 1 < digits.length; at++) {
    yield* slip("digits-swapped", digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2));
  }
  yield* pointForComma(written);
  for (let at = 0; at < digits.length; at++) {
    for (const digit of "0123456789") yield* slip("digit-changed", digits.slice(0, at) + digit + digits.slice(at + 1));
  }
  // A digit lost at the end of the decimals is a figure printed to fewer places, and no slip; nor is one too many there, which only claims more.
  const inner = digits.length - (places > 0 ? 1 : 0);
  const without = (at: number): readonly [string, number] => [digits.slice(0, at) + digits.slice(at + 1), at < whole.length ? places : places - 1];
  for (let at = 1; at < inner; at++) if (digits.charAt(at) === digits.charAt(at - 1)) yield* slip("digit-doubled", ...without(at));
  for (let at = 0; at <= inner; at++) {
    for (const digit of "0123456789") {
      const more = digits.slice(0, at) + digit + digits.slice(at);
      if (at <= whole.length) yield* slip("digit-lost", more);
      if (at >= whole.length && places > 0) yield* slip("digit-lost", more, places + 1);
    }
  }
  for (let at = 0; at < inner; at++) yield* slip("digit-added", ...without(at));
  for (const [kind, power] of FACTORS) {
    for (const shift of [-power, power]) yield { kind, text: shifted(written, shift), factor: Ratio.scaled(1, shift) };
  }
  yield { kind: "sign-lost", text: withOtherSign(written, text), factor: Ratio.of(-1) };
}

const FACTORS: readonly (readonly [SlipKind, number])[] = [
  ["factor-of-a-thousand", 3], ["factor-of-ten", 1], ["factor-of-a-hundred", 2], ["factor-of-a-million", 6],
];

// 1.496 for 1,496 and the other way; 876,00 for 876.00 and for 87,600.
function* pointForComma(written: Written): Generator<Slip> {
  const { whole, decimals, numeral, mark } = written;
  const comma = mark === "." ? "," : ".";
  const kind = "point-for-comma";
  const at = numeral.lastIndexOf(comma);
  if (decimals.length === 3 && whole !== "0") yield { kind, text: rewritten({ ...written, group: comma }, whole + decimals, "") };
  if (at > 0 && decimals === "") {
    const tail = numeral.slice(at + 1);
    yield { kind, text: rewritten(written, numeral.slice(0, at).replace(/\D/g, ""), tail) };
    if (tail.length < 3) yield { kind, text: rewritten(written, whole, "") };
  }
}

function rewritten({ before, after, group, mark }: Written, whole: string, decimals: string): string {
  const grouped = group === "" ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return before + grouped + (decimals === "" ? "" : mark + decimals) + after;
}

// The same digits with the decimal mark moved; zeros only where places must be filled.
function shifted(written: Written, power: number): string {
  const places = written.decimals.length - power;
  const digits = written.whole + written.decimals;
  if (places <= 0) return rewritten(written, (digits + "0".repeat(-places)).replace(/^0+(?=\d)/, ""), "");
  const padded = digits.padStart(places + 1, "0");
  return rewritten(written, padded.slice(0, -places).replace(/^0+(?=\d)/, ""), padded.slice(-places));
}

function withOtherSign({ before, after, numeral }: Written, text: string): string {
  if (/[-\u2212\u2013]\D*$/.test(before)) return before.replace(/[-\u2212\u2013](?=\D*$)/, "") + numeral + after;
  if (before.includes("(") && after.includes(")")) return before.replace("(", "") + numeral + after.replace(")", "");
  return text === numeral + after ? `-${text}` : `${before}-${numeral}${after}`;
}

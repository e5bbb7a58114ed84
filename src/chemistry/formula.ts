/**
 * A chemical formula as people type it, read to exact counts of atoms. What could be read two ways is refused with both readings named, since a formula
 * that was misread gives a factor that looks right.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { isElement } from "./atomic-weight.ts";
import { isDigit, readCount, readCoefficient } from "./formula-number.ts";
import { malformed, misread, strangeCharacter, unknownSymbol } from "./formula-refusal.ts";

/**
 * A chemical formula, read.
 *
 * @category Chemistry
 */
export interface ChemicalFormula {
  /** The text as it was given. */
  readonly formula: string;
  /** How many atoms of each element a formula unit has, by symbol, in the order in which they appear; whole or decimal, and exact. */
  readonly atoms: Readonly<Record<string, Ratio>>;
}

/** The longest text that is read as one formula: the longest of a mineral has fewer than a hundred characters. */
const LONGEST_FORMULA = 200;
/** How deeply brackets may be nested. */
const DEEPEST_NESTING = 16;

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const SEPARATORS = "·*•∙⋅";

/**
 * Reads a chemical formula to its counts of atoms.
 *
 * {@link massFactor}, {@link molarMass} and {@link elementShare} read their formulas so; call it to see how a text is understood. Read are symbols with their
 * capital, counts (`Fe2O3`, `Li₂CO₃`, and decimals such as `Fe0.95O`), brackets of all three sorts, parts joined by `·`, `*` or `.` with a coefficient before
 * each (`CuSO4·5H2O`, `CaSO4·½H2O`, `3MgO·4SiO2·H2O`), and spaces. Charges are refused.
 *
 * A dot `.` between two digits is read
 * - as a decimal point inside brackets, after a 0 or a 1, and where nothing follows the number: `(Fe0.9Ni0.1)S2`, `Li1.2Mn0.6O2`, `UO2.67`;
 * - as joining parts before water that ends its part: `CuSO4.5H2O`, and `CaSO4.0.5H2O`;
 * - not at all elsewhere: `Al2O3.2SiO2` is refused, and `Al2O3·2SiO2`, `Al2O3 . 2SiO2` or `Al2(O3.2)SiO2` says which was meant.
 *
 * Any other dot outside brackets joins parts (`LiOH.H2O`, `CaO.2SiO2`); inside them `·` does. Two capitals that look like one symbol in capitals (`CU`, `PBS`)
 * are refused; `CO` is carbon monoxide.
 *
 * @param formula - the formula, of at most 200 characters.
 * @returns The counts, exact and frozen.
 * @throws `HeadgradeError` `malformed-formula` with the position of what is wrong: an unknown or miscased symbol, a bracket without its other half, a
 * count of zero, a charge, an ambiguous dot; `too-large` for a text beyond 200 characters, brackets nested more than 16 deep, or a count above a million.
 * @example
 * ```ts
 * import { parseFormula } from "headgrade/chemistry";
 *
 * const { atoms } = parseFormula("CuSO4·5H2O");
 * Object.entries(atoms).map(([element, count]) => `${element} ${count.toString()}`) // => ["Cu 1", "S 1", "O 9", "H 10"]
 * String(parseFormula("(Fe0.9Ni0.1)S2").atoms["Ni"]) // => "0.1"
 * parseFormula("Al2O3.2SiO2") // throws "malformed-formula"
 * ```
 * @category Chemistry
 */
export function parseFormula(formula: string): ChemicalFormula {
  const given: unknown = formula;
  if (typeof given !== "string") {
    throw new HeadgradeError("malformed-formula", `A formula is a text such as "Li2CO3", and this is ${shown(given)}.`, { given: shown(given) });
  }
  if (given.length > LONGEST_FORMULA) {
    throw new HeadgradeError("too-large", `${shown(given)} is too long for one formula: at most ${String(LONGEST_FORMULA)} characters are read.`, { length: given.length });
  }
  // Each character stays where it was, so that a position is one of the text as given.
  const text = given.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080));
  const totals = new Map<string, Ratio>();
  const end = readParts({ text, given, totals }, 0, Ratio.one, []);
  if (end < text.length) throw malformed(given, end, `${shown(text.charAt(end))} closes no bracket: take it away, or open one before`);
  return Object.freeze({ formula: given, atoms: Object.freeze(Object.fromEntries(totals)) });
}

interface Reading {
  readonly text: string;
  readonly given: string;
  readonly totals: Map<string, Ratio>;
}

// Parts joined by dots, up to the end or to a closing bracket. The counts of a bracket are multiplied by what follows it, so that is looked up first.
function readParts(reading: Reading, start: number, times: Ratio, open: readonly number[]): number {
  let at = start;
  for (;;) {
    const coefficient = readCoefficient(reading.text, skipSpace(reading.text, at), reading.given);
    const from = skipSpace(reading.text, coefficient.end);
    at = readPart(reading, from, times.times(coefficient.value), open);
    if (at === from) throw missingPart(reading, at, open);
    if (at >= reading.text.length || !isSeparator(reading.text.charAt(at))) return at;
    at++;
  }
}

function readPart(reading: Reading, start: number, times: Ratio, open: readonly number[]): number {
  const { text, given } = reading;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (isSeparator(character) || isClosing(character)) return at;
    const group = CLOSING[character] === undefined ? readSymbol(reading, at) : { end: closingOf(reading, at, open), symbol: undefined };
    const { value: count, end } = readCount(text, skipSpace(text, group.end), { given, inBrackets: open.length > 0 });
    if (group.symbol === undefined) readParts(reading, at + 1, times.times(count), [...open, at]);
    else reading.totals.set(group.symbol, (reading.totals.get(group.symbol) ?? Ratio.zero).plus(times.times(count)));
    at = skipSpace(text, end);
    if (isDigit(text.charCodeAt(at))) throw malformed(given, at, "a number stands here for the second time: join parts with ·, as in CuSO4·5H2O");
  }
  return at;
}

function readSymbol({ text, given }: Reading, at: number): { readonly end: number; readonly symbol: string } {
  const first = text.charAt(at);
  if (!/[A-Z]/.test(first)) throw /[a-z]/.test(first) ? unknownSymbol(given, at) : strangeCharacter(given, at);
  const long = text.slice(at, at + 2);
  if (/[a-z]/.test(long.charAt(1))) {
    if (isElement(long)) return { end: at + 2, symbol: long };
    throw unknownSymbol(given, at);
  }
  if (!isElement(first)) throw unknownSymbol(given, at);
  const slip = misread(given, at);
  if (slip !== undefined) throw slip;
  return { end: at + 1, symbol: first };
}

// Just past the bracket that closes the one at a position.
function closingOf({ text, given }: Reading, start: number, open: readonly number[]): number {
  if (open.length >= DEEPEST_NESTING) {
    throw new HeadgradeError("too-large", `${shown(given)} nests brackets more than ${String(DEEPEST_NESTING)} deep.`, { given, position: start + 1 });
  }
  const waiting: string[] = [];
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    const closing = CLOSING[character];
    if (closing !== undefined) waiting.push(closing);
    else if (isClosing(character) && character !== waiting.pop()) throw malformed(given, at, `${shown(character)} does not close the bracket before it`);
    if (waiting.length === 0) return at + 1;
  }
  throw malformed(given, start, `${shown(text.charAt(start))} is never closed: add ${shown(CLOSING[text.charAt(start)])}`);
}

function missingPart({ text, given }: Reading, at: number, open: readonly number[]): HeadgradeError {
  if (text.trim() === "") return malformed(given, at, 'there is nothing to read: expected a formula such as "Li2CO3"');
  return malformed(given, at, open.length > 0 && isClosing(text.charAt(at)) ? "there is nothing in the bracket" : "a symbol is missing: expected one such as Fe");
}

function isSeparator(character: string): boolean {
  return character === "." || SEPARATORS.includes(character);
}

function isClosing(character: string): boolean {
  return character === ")" || character === "]" || character === "}";
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

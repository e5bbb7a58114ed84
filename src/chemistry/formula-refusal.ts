/** What is said of a formula that cannot be read: where it goes wrong, and what was probably meant. */
import { HeadgradeError, shown } from "../error.ts";
import { isElement } from "./atomic-weight.ts";

/** What is thrown for a formula that goes wrong at a position (counted from zero; told from one). @internal */
export function malformed(given: string, at: number, reason: string): HeadgradeError {
  return new HeadgradeError("malformed-formula", `Cannot read the formula ${shown(given)} at position ${String(at + 1)}: ${reason}.`, { given, position: at + 1 });
}

/** Names of the trade that are no formulas, and what they stand for. */
const TRADE_NAMES: Readonly<Record<string, string>> = {
  LCE: 'lithium carbonate equivalent is "Li2CO3"', BPL: 'bone phosphate of lime is "Ca3(PO4)2"', TPL: 'triphosphate of lime is "Ca3(PO4)2"', MOP: 'muriate of potash is "KCl"',
  SOP: 'sulphate of potash is "K2SO4"', TREO: "a sum of oxides is no formula: convert each element, as oxideGrades does",
  REO: "a sum of oxides is no formula: convert each element, as oxideGrades does",
};

// Pairs of capitals that are two elements, and one element in capitals: never written in that order for a compound, ...
const MISCASED = ["CU", "NI", "PB", "SN", "NB", "SI", "PU"];
// ... or never as a compound of these two alone.
const MISCASED_ALONE = ["BI", "BK", "CF", "CN", "CS", "HO", "HS", "IN", "NP", "OS", "PO", "SC", "YB"];

/** What is thrown for two capitals that look like one symbol: read as they stand, `PBS` would be phosphorus, boron and sulphur. @internal */
export function misread(given: string, at: number): HeadgradeError | undefined {
  const pair = given.slice(at, at + 2);
  const isSlip = MISCASED.includes(pair) && !/[a-z]/.test(given.charAt(at + 2));
  if (!isSlip && !(MISCASED_ALONE.includes(pair) && given.trim() === pair)) return undefined;
  const symbol = pair.charAt(0) + pair.charAt(1).toLowerCase();
  return malformed(
    given, at, `${shown(pair)} reads as ${pair.charAt(0)} and ${pair.charAt(1)}: write "${symbol}" for the element ${symbol}, or "${pair.charAt(0)}1${pair.charAt(1)}" if you mean the two`,
  );
}

/** What is thrown where no symbol of an element stands. @internal */
export function unknownSymbol(given: string, at: number): HeadgradeError {
  const name = given.trim();
  const meaning = Object.hasOwn(TRADE_NAMES, name) ? TRADE_NAMES[name] : undefined;
  if (meaning !== undefined) return malformed(given, at, meaning);
  const letters = /^[A-Za-z]{1,2}/.exec(given.slice(at))?.[0] ?? "";
  // Of FE2O3 the F is read, and it is the E that stands alone.
  const withPrevious = /[A-Z]{2}$/.exec(given.slice(Math.max(0, at - 1), at + 1))?.[0] ?? "";
  const meant = [withPrevious, letters, letters.charAt(0)].map(recased).find(isElement);
  const shownLetters = /^[A-Z][a-z]?|^[a-z]+/.exec(given.slice(at))?.[0] ?? letters;
  return malformed(given, at, `${shown(shownLetters)} is no symbol${meant === undefined ? "" : ` (perhaps "${meant}" is meant)`}: symbols have a capital and then a small letter, as in "Fe2O3"`);
}

function recased(letters: string): string {
  return letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase();
}

/** What is thrown for a character that no formula has. @internal */
export function strangeCharacter(given: string, at: number): HeadgradeError {
  const character = given.charAt(at);
  if (/[+\-−–^⁺⁻]/.test(character)) {
    return malformed(given, at, `${shown(character)} looks like a charge or an unknown count: leave a charge away (electrons weigh less than the last digit here), and write counts as numbers`);
  }
  if (/[⁰¹²³⁴-⁹]/.test(character)) {
    return malformed(given, at, `${shown(character)} looks like an isotope or a charge: write the element alone, and give the mass of an isotope as weights: { U: "235.0439" }`);
  }
  if (character === ",") return malformed(given, at, 'a comma joins nothing here: give counts, as in "(Fe0.9Ni0.1)S2", with a point in decimals');
  return malformed(given, at, `${shown(character)} is not part of a formula`);
}

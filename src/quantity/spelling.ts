/** Which unit a text means: symbols, words, and compounds of two ("grams per tonne", "US$/lb"), each resolved to one unit or refused with the choices. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { KINDS, type Basis, type Kind } from "./kind.ts";
import {
  AMBIGUOUS, CURRENCY_SPELLINGS, DURATION_UNITS, FRACTION_UNITS, GRADE_UNITS, MASS_UNITS, SPANS, VOLUME_UNITS, type GradeRow, type UnitRow,
} from "./unit.ts";

/** A unit, ready to compute with. @internal */
export interface Unit {
  readonly kind: Kind;
  readonly symbol: string;
  /** Base units of the kind in one of these. */
  readonly factor: Ratio;
  readonly basis: Basis | undefined;
  /** What the mass of a density is measured on, where its volume states a basis too: dry tonnes per bank cubic metre. */
  readonly massBasis: Basis | undefined;
  /** The calendar span that a rate is per, when it is per month or year. */
  readonly span: "mo" | "a" | undefined;
  readonly currency: string | undefined;
}

/**
 * How to read spellings that are refused as ambiguous, by spelling: `{ ton: "st", "oz/t": "oz/st" }`.
 *
 * @category Units
 */
export type Readings = Readonly<Record<string, string>>;

type Rows = Readonly<Record<string, UnitRow>>;
interface Compound {
  readonly of: Kind;
  readonly per: Kind | "time";
}

const SIMPLE: Readonly<Partial<Record<Kind, Rows>>> = { mass: MASS_UNITS, volume: VOLUME_UNITS, duration: DURATION_UNITS, fraction: FRACTION_UNITS };
const COMPOUND: Readonly<Partial<Record<Kind, Compound>>> = {
  grade: { of: "mass", per: "mass" },
  throughput: { of: "mass", per: "time" },
  volumeFlow: { of: "volume", per: "time" },
  density: { of: "mass", per: "volume" },
  concentration: { of: "mass", per: "volume" },
  specificVolume: { of: "volume", per: "mass" },
  price: { of: "money", per: "mass" },
};
const GRADES: Readonly<Record<string, GradeRow>> = GRADE_UNITS;
const LONGEST_SPELLING = 64;
// Words with so many letters in a row are read in any case; in shorter ones a capital can be another unit.
const LONG_WORD = /[a-z]{4}/i;

const bySpelling = new Map<Kind, Map<string, Unit>>();

/**
 * The unit of a kind that a text means.
 *
 * @throws {@link HeadgradeError} `missing-unit`, `unknown-unit` or `ambiguous-unit`, with the choices.
 * @internal
 */
export function unitOf(kind: Kind, spelling: string, read?: Readings): Unit {
  const known = spellingsOf(kind).get(spelling);
  if (known !== undefined) return known;
  const text = spelling.trim().replace(/\s+/g, " ").replace(/ ?\/ ?/g, "/");
  if (text === "") throw missingUnit(kind);
  const asRead = readingOf(text, read);
  const unit = text.length > LONGEST_SPELLING ? undefined : resolve(kind, asRead ?? text, asRead === undefined ? read : undefined);
  if (unit === undefined) throw unknownUnit(kind, text);
  return unit;
}

/** Whether a text is a unit of the kind. @internal */
export function isUnitOf(kind: Kind, spelling: string): boolean {
  return spellingsOf(kind).has(spelling) || resolve(kind, spelling, undefined) !== undefined;
}

function spellingsOf(kind: Kind): Map<string, Unit> {
  let spellings = bySpelling.get(kind);
  if (spellings !== undefined) return spellings;
  spellings = new Map();
  bySpelling.set(kind, spellings);
  const rows: Readonly<Record<string, UnitRow | GradeRow>> = SIMPLE[kind] ?? (kind === "grade" ? GRADES : {});
  for (const [symbol, row] of Object.entries(rows)) {
    const unit = "metal" in row ? gradeUnit(symbol, row) : simpleUnit(kind, symbol, row);
    spellings.set(symbol, unit);
    for (const word of row.words?.split("|") ?? []) {
      spellings.set(word, unit);
      if (LONG_WORD.test(word)) spellings.set(word.toLowerCase(), unit);
    }
  }
  return spellings;
}

function simpleUnit(kind: Kind, symbol: string, row: UnitRow): Unit {
  return { kind, symbol, factor: Ratio.of(row.factor), basis: row.basis, massBasis: undefined, span: undefined, currency: undefined };
}

function gradeUnit(symbol: string, row: GradeRow): Unit {
  const factor = row.of !== undefined && row.per !== undefined
    ? Ratio.of(MASS_UNITS[row.of].factor).dividedBy(MASS_UNITS[row.per].factor)
    : Ratio.of(row.factor ?? "1");
  return { kind: "grade", symbol, factor, basis: undefined, massBasis: undefined, span: undefined, currency: undefined };
}

function resolve(kind: Kind, text: string, read: Readings | undefined): Unit | undefined {
  const spellings = spellingsOf(kind);
  const direct = spellings.get(text) ?? (LONG_WORD.test(text) ? spellings.get(text.toLowerCase()) : undefined);
  if (direct !== undefined) return direct;
  const ambiguous = AMBIGUOUS[kind];
  if (ambiguous !== undefined && Object.hasOwn(ambiguous, text)) throw ambiguousUnit(kind, text, ambiguous[text] ?? []);
  if (kind === "money") return currencyUnit(text);
  const compound = COMPOUND[kind];
  if (compound === undefined) {
    refuseAmbiguousCapitals(kind, text);
    return undefined;
  }
  const [of, per, ...more] = text.split(/\/| per | a /);
  if (of === undefined || per === undefined || more.length > 0) return undefined;
  return compoundUnit(kind, compound, { of: settledSpelling(of, read), per: settledSpelling(per, read) });
}

function settledSpelling(text: string, read: Readings | undefined): string {
  return readingOf(text, read) ?? text;
}

// What a caller said of a spelling; of "ton" it is said of "tons" too.
function readingOf(text: string, read: Readings | undefined): string | undefined {
  if (read === undefined) return undefined;
  return [text, text.replace(/s$/, "")].filter((spelling) => Object.hasOwn(read, spelling)).map((spelling) => read[spelling])[0];
}

// An ambiguous word is ambiguous in capitals too.
function refuseAmbiguousCapitals(kind: Kind, text: string): void {
  const choices = AMBIGUOUS[kind];
  const lower = text.toLowerCase();
  if (lower !== text && text.length > 2 && choices !== undefined && Object.hasOwn(choices, lower)) throw ambiguousUnit(kind, text, choices[lower] ?? []);
}

function compoundUnit(kind: Kind, { of, per }: Compound, text: { of: string; per: string }): Unit | undefined {
  const over = resolve(of, text.of, undefined);
  const span = per === "time" ? spanOf(text.per) : undefined;
  const under = per === "time" ? resolve("duration", text.per, undefined) : resolve(per, text.per, undefined);
  if (over === undefined || (under === undefined && span === undefined)) return undefined;
  const symbol = `${over.symbol}/${span ?? under?.symbol ?? ""}`;
  if (kind === "grade") return gradeOf(over, under, text.per);
  const [counted, other] = of === "volume" ? [over.basis, under?.basis] : [under?.basis, over.basis];
  const unit: Unit = {
    kind, symbol, span, factor: under === undefined ? over.factor : over.factor.dividedBy(under.factor),
    basis: counted ?? other, massBasis: counted === undefined ? undefined : other, currency: over.currency,
  };
  // Compounds are kept by their symbol; prices are not, since there is no end of currencies.
  if (kind !== "price") spellingsOf(kind).set(symbol, unit);
  return unit;
}

// A grade is one of the table's rows; "ounces per tonne" says its tonne in full, so that it is not the refused "oz/t".
function gradeOf(over: Unit, under: Unit | undefined, per: string): Unit | undefined {
  if (under === undefined) return undefined;
  const plain = `${over.symbol}/${under.symbol}`;
  const grades = spellingsOf("grade");
  return grades.get(plain) ?? (under.symbol === "t" && per !== "t" ? grades.get(`${over.symbol}/tonne`) : undefined);
}

function spanOf(text: string): "mo" | "a" | undefined {
  for (const [span, { words }] of Object.entries(SPANS)) {
    if (text === span || words.split("|").includes(text.toLowerCase())) return span as keyof typeof SPANS;
  }
  return undefined;
}

function currencyUnit(text: string): Unit | undefined {
  const cents = text === "USc" || text === "US¢";
  const code = cents ? "USD" : Object.hasOwn(CURRENCY_SPELLINGS, text) ? CURRENCY_SPELLINGS[text] : /^[A-Z]{3}$/.test(text) ? text : undefined;
  if (code === undefined) return undefined;
  return {
    kind: "money", symbol: cents ? "USc" : code, currency: code, basis: undefined, massBasis: undefined, span: undefined, factor: cents ? Ratio.fraction(1n, 100n) : Ratio.one,
  };
}

const MOST_LISTED = 24;

function examplesOf(kind: Kind): string {
  const rows = SIMPLE[kind] ?? (kind === "grade" ? GRADES : undefined);
  if (rows !== undefined) return Object.keys(rows).length > MOST_LISTED ? `${Object.keys(rows).slice(0, MOST_LISTED).join(", ")}, ...` : Object.keys(rows).join(", ");
  const compounds: Partial<Record<Kind, string>> = {
    throughput: "t/d, t/h, st/d, kg/h, oz/d, Mt/a", volumeFlow: "m3/h, L/s, gal/min", density: "t/m3, kg/m3, t/bcm, lb/ft3, st/yd3",
    concentration: "mg/L, g/L, kg/m3", specificVolume: "m3/t, bcm/t, ft3/st", money: "USD, CAD, AUD, ZAR", price: "USD/oz, USD/lb, USD/t, USD/dmtu",
  };
  return compounds[kind] ?? "";
}

function unitNoun(kind: Kind): string {
  return kind === "money" ? "currency" : `${KINDS[kind].noun} unit`;
}

function missingUnit(kind: Kind): HeadgradeError {
  const why = kind === "fraction" ? ' A fraction says its unit, since 74 % and 74 are both legal: write "74.0 %" or "0.740 1".' : "";
  return new HeadgradeError("missing-unit", `A ${KINDS[kind].noun} needs its unit, one of: ${examplesOf(kind)}.${why}`, { kind });
}

function unknownUnit(kind: Kind, given: string): HeadgradeError {
  return new HeadgradeError("unknown-unit", `Unknown ${unitNoun(kind)} ${shown(given)}: use one of ${examplesOf(kind)}.`, { kind, given: given.slice(0, 100) });
}

const CHOICE_WORDS: Readonly<Record<string, string>> = {
  "t": "the tonne", "st": "the short ton (2,000 lb)", "lt": "the long ton (2,240 lb)", "Mt": "the megatonne", "oz/st": "troy ounces per short ton",
  "oz/tonne": "troy ounces per tonne", "AT(short)": "the short assay ton (175/6 g)", "AT(long)": "the long assay ton (98/3 g)",
  "t/d": "tonnes per day", "st/d": "short tons per day", "t/h": "tonnes per hour", "st/h": "short tons per hour",
};

function ambiguousUnit(kind: Kind, given: string, choices: readonly string[]): HeadgradeError {
  const words = choices.map((choice) => (CHOICE_WORDS[choice] === undefined ? `"${choice}"` : `"${choice}" for ${CHOICE_WORDS[choice]}`));
  return new HeadgradeError(
    "ambiguous-unit",
    `Ambiguous ${unitNoun(kind)} ${shown(given)}: say ${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}, `
    + `or settle it for a whole text with { read: { ${JSON.stringify(given)}: ${JSON.stringify(choices[0])} } }.`,
    { kind, given, choices },
  );
}

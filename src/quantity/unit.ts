/**
 * The unit table of the trade. A row is a symbol, its exact factor to the kind's base unit, the words that mean it, its UCUM code where it has one,
 * and the source of its definition. Compound units (grams per tonne, tonnes per day) have no factor of their own: theirs follows from their two parts, exactly.
 *
 * Every factor is a definition, none a rounded table value: the avoirdupois pound is 453.59237 g and the grain 1/7000 of it (64.79891 mg), and from these
 * come the troy ounce (480 grains), the pennyweight (24), the short ton (2,000 lb) and the long ton (2,240 lb).
 */
import type { Basis } from "./kind.ts";

/** One row of the table of simple units. @internal */
export interface UnitRow {
  /** How many base units (g, m3, d) it is: a whole number, a decimal or a fraction. */
  readonly factor: string;
  /** Other spellings, separated by bars; those of four letters or more are read in any case. */
  readonly words?: string;
  readonly basis?: Basis;
  /** The Unified Code for Units of Measure, where it has one. */
  readonly ucum?: string;
  /** A key of {@link SOURCES}. */
  readonly source: keyof typeof SOURCES;
}

/** Where the definitions stand. */
export const SOURCES = {
  SI: "BIPM, The International System of Units (SI Brochure), 9th edition, 2019",
  YP: "International yard and pound agreement of 1959; NIST Handbook 44, Appendix C",
  CGPM: "4th General Conference on Weights and Measures, 1907 (metric carat)",
  TRADE: "definition of the trade, from units above",
} as const;

/**
 * Mass, in grams. `oz` is the troy ounce and `kt` the kilotonne, as the trade has it.
 *
 * @category Units
 */
export const MASS_UNITS = {
  t: { factor: "1000000", words: "tonne|tonnes|metric tonne|metric tonnes|metric ton|metric tons", ucum: "t", source: "SI" },
  kt: { factor: "1000000000", words: "kilotonne|kilotonnes|ktonnes", ucum: "kt", source: "SI" },
  Mt: { factor: "1000000000000", words: "megatonne|megatonnes|Mtonnes", ucum: "Mt", source: "SI" },
  kg: { factor: "1000", words: "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos", ucum: "kg", source: "SI" },
  g: { factor: "1", words: "gram|grams|gramme|grammes", ucum: "g", source: "SI" },
  mg: { factor: "1/1000", words: "milligram|milligrams", ucum: "mg", source: "SI" },
  ug: { factor: "1/1000000", words: "µg|μg|microgram|micrograms", ucum: "ug", source: "SI" },
  ng: { factor: "1/1000000000", words: "nanogram|nanograms", ucum: "ng", source: "SI" },
  oz: {
    factor: "31.1034768",
    words: "ozs|ozt|oz t|oz tr|oz troy|troy oz|ounce|ounces|troy ounce|troy ounces|fine ounce|fine ounces",
    ucum: "[oz_tr]", source: "YP",
  },
  koz: { factor: "31103.4768", words: "kozs|kilo-ounce|kilo-ounces|thousand ounces", source: "YP" },
  Moz: { factor: "31103476.8", words: "Mozs|million ounces", source: "YP" },
  dwt: { factor: "1.55517384", words: "pennyweight|pennyweights", ucum: "[pwt_tr]", source: "YP" },
  gr: { factor: "0.06479891", words: "grain|grains", ucum: "[gr]", source: "YP" },
  "oz av": {
    factor: "28.349523125",
    words: "oz avdp|avdp oz|oz avoirdupois|avoirdupois ounce|avoirdupois ounces|ounce avoirdupois|ounces avoirdupois",
    ucum: "[oz_av]", source: "YP",
  },
  lb: { factor: "453.59237", words: "lbs|pound|pounds", ucum: "[lb_av]", source: "YP" },
  klb: { factor: "453592.37", words: "klbs|thousand pounds", source: "YP" },
  Mlb: { factor: "453592370", words: "Mlbs|MMlb|MMlbs|million pounds", source: "YP" },
  st: { factor: "907184.74", words: "short ton|short tons|US ton|US tons|net ton|net tons", ucum: "[ston_av]", source: "YP" },
  kst: { factor: "907184740", words: "thousand short tons", source: "YP" },
  Mst: { factor: "907184740000", words: "million short tons", source: "YP" },
  lt: { factor: "1016046.9088", words: "long ton|long tons|gross ton|gross tons|UK ton|UK tons", ucum: "[lton_av]", source: "YP" },
  cwt: { factor: "45359.237", words: "short hundredweight|short hundredweights", ucum: "[scwt_av]", source: "YP" },
  lcwt: { factor: "50802.34544", words: "long hundredweight|long hundredweights", ucum: "[lcwt_av]", source: "YP" },
  dmt: { factor: "1000000", words: "dry tonne|dry tonnes|dry metric tonne|dry metric tonnes|dry metric ton|dry metric tons", basis: "dry", source: "TRADE" },
  kdmt: { factor: "1000000000", words: "thousand dry metric tonnes", basis: "dry", source: "TRADE" },
  wmt: { factor: "1000000", words: "wet tonne|wet tonnes|wet metric tonne|wet metric tonnes|wet metric ton|wet metric tons", basis: "wet", source: "TRADE" },
  kwmt: { factor: "1000000000", words: "thousand wet metric tonnes", basis: "wet", source: "TRADE" },
  dst: { factor: "907184.74", words: "dry short ton|dry short tons", basis: "dry", source: "TRADE" },
  wst: { factor: "907184.74", words: "wet short ton|wet short tons", basis: "wet", source: "TRADE" },
  ct: { factor: "0.2", words: "cts|carat|carats", ucum: "[car_m]", source: "CGPM" },
  kct: { factor: "200", words: "thousand carats", source: "CGPM" },
  Mct: { factor: "200000", words: "million carats", source: "CGPM" },
  flask: { factor: "34473.02012", words: "flasks", source: "TRADE" },
  mtu: { factor: "10000", words: "mtus|metric tonne unit|metric tonne units|metric ton unit|metric ton units", source: "TRADE" },
  dmtu: { factor: "10000", words: "dmtus|dry metric tonne unit|dry metric tonne units|dry metric ton unit|dry metric ton units", source: "TRADE" },
  stu: { factor: "9071.8474", words: "stus|short ton unit|short ton units", source: "TRADE" },
  ltu: { factor: "10160.469088", words: "ltus|long ton unit|long ton units", source: "TRADE" },
  "AT(short)": { factor: "175/6", words: "short assay ton|short assay tons|assay ton (short)|assay tons (short)", source: "TRADE" },
  "AT(long)": { factor: "98/3", words: "long assay ton|long assay tons|assay ton (long)|assay tons (long)", source: "TRADE" },
} as const;

/**
 * Volume, in cubic metres. Bank volumes lie in place; loose ones have swelled.
 *
 * @category Units
 */
export const VOLUME_UNITS = {
  m3: { factor: "1", words: "m³|m^3|cubic metre|cubic metres|cubic meter|cubic meters", ucum: "m3", source: "SI" },
  bcm: { factor: "1", words: "BCM|bank cubic metre|bank cubic metres|bank cubic meter|bank cubic meters", basis: "bank", source: "TRADE" },
  lcm: { factor: "1", words: "LCM|loose cubic metre|loose cubic metres|loose cubic meter|loose cubic meters", basis: "loose", source: "TRADE" },
  L: { factor: "1/1000", words: "l|litre|litres|liter|liters", ucum: "L", source: "SI" },
  mL: { factor: "1/1000000", words: "ml|millilitre|millilitres|milliliter|milliliters", ucum: "mL", source: "SI" },
  ML: { factor: "1000", words: "megalitre|megalitres|megaliter|megaliters", ucum: "ML", source: "SI" },
  yd3: { factor: "0.764554857984", words: "yd³|yd^3|cubic yard|cubic yards", ucum: "[cyd_i]", source: "YP" },
  bcy: { factor: "0.764554857984", words: "BCY|bank cubic yard|bank cubic yards", basis: "bank", source: "TRADE" },
  lcy: { factor: "0.764554857984", words: "LCY|loose cubic yard|loose cubic yards", basis: "loose", source: "TRADE" },
  ft3: { factor: "0.028316846592", words: "ft³|ft^3|cubic foot|cubic feet", ucum: "[cft_i]", source: "YP" },
  gal: { factor: "0.003785411784", words: "US gallon|US gallons|US gal", ucum: "[gal_us]", source: "YP" },
  "gal(UK)": { factor: "0.00454609", words: "imperial gallon|imperial gallons|UK gallon|UK gallons", ucum: "[gal_br]", source: "YP" },
} as const;

/**
 * Duration, in days. A month and a year are no durations: they have as many days as their period.
 *
 * @category Units
 */
export const DURATION_UNITS = {
  d: { factor: "1", words: "day|days", ucum: "d", source: "SI" },
  h: { factor: "1/24", words: "hr|hrs|hour|hours", ucum: "h", source: "SI" },
  min: { factor: "1/1440", words: "mins|minute|minutes", ucum: "min", source: "SI" },
  s: { factor: "1/86400", words: "sec|secs|second|seconds", ucum: "s", source: "SI" },
  wk: { factor: "7", words: "week|weeks", ucum: "wk", source: "TRADE" },
} as const;

/** The months and years by which a rate may be given: they stand for a period, and only a period turns them into days. */
export const SPANS = {
  mo: { words: "month|months|mth" },
  a: { words: "year|years|yr|annum|y" },
} as const;

/**
 * Fractions, as a number of wholes.
 *
 * @category Units
 */
export const FRACTION_UNITS = {
  "%": { factor: "1/100", words: "percent|per cent|pct", ucum: "%", source: "SI" },
  "1": { factor: "1", words: "fraction", ucum: "1", source: "SI" },
  "‰": { factor: "1/1000", words: "permille|per mille", ucum: "[ppth]", source: "SI" },
} as const;

/** A grade's symbol, as metal over ore, with the unit in which its metal is usually told. @internal */
export interface GradeRow {
  /** The unit of the metal and of the ore, or the number of wholes for ppm and the like. */
  readonly of?: keyof typeof MASS_UNITS;
  readonly per?: keyof typeof MASS_UNITS;
  readonly factor?: string;
  readonly words?: string;
  readonly ucum?: string;
  readonly metal: keyof typeof MASS_UNITS;
}

/**
 * Grade: metal per ore. Ounces per ton are `oz/st` or `oz/tonne`; a bare `oz/t` is refused, since American reports mean the short ton by it.
 *
 * @category Units
 */
export const GRADE_UNITS = {
  "g/t": { of: "g", per: "t", words: "gpt|g/dmt", ucum: "g/t", metal: "oz" },
  "oz/st": { of: "oz", per: "st", words: "opt|OPT|oz/dst", ucum: "[oz_tr]/[ston_av]", metal: "oz" },
  "oz/tonne": { of: "oz", per: "t", metal: "oz" },
  "oz/lt": { of: "oz", per: "lt", metal: "oz" },
  "dwt/st": { of: "dwt", per: "st", metal: "oz" },
  "dwt/tonne": { of: "dwt", per: "t", metal: "oz" },
  "g/st": { of: "g", per: "st", metal: "oz" },
  "%": { factor: "1/100", words: "percent|per cent|pct|wt%|wt %|% w/w", ucum: "%", metal: "t" },
  ppm: { factor: "1/1000000", words: "PPM|parts per million", ucum: "[ppm]", metal: "kg" },
  ppb: { factor: "1/1000000000", words: "PPB|parts per billion", ucum: "[ppb]", metal: "g" },
  "kg/t": { of: "kg", per: "t", ucum: "kg/t", metal: "kg" },
  "mg/kg": { of: "mg", per: "kg", ucum: "mg/kg", metal: "kg" },
  "mg/t": { of: "mg", per: "t", ucum: "mg/t", metal: "g" },
  "ug/g": { of: "ug", per: "g", ucum: "ug/g", metal: "kg" },
  "ng/t": { of: "ng", per: "t", ucum: "ng/t", metal: "g" },
  "lb/st": { of: "lb", per: "st", ucum: "[lb_av]/[ston_av]", metal: "lb" },
  "lb/t": { of: "lb", per: "t", ucum: "[lb_av]/t", metal: "lb" },
  "ct/t": { of: "ct", per: "t", words: "cpt", ucum: "[car_m]/t", metal: "ct" },
  cpht: { factor: "1/500000000", words: "ct/100 t|carats per hundred tonnes|carats per 100 tonnes", metal: "ct" },
  "1": { factor: "1", words: "fraction", ucum: "1", metal: "t" },
} as const;

/** The symbols of mass. @category Units */
export type MassUnit = keyof typeof MASS_UNITS;
/** The symbols of volume. @category Units */
export type VolumeUnit = keyof typeof VOLUME_UNITS;
/** The symbols of duration. @category Units */
export type DurationUnit = keyof typeof DURATION_UNITS;
/** The symbols of fractions. @category Units */
export type FractionUnit = keyof typeof FRACTION_UNITS;
/** The symbols of grade. @category Units */
export type GradeUnit = keyof typeof GRADE_UNITS;
/** What a rate is per: an exact duration, or a month or year that only a period turns into days. @category Units */
export type RateTime = DurationUnit | keyof typeof SPANS;
/** The symbols of throughput: mass per time. @category Units */
export type ThroughputUnit = `${MassUnit}/${RateTime}`;
/** The symbols of volume flow: volume per time. @category Units */
export type VolumeFlowUnit = `${VolumeUnit}/${RateTime}`;
/** The symbols of density: mass per volume. @category Units */
export type DensityUnit = `${MassUnit}/${VolumeUnit}`;
/** The symbols of concentration: metal per volume of solution. @category Units */
export type ConcentrationUnit = `${MassUnit}/${VolumeUnit}`;
/** A currency, by its ISO 4217 code. @category Units */
export type Currency = "USD" | "CAD" | "AUD" | "ZAR" | "EUR" | "GBP" | (string & {});
/** The symbols of specific volume: volume per mass. @category Units */
export type SpecificVolumeUnit = `${VolumeUnit}/${MassUnit}`;
/** The symbols of price: money per mass. @category Units */
export type PriceUnit = `${string}/${MassUnit}`;

/** The symbols of each kind. @category Units */
export interface UnitsByKind {
  mass: MassUnit;
  grade: GradeUnit;
  fraction: FractionUnit;
  throughput: ThroughputUnit;
  duration: DurationUnit;
  volume: VolumeUnit;
  density: DensityUnit;
  concentration: ConcentrationUnit;
  specificVolume: SpecificVolumeUnit;
  volumeFlow: VolumeFlowUnit;
  money: Currency;
  price: PriceUnit;
}

/** The symbols of one kind, as literal types. @category Units */
export type UnitOf<K extends keyof UnitsByKind> = UnitsByKind[K];

/** Spellings that mean two things, by kind, with what they may mean. @internal */
export const AMBIGUOUS: Readonly<Partial<Record<keyof UnitsByKind, Readonly<Record<string, readonly string[]>>>>> = {
  mass: {
    ton: ["t", "st", "lt"], tons: ["t", "st", "lt"], MT: ["t", "Mt"], mt: ["t", "Mt"], AT: ["AT(short)", "AT(long)"], "assay ton": ["AT(short)", "AT(long)"],
    "assay tons": ["AT(short)", "AT(long)"], hundredweight: ["cwt", "lcwt"],
  },
  grade: { "oz/t": ["oz/st", "oz/tonne"], "oz per t": ["oz/st", "oz/tonne"], "dwt/t": ["dwt/st", "dwt/tonne"] },
  throughput: {
    tpd: ["t/d", "st/d"], TPD: ["t/d", "st/d"], tph: ["t/h", "st/h"], TPH: ["t/h", "st/h"], tpa: ["t/a", "st/a"], ktpd: ["kt/d", "kst/d"], Mtpa: ["Mt/a", "Mst/a"],
    mtpd: ["t/d", "Mt/d"], MTPD: ["t/d", "Mt/d"],
  },
  volume: { gallon: ["gal", "gal(UK)"], gallons: ["gal", "gal(UK)"] },
  money: { $: ["USD", "CAD", "AUD"], "¢": ["USD", "CAD", "AUD"] },
};

/** How currencies are written, besides their codes. @internal */
export const CURRENCY_SPELLINGS: Readonly<Record<string, string>> = {
  US$: "USD", C$: "CAD", CA$: "CAD", CDN$: "CAD", Cdn$: "CAD", A$: "AUD", AU$: "AUD", NZ$: "NZD", R$: "BRL", "€": "EUR", "£": "GBP",
};

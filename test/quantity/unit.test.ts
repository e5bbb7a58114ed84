/** The unit table, held against identities from second sources. No test here restates a factor. */
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { concentration, density, duration, grade, mass, throughput, volume, volumeFlow } from "../../src/quantity/constructors.ts";
import { KINDS, type Kind } from "../../src/quantity/kind.ts";
import { makeQuantity } from "../../src/quantity/parse.ts";
import { unitOf } from "../../src/quantity/spelling.ts";
import {
  AMBIGUOUS, DURATION_UNITS, FRACTION_UNITS, GRADE_UNITS, MASS_UNITS, SOURCES, SPANS, VOLUME_UNITS, type MassUnit, type VolumeUnit,
} from "../../src/quantity/unit.ts";

const TABLES = { mass: MASS_UNITS, volume: VOLUME_UNITS, duration: DURATION_UNITS, fraction: FRACTION_UNITS, grade: GRADE_UNITS } as const;

// So many of one unit are so many of another.
function holds(kind: Kind, left: string, right: string): void {
  const a = makeQuantity(kind, left, undefined);
  const b = makeQuantity(kind, right, undefined);
  expect(a.inBase.equals(b.inBase), `${left} = ${right}`).toBe(true);
}

describe("NIST Handbook 44, Appendix C: the avoirdupois and troy tables", () => {
  test.each([
    ["7000 gr", "1 lb"], ["16 oz av", "1 lb"], ["437.5 gr", "1 oz av"], ["100 lb", "1 cwt"], ["2000 lb", "1 st"], ["112 lb", "1 lcwt"], ["20 lcwt", "1 lt"], ["2240 lb", "1 lt"],
    ["24 gr", "1 dwt"], ["20 dwt", "1 oz"], ["480 gr", "1 oz"], ["5760 gr", "12 oz"], ["175 oz", "192 oz av"], ["200 mg", "1 ct"],
  ])("%s = %s", (left, right) => holds("mass", left, right));

  test.each([["27 ft3", "1 yd3"], ["1728 gal", "231 ft3"], ["1000 L", "1 m3"], ["1000 mL", "1 L"], ["1000 m3", "1 ML"]])(
    "%s = %s (a US gallon is 231 cubic inches, a cubic foot 1,728)", (left, right) => holds("volume", left, right),
  );

  test("a cubic foot is the cube of 0.3048 m, a cubic yard of 0.9144 m", () => {
    expect(volume("1 ft3").to("m3").exact.equals(Ratio.of("0.3048").times("0.3048").times("0.3048"))).toBe(true);
    expect(volume("1 yd3").to("m3").exact.equals(Ratio.of("0.9144").times("0.9144").times("0.9144"))).toBe(true);
  });

  test("an imperial gallon is 4.54609 litres (Weights and Measures Act 1985)", () => {
    expect(String(volume("1 gal(UK)").to("L"))).toBe("4.54609 L");
  });
});

// Unified Code for Units of Measure, ucum-essence.xml 2.2 (2024-06-17): each unit by others of the same table.
describe("UCUM ucum-essence.xml 2.2 (2024-06-17)", () => {
  const bySymbol = new Map(Object.entries(MASS_UNITS).flatMap(([symbol, row]) => ("ucum" in row ? [[row.ucum as string, symbol as MassUnit]] : [])));

  test.each([
    ["[gr]", "64.79891", "mg"], ["[lb_av]", "7000", "[gr]"], ["[scwt_av]", "100", "[lb_av]"], ["[lcwt_av]", "112", "[lb_av]"], ["[ston_av]", "20", "[scwt_av]"],
    ["[lton_av]", "20", "[lcwt_av]"], ["[pwt_tr]", "24", "[gr]"], ["[oz_tr]", "20", "[pwt_tr]"], ["t", "1e3", "kg"], ["[car_m]", "0.2", "g"],
    ["[oz_tr]", "31.1034768", "g"], ["[lb_av]", "453.59237", "g"], ["[ston_av]", "907.18474", "kg"], ["[lton_av]", "1016.0469088", "kg"],
  ])("1 %s = %s %s", (one, count, other) => {
    expect(mass(1, bySymbol.get(one)!).equals(mass(count, bySymbol.get(other)!))).toBe(true);
  });

  test("ppm and ppb are a millionth and a thousandth of that", () => {
    holds("grade", "1e6 ppm", "1 1");
    holds("grade", "1000 ppb", "1 ppm");
  });
});

// "Dictionary of units: mass", http://hobbyprojects.com/dictionary_of_units/mass_or_weight.html, in kilograms.
test.each([
  ["ct", "0.0002"], ["gr", "0.00006479891"], ["lcwt", "50.80234544"], ["cwt", "45.359237"], ["oz av", "0.028349523125"], ["oz", "0.0311034768"], ["lb", "0.45359237"],
  ["lt", "1016.0469088"], ["st", "907.18474"],
] as const)("Dictionary of units: a %s is %s kg", (unit, kilograms) => {
  expect(mass(1, unit).to("kg").exact.equals(kilograms)).toBe(true);
});

describe("the trade's own units", () => {
  test.each([
    ["1000 kg", "1 t"], ["1000 t", "1 kt"], ["1000 kt", "1 Mt"], ["1000 oz", "1 koz"], ["1000 koz", "1 Moz"], ["1000 lb", "1 klb"], ["1000 klb", "1 Mlb"], ["1000 st", "1 kst"],
    ["1000 kst", "1 Mst"], ["1000 ct", "1 kct"], ["1000 kct", "1 Mct"], ["1000 ug", "1 mg"], ["1000 ng", "1 ug"],
    ["76 lb", "1 flask"], ["20 lb", "1 stu"], ["22.4 lb", "1 ltu"], ["100 mtu", "1 t"], ["100 dmtu", "1 t"], ["1 dmt", "1 t"], ["1 wmt", "1 t"], ["1 kdmt", "1 kt"], ["1 kwmt", "1 kt"],
    ["1 dst", "1 st"], ["1 wst", "1 st"],
  ])("%s = %s", (left, right) => holds("mass", left, right));

  test("milligrams of metal in an assay ton are ounces in a ton: short and long", () => {
    const each = mass("1 mg");
    expect(each.dividedBy(mass("1 AT(short)"), "grade").inBase.equals(grade("1 oz/st").inBase)).toBe(true);
    expect(each.dividedBy(mass("1 AT(long)"), "grade").inBase.equals(grade("1 oz/lt").inBase)).toBe(true);
  });

  test("one ounce per short ton is 240/7 g/t, per long ton 1500/49, per tonne 31.1034768", () => {
    expect(String(grade("1 oz/st").to("g/t").exact)).toBe("240/7");
    expect(String(grade("1 oz/lt").to("g/t").exact)).toBe("1500/49");
    expect(String(grade("1 oz/tonne").to("g/t"))).toBe("31.1034768 g/t");
  });

  test.each([
    ["1 ppm", "1 g/t"], ["1 mg/kg", "1 g/t"], ["1 ug/g", "1 g/t"], ["1 %", "10 kg/t"], ["1 %", "10000 ppm"], ["1000 mg/t", "1 g/t"], ["5700000000 ng/t", "5.7 g/t"], ["1 ppb", "1 mg/t"],
    ["1 %", "20 lb/st"], ["20 dwt/st", "1 oz/st"], ["20 dwt/tonne", "1 oz/tonne"], ["100 cpht", "1 ct/t"], ["5 ct/t", "1 g/t"], ["1 1", "100 %"],
    ["31.1034768 g/st", "1 oz/st"], ["1000 g/t", "1 kg/t"], ["453.59237 g/t", "1 lb/t"],
  ])("grade: %s = %s", (left, right) => holds("grade", left, right));

  // "Grams per Ton Calculator", https://calculator.academy/grams-per-ton-calculator/: g/t and troy ounces per short ton, to six places.
  test.each([
    ["0.5", "0.014583"], ["0.75", "0.021875"], ["1", "0.029167"], ["1.25", "0.036458"], ["1.5", "0.043750"], ["2", "0.058333"], ["2.5", "0.072917"], ["3", "0.087500"],
    ["4", "0.116667"], ["5", "0.145833"], ["7.5", "0.218750"], ["10", "0.291667"], ["12.5", "0.364583"], ["15", "0.437500"], ["20", "0.583333"], ["25", "0.729167"],
    ["30", "0.875000"], ["40", "1.166667"], ["50", "1.458333"], ["100", "2.916667"],
  ])("a published table: %s g/t is %s oz/st", (gramsPerTonne, ounces) => {
    expect(grade(gramsPerTonne, "g/t").to("oz/st").format({ places: 6 })).toBe(`${ounces} oz/st`);
  });

  test("a day has 24 hours, an hour 60 minutes, a minute 60 seconds, a week 7 days", () => {
    for (const [left, right] of [["1 d", "24 h"], ["1 h", "60 min"], ["1 min", "60 s"], ["1 wk", "7 d"]] as const) holds("duration", left, right);
    expect(duration("1 d").to("s").exact.equals(86400)).toBe(true);
  });

  test("compound units follow from their parts", () => {
    expect(String(throughput("24 t/d").to("t/h"))).toBe("1 t/h");
    expect(String(throughput("2,000 lb/h").to("st/d"))).toBe("24 st/d");
    expect(String(density("1 t/m3").to("kg/m3"))).toBe("1,000 kg/m3");
    expect(String(density("27 lb/yd3").to("lb/ft3"))).toBe("1 lb/ft3");
    expect(String(concentration("1 kg/m3").to("mg/L"))).toBe("1,000 mg/L");
    expect(String(volumeFlow("100 L/s").to("m3/h"))).toBe("360 m3/h");
  });
});

describe("the table as a whole", () => {
  const rows = Object.entries(TABLES).flatMap(([kind, table]) =>
    Object.entries(table).map(([symbol, row]) => ({ kind: kind as Kind, symbol, row: row as { readonly words?: string } })));

  test.each(rows)("$kind: $symbol and its spellings come back to their own row", ({ kind, symbol, row }) => {
    for (const spelling of [symbol, ...(row.words?.split("|") ?? [])]) {
      expect(unitOf(kind, spelling).symbol, spelling).toBe(symbol);
      expect(unitOf(kind, ` ${spelling.replace(" ", "  ")} `).symbol, spelling).toBe(symbol);
    }
  });

  test("long words are read in any case", () => {
    for (const { kind, symbol, row } of rows) {
      for (const word of row.words?.split("|") ?? []) {
        if (!/[a-z]{4}/i.test(word)) continue;
        expect(unitOf(kind, word.toUpperCase()).symbol, word).toBe(symbol);
        expect(unitOf(kind, `${word.charAt(0).toUpperCase()}${word.slice(1)}`).symbol, word).toBe(symbol);
      }
    }
  });

  test("no spelling stands in two rows of a kind, nor among the ambiguous ones", () => {
    for (const [kind, table] of Object.entries(TABLES)) {
      const spellings = Object.entries(table).flatMap(([symbol, row]: [string, { readonly words?: string }]) => [symbol, ...(row.words?.split("|") ?? [])]);
      expect(spellings.filter((spelling, at) => spellings.indexOf(spelling) !== at), kind).toEqual([]);
      expect(spellings.filter((spelling) => Object.hasOwn(AMBIGUOUS[kind as Kind] ?? {}, spelling)), kind).toEqual([]);
    }
  });

  test("what is ambiguous lists units of its kind, and more than one", () => {
    for (const [kind, words] of Object.entries(AMBIGUOUS)) {
      for (const [word, choices] of Object.entries(words)) {
        expect(choices.length).toBeGreaterThan(1);
        for (const choice of choices) {
          expect(unitOf(kind as Kind, choice).symbol).toBe(choice);
          expect(unitOf(kind as Kind, word, { [word]: choice }).symbol).toBe(choice);
        }
        expect(() => unitOf(kind as Kind, word), word).toThrow(expect.objectContaining({ code: "ambiguous-unit" }));
      }
    }
  });

  test("every factor is positive and every source is named", () => {
    for (const { kind, symbol, row } of rows) {
      expect(unitOf(kind, symbol).factor.sign).toBe(1);
      if (kind !== "grade") expect(Object.keys(SOURCES)).toContain((row as { readonly source?: string }).source);
    }
  });

  test("every pair of simple units makes a compound whose text reads back", () => {
    for (const per of [...Object.keys(DURATION_UNITS), ...Object.keys(SPANS)]) {
      for (const of of Object.keys(MASS_UNITS)) expect(unitOf("throughput", `${of}/${per}`).symbol).toBe(`${of}/${per}`);
      for (const of of Object.keys(VOLUME_UNITS)) expect(unitOf("volumeFlow", `${of}/${per}`).symbol).toBe(`${of}/${per}`);
    }
    for (const of of Object.keys(MASS_UNITS) as MassUnit[]) {
      for (const per of Object.keys(VOLUME_UNITS) as VolumeUnit[]) {
        expect(unitOf("density", `${of}/${per}`).symbol).toBe(`${of}/${per}`);
        expect(unitOf("concentration", `${of}/${per}`).symbol).toBe(`${of}/${per}`);
        expect(unitOf("specificVolume", `${per}/${of}`).symbol).toBe(`${per}/${of}`);
      }
      expect(unitOf("price", `USD/${of}`).symbol).toBe(`USD/${of}`);
    }
  });

  test("words join into compounds", () => {
    expect([
      unitOf("throughput", "tonnes per day"), unitOf("throughput", "t per annum"), unitOf("throughput", "short tons / hour"), unitOf("grade", "grams per tonne"),
      unitOf("grade", "ounces per short ton"), unitOf("grade", "ounces per tonne"), unitOf("grade", "pounds per short ton"), unitOf("grade", "grammes per metric tonne"),
      unitOf("price", "US$/lb"), unitOf("price", "C$ per tonne"), unitOf("price", "US$ per troy ounce"), unitOf("density", "tonnes per cubic metre"),
      unitOf("price", "USc/lb"),
    ].map(({ symbol }) => symbol)).toEqual([
      "t/d", "t/a", "st/h", "g/t", "oz/st", "oz/tonne", "lb/st", "g/t", "USD/lb", "CAD/t", "USD/oz", "t/m3", "USc/lb",
    ]);
  });

  test("a pair of masses that no row has is no grade", () => {
    for (const spelling of ["oz/lb", "oz/kg", "oz/kt", "dwt/g", "kg/kg", "t/oz"]) {
      expect(() => unitOf("grade", spelling), spelling).toThrow(expect.objectContaining({ code: "unknown-unit" }));
    }
  });

  test("the kinds are all in words", () => {
    expect(Object.keys(KINDS)).toHaveLength(12);
  });
});

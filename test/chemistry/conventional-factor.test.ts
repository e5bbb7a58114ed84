/** The rounded factors of the trade beside the stoichiometric ones: most are those rounded, and those that are not are told with their difference. */
import { describe, expect, test } from "vitest";
import { conventionalFactor, conventionalFactors, type ConventionalFactor } from "../../src/chemistry/conventional-factor.ts";
import { massFactor } from "../../src/chemistry/mass-factor.ts";
import { type Ratio } from "../../src/number/ratio.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const places = (printed: string): number => printed.split(".")[1]?.length ?? 0;

/** The conventions whose substances are tied by the acid that they make or neutralise, not by an element. */
const BY_FORMULA_UNITS = ["sobek", "liming"];

const stoichiometric = ({ convention, from, to }: ConventionalFactor): Ratio =>
  massFactor(from, to, BY_FORMULA_UNITS.includes(convention) ? { via: { from: 1, to: 1 } } : {}).value;

/** Printed factors that are not the stoichiometric ones rounded: what those would be, in the same digits, and why. */
const APART: Readonly<Record<string, string>> = {
  // Cut off.
  "lithium reports: Li2O to Li 0.464": "0.465", "potash: KCl to K2O 0.6317": "0.6318", "james cook: Lu to Lu2O3 1.1371": "1.1372",
  // Reciprocals of rounded factors: 1 / 0.4674, 1 / 0.5293, ...
  "microprobe table: Si to SiO2 2.1395": "2.1393", "microprobe table: Al to Al2O3 1.8893": "1.8894", "microprobe table: Fe to Fe2O3 1.4298": "1.4297",
  "microprobe table: Mn to MnO2 1.5825": "1.5824", "microprobe table: Na to Na2O 1.3479": "1.3480", "microprobe table: Na to Na2CO3 2.3052": "2.3051",
  "microprobe table: K to K2O 1.2045": "1.2046", "microprobe table: P to P2O5 2.2915": "2.2913",
  // By older atomic weights: Ti 47.90, Mg 24.31, O 15.9994, ...
  "microprobe table: TiO2 to Ti 0.5995": "0.5993", "microprobe table: Ti to TiO2 1.6681": "1.6685", "james cook: Ti to TiO2 1.6681": "1.6685",
  "microprobe table: MgO to Mg 0.6031": "0.6030", "microprobe table: Mg to MgO 1.6581": "1.6583",
  "james cook: Ta to Ta2O5 1.2211": "1.2210", "james cook: Sn to SnO2 1.2696": "1.2695",
  "bone phosphate: P2O5 to Ca3(PO4)2 2.1853": "2.1852",
  // By whole-number molar masses: 100/32 and 100/40.
  "sobek: S to CaCO3 3.125": "3.122", "liming: MgO to CaCO3 2.50": "2.48",
};

const all = conventionalFactors();
const label = ({ convention, from, to, printed }: ConventionalFactor): string => `${convention}: ${from} to ${to} ${printed}`;

describe("a conventional factor", () => {
  test.each(all.filter((row) => !(label(row) in APART)).map((row) => [label(row), row] as const))("%s is the stoichiometric one rounded", (_, row) => {
    expect(stoichiometric(row).toFixed({ places: places(row.printed) })).toBe(row.printed);
  });

  test.each(all.filter((row) => label(row) in APART).map((row) => [label(row), row] as const))("%s is not the stoichiometric one rounded", (name, row) => {
    expect(stoichiometric(row).toFixed({ places: places(row.printed) })).toBe(APART[name]);
    expect(APART[name]).not.toBe(row.printed);
    // Never by more than 1 %: what is further off was mistyped.
    expect(row.value.dividedBy(stoichiometric(row)).minus(1).absolute().isLessThan("0.01")).toBe(true);
  });

  test("every one that is apart is in the table", () => {
    expect(Object.keys(APART).filter((name) => !all.some((row) => label(row) === name))).toEqual([]);
  });

  test("keeps the digits in which it is printed, its source, and cannot be changed", () => {
    const row = conventionalFactor({ convention: "lithium reports", from: "LiOH.H2O", to: "Li2CO3" });
    expect([row.printed, String(row.value), row.from, Object.isFrozen(row)]).toEqual(["0.880", "0.88", "LiOH·H2O", true]);
    expect(all.every(({ source }) => source.length > 20)).toBe(true);
  });

  test("stands in its convention once", () => {
    const pairs = all.map(({ convention, from, to }) => `${convention} ${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

describe("looked up", () => {
  test("by the pair, in whatever spelling", () => {
    expect(conventionalFactors({ from: "U3O8", to: "U" }).map(({ convention }) => convention)).toEqual(["uranium red book"]);
    expect(conventionalFactors({ from: "K", to: "K₂O" }).map(label)).toEqual(["james cook: K to K2O 1.2046", "microprobe table: K to K2O 1.2045"]);
    expect(conventionalFactors({ from: "Au", to: "Ag" })).toEqual([]);
  });

  test("and refused where the convention has not the pair, with those that have", () => {
    expect(() => conventionalFactor({ convention: "james cook", from: "Fe", to: "Fe2O3" })).toThrow(refused("substance-mismatch", "microprobe table"));
    expect(() => conventionalFactor({ convention: "uranium red book", from: "U", to: "U3O8" })).toThrow(refused("substance-mismatch", "james cook"));
    expect(() => conventionalFactor({ convention: "potash", from: "Au", to: "Ag" })).toThrow(refused("substance-mismatch", "stoichiometric"));
    expect(() => conventionalFactor({ convention: "5.323" as never, from: "Li", to: "Li2CO3" })).toThrow(refused("unknown-option", "lithium reports"));
    expect(() => conventionalFactor({ convention: "toString" as never, from: "Li", to: "Li2CO3" })).toThrow(refused("unknown-option"));
  });
});

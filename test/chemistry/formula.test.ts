import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFormula } from "../../src/chemistry/formula.ts";
import { isHeadgradeError } from "../../src/error.ts";
import { Ratio } from "../../src/number/ratio.ts";

/** The counts as text: `Fe2 O3`. */
const read = (formula: string): string => Object.entries(parseFormula(formula).atoms).map(([element, count]) => element + count.toString()).join(" ");

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

describe("a formula is read to its counts of atoms", () => {
  test.each([
    ["Cu", "Cu1"], ["Fe2O3", "Fe2 O3"], ["U3O8", "U3 O8"], ["CuFeS2", "Cu1 Fe1 S2"], ["Co", "Co1"], ["CO", "C1 O1"], ["HgS", "Hg1 S1"], ["HF", "H1 F1"],
    ["C12H22O11", "C12 H22 O11"], ["NH4NO3", "N2 H4 O3"], ["CH3COOH", "C2 H4 O2"], ["UC", "U1 C1"], ["KSCN", "K1 S1 C1 N1"], ["LiAlSi2O6", "Li1 Al1 Si2 O6"],
  ])("%s", (formula, atoms) => {
    expect(read(formula)).toBe(atoms);
  });

  test.each([
    ["Ca3(PO4)2", "Ca3 P2 O8"], ["Ca10(PO4)6(OH)2", "Ca10 P6 O26 H2"], ["K4[Fe(CN)6]", "K4 Fe1 C6 N6"], ["K2{Fe[Cu(OH)2]3}2", "K2 Fe2 Cu6 O12 H12"], ["(CuS)", "Cu1 S1"],
    ["Al2Si2O5(OH)4", "Al2 Si2 O9 H4"], ["((H))", "H1"],
  ])("brackets: %s", (formula, atoms) => {
    expect(read(formula)).toBe(atoms);
  });

  test.each([
    ["CuSO4·5H2O", "Cu1 S1 O9 H10"], ["CuSO4*5H2O", "Cu1 S1 O9 H10"], ["CuSO4.5H2O", "Cu1 S1 O9 H10"], ["CuSO4 . 5 H2O", "Cu1 S1 O9 H10"], ["CuSO4•5H2O", "Cu1 S1 O9 H10"],
    ["LiOH.H2O", "Li1 O2 H3"], ["LiOH·H2O", "Li1 O2 H3"], ["KAl(SO4)2.12H2O", "K1 Al1 S2 O20 H24"], ["UO2(NO3)2.6H2O", "U1 O14 N2 H12"], ["CaSO4.0.5H2O", "Ca1 S1 O4.5 H1"],
    ["CaSO4·½H2O", "Ca1 S1 O4.5 H1"], ["CaSO4·1/2H2O", "Ca1 S1 O4.5 H1"], ["CaSO4·0.5H2O", "Ca1 S1 O4.5 H1"], ["MgSO4·1.5H2O", "Mg1 S1 O5.5 H3"],
    ["Li2O.Al2O3·4SiO2", "Li2 O12 Al2 Si4"], ["3MgO·4SiO2·H2O", "Mg3 O12 Si4 H2"], ["2CaO·SiO2", "Ca2 O4 Si1"], ["CaO.2SiO2", "Ca1 O5 Si2"], ["2FeO", "Fe2 O2"],
    ["(CaO.SiO2)2", "Ca2 O6 Si2"], ["(CaO·2SiO2)2", "Ca2 O10 Si4"], ["Na2CO3.10H2O·NaCl", "Na3 C1 O13 H20 Cl1"],
  ])("parts and hydrates: %s", (formula, atoms) => {
    expect(read(formula)).toBe(atoms);
  });

  test.each([
    ["Fe0.95O", "Fe0.95 O1"], ["(Fe0.9Ni0.1)S2", "Fe0.9 Ni0.1 S2"], ["Li1.2Mn0.6O2", "Li1.2 Mn0.6 O2"], ["UO2.67", "U1 O2.67"], ["YBa2Cu3O6.93", "Y1 Ba2 Cu3 O6.93"],
    ["(Fe4.5Ni4.5)S8", "Fe4.5 Ni4.5 S8"], ["Al2(O3.2)SiO2", "Al2 O5.2 Si1"], ["(Zn0.9Fe0.1)1.02S", "Zn0.918 Fe0.102 S1"], ["LiNi0.8Mn0.1Co0.1O2", "Li1 Ni0.8 Mn0.1 Co0.1 O2"],
  ])("decimals: %s", (formula, atoms) => {
    expect(read(formula)).toBe(atoms);
  });

  test.each([["Li₂CO₃", "Li2 C1 O3"], ["Ca₁₀(PO₄)₆F₂", "Ca10 P6 O24 F2"], [" Fe 2 O 3 ", "Fe2 O3"], ["Fe\u20092O\u00a03", "Fe2 O3"], ["UO₂.₆₇", "U1 O2.67"]])(
    "as it is printed: %s", (formula, atoms) => {
      expect(read(formula)).toBe(atoms);
    },
  );

  test("an element in several places is counted once, where it first appears", () => {
    expect(read("CH3CH2OH")).toBe("C2 H6 O1");
  });

  test("the result cannot be changed and keeps the text", () => {
    const formula = parseFormula("Li₂CO₃");
    expect(formula.formula).toBe("Li₂CO₃");
    expect([Object.isFrozen(formula), Object.isFrozen(formula.atoms)]).toEqual([true, true]);
  });
});

describe("a dot between digits that may mean two things is refused, and settled by spelling", () => {
  test.each([
    ["Al2O3.2SiO2", 6], ["Al2O3.2SiO2.2H2O", 6], ["MgSO4.1.5H2O", 6], ["Fe2.5Ni2S8", 4], ["Al2.5H2O4", 4], ["CaSO4.05H2O", 6],
  ])("%s", (formula, position) => {
    expect(() => parseFormula(formula)).toThrow(refused("malformed-formula", `position ${String(position)}`, "dot", "join two parts"));
  });

  test("by a middle dot, by spaces, or by brackets", () => {
    expect([read("Al2O3·2SiO2"), read("Al2O3 . 2SiO2"), read("Al2(O3.2)SiO2")]).toEqual(["Al2 O7 Si2", "Al2 O7 Si2", "Al2 O5.2 Si1"]);
  });
});

describe("what is no formula is refused, with the position and advice", () => {
  test.each<[string, number, readonly string[]]>([
    ["", 1, ["nothing to read", "Li2CO3"]], ["   ", 4, ["nothing to read"]], ["Fe2O3)", 6, ["closes no bracket"]], ["Fe(OH", 3, ["never closed"]], ["Fe(OH]2", 6, ["does not close"]],
    ["Fe()2", 4, ["nothing in the bracket"]], ["LiOH·", 6, ["symbol is missing"]], ["·H2O", 1, ["symbol is missing"]], ["5", 2, ["symbol is missing"]], ["Fe0", 3, ["leaves nothing"]],
    ["Fe0.0", 3, ["leaves nothing"]], ["1/0H2O", 1, ["divides by zero"]], ["H2O 2 3", 7, ["second time"]], ["Fe3+", 4, ["charge"]], ["SO4^2-", 4, ["charge"]], ["Fe³⁺", 3, ["isotope or a charge"]],
    ["²³⁵U", 1, ["isotope", "weights"]], ["Fe1-xS", 4, ["unknown count"]], ["(Fe,Ni)9S8", 4, ["comma"]], ["Fe2O3?", 6, ["not part of a formula"]], ["Xx2O3", 1, ["no symbol"]],
    ["fe2o3", 1, ['"fe" is no symbol', 'perhaps "Fe"']], ["FE2O3", 2, ['perhaps "Fe"']], ["Cufes2", 3, ['perhaps "Fe"']], ["CuFeS2 ore", 8, ["no symbol"]], ["LI2CO3", 1, ['perhaps "Li"']],
    ["CU", 1, ['"CU" reads as C and U', 'write "Cu"', '"C1U"']], ["CUFeS2", 1, ['"Cu"']], ["PBS", 1, ['"Pb"']], ["SNO2", 1, ['"Sn"']], ["NIS", 1, ['"Ni"']], ["OS", 1, ['"Os"']],
    ["LCE", 1, ["lithium carbonate equivalent", "Li2CO3"]], ["BPL", 3, ["Ca3\\(PO4\\)2"]], ["TREO", 1, ["oxideGrades"]], ["(CaO.2SiO2)", 5, ["decimal needs a digit"]],
  ])("%j at %i", (formula, position, words) => {
    expect(() => parseFormula(formula)).toThrow(refused("malformed-formula", `position ${String(position)}`, ...words));
    expect(() => parseFormula(formula)).toThrow(expect.objectContaining({ facts: expect.objectContaining({ position }) as object }) as never);
  });

  test("two capitals that are meant are read when they say so", () => {
    expect([read("C1U"), read("P1BS"), read("N1I3")]).toEqual(["C1 U1", "P1 B1 S1", "N1 I3"]);
  });

  test.each([[undefined], [null], [42], [{}], [["Fe"]]])("%j is no text", (value) => {
    expect(() => parseFormula(value as never)).toThrow(refused("malformed-formula", "is a text such as"));
  });

  test.each([
    ["a long text", "Fe".repeat(101)], ["deep brackets", `${"(".repeat(17)}H${")".repeat(17)}`], ["a huge count", "Fe1000001"], ["a long number", `Fe0.${"1".repeat(30)}O`],
    ["a thousand digits", `Fe${"9".repeat(190)}`],
  ])("%s is too large", (_, formula) => {
    expect(() => parseFormula(formula)).toThrow(refused("too-large"));
  });

  test("names of Object's own are no elements", () => {
    expect(() => parseFormula("constructor")).toThrow(refused("malformed-formula"));
    expect(() => parseFormula("__proto__")).toThrow(refused("malformed-formula"));
  });
});

describe("for any text", () => {
  interface Group { readonly text: string; readonly atoms: ReadonlyMap<string, Ratio> }
  const scaled = (atoms: ReadonlyMap<string, Ratio>, factor: number): Map<string, Ratio> =>
    new Map([...atoms].map(([element, each]) => [element, each.times(factor)]));
  const joined = (groups: readonly Group[]): Map<string, Ratio> => groups.reduce((all, { atoms }) => {
    for (const [element, count] of atoms) all.set(element, (all.get(element) ?? Ratio.zero).plus(count));
    return all;
  }, new Map<string, Ratio>());
  const count = fc.integer({ min: 1, max: 40 });
  const shownCount = (value: number): string => (value === 1 ? "" : String(value));
  // Symbols of two letters, which no neighbour turns into a slip.
  const symbol: fc.Arbitrary<Group> = fc.tuple(fc.constantFrom("Fe", "Cu", "Li", "Zr", "Na", "Cl"), count)
    .map(([element, times]) => ({ text: element + shownCount(times), atoms: new Map([[element, Ratio.of(times)]]) }));
  const bracket: fc.Arbitrary<Group> = fc.tuple(fc.array(symbol, { minLength: 1, maxLength: 3 }), fc.constantFrom("()", "[]", "{}"), count)
    .map(([groups, [open, close], times]) => ({
      text: `${open!}${groups.map(({ text }) => text).join("")}${close!}${shownCount(times)}`, atoms: scaled(joined(groups), times),
    }));
  const part: fc.Arbitrary<Group> = fc.tuple(count, fc.array(fc.oneof(symbol, bracket), { minLength: 1, maxLength: 4 }))
    .map(([times, groups]) => ({ text: shownCount(times) + groups.map(({ text }) => text).join(""), atoms: scaled(joined(groups), times) }));

  test("what is written from counts is read to those counts", () => {
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom("·", "*", " . "), (parts, dot) => {
      const text = parts.map((each) => each.text).join(dot);
      fc.pre(text.length <= 200);
      const wanted = joined(parts);
      const { atoms } = parseFormula(text);
      expect(Object.keys(atoms).sort()).toEqual([...wanted.keys()].sort());
      expect([...wanted].every(([element, each]) => atoms[element]?.equals(each) === true)).toBe(true);
    }));
  });

  test("it is read or refused by a code, and never anything else", () => {
    const pieces = fc.constantFrom("Fe", "O", "H2O", "2", ".", "·", "(", ")", "[", "]", "½", "₂", " ", "+", "e", "E", "0", "9999999", "/", "\ud83d");
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 30 }), fc.array(pieces, { maxLength: 14 }).map((all) => all.join(""))), (text) => {
      try {
        const counts = Object.values(parseFormula(text).atoms);
        return counts.length > 0 && counts.every(({ sign }) => sign === 1);
      } catch (error) {
        return isHeadgradeError(error) && (error.code === "malformed-formula" || error.code === "too-large");
      }
    }), { numRuns: 3000 });
  });
});

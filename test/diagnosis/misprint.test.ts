/** Misprints of published reports, with the ties that they break. */
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { diagnosed, foremost } from "./statement.ts";

// Paladin Energy, Langer Heinrich, March 2015 quarter: tonnes mined.
const LANGER_HEINRICH = {
  ore: "910,082", lowGrade: "345,943", waste: "3,803,470", september: "5,058,495", december: "5,006,616", march: "4,973,729", year: "15,039,840",
};
const MINED = ["{september} = {ore} + {lowGrade} + {waste}", "{year} = {september} + {december} + {march}"];

describe("a digit misprinted in a figure of two ties", () => {
  const found = diagnosed(LANGER_HEINRICH, MINED);

  test("is found by both", () => {
    expect(found.diagnoses.map((_, at) => foremost(found, at))).toEqual([["digit-changed: september 5,059,495"], ["digit-changed: september 5,059,495"]]);
  });

  test("is told as a hypothesis, with what it repairs", () => {
    const [hypothesis] = found.diagnoses[0]!.hypotheses;
    expect(hypothesis).toMatchObject({
      sentence: "Hypothesis: september 5,058,495 should read 5,059,495, one digit misprinted; then "
        + "{september} = {ore} + {lowGrade} + {waste} and {year} = {september} + {december} + {march} hold.",
      honest: false, proved: true, repairs: [0, 1], leaves: [],
      support: { tested: 2, words: "repairs 2 of the 2 broken ties on it; 2 tested in all" },
    });
  });

  test("makes the first suspect, with the interval that both ties leave it", () => {
    const [first, ...others] = found.diagnoses[0]!.suspects;
    expect([first!.name, first!.rank, String(first!.interval), first!.repairs, first!.proved]).toEqual(["september", 1, "[5059493.5, 5059496.5]", [0, 1], true]);
    expect(others.every(({ rank, repairs }) => rank > 1 && repairs.length === 1)).toBe(true);
  });
});

describe("a figure of one tie", () => {
  test("that is a point for a comma shares its rank with what the bound cannot tell from it", () => {
    // Great Panther, Topia, 2017-Q1: tonnes of zinc.
    const found = diagnosed({ before: "1,850", now: "1.496" }, ["{before} / 2 <= {now}"]);
    expect(foremost(found)).toContain("point-for-comma: now 1,496");
    expect(foremost(found)).toContain("factor-of-a-thousand: now 1,496");
    // In words a reading comes once, and of several that fit alike their number.
    const words = String(found.diagnoses[0]).split("\n");
    expect(words.filter((line) => line.includes("should read 1,496, "))).toEqual([
      "Hypothesis: now 1.496 should read 1,496, point and comma confused; then {before} / 2 <= {now} holds.",
    ]);
    expect(words.at(-1)).toBe(`${String(words.length - 1)} hypotheses fit alike: the ties do not tell them apart.`);
  });

  test("that is off by a thousand is found by a bound", () => {
    // Imperial Metals 2017: thousands of ounces of gold, millions of pounds of copper.
    const found = diagnosed({ gold: "81,425", copper: "93.7" }, ["{gold} * 1000 <= {copper} * 10000"]);
    expect(foremost(found)).toContain("factor-of-a-thousand: gold 81.425");
  });

  test("has the other unit among its hypotheses", () => {
    const units = { tons: [{ name: "short tons for tonnes", factor: Ratio.of("0.90718474") }] };
    const found = diagnosed({ tons: "105,670", first: "50,000", second: "45,862" }, ["{tons} = {first} + {second}"], { units });
    const hypothesis = found.diagnoses[0]!.hypotheses.find(({ kind }) => kind === "other-unit")!;
    expect(hypothesis.sentence).toBe(
      "Hypothesis: tons 105,670, counted in another unit: short tons for tonnes; then {tons} = {first} + {second} holds.",
    );
  });

  test("that lost its sign contradicts by itself", () => {
    expect(foremost(diagnosed({ change: "3", before: "10", now: "7" }, ["{change} = {now} - {before}"]))).not.toContain("sign-lost: change -3");
    expect(foremost(diagnosed({ change: "-3", before: "10", now: "13" }, ["{change} = {now} - {before}"]))).toContain("sign-lost: change 3");
  });
});

test("a reading to as many decimals as its column has comes before one to more", () => {
  const texts = { q1: "0.7", q2: "0.55", q3: "0.61", sum: "1.73" };
  const found = diagnosed(texts, ["{sum} = {q1} + {q2} + {q3}"], { rows: [["q1", "q2", "q3"]] });
  const readings = found.diagnoses[0]!.hypotheses.filter(({ figures }) => figures[0]!.name === "q1");
  expect(readings.map(({ figures, support }) => [figures[0]!.reads, support.odd])).toContainEqual(["0.57", false]);
  expect(readings.find(({ support }) => support.odd)?.rank ?? Number.POSITIVE_INFINITY).toBeGreaterThan(readings[0]!.rank);
});

describe("two figures that stand beside each other", () => {
  const texts = { a1: "1,234", b1: "2,345", t1: "3,579", a2: "5,678", b2: "1,111", t2: "6,789", a: "6,912", b: "3,456" };
  const ties = ["{t1} = {a1} + {b1}", "{t2} = {a2} + {b2}", "{a} = {a1} + {a2}", "{b} = {b1} + {b2}"];

  test("are found exchanged, though neither is a suspect alone", () => {
    const found = diagnosed({ ...texts, a1: "5,678", a2: "1,234" }, ties, { rows: [["a1", "a2"]] });
    expect(foremost(found)).toEqual(["columns-exchanged: a1 1,234, a2 5,678"]);
    expect(found.diagnoses[0]!.hypotheses[0]!.repairs).toEqual([0, 1]);
  });

  test("are not accused where nothing is wrong", () => {
    expect(diagnosed(texts, ties).diagnoses).toEqual([]);
  });
});

describe("a conflict that no single slip repairs", () => {
  test("says so, and still gives the interval of each suspect", () => {
    // Kirkland Lake, fiscal 2014-Q2: ounces from tons, ounces a ton, and per cent.
    const found = diagnosed(
      { first: "34,935", restated: "31,387", tons: "105,670", grade: "0.35", recovery: "95.17" },
      ["{first} = {tons} * {grade} * {recovery} / 100", "{restated} = {tons} * {grade} * {recovery} / 100"],
    );
    const { suspects, notes, hypotheses } = found.diagnoses[0]!;
    expect(suspects.map(({ name }) => name)).toEqual(["restated"]);
    expect(suspects[0]!.interval.contains("34935")).toBe(true);
    expect(hypotheses).toEqual([]);
    expect(notes).toEqual(["No single usual slip and no usual cause repairs it."]);
  });

  test("says that two are wrong where no single figure, left out, lets the rest stand", () => {
    const found = diagnosed(
      { rate: "1,189", ore: "107,002", one: "1,189", other: "107,002" }, ["{rate} = {ore} / 30", "{rate} = {one}", "{ore} = {other}"],
    );
    expect(found.diagnoses[0]!.suspects).toEqual([]);
    expect(found.diagnoses[0]!.notes).toEqual([
      "No single figure, left out, lets the rest stand: at least two are wrong, or a tie does not apply.", "No single usual slip and no usual cause repairs it.",
    ]);
  });
});

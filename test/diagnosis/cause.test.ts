/** Honest causes, in figures of published reports. */
import { describe, expect, test } from "vitest";
import { diagnosed, foremost } from "./statement.ts";

describe("zeros at the end", () => {
  test("of a headline do not count: it restates, and does not misprint", () => {
    // Aurizon Mines, Casa Berardi, 2010: ounces of gold.
    const found = diagnosed({ headline: "141,000", table: "141,116" }, ["{headline} = {table}"]);
    expect(foremost(found)).toEqual(["zeros-not-significant: headline"]);
    expect(String(found.diagnoses[0])).toBe(
      "Hypothesis: headline 141,000, rounded more coarsely than printed: zeros at the end do not count; then {headline} = {table} holds.",
    );
  });

  test("of several figures are read alike", () => {
    // Galaxy Resources, Mt Cattlin: a year in thousands, its quarters rounded to the hundred.
    const found = diagnosed(
      { year: "725.3", q1: "144,200", q2: "176,000", q3: "179,000", q4: "226,200" }, ["{year} * 1000 = {q1} + {q2} + {q3} + {q4}"],
    );
    expect(foremost(found)).toContain("zeros-not-significant: q1, q2, q3, q4");
  });
});

test("a figure that was truncated explains several conflicts at once", () => {
  // US Silver, Galena, 2010: millions of ounces in the text, ounces in the table.
  const found = diagnosed(
    { copper: "17.8", lead: "4.1", total: "21.9", copperOunces: "17,851,200", leadOunces: "4,078,560", totalOunces: "21,929,760" },
    ["{copper} * 1000000 = {copperOunces}", "{lead} * 1000000 = {leadOunces}", "{total} * 1000000 = {totalOunces}", "{total} = {copper} + {lead}"],
  );
  expect(foremost(found)[0]).toBe("truncated: copper");
});

test("a simple mean is told where a weighted one is meant", () => {
  // Ur-Energy, Lost Creek, first nine months of 2016: milligrams a litre, and gallons a minute.
  const found = diagnosed(
    { mean: "65", h1: "82", f1: "1,853", h2: "58", f2: "2,210", h3: "55", f3: "2,469" },
    ["{mean} = ({h1}*{f1}*91 + {h2}*{f2}*91 + {h3}*{f3}*92) / ({f1}*91 + {f2}*91 + {f3}*92)"],
  );
  expect(foremost(found)).toEqual(["simple-mean: mean"]);
  expect(found.diagnoses[0]!.hypotheses[0]!.support.words).toContain("the plain mean of 82, 58, 55 prints as 65");
});

test("a cause that explains one tie says which others still do not hold", () => {
  const found = diagnosed(
    { mean: "3.50", g1: "5.00", t1: "1,003", g2: "2.00", t2: "3,003", other: "3.61" },
    ["{mean} = ({g1}*{t1} + {g2}*{t2}) / ({t1} + {t2})", "{mean} = {other}"],
  );
  const sentences = found.diagnoses.flatMap(({ hypotheses }) => hypotheses.filter(({ kind }) => kind === "simple-mean").map(({ sentence }) => sentence));
  expect(sentences).toEqual([
    "Hypothesis: mean 3.50, a simple mean where a weighted one is meant (the plain mean of 5.00, 2.00 prints as 3.50); "
    + "that would explain {mean} = ({g1}*{t1} + {g2}*{t2}) / ({t1} + {t2}); {mean} = {other} still does not hold.",
  ]);
});

test("a simple mean is told where the total of the weights is printed too", () => {
  const found = diagnosed(
    { mean: "1.50", total: "40.0", g1: "2.00", t1: "10.0", g2: "1.00", t2: "30.0" }, ["{mean} * {total} = {g1}*{t1} + {g2}*{t2}", "{total} = {t1} + {t2}"],
  );
  expect(foremost(found)).toEqual(["simple-mean: mean"]);
});

test("a rate by operating days is told, with their number", () => {
  // Fortuna Silver, 2020-Q3: tonnes a day at two mills, of 92 calendar days.
  const found = diagnosed(
    { caylloma: "1,189", ore: "107,002", sanJose: "2,934", oreThere: "255,226" }, ["{caylloma} = {ore} / 92", "{sanJose} = {oreThere} / 92"],
  );
  expect([0, 1].map((conflict) => found.diagnoses[conflict]!.hypotheses[0]!.sentence)).toEqual([
    "Hypothesis: caylloma 1,189, per operating day, not per calendar day: 90 of 92 days; that would explain {caylloma} = {ore} / 92.",
    "Hypothesis: sanJose 2,934, per operating day, not per calendar day: 87 of 92 days; that would explain {sanJose} = {oreThere} / 92.",
  ]);
  // What explains a tie needs no slip beside it.
  expect(found.diagnoses.map(({ notes }) => notes)).toEqual([[], []]);
});

describe("payable ounces beside produced ones", () => {
  // North American Palladium, 2012: ounces, tonnes, grams a tonne, per cent.
  const texts = { q: "44,294", qOre: "511,226", qGrade: "3.61", qRecovery: "82", y: "163,980", yOre: "2,063,260", yGrade: "3.44", yRecovery: "78" };
  const tie = (at: string): string => `{${at}} = {${at}Ore}*{${at}Grade}*{${at}Recovery}/100/31.1034768`;

  test("are told where every tie of that form falls short alike", () => {
    const found = diagnosed(texts, [tie("q"), tie("y")]);
    expect([foremost(found, 0), foremost(found, 1)]).toEqual([["payable-for-produced: q, y"], ["payable-for-produced: y, q"]]);
    expect(found.diagnoses[0]!.hypotheses[0]!.repairs).toEqual([0, 1].map((at) => found.diagnoses[at]!.conflict.ties.at(-1)));
  });

  test("are not told where another tie of that form holds", () => {
    const found = diagnosed({ ...texts, y: "177,991" }, [tie("q"), tie("y")]);
    expect(found.diagnoses[0]!.hypotheses.some(({ kind }) => kind === "payable-for-produced")).toBe(false);
  });
});

test("another basis is told where another tie over nearly the same figures holds", () => {
  // Paladin Energy, Langer Heinrich, 2015-Q1: waste to ore, low grade counted as waste.
  const found = diagnosed(
    { ratio: "7.3", waste: "4,021,724", ore: "598,341", lowGrade: "353,664" }, ["{ratio} = {waste} / {ore}", "{ratio} = ({waste} + {lowGrade}) / {ore}"],
  );
  expect(foremost(found)).toEqual(["other-basis: ratio"]);
});

describe("a printed change", () => {
  // Avino, San Gonzalo, 2013-Q1: tonnes, days, tonnes a day, and per cent.
  const texts = { ore: "19,539", days: "88", rate: "222", oreNow: "19,723", daysNow: "86", rateNow: "229" };
  const ties = ["{ore} = {rate}*{days}", "{oreNow} = {rateNow}*{daysNow}", "{change} = ({rateNow}/{rate} - 1)*100"];

  test.each([
    ["3.2", "gives the very digits)"], ["3.1", "gives the very digits, truncated and not rounded)"],
  ])("of %s per cent is told to come of the rounded rates", (change, end) => {
    const found = diagnosed({ ...texts, days: "88.000", daysNow: "86.000", change }, ties);
    expect(foremost(found)).toEqual(["computed-from-rounded: change"]);
    expect(found.diagnoses[0]!.hypotheses[0]).toMatchObject({ honest: true, proved: true });
    expect(found.diagnoses[0]!.hypotheses[0]!.sentence).toContain(`on the printed values, ${ties[2] ?? ""} ${end}`);
  });

  test("is told so though another fact was printed twice, differently", () => {
    const found = diagnosed({ ...texts, days: "88.000", daysNow: "86.000", change: "3.2", ounces: "159,582", also: "159,500" }, [...ties, "{ounces} = {also}"]);
    const own = found.diagnoses.findIndex(({ conflict }) => conflict.ties.length > 1);
    expect(foremost(found, own)).toEqual(["computed-from-rounded: change"]);
  });

  test("is not told so where they give other digits", () => {
    const found = diagnosed({ ...texts, days: "88.000", daysNow: "86.000", change: "3.0" }, ties);
    expect(found.diagnoses[0]!.hypotheses.filter(({ kind }) => kind === "computed-from-rounded")).toEqual([]);
  });
});

test("a total of rounded parts is told where the printed parts give its very digits", () => {
  const found = diagnosed({ a: "1.4", b: "1.4", c: "1.4", total: "4.2", exact: "4,301" }, ["{total} = {a} + {b} + {c}", "{total} * 1000 = {exact}"]);
  expect(foremost(found)).toContain("total-of-rounded-parts: total");
});

/** Thirty published production reports, 431 ties: what each tie comes to alone, and all of them together, against the judgement recorded of them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verify } from "../../src/balance/witness.ts";
import { readText } from "../support/repository.ts";
import { judge } from "./judgement.ts";
import { judgementLines, type Line } from "./lines.ts";
import { PAGE, pageText } from "./page.ts";
import { recordedReports } from "./recorded.ts";

const reports = recordedReports().map((recorded) => ({ ...recorded, judged: judge(recorded.report) }));

test("there are thirty of them, with 431 ties and 943 figures", () => {
  expect(reports.length).toBe(30);
  expect(reports.reduce((sum, { report }) => sum + report.ties.length, 0)).toBe(431);
  expect(reports.reduce((sum, { report }) => sum + report.figures.length, 0)).toBe(943);
});

describe.each(reports)("$name", ({ holds, verdict, verdictOfHolding, judged }) => {
  test("every tie alone gets the judgement recorded of it", () => {
    expect(judged.ties.map((tie) => tie.holds)).toEqual(holds);
  });

  test("is decided, and so are the ties of it that hold alone", () => {
    expect([judged.report.verdict, judged.report.verdictOfHolding]).toEqual([verdict, verdictOfHolding]);
  });

  test("has a witness that verifies wherever it is consistent", () => {
    for (const { graph, outcome } of [judged.whole, judged.holding]) {
      if (outcome.verdict === "consistent") expect(verify(graph, outcome.witness)).toBe(true);
    }
  });

  test("has conflicts that were proved irreducible", () => {
    expect(judged.report.conflicts.filter(({ irreducible }) => !irreducible)).toEqual([]);
  });

  test("has conflicts of its own ties and figures, and every tie that fails alone is in one", () => {
    const { conflicts } = judged.report;
    expect(conflicts.length > 0).toBe(verdict === "contradictory");
    for (const { ties, figures } of conflicts) {
      expect(ties.length).toBeGreaterThan(0);
      expect(figures.length).toBeGreaterThan(1);
    }
    const blamed = new Set(conflicts.flatMap(({ ties }) => ties));
    expect(judged.ties.filter(({ tie, holds: alone }) => alone === false && !blamed.has(tie))).toEqual([]);
  });
});

// One loose bound, of two figures of one sort, accuses either of them of several slips alike.
const NOT_FIRST: readonly string[] = ["great-panther-topia-2017-q1"];

test.each(reports.flatMap(({ name, known = [], judged }) => known.map((each) => ({ name, ...each, judged }))))(
  "$name: what is known of $figure, $slip, is the first hypothesis", ({ name, figure, slip, reads, judged }) => {
    const found = judged.report.hypotheses.filter((hypothesis) => hypothesis.slip === slip
      && hypothesis.figures.some(({ id, reads: read }) => id === figure && (reads === undefined || read === reads)));
    expect(found.length).toBeGreaterThan(0);
    if (!NOT_FIRST.includes(name)) expect(found[0]?.rank).toBe(1);
  },
);

test("the page about them is what the code makes of them: npm run published-pages writes it anew", () => {
  expect(readText(PAGE)).toBe(pageText());
});

describe("judging a directory", () => {
  function linesOf(files: Readonly<Record<string, string>>): Line[] {
    const directory = mkdtempSync(join(tmpdir(), "headgrade-judge-"));
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
      return [...judgementLines(directory)];
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  const figure = (id: string, printed: string, format?: string): object => (
    { id, as_printed: printed, ...(format === undefined ? {} : { number_format: format }) });
  const tie = (left: string, right: string, op = "="): object => ({ kind: "test", left, op, right });

  test("says in a line what it cannot read, and goes on with the rest", () => {
    const lines = linesOf({
      "a.json": "{ not json",
      "b.json": "[]",
      "c.json": JSON.stringify({
        figures: [figure("x", "1,000"), figure("y", "1 000,4", "space thousands separator"), figure("z", "see note"), figure("w", "5", "runes"), figure("v", "n/a")],
        ties: [tie("{x}", "{y}"), tie("{x}", "{z}"), tie("{x}", "{w}"), tie("{x}", "{q}"), tie("{x}", "({y}"), tie("{x}", "{v}*2"), tie("{x}", "{y}", "<"), null],
      }),
      "d.json": JSON.stringify({ figures: [], ties: [] }),
      "e.txt": "no report",
    });
    expect(lines.filter(({ report, figure: id, tie: number }) => report === "a" || report === "b" || id !== undefined || number !== undefined)
      .map(({ report, figure: id, tie: number, holds, error }) => [report, id ?? number ?? null, holds ?? null, error !== undefined])).toEqual([
      ["a", null, null, true], ["b", null, null, true],
      ["c", "z", null, true], ["c", "w", null, true],
      ["c", 1, true, false], ["c", 2, null, true], ["c", 3, null, true], ["c", 4, null, true], ["c", 5, null, true],
      ["c", 6, true, false], ["c", 7, null, true], ["c", 8, null, true],
    ]);
    expect(lines.filter(({ verdict, tie: number }) => verdict !== undefined && number === undefined).map(({ report, verdict, verdictOfHolding, reason }) => [
      report, verdict, verdictOfHolding, reason,
    ])).toEqual([
      ["c", "undecided", "consistent", "not stated: ties 2, 3, 4, 5, 7, 8"],
      ["d", "consistent", "consistent", undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({ totals: { reports: 4, ties: 8, hold: 2, contradict: 0, undecidedTies: 6, errors: 10 } });
  });

  test("a contradiction stands, whatever could not be stated beside it", () => {
    const lines = linesOf({
      "a.json": JSON.stringify({ figures: [figure("x", "1"), figure("y", "5")], ties: [tie("{x}", "{y}"), tie("{x}", "{nowhere}")] }),
    });
    expect(lines.find(({ verdictOfHolding }) => verdictOfHolding !== undefined)).toMatchObject({
      verdict: "contradictory", verdictOfHolding: "consistent",
      conflicts: [{ ties: [1], figures: [{ id: "x", as_printed: "1" }, { id: "y", as_printed: "5" }], irreducible: true }],
    });
  });

  test("a figure counts in its own unit, its scale word included, so that the tie says how many thousands it means", () => {
    const lines = linesOf({
      "a.json": JSON.stringify({
        figures: [figure("gold", "81,425 thousand oz"), figure("ounces", "81,425,300 oz"), figure("copper", "93.7 million lb")],
        ties: [tie("{gold}*1000", "{ounces}"), tie("{gold}", "{ounces}"), tie("{gold}*1000", "{copper}*1000000/100", "<=")],
      }),
    });
    expect(lines.filter(({ tie: number }) => number !== undefined).map(({ holds }) => holds)).toEqual([true, false, false]);
  });

  test("divisors that may be zero, and ties without unknowns, do not stop it", () => {
    const lines = linesOf({
      "a.json": JSON.stringify({
        figures: [figure("v", "0"), figure("a", "7"), figure("b", "0")],
        ties: [tie("{v}", "({a}/{b}-1)*100"), tie("{a}/{b}", "{v}", "<="), tie("{a}", "{b}/0"), tie("1", "1"), tie("{b}", "-0.5"), tie("{b}", "0.51")],
      }),
    });
    expect(lines.filter(({ tie: number }) => number !== undefined).map(({ holds }) => holds)).toEqual([false, null, null, null, true, false]);
  });
});

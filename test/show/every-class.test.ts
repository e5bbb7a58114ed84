/** Whatever a notebook's cell may end in: a value of every public class shows itself, and answers that are plain objects show what they are made of. */
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { figure, grade, instant, Interval, mass, period, Ratio, reconcile, roundTogether, sameFact, tilings } from "headgrade";
import * as root from "headgrade";
import * as adjusting from "headgrade/adjust";
import * as balancing from "headgrade/balance";
import * as chemistry from "headgrade/chemistry";
import * as diagnosing from "headgrade/diagnosis";
import * as formulas from "headgrade/formula";
import * as showing from "headgrade/show";
import * as uncertainty from "headgrade/uncertainty";
import { faultsOf } from "../support/well-formed.ts";

const DISPLAY = Symbol.for("Jupyter.display");
type Shown = Readonly<Record<symbol, (() => Readonly<Record<string, string>>) | undefined>>;

const entryPoints = { root, adjusting, balancing, chemistry, diagnosing, formulas, showing, uncertainty };
const classes = new Map(Object.values(entryPoints).flatMap((exports) => Object.entries<unknown>(exports))
  .filter((entry): entry is [string, { readonly prototype: Shown }] => typeof entry[1] === "function" && entry[1].toString().startsWith("class ")));

test("every public class shows itself, but for the error", () => {
  expect(classes.size).toBeGreaterThan(12);
  expect([...classes].filter(([, { prototype }]) => typeof prototype[DISPLAY] !== "function").map(([name]) => name)).toEqual(["HeadgradeError"]);
});

describe.each([
  ["ratio", Ratio.of("240/7"), "240/7"], ["interval", Interval.between({ low: 1, high: 2, highOpen: true }), "[1, 2)"], ["period", period("2002-Q4"), "2002-Q4"],
  ["instant", instant("2002-12-31"), "2002-12-31"], ["quantity", grade("1.88 g/t"), "1.88 g/t"], ["figure", figure("grade", "1.88 g/t"), undefined],
  ["range of a formula", formulas.rangeOf(formulas.containedMetal, { ore: figure("mass", "100 t"), grade: figure("grade", "2 g/t") }), "4.7 to 8.1 oz"],
] as const)("a %s", (_, value, text) => {
  const { "text/plain": plain, "text/markdown": markdown, "text/html": html } = (value as unknown as Shown)[DISPLAY]!();

  test("is text, Markdown and HTML, the same to read in each", () => {
    if (text !== undefined) expect(plain).toBe(text);
    expect(markdown?.replaceAll("\\", "").split(/\s/)[0]).toBe(html!.replace(/<[^>]+>/g, "").split(/\s/)[0]);
    expect(html).toMatch(/^<span class="headgrade"/);
    expect(faultsOf(html!)).toEqual([]);
  });
});

test.each([
  ["the two-product formula", formulas.twoProduct({ feed: "1.0 %", concentrate: "10.0 %", tailings: "0.2 %" }), "recovery: 81.6326530612\u2026%"],
  ["the same fact twice", sameFact(figure("mass", "1.17 Mt"), figure("mass", "1,156,388 t")), "contradict"],
  ["parts that add up", roundTogether([mass("1.4 t"), mass("1.4 t"), mass("1.2 t")], { places: 0 }), "rounded"],
  ["the tilings of a year", tilings(["2002", "2002-H1", "2002-H2"]), "2002-H1"],
] as const)("%s shows its values as they print themselves", (_, answer, text) => {
  expect(inspect(answer, { depth: 4 })).not.toContain("[class");
  expect(inspect(answer, { depth: 4 })).toContain(text);
});

test("a report's answers show themselves too", () => {
  const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } });
  for (const value of [report, report.checks[0], report.witness, report.implied("2002-Q4.ore"), report.limits("2002-Q4.ore")]) {
    expect(faultsOf((value as unknown as Shown)[DISPLAY]!()["text/html"]!)).toEqual([]);
  }
});

import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { bridge, duration, figure, grade, instant, Interval, mass, period, Ratio, reconcile, required } from "headgrade";
import { toHtml, toMarkdown, toText, type Showable } from "headgrade/show";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";

const report = reconcile(LAC_DES_ILES);
const wrong = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,767 t/d" } } });

const change = bridge(report, "2002-Q3", "2002-Q4", { metal: "Pd" });
const { "2002-Q3": third } = LAC_DES_ILES.periods!;
const toGo = required(reconcile({ periods: { "2002-Q3": third! } }), { guidance: "100,000 to 110,000 oz", period: "2002-H2", metal: "Pd" });

const VALUES: readonly (readonly [string, Showable, string])[] = [
  ["a quantity", mass("1,165,388 t"), "1,165,388 t"],
  ["a figure", figure("grade", "1.88 g/t"), 'Figure "1.88 g/t": [1.875, 1.885] g/t'],
  ["an interval", Interval.between({ low: "1.875", highOpen: true }), "[1.875, inf)"],
  ["a period", period("2002-Q4"), "2002-Q4"],
  ["an instant", instant("2002-12-31"), "2002-12-31"],
  ["a report", report, String(report)],
  ["a contradictory report", wrong, String(wrong)],
  ["a check", report.checks.find(({ name }) => name === "2002-Q3 throughput")!, "agrees: 2002-Q3 throughput: 1,210,799 t / 92 days gives 13,160.8586956\u2026 t/d, which prints as 13,161 t/d."],
  ["a check that could not be made", report.checks.find(({ verdict }) => verdict === "not checkable")!, ""],
  ["what is implied", report.implied("2002-Q1.Pd.grade"), "2002-Q1.Pd.grade: 1.9049 to 1.9078 g/t"],
  ["a witness", report.witness!, ""],
  ["a conflict", wrong.conflicts[0]!, ""],
  ["a suspicion", wrong.conflicts[0]!.suspects[0]!, wrong.conflicts[0]!.suspects[0]!.sentence],
  ["what limits an answer", report.limits("2002-Q1.Pd.grade"), String(report.limits("2002-Q1.Pd.grade"))],
  ["an answer that nothing limits", wrong.limits("2002-Q4.ore"), String(wrong.limits("2002-Q4.ore"))],
  ["a bridge", change, String(change)],
  ["a requirement", toGo, String(toGo)],
];

describe.each(VALUES)("%s", (_, value, text) => {
  test("is shown as text, Markdown and HTML", () => {
    if (text !== "") expect(toText(value)).toBe(text);
    expect(toText(value)).not.toBe("");
    expect(toMarkdown(value)).not.toBe("");
    expect(faultsOf(toHtml(value))).toEqual([]);
    expect(faultsOf(toHtml(value, { document: true }))).toEqual([]);
  });

  test("is the same text every time", () => {
    expect([toMarkdown(value), toHtml(value)]).toEqual([toMarkdown(value), toHtml(value)]);
  });
});

test("small values stand in a line", () => {
  expect(toHtml(grade("1.88 g/t"))).toBe('<span class="headgrade">1.88 g/t</span>');
  expect(toHtml(period("2002-Q4"))).toBe('<span class="headgrade">2002-Q4: 2002-10-01 to 2002-12-31, 92 days</span>');
  expect(toMarkdown(period("2002-09-30/2002-09-30"))).toBe("2002-09-30/2002-09-30: 2002-09-30 to 2002-09-30, 1 day");
  expect(toMarkdown(figure("grade", "1.88 g/t"))).toBe("1.88 g/t as printed: the true value lies in \\[1.875, 1.885\\] g/t");
  expect(toText(Ratio.of("240/7"))).toBe("240/7");
});

test("a document has a title, and its first line else", () => {
  expect(toHtml(duration("92 d"), { document: true, title: "<Q4>" })).toContain("<title>&lt;Q4&gt;</title>");
  expect(toHtml(report, { document: true })).toContain("<h1>Lac des Iles</h1>");
  expect(toHtml(duration("92 d"), { document: true })).toBe([
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1"/><title>92 d</title>',
    "<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:56em;margin:2em auto;padding:0 1em}"
    + "main{overflow-x:auto}@media print{body{margin:0;padding:0}main{overflow:visible}}</style></head>",
    '<body><main tabindex="0"><h1>92 d</h1><span class="headgrade">92 d</span></main></body></html>\n',
  ].join(""));
});

describe("names that mean harm", () => {
  const evil = "<script>alert(1)</script> | `x` $y$ [z](javascript:1) \"'&";
  const { "2002-Q4": quarter } = LAC_DES_ILES.periods!;
  const named = reconcile({ operation: evil, areas: { "<img onerror=x>": { periods: { "2002-Q3": { ore: "5 t" }, "2002-Q4": quarter! } }, "b|c": { periods: { "2002-Q4": quarter! } } } });

  test("are shown in HTML, and not run", () => {
    const html = toHtml(named, { document: true });
    expect(faultsOf(html)).toEqual([]);
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<img");
  });

  test("are shown in Markdown, and stay in their cells", () => {
    const html = new MarkdownIt("default", { html: true }).render(toMarkdown(named));
    expect(html).not.toMatch(/<script|<img|<a |<code/);
    expect(html).toContain("<td>b|c, 2002-Q4 throughput</td>");
  });
});

test("what is no value of this library is refused", () => {
  for (const value of [undefined, null, 5, "5 t", {}]) {
    expect(() => toText(value as never)).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => toHtml(value as never)).toThrow("Expected a value of this library");
  }
});

import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { published } from "../show/published.ts";
import { shownBy } from "../support/notebook.ts";
import { faultsOf } from "../support/well-formed.ts";

const captions = (html: string): string[] => [...html.matchAll(/<caption>([^<]+)</g)].map(([, caption]) => caption!);
const consistent = shownBy(reconcile(LAC_DES_ILES));
const q3 = { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } };
const misprint = shownBy(reconcile({ ...LAC_DES_ILES, periods: { ...LAC_DES_ILES.periods, "2002-Q3": q3 } }));

describe("a consistent report in a notebook", () => {
  test("says its verdict first, then its checks and pictures, and what is implied", () => {
    const html = consistent["text/html"];
    expect(html).toContain("<p><strong>Lac des Iles: consistent</strong></p><p>All 29 printed figures can be true at once; the witness proves it.</p><svg ");
    expect(captions(html)).toEqual(["Checks: 4 within rounding, 6 agree", "Figures as printed", "Implied, though never printed", "Known more closely than printed"]);
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('<tr><th scope="row">2002-Q3 throughput</th><td>●\u00a0agrees</td><td class="number">13,161 t/d</td><td class="number">13,160.853 to 13,160.865</td>');
    expect(html).toContain('<tr><th scope="row">2002-Q1.Pd.grade</th><td class="number">1.9049 to 1.9078 g/t</td></tr>');
    expect(html).toContain("<p>Taken for granted: calendar days;");
  });

  test("says the same in Markdown", () => {
    const lines = consistent["text/markdown"].split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "**Lac des Iles: consistent**", "", "All 29 printed figures can be true at once; the witness proves it.", "", "**Checks: 4 within rounding, 6 agree**",
    ]);
    expect(lines).toContain("| 2002-Q3 Pd produced | ◆ within rounding | 51,168 oz | 51,044 to 51,397 | ±0.4% |");
    expect(lines).toContain("| 2002-Q1.Pd.grade | 1.9049 to 1.9078 g/t |");
  });
});

describe("a contradictory report in a notebook", () => {
  test("tells its conflicts before all else, each with what may have happened", () => {
    const html = misprint["text/html"];
    expect(captions(html).slice(0, 3)).toEqual([
      "Conflict 1: these 4 figures cannot all be right as printed", "Conflict 2: these 5 figures cannot all be right as printed", "Checks: 2 contradict, 3 within rounding, 5 agree",
    ]);
    expect(html).toContain("<li>Hypothesis: 2002-Q3.Pd.produced 51,618 oz should read 51,168 oz, two neighbouring digits swapped;");
    expect(html).toContain('<tr><th scope="row">2002-Q3 Pd produced</th><td>✕\u00a0contradicts</td>');
    expect(faultsOf(html)).toEqual([]);
  });

  test("says the same in Markdown", () => {
    expect(misprint["text/markdown"]).toContain([
      "**Conflict 1: these 4 figures cannot all be right as printed**", "", "| figure | printed |", "| --- | ---: |", "| 2002-Q3.ore | 1,210,799 t |",
      "| 2002-Q3.Pd.produced | 51,618 oz |", "| 2002-Q3.Pd.grade | 1.83 g/t |", "| 2002-Q3.Pd.recovery | 71.9% |", "",
      "given that 2002-Q3.Pd.contained = ore x grade and 2002-Q3.Pd.produced = contained x recovery", "",
      "- Hypothesis: 2002-Q3.Pd.produced 51,618 oz should read 51,168 oz, two neighbouring digits swapped;",
    ].join("\n"));
  });
});

test.each(published)("the page of $name is well-formed, with a caption to each table and a description to each picture", ({ statement }) => {
  expect(faultsOf(shownBy(reconcile(statement))["text/html"])).toEqual([]);
}, 60_000);

test("figures of many periods are told in several tables, each as wide as a page", () => {
  const { statement } = published.find(({ name }) => name === "wesdome-eagle-river-history")!;
  const html = shownBy(reconcile(statement))["text/html"];
  expect(captions(html).filter((caption) => caption === "Figures as printed")).toHaveLength(3);
});

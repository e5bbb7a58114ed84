/** What a notebook shows of a year of one mine: text, Markdown and HTML with both pictures, against reconciling the year in the first place. */
import type * as headgrade from "headgrade";
import { LAC_DES_ILES } from "../test/published/lac-des-iles-2002.ts";
import { atMost, times, type Section } from "./table.ts";
import { timed } from "./timing.ts";

const DISPLAY = Symbol.for("Jupyter.display");

export function show({ reconcile }: typeof headgrade): Section {
  const finished = (): headgrade.Report => {
    const report = reconcile(LAC_DES_ILES);
    return report.checks.length > 0 ? report : reconcile(LAC_DES_ILES);
  };
  const bundleOf = (report: headgrade.Report): Readonly<Record<string, string>> => (
    (report as unknown as Readonly<Record<symbol, () => Record<string, string>>>)[DISPLAY]?.() ?? {});
  const { "text/html": html = "" } = bundleOf(finished());
  const pictures = html.split("<svg ").length - 1;
  const timings = timed({ reconciled: finished, text: () => String(finished()), shown: () => bundleOf(finished()) }, { warmUp: 1500, turn: 50, rounds: 31 });
  const drawn = timings.milliseconds("shown") - timings.milliseconds("reconciled");
  return {
    title: "Lac des Iles 2002 in a notebook: text, Markdown and HTML with its pictures, beyond reconciling it",
    rows: [
      { what: "pictures in its HTML", measured: String(pictures), target: { text: "2", met: pictures === 2 } },
      { what: "characters of HTML", measured: String(html.length) },
      atMost("all three drawn", drawn, 10, (milliseconds) => `${milliseconds.toFixed(1)} ms`),
      { what: "reconciled and drawn, against reconciled", measured: times(timings.ratio("shown", "reconciled")) },
      { what: "reconciled and told as text, against reconciled", measured: times(timings.ratio("text", "reconciled")) },
    ],
  };
}

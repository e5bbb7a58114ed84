/** The page of the docs about the thirty published reports, written from what the library makes of them. */
import type { Diagnosis } from "../../src/diagnosis/diagnosis.ts";
import { distinct } from "../../src/diagnosis/hypothesis.ts";
import { cannotBeRight } from "../../src/statement/page.ts";
import { judge, type ConflictInReport, type Judged } from "./judgement.ts";
import { recordedReports, type RecordedReport } from "./recorded.ts";

type Result = RecordedReport & { readonly judged: Judged };

export const PAGE = "docs/published-reports.md";

const INTRODUCTION = `---
title: Thirty published reports
---

# Thirty published reports

What headgrade makes of thirty production reports and resource tables as they were published: {figures} figures and {ties} ties between them. The figures
are facts, with their sources; the ties say what ought to hold (\`{metal} = {ore}*{grade}*{recovery}/100\`).
This page is written by \`npm run published-pages\`, and a test holds it to what the code does.

Every figure is read strictly here: half a unit in its last place either side, ends included, trailing zeros significant, hedges ignored. A
report that is meant for readers (a headline in round thousands, payable metal beside a recovery) easily contradicts by so strict a reading, and
nobody is accused of anything by it. Some ties are stated on another basis than the report's, on purpose; they say so.

- *Consistent*: a witness was found, one exact value for every figure with which all ties hold, and it was checked exactly.
- *Contradictory*: no such values exist. Each conflict is a set of ties and figures that cannot all hold.
- *Hypotheses* are what may have happened. Each was tried exactly, which makes it possible, and not true. Of those first in rank three are shown; equal
  evidence shares a rank.
`;

/** The whole page. */
export function pageText(): string {
  const results = recordedReports().map((recorded) => ({ ...recorded, judged: judge(recorded.report) }));
  const count = (of: (result: Result) => number): string => results.reduce((sum, result) => sum + of(result), 0).toLocaleString("en");
  const introduction = INTRODUCTION.replace("{figures}", count(({ report }) => report.figures.length)).replace("{ties}", count(({ report }) => report.ties.length));
  return [introduction, ...summaryOf(results), "", ...differencesOf(results), ...results.flatMap((result) => ["", ...sectionOf(result)]), ""].join("\n");
}

function summaryOf(results: readonly Result[]): string[] {
  const decided = results.filter(({ judged }) => judged.report.verdict !== "undecided").length;
  return [
    "## All of them",
    "",
    `${decided === results.length ? "All" : String(decided)} of the ${String(results.length)} are decided.`,
    "",
    "| report | figures | ties | fail alone | all ties together | ties that hold alone | conflicts |",
    "|---|---:|---:|---:|---|---|---:|",
    ...results.map(({ name, operation, report, judged }) => {
      const failing = judged.ties.filter(({ holds }) => holds === false).length;
      const cells = [
        `${plain(operation)} (${name})`, report.figures.length, report.ties.length, failing, judged.report.verdict, judged.report.verdictOfHolding,
        judged.report.conflicts.length,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ];
}

function differencesOf(results: readonly Result[]): string[] {
  const rows = results.flatMap(({ name, report, holds, judged }) => judged.ties.flatMap(({ tie, holds: alone, verdict }) => {
    const recorded = holds[tie - 1];
    if (alone === recorded) return [];
    return [`| ${name} | ${String(tie)}: ${tieText(report.ties[tie - 1]!)} | ${recorded === true ? "holds" : "does not hold"} | ${verdict} |`];
  }));
  const heading = ["## Differences from the recorded judgement", "", "Each tie alone was judged before, independently, and by exact fractions too."];
  if (rows.length === 0) return [...heading, "There is no difference: every tie gets the judgement that was recorded of it."];
  return [...heading, "", "| report | tie | recorded | here |", "|---|---|---|---|", ...rows];
}

function sectionOf({ name, operation, metals, source, report, judged }: Result): string[] {
  const { verdict, verdictOfHolding, conflicts } = judged.report;
  const failing = judged.ties.filter(({ holds }) => holds === false).map(({ tie }) => tie);
  const alone = failing.length === 0 ? "all hold alone" : `${listed(failing.map(String), "tie", "ties")} ${failing.length === 1 ? "fails" : "fail"} alone`;
  const rest = failing.length === 0 || verdict === "consistent" ? "" : ` Those that hold alone are together ${verdictOfHolding}.`;
  return [
    `## ${plain(operation)}: ${name}`,
    "",
    `[${plain(source.title)}](${source.address}), ${source.date}. ${plain(metals)}. ${String(report.figures.length)} figures, ${String(report.ties.length)} ties; ${alone}.`,
    `All ties together: *${verdict}*.${rest}`,
    ...conflicts.flatMap((conflict, at) => ["", ...conflictText(conflict, at + 1, judged, judged.diagnoses[at])]),
  ];
}

function conflictText({ ties, figures, irreducible }: ConflictInReport, number: number, { read }: Judged, diagnosis: Diagnosis | undefined): string[] {
  const told = figures.map(({ id, as_printed: printed }) => `${nameOf(read.figures.get(id)!)} ${plain(printed)}`);
  const proved = irreducible ? "" : " (That none of them can be spared was not proved.)";
  return [
    `${String(number)}. These ${String(figures.length)} ${cannotBeRight(figures.length)}: ${told.join("; ")}.${proved}`,
    ...ties.map((tie) => {
      const { basis } = read.ties.get(tie)!;
      return `   - Tie ${String(tie)}: ${tieText(read.ties.get(tie)!)}${basis === null ? "" : `, stated on another basis: ${basis}`}`;
    }),
    ...hypothesesText(diagnosis),
  ];
}

const MOST_SHOWN = 3;

function hypothesesText(diagnosis: Diagnosis | undefined): string[] {
  if (diagnosis === undefined) return [];
  const first = distinct(diagnosis.hypotheses.filter(({ rank }) => rank === 1)).slice(0, MOST_SHOWN);
  return [...first.map(({ sentence }) => sentence), ...diagnosis.notes].map((line) => `   - ${plain(line)}`);
}

function nameOf({ quantity, period }: { readonly quantity: string; readonly period: string }): string {
  return plain(`${quantity} (${period})`);
}

function tieText({ left, op, right }: { readonly left: string; readonly op: string; readonly right: string }): string {
  return `\`${left} ${op} ${right}\``;
}

// A text as Markdown shows it as it is.
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`);
}

function listed(items: readonly string[], one: string, many: string): string {
  if (items.length === 1) return `${one} ${items.join("")}`;
  return `${many} ${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

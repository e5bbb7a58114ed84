/** The page of the docs about the published worked examples, written from their data. A test of each topic holds what is computed to what the library makes. */
import { examplesOf, topics, type ExampleResult, type PublishedExample } from "./examples.ts";

export const EXAMPLES_PAGE = "docs/published-examples.md";

const INTRODUCTION = `---
title: Published worked examples
---

# Published worked examples

{examples} worked examples as they were published, with {results} answers, each computed again by the library: from the printed inputs, exactly, and rounded at
the end to the digits that were printed. The figures are facts, with their sources. This page is written by \`npm run published-pages\`, and tests
hold it to what the code does.

- *yes*: the printed answer comes out, to its last digit (of numbers that a program printed to fifteen digits, but for the error of its doubles).
- *within rounding*: it does not, but the printed inputs were rounded, and the true values behind them can give it.
- *no*: the printed answer does not follow from the printed inputs. The note says why, where the cause is known.
`;

/** The whole page. */
export function examplesPageText(): string {
  const all = topics().map((topic) => examplesOf(topic));
  const examples = all.flat();
  const introduction = INTRODUCTION
    .replace("{examples}", String(examples.length))
    .replace("{results}", String(examples.reduce((sum, { results }) => sum + results.length, 0)));
  const summary = [
    "| topic | examples | answers | yes | within rounding | no |",
    "|---|---:|---:|---:|---:|---:|",
    ...all.map((own) => {
      const results = own.flatMap((example) => example.results);
      const count = (agrees: ExampleResult["agrees"]): number => results.filter((result) => result.agrees === agrees).length;
      return `| ${own[0]?.topic ?? ""} | ${[own.length, results.length, count(true), count("within rounding"), count(false)].join(" | ")} |`;
    }),
  ];
  return [introduction, ...summary, ...all.flatMap((own) => ["", `## ${capital(own[0]?.topic ?? "")}`, ...own.flatMap(sectionOf)]), ""].join("\n");
}

function sectionOf({ id, source, inputs, results, note }: PublishedExample): string[] {
  const given = Object.entries(inputs);
  return [
    "",
    `### ${id}`,
    "",
    `${plain(source.title)} (${plain(source.address)}).`,
    "",
    ...given.length === 0 ? [] : [`From ${given.map(([name, text]) => `${plain(name)} ${plain(text)}`).join("; ")}.`],
    ...note === "" ? [] : ["", plain(note)],
    "",
    ...results.length === 0 ? [] : ["| answer | printed | computed | agrees |", "|---|---|---|---|"],
    ...results.map(({ name, printed, computed, agrees }) => `| ${[name, printed, computed, agreement(agrees)].map(plain).join(" | ")} |`),
  ];
}

function agreement(agrees: ExampleResult["agrees"]): string {
  if (agrees === "within rounding") return agrees;
  return agrees ? "yes" : "no";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Text that Markdown shows as it stands.
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&").replaceAll(/\s+/g, " ");
}

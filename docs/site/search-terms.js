/**
 * What a reader may type for each page: the spellings of the unit table, the terms of the glossary, and the words of `search-terms.json`, which
 * nothing else in the package knows.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The terms by the name of their page (a function, a class, or a guide's title), in lists by where they come from. */
export async function searchTerms() {
  return {
    words: byPage(Object.entries(JSON.parse(readFileSync(at("search-terms.json"), "utf8")))),
    glossary: byPage(glossaryTerms(readFileSync(at("../glossary.md"), "utf8"))),
    units: byPage(await unitSpellings()),
  };
}

function byPage(entries) {
  const pages = new Map();
  for (const [page, terms] of entries) pages.set(page, [...pages.get(page) ?? [], ...terms]);
  return pages;
}

async function unitSpellings() {
  const table = await tsImport("../../src/quantity/unit.ts", import.meta.url);
  const spelled = (rows) => Object.entries(rows).flatMap(([symbol, { words }]) => [symbol, ...words?.split("|") ?? []]);
  const simple = [
    ["mass", spelled(table.MASS_UNITS)], ["volume", spelled(table.VOLUME_UNITS)], ["duration", spelled(table.DURATION_UNITS)],
    ["grade", spelled(table.GRADE_UNITS)], ["fraction", spelled(table.FRACTION_UNITS)],
  ];
  const ambiguous = Object.entries(table.AMBIGUOUS).map(([kind, spellings]) => [kind, Object.keys(spellings)]);
  const all = [...simple, ...ambiguous];
  return [...all, ...all.map(([, spellings]) => ["Units", spellings])];
}

// The last column of the glossary's tables names what computes a term: the term finds that page.
function glossaryTerms(markdown) {
  const rows = markdown.split("\n").filter((line) => line.startsWith("| ")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return rows.flatMap(([term, ...cells]) => [...(cells.at(-1) ?? "").matchAll(/`([a-z]\w+)`/gi)].map(([, name]) => [name, term.split(", ")]));
}

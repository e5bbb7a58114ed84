/** The reference pages of units, codes and verdicts are made from the tables that the library itself reads: `npm test -- -u` writes them anew. */
import { expect, test } from "vitest";
import { Ratio } from "../../src/number/ratio.ts";
import { KINDS, type Kind } from "../../src/quantity/kind.ts";
import {
  AMBIGUOUS, CURRENCY_SPELLINGS, DURATION_UNITS, FRACTION_UNITS, GRADE_UNITS, MASS_UNITS, SOURCES, SPANS, VOLUME_UNITS, type GradeRow, type UnitRow,
} from "../../src/quantity/unit.ts";
import type { CheckVerdict } from "../../src/statement/check.ts";
import type { ReportVerdict } from "../../src/statement/report.ts";
import type { GuidanceVerdict } from "../../src/statement/requirement.ts";
import { VERDICT_SYMBOLS } from "../../src/statement/verdict-mark.ts";
import { filesBelow, readText } from "../support/repository.ts";

const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;
const spelled = (words: string | undefined): string => (words ?? "").split("|").filter((word) => word !== "").map(code).join(", ");

/** Digits by threes before the point, as everybody reads them. */
const grouped = (number: string): string => number.replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ",");

function unitTable(rows: Readonly<Record<string, UnitRow>>, base: string): string {
  const lines = Object.entries(rows).map(([symbol, { factor, words, basis, ucum, source }]) => (
    `| ${code(symbol)} | ${grouped(factor)} | ${spelled(words)} | ${basis ?? ""} | ${ucum === undefined ? "" : code(ucum)} | ${source} |`
  ));
  return [`| unit | in ${base} | also read | basis | UCUM | source |`, "|---|---|---|---|---|---|", ...lines].join("\n");
}

function gradeTable(): string {
  const rows: Readonly<Record<string, GradeRow>> = GRADE_UNITS;
  const lines = Object.entries(rows).map(([symbol, { of, per, factor, words, ucum, metal }]) => {
    const exact = of !== undefined && per !== undefined
      ? Ratio.of(MASS_UNITS[of].factor).dividedBy(MASS_UNITS[per].factor)
      : Ratio.of(factor ?? "1");
    return `| ${code(symbol)} | ${of !== undefined && per !== undefined ? `${of} / ${per}` : ""} | ${grouped(exact.times(1_000_000).toString())} | ${spelled(words)} | ${ucum === undefined ? "" : code(ucum)} | ${metal} |`;
  });
  return ["| unit | metal / ore | in g/t | also read | UCUM | metal told in |", "|---|---|---|---|---|---|", ...lines].join("\n");
}

const COMPOUNDS: readonly (readonly [Kind, string, string])[] = [
  ["throughput", "mass / duration, month or year", "t/d, st/h, Mt/a"], ["density", "mass / volume", "t/m3, lb/ft3"],
  ["concentration", "mass / volume", "mg/L, g/L"], ["specificVolume", "volume / mass", "m3/t, ft3/st"],
  ["volumeFlow", "volume / duration, month or year", "m3/h, gal/min"], ["price", "currency / mass", "USD/oz, USD/dmtu"],
];

function unitsPage(): string {
  const ambiguous = Object.entries(AMBIGUOUS).flatMap(([kind, spellings]) =>
    Object.entries(spellings).map(([spelling, choices]) => `| ${code(spelling)} | ${kind} | ${choices.map(code).join(", ")} |`));
  return `---
title: Units
---

# Units

Every unit that headgrade reads. Each factor is a definition, exact and in full: a quantity is converted without rounding, however often. A word of four letters or
more is read in any case; in a shorter one a capital can be another unit (\`Mt\`, \`mt\`). [Glossary](glossary.md#units-with-a-meaning-of-their-own-here) says which of
them mean something of their own in this trade.

## Mass

${unitTable(MASS_UNITS, "grams")}

## Grade

Where a unit is a metal over an ore, its factor follows from the two masses; as a fraction where the decimals would not end.

${gradeTable()}

Ounces, pennyweights and the like per ton may be written out: \`troy ounces per short ton\`, \`grams per tonne\`.

## Volume

${unitTable(VOLUME_UNITS, "cubic metres")}

## Duration

${unitTable(DURATION_UNITS, "days")}

A rate may also be per month (${code("mo")}, ${spelled(SPANS.mo.words)}) or per year (${code("a")}, ${spelled(SPANS.a.words)}). Those are no number of days until a period says how many.

## Fraction

${unitTable(FRACTION_UNITS, "wholes")}

## Units of two parts

Any unit of the one kind over any of the other, written with a slash or with *per*.

| kind | what it is | examples |
|---|---|---|
${COMPOUNDS.map(([kind, parts, examples]) => `| ${KINDS[kind].noun} | ${parts} | ${examples.split(", ").map(code).join(", ")} |`).join("\n")}

## Currencies

Any three capitals are a currency; no rate of exchange is known. Also read:

| written | means |
|---|---|
${Object.entries(CURRENCY_SPELLINGS).map(([written, means]) => `| ${code(written)} | ${code(means)} |`).join("\n")}
| \`USc\`, \`US¢\` | a hundredth of \`USD\` |

## Refused as ambiguous

Each gets the error [\`ambiguous-unit\`](error-codes.md), with the choices. The option \`read\` settles it: \`{ read: { ton: "st" } }\`.

| written | of | may mean |
|---|---|---|
${ambiguous.join("\n")}

## Sources

| short | source |
|---|---|
${Object.entries(SOURCES).map(([short, source]) => `| ${short} | ${source} |`).join("\n")}
`;
}

interface Documented {
  readonly name: string;
  readonly meaning: string;
}

// The members of a union of texts, as the list in its comment tells them.
function members(file: string, type: string): readonly Documented[] {
  const [before = ""] = readText(file).split(`export type ${type} =`);
  const comment = before.slice(before.lastIndexOf("/**"));
  return [...comment.matchAll(/^ \* - ((?:`"[^"]+"`(?:, )?)+): (.+)$/gm)].flatMap(([, names, meaning]) =>
    [...names!.matchAll(/"([^"]+)"/g)].map(([, name]) => ({ name: name!, meaning: meaning! })));
}

const THROWN = filesBelow("src", ".ts").filter((file) => file !== "src/error.ts").map((file) => readText(file)).join("\n");

function codesPage(): string {
  return `---
title: Error codes
---

# Error codes

A wrong call gets a \`HeadgradeError\`, whose \`code\` is one of these. Its message says what was given, what was expected and what to do, and \`facts\` has the values. A
figure that fails a check is no error: it is an answer, with one of the [verdicts](verdicts.md).

| code | meaning |
|---|---|
${members("src/error.ts", "ErrorCode").map(({ name, meaning }) => `| ${code(name)} | ${meaning} |`).join("\n")}

\`isHeadgradeError\` recognises the error, whichever copy of the package threw it.
`;
}

function verdictTable(file: string, type: string, symbols: Readonly<Partial<Record<string, string>>> = {}): string {
  const signed = Object.keys(symbols).length > 0;
  const rows = members(file, type).map(({ name, meaning }) => `| ${signed ? `${symbols[name] ?? ""} | ` : ""}${name} | ${meaning} |`);
  return [`| ${signed ? "sign | " : ""}verdict | meaning |`, `|${signed ? "---|" : ""}---|---|`, ...rows].join("\n");
}

function verdictsPage(): string {
  return `---
title: Verdicts
---

# Verdicts

What headgrade answers, word by word. Each is proved in exact arithmetic: [Exactness and rounding](exactness.md) says how.

## Of a report

\`Report.verdict\`: can all the printed figures be true at once?

${verdictTable("src/statement/report.ts", "ReportVerdict")}

## Of a check

\`Check.verdict\`: one printed figure against what others make of it. The sign stands in pictures and tables.

${verdictTable("src/statement/check.ts", "CheckVerdict", VERDICT_SYMBOLS)}

## Of guidance

\`Requirement.verdict\`: what a target still asks of the rest of its period.

${verdictTable("src/statement/requirement.ts", "GuidanceVerdict")}
`;
}

test("the page of units says what the unit table says", async () => {
  await expect(unitsPage()).toMatchFileSnapshot("../../docs/units.md");
});

// Every member of a union, listed here so that the compiler holds the list complete, has its line in the comment.
const VERDICTS = {
  report: { consistent: 0, contradictory: 0, undecided: 0 } satisfies Record<ReportVerdict, 0>,
  check: { agrees: 0, "within rounding": 0, "within tolerance": 0, contradicts: 0, "not checkable": 0 } satisfies Record<CheckVerdict, 0>,
  guidance: { open: 0, reached: 0, exceeded: 0, met: 0, missed: 0, undecided: 0 } satisfies Record<GuidanceVerdict, 0>,
} as const;

test("the page of error codes has every code with its meaning", async () => {
  await expect(codesPage()).toMatchFileSnapshot("../../docs/error-codes.md");
  const [, union = ""] = readText("src/error.ts").split("export type ErrorCode =");
  const codes = [...(/^[^;]*/.exec(union)?.[0] ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  expect(members("src/error.ts", "ErrorCode").map(({ name }) => name)).toEqual(codes);
});

test("the page of verdicts has every verdict with its meaning", async () => {
  await expect(verdictsPage()).toMatchFileSnapshot("../../docs/verdicts.md");
  expect(members("src/statement/report.ts", "ReportVerdict").map(({ name }) => name)).toEqual(Object.keys(VERDICTS.report));
  expect(members("src/statement/check.ts", "CheckVerdict").map(({ name }) => name)).toEqual(Object.keys(VERDICTS.check));
  expect(members("src/statement/requirement.ts", "GuidanceVerdict").map(({ name }) => name)).toEqual(Object.keys(VERDICTS.guidance));
});

test("every code of an error is one that something throws", () => {
  expect(members("src/error.ts", "ErrorCode").filter(({ name }) => !THROWN.includes(`"${name}"`))).toEqual([]);
});

/** A file imports from its own floor or from floors below, directly from the file that it wants. */
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesBelow, readText } from "../support/repository.ts";

/** From the ground up. Neighbours on one floor are listed in the order in which one may import the other. */
const FLOORS = [
  "error", "problem", "markup", "number", "quantity", "period", "figure", "formula", "chemistry", "uncertainty", "balance", "adjust", "diagnosis", "statement",
  "reader", "show", "columns",
];

const NAMES_THAT_SAY_NOTHING = ["utils", "util", "helpers", "helper", "common", "types", "core", "misc", "shared", "lib"];

const MAX_LINES = 400;

const sources = filesBelow("src", ".ts");

/** `src/number/ratio.ts` stands on `number`, `src/error.ts` on `error`, and `src/index.ts` on none: it is the face. */
function floorOf(path: string): string {
  return path.split("/")[1]!.replace(/\.ts$/, "");
}

function importsOf(path: string): readonly string[] {
  return ts.preProcessFile(readText(path), true, true).importedFiles.map(({ fileName }) => fileName);
}

describe("the floors of src", () => {
  test("there are sources to look at", () => {
    expect(sources.length).toBeGreaterThan(0);
  });

  test("every file stands on a floor", () => {
    expect(sources.filter((path) => path !== "src/index.ts" && !FLOORS.includes(floorOf(path)))).toEqual([]);
  });

  test("a file imports only from its own floor or from one below", () => {
    const wrong = sources.filter((path) => path !== "src/index.ts").flatMap((path) =>
      localImportsOf(path)
        .filter((target) => !(FLOORS.indexOf(floorOf(target)) <= FLOORS.indexOf(floorOf(path)) && FLOORS.includes(floorOf(target))))
        .map((target) => `${path} -> ${target}`));
    expect(wrong).toEqual([]);
  });

  test("an import names a file that is there, and never an index", () => {
    const wrong = sources.flatMap((path) =>
      localImportsOf(path)
        .filter((target) => !sources.includes(target) || posix.basename(target) === "index.ts")
        .map((target) => `${path} -> ${target}`));
    expect(wrong).toEqual([]);
  });

  test("the only package that is imported is decimal.js", () => {
    const packages = sources.flatMap((path) => importsOf(path).filter((name) => !name.startsWith(".")));
    expect(packages.filter((name) => name !== "decimal.js")).toEqual([]);
  });

  test("no two files import each other, by however long a way", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      if (done.has(path)) return;
      done.add(path);
      for (const target of valueImportsOf(path)) walk(target, [...trail, path]);
    };
    for (const path of sources) walk(path, []);
    expect(circles).toEqual([]);
    // Every file is compiled for this, which takes its time on a loaded machine.
  }, 60_000);
});

describe("the files of src", () => {
  test("bear the name of a concept", () => {
    const isEmpty = (path: string): boolean => path.replace(/\.ts$/, "").split("/").some((part) => NAMES_THAT_SAY_NOTHING.includes(part));
    expect(sources.filter(isEmpty)).toEqual([]);
  });

  test("hold one idea each, and so stay short", () => {
    const lengths = sources.map((path) => ({ path, lines: readText(path).trimEnd().split("\n").length }));
    expect(lengths.filter(({ lines }) => lines > MAX_LINES).map(({ path, lines }) => `${path}: ${String(lines)} lines`)).toEqual([]);
  });
});

function localImportsOf(path: string): readonly string[] {
  return importsOf(path).filter((name) => name.startsWith(".")).map((name) => posix.join(posix.dirname(path), name));
}

/** The imports that are left when the types are gone. */
function valueImportsOf(path: string): readonly string[] {
  const { outputText } = ts.transpileModule(readText(path), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return ts.preProcessFile(outputText, true, true).importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(path), name));
}

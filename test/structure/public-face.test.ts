/** What the package exports, and that each of it is documented. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesBelow, readText, root } from "../support/repository.ts";

const entries = filesBelow("src", "index.ts");
const { categoryOrder } = JSON.parse(readText("docs/typedoc.json")) as { categoryOrder: readonly string[] };

interface Exported {
  /** Where it is declared, and its name. */
  readonly name: string;
  readonly isFunction: boolean;
  readonly comment: string;
  readonly tags: readonly ts.JSDocTagInfo[];
}

const exported = publicExports();

describe("every public export", () => {
  test("there are exports to look at", () => {
    expect(exported.length).toBeGreaterThan(0);
  });

  test("has a documentation comment", () => {
    expect(exported.filter(({ comment }) => comment.trim() === "").map(({ name }) => name)).toEqual([]);
  });

  test("has one category, of the closed list in docs/typedoc.json", () => {
    const wrong = exported
      .map(({ name, tags }) => ({ name, categories: textsOf(tags, "category") }))
      .filter(({ categories }) => categories.length !== 1 || !categoryOrder.includes(categories[0]!))
      .map(({ name, categories }) => `${name}: ${categories.join(", ") || "none"}`);
    expect(wrong).toEqual([]);
  });

  test("has an example if it is a function", () => {
    const wrong = exported.filter(({ isFunction, tags }) => isFunction && !textsOf(tags, "example").some((text) => text.includes("```ts")));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe("package.json", () => {
  const manifest = JSON.parse(readText("package.json")) as {
    exports: Record<string, unknown>;
    typesVersions: { "*": Record<string, readonly string[]> };
    dependencies: Record<string, string>;
  };
  const subpaths = entries.filter((path) => path !== "src/index.ts").map((path) => path.split("/")[1]!);

  test("exports the root and each folder that has an entry of its own, and nothing else", () => {
    expect(Object.keys(manifest.exports).sort()).toEqual([".", "./package.json", ...subpaths.map((name) => `./${name}`)].sort());
  });

  test("names the types of each subpath for old resolvers", () => {
    expect(Object.keys(manifest.typesVersions["*"]).sort()).toEqual([...subpaths].sort());
  });

  test("depends on decimal.js alone", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["decimal.js"]);
  });

  test("has a lock file without registry addresses", () => {
    const { packages } = JSON.parse(readText("package-lock.json")) as { packages: Record<string, { resolved?: string }> };
    expect(Object.keys(packages).filter((name) => packages[name]!.resolved !== undefined)).toEqual([]);
  });
});

describe("CHANGELOG.md", () => {
  const { version } = JSON.parse(readText("package.json")) as { version: string };
  const sections = [...readText("CHANGELOG.md").matchAll(/^## \[(?<name>[^\]]+)\][^\n]*\n(?<body>[\s\S]*?)(?=^## |$(?![\s\S]))/gm)];

  test("has a section for what is coming or for this version", () => {
    expect(sections.map(({ groups }) => groups!["name"]).some((name) => name === "Unreleased" || name === version)).toBe(true);
  });

  test("begins every section with the changed results", () => {
    const firsts = sections.map(({ groups }) => /^### (?<heading>.+)$/m.exec(groups!["body"]!)?.groups?.["heading"]);
    expect(firsts.filter((heading) => heading !== "Changed results")).toEqual([]);
  });
});

function publicExports(): readonly Exported[] {
  const { options } = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!;
  const program = ts.createProgram(entries.map((path) => `${root}/${path}`), options);
  const checker = program.getTypeChecker();
  const symbols = entries.flatMap((path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(`${root}/${path}`)!);
    return module ? checker.getExportsOfModule(module) : [];
  }).map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  return [...new Set(symbols)].flatMap((symbol) => {
    const declaration = symbol.declarations?.[0];
    const file = declaration?.getSourceFile().fileName ?? "";
    // What comes from decimal.js is documented there.
    if (!declaration || !file.startsWith(`${root}/src/`)) return [];
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    return [{
      name: `${file.slice(root.length + 1)}: ${symbol.name}`,
      isFunction: Boolean(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) && type.getCallSignatures().length > 0,
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker),
    }];
  });
}

function textsOf(tags: readonly ts.JSDocTagInfo[], name: string): readonly string[] {
  return tags.filter((tag) => tag.name === name).map(({ text }) => ts.displayPartsToString(text).trim());
}

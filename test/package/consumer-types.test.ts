/** The package's types, as a consumer's compiler sees them, in every way of finding a module. */
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { consumer } from "./consumer.ts";
import { entryPoints } from "./entry-points.ts";

const useAll = entryPoints
  .map((name, index) => `import * as entry${String(index)} from "${name}";\nexport const names${String(index)} = Object.keys(entry${String(index)});`)
  .join("\n");

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

test.each([
  ["nodenext, as an ES module", "use.mts", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ["nodenext, as CommonJS", "use.cts", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ["bundler", "use.ts", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old projects still resolve so
  ["node10", "use.ts", { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, ignoreDeprecations: "6.0" }],
] as const)("every entry point type-checks: %s", (_, file, options) => {
  expect(problemsOf(programOf(file, useAll, options))).toEqual([]);
});

test("an import of something that is not there is an error, so that the checks above can fail", () => {
  const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  expect(problemsOf(programOf("use.mts", 'export { nothingOfThisName } from "headgrade";', options)).length).toBe(1);
});

test("the exported names are those on record", async () => {
  const program = programOf("use.mts", useAll, { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext });
  const checker = program.getTypeChecker();
  const lists = program.getSourceFile(join(consumer, "use.mts"))!.statements.filter((statement) => ts.isImportDeclaration(statement)).map(({ moduleSpecifier }) => {
    const names = checker.getExportsOfModule(checker.getSymbolAtLocation(moduleSpecifier)!).map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return `  ${symbol.name}${target.flags & ts.SymbolFlags.Value ? "" : " (type)"}`;
    });
    return `${(moduleSpecifier as ts.StringLiteral).text}\n${names.sort().join("\n")}\n`;
  });
  await expect(lists.join("\n")).toMatchFileSnapshot("./exported-names.txt");
});

function programOf(file: string, code: string, options: ts.CompilerOptions): ts.Program {
  const path = join(consumer, file);
  const all = { ...common, ...options };
  const host = ts.createCompilerHost(all);
  const onDisk = { ...host };
  host.getCurrentDirectory = () => consumer;
  host.fileExists = (name) => name === path || onDisk.fileExists(name);
  host.readFile = (name) => (name === path ? code : onDisk.readFile(name));
  return ts.createProgram([path], all, host);
}

function problemsOf(program: ts.Program): readonly string[] {
  return ts.getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName.slice(consumer.length + 1) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

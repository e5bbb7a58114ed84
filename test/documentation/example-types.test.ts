import ts from "typescript";
import { expect, test } from "vitest";
import { findDocExamples } from "../support/doc-examples.ts";
import { root } from "../support/repository.ts";

test("every example in the documentation type-checks", { timeout: 60_000 }, () => {
  const examples = new Map(findDocExamples().filter(({ check }) => check)
    .map((example, index) => [`${root}/test/documentation/example-${String(index)}.ts`, example]));
  const { options } = ts.getParsedCommandLineOfConfigFile(`${root}/test/tsconfig.json`, {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n")); },
  })!;
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (name) => examples.has(name) || onDisk.fileExists(name);
  host.readFile = (name) => {
    const example = examples.get(name);
    return example ? `${example.code}\nexport {};` : onDisk.readFile(name);
  };

  // A reader's example may declare a name only to show its type.
  const program = ts.createProgram([...examples.keys()], { ...options, noEmit: true, noUnusedLocals: false, noUnusedParameters: false }, host);
  const problems = [...examples].flatMap(([name, example]) => {
    const file = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, messageText }) => {
      const line = example.line + 1 + file.getLineAndCharacterOfPosition(start ?? 0).line;
      return `${example.file}:${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
  expect(problems).toEqual([]);
});

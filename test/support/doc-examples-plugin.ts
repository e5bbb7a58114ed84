/** Serves each example of the documentation to Vitest as a virtual module, so that its imports resolve as they do for a reader. */
import ts from "typescript";
import type { Plugin } from "vitest/config";
import { findDocExamples, withAssertions } from "./doc-examples.ts";
import { root } from "./repository.ts";

const LIST = "virtual:doc-examples";
const ONE = "virtual:doc-example/";

export function docExamples(): Plugin {
  const examples = (): ReturnType<typeof findDocExamples> => findDocExamples().filter(({ run }) => run);
  return {
    name: "doc-examples",
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LIST}`) {
        for (const file of ["src", "docs", "README.md"]) this.addWatchFile(`${root}/${file}`);
        const entries = examples().map(({ where }, index) => `{ where: ${JSON.stringify(where)}, run: () => import("${ONE}${String(index)}") }`);
        return `export default [${entries.join(", ")}];`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const example = examples()[Number(id.slice(ONE.length + 1))]!;
      // Vite takes a virtual module for JavaScript, so the types are removed here.
      const code = `import { expect } from "vitest";\n${withAssertions(example.code)}\nexport {};`;
      return ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText;
    },
  };
}

/** Tests of the built package that need more than npm: other runtimes, and a notebook's kernel. Not part of `npm test`; .ci/run installs what they need. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const report = process.env["TEST_REPORT"];

const alias = [
  { find: /^headgrade$/, replacement: `${root}/src/index.ts` },
  { find: /^headgrade\/(\w+)$/, replacement: `${root}/src/$1/index.ts` },
];

export default defineConfig({
  root,
  test: {
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: ["runtimes", "notebooks"].map((name) => ({
      root,
      resolve: { alias },
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        exclude: ["**/node_modules/**"],
        globalSetup: ["test/package/pack.ts"],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { docExamples } from "./support/doc-examples-plugin.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const report = process.env["TEST_REPORT"];

export default defineConfig({
  root,
  test: {
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    coverage: { include: ["src/**/*.ts"], exclude: ["src/**/index.ts"], reportsDirectory: "coverage" },
    projects: [
      {
        root,
        plugins: [docExamples()],
        resolve: {
          alias: [
            { find: /^headgrade$/, replacement: `${root}/src/index.ts` },
            { find: /^headgrade\/(\w+)$/, replacement: `${root}/src/$1/index.ts` },
          ],
        },
        test: {
          name: "library",
          include: ["test/**/*.test.ts"],
          exclude: ["test/package/**", "test/runtimes/**", "test/notebooks/**", "test/site/**"],
          setupFiles: ["test/support/equality.ts"],
          // Slow only where the machine has other work to do; what must be fast is timed by a bench.
          testTimeout: 60_000,
          typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "test/tsconfig.json" },
        },
      },
      {
        root,
        // Builds, packs and installs once, and only when a test of the package is to run.
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: ["test/package/pack.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});

/** The built site in a real browser: `npm run build && npm run docs && npm run test:site`. It needs Chromium, so `npm test` leaves it out. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const report = process.env["TEST_REPORT"];

export default defineConfig({
  root,
  test: {
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    include: ["test/site/**/*.test.ts"],
    // A browser for each file, and a machine may have two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

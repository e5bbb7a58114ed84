/**
 * Prints what Vitest's JSON report counted, and fails unless something passed and nothing failed. A test file that could not even be
 * loaded holds no tests, so it counts as one failure.
 */
import { existsSync, readFileSync } from "node:fs";

const path = process.argv[2] ?? "";
if (!existsSync(path)) {
  console.log("There is no test report: the tests did not run to their end.");
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const report = JSON.parse(readFileSync(path, "utf8"));
const unloaded = report.testResults.filter(({ status, assertionResults }) =>
  status === "failed" && !assertionResults.some((result) => result.status === "failed")).length;
const passed = report.numPassedTests;
// A run can fail outside any test (an unhandled rejection, a setup that threw); that is a failure too.
const counted = report.numFailedTests + unloaded;
const failed = counted === 0 && !report.success ? 1 : counted;
const skipped = report.numPendingTests + report.numTodoTests;

const parts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])];
console.log(`      Tests  ${parts.join(" | ")} (${passed + failed + skipped})`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

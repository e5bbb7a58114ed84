/**
 * Prints what Vitest's JSON reports counted together, and fails unless something passed in each and nothing failed. A test file that could not even
 * be loaded holds no tests, so it counts as one failure; so does a report that is not there.
 */
import { existsSync, readFileSync } from "node:fs";

function counted(path) {
  if (!existsSync(path)) {
    console.log(`There is no test report ${path}: the tests did not run to their end.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(path, "utf8"));
  const unloaded = report.testResults.filter(({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((result) => result.status === "failed")).length;
  const failed = report.numFailedTests + unloaded;
  const passed = report.numPassedTests;
  // A run can fail outside any test (an unhandled rejection, a setup that threw), or hold no test at all; that is a failure too.
  return { passed, failed: failed === 0 && (!report.success || passed === 0) ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

const counts = process.argv.slice(2).map(counted);
const sum = (field) => counts.reduce((total, count) => total + count[field], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];

const parts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])];
console.log(`      Tests  ${parts.join(" | ")} (${passed + failed + skipped})`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/**
 * Prints what Vitest's JSON reports counted together, and fails unless every report is there, each passed something and nothing failed.
 * A test file that could not even be loaded holds no tests, so it counts as one failure; so does a report that is not there.
 *
 *     node .ci/count.js tests.json runtimes.json
 */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const counts = process.argv.slice(2).map((path) => {
  if (!existsSync(path)) {
    console.log(`There is no report ${basename(path)}: its tests did not run to their end.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(path, "utf8"));
  const unloaded = report.testResults.filter(({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((result) => result.status === "failed")).length;
  const passed = report.numPassedTests;
  const counted = report.numFailedTests + unloaded;
  // A run can fail outside any test (an unhandled rejection, a setup that threw), or find no test to run; that is a failure too.
  const failed = counted === 0 && (!report.success || passed === 0) ? 1 : counted;
  console.log(`${basename(path, ".json")}: ${passed} passed, ${failed} failed`);
  return { passed, failed, skipped: report.numPendingTests + report.numTodoTests };
});

const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
const parts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])];
console.log(`      Tests  ${parts.join(" | ")} (${passed + failed + skipped})`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

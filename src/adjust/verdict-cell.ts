/** How a test stands in a table or a picture: a sign and words besides the number, so that no colour is needed to see it. */
import type { ValueStatus } from "./linear-balance.ts";
import type { CriticalValues, MeasurementTest } from "./significance.ts";

/** Stands before what the tests point to. @internal */
export const SUSPECT = "!";

/** Stands before what was set aside as a gross error. @internal */
export const SET_ASIDE = "\u2717";

/** What the measurement tests are held against: the same for all of them. @internal */
export function critical(tests: readonly MeasurementTest[]): CriticalValues | undefined {
  return tests[0]?.critical;
}

/** The statistic, and the critical value that it is beyond. @internal */
export function testCell(statistic: number | undefined, limits: CriticalValues | undefined): string {
  if (statistic === undefined) return "";
  const text = statistic.toFixed(2);
  if (limits === undefined || statistic <= limits.single) return text;
  return `${SUSPECT} ${text} > ${(statistic > limits.joint ? limits.joint : limits.single).toFixed(2)}${statistic > limits.joint ? " (joint)" : ""}`;
}

/** @internal */
export function statusCell(status: ValueStatus, eliminated: boolean): string {
  return eliminated ? `${SET_ASIDE} eliminated` : status === "unobservable" ? "? unobservable" : status;
}

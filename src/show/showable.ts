/** What can be shown: every value that shows itself in a notebook. */
import type { Circuit } from "../adjust/circuit.ts";
import type { LinearBalance } from "../adjust/linear-balance.ts";
import type { MetalAccount } from "../adjust/metal-account.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { HeadgradeError, shown } from "../error.ts";
import type { Figure } from "../figure/figure.ts";
import type { QuantityRange } from "../formula/quantity-range.ts";
import { JUPYTER_DISPLAY } from "../number/display.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Instant } from "../period/instant.ts";
import type { Period } from "../period/period.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Bridge } from "../statement/bridge.ts";
import type { Check } from "../statement/check.ts";
import type { Contradiction } from "../statement/contradiction.ts";
import type { Implied } from "../statement/implied.ts";
import type { AnswerLimits } from "../statement/limits.ts";
import type { Report } from "../statement/report.ts";
import type { Requirement } from "../statement/requirement.ts";
import type { Suspicion } from "../statement/suspicion.ts";
import type { Witness } from "../statement/witness.ts";
import type { Estimate } from "../uncertainty/estimate.ts";
import type { Measured } from "../uncertainty/measured.ts";
import type { MeasuredKind } from "../uncertainty/measurement.ts";
import type { Simulated } from "../uncertainty/simulated.ts";

/**
 * Every value that shows itself in a notebook, and by the functions here.
 *
 * @category Showing
 */
export type Showable =
  | AnswerLimits | Bridge | Check | Circuit | Contradiction | Diagnosis | Estimate<MeasuredKind, Role> | Figure | Implied | Instant | Interval | LinearBalance
  | Measured | MetalAccount | Period | Quantity<Kind, Role> | QuantityRange<Kind, Role> | Ratio | Report | Requirement | Simulated<MeasuredKind, Role>
  | Suspicion | Witness;

/** What a value is in each MIME type, whichever copy of the package made it. @throws `HeadgradeError` `wrong-kind`. @internal */
export function bundleOf(value: Showable): Readonly<Record<string, string>> {
  const given: unknown = value;
  const show: unknown = typeof given === "object" && given !== null && JUPYTER_DISPLAY in given ? given[JUPYTER_DISPLAY] : undefined;
  if (typeof show === "function") return show.call(value) as Record<string, string>;
  throw new HeadgradeError("wrong-kind", `Expected a value of this library, such as a report or a figure, and got ${shown(value)}.`, { given: shown(value) });
}

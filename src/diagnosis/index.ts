/**
 * What may be wrong with figures that cannot all hold: suspects, usual slips and honest causes, as hypotheses.
 *
 * @module headgrade/diagnosis
 */
export { diagnose, type DiagnoseOptions, type Prints } from "./diagnose.ts";
export { Diagnosis, type DiagnosisJSON } from "./diagnosis.ts";
export { type CauseKind, type Correction, type Hypothesis, type HypothesisKind, type Support } from "./hypothesis.ts";
export { leading } from "./leading.ts";
export { type OtherUnit, type Printed, type Rereading } from "./printed.ts";
export { type Suspect } from "./suspect.ts";

/** All diagnoses of a report taken together: each hypothesis and each suspect once, ranked against all others. */
import type { Diagnosis } from "./diagnosis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { ranked, rankedSuspects } from "./rank.ts";
import type { Suspect } from "./suspect.ts";

/**
 * The suspects and hypotheses of all conflicts together: one that repairs two conflicts comes before those that repair one, and none comes twice.
 *
 * Ask it for a report's short list; for one conflict ask its own {@link Diagnosis}.
 *
 * @param diagnoses - what `diagnose` gave.
 * @example
 * ```ts
 * import { leading } from "headgrade/diagnosis";
 *
 * leading([]).hypotheses // => []
 * ```
 * @category Diagnosis
 */
export function leading(diagnoses: readonly Diagnosis[]): { readonly suspects: readonly Suspect[]; readonly hypotheses: readonly Hypothesis[] } {
  const hypotheses = new Map<string, Hypothesis>();
  for (const { hypotheses: own } of diagnoses) {
    for (const hypothesis of own) {
      const key = keyOf(hypothesis);
      const known = hypotheses.get(key);
      if (known === undefined || hypothesis.repairs.length > known.repairs.length) hypotheses.set(key, hypothesis);
    }
  }
  const all = ranked([...hypotheses.values()]);
  return { hypotheses: all, suspects: suspectsIn(diagnoses, all) };
}

function keyOf({ kind, figures }: Hypothesis): string {
  const places = figures.map(({ unknown, figure, reads }) => `${String(unknown)}/${String(figure)}/${reads ?? ""}`);
  return [kind, ...places.sort()].join(" ");
}

function suspectsIn(diagnoses: readonly Diagnosis[], all: readonly Hypothesis[]): readonly Suspect[] {
  const suspects = new Map<string, Suspect>();
  for (const { suspects: own } of diagnoses) {
    for (const suspect of own) {
      const key = `${String(suspect.unknown)}/${String(suspect.figure)}`;
      const known = suspects.get(key);
      if (known === undefined || suspect.repairs.length > known.repairs.length) suspects.set(key, suspect);
    }
  }
  return rankedSuspects([...suspects.values()], all);
}

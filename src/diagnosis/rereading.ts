/** Figures that were rounded otherwise than they look: truncated, or with zeros at the end that do not count. */
import { correctionOf, fitOf, repairedBy, type Accused, type Case } from "./case.ts";
import type { Unranked } from "./hypothesis.ts";
import type { Rereading } from "./printed.ts";
import { supposed } from "./words.ts";

/** One figure reread, or all of the conflict at once, where that repairs it. @internal */
export function rereadingsOf(tried: Case): Unranked[] {
  return RULES.flatMap((rule) => {
    const reread = tried.figures.flatMap((accused) => {
      const interval = accused.printed?.reread(rule);
      return interval === undefined || interval.equals(accused.interval) ? [] : [{ accused, interval }];
    });
    // Zeros are a rule of the table: where several figures end with them, all are read so.
    if (reread.length > 1 && rule === "zeros-not-significant") return rereadAs(tried, rule, reread);
    const single = reread.flatMap((one) => rereadAs(tried, rule, [one]));
    return single.length > 0 || reread.length < 2 ? single : rereadAs(tried, rule, reread);
  });
}

const RULES: readonly Rereading[] = ["zeros-not-significant", "truncated"];

function rereadAs(tried: Case, kind: Rereading, reread: readonly { readonly accused: Accused; readonly interval: Accused["interval"] }[]): Unranked[] {
  const changes = reread.map(({ accused: { unknown, figure }, interval }) => ({ unknown, figure, interval }));
  const accused = reread.map((one) => one.accused);
  if (tried.trial.allowed(accused[0]?.unknown ?? 0, changes, [tried.conflict]) === undefined) return [];
  const repaired = repairedBy(tried.trial, tried.conflict, [...new Set(accused.flatMap(({ conflicts }) => conflicts))], changes);
  if (repaired === undefined) return [];
  const [only, ...others] = reread;
  const leftOut = only === undefined ? [] : [{ unknown: only.accused.unknown, figure: only.accused.figure, interval: undefined }];
  const room = only === undefined || others.length > 0 ? undefined : tried.trial.allowed(only.accused.unknown, leftOut, repaired.conflicts);
  const fit = room === undefined || only === undefined ? 1 : fitOf(room, only.interval);
  const figures = reread.map((one) => correctionOf(one.accused, one.interval));
  return [supposed(tried, { kind, honest: true, figures, accused, repaired: repaired.conflicts, proved: repaired.proved, chance: LOOSE, fit })];
}

/** A wider reading fits by accident easily. */
const LOOSE = 0.5;

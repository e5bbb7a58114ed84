/** How likely it is that a hypothesis fits by accident: floating point, for ranking only. */
import type { Interval } from "../number/interval.ts";
import type { Candidate } from "./candidate.ts";
import { valueOf, type Accused } from "./case.ts";

const HALF_A_DECADE: number = /* @__PURE__ */ Math.sqrt(10);

/** The chance that some candidate of the same sort fits. @internal */
export function chanceOf(candidate: Candidate, interval: Interval, all: readonly Candidate[], accused: Accused, room: Interval): number {
  const at = valueOf(accused)?.toNumber() ?? 0;
  const off = (interval.middle?.toNumber() ?? 0) - at;
  const alike = all.filter(({ kind, about, interval: read }) => {
    if (kind !== candidate.kind) return false;
    const apart = ((about ?? read()?.middle?.toNumber() ?? at) - at) / off;
    return apart > 1 / HALF_A_DECADE && apart < HALF_A_DECADE;
  });
  return chanceFor(accused, interval, room, alike.length);
}

/**
 * How likely it is that one of some candidates fits by accident. Off by so much, a figure would be met by each candidate that is about as far off, with
 * the share of that stretch which its own rounding and its room cover.
 *
 * @internal
 */
export function chanceFor(accused: Accused, interval: Interval, { low, high }: Interval, alike: number): number {
  // A bound, or no more than a sign, leaves room for whatever is large or small enough.
  if (low === undefined || high === undefined || (low.sign <= 0 && high.sign >= 0)) return 1;
  const off = Math.abs((interval.middle?.toNumber() ?? 0) - (valueOf(accused)?.toNumber() ?? 0));
  const cover = high.minus(low).toNumber() + (interval.width?.toNumber() ?? 0);
  return off === 0 ? 1 : Math.min(1, alike * cover / (off * (HALF_A_DECADE - 1 / HALF_A_DECADE)));
}

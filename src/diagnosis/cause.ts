/** Honest causes: why figures may differ though nobody misprinted. */
import { otherBases } from "./basis.ts";
import type { Case } from "./case.ts";
import type { Unranked } from "./hypothesis.ts";
import { simpleMeans } from "./mean.ts";
import { rereadingsOf } from "./rereading.ts";
import { computedFromRounded } from "./rounded.ts";

/** The honest causes that would explain a conflict. @internal */
export function causesOf(tried: Case): Unranked[] {
  return [...otherBases(tried), ...simpleMeans(tried), ...rereadingsOf(tried), ...computedFromRounded(tried)];
}

/** Ties that contradict all by themselves, with the definitions under them: conflicts of one tie come before those of several. */
import { contract } from "./contract.ts";
import { deciding } from "./decide.ts";
import { isDefinition, type Definitions } from "./definition.ts";
import type { Graph } from "./graph.ts";
import type { Steps } from "./steps.ts";
import { systemOf, unknownsOf, type Constraint, type System } from "./system.ts";

/** How many ties are looked at between two pauses. */
const BETWEEN_PAUSES = 2048;
/** The splits that one tie is worth. */
const EFFORT = 16;

/** The ties that are refuted alone, in the graph's order. @internal */
export function* loneFailures(
  graph: Graph, definitions: Definitions, { ties, without }: { readonly ties: Iterable<number>; readonly without: ReadonlySet<string> },
): Steps<readonly number[]> {
  const failures: number[] = [];
  const whole = systemOf(graph, { without });
  if ("empty" in whole) return failures;
  let count = 0;
  for (const tie of ties) {
    if (++count % BETWEEN_PAUSES === 0) yield;
    if (isDefinition(graph.ties[tie])) continue;
    const own = whole.constraints[tie] as Constraint;
    const under = definitions.under([tie]);
    if (under.size === 0 && hasNoCircle(own)) {
      if (isEmptied(own, whole)) failures.push(tie);
      continue;
    }
    const constraints = [own, ...Array.from(under, (place) => whole.constraints[place] as Constraint)];
    const decision = yield* deciding({ boxes: whole.boxes, constraints }, EFFORT);
    if (decision.status === "refuted") failures.push(tie);
  }
  return failures;
}

// Where no unknown stands twice, one look at the tie tells all there is.
function hasNoCircle(constraint: Constraint): boolean {
  const unknowns = unknownsOf(constraint);
  return new Set(unknowns).size === unknowns.length;
}

function isEmptied(constraint: Constraint, { boxes }: System): boolean {
  return contract(constraint, boxes).some(({ of, box }) => boxes[of]?.intersect(box) === undefined);
}

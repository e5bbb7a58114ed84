/** A statement read otherwise: what it calls produced is what is paid of the metal recovered. */
import type { Graph, SumTie, Tie, Unknown } from "../balance/graph.ts";
import { Interval } from "../number/interval.ts";
import type { LaidProduct } from "./laying.ts";
import { PAYABLE_SHARE } from "./rereading.ts";

/**
 * The graph with the recovered metal between the recovery and what was printed: `recovered = contained x recovery`, `produced = recovered x share`. Recovered
 * metal adds up where the printed metal does.
 *
 * @internal
 */
export function withPayable({ unknowns, ties }: Graph, products: readonly LaidProduct[]): Graph {
  const more: Unknown[] = [];
  const recoveredOf = new Map<number, number>();
  const changed: Tie[] = [...ties];
  const unknown = (name: string, domain: Interval): number => {
    more.push({ name, domain, figures: [] });
    return unknowns.length + more.length - 1;
  };
  for (const { amount, ratio, tie } of products) {
    const laid = ties[tie];
    if (amount.item !== "produced" || ratio.item !== "recovery" || laid?.type !== "product") continue;
    const recovered = unknown(`${amount.address}, recovered`, Interval.nonNegative);
    recoveredOf.set(amount.index, recovered);
    changed[tie] = { type: "product", name: laid.name, amount: recovered, ratio: laid.ratio, base: laid.base };
    changed.push({
      type: "product", name: `${amount.address} = recovered x payable share`, amount: amount.index, ratio: unknown(`${amount.address}, payable share`, PAYABLE_SHARE),
      base: recovered,
    });
  }
  for (const tie of ties) if (tie.type === "sum") changed.push(...recoveredSum(tie, recoveredOf));
  return { unknowns: [...unknowns, ...more], ties: changed };
}

function recoveredSum({ name, total, parts, slack }: SumTie, recoveredOf: ReadonlyMap<number, number>): SumTie[] {
  const of = recoveredOf.get(total);
  const own = parts.flatMap(({ of: part, weight }) => {
    const recovered = recoveredOf.get(part);
    return recovered === undefined ? [] : [{ of: recovered, weight }];
  });
  return of === undefined || own.length < parts.length ? [] : [{ type: "sum", name, total: of, parts: own, slack }];
}

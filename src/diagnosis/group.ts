/** Ties that hang together: an unknown that is open carries from one to the other what a figure says. */
import { unknownsIn, type Graph } from "../balance/graph.ts";

/** @internal */
export interface Groups {
  /** The group of each tie. */
  readonly of: readonly number[];
  /** The ties of each group. */
  readonly ties: readonly (readonly number[])[];
}

/** @internal */
export function groupsOf({ unknowns, ties }: Graph): Groups {
  const isOpen = unknowns.map(({ domain, figures }) => !domain.isPoint && !figures.some(({ interval }) => interval.isPoint));
  const parent = [...unknowns.keys()];
  const rootOf = (unknown: number): number => {
    let root = unknown;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = unknown; at !== root;) [at, parent[at]] = [parent[at] as number, root];
    return root;
  };
  const open = ties.map((tie) => unknownsIn(tie).filter((unknown) => isOpen[unknown]));
  for (const [first, ...rest] of open) if (first !== undefined) for (const other of rest) parent[rootOf(other)] = rootOf(first);
  const groups = new Map<number, number[]>();
  const of: number[] = [];
  for (const [tie, [first]] of open.entries()) {
    // Between closed unknowns only, a tie is a group by itself.
    const root = first === undefined ? -1 - tie : rootOf(first);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [tie]);
    else group.push(tie);
  }
  const lists = [...groups.values()];
  for (const [group, members] of lists.entries()) for (const tie of members) of[tie] = group;
  return { of, ties: lists };
}

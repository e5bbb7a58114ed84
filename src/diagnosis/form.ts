/** The form of a stated tie: what it is made of, whatever its figures and constants are, so that ties of one sort know each other. */
import type { Tie } from "../balance/graph.ts";
import type { Trial } from "./trial.ts";

/** @internal */
export interface Form {
  readonly text: string;
  /** The unknowns of which something was printed, in the order of the form. */
  readonly unknowns: readonly number[];
}

const forms = /* @__PURE__ */ new WeakMap<Trial, Map<number, Form>>();

/** @internal */
export function formOf(trial: Trial, tie: number): Form {
  let known = forms.get(trial);
  if (known === undefined) forms.set(trial, known = new Map<number, Form>());
  let form = known.get(tie);
  if (form === undefined) known.set(tie, form = laidOut(trial, tie));
  return form;
}

function laidOut(trial: Trial, stated: number): Form {
  const places = trial.withDefinitions(stated);
  const unknowns: number[] = [];
  const used = new Set<number>();
  const leaf = (unknown: number): string => {
    const { figures, domain } = trial.graph.unknowns[unknown] as { figures: readonly { interval: { isPoint: boolean } }[]; domain: { isPoint: boolean } };
    if (figures.length > 0) {
      unknowns.push(unknown);
      return figures.every(({ interval }) => interval.isPoint) ? "1" : "x";
    }
    if (domain.isPoint) return "1";
    const below = places.find((place) => !used.has(place) && place !== stated && mentions(trial.graph.ties[place] as Tie, unknown));
    if (below === undefined) return "?";
    used.add(below);
    return `(${written(trial.graph.ties[below] as Tie, unknown)})`;
  };
  const written = (tie: Tie, but: number): string => {
    const part = (unknown: number): string => (unknown === but ? "." : leaf(unknown));
    switch (tie.type) {
      case "sum": return `${part(tie.total)}=${tie.parts.map(({ of }) => part(of)).join("+")}`;
      case "product": return `${part(tie.amount)}=${part(tie.ratio)}*${part(tie.base)}`;
      case "bound": return `${part(tie.lesser)}<=${part(tie.greater)}`;
    }
  };
  used.add(stated);
  return { text: written(trial.graph.ties[stated] as Tie, -1), unknowns };
}

function mentions(tie: Tie, unknown: number): boolean {
  switch (tie.type) {
    case "sum": return tie.total === unknown || tie.parts.some(({ of }) => of === unknown);
    case "product": return tie.amount === unknown || tie.ratio === unknown || tie.base === unknown;
    case "bound": return tie.lesser === unknown || tie.greater === unknown;
  }
}

/** A few printed figures and ties, diagnosed: the shortest way to write down a case. */
import { equation, layEquations } from "../../src/balance/equation.ts";
import { GraphBuilder, type Graph } from "../../src/balance/graph.ts";
import { solve } from "../../src/balance/solve.ts";
import { diagnose, type DiagnoseOptions } from "../../src/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../src/diagnosis/diagnosis.ts";
import type { OtherUnit } from "../../src/diagnosis/printed.ts";
import { Interval } from "../../src/number/interval.ts";
import { readText } from "./mine.ts";

export interface Diagnosed {
  readonly graph: Graph;
  readonly diagnoses: readonly Diagnosis[];
}

/** Ties are equations with names in braces; each bears its own text as its name. */
export function diagnosed(texts: Readonly<Record<string, string>>, ties: readonly string[], { units = {}, rows = [], options = {} }: {
  readonly units?: Readonly<Record<string, readonly OtherUnit[]>>;
  /** Figures that stand beside each other. */
  readonly rows?: readonly (readonly string[])[];
  readonly options?: DiagnoseOptions;
} = {}): Diagnosed {
  const builder = new GraphBuilder();
  for (const [name, text] of Object.entries(texts)) {
    builder.unknown(name, text.startsWith("-") ? Interval.all : Interval.nonNegative);
    const interval = readText(text);
    if (interval === undefined) throw new Error(`no number in ${text}`);
    builder.print(name, { name: text, interval });
  }
  layEquations(builder, ties.map((text) => ({ equation: equation(text), name: text })), (name) => ({ name }));
  const graph = builder.build();
  const placeOf = (name: string): number => graph.unknowns.findIndex((unknown) => unknown.name === name);
  const diagnoses = diagnose(graph, solve(graph), (unknown) => {
    const name = graph.unknowns[unknown]?.name ?? "";
    const text = texts[name];
    if (text === undefined) return undefined;
    const row = rows.find((names) => names.includes(name)) ?? [];
    const at = row.indexOf(name);
    return {
      text, read: (other) => readText(other), reread: (rule) => readText(text, rule), units: units[name] ?? [],
      neighbours: [row[at - 1], row[at + 1]].flatMap((other) => (other === undefined ? [] : [{ unknown: placeOf(other), figure: 0 }])),
    };
  }, options);
  return { graph, diagnoses };
}

/** The hypotheses of the first rank, briefly: the kind, and what each figure should read. */
export function foremost({ diagnoses }: Diagnosed, conflict = 0): string[] {
  const { hypotheses = [] } = diagnoses[conflict] ?? {};
  return hypotheses.filter(({ rank }) => rank === 1).map(({ kind, figures }) => (
    `${kind}: ${figures.map(({ name, printed, reads }) => (reads === undefined || reads === printed ? name : `${name} ${reads}`)).join(", ")}`));
}

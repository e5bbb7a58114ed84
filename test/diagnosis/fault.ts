/** Faults planted in statements that hold, and what becomes of them: seen or not, and where the diagnosis has the figure and the slip. */
import { solve } from "../../src/balance/solve.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import { leading } from "../../src/diagnosis/leading.ts";
import { Trial } from "../../src/diagnosis/trial.ts";
import { slipsOf } from "../../src/figure/slip.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { printedCell, readText, type Cell, type Random, type StatedMine } from "./mine.ts";

export const FAULTS = [
  "digits-swapped", "digit-changed", "digit-lost", "digit-doubled", "digit-added", "point-for-comma", "factor-of-a-thousand", "factor-of-ten",
  "sign-lost", "other-unit", "columns-exchanged",
] as const;

export type Fault = (typeof FAULTS)[number];

export interface Outcome {
  readonly fault: Fault;
  /** How many ties rest on the figure. */
  readonly ties: number;
  readonly verdict: "consistent" | "contradictory" | "undecided";
  readonly suspects: number;
  /** The rank of the figure among the suspects, its place if all its equals came before it, and the rank of the true repair; nothing where it is not listed. */
  readonly figureRank: number | undefined;
  readonly figureLast: number | undefined;
  readonly slipRank: number | undefined;
  readonly ms: number;
}

/** One fault of a sort in one figure; nothing where the figure has no such slip. */
export function plant(fault: Fault, { cells, lay }: StatedMine, random: Random): Outcome | undefined {
  const names = [...cells.keys()];
  const name = picked(names, random);
  const cell = cells.get(name) as Cell;
  const wrong = misprint(fault, cell, cells, random);
  if (wrong === undefined) return undefined;
  const faulty = new Map(cells);
  faulty.set(name, wrong.cell);
  if (wrong.other !== undefined) faulty.set(wrong.other.name, wrong.other.cell);
  const graph = lay(faulty);
  const unknown = graph.unknowns.findIndex((one) => one.name === name);
  const outcome = solve(graph);
  const ties = restingOn(graph, unknown);
  if (outcome.verdict !== "contradictory") {
    return { fault, ties, verdict: outcome.verdict, suspects: 0, figureRank: undefined, figureLast: undefined, slipRank: undefined, ms: 0 };
  }
  const started = performance.now();
  const diagnoses = diagnose(graph, outcome, (of) => {
    const printed = faulty.get(graph.unknowns[of]?.name ?? "");
    return printed === undefined ? undefined : printedCell(printed, graph);
  });
  const ms = performance.now() - started;
  const { suspects, hypotheses } = leading(diagnoses);
  const figureRank = suspects.find((suspect) => suspect.unknown === unknown)?.rank ?? exchangedRank(fault, hypotheses, unknown);
  const truth = readText(cell.text);
  const slip = hypotheses.find(({ honest, figures }) => !honest && figures[0] !== undefined && figures.some((figure) => figure.unknown === unknown && (
    truth === undefined || figure.interval.equals(truth) || figure.reads === cell.text)));
  return {
    fault, ties, verdict: "contradictory", suspects: suspects.length, figureRank,
    figureLast: figureRank === undefined ? undefined : Math.max(figureRank, suspects.filter(({ rank }) => rank <= figureRank).length),
    slipRank: slip?.rank, ms,
  };
}

// Of two exchanged figures neither alone is the fault: then the hypothesis that names them stands for the suspect.
function exchangedRank(fault: Fault, hypotheses: ReturnType<typeof leading>["hypotheses"], unknown: number): number | undefined {
  if (fault !== "columns-exchanged") return undefined;
  return hypotheses.find(({ kind, figures }) => kind === fault && figures.some((figure) => figure.unknown === unknown))?.rank;
}

function restingOn(graph: ReturnType<StatedMine["lay"]>, unknown: number): number {
  const region = { graph, ties: [...graph.ties.keys()], unknowns: [...graph.unknowns.keys()], conflicts: [], cut: false };
  return new Trial(region, { effort: 1, decisions: 0, broken: new Set(), leftOut: new Set() }).restingOn(unknown).length;
}

/** What the cell would show with the fault; of an exchange, what the other cell shows. */
function misprint(fault: Fault, cell: Cell, cells: ReadonlyMap<string, Cell>, random: Random): {
  readonly cell: Cell; readonly other?: { readonly name: string; readonly cell: Cell };
} | undefined {
  const kinds = (kind: string): string[] => slipsOf(cell.text).filter((slip) => slip.kind === kind).map(({ text }) => text);
  const oneOf = (texts: readonly string[]): { readonly cell: Cell } | undefined => {
    const readable = texts.filter((text) => readText(text) !== undefined);
    return readable.length === 0 ? undefined : { cell: { ...cell, text: picked(readable, random) } };
  };
  switch (fault) {
    case "digits-swapped": case "digit-changed": case "point-for-comma": return oneOf(kinds(fault));
    case "digit-lost": return oneOf([...kinds("digit-added"), ...kinds("digit-doubled")]);
    case "digit-added": return oneOf(kinds("digit-lost"));
    case "digit-doubled": return oneOf(kinds("digit-lost").filter((text) => isDoubled(text.replace(/\D/g, ""), cell.text.replace(/\D/g, ""))));
    case "factor-of-a-thousand": return { cell: { ...cell, factor: Ratio.scaled(1, random() < 0.5 ? 3 : -3) } };
    case "factor-of-ten": return { cell: { ...cell, factor: Ratio.scaled(1, random() < 0.5 ? 1 : -1) } };
    case "sign-lost": return { cell: { ...cell, text: `-${cell.text}` } };
    case "other-unit": return cell.units.length === 0 ? undefined : { cell: { ...cell, factor: picked(cell.units, random).factor.reciprocal() } };
    case "columns-exchanged": {
      if (cell.beside.length === 0) return undefined;
      const name = picked(cell.beside, random);
      const other = cells.get(name) as Cell;
      return other.text === cell.text ? undefined : { cell: { ...cell, text: other.text }, other: { name, cell: { ...other, text: cell.text } } };
    }
  }
}

function isDoubled(digits: string, before: string): boolean {
  return digits.split("").some((digit, at) => at > 0 && digit === digits[at - 1] && digits.slice(0, at) + digits.slice(at + 1) === before);
}

function picked<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}

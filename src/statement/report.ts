/** The result of reconciling a statement: the verdict with its proof, every check, and what the figures imply about values that were never printed. */
import type { Graph } from "../balance/graph.ts";
import { solve, type Outcome } from "../balance/solve.ts";
import type { Figure } from "../figure/figure.ts";
import { decide } from "../balance/decide.ts";
import { Definitions } from "../balance/definition.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { figureKey, systemOf } from "../balance/system.ts";
import { bundle } from "../markup/bundle.ts";
import type { Markup } from "../markup/element.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { Period, type PeriodInput } from "../period/period.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { quantityInBase, type Quantity } from "../quantity/quantity.ts";
import type { Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import { Check } from "./check.ts";
import { Contradiction, readingsOf, type Diagnosed } from "./contradiction.ts";
import { Implied } from "./implied.ts";
import type { Layout } from "./layout.ts";
import { limitsOf } from "./limiting.ts";
import { AnswerLimits } from "./limits.ts";
import { pageOf, type ReportPage } from "./page.ts";
import { panelsOf, type Panels } from "./periods-panels.ts";
import { plansOf } from "./plan.ts";
import { printsOf } from "./print.ts";
import { reportBlocks } from "./report-blocks.ts";
import { intervalsOf, periodsOf } from "./report-pictures.ts";
import type { RequiredOptions } from "./required.ts";
import { READINGS, type Rereading } from "./rereading.ts";
import { Suspicion } from "./suspicion.ts";
import { reportText } from "./text.ts";
import { ITEMS } from "./vocabulary.ts";
import { unknownAddress, Witness } from "./witness.ts";

/**
 * Whether the printed figures can all be true at once.
 *
 * - `"consistent"`: they can; a witness proves it, one exact value for everything.
 * - `"contradictory"`: they cannot; the conflicts say which figures do not go together.
 * - `"undecided"`: neither was proved within the effort allowed; the report has the reason.
 *
 * @category Reconciliation
 */
export type ReportVerdict = Outcome["verdict"];

/** Everything that a report is made from. @internal */
export interface Findings {
  readonly layout: Layout;
  readonly graph: Graph;
  readonly outcome: Outcome;
  /** Whether the verdict hangs on the tolerances that were declared. */
  readonly tolerated: boolean;
}

/**
 * A reconciled statement. {@link reconcile} makes it; `String(report)` is the page that a person reads.
 *
 * @category Reconciliation
 */
export class Report {
  readonly #findings: Findings;
  #checks: readonly Check[] | undefined;
  #conflicts: readonly Contradiction[] | undefined;
  #diagnoses: readonly Diagnosis[] | undefined;
  #holdsIf: readonly Rereading[] | undefined;
  #told: ReportPage | undefined;
  #drawn: Panels | undefined;

  /** @internal */
  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The operation, as the statement named it. */
  get operation(): string | undefined {
    return this.#findings.layout.statement.operation;
  }

  /** Whether all printed figures can be true at once, given how they were rounded and the ties that the checks name. */
  get verdict(): ReportVerdict {
    return this.#findings.outcome.verdict;
  }

  /** Whether the figures are consistent only thanks to the tolerances that were declared. */
  get hangsOnTolerance(): boolean {
    return this.#findings.tolerated;
  }

  /** Why nothing was decided; `undefined` unless the verdict is `"undecided"`. */
  get reason(): string | undefined {
    const { outcome } = this.#findings;
    return outcome.verdict === "undecided" ? outcome.reason : undefined;
  }

  /** The proof of consistency; `undefined` unless the verdict is `"consistent"`. */
  get witness(): Witness | undefined {
    const { outcome, graph } = this.#findings;
    if (outcome.verdict !== "consistent") return undefined;
    return new Witness(graph, outcome.witness, (address, inBase) => this.#quantityAt(address, inBase));
  }

  /**
   * The proofs of contradiction: irreducible sets of figures that cannot all be right. Empty unless the verdict is `"contradictory"`. Figures that contradict
   * by several routes (over periods and over areas, say) are told once.
   */
  get conflicts(): readonly Contradiction[] {
    const { outcome, graph, layout } = this.#findings;
    if (outcome.verdict !== "contradictory") return [];
    if (this.#conflicts !== undefined) return this.#conflicts;
    const told = new Map<string, Contradiction>();
    const definitions = new Definitions(graph);
    for (const [place, conflict] of outcome.conflicts.entries()) {
      const figures = conflict.figures.map(({ unknown, figure }) => figureKey(unknown, figure)).join(" ");
      if (told.has(figures)) continue;
      let made: Diagnosed | undefined;
      told.set(figures, new Contradiction(conflict, graph, layout.grid.cells, definitions, () => made ??= this.#diagnosed(place)));
    }
    return this.#conflicts = [...told.values()];
  }

  #diagnosed(place: number): Diagnosed {
    const { layout, graph, outcome, tolerated } = this.#findings;
    this.#diagnoses ??= diagnose(graph, outcome, printsOf(layout, tolerated));
    const diagnosis = this.#diagnoses[place];
    const suspects = (diagnosis?.suspects ?? []).map((suspect) => {
      const cell = layout.grid.cells[suspect.unknown] as Cell;
      return new Suspicion(suspect, new Implied(cell.address, suspect.interval, this.unitAt(cell), cell.figures[suspect.figure]?.figure));
    });
    const addresses = diagnosis?.conflict.figures.map(({ unknown }) => (layout.grid.cells[unknown] as Cell).address) ?? [];
    return { diagnosis, suspects, readings: diagnosis === undefined ? [] : readingsOf(diagnosis, addresses, this.checks) };
  }

  /**
   * Of a contradictory report: the other readings under which it is consistent as a whole, if any. Where there is one, nobody need have misprinted.
   */
  get holdsIf(): readonly Rereading[] {
    if (this.verdict !== "contradictory") return [];
    this.#holdsIf ??= READINGS
      .filter((reading) => solve(this.#findings.layout.graph(true, reading), { effort: HOLDS_IF_EFFORT }).verdict === "consistent");
    return this.#holdsIf;
  }

  /**
   * The guidance that the statement stated. It is no tie, and no verdict hangs on it: give each to {@link required} to learn how it stands.
   */
  get guidance(): readonly RequiredOptions[] {
    return this.#findings.layout.statement.guidance;
  }

  /** The ties that the statement stated itself, each with whether it holds by itself. */
  get statedTies(): readonly { readonly name: string; readonly verdict: "holds" | "contradicts" | "undecided" }[] {
    const { layout, graph } = this.#findings;
    const definitions = new Definitions(graph);
    return layout.statedTies.map(({ name, tie }) => ({ name, verdict: tieAlone(graph, tie, definitions) }));
  }

  /** Every check of printed figures against each other, each by itself. */
  get checks(): readonly Check[] {
    if (this.#checks !== undefined) return this.#checks;
    const impliedAt = (address: string): Implied | undefined => (this.#findings.layout.grid.find(address) === undefined ? undefined : this.implied(address));
    this.#checks = Object.freeze(plansOf(this.#findings.layout, (cell) => this.unitAt(cell)).map((plan) => new Check(plan, impliedAt)));
    return this.#checks;
  }

  /**
   * The checks that a value takes part in, as the figure checked or as one that the check rests on.
   *
   * @throws {@link HeadgradeError} `unknown-address`.
   */
  checksOf(address: string): readonly Check[] {
    if (this.#findings.layout.grid.find(address) === undefined) throw unknownAddress(address, this.addresses);
    return this.checks.filter((check) => check.address === address || check.figures.includes(address) || check.missing.includes(address));
  }

  /** The addresses of all values of the report, printed or not. */
  get addresses(): readonly string[] {
    return this.#findings.layout.grid.cells.flatMap(({ address, hidden }) => (hidden === true ? [] : [address]));
  }

  /** What is unusual and yet legal, in sentences: recoveries above 100 %, checks that hold only at a tie, verdicts that hang on a tolerance. */
  get notes(): readonly string[] {
    const notes: string[] = [];
    for (const { place, address, figure } of this.#findings.layout.statement.figures) {
      if (place.item === "recovery" && figure.quantity.inBase.isGreaterThan(1)) notes.push(`${address} is ${figure.text}: above 100 %, as metal from an inventory can make it.`);
    }
    for (const check of this.checks) if (check.onlyAtATie) notes.push(`${check.name} holds only if a tie was rounded just so.`);
    const superseded = new Map<string, string[]>();
    for (const { address, figure } of this.#findings.layout.statement.superseded) superseded.set(address, [...superseded.get(address) ?? [], figure.text]);
    for (const [address, [first = "", ...later]] of superseded) {
      notes.push(`${address} was first printed as ${first}${later.length === 0 ? " and restated since: the first is not checked."
        : `, then as ${later.join(", ")}, and restated since: only the restatement is checked.`}`);
    }
    notes.push(...this.#findings.layout.apart);
    for (const reading of this.holdsIf) notes.push(`All figures together hold if ${reading}.`);
    if (this.hangsOnTolerance) notes.push("The figures are consistent only within the tolerances declared, and not by rounding alone.");
    return notes;
  }

  /**
   * What the whole report implies about one value, whether it was printed or not. On a contradictory report it is what the ties outside the conflicts leave.
   *
   * @param address - as `"2002-Q1.Pd.grade"`, `"2002.ore"`, `"North pit/2002.Pd.produced"`.
   * @throws {@link HeadgradeError} `unknown-address`, with those that come near.
   */
  implied(address: string): Implied {
    const { layout, outcome } = this.#findings;
    const cell = layout.grid.find(address);
    if (cell === undefined) throw unknownAddress(address, this.addresses);
    return new Implied(address, outcome.implied[cell.index] ?? Interval.all, this.unitAt(cell), cell.figures[0]?.figure);
  }

  /**
   * What limits the answer at an address: the printed figures of which two more digits would narrow it the most, each with how many times.
   *
   * Each figure is tried by itself, with every pair of digits that it could have been printed with, so that the factor is proved and not estimated: whichever
   * digits they are, the answer is at least so many times narrower. No figure is named on a report that is not consistent, and the answer says why.
   *
   * @param address - as of {@link Report.implied}.
   * @throws {@link HeadgradeError} `unknown-address`, with those that come near.
   * @example
   * ```ts
   * import { reconcile } from "headgrade";
   *
   * const report = reconcile({
   *   periods: { "2002-Q4": { ore: "1,165,388 t", Pd: { recovery: "74.0%", produced: "52,067 oz" } } },
   * });
   * const limits = report.limits("2002-Q4.Pd.grade");
   * limits.figures.map(({ address }) => address) // => ["2002-Q4.Pd.recovery"]
   * String(limits)
   * // =>
   * // 2002-Q4.Pd.grade: 1.8765 to 1.8792 g/t
   * //   two more digits of 2002-Q4.Pd.recovery (74.0%): at least 40 times narrower
   * ```
   */
  limits(address: string): AnswerLimits {
    const { layout: { grid }, outcome, graph } = this.#findings;
    const cell = grid.find(address);
    if (cell === undefined) throw unknownAddress(address, this.addresses);
    const told = (interval: Interval): Implied => new Implied(address, interval, this.unitAt(cell), cell.figures[0]?.figure);
    if (outcome.verdict !== "consistent") return new AnswerLimits(this.implied(address), [], false, NO_LIMITS[outcome.verdict]);
    const { interval, figures, complete } = limitsOf(cell, grid.cells, graph, outcome);
    const prints = figures.map(({ cell: of, printed, factor, widest }) => Object.freeze({ address: of.address, printed, factor, widest: told(widest) }));
    return new AnswerLimits(told(interval), prints, complete);
  }

  /**
   * The figure printed at an address, the first where a fact was printed several times; `undefined` where none was.
   *
   * @throws {@link HeadgradeError} `unknown-address`, with those that come near.
   */
  printed(address: string): Figure | undefined {
    const cell = this.#findings.layout.grid.find(address);
    if (cell === undefined) throw unknownAddress(address, this.addresses);
    return cell.figures[0]?.figure;
  }

  /** The page that a person reads: the table of periods, the checks with their verdicts, and what was implied. */
  toString(): string {
    return reportText(this.#page);
  }

  toJSON(): Record<string, unknown> {
    const { operation, verdict, reason, hangsOnTolerance, conflicts, checks, notes, witness } = this;
    return { operation, verdict, reason, hangsOnTolerance, conflicts, checks, notes, implied: this.addresses.map((address) => this.implied(address)), witness };
  }

  get [Symbol.toStringTag](): string {
    return "Report";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const drawn = (name: "intervals" | "periods", isThere: boolean): readonly Markup[] => (isThere ? [this.picture(name)] : []);
    return bundle(
      this.toString(), reportBlocks(this.#page, drawn("intervals", this.#page.checks.length > 0), drawn("periods", this.#panels.panels.length > 0)),
    );
  }

  /** One of its pictures. @internal */
  picture(name: "intervals" | "periods"): Markup {
    return name === "periods" ? periodsOf(this.#panels, this.operation) : intervalsOf(this.#page, this.operation);
  }

  get #panels(): Panels {
    return this.#drawn ??= panelsOf(this, this.#findings.layout);
  }

  /** A period as the report calls it, or else any other. @internal */
  periodCalled(given: PeriodInput): Period {
    const known = typeof given === "string" ? this.#findings.layout.statement.periods.get(given) : undefined;
    return known ?? Period.of(given);
  }

  /** The areas that make up an area, or the operation itself, by the first way that was stated; none where their figures are of different shares. @internal */
  partsOf(area: string | undefined): readonly string[] {
    const { partitions, shares } = this.#findings.layout.statement;
    const parts = partitions.find(({ whole }) => whole === area)?.parts ?? [];
    return new Set(parts.map((part) => shares.get(part))).size <= 1 ? parts : [];
  }

  /** The unit in which a value is told: its own, or that of the nearest figure of its sort, or the trade's. @internal */
  unitAt(cell: Cell): Unit {
    return this.#findings.layout.units.of(cell);
  }

  get #page(): ReportPage {
    return this.#told ??= pageOf(this, this.#findings.layout);
  }

  #quantityAt(address: string, inBase: Ratio): Quantity<Kind, Role> {
    const cell = this.#findings.layout.grid.find(address) as Cell;
    return quantityInBase(inBase, this.unitAt(cell), cell.words === undefined ? ITEMS[cell.item].role : undefined);
  }
}

/** Why nothing limits an answer of a report that is not consistent. */
const NO_LIMITS = {
  contradictory: "The printed figures contradict each other, so more digits of one of them would prove nothing: see the conflicts of the report.",
  undecided: "Whether the printed figures can all be true was not decided, so what more digits of one of them would prove is not known.",
} as const;

/** The splits that one other reading of a whole report is worth. */
const HOLDS_IF_EFFORT = 16;

// One tie, with the definitions that it may rest on, and the figures of what it names.
function tieAlone(graph: Graph, tie: number, definitions: Definitions): "holds" | "contradicts" | "undecided" {
  const system = systemOf(graph, { ties: definitions.under([tie]).add(tie) });
  if ("empty" in system) return "contradicts";
  const { status } = decide(system, HOLDS_IF_EFFORT);
  return status === "consistent" ? "holds" : status === "refuted" ? "contradicts" : "undecided";
}

/** The result of reconciling a statement: the verdict with its proof, every check, and what the figures imply about values that were never printed. */
import type { Graph } from "../balance/graph.ts";
import type { Outcome } from "../balance/solve.ts";
import { verify } from "../balance/witness.ts";
import { HeadgradeError, shown } from "../error.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf as unitOfSymbol, type Unit } from "../quantity/spelling.ts";
import { addressOf, type Place } from "./address.ts";
import { Check } from "./check.ts";
import { Contradiction } from "./contradiction.ts";
import { Implied } from "./implied.ts";
import type { Layout } from "./layout.ts";
import { plansOf } from "./plan.ts";
import { reportText } from "./text.ts";
import { ITEMS } from "./vocabulary.ts";

/**
 * Whether the printed figures can all be true at once: `"consistent"`, with a witness; `"contradictory"`, with conflicts; or `"undecided"`, with the reason.
 *
 * @category Reconciliation
 */
export type ReportVerdict = Outcome["verdict"];

/**
 * One exact value for every amount and ratio of a report that satisfies every tie and prints as every figure was printed: the proof of consistency. It is *a* way in which all could be true, not
 * *the* truth.
 *
 * @category Reconciliation
 */
export class Witness {
  readonly #graph: Graph;
  readonly #values: readonly Ratio[];
  readonly #quantity: (address: string, inBase: Ratio) => Quantity<Kind, Role>;

  /** @internal */
  constructor(graph: Graph, values: readonly Ratio[], quantity: (address: string, inBase: Ratio) => Quantity<Kind, Role>) {
    this.#graph = graph;
    this.#values = values;
    this.#quantity = quantity;
  }

  /** The addresses that it gives a value to. */
  get addresses(): readonly string[] {
    return this.#graph.unknowns.map(({ name }) => name);
  }

  /** The value at an address. @throws {@link HeadgradeError} `unknown-address`. */
  at(address: string): Quantity<Kind, Role> {
    const place = this.#graph.unknowns.findIndex(({ name }) => name === address);
    if (place < 0) throw unknownAddress(address, this.addresses);
    return this.#quantity(address, this.#values[place] as Ratio);
  }

  /** Checks every tie and every figure once more, exactly. */
  verify(): boolean {
    return verify(this.#graph, this.#values);
  }

  toJSON(): Record<string, Quantity<Kind, Role>> {
    return Object.fromEntries(this.addresses.map((address) => [address, this.at(address)]));
  }

  get [Symbol.toStringTag](): string {
    return "Witness";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Witness ${this.addresses.map((address) => `\n  ${address} = ${this.at(address).toString()}`).join("")}`;
  }
}

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

  /** The proofs of contradiction: irreducible sets of figures that cannot all be right. Empty unless the verdict is `"contradictory"`. */
  get conflicts(): readonly Contradiction[] {
    const { outcome, graph } = this.#findings;
    return outcome.verdict === "contradictory" ? outcome.conflicts.map((conflict) => new Contradiction(conflict, graph)) : [];
  }

  /** Every check of printed figures against each other, each by itself. */
  get checks(): readonly Check[] {
    this.#checks ??= Object.freeze(plansOf(this.#findings.layout, (place) => this.unitAt(place)).map((plan) => new Check(plan)));
    return this.#checks;
  }

  /** The addresses of all values of the report, printed or not. */
  get addresses(): readonly string[] {
    return [...this.#findings.layout.places.keys()];
  }

  /** What is unusual and yet legal, in sentences: recoveries above 100 %, checks that hold only at a tie, verdicts that hang on a tolerance. */
  get notes(): readonly string[] {
    const notes: string[] = [];
    for (const { place, address, figure } of this.#findings.layout.statement.figures) {
      if (place.item === "recovery" && figure.quantity.inBase.isGreaterThan(1)) notes.push(`${address} is ${figure.text}: above 100 %, as metal from an inventory can make it.`);
    }
    for (const check of this.checks) if (check.onlyAtATie) notes.push(`${check.name} holds only if a tie was rounded just so.`);
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
    const place = layout.places.get(address);
    const unknown = layout.unknowns.get(address);
    if (place === undefined || unknown === undefined) throw unknownAddress(address, this.addresses);
    return new Implied(address, outcome.implied[unknown] ?? Interval.nonNegative, this.unitAt(place), layout.printed.get(address)?.[0]?.figure);
  }

  /** The page that a person reads: the table of periods, the checks with their verdicts, and what was implied. */
  toString(): string {
    return reportText(this, this.#findings.layout);
  }

  toJSON(): Record<string, unknown> {
    const { operation, verdict, reason, conflicts, checks, notes, witness } = this;
    return { operation, verdict, reason, hangsOnTolerance: this.hangsOnTolerance, conflicts, checks, notes, implied: this.addresses.map((address) => this.implied(address)), witness };
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
    return { "text/plain": this.toString() };
  }

  /** The unit in which a value is told: its own, or that of the nearest figure of its sort, or the trade's. @internal */
  unitAt(place: Place): Unit {
    return nearestUnit(place, this.#findings.layout);
  }

  #quantityAt(address: string, inBase: Ratio): Quantity<Kind, Role> {
    const place = this.#findings.layout.places.get(address) as Place;
    const unit = this.unitAt(place);
    return new Quantity<Kind, Role>(unit, inBase.dividedBy(unit.factor), unit.basis, ITEMS[place.item].role);
  }
}

const nearest = new WeakMap<Layout, Map<string, Unit>>();

function nearestUnit(place: Place, layout: Layout): Unit {
  const own = layout.printed.get(addressOf(place))?.[0];
  if (own !== undefined) return own.figure.quantity.measure;
  let units = nearest.get(layout);
  if (units === undefined) {
    nearest.set(layout, units = new Map());
    // The most particular wins: same area, metal and item; then same metal and item; contained metal is told as the produced is.
    for (const { place: { area, metal, item }, figure } of layout.statement.figures) {
      for (const key of [`${area ?? ""}/${metal ?? ""}.${item}`, `${metal ?? ""}.${item}`, ...(item === "produced" ? [`${metal ?? ""}.contained`] : [])]) {
        if (!units.has(key)) units.set(key, figure.quantity.measure);
      }
    }
  }
  const { area, metal, item } = place;
  return units.get(`${area ?? ""}/${metal ?? ""}.${item}`) ?? units.get(`${metal ?? ""}.${item}`) ?? unitOfSymbol(ITEMS[item].kind, ITEMS[item].unit);
}

function unknownAddress(given: string, known: readonly string[]): HeadgradeError {
  const text = String(given);
  const [period = ""] = text.split(".");
  const near = known.filter((address) => address.startsWith(period) || address.endsWith(text.slice(text.lastIndexOf(".")))).slice(0, 6);
  const choices = near.length > 0 ? near : known.slice(0, 6);
  return new HeadgradeError(
    "unknown-address", `This report holds no ${shown(given)}: it holds ${choices.map((address) => `"${address}"`).join(", ")}${known.length > choices.length ? ", ..." : ""}.`, { given: text.slice(0, 100) },
  );
}

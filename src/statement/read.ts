/** From plain data to facts: every figure read, every period known, and everything that is wrong said at once, each with its address. */
import { HeadgradeError, isHeadgradeError, shown, type ErrorCode } from "../error.ts";
import { figure, type Figure } from "../figure/figure.ts";
import { isNil } from "../figure/numeral.ts";
import type { FigureOptions } from "../figure/options.ts";
import { Interval } from "../number/interval.ts";
import { period, type Period } from "../period/period.ts";
import { addressOf, type Place } from "./address.ts";
import type { Statement } from "./input.ts";
import { SUBSTANCES } from "./substance.ts";
import { nearestTo } from "./nearest.ts";
import { toleranceOf } from "./tolerance.ts";
import { isItem, ITEMS, itemsOf, type Item } from "./vocabulary.ts";

/** A figure in its place. @internal */
export interface PlacedFigure {
  readonly place: Place;
  readonly address: string;
  readonly figure: Figure;
  /** The true values that would print so, in the kind's base unit. */
  readonly printed: Interval;
  /** The same, widened by the tolerance declared for it. */
  readonly allowed: Interval;
}

/** A statement, read. @internal */
export interface ReadStatement {
  readonly operation: string | undefined;
  readonly areas: readonly string[];
  /** By label, in order of time, a whole after its parts. */
  readonly periods: ReadonlyMap<string, Period>;
  readonly figures: readonly PlacedFigure[];
}

/** One thing that is wrong with a statement. @category Reconciliation */
export interface Problem {
  /** Where it stands: an address, or as much of one as there is. */
  readonly address: string;
  readonly code: ErrorCode;
  readonly message: string;
}

const SHOWN_PROBLEMS = 20;
const KEYS: readonly (keyof Statement)[] = [
  "operation", "periods", "areas", "facts", "tolerances", "rounding", "zeros", "fiscalYear", "decimalMark", "read",
];

/**
 * Reads a statement.
 *
 * @throws {@link HeadgradeError} `invalid-statement`, with every problem found as a {@link Problem} in its facts.
 * @internal
 */
export function readStatement(statement: Statement): ReadStatement {
  return new StatementReader(statement).read();
}

class StatementReader {
  readonly #statement: Statement;
  readonly #problems: Problem[] = [];
  readonly #periods = new Map<string, Period>();
  readonly #labels = new Map<string, string>();
  readonly #figures: PlacedFigure[] = [];
  readonly #areas: string[] = [];
  readonly #usedTolerances = new Set<string>();
  #options: FigureOptions = {};

  constructor(statement: Statement) {
    this.#statement = statement;
  }

  read(): ReadStatement {
    const statement = this.#entries(this.#statement, "");
    for (const [key] of statement) if (!(KEYS as readonly string[]).includes(key)) this.#unknown("", key, KEYS, "key of a statement");
    const { operation, periods: own, areas, facts, tolerances, rounding, zeros, decimalMark, read } = Object.fromEntries(statement) as Statement;
    if (operation !== undefined && !isName(operation)) this.#problem("operation", "wrong-kind", `The operation is a name on one line, and this is ${shown(operation)}.`);
    this.#options = {
      ...(rounding === undefined ? {} : { rounding }), ...(zeros === undefined ? {} : { zeros }),
      ...(decimalMark === undefined ? {} : { decimalMark }), ...(read === undefined ? {} : { read }),
    };
    if (own !== undefined) this.#readPeriods(undefined, own, "");
    for (const [area, contents] of areas === undefined ? [] : this.#entries(areas, "areas")) this.#readArea(area, contents);
    if (facts !== undefined) this.#readFacts(facts);
    for (const [key] of tolerances === undefined ? [] : this.#entries(tolerances, "tolerances")) {
      if (!this.#usedTolerances.has(key)) this.#problem(`tolerances.${key}`, "unknown-address", `No printed figure is called ${shown(key)}: name an item ("produced", "Pd.produced") or an address.`);
    }
    if (this.#problems.length > 0) throw invalid(this.#problems);
    if (this.#figures.length === 0) {
      throw invalid([{ address: "", code: "invalid-statement", message: "The statement holds no printed figure: give periods, areas or facts." }]);
    }
    const periods = new Map([...this.#periods].sort(([, a], [, b]) => a.lastDay - b.lastDay || a.days - b.days));
    return { operation, areas: this.#areas, periods, figures: this.#figures };
  }

  // The own keys of a plain object; anything else, a replaced prototype included, is a problem.
  #entries(value: unknown, address: string): [string, unknown][] {
    const prototype: unknown = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : undefined;
    const plain = prototype === null || (prototype !== undefined && Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf"));
    if (plain) return Object.entries(value as object);
    this.#problem(address, "wrong-kind", `Expected a plain object of figures by name and got ${prototype === undefined || Array.isArray(value) ? shown(value) : "an object with a prototype of its own"}.`);
    return [];
  }

  #readArea(area: string, contents: unknown): void {
    if (area === "" || area.includes("/") || area === "__proto__" || !isName(area)) {
      this.#problem(`areas.${area.slice(0, 40)}`, "unknown-item", `An area cannot be called ${shown(area)}: give it a name on one line, without "/".`);
      return;
    }
    this.#areas.push(area);
    for (const [key, value] of this.#entries(contents, area)) {
      if (key === "periods") this.#readPeriods(area, value, `${area}/`);
      else this.#unknown(`${area}/`, key, ["periods"], "key of an area");
    }
  }

  #readPeriods(area: string | undefined, periods: unknown, prefix: string): void {
    for (const [text, figures] of this.#entries(periods, `${prefix}periods`)) {
      const label = this.#periodLabel(text, `${prefix}${text}`);
      for (const [key, value] of this.#entries(figures, `${prefix}${text}`)) {
        if (isItem(key) && ITEMS[key].of === "ore") this.#readFigure({ area, period: label, metal: undefined, item: key }, value);
        else if (SUBSTANCES.has(key)) this.#readMetal(area, label, key, value);
        else this.#unknown(`${prefix}${text}.`, key, [...itemsOf("ore"), ...SUBSTANCES], "item or metal");
      }
    }
  }

  #readMetal(area: string | undefined, label: string, metal: string, figures: unknown): void {
    const prefix = `${area === undefined ? "" : `${area}/`}${label}.${metal}`;
    for (const [key, value] of this.#entries(figures, prefix)) {
      if (isItem(key) && ITEMS[key].of === "metal") this.#readFigure({ area, period: label, metal, item: key }, value);
      else this.#unknown(`${prefix}.`, key, itemsOf("metal"), "item of a metal");
    }
  }

  #readFacts(facts: unknown): void {
    if (!Array.isArray(facts)) {
      this.#problem("facts", "wrong-kind", `Facts are a list of { period, metal, item, figure }, and this is ${shown(facts)}.`);
      return;
    }
    for (const [index, fact] of facts.entries()) {
      const where = `facts[${String(index)}]`;
      const known = ["area", "period", "metal", "item", "figure"];
      const before = this.#problems.length;
      const entries = this.#entries(fact, where);
      if (this.#problems.length > before) continue;
      for (const [key] of entries) if (!known.includes(key)) this.#unknown(`${where}.`, key, known, "key of a fact");
      const { area, period: text, metal, item, figure: value } = Object.fromEntries(entries);
      if (typeof item !== "string" || !isItem(item)) this.#unknown(`${where}.`, item, Object.keys(ITEMS), "item");
      else if ((ITEMS[item].of === "metal") !== (metal !== undefined)) {
        this.#problem(where, "unknown-item", `${shown(item)} is ${ITEMS[item].of === "metal" ? "of a metal: name the metal" : "of the ore: leave the metal out"}.`);
      } else if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) this.#unknown(`${where}.`, metal, [...SUBSTANCES], "metal");
      else if (area !== undefined && typeof area !== "string") this.#problem(where, "wrong-kind", `An area is a name, and this is ${shown(area)}.`);
      else {
        if (area !== undefined && !this.#areas.includes(area)) this.#readArea(area, {});
        this.#readFigure({ area, period: this.#periodLabel(text, where), metal, item }, value);
      }
    }
  }

  // The label of a period; two spellings of the same days are one period.
  #periodLabel(text: unknown, address: string): string {
    const { fiscalYear } = this.#statement;
    const read = this.#try(address, () => period(text as string, fiscalYear === undefined ? undefined : { fiscalYear }));
    if (read === undefined) return String(text);
    const days = `${read.first}/${read.last}`;
    const label = this.#labels.get(days) ?? read.label;
    this.#labels.set(days, label);
    if (!this.#periods.has(label)) this.#periods.set(label, read);
    return label;
  }

  #readFigure(place: Place, value: unknown): void {
    const address = addressOf(place);
    if (value === undefined || value === null) return;
    const before = this.#problems.length;
    const { printed, tolerance, ...own } = typeof value === "object" ? Object.fromEntries(this.#entries(value, address)) : { printed: value };
    if (this.#problems.length > before || (typeof printed === "string" && isNil(printed))) return;
    for (const name of namesOf(place, address)) this.#usedTolerances.add(name);
    this.#try(address, () => {
      if (typeof printed !== "string") {
        throw new HeadgradeError("malformed-figure", `A printed figure is a text with its unit, such as "1.88 g/t", and this is ${shown(printed ?? value)}: 74.0 and 74 are the same number and different figures.`);
      }
      const { kind } = ITEMS[place.item];
      const read = figure(kind, printed, { ...this.#options, ...own });
      if (place.item === "days" && read.quantity.exact.sign <= 0) {
        throw new HeadgradeError("empty-period", `A period has more than ${read.text}: give the days that it has, or leave them out for the calendar's.`, { given: read.text });
      }
      requireDry(read, place.item);
      const allowed = this.#tolerated(place, address, read, tolerance);
      this.#figures.push({ place, address, figure: read, printed: read.inBase, allowed });
    });
  }

  #tolerated(place: Place, address: string, read: Figure, own: unknown): Interval {
    const { tolerances } = this.#statement;
    const name = namesOf(place, address).find((candidate) => typeof tolerances === "object" && (tolerances as unknown) !== null && Object.hasOwn(tolerances, candidate));
    const text = own ?? (name === undefined ? undefined : tolerances?.[name]);
    if (text === undefined) return read.inBase;
    const width = toleranceOf(read, text).absolute();
    return read.inBase.plus(Interval.between({ low: width.negated(), high: width }));
  }

  #try<T>(address: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!isHeadgradeError(error)) throw error;
      this.#problem(address, error.code, error.message);
      return undefined;
    }
  }

  #unknown(prefix: string, given: unknown, choices: readonly string[], what: string): void {
    // Only the problems that are shown are worth a suggestion.
    const near = typeof given === "string" && this.#problems.length < SHOWN_PROBLEMS ? nearestTo(given, choices) : undefined;
    const listed = choices.length > 12 ? `${choices.slice(0, 12).join(", ")}, ...` : choices.join(", ");
    const advice = near === undefined ? `use one of ${listed}.` : `did you mean "${near}"?`;
    this.#problem(`${prefix}${typeof given === "string" ? given.slice(0, 40) : ""}`, "unknown-item", `Unknown ${what} ${shown(given)}: ${advice}`);
  }

  #problem(address: string, code: ErrorCode, message: string): void {
    this.#problems.push({ address, code, message });
  }
}

// A name is printed as it is, so it must not move a terminal's cursor.
function isName(value: unknown): boolean {
  return typeof value === "string" && !/\p{Cc}/u.test(value);
}

// What a tolerance may call a figure, the most particular first.
function namesOf({ metal, item }: Place, address: string): readonly string[] {
  return [address, ...(metal === undefined ? [] : [`${metal}.${item}`]), item];
}

// Ore is told in dry tonnes: a grade is per dry tonne, and wet ones would pass for metal that is not there.
function requireDry(read: Figure, item: Item): void {
  if (read.quantity.basis !== "wet") return;
  throw new HeadgradeError(
    "basis-mismatch", `${read.text} is wet, and ${ITEMS[item].words} is told in dry tonnes here: convert it with dryMass and its moisture first.`, { given: read.text },
  );
}

function invalid(problems: readonly Problem[]): HeadgradeError {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map(({ address, message }) => `\n  ${address === "" ? "" : `${address}: `}${message}`);
  const more = problems.length > SHOWN_PROBLEMS ? `\n  ... and ${String(problems.length - SHOWN_PROBLEMS)} more` : "";
  return new HeadgradeError(
    "invalid-statement", `The statement has ${String(problems.length)} ${problems.length === 1 ? "problem" : "problems"}:${lines.join("")}${more}`, { problems: Object.freeze([...problems]) },
  );
}

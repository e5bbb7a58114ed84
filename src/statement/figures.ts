/** Reading the figures of a statement: each in its place, with the interval that its rounding leaves and the tolerance that was declared for it. */
import { HeadgradeError, shown } from "../error.ts";
import { figure, type Figure } from "../figure/figure.ts";
import { isNil } from "../figure/numeral.ts";
import type { FigureOptions } from "../figure/options.ts";
import { Interval } from "../number/interval.ts";
import { period, type Period } from "../period/period.ts";
import type { FiscalYear } from "../period/fiscal.ts";
import type { Kind } from "../quantity/kind.ts";
import { addressOf, type Place } from "./address.ts";
import type { Problems } from "../problem/problems.ts";
import { toleranceOf } from "./tolerance.ts";
import { ITEMS, itemWords, type Item } from "./vocabulary.ts";

/** A figure with what it leaves its value. @internal */
export interface ReadFigure {
  readonly address: string;
  readonly figure: Figure;
  /** The true values that would print so, in the kind's base unit. */
  readonly printed: Interval;
  /** The same, widened by the tolerance declared for it. */
  readonly allowed: Interval;
}

/** A figure in its place. @internal */
export interface PlacedFigure extends ReadFigure {
  readonly place: Place;
}

/** What is known of a figure before it is read: what a tolerance may call it, how its zeros and unit are read, and what it must be. */
interface FigureIs {
  readonly names?: readonly string[];
  readonly zeros?: FigureOptions["zeros"];
  readonly unit?: string;
  readonly check?: (read: Figure) => void;
}

/** How all figures of a statement are read. @internal */
export interface Reading {
  readonly options: FigureOptions;
  readonly fiscalYear: FiscalYear | undefined;
  readonly tolerances: unknown;
}

/** Reads figures one by one, and keeps the periods that they are of. @internal */
export class Figures {
  readonly placed: PlacedFigure[] = [];
  /** What was first printed of a value that was restated since. */
  readonly superseded: PlacedFigure[] = [];
  readonly periods = new Map<string, Period>();
  readonly #problems: Problems;
  readonly #reading: Reading;
  readonly #labels = new Map<string, string>();
  readonly #usedTolerances = new Set<string>();
  readonly #nil = new Set<string>();
  /** Of what was restated, by address, what it was restated as: the last time, and as often as it was then printed. */
  readonly #restated = new Map<string, readonly PlacedFigure[]>();

  constructor(problems: Problems, reading: Reading) {
    this.#problems = problems;
    this.#reading = reading;
  }

  /** The label of a period; two spellings of the same days are one period. */
  period(text: unknown, address: string): string {
    const { fiscalYear } = this.#reading;
    const read = this.#problems.try(address, () => period(text as string, fiscalYear === undefined ? undefined : { fiscalYear }));
    if (read === undefined) return String(text);
    const days = `${read.first}/${read.last}`;
    const label = this.#labels.get(days) ?? read.label;
    this.#labels.set(days, label);
    if (!this.periods.has(label)) this.periods.set(label, read);
    return label;
  }

  /** Reads the figure of an item in its place. */
  place(place: Place, value: unknown, { restated = false, zeros }: { readonly restated?: boolean; readonly zeros?: FigureOptions["zeros"] } = {}): void {
    const address = addressOf(place);
    const row = ITEMS[place.item];
    const read = this.read(address, row.kind, value, {
      names: namesOf(place, address), ...(zeros === undefined ? {} : { zeros }), ...(row.kind === "fraction" && row.unit === "1" ? { unit: "1" } : {}),
      check: (each) => requireFitting(each, place),
    });
    const prints = read.map((each) => ({ ...each, place }));
    this.placed.push(...prints);
    if (restated && prints.length > 0) this.#restated.set(address, prints);
  }

  /** Reads the figures of a kind that were printed of one value: none, one, or the same fact several times. */
  read(address: string, kind: Kind, value: unknown, as: FigureIs = {}): readonly ReadFigure[] {
    return (Array.isArray(value) ? value as readonly unknown[] : [value]).flatMap((each) => this.#readOne(address, kind, each, as) ?? []);
  }

  #readOne(address: string, kind: Kind, value: unknown, { names = [address], zeros, unit, check }: FigureIs): ReadFigure | undefined {
    if (value === undefined || value === null) return undefined;
    const before = this.#problems.count;
    const { printed, tolerance, ...own } = typeof value === "object" ? Object.fromEntries(this.#problems.entries(value, address)) : { printed: value };
    if (this.#problems.count > before) return undefined;
    if (typeof printed === "string" && isNil(printed)) {
      if (printed.trim() !== "") this.#nil.add(address);
      return undefined;
    }
    for (const name of names) this.#usedTolerances.add(name);
    return this.#problems.try(address, () => {
      if (typeof printed !== "string") {
        throw new HeadgradeError("malformed-figure", `A printed figure is a text with its unit, such as "1.88 g/t", and this is ${shown(printed ?? value)}: 74.0 and 74 are the same number and different figures.`);
      }
      const text = unit === "1" ? printed.replace(/\s*:\s*1$/, "") : printed;
      const read = figure(kind, text, { ...(zeros === undefined ? {} : { zeros }), ...(unit === undefined ? {} : { unit }), ...this.#reading.options, ...own });
      check?.(read);
      return { address, figure: read, printed: read.inBase, allowed: this.#allowed(names, read, tolerance) };
    });
  }

  /** Sets aside what was restated, and ends the reading: no value both printed and not, no tolerance for nothing. */
  close(): void {
    const { tolerances } = this.#reading;
    if (this.#restated.size > 0) {
      const isKept = (each: PlacedFigure): boolean => this.#restated.get(each.address)?.includes(each) ?? true;
      this.superseded.push(...this.placed.filter((each) => !isKept(each)));
      this.placed.splice(0, this.placed.length, ...this.placed.filter(isKept));
    }
    if (this.#nil.size > 0) {
      for (const { address, figure: { text } } of this.placed) {
        if (this.#nil.has(address)) this.#problems.add(address, "invalid-statement", `It is given both as not printed and as ${shown(text)}: leave one of them out.`);
      }
    }
    for (const [key] of tolerances === undefined ? [] : this.#problems.entries(tolerances, "tolerances")) {
      if (this.#usedTolerances.has(key)) continue;
      this.#problems.add(`tolerances.${key}`, "unknown-address", `No printed figure is called ${shown(key)}: name an item ("produced", "Pd.produced") or an address.`);
    }
  }

  #allowed(names: readonly string[], read: Figure, own: unknown): Interval {
    const { tolerances } = this.#reading;
    const declared = typeof tolerances === "object" && tolerances !== null ? tolerances as Readonly<Record<string, unknown>> : undefined;
    const name = declared === undefined ? undefined : names.find((candidate) => Object.hasOwn(declared, candidate));
    const text = own ?? (name === undefined ? undefined : declared?.[name]);
    if (text === undefined) return read.inBase;
    const width = toleranceOf(read, text).absolute();
    return read.inBase.plus(Interval.between({ low: width.negated(), high: width }));
  }
}

// What a tolerance may call a figure, the most particular first.
function namesOf({ product, metal, item }: Place, address: string): readonly string[] {
  const ofMetal = metal === undefined ? [] : [`${metal}.${item}`];
  return product === undefined ? [address, ...ofMetal, item] : [address, `${product}.${metal === undefined ? "" : `${metal}.`}${item}`, ...ofMetal, item];
}

function requireFitting(read: Figure, place: Place): void {
  if (place.item === "days" && read.quantity.exact.sign <= 0) {
    throw new HeadgradeError("empty-period", `A period has more than ${read.text}: give the days that it has, or leave them out for the calendar's.`, { given: read.text });
  }
  requireBasis(read, place.item, itemWords(place.item, place.scope));
}

/** The wet item beside a dry one. @internal */
export const WET_TWINS: Readonly<Partial<Record<Item, Item>>> = { ore: "wetOre", mass: "wetMass" };

// Ore is told in dry tonnes: a grade is per dry tonne, and wet ones would pass for metal that is not there.
function requireBasis(read: Figure, item: Item, words: string): void {
  const { basis } = read.quantity;
  if (ITEMS[item].wet === true) {
    if (basis !== "dry") return;
    throw new HeadgradeError("basis-mismatch", `${read.text} is dry, and ${words} is told in wet tonnes: give it as the dry item beside it.`, { given: read.text });
  }
  if (basis !== "wet") return;
  const twin = WET_TWINS[item];
  const advice = twin === undefined ? "convert it with dryMass and its moisture first" : `give it as "${twin}" with its "moisture", or convert it with dryMass`;
  throw new HeadgradeError("basis-mismatch", `${read.text} is wet, and ${words} is told in dry tonnes here: ${advice}.`, { given: read.text });
}

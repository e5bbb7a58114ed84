/** From plain data to facts: every figure read, every period known, and everything that is wrong said at once, each with its address. */
import { shown } from "../error.ts";
import type { FigureOptions } from "../figure/options.ts";
import { instant } from "../period/instant.ts";
import type { Period } from "../period/period.ts";
import { KINDS, type Kind } from "../quantity/kind.ts";
import { Figures, type PlacedFigure, type ReadFigure } from "./figures.ts";
import type { Statement } from "./input.ts";
import { readParts, type Partition } from "./parts.ts";
import { isName, Problems } from "./problem.ts";
import { SUBSTANCES } from "./substance.ts";
import { readTerms, type Terms } from "./terms.ts";
import { isItem, isItemIn, ITEMS, itemsIn, type Item, type ScopeKind } from "./vocabulary.ts";

/** One resource table, by the areas that its categories are laid as. @internal */
export interface ReadTable {
  readonly label: string;
  /** A whole category and the categories or deposits that make it up. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[]; readonly over: "categories" | "deposits" }[];
  readonly areas: readonly string[];
}

/** One stock. @internal */
export interface ReadStock {
  readonly name: string;
  readonly area: string | undefined;
  readonly metal: string | undefined;
  readonly in: readonly Item[];
  readonly out: readonly Item[];
  readonly periods: readonly string[];
}

/** A statement, read. @internal */
export interface ReadStatement {
  readonly operation: string | undefined;
  readonly areas: readonly string[];
  /** Which areas make up which; where nothing is said, all of them the operation. */
  readonly partitions: readonly Partition[];
  /** Whose share the figures of an area are, where it was said. */
  readonly shares: ReadonlyMap<string | undefined, string>;
  /** By label, in order of time, a whole after its parts. */
  readonly periods: ReadonlyMap<string, Period>;
  readonly figures: readonly PlacedFigure[];
  readonly superseded: readonly PlacedFigure[];
  readonly tables: readonly ReadTable[];
  readonly stocks: readonly ReadStock[];
  readonly values: readonly { readonly name: string; readonly kind: Kind; readonly signed: boolean; readonly figure: ReadFigure | undefined }[];
  readonly terms: Terms;
}

const KEYS: readonly (keyof Statement)[] = [
  "operation", "periods", "areas", "parts", "facts", "resources", "stocks", "equivalents", "changes", "values", "ties", "bases", "share", "tolerances", "rounding",
  "zeros", "fiscalYear", "decimalMark", "read",
];

const FACT_KEYS = ["area", "period", "product", "metal", "item", "figure", "restated"];

/**
 * Reads a statement.
 *
 * @throws {@link HeadgradeError} `invalid-statement`, with every problem found as a {@link Problem} in its facts.
 * @internal
 */
export function readStatement(statement: Statement): ReadStatement {
  const problems = new Problems();
  return new StatementReader(problems, problems.record(statement, "", KEYS, "key of a statement") as Statement).read();
}

class StatementReader {
  readonly #problems: Problems;
  readonly #statement: Statement;
  readonly #figures: Figures;
  readonly #areas: string[] = [];
  readonly #shares = new Map<string | undefined, string>();

  constructor(problems: Problems, statement: Statement) {
    const { rounding, zeros, decimalMark, read, fiscalYear, tolerances } = statement;
    const options: FigureOptions = {
      ...(rounding === undefined ? {} : { rounding }), ...(zeros === undefined ? {} : { zeros }),
      ...(decimalMark === undefined ? {} : { decimalMark }), ...(read === undefined ? {} : { read }),
    };
    this.#problems = problems;
    this.#statement = statement;
    this.#figures = new Figures(problems, { options, fiscalYear, tolerances });
  }

  read(): ReadStatement {
    const problems = this.#problems;
    const { operation, periods: own, areas, facts, resources, stocks, share } = this.#statement;
    if (operation !== undefined && !isName(operation)) problems.add("operation", "wrong-kind", `The operation is a name on one line, and this is ${shown(operation)}.`);
    this.#readShare(undefined, share, "share");
    if (own !== undefined) this.#readPeriods(undefined, own, "");
    for (const [area, contents] of areas === undefined ? [] : problems.entries(areas, "areas")) this.#readArea(area, contents);
    if (facts !== undefined) for (const [index, fact] of problems.list(facts, "facts", "{ period, metal, item, figure }").entries()) this.#readFact(fact, `facts[${String(index)}]`);
    const tables = resources === undefined ? [] : problems.entries(resources, "resources").map(([name, table]) => this.#readTable(name, table));
    const read = stocks === undefined ? [] : problems.entries(stocks, "stocks").flatMap(([name, stock]) => this.#readStock(name, stock) ?? []);
    const values = this.#readValues();
    const terms = readTerms(this.#statement, problems, this.#figures);
    const partitions = readParts(this.#statement, this.#areas, problems);
    this.#figures.close();
    problems.settle();
    if (this.#figures.placed.length === 0 && values.every(({ figure }) => figure === undefined)) {
      problems.add("", "invalid-statement", "The statement holds no printed figure: give periods, areas, facts or resources.");
      problems.settle();
    }
    const periods = new Map([...this.#figures.periods].sort(([, a], [, b]) => a.lastDay - b.lastDay || a.days - b.days));
    return {
      operation, areas: this.#areas, partitions, shares: this.#shares, periods, figures: this.#figures.placed, superseded: this.#figures.superseded,
      tables, stocks: read, values, terms,
    };
  }

  #readShare(area: string | undefined, share: unknown, address: string): void {
    if (share === undefined) return;
    if (share === "100 %" || share === "attributable") this.#shares.set(area, share);
    else this.#problems.add(address, "unknown-option", `A share is "100 %" or "attributable", and this is ${shown(share)}.`);
  }

  // A name that stands in addresses: an area, a product, a category.
  #named(name: string, what: string, address: string): boolean {
    const isClear = name !== "" && name !== "__proto__" && isName(name) && !name.includes("/") && (what === "area" || !name.includes("."));
    if (isClear) return true;
    const marks = what === "area" ? "without \"/\"" : "without \"/\" or \".\"";
    this.#problems.add(`${address}${name.slice(0, 40)}`, "unknown-item", `${what === "area" ? "An" : "A"} ${what} cannot be called ${shown(name)}: give it a name on one line, ${marks}.`);
    return false;
  }

  #readArea(area: string, contents: unknown): void {
    if (!this.#named(area, "area", "areas.")) return;
    if (!this.#areas.includes(area)) this.#areas.push(area);
    for (const [key, value] of this.#problems.entries(contents, area)) {
      if (key === "periods") this.#readPeriods(area, value, `${area}/`);
      else if (key === "share") this.#readShare(area, value, `${area}/share`);
      else this.#problems.unknown(`${area}/`, key, ["periods", "share"], "key of an area");
    }
  }

  #readPeriods(area: string | undefined, periods: unknown, prefix: string): void {
    for (const [text, figures] of this.#problems.entries(periods, `${prefix}periods`)) {
      const period = this.#figures.period(text, `${prefix}${text}`);
      const products = this.#readItems({ scope: "area", area, period, product: undefined }, figures, `${prefix}${text}`, "products");
      for (const [product, contents] of products === undefined ? [] : this.#problems.entries(products, `${prefix}${text}.products`)) {
        if (!this.#named(product, "product", `${prefix}${text}.products.`)) continue;
        this.#readItems({ scope: "product", area, period, product }, contents, `${prefix}${text}.${product}`);
      }
    }
  }

  // The items of one row of the material, and those of its metals. Gives back what stands under a key of another sort.
  #readItems(
    place: { readonly scope: ScopeKind; readonly area: string | undefined; readonly period: string; readonly product: string | undefined },
    figures: unknown, address: string, other?: string, zeros?: FigureOptions["zeros"],
  ): unknown {
    const { scope } = place;
    const more = zeros === undefined ? {} : { zeros };
    let found: unknown;
    for (const [key, value] of this.#problems.entries(figures, address)) {
      if (isItemIn(key, scope, "ore")) this.#figures.place({ ...place, metal: undefined, item: key }, value, more);
      else if (key === other) found = value;
      else if (SUBSTANCES.has(key)) {
        for (const [item, figure] of this.#problems.entries(value, `${address}.${key}`)) {
          if (isItemIn(item, scope, "metal")) this.#figures.place({ ...place, metal: key, item }, figure, more);
          else this.#problems.unknown(`${address}.${key}.`, item, itemsIn(scope, "metal"), "item of a metal");
        }
      } else this.#problems.unknown(`${address}.`, key, [...itemsIn(scope, "ore"), ...(other === undefined ? [] : [other]), ...SUBSTANCES], "item or metal");
    }
    return found;
  }

  #readFact(fact: unknown, where: string): void {
    const problems = this.#problems;
    const before = problems.count;
    const { area, period: text, product, metal, item, figure: value, restated } = problems.record(fact, where, FACT_KEYS, "key of a fact");
    if (problems.count > before && (typeof fact !== "object" || fact === null || Array.isArray(fact))) return;
    if (typeof item !== "string" || !isItem(item)) {
      problems.unknown(`${where}.`, item, Object.keys(ITEMS), "item");
      return;
    }
    const { of } = ITEMS[item];
    if ((of === "metal") !== (metal !== undefined)) problems.add(where, "unknown-item", `${shown(item)} is ${of === "metal" ? "of a metal: name the metal" : "of the ore: leave the metal out"}.`);
    else if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) problems.unknown(`${where}.`, metal, [...SUBSTANCES], "metal");
    else if (area !== undefined && typeof area !== "string") problems.add(where, "wrong-kind", `An area is a name, and this is ${shown(area)}.`);
    else if (product !== undefined && (typeof product !== "string" || !this.#named(product, "product", `${where}.`))) problems.add(where, "wrong-kind", `A product is a name, and this is ${shown(product)}.`);
    else if (restated !== undefined && typeof restated !== "boolean") problems.add(where, "wrong-kind", `"restated" is true or false, and this is ${shown(restated)}.`);
    else {
      const scope = product === undefined ? "area" : "product";
      if (!isItemIn(item, scope, of)) {
        problems.add(where, "unknown-item", `${shown(item)} does not stand under ${product === undefined ? "an area: name the product, or use resources or stocks" : "a product"}.`);
        return;
      }
      if (area !== undefined && !this.#areas.includes(area)) this.#readArea(area, {});
      this.#figures.place({ scope, area, period: this.#figures.period(text, where), product, metal, item }, value, { restated: restated === true });
    }
  }

  #readTable(name: string, table: unknown): ReadTable {
    const at = `resources.${name}`;
    const areas: string[] = [];
    const sums: { whole: string; parts: readonly string[]; over: "categories" | "deposits" }[] = [];
    const { asOf, categories, deposits, totals, zeros = "not-significant" } = this.#problems.record(table, at, ["asOf", "categories", "deposits", "totals", "zeros"], "key of a resource table");
    const label = asOf === undefined ? "" : this.#problems.try(`${at}.asOf`, () => instant(asOf as string).date) ?? "";
    if (!this.#named(name, "resource table", "resources.")) return { label, sums, areas };
    const byDeposit = new Map<string | undefined, string[]>();
    const read = (deposit: string | undefined, rows: unknown, where: string): void => {
      const seen: string[] = [];
      byDeposit.set(deposit, seen);
      for (const [category, figures] of this.#problems.entries(rows, where)) {
        if (!this.#named(category, "category", `${where}.`)) continue;
        const area = [name, ...(deposit === undefined ? [] : [deposit]), category].join("/");
        seen.push(category);
        areas.push(area);
        this.#readItems({ scope: "resource", area, period: label, product: undefined }, figures, label === "" ? area : `${area}/${label}`, undefined, zeros as FigureOptions["zeros"]);
      }
    };
    if (categories !== undefined) read(undefined, categories, `${at}.categories`);
    for (const [deposit, rows] of deposits === undefined ? [] : this.#problems.entries(deposits, `${at}.deposits`)) {
      if (this.#named(deposit, "deposit", `${at}.deposits.`)) read(deposit, rows, `${at}.deposits.${deposit}`);
    }
    const wholes = new Map<string, readonly string[]>(CONVENTIONAL_TOTALS);
    for (const [whole, parts] of totals === undefined ? [] : this.#problems.entries(totals, `${at}.totals`)) {
      const listed = this.#problems.list(parts, `${at}.totals.${whole}`, "categories").filter((part): part is string => typeof part === "string");
      if (new Set(listed).size < listed.length) this.#problems.add(`${at}.totals.${whole}`, "invalid-statement", "A category is listed twice: a part counts once.");
      if (listed.includes(whole)) this.#problems.add(`${at}.totals.${whole}`, "invalid-statement", `${shown(whole)} is a part of itself: leave it out.`);
      const known = [...byDeposit.values()].flat();
      for (const part of [whole, ...listed]) if (!known.includes(part)) this.#problems.unknown(`${at}.totals.`, part, [...new Set(known)], "category");
      wholes.set(whole, listed);
    }
    const areaOf = (deposit: string | undefined, category: string): string => [name, ...(deposit === undefined ? [] : [deposit]), category].join("/");
    for (const [deposit, seen] of byDeposit) {
      for (const [whole, parts] of wholes) {
        if (seen.includes(whole) && parts.every((part) => seen.includes(part)) && parts.length > 0) {
          sums.push({ whole: areaOf(deposit, whole), parts: parts.map((part) => areaOf(deposit, part)), over: "categories" });
        }
      }
    }
    for (const category of byDeposit.get(undefined) ?? []) {
      const having = [...byDeposit].flatMap(([deposit, seen]) => (deposit !== undefined && seen.includes(category) ? [areaOf(deposit, category)] : []));
      if (having.length > 0) sums.push({ whole: areaOf(undefined, category), parts: having, over: "deposits" });
    }
    return { label, sums, areas };
  }

  #readStock(name: string, stock: unknown): ReadStock | undefined {
    const at = `stocks.${name}`;
    const { area, metal, in: ins, out: outs, periods } = this.#problems.record(stock, at, ["area", "metal", "in", "out", "periods"], "key of a stock");
    if (!this.#named(name, "area", "stocks.")) return undefined;
    if (area !== undefined && (typeof area !== "string" || !this.#areas.includes(area))) this.#problems.unknown(`${at}.`, area, this.#areas, "area");
    if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) this.#problems.unknown(`${at}.`, metal, [...SUBSTANCES], "metal");
    const of = metal === undefined ? "ore" : "metal";
    const items = (list: unknown, key: string): Item[] => this.#problems.list(list, `${at}.${key}`, "items").flatMap((item) => {
      if (typeof item === "string" && isItemIn(item, "area", of) && ITEMS[item].kind === "mass") return [item];
      this.#problems.unknown(`${at}.${key}.`, item, itemsIn("area", of).filter((each) => ITEMS[each].kind === "mass"), "amount");
      return [];
    });
    const labels: string[] = [];
    for (const [text, figures] of this.#problems.entries(periods, `${at}.periods`)) {
      const period = this.#figures.period(text, `${at}.${text}`);
      labels.push(period);
      for (const [item, figure] of this.#problems.entries(figures, `${name}/${text}`)) {
        if (isItemIn(item, "stock", "ore")) this.#figures.place({ scope: "stock", area: name, period, product: undefined, metal: undefined, item }, figure);
        else this.#problems.unknown(`${name}/${text}.`, item, itemsIn("stock", "ore"), "item of a stock");
      }
    }
    return { name, area: area as string | undefined, metal: metal as string | undefined, in: items(ins, "in"), out: items(outs, "out"), periods: labels };
  }

  #readValues(): ReadStatement["values"] {
    const { values } = this.#statement;
    return (values === undefined ? [] : this.#problems.entries(values, "values")).flatMap(([name, value]) => {
      const at = `values.${name}`;
      if (!isName(name) || /[{}]/.test(name) || name === "" || name === "__proto__") {
        this.#problems.add(at, "unknown-item", `A value cannot be called ${shown(name)}: give it a name on one line, without braces.`);
        return [];
      }
      const { kind, printed, signed } = this.#problems.record(value, at, ["kind", "printed", "signed"], "key of a value");
      if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind)) {
        this.#problems.unknown(`${at}.`, kind, Object.keys(KINDS), "kind");
        return [];
      }
      return [{ name, kind: kind as Kind, signed: signed === true, figure: this.#figures.read(name, kind as Kind, printed) }];
    });
  }
}

const CONVENTIONAL_TOTALS: readonly (readonly [string, readonly string[]])[] = [
  ["Measured + Indicated", ["Measured", "Indicated"]],
  ["Proven + Probable", ["Proven", "Probable"]],
  ["Proved + Probable", ["Proved", "Probable"]],
];

export type { Problem } from "./problem.ts";

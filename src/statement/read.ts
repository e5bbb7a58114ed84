/** From plain data to facts: every figure read, every period known, and everything that is wrong said at once, each with its address. */
import { shown } from "../error.ts";
import type { FigureOptions } from "../figure/options.ts";
import type { Period } from "../period/period.ts";
import { KINDS, type Kind } from "../quantity/kind.ts";
import { Figures, type PlacedFigure, type ReadFigure } from "./figures.ts";
import { readGuidances } from "./guidances.ts";
import type { Statement } from "./input.ts";
import { isNamed, readItems, type Readers } from "./items.ts";
import { readParts, type Partition } from "./parts.ts";
import { isName, Problems } from "../problem/problems.ts";
import type { RequiredOptions } from "./required.ts";
import { readStock, type ReadStock } from "./stock.ts";
import { SUBSTANCES } from "./substance.ts";
import { readTable, type ReadTable } from "./table.ts";
import { readTerms, type Terms } from "./terms.ts";
import { isItem, isItemIn, ITEMS } from "./vocabulary.ts";

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
  readonly values: readonly { readonly name: string; readonly kind: Kind; readonly signed: boolean; readonly figures: readonly ReadFigure[] }[];
  readonly terms: Terms;
  /** As it was stated, once it was found in order. */
  readonly guidance: readonly RequiredOptions[];
}

const KEYS: readonly (keyof Statement)[] = [
  "operation", "periods", "areas", "parts", "facts", "resources", "stocks", "equivalents", "changes", "guidance", "values", "ties", "bases", "share", "tolerances",
  "rounding", "zeros", "fiscalYear", "decimalMark", "read",
];

const FACT_KEYS = ["area", "period", "product", "metal", "item", "figure", "restated"];

/**
 * Reads a statement.
 *
 * @throws {@link HeadgradeError} `invalid-statement`, with every problem found as a {@link Problem} in its facts.
 * @internal
 */
export function readStatement(statement: Statement): ReadStatement {
  const problems = new Problems("statement");
  return new StatementReader(problems, problems.record(statement, "", KEYS, "key of a statement")).read();
}

class StatementReader {
  readonly #problems: Problems;
  readonly #statement: Statement;
  readonly #figures: Figures;
  readonly #areas: string[] = [];
  readonly #shares = new Map<string | undefined, string>();
  readonly #readers: Readers;

  constructor(problems: Problems, statement: Statement) {
    const { rounding, zeros, decimalMark, read, fiscalYear, tolerances } = statement;
    const options: FigureOptions = {
      ...(rounding === undefined ? {} : { rounding }), ...(zeros === undefined ? {} : { zeros }),
      ...(decimalMark === undefined ? {} : { decimalMark }), ...(read === undefined ? {} : { read }),
    };
    this.#problems = problems;
    this.#statement = statement;
    this.#figures = new Figures(problems, { options, fiscalYear, tolerances });
    this.#readers = { problems, figures: this.#figures };
  }

  read(): ReadStatement {
    const problems = this.#problems;
    const { operation, periods: own, areas, facts, resources, stocks, share } = this.#statement;
    if (operation !== undefined && !isName(operation)) problems.add("operation", "wrong-kind", `The operation is a name on one line, and this is ${shown(operation)}.`);
    this.#readShare(undefined, share, "share");
    if (own !== undefined) this.#readPeriods(undefined, own, "");
    for (const [area, contents] of areas === undefined ? [] : problems.entries(areas, "areas")) this.#readArea(area, contents);
    if (facts !== undefined) for (const [index, fact] of problems.list(facts, "facts", "{ period, metal, item, figure }").entries()) this.#readFact(fact, `facts[${String(index)}]`);
    const tables = resources === undefined ? [] : problems.entries(resources, "resources").map(([name, table]) => readTable(name, table, this.#readers));
    const read = stocks === undefined ? [] : problems.entries(stocks, "stocks").flatMap(([name, stock]) => readStock(name, stock, this.#areas, this.#readers) ?? []);
    const values = this.#readValues();
    const terms = readTerms(this.#statement, problems, this.#figures);
    const partitions = readParts(this.#statement, this.#areas, problems);
    const guidance = readGuidances(this.#statement, this.#areas, problems);
    this.#figures.close();
    problems.settle();
    if (this.#figures.placed.length === 0 && values.every(({ figures }) => figures.length === 0)) {
      problems.add("", "invalid-statement", "The statement holds no printed figure: give periods, areas, facts or resources.");
      problems.settle();
    }
    const periods = new Map([...this.#figures.periods].sort(([, a], [, b]) => a.lastDay - b.lastDay || a.days - b.days));
    return {
      operation, areas: this.#areas, partitions, shares: this.#shares, periods, figures: this.#figures.placed, superseded: this.#figures.superseded,
      tables, stocks: read, values, terms, guidance,
    };
  }

  #readShare(area: string | undefined, share: unknown, address: string): void {
    if (share === undefined) return;
    if (share === "100 %" || share === "attributable") this.#shares.set(area, share);
    else this.#problems.add(address, "unknown-option", `A share is "100 %" or "attributable", and this is ${shown(share)}.`);
  }

  #readArea(area: string, contents: unknown): void {
    if (!isNamed(area, "area", "areas.", this.#problems)) return;
    if (!this.#areas.includes(area)) this.#areas.push(area);
    for (const [key, value] of this.#problems.entries(contents, area)) {
      if (key === "periods") this.#readPeriods(area, value, `${area}/`);
      else if (key === "share") this.#readShare(area, value, `${area}/share`);
      else this.#problems.unknownIn(`${area}/`, key, ["periods", "share"], "key of an area");
    }
  }

  #readPeriods(area: string | undefined, periods: unknown, prefix: string): void {
    for (const [text, figures] of this.#problems.entries(periods, `${prefix}periods`)) {
      const period = this.#figures.period(text, `${prefix}${text}`);
      const products = readItems(this.#readers, { scope: "area", area, period, product: undefined }, figures, `${prefix}${text}`, "products");
      for (const [product, contents] of products === undefined ? [] : this.#problems.entries(products, `${prefix}${text}.products`)) {
        if (!isNamed(product, "product", `${prefix}${text}.products.`, this.#problems)) continue;
        readItems(this.#readers, { scope: "product", area, period, product }, contents, `${prefix}${text}.${product}`);
      }
    }
  }

  #readFact(fact: unknown, where: string): void {
    const problems = this.#problems;
    const before = problems.count;
    const { area, period: text, product, metal, item, figure: value, restated } = problems.record(fact, where, FACT_KEYS, "key of a fact");
    if (problems.count > before && (typeof fact !== "object" || fact === null || Array.isArray(fact))) return;
    if (typeof item !== "string" || !isItem(item)) {
      problems.unknownIn(`${where}.`, item, Object.keys(ITEMS), "item");
      return;
    }
    const { of } = ITEMS[item];
    if ((of === "metal") !== (metal !== undefined)) problems.add(where, "unknown-item", `${shown(item)} is ${of === "metal" ? "of a metal: name the metal" : "of the ore: leave the metal out"}.`);
    else if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) problems.unknownIn(`${where}.`, metal, [...SUBSTANCES], "metal");
    else if (area !== undefined && typeof area !== "string") problems.add(where, "wrong-kind", `An area is a name, and this is ${shown(area)}.`);
    else if (product !== undefined && (typeof product !== "string" || !isNamed(product, "product", `${where}.`, this.#problems))) problems.add(where, "wrong-kind", `A product is a name, and this is ${shown(product)}.`);
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
        this.#problems.unknownIn(`${at}.`, kind, Object.keys(KINDS), "kind");
        return [];
      }
      return [{ name, kind: kind as Kind, signed: signed === true, figures: this.#figures.read(name, kind as Kind, printed) }];
    });
  }
}

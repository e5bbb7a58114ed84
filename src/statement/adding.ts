/** The sums of a statement: over periods that tile another, over areas, products, categories and deposits, and the sums that equivalents are. */
import type { Cell } from "./cell.ts";
import type { PlacedFigure } from "./figures.ts";
import { once, rowOf, type Laying } from "./laying.ts";
import type { ReadStatement } from "./read.ts";
import { BASES } from "./relation.ts";
import type { Scope } from "./scope.ts";
import { isEquivalentItem, type Equivalent } from "./terms.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

/** A whole period and those that make it up, by label. @internal */
export interface Tiled {
  readonly whole: string;
  readonly parts: readonly string[];
}

// What adds over periods and areas: every amount that is spoken of.
function amountsOf(scope: Scope): { metal: string | undefined; item: Item }[] {
  const amounts: { metal: string | undefined; item: Item }[] = [];
  for (const item of scope.items) if (ITEMS[item].adds) amounts.push({ metal: undefined, item });
  for (const [metal, items] of scope.metals) {
    if (items.has("produced")) amounts.push({ metal, item: "produced" });
    for (const item of items) if (ITEMS[item].adds && item !== "produced") amounts.push({ metal, item });
  }
  return amounts;
}

/** @internal */
export function laySumsOverPeriods(scope: Scope, tiled: readonly Tiled[], laying: Laying, equivalents: readonly Equivalent[]): void {
  const amounts = amountsOf(scope);
  for (const { whole, parts } of tiled) {
    for (const { metal, item } of amounts) {
      if (metal?.endsWith("Eq") === true && !isOneRatio(metal, [whole, ...parts], equivalents)) {
        laying.apart.add(`${metal} is not added over periods: it adds only where one ratio holds for all of them, and none was stated that does.`);
        continue;
      }
      const at = (label: string): Cell => laying.grid.cell(rowOf(scope, label, metal, laying.grid), item);
      laying.sum(at(whole), parts.map((label) => once(at(label))), "periods", BASES.periods);
    }
  }
}

function isOneRatio(metal: string, labels: readonly string[], equivalents: readonly Equivalent[]): boolean {
  const holding = labels.map((label) => equivalents.find((each) => each.metal === metal && (each.periods === undefined || each.periods.has(label))));
  const [first] = holding;
  const isSame = (each: Equivalent | undefined): boolean => {
    if (first === undefined || each === undefined || (each !== first && (first.priced !== undefined || each.priced !== undefined))) return false;
    return [...first.weights].every(([of, weight]) => each.weights.get(of)?.equals(weight) === true);
  };
  return holding.every(isSame);
}

function speaksOf(scope: Scope, metal: string | undefined, item: Item): boolean {
  return metal === undefined ? scope.items.has(item) : scope.metals.get(metal)?.has(item) === true;
}

/** @internal */
export function laySumsOverAreas(scopes: readonly Scope[], labels: readonly string[], laying: Laying, { partitions, shares, operation }: ReadStatement): void {
  const byArea = new Map(scopes.filter(({ kind }) => kind === "area").map((scope) => [scope.area, scope]));
  for (const { whole, parts } of partitions) {
    const wholes = scopes.filter(({ kind, area }) => (kind === "area" || kind === "product") && area === whole);
    if (wholes.length === 0 || parts.length === 0) continue;
    if (new Set([whole, ...parts].map((area) => shares.get(area))).size > 1) {
      laying.apart.add(`${parts.join(", ")} are not added to ${whole ?? operation ?? "the operation"}: some figures are of the whole and some an owner's share.`);
      continue;
    }
    for (const made of wholes) {
      const { kind, product } = made;
      const spoken = parts.map((area) => (kind === "area" ? byArea.get(area) : scopes.find((each) => each.kind === kind && each.area === area && each.product === product)));
      for (const { metal, item } of amountsOf(made)) {
        if (!spoken.some((scope) => scope !== undefined && speaksOf(scope, metal, item))) continue;
        for (const label of labels) {
          const at = (area: string | undefined): Cell => laying.grid.cell(laying.grid.row({ scope: kind, area, period: label, product, metal }), item);
          laying.sum(at(whole), parts.map((area) => once(at(area))), "areas", BASES.areas);
        }
      }
    }
  }
}

/** The metal of an area is that of its products, where both are spoken of. @internal */
export function laySumsOverProducts(scopes: readonly Scope[], labels: readonly string[], laying: Laying): void {
  for (const area of scopes.filter(({ kind }) => kind === "area")) {
    const products = scopes.filter(({ kind, home }) => kind === "product" && home === area);
    for (const [metal, items] of products.length === 0 ? [] : area.metals) {
      const made: Item = items.has("recovered") ? "recovered" : "produced";
      for (const [whole, part] of [[made, "contained"], ["payable", "payable"], ["shipped", "shipped"], ["sold", "sold"]] as const) {
        const holding = products.filter((product) => product.metals.get(metal)?.has(part) === true);
        if (holding.length === 0 || !items.has(whole)) continue;
        for (const label of labels) {
          const total = laying.grid.cell(rowOf(area, label, metal, laying.grid), whole);
          laying.sum(total, holding.map((product) => once(laying.grid.cell(rowOf(product, label, metal, laying.grid), part))), "products", BASES.products);
        }
      }
    }
  }
}

interface PriceRatio {
  readonly ratio: Cell;
  readonly over: Cell;
  readonly under: Cell;
}

// Printed prices are rounded as all figures are, so what one metal is worth in another is known only between bounds.
function layPrices({ own, prices }: NonNullable<Equivalent["priced"]>, laying: Laying): ReadonlyMap<string, PriceRatio> {
  const alone = laying.grid.row({ scope: "area", area: undefined, period: "", product: undefined, metal: undefined });
  const cells = new Map([...prices].map(([of, { address, figures }]) => {
    const cell = laying.grid.value(address, "price", alone, { words: address });
    (cell.figures as PlacedFigure[]).push(...figures.map((figure) => ({ ...figure, place: cell })));
    return [of, cell] as const;
  }));
  const under = cells.get(own) as Cell;
  const ratios = new Map<string, PriceRatio>();
  for (const [of, over] of cells) {
    if (of === own) continue;
    const ratio = laying.grid.value(`${over.address} over that of ${own}`, "fraction", alone, { hidden: true, words: `${over.address} over that of ${own}` });
    // What an amount is worth bears its name.
    laying.ties.push({ type: "product", name: "", amount: over.index, ratio: ratio.index, base: under.index });
    ratios.set(of, { ratio, over, under });
  }
  return ratios;
}

/** @internal */
export function layEquivalents(scopes: readonly Scope[], labels: readonly string[], laying: Laying, equivalents: readonly Equivalent[]): void {
  const ratios = new Map(equivalents.flatMap(({ priced }) => (priced === undefined ? [] : [[priced, layPrices(priced, laying)] as const])));
  for (const scope of scopes.filter(({ kind }) => kind === "area")) {
    for (const { metal, periods, weights, priced } of equivalents) {
      const amounts = [...scope.metals.get(metal) ?? []].filter(isEquivalentItem);
      if (![...weights.keys()].every((of) => scope.metals.has(of))) continue;
      for (const label of labels) {
        if (periods !== undefined && !periods.has(label)) continue;
        for (const item of amounts) {
          const at = (of: string): Cell => laying.grid.cell(rowOf(scope, label, of, laying.grid), item);
          const parts = [...weights].map(([of, weight]) => {
            const prices = priced === undefined ? undefined : ratios.get(priced)?.get(of);
            return prices === undefined ? { cell: at(of), weight } : once(laying.worth(at(of), prices.ratio, prices.over, prices.under));
          });
          laying.sum(at(metal), parts, "equivalent", `${metal} is made at the ${priced === undefined ? "ratios" : "prices"} stated`);
        }
      }
    }
  }
}

/** @internal */
export function layTableSum({ whole, parts, over }: ReadStatement["tables"][number]["sums"][number], label: string, scopes: readonly Scope[], laying: Laying): void {
  const scopeOf = (area: string): Scope | undefined => scopes.find((scope) => scope.kind === "resource" && scope.area === area);
  const [total, ...addends] = [whole, ...parts].map(scopeOf);
  if (total === undefined || addends.includes(undefined)) return;
  for (const { metal, item } of amountsOf(total)) {
    if (!addends.some((scope) => speaksOf(scope as Scope, metal, item))) continue;
    const at = (scope: Scope): Cell => laying.grid.cell(rowOf(scope, label, metal, laying.grid), item);
    laying.sum(at(total), addends.map((scope) => once(at(scope as Scope))), over, BASES[over]);
  }
}

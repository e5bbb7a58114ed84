/**
 * What a statement speaks of: for the operation, each area, product, resource category and stock, the items that were printed or that follow from those by
 * the relations of the vocabulary. An item spoken of in one period is laid in all of them.
 */
import type { Composition, Relation } from "./relation.ts";
import { COMPOSITIONS, RELATIONS } from "./relation.ts";
import type { ReadStatement } from "./read.ts";
import { isEquivalentItem } from "./terms.ts";
import { ITEMS, type Item, type ScopeKind } from "./vocabulary.ts";

/** One part of a statement with the items that it speaks of. @internal */
export interface Scope {
  readonly kind: ScopeKind;
  readonly area: string | undefined;
  readonly product: string | undefined;
  /** The area that a product belongs to; of anything else, itself. */
  readonly home: Scope;
  readonly items: Set<Item>;
  readonly metals: Map<string, Set<Item>>;
  /** The items of the material that were printed, and not only follow. */
  readonly printed: ReadonlySet<Item>;
}

/** The relations and sums that one scope lays in every period. @internal */
export interface Laid {
  readonly relations: readonly Relation[];
  readonly metalRelations: ReadonlyMap<string, readonly Relation[]>;
  readonly compositions: readonly (Composition & { readonly all: readonly Item[] })[];
}

/** Every scope of a statement: the operation, if it printed anything, then each area with its products, the resource categories and the stocks. @internal */
export function scopesOf(statement: ReadStatement): readonly Scope[] {
  const scopes = new Map<string, Scope>();
  const scopeOf = (kind: ScopeKind, area: string | undefined, product: string | undefined): Scope => {
    const key = `${kind}\n${area ?? "\n"}\n${product ?? ""}`;
    let scope = scopes.get(key);
    if (scope === undefined) {
      const made = { kind, area, product, items: new Set<Item>(), metals: new Map<string, Set<Item>>(), printed: new Set<Item>() };
      scope = kind === "product" ? { ...made, home: scopeOf("area", area, undefined) } : Object.assign(made, { home: made as unknown as Scope });
      scopes.set(key, scope);
    }
    return scope;
  };
  scopeOf("area", undefined, undefined);
  for (const area of statement.areas) scopeOf("area", area, undefined);
  for (const { place: { scope, area, product, metal, item } } of statement.figures) {
    const found = scopeOf(scope, area, product);
    if (metal === undefined) {
      found.items.add(item);
      (found.printed as Set<Item>).add(item);
    } else itemsOfMetal(found, metal).add(item);
  }
  for (const { area, metal, in: ins, out: outs } of statement.stocks) {
    const found = scopeOf("area", area, undefined);
    for (const item of [...ins, ...outs]) (metal === undefined ? found.items : itemsOfMetal(found, metal)).add(item);
  }
  const { stripRatio, unitCashCost, equivalents } = statement.terms;
  for (const scope of scopes.values()) {
    if (scope.kind !== "area") continue;
    if (stripRatio !== undefined && scope.items.has("stripRatio")) for (const item of [...stripRatio.over, ...stripRatio.under]) scope.items.add(item);
    for (const items of scope.metals.values()) if (unitCashCost !== undefined && items.has("unitCashCost")) items.add("cashCost").add(unitCashCost);
    for (const { metal, weights } of equivalents) {
      const amounts = [...scope.metals.get(metal) ?? []].filter(isEquivalentItem);
      if (amounts.length === 0 || ![...weights.keys()].every((of) => scope.metals.has(of))) continue;
      for (const of of weights.keys()) for (const item of amounts) itemsOfMetal(scope, of).add(item);
    }
  }
  // Products first: what they rest on, their areas speak of.
  const all = [...scopes.values()];
  for (const scope of all) if (scope.kind === "product") spread(scope);
  for (const scope of all) if (scope.kind !== "product") spread(scope);
  return all.filter(({ kind, area, items, metals }) => kind !== "area" || area !== undefined || items.size > 0 || metals.size > 0);
}

/** @internal */
function itemsOfMetal(scope: Scope, metal: string): Set<Item> {
  let items = scope.metals.get(metal);
  if (items === undefined) scope.metals.set(metal, items = new Set());
  return items;
}

/** Whether a metal's content was assayed: then what it contained and what was produced of it are spoken of. */
function isAssayed(items: ReadonlySet<Item>): boolean {
  return items.has("grade") || items.has("contained") || (items.has("recovery") && !isDissolved(items));
}

function isDissolved(items: ReadonlySet<Item>): boolean {
  return (items.has("concentration") || items.has("dissolved")) && !items.has("grade") && !items.has("contained");
}

function spread(scope: Scope): void {
  for (const [metal, items] of scope.metals) {
    if (scope.kind === "area" && isAssayed(items)) items.add("contained").add(items.has("recovered") ? "recovered" : "produced");
    for (const relation of relationsOf(scope, items)) {
      if (!items.has(relation.ratio)) continue;
      items.add(relation.amount);
      if (ITEMS[relation.base].of === "ore") (relation.ofArea === true ? scope.home : scope).items.add(relation.base);
      else if (relation.ofArea === true) itemsOfMetal(scope.home, metal).add(relation.base);
      else items.add(relation.base);
    }
  }
  for (const relation of RELATIONS) {
    if (relation.scope !== scope.kind || ITEMS[relation.ratio].of === "metal" || !scope.items.has(relation.ratio)) continue;
    scope.items.add(relation.amount);
    if (relation.base !== "days") (relation.ofArea === true ? scope.home : scope).items.add(relation.base);
  }
  for (const composition of COMPOSITIONS) {
    if (composition.scope === scope.kind && allButOne(composition, scope.items)) for (const item of required(composition)) scope.items.add(item);
  }
}

function required({ total, parts, optional }: Composition): Item[] {
  return [total, ...parts.filter((part) => part !== optional)];
}

// A sum is laid where at most one of its amounts is nowhere spoken of: then it is implied.
function allButOne(composition: Composition, items: ReadonlySet<Item>): boolean {
  const needed = required(composition);
  return needed.filter((item) => items.has(item)).length >= needed.length - 1 && (items.has(composition.total) || composition.total === "wetOre" || composition.total === "wetMass");
}

// The relations of a metal in a scope, on the base that the scope speaks of: a feed of the metal's own, metal recovered, metal dissolved.
function relationsOf(scope: Scope, items: ReadonlySet<Item>): Relation[] {
  return RELATIONS.filter((relation) => relation.scope === scope.kind && ITEMS[relation.ratio].of === "metal").map((relation): Relation => {
    if (scope.kind !== "area") return relation;
    if (relation.ratio === "grade" && items.has("feed")) return { ...relation, base: "feed", formula: "feed x grade", basis: "the grade is that of the feed stated for the metal" };
    if (relation.ratio !== "recovery") return relation;
    const amount = items.has("recovered") ? "recovered" : "produced";
    return isDissolved(items) ? { ...relation, amount, base: "dissolved", formula: "dissolved x recovery" } : { ...relation, amount };
  });
}

/** What a scope lays in every period. @internal */
export function laidBy(scope: Scope, unitCashCost: Item | undefined): Laid {
  const isLaid = ({ amount, ratio, implies }: Relation, amounts: ReadonlySet<Item>, has: boolean): boolean => (
    amounts.has(ratio) || (implies === true && amounts.has(amount) && has));
  const relations = RELATIONS.filter((relation) => relation.scope === scope.kind && ITEMS[relation.ratio].of === "ore" && scope.items.has(relation.ratio));
  const metalRelations = new Map([...scope.metals].map(([metal, items]) => {
    const laid = relationsOf(scope, items).filter((relation) => {
      const home = relation.ofArea === true ? scope.home : scope;
      const has = ITEMS[relation.base].of === "ore" ? home.items.has(relation.base) : relation.ofArea === true ? home.metals.get(metal)?.has(relation.base) === true : items.has(relation.base);
      return isLaid(relation, items, has);
    });
    const cash: Relation[] = unitCashCost !== undefined && items.has("unitCashCost")
      ? [{ scope: "area", amount: "cashCost", ratio: "unitCashCost", base: unitCashCost, formula: `${unitCashCost} x unit cash cost`, basis: `the unit cash cost is per unit of metal ${unitCashCost}`, focus: "ratio" }]
      : [];
    return [metal, [...laid, ...cash]] as const;
  }));
  const compositions = COMPOSITIONS.filter((composition) => composition.scope === scope.kind && required(composition).every((item) => scope.items.has(item)))
    .map((composition) => ({ ...composition, all: composition.parts.filter((part) => scope.items.has(part)) }));
  return { relations, metalRelations, compositions };
}

/** The unit in which each value of a statement is told: its own, or that of the nearest figure of its sort, or the trade's. */
import type { Kind } from "../quantity/kind.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import type { PlacedFigure } from "./figures.ts";
import { PRECIOUS } from "./substance.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

// For a value of the report's own, when no figure of its kind was printed.
const UNITS: Readonly<Record<Kind, string>> = {
  mass: "t", grade: "g/t", fraction: "1", throughput: "t/d", duration: "d", volume: "m3", density: "t/m3", concentration: "mg/L", specificVolume: "m3/t", volumeFlow: "m3/d", money: "USD", price: "USD/t",
};

// The vocabulary's units are those of precious metals. Base metals and minerals are told in tonnes and per cent, and diamonds in carats.
const OTHERWISE: Readonly<Record<string, readonly [mineral: string, diamond: string]>> = { "oz": ["t", "ct"], "g/t": ["%", "cpht"], "USD/oz": ["USD/t", "USD/ct"] };

function tradeUnit(kind: Kind, metal: string | undefined, item: Item): Unit {
  const { unit } = ITEMS[item];
  return unitOf(kind, metal === undefined || PRECIOUS.has(metal) ? unit : OTHERWISE[unit]?.[metal === "diamond" ? 1 : 0] ?? unit);
}

/** @internal */
export class Units {
  readonly #units = new Map<string, Unit>();

  constructor(figures: readonly PlacedFigure[]) {
    for (const { place, figure } of figures) {
      const of = `${place.product ?? ""}.${place.metal ?? ""}.${place.item}`;
      const amount = place.metal !== undefined && figure.kind === "mass" ? [`${place.metal}.${place.item === "produced" ? "produced" : "amount"}`] : [];
      const grade = place.metal !== undefined && figure.kind === "grade" ? [`${place.scope}/${place.metal}.grade`, `${place.metal}.grade`] : [];
      const stock = place.scope === "stock" ? [`${place.area ?? ""}/stock`] : [];
      for (const key of [`${place.area ?? ""}/${of}`, of, ...amount, ...grade, ...stock, figure.kind]) if (!this.#units.has(key)) this.#units.set(key, figure.quantity.measure);
    }
  }

  /**
   * The most particular wins: the figure itself; then same area, metal and item; of a stock, its other figures; then same metal and item; then another amount
   * of the same metal, or another grade of it where such a thing is told alike: a concentrate's as in another product, and as in the ore if the metal is
   * precious.
   */
  of({ figures: [own], scope, area, product, metal, item, kind, words }: Cell): Unit {
    if (own !== undefined) return own.figure.quantity.measure;
    const named = (key: string): Unit | undefined => this.#units.get(key);
    if (words !== undefined) return named(kind) ?? unitOf(kind, UNITS[kind]);
    const of = `${product ?? ""}.${metal ?? ""}.${item}`;
    const amount = metal !== undefined && kind === "mass" && item !== "feed" ? named(`${metal}.produced`) ?? named(`${metal}.amount`) : undefined;
    const stock = scope === "stock" ? named(`${area ?? ""}/stock`) : undefined;
    const grade = metal !== undefined && kind === "grade" ? named(`${scope}/${metal}.grade`) ?? (PRECIOUS.has(metal) ? named(`${metal}.grade`) : undefined) : undefined;
    return named(`${area ?? ""}/${of}`) ?? stock ?? named(of) ?? amount ?? grade ?? tradeUnit(kind, metal, item);
  }
}

/** The unit in which each value of a statement is told: its own, or that of the nearest figure of its sort, or the trade's. */
import type { Kind } from "../quantity/kind.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import type { PlacedFigure } from "./figures.ts";
import { ITEMS } from "./vocabulary.ts";

// For a value of the report's own, when no figure of its kind was printed.
const UNITS: Readonly<Record<Kind, string>> = {
  mass: "t", grade: "g/t", fraction: "1", throughput: "t/d", duration: "d", volume: "m3", density: "t/m3", concentration: "mg/L", specificVolume: "m3/t", volumeFlow: "m3/d", money: "USD", price: "USD/t",
};

/** @internal */
export class Units {
  readonly #units = new Map<string, Unit>();

  constructor(figures: readonly PlacedFigure[]) {
    for (const { place, figure } of figures) {
      const of = `${place.product ?? ""}.${place.metal ?? ""}.${place.item}`;
      const amount = place.metal !== undefined && figure.kind === "mass" ? [`${place.metal}.${place.item === "produced" ? "produced" : "amount"}`] : [];
      const stock = place.scope === "stock" ? [`${place.area ?? ""}/stock`] : [];
      for (const key of [`${place.area ?? ""}/${of}`, of, ...amount, ...stock, figure.kind]) if (!this.#units.has(key)) this.#units.set(key, figure.quantity.measure);
    }
  }

  /**
   * The most particular wins: the figure itself; then same area, metal and item; of a stock, its other figures; then same metal and item; then another amount
   * of the same metal.
   */
  of({ figures: [own], scope, area, product, metal, item, kind, words }: Cell): Unit {
    if (own !== undefined) return own.figure.quantity.measure;
    const named = (key: string): Unit | undefined => this.#units.get(key);
    if (words !== undefined) return named(kind) ?? unitOf(kind, UNITS[kind]);
    const of = `${product ?? ""}.${metal ?? ""}.${item}`;
    const amount = metal !== undefined && kind === "mass" && item !== "feed" ? named(`${metal}.produced`) ?? named(`${metal}.amount`) : undefined;
    const stock = scope === "stock" ? named(`${area ?? ""}/stock`) : undefined;
    return named(`${area ?? ""}/${of}`) ?? stock ?? named(of) ?? amount ?? unitOf(kind, ITEMS[item].unit);
  }
}

/** Reading what stands under one area, product or category in one period: the items of the material, and those of each metal. */
import { shown } from "../error.ts";
import type { FigureOptions } from "../figure/options.ts";
import type { Place } from "./address.ts";
import type { Figures } from "./figures.ts";
import { isName, type Problems } from "../problem/problems.ts";
import { SUBSTANCES } from "./substance.ts";
import { isItemIn, itemsIn } from "./vocabulary.ts";

/** What reading needs: where problems go, and where figures go. @internal */
export interface Readers {
  readonly problems: Problems;
  readonly figures: Figures;
}

/** Whether a name can stand in addresses, as an area, a product or a category; what cannot is a problem. @internal */
export function isNamed(name: string, what: "area" | "product" | "deposit" | "category" | "resource table", address: string, problems: Problems): boolean {
  const isClear = name !== "" && name !== "__proto__" && isName(name) && !name.includes("/") && (what === "area" || !name.includes("."));
  if (isClear) return true;
  const marks = what === "area" ? "without \"/\"" : "without \"/\" or \".\"";
  problems.add(`${address}${name.slice(0, 40)}`, "unknown-item", `${what === "area" ? "An" : "A"} ${what} cannot be called ${shown(name)}: give it a name on one line, ${marks}.`);
  return false;
}

/** Reads the items of one row of the material, and those of its metals. Gives back what stands under a key of another sort. @internal */
export function readItems(
  { problems, figures: read }: Readers, place: Omit<Place, "metal" | "item">,
  figures: unknown, address: string, other?: string, zeros?: FigureOptions["zeros"],
): unknown {
  const { scope } = place;
  const more = zeros === undefined ? {} : { zeros };
  let found: unknown;
  for (const [key, value] of problems.entries(figures, address)) {
    if (isItemIn(key, scope, "ore")) read.place({ ...place, metal: undefined, item: key }, value, more);
    else if (key === other) found = value;
    else if (SUBSTANCES.has(key)) {
      for (const [item, figure] of problems.entries(value, `${address}.${key}`)) {
        if (isItemIn(item, scope, "metal")) read.place({ ...place, metal: key, item }, figure, more);
        else problems.unknownIn(`${address}.${key}.`, item, itemsIn(scope, "metal"), "item of a metal");
      }
    } else problems.unknownIn(`${address}.`, key, [...itemsIn(scope, "ore"), ...(other === undefined ? [] : [other]), ...SUBSTANCES], "item or metal");
  }
  return found;
}

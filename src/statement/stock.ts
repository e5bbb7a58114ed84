/** Stocks: opening + in - out + adjustment = closing in each period, and a closing stock is the next period's opening one. */
import { Ratio } from "../number/ratio.ts";
import type { Period } from "../period/period.ts";
import type { Cell } from "./cell.ts";
import { once, type LaidSum, type Laying } from "./laying.ts";
import { isNamed, type Readers } from "./items.ts";
import type { PlacedFigure } from "./figures.ts";
import { SUBSTANCES } from "./substance.ts";
import { isItemIn, ITEMS, itemsIn, type Item, type StockItem } from "./vocabulary.ts";

/** One stock. @internal */
export interface ReadStock {
  readonly name: string;
  readonly area: string | undefined;
  readonly metal: string | undefined;
  readonly in: readonly Item[];
  readonly out: readonly Item[];
  readonly periods: readonly string[];
}

/** Reads one stock. @internal */
export function readStock(name: string, stock: unknown, areas: readonly string[], { problems, figures }: Readers): ReadStock | undefined {
  const at = `stocks.${name}`;
  const { area, metal, in: ins, out: outs, periods } = problems.record(stock, at, ["area", "metal", "in", "out", "periods"], "key of a stock");
  if (!isNamed(name, "area", "stocks.", problems)) return undefined;
  if (area !== undefined && (typeof area !== "string" || !areas.includes(area))) problems.unknownIn(`${at}.`, area, areas, "area");
  if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) problems.unknownIn(`${at}.`, metal, [...SUBSTANCES], "metal");
  const of = metal === undefined ? "ore" : "metal";
  const items = (list: unknown, key: string): Item[] => problems.list(list, `${at}.${key}`, "items").flatMap((item) => {
    if (typeof item === "string" && isItemIn(item, "area", of) && ITEMS[item].kind === "mass") return [item];
    problems.unknownIn(`${at}.${key}.`, item, itemsIn("area", of).filter((each) => ITEMS[each].kind === "mass"), "amount");
    return [];
  });
  const labels: string[] = [];
  for (const [text, printed] of problems.entries(periods, `${at}.periods`)) {
    const period = figures.period(text, `${at}.${text}`);
    labels.push(period);
    for (const [item, figure] of problems.entries(printed, `${name}/${text}`)) {
      if (isItemIn(item, "stock", "ore")) figures.place({ scope: "stock", area: name, period, product: undefined, metal: undefined, item }, figure);
      else problems.unknownIn(`${name}/${text}.`, item, itemsIn("stock", "ore"), "item of a stock");
    }
  }
  return { name, area: area as string | undefined, metal: metal as string | undefined, in: items(ins, "in"), out: items(outs, "out"), periods: labels };
}

const MINUS_ONE: Ratio = /* @__PURE__ */ Ratio.one.negated();

/** Lays the ties of every stock. @internal */
export function layStocks({ stocks, figures, periods }: {
  readonly stocks: readonly ReadStock[]; readonly figures: readonly PlacedFigure[]; readonly periods: ReadonlyMap<string, Period>;
}, laying: Laying): void {
  const { grid } = laying;
  for (const { name, area, metal, in: ins, out: outs, periods: labels } of stocks) {
    const at = (label: string, item: StockItem): Cell => grid.cell(grid.row({ scope: "stock", area: name, period: label, product: undefined, metal: undefined }), item);
    const moved = (label: string, item: Item): Cell => grid.cell(grid.row({ scope: "area", area, period: label, product: undefined, metal }), item);
    const adjusted = new Set(figures.flatMap(({ place }) => (place.scope === "stock" && place.area === name && place.item === "adjustment" ? [place.period] : [])));
    const known = [...new Set(labels)].sort((a, b) => dayOf(periods, a) - dayOf(periods, b));
    for (const label of known) {
      const parts: LaidSum["parts"] = [
        once(at(label, "opening")), ...ins.map((item) => once(moved(label, item))), ...outs.map((item) => ({ cell: moved(label, item), weight: MINUS_ONE })),
        ...(adjusted.has(label) ? [once(at(label, "adjustment"))] : []),
      ];
      laying.sum(at(label, "closing"), parts, "stock", adjusted.has(label) ? "nothing else came to the stock or left it" : "nothing else came to the stock or left it, and it was not adjusted");
    }
    for (const [place, label] of known.entries()) {
      for (const other of known.slice(place + 1)) {
        const [one, two] = [periods.get(label) as Period, periods.get(other) as Period];
        if (one.lastDay + 1 === two.firstDay) laying.sum(at(other, "opening"), [once(at(label, "closing"))], "carried", "a closing stock is the next opening one");
        if (one.firstDay === two.firstDay) laying.sum(at(other, "opening"), [once(at(label, "opening"))], "carried", "two periods that begin together open alike");
        if (one.lastDay === two.lastDay) laying.sum(at(other, "closing"), [once(at(label, "closing"))], "carried", "two periods that end together close alike");
      }
    }
  }
}

function dayOf(periods: ReadonlyMap<string, Period>, label: string): number {
  return periods.get(label)?.lastDay ?? 0;
}

/** Stocks: opening + in - out + adjustment = closing in each period, and a closing stock is the next period's opening one. */
import { Ratio } from "../number/ratio.ts";
import type { Period } from "../period/period.ts";
import type { Cell } from "./cell.ts";
import { once, type LaidSum, type Laying } from "./laying.ts";
import type { ReadStatement } from "./read.ts";
import type { Item, StockItem } from "./vocabulary.ts";

const MINUS_ONE: Ratio = /* @__PURE__ */ Ratio.one.negated();

/** Lays the ties of every stock. @internal */
export function layStocks({ stocks, figures, periods }: ReadStatement, laying: Laying): void {
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
        if (one.lastDay + 1 === two.firstDay) laying.sum(at(other, "opening"), [once(at(label, "closing"))], "stock", "a closing stock is the next opening one");
        if (one.firstDay === two.firstDay) laying.sum(at(other, "opening"), [once(at(label, "opening"))], "stock", "two periods that begin together open alike");
        if (one.lastDay === two.lastDay) laying.sum(at(other, "closing"), [once(at(label, "closing"))], "stock", "two periods that end together close alike");
      }
    }
  }
}

function dayOf(periods: ReadonlyMap<string, Period>, label: string): number {
  return periods.get(label)?.lastDay ?? 0;
}

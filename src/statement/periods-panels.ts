/** What the periods picture shows: the values of a report by period, printed or implied, an item to a panel. */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Period } from "../period/period.ts";
import { formatNumber } from "../quantity/format.ts";
import type { Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import type { Layout } from "./layout.ts";
import { isTelling } from "./page.ts";
import type { Report } from "./report.ts";
import { ITEMS, itemWords, type Item } from "./vocabulary.ts";

/** A value in one period. @internal */
export interface PeriodValue {
  readonly value: Ratio;
  readonly interval: Interval;
  readonly printed: boolean;
  /** Whether it stands in a conflict. */
  readonly disputed: boolean;
  readonly text: string;
}

/** One item over the periods. @internal */
export interface Panel {
  readonly title: string;
  /** By period; `undefined` where it was neither printed nor bounded. */
  readonly values: readonly (PeriodValue | undefined)[];
  /** The value of the whole that the periods make up, where it is a ratio and comparable. */
  readonly whole: PeriodValue | undefined;
}

/** @internal */
export interface Panels {
  /** In order of time. */
  readonly periods: readonly Period[];
  /** The period that all of them make up, if there is one. */
  readonly whole: string | undefined;
  readonly panels: readonly Panel[];
}

const OF_METAL: readonly Item[] = ["grade", "yield", "recovery", "produced"];

/** @internal */
export function panelsOf(report: Report, { statement, grid }: Layout): Panels {
  const all = [...statement.periods.values()];
  const periods = all.filter((period) => !all.some((other) => other !== period && period.contains(other) && !other.contains(period)))
    .sort((one, other) => one.firstDay - other.firstDay || one.lastDay - other.lastDay);
  const labels = periods.map(({ label }) => label);
  const whole = wholeOf(all, periods);
  const lines = new Map<string, Map<string, Cell>>();
  for (const cell of grid.cells) {
    if (cell.scope !== "area" || cell.words !== undefined) continue;
    const key = keyOf(cell.area, cell.metal, cell.item);
    let line = lines.get(key);
    if (line === undefined) lines.set(key, line = new Map<string, Cell>());
    line.set(cell.period, cell);
  }
  const metals = [...new Set(grid.cells.flatMap(({ metal, scope }) => (metal === undefined || scope !== "area" ? [] : [metal])))];
  const disputed = new Set(report.conflicts.flatMap(({ figures }) => figures.map(({ address }) => address)));
  const panels = [undefined, ...statement.areas].flatMap((area) => {
    const panel = (metal: string | undefined, item: Item): Panel[] => {
      const line = lines.get(keyOf(area, metal, item));
      const first = line === undefined ? undefined : [...line.values()].find(({ figures }) => figures.length > 0);
      if (line === undefined || first === undefined) return [];
      const unit = report.unitAt(first);
      const at = (label: string | undefined): PeriodValue | undefined => {
        const cell = label === undefined ? undefined : line.get(label);
        return cell && valueAt(cell, unit, report, disputed);
      };
      const values = labels.map(at);
      if (values.filter((value) => value !== undefined).length < 2) return [];
      const name = [metal, itemWords(item, "area")].filter((word) => word !== undefined).join(" ");
      const title = `${name}${unit.symbol === "1" ? "" : `, ${unit.symbol}`}${area === undefined ? "" : ` \u00b7 ${area}`}`;
      return [{ title, values, whole: ITEMS[item].adds ? undefined : at(whole) }];
    };
    const rate = panel(undefined, "throughput");
    return [...(rate.length > 0 ? rate : panel(undefined, "ore")), ...metals.flatMap((metal) => OF_METAL.flatMap((item) => panel(metal, item)))];
  });
  return { periods, whole, panels };
}

function keyOf(area: string | undefined, metal: string | undefined, item: Item): string {
  return `${area ?? "\n"}\n${metal ?? ""}\n${item}`;
}

function wholeOf(all: readonly Period[], parts: readonly Period[]): string | undefined {
  const days = parts.reduce((sum, period) => sum + period.days, 0);
  return parts.length < 2 ? undefined : all.find((period) => period.days === days && parts.every((part) => period.contains(part)))?.label;
}

function valueAt(cell: Cell, unit: Unit, report: Report, disputed: ReadonlySet<string>): PeriodValue | undefined {
  const perUnit = unit.factor.reciprocal();
  const [own] = cell.figures;
  if (own !== undefined) {
    const { figure, printed } = own;
    const { text, quantity } = figure;
    const bare = quantity.measure.symbol === unit.symbol && text.endsWith(unit.symbol) ? text.slice(0, -unit.symbol.length).trimEnd() : text;
    return { value: quantity.inBase.times(perUnit), interval: printed.scaledBy(perUnit), printed: true, disputed: disputed.has(cell.address), text: bare };
  }
  // A panel has one unit, in which this value need not be told elsewhere.
  const interval = report.implied(cell.address).interval.scaledBy(report.unitAt(cell).factor.times(perUnit));
  const { middle: value, width } = interval;
  if (value === undefined || width === undefined || !isTelling(interval)) return undefined;
  const places = Math.min(12, Math.max(0, Math.ceil(-Math.log10(width.toNumber()))));
  return { value, interval, printed: false, disputed: false, text: `\u2248${formatNumber(value, { places })}` };
}

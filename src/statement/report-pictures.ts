/** The pictures of a report. */
import type { Markup } from "../markup/element.ts";
import { Interval } from "../number/interval.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Check } from "./check.ts";
import { intervalPicture, type IntervalRow } from "./interval-picture.ts";
import type { ReportPage } from "./page.ts";
import type { Panels } from "./periods-panels.ts";
import { periodsPicture } from "./periods-picture.ts";

/** @internal */
export function intervalsOf({ checks }: ReportPage, operation: string | undefined): Markup {
  return intervalPicture(titled(operation, "printed against implied"), checks.map(({ verdict, title, checks: group }) => ({ verdict, title, rows: group.map(rowOf) })));
}

/** @internal */
export function periodsOf(panels: Panels, operation: string | undefined): Markup {
  return periodsPicture(titled(operation, "the values by period"), panels);
}

/** One check by itself. @internal */
export function pictureOf(check: Check): Markup {
  const { verdict, name } = check;
  return intervalPicture(name, [{ verdict, title: verdict, rows: [rowOf(check)] }]);
}

function titled(operation: string | undefined, what: string): string {
  return operation === undefined ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : `${operation}: ${what}`;
}

function rowOf({ name, verdict, printed, leaves, implied, recomputed, sentence }: Check): IntervalRow {
  return {
    name, verdict, printed: { text: printed?.text ?? "", interval: leaves?.printed ?? Interval.all }, allowed: leaves?.allowed ?? Interval.all,
    implied: { text: implied === undefined ? "" : rangeText(implied.interval, implied.unit), interval: implied?.interval ?? Interval.all },
    recomputed: recomputed?.exact, told: sentence,
  };
}

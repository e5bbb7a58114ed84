/**
 * The interval picture: a row for each check, with the printed figure and its rounding above what the other figures imply, to scale. Each row has a scale of
 * its own, so that agreement is seen at a glance whatever the figures are of; numbers are rounded to pixels only.
 */
import { element, type Content, type Markup } from "../markup/element.ts";
import { arrowHead, box, drawn, filled, label, picture, stroke } from "../markup/svg.ts";
import { COLOURS } from "../markup/style.ts";
import { fitted, onTwoLines } from "../markup/width.ts";
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import type { CheckVerdict } from "./check.ts";
import { VERDICT_COLOURS, verdictMark } from "./verdict-mark.ts";

/** One row. The intervals are in one unit. @internal */
export interface IntervalRow {
  readonly name: string;
  readonly verdict: CheckVerdict;
  readonly printed: { readonly text: string; readonly interval: Interval };
  /** The same with the tolerance declared for it. */
  readonly allowed: Interval;
  readonly implied: { readonly text: string; readonly interval: Interval };
  /** What the printed numbers themselves give. */
  readonly recomputed: Ratio | undefined;
  /** The whole story, which is shown where the pointer rests. */
  readonly told: string;
}

/** Rows of one verdict under its words. @internal */
export interface IntervalGroup {
  readonly verdict: CheckVerdict;
  readonly title: string;
  readonly rows: readonly IntervalRow[];
}

const WIDTH = 640;
const ROW = 34;
const HEADING = 26;
const TOP = 44;
const NAMES = { from: 18, to: 232 } as const;
const CHART = { from: 244, to: 434 } as const;
const TEXTS = { from: 446, to: WIDTH } as const;
/** The rows that a picture has at most: what agrees is left to the table first. */
const MOST_ROWS = 40;

const NOTHING = "No check could be made: each needs a figure that was not printed.";

/** @internal */
export function intervalPicture(title: string, all: readonly IntervalGroup[]): Markup {
  let room = MOST_ROWS;
  const groups = all.map((group) => {
    const rows = group.rows.slice(0, room);
    room -= rows.length;
    return { ...group, rows };
  }).filter(({ rows }) => rows.length > 0);
  const count = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const left = count - (MOST_ROWS - room);
  let y = TOP;
  const body: Content[] = [];
  for (const { verdict, title: heading, rows } of groups) {
    y += y === TOP ? 0 : 6;
    body.push(verdictMark(verdict, 8, y + 12), label(NAMES.from, y + 16, heading, { "font-weight": 600, "font-size": 11.5 }));
    y += HEADING;
    for (const row of rows) {
      body.push(drawnRow(row, y));
      y += ROW;
    }
  }
  if (left > 0) body.push(label(NAMES.from, y + 14, `and ${String(left)} more, which stand in the table`, { "font-size": 11 }));
  if (count === 0) body.push(label(0, y + 14, NOTHING));
  return picture(
    { title, description: count === 0 ? NOTHING : described(all, count), width: WIDTH, height: y + (left > 0 || count === 0 ? 24 : 6) },
    label(0, 14, fitted(title, WIDTH, 15.5), { "font-size": 14, "font-weight": 600 }), legend(), body,
  );
}

function described(groups: readonly IntervalGroup[], count: number): string {
  const each = groups.map(({ verdict, rows }) => (
    `${verdict}: ${rows.slice(0, 10).map(({ name, printed, implied }) => `${name}, printed ${printed.text}, implied ${implied.text}`).join("; ")}${rows.length > 10 ? "; \u2026" : ""}.`
  ));
  return `${String(count)} ${count === 1 ? "check" : "checks"}, each with the printed figure and its rounding against what the other figures imply. ${each.join(" ")}`;
}

function legend(): Content {
  const text = { "font-size": 11, y: 33 };
  return [
    box(CHART.from, 27, 22, 5, { fill: "currentColor" }), element("text", { x: CHART.from + 28, ...text }, "printed, with its rounding"),
    box(TEXTS.from, 26, 22, 7, { ...drawn("plain") }), element("text", { x: TEXTS.from + 28, ...text }, "implied by the others"),
  ];
}

function drawnRow({ name, verdict, printed, allowed, implied, recomputed, told }: IntervalRow, y: number): Markup {
  const colour = VERDICT_COLOURS[verdict];
  const place = placing(allowed.hull(implied.interval));
  const [own, others, wide] = [place.span(printed.interval), place.span(implied.interval), place.span(allowed)];
  const [above, below] = [y + 10, y + 23];
  const lines = onTwoLines(name, NAMES.to - NAMES.from, 12);
  const meet = { from: Math.max(own.from, others.from), to: Math.min(own.to, others.to) };
  const middle = recomputed === undefined ? undefined : place.of(recomputed);
  return element(
    "g", {}, element("title", {}, told),
    verdictMark(verdict, 8, y + 16), lines.map((line, index) => label(NAMES.from, y + (lines.length === 1 ? 20 : 14 + 14 * index), line)),
    stroke(CHART.from, y + ROW - 0.5, CHART.to, y + ROW - 0.5, { "stroke-opacity": 0.2 }),
    meet.to > meet.from
      ? box(meet.from, y + 4, meet.to - meet.from, 26, { ...filled(colour), "fill-opacity": 0.2 })
      : stroke(meet.to, y + 17, meet.from, y + 17, { ...drawn(colour), "stroke-dasharray": "2 2" }),
    wide.from < own.from || wide.to > own.to ? stroke(wide.from, above, wide.to, above, { "stroke-dasharray": "3 2" }) : undefined,
    bar(own, above, 5, { fill: "currentColor" }),
    bar(others, below, 8, { class: `headgrade-${colour}`, fill: COLOURS[colour], "fill-opacity": 0.4, stroke: COLOURS[colour] }),
    middle === undefined ? undefined : stroke(middle, below - 6, middle, below + 6, { ...drawn(colour), "stroke-width": 2 }),
    label(TEXTS.from, y + 14, fitted(printed.text, TEXTS.to - TEXTS.from, 12), { "font-weight": 600 }),
    label(TEXTS.from, y + 28, fitted(implied.text, TEXTS.to - TEXTS.from, 12)),
  );
}

function bar({ from, to, openLow, openHigh }: Span, y: number, height: number, attributes: Parameters<typeof box>[4]): Content {
  return [
    box(from, y - height / 2, to - from, height, attributes),
    openLow ? arrowHead(from - 3, y, -1, attributes) : undefined, openHigh ? arrowHead(to + 3, y, 1, attributes) : undefined,
  ];
}

/** Where an interval lies in the chart: never so narrow that it cannot be seen. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

const LEAST_WIDTH = 3;

// The scale of one row, reckoned exactly: figures of many digits differ in the last of them.
function placing({ low, high }: Interval): { readonly of: (value: Ratio) => number; readonly span: (interval: Interval) => Span } {
  const known = low ?? high ?? Ratio.zero;
  const room = low === undefined || high === undefined ? known.absolute() : high.minus(low);
  const margin = (room.isZero ? Ratio.one : room).times(MARGIN);
  const start = (low ?? known.minus(room)).minus(margin);
  const whole = (high ?? known.plus(room)).plus(margin).minus(start);
  const of = (value: Ratio): number => CHART.from + value.minus(start).dividedBy(whole).toNumber() * (CHART.to - CHART.from);
  const span = (interval: Interval): Span => {
    const from = interval.low === undefined ? CHART.from + 6 : of(interval.low);
    const to = interval.high === undefined ? CHART.to - 6 : of(interval.high);
    const short = Math.max(0, LEAST_WIDTH - (to - from)) / 2;
    return { from: from - short, to: to + short, openLow: interval.low === undefined, openHigh: interval.high === undefined };
  };
  return { of, span };
}

const MARGIN: Ratio = /* @__PURE__ */ Ratio.fraction(2n, 25n);

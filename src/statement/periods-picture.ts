/**
 * The periods picture: small charts side by side, one for each item, of its value by period. What was printed is solid, what is implied hollow and dashed. Time
 * is to scale by days: a rule below the chart spans each period, and where nothing is told of some days there is a gap, in the rules and in the line.
 */
import { element, pixels, type Content, type Markup } from "../markup/element.ts";
import { linearScale, ticksOf, type Scale } from "../markup/scale.ts";
import { drawn, filled, label, picture, shape, stroke } from "../markup/svg.ts";
import { fitted, widthOf } from "../markup/width.ts";
import type { Period } from "../period/period.ts";
import type { Panel, Panels, PeriodValue } from "./periods-panels.ts";
import { verdictMark } from "./verdict-mark.ts";

const WIDTH = 640;
const TOP = 46;
const PANEL = { width: 308, height: 138, gap: 24 } as const;
const PLOT = { to: 302, top: 32, bottom: 98, rule: 112, names: 125 } as const;
/** The panels that a picture has at most. */
const MOST_PANELS = 12;

/** @internal */
export function periodsPicture(title: string, { periods, whole, panels: all }: Panels): Markup {
  const panels = all.slice(0, MOST_PANELS);
  const left = all.length - panels.length;
  const height = TOP + Math.ceil(panels.length / 2) * PANEL.height + (left > 0 ? 18 : 0);
  return picture(
    { title, description: described(periods, panels), width: WIDTH, height: panels.length === 0 ? 42 : height },
    label(0, 14, fitted(title, WIDTH, 15.5), { "font-size": 14, "font-weight": 600 }),
    panels.length === 0 ? label(0, 34, "No item has a value in more than one period.") : legend(panels, whole),
    panels.map((panel, index) => element(
      "g", { transform: `translate(${String((index % 2) * (PANEL.width + PANEL.gap))} ${String(TOP + Math.floor(index / 2) * PANEL.height)})` },
      drawnPanel(panel, periods, whole),
    )),
    left > 0 ? label(0, height - 5, `and ${String(left)} more, which stand in the tables`, { "font-size": 11 }) : undefined,
  );
}

function described(periods: readonly Period[], panels: readonly Panel[]): string {
  const each = panels.map(({ title, values }) => (
    `${title}: ${periods.slice(0, 12).map(({ label: period }, index) => `${period} ${values[index]?.text ?? "unknown"}`).join(", ")}${periods.length > 12 ? ", \u2026" : ""}.`
  ));
  return panels.length === 0 ? "No item has a value in more than one period." : `Values by period; \u2248 marks those that were not printed. ${each.join(" ")}`;
}

function legend(panels: readonly Panel[], whole: string | undefined): Content {
  const values = panels.flatMap((panel) => panel.values);
  const parts: (readonly [(x: number) => Content, string])[] = [
    [(x) => dot(x, 29, true), "printed, with its rounding"],
    ...(values.some((value) => value?.printed === false) ? [[(x: number) => dot(x, 29, false), "implied, with its range"] as const] : []),
    ...(values.some((value) => value?.disputed === true) ? [[(x: number) => verdictMark("contradicts", x, 29), "in a conflict"] as const] : []),
    ...(panels.some((panel) => panel.whole !== undefined) ? [[(x: number) => stroke(x - 8, 29, x + 8, 29, WHOLE), whole ?? ""] as const] : []),
  ];
  let x = 8;
  return parts.map(([mark, text]) => {
    const at = x;
    x += widthOf(text, 11) + 34;
    return [mark(at), label(at + 12, 33, text, { "font-size": 11 })];
  });
}

const WHOLE = { "stroke-dasharray": "6 3", "stroke-opacity": 0.6 } as const;

function drawnPanel({ title, values, whole: ofWhole }: Panel, periods: readonly Period[], whole: string | undefined): Content {
  const known = [...values, ofWhole].filter((value) => value !== undefined);
  const ends = known.flatMap(({ value, interval: { low, high } }) => [value, low ?? value, high ?? value].map((each) => each.toNumber()));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || Math.abs(high) * 0.02 || 1) * 0.12;
  const y = linearScale(low - room, high + room, PLOT.bottom, PLOT.top);
  const ticks = ticksOf(low - room, high + room, 3);
  const from = 12 + Math.max(20, ...ticks.values.map((value) => widthOf(ticks.label(value), 10)));
  const day = linearScale(Math.min(...periods.map(({ firstDay }) => firstDay)), Math.max(...periods.map(({ lastDay }) => lastDay + 1)), from, PLOT.to);
  const spans = periods.map(({ firstDay, lastDay }) => [day(firstDay), day(lastDay + 1)] as const);
  const points = values.flatMap((value, index): readonly Point[] => {
    const [period, span] = [periods[index], spans[index]];
    return value === undefined || period === undefined || span === undefined ? [] : [{ ...value, period, x: (span[0] + span[1]) / 2 }];
  });
  let free = -Infinity;
  return [
    element("title", {}, title), label(0, 13, fitted(title, PANEL.width, 13.5), { "font-weight": 600 }),
    ticks.values.map((value) => [
      stroke(from, y(value), PLOT.to, y(value), { "stroke-opacity": 0.2 }), label(from - 6, y(value) + 3.5, ticks.label(value), { "text-anchor": "end", "font-size": 10 }),
    ]),
    ofWhole && element("g", {}, element("title", {}, `${whole ?? ""}: ${ofWhole.text}`), stroke(from, y(ofWhole.value.toNumber()), PLOT.to, y(ofWhole.value.toNumber()), WHOLE)),
    joined(points, y), points.map((point, index) => marked(point, y, placed(point, points[index - 1], points[index + 1]))),
    periods.map(({ label: name }, index) => {
      const [left, right] = spans[index] ?? [0, 0];
      const half = widthOf(name, 10) / 2;
      const middle = Math.min((left + right) / 2, PANEL.width - half);
      const named = middle - half > free;
      if (named) free = middle + half + 6;
      return [
        stroke(left + 1, PLOT.rule, Math.max(left + 2, right - 1), PLOT.rule, { "stroke-opacity": 0.5 }),
        named ? label(middle, PLOT.names, name, { "text-anchor": "middle", "font-size": 10 }) : undefined,
      ];
    }),
  ];
}

/** A value at its place in time. */
interface Point extends PeriodValue {
  readonly period: Period;
  readonly x: number;
}

// A line from each value to that of the day after; dashed where one of them is implied.
function joined(points: readonly Point[], y: Scale): Content {
  return points.slice(1).map((point, index) => {
    const before = points[index];
    if (before?.period.lastDay !== point.period.firstDay - 1) return undefined;
    const dashed = point.printed && before.printed ? undefined : "2 3";
    return stroke(before.x, y(before.value.toNumber()), point.x, y(point.value.toNumber()), { ...drawn("near"), "stroke-dasharray": dashed, "stroke-opacity": 0.7 });
  });
}

// Where the text of a value stands: below it where the lines to its neighbours rise, so that there is room; nowhere if it would run into a neighbour's.
function placed(point: Point, ...neighbours: readonly (Point | undefined)[]): "above" | "below" | undefined {
  const beside = neighbours.filter((other) => other !== undefined);
  if (beside.some((other) => (widthOf(point.text, 10) + widthOf(other.text, 10)) / 2 > Math.abs(other.x - point.x) + 2)) return undefined;
  return beside.length > 0 && beside.every((other) => other.value.isGreaterThan(point.value)) ? "below" : "above";
}

function marked({ value, interval: { low, high }, printed, disputed, text, period, x }: Point, y: Scale, labelled: "above" | "below" | undefined): Markup {
  const at = y(value.toNumber());
  const [top, bottom] = [y((high ?? value).toNumber()), y((low ?? value).toNumber())];
  const whisker = `M${pixels(x)} ${pixels(top)}V${pixels(bottom)}M${pixels(x - 4)} ${pixels(top)}h8M${pixels(x - 4)} ${pixels(bottom)}h8`;
  return element(
    "g", {}, element("title", {}, `${period.label}: ${text}`),
    bottom - top > 3 ? shape(whisker, { ...drawn("near"), "stroke-width": 1.5, "stroke-dasharray": printed ? undefined : "2 1.5" }) : undefined,
    disputed ? verdictMark("contradicts", x, at) : dot(x, at, printed),
    labelled ? label(x, labelled === "above" ? Math.min(top, at - 4) - 4 : Math.max(bottom, at + 4) + 10, text, { "text-anchor": "middle", "font-size": 10, "font-style": printed ? undefined : "italic" }) : undefined,
  );
}

function dot(x: number, y: number, printed: boolean): Markup {
  return element("circle", { cx: x, cy: y, r: printed ? 4 : 3.5, ...(printed ? filled("near") : { ...drawn("near"), "stroke-width": 1.8 }) });
}

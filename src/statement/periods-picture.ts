/** The periods picture: small charts side by side, one for each item, of its value by period. What was printed is solid, what is implied hollow and dashed. */
import { element, pixels, type Content, type Markup } from "../markup/element.ts";
import { linearScale, ticksOf, type Scale } from "../markup/scale.ts";
import { drawn, filled, label, picture, shape, stroke } from "../markup/svg.ts";
import { fitted, widthOf } from "../markup/width.ts";
import type { Panel, Panels, PeriodValue } from "./periods-panels.ts";
import { verdictMark } from "./verdict-mark.ts";

const WIDTH = 640;
const TOP = 46;
const PANEL = { width: 308, height: 138, gap: 24 } as const;
const PLOT = { to: 302, top: 32, bottom: 104 } as const;
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

function described(periods: readonly string[], panels: readonly Panel[]): string {
  const each = panels.map(({ title, values }) => (
    `${title}: ${periods.slice(0, 12).map((period, index) => `${period} ${values[index]?.text ?? "unknown"}`).join(", ")}${periods.length > 12 ? ", \u2026" : ""}.`
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

function drawnPanel({ title, values, whole: ofWhole }: Panel, periods: readonly string[], whole: string | undefined): Content {
  const known = [...values, ofWhole].filter((value) => value !== undefined);
  const ends = known.flatMap(({ value, interval: { low, high } }) => [value, low ?? value, high ?? value].map((each) => each.toNumber()));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || Math.abs(high) * 0.02 || 1) * 0.12;
  const y = linearScale(low - room, high + room, PLOT.bottom, PLOT.top);
  const ticks = ticksOf(low - room, high + room, 3);
  const from = 12 + Math.max(20, ...ticks.values.map((value) => widthOf(ticks.label(value), 10)));
  const step = (PLOT.to - from) / periods.length;
  const x = (index: number): number => from + step * (index + 0.5);
  const size = Math.max(0, ...values.map((value) => (value === undefined ? 0 : widthOf(value.text, 10))));
  const every = Math.ceil(Math.max(...periods.map((period) => widthOf(period, 10) + 6)) / step);
  return [
    element("title", {}, title), label(0, 13, fitted(title, PANEL.width, 13.5), { "font-weight": 600 }),
    ticks.values.map((value) => [
      stroke(from, y(value), PLOT.to, y(value), { "stroke-opacity": 0.2 }), label(from - 6, y(value) + 3.5, ticks.label(value), { "text-anchor": "end", "font-size": 10 }),
    ]),
    ofWhole && element("g", {}, element("title", {}, `${whole ?? ""}: ${ofWhole.text}`), stroke(from, y(ofWhole.value.toNumber()), PLOT.to, y(ofWhole.value.toNumber()), WHOLE)),
    joined(values, x, y), values.map((value, index) => (value === undefined ? undefined : marked(value, periods[index] ?? "", x(index), y, size > step + 2 ? undefined : isLow(values, index) ? "below" : "above"))),
    periods.map((period, index) => (index % every === 0 ? label(x(index), PLOT.bottom + 20, period, { "text-anchor": "middle", "font-size": 10 }) : undefined)),
  ];
}

// A line from each value to the next period's; dashed where one of them is implied.
function joined(values: Panel["values"], x: (index: number) => number, y: Scale): Content {
  return values.slice(1).map((value, index) => {
    const before = values[index];
    if (value === undefined || before === undefined) return undefined;
    const dashed = value.printed && before.printed ? undefined : "2 3";
    return stroke(x(index), y(before.value.toNumber()), x(index + 1), y(value.value.toNumber()), { ...drawn("near"), "stroke-dasharray": dashed, "stroke-opacity": 0.7 });
  });
}

function marked({ value, interval: { low, high }, printed, disputed, text }: PeriodValue, period: string, x: number, y: Scale, labelled: "above" | "below" | undefined): Markup {
  const at = y(value.toNumber());
  const [top, bottom] = [y((high ?? value).toNumber()), y((low ?? value).toNumber())];
  const whisker = `M${pixels(x)} ${pixels(top)}V${pixels(bottom)}M${pixels(x - 4)} ${pixels(top)}h8M${pixels(x - 4)} ${pixels(bottom)}h8`;
  return element(
    "g", {}, element("title", {}, `${period}: ${text}`),
    bottom - top > 3 ? shape(whisker, { ...drawn("near"), "stroke-width": 1.5, "stroke-dasharray": printed ? undefined : "2 1.5" }) : undefined,
    disputed ? verdictMark("contradicts", x, at) : dot(x, at, printed),
    labelled ? label(x, labelled === "above" ? Math.min(top, at - 4) - 4 : Math.max(bottom, at + 4) + 10, text, { "text-anchor": "middle", "font-size": 10, "font-style": printed ? undefined : "italic" }) : undefined,
  );
}

// Whether the lines to its neighbours rise from a value, so that the room below it is free.
function isLow(values: Panel["values"], index: number): boolean {
  const [own, before, after] = [values[index], values[index - 1], values[index + 1]];
  return own !== undefined && before !== after && [before, after].every((other) => other === undefined || other.value.isGreaterThan(own.value));
}

function dot(x: number, y: number, printed: boolean): Markup {
  return element("circle", { cx: x, cy: y, r: printed ? 4 : 3.5, ...(printed ? filled("near") : { ...drawn("near"), "stroke-width": 1.8 }) });
}

/**
 * The picture of an uncertainty budget: a bar for each argument's share of the variance, the largest first. What correlations add has bars of another look,
 * which go to the left where they take from it.
 */
import type { Content, Markup } from "../markup/element.ts";
import { linearScale, ticksOf } from "../markup/scale.ts";
import { box, drawn, filled, label, picture, stroke } from "../markup/svg.ts";
import { COLOURS } from "../markup/style.ts";
import { fitted, onTwoLines } from "../markup/width.ts";

/** One bar. @internal */
export interface Share {
  readonly name: string;
  readonly of: "argument" | "correlation" | "second order";
  /** Of the variance; `undefined` where there is none. */
  readonly share: number | undefined;
  readonly text: string;
}

const WIDTH = 640;
const ROW = 30;
const TOP = 30;
const NAMES = 214;
const CHART = { from: 226, to: 568 } as const;
const MOST_BARS = 24;

const SIGNS = { "argument": "", "correlation": "\u21c4 ", "second order": "\u223f " } as const;

/** @internal */
export function budgetPicture(title: string, all: readonly Share[]): Markup {
  const known = all.filter((each): each is Share & { readonly share: number } => each.share !== undefined);
  const head = label(0, 14, fitted(title, WIDTH, 15.5), { "font-size": 14, "font-weight": 600 });
  if (known.length === 0) {
    const nothing = "The result has no uncertainty to share out.";
    return picture({ title, description: nothing, width: WIDTH, height: TOP + 24 }, head, label(0, TOP + 14, nothing));
  }
  const sorted = known.map((each, place) => ({ ...each, place })).sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.place - b.place);
  const shown = sorted.slice(0, MOST_BARS);
  const shares = shown.map(({ share }) => share);
  const [low, high] = [Math.min(0, ...shares), Math.max(0, ...shares)];
  const x = linearScale(low, high === low ? low + 1 : high, CHART.from + (low < 0 ? LABELS : 0), CHART.to);
  const { values, label: tick } = ticksOf(100 * low, 100 * high, 6);
  const bottom = TOP + ROW * shown.length;
  const left = sorted.length - shown.length;
  const kinds = new Set(shown.map(({ of }) => of));
  return picture(
    { title, description: described(sorted, left), width: WIDTH, height: bottom + 24 + (left > 0 ? 16 : 0) + (kinds.size > 1 ? 16 : 0) },
    head,
    values.map((value) => [
      stroke(x(value / 100), TOP, x(value / 100), bottom, { "stroke-opacity": 0.15 }),
      label(x(value / 100), bottom + 14, `${tick(value)}%`, { "font-size": 11, "text-anchor": "middle" }),
    ]),
    shown.map((share, row) => bar(share, TOP + ROW * row, x)),
    stroke(x(0), TOP, x(0), bottom, { ...drawn("plain") }),
    kinds.size > 1 ? label(0, bottom + 32, legend(kinds), { "font-size": 11 }) : undefined,
    left > 0 ? label(0, bottom + (kinds.size > 1 ? 48 : 32), `and ${String(left)} smaller ones, which stand in the table`, { "font-size": 11 }) : undefined,
  );
}

/** The room that the labels of bars to the left need. */
const LABELS = 56;

function bar({ name, of, share, text }: Share & { readonly share: number }, y: number, x: (share: number) => number): Content {
  const [from, to] = [Math.min(x(0), x(share)), Math.max(x(0), x(share))];
  const middle = y + ROW / 2;
  const lines = onTwoLines(`${SIGNS[of]}${name}`, NAMES, 12);
  // An argument's bar is solid; the others are hollow with a broken edge.
  const look = of === "argument" ? filled("near") : { ...filled(share < 0 ? "good" : "caution"), "fill-opacity": 0.3, "stroke": COLOURS[share < 0 ? "good" : "caution"], "stroke-dasharray": "3 2" };
  return [
    lines.map((line, index) => label(0, lines.length === 1 ? middle + 4 : middle - 2 + 13 * index, line)),
    box(from, middle - 8, Math.max(to - from, 1), 16, look),
    share < 0 ? label(from - 6, middle + 4, text, { "text-anchor": "end", "font-weight": 600 }) : label(to + 6, middle + 4, text, { "font-weight": 600 }),
  ];
}

function legend(kinds: ReadonlySet<Share["of"]>): string {
  return [
    ...(kinds.has("correlation") ? [`${SIGNS.correlation}what a correlation adds (to the right) or takes away (to the left)`] : []),
    ...(kinds.has("second order") ? [`${SIGNS["second order"]}what the bend of the formula adds`] : []),
  ].join("; ");
}

function described(shares: readonly Share[], left: number): string {
  const told = shares.slice(0, MOST_BARS).map(({ name, of, text }) => `${of === "correlation" ? "correlation of " : ""}${name} ${text}`);
  return `Shares of the variance: ${told.join("; ")}${left > 0 ? "; \u2026" : ""}.`;
}

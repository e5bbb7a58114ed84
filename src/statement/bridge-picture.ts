/** A bridge as a picture: a bar for each effect, from nothing to what it did, with the range that rounding leaves it. */
import type { Content, Markup } from "../markup/element.ts";
import { linearScale } from "../markup/scale.ts";
import { box, drawn, filled, label, picture, stroke } from "../markup/svg.ts";
import { fitted } from "../markup/width.ts";
import { signedNumber } from "../quantity/format.ts";
import type { Bridge } from "./bridge.ts";

const WIDTH = 640;
const ROW = 26;
const TOP = 26;
const CHART = { from: 110, to: 520 } as const;

/** @internal */
export function bridgePicture(title: string, { effects, together, unexplained, printed }: Bridge): Markup {
  const all = [...effects, together, unexplained, printed].filter((effect) => effect !== undefined);
  const rows = all.map(({ name, value: { exact }, interval: { low, high } }) => (
    { name, value: exact.toNumber(), low: (low ?? exact).toNumber(), high: (high ?? exact).toNumber(), text: signedNumber(exact, { places: 1 }) }));
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high, 0]);
  const x = linearScale(Math.min(...ends), Math.max(...ends), CHART.from, CHART.to);
  const body = rows.map(({ name, value, low, high, text }, index): Content => {
    const y = TOP + ROW * (index + 0.5) + (index < effects.length ? 0 : 6);
    const isSum = index >= effects.length;
    return [
      label(0, y + 4, name, { "font-weight": isSum ? 600 : undefined }),
      box(Math.min(x(0), x(value)), y - 6, Math.abs(x(value) - x(0)), 12, isSum ? { ...filled("plain") } : { ...filled(value < 0 ? "caution" : "near") }),
      stroke(x(low), y, x(high), y), stroke(x(low), y - 4, x(low), y + 4), stroke(x(high), y - 4, x(high), y + 4),
      label(CHART.to + 12, y + 4, text),
    ];
  });
  const height = TOP + ROW * rows.length + 10;
  const each = rows.map(({ name, text }) => `${name} ${text}`).join(", ");
  return picture(
    { title, description: `What changed the metal produced: ${each}.`, width: WIDTH, height },
    label(0, 14, fitted(title, WIDTH, 15.5), { "font-size": 14, "font-weight": 600 }), body, stroke(x(0), TOP, x(0), height - 4, { ...drawn("plain") }),
  );
}

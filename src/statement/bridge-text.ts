/** A bridge as text: a line an effect, readable in a terminal of 80 columns. */
import { bundle } from "../markup/bundle.ts";
import type { Table } from "../markup/table.ts";
import { wrapped } from "../markup/wrapped.ts";
import type { Interval } from "../number/interval.ts";
import { signedNumber } from "../quantity/format.ts";
import { rangeText } from "../quantity/range-text.ts";
import type { Bridge, BridgeEffect } from "./bridge.ts";
import { bridgePicture } from "./bridge-picture.ts";

/** @internal */
export function bridgeText(bridge: Bridge): string {
  const { title, lines, verdict, notes } = toldBridge(bridge);
  const [labels, values] = (["label", "value"] as const).map((column) => Math.max(...lines.map((each) => each[column].length))) as [number, number];
  const rows = lines.map(({ label, value, range }) => `  ${label.padEnd(labels)}  ${value.padStart(values)}   ${range}`.trimEnd());
  return [wrapped(title, "  "), ...rows, verdict, ...notes.map((note) => wrapped(note, "  "))].join("\n");
}

/** The bridge as a notebook shows it. @internal */
export function bridgeBundle(bridge: Bridge): Record<string, string> {
  const { title, lines, verdict, notes } = toldBridge(bridge);
  const table: Table = {
    caption: title, heads: ["due to", "change", "range"], numbers: (column) => column > 0,
    rows: lines.map(({ label, value, range }) => [label.replace(/^ +/, "\u2003"), value, range.replace(/^\(|\)$/g, "")]),
  };
  return bundle(bridgeText(bridge), [bridgePicture(title, bridge), table, verdict, ...notes]);
}

interface ToldBridge {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly verdict: string;
  readonly notes: readonly string[];
}

function toldBridge(bridge: Bridge): ToldBridge {
  const { operation, area, metal, unit, from, to, effects, together, printed, unexplained, isWithinRounding } = bridge;
  const where = [operation, area].filter((name) => name !== undefined).join(", ");
  const closing = [together, unexplained, printed].filter((effect) => effect !== undefined);
  return {
    title: `${where === "" ? "" : `${where}: `}${metal} produced, ${from} to ${to}, ${unit}`,
    lines: [...effects, ...closing].flatMap((effect) => [
      line(effect.name, effect), ...effect.parts.map((part) => line(`  ${part.name}`, part)),
      ...Object.entries(effect.areas).map(([name, part]) => line(`  ${name}`, part)),
    ]),
    verdict: isWithinRounding === undefined
      ? "The change was not printed, so nothing can be said of what is unexplained."
      : isWithinRounding ? "The rounding of the figures accounts for what is unexplained." : "Rounding does not account for what is unexplained.",
    notes: bridge.notes.map((note) => `Note. ${note}`),
  };
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly range: string;
}

function line(label: string, { value, interval }: { readonly value: BridgeEffect["value"]; readonly interval: Interval }): Line {
  return { label, value: signedNumber(value.exact, { places: 1 }), range: interval.isPoint ? "" : `(${rangeText(interval, "1")})` };
}

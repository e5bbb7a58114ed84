/** A bridge as text: a line an effect, readable in a terminal of 80 columns. */
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { formatNumber } from "../quantity/format.ts";
import type { Bridge, BridgeEffect } from "./bridge.ts";
import { rangeText } from "./implied.ts";
import { wrapped } from "./wrapped.ts";

/** @internal */
export function bridgeText(bridge: Bridge): string {
  const { operation, area, metal, unit, from, to, effects, together, printed, unexplained } = bridge;
  const where = [operation, area].filter((name) => name !== undefined).join(", ");
  const title = `${where === "" ? "" : `${where}: `}${metal} produced, ${from} to ${to}, ${unit}`;
  const closing = [together, unexplained, printed].filter((effect) => effect !== undefined);
  const lines: Line[] = [...effects, ...closing].flatMap((effect) => [
    line(effect.name, effect), ...effect.parts.map((part) => line(`  ${part.name}`, part)),
    ...Object.entries(effect.areas).map(([name, part]) => line(`  ${name}`, part)),
  ]);
  const [labels, values] = (["label", "value"] as const).map((column) => Math.max(...lines.map((each) => each[column].length))) as [number, number];
  const rows = lines.map(({ label, value, range }) => `  ${label.padEnd(labels)}  ${value.padStart(values)}   ${range}`.trimEnd());
  const verdicts = bridge.isWithinRounding === undefined
    ? ["The change was not printed, so nothing can be said of what is unexplained."]
    : [bridge.isWithinRounding ? "The rounding of the figures accounts for what is unexplained." : "Rounding does not account for what is unexplained."];
  return [
    wrapped(title, "  "), ...rows, ...verdicts, ...bridge.notes.map((note) => wrapped(`Note. ${note}`, "  ")),
  ].join("\n");
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly range: string;
}

function line(label: string, { value, interval }: { readonly value: BridgeEffect["value"]; readonly interval: Interval }): Line {
  return { label, value: signed(value.exact), range: interval.isPoint ? "" : `(${rangeText(interval, "1")})` };
}

function signed(value: Ratio): string {
  const text = formatNumber(value, { places: 1 });
  return value.sign > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

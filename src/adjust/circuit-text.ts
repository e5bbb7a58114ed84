/** An adjusted circuit as text. */
import { wrapped } from "../markup/wrapped.ts";
import type { Circuit } from "./circuit.ts";
import { aligned, eliminationLines, globalLine } from "./text.ts";

const MOST_LINES = 60;
const MOST_COLUMNS = 5;
const MOST_WARNINGS = 20;

/** @internal */
export function circuitText(circuit: Circuit): string {
  const { outcome, reason, determination, globalTest, elimination, warnings, unobservable } = circuit;
  const title = outcome === "balanced" ? `balanced, ${determination}` : `not converged: ${reason ?? ""}`;
  const notes = [
    ...(unobservable.length === 0 ? [] : [wrapped(`Nothing determines ${unobservable.slice(0, 12).join(", ")}${unobservable.length > 12 ? ", ..." : ""}.`, "  ")]),
    ...warnings.slice(0, MOST_WARNINGS).map((text) => wrapped(text, "  ")), ...(warnings.length > MOST_WARNINGS ? [`... and ${String(warnings.length - MOST_WARNINGS)} more warnings`] : []),
  ];
  const tests = outcome === "balanced" ? [globalLine(globalTest), ...eliminationLines(elimination)] : [];
  const blocks = [wrapped(title, "  "), figures(circuit), recoveries(circuit), tests.join("\n"), notes.join("\n")];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function figures({ streams, outcome }: Circuit): string {
  const lines: string[][] = [];
  let more = 0;
  for (const { mass, wetMass, moisture, assays } of streams) {
    for (const figure of [mass, wetMass, moisture, ...Object.values(assays)]) {
      if (figure === undefined || (figure.measured === undefined && figure.adjusted === undefined && outcome !== "balanced")) continue;
      if (lines.length >= MOST_LINES) {
        more++;
        continue;
      }
      const { address, measured, adjusted, standard, statistic, status, eliminated } = figure;
      lines.push([
        address, measured?.format({ digits: 6 }) ?? "", adjusted?.format({ digits: 6 }) ?? "", standard?.format({ digits: 2 }) ?? "", statistic?.toFixed(2) ?? "",
        eliminated ? "eliminated" : status,
      ]);
    }
  }
  const text = aligned(["", "measured", "adjusted", "std", "test", ""], lines);
  return more === 0 ? text : `${text}\n... and ${String(more)} more figures`;
}

// A line for each stream, and so many components beside each other as there is room for.
function recoveries({ streams, components }: Circuit): string {
  const blocks: string[] = [];
  const columns = ["mass", ...components];
  for (let at = 0; at < columns.length; at += MOST_COLUMNS) {
    const heads = columns.slice(at, at + MOST_COLUMNS);
    const lines = streams.flatMap(({ name, split, recoveries: shares }) => {
      const cells = heads.map((head, index) => {
        const share = at + index === 0 ? split : shares[head];
        return share === undefined ? "" : `${share.value.to("%").format({ places: 2 })} \u00b1${share.standard.to("%").format({ places: 2 })}`;
      });
      return cells.every((cell) => cell === "") ? [] : [[name, ...cells]];
    });
    if (lines.length > 0 && lines.length <= MOST_LINES) blocks.push(aligned(["share of feed", ...heads], lines));
  }
  return blocks.join("\n\n");
}

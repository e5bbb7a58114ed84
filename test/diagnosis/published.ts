/** The published reports as far as they hold: the ties that hold together, over figures in which faults can be planted. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Graph } from "../../src/balance/graph.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { judge } from "../published/judgement.ts";
import { reportFrom } from "../published/reading.ts";
import { intervalOf, METAL_UNITS, MASS_UNITS, readText, type Cell, type StatedMine } from "./mine.ts";

const REPORTS = fileURLToPath(new URL("../published/reports", import.meta.url));

/** Each report that has ties which hold together. */
export function publishedMines(): readonly StatedMine[] {
  const names = readdirSync(REPORTS).filter((name) => name.endsWith(".json")).sort();
  return names.flatMap((name) => {
    const { read, holding } = judge(reportFrom(JSON.parse(readFileSync(join(REPORTS, name), "utf8"))));
    if (holding.outcome.verdict !== "consistent" || holding.graph.ties.length === 0) return [];
    const cells = new Map<string, Cell>();
    const figures = [...read.figures.values()];
    for (const { name: id } of holding.graph.unknowns) {
      const figure = read.figures.get(id);
      const printed = read.intervals.get(id);
      const text = /-?\d[\d,]*(?:\.\d+)?/.exec(figure?.asPrinted ?? "")?.[0] ?? "";
      // Texts in another format than the plain English one stay as they are: no fault is planted in them.
      if (figure === undefined || printed === undefined || readText(text)?.equals(printed) !== true) continue;
      const row = figures.filter(({ quantity }) => quantity === figure.quantity);
      const at = row.indexOf(figure);
      const beside = [row[at - 1], row[at + 1]].flatMap((other) => (other === undefined ? [] : [other.id]));
      cells.set(id, { text, factor: Ratio.one, beside, units: /^t\b/.test(figure.unit) ? MASS_UNITS : figure.unit.startsWith("oz") ? METAL_UNITS : [] });
    }
    for (const [id, cell] of cells) cells.set(id, { ...cell, beside: cell.beside.filter((other) => cells.has(other)) });
    return [{ cells, lay: (given) => withCells(holding.graph, given) }];
  });
}

function withCells({ unknowns, ties }: Graph, cells: ReadonlyMap<string, Cell>): Graph {
  return {
    ties,
    unknowns: unknowns.map((unknown) => {
      const cell = cells.get(unknown.name);
      return cell === undefined ? unknown : { ...unknown, figures: [{ name: cell.text, interval: intervalOf(cell) }] };
    }),
  };
}

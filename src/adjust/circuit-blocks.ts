/** An adjusted circuit as a notebook shows it: the figures before and after, the shares of the feed, and what the tests say. */
import type { Block } from "../markup/bundle.ts";
import type { Table } from "../markup/table.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { moreRows, MOST_ROWS } from "./account-blocks.ts";
import type { AdjustedQuantity, AdjustedStream, Circuit } from "./circuit.ts";
import { eliminationSentences, globalSentence } from "./text.ts";
import { critical, statusCell, testCell } from "./verdict-cell.ts";

/** What a circuit came to, in a line. @internal */
export function circuitTitle({ outcome, reason, determination }: Circuit): string {
  return outcome === "balanced" ? `balanced, ${determination}` : `not converged: ${reason ?? ""}`;
}

/** All figures of a stream. @internal */
export function figuresOf({ mass, wetMass, moisture, assays }: AdjustedStream): readonly AdjustedQuantity<Kind, Role>[] {
  return [mass, wetMass, moisture, ...Object.values(assays)].filter((figure) => figure !== undefined);
}

/** @internal */
export function circuitBlocks(circuit: Circuit, picture: Block): readonly Block[] {
  const { outcome, globalTest, elimination, unobservable, warnings } = circuit;
  const tests = outcome === "balanced" ? [globalSentence(globalTest), ...eliminationSentences(elimination)] : [];
  const title = circuitTitle(circuit);
  return [
    { heading: `${title.charAt(0).toUpperCase()}${title.slice(1)}` }, ...tests,
    ...(unobservable.length === 0 ? [] : [`? Nothing determines ${unobservable.slice(0, MOST_NAMES).join(", ")}${unobservable.length > MOST_NAMES ? ", \u2026" : ""}.`]),
    ...(warnings.length === 0 ? [] : [{ list: warnings.slice(0, MOST_ROWS) }, ...moreRows(warnings.length, "warnings")]),
    picture, ...figures(circuit), ...shares(circuit), ...nodes(circuit),
  ];
}

const MOST_NAMES = 24;
const MOST_COLUMNS = 6;

function figures({ streams, outcome, measurementTests }: Circuit): readonly Block[] {
  const limits = critical(measurementTests);
  const all = streams.flatMap(figuresOf).filter(({ measured, adjusted }) => measured !== undefined || adjusted !== undefined || outcome === "balanced");
  return [
    {
      caption: "Figures before and after the adjustment", heads: ["figure", "measured", "adjusted", "standard uncertainty", "test", "status"],
      numbers: (column) => column > 0 && column < 5,
      rows: all.slice(0, MOST_ROWS).map(({ address, measured, adjusted, standard, statistic, status, eliminated }) => [
        address, measured?.format({ digits: 6 }) ?? "", adjusted?.format({ digits: 6 }) ?? "", standard?.format({ digits: 2 }) ?? "", testCell(statistic, limits),
        statusCell(status, eliminated),
      ]),
    },
    ...moreRows(all.length, "figures"),
  ];
}

// A line for each stream, and so many components beside each other as there is room for.
function shares({ streams, components }: Circuit): readonly Block[] {
  const columns = ["mass", ...components];
  const tables: Block[] = [];
  for (let at = 0; at < columns.length; at += MOST_COLUMNS) {
    const heads = columns.slice(at, at + MOST_COLUMNS);
    const rows = streams.flatMap(({ name, split, recoveries }) => {
      const cells = heads.map((head, index) => {
        const share = at + index === 0 ? split : recoveries[head];
        return share === undefined ? "" : `${share.value.to("%").format({ places: 2 })} \u00b1 ${share.standard.to("%").format({ places: 2 })}`;
      });
      return cells.every((cell) => cell === "") ? [] : [[name, ...cells]];
    });
    if (rows.length === 0) continue;
    const table: Table = {
      caption: "Shares of the feed, with their standard uncertainties", heads: ["stream", ...heads], rows: rows.slice(0, MOST_ROWS), numbers: (column) => column > 0,
    };
    tables.push(table, ...moreRows(rows.length, "streams"));
  }
  return tables;
}

function nodes({ nodalTests }: Circuit): readonly Table[] {
  const out = nodalTests.filter(({ beyond }) => beyond !== "neither");
  return out.length === 0 ? [] : [{
    caption: "Nodes whose measured figures are out by more than their errors allow", heads: ["node", "balance", "test"], numbers: (column) => column > 1,
    rows: out.slice(0, MOST_ROWS).map(({ node, balance, statistic, critical: own }) => [node, balance, testCell(statistic, own)]),
  }];
}

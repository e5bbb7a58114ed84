/** The figures of a statement as a diagnosis asks for them: what another text, rule or unit would have said, and which figures stand beside each. */
import type { FigurePlace } from "../balance/conflict.ts";
import type { OtherUnit, Printed } from "../diagnosis/printed.ts";
import { isHeadgradeError } from "../error.ts";
import { figure, type Figure } from "../figure/figure.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import type { Cell } from "./cell.ts";
import { WET_TWINS, type PlacedFigure } from "./figures.ts";
import type { Layout } from "./layout.ts";
import { nameOf } from "./naming.ts";
import { rereadInterval } from "./rereading.ts";

/** Gives each figure of a layout, by its place in the graph, to a diagnosis. @internal */
export function printsOf({ grid, statement }: Layout, widened: boolean): (unknown: number, figure: number) => Printed | undefined {
  const { cells } = grid;
  const order = new Map([...statement.periods.keys()].map((label, column) => [label, column]));
  const beside = neighboursOf(cells, order);
  return (unknown, place) => {
    const cell = cells[unknown];
    const placed = cell?.figures[place];
    return cell === undefined || placed === undefined ? undefined : printedOf(placed, cell, beside.get(cell) ?? [], widened);
  };
}

function printedOf(placed: PlacedFigure, cell: Cell, beside: readonly Cell[], widened: boolean): Printed {
  const { figure: read, printed, allowed } = placed;
  const { kind, text, ...options } = read.toJSON();
  // A tolerance goes with the value that was meant, whatever was printed.
  const slack = widened && printed.low !== undefined && allowed.low !== undefined ? printed.low.minus(allowed.low) : Ratio.zero;
  const tolerance = slack.isZero ? undefined : Interval.between({ low: slack.negated(), high: slack });
  return {
    text, name: nameOf(cell), isProduced: cell.words === undefined && cell.item === "produced", ...(options.decimalMark === undefined ? {} : { decimalMark: options.decimalMark }),
    read: (other) => {
      try {
        const again = figure(kind, other, options).inBase;
        return tolerance === undefined ? again : again.plus(tolerance);
      } catch (error) {
        if (isHeadgradeError(error)) return undefined;
        throw error;
      }
    },
    reread: (rule) => {
      const interval = rereadInterval(placed, rule === "truncated" ? "the figures were truncated" : "the zeros are not significant");
      return interval.equals(allowed) ? undefined : interval;
    },
    units: [...otherUnits(read), ...wetForDry(cell)],
    neighbours: beside.flatMap(({ index, figures }): FigurePlace[] => figures.map((_, place) => ({ unknown: index, figure: place }))),
  };
}

// By printed unit, what was really counted in.
const MIXED_UP: Readonly<Record<string, readonly string[]>> = {
  oz: ["g", "kg", "lb"], koz: ["kg"], g: ["oz"], kg: ["lb", "oz"], lb: ["kg"], klb: ["t"], Mlb: ["kt", "t"], t: ["st", "lt", "kg", "lb"], st: ["t", "lt"], lt: ["t", "st"], kt: ["t"], Mt: ["kt", "Mst"],
  "t/d": ["st/d", "t/h"], "st/d": ["t/d"], "t/h": ["t/d"], "g/t": ["oz/st", "kg/t", "ppb", "%"], "oz/st": ["g/t", "oz/tonne"], "oz/tonne": ["oz/st", "g/t"], "%": ["1", "g/t", "ppm"],
  ppm: ["%", "ppb"], "1": ["%"], d: ["h"], h: ["d"],
};

const AVOIRDUPOIS_OUNCE: Ratio = /* @__PURE__ */ Ratio.of("28.349523125");

function otherUnits({ kind, quantity: { measure } }: Figure): readonly OtherUnit[] {
  const others: OtherUnit[] = [];
  for (const symbol of MIXED_UP[measure.symbol] ?? []) {
    const unit = unitNamed(kind, symbol);
    if (unit !== undefined && !unit.factor.equals(measure.factor)) others.push({ name: `${symbol} for ${measure.symbol}`, factor: unit.factor.dividedBy(measure.factor) });
  }
  if (kind === "mass" && measure.symbol === "oz") others.unshift({ name: "avoirdupois for troy ounces", factor: AVOIRDUPOIS_OUNCE.dividedBy(measure.factor) });
  return others;
}

// A dry tonnage may be the wet one, where the moisture of the same place and period was printed.
function wetForDry({ item, row, words }: Cell): readonly OtherUnit[] {
  const wet = words === undefined ? WET_TWINS[item] : undefined;
  const moisture = wet === undefined ? undefined : row.cell("moisture")?.figures[0];
  if (wet === undefined || moisture === undefined) return [];
  const of = row.cell(wet)?.index;
  return [{
    name: `wet for dry tonnes, at the moisture of ${moisture.figure.text}`, factor: moisture.allowed.scaledBy(-1).plus(Interval.point(1)),
    ...(of === undefined ? {} : { of }),
  }];
}

function unitNamed(kind: Figure["kind"], symbol: string): Unit | undefined {
  try {
    return unitOf(kind, symbol);
  } catch (error) {
    if (isHeadgradeError(error)) return undefined;
    throw error;
  }
}

// Beside a figure stand the same item in the periods before and after, and in the same period that of the metals and areas next to it.
function neighboursOf(cells: readonly Cell[], columns: ReadonlyMap<string, number>): ReadonlyMap<Cell, readonly Cell[]> {
  const lines = new Map<string, Cell[]>();
  const put = (key: string, cell: Cell): void => {
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [cell]);
    else line.push(cell);
  };
  for (const cell of cells) {
    if (cell.figures.length === 0 || cell.words !== undefined) continue;
    const { scope, area = "", product = "", metal = "", item, period } = cell;
    put(`over time\n${scope}\n${area}\n${product}\n${metal}\n${item}`, cell);
    put(`at once\n${scope}\n${period}\n${item}`, cell);
  }
  const beside = new Map<Cell, Cell[]>();
  for (const [key, line] of lines) {
    if (key.startsWith("over time")) line.sort((a, b) => (columns.get(a.period) ?? 0) - (columns.get(b.period) ?? 0));
    for (const [place, cell] of line.entries()) {
      const found = [line[place - 1], line[place + 1]].filter((each) => each !== undefined);
      beside.set(cell, [...beside.get(cell) ?? [], ...found]);
    }
  }
  return beside;
}

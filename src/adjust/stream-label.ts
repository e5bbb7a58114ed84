/** What stands at a stream in the picture of a flowsheet: its name, its flow before and after, and what the tests point to. */
import { fitted, onTwoLines, widthOf } from "../markup/width.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { uncertaintyText, valueAt } from "../uncertainty/telling.ts";
import { figuresOf } from "./circuit-blocks.ts";
import type { AdjustedQuantity, AdjustedStream } from "./circuit.ts";
import type { MeasurementTest } from "./significance.ts";
import { SET_ASIDE, SUSPECT } from "./verdict-cell.ts";

/** @internal */
export interface StreamLabel {
  readonly name: readonly string[];
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  /** How the flow is known, which is how its line is drawn. */
  readonly known: "measured" | "not measured" | "not determined";
  /** The gravest of what the tests say of the stream's figures. */
  readonly flag: "suspect" | "set aside" | undefined;
}

/** @internal */
const LABEL_WIDTH = 158;

/** @internal */
export const LABEL_SIZE = 11.5;

/** @internal */
export const LABEL_LINE = 14;

/** @internal */
export function streamLabel(stream: AdjustedStream, tests: ReadonlyMap<string, MeasurementTest>): StreamLabel {
  const { mass, wetMass } = stream;
  const measured: AdjustedQuantity<Kind, Role> = mass.measured === undefined && wetMass?.measured !== undefined ? wetMass : mass;
  const name = onTwoLines(stream.name, LABEL_WIDTH, LABEL_SIZE * BOLD);
  const flags = flagsOf(stream, tests);
  const lines = [
    ...flowLines(mass), ...measuredLines(measured, mass).flatMap((text) => onTwoLines(text, LABEL_WIDTH, LABEL_SIZE)),
    ...flags.flatMap(({ text }) => onTwoLines(text, LABEL_WIDTH, LABEL_SIZE * BOLD)),
  ];
  return {
    name, lines, height: LABEL_LINE * (name.length + lines.length) + 4,
    width: Math.max(...[...name, ...lines].map((line) => widthOf(line, LABEL_SIZE * BOLD))),
    known: mass.status === "unobservable" ? "not determined" : measured.measured === undefined || measured.eliminated ? "not measured" : "measured",
    flag: flags.some(({ flag }) => flag === "set aside") ? "set aside" : flags.some(({ flag }) => flag === "suspect") ? "suspect" : undefined,
  };
}

/** By how much bold letters are wider than others. @internal */
export const BOLD = 1.07;

function flowLine({ adjusted, standard, status }: AdjustedQuantity<Kind, Role>): string {
  if (adjusted === undefined) return status === "unobservable" ? "? not determined" : "? no balance";
  if (standard === undefined || standard.exact.isZero) return withUnit(formatNumber(adjusted.exact, { digits: 6 }), adjusted.unit);
  return withUnit(`${valueAt(standard.exact, adjusted.exact)} \u00b1 ${uncertaintyText(standard.exact)}`, adjusted.unit);
}

function flowLines(mass: AdjustedQuantity<Kind, Role>): readonly string[] {
  const line = flowLine(mass);
  return widthOf(line, LABEL_SIZE) <= LABEL_WIDTH ? [line] : line.split(/ (?=\u00b1)/).map((part) => fitted(part, LABEL_WIDTH, LABEL_SIZE));
}

function measuredLines(figure: AdjustedQuantity<Kind, Role>, mass: AdjustedQuantity<Kind, Role>): readonly string[] {
  const { measured, measuredStandard, adjustment, eliminated } = figure;
  if (measured === undefined || eliminated || (figure === mass && adjustment?.exact.isZero === true)) return [];
  const text = measuredText(measured, measuredStandard);
  return figure === mass && flowLine(mass).startsWith(`${text.split(" ", 1)[0] ?? ""} `) ? [] : [`measured ${text}`];
}

function measuredText({ exact, unit }: Quantity<Kind, Role>, standard: Quantity | undefined): string {
  return withUnit(standard === undefined || standard.exact.isZero ? formatNumber(exact, { digits: 6 }) : valueAt(standard.exact, exact), unit);
}

interface Flag {
  readonly text: string;
  readonly flag: "suspect" | "set aside" | undefined;
}

const MOST_FLAGS = 3;

function flagsOf(stream: AdjustedStream, tests: ReadonlyMap<string, MeasurementTest>): readonly Flag[] {
  const figures = figuresOf(stream);
  const away = figures.filter(({ eliminated }) => eliminated).map(({ address, measured, measuredStandard }): Flag => (
    { flag: "set aside", text: `${SET_ASIDE} ${shortName(address, stream.name)}set aside: ${measured === undefined ? "" : measuredText(measured, measuredStandard)}` }));
  const suspects = figures.flatMap(({ address }): readonly Flag[] => {
    const test = tests.get(address);
    if (test === undefined || test.beyond === "neither") return [];
    return [{ text: `${SUSPECT} ${shortName(address, stream.name)}test ${test.statistic.toFixed(2)} > ${test.critical[test.beyond].toFixed(2)}`, flag: "suspect" }];
  });
  const unknown = figures.filter(({ status, address }) => status === "unobservable" && address !== stream.mass.address && address !== stream.wetMass?.address)
    .map(({ address }) => shortName(address, stream.name).trim());
  const all = [...away, ...suspects];
  return [
    ...all.slice(0, MOST_FLAGS), ...(all.length > MOST_FLAGS ? [{ text: `and ${String(all.length - MOST_FLAGS)} more`, flag: undefined }] : []),
    ...(unknown.length === 0 || stream.mass.status === "unobservable" ? [] : [{ text: `? ${unknown.join(", ")} not determined`, flag: undefined }]),
  ];
}

// Of "feed.assays.Cu" the component; nothing where it is the flow itself.
function shortName(address: string, stream: string): string {
  const name = address.slice(stream.length + 1).replace(/^assays\./, "");
  return name === "mass" ? "" : `${name === "wetMass" ? "wet mass" : name} `;
}

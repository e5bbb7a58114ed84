/** The flowsheet of an adjusted circuit as a picture: nodes in layers from the feed to the products, each stream with its flow before and after. */
import { element, type Attributes, type Content, type Markup } from "../markup/element.ts";
import { COLOURS, type Colour } from "../markup/style.ts";
import { box, label, picture, shape, stroke } from "../markup/svg.ts";
import { fitted, onTwoLines, widthOf } from "../markup/width.ts";
import { circuitTitle } from "./circuit-blocks.ts";
import type { Circuit } from "./circuit.ts";
import { flowsheetLayout, type Layout, type Place } from "./flowsheet-layout.ts";
import { BOLD, LABEL_LINE, LABEL_SIZE, streamLabel, type StreamLabel } from "./stream-label.ts";
import { SET_ASIDE, SUSPECT } from "./verdict-cell.ts";

const LEAST_WIDTH = 640;
/** More than this would be drawn so small, or so tangled, that nobody could read it. */
const MOST_NODES = 30;
const MOST_STREAMS = 80;
const MOST_WIDTH = 1600;
const MARGIN = 8;
const TOP = 34;
const NODE_WIDTH = 150;
const FLAG_WIDTH = 240;

/** Why there is no picture; `undefined` where there is one. @internal */
export function undrawable({ nodes, streams }: Circuit): string | undefined {
  if (nodes.length <= MOST_NODES && streams.length <= MOST_STREAMS) return undefined;
  return `The flowsheet has ${String(nodes.length)} nodes and ${String(streams.length)} streams, too many to be drawn so that it can be read: the tables hold all of it.`;
}

/** @internal */
export function flowsheetPicture(circuit: Circuit): Markup {
  const title = `Flowsheet: ${circuitTitle(circuit)}`;
  const why = undrawable(circuit);
  if (why !== undefined) return words(title, why);
  const { nodes, streams } = circuit;
  const tests = new Map(circuit.measurementTests.map((test) => [test.address, test]));
  const labels = streams.map((stream) => streamLabel(stream, tests));
  const boxes = nodes.map((node) => nodeBox(node, circuit));
  const end = (node: string | undefined): number => (node === undefined ? -1 : nodes.indexOf(node));
  const layout = flowsheetLayout(boxes, labels, streams.map(({ from, to }) => ({ from: end(from), to: end(to) })));
  if (layout.width > MOST_WIDTH) return words(title, "The flowsheet is too wide to be drawn so that it can be read: the tables hold all of it.");
  const width = Math.max(LEAST_WIDTH, Math.ceil(layout.width) + 2 * MARGIN);
  const key = legend(labels, boxes, width, TOP + layout.height + 22);
  return picture(
    { title, description: described(circuit, labels), width, height: Math.ceil(TOP + layout.height + 22 + key.height) },
    label(0, 14, fitted(title, width, 15.5), { "font-size": 14, "font-weight": 600 }),
    element("g", { transform: `translate(${String(Math.round((width - layout.width) / 2 - layout.left))} ${String(TOP)})` }, body(layout, labels, boxes)), key.content,
  );
}

function words(title: string, why: string): Markup {
  const lines = onTwoLines(why, LEAST_WIDTH, 12);
  return picture(
    { title, description: why, width: LEAST_WIDTH, height: 30 + 16 * lines.length },
    label(0, 14, fitted(title, LEAST_WIDTH, 15.5), { "font-size": 14, "font-weight": 600 }), lines.map((line, index) => label(0, 36 + 16 * index, line)),
  );
}

interface NodeBox {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly suspect: boolean;
}

function nodeBox(node: string, { nodalTests }: Circuit): NodeBox {
  const [worst] = nodalTests.filter((test) => test.node === node && test.beyond !== "neither");
  const lines = onTwoLines(node, NODE_WIDTH, NODE_SIZE);
  const flags = worst === undefined || worst.beyond === "neither" ? [] : [`${SUSPECT} ${worst.balance} test ${worst.statistic.toFixed(2)} > ${worst.critical[worst.beyond].toFixed(2)}`];
  const all = [...lines, ...flags.map((line) => fitted(line, FLAG_WIDTH, NODE_SIZE))];
  const width = Math.max(64, ...all.map((line) => widthOf(line, NODE_SIZE) + 20));
  return { lines: all, width, height: 16 + LABEL_LINE * all.length, suspect: worst !== undefined };
}

const NODE_SIZE = 12 * BOLD;

function body({ nodes, labels: places, courses }: Layout, labels: readonly StreamLabel[], boxes: readonly NodeBox[]): Content {
  return [
    courses.map(({ stream, path, head }) => {
      const style = lineStyle(labels[stream] as StreamLabel);
      return [
        shape(path, { fill: "none", ...style.line }),
        head === undefined ? undefined : shape(`M${String(tenth(head.x))} ${String(tenth(head.y))}l-4 -8h8z`, style.head),
      ];
    }),
    nodes.map((place, node) => drawnNode(place, boxes[node] as NodeBox)), places.map((place, stream) => drawnLabel(place, labels[stream] as StreamLabel)),
  ];
}

const DASHES = { "measured": undefined, "not measured": "6 4", "not determined": "1.5 4" } as const;

interface LineStyle {
  readonly line: Attributes;
  readonly head: Attributes;
}

function lineStyle({ known, flag }: Pick<StreamLabel, "known" | "flag">): LineStyle {
  const colour: Colour | undefined = flag === "set aside" ? "bad" : flag === "suspect" ? "caution" : undefined;
  const own = colour === undefined ? "currentColor" : COLOURS[colour];
  const className = colour === undefined ? undefined : `headgrade-${colour}`;
  const dotted = known === "not determined";
  return {
    line: { "class": className, "stroke": own, "stroke-width": dotted ? 2 : 1.5, "stroke-dasharray": DASHES[known], "stroke-linecap": dotted ? "round" : undefined },
    head: { class: className, fill: own },
  };
}

function drawnNode({ x, y, width, height }: Place, { lines, suspect }: NodeBox): Content {
  const edge = suspect ? { "class": "headgrade-caution", "stroke": COLOURS.caution, "stroke-width": 2 } : { "class": "headgrade-near", "stroke": "currentColor", "stroke-width": 1.2 };
  return [
    box(x, y, width, height, { rx: 4, fill: COLOURS.near, "fill-opacity": 0.14, ...edge }),
    lines.map((line, index) => label(x + width / 2, y + 8 + LABEL_LINE * (index + 0.78), line, { "text-anchor": "middle", "font-weight": 600 })),
  ];
}

function drawnLabel({ x, y, width }: Place, { name, lines }: StreamLabel): Content {
  const text = (line: string, index: number, weight: number | undefined): Markup => label(
    x + width / 2, y + LABEL_LINE * (index + 0.85), line, { "text-anchor": "middle", "font-size": LABEL_SIZE, "font-weight": weight });
  return [
    name.map((line, index) => text(line, index, 600)), lines.map((line, index) => text(line, name.length + index, /^[!\u2717?]/.test(line) ? 600 : undefined)),
  ];
}

/** What the lines and signs mean, as far as they occur. */
function legend(labels: readonly StreamLabel[], boxes: readonly NodeBox[], width: number, top: number): { readonly content: Content; readonly height: number } {
  const has = (known: StreamLabel["known"]): boolean => labels.some((each) => each.known === known);
  const lines = (["measured", "not measured", "not determined"] as const).filter(has).map((known) => ({ known, text: MEANINGS[known] }));
  const signs = [
    ...(labels.some(({ flag }) => flag === "suspect") || boxes.some(({ suspect }) => suspect) ? [`${SUSPECT} beyond its critical value`] : []),
    ...(labels.some(({ flag }) => flag === "set aside") ? [`${SET_ASIDE} set aside as a gross error`] : []), "\u00b1 standard uncertainty",
  ];
  const content: Content[] = [];
  let [x, y] = [0, top];
  const room = (wide: number): void => {
    if (x > 0 && x + wide > width) [x, y] = [0, y + 16];
  };
  for (const { known, text } of lines) {
    const wide = 34 + widthOf(text, 11);
    room(wide);
    content.push(stroke(x, y - 4, x + 28, y - 4, lineStyle({ known, flag: undefined }).line), label(x + 34, y, text, { "font-size": 11 }));
    x += wide + 18;
  }
  for (const text of signs) {
    const wide = widthOf(text, 11);
    room(wide);
    content.push(label(x, y, text, { "font-size": 11 }));
    x += wide + 18;
  }
  return { content, height: y - top + 8 };
}

const MEANINGS = { "measured": "measured", "not measured": "not measured: follows from the others", "not determined": "nothing determines it" } as const;

const MOST_TOLD = 40;

function described({ streams, nodes }: Circuit, labels: readonly StreamLabel[]): string {
  const told = streams.slice(0, MOST_TOLD).map(({ name, from, to }, index) => (
    `${name}, from ${from ?? "outside"} to ${to ?? "outside"}: ${(labels[index]?.lines ?? []).join(", ")}`));
  const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? "" : "s"}`;
  return `${count(nodes.length, "node")} and ${count(streams.length, "stream")}. ${told.join("; ")}${streams.length > MOST_TOLD ? "; \u2026" : ""}.`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

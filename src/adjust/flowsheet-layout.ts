/** Where the boxes, the labels and the lines of a flowsheet's picture lie: layers from the feed down to the products, with recycles led around the side. */
import { arranged, type Link, type Standing } from "./arranging.ts";
import { layersOf, type Ends } from "./layering.ts";

/** @internal */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** @internal */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of SVG path commands; where it ends in an arrow, the place of its head. @internal */
interface Course {
  readonly stream: number;
  readonly path: string;
  readonly head: { readonly x: number; readonly y: number } | undefined;
}

/** @internal */
export interface Layout {
  readonly nodes: readonly Place[];
  readonly labels: readonly Place[];
  readonly courses: readonly Course[];
  /** Where the picture begins: less than zero where something returns by the left. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 18;
const PASS = 10;
const PORT = 16;
const CHANNEL = 24;
const TRACK = 9;
const HEAD = 7;

interface Thing extends Standing {
  readonly height: number;
  readonly node: number | undefined;
  readonly stream: number | undefined;
}

/** A stretch of a stream from one thing to another; a return has none between its label and its node, but goes around. */
interface Stretch extends Link {
  readonly stream: number;
}

/** @internal */
export function flowsheetLayout(nodes: readonly Sized[], labels: readonly Sized[], streams: readonly Ends[]): Layout {
  const { ranks, returning } = layersOf(nodes.length, streams);
  const ports = (node: number): number => Math.max(streams.filter(({ from }) => from === node).length, streams.filter(({ to }) => to === node).length);
  // Layers of nodes are the odd rows, and labels stand in the even ones between them.
  const things: Thing[] = nodes.map(({ width, height }, node): Thing => (
    { row: 2 * (ranks[node] ?? 0) + 1, width: Math.max(width, PORT * (ports(node) + 1)), height, passes: false, node, stream: undefined }));
  const stretches: Stretch[] = [];
  const labelOf: number[] = [];
  for (const [stream, { from, to }] of streams.entries()) {
    const size = labels[stream] ?? { width: 0, height: 0 };
    const row = from < 0 ? 2 * (ranks[to] ?? 0) : 2 * (ranks[from] ?? 0) + 2;
    let last = things.push({ row, ...size, passes: false, node: undefined, stream }) - 1;
    labelOf.push(last);
    if (from >= 0) stretches.push({ above: from, below: last, stream });
    if (to < 0 || returning.has(stream)) continue;
    for (let pass = row + 1; pass < 2 * (ranks[to] ?? 0) + 1; pass++) {
      const next = things.push({ row: pass, width: PASS, height: 0, passes: true, node: undefined, stream }) - 1;
      stretches.push({ above: last, below: next, stream });
      last = next;
    }
    stretches.push({ above: last, below: to, stream });
  }
  const { middles, width } = arranged(things, stretches, GAP);
  return drawn({ things, stretches, labelOf, middles, width, streams, ranks, returning, nodes: nodes.length });
}

interface Arranged {
  readonly things: readonly Thing[];
  readonly stretches: readonly Stretch[];
  readonly labelOf: readonly number[];
  readonly middles: readonly number[];
  readonly width: number;
  readonly streams: readonly Ends[];
  readonly ranks: readonly number[];
  readonly returning: ReadonlySet<number>;
  readonly nodes: number;
}

/** A stream that returns: the rows below which it leaves and above which it comes in, and its lane: how far to the left or to the right of all it passes. */
interface Return {
  readonly stream: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: -1 | 1;
  readonly lane: number;
}

function drawn({ things, stretches, labelOf, middles, width, streams, ranks, returning, nodes }: Arranged): Layout {
  const middle = (thing: number): number => middles[thing] ?? 0;
  const returns = lanesOf([...returning].map((stream) => {
    const { from, to } = streams[stream] as Ends;
    return { stream, top: 2 * (ranks[to] ?? 0), bottom: 2 * (ranks[from] ?? 0) + 2, middle: middle(labelOf[stream] ?? 0) };
  }), things, middle);
  const rowCount = Math.max(...things.map(({ row }) => row)) + 1;
  const tracks = Array.from({ length: rowCount }, (_, row) => returns.filter(({ top, bottom }) => top === row || bottom === row).length);
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  for (let row = 0; row < rowCount; row++) {
    const own = things.filter((thing) => thing.row === row);
    tops.push(y);
    y += Math.max(0, ...own.map(({ height }) => height));
    bottoms.push(y);
    const leaving = stretches.filter(({ above }) => things[above]?.row === row);
    const reach = Math.max(0, ...leaving.map(({ above, below }) => Math.abs(middle(above) - middle(below))));
    const isEmpty = row === 0 && own.length === 0;
    y += isEmpty ? 0 : (row === rowCount - 1 ? 0 : CHANNEL + Math.min(36, reach / 8)) + TRACK * (tracks[row] ?? 0);
  }
  const place = (thing: number): Place => {
    const { row, width: wide, height, stream } = things[thing] as Thing;
    const [top, bottom] = [tops[row] ?? 0, bottoms[row] ?? 0];
    // A feed's label stands right above its line, all others right below theirs; boxes in the middle of their row.
    const isFeed = stream !== undefined && (streams[stream]?.from ?? 0) < 0;
    return { x: middle(thing) - wide / 2, y: stream === undefined ? (top + bottom - height) / 2 : isFeed ? bottom - height : top, width: wide, height };
  };
  const port = portsOf({ stretches, returns, streams, things, middle });
  const courses = stretches.map(({ above, below, stream }): Course => {
    const [from, to] = [things[above] as Thing, things[below] as Thing];
    const [start, end] = [place(above), place(below)];
    const [x1, x2] = [port("above", above, stream), port("below", below, stream)];
    const hasHead = to.node !== undefined || (to.stream !== undefined && (streams[stream]?.to ?? 0) < 0);
    const [y1, y2] = [from.passes ? tops[from.row] ?? 0 : start.y + start.height, end.y - (hasHead ? HEAD : 0)];
    const [leave, arrive] = [bottoms[from.row] ?? 0, tops[to.row] ?? 0];
    const bend = (leave + Math.min(arrive, y2)) / 2;
    return {
      stream, path: `M${point(x1, y1)}V${tenth(leave)}C${point(x1, bend)} ${point(x2, bend)} ${point(x2, Math.min(arrive, y2))}${y2 > arrive ? `V${tenth(y2)}` : ""}`,
      head: hasHead ? { x: x2, y: end.y } : undefined,
    };
  });
  // Within a channel the outer lanes have the upper tracks coming in and the lower ones going out, so that returns do not cross each other.
  const trackAt = (row: number, one: Return, isIn: boolean): number => {
    const here = returns.filter((other) => (isIn ? other.top : other.bottom) === row)
      .sort((a, b) => (isIn ? outward(b) - outward(a) : outward(a) - outward(b)) || a.stream - b.stream);
    const before = isIn ? returns.filter(({ bottom }) => bottom === row).length : 0;
    return (bottoms[row] ?? 0) + TRACK * (before + here.indexOf(one) + (isIn ? 1.2 : 0.8));
  };
  const around = returns.map((one): Course => {
    const label = labelOf[one.stream] as number;
    const { y: start, height } = place(label);
    const node = streams[one.stream]?.to ?? 0;
    const [x1, x2, { lane, side }] = [middle(label), port("below", node, one.stream), one];
    const [out, back, top] = [trackAt(one.bottom, one, false), trackAt(one.top, one, true), place(node).y];
    const r = ROUND * side;
    return {
      stream: one.stream, head: { x: x2, y: top },
      path: [
        `M${point(x1, start + height)}V${tenth(out - ROUND)}Q${point(x1, out)} ${point(x1 + r, out)}H${tenth(lane - r)}Q${point(lane, out)} ${point(lane, out - ROUND)}`,
        `V${tenth(back + ROUND)}Q${point(lane, back)} ${point(lane - r, back)}H${tenth(x2 + r)}Q${point(x2, back)} ${point(x2, back + ROUND)}V${tenth(top - HEAD)}`,
      ].join(""),
    };
  });
  const [left, right] = [Math.min(0, ...returns.map(({ lane }) => lane - 4)), Math.max(width, ...returns.map(({ lane }) => lane + 4))];
  return {
    nodes: Array.from({ length: nodes }, (_, node) => place(node)), labels: labelOf.map(place), courses: [...courses, ...around],
    left, width: right - left, height: y,
  };
}

const ROUND = 4;

function outward({ lane, side }: Return): number {
  return lane * side;
}

// Short returns run nearest; two that pass the same rows have lanes of their own. Each goes by the side that is nearer to its label.
function lanesOf(
  returns: readonly (Pick<Return, "stream" | "top" | "bottom"> & { readonly middle: number })[], things: readonly Thing[], middle: (thing: number) => number,
): readonly Return[] {
  const laid: Return[] = [];
  for (const { middle: from, ...one } of [...returns].sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.stream - b.stream)) {
    const passed = things.flatMap(({ row, width }, thing) => (row >= one.top && row <= one.bottom ? [{ at: middle(thing), half: width / 2 }] : []));
    const [low, high] = [Math.min(...passed.map(({ at, half }) => at - half)), Math.max(...passed.map(({ at, half }) => at + half))];
    const side = from - low < high - from ? -1 : 1;
    const others = laid.filter((other) => other.side === side && other.top <= one.bottom && one.top <= other.bottom).map(outward);
    laid.push({ ...one, side, lane: side * Math.max(side * (side < 0 ? low : high) + GAP, ...others.map((other) => other + LANE)) });
  }
  return laid;
}

const LANE = 12;

// Lines come in along the top of a box and go out along its bottom, in the order in which their other ends stand; returns come in from their sides.
function portsOf({ stretches, returns, streams, things, middle }: {
  readonly stretches: readonly Stretch[]; readonly returns: readonly Return[]; readonly streams: readonly Ends[]; readonly things: readonly Thing[];
  readonly middle: (thing: number) => number;
}): (end: "above" | "below", thing: number, stream: number) => number {
  return (end, thing, stream) => {
    const { node, width } = things[thing] as Thing;
    if (node === undefined) return middle(thing);
    const direct = stretches.filter((each) => each[end] === thing).map((each) => ({ stream: each.stream, at: middle(each[end === "above" ? "below" : "above"]), side: 0, outward: 0 }));
    const back = returns.filter((each) => end === "below" && streams[each.stream]?.to === node)
      .map((each) => ({ stream: each.stream, at: 0, side: each.side, outward: outward(each) }));
    const all = [...direct, ...back].sort((a, b) => a.side - b.side || a.at - b.at || a.side * (b.outward - a.outward) || a.stream - b.stream);
    return middle(thing) - width / 2 + width * (all.findIndex((each) => each.stream === stream) + 1) / (all.length + 1);
  };
}

function point(x: number, y: number): string {
  return `${tenth(x)} ${tenth(y)}`;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

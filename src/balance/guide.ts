/**
 * A likely point, in floating point: the ties are visited in turn, and each moves its unknowns onto itself by as little as their boxes' widths
 * suggest. Nothing here is trusted: the point only tells the exact search where to start.
 */
import type { Interval } from "../number/interval.ts";
import { unknownsOf, type Constraint, type System } from "./system.ts";

const SWEEPS = 80;
/** The share of a box's width that is kept free at each end, so that exact values have room to settle. */
const MARGIN = 0.04;
const CLOSE_ENOUGH = 1e-10;

interface Room {
  readonly low: number;
  readonly high: number;
  /** The square of the width: how readily the unknown moves. */
  readonly ease: number;
}

/** A point near the ties, inside the boxes. @internal */
export function guidingPoint({ boxes, constraints }: System): Map<number, number> {
  const unknowns = new Set(constraints.flatMap(unknownsOf));
  const scale = Math.max(1, ...[...unknowns].map((unknown) => largestEnd(boxes[unknown])));
  const rooms = new Map<number, Room>();
  const point = new Map<number, number>();
  for (const unknown of unknowns) {
    const room = roomOf(boxes[unknown] as Interval, scale);
    rooms.set(unknown, room);
    point.set(unknown, startIn(room, boxes[unknown] as Interval));
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let furthest = 0;
    for (const constraint of constraints) furthest = Math.max(furthest, settle(constraint, point, rooms));
    if (furthest < CLOSE_ENOUGH) break;
  }
  return point;
}

function largestEnd(box: Interval | undefined): number {
  return Math.max(Math.abs(box?.low?.toNumber() ?? 0), Math.abs(box?.high?.toNumber() ?? 0));
}

function roomOf(box: Interval, scale: number): Room {
  const low = box.low?.toNumber() ?? -Infinity;
  const high = box.high?.toNumber() ?? Infinity;
  if (low === -Infinity || high === Infinity) return { low, high, ease: scale * scale };
  const margin = (high - low) * MARGIN;
  return { low: low + margin, high: high - margin, ease: (high - low) ** 2 };
}

function startIn({ low, high }: Room, box: Interval): number {
  if (low !== -Infinity && high !== Infinity) return (low + high) / 2;
  if (low !== -Infinity) return low + Math.max(1, Math.abs(low)) * (box.lowClosed ? 0 : MARGIN);
  return high === Infinity ? 0 : high - Math.max(1, Math.abs(high)) * MARGIN;
}

// Moves the unknowns of one tie towards it; gives back how far off it was, in widths.
function settle(constraint: Constraint, point: Map<number, number>, rooms: ReadonlyMap<number, Room>): number {
  const slopes = slopesOf(constraint, point);
  const value = constraint.type === "row"
    ? slopes.reduce((sum, { of, slope }) => sum + slope * (point.get(of) as number), 0)
    : (point.get(constraint.amount) as number) - (point.get(constraint.ratio) as number) * (point.get(constraint.base) as number);
  const excess = value - targetOf(constraint, value);
  if (excess === 0) return 0;
  let steepness = 0;
  for (const { of, slope } of slopes) steepness += slope * slope * (rooms.get(of) as Room).ease;
  if (steepness === 0) return 0;
  const step = excess / steepness;
  for (const { of, slope } of slopes) {
    const { low, high, ease } = rooms.get(of) as Room;
    if (ease > 0) point.set(of, Math.min(high, Math.max(low, (point.get(of) as number) - step * slope * ease)));
  }
  return Math.abs(excess) / Math.sqrt(steepness);
}

function slopesOf(constraint: Constraint, point: ReadonlyMap<number, number>): { of: number; slope: number }[] {
  if (constraint.type === "row") return constraint.terms.map(({ of, weight }) => ({ of, slope: weight.toNumber() }));
  return [
    { of: constraint.amount, slope: 1 },
    { of: constraint.ratio, slope: -(point.get(constraint.base) as number) },
    { of: constraint.base, slope: -(point.get(constraint.ratio) as number) },
  ];
}

function targetOf(constraint: Constraint, value: number): number {
  if (constraint.type === "product") return 0;
  const { low, high } = constraint.range;
  return Math.min(high?.toNumber() ?? Infinity, Math.max(low?.toNumber() ?? -Infinity, value));
}

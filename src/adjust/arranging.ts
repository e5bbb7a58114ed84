/** Where things stand in rows one below the other, so that the links between neighbouring rows cross little and run straight. */

/** A thing in a row. @internal */
export interface Standing {
  readonly row: number;
  readonly width: number;
  /** Whether a line passes here and no more, which is to run straight above all. */
  readonly passes: boolean;
}

/** A link from a thing to one in the next row, by index. @internal */
export interface Link {
  readonly above: number;
  readonly below: number;
}

/** @internal */
export interface Arrangement {
  /** The middle of each thing. */
  readonly middles: readonly number[];
  readonly width: number;
}

const SWEEPS = 12;
const STRAIGHT = 8;

/** @internal */
export function arranged(things: readonly Standing[], links: readonly Link[], gap: number): Arrangement {
  const rows: number[][] = [];
  for (const [index, { row }] of things.entries()) (rows[row] ??= []).push(index);
  const filled = Array.from(rows, (row) => row as number[] | undefined ?? []);
  const neighbours = { above: listed(things.length, links, "below", "above"), below: listed(things.length, links, "above", "below") };
  const byRow = Array.from(filled, (): Link[] => []);
  for (const link of links) byRow[things[link.above]?.row ?? 0]?.push(link);
  return placed(things, ordered(filled, byRow, neighbours), neighbours, gap);
}

interface Neighbours {
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
}

function listed(count: number, links: readonly Link[], of: keyof Link, which: keyof Link): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const link of links) lists[link[of]]?.push(link[which]);
  return lists;
}

// Each row in turn by the mean place of its neighbours in the row before, downward and upward; the order that crosses least is kept.
function ordered(rows: readonly (readonly number[])[], links: readonly (readonly Link[])[], neighbours: Neighbours): readonly (readonly number[])[] {
  let best = rows;
  let least = crossings(rows, links);
  let current = rows.map((row) => [...row]);
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    const side = sweep % 2 === 0 ? "above" : "below";
    current = sweptRows(current, neighbours[side], side);
    const count = crossings(current, links);
    if (count < least) [best, least] = [current, count];
  }
  return best;
}

function sweptRows(rows: readonly (readonly number[])[], near: readonly (readonly number[])[], side: "above" | "below"): number[][] {
  const next = rows.map((row) => [...row]);
  const turns = [...rows.keys()];
  if (side === "below") turns.reverse();
  for (const row of turns) {
    const before = next[row + (side === "above" ? -1 : 1)];
    const own = next[row];
    if (before === undefined || own === undefined) continue;
    const key = own.map((thing, place) => {
      const others = (near[thing] ?? []).map((other) => (before.indexOf(other) + 0.5) / before.length);
      return { thing, place, mean: others.length === 0 ? (place + 0.5) / own.length : others.reduce((sum, each) => sum + each, 0) / others.length };
    });
    next[row] = key.sort((a, b) => a.mean - b.mean || a.place - b.place).map(({ thing }) => thing);
  }
  return next;
}

// By pairs of the links between two rows.
function crossings(rows: readonly (readonly number[])[], links: readonly (readonly Link[])[]): number {
  const place: number[] = [];
  for (const things of rows) for (const [at, thing] of things.entries()) place[thing] = at;
  let count = 0;
  for (const between of links) {
    const ends = between.map(({ above, below }) => [place[above] ?? 0, place[below] ?? 0] as const);
    for (const [index, [above, below]] of ends.entries()) {
      for (let other = index + 1; other < ends.length; other++) {
        const [otherAbove, otherBelow] = ends[other] as readonly [number, number];
        if ((above - otherAbove) * (below - otherBelow) < 0) count++;
      }
    }
  }
  return count;
}

// In turns, each row comes as near to the means of its neighbours as its own widths let it.
function placed(things: readonly Standing[], rows: readonly (readonly number[])[], { above, below }: Neighbours, gap: number): Arrangement {
  const half = (thing: number): number => (things[thing]?.width ?? 0) / 2;
  const middles = things.map(() => 0);
  for (const row of rows) {
    let x = 0;
    for (const thing of row) {
      middles[thing] = x + half(thing);
      x += 2 * half(thing) + gap;
    }
    for (const thing of row) middles[thing] = (middles[thing] ?? 0) - (x - gap) / 2;
  }
  for (let sweep = 0; sweep < 2 * SWEEPS; sweep++) {
    const isLast = sweep >= 2 * SWEEPS - 4;
    const turns = sweep % 2 === 0 ? rows : [...rows].reverse();
    for (const row of turns) {
      const wanted = row.map((thing) => {
        const near = isLast ? [...above[thing] ?? [], ...below[thing] ?? []] : (sweep % 2 === 0 ? above : below)[thing] ?? [];
        const weight = (other: number): number => (things[thing]?.passes === true || things[other]?.passes === true ? STRAIGHT : 1);
        const total = near.reduce((sum, other) => sum + weight(other), 0);
        const mean = near.reduce((sum, other) => sum + weight(other) * (middles[other] ?? 0), 0) / total;
        return { place: total === 0 ? middles[thing] ?? 0 : mean, weight: Math.max(total, 0.1) };
      });
      const starts: number[] = [];
      for (const [at, thing] of row.entries()) starts.push(at === 0 ? 0 : (starts[at - 1] ?? 0) + half(row[at - 1] ?? 0) + gap + half(thing));
      const found = rising(wanted.map(({ place, weight }, at) => ({ place: place - (starts[at] ?? 0), weight })));
      for (const [at, thing] of row.entries()) middles[thing] = (found[at] ?? 0) + (starts[at] ?? 0);
    }
  }
  const from = Math.min(...things.map((_, thing) => (middles[thing] ?? 0) - half(thing)));
  const to = Math.max(...things.map((_, thing) => (middles[thing] ?? 0) + half(thing)));
  return { middles: middles.map((middle) => middle - from), width: to - from };
}

// The rising numbers nearest to those wanted: the pools of adjacent violators.
function rising(wanted: readonly { readonly place: number; readonly weight: number }[]): readonly number[] {
  const pools: { mean: number; weight: number; count: number }[] = [];
  for (const { place, weight } of wanted) {
    let pool = { mean: place, weight, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const total = last.weight + pool.weight;
      pool = { mean: (last.mean * last.weight + pool.mean * pool.weight) / total, weight: total, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean));
}

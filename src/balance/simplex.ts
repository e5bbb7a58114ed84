/**
 * The exact linear core: is there a point in these boxes on which every linear row lies in its range? The general simplex of Dutertre and de Moura in
 * rationals, with an infinitesimal for open ends, so that the answer is a point or a proof, never a tolerance.
 *
 * Source of the method: B. Dutertre, L. de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006.
 */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { finished, type Steps } from "./steps.ts";
import { Tableau } from "./tableau.ts";

/** `sum of weight x variable` lies in a range. @internal */
export interface LinearRow {
  readonly terms: readonly { readonly of: number; readonly weight: Ratio }[];
  readonly range: Interval;
}

/** What the simplex found. @internal */
export type LinearOutcome =
  | { readonly point: ReadonlyMap<number, Ratio> }
  /** The variables whose bounds cannot hold together, with rows' own variables told by `-1 - place of the row`. */
  | { readonly infeasible: readonly number[] }
  | { readonly undecided: true };

/** A number with an infinitesimal part: `value + infinitesimal x epsilon`, which is how "above 2" becomes "at least 2 + epsilon". */
interface Near {
  readonly value: Ratio;
  readonly epsilon: Ratio;
}

interface Bounds {
  readonly low: Near | undefined;
  readonly high: Near | undefined;
}

/** How many pivots are made between two pauses. */
const BETWEEN_PAUSES = 64;

const ZERO: Near = { value: Ratio.zero, epsilon: Ratio.zero };
const MINUS_ONE: Ratio = /* @__PURE__ */ Ratio.one.negated();

/**
 * Decides a linear system exactly.
 *
 * @param boxes - the box of each variable that occurs in a row.
 * @param rows - the linear rows.
 * @param start - a point to start from (any point; a near one is faster).
 * @param effort - the most pivots. Their work is bounded too: beyond it the system is undecided.
 * @internal
 */
export function solveLinear(
  boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>, effort: number,
): LinearOutcome {
  return finished(solvingLinear(boxes, rows, start, effort));
}

/** The same in steps; with a share of the work that is allowed otherwise, where something else can be tried. @internal */
export function* solvingLinear(
  boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>, effort: number, share = 1,
): Steps<LinearOutcome> {
  const bounds = new Map<number, Bounds>();
  const values = new Map<number, Near>();
  for (const [variable, box] of boxes) {
    const bound = boundsOf(box);
    bounds.set(variable, bound);
    values.set(variable, clamped({ value: start.get(variable) ?? Ratio.zero, epsilon: Ratio.zero }, bound));
  }
  // Each row gets a basic variable of its own, equal to its sum; they are numbered from -1 down.
  const tableau = new Tableau();
  for (const [place, { terms, range }] of rows.entries()) {
    const basic = -1 - place;
    const row = new Map<number, Ratio>();
    for (const { of, weight } of terms) row.set(of, weight);
    tableau.set(basic, row);
    bounds.set(basic, boundsOf(range));
    values.set(basic, sumOf(row, values));
  }
  // Suspects in the order in which they moved, while that makes headway; Bland's rule (the smallest first), which cannot cycle, when it has not.
  const suspects = new Set(tableau.basics());
  let work = share * (WORK + WORK_A_ROW * rows.length);
  for (let pivots = 0; pivots <= effort; pivots++) {
    if (pivots % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) yield;
    const careful = pivots > effort / 2;
    const broken = careful ? smallestBroken(tableau.basics(), bounds, values) : nextBroken(suspects, bounds, values);
    if (broken === undefined) return { point: concrete(boxes, bounds, values) };
    const entering = enteringFor(broken, tableau, bounds, values, careful);
    if (entering === undefined) return { infeasible: [broken.basic, ...tableau.row(broken.basic).keys()] };
    work -= workOf(broken.basic, entering, tableau);
    if (work < 0) break;
    for (const moved of pivot(broken, entering, tableau, values)) suspects.add(moved);
  }
  return { undecided: true };
}

function boundsOf({ low, high, lowClosed, highClosed }: Interval): Bounds {
  return {
    low: low === undefined ? undefined : { value: low, epsilon: lowClosed ? Ratio.zero : Ratio.one },
    high: high === undefined ? undefined : { value: high, epsilon: highClosed ? Ratio.zero : MINUS_ONE },
  };
}

function compare(a: Near, b: Near): number {
  return a.value.compare(b.value) || a.epsilon.compare(b.epsilon);
}

function plusScaled(a: Near, b: Near, factor: Ratio): Near {
  return { value: a.value.plus(b.value.times(factor)), epsilon: b.epsilon.isZero ? a.epsilon : a.epsilon.plus(b.epsilon.times(factor)) };
}

function clamped(value: Near, { low, high }: Bounds): Near {
  if (low !== undefined && compare(value, low) < 0) return low;
  if (high !== undefined && compare(value, high) > 0) return high;
  return value;
}

function sumOf(row: ReadonlyMap<number, Ratio>, values: ReadonlyMap<number, Near>): Near {
  let sum = ZERO;
  for (const [variable, weight] of row) sum = plusScaled(sum, values.get(variable) as Near, weight);
  return sum;
}

interface Broken {
  readonly basic: number;
  readonly target: Near;
  /** Whether the basic variable has to grow. */
  readonly grow: boolean;
}

function brokenAt(basic: number, bounds: ReadonlyMap<number, Bounds>, values: ReadonlyMap<number, Near>): Broken | undefined {
  const { low, high } = bounds.get(basic) as Bounds;
  const value = values.get(basic) as Near;
  if (low !== undefined && compare(value, low) < 0) return { basic, target: low, grow: true };
  if (high !== undefined && compare(value, high) > 0) return { basic, target: high, grow: false };
  return undefined;
}

function nextBroken(suspects: Set<number>, bounds: ReadonlyMap<number, Bounds>, values: ReadonlyMap<number, Near>): Broken | undefined {
  for (const suspect of suspects) {
    const broken = brokenAt(suspect, bounds, values);
    if (broken !== undefined) return broken;
    suspects.delete(suspect);
  }
  return undefined;
}

function smallestBroken(basics: Iterable<number>, bounds: ReadonlyMap<number, Bounds>, values: ReadonlyMap<number, Near>): Broken | undefined {
  let smallest: Broken | undefined;
  for (const basic of basics) if (smallest === undefined || basic < smallest.basic) smallest = brokenAt(basic, bounds, values) ?? smallest;
  return smallest;
}

// A variable that can move the broken one the right way: the smallest where care is asked for, else the one in the fewest rows among those that have
// room for the whole step.
function enteringFor(
  { basic, grow, target }: Broken, tableau: Tableau, bounds: ReadonlyMap<number, Bounds>, values: ReadonlyMap<number, Near>, careful: boolean,
): number | undefined {
  let entering: number | undefined;
  let best = Infinity;
  const short = plusScaled(target, values.get(basic) as Near, MINUS_ONE);
  for (const [variable, weight] of tableau.row(basic)) {
    const bound = bounds.get(variable) as Bounds;
    const value = values.get(variable) as Near;
    const rises = (weight.sign > 0) === grow;
    const free = rises ? bound.high === undefined || compare(value, bound.high) < 0 : bound.low === undefined || compare(value, bound.low) > 0;
    if (!free) continue;
    const cost = careful ? variable : tableau.rowsWith(variable).size + (hasRoom(value, bound, short, weight) ? 0 : 1e9);
    if (cost >= best) continue;
    best = cost;
    entering = variable;
  }
  return entering;
}

function hasRoom(value: Near, { low, high }: Bounds, short: Near, weight: Ratio): boolean {
  const moved = plusScaled(value, short, weight.reciprocal());
  return (low === undefined || compare(moved, low) >= 0) && (high === undefined || compare(moved, high) <= 0);
}

/**
 * What one linear search may cost, in products of short numbers. The pivots alone do not bound it: each may touch every row, and exact numbers can grow
 * with every pivot until one product takes longer than a thousand short ones did.
 */
const WORK = 2_000_000;
const WORK_A_ROW = 2_000;
/** How much longer a product takes for numbers beyond these: the limits, the longest first, and the cost. */
const LENGTHS: readonly (readonly [bigint, number])[] = [[2n ** 8192n, 4000], [2n ** 2048n, 400], [2n ** 512n, 60], [2n ** 128n, 12], [2n ** 53n, 4]];

// The products of one pivot: each row that it touches times the row that it brings, at the price of the longest number there.
function workOf(basic: number, entering: number, tableau: Tableau): number {
  const row = tableau.row(basic);
  const touched = tableau.rowsWith(entering);
  let price = 1;
  for (const factor of row.values()) price = Math.max(price, priceOf(factor));
  for (const other of touched) price = Math.max(price, priceOf(tableau.row(other).get(entering) as Ratio));
  return price * row.size * touched.size;
}

function priceOf(factor: Ratio): number {
  return LENGTHS.find(([limit]) => factor.isLongerThan(limit))?.[1] ?? 1;
}

// Brings the broken variable to its target by moving `entering`, and lets the two change places. Gives back the basic variables that moved.
function pivot({ basic, target }: Broken, entering: number, tableau: Tableau, values: Map<number, Near>): number[] {
  const row = tableau.row(basic);
  const weight = row.get(entering) as Ratio;
  const inverse = weight.reciprocal();
  const short = plusScaled(target, values.get(basic) as Near, MINUS_ONE);
  const move = plusScaled(ZERO, short, inverse);
  values.set(basic, target);
  values.set(entering, plusScaled(values.get(entering) as Near, move, Ratio.one));
  const solved = new Map<number, Ratio>();
  for (const [variable, factor] of row) if (variable !== entering) solved.set(variable, factor.times(inverse).negated());
  solved.set(basic, inverse);
  tableau.delete(basic);
  const moved = [entering];
  for (const other of [...tableau.rowsWith(entering)]) {
    const factor = tableau.row(other).get(entering) as Ratio;
    values.set(other, plusScaled(values.get(other) as Near, move, factor));
    tableau.substitute(other, entering, factor, solved);
    moved.push(other);
  }
  tableau.set(entering, solved);
  return moved;
}

// A number small enough in the place of epsilon, so that every bound holds in plain numbers.
function concrete(boxes: ReadonlyMap<number, unknown>, bounds: ReadonlyMap<number, Bounds>, values: ReadonlyMap<number, Near>): Map<number, Ratio> {
  let epsilon = Ratio.one;
  const room = (lower: Near, upper: Near): void => {
    const excess = lower.epsilon.minus(upper.epsilon);
    if (excess.sign <= 0) return;
    const most = upper.value.minus(lower.value).dividedBy(excess.times(2));
    if (most.isLessThan(epsilon)) epsilon = most;
  };
  for (const [variable, value] of values) {
    const { low, high } = bounds.get(variable) as Bounds;
    if (low !== undefined) room(low, value);
    if (high !== undefined) room(value, high);
  }
  const point = new Map<number, Ratio>();
  for (const variable of boxes.keys()) {
    const { value, epsilon: part } = values.get(variable) as Near;
    point.set(variable, value.plus(part.times(epsilon)));
  }
  return point;
}

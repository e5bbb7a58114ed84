/**
 * The linear core in floating point: a point of the rows deep inside all bounds, or weights by which the rows seem to refute each other. Nothing here is
 * trusted: the exact search follows the point, and checks the weights.
 *
 * Every bound is a wall that pushes. All walls first give way by an allowance, which is made as small as can be: below zero there is a point with room on all
 * sides, and from there the walls push it to the middle; where it stays above zero, the forces in balance are the refutation.
 *
 * Source of the method: S. Mehrotra, "On the Implementation of a Primal-Dual Interior Point Method", SIAM Journal on Optimization 2, 1992.
 */
import type { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { Echelon, valueOf, weightsOf, type LinearSum } from "./echelon.ts";
import { exactly, insideOf } from "./point.ts";
import type { LinearRow } from "./simplex.ts";
import { leastDegreeFirst, SymmetricFactors } from "./sparse.ts";
import type { Steps } from "./steps.ts";
import { along, spread, Stiffness, type Wall } from "./stiffness.ts";

/**
 * A point by variable, inside all bounds; or the one that breaks them the least, and by the places of rows the weights by which they refute each other.
 *
 * @internal
 */
export interface Likely {
  readonly point: ReadonlyMap<number, Ratio>;
  readonly against?: ReadonlyMap<number, number>;
}

/** Beyond so many variables and rows together nothing is guessed. */
const MOST_SIZE = 6000;
/** How often it is begun anew, in units that suit the last point; the steps of each towards the least allowance, and those towards the middle. */
const MOST_ROUNDS = 6;
const MOST_STEPS = 60;
const MOST_CENTRING_STEPS = 30;
/** An allowance so far below zero leaves room enough to go on from. */
const DEEP = -0.01;
/** A gap, between what the forces prove and the allowance, that is as good as none. */
const CLOSED = 1e-11;
/** A force that is as good as none, beside the strongest. */
const NEGLIGIBLE = 1e-7;
/** How much of the way to a wall is gone at most. */
const SHORT_OF_THE_WALL = 0.99;
/** The same towards the middle. */
const MOST_OF_THE_WAY = 0.7;
/** The least that is aimed at, as a share of the gap. */
const LEAST_AIM = 1e-6;
/** What holds a variable near where it began, lest it go on for ever where there is no wall. */
const SPRING = 1e-4;
/** How far from the middle, by the measure of Newton's method, is near enough. */
const CENTRED = 0.25;

/**
 * Guesses; `undefined` where neither came out. Where weights do not refute the rows exactly, which only who asks can tell, it goes on in other units.
 *
 * @internal
 */
export function* guessing(
  boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>,
  refutes: (weights: ReadonlyMap<number, number>) => boolean,
): Steps<Likely | undefined> {
  if (boxes.size + rows.length > MOST_SIZE) return undefined;
  const echelon = new Echelon((variable) => boxes.get(variable)?.width?.toNumber() ?? Infinity);
  const equations = rows.filter(({ range }) => range.isPoint).sort((a, b) => a.terms.length - b.terms.length);
  for (const { terms, range } of equations) echelon.add(weightsOf(terms), range.low as Ratio);
  if (!echelon.holds) return undefined;
  const following = new Map(Array.from(echelon.dependents(), (of) => [of, echelon.reduced(new Map([[of, Ratio.one]]))]));
  yield;
  let from = start;
  let against: ReadonlyMap<number, number> | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const interior = new Interior(boxes, rows, from, { following, fine: round > 0 });
    const outcome = yield* interior.approaching();
    if (outcome === undefined) return undefined;
    if (outcome === "against") {
      against = interior.against();
      if (refutes(against)) return { point: interior.point(), against };
    }
    if (outcome === "inside") {
      yield* interior.centring();
      return { point: interior.point() };
    }
    from = interior.point();
  }
  return against && { point: from, against };
}

/** A variable that others follow from: `center + width x z`. */
interface Leading {
  readonly variable: number;
  readonly center: Ratio;
  readonly width: number;
}

/** The wall of a box, by its variable, or of a row; and how large the weights of its form were. */
interface OwnWall extends Wall {
  readonly of: { readonly variable: number } | { readonly row: number } | undefined;
  readonly size: number;
}

/** Where Newton's method goes. */
interface Step {
  readonly z: Float64Array;
  readonly allowance: number;
  readonly distances: Float64Array;
  readonly forces: Float64Array;
  /** How far the point, and how far the forces can go that way, and what the gap is then. */
  readonly way: number;
  readonly push: number;
  readonly gap: number;
}

class Interior {
  readonly #rows: readonly LinearRow[];
  readonly #leading: readonly Leading[];
  readonly #following: ReadonlyMap<number, LinearSum>;
  readonly #walls: OwnWall[] = [];
  readonly #stiffness: Stiffness;
  /** Whether walls that are close to each other give way by as much less. */
  readonly #isFine: boolean;
  readonly #z: Float64Array;
  readonly #forces: Float64Array;
  #allowance: number;
  /** Whether what is fixed lies in its bounds. */
  #hasRoom = true;

  constructor(
    boxes: ReadonlyMap<number, Interval>, rows: readonly LinearRow[], start: ReadonlyMap<number, Ratio>,
    { following, fine }: { readonly following: ReadonlyMap<number, LinearSum>; readonly fine: boolean },
  ) {
    this.#isFine = fine;
    this.#rows = rows;
    this.#following = following;
    this.#leading = Array.from(boxes).filter(([variable]) => !following.has(variable)).map(([variable, box]) => {
      const center = start.get(variable) ?? insideOf(box);
      const width = Math.min(box.width?.toNumber() ?? Infinity, Math.abs(center.toNumber()) || Infinity);
      return { variable, center, width: width === Infinity ? 1 : width };
    });
    const sums = new Map(this.#leading.map(({ variable }, place) => [variable, new Map([[place, Ratio.one]])]));
    const centers = new Map(this.#leading.map(({ variable, center }) => [variable, center]));
    for (const [of, { terms, constant }] of following) {
      sums.set(of, summed(terms, sums));
      centers.set(of, valueOf({ terms, constant }, centers));
    }
    for (const [variable, box] of boxes) this.#enclose(sums.get(variable) as Map<number, Ratio>, box, centers.get(variable) as Ratio, { variable });
    for (const [row, { terms, range }] of rows.entries()) {
      const weights = weightsOf(terms);
      if (!range.isPoint) this.#enclose(summed(weights, sums), range, valueOf({ terms: weights, constant: Ratio.zero }, centers), { row });
    }
    // The allowance itself has a floor.
    this.#walls.push({ form: { places: new Int32Array(0), weights: new Float64Array(0) }, side: 1, at: -1, give: 1, of: undefined, size: 1 });
    this.#z = new Float64Array(this.#leading.length);
    this.#allowance = 1 + this.#walls.reduce((most, { side, at, give }) => Math.max(most, side * at / give), 0);
    this.#forces = this.#distances().map((distance) => this.#allowance / this.#walls.length / distance);
    this.#stiffness = new Stiffness(this.#leading.length, this.#walls);
  }

  #enclose(sum: ReadonlyMap<number, Ratio>, { low, high }: Interval, center: Ratio, of: OwnWall["of"]): void {
    const [bottom, top] = [low, high].map((end) => end?.minus(center).toNumber());
    const weights = Float64Array.from(sum, ([place, weight]) => weight.toNumber() * (this.#leading[place] as Leading).width);
    const size = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    if (size === 0) {
      if ((bottom ?? 0) > 0 || (top ?? 0) < 0) this.#hasRoom = false;
      return;
    }
    const form = { places: Int32Array.from(sum.keys()), weights: weights.map((weight) => weight / size) };
    const give = this.#isFine ? Math.min(1, ((top ?? Infinity) - (bottom ?? -Infinity)) / size / 2) : 1;
    if (bottom !== undefined) this.#walls.push({ form, side: 1, at: bottom / size, give, of, size });
    if (top !== undefined) this.#walls.push({ form, side: -1, at: top / size, give, of, size });
  }

  #distances(): Float64Array {
    return Float64Array.from(this.#walls, ({ form, side, at, give }) => side * (along(form, this.#z) - at) + give * this.#allowance);
  }

  /** Brings the allowance down: there is room inside, or the walls push against each other, or it is near either; `undefined` if it cannot be done. */
  * approaching(): Steps<"inside" | "against" | "near" | undefined> {
    if (!this.#hasRoom) return undefined;
    for (let step = 0; step < MOST_STEPS; step++) {
      yield;
      const distances = this.#distances();
      const gap = dot(distances, this.#forces);
      if (this.#allowance < DEEP || (gap < CLOSED && this.#allowance < 0)) return "inside";
      if (gap < Math.max(CLOSED, this.#allowance * NEGLIGIBLE)) return gap < this.#allowance / 2 ? "against" : "near";
      if (!this.#stiffness.stiffen(this.#forces.map((force, wall) => force / (distances[wall] as number)))) return undefined;
      const plain = this.#step(distances, () => 0);
      const aim = gap / distances.length * Math.max(LEAST_AIM, Math.min(1, (plain.gap / gap) ** 3));
      const { z, allowance, forces, way, push } = this.#step(distances, (wall) => aim - (plain.forces[wall] as number) * (plain.distances[wall] as number));
      go(this.#z, z, way);
      go(this.#forces, forces, push);
      this.#allowance += way * allowance;
    }
    return "near";
  }

  // Towards where the products of forces and distances are what is aimed at, and how far that is possible.
  #step(distances: Float64Array, aim: (wall: number) => number): Step {
    const pushed = new Float64Array(this.#z.length);
    let corner = -1;
    for (const [wall, { form, side, give }] of this.#walls.entries()) {
      const force = aim(wall) / (distances[wall] as number);
      spread(form, side * force, pushed);
      corner += give * force;
    }
    const { z, allowance } = this.#stiffness.movedWith(pushed, corner);
    const distanceBy = Float64Array.from(this.#walls, ({ form, side, give }) => side * along(form, z) + give * allowance);
    const forceBy = this.#forces.map((force, wall) => (aim(wall) - force * (distanceBy[wall] as number)) / (distances[wall] as number) - force);
    const way = Math.min(1, SHORT_OF_THE_WALL * reach(distances, distanceBy));
    const push = Math.min(1, SHORT_OF_THE_WALL * reach(this.#forces, forceBy));
    const gap = distances.reduce((sum, distance, wall) => (
      sum + (distance + way * (distanceBy[wall] as number)) * ((this.#forces[wall] as number) + push * (forceBy[wall] as number))), 0);
    return { z, allowance, distances: distanceBy, forces: forceBy, way, push, gap };
  }

  /** Moves to where the walls, which do not give way any more, push alike from all sides. */
  * centring(): Steps<void> {
    this.#allowance = 0;
    for (let step = 0; step < MOST_CENTRING_STEPS; step++) {
      yield;
      const distances = this.#distances();
      if (!this.#stiffness.stiffen(distances.map((distance) => 1 / distance ** 2), SPRING)) return;
      const pushed = this.#z.map((at) => -SPRING * at);
      for (const [wall, { form, side }] of this.#walls.entries()) spread(form, side / (distances[wall] as number), pushed);
      const z = this.#stiffness.moved(pushed);
      const off = dot(z, pushed);
      const nearest = reach(distances, Float64Array.from(this.#walls, ({ form, side }) => side * along(form, z)));
      go(this.#z, z, off < CENTRED ? 1 : Math.min(1, MOST_OF_THE_WAY * nearest));
      if (!(off > CENTRED)) return;
    }
  }

  /** Where the variables are. */
  point(): Map<number, Ratio> {
    const point = new Map(this.#leading.map(({ variable, center, width }, place) => [variable, center.plus(exactly(width * (this.#z[place] as number)))]));
    for (const [of, sum] of this.#following) point.set(of, valueOf(sum, point));
    return point;
  }

  /** How hard each row pushes: those with walls by their forces, and equations so that all is in balance with the boxes. */
  against(): Map<number, number> {
    const against = new Map<number, number>();
    const pushed = new Map<number, number>();
    const add = (variable: number, force: number): void => void pushed.set(variable, (pushed.get(variable) ?? 0) + force);
    const strongest = Math.max(...this.#forces);
    for (const [wall, { of, side, size }] of this.#walls.entries()) {
      const force = this.#forces[wall] as number;
      if (of === undefined || force < NEGLIGIBLE * strongest) continue;
      if ("variable" in of) add(of.variable, side * force / size);
      else against.set(of.row, (against.get(of.row) ?? 0) + side * force / size);
    }
    for (const [row, force] of against) for (const { of, weight } of this.#rows[row]?.terms ?? []) add(of, force * weight.toNumber());
    for (const [row, force] of balancing(this.#rows, pushed)) against.set(row, force);
    return against;
  }
}

// The forces of the equations that come nearest to balance with what pushes: least squares.
function balancing(rows: readonly LinearRow[], pushed: ReadonlyMap<number, number>): Map<number, number> {
  const equations = rows.flatMap(({ terms, range }, row) => (
    range.isPoint && terms.length > 0 ? [{ row, terms: terms.map(({ of, weight }) => [of, weight.toNumber()] as const) }] : []));
  const standing = new Map<number, (readonly [number, number])[]>();
  for (const [place, { terms }] of equations.entries()) {
    for (const [of, weight] of terms) {
      const list = standing.get(of);
      if (list === undefined) standing.set(of, [[place, weight]]);
      else list.push([place, weight]);
    }
  }
  const matrix = equations.map(({ terms }) => {
    const cells = new Map<number, number>();
    for (const [of, weight] of terms) for (const [place, other] of standing.get(of) ?? []) cells.set(place, (cells.get(place) ?? 0) + weight * other);
    return { columns: [...cells.keys()], cells: [...cells.values()] };
  });
  const right = equations.map(({ terms }) => -terms.reduce((sum, [of, weight]) => sum + weight * (pushed.get(of) ?? 0), 0));
  const forces = new SymmetricFactors(matrix, leastDegreeFirst(matrix)).solve(right);
  return new Map(equations.flatMap(({ row }, place) => (forces[place] === 0 ? [] : [[row, forces[place] as number]])));
}

function go(from: Float64Array, by: Float64Array, way: number): void {
  for (const [place, part] of by.entries()) from[place] = (from[place] as number) + way * part;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, place) => sum + value * (b[place] as number), 0);
}

// How far one can go before any of these, all above zero, comes to zero.
function reach(from: Float64Array, by: Float64Array): number {
  return from.reduce((least, value, place) => ((by[place] as number) < 0 ? Math.min(least, -value / (by[place] as number)) : least), Infinity);
}

function summed(terms: ReadonlyMap<number, Ratio>, sums: ReadonlyMap<number, ReadonlyMap<number, Ratio>>): Map<number, Ratio> {
  const total = new Map<number, Ratio>();
  for (const [of, weight] of terms) {
    for (const [place, share] of sums.get(of) ?? []) total.set(place, (total.get(place) ?? Ratio.zero).plus(share.times(weight)));
  }
  for (const [place, weight] of total) if (weight.isZero) total.delete(place);
  return total;
}

/**
 * Controlled rounding: the numbers of a table rounded down or up so that every row and column still adds up.
 *
 * The numbers flow in a network: a row's total into the row, a cell from its row to its column, a column's total out of it, and the grand total back to
 * the start. What adds up is a flow that is kept at every node. One that is kept with fractions within whole bounds can be kept with whole numbers within the
 * same bounds, so that a table whose totals are all open has a rounding always; and shortest paths between what a node has too much and what
 * another lacks find the one that moves the least.
 *
 * @source L. H. Cox, A Constructive Procedure for Unbiased Controlled Rounding, Journal of the American Statistical Association 82 (1987); R. K. Ahuja,
 * T. L. Magnanti and J. B. Orlin, Network Flows, 1993, chapter 9 (successive shortest paths).
 */
import { Ratio } from "../number/ratio.ts";

/** One number, in units of the last place, that flows from a node to another. @internal */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly exact: Ratio;
  /** Whether it is what was printed already, and stays as it is. */
  readonly kept: boolean;
  /** How many units further it may go, down or up, where others that stay make it. */
  readonly spare?: number;
}

/** A flow as a whole number: that below it, and that above where it goes up. */
interface Rounding {
  readonly floor: Ratio;
  /** What going up adds to the distance from the exact number; nothing where it stays. */
  readonly cost: Ratio | undefined;
  up: boolean;
}

/**
 * The flows as whole numbers that are kept at every node and are the least away in all: each less than one away, but for what it has to spare; nothing if
 * there are none.
 *
 * @internal
 */
export function controlledRounding(flows: readonly Flow[], nodes: number): readonly Ratio[] | undefined {
  const roundings = flows.map(({ exact, kept }): Rounding => {
    const floor = exact.rounded({ places: 0 }, "floor");
    const remainder = exact.minus(floor);
    // Up costs 1 - r, and down r. To begin with each goes to the nearest, so that no step makes anything nearer.
    const cost = kept || remainder.isZero ? undefined : Ratio.one.minus(remainder.times(2));
    return { floor, cost, up: cost !== undefined && cost.sign < 0 };
  });
  // Each unit further, forward or back, is a flow of its own that costs one.
  const further = flows.flatMap(({ from, to, spare = 0 }, of) => (
    Array.from({ length: spare }, () => [{ from, to, of, by: 1 }, { from: to, to: from, of, by: -1 }]).flat()));
  const all = [...flows, ...further];
  const allRoundings = [...roundings, ...further.map((): Rounding => ({ floor: Ratio.zero, cost: Ratio.one, up: false }))];
  const excess = excesses(all, allRoundings, nodes);
  const network = new Network(all, allRoundings, nodes);
  const open = allRoundings.filter(({ cost }) => cost !== undefined).length;
  if (excess.some((units) => units.absolute().isGreaterThan(open))) return undefined;
  const left = excess.map((units) => units.toNumber());
  while (left.some((units) => units > 0)) if (!network.settle(left)) return undefined;
  const gone = flows.map(() => 0);
  for (const [place, { of, by }] of further.entries()) if (allRoundings[flows.length + place]?.up === true) gone[of] = (gone[of] ?? 0) + by;
  return roundings.map(({ floor, up }, place) => floor.plus((up ? 1 : 0) + (gone[place] ?? 0)));
}

type Way = Pick<Flow, "from" | "to">;

// What flows into each node beyond what flows out.
function excesses(flows: readonly Way[], roundings: readonly Rounding[], nodes: number): readonly Ratio[] {
  const excess = Array.from({ length: nodes }, () => Ratio.zero);
  for (const [place, { from, to }] of flows.entries()) {
    const { floor, up } = roundings[place] as Rounding;
    const whole = up ? floor.plus(1) : floor;
    excess[to] = (excess[to] as Ratio).plus(whole);
    excess[from] = (excess[from] as Ratio).minus(whole);
  }
  return excess;
}

class Network {
  readonly #flows: readonly Way[];
  readonly #roundings: readonly Rounding[];
  /** The open flows at each node. */
  readonly #at: readonly (readonly number[])[];
  /** By which the costs of steps are kept from being negative. */
  readonly #potential: Ratio[];

  constructor(flows: readonly Way[], roundings: readonly Rounding[], nodes: number) {
    const at: number[][] = Array.from({ length: nodes }, () => []);
    for (const [place, { from, to }] of flows.entries()) {
      if (roundings[place]?.cost === undefined) continue;
      at[from]?.push(place);
      at[to]?.push(place);
    }
    this.#flows = flows;
    this.#roundings = roundings;
    this.#at = at;
    this.#potential = at.map(() => Ratio.zero);
  }

  /** Moves one unit from a node that has too much to the nearest that lacks one, by what that costs; whether there is a way. */
  settle(left: number[]): boolean {
    const far: (Ratio | undefined)[] = left.map((units) => (units > 0 ? Ratio.zero : undefined));
    const by: (number | undefined)[] = left.map(() => undefined);
    const done = left.map(() => false);
    for (;;) {
      const node = nearest(far, done);
      if (node === undefined) return false;
      done[node] = true;
      const distance = far[node] as Ratio;
      if ((left[node] as number) < 0) {
        this.#lift(far, done, distance);
        this.#push(node, by, left);
        return true;
      }
      for (const place of this.#at[node] as readonly number[]) {
        const next = this.#stepFrom(node, place);
        if (next === undefined || done[next]) continue;
        const { cost, up } = this.#roundings[place] as Rounding;
        const step = (up ? (cost as Ratio).negated() : cost as Ratio).plus(this.#potential[node] as Ratio).minus(this.#potential[next] as Ratio);
        const reached = distance.plus(step);
        const known = far[next];
        if (known !== undefined && known.compare(reached) <= 0) continue;
        far[next] = reached;
        by[next] = place;
      }
    }
  }

  // A flow that is down can go up along itself, and one that is up can go down against itself.
  #stepFrom(node: number, place: number): number | undefined {
    const { from, to } = this.#flows[place] as Way;
    const [start, end] = this.#roundings[place]?.up === true ? [to, from] : [from, to];
    return start === node ? end : undefined;
  }

  #lift(far: readonly (Ratio | undefined)[], done: readonly boolean[], distance: Ratio): void {
    for (const [node, own] of far.entries()) {
      this.#potential[node] = (this.#potential[node] as Ratio).plus(done[node] === true && own !== undefined ? own : distance);
    }
  }

  #push(target: number, by: readonly (number | undefined)[], left: number[]): void {
    let node = target;
    for (let place = by[node]; place !== undefined; place = by[node]) {
      const rounding = this.#roundings[place] as Rounding;
      const { from, to } = this.#flows[place] as Way;
      node = node === to ? from : to;
      rounding.up = !rounding.up;
    }
    left[node] = (left[node] as number) - 1;
    left[target] = (left[target] as number) + 1;
  }
}

function nearest(far: readonly (Ratio | undefined)[], done: readonly boolean[]): number | undefined {
  let found: number | undefined;
  for (const [node, own] of far.entries()) {
    if (own === undefined || done[node] === true) continue;
    if (found === undefined || own.isLessThan(far[found] as Ratio)) found = node;
  }
  return found;
}

/** Solves a flowsheet: masses alone in rationals where they are few, all else by iteration, and tells both in the same terms. */
import { Ratio } from "../number/ratio.ts";
import { Covariance, type Functional } from "./covariance.ts";
import { solveExactly } from "./exact.ts";
import { exactCircuit, type ExactCircuit } from "./exact-circuit.ts";
import { BASIS, type Laid } from "./laying.ts";
import { sumOfSquares } from "./model.ts";
import { iterate, type Iterated } from "./newton.ts";
import { Problems } from "../problem/problems.ts";
import { RANK_TOLERANCE, type Projection } from "./projection.ts";
import type { Given, ReadFlowsheet } from "./reading.ts";

/** @internal */
export interface Solved {
  /** The adjusted variables, scaled. */
  readonly x: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  readonly reason: string | undefined;
  readonly degreesOfFreedom: number;
  readonly statistic: number;
  /** Balances that say nothing new, by constraint. */
  readonly dependent: readonly number[];
  /** How much of a measurement's variance its adjustment has; zero where it is not redundant. */
  readonly shed: (variable: number) => number;
  readonly variance: (functional: Functional) => number | undefined;
  readonly determines: (functional: Functional) => boolean;
  readonly exact: ExactCircuit | undefined;
  /** The tolerance of the decisions on rank; `undefined` where they are exact. */
  readonly tolerance: number | undefined;
}

// Beyond this, rationals grow long.
const MOST_EXACT_NODES = 60;
const MOST_EXACT_STREAMS = 150;
const OPEN = 1e-6;

/** @throws `HeadgradeError` `invalid-balance` where exact values contradict the balances. @internal */
export function solveCircuit(flowsheet: ReadFlowsheet, laid: Laid, most: number): Solved {
  const isOfMasses = flowsheet.components.length === 0 && flowsheet.streams.every(({ moisture }) => moisture === undefined);
  if (isOfMasses && flowsheet.nodes.length <= MOST_EXACT_NODES && flowsheet.streams.length <= MOST_EXACT_STREAMS) return solveMasses(flowsheet, laid);
  const { model } = laid;
  const iterated = iterateApart(flowsheet, laid, most);
  const { x, projection } = iterated;
  if (!iterated.converged) requireConsistent(laid, projection);
  const covariance = new Covariance(model, projection);
  const isKept = (variable: number): boolean => model.variables[variable]?.variance === 0 || !projection.tiesOf.has(variable);
  return {
    x, converged: iterated.converged, iterations: iterated.iterations, reason: reasonOf(flowsheet, laid, iterated), degreesOfFreedom: projection.ties.length,
    statistic: sumOfSquares(model, x), dependent: projection.dependent.map(({ constraint }) => constraint), shed: (variable) => covariance.shed(variable),
    variance: (functional) => covariance.variance(functional), determines: (functional) => covariance.determines(functional),
    exact: iterated.converged ? exactCircuit(flowsheet, laid, x, isKept) : undefined, tolerance: RANK_TOLERANCE,
  };
}

// Why there is no balance, and at which figure to look first.
function reasonOf({ streams, components }: ReadFlowsheet, { streams: laid }: Laid, { reason, restless }: Iterated): string | undefined {
  if (reason === undefined || restless === undefined) return reason;
  for (const [index, { mass, wetMass, moisture, components: assays }] of laid.entries()) {
    const component = assays.findIndex(({ variable }) => variable === restless);
    const field = mass === restless ? "mass" : wetMass === restless ? "wetMass" : moisture === restless ? "moisture"
      : component < 0 ? undefined : `assays.${components[component]?.name ?? ""}`;
    if (field !== undefined) return `${reason}; ${streams[index]?.name ?? ""}.${field} moved most at the end: the figures hardly determine it, or contradict each other there`;
  }
  return reason;
}

const COLLAPSED = 1e-8;
const MOST_ROUNDS = 8;

/**
 * A flow that was not measured and that nothing measured determines can vanish in the iteration: at a flow of nothing, assays about it need not agree. So
 * one flow of
 * each part that vanished is held at a guess until the assays agree; then it is let go, and it shows whether the figures determine it.
 */
function iterateApart({ streams }: ReadFlowsheet, { model, streams: laid }: Laid, most: number): Iterated {
  const held = new Set<number>();
  const first = iterate(model, most);
  let iterated = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const vanished = streams.flatMap((stream, index) => {
      const mass = laid[index]?.mass ?? 0;
      const isFree = model.variables[mass]?.variance === undefined && !held.has(mass);
      return isFree && Math.abs(iterated.x[mass] as number) < COLLAPSED ? [{ ...stream, mass }] : [];
    });
    if (vanished.length === 0) break;
    const reached = new Set<number>();
    for (const { from, to, mass } of vanished) {
      const isNew = [from, to].every((node) => node < 0 || !reached.has(node));
      for (const node of [from, to]) if (node >= 0) reached.add(node);
      if (isNew) held.add(mass);
    }
    const variables = model.variables.map((variable, index) => (held.has(index) ? { start: variable.start, variance: 0 } : variable));
    iterated = iterate({ ...model, variables }, most);
  }
  if (held.size === 0) return first;
  const freed = iterated.converged ? iterate(model, most, iterated.x) : first;
  return freed.converged ? freed : first;
}

// What does not close, and has no measured value left in it that could give way, is a contradiction among exact values.
function requireConsistent({ model, names }: Laid, { dependent }: Projection): void {
  const isExact = model.variables.some(({ variance }) => variance === 0);
  const wrong = dependent.filter(({ misclosure }) => Math.abs(misclosure) > OPEN);
  if (!isExact || wrong.length === 0) return;
  contradiction(wrong.map(({ constraint }) => names[constraint] ?? ""));
}

function contradiction(names: readonly string[]): never {
  const problems = new Problems("balance");
  for (const name of names) {
    problems.add(name, "out-of-range", "Values that are said to be exact contradict this balance, and no measured value in it can give way: give one of them an error.");
  }
  problems.settle();
  throw new Error("unreachable");
}

function solveMasses({ nodes, streams }: ReadFlowsheet, laid: Laid): Solved {
  const given = streams.map(({ mass }, index): Pick<Given, "value" | "variance"> | undefined => (
    index === laid.basis ? { value: BASIS, variance: Ratio.zero } : mass
  ));
  const order = [...given.keys()].sort((a, b) => Number(given[a] === undefined) - Number(given[b] === undefined));
  const place = new Map(order.map((stream, index) => [stream, index]));
  const measured = order.flatMap((stream) => given[stream] ?? []);
  const constraints = nodes.map((_, node) => ({
    constant: Ratio.zero,
    coefficients: new Map(streams.flatMap(({ from, to }, index) => (to === node ? [[place.get(index) as number, Ratio.one] as const]
      : from === node ? [[place.get(index) as number, Ratio.one.negated()] as const] : []))),
  }));
  const solution = solveExactly({ measured, unmeasured: streams.length - measured.length, constraints, covariances: [] });
  if (solution.contradictory.length > 0) contradiction(solution.contradictory.map((index) => laid.names[index] ?? ""));
  const valueOf = (stream: number): (typeof solution.values)[number] => solution.values[place.get(stream) as number] as (typeof solution.values)[number];
  const exact = streams.map((_, index) => ({ mass: valueOf(index).adjusted ?? Ratio.zero, wetMass: undefined, moisture: undefined, flows: [], assays: [] }));
  const scale = laid.flowScale;
  return {
    x: Float64Array.from(exact, ({ mass }) => mass.toNumber() / scale), converged: true, iterations: 1, reason: undefined,
    degreesOfFreedom: solution.degreesOfFreedom, statistic: solution.statistic.toNumber(), dependent: solution.dependent,
    shed: (stream) => {
      const variance = given[stream]?.variance;
      return variance === undefined || variance.isZero ? 0 : valueOf(stream).adjustmentVariance.dividedBy(variance).toNumber();
    },
    variance: (functional) => {
      if ([...functional.keys()].some((stream) => valueOf(stream).adjusted === undefined)) return undefined;
      let sum = 0;
      for (const [a, left] of functional) {
        for (const [b, right] of functional) sum += left * right * solution.covariance(place.get(a) as number, place.get(b) as number).toNumber();
      }
      return Math.max(0, sum) / scale / scale;
    },
    determines: (functional) => [...functional.keys()].every((stream) => valueOf(stream).adjusted !== undefined),
    exact: { streams: exact, reason: undefined }, tolerance: undefined,
  };
}

/** How sure the adjusted values are, and anything that is computed from them, to first order. */
import type { Model } from "./model.ts";
import { RANK_TOLERANCE, type Projection } from "./projection.ts";

/** A quantity's slopes by variable. @internal */
export type Functional = ReadonlyMap<number, number>;

/** The variances of one balance. @internal */
export class Covariance {
  readonly #model: Model;
  readonly #projection: Projection;
  readonly #place: ReadonlyMap<number, number>;

  constructor(model: Model, projection: Projection) {
    this.#model = model;
    this.#projection = projection;
    this.#place = new Map(projection.eliminated.map(({ variable }, index) => [variable, index]));
  }

  /** The variance of the adjustment of a measured variable, as a share of the measurement's; zero where it is not redundant. */
  shed(variable: number): number {
    const variance = this.#model.variables[variable]?.variance ?? 0;
    const ties = this.#projection.tiesOf.get(variable) ?? [];
    let sum = 0;
    for (const [row, left] of ties) for (const [column, right] of ties) sum += left * right * this.#projection.factors.inverseAt(row, column);
    return sum * variance;
  }

  /** Whether the figures determine a quantity. */
  determines(functional: Functional): boolean {
    return this.#onMeasured(functional) !== undefined;
  }

  /** The variance of a quantity; `undefined` where it depends on what cannot be observed. */
  variance(functional: Functional): number | undefined {
    const { variables } = this.#model;
    const [alone] = functional;
    if (functional.size === 1 && alone !== undefined) {
      const [variable, slope] = alone;
      const variance = variables[variable]?.variance;
      if (variance !== undefined) return slope * slope * variance * Math.max(0, 1 - this.shed(variable));
    }
    const measured = this.#onMeasured(functional);
    if (measured === undefined) return undefined;
    const { tiesOf, factors } = this.#projection;
    let own = 0;
    const crossing = new Map<number, number>();
    for (const [variable, slope] of measured) {
      const spread = slope * (variables[variable]?.variance ?? 0);
      own += slope * spread;
      for (const [tie, cell] of tiesOf.get(variable) ?? []) crossing.set(tie, (crossing.get(tie) ?? 0) + cell * spread);
    }
    return Math.max(0, own - factors.quadratic(crossing));
  }

  // The same quantity as a function of measured variables only: those that were eliminated are put back in the order in which they went.
  #onMeasured(functional: Functional): Map<number, number> | undefined {
    const { eliminated } = this.#projection;
    const { variables } = this.#model;
    const slopes = new Map<number, number>();
    const waiting = new Map<number, number>();
    const places: number[] = [];
    let open = 0;
    const add = (variable: number, slope: number): void => {
      const variance = variables[variable]?.variance;
      if (variance === 0) return;
      const place = this.#place.get(variable);
      if (variance !== undefined) slopes.set(variable, (slopes.get(variable) ?? 0) + slope);
      else if (place === undefined) waiting.set(-1 - variable, (waiting.get(-1 - variable) ?? 0) + slope);
      else {
        if (!waiting.has(place)) insert(places, place);
        waiting.set(place, (waiting.get(place) ?? 0) + slope);
      }
    };
    for (const [variable, slope] of functional) add(variable, slope);
    for (let place = places.shift(); place !== undefined; place = places.shift()) {
      const slope = waiting.get(place) ?? 0;
      waiting.delete(place);
      if (slope === 0) continue;
      const { variable, row } = eliminated[place] as Projection["eliminated"][number];
      const factor = -slope / (row.cells.get(variable) as number);
      for (const [other, cell] of row.cells) if (other !== variable) add(other, factor * cell);
    }
    for (const slope of waiting.values()) open = Math.max(open, Math.abs(slope));
    return open > RANK_TOLERANCE ? undefined : slopes;
  }
}

// Into a list in rising order.
function insert(places: number[], place: number): void {
  let at = places.length;
  while (at > 0 && (places[at - 1] as number) > place) at--;
  places.splice(at, 0, place);
}

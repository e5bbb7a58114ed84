/**
 * From a point in floating point to an exact one. Equations are put in an order in which each gives one unknown in terms of others; the unknowns that no
 * equation gives are taken from the guide, as short numbers, and all else follows exactly. What is left in a circle is solved together.
 */
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { Echelon, valueOf, weightsOf } from "./echelon.ts";
import { coverOf, joined, openProducts, withKnown, ZERO_ONLY } from "./linearise.ts";
import { insideOf, pointOf, roundedIn, satisfies, shortIn } from "./point.ts";
import type { LinearRow } from "./simplex.ts";
import type { Steps } from "./steps.ts";
import { unknownsOf, type Constraint, type Product, type System } from "./system.ts";

/** The digits of a box's width that a free value keeps: short, and well within the margin of the guide. */
const FREE_DIGITS = 5;
/** The digits that a fixed factor keeps: it has to suit every tie that shares it, and nothing moves it afterwards. */
const FIXED_DIGITS = 9;
/** How many constraints are dealt with between two pauses. */
const BETWEEN_PAUSES = 4096;

/** An equation, and the unknown that it gives. */
interface Given {
  readonly by: Constraint;
  readonly of: number;
}

/** A short exact number near where the guide is, inside the box of the unknown. */
type Near = (unknown: number, digits: number) => Ratio;

/** A guide in floating point, which may be somewhat off the ties. @internal */
export function nearGuide(guide: ReadonlyMap<number, number>, { boxes }: System): Near {
  return (unknown, digits) => shortIn(guide.get(unknown) as number, boxes[unknown] as Interval, digits);
}

/** A guide that satisfies every tie but for the error of doubles: followed more closely. @internal */
export function nearPoint(point: ReadonlyMap<number, Ratio>, { boxes }: System): Near {
  return (unknown, digits) => roundedIn(point.get(unknown) as Ratio, boxes[unknown] as Interval, digits + FURTHER_DIGITS);
}

const FURTHER_DIGITS = 20;

/** A point of the system near the guide, checked exactly; `undefined` if none came out. @internal */
export function* lifting(system: System, near: Near): Steps<ReadonlyMap<number, Ratio> | undefined> {
  const { boxes, constraints } = system;
  const values = new Map<number, Ratio>();
  const order = new Order(system);
  yield* paused(order.peel());
  const circle = new Circle(order.circle, boxes);
  if (!(yield* circle.settling(near))) return undefined;
  const dependent = new Set([...order.given.map(({ of }) => of), ...circle.dependents()]);
  for (const constraint of constraints) {
    for (const unknown of unknownsOf(constraint)) {
      if (values.has(unknown) || dependent.has(unknown)) continue;
      values.set(unknown, pointOf(boxes[unknown]) ?? near(unknown, FREE_DIGITS));
    }
  }
  for (const of of circle.dependents()) {
    const value = circle.valueOf(of, values);
    if (boxes[of]?.contains(value) !== true) return undefined;
    values.set(of, value);
  }
  let count = 0;
  for (const { by, of } of order.given.reverse()) {
    if (++count % BETWEEN_PAUSES === 0) yield;
    const value = by.type === "row" ? fromRow(by, of, values) : fromProduct(by, of, values, boxes);
    if (value === undefined || boxes[of]?.contains(value) !== true) return undefined;
    values.set(of, value);
  }
  yield;
  return satisfies(system, values) ? values : undefined;
}

/**
 * Equations that go round in a circle. Factors are given values one after another, so that each product becomes linear; a factor that those before it
 * determine already gets that value, and no other.
 */
class Circle {
  readonly #boxes: readonly Interval[];
  readonly #products: Product[] = [];
  readonly #echelon: Echelon;

  constructor(equations: readonly Constraint[], boxes: readonly Interval[]) {
    this.#boxes = boxes;
    this.#echelon = new Echelon((unknown) => widthOf(boxes[unknown]));
    const rows: LinearRow[] = [];
    for (const equation of equations) {
      if (equation.type === "product") this.#products.push(equation);
      else rows.push(equation);
    }
    for (const row of rows.sort((a, b) => a.terms.length - b.terms.length)) this.#add(row);
  }

  * settling(near: Near): Steps<boolean> {
    for (const factor of coverOf(openProducts(this.#boxes, this.#products))) {
      yield;
      this.#straighten();
      if (this.#known(factor) === undefined) this.#add({ terms: [{ of: factor, weight: Ratio.one }], range: Interval.point(near(factor, FIXED_DIGITS)) });
    }
    this.#straighten();
    return this.#echelon.holds;
  }

  dependents(): Iterable<number> {
    return this.#echelon.dependents();
  }

  valueOf(dependent: number, values: ReadonlyMap<number, Ratio>): Ratio {
    return valueOf(this.#echelon.reduced(new Map([[dependent, Ratio.one]])), values);
  }

  // Products of which a factor is known by now are linear; what they determine may make others so.
  #straighten(): void {
    for (let before = -1; this.#echelon.holds && before !== this.#products.length;) {
      before = this.#products.length;
      for (const product of this.#products.splice(0)) {
        const { amount, ratio, base } = product;
        const [r, b] = [this.#known(ratio), this.#known(base)];
        if (r === undefined && b === undefined) this.#products.push(product);
        else this.#add({ terms: r !== undefined ? joined(amount, base, r) : joined(amount, ratio, b as Ratio), range: ZERO_ONLY });
      }
    }
  }

  #known(unknown: number): Ratio | undefined {
    return pointOf(this.#boxes[unknown]) ?? this.#echelon.known(unknown);
  }

  #add(row: LinearRow): void {
    const { terms, range } = withKnown(row.terms, row.range, (unknown) => pointOf(this.#boxes[unknown]));
    this.#echelon.add(weightsOf(terms), range.low as Ratio);
  }
}

function* paused(steps: Iterable<unknown>): Steps<void> {
  for (const step of steps) if (step !== undefined) yield;
}

/** Equations in an order in which they can be followed backwards: each gives an unknown that none of those after it speaks of. */
class Order {
  /** The equations that give an unknown, those to be followed last first. */
  readonly given: Given[] = [];
  readonly #boxes: readonly Interval[];
  readonly #left: Set<Constraint>;
  readonly #standing = new Map<number, Constraint[]>();
  readonly #degree = new Map<number, number>();

  constructor({ boxes, constraints }: System) {
    this.#boxes = boxes;
    this.#left = new Set(constraints.filter((constraint) => constraint.type === "product" || constraint.range.isPoint));
    for (const equation of this.#left) {
      for (const unknown of this.#openIn(equation)) {
        const list = this.#standing.get(unknown);
        if (list === undefined) this.#standing.set(unknown, [equation]);
        else list.push(equation);
      }
    }
    for (const [unknown, { length }] of this.#standing) this.#degree.set(unknown, length);
  }

  /** What goes round in a circle: every unknown of it stands in two equations or more. */
  get circle(): readonly Constraint[] {
    return [...this.#left];
  }

  * peel(): Generator<true | undefined, void, void> {
    const lone = new Set([...this.#degree].flatMap(([unknown, degree]) => (degree === 1 ? [unknown] : [])));
    let count = 0;
    for (const unknown of lone) {
      if (++count % BETWEEN_PAUSES === 0) yield true;
      if (this.#degree.get(unknown) !== 1) continue;
      const equation = this.#standing.get(unknown)?.find((standing) => this.#left.has(standing));
      const of = equation === undefined ? undefined : this.#givenBy(equation);
      if (equation === undefined || of === undefined) continue;
      this.#left.delete(equation);
      this.given.push({ by: equation, of });
      for (const other of this.#openIn(equation)) {
        const degree = (this.#degree.get(other) as number) - 1;
        this.#degree.set(other, degree);
        if (degree === 1) {
          lone.delete(other);
          lone.add(other);
        }
      }
    }
  }

  // Of the unknowns that stand in this equation only, a ratio, or else the one with the most room.
  #givenBy(equation: Constraint): number | undefined {
    const lone = this.#openIn(equation).filter((unknown) => this.#degree.get(unknown) === 1);
    if (equation.type === "product") {
      const { amount, ratio, base } = equation;
      if (new Set([amount, ratio, base]).size < 3) return undefined;
      return [ratio, base, amount].find((unknown) => lone.includes(unknown));
    }
    const room = (unknown: number): number => widthOf(this.#boxes[unknown]) * Math.abs(equation.terms.find(({ of }) => of === unknown)?.weight.toNumber() ?? 0);
    return lone.length < 2 ? lone[0] : lone.reduce((best, unknown) => (room(unknown) > room(best) ? unknown : best));
  }

  #openIn(constraint: Constraint): number[] {
    const unknowns = unknownsOf(constraint);
    return (constraint.type === "row" ? unknowns : [...new Set(unknowns)]).filter((unknown) => this.#boxes[unknown]?.isPoint === false);
  }
}

function fromRow({ terms, range }: Extract<Constraint, { type: "row" }>, of: number, values: ReadonlyMap<number, Ratio>): Ratio {
  let rest = range.low as Ratio;
  let own = Ratio.one;
  for (const { of: unknown, weight } of terms) {
    if (unknown === of) own = weight;
    else rest = rest.minus((values.get(unknown) as Ratio).times(weight));
  }
  return rest.dividedBy(own);
}

function fromProduct({ amount, ratio, base }: Product, of: number, values: ReadonlyMap<number, Ratio>, boxes: readonly Interval[]): Ratio | undefined {
  const at = (unknown: number): Ratio => values.get(unknown) as Ratio;
  if (of === amount) return at(ratio).times(at(base));
  const under = at(of === ratio ? base : ratio);
  if (!under.isZero) return at(amount).dividedBy(under);
  return at(amount).isZero ? insideOf(boxes[of] as Interval) : undefined;
}

function widthOf(box: Interval | undefined): number {
  return box?.width?.toNumber() ?? Infinity;
}

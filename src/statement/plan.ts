/** Which checks a statement allows: one for each printed ratio against its two amounts, and one for each sum, wherever a figure that it needs was printed. */
import type { Unit } from "../quantity/spelling.ts";
import { addressOf, type Place } from "./address.ts";
import type { CheckPlan } from "./check.ts";
import { figuresIn, missingIn, type Expression } from "./expression.ts";
import { BASES, wordsOf, type LaidSum, type Layout } from "./layout.ts";
import type { PlacedFigure } from "./read.ts";

/** Every check of a layout, in the order of the statement. @internal */
export function plansOf(layout: Layout, unitOf: (place: Place) => Unit): CheckPlan[] {
  return new Planner(layout, unitOf).plans();
}

class Planner {
  readonly #layout: Layout;
  readonly #unitOf: (place: Place) => Unit;
  readonly #plans: CheckPlan[] = [];

  constructor(layout: Layout, unitOf: (place: Place) => Unit) {
    this.#layout = layout;
    this.#unitOf = unitOf;
  }

  plans(): CheckPlan[] {
    this.#sameFacts();
    for (const place of this.#layout.places.values()) {
      if (place.item === "throughput") this.#throughput(place);
      if (place.item === "contained" && this.#printed(place) !== undefined) this.#contained(place);
      if (place.item === "produced") this.#produced(place);
    }
    for (const sum of this.#layout.sums) this.#sum(sum);
    return this.#plans;
  }

  #add(place: Place, name: string, expression: Expression, bases: readonly string[]): void {
    const focus = this.#printed(place);
    if (focus === undefined && figuresIn(expression).length === 0) return;
    this.#plans.push({ name, address: addressOf(place), unit: focus?.figure.quantity.measure ?? this.#unitOf(place), focus, expression, bases });
  }

  #sameFacts(): void {
    for (const [first, ...others] of this.#layout.printed.values()) {
      if (first === undefined) continue;
      for (const other of others) {
        this.#plans.push({
          name: `${wordsOf(first.place)}, printed twice`, address: first.address, unit: first.figure.quantity.measure, focus: first,
          expression: { type: "figure", figure: other }, bases: [],
        });
      }
    }
  }

  #throughput(place: Place): void {
    const ore = { ...place, item: "ore" } as const;
    if (this.#printed(place) === undefined && this.#printed(ore) === undefined) return;
    this.#add(place, wordsOf(place), { type: "quotient", over: this.#leaf(ore), under: this.#days(place) }, [this.#dayBasis(place)]);
  }

  #contained(place: Place): void {
    this.#add(place, wordsOf(place), { type: "product", factors: [this.#ore(place), this.#leaf({ ...place, item: "grade" })] }, [BASES.milled]);
  }

  #produced(place: Place): void {
    const { contained, grade, recovery } = this.#assays(place);
    const known = [contained, grade, recovery].filter((figure) => figure !== undefined).length;
    if (known === 0 || !this.#layout.places.has(addressOf({ ...place, item: "contained" }))) return;
    const feed: Expression[] = contained === undefined ? [this.#ore(place), this.#leaf({ ...place, item: "grade" })] : [{ type: "figure", figure: contained }];
    this.#add(place, wordsOf(place), { type: "product", factors: [...feed, this.#leaf({ ...place, item: "recovery" })] }, [BASES.milled, BASES.recovered]);
  }

  #sum({ total, parts, over }: LaidSum): void {
    const bases = [BASES[over]];
    if (total.item !== "contained") {
      if (parts.every((part) => this.#isUnknown(part)) && this.#printed(total) === undefined) return;
      this.#add(total, sumName(total, parts, over), { type: "sum", parts: parts.map((part) => this.#amount(part)) }, bases);
      return;
    }
    // Contained metal is seldom printed: its sum is the check of the whole's weighted grade, or of its weighted recovery.
    const sum: Expression = { type: "sum", parts: parts.map((part) => this.#amount(part)) };
    if (missingIn(sum).length > 0 && this.#printed(total) === undefined) return;
    if (this.#printed(total) !== undefined) this.#add(total, sumName(total, parts, over), sum, bases);
    const grade = { ...total, item: "grade" } as const;
    if (this.#printed(grade) !== undefined) this.#add(grade, `${wordsOf(grade)}, by tonnes`, { type: "quotient", over: sum, under: this.#ore(total) }, bases);
    const recovery = { ...total, item: "recovery" } as const;
    const produced = { ...total, item: "produced" } as const;
    if (this.#printed(recovery) === undefined || this.#printed(produced) === undefined) return;
    this.#add(recovery, `${wordsOf(recovery)}, by metal`, { type: "quotient", over: this.#leaf(produced), under: sum }, [...bases, BASES.recovered]);
  }

  #printed(place: Place): PlacedFigure | undefined {
    return this.#layout.printed.get(addressOf(place))?.[0];
  }

  #leaf(place: Place): Expression {
    const figure = this.#printed(place);
    return figure === undefined ? { type: "missing", address: addressOf(place) } : { type: "figure", figure };
  }

  #assays(place: Place): { contained: PlacedFigure | undefined; grade: PlacedFigure | undefined; recovery: PlacedFigure | undefined } {
    return {
      contained: this.#printed({ ...place, item: "contained" }), grade: this.#printed({ ...place, item: "grade" }), recovery: this.#printed({ ...place, item: "recovery" }),
    };
  }

  #days(place: Place): Expression {
    const days = this.#leaf({ ...place, metal: undefined, item: "days" });
    return days.type === "figure" ? days : { type: "days", days: this.#layout.statement.periods.get(place.period)?.days ?? 0 };
  }

  #dayBasis(place: Place): string {
    return this.#printed({ ...place, metal: undefined, item: "days" }) === undefined ? BASES.calendar : BASES.stated;
  }

  // The ore as printed, or else as the printed throughput makes it.
  #ore(place: Place): Expression {
    const ore = this.#leaf({ ...place, metal: undefined, item: "ore" });
    if (ore.type === "figure") return ore;
    const throughput = this.#printed({ ...place, metal: undefined, item: "throughput" });
    return throughput === undefined ? ore : { type: "product", factors: [{ type: "figure", figure: throughput }, this.#days(place)] };
  }

  // An amount as printed, or else by the shortest way from figures that were.
  #amount(place: Place): Expression {
    const own = this.#leaf(place);
    if (own.type === "figure") return own;
    if (place.item === "ore") return this.#ore(place);
    if (place.item !== "contained") return own;
    const { grade, recovery } = this.#assays(place);
    const ore = this.#ore(place);
    if (grade !== undefined && ore.type !== "missing") return { type: "product", factors: [ore, { type: "figure", figure: grade }] };
    const produced = this.#printed({ ...place, item: "produced" });
    if (recovery === undefined || produced === undefined) return own;
    return { type: "quotient", over: { type: "figure", figure: produced }, under: { type: "figure", figure: recovery } };
  }

  #isUnknown(place: Place): boolean {
    return this.#amount(place).type === "missing";
  }
}

function sumName(total: Place, parts: readonly Place[], over: LaidSum["over"]): string {
  return `${wordsOf(total)}, ${String(parts.length)} ${over}`;
}

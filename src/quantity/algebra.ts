/**
 * Which products and quotients of two kinds are a kind again, and in which unit they come out. The whole of it is one short table: each row says that
 * the product of its first two kinds is the third. Quotients follow; where two kinds could result (mass by mass is a grade or a fraction), the caller
 * says which.
 */
import type { Ratio } from "../number/ratio.ts";
import type { Kind } from "./kind.ts";
import { isUnitOf, unitOf, type Unit } from "./spelling.ts";
import { GRADE_UNITS, type GradeRow, type GradeUnit } from "./unit.ts";

/** Products of kinds: factor, factor, product. A fraction times any kind is that kind, and is not listed. */
const PRODUCTS = [
  ["grade", "mass", "mass"],
  ["grade", "throughput", "throughput"],
  ["throughput", "duration", "mass"],
  ["density", "volume", "mass"],
  ["density", "volumeFlow", "throughput"],
  ["concentration", "volume", "mass"],
  ["concentration", "volumeFlow", "throughput"],
  ["volumeFlow", "duration", "volume"],
  ["specificVolume", "mass", "volume"],
  ["price", "mass", "money"],
] as const;

type Row = (typeof PRODUCTS)[number];

/**
 * The kind of a product, or `never` when it is none.
 *
 * @category Quantities
 */
export type ProductKind<A extends Kind, B extends Kind> =
  A extends "fraction" ? B
    : B extends "fraction" ? A
      : Row extends infer R ? (R extends readonly [A, B, infer C] | readonly [B, A, infer C] ? C & Kind : never) : never;

type RowQuotient<C extends Kind, D extends Kind> =
  Row extends infer R ? (R extends readonly [infer Q, D, C] ? Q & Kind : never) | (R extends readonly [D, infer Q, C] ? Q & Kind : never) : never;

/**
 * The kinds that a quotient can be: none (`never`), one, or two, and then the caller names the one meant.
 *
 * @category Quantities
 */
export type QuotientKind<C extends Kind, D extends Kind> =
  | (D extends "fraction" ? C : RowQuotient<C, D>)
  | (C extends D ? (D extends C ? "fraction" : never) : never);

/**
 * The kinds that a quantity can be multiplied by.
 *
 * @category Quantities
 */
export type Multiplier<A extends Kind> = { [B in Kind]: [ProductKind<A, B>] extends [never] ? never : B }[Kind];

/**
 * The kinds that a quantity can be divided by.
 *
 * @category Quantities
 */
export type Divisor<C extends Kind> = { [D in Kind]: [QuotientKind<C, D>] extends [never] ? never : D }[Kind];

/** The kind of a product, at run time. @internal */
function productKind(a: Kind, b: Kind): Kind | undefined {
  if (a === "fraction") return b;
  if (b === "fraction") return a;
  return PRODUCTS.find(([p, q]) => (p === a && q === b) || (p === b && q === a))?.[2];
}

/** The kinds that a quotient can be, at run time. @internal */
export function quotientKinds(dividend: Kind, divisor: Kind): readonly Kind[] {
  const kinds: Kind[] = [];
  if (divisor === "fraction") kinds.push(dividend);
  else {
    for (const [p, q, product] of PRODUCTS) {
      if (product !== dividend) continue;
      if (q === divisor) kinds.push(p);
      else if (p === divisor) kinds.push(q);
    }
  }
  if (dividend === divisor && !kinds.includes("fraction")) kinds.push("fraction");
  return kinds;
}

/** A result's unit, and what the product or quotient of the two values is multiplied by to be in it. @internal */
export interface ResultUnit {
  readonly kind: Kind;
  readonly unit: Unit;
  readonly factor: Ratio;
}

const productUnits = new WeakMap<Unit, WeakMap<Unit, ResultUnit>>();

/**
 * The unit of a product: metal comes out in the unit usual for its grade (troy ounces for g/t), all else in the units given. `undefined` when the
 * product is no kind.
 *
 * @internal
 */
export function productUnit(a: Unit, b: Unit): ResultUnit | undefined {
  let row = productUnits.get(a);
  const known = row?.get(b);
  if (known !== undefined) return known;
  const kind = productKind(a.kind, b.kind);
  if (kind === undefined) return undefined;
  const unit = a.kind === "fraction" ? b : b.kind === "fraction" ? a : unitOf(kind, productSymbol(kind, a, b));
  const result: ResultUnit = { kind, unit, factor: a.factor.times(b.factor).dividedBy(unit.factor).reduced() };
  if (row === undefined) productUnits.set(a, row = new WeakMap());
  row.set(b, result);
  return result;
}

/** The unit of a quotient. @internal */
export function quotientUnit(kind: Kind, dividend: Unit, divisor: Unit): ResultUnit {
  const unit = divisor.kind === "fraction" && kind === dividend.kind ? dividend : unitOf(kind, quotientSymbol(kind, dividend, divisor));
  return { kind, unit, factor: dividend.factor.dividedBy(divisor.factor).dividedBy(unit.factor) };
}

function productSymbol(kind: Kind, a: Unit, b: Unit): string {
  // A row of the table names the factor first whose numerator the product is made of.
  const [first, second] = PRODUCTS.some(([p, q]) => p === a.kind && q === b.kind) ? [a, b] : [b, a];
  const [over = ""] = first.symbol.split("/");
  if (first.kind === "grade" || second.kind === "grade") {
    const grade = first.kind === "grade" ? first : second;
    const other = first.kind === "grade" ? second : first;
    const { metal } = GRADE_UNITS[grade.symbol as GradeUnit];
    return kind === "mass" ? metal : `${metal}/${other.symbol.split("/")[1] ?? "d"}`;
  }
  // Density x volume flow is mass per the flow's time; every other product keeps what its first factor is made of.
  return kind === "throughput" ? `${over}/${second.symbol.split("/")[1] ?? "d"}` : over;
}

function quotientSymbol(kind: Kind, dividend: Unit, divisor: Unit): string {
  const [over = "", time] = dividend.symbol.split("/");
  const joined = `${over}/${divisor.symbol}`;
  switch (kind) {
    case "fraction": return "%";
    case "grade": {
      const [ore = ""] = divisor.symbol.split("/");
      return ore !== "t" && over !== "t" && isUnitOf("grade", `${over}/${ore}`) ? `${over}/${ore}` : GRADE_OF_METAL[over] ?? "%";
    }
    case "duration": return "d";
    case "mass": return dividend.kind === "money" || divisor.kind === "specificVolume" ? divisor.symbol.split("/")[1] ?? "t" : divisor.kind === "grade" ? oreOf(divisor) : "t";
    case "volume": return "m3";
    case "volumeFlow": return dividend.kind === "throughput" ? `m3/${time ?? "d"}` : joined;
    case "throughput": return dividend.kind === "throughput" ? `${divisor.kind === "grade" ? oreOf(divisor) : "t"}/${time ?? "d"}` : joined;
    case "money": return dividend.symbol;
    case "density":
    case "concentration": {
      const volume = divisor.symbol.split("/")[0] ?? "m3";
      return `${over}/${volume}`;
    }
    case "price":
    case "specificVolume": return joined;
  }
}

// The ton that a grade is per.
function oreOf(grade: Unit): string {
  const row: GradeRow = GRADE_UNITS[grade.symbol as GradeUnit];
  return row.per === "st" || row.per === "lt" ? row.per : "t";
}

// The unit in which a grade is usually told, by the unit of its metal; any other metal is told in per cent.
const GRADE_OF_METAL: Readonly<Record<string, string>> = {
  g: "g/t", mg: "g/t", ug: "g/t", oz: "g/t", koz: "g/t", Moz: "g/t", dwt: "g/t", gr: "g/t", ct: "ct/t", kct: "ct/t", Mct: "ct/t",
};

/**
 * Relations of a user's own, as arithmetic text: `{metal} = {ore}*{grade}*{recovery}/100` or `{sold} <= {made}`. An equation is laid in a graph as one tie
 * that bears its name, over sums and products that are defined on the way.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { readComparison, readConstants, type Arithmetic, type Comparison } from "./arithmetic.ts";
import type { GraphBuilder, TieInput } from "./graph.ts";
import { Nodes } from "./nodes.ts";
import {
  atom, canonical, constant, dividedBy, divisorOf, fromTerms, gathered, inverse, keyOf, multiplied, plus, scaled, times,
  type Polynomial, type Powers, type Term,
} from "./polynomial.ts";

/**
 * An equation that was read: its text, and the names in it.
 *
 * @category Balance
 */
export interface Equation {
  /** The text, with its two sides joined. */
  readonly text: string;
  readonly op: "=" | "<=";
  /** The names in braces, each once, as they come. */
  readonly names: readonly string[];
  /** @internal */
  readonly comparison: Comparison;
}

/** What an unknown of an equation is in a graph. @internal */
interface NamedUnknown {
  /** Its name in the graph. */
  readonly name: string;
  /** What one of the equation's units is in the graph's: 1000 for kilotonnes in a graph of tonnes. One unless said otherwise. */
  readonly factor?: Ratio;
}

/** @internal */
export interface EquationLayout {
  /** The name of the tie. */
  readonly name: string;
  /** The unknown of the graph that a name in braces stands for; `undefined` where there is none, which is refused. */
  readonly unknownOf: (id: string) => NamedUnknown | undefined;
}

/**
 * Reads an equation, or the statement that one side is at most the other.
 *
 * The text is arithmetic: `+ - * / ( )`, names in braces, decimal numbers, `F("240/7")` for an exact number, and the constants given by name. Where
 * something is divided by a figure that can be zero, `q = a / b` is read as `q x b = a`.
 *
 * @param input - `"left = right"`, `"left <= right"`, or the two sides with their `op`.
 * @param constants - numbers by name, such as `{ OZ: "31.1034768" }`.
 * @throws `HeadgradeError` `invalid-statement` or `malformed-number` with the column of the mistake (from 1) in its facts; `too-large`.
 * @example
 * ```ts
 * import { equation } from "headgrade/balance";
 *
 * equation("{metal} = {ore}*{grade}/OZ", { OZ: "31.1034768" }).names // => ["metal", "ore", "grade"]
 * ```
 * @category Balance
 */
export function equation(
  input: string | { readonly left: string; readonly op: "=" | "<="; readonly right: string }, constants: Readonly<Record<string, Numeric>> = {},
): Equation {
  const text = textOf(input);
  const comparison = readComparison(text, readConstants(constants));
  const names = new Set<string>();
  for (const side of [comparison.left, comparison.right]) collect(side, names);
  if (names.size === 0) throw new HeadgradeError("invalid-statement", `The equation ${shown(text)} names no figure: put names in braces, such as {ore}.`, { given: text });
  return { text, op: comparison.op, names: [...names], comparison };
}

function textOf(input: string | { readonly left: string; readonly op: string; readonly right: string }): string {
  if (typeof input !== "object") return input;
  const { left, op, right } = input;
  for (const side of [left, right]) {
    if (typeof side !== "string") throw new HeadgradeError("invalid-statement", `A side of an equation is a text, and this is ${shown(side)}.`, { given: shown(side) });
  }
  if (op === "=" || op === "<=") return `${left} ${op} ${right}`;
  throw new HeadgradeError("invalid-statement", `Two sides are compared by "=" or "<=", and not by ${shown(op)}.`, { given: shown(op) });
}

/**
 * Lays an equation in a graph, after the unknowns that it names and the figures printed of them, and returns the place of its tie. Every other tie that is laid
 * on the way is a definition.
 *
 * @throws `HeadgradeError` `unknown-item` for a name that stands for nothing; `division-by-zero`; `invalid-statement` for a bound with a divisor
 * that can be of either sign, or zero; `too-large`.
 * @internal
 */
export function layEquation(builder: GraphBuilder, parsed: Equation, { name, unknownOf }: EquationLayout): number {
  return layEquations(builder, [{ equation: parsed, name }], unknownOf)[0] as number;
}

/**
 * Lays equations that are known together: what several of them share is laid once, even where it would stand by itself in one.
 *
 * @internal
 */
export function layEquations(
  builder: GraphBuilder, equations: readonly { readonly equation: Equation; readonly name: string }[], unknownOf: EquationLayout["unknownOf"],
): number[] {
  const nodes = Nodes.of(builder);
  const forms = equations.map(({ equation: parsed }) => formOf(parsed, nodes, builder, unknownOf));
  const uses = new Map<string, number>();
  for (const form of forms) {
    const products = new Set<string>();
    for (const { powers } of form.values()) nodes.productsWithin(powers, products);
    for (const key of products) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const isShared = (powers: Powers): boolean => nodes.hasProduct(powers) || (uses.get(keyOf(powers)) ?? 0) > 1;
  return equations.map(({ equation: { op, names }, name }, place) => {
    const form = forms[place] as Polynomial;
    return builder.tie({ name, ...(op === "<=" ? boundOf(form, nodes) : equalityOf(form, nodes, isShared, () => nameInGraph(names[0] as string, unknownOf))) });
  });
}

/** `left - right` without divisors. */
function formOf({ text, op, comparison: { left, right } }: Equation, nodes: Nodes, builder: GraphBuilder, unknownOf: EquationLayout["unknownOf"]): Polynomial {
  const leaf = (id: string, column: number): Polynomial => {
    const found = unknownOf(id);
    if (found !== undefined && builder.has(found.name)) return atom(nodes.leaf(found.name), found.factor?.reciprocal());
    throw new HeadgradeError(
      "unknown-item", `The equation ${shown(text)} names ${shown(id)} at column ${String(column)}, which is not there: declare it first, or correct the name.`,
      { given: id, column },
    );
  };
  const valueOf = (expression: Arithmetic): Polynomial => {
    switch (expression.type) {
      case "number": return constant(expression.value);
      case "unknown": return leaf(expression.id, expression.column);
      case "negated": return scaled(valueOf(expression.of), MINUS_ONE);
      case "sum": return plus(valueOf(expression.left), scaled(valueOf(expression.right), Ratio.of(expression.sign)));
      case "product": return times(valueOf(expression.left), valueOf(expression.right), nodes.sums);
      case "quotient": {
        const quotient = dividedBy(valueOf(expression.over), valueOf(expression.under), nodes.sums);
        if (quotient !== undefined) return quotient;
        const { column } = expression;
        throw new HeadgradeError("division-by-zero", `The equation ${shown(text)} divides by zero at column ${String(column)}: whatever the figures are.`, { column });
      }
    }
  };
  return withoutDivisors(plus(valueOf(left), scaled(valueOf(right), MINUS_ONE)), op, text, nodes);
}

/** How many factors an equation may get when its divisors are taken to the other side. */
const MOST_FACTORS = 4_000;
const MINUS_ONE: Ratio = /* @__PURE__ */ Ratio.one.negated();

/**
 * The two ways to get rid of a divisor. `v = a / b` becomes `v x b = a`; but `v = 100 a / b - 100` keeps its quotient as an unknown of its own, `a = r x b`,
 * so that one row is left in which everything stands once. For that no divisor may be zero (see nodes.ts). If one may, all is taken to the other side, which
 * says the same wherever the quotient means anything; for a bound that needs the divisors' signs.
 */
function withoutDivisors(form: Polynomial, op: Equation["op"], text: string, nodes: Nodes): Polynomial {
  const terms = [...form.values()];
  const groups = new Map<string, { readonly divisor: Powers; readonly over: Term[] }>();
  for (const term of terms) {
    const divisor = divisorOf(term.powers);
    const key = keyOf(divisor);
    const group = groups.get(key);
    const over = { weight: term.weight, powers: multiplied(term.powers, divisor) };
    if (group === undefined) groups.set(key, { divisor, over: [over] });
    else group.over.push(over);
  }
  if (groups.size === 0 || (groups.size === 1 && groups.has(""))) return form;
  const whole = groups.get("")?.over.length ?? 0;
  const isRatio = terms.length === 2 || groups.size === 1 || (groups.size === 2 && whole === 1);
  const divisors = [...groups.values()].map(({ divisor }) => divisor);
  if (!(op === "=" && isRatio) && divisors.every((divisor) => nodes.isNeverZero(divisor))) {
    return fromTerms([...groups].flatMap(([key, { divisor, over }]) => {
      if (key === "") return over;
      const { weight, powers } = gathered(fromTerms(over), nodes.sums);
      return [{ weight, powers: new Map([[nodes.quotient(powers, divisor), 1]]) }];
    }));
  }
  const common = new Map<string, number>();
  for (const divisor of divisors) for (const [key, power] of divisor) common.set(key, Math.max(power, common.get(key) ?? 0));
  if (op === "<=" && !nodes.isNonNegative(common)) {
    throw new HeadgradeError(
      "invalid-statement", `${shown(text)} divides by something that may be zero or negative, so that a bound on the quotient says nothing of the rest: multiply it out.`,
      { given: text.slice(0, 100) },
    );
  }
  if (terms.length * degreeOf(common) > MOST_FACTORS) {
    throw new HeadgradeError(
      "too-large", `${shown(text)} divides by too many things that may be zero: taken to the other side, they make more than ${String(MOST_FACTORS)} factors.`,
      { limit: MOST_FACTORS },
    );
  }
  return fromTerms(terms.map(({ weight, powers }) => ({ weight, powers: withDivisor(common, powers) })));
}

// The divisor first: of `rate x days = ore`, the days are the base.
function withDivisor(common: Powers, powers: Powers): Powers {
  return multiplied(multiplied(common, inverse(divisorOf(powers))), multiplied(powers, divisorOf(powers)));
}

/** `form = 0` as a tie. */
function equalityOf(form: Polynomial, nodes: Nodes, isShared: (powers: Powers) => boolean, anyName: () => string): TieInput {
  const terms = [...form.values()].filter(({ powers }) => powers.size > 0);
  const chosen = terms.find(({ powers }) => degreeOf(powers) === 1) ?? terms[0];
  if (chosen === undefined) {
    // Everything cancelled: true or false whatever the figures are.
    const name = anyName();
    return { total: name, parts: [name], slack: Interval.point(form.get("")?.weight ?? 0) };
  }
  const rest = scaled(fromTerms([...form.values()].filter((term) => term !== chosen)), chosen.weight.reciprocal().negated());
  const [other] = rest.values();
  const isAlone = rest.size === 1 && other !== undefined && other.powers.size > 0;
  if (isAlone && degreeOf(other.powers) > 1 && other.weight.equals(Ratio.one) && !isShared(other.powers)) {
    return { amount: nodes.nameOfProduct(chosen.powers), ...nodes.factorsOfProduct(other.powers) };
  }
  const total = nodes.nameOfProduct(chosen.powers);
  const { polynomial, factor } = canonical(rest);
  if (rest.size > 1 && nodes.sums.has(polynomial)) return { total, parts: [{ of: nodes.nameOfSum(polynomial), weight: factor }] };
  const { parts, slack } = nodes.partsOf(rest);
  return parts.length > 0 ? { total, parts, slack } : { total, parts: [nodes.nameOfSum(rest)] };
}

/** `form <= 0` as a tie. */
function boundOf(form: Polynomial, nodes: Nodes): TieInput {
  const terms = [...form.values()];
  const positive = terms.filter(({ weight }) => weight.sign > 0);
  const unit = positive[0]?.weight.reciprocal() ?? Ratio.one;
  const negative = terms.filter(({ weight }) => weight.sign < 0);
  return { lesser: nodes.nameOfSum(scaled(fromTerms(positive), unit)), greater: nodes.nameOfSum(scaled(fromTerms(negative), unit.negated())) };
}

function degreeOf(powers: Powers): number {
  return [...powers.values()].reduce((sum, power) => sum + power, 0);
}

function nameInGraph(id: string, unknownOf: EquationLayout["unknownOf"]): string {
  return unknownOf(id)?.name ?? id;
}

function collect(expression: Arithmetic, names: Set<string>): void {
  switch (expression.type) {
    case "number": break;
    case "unknown": names.add(expression.id); break;
    case "negated": collect(expression.of, names); break;
    case "sum": case "product":
      collect(expression.left, names);
      collect(expression.right, names);
      break;
    case "quotient":
      collect(expression.over, names);
      collect(expression.under, names);
      break;
  }
}

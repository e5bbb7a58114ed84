/** Weighted least squares for values under linear constraints, exactly: a mass balance, or any balance whose equations are sums. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { eliminateSerially, type Elimination } from "./elimination.ts";
import { solveExactly, type ExactConstraint, type ExactSolution } from "./exact.ts";
import { parseConstraint, type LinearForm } from "./expression.ts";
import { LinearBalance, type ConstraintTest, type LinearValue } from "./linear-balance.ts";
import { varianceOf, type MeasurementError } from "./measurement.ts";
import { isName, Problems } from "../problem/problems.ts";
import { squareRoot } from "./root.ts";
import { beyondWhich, criticalValues, globalTest, levelOf, measurementTests } from "./significance.ts";

/**
 * A measured number and its error, in whatever unit the balance is in.
 *
 * @category Adjustment
 */
export interface MeasuredNumber {
  readonly value: Numeric;
  readonly error: MeasurementError<Numeric>;
}

/**
 * A constraint: written out, as `"feed = concentrate + tailings"`, or as factors by name. Written names are of letters, digits, _ and the point; factors go
 * by any name.
 *
 * @category Adjustment
 */
export type LinearConstraint = string | { readonly sum: Readonly<Record<string, Numeric>>; readonly equals?: Numeric };

/**
 * The correlation of two measurements' errors.
 *
 * @category Adjustment
 */
export interface MeasurementCorrelation {
  readonly between: readonly [string, string];
  /** Between -1 and 1. */
  readonly coefficient: Numeric;
}

/**
 * Measured values, those that are not, and the constraints that they are under.
 *
 * @category Adjustment
 */
export interface LinearInput {
  readonly measured: Readonly<Record<string, MeasuredNumber>>;
  /** Names of values that were not measured. */
  readonly unmeasured?: readonly string[];
  readonly constraints: readonly LinearConstraint[];
  readonly correlations?: readonly MeasurementCorrelation[];
  /** The level of the tests: 95 % unless said otherwise. */
  readonly level?: QuantityInput<"fraction">;
  /** Gross errors are looked for and set aside only if this is given. */
  readonly eliminate?: Elimination;
}

interface ReadLinear {
  readonly names: readonly string[];
  readonly values: ReadonlyMap<string, { readonly value: Ratio; readonly variance: Ratio }>;
  readonly forms: readonly LinearForm[];
  readonly texts: readonly string[];
  readonly covariances: readonly { readonly between: readonly [string, string]; readonly covariance: Ratio }[];
}

// Exact elimination grows as the cube of this, and its numbers grow too.
const MOST_CONSTRAINTS = 150;
const MOST_VALUES = 1000;

/**
 * Adjusts measured values as little as their errors ask so that linear constraints hold: `(x - m)' V^-1 (x - m)` is least, under `A x = b`.
 *
 * Exact in rationals throughout, whatever the figures; only standard uncertainties are rounded (to 20 digits, since a square root has no end), and the
 * statistics
 * and critical values of tests are floats. For a flowsheet with assays, use {@link adjust}.
 *
 * @param input - measured values, each with its error in a named form; names of unmeasured ones; constraints; correlations of errors, if there are any.
 * @returns The adjusted values with their standard uncertainties, what is redundant and what can be observed, and the tests for gross errors. Dependent
 * constraints,
 * and values that nothing determines, are told, not refused.
 * @throws `HeadgradeError` `invalid-balance` with all that is wrong at once: unknown names, negative errors, impossible correlations, constraints that
 * contradict each other or exact values. `out-of-range` and `unknown-option` for the options; `too-large` beyond 150 constraints or 1,000 values.
 * @source VDI 2048, Uncertainties of measurement during acceptance tests on energy-conversion and power plants; S. Narasimhan and C. Jordache, Data
 * Reconciliation and Gross Error Detection, 2000.
 * @example
 * ```ts
 * import { adjustLinear } from "headgrade/adjust";
 *
 * const balance = adjustLinear({
 *   measured: {
 *     feed: { value: "1000", error: { standard: "100" } },
 *     product: { value: "600", error: { standard: "5" } },
 *     waste: { value: "380", error: { standard: "5" } },
 *   },
 *   constraints: ["feed = product + waste"],
 * });
 * String(balance.value("feed").adjusted) // => "197000/201"
 * balance.value("feed").standard?.toFixed({ places: 2 }) // => "7.05"
 * balance.globalTest.verdict // => "accepts"
 * ```
 * @category Adjustment
 */
export function adjustLinear(input: LinearInput): LinearBalance {
  const level = levelOf(input.level);
  const read = readLinear(input);
  const first = balanced(read, new Set(), level);
  if (input.eliminate === undefined) return new LinearBalance(first);
  const { balance, outcome } = eliminateSerially(first, input.eliminate, (removed) => balanced(read, removed, level));
  return new LinearBalance(balance, outcome);
}

/** What a {@link LinearBalance} is made of. */
type Parts = ConstructorParameters<typeof LinearBalance>[0] & { readonly converged: boolean };

function balanced(read: ReadLinear, removed: ReadonlySet<string>, level: number): Parts {
  const measured = [...read.values.keys()].filter((name) => !removed.has(name));
  const order = [...measured, ...read.names.filter((name) => !read.values.has(name) || removed.has(name))];
  const indexOf = new Map(order.map((name, index) => [name, index]));
  const at = (name: string): number => indexOf.get(name) as number;
  const constraints = read.forms.map(({ coefficients, constant }): ExactConstraint => (
    { coefficients: new Map([...coefficients].map(([name, factor]) => [at(name), factor])), constant }
  ));
  const covariances = read.covariances.filter(({ between: [a, b] }) => !removed.has(a) && !removed.has(b))
    .map(({ between: [a, b], covariance }) => ({ a: at(a), b: at(b), covariance }));
  const problem = {
    measured: measured.map((name) => read.values.get(name) as { value: Ratio; variance: Ratio }), unmeasured: order.length - measured.length,
    constraints, covariances,
  };
  const solution = solveExactly(problem);
  requireNoContradiction(read, solution);
  const values = read.names.map((name) => valueOf(name, read, solution, at(name), removed));
  const statistics = values.flatMap(({ name, statistic }) => (statistic === undefined ? [] : [{ address: name, statistic }]));
  return {
    values, chiSquare: solution.statistic, globalTest: globalTest(solution.statistic.toNumber(), solution.degreesOfFreedom, level),
    measurementTests: measurementTests(statistics, level), constraintTests: constraintTests(read, removed, level),
    dependent: solution.dependent.map((index) => read.texts[index] as string), converged: true,
    covariance: (a, b) => solution.covariance(at(a), at(b)),
  };
}

function valueOf(name: string, read: ReadLinear, solution: ExactSolution, index: number, removed: ReadonlySet<string>): LinearValue {
  const given = read.values.get(name);
  const { adjusted, variance, adjustmentVariance } = solution.values[index] as ExactSolution["values"][number];
  const isOut = removed.has(name);
  const status = given === undefined || isOut ? (adjusted === undefined ? "unobservable" : "observable")
    : given.variance.isZero ? "exact" : adjustmentVariance.isZero ? "non-redundant" : "redundant";
  const adjustment = given === undefined || adjusted === undefined ? undefined : adjusted.minus(given.value);
  const statistic = status === "redundant" && adjustment !== undefined
    ? squareRoot(adjustment.times(adjustment).dividedBy(adjustmentVariance)).toNumber() : undefined;
  return { name, measured: given?.value, measuredVariance: given?.variance, adjusted, variance, adjustment, statistic, status, eliminated: isOut };
}

// The imbalance of the measured values in each constraint, over what their errors allow.
function constraintTests({ forms, texts, values, covariances }: ReadLinear, removed: ReadonlySet<string>, level: number): readonly ConstraintTest[] {
  const tested = forms.flatMap(({ coefficients, constant }, index) => {
    const terms = [...coefficients].map(([name, factor]) => ({ name, factor, given: removed.has(name) ? undefined : values.get(name) }));
    if (terms.some(({ given }) => given === undefined)) return [];
    let imbalance = constant.negated();
    let variance = Ratio.zero;
    for (const { factor, given } of terms) {
      imbalance = imbalance.plus(factor.times(given?.value ?? 0));
      variance = variance.plus(factor.times(factor).times(given?.variance ?? 0));
    }
    for (const { between: [a, b], covariance } of covariances) {
      variance = variance.plus((coefficients.get(a) ?? Ratio.zero).times(coefficients.get(b) ?? Ratio.zero).times(covariance).times(2));
    }
    if (variance.isZero) return [];
    return [{ constraint: texts[index] as string, imbalance, statistic: squareRoot(imbalance.times(imbalance).dividedBy(variance)).toNumber() }];
  });
  const critical = criticalValues(level, tested.length);
  return tested.map((test) => ({ ...test, critical, beyond: beyondWhich(test.statistic, critical) }));
}

function requireNoContradiction(read: ReadLinear, { contradictory }: ExactSolution): void {
  if (contradictory.length === 0) return;
  const problems = new Problems("balance");
  for (const index of contradictory) {
    problems.add(`constraints[${String(index)}]`, "out-of-range", `No values satisfy ${shown(read.texts[index])} together with the exact values and the constraints before it: one of them is wrong.`);
  }
  problems.settle();
}

function readLinear(input: LinearInput): ReadLinear {
  const problems = new Problems("balance");
  const values = new Map<string, { value: Ratio; variance: Ratio }>();
  for (const [name, given] of problems.entries(input.measured, "measured", "measured values")) {
    const address = `measured.${name}`;
    if (!isName(name)) problems.add(address, "out-of-range", `${shown(name)} is no name: it must print on one line.`);
    const { value, error } = problems.record(given, address, ["value", "error"]) as Partial<MeasuredNumber>;
    const number = problems.try(`${address}.value`, () => Ratio.of(value as Numeric));
    const variance = problems.try(`${address}.error`, () => varianceOf(error as MeasurementError<Numeric>, number ?? Ratio.one, (_, amount) => Ratio.of(amount)));
    if (number !== undefined && variance !== undefined) values.set(name, { value: number.reduced(), variance: variance.reduced() });
    else values.set(name, { value: Ratio.one, variance: Ratio.one });
  }
  const unmeasured = input.unmeasured ?? [];
  for (const name of unmeasured) if (values.has(name)) problems.add("unmeasured", "out-of-range", `${shown(name)} is measured and said to be unmeasured.`);
  const names = [...new Set([...values.keys(), ...unmeasured])];
  if (names.length > MOST_VALUES || input.constraints.length > MOST_CONSTRAINTS) {
    throw new HeadgradeError(
      "too-large", `There are ${String(input.constraints.length)} constraints on ${String(names.length)} values, and at most ${String(MOST_CONSTRAINTS)} and ${String(MOST_VALUES)} are solved exactly: adjust() takes flowsheets of thousands.`,
      { constraints: input.constraints.length, values: names.length },
    );
  }
  const forms = input.constraints.map((constraint, index) => {
    const address = `constraints[${String(index)}]`;
    const form = problems.try(address, () => formOf(constraint));
    for (const name of form?.coefficients.keys() ?? []) if (!names.includes(name)) problems.unknown(address, name, names, "value");
    return form ?? { coefficients: new Map<string, Ratio>(), constant: Ratio.zero };
  });
  const covariances = (input.correlations ?? []).flatMap(({ between: [a, b], coefficient }, index) => {
    const address = `correlations[${String(index)}]`;
    for (const name of [a, b]) if (!values.has(name)) problems.unknown(address, name, [...values.keys()], "measured value");
    const share = problems.try(address, () => Ratio.of(coefficient));
    const [first, second] = [values.get(a), values.get(b)];
    if (share === undefined || first === undefined || second === undefined) return [];
    if (a === b || !share.absolute().isLessThan(1)) {
      problems.add(address, "out-of-range", `The correlation of ${a} and ${b} is ${share.toString()}: it must be of two values, and between -1 and 1.`);
      return [];
    }
    return [{ between: [a, b] as const, covariance: share.times(squareRoot(first.variance.times(second.variance), 40)) }];
  });
  if (problems.count === 0) requirePossible(values, covariances, problems);
  problems.settle();
  return { names, values, forms, texts: input.constraints.map(textOf), covariances };
}

function formOf(constraint: LinearConstraint): LinearForm {
  if (typeof constraint === "string") return parseConstraint(constraint);
  if (typeof constraint !== "object" || constraint === null as unknown || typeof constraint.sum !== "object") {
    throw new HeadgradeError("malformed-formula", `A constraint is a text such as "feed = concentrate + tailings", or { sum: { feed: 1, concentrate: -1, tailings: -1 } }, and this is ${shown(constraint)}.`, {});
  }
  const coefficients = new Map(Object.entries(constraint.sum).map(([name, factor]) => [name, Ratio.of(factor)]));
  return { coefficients, constant: Ratio.of(constraint.equals ?? 0) };
}

function textOf(constraint: LinearConstraint): string {
  if (typeof constraint === "string") return constraint;
  const terms = Object.entries(constraint.sum).map(([name, factor]) => `${Ratio.of(factor).toString()} ${name}`);
  return `${terms.join(" + ")} = ${Ratio.of(constraint.equals ?? 0).toString()}`;
}

// Correlations that are each possible may not be so together: the covariances must be positive definite.
function requirePossible(
  values: ReadLinear["values"], covariances: ReadLinear["covariances"], problems: Problems,
): void {
  const names = [...new Set(covariances.flatMap(({ between }) => between))];
  const rows = names.map((row) => names.map((column) => (row === column ? values.get(row)?.variance ?? Ratio.zero
    : covariances.find(({ between }) => between.includes(row) && between.includes(column))?.covariance ?? Ratio.zero)));
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const line = rows[pivot] as Ratio[];
    if ((line[pivot] as Ratio).sign <= 0) {
      problems.add("correlations", "out-of-range", `No measurements have these correlations with each other (found at ${names[pivot] ?? ""}): they must be possible together.`);
      return;
    }
    for (const other of rows.slice(pivot + 1)) {
      const factor = (other[pivot] as Ratio).dividedBy(line[pivot] as Ratio);
      for (let at = pivot; at < names.length; at++) other[at] = (other[at] as Ratio).minus(factor.times(line[at] as Ratio)).reduced();
    }
  }
}

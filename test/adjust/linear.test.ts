import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { chiSquareQuantile, normalQuantile, studentQuantile } from "../../src/adjust/distribution.ts";
import { adjustLinear, type LinearInput } from "../../src/adjust/linear.ts";
import type { MeasurementError } from "../../src/adjust/measurement.ts";
import { squareRoot } from "../../src/adjust/root.ts";
import { type HeadgradeError } from "../../src/error.ts";
import { Ratio, type Numeric } from "../../src/number/ratio.ts";
import { generator } from "./random.ts";

const standard = (value: string, spread = "1") => ({ value, error: { standard: spread } });

function problemsOf(input: unknown): readonly string[] {
  try {
    adjustLinear(input as LinearInput);
  } catch (error) {
    const { code, facts } = error as HeadgradeError;
    if (code !== "invalid-balance") throw error;
    return (facts["problems"] as readonly { readonly address: string; readonly code: string }[]).map((problem) => `${problem.address} ${problem.code}`);
  }
  return [];
}

/** V - V A' (A V A')^-1 A V and the rest, on exact numbers, by plain elimination of one square matrix. */
function byMultipliers(measured: readonly Ratio[], covariance: readonly (readonly Ratio[])[], rows: readonly (readonly Ratio[])[]): readonly Ratio[] {
  const spread = rows.map((row) => covariance.map((line) => line.reduce((sum, cell, index) => sum.plus(cell.times(row[index]!)), Ratio.zero)));
  const work = rows.map((row, at) => [
    ...spread.map((other) => row.reduce((sum, cell, index) => sum.plus(cell.times(other[index]!)), Ratio.zero)),
    rows[at]!.reduce((sum, cell, index) => sum.plus(cell.times(measured[index]!)), Ratio.zero),
  ]);
  for (let pivot = 0; pivot < work.length; pivot++) {
    for (let row = 0; row < work.length; row++) {
      if (row === pivot) continue;
      const factor = work[row]![pivot]!.dividedBy(work[pivot]![pivot]!);
      work[row] = work[row]!.map((cell, index) => cell.minus(factor.times(work[pivot]![index]!)));
    }
  }
  const multipliers = work.map((row, at) => row.at(-1)!.dividedBy(row[at]!));
  return measured.map((value, index) => multipliers.reduce((sum, multiplier, row) => sum.minus(multiplier.times(spread[row]![index]!)), value));
}

describe("the least squares", () => {
  test("a heat exchanger with a bypass, all six flows measured (Narasimhan and Jordache, Data Reconciliation and Gross Error Detection, 2000, chapter 1)", () => {
    const balance = adjustLinear({
      measured: { x1: standard("101.91"), x2: standard("64.45"), x3: standard("34.65"), x4: standard("64.20"), x5: standard("36.44"), x6: standard("98.88") },
      constraints: ["x1 = x2 + x3", "x2 = x4", "x3 = x5", "x4 + x5 = x6"],
    });
    expect(balance.values.map(({ adjusted }) => adjusted!.toFixed({ places: 2 }))).toEqual(["100.22", "64.50", "35.72", "64.50", "35.72", "100.22"]);
    expect(balance.globalTest.degreesOfFreedom).toBe(4);
  });

  test("random balances with correlations, against another elimination, exactly", () => {
    const { uniform } = generator(11);
    for (let round = 0; round < 60; round++) {
      const count = 4 + Math.floor(uniform() * 4);
      const names = Array.from({ length: count }, (_, index) => `v${String(index)}`);
      const values = names.map(() => Ratio.of(Math.round(uniform() * 1e4)).dividedBy(100));
      const spreads = names.map(() => Ratio.of(1 + Math.round(uniform() * 100)).dividedBy(100));
      const rows = Array.from({ length: 2 }, () => names.map(() => Ratio.of(Math.round(uniform() * 6) - 3)));
      const share = Ratio.of(Math.round(uniform() * 18) - 9).dividedBy(10);
      const covariance = names.map((_, i) => names.map((_, j) => (
        i === j ? spreads[i]!.times(spreads[i]!) : i + j === 1 ? share.times(spreads[0]!).times(spreads[1]!) : Ratio.zero
      )));
      const isSound = rows.every((row) => row.some((cell) => !cell.isZero))
        && !names.every((_, i) => rows[0]![i]!.times(rows[1]![0]!).equals(rows[1]![i]!.times(rows[0]![0]!)));
      if (!isSound) continue;
      const balance = adjustLinear({
        measured: Object.fromEntries(names.map((name, index) => [name, { value: values[index]!, error: { standard: spreads[index]! } }])),
        constraints: rows.map((row) => ({ sum: Object.fromEntries(names.map((name, index) => [name, row[index]!])) })),
        correlations: share.isZero ? [] : [{ between: ["v0", "v1"], coefficient: share }],
      });
      const expected = byMultipliers(values, covariance, rows);
      expect(balance.values.map(({ adjusted }) => adjusted!.toString())).toEqual(expected.map(String));
      for (const row of rows) {
        expect(balance.values.reduce((sum, { adjusted }, index) => sum.plus(adjusted!.times(row[index]!)), Ratio.zero).isZero).toBe(true);
        // The adjusted values have no variance across a constraint.
        const across = names.reduce((sum, a, i) => (
          names.reduce((inner, b, j) => inner.plus(row[i]!.times(row[j]!).times(balance.covariance(a, b))), sum)
        ), Ratio.zero);
        expect(across.isZero).toBe(true);
      }
    }
  });

  test("figures twelve orders apart are balanced as exactly as any", () => {
    const balance = adjustLinear({
      measured: { a: standard("1000000000000", "1"), b: standard("0.000001", "0.0000000001"), c: standard("1000000000000", "1000000") }, constraints: ["a + b = c"],
    });
    const [a, b, c] = balance.values.map(({ adjusted }) => adjusted!);
    expect(a!.plus(b!).equals(c!)).toBe(true);
    expect(balance.value("b").status).toBe("redundant");
  });
});

describe("what is redundant and what can be observed", () => {
  const balance = adjustLinear({
    measured: { feed: standard("100"), concentrate: standard("5", "0.1"), lone: standard("7"), fixed: { value: "3", error: "exact" } },
    unmeasured: ["tailings", "left", "right", "water"], constraints: ["feed = concentrate + tailings", "tailings = left + right", "water = fixed + 2", "feed + lone = 108", "2 feed + 2 lone = 216"],
  });

  test("each value has its status", () => {
    expect(balance.values.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "feed redundant", "concentrate non-redundant", "lone redundant", "fixed exact", "tailings observable", "left unobservable", "right unobservable", "water observable",
    ]);
    expect([String(balance.value("water").adjusted), String(balance.value("water").variance)]).toEqual(["5", "0"]);
    expect(balance.value("left").adjusted).toBe(undefined);
  });

  test("a constraint that follows from another is told", () => {
    expect(balance.dependent).toEqual(["2 feed + 2 lone = 216"]);
    expect(String(balance)).toContain("follows from the others: 2 feed + 2 lone = 216");
  });

  test("tests of single constraints are of measured ones only", () => {
    expect(balance.constraintTests.map(({ constraint }) => constraint)).toEqual(["feed + lone = 108", "2 feed + 2 lone = 216"]);
    expect(balance.constraintTests[0]!.statistic).toBe(Math.SQRT1_2);
  });

  test("an unmeasured value's variance is that of what it is computed from", () => {
    // V(feed) = 1/2 once feed + lone is known exactly; tailings = feed - concentrate.
    expect(String(balance.value("tailings").variance)).toBe("0.51");
    expect(String(balance.value("tailings").standard)).toBe(String(squareRoot(Ratio.of("0.51"))));
  });
});

describe("serial elimination", () => {
  test("a planted gross error is found", () => {
    const balance = adjustLinear({
      measured: { x1: standard("101.91"), x2: standard("68.45"), x3: standard("34.65"), x4: standard("64.20"), x5: standard("36.44"), x6: standard("98.88") },
      constraints: ["x1 = x2 + x3", "x2 = x4", "x3 = x5", "x4 + x5 = x6"], eliminate: { critical: "single" },
    });
    expect(balance.elimination!.eliminated[0]!.address).toBe("x2");
    expect(balance.value("x2").eliminated).toBe(true);
  });

  test("over random balances the planted one is the one found, or shares its statistic", () => {
    const { normal } = generator(5);
    const truth = { a: 100, b: 60, c: 40, d: 25, e: 35, f: 65, g: 90, h: 10 };
    for (const wrong of Object.keys(truth)) {
      const measured = Object.fromEntries(Object.entries(truth).map(([name, value]) => (
        [name, standard((value + 0.3 * normal() + (name === wrong ? 15 : 0)).toFixed(4))]
      )));
      const { elimination } = adjustLinear({ measured, constraints: ["a = b + c", "b = d + e", "c + d = f", "f + e = g + h"], eliminate: { critical: "joint" } });
      expect([...elimination!.alike, ...elimination!.eliminated.map(({ address }) => address)]).toContain(wrong);
      expect(elimination!.eliminated.length).toBeLessThan(2);
    }
  });
});

describe("an error in any of its ways", () => {
  const standardOf = (error: MeasurementError<Numeric>): string => (
    String(squareRoot(adjustLinear({ measured: { x: { value: "10", error } }, constraints: [] }).value("x").variance!))
  );

  test.each([
    [{ standard: "0.5" }, "0.5"], [{ halfWidth95: "0.98" }, "0.5"], [{ expanded: "1", coverage: 2 }, "0.5"], [{ relativeStandard: "5 %" }, "0.5"],
    [{ relativeHalfWidth95: "9.8 %" }, "0.5"], [{ relativeExpanded: "10 %", coverage: "2" }, "0.5"], [{ detectionLimit: "1.5", sigmas: 3 }, "0.5"], [{ standard: "0.3", relativeStandard: "4 %" }, "0.5"],
    ["exact", "0"], [{ limits: "3" }, String(squareRoot(Ratio.of(3)))],
  ] as const)("%o", (error, expected) => {
    expect(standardOf(error)).toBe(expected);
  });

  test("is refused where it says too little", () => {
    const refused = (error: unknown, value = "10"): readonly string[] => problemsOf({ measured: { x: { value, error } }, constraints: [] });
    for (const error of [undefined, "2 %", {}, { expanded: "1" }, { detectionLimit: "1" }, 5]) expect(refused(error)).toEqual(["measured.x.error wrong-kind"]);
    expect(refused({ sd: "1" })).toEqual(["measured.x.error unknown-option"]);
    expect(refused({ standard: "-1" })).toEqual(["measured.x.error out-of-range"]);
    expect(refused({ relativeStandard: "5 %" }, "0")).toEqual(["measured.x.error out-of-range"]);
    expect(refused({ relativeStandard: "5" })).toEqual(["measured.x.error missing-unit"]);
  });
});

describe("wrong input is told all at once", () => {
  test("addresses", () => {
    expect(problemsOf({
      measured: { a: standard("1"), b: { value: "x", error: "exact" }, c: standard("2") }, unmeasured: ["a"],
      constraints: ["a = d", "a b", "a = 2 2", { sum: { a: 1 } }, 7], correlations: [{ between: ["a", "z"], coefficient: "0.1" }, { between: ["a", "c"], coefficient: "1" }],
    })).toEqual([
      "measured.b.value malformed-number", "unmeasured out-of-range", "constraints[0] unknown-item", "constraints[1] malformed-formula", "constraints[2] malformed-formula",
      "constraints[4] malformed-formula", "correlations[0] unknown-item", "correlations[1] out-of-range",
    ]);
  });

  test("correlations that are not possible together, and constraints that contradict each other", () => {
    const between = (a: string, b: string, coefficient: string) => ({ between: [a, b] as const, coefficient });
    const measured = { a: standard("1"), b: standard("1"), c: standard("1") };
    expect(problemsOf({ measured, constraints: [], correlations: [between("a", "b", "0.9"), between("b", "c", "0.9"), between("a", "c", "-0.9")] })).toEqual(["correlations out-of-range"]);
    expect(problemsOf({ measured, constraints: ["a = b", "a = b + 1"] })).toEqual(["constraints[1] out-of-range"]);
    expect(problemsOf({ measured: { a: { value: "1", error: "exact" } }, constraints: ["a = 2"] })).toEqual(["constraints[0] out-of-range"]);
  });
});

describe("critical values, against printed tables", () => {
  test.each([[1, "3.841"], [2, "5.991"], [3, "7.815"], [4, "9.488"], [5, "11.070"], [10, "18.307"], [30, "43.773"], [100, "124.342"]])("chi-square at 0.95 with %i degrees of freedom is %s", (freedom, printed) => {
    expect(chiSquareQuantile(0.95, freedom).toFixed(3)).toBe(printed);
  });

  test.each([[0.9, "1.645"], [0.95, "1.960"], [0.9545, "2.000"], [0.99, "2.576"], [0.9973, "3.000"]])("the normal at %f is %s", (level, printed) => {
    expect(normalQuantile(level).toFixed(3)).toBe(printed);
  });

  test.each([[1, "12.71"], [2, "4.30"], [5, "2.57"], [10, "2.23"], [20, "2.09"], [100, "1.984"]])("Student's t at 0.95 with %i degrees of freedom is %s", (freedom, printed) => {
    expect(studentQuantile(0.95, freedom).toFixed(printed.split(".")[1]!.length)).toBe(printed);
  });

  test("nonsense is refused", () => {
    for (const wrong of [() => chiSquareQuantile(1, 3), () => chiSquareQuantile(0.95, 0), () => normalQuantile(95), () => studentQuantile(0.95, -1)]) {
      expect(wrong).toThrow(expect.objectContaining({ code: "out-of-range" }) as never);
    }
  });
});

test("a square root is exact where there is one, and else right to its last digit", () => {
  expect([squareRoot(Ratio.of("6.25")), squareRoot(Ratio.of("4/9")), squareRoot(Ratio.of(2)), squareRoot(Ratio.zero)].map(String)).toEqual(["2.5", "2/3", "1.4142135623730950488", "0"]);
  expect(String(squareRoot(Ratio.of("0.000002")))).toBe("0.0014142135623730950488");
});

test("a balance prints itself and survives JSON", () => {
  const balance = adjustLinear({ measured: { feed: standard("10"), out: standard("12") }, constraints: ["feed = out"] });
  expect(inspect(balance)).toBe(String(balance));
  expect(String(balance)).toBe(`\
          measured  adjusted    std  test
feed      10.00000  11.00000  0.707  1.41  redundant
out       12.00000  11.00000  0.707  1.41  redundant

chi-square 2.0000 against 3.8415 at 95 %, 1 degree of freedom:
the global test accepts the balance.`);
  expect((JSON.parse(JSON.stringify(balance)) as { chiSquare: string }).chiSquare).toBe("2");
  expect(() => balance.value("nobody")).toThrow(expect.objectContaining({ code: "unknown-item" }) as never);
});

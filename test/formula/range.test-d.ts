/** What the compiler knows of ranges. */
import { expectTypeOf, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { blend } from "../../src/formula/blend.ts";
import { containedMetal, headGrade, recovery } from "../../src/formula/metal.ts";
import type { QuantityRange } from "../../src/formula/quantity-range.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { dailyThroughput } from "../../src/formula/throughput.ts";
import type { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { mass } from "../../src/quantity/constructors.ts";
import { period } from "../../src/period/period.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";

const ore = figure("mass", "5 t");
const grade = figure("grade", "5 %");

test("a range has the kind and the role of the formula's result", () => {
  expectTypeOf(rangeOf(containedMetal, { ore, grade })).toEqualTypeOf<QuantityRange<"mass">>();
  expectTypeOf(rangeOf(recovery, { metal: ore, ore: mass("100 t"), grade })).toEqualTypeOf<QuantityRange<"fraction", "recovery">>();
  expectTypeOf(rangeOf(headGrade, { metal: ore, ore: "100 t" })).toEqualTypeOf<QuantityRange<"grade">>();
  expectTypeOf(rangeOf(blend, { parts: [{ ore, grade }] })).toEqualTypeOf<QuantityRange<"grade">>();
});

test("a result of several fields keeps them", () => {
  const several = ({ rock }: { rock: Quantity<"mass"> }) => ({ rock, parts: [rock], bare: Ratio.one, note: "hand" });
  const ranges = rangeOf(several, { rock: ore }, { monotone: true });
  expectTypeOf(ranges.rock).toEqualTypeOf<QuantityRange<"mass">>();
  expectTypeOf(ranges.parts[0]).toEqualTypeOf<QuantityRange<"mass"> | undefined>();
  expectTypeOf(ranges.bare).toEqualTypeOf<Interval>();
  expectTypeOf(ranges.note).toEqualTypeOf<string>();
});

test("what is no quantity stays as the formula takes it", () => {
  rangeOf(dailyThroughput, { ore, period: period("2002-Q4") });
  rangeOf(dailyThroughput, { ore, period: "2002-Q4" });
  rangeOf(dailyThroughput, { ore, days: figure("duration", "92 d") });
  rangeOf(dailyThroughput, { ore, days: 92 });
});

test("a figure of another kind does not fit", () => {
  // @ts-expect-error a grade is no mass
  rangeOf(containedMetal, { ore: grade, grade });
  // @ts-expect-error the grade is missing
  rangeOf(containedMetal, { ore });
});

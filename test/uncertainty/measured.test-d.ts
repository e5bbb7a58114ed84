/** What the compiler knows of measured values: bounds and spreads do not stand in for each other. */
import { expectTypeOf, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { containedMetal, recovery } from "../../src/formula/metal.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";
import type { Estimate } from "../../src/uncertainty/estimate.ts";
import { measured, type Measured } from "../../src/uncertainty/measured.ts";
import { uncertaintyOf } from "../../src/uncertainty/propagate.ts";
import { simulate } from "../../src/uncertainty/simulate.ts";
import type { Simulated } from "../../src/uncertainty/simulated.ts";

const ore = measured("mass", { value: "5 t", standard: "1 t" });
const grade = measured("grade", { value: "5 %", standard: "1 %" });
const bare = measured("number", { value: 5, standard: 1 });

test("a measured value has its kind", () => {
  expectTypeOf(ore).toEqualTypeOf<Measured<"mass">>();
  expectTypeOf(ore.value).toEqualTypeOf<Quantity<"mass">>();
  expectTypeOf(bare.standard).toEqualTypeOf<Ratio>();
  expectTypeOf(measured(figure("grade", "5 %"))).toEqualTypeOf<Measured<"grade">>();
});

test("an estimate has the kind and the role of the result", () => {
  expectTypeOf(uncertaintyOf(containedMetal, { ore, grade })).toEqualTypeOf<Estimate<"mass">>();
  expectTypeOf(uncertaintyOf(recovery, { metal: ore, ore, grade: "5 %" })).toEqualTypeOf<Estimate<"fraction", "recovery">>();
  const several = uncertaintyOf(({ x }: { x: number }) => ({ x, parts: [x], exact: Ratio.one, note: "a" }), { x: bare });
  expectTypeOf(several.x).toEqualTypeOf<Estimate<"number">>();
  expectTypeOf(several.parts[0]).toEqualTypeOf<Estimate<"number"> | undefined>();
  expectTypeOf(several.exact).toEqualTypeOf<Estimate<"number">>();
  expectTypeOf(several.note).toEqualTypeOf<string>();
  expectTypeOf(simulate(containedMetal, { ore, grade }, { seed: 1 })).toEqualTypeOf<Simulated<"mass">>();
});

test("bounds and spreads do not stand in for each other", () => {
  // @ts-expect-error a spread is no bounds
  rangeOf(containedMetal, { ore, grade: figure("grade", "5 %") });
  // @ts-expect-error bounds are no spread
  uncertaintyOf(containedMetal, { ore: figure("mass", "5 t"), grade });
  // @ts-expect-error nor is a range
  uncertaintyOf(containedMetal, { ore: rangeOf(containedMetal, { ore: figure("mass", "5 t"), grade: "5 %" }), grade });
  // @ts-expect-error kinds do not interchange either
  uncertaintyOf(containedMetal, { ore: grade, grade });
  // @ts-expect-error a seed is needed
  simulate(containedMetal, { ore, grade }, {});
});

test("a measurement says what its amount is", () => {
  // @ts-expect-error the distribution is missing
  measured("grade", { value: "5 %", halfWidth: "1 %" });
  // @ts-expect-error the factor is missing
  measured("grade", { value: "5 %", expanded: "1 %" });
  // @ts-expect-error nothing says how sure
  measured("grade", { value: "5 %" });
});

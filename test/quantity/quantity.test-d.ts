/** What must not compile, and what the results are. Each refusal stands beside a call of the same shape that is right. */
import { describe, expectTypeOf, test } from "vitest";
import { dailyThroughput, massOf, moisture, dryMass, recoveredMetal, recovery } from "../../src/formula/index.ts";
import { density, duration, fraction, grade, mass, money, price, throughput, volume } from "../../src/quantity/constructors.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";
import type { MassUnit } from "../../src/quantity/unit.ts";

const ore = mass("5 t");
const assay = grade("1 g/t");
const share = fraction("74 %");
const wetness = fraction("8 %").as<"moisture">("moisture");
const yielded = fraction("74 %").as<"recovery">("recovery");

describe("sums and comparisons stay in their kind", () => {
  test("of the same kind", () => {
    expectTypeOf(ore.plus(mass("1 kg"))).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(assay.compare(grade("1 %"))).toEqualTypeOf<-1 | 0 | 1>();
  });

  test("and of no other", () => {
    // @ts-expect-error a grade is no fraction
    () => assay.plus(share);
    // @ts-expect-error a fraction is no grade
    () => share.minus(assay);
    // @ts-expect-error a mass is no grade
    () => ore.compare(assay);
    // @ts-expect-error a bare number has no unit
    () => ore.plus(5);
  });
});

describe("units are those of the kind", () => {
  test("in a constructor and a conversion", () => {
    expectTypeOf(ore.to("oz")).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(ore.unit).toEqualTypeOf<MassUnit>();
    expectTypeOf(throughput(5, "t/d").to("Mt/a")).toEqualTypeOf<Quantity<"throughput">>();
  });

  test("and no others", () => {
    // @ts-expect-error g/t is a grade's
    () => ore.to("g/t");
    // @ts-expect-error ton is ambiguous
    () => mass(5, "ton");
    // @ts-expect-error t is no grade's
    () => grade(5, "t");
    // @ts-expect-error a number needs its unit
    () => mass(5);
    // @ts-expect-error a fortnight is no unit
    () => throughput(5, "t/fortnight");
  });
});

describe("products and quotients are the kinds of the trade", () => {
  test("where there is one", () => {
    expectTypeOf(ore.times(assay)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(assay.times(ore)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(ore.times(share)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(ore.times(3)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(yielded.times("1.1")).toEqualTypeOf<Quantity<"fraction", "recovery">>();
    expectTypeOf(density("1 t/m3").times(volume("1 m3"))).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(price("1 USD/t").times(ore)).toEqualTypeOf<Quantity<"money">>();
    expectTypeOf(ore.dividedBy(assay)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(ore.dividedBy(duration("1 d"))).toEqualTypeOf<Quantity<"throughput">>();
    expectTypeOf(ore.dividedBy(throughput("1 t/d"))).toEqualTypeOf<Quantity<"duration">>();
    expectTypeOf(ore.dividedBy(density("1 t/m3"))).toEqualTypeOf<Quantity<"volume">>();
    expectTypeOf(ore.dividedBy(share)).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(money("USD 1").dividedBy(ore)).toEqualTypeOf<Quantity<"price">>();
    expectTypeOf(money("USD 1").dividedBy(money("USD 2"))).toEqualTypeOf<Quantity<"fraction">>();
    expectTypeOf(ore.dividedBy(ore, "grade")).toEqualTypeOf<Quantity<"grade">>();
    expectTypeOf(ore.dividedBy(ore, "fraction")).toEqualTypeOf<Quantity<"fraction">>();
    expectTypeOf(ore.dividedBy(volume("1 m3"), "density")).toEqualTypeOf<Quantity<"density">>();
  });

  test("and not where there is none, or two and none is named", () => {
    // @ts-expect-error the square of a mass is no kind
    () => ore.times(ore);
    // @ts-expect-error the square of a grade is no kind
    () => assay.times(assay);
    // @ts-expect-error a grade over a mass is no kind
    () => assay.dividedBy(ore);
    // @ts-expect-error mass over mass is a grade or a fraction
    () => ore.dividedBy(ore);
    // @ts-expect-error mass over mass is no density
    () => ore.dividedBy(ore, "density");
    // @ts-expect-error mass over volume is a density or a concentration
    () => ore.dividedBy(volume("1 m3"));
  });
});

describe("roles do not interchange in a formula", () => {
  test("one of the right role, of none, or text is taken", () => {
    expectTypeOf(recoveredMetal({ ore, grade: assay, recovery: yielded })).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(recoveredMetal({ ore, grade: assay, recovery: share })).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(recoveredMetal({ ore: "5 t", grade: "1 g/t", recovery: "74 %" })).toEqualTypeOf<Quantity<"mass">>();
    expectTypeOf(recovery({ metal: "1 oz", ore, grade: assay })).toEqualTypeOf<Quantity<"fraction", "recovery">>();
    expectTypeOf(moisture({ wet: "2 t", dry: "1 t" })).toEqualTypeOf<Quantity<"fraction", "moisture">>();
    expectTypeOf(dryMass({ wet: "2 wmt", moisture: wetness })).toEqualTypeOf<Quantity<"mass">>();
  });

  test("one of another role, or of another kind, is not", () => {
    // @ts-expect-error a moisture is no recovery
    () => recoveredMetal({ ore, grade: assay, recovery: wetness });
    // @ts-expect-error a recovery is no moisture
    () => dryMass({ wet: "2 wmt", moisture: yielded });
    // @ts-expect-error a grade is no recovery
    () => recoveredMetal({ ore, grade: assay, recovery: assay });
    // @ts-expect-error the recovery is missing
    () => recoveredMetal({ ore, grade: assay });
    // @ts-expect-error a bare number has no unit
    () => recoveredMetal({ ore, grade: 1.88, recovery: share });
    // @ts-expect-error exactly one of period and days
    () => dailyThroughput({ ore, period: "2002", days: "365 d" });
    // @ts-expect-error one of period and days
    () => dailyThroughput({ ore });
    // @ts-expect-error a grade is no density
    () => massOf({ volume: "1 m3", density: assay });
    // @ts-expect-error roles do not add
    () => yielded.plus(wetness);
  });
});

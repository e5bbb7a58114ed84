/** Contained metal as resource tables and companies printed it, recomputed; where an answer differs, the rounding of the inputs is asked whether it may. */
import { describe, expect, test } from "vitest";
import { figure } from "../../../src/figure/figure.ts";
import { containedMetal, headGrade, recoveredMetal } from "../../../src/formula/metal.ts";
import { rangeOf } from "../../../src/formula/range.ts";
import { dailyThroughput } from "../../../src/formula/throughput.ts";
import type { QuantityInterval } from "../../../src/formula/quantity-range.ts";
import type { Interval } from "../../../src/number/interval.ts";
import type { Precision, Rounding } from "../../../src/number/rounding.ts";
import type { Kind } from "../../../src/quantity/kind.ts";
import { fraction, grade, mass } from "../../../src/quantity/constructors.ts";
import type { Quantity } from "../../../src/quantity/quantity.ts";
import type { UnitOf } from "../../../src/quantity/unit.ts";
import { examplesOf } from "../examples.ts";

interface Recomputed {
  readonly value: Quantity;
  /** What the rounding of the printed inputs allows; left out where they are taken at their word. */
  readonly allowed?: QuantityInterval;
}
type Inputs = Readonly<Record<string, string>>;

// "40,947 kt at 7.9 g/t"
function fromOreAtGrade(name: string, inputs: Inputs): Recomputed {
  const [ore = "", assay = ""] = inputs[name]!.split(" at ");
  return { value: containedMetal({ ore, grade: assay }), allowed: rangeOf(containedMetal, { ore: figure("mass", ore), grade: figure("grade", assay) }) };
}

const otherwise: Readonly<Record<string, (name: string, inputs: Inputs) => Recomputed>> = {
  "t2-goldfields-yield": (name, inputs) => {
    const quarter = name.slice("total yield, ".length);
    return { value: headGrade({ metal: inputs[`gold produced, ${quarter}`]!, ore: inputs[`total milled, ${quarter}`]! }) };
  },
  "t2-gruyere-q3-2024": (_, { "ore processed": ore = "", "head grade": assay = "", recovery = "" }) => ({
    value: recoveredMetal({ ore, grade: assay, recovery }),
    allowed: rangeOf(recoveredMetal, { ore: figure("mass", ore), grade: figure("grade", assay), recovery: figure("fraction", recovery) }),
  }),
  // A study of round figures, each meant as it stands.
  "t2-kuchling-50mt": (name, inputs) => {
    const resource = mass(inputs["resource"]!);
    const reserve = resource.times(fraction(inputs["reserve to resource"]!));
    const yearly = reserve.dividedBy(inputs["mine life"]!.split(" ")[0]!);
    const metal = name.endsWith("gold") ? "gold" : "silver";
    const minedGrade = grade(inputs[`${metal} grade`]!).times(fraction(inputs["grade factor"]!));
    if (name === "in situ gold") return { value: containedMetal({ ore: reserve, grade: minedGrade }) };
    if (name === "throughput") return { value: dailyThroughput({ ore: yearly.to("t"), days: 365 }) };
    return { value: recoveredMetal({ ore: yearly, grade: minedGrade, recovery: inputs[`${metal} recovery`]! }) };
  },
};

// Whole numbers that were rounded further than to the unit.
const digitsPrinted: Readonly<Record<string, Precision>> = { "throughput 11,000 t/d": { digits: 2 }, "annual gold 173,000 oz": { digits: 3 } };

function inUnitOf(printed: string, value: Quantity, precision: Precision, rounding?: Rounding): string {
  const unit = printed.slice(printed.indexOf(" ") + 1) as UnitOf<Kind>;
  return value.to(unit).format({ ...precision, ...(rounding === undefined ? {} : { rounding }) });
}

// The printed answer's own interval; tonnes that carry three or four figures are loosened by their zeros.
function intervalOf(printed: string, id: string, { kind, unit }: Quantity): Interval {
  const isLoose = id === "t2-barroso-li2o" || id === "t2-galena-cu-pb-tons";
  return figure(kind as "mass", printed, isLoose ? { zeros: "not-significant" } : {}).intervalIn(unit as UnitOf<"mass">);
}

describe.each(examplesOf("contained-metal"))("$id", ({ id, inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    const { value, allowed } = (otherwise[id] ?? fromOreAtGrade)(name, inputs);
    const places = printed.split(" ")[0]!.split(".")[1]?.length ?? 0;
    expect(inUnitOf(printed, value, digitsPrinted[`${name} ${printed}`] ?? { places })).toBe(computed);
    expect(computed === printed).toBe(agrees === true);
    if (allowed === undefined || agrees === true) return;
    const printable = intervalOf(printed, id, value);
    expect(allowed.unit).toBe(value.unit);
    expect(allowed.interval.intersect(printable) !== undefined).toBe(agrees === "within rounding");
  });
});

test("Kuchling's annual gold is truncated, not rounded", () => {
  const { value } = otherwise["t2-kuchling-50mt"]!("annual gold", examplesOf("contained-metal").find(({ id }) => id === "t2-kuchling-50mt")!.inputs);
  expect(inUnitOf("173,000 oz", value, { digits: 3 }, "toward-zero")).toBe("173,000 oz");
});

test("the examples tell all three verdicts apart", () => {
  const verdicts = examplesOf("contained-metal").flatMap(({ results }) => results.map(({ agrees }) => agrees));
  expect(verdicts).toHaveLength(58);
  expect([true, "within rounding", false].map((verdict) => verdicts.filter((given) => given === verdict).length)).toEqual([20, 35, 3]);
});

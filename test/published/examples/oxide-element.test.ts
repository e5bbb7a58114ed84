/** Published conversions between elements, oxides and minerals, recomputed. Each input says in a line what is asked, and `answer` below reads it. */
import { describe, expect, test } from "vitest";
import { atomicWeight, type WeightOptions } from "../../../src/chemistry/atomic-weight.ts";
import { isConvention } from "../../../src/chemistry/conventional-factor.ts";
import { conversionFactor, convertSubstance, type Conversion } from "../../../src/chemistry/conversion.ts";
import { elementShare } from "../../../src/chemistry/mass-factor.ts";
import { molarMass } from "../../../src/chemistry/molar-mass.ts";
import { Ratio } from "../../../src/number/ratio.ts";
import { grade, mass } from "../../../src/quantity/constructors.ts";
import type { GradeUnit, MassUnit } from "../../../src/quantity/unit.ts";
import { examplesOf } from "../examples.ts";

/** `"Li to Li2O by lithium reports"`: the substances, and the convention, the factor, the formula units or the atomic weights named. */
function conversionOf(text: string): Conversion {
  const [pair = "", by] = text.split(" by ");
  const [from = "", to = ""] = pair.split(" to ");
  if (by === undefined) return { from, to };
  const units = /^(\d+):(\d+)$/.exec(by);
  if (units !== null) return { from, to, via: { from: units[1]!, to: units[2]! } };
  return isConvention(by) ? { from, to, factor: by } : { from, to, factor: { value: by } };
}

function weightsOf(text: string | undefined): WeightOptions {
  const [, element = "", value = ""] = /^(\w+) = (\S+)$/.exec(text ?? "") ?? [];
  return text === undefined ? {} : { weights: { [element]: value } };
}

/** The answer at the digits and in the unit that were printed. */
function answer(input: string, printed: string): string {
  const [digits = "", unit] = printed.split(" ");
  const places = digits.split(".")[1]?.length ?? 0;
  const [, asked, rest = ""] = /^(atomic weight of|molar mass of|share of|factor|amount) (.*)$/.exec(input) ?? [];
  switch (asked) {
    case "atomic weight of": {
      const { value, interval } = atomicWeight(rest);
      return `${value.toFixed({ places })} +/- ${interval.high!.minus(value).toFixed()}`;
    }
    case "molar mass of": {
      const [formula = "", weights] = rest.split(" with ");
      return molarMass(formula, weightsOf(weights)).value.toFixed({ places });
    }
    case "share of": {
      const [element = "", formula = ""] = rest.split(" in ");
      return `${elementShare(formula, element).value.times(100).toFixed({ places })} %`;
    }
    case "factor": {
      const { value } = conversionFactor(conversionOf(rest));
      return unit === "%" ? `${value.times(100).toFixed({ places })} %` : value.toFixed({ places });
    }
    default: {
      const [, number = "", given = "", conversion = ""] = /^(\S+) (\S+) (.*)$/.exec(rest) ?? [];
      const converted = given === "%" || given === "ppm"
        ? convertSubstance({ amount: grade(Ratio.of(number), given), ...conversionOf(conversion) }).to(unit as GradeUnit)
        : convertSubstance({ amount: mass(Ratio.of(number), given as MassUnit), ...conversionOf(conversion) }).to(unit as MassUnit);
      return `${converted.exact.toFixed({ places })} ${unit!}`;
    }
  }
}

describe.each(examplesOf("oxide-element"))("$id", ({ inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    expect(answer(inputs[name]!, printed)).toBe(computed);
    expect(computed === printed).toBe(agrees);
  });
});

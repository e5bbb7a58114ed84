/** Published tables of units and conversions, recomputed. */
import { describe, expect, test } from "vitest";
import { grade, mass } from "../../../src/quantity/constructors.ts";
import type { GradeUnit, MassUnit } from "../../../src/quantity/unit.ts";
import { examplesOf } from "../examples.ts";

// The input in the unit of the printed answer, at as many places as were printed.
function converted(input: string, printed: string): string {
  const [number = "", unit = ""] = splitUnit(printed);
  const places = number.split(".")[1]?.length ?? 0;
  const value = unit.includes("/") || unit === "%" || unit === "ppm" ? grade(input).to(unit as GradeUnit) : mass(input).to(unit as MassUnit);
  return `${value.toDecimal({ places }).toFixed(places)} ${unit}`;
}

function splitUnit(text: string): readonly string[] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

describe.each(examplesOf("unit-conversions"))("$id", ({ inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    expect(converted(inputs[name]!, printed)).toBe(computed);
    expect(computed === printed).toBe(agrees);
  });
});

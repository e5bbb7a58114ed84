import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { figure, grade, instant, Interval, period, Ratio, reconcile } from "headgrade";
import { jsonSchema, toJson } from "headgrade/show";
import { published } from "./published.ts";

const validate = new Ajv({ allErrors: false }).compile(jsonSchema());
const faults = (json: string): unknown => (validate(JSON.parse(json)) === true ? [] : validate.errors);

describe("the schema of the JSON", () => {
  test.each([
    Ratio.of("240/7"), Ratio.of("-1.5"), Interval.all, Interval.between({ low: 1, lowOpen: true }), grade("1.88 g/t"), period("2002-Q4"), instant("2002-12-31"),
    figure("mass", "1,200", { unit: "'000 t", zeros: "not-significant", rounding: "truncated", read: { ton: "st" }, decimalMark: ".", significantDigits: 2 }),
  ])("describes %s", (value) => {
    expect(faults(toJson(value))).toEqual([]);
  });

  test.each(published)("describes the statement and the report of $name", ({ statement }) => {
    expect(faults(toJson(statement))).toEqual([]);
    expect(faults(toJson(reconcile(statement)))).toEqual([]);
    // A report as JSON holds the diagnosis of all its conflicts, which takes its time on a loaded machine.
  }, 60_000);

  test.each([
    { type: "ratio", value: 5 }, { type: "ratio", value: "1e5" }, { type: "weight", value: "5" }, { type: "quantity", value: { kind: "mass", value: "5" } }, { value: "5" },
    { type: "statement", value: { operations: "x" } }, { type: "statement", value: { periods: { 2002: { Pd: { grad: "5 g/t" } } } } },
    { type: "statement", value: { periods: { 2002: { Pb: "5 t" } } } }, { type: "statement", value: { periods: { 2002: { ore: 5 } } } },
    { type: "figure", value: { kind: "mass", text: "5 t", rounding: "up" } }, { type: "period", value: "2002", more: 1 },
  ])("refuses %j", (json) => {
    expect(faults(JSON.stringify(json))).not.toEqual([]);
  });
});

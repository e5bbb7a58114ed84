/** Published worked examples of uncertainty, recomputed. */
import { describe, expect, test } from "vitest";
import { examplesOf } from "../examples.ts";
import { COMPUTED } from "../uncertainty.ts";

describe.each(examplesOf("uncertainty"))("$id", ({ id, inputs, results }) => {
  const answers = COMPUTED[id]!(inputs);

  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    expect(answers[name]!.toFixed({ places: printed.split(".")[1]?.length ?? 0 })).toBe(computed);
    expect(computed === printed).toBe(agrees);
  });
});

test("every example has its formula, and every formula its example", () => {
  expect(examplesOf("uncertainty").map(({ id }) => id).sort()).toEqual(Object.keys(COMPUTED).sort());
});

import examples from "virtual:doc-examples";
import { describe, expect, test } from "vitest";
import { findUntestedFences } from "../support/doc-examples.ts";

describe("every example in the documentation", () => {
  test("there are examples", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  test("none only looks as if it were tested: code is fenced as ts, or says no-check", () => {
    expect(findUntestedFences()).toEqual([]);
  });

  test.each(examples)("$where", async ({ run }) => {
    await run();
  });
});

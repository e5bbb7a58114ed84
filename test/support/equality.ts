/**
 * Teaches `toEqual` to look into the library's values. They keep their state in private fields, which Vitest cannot see: without this any two
 * of them would pass for equal.
 */
import { expect } from "vitest";

expect.addEqualityTesters([
  function (left, right, testers) {
    if (!hasOwnForm(left) || !hasOwnForm(right)) return undefined;
    return left.constructor === right.constructor && this.equals(left.toJSON(), right.toJSON(), testers);
  },
]);

function hasOwnForm(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

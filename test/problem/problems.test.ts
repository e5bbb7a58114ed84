/** What is wrong is collected, and said at once, each thing with its address. */
import { describe, expect, test } from "vitest";
import { HeadgradeError, isHeadgradeError } from "../../src/error.ts";
import { isName, Problems } from "../../src/problem/problems.ts";

function errorOf(problems: Problems): HeadgradeError | undefined {
  try {
    problems.settle();
  } catch (error) {
    if (isHeadgradeError(error)) return error;
    throw error;
  }
  return undefined;
}

describe("problems", () => {
  test("are none at first, and then nothing is thrown", () => {
    const problems = new Problems("statement");
    expect([problems.count, errorOf(problems)]).toEqual([0, undefined]);
  });

  test("come under the code of what they are problems of, with their addresses", () => {
    const problems = new Problems("balance");
    problems.add("feed.flow", "out-of-range", "Less than nothing.");
    problems.add("", "wrong-kind", "Not an object.");
    const error = errorOf(problems);
    expect([error?.code, error?.message]).toEqual(["invalid-balance", "The balance has 2 problems:\n  feed.flow: Less than nothing.\n  Not an object."]);
    expect(error?.facts["problems"]).toEqual([
      { address: "feed.flow", code: "out-of-range", message: "Less than nothing." }, { address: "", code: "wrong-kind", message: "Not an object." },
    ]);
    const one = new Problems("statement");
    one.add("ore", "unknown-unit", "No mass.");
    expect([errorOf(one)?.code, errorOf(one)?.message]).toEqual(["invalid-statement", "The statement has 1 problem:\n  ore: No mass."]);
  });

  test("that many have in common are said once, and of many the first twenty", () => {
    const problems = new Problems("statement");
    for (let place = 0; place < 14; place++) problems.add(`a${String(place)}`, "unknown-unit", "Two units go by that name.");
    for (let place = 0; place < 30; place++) problems.add(`b${String(place)}`, "out-of-range", `Number ${String(place)}.`);
    const lines = errorOf(problems)!.message.split("\n");
    expect(lines.length).toBe(22);
    expect(lines[1]).toBe("  a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 and 2 more: Two units go by that name.");
    expect(lines.at(-1)).toBe("  ... and 11 more");
    expect(problems.count).toBe(44);
  });

  test("may be what a reading threw; what is no mistake of the input goes on", () => {
    const problems = new Problems("statement");
    expect(problems.try("a", () => 3)).toBe(3);
    expect(problems.try("b", () => {
      throw new HeadgradeError("unknown-unit", "No such unit.");
    })).toBeUndefined();
    expect(errorOf(problems)?.message).toContain("b: No such unit.");
    expect(() => problems.try("c", () => {
      throw new TypeError("a fault of ours");
    })).toThrow(TypeError);
  });

  test("suggest the word that was meant, or list the known ones", () => {
    const problems = new Problems("balance");
    problems.unknown("streams.from", "concentrater", ["mill", "concentrator"], "node");
    problems.unknown("streams.to", "xyz", ["mill", "mine"], "node");
    problems.unknown("streams.by", "xyz", [], "node");
    problems.unknownIn("a.", "x".repeat(50), Array.from({ length: 14 }, (_, place) => `w${String(place)}`), "word");
    expect(errorOf(problems)?.message.split("\n").slice(1, 4)).toEqual([
      '  streams.from: Unknown node "concentrater": did you mean "concentrator"?', '  streams.to: Unknown node "xyz": use one of mill, mine.', '  streams.by: Unknown node "xyz": there are none.',
    ]);
    expect(errorOf(problems)?.message.split("\n")[4]).toMatch(/^ {2}a\.x{40}: .*use one of w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, \.\.\.\.$/);
  });

  test("are objects that are none, fields that are not known, and lists that are none", () => {
    const problems = new Problems("balance");
    expect(problems.entries([1], "a", "streams")).toEqual([]);
    expect(problems.record({ flow: 1, flwo: 2 }, "feed", ["flow", "assays"])).toEqual({ flow: 1, flwo: 2 });
    expect(problems.list("no", "b", "streams")).toEqual([]);
    expect(problems.list([1], "b", "streams")).toEqual([1]);
    expect(problems.entries(Object.create(null) as object, "c")).toEqual([]);
    expect(errorOf(problems)?.message.split("\n").slice(1)).toEqual([
      "  a: Expected a plain object of streams by name and got an array.", '  feed.flwo: Unknown field "flwo": did you mean "flow"?', '  b: Expected a list of streams, and this is "no".',
    ]);
  });
});

test("a name is something that prints on one line", () => {
  expect(["ore", "Lac des Iles", "", " ", "a\nb", "\u0007", 3, undefined].map(isName)).toEqual([true, true, false, false, false, false, false, false]);
});

import { expect, test } from "vitest";
import { fitted, onTwoLines, widthOf } from "../../src/markup/width.ts";

test("Chinese characters are taken as wider than Latin letters, and marks as no wider than what they stand on", () => {
  expect(widthOf("露天", 10)).toBe(20);
  expect(widthOf("ii", 10)).toBeLessThan(widthOf("nn", 10));
  expect(widthOf("e\u0301", 10)).toBe(widthOf("e", 10));
});

test("a text that is too long is cut, with a sign that it was", () => {
  expect(fitted("a short name", 200, 12)).toBe("a short name");
  expect(fitted("a name that is too long", 60, 12)).toBe("a name\u2026");
});

test("a name takes one line if it can, two if it must, and loses only its middle", () => {
  expect(onTwoLines("2002-Q3 Pd produced", 214, 12)).toEqual(["2002-Q3 Pd produced"]);
  expect(onTwoLines("Resources/Measured + Indicated, Cu contained", 214, 12)).toEqual(["Resources/Measured + Indicated,", "Cu contained"]);
  expect(onTwoLines("The very long name of an underground mine, lower levels and remnants, 2002-Q3 Pd produced", 214, 12))
    .toEqual(["The very long name of an underg\u2026", "remnants, 2002-Q3 Pd produced"]);
});

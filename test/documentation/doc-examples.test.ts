/** The runner of the examples, itself tested: an example that only looks as if it were checked is worse than none. */
import { describe, expect, test } from "vitest";
import { examplesIn, withAssertions } from "../support/doc-examples.ts";

describe("the marks of an example become assertions", () => {
  test("a value", () => {
    expect(withAssertions("1 + 1 // => 2")).toBe("expect(1 + 1).toEqual(2); // => 2");
    expect(withAssertions("1 + 1; // => 2")).toBe("expect(1 + 1).toEqual(2); // => 2");
  });

  test("a value that is printed", () => {
    expect(withAssertions("console.log(x); // => 2")).toBe("expect(x).toEqual(2); // => 2");
  });

  test("a declared constant", () => {
    expect(withAssertions("const two: number = 1 + 1; // => 2")).toBe("const two: number = 1 + 1; expect(two).toEqual(2); // => 2");
  });

  test("an error, by its code", () => {
    expect(withAssertions('f("x"); // throws "a-code"'))
      .toBe('expect(() => { f("x"); }).toThrow(expect.objectContaining({ code: "a-code" })); // throws "a-code"');
  });

  test("a statement of several lines", () => {
    expect(withAssertions("f({\n  a: 1,\n}) // => 2")).toBe("expect(f({\n  a: 1,\n})).toEqual(2); // => 2");
  });

  test("a mark on the line below", () => {
    expect(withAssertions("f(1)\n// => 2")).toBe("expect(f(1)).toEqual(2);\n// => 2");
  });

  test("a text of several lines", () => {
    expect(withAssertions("f(1)\n// =>\n// one\n//   two")).toBe('expect(String(f(1))).toEqual("one\\n  two");\n// =>\n// one\n//   two');
  });

  test("a statement in a block", () => {
    expect(withAssertions("for (const x of [1]) {\n  x // => 1\n}")).toBe("for (const x of [1]) {\n  expect(x).toEqual(1); // => 1\n}");
  });

  test("a mark that belongs to no statement is refused", () => {
    expect(() => withAssertions("// => 2")).toThrow("belongs to no statement");
    expect(() => withAssertions("f(1)\n\n// => 2")).toThrow("belongs to no statement");
    expect(() => withAssertions("f(1)\n// =>")).toThrow("needs comment lines below it");
  });
});

describe("examples are found", () => {
  test("in a comment, without its stars", () => {
    expect(examplesIn("a.ts", "/**\n * ```ts\n * f();\n *\n * if (x) {\n *   g();\n * }\n * ```\n */"))
      .toEqual([{ where: "a.ts:2", file: "a.ts", line: 2, code: "f();\n\nif (x) {\n  g();\n}\n", run: true, check: true }]);
  });

  test("in a guide, with what it says about itself", () => {
    const found = examplesIn("a.md", "Text\n\n```ts no-run\nf()\n```\n\n```sh\nnpm test\n```\n\n```ts no-check\ng()\n```\n");
    expect(found.map(({ line, run, check }) => ({ line, run, check }))).toEqual([
      { line: 3, run: false, check: true },
      { line: 11, run: false, check: false },
    ]);
  });
});

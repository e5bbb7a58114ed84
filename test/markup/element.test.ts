import { expect, test } from "vitest";
import { element, pixels, written } from "../../src/markup/element.ts";

test("an element escapes its text and its attributes, and takes other elements as they are", () => {
  expect(element("p", { title: '"<', lang: undefined, width: 1.26 }, "a < b", element("b", {}, "&"), undefined, ["c", ["d"]]).text)
    .toBe('<p title="&quot;&lt;" width="1.3">a &lt; b<b>&amp;</b>cd</p>');
});

test("an element that HTML never closes is closed at once, and every other by its name", () => {
  expect(element("line", { x1: 0 }).text).toBe('<line x1="0"/>');
  expect(element("td", {}).text).toBe("<td></td>");
});

test("a length has tenths of a pixel at most", () => {
  expect([1, 0.04, -2.349, 1e6 / 3].map(pixels)).toEqual(["1", "0", "-2.3", "333333.3"]);
});

test("nothing is written as nothing", () => {
  expect(written([undefined, [], ""])).toBe("");
});

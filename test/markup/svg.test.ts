import { expect, test } from "vitest";
import { arrowHead, box, label, picture } from "../../src/markup/svg.ts";
import { faultsOf } from "../support/well-formed.ts";

const described = { title: "A <title>", description: "What is seen", width: 640, height: 20 };

test("a picture has a title and a description, and is called by its title", () => {
  const { text } = picture(described, label(0, 10, "a & b"));
  expect(faultsOf(text)).toEqual([]);
  expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 20" width="640" height="20" role="img" aria-label="A &lt;title&gt;" /);
  expect(text).toMatch(/<title>A &lt;title&gt;<\/title><desc>What is seen<\/desc><text x="0" y="10">a &amp; b<\/text><\/svg>$/);
});

test("the same picture is the same text, and may stand in a page twice: it has no ids", () => {
  const [one, again] = [picture(described, label(0, 0, "a")).text, picture(described, label(0, 0, "a")).text] as const;
  expect(again).toBe(one);
  expect(faultsOf(`<div>${one}${again}</div>`)).toEqual([]);
  expect(one).not.toMatch(/\s(?:id|aria-labelledby)=/);
});

test("boxes and arrows are drawn to a tenth of a pixel", () => {
  expect(box(0.04, 1.26, 3, 4, { fill: "none" }).text).toBe('<rect x="0" y="1.3" width="3" height="4" fill="none"/>');
  expect(arrowHead(10.04, 5, 1, { fill: "currentColor" }).text).toBe('<path d="M10 5l-5 -4v8z" fill="currentColor"/>');
  expect(arrowHead(10, 5, -1, {}).text).toBe('<path d="M10 5l5 -4v8z"/>');
});

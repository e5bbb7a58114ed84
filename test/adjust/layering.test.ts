import { describe, expect, test } from "vitest";
import { arranged } from "../../src/adjust/arranging.ts";
import { layersOf } from "../../src/adjust/layering.ts";

describe("the layers of a flowsheet", () => {
  test("go from the feed down, each node below all that flow into it", () => {
    const { ranks, returning } = layersOf(3, [{ from: -1, to: 0 }, { from: 0, to: 1 }, { from: 0, to: 2 }, { from: 1, to: 2 }, { from: 2, to: -1 }]);
    expect([ranks, [...returning]]).toEqual([[0, 1, 2], []]);
  });

  test("leave out streams that return to where the feed came by", () => {
    const { ranks, returning } = layersOf(3, [{ from: 2, to: 0 }, { from: 1, to: 0 }, { from: -1, to: 0 }, { from: 0, to: 1 }, { from: 1, to: 2 }]);
    expect([ranks, [...returning].sort()]).toEqual([[0, 1, 2], [0, 1]]);
  });

  test("put what only the outside flows into right above what it flows into", () => {
    expect(layersOf(4, [{ from: -1, to: 0 }, { from: 0, to: 1 }, { from: 1, to: 2 }, { from: -1, to: 3 }, { from: 3, to: 2 }]).ranks).toEqual([0, 1, 2, 1]);
  });

  test("are found for nodes that nothing from outside reaches", () => {
    expect(layersOf(2, [{ from: 0, to: 1 }, { from: 1, to: 0 }])).toEqual({ ranks: [0, 1], returning: new Set([1]) });
  });
});

describe("things in rows", () => {
  const things = [0, 0, 1, 1].map((row) => ({ row, width: 40, passes: false }));

  test("change places where their links would cross, and stand right below each other", () => {
    const { middles, width } = arranged(things, [{ above: 0, below: 3 }, { above: 1, below: 2 }], 10);
    expect([middles, width]).toEqual([[20, 70, 70, 20], 90]);
  });

  test("keep their distance, however much all want to stand in one place", () => {
    const many = [{ row: 0, width: 20, passes: false }, ...Array.from({ length: 5 }, () => ({ row: 1, width: 30, passes: false }))];
    const { middles, width } = arranged(many, [1, 2, 3, 4, 5].map((below) => ({ above: 0, below })), 10);
    expect([middles, width]).toEqual([[95, 15, 55, 95, 135, 175], 190]);
  });
});

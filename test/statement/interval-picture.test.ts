import { describe, expect, test } from "vitest";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { intervalPicture, type IntervalRow } from "../../src/statement/interval-picture.ts";
import { elementsOf, faultsOf } from "../support/well-formed.ts";

const between = (low: string, high: string): Interval => Interval.between({ low, high });
const row = (more: Partial<IntervalRow> = {}): IntervalRow => ({
  name: "2002 Pd head grade", verdict: "agrees", printed: { text: "1.91 g/t", interval: between("1.905", "1.915") }, allowed: between("1.905", "1.915"),
  implied: { text: "1.9031 to 1.9094 g/t", interval: between("1.9031", "1.9094") }, recomputed: Ratio.of("1.9063"), told: "the whole story", ...more,
});
const drawn = (...rows: readonly IntervalRow[]): string => intervalPicture("Title", [{ verdict: rows[0]?.verdict ?? "agrees", title: "Heading", rows }]).text;
const boxes = (svg: string): readonly (readonly [number, number, number])[] => elementsOf(svg)
  .filter(({ name, attributes }) => name === "rect" && Number(attributes["y"]) > 60)
  .map(({ attributes: { x, width, y } }) => [Number(x), Number(width), Number(y)]);

describe("a row of the interval picture", () => {
  test("has the printed figure above what is implied, to scale, and behind them where they meet", () => {
    // From 1.9031 to 1.915 and 8 % of that on either side, on 190 pixels from 244 on.
    expect(boxes(drawn(row()))).toEqual([[283.3, 60.6, 74], [283.3, 137.6, 77.5], [257.1, 86.7, 89]]);
  });

  test("has texts for both, its name, and the whole story where the pointer rests", () => {
    const svg = drawn(row());
    expect(faultsOf(svg)).toEqual([]);
    for (const text of [">2002 Pd head grade<", ">1.91 g/t<", ">1.9031 to 1.9094 g/t<", "<title>the whole story</title>"]) expect(svg).toContain(text);
  });

  test("shows a gap where printed and implied do not meet", () => {
    const wrong = row({ verdict: "contradicts", printed: { text: "1.95 g/t", interval: between("1.945", "1.955") }, allowed: between("1.945", "1.955") });
    expect(drawn(wrong)).toContain('stroke-dasharray="2 2"');
    expect(boxes(drawn(wrong))).toHaveLength(2);
    expect(drawn(row())).not.toContain('stroke-dasharray="2 2"');
  });

  test("shows a tolerance beyond the printed figure as a dashed line", () => {
    expect(drawn(row({ allowed: between("1.90", "1.92") }))).toContain('stroke-dasharray="3 2"');
    expect(drawn(row())).not.toContain('stroke-dasharray="3 2"');
  });

  test("is never so narrow that it cannot be seen, however many digits were printed", () => {
    const exact = Interval.point("123456789012345678901234567890");
    const many = between("123456789012345678901234567889.5", "123456789012345678901234567890.5");
    const widths = boxes(drawn(row({ printed: { text: "", interval: exact }, allowed: exact, implied: { text: "", interval: many } }))).map(([, width]) => width);
    expect(widths).toEqual([3, 3, 163.8]);
  });

  test("ends in an arrow where nothing bounds it", () => {
    const open = Interval.between({ low: "5", lowOpen: true });
    const svg = drawn(row({ printed: { text: "over 5", interval: open }, allowed: open, implied: { text: "4 to 6", interval: between("4", "6") } }));
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toContain("l-5 -4v8z");
    const both = drawn(row({ printed: { text: "", interval: Interval.all }, allowed: Interval.all, implied: { text: "", interval: Interval.point(0) } }));
    expect(faultsOf(both)).toEqual([]);
  });
});

describe("the interval picture", () => {
  test("has the sign of each verdict as a shape, and not as a colour alone", () => {
    const shapes = (["agrees", "within rounding", "within tolerance", "contradicts"] as const).map((verdict) => {
      const { name, attributes } = elementsOf(drawn(row({ verdict }))).find((element) => element.attributes["class"]?.startsWith("headgrade-") === true && element.attributes["fill"] !== "none")!;
      return `${name} ${attributes["d"] ?? ""}`;
    });
    expect(new Set(shapes).size).toBe(4);
  });

  test("tells in its description what it shows", () => {
    expect(/<desc>([^<]+)</.exec(drawn(row()))![1]).toBe(
      "1 check, each with the printed figure and its rounding against what the other figures imply. agrees: 2002 Pd head grade, printed 1.91 g/t, implied 1.9031 to 1.9094 g/t.",
    );
  });

  test("draws forty checks at most, the worst first, and says how many it leaves to the table", () => {
    const svg = intervalPicture("T", [
      { verdict: "contradicts", title: "a", rows: Array.from({ length: 30 }, () => row({ verdict: "contradicts" })) },
      { verdict: "agrees", title: "b", rows: Array.from({ length: 30 }, () => row()) },
    ]).text;
    expect(svg.match(/the whole story/g)).toHaveLength(40);
    expect(svg).toContain("and 20 more, which stand in the table");
    expect(faultsOf(svg)).toEqual([]);
  });
});

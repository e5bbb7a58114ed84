import { describe, expect, test } from "vitest";
import { JUPYTER_DISPLAY } from "../../src/number/display.ts";
import { measured } from "../../src/uncertainty/measured.ts";
import { uncertaintyOf } from "../../src/uncertainty/propagate.ts";
import { simulate } from "../../src/uncertainty/simulate.ts";
import { elementsOf, faultsOf } from "../support/well-formed.ts";

const number = (value: string, standard: string) => measured("number", { value, standard });

// JCGM 100:2008, H.2, from its summary: R = (V / I) cos phi, with correlations.
const resistance = () => uncertaintyOf(
  ({ V, I, phi }: { V: number; I: number; phi: number }) => (V * Math.cos(phi)) / I,
  { V: number("4.9990", "0.0032"), I: number("0.019661", "0.0000095"), phi: number("1.04446", "0.00075") },
  { correlations: [["V", "I", "-0.36"], ["V", "phi", "0.86"], ["I", "phi", "-0.65"]] },
);
const textsOf = (svg: string): readonly string[] => [...svg.matchAll(/<text [^>]+>([^<]+)</g)].map(([, text]) => text!);

describe("the picture of a budget", () => {
  test("has a bar for each argument and each correlation, the largest first, with its share of the variance", () => {
    const svg = resistance().picture().text;
    expect(faultsOf(svg)).toEqual([]);
    expect(resistance().picture().text).toBe(svg);
    expect(textsOf(svg).filter((text) => !/^-?\d+%$/.test(text))).toEqual([
      "Uncertainty budget of 127.732, u = 0.070", "phi", "555.2%", "\u21c4 V with phi, r = 0.860", "-473.5%", "\u21c4 I with phi, r = -0.650", "-270.2%", "V", "136.5%", "I", "77.8%",
      "\u21c4 V with I, r = -0.360", "74.2%", "\u21c4 what a correlation adds (to the right) or takes away (to the left)",
    ]);
    expect(svg).toMatchSnapshot();
  });

  test("has what correlations take away to the left of nothing, and dashed", () => {
    const drawn = elementsOf(resistance().picture().text).filter(({ name }) => name === "rect");
    const bars = drawn.map(({ attributes: { x, width, "stroke-dasharray": dashes } }) => ({
      from: Number(x), to: Math.round(Number(x) + Number(width)), dashed: dashes !== undefined,
    }));
    const zero = bars[0]!.from;
    expect(bars.map(({ from, dashed }) => [from < zero, dashed])).toEqual([
      [false, false], [true, true], [true, true], [false, false], [false, false], [false, true],
    ]);
    expect(bars.filter(({ from }) => from < zero).map(({ to }) => to)).toEqual([Math.round(zero), Math.round(zero)]);
  });

  test("says so where there is nothing to share out", () => {
    const svg = uncertaintyOf(({ x }: { x: number }) => x, { x: number("1", "0") }).picture().text;
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toContain("The result has no uncertainty to share out.");
  });

  test("draws two dozen bars at most, and says how many it leaves to the table", () => {
    const names = Array.from({ length: 30 }, (_, index) => `x${String(index)}`);
    const sum = uncertaintyOf((x: Record<string, number>) => Object.values(x).reduce((total, each) => total + each, 0), Object.fromEntries(names.map((name) => [name, number("1", "1")])));
    expect(sum.picture().text.match(/<rect /g)).toHaveLength(24);
    expect(sum.picture().text).toContain("and 6 smaller ones, which stand in the table");
  });

  test("shows names as they are, and runs none", () => {
    const svg = uncertaintyOf((x: Record<string, number>) => x["<script>"], { "<script>": number("1", "1") }) as unknown as ReturnType<typeof resistance>;
    expect(faultsOf(svg.picture().text)).toEqual([]);
    expect(faultsOf(svg[JUPYTER_DISPLAY]()["text/html"]!)).toEqual([]);
    expect(svg.picture().text).toContain("&lt;script&gt;");
  });
});

test("a budget in a notebook is its picture and its table", () => {
  const estimate = resistance();
  const shown = estimate[JUPYTER_DISPLAY]();
  expect(shown["text/plain"]).toBe(String(estimate));
  expect(faultsOf(shown["text/html"]!)).toEqual([]);
  expect(shown["text/html"]!.match(/<svg /g)).toHaveLength(1);
  expect(shown["text/markdown"]).toMatchInlineSnapshot(`
    "**127.732, u = 0.070 (0.055%)**

    **Uncertainty budget**

    | argument | value | standard uncertainty | slope | effect | share of variance |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | V | 4.9990 | 0.0032 | 25.6 | 0.082 | 136.5% |
    | I | 0.0196610 | 0.0000095 | -6,500 | 0.062 | 77.8% |
    | phi | 1.04446 | 0.00075 | -220 | 0.16 | 555.2% |
    | correlation of V and I |  | -0.360 |  |  | 74.2% |
    | correlation of V and phi |  | 0.860 |  |  | -473.5% |
    | correlation of I and phi |  | -0.650 |  |  | -270.2% |"
  `);
});

test("a measured value in a notebook says what is assumed of it", () => {
  expect(measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" })[JUPYTER_DISPLAY]()["text/markdown"]).toBe("1.880 g/t, u = 0.020 g/t (standard uncertainty; normal)");
  expect(measured("grade", { readings: ["1.91 g/t", "1.86 g/t", "1.87 g/t"] })[JUPYTER_DISPLAY]()["text/html"])
    .toBe('<span class="headgrade">1.880 g/t, u = 0.015 g/t (standard uncertainty; student, 2 degrees of freedom)</span>');
});

describe("a simulation in a notebook", () => {
  const only = ({ x }: { x: number }) => x;
  const run = (trials: number) => simulate(only, { x: number("5", "1") }, { seed: 1, trials });

  test("is a histogram with its coverage interval, and a table", () => {
    const shown = run(5000)[JUPYTER_DISPLAY]();
    expect(shown["text/plain"]).toBe(String(run(5000)));
    expect(faultsOf(shown["text/html"]!)).toEqual([]);
    expect(shown["text/markdown"]).toMatchInlineSnapshot(`
      "**5.00, u = 0.99**

      **Simulation**

      |  | result |
      | --- | ---: |
      | mean | 5.00 |
      | standard uncertainty | 0.99 |
      | 95 % of all trials | 3.06 to 6.97 |
      | trials | 5,000 |
      | seed | 1 |"
    `);
    expect(run(5000).picture().text).toBe(run(5000).picture().text);
  });

  test("has bars as high as there are trials, hollow outside of the interval", () => {
    const svg = run(5000).picture().text;
    const bars = elementsOf(svg).filter(({ name }) => name === "rect").map(({ attributes }) => ({ height: Number(attributes["height"]), hollow: attributes["fill"] === "none" }));
    expect(Math.max(...bars.map(({ height }) => height))).toBe(150);
    const area = (hollow: boolean): number => bars.filter((each) => each.hollow === hollow).reduce((sum, { height }) => sum + height, 0);
    expect(Math.abs(area(false) / (area(false) + area(true)) - 0.95)).toBeLessThan(0.03);
  });

  test("of too few trials for an interval tells none, as text too", () => {
    const few = run(100);
    expect(String(few).split("\n")[1]).toBe("  100 trials, seed 1");
    expect(faultsOf(few[JUPYTER_DISPLAY]()["text/html"]!)).toEqual([]);
    expect(few.picture().text).not.toContain("95 %");
    expect(JSON.parse(JSON.stringify(few))).not.toHaveProperty("interval");
  });

  test("that came out alike every time is told in words", () => {
    const svg = simulate(() => 5, { x: number("5", "1") }, { seed: 1, trials: 200 }).picture().text;
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toContain("All trials gave 5.");
  });
});

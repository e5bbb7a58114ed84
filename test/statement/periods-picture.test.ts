import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/statement/reconcile.ts";
import type { Statement } from "../../src/statement/input.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { faultsOf } from "../support/well-formed.ts";

const drawn = (statement: Statement): string => reconcile(statement).picture("periods").text;
const titles = (svg: string): string[] => [...svg.matchAll(/<g transform="[^"]+"><title>([^<]+)</g)].map(([, title]) => title!);
const svg = drawn(LAC_DES_ILES);

describe("the periods picture of Lac des Iles", () => {
  test("has a chart for each item with values in several quarters", () => {
    expect(faultsOf(svg)).toEqual([]);
    expect(titles(svg)).toEqual(["throughput, t/d", "Pd head grade, g/t", "Pd recovery, %", "Pd produced, oz"]);
  });

  test("has every value that was printed, solid, and every implied one, hollow and told as about", () => {
    for (const [quarter, { throughput, Pd }] of Object.entries(QUARTERS)) {
      expect(svg).toContain(`<title>${quarter}: ${throughput.replace(" t/d", "")}</title>`);
      expect(svg).toContain(`<title>${quarter}: ${Pd.produced.replace(" oz", "")}</title>`);
    }
    expect(svg).toMatch(/<title>2002-Q1: ≈1\.906<\/title><circle [^>]+fill="none"/);
    expect(svg).toMatch(/<title>2002-Q2: ≈2\.003<\/title><circle [^>]+fill="none"/);
    expect(svg).toMatch(/<title>2002-Q2: 13,959<\/title><circle [^>]+fill="#4377c9"/);
  });

  test("draws a line to or from an implied value dashed", () => {
    expect(svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(2);
  });

  test("has the year across the charts of what does not add, and its values are no quarter's", () => {
    expect([...svg.matchAll(/<title>2002: ([^<]+)</g)].map(([, text]) => text)).toEqual(["13,292", "1.91", "73.8"]);
  });

  test("tells all of it in its description", () => {
    expect(/<desc>([^<]+)</.exec(svg)![1]).toContain("Pd head grade, g/t: 2002-Q1 ≈1.906, 2002-Q2 ≈2.003, 2002-Q3 1.83, 2002-Q4 1.88.");
  });
});

test("a figure that stands in a conflict is crossed, and not by its colour alone", () => {
  const q3 = { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } };
  const wrong = drawn({ periods: { ...LAC_DES_ILES.periods, "2002-Q3": q3 } });
  expect(wrong).toMatch(/<title>2002-Q3: 51,618<\/title><path [^>]+class="headgrade-bad"/);
  expect(wrong).toContain(">in a conflict<");
  expect(svg).not.toContain("in a conflict");
  expect(faultsOf(wrong)).toEqual([]);
});

test("a value in another unit than its row is drawn where it belongs", () => {
  const svg = drawn({ periods: { "2002-Q1": { ore: "1.2 Mt" }, "2002-Q2": { ore: "1,100 kt" } } });
  expect(svg).toContain("2002-Q1 1.2, 2002-Q2 1,100 kt.");
  expect(faultsOf(svg)).toEqual([]);
});

describe("time is to scale", () => {
  const ore = (names: readonly string[]): string => {
    const periods = Object.fromEntries(names.map((name, index) => [name, { ore: `${String(100 + index)} kt` }]));
    return drawn({ periods });
  };
  // The rules below a chart, in order of time: from where to where each period goes.
  const rules = (svg: string): number[][] => [...svg.matchAll(/<line x1="([\d.]+)" y1="112" x2="([\d.]+)" y2="112"/g)].map(([, from, to]) => [Number(from), Number(to)]);
  const dots = (svg: string): number[] => [...svg.matchAll(/<g><title>[^<]+<\/title>(?:<path [^>]+>)?<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  const lines = (svg: string): number => svg.match(/<line [^>]+class="headgrade-near"/g)?.length ?? 0;

  test("a period is as wide as its days are many, and its value stands in their middle", () => {
    const svg = ore(["2001", "2002-Q1", "2002-H2"]);
    const [year, quarter, half] = rules(svg) as [number[], number[], number[]];
    // Each rule leaves a pixel free at both of its ends.
    const perDayOf = ([left, right]: number[], days: number): number => (right! - left! + 2) / days;
    const [perDay, ...others] = [perDayOf(year, 365), perDayOf(quarter, 90), perDayOf(half, 184)];
    for (const other of others) expect(Math.abs(other - perDay) * 90).toBeLessThan(0.2);
    expect(Math.abs(quarter[0]! - year[1]! - 2)).toBeLessThan(0.2);
    expect(Math.abs(half[0]! - quarter[1]! - 2 - 91 * perDay)).toBeLessThan(0.3);
    dots(svg).forEach((x, index) => {
      expect(Math.abs(x - (rules(svg)[index]![0]! + rules(svg)[index]![1]!) / 2)).toBeLessThan(0.11);
    });
  });

  test("over days that nothing is told of there is no line", () => {
    expect(lines(ore(["2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4"]))).toBe(3);
    expect(lines(ore(["2002-Q1", "2002-Q2", "2002-Q4", "2003-Q1"]))).toBe(2);
    expect(lines(ore(["2002-Q1", "2002-Q3"]))).toBe(0);
  });

  test("periods stand in order of time, however they were stated", () => {
    const svg = ore(["2003-Q1", "2002-Q4", "2002-Q1"]);
    expect(svg).toContain("2002-Q1 102, 2002-Q4 101, 2003-Q1 100.");
    const places = dots(svg);
    expect(places).toHaveLength(3);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    expect(lines(svg)).toBe(1);
  });

  test("a period too short for its name keeps its rule and its value", () => {
    const svg = ore(["2001", "2002-Q1", "2003-Q3", "2003-12"]);
    expect(rules(svg)).toHaveLength(4);
    expect(svg).toContain("<title>2003-12: 103</title>");
    expect(svg).not.toContain(">2003-12</text>");
    expect(faultsOf(svg)).toEqual([]);
  });
});

test("areas follow the operation, each chart with the name of its area", () => {
  const periods = { "2002-Q1": { ore: "100 t" }, "2002-Q2": { ore: "120 t" } };
  expect(titles(drawn({ periods, areas: { "北部": { periods }, "South <pit>": { periods } } }))).toEqual(["ore milled, t", "ore milled, t · 北部", "ore milled, t · South &lt;pit&gt;"]);
});

test("twelve charts are drawn at most, and the others told of", () => {
  const periods = { "2002-Q1": { ore: "100 t" }, "2002-Q2": { ore: "120 t" } };
  const many = drawn({ areas: Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`mine ${String(index)}`, { periods }])) });
  expect(titles(many)).toHaveLength(12);
  expect(many).toContain("and 3 more, which stand in the tables");
});

test("two years of months leave room for their names, and have no labels that would overlap", () => {
  const months = Array.from({ length: 24 }, (_, index) => `${String(2002 + Math.floor(index / 12))}-${String(index % 12 + 1).padStart(2, "0")}`);
  const svg = drawn({ periods: Object.fromEntries(months.map((month, index) => [month, { ore: `${String(100_000 + index * 917)} t` }])) });
  expect(faultsOf(svg)).toEqual([]);
  expect(svg.match(/<circle /g)).toHaveLength(25);
  expect([...svg.matchAll(/>(200[23]-\d\d)<\/text>/g)].length).toBeLessThan(10);
  expect(svg).not.toMatch(/>\d{6}<\/text>/);
});

test("one period makes no picture in what a notebook shows", () => {
  const one = reconcile({ periods: { "2002-Q4": QUARTERS["2002-Q4"] } }) as unknown as Record<symbol, () => Record<string, string>>;
  expect(one[Symbol.for("Jupyter.display")]!()["text/html"]!.match(/<svg /g)).toHaveLength(1);
});

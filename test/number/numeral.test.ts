import { describe, expect, test } from "vitest";
import { readNumeral, readScaleWord } from "../../src/number/numeral.ts";

function read(text: string, mark?: "." | ","): readonly [number | bigint, number, number] | undefined {
  const numeral = readNumeral(text, 0, mark);
  return numeral && [numeral.coefficient, numeral.exponent, numeral.end];
}

describe("a numeral keeps its digits and the place of the last one", () => {
  test.each([
    ["74.0", 740, -1, 4],
    ["74", 74, 0, 2],
    ["74.", 74, 0, 3],
    ["1,165,388", 1165388, 0, 9],
    ["1,165,388.50 t", 116538850, -2, 12],
    ["1 165 388,", undefined, 0, 0],
    ["12 345 t", 12345, 0, 6],
    ["1\u00a0234\u00a0567", 1234567, 0, 9],
    ["1\u202f234.5", 12345, -1, 7],
    ["1'234'567", 1234567, 0, 9],
    ["1\u2019234", 1234, 0, 5],
    ["-3.25", -325, -2, 5],
    ["\u22123", -3, 0, 2],
    ["+3", 3, 0, 2],
    ["-0", 0, 0, 2],
    [".5", 5, -1, 2],
    ["0.050", 50, -3, 5],
    ["007", 7, 0, 3],
    ["1.2e3 t", 12, 2, 5],
    ["1.2E-3", 12, -4, 6],
    ["5e+2", 5, 2, 4],
    ["5 e", 5, 0, 1],
    ["5e", 5, 0, 1],
    ["9007199254740991", 9007199254740991, 0, 16],
    ["9007199254740992", 9007199254740992n, 0, 16],
    ["9007199254740993", 9007199254740993n, 0, 16],
    ["900719925474098", 900719925474098, 0, 15],
    ["9007199254740989", 9007199254740989, 0, 16],
    ["9,007,199,254,739,999", 9007199254739999, 0, 21],
    ["9,007,199,254,740,999", 9007199254740999n, 0, 21],
    ["9,007,199,254,740,999.5", 90071992547409995n, -1, 23],
  ])("%s", (text, coefficient, exponent, end) => {
    if (coefficient === undefined) expect(() => read(text)).toThrow(expect.objectContaining({ code: "malformed-number" }));
    else expect(read(text)).toEqual([coefficient, exponent, end]);
  });

  test("with a decimal comma", () => {
    expect(read("1.165.388,5", ",")).toEqual([11653885, -1, 11]);
    expect(read("0,05 oz", ",")).toEqual([5, -2, 4]);
    expect(read("1.165", ",")).toEqual([1165, 0, 5]);
    expect(() => read("1.16", ",")).toThrow(expect.objectContaining({ code: "malformed-number" }));
  });

  test("a number stands for an integer only while it is a safe one", () => {
    for (let digits = 1; digits <= 40; digits++) {
      const text = "9".repeat(digits);
      const coefficient = read(text)?.[0];
      expect(String(coefficient)).toBe(text);
      expect(typeof coefficient === "bigint" || Number.isSafeInteger(coefficient)).toBe(true);
      const grouped = text.replace(/\B(?=(\d{3})+$)/g, ",");
      expect(String(read(grouped)?.[0])).toBe(text);
    }
  });
});

describe("what is no numeral", () => {
  test.each(["", "t", "-", "+t", ".", ",5", " 5", "e5", "NaN", "Infinity"])("%j", (text) => {
    expect(read(text)).toBeUndefined();
  });

  test.each(["12,34", "1,1655", "1234,567", "1,234 567", "1,,234", "1.2.3", "1,234,", "1,234.5,6", "1,23 t"])("%j is refused", (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "malformed-number" }));
  });

  test("a space that starts no group of three ends the numeral", () => {
    expect(read("12 34")).toEqual([12, 0, 2]);
    expect(read("1234 567")).toEqual([1234, 0, 4]);
    expect(read("1 234 5678")).toEqual([1234, 0, 5]);
  });

  test.each(["1e999999999", "1e1001", "1e-1001", `1${"0".repeat(1000)}`, `0.${"1".repeat(1001)}`])("%.12s is too large", (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "too-large" }));
  });

  test("a thousand digits are still read", () => {
    expect(String(read("7".repeat(1000))?.[0])).toBe("7".repeat(1000));
  });
});

test("a scale word after a numeral shifts its last place", () => {
  expect(readScaleWord("1.2 million t", 3)).toEqual({ exponent: 6, end: 11 });
  expect(readScaleWord("1.2 Million", 3)).toEqual({ exponent: 6, end: 11 });
  expect(readScaleWord("3 hundred", 1)).toEqual({ exponent: 2, end: 9 });
  expect(readScaleWord("3 thousand t", 1)).toEqual({ exponent: 3, end: 10 });
  expect(readScaleWord("3  billion t", 1)).toEqual({ exponent: 9, end: 10 });
  expect(readScaleWord("3 millions", 1)).toEqual({ exponent: 0, end: 1 });
  expect(readScaleWord("3 dry tonnes", 1)).toEqual({ exponent: 0, end: 1 });
  expect(readScaleWord("3 constructor", 1)).toEqual({ exponent: 0, end: 1 });
});

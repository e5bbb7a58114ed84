import { describe, expect, test } from "vitest";
import { slipsOf, type SlipKind } from "../../src/figure/slip.ts";
import { refusalOf } from "./refusal.ts";

function texts(text: string, kind: SlipKind, options?: { readonly decimalMark?: "." | "," }): string[] {
  return slipsOf(text, options).filter((slip) => slip.kind === kind).map((slip) => slip.text);
}

describe("the slips of a printed text", () => {
  test("are two neighbouring digits swapped, across the decimal mark too", () => {
    expect(texts("1,896", "digits-swapped")).toEqual(["8,196", "1,986", "1,869"]);
    expect(texts("7.25", "digits-swapped")).toEqual(["2.75", "7.52"]);
  });

  test("are one digit changed, at each place, and never a leading zero", () => {
    expect(texts("12", "digit-changed")).toEqual(["22", "32", "42", "52", "62", "72", "82", "92", "10", "11", "13", "14", "15", "16", "17", "18", "19"]);
    expect(texts("5,058,495", "digit-changed")).toContain("5,059,495");
  });

  test("are a digit that was lost, anywhere but at the end of the decimals", () => {
    expect(texts("5", "digit-lost")).toEqual(["15", "25", "35", "45", "55", "65", "75", "85", "95", "50", "51", "52", "53", "54", "56", "57", "58", "59"]);
    expect(texts("0.7", "digit-lost")).toEqual(["10.7", "20.7", "30.7", "40.7", "50.7", "60.7", "70.7", "80.7", "90.7", ...Array.from("0123456789", (digit) => `0.${digit}7`)]);
  });

  test("are a digit doubled, and a digit too many", () => {
    expect(texts("1,886", "digit-doubled")).toEqual(["186"]);
    expect(texts("1,886", "digit-added")).toEqual(["886", "188"]);
    expect(texts("1.88", "digit-doubled")).toEqual([]);
  });

  test("are point for comma, both ways, and a group that lost a digit", () => {
    expect(texts("1.496", "point-for-comma")).toEqual(["1,496"]);
    expect(texts("1,496", "point-for-comma")).toEqual(["1.496"]);
    expect(texts("876,00", "point-for-comma")).toEqual(["876.00", "87,600"]);
    expect(texts("1.4", "point-for-comma")).toEqual([]);
    expect(texts("1.496,5", "point-for-comma", { decimalMark: "," })).toEqual([]);
    expect(texts("1,496", "point-for-comma", { decimalMark: "," })).toEqual(["1.496"]);
  });

  test("are a factor, told by the factor: the digits that count stay as printed", () => {
    const thousands = slipsOf("81,425").filter(({ kind }) => kind === "factor-of-a-thousand");
    expect(thousands.map(({ text, factor }) => [text, factor?.toString()])).toEqual([["81.425", "0.001"], ["81,425,000", "1000"]]);
    expect(texts("0.5", "factor-of-a-hundred")).toEqual(["0.005", "50"]);
  });

  test("are a sign, by minus or by brackets", () => {
    expect(texts("12", "sign-lost")).toEqual(["-12"]);
    expect(texts("-12", "sign-lost")).toEqual(["12"]);
    expect(texts("(2.3)", "sign-lost")).toEqual(["2.3"]);
  });

  test("keep what stands around the numeral, and its way of grouping", () => {
    expect(texts("US$1,896 million", "digits-swapped")).toEqual(["US$8,196 million", "US$1,986 million", "US$1,869 million"]);
    expect(texts("1896", "digits-swapped")).toEqual(["8196", "1986", "1869"]);
    expect(texts("1 896 t", "digits-swapped")).toEqual(["8 196 t", "1 986 t", "1 869 t"]);
  });

  test("come once each, and never as printed", () => {
    const all = slipsOf("1,100.00").filter(({ factor }) => factor === undefined).map(({ text }) => text);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain("1,100.00");
  });

  test("are none where there are no digits, or too many", () => {
    expect(slipsOf("n/a")).toEqual([]);
    expect(slipsOf("1234567890123456789")).toEqual([]);
  });

  test("are refused of what is no text", () => {
    expect(refusalOf(() => slipsOf(12 as unknown as string))).toMatchObject({ code: "malformed-figure" });
  });
});

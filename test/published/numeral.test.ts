/** The strict reading of published figures. */
import { describe, expect, test } from "vitest";
import { printedInterval } from "./numeral.ts";

const SPACES = "space thousands separator";
const DOTS = "dot thousands / comma decimal";

describe("a published figure", () => {
  test.each([
    ["1,165,388", "[1165387.5, 1165388.5]"], ["74.0%", "[73.95, 74.05]"], ["74", "[73.5, 74.5]"], ["90,000", "[89999.5, 90000.5]"], [".5", "[0.45, 0.55]"],
    ["0", "[-0.5, 0.5]"], ["(16%)", "[-16.5, -15.5]"], ["(22)%", "[-22.5, -21.5]"], ["(2.3)", "[-2.35, -2.25]"], ["\u221240%", "[-40.5, -39.5]"],
    ["-$3.1", "[-3.15, -3.05]"], ["US$(1.2) million", "[-1.25, -1.15]"], ["+73%", "[72.5, 73.5]"], ["60 %", "[59.5, 60.5]"], ["US$4.50", "[4.495, 4.505]"],
    ["2.51:1", "[2.505, 2.515]"], ["876,00", "[87599.5, 87600.5]"], ["~5,000", "[4999.5, 5000.5]"], ["approximately 90,000 oz", "[89999.5, 90000.5]"],
    ["1.2 M", "[1.15, 1.25]"], ["81,425 thousand oz", "[81424.5, 81425.5]"], ["93.7 million lb", "[93.65, 93.75]"], ["81,425 '000 oz", "[81424.5, 81425.5]"], ["1,089,560*", "[1089559.5, 1089560.5]"], ["1,234\u00b9", "[1233.5, 1234.5]"], ["12.3 (1)", "[12.25, 12.35]"],
    ["12-15", "[11.5, 12.5]"], ["1'234'567", "[1234566.5, 1234567.5]"], ["1,214 2,676", "[1213.5, 1214.5]"], ["4,698 oz in Q1 2006", "[4697.5, 4698.5]"],
    ["12\u00a0345", "[12344.5, 12345.5]"],
  ])("%s", (text, interval) => {
    expect(String(printedInterval(text))).toBe(interval);
  });

  test.each([
    ["1 612 728", SPACES, "[1612727.5, 1612728.5]"], ["1\u202f612\u202f728", SPACES, "[1612727.5, 1612728.5]"], ["1 234,5", SPACES, "[1234.45, 1234.55]"],
    ["1\u00a0234.5", SPACES, "[1234.45, 1234.55]"], ["1,59", SPACES, "[1.585, 1.595]"], ["24,388", SPACES, "[24387.5, 24388.5]"],
    ["268.600", DOTS, "[268599.5, 268600.5]"], ["4,76%", DOTS, "[4.755, 4.765]"], ["1.234.567,8", DOTS, "[1234567.75, 1234567.85]"], ["87", DOTS, "[86.5, 87.5]"],
    ["1 234,5", "space thousands / comma decimal", "[1234.45, 1234.55]"], ["1.234,5", "decimal comma", "[1234.45, 1234.55]"], ["1'234.5", "Swiss", "[1234.45, 1234.55]"],
  ])("%s with %s", (text, format, interval) => {
    expect(String(printedInterval(text, format))).toBe(interval);
  });

  test.each(["", "-", "\u2014", "n/a", "N.A.", "nm", "Nil", "..."])("%s was not printed", (text) => {
    expect(printedInterval(text)).toBeUndefined();
  });

  test("of no digits, or of a format that nobody described, cannot be read", () => {
    expect(() => printedInterval("see note")).toThrow("no number can be read in \"see note\"");
    expect(() => printedInterval("5", "runes")).toThrow("unknown number format \"runes\"");
  });
});

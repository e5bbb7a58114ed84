import { expect, test } from "vitest";
import { commaSeparated } from "../../src/markup/csv.ts";

test("cells are quoted where they have to be, and lines end as the standard says", () => {
  expect(commaSeparated([["a", "b,c"], ['say "5"', "two\nlines"], [""]])).toBe('a,"b,c"\r\n"say ""5""","two\nlines"\r\n\r\n');
});

test.each([
  ["=1+1", "'=1+1"], ["@SUM(A1)", "'@SUM(A1)"], ["+A1", "'+A1"], ["-A1", "'-A1"], ["-2+3", "'-2+3"], [" =1", "' =1"], ["\t=1", "'\t=1"], ["\uff1d1", "'\uff1d1"],
  ["-5", "-5"], ["+0.25", "+0.25"], ["-12.4 %", "-12.4 %"], ["-1,200", '"-1,200"'], ["a=b", "a=b"],
])("a spreadsheet takes no cell for a formula: %j", (cell, safe) => {
  expect(commaSeparated([[cell]])).toBe(`${safe}\r\n`);
});

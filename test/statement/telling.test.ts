/** The unit in which a value is told that was not printed itself. */
import { describe, expect, test } from "vitest";
import type { PeriodFigures } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

function told(figures: PeriodFigures, address: string): string {
  return String(reconcile({ periods: { 2014: figures } }).implied(`2014.${address}`));
}

describe("a concentrate's grade that was not printed", () => {
  const concentrate = (metal: "Zn" | "Ag", contained: string): PeriodFigures => ({ ore: "100 t", products: { concentrate: { mass: "1,000 t", [metal]: { contained } } } });

  test("is told in per cent for a base metal, whatever its ore is told in", () => {
    expect(told(concentrate("Zn", "504.0 t"), "concentrate.Zn.grade")).toBe("50.369 to 50.431%");
    expect(told({ ...concentrate("Zn", "504.0 t"), Zn: { grade: "900 g/t" } }, "concentrate.Zn.grade")).toBe("50.369 to 50.431%");
  });

  test("is told as that of another product is", () => {
    const products = { concentrate: { mass: "1,000 t", Zn: { contained: "504.0 t" } }, middlings: { Zn: { grade: "80 kg/t" } } } as const;
    expect(told({ products }, "concentrate.Zn.grade")).toBe("503.69 to 504.31 kg/t");
  });

  test("is told as the ore's is for a precious metal, and in grams per tonne if nothing is", () => {
    expect(told(concentrate("Ag", "504.0 kg"), "concentrate.Ag.grade")).toBe("503.69 to 504.31 g/t");
    expect(told({ ...concentrate("Ag", "504.0 kg"), Ag: { grade: "9.0 oz/st" } }, "concentrate.Ag.grade")).toBe("14.691 to 14.709 oz/st");
  });
});

describe("an amount that was not printed", () => {
  test.each([
    ["Au", "5.00 g/t", "159.7 to 161.8 oz"], ["Cu", "5.00 %", "49.70 to 50.31 t"], ["U3O8", "500 ppm", "0.4970 to 0.5031 t"], ["graphite", "5.00 %", "49.70 to 50.31 t"],
    ["diamond", "500 cpht", "4,970 to 5,031 ct"],
  ] as const)("of %s is told in the trade's unit", (metal, grade, contained) => {
    expect(told({ ore: "1.00 kt", [metal]: { grade } }, `${metal}.contained`)).toBe(contained);
  });

  test("is told as another amount of the metal is", () => {
    expect(told({ ore: "1.00 kt", Cu: { grade: "5.00 %", payable: "100,000 lb" } }, "Cu.contained")).toBe("109,570 to 110,894 lb");
  });
});

/** Resource and reserve tables, and stocks. */
import { describe, expect, test } from "vitest";
import type { ResourceTable, Statement, StockStatement } from "../../src/statement/input.ts";
import { layOut } from "../../src/statement/layout.ts";
import { readStatement } from "../../src/statement/read.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

/** The sums that a statement lays. */
function tiesOf(statement: Statement): string[] {
  return layOut(readStatement(statement)).graph(false).ties.flatMap(({ type, name }) => (type === "sum" ? [name] : []));
}

describe("a resource table", () => {
  const row = (tonnage: string, contained: string): NonNullable<ResourceTable["categories"]>[string] => ({ tonnage, Au: { contained } });

  test("adds measured and indicated, and inferred only where the report prints such a total", () => {
    const categories = {
      Measured: row("10 Mt", "100 koz"), Indicated: row("20 Mt", "150 koz"), "Measured + Indicated": row("30 Mt", "250 koz"), Inferred: row("5 Mt", "30 koz"), Total: row("35 Mt", "280 koz"),
    };
    expect(tiesOf({ resources: { Resources: { categories } } })).toEqual([
      "Resources/Measured + Indicated.tonnage = Resources/Measured.tonnage + Resources/Indicated.tonnage",
      "Resources/Measured + Indicated.Au.contained = Resources/Measured.Au.contained + Resources/Indicated.Au.contained",
    ]);
    expect(tiesOf({ resources: { Resources: { categories, totals: { Total: ["Measured + Indicated", "Inferred"] } } } })).toContain(
      "Resources/Total.tonnage = Resources/Measured + Indicated.tonnage + Resources/Inferred.tonnage",
    );
  });

  test("holds the grade of each category to its tonnage and metal, and of the total to the weighted mean", () => {
    // Grades weighted by tonnes: (2.0 x 10 + 1.0 x 30) / 40 = 1.25.
    const categories = { Proven: { tonnage: "10.0 Mt", Au: { grade: "2.00 g/t" } }, Probable: { tonnage: "30.0 Mt", Au: { grade: "1.00 g/t" } } };
    const total = (grade: string): string => reconcile({ resources: { Reserves: { categories: { ...categories, "Proven + Probable": { tonnage: "40.0 Mt", Au: { grade } } } } } }).verdict;
    expect(total("1.25 g/t")).toBe("consistent");
    expect(total("1.50 g/t")).toBe("contradictory");
  });

  test("adds deposits category by category", () => {
    const statement: Statement = {
      resources: { Resources: { asOf: "2010-12-31", categories: { Indicated: { tonnage: "300 kt" } }, deposits: { East: { Indicated: { tonnage: "100 kt" } }, West: { Indicated: { tonnage: "200 kt" } } } } },
    };
    expect(tiesOf(statement)).toEqual(["Resources/Indicated/2010-12-31.tonnage = Resources/East/Indicated/2010-12-31.tonnage + Resources/West/Indicated/2010-12-31.tonnage"]);
  });

  test("rounds to significant figures unless said otherwise", () => {
    const table = (zeros?: "significant"): Statement => ({
      resources: { R: { ...(zeros === undefined ? {} : { zeros }), categories: { Measured: { tonnage: "1,400 t" }, Indicated: { tonnage: "2,300 t" }, "Measured + Indicated": { tonnage: "3,800 t" } } } },
    });
    expect(reconcile(table()).verdict).toBe("consistent");
    expect(reconcile(table("significant")).verdict).toBe("contradictory");
  });

  test("never meets another table", () => {
    const categories = { Proven: { tonnage: "10 Mt" } };
    expect(tiesOf({ resources: { Reserves: { categories }, Resources: { categories: { Measured: { tonnage: "90 Mt" } } } } })).toEqual([]);
  });

  test("prints a line for each category", () => {
    const page = String(reconcile({ resources: { Reserves: { categories: { Proven: { tonnage: "10.0 Mt", Au: { grade: "2.00 g/t" } }, Probable: { tonnage: "30.0 Mt" } } } } }));
    expect(page).toContain("                   tonnage, Mt  Au grade, g/t\nReserves/Proven           10.0           2.00\nReserves/Probable         30.0");
  });
});

describe("a stock", () => {
  const periods = { "2012-Q4": { oreMined: "1,000 t", ore: "900 t" }, "2013-Q1": { oreMined: "1,000 t", ore: "900 t" } } as const;
  const stock = (quarters: StockStatement["periods"]): Statement => ({ periods, stocks: { "ore stockpile": { in: ["oreMined"], out: ["ore"], periods: quarters } } });

  test("closes as it opened, with what came, went and was adjusted", () => {
    expect(reconcile(stock({ "2012-Q4": { opening: "500 t", closing: "600 t" } })).verdict).toBe("consistent");
    expect(reconcile(stock({ "2012-Q4": { opening: "500 t", closing: "700 t" } })).verdict).toBe("contradictory");
    expect(reconcile(stock({ "2012-Q4": { opening: "500 t", closing: "580 t", adjustment: "-20 t" } })).verdict).toBe("consistent");
    expect(reconcile(stock({ "2012-Q4": { opening: "500 t", closing: "620 t", adjustment: "-20 t" } })).verdict).toBe("contradictory");
  });

  test("opens as the period before closed", () => {
    const report = reconcile(stock({ "2012-Q4": { opening: "500 t" }, "2013-Q1": { closing: "700 t" } }));
    expect(report.verdict).toBe("consistent");
    expect(String(report.implied("ore stockpile/2013-Q1.opening").interval)).toBe("[598.5, 601.5]");
    expect(reconcile(stock({ "2012-Q4": { closing: "600 t" }, "2013-Q1": { opening: "610 t" } })).verdict).toBe("contradictory");
  });

  test("is told throughout in the unit in which some of it was printed", () => {
    const figures = { U3O8: { shipped: "149,540 lb", sold: "200,000 lb" } } as const;
    const report = reconcile({
      periods: { "2016-Q3": figures }, stocks: { "conversion facility": { metal: "U3O8", in: ["shipped"], out: ["sold"], periods: { "2016-Q3": { closing: "84,808 lb" } } } },
    });
    expect(String(report.implied("conversion facility/2016-Q3.opening"))).toBe("135,266.5 to 135,269.5 lb");
  });

  test("is no flow: it never adds over periods", () => {
    const report = reconcile({ ...stock({ "2012-H1": { closing: "10 t" }, "2012-H2": { closing: "20 t" }, 2012: { opening: "5 t", closing: "20 t" } }), periods: { 2012: { oreMined: "115 t", ore: "100 t" } } });
    expect(report.verdict).toBe("consistent");
  });

  test("of metal goes by the metal's items", () => {
    const statement: Statement = {
      periods: { 2012: { Au: { recovered: "1,000 oz", produced: "900 oz" } } },
      stocks: { "gold in circuit": { metal: "Au", in: ["recovered"], out: ["produced"], periods: { 2012: { opening: "50 oz", closing: "150 oz" } } } },
    };
    expect(reconcile(statement).verdict).toBe("consistent");
    expect(tiesOf(statement)).toContain("gold in circuit/2012.closing = gold in circuit/2012.opening + 2012.Au.recovered - 2012.Au.produced");
  });
});

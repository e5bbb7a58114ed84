/**
 * Lac des Iles, 2002, as printed.
 *
 * Source: North American Palladium Ltd., news release of January 14, 2003, "Operating Performance for Fourth Quarter 2002".
 */
import { type PeriodFigures, type Statement } from "../../src/statement/input.ts";

export const QUARTERS = {
  "2002-Q1": { throughput: "13,391 t/d", Pd: { recovery: "73.0%", produced: "53,922 oz" } },
  "2002-Q2": { throughput: "13,959 t/d", Pd: { recovery: "76.0%", produced: "62,168 oz" } },
  "2002-Q3": { ore: "1,210,799 t", throughput: "13,161 t/d", Pd: { grade: "1.83 g/t", recovery: "71.9%", produced: "51,168 oz" } },
  "2002-Q4": {
    ore: "1,165,388 t", throughput: "12,667 t/d", Pd: { grade: "1.88 g/t", recovery: "74.0%", produced: "52,067 oz" },
    Pt: { produced: "4,560 oz" }, Au: { produced: "3,981 oz" }, Cu: { produced: "1,297,751 lb" }, Ni: { produced: "703,362 lb" },
  },
} as const satisfies Record<string, PeriodFigures>;

export const YEAR = {
  ore: "4,851,621 t", throughput: "13,292 t/d", Pd: { grade: "1.91 g/t", recovery: "73.8%", produced: "219,325 oz" },
  Pt: { produced: "19,180 oz" }, Au: { produced: "16,030 oz" }, Cu: { produced: "5,295,486 lb" }, Ni: { produced: "2,763,654 lb" },
} as const satisfies PeriodFigures;

export const LAC_DES_ILES: Statement = { operation: "Lac des Iles", periods: { ...QUARTERS, 2002: YEAR } };

/** The tables of a report as comma-separated values, for a spreadsheet or a data frame. */
import { HeadgradeError, shown } from "../error.ts";
import { commaSeparated } from "../markup/csv.ts";
import type { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Rounding } from "../number/rounding.ts";
import type { Report } from "../statement/report.ts";

/**
 * Which table of a report.
 *
 * @category Showing
 */
export interface CsvOptions {
  /**
   * `"checks"`, the default: each check with its verdict. `"figures"`: each printed figure with the true values that it leaves. `"implied"`: what the whole
   * report leaves each value, printed or not.
   */
  readonly table?: "checks" | "figures" | "implied";
}

const TABLES = ["checks", "figures", "implied"] as const;

/** The digits of a number that has no end, or too many to be read. */
const DIGITS = 17;

/**
 * A table of a report as comma-separated values: lines end with CR LF, and cells are quoted where they have to be.
 *
 * Numbers are plain digits in the unit of their line. Those that have no end, such as 240/7, are cut at 17 significant digits, low ends downward and high
 * ends upward. A text that a spreadsheet would take for a formula is led by an apostrophe. An end that is not bounded is empty.
 *
 * @throws `HeadgradeError` `unknown-option` for another table.
 * @source RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files, 2005.
 * @example
 * ```ts
 * import { reconcile } from "headgrade";
 * import { toCsv } from "headgrade/show";
 *
 * const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } });
 * toCsv(report, { table: "figures" }).split("\r\n")[1] // => '2002-Q4.ore,"1,165,388 t",t,1165388,1165387.5,1165388.5'
 * ```
 * @category Showing
 */
export function toCsv(report: Report, { table = "checks" }: CsvOptions = {}): string {
  switch (table) {
    case "checks": return commaSeparated(checks(report));
    case "figures": return commaSeparated(figures(report));
    case "implied": return commaSeparated(implied(report));
    default: {
      const given: unknown = table;
      throw new HeadgradeError("unknown-option", `Unknown table ${shown(given)}: a report has ${TABLES.join(", ")}.`, { given, expected: TABLES });
    }
  }
}

function checks(report: Report): string[][] {
  return [
    ["check", "kind", "address", "verdict", "printed", "unit", "low", "high", "recomputed", "residual", "holds if"],
    ...report.checks.map(({ name, kind, address, verdict, printed, implied: range, recomputed, residual, holdsIf }) => [
      name, kind, address, verdict, printed?.text ?? "", range?.unit ?? "", ...ends(range?.interval), digits(recomputed?.exact), digits(residual?.exact), holdsIf.join("; "),
    ]),
  ];
}

function figures(report: Report): string[][] {
  const rows = report.addresses.flatMap((address) => {
    const printed = report.printed(address);
    return printed === undefined ? [] : [[address, printed.text, printed.quantity.unit, digits(printed.quantity.exact), ...ends(printed.interval)]];
  });
  return [["address", "printed", "unit", "value", "low", "high"], ...rows];
}

function implied(report: Report): string[][] {
  return [
    ["address", "printed", "unit", "low", "high"],
    ...report.addresses.map((address) => {
      const { printed, unit, interval } = report.implied(address);
      return [address, printed?.text ?? "", unit, ...ends(interval)];
    }),
  ];
}

function ends(interval: Interval | undefined): [string, string] {
  return [digits(interval?.low, "floor"), digits(interval?.high, "ceiling")];
}

function digits(value: Ratio | undefined, rounding?: Rounding): string {
  if (value === undefined) return "";
  const whole = value.isTerminating ? value.toFixed() : undefined;
  return whole !== undefined && whole.length <= 2 * DIGITS ? whole : value.toFixed({ digits: DIGITS }, rounding);
}

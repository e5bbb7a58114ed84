/** The tables of a report or of an adjusted circuit as comma-separated values, for a spreadsheet or a data frame. */
import { circuitTable } from "./circuit-table.ts";
import { digits } from "./digits.ts";
import type { Circuit } from "../adjust/circuit.ts";
import { HeadgradeError, shown } from "../error.ts";
import { commaSeparated } from "../markup/csv.ts";
import type { Interval } from "../number/interval.ts";
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

/**
 * Which table of an adjusted circuit.
 *
 * @category Showing
 */
export interface CircuitCsvOptions {
  /**
   * `"streams"`, the default: each stream with its flow before and after, the share of the feed, and by component its assay and recovery. `"figures"`: a line
   * for each figure, with its test and its status.
   */
  readonly table?: "streams" | "figures";
}

const TABLES = ["checks", "figures", "implied"] as const;

/**
 * A table of a report or of an adjusted circuit as comma-separated values: lines end with CR LF, and cells are quoted where they have to be.
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
export function toCsv(report: Report, options?: CsvOptions): string;
export function toCsv(circuit: Circuit, options?: CircuitCsvOptions): string;
export function toCsv(value: Report | Circuit, options: CsvOptions | CircuitCsvOptions = {}): string {
  if (Object.prototype.toString.call(value) === "[object Circuit]") return commaSeparated(circuitTable(value as Circuit, (options as CircuitCsvOptions).table));
  const report = value as Report;
  const { table = "checks" } = options as CsvOptions;
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

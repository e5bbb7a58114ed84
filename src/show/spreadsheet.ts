/** The tables of a report, a balance, an account or a budget as comma-separated values, for a spreadsheet or a data frame. */
import type { Circuit } from "../adjust/circuit.ts";
import type { LinearBalance } from "../adjust/linear-balance.ts";
import type { MetalAccount } from "../adjust/metal-account.ts";
import { HeadgradeError, shown } from "../error.ts";
import { commaSeparated } from "../markup/csv.ts";
import type { Interval } from "../number/interval.ts";
import type { Role } from "../quantity/kind.ts";
import type { Report } from "../statement/report.ts";
import type { Estimate } from "../uncertainty/estimate.ts";
import type { MeasuredKind } from "../uncertainty/measurement.ts";
import { circuitTable } from "./circuit-table.ts";
import { digits } from "./digits.ts";
import { accountTable, budgetTable, linearTable } from "./value-table.ts";

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
 * A table of a report or of an adjusted circuit, or the one of a linear balance, a metal account or a result with its uncertainty, as comma-separated values:
 * lines end with CR LF, and cells are quoted where they have to be.
 *
 * Numbers are plain digits in the unit of their line. Those that have no end, such as 240/7, are cut at 17 significant digits, low ends downward and high
 * ends upward. A text that a spreadsheet would take for a formula is led by an apostrophe. An end that is not bounded is empty.
 *
 * @throws `HeadgradeError` `unknown-option` for another table; `wrong-kind` for what has none.
 * @source RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files, 2005.
 * @example
 * ```ts
 * import { reconcile } from "headgrade";
 * import { toCsv } from "headgrade/show";
 *
 * const report = reconcile({ periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } });
 * toCsv(report, { table: "figures" }).split("\r\n")[1] // => '2002-Q4.ore,"1,165,388 t",t,1165388,1165387.5,1165388.5'
 * ```
 * @example An uncertainty budget
 * ```ts
 * import { recoveredMetal } from "headgrade/formula";
 * import { toCsv } from "headgrade/show";
 * import { measured, uncertaintyOf } from "headgrade/uncertainty";
 *
 * const metal = uncertaintyOf(recoveredMetal, {
 *   ore: measured("mass", { value: "1000 t", relativeStandard: "1 %" }), grade: measured("grade", { value: "2 %", standard: "0.01 %" }), recovery: "90 %",
 * });
 * toCsv(metal).split("\r\n")[1] // => "ore,t,1000,10,0.018,0.18,,80"
 * ```
 * @category Showing
 */
export function toCsv(report: Report, options?: CsvOptions): string;
export function toCsv(circuit: Circuit, options?: CircuitCsvOptions): string;
export function toCsv(value: LinearBalance | MetalAccount | Estimate<MeasuredKind, Role>): string;
export function toCsv(
  value: Report | Circuit | LinearBalance | MetalAccount | Estimate<MeasuredKind, Role>, { table }: CsvOptions | CircuitCsvOptions = {},
): string {
  return commaSeparated(linesOf(value, table));
}

function linesOf(value: unknown, table: NonNullable<CsvOptions | CircuitCsvOptions>["table"]): readonly (readonly string[])[] {
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (tag === "Report") return reportTable(value as Report, table as CsvOptions["table"]);
  if (tag === "Circuit") return circuitTable(value as Circuit, table as CircuitCsvOptions["table"]);
  const only = ONLY[tag];
  if (only === undefined) {
    throw new HeadgradeError("wrong-kind", `Expected a report, a circuit, a balance, an account or an estimate, which have tables, and got ${shown(value)}.`, { given: shown(value) });
  }
  if (table !== undefined) throw new HeadgradeError("unknown-option", `Unknown table ${shown(table)}: leave it out, since there is only one.`, { given: table });
  return only(value as never);
}

/** Of values with a single table, by their tags: another copy of the package may have made them. */
const ONLY: Readonly<Record<string, (value: never) => readonly (readonly string[])[]>> = {
  LinearBalance: linearTable, MetalAccount: accountTable, Estimate: budgetTable,
};

function reportTable(report: Report, table: CsvOptions["table"] = "checks"): string[][] {
  switch (table) {
    case "checks": return checks(report);
    case "figures": return figures(report);
    case "implied": return implied(report);
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

/** A year of one mine from the printed figures to the finished report, and how the time grows with the number of mines. */
import type * as headgrade from "headgrade";
import { LAC_DES_ILES } from "../test/published/lac-des-iles-2002.ts";
import { mines, minesWithTotals } from "./lac-des-iles.ts";
import { atMost, times, type Section } from "./table.ts";
import { timed } from "./timing.ts";

const FEW = 10;
const MANY = 100;

export function report({ reconcile }: typeof headgrade): Section {
  // Most of a report is worked out when it is asked for: all of it is.
  const finished = (statement: headgrade.Statement): unknown => {
    const made = reconcile(statement);
    return [made.verdict, made.witness, made.checks, made.addresses.map((address) => made.implied(address))];
  };
  const statements = { one: LAC_DES_ILES, few: mines(FEW), many: mines(MANY), fewWithTotals: minesWithTotals(FEW), manyWithTotals: minesWithTotals(MANY) };
  const proven = Object.values(statements).every((statement) => reconcile(statement).witness?.verify() === true);

  const single = timed({ one: () => finished(LAC_DES_ILES) }, { warmUp: 2000, turn: 20, rounds: 41 }).milliseconds("one");
  const timings = timed({
    one: () => finished(statements.one),
    few: () => finished(statements.few),
    many: () => finished(statements.many),
    fewWithTotals: () => finished(statements.fewWithTotals),
    manyWithTotals: () => finished(statements.manyWithTotals),
  }, { warmUp: 500, turn: 200, rounds: 9 });
  const perMine = (name: keyof typeof statements, count: number): number => timings.ratio(name, "one") / count;

  return {
    title: "Lac des Iles 2002: figures to the finished report, and the time per mine against one mine alone",
    rows: [
      { what: "every one is consistent, with a witness that verifies", measured: proven ? "yes" : "no", target: { text: "yes", met: proven } },
      atMost("one mine, in this run", single, 5, (milliseconds) => `${milliseconds.toFixed(1)} ms`),
      { what: `${String(FEW)} mines`, measured: times(perMine("few", FEW)) },
      atMost(`${String(MANY)} mines`, perMine("many", MANY), 1.3, times),
      { what: `${String(FEW)} mines and their totals`, measured: times(perMine("fewWithTotals", FEW)) },
      atMost(`${String(MANY)} mines and their totals`, perMine("manyWithTotals", MANY), 1.3, times),
    ],
  };
}

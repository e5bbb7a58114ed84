/** A linear balance and a metal account as a notebook shows them: their tables, and what the tests say. */
import type { Block } from "../markup/bundle.ts";
import type { LinearBalance } from "./linear-balance.ts";
import type { MetalAccount } from "./metal-account.ts";
import { critical, statusCell, testCell } from "./verdict-cell.ts";
import { accountSentence, decimals, eliminationSentences, globalSentence } from "./text.ts";

/** The lines that a table has at most: a thousand would be read by nobody, and data go by CSV. @internal */
export const MOST_ROWS = 200;

/** @internal */
export function linearBlocks(balance: LinearBalance): readonly Block[] {
  const { values, globalTest, measurementTests, constraintTests, elimination, dependent } = balance;
  const limits = critical(measurementTests);
  const out = constraintTests.filter(({ beyond }) => beyond !== "neither");
  return [
    {
      caption: "Values before and after the adjustment", heads: ["value", "measured", "adjusted", "standard uncertainty", "test", "status"],
      numbers: (column) => column > 0 && column < 5,
      rows: values.slice(0, MOST_ROWS).map(({ name, measured, adjusted, standard, statistic, status, eliminated }) => [
        name, decimals(measured), decimals(adjusted), decimals(standard, 3), testCell(statistic, limits), statusCell(status, eliminated),
      ]),
    },
    ...moreRows(values.length, "values"), globalSentence(globalTest), ...eliminationSentences(elimination),
    ...(out.length === 0 ? [] : [{
      caption: "Constraints that the measured values miss by more than their errors allow", heads: ["constraint", "imbalance", "test"], numbers: (column: number) => column > 0,
      rows: out.slice(0, MOST_ROWS).map(({ constraint, imbalance, statistic, critical: own }) => [constraint, decimals(imbalance), testCell(statistic, own)]),
    }]),
    ...dependent.map((constraint) => `Follows from the others: ${constraint}`),
  ];
}

/** @internal */
export function accountBlocks(account: MetalAccount): readonly Block[] {
  const { items, unaccounted, standard, verdict, statistic, critical: limit } = account;
  const exact = { digits: 7 } as const;
  return [
    {
      caption: "Metal account", heads: ["figure", "metal", "standard uncertainty", "share of variance"], numbers: (column) => column > 0,
      rows: [
        ...items.map(({ address, value, standard: own, share }) => [address, value.format(exact), own.format({ digits: 3 }), share.format({ places: 1 })]),
        ["in: opening stocks and receipts", account.in.format(exact), "", ""], ["out: shipments, losses and closing stocks", account.out.format(exact), "", ""],
        ["unaccounted", unaccounted.format(exact), standard.format({ digits: 3 }), ""],
      ],
    },
    `${Math.abs(statistic) > limit ? "!" : "\u2713"} ${verdict}. ${accountSentence(account)}`,
  ];
}

/** What stands below a table that was cut. @internal */
export function moreRows(count: number, what: string): readonly string[] {
  return count <= MOST_ROWS ? [] : [`and ${String(count - MOST_ROWS)} more ${what}, which toCsv and toJson give.`];
}

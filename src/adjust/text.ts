/** Balances as text, within 80 columns. */
import { wrapped } from "../markup/wrapped.ts";
import type { Ratio } from "../number/ratio.ts";
import { formatNumber } from "../quantity/format.ts";
import type { EliminationOutcome } from "./elimination.ts";
import type { MetalAccountFigures } from "./metal-account.ts";
import type { GlobalTest } from "./significance.ts";

const WIDTH = 80;

/** A number at some significant digits; nothing where there is none. @internal */
export function decimals(value: Ratio | undefined, digits = 7): string {
  return value === undefined ? "" : formatNumber(value, { digits });
}

/** Columns beside each other, the first to the left and the others to the right, but for a last one without a head; what is too wide is cut. @internal */
export function aligned(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const spare = WIDTH - widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  widths[0] = Math.max(8, Math.min(widths[0] ?? 0, spare));
  const last = head.at(-1) === "" ? head.length - 1 : -1;
  return all.map((line) => line.map((cell, column) => {
    const width = widths[column] ?? 0;
    const text = column === 0 && cell.length > width ? `${cell.slice(0, width - 1)}\u2026` : cell;
    return column === 0 || column === last ? text.padEnd(width) : text.padStart(width);
  }).join("  ").trimEnd().slice(0, WIDTH)).join("\n");
}

/** The global test in a sentence. @internal */
export function globalSentence(test: GlobalTest): string {
  const told = globalLine(test).replace("\n", " ");
  return `${test.verdict === "accepts" ? "\u2713 " : test.verdict === "rejects" ? "! " : ""}${told.charAt(0).toUpperCase()}${told.slice(1)}`;
}

/** What the search for gross errors came to, in sentences. @internal */
export function eliminationSentences(outcome: EliminationOutcome | undefined): string[] {
  if (outcome === undefined) return [];
  const said = outcome.eliminated.map(({ address, statistic, critical }) => `\u2717 Eliminated ${address} as a gross error: ${statistic.toFixed(2)} against ${critical.toFixed(2)}.`);
  const rest = stopped(outcome);
  return rest === undefined ? said : [...said, rest];
}

function stopped({ stopped: why, alike, eliminated }: EliminationOutcome): string | undefined {
  if (why === "tie") return `These stand out alike, and the figures cannot say which is wrong: ${alike.join(", ")}.`;
  if (why === "none stands out") return "No single measurement stands out.";
  return eliminated.length === 0 ? "No gross error was eliminated." : undefined;
}

/** @internal */
export function globalLine({ statistic, degreesOfFreedom, critical, level, verdict }: GlobalTest): string {
  if (critical === undefined) return "Nothing is redundant: the figures cannot be tested against each other.";
  const freedom = `${String(degreesOfFreedom)} ${degreesOfFreedom === 1 ? "degree" : "degrees"} of freedom`;
  return `chi-square ${statistic.toPrecision(5)} against ${critical.toPrecision(5)} at ${percent(level)}, ${freedom}:\nthe global test ${verdict} the balance.`;
}

/** @internal */
export function eliminationLines(outcome: EliminationOutcome | undefined): string[] {
  if (outcome === undefined) return [];
  const lines = outcome.eliminated.map(({ address, statistic, critical }) => `eliminated ${address}: ${statistic.toFixed(2)} against ${critical.toFixed(2)}`);
  const rest = stopped(outcome);
  return rest === undefined ? lines : [...lines, wrapped(rest, "  ")];
}

/** What a metal account comes to. @internal */
export function accountSentence({ unaccounted, unaccountedShare, statistic, critical, level, test, verdict }: MetalAccountFigures): string {
  const share = unaccountedShare === undefined ? "" : `, ${unaccountedShare.format({ places: 2 })} of receipts`;
  const words = verdict === "within the errors" ? "within what the errors allow" : `a ${verdict} beyond what the errors allow`;
  return `Unaccounted for: ${unaccounted.format({ digits: 4 })}${share}; ${test} = ${statistic.toFixed(2)} against ${critical.toFixed(2)} at ${percent(level)}: ${words}.`;
}

/** @internal */
function percent(share: number): string {
  return `${String(Number((100 * share).toPrecision(6)))} %`;
}

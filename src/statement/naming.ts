/** What a value of a statement is called in words. */
import type { Cell } from "./cell.ts";
import { itemWords } from "./vocabulary.ts";

/** What a cell is called in a sentence: `"2002-Q4 Pd produced"`. @internal */
export function wordsOf(cell: Cell): string {
  const { area, period, words } = cell;
  return words ?? `${area === undefined ? "" : `${area}, `}${period}${period === "" ? "" : " "}${subjectOf(cell)}`;
}

/** What a cell is called where its figures are listed: by its address, unless words tell more. @internal */
export function nameOf(cell: Cell): string {
  return cell.words === undefined && cell.divides === undefined ? cell.address : wordsOf(cell);
}

/** A change in words: `"change of ore milled from 2012-Q1 to 2013-Q1"`. @internal */
export function changeWords(of: Cell, from: Cell, fall: boolean): string {
  const change = fall ? "fall" : "change";
  const [subject, before] = [of, from].map((cell) => cell.words ?? subjectOf(cell));
  if (of.words !== undefined || subject !== before || of.area !== from.area || of.scope !== from.scope) return `${change} of ${wordsOf(of)} against ${wordsOf(from)}`;
  return `${of.area === undefined ? "" : `${of.area}, `}${change} of ${subject ?? ""} from ${from.period} to ${of.period}`;
}

/** What it is, wherever and whenever. @internal */
export function subjectOf({ product, metal, item, scope, divides }: Cell): string {
  const parts = [product, metal, itemWords(item, scope), divides === undefined ? undefined : `(${divides})`];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** Resource and reserve tables: what each category and deposit prints, and which of them add up. */
import { shown } from "../error.ts";
import type { FigureOptions } from "../figure/options.ts";
import { instant } from "../period/instant.ts";
import { isNamed, readItems, type Readers } from "./items.ts";

/** One resource table, by the areas that its categories are laid as. @internal */
export interface ReadTable {
  readonly label: string;
  /** A whole category and the categories or deposits that make it up. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[]; readonly over: "categories" | "deposits" }[];
  readonly areas: readonly string[];
}

/** Reads one resource table. @internal */
export function readTable(name: string, table: unknown, readers: Readers): ReadTable {
  const { problems } = readers;
  const at = `resources.${name}`;
  const areas: string[] = [];
  const sums: { whole: string; parts: readonly string[]; over: "categories" | "deposits" }[] = [];
  const { asOf, categories, deposits, totals, zeros = "not-significant" } = problems.record(table, at, ["asOf", "categories", "deposits", "totals", "zeros"], "key of a resource table");
  const label = asOf === undefined ? "" : problems.try(`${at}.asOf`, () => instant(asOf as string).date) ?? "";
  if (!isNamed(name, "resource table", "resources.", problems)) return { label, sums, areas };
  const byDeposit = new Map<string | undefined, string[]>();
  const read = (deposit: string | undefined, rows: unknown, where: string): void => {
    const seen: string[] = [];
    byDeposit.set(deposit, seen);
    for (const [category, figures] of problems.entries(rows, where)) {
      if (!isNamed(category, "category", `${where}.`, problems)) continue;
      const area = [name, ...(deposit === undefined ? [] : [deposit]), category].join("/");
      seen.push(category);
      areas.push(area);
      readItems(readers, { scope: "resource", area, period: label, product: undefined }, figures, label === "" ? area : `${area}/${label}`, undefined, zeros as FigureOptions["zeros"]);
    }
  };
  if (categories !== undefined) read(undefined, categories, `${at}.categories`);
  for (const [deposit, rows] of deposits === undefined ? [] : problems.entries(deposits, `${at}.deposits`)) {
    if (isNamed(deposit, "deposit", `${at}.deposits.`, problems)) read(deposit, rows, `${at}.deposits.${deposit}`);
  }
  const wholes = new Map<string, readonly string[]>(CONVENTIONAL_TOTALS);
  for (const [whole, parts] of totals === undefined ? [] : problems.entries(totals, `${at}.totals`)) {
    const listed = problems.list(parts, `${at}.totals.${whole}`, "categories").filter((part): part is string => typeof part === "string");
    if (new Set(listed).size < listed.length) problems.add(`${at}.totals.${whole}`, "invalid-statement", "A category is listed twice: a part counts once.");
    if (listed.includes(whole)) problems.add(`${at}.totals.${whole}`, "invalid-statement", `${shown(whole)} is a part of itself: leave it out.`);
    const known = [...byDeposit.values()].flat();
    for (const part of [whole, ...listed]) if (!known.includes(part)) problems.unknownIn(`${at}.totals.`, part, [...new Set(known)], "category");
    wholes.set(whole, listed);
  }
  const areaOf = (deposit: string | undefined, category: string): string => [name, ...(deposit === undefined ? [] : [deposit]), category].join("/");
  for (const [deposit, seen] of byDeposit) {
    for (const [whole, parts] of wholes) {
      if (seen.includes(whole) && parts.every((part) => seen.includes(part)) && parts.length > 0) {
        sums.push({ whole: areaOf(deposit, whole), parts: parts.map((part) => areaOf(deposit, part)), over: "categories" });
      }
    }
  }
  for (const category of byDeposit.get(undefined) ?? []) {
    const having = [...byDeposit].flatMap(([deposit, seen]) => (deposit !== undefined && seen.includes(category) ? [areaOf(deposit, category)] : []));
    if (having.length > 0) sums.push({ whole: areaOf(undefined, category), parts: having, over: "deposits" });
  }
  return { label, sums, areas };
}

const CONVENTIONAL_TOTALS: readonly (readonly [string, readonly string[]])[] = [
  ["Measured + Indicated", ["Measured", "Indicated"]],
  ["Proven + Probable", ["Proven", "Probable"]],
  ["Proved + Probable", ["Proved", "Probable"]],
];

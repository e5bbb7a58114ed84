/** The guidance that a statement states: checked like everything in it, and tied to nothing. */
import { shown } from "../error.ts";
import { period } from "../period/period.ts";
import { readGuidance } from "./guidance.ts";
import type { Statement } from "./input.ts";
import type { Problems } from "../problem/problems.ts";
import type { RequiredOptions } from "./required.ts";
import { SUBSTANCES } from "./substance.ts";
import { isItem, ITEMS } from "./vocabulary.ts";

const KEYS: readonly (keyof RequiredOptions)[] = ["guidance", "period", "metal", "area", "item"];

/** Reads the guidance of a statement. @internal */
export function readGuidances({ guidance, fiscalYear }: Statement, areas: readonly string[], problems: Problems): readonly RequiredOptions[] {
  if (guidance === undefined) return [];
  return problems.list(guidance, "guidance", "{ guidance, period, metal }").flatMap((each, place): RequiredOptions[] => {
    const at = `guidance[${String(place)}]`;
    const before = problems.count;
    const { guidance: text, period: label, metal, area, item = "produced" } = problems.record(each, at, KEYS, "key of a guidance");
    if (problems.count > before && (typeof each !== "object" || each === null || Array.isArray(each))) return [];
    problems.try(`${at}.period`, () => period(label as string, fiscalYear === undefined ? {} : { fiscalYear }));
    if (area !== undefined && (typeof area !== "string" || !areas.includes(area))) problems.unknownIn(`${at}.`, area, areas, "area");
    if (typeof item !== "string" || !isItem(item)) problems.unknownIn(`${at}.`, item, Object.keys(ITEMS), "item");
    else if (ITEMS[item].kind !== "mass" || !ITEMS[item].adds) problems.add(`${at}.item`, "wrong-kind", `${shown(item)} is no mass that adds over periods: guidance is of "produced", "ore" or another amount.`);
    else if (ITEMS[item].of !== "metal" && metal !== undefined) problems.add(`${at}.metal`, "unknown-item", `${shown(item)} is of the ore: leave the metal out.`);
    else problems.try(`${at}.guidance`, () => readGuidance("mass", text as string));
    if (metal !== undefined && (typeof metal !== "string" || !SUBSTANCES.has(metal))) problems.unknownIn(`${at}.`, metal, [...SUBSTANCES], "metal");
    return [Object.freeze({ ...each as RequiredOptions })];
  });
}

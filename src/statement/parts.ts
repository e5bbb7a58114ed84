/** Which areas make up which: all of them the operation, unless the statement says otherwise; and what cannot be so. */
import { shown } from "../error.ts";
import type { Statement } from "./input.ts";
import type { Problems } from "../problem/problems.ts";

/** A whole and the areas that make it up; nothing for the operation itself. @internal */
export interface Partition {
  readonly whole: string | undefined;
  readonly parts: readonly string[];
}

/** @internal */
export function readParts({ parts, operation }: Statement, areas: readonly string[], problems: Problems): readonly Partition[] {
  if (parts === undefined) return areas.length === 0 ? [] : [{ whole: undefined, parts: areas }];
  const partitions: Partition[] = [];
  for (const [name, given] of problems.entries(parts, "parts")) {
    const at = `parts.${name}`;
    const whole = areas.includes(name) ? name : name === operation || name === "operation" ? undefined : null;
    if (whole === null) {
      problems.unknownIn("parts.", name, [...areas, "operation"], "area");
      continue;
    }
    const lists = problems.list(given, at, "areas");
    const isSeveral = lists.length > 0 && lists.every((one) => Array.isArray(one));
    const alternatives: readonly (readonly unknown[])[] = isSeveral ? lists as readonly unknown[][] : [lists];
    for (const list of alternatives) {
      const known: string[] = list.filter((part): part is string => typeof part === "string" && areas.includes(part));
      for (const part of list) if (!known.includes(part as string)) problems.unknownIn(`${at}.`, part, areas, "area");
      for (const part of new Set(known)) {
        if (part === whole) problems.add(at, "invalid-statement", `${shown(part)} contains itself: an area is no part of its own.`);
        else if (known.indexOf(part) !== known.lastIndexOf(part)) problems.add(at, "invalid-statement", `${shown(part)} is listed twice: a part counts once.`);
      }
      if (list.length === 0) problems.add(at, "invalid-statement", "It has no parts: name at least one area, or leave it out.");
      partitions.push({ whole, parts: known });
    }
  }
  refuseCircles(partitions, problems);
  const within = new Set(partitions.flatMap((partition) => partition.parts));
  const top = areas.filter((area) => !within.has(area));
  if (top.length > 0 && partitions.every(({ whole }) => whole !== undefined)) partitions.push({ whole: undefined, parts: top });
  return partitions;
}

// An area that contains itself by way of others, and one that a whole holds both by itself and inside another of its parts.
function refuseCircles(partitions: readonly Partition[], problems: Problems): void {
  const below = new Map<string, Set<string>>();
  for (const { whole, parts } of partitions) if (whole !== undefined) below.set(whole, new Set([...below.get(whole) ?? [], ...parts]));
  const reached = (from: string): ReadonlySet<string> => {
    const found = new Set(below.get(from));
    for (const area of found) for (const next of below.get(area) ?? []) found.add(next);
    return found;
  };
  for (const area of below.keys()) {
    if (reached(area).has(area) && below.get(area)?.has(area) !== true) problems.add(`parts.${area}`, "invalid-statement", `${shown(area)} contains itself by way of its parts: each area stands above or below another, never both.`);
  }
  for (const { whole, parts } of partitions) {
    for (const part of new Set(parts)) {
      const holder = parts.find((other) => other !== part && other !== whole && reached(other).has(part) && !reached(part).has(other));
      if (holder !== undefined && part !== whole) problems.add(`parts.${whole ?? "operation"}`, "invalid-statement", `${shown(part)} counts twice: it is a part by itself and of ${shown(holder)}, another part.`);
    }
  }
}

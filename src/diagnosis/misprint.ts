/** Misprints: which usual slip on one figure puts it where the other figures need it. */
import type { Conflict } from "../balance/conflict.ts";
import type { Interval } from "../number/interval.ts";
import { candidatesFor, isNear, type Candidate } from "./candidate.ts";
import { correctionOf, fitOf, type Accused, type Case } from "./case.ts";
import { chanceOf } from "./chance.ts";
import type { HypothesisKind, Unranked } from "./hypothesis.ts";
import type { Change } from "./trial.ts";
import { supposed } from "./words.ts";

/** Where a figure of a conflict would have to lie, and what it would repair there. @internal */
export interface Room {
  readonly accused: Accused;
  readonly interval: Interval;
  readonly conflicts: readonly Conflict[];
}

/** The slips on one figure that put it into its room: first for all conflicts in which it stands, then for this one alone. @internal */
export function misprintsOf(tried: Case, rooms: readonly Room[]): Unranked[] {
  const { accused } = rooms[0] as Room;
  const candidates = candidatesFor(accused);
  const column = [accused.text, ...(accused.printed?.neighbours ?? []).map((place) => tried.accused(place).text)];
  const found: Unranked[] = [];
  const settled = new Set<Candidate>();
  for (const { interval: room, conflicts } of rooms) {
    for (const candidate of candidates) {
      if (settled.has(candidate) || !isNear(candidate, room)) continue;
      const interval = candidate.interval();
      if (interval === undefined || room.intersect(interval) === undefined) continue;
      const changes = [{ unknown: accused.unknown, figure: accused.figure, interval }, ...alsoRead(tried, candidate, accused)];
      const standing = tried.trial.standing(changes, conflicts);
      if (standing === "refuted") continue;
      settled.add(candidate);
      const { kind, reads, detail } = candidate;
      found.push(supposed(tried, {
        kind, detail, accused: [accused], figures: [correctionOf(accused, interval, reads)], repaired: conflicts, proved: standing === "stands",
        chance: chanceOf(candidate, interval, candidates, accused, room), fit: fitOf(room, interval), odd: isOdd(candidate, column),
      }));
    }
  }
  return found;
}

// Of another unknown the text is one more figure.
function alsoRead({ trial }: Case, { of }: Candidate, { interval }: Accused): Change[] {
  return of === undefined ? [] : [{ unknown: of, figure: trial.graph.unknowns[of]?.figures.length ?? 0, interval }];
}

const MOVES_PLACES: ReadonlySet<HypothesisKind> = /* @__PURE__ */ new Set(["digit-lost", "digit-doubled", "digit-added", "point-for-comma"]);

// A column is printed to as many decimals throughout: as most of the figure and those beside it have.
function isOdd({ kind, reads }: Candidate, column: readonly string[]): boolean {
  if (!MOVES_PLACES.has(kind) || column.length < 2) return false;
  const places = column.map(decimalsIn);
  const usual = places.find((own) => 2 * places.filter((other) => other === own).length > places.length);
  return usual !== undefined && decimalsIn(reads) !== usual;
}

function decimalsIn(text: string): number {
  return /\d[.,](\d+)(?![\d.,])/.exec(text.replace(/,(?=\d{3}(?!\d))/g, ""))?.[1]?.length ?? 0;
}

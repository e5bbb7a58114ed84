/** Suspects: single figures whose removal lets a conflict stand, with all that stood before, and where each would then have to lie. */
import type { FigurePlace } from "../balance/conflict.ts";
import type { Interval } from "../number/interval.ts";
import { repairedBy, tiesOf, type Accused, type Case } from "./case.ts";
import type { Room } from "./misprint.ts";

/**
 * A figure that may be the wrong one: left out, the conflict's ties hold together with every tie that is in no conflict.
 *
 * @category Diagnosis
 */
export interface Suspect extends FigurePlace {
  readonly name: string;
  readonly printed: string;
  /** Where it would have to lie, from all other figures; ends may be rounded outward, so it encloses every value that would do. */
  readonly interval: Interval;
  /** The broken ties that hold without it, those of other conflicts in which it stands included. */
  readonly repairs: readonly number[];
  /** Whether a witness proved that the rest stands without it; otherwise it was only not refuted within the effort. */
  readonly proved: boolean;
  /** 1 for the likeliest, by how much it repairs and by its best hypothesis; shared where the evidence is equal. */
  readonly rank: number;
}

/** A suspect with its rooms: for all the conflicts that it repairs together first, then, if they are several, for this one alone. @internal */
export interface SuspectRooms {
  readonly accused: Accused;
  readonly rooms: readonly Room[];
  readonly proved: boolean;
}

/** The suspects of a case. @internal */
export function roomsOf(tried: Case): readonly SuspectRooms[] {
  const { trial, conflict } = tried;
  return tried.figures.flatMap((accused) => {
    const leftOut = [{ unknown: accused.unknown, figure: accused.figure, interval: undefined }];
    // Narrowing is cheap, and refutes most of what is no suspect.
    const alone = trial.allowed(accused.unknown, leftOut, [conflict]);
    if (alone === undefined) return [];
    const repaired = repairedBy(trial, conflict, accused.conflicts, leftOut);
    if (repaired === undefined) return [];
    const rooms: Room[] = [{ accused, interval: alone, conflicts: [conflict] }];
    if (repaired.conflicts.length > 1) {
      const together = trial.allowed(accused.unknown, leftOut, repaired.conflicts);
      if (together !== undefined) rooms.unshift({ accused, interval: together, conflicts: repaired.conflicts });
    }
    return [{ accused, rooms, proved: repaired.proved }];
  });
}

/** The suspects, before they are ranked. @internal */
export function suspectsOf(rooms: readonly SuspectRooms[]): readonly Omit<Suspect, "rank">[] {
  return rooms.map(({ accused, rooms: [first], proved }) => {
    const { interval, conflicts } = first as Room;
    const { unknown, figure, name, text } = accused;
    return { unknown, figure, name, printed: text, interval, repairs: tiesOf(conflicts), proved };
  });
}

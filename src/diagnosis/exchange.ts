/** Two figures that stand beside each other and may have changed places. */
import { correctionOf, repairedBy, type Accused, type Case } from "./case.ts";
import { chanceFor } from "./chance.ts";
import type { Unranked } from "./hypothesis.ts";
import type { Change } from "./trial.ts";
import { supposed } from "./words.ts";

/** This figure and one beside it, exchanged; a pair is told once. @internal */
export function exchangesOf(tried: Case, accused: Accused): Unranked[] {
  const told = tried.figures.slice(0, tried.figures.indexOf(accused));
  return (accused.printed?.neighbours ?? []).flatMap((place) => {
    const other = tried.accused(place);
    if (other.text === accused.text || other.printed === undefined) return [];
    if (told.some(({ unknown, figure }) => unknown === other.unknown && figure === other.figure)) return [];
    const here = accused.printed?.read(other.text);
    const there = other.printed.read(accused.text);
    if (here === undefined || there === undefined) return [];
    const changes: Change[] = [
      { unknown: accused.unknown, figure: accused.figure, interval: here }, { unknown: other.unknown, figure: other.figure, interval: there },
    ];
    if (tried.trial.allowed(accused.unknown, changes, [tried.conflict]) === undefined) return [];
    const conflicts = [...new Set([...accused.conflicts, ...other.conflicts])];
    const repaired = repairedBy(tried.trial, tried.conflict, conflicts, changes);
    if (repaired === undefined) return [];
    const figures = [correctionOf(accused, here, other.text), correctionOf(other, there, accused.text)];
    const leftOut = changes.map((change) => ({ ...change, interval: undefined }));
    // Both have to land where the others leave them.
    const chance = [[accused, here], [other, there]] as const;
    return [supposed(tried, {
      kind: "columns-exchanged", figures, accused: [accused, other], repaired: repaired.conflicts, proved: repaired.proved,
      chance: chance.reduce((all, [figure, interval]) => {
        const room = tried.trial.allowed(figure.unknown, leftOut, repaired.conflicts);
        return room === undefined ? all : all * chanceFor(figure, interval, room, NEIGHBOURS);
      }, 1),
    })];
  });
}

/** A figure has two of them, before and after it. */
const NEIGHBOURS = 2;

/** Misprints: which usual slip on one figure, or which exchange of two, puts it where the other figures need it. */
import type { Conflict } from "../balance/conflict.ts";
import { slipsOf } from "../figure/slip.ts";
import type { Interval } from "../number/interval.ts";
import { correctionOf, fitOf, repairedBy, valueOf, type Accused, type Case } from "./case.ts";
import type { HypothesisKind, Unranked } from "./hypothesis.ts";
import type { Change } from "./trial.ts";
import { supposed } from "./words.ts";

/** Where a figure of a conflict would have to lie, and what it would repair there. @internal */
export interface Room {
  readonly accused: Accused;
  readonly interval: Interval;
  readonly conflicts: readonly Conflict[];
}

/** What a figure may have read. */
interface Candidate {
  readonly kind: HypothesisKind;
  readonly reads: string;
  readonly interval: Interval;
  readonly detail?: string;
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
      if (settled.has(candidate) || room.intersect(candidate.interval) === undefined) continue;
      const changes = [{ unknown: accused.unknown, figure: accused.figure, interval: candidate.interval }];
      const standing = tried.trial.standing(changes, conflicts);
      if (standing === "refuted") continue;
      settled.add(candidate);
      const { kind, reads, interval, detail } = candidate;
      const figures = [correctionOf(accused, interval, reads)];
      const chance = chanceOf(candidate, candidates, accused, room);
      const fit = fitOf(room, interval);
      const odd = isOdd(candidate, column);
      found.push(supposed(tried, { kind, figures, accused: [accused], repaired: conflicts, proved: standing === "stands", detail, chance, fit, odd }));
    }
  }
  return found;
}

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

function candidatesFor({ printed, interval }: Accused): Candidate[] {
  if (printed === undefined) return [];
  const isZero = interval.middle?.isZero === true;
  const slips = slipsOf(printed.text, { decimalMark: printed.decimalMark }).flatMap(({ kind, text, factor }): Candidate[] => {
    if (isZero && factor !== undefined) return [];
    const read = factor === undefined ? printed.read(text) : interval.scaledBy(factor);
    return read === undefined || read.equals(interval) ? [] : [{ kind, reads: text, interval: read }];
  });
  const units = printed.units.map(({ name, factor }): Candidate => ({ kind: "other-unit", reads: printed.text, interval: interval.scaledBy(factor), detail: name }));
  return [...slips, ...units];
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

const HALF_A_DECADE: number = /* @__PURE__ */ Math.sqrt(10);

function chanceOf({ kind, interval }: Candidate, all: readonly Candidate[], accused: Accused, room: Interval): number {
  const at = valueOf(accused)?.toNumber() ?? 0;
  const off = (interval.middle?.toNumber() ?? 0) - at;
  const alike = all.filter((other) => {
    const apart = ((other.interval.middle?.toNumber() ?? 0) - at) / off;
    return other.kind === kind && apart > 1 / HALF_A_DECADE && apart < HALF_A_DECADE;
  });
  return chanceFor(accused, interval, room, alike.length);
}

/**
 * How likely it is that one of some candidates fits by accident. Off by so much, a figure would be met by each candidate that is about as far off, with
 * the share of that stretch which its own rounding and its room cover.
 */
function chanceFor(accused: Accused, interval: Interval, { low, high }: Interval, alike: number): number {
  // A bound, or no more than a sign, leaves room for whatever is large or small enough.
  if (low === undefined || high === undefined || (low.sign <= 0 && high.sign >= 0)) return 1;
  const off = Math.abs((interval.middle?.toNumber() ?? 0) - (valueOf(accused)?.toNumber() ?? 0));
  const cover = high.minus(low).toNumber() + (interval.width?.toNumber() ?? 0);
  return off === 0 ? 1 : Math.min(1, alike * cover / (off * (HALF_A_DECADE - 1 / HALF_A_DECADE)));
}

/**
 * Times several ways of doing something in one run, turn by turn, so that whatever else the machine does falls on all of them alike.
 * It counts the processor's time, since on a shared machine the clock tells mostly what the others do.
 */

/** What is timed: each way of doing it, by name. It returns its result, so that no work is left out as unused. */
export type Subjects<Name extends string> = Readonly<Record<Name, () => unknown>>;

/** How long to go on. */
export interface Effort {
  /** Each subject runs alone for so many milliseconds first, until it is compiled. */
  readonly warmUp: number;
  /** A turn lasts at least so many milliseconds, or one call. */
  readonly turn: number;
  /** Every round gives each subject one turn. */
  readonly rounds: number;
}

/** What came out. */
export class Timings<Name extends string> {
  readonly #perCall: ReadonlyMap<Name, readonly number[]>;

  constructor(perCall: ReadonlyMap<Name, readonly number[]>) {
    this.#perCall = perCall;
  }

  /** The median processor time of one call, in milliseconds. */
  milliseconds(name: Name): number {
    return median(this.#of(name));
  }

  /** How many times as long one takes as the other: the median over the rounds, each of which had both. */
  ratio(longer: Name, shorter: Name): number {
    const base = this.#of(shorter);
    return median(this.#of(longer).map((time, round) => time / (base[round] ?? NaN)));
  }

  #of(name: Name): readonly number[] {
    return this.#perCall.get(name) ?? [];
  }
}

export function timed<Name extends string>(subjects: Subjects<Name>, { warmUp, turn, rounds }: Effort): Timings<Name> {
  const names = Object.keys(subjects) as Name[];
  const perTurn = new Map(names.map((name) => [name, Math.ceil(turn / warmedUp(subjects[name], warmUp))]));
  const perCall = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const calls = perTurn.get(name) ?? 1;
      perCall.get(name)?.push(time(subjects[name], calls) / calls);
    }
  }
  return new Timings(perCall);
}

// The milliseconds that one call takes once it is warm.
function warmedUp(subject: () => unknown, milliseconds: number): number {
  let calls = 1;
  for (let spent = 0; ; calls *= 2) {
    const took = time(subject, calls);
    spent += took;
    if (spent >= milliseconds) return took / calls;
  }
}

function time(subject: () => unknown, calls: number): number {
  let result: unknown;
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call++) result = subject();
  const { user, system } = process.cpuUsage(start);
  if (result === undefined) throw new Error("A subject of a benchmark must return its result.");
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return ((sorted[middle] ?? NaN) + (sorted[sorted.length - 1 - middle] ?? NaN)) / 2;
}

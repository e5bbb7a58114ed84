/** Runs work that tells how far it is: at once, or with pauses in which the event loop runs. Either way it can be watched and aborted. */
import { HeadgradeError } from "../error.ts";

/**
 * How far a search is.
 *
 * @category Balance
 */
export interface SolveProgress {
  /** `"narrowing"` intervals, in ties; `"searching"` for a witness, in ties; narrowing `"conflicts"` down, of those known so far. */
  readonly stage: "narrowing" | "searching" | "conflicts";
  readonly done: number;
  readonly of: number;
}

/**
 * What can tell a search to stop: an `AbortSignal`, of the platform or like it.
 *
 * @category Balance
 */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Who watches work, and who may stop it. @internal */
export interface Watch {
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** How long work goes on before the event loop has its turn, in milliseconds. */
const TURN = 20;

/** Runs work at once. A signal is looked at between steps; one that only a timer or an event sets cannot be set meanwhile. @internal */
export function run<Result>(work: Generator<SolveProgress, Result, void>, { signal, onProgress }: Watch): Result {
  for (;;) {
    refuseIfAborted(signal);
    const step = work.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
}

/** Runs work turn by turn. @internal */
export async function runAsync<Result>(work: Generator<SolveProgress, Result, void>, { signal, onProgress }: Watch): Promise<Result> {
  for (;;) {
    const end = Date.now() + TURN;
    do {
      refuseIfAborted(signal);
      const step = work.next();
      if (step.done === true) return step.value;
      onProgress?.(step.value);
    } while (Date.now() < end);
    await eventLoop();
  }
}

function refuseIfAborted(signal: StopSignal | undefined): void {
  if (signal?.aborted === true) throw new HeadgradeError("aborted", "The search was aborted by its signal before it came to an end.");
}

// Every platform has it, and none of their types is needed for it.
function eventLoop(): Promise<void> {
  const { setTimeout } = globalThis as unknown as { readonly setTimeout: (then: () => void, milliseconds: number) => unknown };
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Work done in steps, so that it can be watched, interrupted and shared with an event loop: a generator that pauses every few milliseconds, and two ways
 * to run one to its end.
 */

/** Work that pauses now and then, and comes to a result. @internal */
export type Steps<Result> = Generator<void, Result, void>;

/** Runs work to its end at once. @internal */
export function finished<Result>(steps: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

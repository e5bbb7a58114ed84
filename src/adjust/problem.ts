/** Everything that is wrong with a balance's input, collected and said at once, each with its address. */
import { HeadgradeError, isHeadgradeError, shown, type ErrorCode } from "../error.ts";

/**
 * One thing that is wrong with what a balance was asked.
 *
 * @category Adjustment
 */
export interface BalanceProblem {
  /** Where it stands: `"feed.assays.Cu"`. */
  readonly address: string;
  readonly code: ErrorCode;
  readonly message: string;
}

const SHOWN_PROBLEMS = 20;
const SHOWN_CHOICES = 12;

/** @internal */
export class BalanceProblems {
  readonly #found: BalanceProblem[] = [];

  add(address: string, code: ErrorCode, message: string): void {
    this.#found.push({ address, code, message });
  }

  get count(): number {
    return this.#found.length;
  }

  /** What a reading gives, or nothing where it failed: then the failure is one more problem. */
  try<T>(address: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!isHeadgradeError(error)) throw error;
      this.add(address, error.code, error.message);
      return undefined;
    }
  }

  /** The own entries of a plain object; anything else is a problem. */
  entries(value: unknown, address: string, what: string): readonly (readonly [string, unknown])[] {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
    this.add(address, "wrong-kind", `Expected an object of ${what} by name and got ${shown(value)}.`);
    return [];
  }

  /** A plain object whose keys are all known; each unknown one is a problem. */
  record(value: unknown, address: string, known: readonly string[]): Readonly<Record<string, unknown>> {
    const entries = this.entries(value, address, known.join(", "));
    for (const [key] of entries) if (!known.includes(key)) this.unknown(`${address}.${key}`, key, known, "field");
    return Object.fromEntries(entries);
  }

  unknown(address: string, given: unknown, choices: readonly string[], what: string): void {
    const listed = choices.length > SHOWN_CHOICES ? `${choices.slice(0, SHOWN_CHOICES).join(", ")}, ...` : choices.join(", ");
    this.add(address, "unknown-item", `Unknown ${what} ${shown(given)}: ${choices.length === 0 ? "there are none." : `use one of ${listed}.`}`);
  }

  /** Ends with all that was found, if anything was. @throws `HeadgradeError` `invalid-balance`. */
  settle(): void {
    if (this.#found.length === 0) return;
    const count = this.#found.length;
    const lines = this.#found.slice(0, SHOWN_PROBLEMS).map(({ address, message }) => `\n  ${address === "" ? "" : `${address}: `}${message}`);
    const more = count > SHOWN_PROBLEMS ? `\n  ... and ${String(count - SHOWN_PROBLEMS)} more` : "";
    throw new HeadgradeError(
      "invalid-balance", `The balance has ${String(count)} ${count === 1 ? "problem" : "problems"}:${lines.join("")}${more}`,
      { problems: Object.freeze([...this.#found]) },
    );
  }
}

/** Whether a value is a name that prints as it is, on one line. @internal */
export function isPlainName(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && !/\p{Cc}/u.test(value);
}

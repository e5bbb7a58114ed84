/** Everything that is wrong with what was given, collected and said at once, each with its address. */
import { HeadgradeError, isHeadgradeError, shown, type ErrorCode } from "../error.ts";
import { nearestTo } from "./nearest.ts";

/**
 * One thing that is wrong with a statement, or with what a balance was asked.
 *
 * @category Errors
 */
export interface Problem {
  /** Where it stands, `"2002-Q4.Pd.grade"` or `"feed.assays.Cu"`: an address, or as much of one as there is. */
  readonly address: string;
  readonly code: ErrorCode;
  readonly message: string;
}

const CODES = { statement: "invalid-statement", balance: "invalid-balance" } as const;
const SHOWN_PROBLEMS = 20;
const SHOWN_CHOICES = 12;
const LONGEST_WORD = 40;
/** Of one problem that many figures have, so many addresses are shown; the facts have them all. */
const SHOWN_ADDRESSES = 12;

/** The problems found so far. @internal */
export class Problems {
  readonly #of: keyof typeof CODES;
  readonly #found: Problem[] = [];

  /** @param of - what they are problems of. */
  constructor(of: keyof typeof CODES) {
    this.#of = of;
  }

  get count(): number {
    return this.#found.length;
  }

  add(address: string, code: ErrorCode, message: string): void {
    this.#found.push({ address, code, message });
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

  /** A word that is none of the known ones. */
  unknown(address: string, given: unknown, choices: readonly string[], what: string): void {
    // Only the problems that are shown are worth a suggestion.
    const near = typeof given === "string" && this.#found.length < SHOWN_PROBLEMS ? nearestTo(given, choices) : undefined;
    const listed = choices.slice(0, SHOWN_CHOICES).join(", ") + (choices.length > SHOWN_CHOICES ? ", ..." : "");
    const advice = near !== undefined ? `did you mean "${near}"?` : choices.length === 0 ? "there are none." : `use one of ${listed}.`;
    this.add(address, "unknown-item", `Unknown ${what} ${shown(given)}: ${advice}`);
  }

  /** The same of a word that is part of its own address. */
  unknownIn(place: string, given: unknown, choices: readonly string[], what: string): void {
    this.unknown(`${place}${typeof given === "string" ? given.slice(0, LONGEST_WORD) : ""}`, given, choices, what);
  }

  /** The own keys of a plain object; anything else, a replaced prototype included, is a problem. */
  entries(value: unknown, address: string, of = "figures"): [string, unknown][] {
    const prototype: unknown = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : undefined;
    const plain = prototype === null || (prototype !== undefined && Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf"));
    if (plain) return Object.entries(value as object);
    const what = prototype === undefined || Array.isArray(value) ? shown(value) : "an object with a prototype of its own";
    this.add(address, "wrong-kind", `Expected a plain object of ${of} by name and got ${what}.`);
    return [];
  }

  /** The entries of a plain object whose keys are all known; each unknown one is a problem. */
  record(value: unknown, address: string, known: readonly string[], what = "field"): Readonly<Record<string, unknown>> {
    const entries = this.entries(value, address, what === "field" ? known.join(", ") : undefined);
    for (const [key] of entries) if (!known.includes(key)) this.unknownIn(address === "" ? "" : `${address}.`, key, known, what);
    return Object.fromEntries(entries);
  }

  /** A list, or a problem and an empty one. */
  list(value: unknown, address: string, what: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.add(address, "wrong-kind", `Expected a list of ${what}, and this is ${shown(value)}.`);
    return [];
  }

  /** Ends with all that was found, if anything was. @throws `HeadgradeError` `invalid-statement` or `invalid-balance`. */
  settle(): void {
    if (this.#found.length > 0) throw invalid(this.#of, this.#found);
  }
}

// What many figures have in common, as a unit that can be read two ways, is said once, with where it stands.
function invalid(of: keyof typeof CODES, problems: readonly Problem[]): HeadgradeError {
  const places = new Map<string, string[]>();
  for (const { address, message } of problems) {
    const known = places.get(message);
    if (known === undefined) places.set(message, [address]);
    else known.push(address);
  }
  const lines = [...places].slice(0, SHOWN_PROBLEMS).map(([message, addresses]) => {
    const hidden = addresses.length - SHOWN_ADDRESSES;
    const where = addresses.slice(0, SHOWN_ADDRESSES).join(", ") + (hidden > 0 ? ` and ${String(hidden)} more` : "");
    return `\n  ${where === "" ? "" : `${where}: `}${message}`;
  });
  const more = places.size > SHOWN_PROBLEMS ? `\n  ... and ${String(places.size - SHOWN_PROBLEMS)} more` : "";
  return new HeadgradeError(
    CODES[of], `The ${of} has ${String(places.size)} ${places.size === 1 ? "problem" : "problems"}:${lines.join("")}${more}`,
    { problems: Object.freeze([...problems]) },
  );
}

/** Whether a value is a name that prints as it is: something, on one line, without what would move a terminal's cursor. @internal */
export function isName(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && !/\p{Cc}/u.test(value);
}

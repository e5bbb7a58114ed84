/** Published worked examples: their figures as printed, and what the library makes of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/repository.ts";

/** One answer of an example, as it was printed and as the library computes it to the same digits. */
export interface ExampleResult {
  readonly name: string;
  readonly printed: string;
  readonly computed: string;
  /** Whether the printed answer comes out; *within rounding* where it does not, but the rounding of the printed inputs allows it. */
  readonly agrees: boolean | "within rounding";
}

export interface PublishedExample {
  readonly id: string;
  readonly topic: string;
  readonly source: { readonly title: string; readonly address: string };
  readonly inputs: Readonly<Record<string, string>>;
  readonly results: readonly ExampleResult[];
  readonly note: string;
}

const FOLDER = join(root, "test/published/examples");

/** The topics, each a file of examples. */
export function topics(): readonly string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length)).sort();
}

/** The examples of one topic. */
export function examplesOf(topic: string): readonly PublishedExample[] {
  return JSON.parse(readFileSync(join(FOLDER, `${topic}.json`), "utf8")) as readonly PublishedExample[];
}

/** The entry points of the package, by the names under which a consumer imports them. */
import { readText } from "../support/repository.ts";

const { exports } = JSON.parse(readText("package.json")) as { exports: Record<string, unknown> };

export const entryPoints: readonly string[] = Object.keys(exports)
  .filter((key) => key !== "./package.json")
  .map((key) => `headgrade${key.slice(1)}`);

/** Where the repository lies, and what it holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder, without a slash at its end. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** A file of the repository as text. */
export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Every file below a folder, in order, each by its path from the top with forward slashes; none if the folder is not there. */
export function filesBelow(folder: string, extension: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return names.filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name.split(sep).join("/")}`).sort();
}

/**
 * Builds the package, packs it and installs the tarball in an empty folder, once for all the tests of the package.
 * PACKAGE_IS_BUILT in the environment says that `dist` is fresh, and is left as it is.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../support/repository.ts";

type Packing = { readonly consumer: string; readonly packedFiles: readonly string[] } | { readonly failure: string };

declare module "vitest" {
  export interface ProvidedContext {
    packing: Packing;
  }
}

export default function setup(project: TestProject): () => void {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "headgrade-package-")));
  project.provide("packing", pack(place));
  return () => {
    rmSync(place, { recursive: true, force: true });
  };
}

/** A failure is an answer, on which the tests of the package fail; thrown, it would keep every other test from running. */
function pack(place: string): Packing {
  try {
    const consumer = join(place, "consumer");
    mkdirSync(consumer);
    if (process.env["PACKAGE_IS_BUILT"] === undefined) run("npm", ["run", "build", "--silent"], root);
    const packed = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", place], root)) as unknown;
    const tarball = readdirSync(place).find((name) => name.endsWith(".tgz"))!;
    writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
    run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(place, tarball)], consumer);
    return { consumer, packedFiles: filesOf(packed) };
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { readonly stdout?: string; readonly stderr?: string };
    return { failure: [message, stdout, stderr].filter(Boolean).join("\n") };
  }
}

/** npm answers with a list, or (from version 12) with an object keyed by package name. */
function filesOf(packed: unknown): readonly string[] {
  const [first] = Object.values(packed as Record<string, { files: readonly { path: string }[] }>);
  return first!.files.map(({ path }) => path).sort();
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
}

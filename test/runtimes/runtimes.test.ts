/** The built package, installed from its tarball, says the very same in every runtime: Node 22 and 24, Deno and Bun beside the Node of these tests. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { consumer } from "../package/consumer.ts";
import { entryPoints } from "../package/entry-points.ts";
import { root } from "../support/repository.ts";
import { exercise, type Outcome } from "./exercise.ts";

const installed = join(root, "test/runtimes/node_modules");

interface Runtime {
  readonly name: string;
  readonly command: string;
  /** What stands before the name of the program. */
  readonly args: readonly string[];
  readonly version: RegExp;
  /** What a program may be: where a file in TypeScript runs as it is, `ts` is among them. */
  readonly systems: readonly ("mjs" | "cjs" | "ts")[];
}

const runtimes: readonly Runtime[] = [
  { name: "this Node", command: process.execPath, args: [], version: /^v\d+/, systems: ["mjs", "cjs"] },
  { name: "Node 22", command: join(installed, "node22/bin/node"), args: ["--no-warnings"], version: /^v22\./, systems: ["mjs", "cjs", "ts"] },
  { name: "Node 24", command: join(installed, "node24/bin/node"), args: ["--no-warnings"], version: /^v24\./, systems: ["mjs", "cjs", "ts"] },
  { name: "Bun", command: join(installed, ".bin/bun"), args: [], version: /^1\./, systems: ["mjs", "cjs", "ts"] },
  // Reading is what `require` is; an import asks for nothing.
  { name: "Deno", command: join(installed, ".bin/deno"), args: ["run", "--no-prompt", "--no-remote", "--allow-read=."], version: /^deno 2\./, systems: ["mjs", "cjs", "ts"] },
];

let expected: Outcome;

beforeAll(async () => {
  expected = JSON.parse(JSON.stringify(exercise())) as Outcome;
  await Promise.all([["mjs", "esm"], ["cjs", "cjs"], ["ts", "esm"]].map(([extension, format]) => build({
    entryPoints: [join(root, "test/runtimes/main.ts")], outfile: join(consumer, `exercise.${extension!}`), bundle: true, format: format as "esm" | "cjs",
    // Of the package itself nothing is bundled: it is found by its name, in node_modules.
    external: ["headgrade", "headgrade/*"], target: "es2022", logLevel: "error",
  })));
  // Types that a runtime has to take away.
  const typed = join(consumer, "exercise.ts");
  writeFileSync(typed, `const started: number = Date.now();\n${readFileSync(typed, "utf8")}\nif ((started satisfies number) <= 0) throw new Error("no time");\n`);
});

test("the exercise loads every entry point", () => {
  expect(Object.keys(expected.names)).toEqual(entryPoints);
  expect(expected.verdict).toBe("consistent");
  expect(expected.firstQuarterOre).toBe("1,205,145 to 1,205,212 t");
  expect(expected.copper).toEqual(["259.3 t/d", "82.67%"]);
  expect(expected.refusal).toBe("ambiguous-unit");
});

describe.each(runtimes)("$name", ({ command, args, version, systems }) => {
  test("is installed, by npm ci in test/runtimes, and is the one that it is meant to be", () => {
    expect(existsSync(command)).toBe(true);
    expect(run(command, ["--version"])).toMatch(version);
  });

  test.each(systems)("says the very same: a program in .%s", (extension) => {
    const outcome = JSON.parse(run(command, [...args, `exercise.${extension}`])) as Outcome;
    expect(outcome).toEqual(expected);
  });
});

test("Deno's compiler accepts the types of every entry point", () => {
  const uses = entryPoints.map((name, index) => `import * as entry${String(index)} from "${name}";\nexport const names${String(index)}: string[] = Object.keys(entry${String(index)});`);
  const file = "check-in-deno.ts";
  writeFileSync(join(consumer, file), `${uses.join("\n")}\n`);
  expect(() => run(join(installed, ".bin/deno"), ["check", "--no-remote", file])).not.toThrow();
  writeFileSync(join(consumer, file), `${uses.join("\n")}\nexport const wrong: number = entry0.mass("1 t");\n`);
  expect(() => run(join(installed, ".bin/deno"), ["check", "--no-remote", file])).toThrow("TS2322");
});

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: consumer, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
}

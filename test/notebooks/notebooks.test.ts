/**
 * The notebooks of `examples/notebooks`, run cell by cell in Deno's kernel on the packed package: what each cell puts out is what is stored in the file.
 * `npm run test:notebooks -- -u` stores what came out instead.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { consumer } from "../package/consumer.ts";
import { root } from "../support/repository.ts";
import { codeIn, notebookPaths, withOutputs, type Output } from "./notebook.ts";

const deno = join(root, "test/runtimes/node_modules/.bin/deno");
// Debian's own, which sees Debian's jupyter_client; another may stand before it on the path.
const python = process.env["NOTEBOOK_PYTHON"] ?? "/usr/bin/python3";

/** What the cells of each notebook put out, now. */
const ran = JSON.parse(run(python, [join(root, "test/notebooks/execute.py"), deno, consumer, ...notebookPaths.map((path) => join(root, path))])) as Output[][][];

test("there are four notebooks, and all of them were run", () => {
  expect(notebookPaths.length).toBeGreaterThanOrEqual(4);
  expect(ran.map((cells) => cells.length)).toEqual(notebookPaths.map((path) => codeIn(path).length));
});

describe.each(notebookPaths.map((path, index) => ({ path, outputs: ran[index]! })))("$path", ({ path, outputs }) => {
  const cells = codeIn(path);

  test("no line of code is too long for the page", () => {
    expect(cells.flatMap((code) => code.split("\n")).filter((line) => line.length > 100)).toEqual([]);
  });

  test("no cell fails", () => {
    expect(outputs.flat().filter(({ output_type: kind }) => kind === "error")).toEqual([]);
  });

  test("each cell that ends in a value shows it, once, and the others show nothing", () => {
    expect(outputs.map((output) => output.map(({ output_type: kind }) => kind))).toEqual(cells.map((code) => (endsInValue(code) ? ["execute_result"] : [])));
  });

  test("what it shows is what is stored", async () => {
    await expect(withOutputs(path, outputs)).toMatchFileSnapshot(join(root, path));
  });

  test("its cells, one after the other, have no error of type in Deno", () => {
    const file = `${path.split("/").at(-1)!.replace(".ipynb", "")}.ts`;
    const code = cells.join("\n;\n");
    writeFileSync(join(consumer, file), code);
    expect(() => run(deno, ["check", "--no-remote", file])).not.toThrow();
    // And that a wrong type would have been found.
    writeFileSync(join(consumer, file), `${code}\n;\nreconcileNothing();`);
    expect(() => run(deno, ["check", "--no-remote", file])).toThrow("TS2304");
  });
});

function endsInValue(code: string): boolean {
  const last = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest).statements.at(-1);
  return last !== undefined && (ts.isExpressionStatement(last) || ts.isTryStatement(last));
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    cwd: consumer, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e8, env: { ...process.env, NO_COLOR: "1" },
  });
}

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { consumer } from "./consumer.ts";
import { entryPoints } from "./entry-points.ts";

const names = JSON.stringify(entryPoints);

test("every entry point loads as an ES module and as CommonJS, with the same names", () => {
  const list = "Object.keys(module).filter((key) => key !== \"default\" && key !== \"module.exports\" && key !== \"__esModule\").sort()";
  const imported = node("module", `const found = {};
    for (const name of ${names}) { const module = await import(name); found[name] = ${list}; }
    console.log(JSON.stringify(found));`);
  const required = node("commonjs", `const found = {};
    for (const name of ${names}) { const module = require(name); found[name] = ${list}; }
    console.log(JSON.stringify(found));`);
  expect(required).toEqual(imported);
  expect(Object.keys(imported as object)).toEqual(entryPoints);
});

test.each([
  ["module", "const all = {}; for (const name of NAMES) all[name] = await import(name);"],
  ["commonjs", "const all = {}; for (const name of NAMES) all[name] = require(name);"],
] as const)("the root and the subpaths share one copy of each class and function (%s)", (system, load) => {
  const twice = node(system, `${load.replace("NAMES", names)}
    const twice = [];
    for (const [name, module] of Object.entries(all)) {
      for (const [key, value] of Object.entries(module)) {
        if (key in all.headgrade && key !== "default" && key !== "module.exports" && all.headgrade[key] !== value) twice.push(name + ": " + key);
      }
    }
    console.log(JSON.stringify(twice));`);
  expect(twice).toEqual([]);
});

test("loading it changes nothing that belongs to others", () => {
  const changed = node("module", `const { Decimal } = await import("decimal.js");
    const before = JSON.stringify(Decimal.config({})) + Decimal.precision + Object.keys(globalThis);
    for (const name of ${names}) await import(name);
    console.log(JSON.stringify(before !== JSON.stringify(Decimal.config({})) + Decimal.precision + Object.keys(globalThis)));`);
  expect(changed).toBe(false);
});

test("its manifest can be read", () => {
  const version = node("commonjs", 'console.log(JSON.stringify(require("headgrade/package.json").version));');
  const manifest = JSON.parse(readFileSync(join(consumer, "node_modules/headgrade/package.json"), "utf8")) as { version: string };
  expect(version).toBe(manifest.version);
});

function node(system: "module" | "commonjs", code: string): unknown {
  const output = execFileSync(process.execPath, [`--input-type=${system}`, "--eval", code], { cwd: consumer, encoding: "utf8" });
  return JSON.parse(output);
}

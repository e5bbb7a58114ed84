import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { consumer, packedFiles } from "./consumer.ts";
import { entryPoints } from "./entry-points.ts";

/**
 * Whoever wants tonnes alone should not carry the balance: the number, the units and decimal.js (32 kB of it) are needed, the rest is not.
 * In bytes, minified, before compression.
 */
const MASS_ALONE = 80_000;

test("the tarball holds what is built, the licence, the readme, the change log and the manifest", () => {
  const outside = packedFiles.filter((path) => !path.startsWith("dist/"));
  expect(outside).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
});

test("what is built is code and its types, in both module systems", () => {
  const strange = packedFiles.filter((path) => path.startsWith("dist/") && !/\.(?:js|cjs|d\.ts|d\.cts)$/.test(path));
  expect(strange).toEqual([]);
  for (const name of entryPoints) {
    const base = `dist/${name.replace(/^headgrade\/?/, "")}/index`.replace("//", "/");
    for (const extension of [".js", ".cjs", ".d.ts", ".d.cts"]) expect(packedFiles).toContain(base + extension);
  }
});

test("only decimal.js is installed beside it", () => {
  expect(readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith(".")).sort()).toEqual(["decimal.js", "headgrade"]);
});

test("who imports one constructor gets little more", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'import { mass } from "headgrade"; globalThis.ore = mass("1 t");', resolveDir: consumer },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  expect(outputFiles[0]!.contents.length).toBeLessThan(MASS_ALONE);
});

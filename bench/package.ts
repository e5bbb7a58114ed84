/** The library as its users get it: bundled to JavaScript, and not the TypeScript that this benchmark itself runs from. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import type * as headgrade from "headgrade";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUNDLE = fileURLToPath(new URL("../build/bench/headgrade.js", import.meta.url));

/** Bundles `src/index.ts` and loads it, with decimal.js left to node_modules. */
export async function builtPackage(): Promise<typeof headgrade> {
  await build({
    absWorkingDir: ROOT, entryPoints: ["src/index.ts"], outfile: BUNDLE, bundle: true, format: "esm", target: "es2022", platform: "neutral", external: ["decimal.js"],
  });
  return await import(pathToFileURL(BUNDLE).href) as typeof headgrade;
}

/** What an application carries for a piece of its own code that imports from the package: minified, without decimal.js, in bytes. */
export async function minified(code: string): Promise<Uint8Array> {
  const { outputFiles: [file] } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: "ts" }, absWorkingDir: ROOT, tsconfigRaw: TSCONFIG,
    bundle: true, minify: true, write: false, format: "esm", target: "es2022", platform: "neutral", external: ["decimal.js"],
  });
  if (file === undefined) throw new Error("esbuild wrote no file.");
  return file.contents;
}

const TSCONFIG = { compilerOptions: { paths: { headgrade: ["./src/index.ts"] } } };

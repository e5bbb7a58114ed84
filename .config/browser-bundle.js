/** Everything in one ES module that a page can import as it is: the root entry point, `headgrade/show`, and decimal.js, without a bare import. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Writes the module, and its types beside it where the package's own are. */
export async function bundleForBrowser(outfile) {
  await build({
    stdin: {
      contents: 'export * from "./src/index.ts"; export * from "./src/show/index.ts";',
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    },
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    charset: "utf8",
    logLevel: "warning",
  });
  if (outfile.endsWith("dist/browser.js")) {
    await writeFile(outfile.replace(/\.js$/, ".d.ts"), 'export * from "./index.js";\nexport * from "./show/index.js";\n');
  }
}

// After the build, whose declarations would be cleaned away from under it: node .config/browser-bundle.js
if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleForBrowser("dist/browser.js");

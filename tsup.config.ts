import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/*/index.ts"],
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // Said outright, or the CommonJS files would not share their chunks and every subpath would bring a copy of each class.
  splitting: true,
  treeshake: false,
  minify: false,
  sourcemap: false,
  clean: true,
  // The declaration bundler of tsup sets `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});

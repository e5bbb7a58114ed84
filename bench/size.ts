/** What the package adds to an application: minified and gzipped, without decimal.js, which is counted by whoever brings it. */
import { gzipSync } from "node:zlib";
import { minified } from "./package.ts";
import { atMost, type Section } from "./table.ts";

export async function size(): Promise<Section> {
  const [everything, three] = await Promise.all([
    minified('export * from "headgrade";'),
    minified('export { mass, grade, recoveredMetal } from "headgrade";'),
  ]);
  return {
    title: "Size, minified and gzipped, without decimal.js",
    rows: [
      atMost("everything", zipped(everything), 25_000, kilobytes),
      atMost("mass, grade and recoveredMetal", zipped(three), 8_000, kilobytes),
    ],
  };
}

function zipped(code: Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

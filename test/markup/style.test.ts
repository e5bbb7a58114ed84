import { expect, test } from "vitest";
import { COLOURS } from "../../src/markup/style.ts";

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.entries(COLOURS))("the colour of %s stands out three to one on white and on the dark of every notebook", (_, colour) => {
  expect(["#ffffff", "#111111", "#1e1e1e", "#0d1117"].filter((ground) => contrast(colour, ground) < 3)).toEqual([]);
});

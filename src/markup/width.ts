/** How wide a text comes out, near enough to leave room for it: nothing here can measure letters. */

// In ems of a usual sans-serif. What is outside Latin, Greek and Cyrillic is taken as square, as Chinese characters are.
function emsOf(character: string): number {
  if (/[ijl.,:;'|!ft()[\]/ ]/.test(character)) return 0.34;
  if (/[mwMW@%]/.test(character)) return 0.9;
  if (/[A-Z0-9\u00b1]/.test(character)) return 0.64;
  if (/\p{M}/u.test(character)) return 0;
  return (character.codePointAt(0) ?? 0) < 0x530 ? 0.58 : 1;
}

/** The width of a text in pixels, rather too much than too little. @internal */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** The text, cut to a width and marked by an ellipsis where it is too long. @internal */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let ems = 1;
  let kept = "";
  for (const character of text) {
    ems += emsOf(character);
    if (ems * size > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}\u2026`;
}

/** The text on two lines of a width, or on one if it fits. What is too long loses its middle: a name is told by how it begins and how it ends. @internal */
export function onTwoLines(text: string, width: number, size: number): readonly string[] {
  if (widthOf(text, size) <= width) return [text];
  const words = text.split(" ");
  const taken = (from: readonly string[]): number => {
    let count = 1;
    while (count < from.length && widthOf(from.slice(0, count + 1).join(" "), size) <= width) count++;
    return count;
  };
  const first = taken(words);
  const last = taken([...words].reverse());
  const kept = first + last >= words.length ? words.slice(0, first).join(" ") : `${words.slice(0, first).join(" ")} ${words[first] ?? ""}`;
  return [kept, words.slice(Math.max(first, words.length - last)).join(" ")].filter((line) => line !== "").map((line) => fitted(line, width, size));
}

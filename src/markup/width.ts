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

/** The text on lines of a width, at most so many; the last is cut where all of it does not fit. @internal */
export function brokenInto(text: string, width: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || lines.length === most - 1 || widthOf(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((each) => fitted(each, width, size));
}

/** Sentences broken into lines, for a terminal of 80 columns. */

const WIDTH = 80;

/** A sentence on lines of 80 columns, all but the first indented, and the first by itself where that is asked for. @internal */
export function wrapped(text: string, indent: string, first = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of `${first}${text}`.split(/(?<! ) (?! )/)) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

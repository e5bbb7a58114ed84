/** Comma-separated values, as RFC 4180 has them, and safe to open in a spreadsheet. */

/**
 * Lines of cells. A cell that a spreadsheet would take for a formula is led by an apostrophe; a plain number is not.
 *
 * @source RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files, 2005, section 2.
 * @internal
 */
export function commaSeparated(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(cell: string): string {
  const guarded = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^[+-]?[\d,.]+ ?%?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

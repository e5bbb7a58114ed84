/** One line of the table: what was measured, what we aim for, and whether we get there. A line without an aim is there for honesty. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target?: { readonly text: string; readonly met: boolean };
}

/** The lines of one subject. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A row that wants a ratio of at least so much. */
export function atLeast(what: string, measured: number, least: number): Row {
  return { what, measured: times(measured), target: { text: `at least ${times(least)}`, met: measured >= least } };
}

/** A row that wants an amount of at most so much. */
export function atMost(what: string, measured: number, most: number, tell: (amount: number) => string): Row {
  return { what, measured: tell(measured), target: { text: `at most ${tell(most)}`, met: measured <= most } };
}

export function times(ratio: number): string {
  return `${ratio.toPrecision(ratio < 100 ? 2 : 3)}x`;
}

export function tabulated(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, rows }) => [[title], ...rows.map(cellsOf), []]);
  const widths = [0, 1, 2].map((column) => Math.max(...lines.filter(({ length }) => length > 1).map((cells) => cells[column]?.length ?? 0)));
  return lines.map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ").trimEnd()).join("\n");
}

function cellsOf({ what, measured, target }: Row): string[] {
  return [`  ${what}`, measured, target?.text ?? "", target === undefined ? "" : target.met ? "yes" : "no"];
}

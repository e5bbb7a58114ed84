/** Which known word a misspelt one was meant to be. */

const LONGEST = 40;

/** The known word nearest to a given one, if it is near: another case, or a slip or two in a longer word. @internal */
export function nearestTo(given: string, known: readonly string[]): string | undefined {
  const word = given.toLowerCase().slice(0, LONGEST);
  let nearest: string | undefined;
  let least = 1 + Math.floor(word.length / 4);
  for (const choice of known) {
    const slips = slipsBetween(word, choice.toLowerCase());
    // A symbol of two letters is a slip away from many others: only its case may be off.
    if (slips >= least || (slips > 0 && Math.min(word.length, choice.length) < 3)) continue;
    nearest = choice;
    least = slips;
  }
  return nearest;
}

// Letters changed, left out, put in, or swapped with a neighbour: the optimal string alignment distance.
function slipsBetween(a: string, b: string): number {
  let earlier: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (before[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let least = Math.min((before[column] as number) + 1, (now[column - 1] as number) + 1, changed);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (earlier[column - 2] as number) + 1);
      now.push(least);
    }
    [earlier, before] = [before, now];
  }
  return before[b.length] as number;
}

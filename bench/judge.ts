/** Judges published reports: `npm run -s judge -- DIR` reads every JSON file of DIR and prints one JSON line a tie, one a report, and one of totals. */
import { judgementLines } from "../test/published/lines.ts";

const directory = process.argv[2];
if (directory === undefined) {
  console.error("Say which directory to read: npm run -s judge -- DIR");
  process.exitCode = 2;
} else {
  try {
    for (const line of judgementLines(directory)) console.log(JSON.stringify(line));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
    process.exitCode = 2;
  }
}

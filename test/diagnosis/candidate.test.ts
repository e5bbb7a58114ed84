import { expect, test } from "vitest";
import { candidatesFor, isNear } from "../../src/diagnosis/candidate.ts";
import type { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { readText } from "./mine.ts";

const loose = (text: string): Interval | undefined => readText(text, "zeros-not-significant") ?? readText(text);

test.each(["1,165,388", "1.88", "0.57", "65", "-2.3", "141,000", "1.496", "10,000.0", "0.05", "7"])(
  "what %s may have read is near wherever it would lie, whichever way texts are read and whatever the unit", (text) => {
    for (const [read, factor] of [[readText, Ratio.one], [loose, Ratio.one], [readText, Ratio.of("31.1034768")], [loose, Ratio.of("0.001")]] as const) {
      const scaled = (other: string): Interval | undefined => read(other)?.scaledBy(factor);
      const printed = { text, read: scaled, reread: () => undefined, units: [{ name: "pounds", factor: Ratio.of("0.45359237") }], neighbours: [] };
      const candidates = candidatesFor({ unknown: 0, figure: 0, name: "", printed, text, interval: scaled(text)!, conflicts: [] });
      expect(candidates.length).toBeGreaterThan(10);
      for (const candidate of candidates) {
        const interval = candidate.interval();
        if (interval !== undefined) expect([candidate.reads, isNear(candidate, interval)]).toEqual([candidate.reads, true]);
      }
    }
  },
);

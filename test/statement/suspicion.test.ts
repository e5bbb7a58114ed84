/** What a contradictory report says of who may be wrong, and what it says when nothing was decided at once. */
import { describe, expect, test } from "vitest";
import type { Contradiction } from "../../src/statement/contradiction.ts";
import { reconcile, reconcileAsync } from "../../src/statement/reconcile.ts";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { shownBy } from "../support/notebook.ts";

const swapped = { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } };
const wrong = { ...LAC_DES_ILES, periods: { ...LAC_DES_ILES.periods, "2002-Q3": swapped } };

describe("a contradiction", () => {
  const report = reconcile(wrong);
  const [first, second] = report.conflicts as readonly [Contradiction, Contradiction];

  test("names its suspects, the figure in both conflicts first, in the unit in which it was printed", () => {
    expect(report.conflicts).toHaveLength(2);
    expect(first.suspects[0]?.address).toBe("2002-Q3.Pd.produced");
    expect(first.suspects[0]?.rank).toBe(1);
    expect(String(first.suspects[0]?.allowed)).toBe("51,166 to 51,170 oz");
    expect(first.suspects[0]?.sentence).toBe("If 2002-Q3.Pd.produced 51,618 oz is the wrong one, its true value is 51,166 to 51,170 oz.");
  });

  test("has hypotheses that say they are, and repair both conflicts", () => {
    const [best] = first.hypotheses;
    expect(best).toMatchObject({ kind: "digits-swapped", honest: false, rank: 1 });
    expect(best?.figures.map(({ name, printed, reads }) => ({ name, printed, reads }))).toEqual([{ name: "2002-Q3.Pd.produced", printed: "51,618 oz", reads: "51,168 oz" }]);
    expect(best?.repairs).toHaveLength(2);
    expect(best?.sentence).toMatch(/^Hypothesis: /);
    expect(second.hypotheses[0]?.figures[0]?.reads).toBe("51,168 oz");
  });

  test("is told once on the page, and referred to", () => {
    const page = String(report);
    expect(page.match(/should read 51,168 oz/g)).toHaveLength(1);
    expect(page).toContain("A hypothesis of conflict 1 would account for it too.");
  });

  test("shows itself and is plain data with its suspects and hypotheses", () => {
    const data = JSON.parse(JSON.stringify(first)) as Record<string, { readonly address?: string; readonly kind?: string }[]>;
    expect(data["suspects"]?.[0]).toMatchObject({ address: "2002-Q3.Pd.produced", printed: "51,618 oz", rank: 1, allowed: { unit: "oz" } });
    expect(data["hypotheses"]?.[0]).toMatchObject({ kind: "digits-swapped", honest: false, rank: 1 });
    const suspect = first.suspects[0] as unknown as Record<symbol, () => unknown>;
    expect(suspect[Symbol.for("nodejs.util.inspect.custom")]!()).toBe(first.suspects[0]?.sentence);
    expect(shownBy(suspect)["text/plain"]).toBe(first.suspects[0]?.sentence);
    expect(Object.prototype.toString.call(suspect)).toBe("[object Suspicion]");
  });
});

test("two figures exchanged are told once, from whichever side they are seen", () => {
  const parts = (first: string, second: string) => ({ periods: { "2012-Q1": { ore: first }, "2012-Q2": { ore: second } } });
  const page = String(reconcile({ ...parts("1,234 t", "5,678 t"), areas: { A: parts("5,000 t", "1,000 t"), B: parts("678 t", "234 t") } }));
  expect(page.match(/exchanged;/g)).toHaveLength(1);
  expect(page).toContain("A hypothesis of conflict 1 would account for it too.");
});

describe("a tie of the statement alone", () => {
  test("leaves its suspects equal where nothing tells them apart", () => {
    const [conflict] = reconcile({ periods: { "2002-H1": { Au: { produced: "100 oz" } }, "2002-H2": { Au: { produced: "200 oz" } }, 2002: { Au: { produced: "350 oz" } } } }).conflicts;
    expect(new Set(conflict?.suspects.map(({ address }) => address))).toEqual(new Set(["2002-H1.Au.produced", "2002-H2.Au.produced", "2002.Au.produced"]));
  });
});

describe("reconciling with pauses", () => {
  test("comes to the same report", async () => {
    expect(String(await reconcileAsync(wrong))).toBe(String(reconcile(wrong)));
    const tolerances = { "Pd.produced": "0.5 %" } as const;
    expect((await reconcileAsync({ ...wrong, tolerances })).verdict).toBe(reconcile({ ...wrong, tolerances }).verdict);
  });

  test("tells how far it is", async () => {
    const seen: number[] = [];
    await reconcileAsync(LAC_DES_ILES, { onProgress: ({ done, of }) => seen.push(done / of) });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test("stops when it is told to, before it began or on the way", async () => {
    await expect(reconcileAsync(LAC_DES_ILES, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(() => reconcile(LAC_DES_ILES, { signal: AbortSignal.abort() })).toThrow(expect.objectContaining({ code: "aborted" }));
    const stop = new AbortController();
    const areas = Object.fromEntries(Array.from({ length: 300 }, (_, place) => [`Mine ${String(place)}`, { periods: LAC_DES_ILES.periods! }]));
    const running = reconcileAsync({ areas }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 1);
    await expect(running).rejects.toMatchObject({ code: "aborted" });
  });

  test("refuses what reconciling refuses", async () => {
    await expect(reconcileAsync({})).rejects.toMatchObject({ code: "invalid-statement" });
  });
});

import { describe, expect, test } from "vitest";
import { isoDate } from "../../src/period/calendar.ts";
import { MAX_TILINGS, period, tiles, tilings, type Period, type Tiling } from "../../src/period/index.ts";

function sums(found: readonly Tiling[]): string[] {
  return found.map(({ whole, parts }) => `${whole.label} = ${parts.join(" + ")}`);
}

function days(from: number, to: number): Period {
  return period(`${isoDate(from)}/${isoDate(to)}`);
}

// Small, repeatable pseudo-random whole numbers (mulberry32).
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

// Every tiling by the definition: all end-to-end sequences, less those of which two or more neighbours together are another period of the set.
function exhaustive(set: readonly Period[]): string[] {
  const keys = new Set(set.map((one) => `${one.first}/${one.last}`));
  const all: string[] = [];
  for (const whole of set) {
    const extend = (parts: readonly Period[], next: number): void => {
      if (next === whole.lastDay + 1) {
        const redundant = parts.some((from, i) => parts.slice(i + 1).some((to, j) => !(i === 0 && i + j + 2 === parts.length) && keys.has(`${from.first}/${to.last}`)));
        if (!redundant) all.push(`${whole.label} = ${parts.join(" + ")}`);
        return;
      }
      for (const one of set) if (one !== whole && one.firstDay === next && one.lastDay <= whole.lastDay) extend([...parts, one], one.lastDay + 1);
    };
    extend([], whole.firstDay);
  }
  return all.sort();
}

function calendarOf(years: number): string[] {
  return Array.from({ length: years }, (_, index) => String(2000 + index)).flatMap((year) => [
    year, `${year}-H1`, `${year}-H2`, ...[1, 2, 3, 4].map((n) => `${year}-Q${String(n)}`),
    ...Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, "0")}`), ...Array.from({ length: 11 }, (_, n) => `${year}-${String(n + 1)}M`),
  ]);
}

describe("parts of a period", () => {
  test("tile it when they cover it without gap or overlap, in any order", () => {
    expect(tiles("2002", ["2002-Q4", "2002-Q1", "2002-Q3", "2002-Q2"])).toBe(true);
    expect(tiles("2002", ["2002-9M", "2002-Q4"])).toBe(true);
    expect(tiles("2002", ["2002"])).toBe(true);
    expect(tiles("2013-Q3", ["2013-07", "2013-08", "2013-09"])).toBe(true);
  });

  test("do not tile it with a gap, an overlap, or a day too many or too few", () => {
    expect(tiles("2002", ["2002-Q1", "2002-Q2", "2002-Q4"])).toBe(false);
    expect(tiles("2002", ["2002-9M", "2002-H2"])).toBe(false);
    expect(tiles("2002", ["2002-H1", "2002-H1", "2002-H2"])).toBe(false);
    expect(tiles("2002", ["2002-H1", "2002-07-01/2002-12-30"])).toBe(false);
    expect(tiles("2002", ["2002-H1", "2002-07-01/2003-01-01"])).toBe(false);
    expect(tiles("2002", ["2001-12-31/2002-06-30", "2002-H2"])).toBe(false);
    expect(tiles("2002", [])).toBe(false);
  });

  test("agree with counting days on all small sets", () => {
    const roll = dice(7);
    for (let round = 0; round < 2_000; round++) {
      const whole = days(0, 5);
      const parts = Array.from({ length: 1 + roll(4) }, () => {
        const from = roll(6);
        return days(from, from + roll(6 - from));
      });
      const covered = Array.from({ length: 6 }, (_, day) => parts.filter((one) => one.firstDay <= day && day <= one.lastDay).length);
      expect(tiles(whole, parts)).toBe(covered.every((count) => count === 1));
    }
  });
});

describe("tilings", () => {
  test("are the coarsest sums that a report's periods allow", () => {
    const quarters = ["2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4"];
    expect(sums(tilings(["2002", ...quarters]))).toEqual(["2002 = 2002-Q1 + 2002-Q2 + 2002-Q3 + 2002-Q4"]);
    expect(sums(tilings([...quarters, "2002-H2", "2002-H1", "2002"]))).toEqual([
      "2002 = 2002-H1 + 2002-H2",
      "2002-H1 = 2002-Q1 + 2002-Q2",
      "2002-H2 = 2002-Q3 + 2002-Q4",
    ]);
    expect(sums(tilings(["2002", "2002-H1", "2002-H2", "2002-9M", ...quarters]))).toEqual([
      "2002 = 2002-9M + 2002-Q4",
      "2002 = 2002-H1 + 2002-H2",
      "2002-9M = 2002-H1 + 2002-Q3",
      "2002-H1 = 2002-Q1 + 2002-Q2",
      "2002-H2 = 2002-Q3 + 2002-Q4",
    ]);
  });

  test("pass over what does not fit end to end", () => {
    expect(tilings([])).toEqual([]);
    expect(tilings(["2002"])).toEqual([]);
    expect(tilings(["2002", "2002-Q1", "2002-Q2", "2002-Q4"])).toEqual([]);
    expect(sums(tilings(["2002-01-01/2003-12-31", "2002", "2003", "2002-07-01/2003-06-30"]))).toEqual(["2002-01-01/2003-12-31 = 2002 + 2003"]);
  });

  test("count periods of the same days once, under the name that came first", () => {
    const fiscal = period("FY2014-Q1", { fiscalYear: { firstMonth: 7 } });
    expect(sums(tilings([fiscal, "2013-Q3", "2013-H2", "2013-Q4", "2013-10-01/2013-12-31"]))).toEqual(["2013-H2 = FY2014-Q1 + 2013-Q4"]);
  });

  test("do not depend on the order in which the periods come", () => {
    const set = calendarOf(2);
    const roll = dice(3);
    const shuffled = set.map((label) => ({ label, rank: roll(1_000_000) })).sort((a, b) => a.rank - b.rank).map(({ label }) => label);
    expect(sums(tilings(shuffled))).toEqual(sums(tilings(set)));
  });

  test("agree with an exhaustive search on random sets of periods", () => {
    const roll = dice(42);
    for (let round = 0; round < 1_500; round++) {
      const width = 4 + roll(6);
      const keys = new Map<string, Period>();
      for (let count = 3 + roll(16); count > 0; count--) {
        const from = roll(width);
        const one = days(from, from + roll(width - from));
        keys.set(one.label, one);
      }
      const set = [...keys.values()];
      const expected = exhaustive(set);
      const found = sums(tilings(set));
      const most = Math.max(0, ...set.map((whole) => expected.filter((sum) => sum.startsWith(`${whole.label} = `)).length));
      if (most < MAX_TILINGS) expect([...found].sort()).toEqual(expected);
    }
  });

  test("agree with an exhaustive search on a year of everything", () => {
    const set = [...new Map(calendarOf(1).map((label) => [period(label).label, period(label)])).values()];
    expect(sums(tilings(set)).sort()).toEqual(exhaustive(set));
    expect(sums(tilings(set)).slice(0, 3)).toEqual(["2000 = 2000-11M + 2000-12", "2000 = 2000-9M + 2000-Q4", "2000 = 2000-H1 + 2000-H2"]);
  });

  test("of twenty years of everything are found at once, also under one whole of all the years", () => {
    const began = performance.now();
    const one = tilings(calendarOf(1));
    const twenty = tilings([...calendarOf(20), "2000-01-01/2019-12-31"]);
    expect(twenty.length).toBe(20 * one.length + 1);
    expect(twenty[0]?.parts.length).toBe(20);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("may be thousands of parts long", () => {
    const decade = period("2000-01-01/2009-12-31");
    const found = tilings([decade, ...Array.from({ length: decade.days }, (_, index) => days(decade.firstDay + index, decade.firstDay + index))]);
    expect(found.map(({ parts }) => parts.length)).toEqual([3_653]);
    expect(tiles(decade, found[0]?.parts ?? [])).toBe(true);
  });

  test("of hostile sets are bounded, the coarsest first, and end at once", () => {
    const began = performance.now();
    const everyPair = Array.from({ length: 40 }, (_, from) => Array.from({ length: 40 - from }, (_, more) => days(from, from + more))).flat();
    const ofAll = tilings(everyPair).filter(({ whole }) => whole.days === 40);
    expect(ofAll.length).toBe(MAX_TILINGS);
    expect(ofAll.every(({ parts }) => parts.length === 2)).toBe(true);
    // Twos and threes never add up to one another: the ways of covering 600 days with them have more than fifty digits.
    const twosAndThrees = [days(0, 599), ...Array.from({ length: 598 }, (_, from) => [days(from, from + 1), days(from, from + 2)]).flat()];
    const covers = tilings(twosAndThrees);
    expect(covers.length).toBe(MAX_TILINGS);
    expect(covers[0]?.parts.length).toBe(200);
    expect(covers.every(({ whole, parts }) => tiles(whole, parts))).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("of thousands of hostile periods end too", () => {
    const began = performance.now();
    const short = Array.from({ length: 1_000 }, (_, from) => [days(from, from + 1), days(from, from + 2)]).flat();
    const long = Array.from({ length: 1_000 }, (_, more) => days(0, more + 3));
    tilings([...short, ...long]);
    const roll = dice(11);
    tilings(Array.from({ length: 3_000 }, () => {
      const from = roll(1_000);
      return days(from, from + roll(1_000 - from));
    }));
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test("are frozen", () => {
    const [first] = tilings(["2002", "2002-H1", "2002-H2"]);
    expect(Object.isFrozen(first) && Object.isFrozen(first?.parts)).toBe(true);
  });

  test("refuse what is no list of periods", () => {
    for (const value of ["2002", null, undefined, {}, new Set(["2002"])] as readonly unknown[]) {
      expect(() => tilings(value as string[])).toThrow(expect.objectContaining({ code: "wrong-kind" }));
      expect(() => tiles("2002", value as string[])).toThrow('pass a list such as ["2002-H1", "2002-H2"]');
    }
    expect(() => tilings(["2002", "2002-Q5"])).toThrow(expect.objectContaining({ code: "malformed-period" }));
    expect(() => tiles(2002 as unknown as string, ["2002"])).toThrow(expect.objectContaining({ code: "malformed-period" }));
  });
});

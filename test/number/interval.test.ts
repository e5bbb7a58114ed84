/** Interval arithmetic against brute force: every interval on a small grid, every pair of points inside, and the ends reached or only approached. */
import { describe, expect, test } from "vitest";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";

const ENDS = [undefined, -2, -1, 0, 1, 3] as const;

// All intervals between the ends, with every choice of flags that leaves a number in them.
const INTERVALS: readonly Interval[] = ENDS.flatMap((low) => ENDS.flatMap((high) => [true, false].flatMap((lowOpen) => [true, false].flatMap((highOpen) => {
  if (low !== undefined && high !== undefined && (low > high || (low === high && (lowOpen || highOpen)))) return [];
  if ((low === undefined && lowOpen) || (high === undefined && highOpen)) return [];
  return [Interval.between({ low, high, lowOpen, highOpen })];
}))));

// Numbers that lie inside: the closed ends, and points near each end, near zero, and far out where there is no end.
const NEAR = Ratio.of("1e-9");
const FAR = [Ratio.of("1e9"), Ratio.of("-1e9")];
function pointsOf(interval: Interval): readonly Ratio[] {
  const marks = [interval.low, interval.high, Ratio.zero, interval.middle, ...FAR].filter((mark) => mark !== undefined);
  return marks.flatMap((mark) => [mark, mark.plus(NEAR), mark.minus(NEAR)]).filter((point) => interval.contains(point));
}

type Operation = (a: Ratio, b: Ratio) => Ratio;

// The claims of an operation: it holds every pointwise result; a closed end is one; an open end is approached and is none; where there is no end,
// results go far out.
function checkAgainstPoints(result: Interval, as: Interval, bs: Interval, operation: Operation, solves: (end: Ratio) => boolean): void {
  const results = pointsOf(as).flatMap((a) => pointsOf(bs).map((b) => operation(a, b)));
  const where = `${String(as)} and ${String(bs)} give ${String(result)}`;
  for (const value of results) if (!result.contains(value)) expect.fail(`${where}, without ${String(value)}`);
  const least = results.reduce((x, y) => (y.isLessThan(x) ? y : x));
  const most = results.reduce((x, y) => (y.isGreaterThan(x) ? y : x));
  const slack = Ratio.of("1e-5");
  if (result.low === undefined ? !least.isLessThan(-1e8) : least.minus(result.low).isGreaterThan(slack)) expect.fail(`${where}: its low end is too far out`);
  if (result.high === undefined ? !most.isGreaterThan(1e8) : result.high.minus(most).isGreaterThan(slack)) expect.fail(`${where}: its high end is too far out`);
  if (result.low !== undefined && solves(result.low) !== result.lowClosed) expect.fail(`${where}: wrong flag at the low end`);
  if (result.high !== undefined && solves(result.high) !== result.highClosed) expect.fail(`${where}: wrong flag at the high end`);
}

// Whether some number of `as` and some of `bs` have exactly this product: the quotients of the non-zero part decide, and zero by itself.
function someProductIs(target: Ratio, as: Interval, bs: Interval): boolean {
  if (target.isZero) return as.contains(0) || bs.contains(0);
  return pieces(as).some((a) => pieces(bs).some((b) => meets(a, b, target)));
}

// Whether a x b = target has a solution with a in one piece of a constant sign and b in another.
function meets(a: Interval, b: Interval, target: Ratio): boolean {
  if (signOf(a) * signOf(b) !== target.sign) return false;
  const [p, q] = [magnitudes(a), magnitudes(b)];
  const size = target.absolute();
  // p x q = size: p must lie in p and in size / q. A missing end of q bounds nothing but zero, which p never holds.
  const low = q.high === undefined ? undefined : size.dividedBy(q.high);
  const high = q.low === undefined || q.low.isZero ? undefined : size.dividedBy(q.low);
  const partner = Interval.between({ low: low ?? 0, lowOpen: low === undefined || !q.highClosed, high, highOpen: !q.lowClosed });
  return p.intersect(partner) !== undefined;
}

function pieces(interval: Interval): readonly Interval[] {
  return [Interval.between({ high: 0, highOpen: true }), Interval.between({ low: 0, lowOpen: true })]
    .map((half) => interval.intersect(half)).filter((piece) => piece !== undefined);
}

function signOf(piece: Interval): number {
  return piece.high !== undefined && piece.high.sign <= 0 ? -1 : 1;
}

function magnitudes(piece: Interval): Interval {
  return signOf(piece) < 0 ? piece.negated() : piece;
}

test("the grid has every flag", () => {
  expect(INTERVALS.length).toBeGreaterThan(60);
});

describe("operations on every pair of the grid", () => {
  test("sums", () => {
    for (const a of INTERVALS) {
      for (const b of INTERVALS) {
        const sum = a.plus(b);
        checkAgainstPoints(sum, a, b, (x, y) => x.plus(y), (end) => {
          const partner = Interval.point(end).plus(b.negated());
          return a.intersect(partner) !== undefined;
        });
        expect(a.minus(b).equals(a.plus(b.negated()))).toBe(true);
      }
    }
  });

  test("products", () => {
    for (const a of INTERVALS) {
      for (const b of INTERVALS) checkAgainstPoints(a.times(b), a, b, (x, y) => x.times(y), (end) => someProductIs(end, a, b));
    }
  });

  test("a product does not hang on the order", () => {
    for (const a of INTERVALS) for (const b of INTERVALS) expect(a.times(b).equals(b.times(a)), `${String(a)} ${String(b)}`).toBe(true);
  });

  test("quotients, read as a relation: every q with q x divisor in the dividend, and none that is known not to be", () => {
    for (const a of INTERVALS) {
      for (const b of INTERVALS) {
        const quotient = a.dividedBy(b);
        const where = `${String(a)} / ${String(b)} = ${String(quotient)}`;
        const divisors = pointsOf(b).filter((point) => !point.isZero);
        const found = pointsOf(a).flatMap((x) => divisors.map((y) => x.dividedBy(y)));
        for (const q of found) if (quotient?.contains(q) !== true) expect.fail(`${where}, without ${String(q)}`);
        if (b.contains(0) && a.contains(0)) expect(quotient, where).toEqual(Interval.all);
        else if (found.length === 0) expect(quotient, where).toBeUndefined();
        else {
          const least = found.reduce((x, y) => (y.isLessThan(x) ? y : x));
          const most = found.reduce((x, y) => (y.isGreaterThan(x) ? y : x));
          const slack = Ratio.of("1e-5");
          if (quotient?.low !== undefined && least.minus(quotient.low).isGreaterThan(slack)) expect.fail(`${where}: low end too far out`);
          if (quotient?.high?.minus(most).isGreaterThan(slack) === true) expect.fail(`${where}: high end too far out`);
          if (quotient?.low === undefined) expect(least.isLessThan(-1e7), where).toBe(true);
          if (quotient?.high === undefined) expect(most.isGreaterThan(1e7), where).toBe(true);
          // A closed end is a quotient itself: q x b meets a; an open one is not.
          for (const [end, closed] of [[quotient?.low, quotient?.lowClosed], [quotient?.high, quotient?.highClosed]] as const) {
            if (end !== undefined) expect(b.scaledBy(end).intersect(a) !== undefined, `${where}: flag at ${String(end)}`).toBe(closed);
          }
        }
      }
    }
  });

  test("intersections and hulls", () => {
    const grid = Array.from({ length: 29 }, (_, at) => Ratio.fraction(BigInt(at - 12), 4n));
    for (const a of INTERVALS) {
      for (const b of INTERVALS) {
        const both = a.intersect(b);
        const hull = a.hull(b);
        for (const point of grid) {
          if ((a.contains(point) && b.contains(point)) !== (both?.contains(point) ?? false)) expect.fail(`${String(a)} meets ${String(b)} at ${String(point)}`);
          if ((a.contains(point) || b.contains(point)) && !hull.contains(point)) expect.fail(`the hull of ${String(a)} and ${String(b)} lacks ${String(point)}`);
        }
        expect(hull.encloses(a) && hull.encloses(b)).toBe(true);
        if (both !== undefined) expect(a.encloses(both) && b.encloses(both) && both.equals(b.intersect(a)!)).toBe(true);
        expect(a.encloses(b)).toBe(both?.equals(b) === true);
      }
    }
  });

  test("scaling by a number is the product with a point", () => {
    for (const a of INTERVALS) {
      for (const factor of [-2, 0, 3]) expect(a.scaledBy(factor).equals(a.times(Interval.point(factor))), `${String(a)} x ${String(factor)}`).toBe(true);
    }
  });
});

describe("the design's sentences", () => {
  test("an intersection takes the flag of the tighter end, and closes a tie only if both are closed", () => {
    const open = Interval.between({ low: 1, high: 2, lowOpen: true, highOpen: true });
    const closed = Interval.between({ low: 1, high: 3 });
    expect(String(open.intersect(closed))).toBe("(1, 2)");
    expect(Interval.between({ high: 1 }).intersect(open)).toBeUndefined();
  });

  test("a negative factor swaps ends and flags", () => {
    expect(String(Interval.between({ low: 1, high: 2, lowOpen: true }).scaledBy(-1))).toBe("[-2, -1)");
  });

  test("what is empty cannot be made", () => {
    expect(() => Interval.between({ low: 2, high: 1 })).toThrow(expect.objectContaining({ code: "empty-interval" }));
    expect(() => Interval.between({ low: 1, high: 1, lowOpen: true })).toThrow(expect.objectContaining({ code: "empty-interval" }));
  });

  test("nothing of an interval can be changed", () => {
    const interval = Interval.between({ low: 1, high: 2 });
    expect(() => {
      (interval as { low: unknown }).low = undefined;
    }).toThrow(TypeError);
    expect(interval.toString()).toBe("[1, 2]");
  });
});

describe("rounding outward", () => {
  const third = Interval.between({ low: "1/3", high: "2/3" });

  test("holds all it held, in few digits, and a moved end is open", () => {
    for (const interval of [third, third.negated(), Interval.between({ low: "-1/3", high: "12345678901234567890/7" })]) {
      for (const digits of [1, 2, 5]) {
        const out = interval.outward(digits);
        expect(out.encloses(interval)).toBe(true);
        for (const [end, closed, was] of [[out.low, out.lowClosed, interval.low], [out.high, out.highClosed, interval.high]] as const) {
          if (end?.equals(was!) === false) expect([closed, end.rounded({ digits }).equals(end)]).toEqual([false, true]);
        }
      }
    }
  });

  test("leaves short ends alone", () => {
    expect(third.outward(3)).toBe(third);
    expect(String(Interval.between({ low: "0.123456", high: 1 }).outward(3))).toBe("(0.123, 1]");
  });

  test("keeps an absent end absent", () => {
    expect(String(Interval.between({ low: "1/3333" }).outward(2))).toBe("(0.0003, inf)");
  });
});

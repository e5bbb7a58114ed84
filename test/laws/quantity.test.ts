/** What quantities promise, on quantities that nobody chose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containedMetal, dailyThroughput, dryMass, headGrade, oreFor, recoveredMetal, recovery, tonnage, wetMass } from "../../src/formula/index.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { duration, fraction, grade, mass, throughput } from "../../src/quantity/constructors.ts";
import type { Kind } from "../../src/quantity/kind.ts";
import { makeQuantity, quantityFromJSON } from "../../src/quantity/parse.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";
import { unitOf } from "../../src/quantity/spelling.ts";
import {
  DURATION_UNITS, FRACTION_UNITS, GRADE_UNITS, MASS_UNITS, SPANS, VOLUME_UNITS, type GradeUnit, type MassUnit,
} from "../../src/quantity/unit.ts";

const MASSES = Object.keys(MASS_UNITS) as MassUnit[];
const GRADES = Object.keys(GRADE_UNITS) as GradeUnit[];
const joined = (left: readonly string[], right: readonly string[]): readonly string[] => left.flatMap((of) => right.map((per) => `${of}/${per}`));
const TIMES = [...Object.keys(DURATION_UNITS), ...Object.keys(SPANS)];

const UNITS: Readonly<Record<Kind, readonly string[]>> = {
  mass: MASSES, grade: GRADES, fraction: Object.keys(FRACTION_UNITS), duration: Object.keys(DURATION_UNITS), volume: Object.keys(VOLUME_UNITS),
  throughput: joined(MASSES, TIMES), volumeFlow: joined(Object.keys(VOLUME_UNITS), TIMES), density: joined(MASSES, Object.keys(VOLUME_UNITS)),
  concentration: joined(MASSES, Object.keys(VOLUME_UNITS)), specificVolume: joined(Object.keys(VOLUME_UNITS), MASSES), money: ["USD", "CAD", "USc"], price: joined(["USD", "CAD", "USc"], MASSES),
};
const KINDS = Object.keys(UNITS) as Kind[];

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -12, max: 6 })).map(([digits, power]) => `${String(digits)}e${String(power)}`);
const quotients = fc.tuple(decimals, fc.integer({ min: 1, max: 999 })).map(([text, by]) => Ratio.of(text).dividedBy(by));
const values = fc.oneof(decimals.map((text) => Ratio.of(text)), quotients);
const positive = values.map((value) => value.absolute().plus("0.001"));
const of = (kind: Kind): fc.Arbitrary<Quantity> => fc.tuple(values, fc.constantFrom(...UNITS[kind])).map(([value, unit]) => makeQuantity(kind, value, unit));
const anything = fc.constantFrom(...KINDS).chain(of);

// Whether two units of a kind convert: same basis, span and currency.
function alike(kind: Kind, a: string, b: string): boolean {
  const [p, q] = [unitOf(kind, a), unitOf(kind, b)];
  return p.basis === q.basis && p.massBasis === q.massBasis && p.span === q.span && p.currency === q.currency;
}

describe("conversion", () => {
  test.each(KINDS)("of %s between every two units that convert, and back, is the very value", (kind) => {
    const value = Ratio.of("1165388.123");
    // The factors of compound units are made of simple ones, so one unit stands for each row of the long lists.
    const units = UNITS[kind].length > 60 ? UNITS[kind].filter((_, at) => at % 7 === 0) : UNITS[kind];
    let pairs = 0;
    for (const a of units) {
      const there = makeQuantity(kind, value, a);
      for (const b of units) {
        if (!alike(kind, a, b)) continue;
        pairs++;
        if (!there.to(b).to(a).exact.equals(value)) expect.fail(`${a} to ${b} and back`);
        if (!there.equals(there.to(b))) expect.fail(`${a} differs from itself in ${b}`);
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(units.length);
  });

  test.each(KINDS)("of %s between two units that do not convert is refused", (kind) => {
    const codes = new Set(["basis-mismatch", "period-needed", "currency-mismatch"]);
    fc.assert(fc.property(fc.constantFrom(...UNITS[kind]), fc.constantFrom(...UNITS[kind]), (a, b) => {
      const from = makeQuantity(kind, "1", a);
      let code: unknown;
      try {
        from.to(b);
      } catch (error) {
        code = (error as { code?: unknown }).code;
      }
      const [p, q] = [unitOf(kind, a), unitOf(kind, b)];
      if (alike(kind, a, b)) expect(code).toBeUndefined();
      // To a unit that states no basis is a telling that loses nothing: the quantity keeps its basis.
      else if (q.basis === undefined && p.massBasis === q.massBasis && p.span === q.span && p.currency === q.currency) expect(code).toBeUndefined();
      else expect(codes.has(code as string), `${a} to ${b}`).toBe(true);
    }));
  });
});

describe("arithmetic", () => {
  test("addition is associative and commutative, exactly, in any units", () => {
    fc.assert(fc.property(fc.constantFrom<Kind>("grade", "fraction", "duration"), fc.infiniteStream(values), fc.infiniteStream(fc.nat()), (kind, numbers, picks) => {
      const pick = (): Quantity => makeQuantity(kind, numbers.next().value, UNITS[kind][picks.next().value % UNITS[kind].length]);
      const [a, b, c] = [pick(), pick(), pick()];
      expect(a.plus(b).equals(b.plus(a))).toBe(true);
      expect(a.plus(b).plus(c).equals(a.plus(b.plus(c)))).toBe(true);
      expect(a.plus(b).minus(b).exact.equals(a.exact)).toBe(true);
    }));
  });

  test("times and divided by undo each other", () => {
    fc.assert(fc.property(positive, positive, fc.constantFrom(...MASSES), fc.constantFrom(...GRADES), positive, (m, g, massUnit, gradeUnit, d) => {
      fc.pre(unitOf("mass", massUnit).basis !== "wet");
      const [ore, assay, days] = [mass(m, massUnit), grade(g, gradeUnit), duration(d, "d")];
      const metal = ore.times(assay);
      expect(metal.dividedBy(ore, "grade").equals(assay)).toBe(true);
      expect(metal.dividedBy(assay).inBase.equals(ore.inBase)).toBe(true);
      expect(assay.times(ore).equals(metal)).toBe(true);
      const rate = ore.dividedBy(days);
      expect(rate.times(days).equals(ore)).toBe(true);
      expect(ore.dividedBy(rate).equals(days)).toBe(true);
    }));
  });

  test("the formulas undo each other", () => {
    fc.assert(fc.property(positive, positive, positive, fc.constantFrom<GradeUnit>("g/t", "oz/st", "%", "ppm", "lb/st", "ct/t", "cpht"), (m, g, r, unit) => {
      const [ore, assay, share] = [mass(m, "t"), grade(g, unit), fraction(r, "%")];
      const metal = recoveredMetal({ ore, grade: assay, recovery: share });
      expect(metal.equals(containedMetal({ ore, grade: assay }).times(share))).toBe(true);
      expect(metal.unit).toBe(containedMetal({ ore, grade: assay }).unit);
      expect(headGrade({ metal, ore, recovery: share }).equals(assay)).toBe(true);
      expect(recovery({ metal, ore, grade: assay }).equals(share.as<"recovery">("recovery"))).toBe(true);
      expect(oreFor({ metal, grade: assay, recovery: share }).equals(ore)).toBe(true);
      expect(tonnage({ throughput: dailyThroughput({ ore, period: "2002-Q4" }), period: "2002-Q4" }).equals(ore)).toBe(true);
    }));
  });

  test("wet and dry undo each other at any moisture below 100 %", () => {
    fc.assert(fc.property(positive, fc.integer({ min: 0, max: 9999 }), (m, hundredths) => {
      const share = fraction(Ratio.fraction(BigInt(hundredths), 100n), "%");
      const wet = mass(m, "wmt");
      expect(wetMass({ dry: dryMass({ wet, moisture: share }), moisture: share }).equals(wet)).toBe(true);
    }));
  });
});

describe("round trips", () => {
  test("of JSON give the very same quantity", () => {
    fc.assert(fc.property(anything, (quantity) => {
      const back = quantityFromJSON(JSON.parse(JSON.stringify(quantity)));
      expect([back.kind, back.unit, back.basis, back.exact.equals(quantity.exact)]).toEqual([quantity.kind, quantity.unit, quantity.basis, true]);
    }));
  });

  test("of a text with all its digits read back, grouped or not", () => {
    fc.assert(fc.property(fc.constantFrom(...KINDS), decimals, fc.nat(), (kind, digits, pick) => {
      const unit = UNITS[kind][pick % UNITS[kind].length]!;
      const quantity = makeQuantity(kind, Ratio.of(digits), unit);
      const bare = unit === "1" ? " 1" : "";
      expect(makeQuantity(kind, `${quantity.format({ places: 12 })}${bare}`, undefined).exact.equals(quantity.exact), quantity.format({ places: 12 })).toBe(true);
      expect(makeQuantity(kind, `${quantity.exact.toFixed()} ${unit}`, undefined).exact.equals(quantity.exact)).toBe(true);
    }));
  });

  test("of a rate by its days, never by an average month", () => {
    fc.assert(fc.property(positive, fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (m, year, month) => {
      const period = `${String(year)}-${String(month).padStart(2, "0")}`;
      const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
      expect(dailyThroughput({ ore: mass(m, "t"), period }).equals(throughput(m.dividedBy(days), "t/d"))).toBe(true);
    }));
  });
});

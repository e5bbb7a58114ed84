/**
 * Every formula of the table of proofs, held against what the figures allow by means that know nothing of corners: lines through the box, along which a
 * fractional-linear function keeps the cross-ratio of any four points; and random points, none of which may escape while extreme ones all but reach the ends.
 */
import { describe, expect, test } from "vitest";
import { Figure, figure } from "../../src/figure/figure.ts";
import { blend } from "../../src/formula/blend.ts";
import { accountedRecovery, mineCallFactor, plantCallFactor } from "../../src/formula/call-factor.ts";
import { circulatingLoad } from "../../src/formula/circulating-load.ts";
import { breakEvenCutOff } from "../../src/formula/cut-off.ts";
import { dilutedGrade, dilution, dilutionOnBasis, oreLoss, runOfMine } from "../../src/formula/dilution.ts";
import { equivalentByCoefficients, rebasedCoefficients } from "../../src/formula/equivalent-coefficient.ts";
import { equivalentMetal, equivalentMetalByRatio } from "../../src/formula/equivalent-metal.ts";
import { equivalentFactors, metalEquivalent } from "../../src/formula/equivalent.ts";
import { escalatedCharge } from "../../src/formula/escalated.ts";
import { exchanged } from "../../src/formula/exchanged.ts";
import { fieldsOf, occurrencesOf, replaced } from "../../src/formula/field.ts";
import { concentrateMass, enrichmentRatio, massPull, ratioOfConcentration } from "../../src/formula/mass-pull.ts";
import { containedMetal, headGrade, oreFor, recoveredMetal, recovery } from "../../src/formula/metal.ts";
import { dryMass, moisture, wetMass } from "../../src/formula/moisture.ts";
import { provedFormulas, provedOf } from "../../src/formula/monotone.ts";
import { nProduct, threeProduct } from "../../src/formula/n-product.ts";
import { averageRate, equipmentEffectiveness, equipmentTime, operatingTime, runningRate } from "../../src/formula/operating-time.ts";
import { builtUpHeadGrade, recoveryFromStreams, tailingsByDifference } from "../../src/formula/product-streams.ts";
import { pulp, pulpOfSolids, solidsInPulp } from "../../src/formula/pulp.ts";
import { QuantityRange } from "../../src/formula/quantity-range.ts";
import { rangeOf } from "../../src/formula/range.ts";
import { reconciliationFactor } from "../../src/formula/reconciliation-factor.ts";
import { combinedRecovery, cumulativeRecovery, returnedCleanerRecovery, seriesRecovery } from "../../src/formula/stage-recovery.ts";
import { breakEvenStrippingRatio, strippingRatio, wasteFor } from "../../src/formula/stripping-ratio.ts";
import { bankVolume, bucketLoad, looseDensity, looseVolume, swell } from "../../src/formula/swell.ts";
import { dailyThroughput, tonnage } from "../../src/formula/throughput.ts";
import { densityOf, massByTonnageFactor, tonnageFactor } from "../../src/formula/tonnage-factor.ts";
import { dryPrice, wetPrice } from "../../src/formula/tonne-price.ts";
import { twoProduct } from "../../src/formula/two-product.ts";
import { chargePerMetal, valuePerTonne } from "../../src/formula/value.ts";
import { massOf } from "../../src/formula/volume.ts";
import { Interval } from "../../src/number/interval.ts";
import { Ratio } from "../../src/number/ratio.ts";
import type { Kind, Role } from "../../src/quantity/kind.ts";
import { isQuantity, Quantity } from "../../src/quantity/quantity.ts";

const t = (text: string) => figure("mass", text);
const g = (text: string) => figure("grade", text);
const s = (text: string) => figure("fraction", text);
const m3 = (text: string) => figure("volume", text);
const d = (text: string) => figure("density", text);
const p = (text: string) => figure("price", text);
const h = (text: string) => figure("duration", text);
const q = (text: string) => figure("throughput", text);

const same = t("9 t");
const sameGrade = g("3 %");

const CASES: readonly (readonly [name: string, formula: (given: never) => unknown, given: unknown])[] = [
  ["containedMetal", containedMetal, { ore: t("1,165 kt"), grade: g("1.9 g/t") }],
  ["recoveredMetal", recoveredMetal, { ore: t("12 t"), grade: g("9 g/t"), recovery: s("101 %") }],
  ["headGrade", headGrade, { metal: t("52,067 oz"), ore: t("12 kt") }],
  ["headGrade, built up", headGrade, { metal: t("3 t"), ore: t("300 t"), recovery: s("6 %") }],
  ["headGrade of one figure", headGrade, { metal: same, ore: same, recovery: s("6 %") }],
  ["recovery", recovery, { metal: t("12 koz"), ore: t("3 kt"), grade: g("9 g/t") }],
  ["oreFor", oreFor, { metal: t("3 t"), grade: g("0.2 %"), recovery: s("74 %") }],
  ["dryMass", dryMass, { wet: t("7 kt"), moisture: s("0 %") }],
  ["wetMass", wetMass, { dry: t("7 kt"), moisture: s("93 %") }],
  ["moisture", moisture, { wet: t("70 t"), dry: t("9 t") }],
  ["dailyThroughput", dailyThroughput, { ore: t("3 kt"), days: h("3.5 d") }],
  ["tonnage", tonnage, { throughput: q("500 t/h"), days: h("300 h") }],
  ["massOf", massOf, { volume: m3("3 m3"), density: d("2.7 t/m3") }],
  ["blend", blend, { parts: [{ ore: t("8 t"), grade: g("2.1 g/t") }, { ore: t("5 t"), grade: g("9 g/t") }] }],
  ["blend of one grade and one tonnage", blend, { parts: [{ ore: same, grade: sameGrade }, { ore: t("5 t"), grade: g("9 %") }, { ore: same, grade: g("0 %") }, { ore: "4 t", grade: sameGrade }] }],
  ["twoProduct by assays", twoProduct, { feed: g("1.0 %"), concentrate: g("10 %"), tailings: g("0.2 %"), tonnage: { concentrate: t("7 t") } }],
  ["twoProduct by pull, feed and concentrate", twoProduct, { feed: g("5 %"), concentrate: g("20 %"), massPull: s("15 %"), tonnage: { tailings: t("70 t") } }],
  ["twoProduct by ratio, feed and tailings", twoProduct, { feed: g("2.0 %"), tailings: g("1.0 %"), ratioOfConcentration: s("9 1") }],
  ["twoProduct by pull, concentrate and tailings", twoProduct, { concentrate: g("20 %"), tailings: g("1 %"), massPull: s("15 %"), tonnage: { feed: t("70 t") } }],
  ["twoProduct by recovery, feed and concentrate", twoProduct, { feed: g("2.0 %"), concentrate: g("20 %"), recovery: s("74 %") }],
  ["twoProduct by recovery, feed and tailings", twoProduct, { feed: g("2.0 %"), tailings: g("0.7 %"), recovery: s("74.0 %") }],
  ["twoProduct by recovery, concentrate and tailings", twoProduct, { concentrate: g("20 %"), tailings: g("0.7 %"), recovery: s("74 %") }],
  ["twoProduct by recovery, pull and feed", twoProduct, { feed: g("2 %"), massPull: s("9 %"), recovery: s("74 %") }],
  ["twoProduct by recovery, pull and concentrate", twoProduct, { concentrate: g("20 %"), massPull: s("9 %"), recovery: s("74 %") }],
  ["twoProduct by recovery, pull and tailings", twoProduct, { tailings: g("1 %"), massPull: s("9 %"), recovery: s("74 %") }],
  ["nProduct of two", nProduct, { feed: { Cu: g("1.0 %") }, products: { concentrate: { Cu: g("20 %") }, tailings: { Cu: g("0.2 %") } }, tonnage: { concentrate: t("9 t") } }],
  ["threeProduct", threeProduct, {
    feed: { Cu: g("0.73 %"), Zn: g("4.8 %") }, tonnage: { zinc: t("90 t") },
    products: { copper: { Cu: g("24 %"), Zn: g("5 %") }, zinc: { Cu: g("0.8 %"), Zn: "52 %" }, tailings: { Cu: "0.1 %", Zn: g("0.3 %") } },
  }],
  ["massPull by tonnages", massPull, { feedTonnage: t("90 t"), concentrateTonnage: t("7 t") }],
  ["massPull by assays", massPull, { feed: g("5 %"), concentrate: g("20 %"), tailings: g("1 %") }],
  ["massPull by assays, depleted", massPull, { feed: g("5 %"), concentrate: g("1 %"), tailings: g("20 %") }],
  ["massPull by recovery", massPull, { feed: g("5 %"), concentrate: g("20 %"), recovery: s("80 %") }],
  ["ratioOfConcentration", ratioOfConcentration, { feed: g("5 %"), concentrate: g("20 %"), tailings: g("1 %") }],
  ["enrichmentRatio by assays", enrichmentRatio, { feed: g("5 %"), concentrate: g("20 %") }],
  ["enrichmentRatio by recovery", enrichmentRatio, { recovery: s("80 %"), massPull: s("9 %") }],
  ["concentrateMass", concentrateMass, { ore: t("900 t"), grade: g("5 %"), recovery: s("80 %"), concentrateGrade: g("20 %") }],
  ["tailingsByDifference", tailingsByDifference, { feed: { tonnage: t("90 t"), grade: g("5 %") }, products: [{ tonnage: t("9 t"), grade: g("30 %") }] }],
  ["tailingsByDifference of one figure", tailingsByDifference, { feed: { tonnage: t("90 t"), grade: g("8 %") }, products: [{ tonnage: same, grade: g("30 %") }, { tonnage: same, grade: sameGrade }] }],
  ["builtUpHeadGrade", builtUpHeadGrade, { products: [{ tonnage: t("7 t"), grade: g("25 %") }, { tonnage: t("90 t"), grade: g("0.2 %") }] }],
  ["builtUpHeadGrade with metal", builtUpHeadGrade, { metal: t("2,500 kg"), products: [{ tonnage: t("280 kt"), grade: g("0.2 g/t") }] }],
  ["recoveryFromStreams, concentrate", recoveryFromStreams, { feed: { tonnage: t("90 t"), grade: g("5 %") }, concentrate: { tonnage: t("9 t"), grade: g("30 %") } }],
  ["recoveryFromStreams, tailings", recoveryFromStreams, { feed: { tonnage: t("90 t"), grade: g("5 %") }, tailings: { tonnage: t("80 t"), grade: g("1 %") } }],
  ["recoveryFromStreams, both", recoveryFromStreams, { concentrate: { tonnage: t("9 t"), grade: g("30 %") }, tailings: { tonnage: t("80 t"), grade: g("1 %") } }],
  ["recoveryFromStreams of one figure", recoveryFromStreams, { concentrate: { tonnage: same, grade: g("30 %") }, tailings: { tonnage: same, grade: g("1 %") } }],
  ["seriesRecovery, concentrate", seriesRecovery, { recoveries: [s("90 %"), s("80 %")], treating: "concentrate" }],
  ["seriesRecovery, tailings", seriesRecovery, { recoveries: [s("90 %"), s("80 %"), s("7 %")], treating: "tailings" }],
  ["returnedCleanerRecovery", returnedCleanerRecovery, { rougher: s("90 %"), cleaner: s("8 %") }],
  ["cumulativeRecovery", cumulativeRecovery, { concentrates: [{ tonnage: t("3 t"), grade: g("30 %") }, { tonnage: t("5 t"), grade: g("9 %") }], tailings: { tonnage: t("90 t"), grade: g("1 %") } }],
  ["cumulativeRecovery of one figure", cumulativeRecovery, { concentrates: [{ tonnage: same, grade: g("30 %") }, { tonnage: same, grade: sameGrade }], tailings: { tonnage: t("90 t"), grade: sameGrade } }],
  ["combinedRecovery", combinedRecovery, { parts: [{ ore: t("90 t"), grade: g("5 %"), recovery: s("80 %") }, { recovered: t("3 t"), recovery: s("9 %") }] }],
  ["circulatingLoad by tonnage", circulatingLoad, { basis: "fresh-feed", underflow: t("300 t"), freshFeed: t("90 t") }],
  ["circulatingLoad by passing", circulatingLoad, { basis: "overflow", passing: { feed: s("40 %"), overflow: s("70 %"), underflow: s("20 %") } }],
  ["circulatingLoad by retained", circulatingLoad, { basis: "overflow", retained: { feed: s("60 %"), overflow: s("30 %"), underflow: s("80 %") } }],
  ["circulatingLoad by solids", circulatingLoad, { basis: "overflow", solids: { feed: s("50 %"), overflow: s("30 %"), underflow: s("70 %") } }],
  ["circulatingLoad by dilution", circulatingLoad, { basis: "overflow", dilution: { feed: s("1.0 1"), overflow: s("3 1"), underflow: s("0.4 1") } }],
  ["pulp by density", pulp, { solidsDensity: d("2.7 t/m3"), liquidDensity: d("1.0 t/m3"), pulpDensity: d("1.4 t/m3") }],
  ["pulp by mass", pulp, { solidsDensity: d("2.7 t/m3"), liquidDensity: d("1.0 t/m3"), solidsByMass: s("30 %") }],
  ["pulp by volume", pulp, { solidsDensity: d("2.7 t/m3"), liquidDensity: d("1.0 t/m3"), solidsByVolume: s("30 %") }],
  ["pulp by dilution", pulp, { solidsDensity: d("2.7 t/m3"), liquidDensity: d("1.0 t/m3"), dilution: s("3 1") }],
  ["solidsInPulp", solidsInPulp, { pulp: m3("90 m3"), solidsDensity: d("2.7 t/m3"), pulpDensity: d("1.4 t/m3") }],
  ["pulpOfSolids", pulpOfSolids, { solids: t("90 t"), solidsDensity: d("2.7 t/m3"), solidsByMass: s("30 %") }],
  ["accountedRecovery", accountedRecovery, { recovered: t("9 t"), residue: t("2 t") }],
  ["mineCallFactor", mineCallFactor, { calledFor: t("12 t"), recovered: t("9 t"), residue: t("2 t") }],
  ["mineCallFactor of one figure", mineCallFactor, { calledFor: same, recovered: same, residue: t("2 t") }],
  ["mineCallFactor by plant feed", mineCallFactor, { calledFor: t("12 t"), plantFeed: t("9 t") }],
  ["plantCallFactor", plantCallFactor, { plantFeed: t("12 t"), recovered: t("9 t"), residue: t("2 t") }],
  ["reconciliationFactor", reconciliationFactor, { numerator: { name: "a", tonnage: t("105 t"), grade: g("1.9 g/t") }, denominator: { name: "b", tonnage: t("100 t"), metal: t("6 oz") } }],
  ["dilution by tonnage", dilution, { on: "ore-plus-waste", waste: t("9 t"), ore: t("80 t") }],
  ["dilution by grades on ore", dilution, { on: "ore", oreGrade: g("9 g/t"), dilutedGrade: g("7 g/t"), wasteGrade: g("1 g/t") }],
  ["dilution by grades on both", dilution, { on: "ore-plus-waste", oreGrade: g("9 g/t"), dilutedGrade: g("7 g/t"), wasteGrade: g("1 g/t") }],
  ["dilutionOnBasis", dilutionOnBasis, { dilution: s("9 %"), on: "ore-plus-waste", wanted: "ore" }],
  ["dilutedGrade on ore", dilutedGrade, { oreGrade: g("9 g/t"), wasteGrade: g("1 g/t"), dilution: s("9 %"), on: "ore" }],
  ["dilutedGrade on both", dilutedGrade, { oreGrade: g("9 g/t"), wasteGrade: g("1 g/t"), dilution: s("9 %"), on: "ore-plus-waste" }],
  ["oreLoss", oreLoss, { inPlace: t("90 t"), mined: t("80 t") }],
  ["runOfMine", runOfMine, { inPlace: { tonnage: t("90 t"), grade: g("9 g/t") }, oreLoss: s("5 %"), dilution: s("9 %"), on: "ore-plus-waste", wasteGrade: g("1 g/t") }],
  ["strippingRatio", strippingRatio, { waste: t("90 t"), ore: t("9 t") }],
  ["strippingRatio by volume", strippingRatio, { waste: m3("90 bcm"), ore: t("9 t") }],
  ["wasteFor", wasteFor, { ore: t("9 t"), strippingRatio: s("3.5 1") }],
  ["breakEvenStrippingRatio", breakEvenStrippingRatio, { value: p("9 USD/t"), cost: p("3 USD/t"), strippingCost: p("2 USD/t") }],
  ["looseVolume", looseVolume, { bank: m3("90 bcm"), swell: s("30 %") }],
  ["bankVolume", bankVolume, { loose: m3("90 lcm"), bankOverLoose: s("0.77 1") }],
  ["swell", swell, { bank: m3("70 bcm"), loose: m3("90 lcm") }],
  ["looseDensity", looseDensity, { bank: d("2.7 t/bcm"), looseOverBank: s("1.3 1") }],
  ["bucketLoad", bucketLoad, { capacity: m3("9 m3"), fillFactor: s("90 %"), bankDensity: d("2.7 t/bcm"), swell: s("30 %") }],
  ["averageRate", averageRate, { rate: q("500 t/h"), availability: s("90 %"), utilisation: s("80 %"), utilisationOf: "available-time" }],
  ["runningRate", runningRate, { average: q("500 t/h"), availability: s("90 %"), utilisation: s("80 %"), utilisationOf: "available-time" }],
  ["operatingTime", operatingTime, { days: h("30.0 d"), availability: s("90 %") }],
  ["equipmentEffectiveness", equipmentEffectiveness, { availability: s("90 %"), performance: s("80 %"), quality: s("99 %") }],
  ["equipmentTime", equipmentTime, { worked: h("500 h"), repair: h("70 h"), standby: h("9 h") }],
  ["tonnageFactor", tonnageFactor, { density: d("2.7 t/m3") }],
  ["densityOf", densityOf, { tonnageFactor: figure("specificVolume", "12 ft3/st") }],
  ["massByTonnageFactor", massByTonnageFactor, { volume: figure("volume", "900 ft3"), tonnageFactor: figure("specificVolume", "12 ft3/st") }],
  ["metalEquivalent", metalEquivalent, { of: "Au", metals: { Au: { grade: g("0.7 g/t"), price: p("1,850 USD/oz"), recovery: s("90 %") }, Ag: { grade: g("30 g/t"), price: p("21 USD/oz"), recovery: s("80 %") } } }],
  ["equivalentFactors", equivalentFactors, { of: "Cu", metals: { Cu: { unit: "%", price: p("3.8 USD/lb"), recovery: s("85 %") }, Au: { unit: "g/t", price: p("1,850 USD/oz"), recovery: s("68 %") } } }],
  ["equivalentByCoefficients", equivalentByCoefficients, { of: "Cu", unit: "%", metals: { Cu: { grade: sameGrade, coefficient: 1, per: "%" }, Zn: { grade: sameGrade, coefficient: s("0.4 1"), per: "%" } } }],
  ["rebasedCoefficients", rebasedCoefficients, { of: "Au", coefficients: { Cu: s("1.0 1"), Au: s("0.6 1"), Zn: s("0.42 1") } }],
  ["equivalentMetal", equivalentMetal, { of: "Au", metals: { Au: { metal: t("10 koz"), price: p("1,800 USD/oz") }, Ag: { metal: t("5 Moz"), price: p("22 USD/oz") } } }],
  ["equivalentMetalByRatio", equivalentMetalByRatio, { of: "Au", metals: { Au: t("10 koz"), Ag: t("5 Moz") }, ratios: { Ag: "80:1" } }],
  ["valuePerTonne", valuePerTonne, { value: "payable", metals: { Cu: { grade: g("1.0 %"), price: p("3.5 USD/lb"), recovery: s("87 %"), payable: s("96 %") } } }],
  ["chargePerMetal", chargePerMetal, { charge: p("102 USD/st"), grade: g("29 %"), per: "lb" }],
  ["exchanged", exchanged, { price: p("26 CAD/t"), rate: { one: "USD", is: figure("money", "CAD 1.3") } }],
  ["dryPrice", dryPrice, { wet: p("46 USD/wmt"), moisture: s("8 %") }],
  ["wetPrice", wetPrice, { dry: p("50 USD/dmt"), moisture: s("8 %") }],
  ["escalatedCharge", escalatedCharge, { charge: p("245 USD/dmt"), price: p("2,001 USD/t"), above: [{ from: p("2,000 USD/t"), rate: s("9 %") }], below: [{ from: p("2,000 USD/t"), rate: s("4 %") }] }],
  ["breakEvenCutOff of a mill", breakEvenCutOff, {
    kind: "mill", costs: { processing: p("15 USD/t") }, price: p("3.5 USD/lb"), recovery: s("90 %"), payable: s("96 %"), concentrate: { grade: g("25 %"), charges: p("200 USD/dmt") },
  }],
  ["breakEvenCutOff of a mine", breakEvenCutOff, {
    kind: "mine", costs: { mining: p("30 USD/t"), processing: p("15 USD/t") }, price: p("1,500 USD/oz"), recovery: s("90 %"), payable: s("99 %"),
    selling: { cost: p("5 USD/oz"), on: "payable-metal" }, royalty: { rate: s("2 %"), base: "net-smelter-return" }, dilution: { share: s("9 %"), on: "ore-plus-waste" },
  }],
];

test("every formula for which something is proved is tried", () => {
  const tried = new Set<unknown>(CASES.map(([, formula]) => formula));
  expect(provedFormulas().filter((formula) => !tried.has(formula)).map((formula) => (formula as () => void).name)).toEqual([]);
});

let state = 20_021;

// A share of an interval, from 1 to 999 thousandths.
function someShare(): Ratio {
  state = (state * 48_271) % 2_147_483_647;
  return Ratio.fraction(BigInt((state % 999) + 1), 1000n);
}

const ALMOST = Ratio.fraction(1n, 10n ** 13n);

describe.each(CASES)("%s", (_, formula, given) => {
  const run = formula as (from: unknown) => unknown;
  const figures = occurrencesOf(given, (value): value is Figure => value instanceof Figure).map(({ value }) => value);
  const ranges = fieldsOf(rangeOf(run, given)).flatMap(({ value }) => {
    if (value instanceof QuantityRange) return [(value as QuantityRange<Kind, Role>).interval];
    return value instanceof Interval ? [value] : [];
  });
  const boxOf = ({ interval, quantity: { exact } }: Figure): readonly [Ratio, Ratio] => {
    return [exact.sign >= 0 && interval.low!.sign < 0 ? Ratio.zero : interval.low!, interval.high!];
  };
  const at = (shares: readonly Ratio[]): readonly Ratio[] => {
    const values = figures.map((each, place) => {
      const [low, high] = boxOf(each);
      return [each, new Quantity(each.quantity.measure, low.plus(high.minus(low).times(shares[place]!)), each.quantity.basis, undefined)] as const;
    });
    const fields = fieldsOf(run(replaced(given, new Map<unknown, unknown>(values))));
    return fields.flatMap(({ value }) => (isQuantity(value) ? [value.exact] : value instanceof Ratio ? [value] : []));
  };

  test("takes no value outside its range, and comes within a billionth of both ends", () => {
    let least: Ratio[] = [];
    let most: Ratio[] = [];
    // Random points, and those a hair's breadth inside the corners.
    const corners = Array.from({ length: 2 ** figures.length }, (__, corner) => {
      return figures.map((___, axis) => ((corner >> axis) & 1) === 0 ? ALMOST : Ratio.one.minus(ALMOST));
    });
    for (const shares of [...Array.from({ length: 60 }, () => figures.map(someShare)), ...corners]) {
      const values = at(shares);
      expect(values).toHaveLength(ranges.length);
      values.forEach((value, field) => {
        if (!ranges[field]!.contains(value)) expect(`${String(shares)}: ${String(value)}`).toBe(`inside ${String(ranges[field])}`);
      });
      least = values.map((value, field) => (least[field] === undefined || value.compare(least[field]) < 0 ? value : least[field]));
      most = values.map((value, field) => (most[field] === undefined || value.compare(most[field]) > 0 ? value : most[field]));
    }
    ranges.forEach((range, field) => {
      const near = range.width!.times(Ratio.fraction(1n, 1_000_000_000n));
      expect([least[field]!.minus(range.low!).compare(near) <= 0, range.high!.minus(most[field]!).compare(near) <= 0]).toEqual([true, true]);
    });
  });

  test.runIf(provedOf(formula, given)?.change === "fractional-linear")("is fractional-linear along every axis, exactly", () => {
    for (let trial = 0; trial < 6; trial++) {
      const base = figures.map(someShare);
      figures.forEach((__, axis) => {
        const places = [1n, 3n, 4n, 9n].map((tenths) => Ratio.fraction(tenths, 10n));
        const [a = [], b = [], c = [], e = []] = places.map((share) => at(base.map((own, place) => (place === axis ? share : own))));
        const [x, y, z, w] = places as [Ratio, Ratio, Ratio, Ratio];
        a.forEach((first, field) => {
          const [second, third, fourth] = [b[field]!, c[field]!, e[field]!];
          // (a - c)(b - e) : (a - e)(b - c) is that of the four places, or all four are alike.
          const left = first.minus(third).times(second.minus(fourth)).times(x.minus(w).times(y.minus(z)));
          const right = first.minus(fourth).times(second.minus(third)).times(x.minus(z).times(y.minus(w)));
          expect(left.equals(right)).toBe(true);
          expect(first.equals(second)).toBe(first.equals(third));
        });
      });
    }
  });
});

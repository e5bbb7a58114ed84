import { describe, expect, test } from "vitest";
import { escalatedCharge } from "../../src/formula/escalated.ts";
import { exchanged } from "../../src/formula/exchanged.ts";
import { netSmelterReturn } from "../../src/formula/smelter.ts";
import { smelterStatement } from "../../src/formula/smelter-statement.ts";
import type { SmelterContract } from "../../src/formula/smelter-terms.ts";
import { dryPrice, wetPrice } from "../../src/formula/tonne-price.ts";
import { Ratio } from "../../src/number/ratio.ts";
import { fraction, price } from "../../src/quantity/constructors.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;
const told = (amount: Quantity<"price"> | undefined, places = 2) => amount!.format({ places });

const zinc: SmelterContract = {
  metals: {
    Zn: { grade: "50 %", price: "2,500 USD/t", terms: { form: "lesser", share: "85 %", deduction: "8 units" } },
    Ag: { grade: "200 g/t", price: "25 USD/oz", terms: { form: "deduction-then-percentage", deduction: "93.3104304 g/t", share: "70 %" }, refiningCharge: "1 USD/oz" },
  },
  treatmentCharge: "245 USD/dmt",
  penalties: { Fe: { grade: "9 %", above: "8 %", step: "1 %", charge: "2 USD/dmt", by: "pro-rata" } },
  freight: "46 USD/wmt", moisture: "8 %",
  charges: { insurance: "1.25 USD/dmt", assaying: "0.75 USD/dmt" },
};
const copper = {
  price: "3.50 USD/lb", terms: { form: "percentage", share: "90 %" }, refiningCharge: "0.09 USD/lb", grade: "25 %", feed: { grade: "1 %", recovery: "87 %" },
} as const;
const gold = { price: "1,500 USD/oz", terms: { form: "percentage", share: "99 %" }, refiningCharge: "5 USD/oz", feed: { grade: "1 g/t", recovery: "90 %" } } as const;

describe("a net smelter return", () => {
  test("has every line, exactly, and the lines add up to it", () => {
    const nsr = netSmelterReturn(zinc);
    const silverPaid = Ratio.of("200").minus("93.3104304").times("0.7").dividedBy("31.1034768");
    expect(String(nsr.metals["Zn"]!.payableValue)).toBe("1,050 USD/dmt");
    expect(nsr.metals["Ag"]!.payableValue.exact.equals(silverPaid.times(25))).toBe(true);
    expect(nsr.refining.exact.equals(silverPaid)).toBe(true);
    expect([nsr.treatment, nsr.penalties["Fe"], nsr.freight, nsr.charges["insurance"], nsr.charges["assaying"]].map(String))
      .toEqual(["245 USD/dmt", "2 USD/dmt", "50 USD/dmt", "1.25 USD/dmt", "0.75 USD/dmt"]);
    const sum = Ratio.of("1050").plus(silverPaid.times(24)).minus(299);
    expect(nsr.netSmelterReturn.exact.equals(sum)).toBe(true);
    const byLines = [nsr.treatment, nsr.refining, nsr.freight, ...Object.values(nsr.penalties), ...Object.values(nsr.charges)]
      .reduce((left, cost) => left.minus(cost), nsr.payableValue);
    expect(byLines.equals(nsr.netSmelterReturn)).toBe(true);
    expect(nsr.netSmelterReturn.equals(nsr.afterRoyalty)).toBe(true);
    expect(nsr.ore).toBeUndefined();
    expect([nsr.netSmelterReturn.basis, Object.isFrozen(nsr), Object.isFrozen(nsr.metals)]).toEqual(["dry", true, true]);
    expect([nsr.metals["Zn"]!.grade, nsr.metals["Zn"]!.payableGrade].map(String)).toEqual(["50%", "42%"]);
    expect(String(nsr.metals["Zn"]!.containedValue)).toBe("1,250 USD/dmt");
  });

  test("per tonne of ore follows from the metal that has both a grade and a feed", () => {
    const nsr = netSmelterReturn({ metals: { Cu: copper, Au: gold }, treatmentCharge: "90 USD/dmt" });
    expect(String(nsr.ore!.massPull)).toBe("3.48%");
    expect(nsr.ore!.massPull.role).toBe("massPull");
    // 1 g/t x 90 % / 3.48 %
    expect(nsr.metals["Au"]!.grade.exact.equals(Ratio.of("0.9").dividedBy("0.0348"))).toBe(true);
    const copperAlone = netSmelterReturn({ metals: { Cu: copper }, treatmentCharge: "90 USD/dmt" }).ore!.netSmelterReturn;
    expect(told(copperAlone, 4)).toBe("55.7321 USD/t");
    expect(told(nsr.ore!.netSmelterReturn.minus(copperAlone), 4)).toBe("42.8262 USD/t");
  });

  test("is the same by a mass pull that is given", () => {
    const byFeed = netSmelterReturn({ metals: { Cu: copper, Au: gold }, treatmentCharge: "90 USD/dmt" });
    const { price: paid, terms, refiningCharge, grade, feed } = copper;
    const byPull = netSmelterReturn({ metals: { Cu: { price: paid, terms, refiningCharge, grade }, Au: gold }, treatmentCharge: "90 USD/dmt", massPull: "3.48 %" });
    expect(byPull.ore!.netSmelterReturn.equals(byFeed.ore!.netSmelterReturn)).toBe(true);
    const byBoth = netSmelterReturn({ metals: { Cu: { price: paid, terms, refiningCharge, feed }, Au: gold }, treatmentCharge: "90 USD/dmt", massPull: "3.48 %" });
    expect(byBoth.ore!.netSmelterReturn.equals(byFeed.ore!.netSmelterReturn)).toBe(true);
  });

  test("after a transit loss is paid, treated, refined and penalised on what arrives; freight is on what was shipped", () => {
    const whole = netSmelterReturn(zinc);
    const lost = netSmelterReturn({ ...zinc, transitLoss: "0.5 %" });
    expect(lost.payableValue.equals(whole.payableValue.times("0.995"))).toBe(true);
    expect(lost.treatment.equals(whole.treatment.times("0.995"))).toBe(true);
    expect(lost.refining.equals(whole.refining.times("0.995"))).toBe(true);
    expect(lost.penalties["Fe"]!.equals(whole.penalties["Fe"]!.times("0.995"))).toBe(true);
    expect([lost.freight.equals(whole.freight), lost.containedValue.equals(whole.containedValue)]).toEqual([true, true]);
  });

  test.each([["net-smelter-return", "netSmelterReturn"], ["payable-value", "payableValue"], ["contained-value", "containedValue"]] as const)("bears a royalty on the %s", (base, line) => {
    const nsr = netSmelterReturn({ ...zinc, massPull: "10 %", royalty: { rate: "2 %", base } });
    expect(nsr.royalty.equals(nsr[line].times("0.02"))).toBe(true);
    expect(nsr.afterRoyalty.equals(nsr.netSmelterReturn.minus(nsr.royalty))).toBe(true);
    expect(nsr.ore!.afterRoyalty.exact.equals(nsr.afterRoyalty.exact.times("0.1"))).toBe(true);
  });

  test("refines contained metal where the contract says so", () => {
    const terms = { form: "percentage", share: "96.65 %" } as const;
    const contract = (refiningOn?: "contained-metal") => netSmelterReturn({
      metals: { Cu: { grade: "28 %", price: "4.15 USD/lb", terms, refiningCharge: "0.10 USD/lb", ...(refiningOn === undefined ? {} : { refiningOn }) } },
    }).refining;
    expect(contract().equals(contract("contained-metal").times("0.9665"))).toBe(true);
  });

  test("takes a freight on dry tonnes as it is, and a charge that is negative", () => {
    expect(String(netSmelterReturn({ ...zinc, freight: "46 USD/dmt" }).freight)).toBe("46 USD/dmt");
    expect(String(netSmelterReturn({ ...zinc, treatmentCharge: "-10 USD/t" }).treatment)).toBe("-10 USD/dmt");
  });

  test("meets charges in any unit of one currency", () => {
    const nsr = netSmelterReturn({ metals: { Cu: { ...copper, price: "350 USc/lb", refiningCharge: "9 USc/lb" } }, treatmentCharge: "90 USD/dmt" });
    expect(told(nsr.ore!.netSmelterReturn, 4)).toBe("55.7321 USD/t");
    expect(String(netSmelterReturn({ metals: { Cu: copper }, treatmentCharge: "9 USD/dst" }).treatment.to("USD/dst"))).toBe("9 USD/dst");
  });

  test("prints line by line", () => {
    expect(smelterStatement(netSmelterReturn({ ...zinc, royalty: { rate: "2 %", base: "net-smelter-return" }, massPull: "10 %" })).split("\n")).toEqual([
      "payable Zn            1,050.00", "payable Ag               60.03", "treatment              -245.00", "refining of Ag           -2.40", "penalty Fe               -2.00",
      "freight                 -50.00", "insurance                -1.25", "assaying                 -0.75", "net smelter return      808.63 USD/dmt", "royalty                 -16.17",
      "after royalty           792.46 USD/dmt", "per tonne of ore         79.25 USD/t",
    ]);
  });

  test("prints lines that add up as printed", () => {
    const third: SmelterContract = {
      metals: { Cu: { grade: "25 %", price: price("1/3", "USD/lb"), terms: { form: "percentage", share: "100 %" } } }, royalty: { rate: "2.5 %", base: "payable-value" },
      charges: Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, price("1/3", "USD/dmt")])), treatmentCharge: "10.004 USD/dmt",
    };
    const lines = smelterStatement(netSmelterReturn(third)).split("\n");
    const amountOf = (line: string): Ratio => Ratio.of(/-?[\d,]+\.\d\d/.exec(line)![0].replace(",", ""));
    const net = lines.findIndex((line) => line.startsWith("net"));
    expect(lines.slice(0, net).map(amountOf).reduce((sum, amount) => sum.plus(amount)).equals(amountOf(lines[net]!))).toBe(true);
    expect(amountOf(lines[net]!).plus(amountOf(lines[net + 1]!)).equals(amountOf(lines[net + 2]!))).toBe(true);
  });

  test.each<[string, Partial<SmelterContract>, string, readonly string[]]>([
    ["two currencies", { treatmentCharge: "245 EUR/dmt" }, "currency-mismatch", ["treatmentCharge is 245 EUR/dmt", "metals.Zn.price", "exchanged"]],
    ["a penalty in another currency", { penalties: { As: { grade: "1 %", above: "0.2 %", step: "0.1 %", charge: "3 CAD/dmt", by: "pro-rata" } } }, "currency-mismatch", ["penalties.As.charge"]],
    ["a treatment charge on wet tonnes", { treatmentCharge: "245 USD/wmt" }, "basis-mismatch", ["treatmentCharge", "dmt"]],
    ["a freight on tonnes of no basis", { freight: "46 USD/t" }, "basis-mismatch", ["freight", "USD/wmt", "USD/dmt"]],
    ["a wet freight without moisture", { moisture: undefined as never }, "wrong-kind", ["moisture is missing"]],
    ["nothing but water", { moisture: "100 %" }, "out-of-range", ["moisture"]],
    ["a recovery as moisture", { moisture: fraction("8 %").as("recovery") as never }, "role-mismatch", ["moisture"]],
    ["more lost than there was", { transitLoss: "101 %" }, "out-of-range", ["transitLoss"]],
    ["a penalty with no rule for parts", { penalties: { As: { grade: "1 %", above: "0.2 %", step: "0.1 %", charge: "3 USD/dmt" } as never } }, "unknown-option", ["penalties.As.by"]],
    ["a base that is none", { royalty: { rate: "2 %", base: "gross" as never } }, "unknown-option", ["royalty.base", "payable-value"]],
    ["no metals", { metals: {} }, "out-of-range", ["metals is empty"]],
    ["a metal without a grade", { metals: { Au: { price: "1 USD/oz", terms: { form: "percentage", share: "1 1" } } } }, "wrong-kind", ["metals.Au", "without a grade"]],
    ["a feed without a mass pull", { metals: { Au: gold } }, "wrong-kind", ["metals.Au.feed", "mass pull"]],
    ["two metals that settle the mass pull", { metals: { Cu: copper, Zn: copper } }, "wrong-kind", ["metals.Zn", "Cu has both"]],
    ["a mass pull settled twice", { metals: { Cu: copper }, massPull: "3 %" }, "wrong-kind", ["metals.Cu", "massPull"]],
    ["no concentrate", { metals: { Au: gold }, massPull: "0 %" }, "division-by-zero", ["massPull"]],
    ["a concentrate of no grade to divide by", { metals: { Cu: { ...copper, grade: "0 %" } } }, "division-by-zero", ["metals.Cu.grade"]],
    ["a form that is none", { metals: { Cu: { ...copper, terms: { form: "best" } as never } } }, "unknown-option", ["metals.Cu.terms.form"]],
    ["a refining on something else", { metals: { Cu: { ...copper, refiningOn: "paid" as never } } }, "unknown-option", ["metals.Cu.refiningOn"]],
    ["a metal for less than nothing", { metals: { Cu: { ...copper, price: "-1 USD/lb" } } }, "out-of-range", ["metals.Cu.price"]],
  ])("refuses %s", (_, change, code, words) => {
    expect(() => netSmelterReturn({ ...zinc, ...change })).toThrow(refused(code, ...words));
  });
});

// Reuters, March 18, 2015: Teck and Glencore settle at 245 USD/t on a basis of 2,000 USD/t; 9.5 % up to 2,500 USD/t, 7.5 % above; 3.5 % below 2,000 USD/t.
describe("a charge with price participation", () => {
  const terms = {
    charge: "245 USD/dmt", above: [{ from: "2,000 USD/t", to: "2,500 USD/t", rate: "9.5 %" }, { from: "2,500 USD/t", rate: "7.5 %" }],
    below: [{ from: "2,000 USD/t", rate: "3.5 %" }],
  } as const;

  test.each([["2,000", "245"], ["2,300", "273.5"], ["2,500", "292.5"], ["3,000", "330"], ["1,800", "238"]])("at %s USD/t is %s USD/dmt", (level, charge) => {
    expect(String(escalatedCharge({ ...terms, price: `${level} USD/t` }))).toBe(`${charge} USD/dmt`);
  });

  test("goes for a refining charge per pound too, with a cap and a floor", () => {
    const shared = {
      charge: "7 USc/lb", above: [{ from: "90 USc/lb", to: "130 USc/lb", rate: "10 %" }], below: [{ from: "90 USc/lb", to: "70 USc/lb", rate: "10 %" }],
    } as const;
    expect(["120 USc/lb", "1.50 USD/lb", "80 USc/lb", "60 USc/lb"].map((level) => String(escalatedCharge({ ...shared, price: level })))).toEqual(["10 USc/lb", "11 USc/lb", "6 USc/lb", "5 USc/lb"]);
  });

  test("without participation is what it was, on the basis it was on", () => {
    const charge = escalatedCharge({ charge: "245 USD/dmt", price: "9,000 USD/t" });
    expect([charge.equals(price("245 USD/dmt")), charge.basis]).toEqual([true, "dry"]);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a stretch that ends where it should begin", () => escalatedCharge({ ...terms, price: "1 USD/t", above: [{ from: "2,000 USD/t", to: "1,000 USD/t", rate: "1 %" }] }), "out-of-range", ["above\\[0\\].to", "above"]],
    ["a stretch below that rises", () => escalatedCharge({ ...terms, price: "1 USD/t", below: [{ from: "2,000 USD/t", to: "3,000 USD/t", rate: "1 %" }] }), "out-of-range", ["below\\[0\\].to"]],
    ["two currencies", () => escalatedCharge({ ...terms, price: "2,000 EUR/t" }), "currency-mismatch", ["price is 2,000 EUR/t"]],
    ["a rate below nothing", () => escalatedCharge({ ...terms, price: "2,100 USD/t", above: [{ from: "2,000 USD/t", rate: "-1 %" }] }), "out-of-range", ["above\\[0\\].rate"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("a price per wet tonne and per dry one", () => {
  test("differ by the water, exactly, and come back", () => {
    expect(String(dryPrice({ wet: "46 USD/wmt", moisture: "8 %" }))).toBe("50 USD/dmt");
    expect(String(wetPrice({ dry: "50 USD/dst", moisture: "8 %" }))).toBe("46 USD/wst");
    const iron = price("51.4752 USD/t").onBasis("dry").to("USD/dmt");
    const wet = wetPrice({ dry: iron, moisture: "7.3 %" });
    expect([wet.unit, wet.basis, dryPrice({ wet, moisture: "7.3 %" }).equals(iron)]).toEqual(["USD/wmt", "wet", true]);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a dry price for a wet one", () => dryPrice({ wet: "46 USD/dmt", moisture: "8 %" }), "basis-mismatch", ["wet is 46 USD/dmt", "USD/wmt"]],
    ["a price on tonnes of no basis", () => wetPrice({ dry: "46 USD/t", moisture: "8 %" }), "basis-mismatch", ["dry is 46 USD/t", "USD/dmt"]],
    ["nothing but water", () => wetPrice({ dry: "46 USD/dmt", moisture: "100 %" }), "out-of-range", ["moisture"]],
    ["a recovery for a moisture", () => dryPrice({ wet: "46 USD/wmt", moisture: fraction("8 %").as("recovery") as never }), "role-mismatch", ["moisture"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("a price in another currency", () => {
  test("is exchanged at the rate given, either way, and keeps its tonne", () => {
    expect(String(exchanged({ price: "26 CAD/t", rate: { one: "USD", is: "1.30 CAD" } }))).toBe("20 USD/t");
    expect(String(exchanged({ price: "20 USD/dmt", rate: { one: "USD", is: "1.30 CAD" } }))).toBe("26 CAD/dmt");
    expect(String(exchanged({ price: "150 USc/lb", rate: { one: "USD", is: "18 ZAR" } }))).toBe("27 ZAR/lb");
    expect(exchanged({ price: "26 CAD/dmt", rate: { one: "CAD", is: "0.75 USD" } }).equals(price("19.5 USD/dmt"))).toBe(true);
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["a rate of other currencies", () => exchanged({ price: "26 CAD/t", rate: { one: "USD", is: "18 ZAR" } }), "currency-mismatch", ["26 CAD/t"]],
    ["a rate of one currency", () => exchanged({ price: "26 USD/t", rate: { one: "USD", is: "1 USD" } }), "currency-mismatch", ["another currency"]],
    ["a rate of nothing", () => exchanged({ price: "26 USD/t", rate: { one: "USD", is: "0 CAD" } }), "division-by-zero", ["rate.is"]],
    ["a bare dollar", () => exchanged({ price: "26 $/t", rate: { one: "USD", is: "1 CAD" } }), "ambiguous-unit", ["price"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

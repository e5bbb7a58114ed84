import { describe, expect, test } from "vitest";
import { payability, payableGrade, payableMetal, type PayableTerms } from "../../src/formula/payable.ts";
import { penaltyCharge } from "../../src/formula/penalty.ts";
import { grade } from "../../src/quantity/constructors.ts";

const refused = (code: string, ...words: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""))) as string }) as never;

const zinc: PayableTerms = { form: "lesser", share: "85 %", deduction: "8 units" };
const copper: PayableTerms = { form: "lesser", share: "96.5 %", deduction: "1 unit" };
const silverInLead: PayableTerms = { form: "lesser", share: "95 %", deduction: "50 g/t" };
const goldInCopper: PayableTerms = { form: "scale", steps: [{ from: "1 g/t", share: "90 %" }, { above: "3 g/t", share: "92 %" }, { from: "5 g/t", share: "94 %" }] };
const sliced: PayableTerms = { form: "slices", steps: [{ from: "1 g/t", share: "50 %" }, { from: "3 g/t", share: "90 %" }] };

describe("payable metal by the form of the contract", () => {
  test.each<[string, string, PayableTerms, string]>([
    ["a percentage", "28 %", { form: "percentage", share: "96.5 %" }, "27.02%"],
    ["a deduction", "28 %", { form: "minimum-deduction", deduction: "1 %" }, "27%"],
    ["a deduction of all there is", "0.8 g/t", { form: "minimum-deduction", deduction: "1 g/t" }, "0 g/t"],
    ["the lesser, where the deduction is more", "50 %", zinc, "42%"],
    ["the lesser, where the share is less", "56 %", zinc, "47.6%"],
    ["the lesser, where both are one: 8 / (1 - 0.85)", "160/3 %", zinc, "45.3333333333…%"],
    ["the lesser, below the deduction", "5 %", zinc, "0%"],
    ["copper at 24 %", "24 %", copper, "23%"],
    ["copper at 30 %", "30 %", copper, "28.95%"],
    ["silver in lead", "800 g/t", silverInLead, "750 g/t"],
    ["rich silver in lead", "2,000 g/t", silverInLead, "1,900 g/t"],
    ["a deduction before the percentage", "100 g/t", { form: "deduction-then-percentage", deduction: "34 g/t", share: "95 %" }, "62.7 g/t"],
    ["a deduction in ounces per short ton", "30 oz/st", { form: "minimum-deduction", deduction: "1 oz/st" }, "29 oz/st"],
    ["a scale below its first step", "0.99 g/t", goldInCopper, "0 g/t"],
    ["a scale at a step that begins there", "1 g/t", goldInCopper, "0.9 g/t"],
    ["a scale at a step that begins above", "3 g/t", goldInCopper, "2.7 g/t"],
    ["a scale past it", "4 g/t", goldInCopper, "3.68 g/t"],
    ["a scale at its top", "20 g/t", goldInCopper, "18.8 g/t"],
    ["a scale with a deduction in its step", "25 %", { form: "scale", steps: [{ from: "0 %", share: "96.5 %", deduction: "1 %" }, { from: "30 %", share: "96.65 %", deduction: "1 %" }] }, "24%"],
    ["slices below the first", "1 g/t", sliced, "0 g/t"],
    ["slices within the first", "2 g/t", sliced, "0.5 g/t"],
    ["slices over both", "5 g/t", sliced, "2.8 g/t"],
  ])("%s: of %s", (_, assay, terms, payable) => {
    const given = assay.includes("/3 %") ? grade("160/3", "%") : grade(assay);
    expect(String(payableGrade({ grade: given, terms }))).toBe(payable);
    expect(payability({ grade: given, terms }).inBase.times(given.inBase).equals(payableGrade({ grade: given, terms }).inBase)).toBe(true);
  });

  test("is of the dry concentrate, in the unit usual for the grade", () => {
    expect(String(payableMetal({ concentrate: "1,000 dmt", grade: "50 %", terms: zinc }))).toBe("420 t");
    expect(String(payableMetal({ concentrate: "100 dst", grade: "30 oz/st", terms: { form: "percentage", share: "95 %" } }))).toBe("2,850 oz");
    expect(payability({ grade: "50 %", terms: zinc }).role).toBe("payability");
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["wet concentrate", () => payableMetal({ concentrate: "1,000 wmt", grade: "50 %", terms: zinc }), "basis-mismatch", ["dryMass"]],
    ["a form that is none", () => payableGrade({ grade: "50 %", terms: { form: "usual" } as never }), "unknown-option", ["terms.form", "lesser", "no default"]],
    ["no form", () => payableGrade({ grade: "50 %", terms: { share: "85 %" } as never }), "unknown-option", ["terms.form is missing"]],
    ["no terms", () => payableGrade({ grade: "50 %", terms: undefined as never }), "wrong-kind", ["terms is missing"]],
    ["no share", () => payableGrade({ grade: "50 %", terms: { form: "lesser", deduction: "8 %" } as never }), "wrong-kind", ["terms.share is missing"]],
    ["no deduction", () => payableGrade({ grade: "50 %", terms: { form: "lesser", share: "85 %" } as never }), "wrong-kind", ["terms.deduction is missing"]],
    ["a share without its unit", () => payableGrade({ grade: "50 %", terms: { form: "percentage", share: "85" } }), "missing-unit", ["terms.share"]],
    ["a negative deduction", () => payableGrade({ grade: "50 %", terms: { form: "minimum-deduction", deduction: "-1 %" } }), "out-of-range", ["terms.deduction is -1%"]],
    ["a negative grade", () => payableGrade({ grade: "-5 %", terms: zinc }), "out-of-range", ["grade"]],
    ["a payability of nothing", () => payability({ grade: "0 %", terms: zinc }), "division-by-zero", ["grade is 0%"]],
    ["steps that fall", () => payableGrade({ grade: "5 g/t", terms: { form: "scale", steps: [{ from: "3 g/t", share: "1 %" }, { from: "1 g/t", share: "2 %" }] } }), "out-of-range", ["terms.steps\\[1\\]", "order"]],
    ["a step begun twice", () => payableGrade({ grade: "5 g/t", terms: { form: "scale", steps: [{ from: "3 g/t", above: "1 g/t", share: "1 %" } as never] } }), "wrong-kind", ["begun twice"]],
    ["a step without a beginning", () => payableGrade({ grade: "5 g/t", terms: { form: "scale", steps: [{ share: "1 %" } as never] } }), "wrong-kind", ["without a beginning"]],
    ["no steps", () => payableGrade({ grade: "5 g/t", terms: { form: "slices", steps: [] } }), "wrong-kind", ["terms.steps is empty"]],
    ["a deduction in a slice", () => payableGrade({ grade: "5 g/t", terms: { form: "slices", steps: [{ from: "1 g/t", share: "1 %", deduction: "1 g/t" }] } }), "unknown-option", ["slices"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

describe("a penalty", () => {
  const arsenic = { above: "0.2 %", step: "0.1 %", charge: "3.00 USD/dmt" } as const;

  test.each([
    ["0.20 %", "0", "0", "0"], ["0.15 %", "0", "0", "0"], ["0.25 %", "1.5", "0", "3"], ["0.30 %", "3", "3", "3"], ["0.301 %", "3.03", "3", "6"], ["0.35 %", "4.5", "3", "6"],
    ["1.2 %", "30", "30", "30"], ["3,500 ppm", "4.5", "3", "6"],
  ])("on %s is %s pro rata, %s by full steps, %s by steps begun", (assay, proRata, full, begun) => {
    const charged = (by: "pro-rata" | "full-step" | "step-begun"): string => String(penaltyCharge({ ...arsenic, grade: assay, by }));
    expect([charged("pro-rata"), charged("full-step"), charged("step-begun")]).toEqual([proRata, full, begun].map((amount) => `${amount} USD/dmt`));
  });

  test("of two clauses hands over where the first ends", () => {
    const first = { ...arsenic, upTo: "0.5 %", by: "pro-rata" } as const;
    const second = { above: "0.5 %", step: "0.1 %", charge: "5 USD/dmt", by: "pro-rata" } as const;
    expect([penaltyCharge({ ...first, grade: "0.7 %" }), penaltyCharge({ ...second, grade: "0.7 %" })].map(String)).toEqual(["9 USD/dmt", "10 USD/dmt"]);
    expect(String(penaltyCharge({ ...first, grade: "0.4 %" }))).toBe("6 USD/dmt");
  });

  test("on mercury goes by ppm", () => {
    expect(String(penaltyCharge({ grade: "75 ppm", above: "30 ppm", step: "10 ppm", charge: "2 USD/dmt", by: "full-step" }))).toBe("8 USD/dmt");
  });

  test.each<[string, () => unknown, string, readonly string[]]>([
    ["no rule for a part of a step", () => penaltyCharge({ ...arsenic, grade: "0.3 %" } as never), "unknown-option", ["by is missing", "pro-rata", "full-step"]],
    ["a step of nothing", () => penaltyCharge({ ...arsenic, grade: "0.3 %", step: "0 %", by: "full-step" }), "out-of-range", ["step is 0%"]],
    ["a charge on wet tonnes", () => penaltyCharge({ ...arsenic, grade: "0.3 %", charge: "3 USD/wmt", by: "full-step" }), "basis-mismatch", ["charge is 3 USD/wmt"]],
    ["a clause that ends before it begins", () => penaltyCharge({ ...arsenic, grade: "0.3 %", upTo: "0.1 %", by: "full-step" }), "out-of-range", ["upTo"]],
    ["a negative assay", () => penaltyCharge({ ...arsenic, grade: "-0.3 %", by: "full-step" }), "out-of-range", ["grade"]],
  ])("refuses %s", (_, call, code, words) => {
    expect(call).toThrow(refused(code, ...words));
  });
});

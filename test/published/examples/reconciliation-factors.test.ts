/** Published reconciliation and call factors, recomputed. */
import { describe, expect, test } from "vitest";
import { accountedRecovery, mineCallFactor } from "../../../src/formula/call-factor.ts";
import { containedMetal } from "../../../src/formula/metal.ts";
import { factorProduct, reconciliationFactor, type OreEstimate } from "../../../src/formula/reconciliation-factor.ts";
import { massOf } from "../../../src/formula/volume.ts";
import { grade, mass, volume } from "../../../src/quantity/constructors.ts";
import type { Quantity } from "../../../src/quantity/quantity.ts";
import { examplesOf, type PublishedExample } from "../examples.ts";
import { toldAs } from "../recomputed.ts";

const examples = examplesOf("reconciliation-factors");

function estimate(name: string, { inputs }: PublishedExample): OreEstimate {
  const [tonnage = "", assay = ""] = inputs[name]!.split(" at ");
  return { name, tonnage, grade: assay };
}

describe.each(examples.filter(({ results }) => results.length > 0))("$id", (example) => {
  test.each(example.results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    const [model, mined, plant] = ["model", "mined", "plant"].map((of) => estimate(of, example)) as [OreEstimate, OreEstimate, OreEstimate];
    const f1 = reconciliationFactor({ numerator: mined, denominator: model });
    const f2 = reconciliationFactor({ numerator: plant, denominator: mined });
    const { tonnage, grade: ofGrade, metal } = { F1: f1, F2: f2, F3: factorProduct({ first: f1, second: f2 }) }[name as "F1" | "F2" | "F3"];
    for (const factor of [tonnage, ofGrade, metal]) expect(toldAs(printed, factor)).toBe(computed);
    expect(computed === printed).toBe(agrees);
  });
});

describe("a gold mine's month, whose answer is not printed", () => {
  const { inputs } = examples.find(({ id }) => id === "t5-filo-mcf-month")!;
  const lot = (name: string): Quantity<"mass"> => {
    const [ore = "", assay = ""] = inputs[name]!.split(" at ");
    return containedMetal({ ore, grade: assay }).to("kg");
  };
  const recovered = mass(inputs["gold recovered"]!);
  const residue = containedMetal({ ore: inputs["milled"]!, grade: inputs["residue"]! }).to("kg");

  test("recovers 97.81 % of what it accounts for", () => {
    expect(String(residue)).toBe("56 kg");
    expect(accountedRecovery({ recovered, residue }).format({ places: 4 })).toBe("97.8091%");
  });

  // 60,000 m2 x 1.45 m, at 1800 cm g/t over 145 cm. Bins give up what they close without; waste sorted out never reaches the mill.
  test.each([["2.7 t/m3", "2,950.50 kg", "86.6294%"], ["2.78 t/m3", "3,036.90 kg", "84.1648%"]])("has a mine call factor that hangs on the density: %s", (density, called, factor) => {
    const stoped = containedMetal({ ore: massOf({ volume: volume(60_000, "m3").times("1.45"), density }), grade: grade(1800, "g/t").dividedBy(145) }).to("kg");
    const bins = lot("headgear bins, opening").minus(lot("headgear bins, closing")).plus(lot("mill bins, opening")).minus(lot("mill bins, closing"));
    const sorted = containedMetal({ ore: mass(inputs["milled"]!).times("0.1"), grade: "0.5 g/t" }).to("kg");
    const calledFor = stoped.plus(lot("development")).plus(lot("other sources")).plus(bins).minus(sorted);
    expect(calledFor.format({ places: 2 })).toBe(called);
    expect(mineCallFactor({ calledFor, recovered, residue }).format({ places: 4 })).toBe(factor);
  });
});

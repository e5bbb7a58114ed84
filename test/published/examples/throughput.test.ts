/** Published throughputs, availabilities and yearly recoveries, recomputed. */
import { describe, expect, test } from "vitest";
import { equipmentTime } from "../../../src/formula/operating-time.ts";
import { headGrade } from "../../../src/formula/metal.ts";
import { combinedRecovery } from "../../../src/formula/stage-recovery.ts";
import { dailyThroughput, tonnage } from "../../../src/formula/throughput.ts";
import { fraction, mass, throughput } from "../../../src/quantity/constructors.ts";
import type { Kind, Role } from "../../../src/quantity/kind.ts";
import type { Quantity } from "../../../src/quantity/quantity.ts";
import { examplesOf, type PublishedExample } from "../examples.ts";
import { toldAs } from "../recomputed.ts";

type Inputs = PublishedExample["inputs"];
const examples = examplesOf("throughput");

const answers: Readonly<Record<string, (inputs: Inputs, name: string) => Quantity<Kind, Role>>> = {
  "t9-seed-tpd": (inputs, name) => dailyThroughput({ ore: inputs[name]!, period: name }),
  "t9-seed-quarters-close": (inputs) => {
    const ore = Object.entries(inputs).map(([period, text]) => (text.endsWith("/d") ? tonnage({ throughput: text, period }) : mass(text))).reduce((sum, part) => sum.plus(part));
    return dailyThroughput({ ore, period: "2002" });
  },
  "t9-seed-recovery-weighting": (inputs) => combinedRecovery({
    parts: Object.values(inputs).map((text) => {
      const [recovered = "", recovery = ""] = text.split(" at ");
      return { recovered, recovery };
    }),
  }),
  "t9-availability-W300": (inputs, name) => {
    const { mechanicalAvailability, physicalAvailability, useOfAvailability, effectiveUtilisation } = equipmentTime({
      worked: inputs["worked"]!, repair: inputs["repair"]!, standby: inputs["standby"]!, total: inputs["total"]!,
    });
    const byName: Readonly<Record<string, Quantity>> = {
      "mechanical availability": mechanicalAvailability, "physical availability": physicalAvailability, "use of availability": useOfAvailability,
      "effective utilisation": effectiveUtilisation,
    };
    return byName[name]!;
  },
  "t9-kuchling-tpd": (inputs, name) => {
    const yearly = mass(inputs["reserve"]!).dividedBy(inputs["mine life"]!.split(" ")[0]!);
    return name === "yearly rate" ? throughput(yearly.exact, "Mt/a") : dailyThroughput({ ore: yearly.to("t"), days: 365 });
  },
  "t9-implied-head-grade": (inputs) => {
    const gold = mass(inputs["gold"]!).times(fraction(inputs["extra production"]!).to("1").exact.plus(1));
    return headGrade({ metal: gold, ore: inputs["ore"]!, recovery: inputs["recovery"]! });
  },
};

describe.each(examples)("$id", ({ id, inputs, results }) => {
  test.each(results)("$name: $printed", ({ name, printed, computed, agrees }) => {
    // A hedged rate, of two figures.
    const precision = name === "daily rate" ? { digits: 2 } : undefined;
    expect(toldAs(printed, answers[id]!(inputs, name), precision)).toBe(computed);
    expect(computed === printed).toBe(agrees);
  });
});

test("simple means are something else", () => {
  const of = (id: string): Inputs => examples.find((example) => example.id === id)!.inputs;
  const quarters = Object.entries(of("t9-seed-quarters-close")).map(([period, text]) => (text.endsWith("/d") ? throughput(text) : dailyThroughput({ ore: text, period })));
  expect(quarters.reduce((sum, rate) => sum.plus(rate)).dividedBy(4).format({ places: 0 })).toBe("13,295 t/d");
  const recoveries = Object.values(of("t9-seed-recovery-weighting")).map((text) => fraction(text.split(" at ")[1]!));
  expect(recoveries.reduce((sum, share) => sum.plus(share)).dividedBy(4).format({ places: 1 })).toBe("73.7%");
});

/** What every runtime is asked to do: load all of the package, decide a report, read a figure, balance a plant. */
import * as headgrade from "headgrade";
import * as adjust from "headgrade/adjust";
import * as balance from "headgrade/balance";
import * as chemistry from "headgrade/chemistry";
import * as diagnosis from "headgrade/diagnosis";
import * as figure from "headgrade/figure";
import * as formula from "headgrade/formula";
import * as number from "headgrade/number";
import * as period from "headgrade/period";
import * as quantity from "headgrade/quantity";
import * as show from "headgrade/show";
import * as statement from "headgrade/statement";
import * as uncertainty from "headgrade/uncertainty";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";

const entries: Readonly<Record<string, object>> = {
  headgrade,
  "headgrade/number": number, "headgrade/quantity": quantity, "headgrade/period": period, "headgrade/figure": figure, "headgrade/formula": formula,
  "headgrade/chemistry": chemistry, "headgrade/uncertainty": uncertainty, "headgrade/balance": balance, "headgrade/adjust": adjust,
  "headgrade/diagnosis": diagnosis, "headgrade/statement": statement, "headgrade/show": show,
};

/** What came out, as JSON can hold it. */
export interface Outcome {
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly verdict: string;
  readonly firstQuarterOre: string;
  readonly grade: string;
  readonly report: unknown;
  readonly page: string;
  readonly pictures: readonly string[];
  readonly misprint: unknown;
  readonly copper: readonly string[];
  readonly circuit: unknown;
  readonly budget: string;
  readonly refusal: string;
}

export function exercise(): Outcome {
  const report = headgrade.reconcile(LAC_DES_ILES);
  const circuit = adjust.adjust(PLANT);
  return {
    names: Object.fromEntries(Object.entries(entries).map(([name, module]) => [name, namesOf(module)])),
    verdict: report.verdict,
    firstQuarterOre: String(report.implied("2002-Q1.ore")),
    grade: String(headgrade.figure("grade", "1.88 g/t").interval),
    report: JSON.parse(show.toJson(report)),
    page: show.toHtml(report),
    pictures: [show.toSvg(report, { picture: "intervals" }), show.toSvg(report, { picture: "periods" })],
    misprint: JSON.parse(JSON.stringify(misprinted().conflicts)),
    copper: [String(circuit.stream("copper").mass.adjusted?.format({ places: 1 })), String(circuit.stream("copper").recoveries["Cu"]?.value.format({ places: 2 }))],
    circuit: JSON.parse(JSON.stringify(circuit)),
    budget: budget(),
    refusal: refusalOf(() => headgrade.mass("5 ton")),
  };
}

const by = (value: string, share: string) => ({ value, error: { relativeStandard: share } });

const PLANT: adjust.Flowsheet = {
  nodes: ["copper circuit", "zinc circuit"],
  streams: {
    feed: { to: "copper circuit", mass: by("3000 t/d", "1 %"), assays: { Cu: by("2.3 %", "2 %"), Zn: by("15 %", "2 %") } },
    copper: { from: "copper circuit", assays: { Cu: by("22 %", "1 %"), Zn: by("4.3 %", "3 %") } },
    between: { from: "copper circuit", to: "zinc circuit" },
    zinc: { from: "zinc circuit", assays: { Cu: by("1 %", "3 %"), Zn: by("51.8 %", "1 %") } },
    tailings: { from: "zinc circuit", assays: { Cu: by("0.2 %", "5 %"), Zn: by("1 %", "5 %") } },
  },
};

function misprinted(): headgrade.Report {
  return headgrade.reconcile({
    periods: { ...LAC_DES_ILES.periods, "2002-Q3": { ore: "1,210,799 t", Pd: { grade: "1.83 g/t", recovery: "71.9%", produced: "51,618 oz" } } },
  });
}

function budget(): string {
  return String(uncertainty.uncertaintyOf(formula.recoveredMetal, {
    ore: uncertainty.measured("mass", { value: "1,165,388 t", relativeStandard: "1 %" }),
    grade: uncertainty.measured("grade", { value: "1.88 g/t", standard: "0.02 g/t" }),
    recovery: uncertainty.measured("fraction", { value: "74.0 %", standard: "0.5 %" }),
  }));
}

function namesOf(module: object): readonly string[] {
  // A module that was required has marks of its module system beside its names.
  return Object.keys(module).filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort();
}

function refusalOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return headgrade.isHeadgradeError(error) ? error.code : String(error);
  }
}

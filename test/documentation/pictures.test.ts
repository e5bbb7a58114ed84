/** The pictures in the guides, and the schema beside them, are what the code makes: `npm test -- test/documentation/pictures.test.ts -u` makes them anew. */
import { expect, test } from "vitest";
import { reconcile, type Statement } from "headgrade";
import { adjust, type Flowsheet } from "headgrade/adjust";
import { recoveredMetal } from "headgrade/formula";
import { jsonSchema, toSvg } from "headgrade/show";
import { measured, simulate, uncertaintyOf } from "headgrade/uncertainty";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";

const misprint: Statement = {
  ...LAC_DES_ILES,
  periods: { ...LAC_DES_ILES.periods, "2002-Q3": { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } } },
};

test.each([
  ["lac-des-iles-intervals", LAC_DES_ILES, "intervals"], ["lac-des-iles-periods", LAC_DES_ILES, "periods"], ["misprint-intervals", misprint, "intervals"],
] as const)("docs/pictures/%s.svg", async (name, statement, picture) => {
  await expect(`${toSvg(reconcile(statement), { picture, standalone: true })}\n`).toMatchFileSnapshot(`../../docs/pictures/${name}.svg`);
});

const by = (value: string, share: string) => ({ value, error: { relativeStandard: share } });

/** The plant of the guide, with the zinc concentrate as it was weighed. */
const flotation = (zinc: string): Flowsheet => ({
  nodes: ["copper circuit", "zinc circuit"],
  streams: {
    feed: { to: "copper circuit", mass: by("3000 t/d", "1 %"), assays: { Cu: by("2.3 %", "2 %"), Zn: by("15 %", "2 %") } },
    copper: {
      from: "copper circuit", wetMass: by("284 wmt/d", "0.5 %"), moisture: { value: "8.5 %", error: { standard: "0.2 %" } },
      assays: { Cu: by("22 %", "1 %"), Zn: by("4.3 %", "3 %") },
    },
    between: { from: "copper circuit", to: "zinc circuit", assays: { Cu: by("0.44 %", "3 %"), Zn: by("15.6 %", "2 %") } },
    zinc: { from: "zinc circuit", mass: by(zinc, "1 %"), assays: { Cu: by("1 %", "3 %"), Zn: by("51.8 %", "1 %") } },
    tailings: { from: "zinc circuit", assays: { Cu: by("0.2 %", "5 %"), Zn: by("1 %", "5 %") } },
  },
});

/** The recovered metal of the guide. */
const metal = {
  ore: measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" }), grade: measured("grade", { value: "1.88 g/t", relativeStandard: "2 %" }),
  recovery: measured("fraction", { value: "74.0 %", standard: "0.8 %" }),
};

test.each([
  ["flotation-flowsheet", () => adjust(flotation("835 t/d"))], ["flotation-gross-error", () => adjust(flotation("385 t/d"), { eliminate: { critical: "joint" } })],
  ["metal-budget", () => uncertaintyOf(recoveredMetal, metal)], ["metal-simulation", () => simulate(recoveredMetal, metal, { seed: 1, trials: 20_000 })],
] as const)("docs/pictures/%s.svg", async (name, made) => {
  await expect(`${toSvg(made(), { standalone: true })}\n`).toMatchFileSnapshot(`../../docs/pictures/${name}.svg`);
});

test("docs/headgrade.schema.json", async () => {
  await expect(`${JSON.stringify(jsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot("../../docs/headgrade.schema.json");
});

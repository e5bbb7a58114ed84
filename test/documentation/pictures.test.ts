/** The pictures in the guides, and the schema beside them, are what the code makes: `npm test -- test/documentation/pictures.test.ts -u` makes them anew. */
import { expect, test } from "vitest";
import { reconcile, type Statement } from "headgrade";
import { jsonSchema, toSvg } from "headgrade/show";
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

test("docs/headgrade.schema.json", async () => {
  await expect(`${JSON.stringify(jsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot("../../docs/headgrade.schema.json");
});

/** Pages of their own that `toHtml` makes: no wider than the window, fit for everybody, and whole on paper, in a browser that has nothing else. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcile, type Statement } from "headgrade";
import { adjust } from "headgrade/adjust";
import { recoveredMetal } from "headgrade/formula";
import { toHtml } from "headgrade/show";
import { measured, simulate, uncertaintyOf } from "headgrade/uncertainty";
import { LAC_DES_ILES, QUARTERS } from "../published/lac-des-iles-2002.ts";
import { show, sideways, Site, violations, WIDTHS } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const EVIL = "<img src=x onerror=\"document.title='run'\">";
const contradictory: Statement = {
  ...LAC_DES_ILES, operation: EVIL,
  periods: { ...LAC_DES_ILES.periods, "2002-Q3": { ...QUARTERS["2002-Q3"], Pd: { ...QUARTERS["2002-Q3"].Pd, produced: "51,618 oz" } } },
};
const by = (value: string) => ({ value, error: { relativeStandard: "2 %" } });
const circuit = adjust({
  nodes: ["mill"], streams: {
    ore: { to: "mill", mass: by("100 t"), assays: { Cu: by("2 %") } }, concentrate: { from: "mill", mass: by("8 t"), assays: { Cu: by("24 %") } },
    [EVIL]: { from: "mill", assays: { Cu: by("0.1 %") } },
  },
});
const metal = {
  ore: measured("mass", { value: "1,165,388 t", relativeStandard: "0.5 %" }), grade: measured("grade", { value: "1.88 g/t", relativeStandard: "2 %" }), recovery: "74.0 %",
} as const;

describe.each([
  ["a consistent report", reconcile(LAC_DES_ILES)], ["a contradictory report", reconcile(contradictory)], ["an adjusted circuit", circuit],
  ["an uncertainty budget", uncertaintyOf(recoveredMetal, metal)], ["a simulation", simulate(recoveredMetal, metal, { seed: 1, trials: 2000 })],
] as const)("%s", (_, value) => {
  test("is fit for everybody at every width, light and dark, and scrolls within itself", async () => {
    const { page, troubles, leave } = await site.visit("modules.html");
    await page.setContent(toHtml(value, { document: true }));
    for (const scheme of ["light", "dark"] as const) {
      for (const width of WIDTHS) {
        await show(page, width, scheme);
        expect(await violations(page), `${String(width)} pixels, ${scheme}`).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
    }
    expect(await page.title()).not.toBe("run");
    expect(await page.locator("img").count()).toBe(0);
    expect(troubles).toEqual([]);
    await leave();
  });

  test("is as wide as the sheet on paper, and dark on white", async () => {
    const { page, leave } = await site.visit("modules.html");
    await page.setContent(toHtml(value, { document: true }));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.evaluate("[...document.querySelectorAll('main, svg, table')].filter((element) => element.getBoundingClientRect().right > 719).length")).toBe(0);
    expect(await page.evaluate("[getComputedStyle(document.querySelector('main')).overflowX, getComputedStyle(document.body).color]")).toEqual(["visible", "rgb(0, 0, 0)"]);
    await leave();
  });
});

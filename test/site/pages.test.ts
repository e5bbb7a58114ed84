/**
 * The main pages of the site, as a browser shows them: without errors, without requests to elsewhere, no wider than the window, and fit for everybody by
 * axe-core. With SCREENSHOTS=true in the environment they are also photographed, to be looked at: `build/screenshots`.
 */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesBelow, root } from "../support/repository.ts";
import { show, sideways, Site, violations, WIDTHS } from "./browser.ts";

const PAGES = [
  "index.html", "modules.html", "hierarchy.html", "modules/headgrade.html", "functions/headgrade.headGrade.html", "functions/headgrade.reconcile.html",
  "classes/headgrade.Quantity.html", "interfaces/headgrade.Statement.html", "types/headgrade.ErrorCode.html",
  ...filesBelow("build/site/documents", ".html").map((file) => file.slice("build/site/".length)),
];
const PHOTOGRAPHED = process.env["SCREENSHOTS"] === "true";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

test.each(PAGES)("%s", async (path) => {
  const { page, troubles, leave } = await site.visit(path);
  for (const scheme of ["light", "dark"] as const) {
    for (const width of WIDTHS) {
      const where = `${String(width)} pixels, ${scheme}`;
      await show(page, width, scheme);
      expect(await sideways(page), where).toBe(0);
      // What depends on the width does not depend on the scheme.
      if (scheme === "light" || width === WIDTHS[0]) expect(await violations(page), where).toEqual([]);
      if (PHOTOGRAPHED) {
        const name = `${path.replace(".html", "").replaceAll("/", "-")}-${String(width)}-${scheme}.png`;
        await page.screenshot({ path: join(root, "build/screenshots", name), fullPage: true });
      }
    }
  }
  expect(troubles).toEqual([]);
  await leave();
});

test("the text of a picture has the page's colour, also where the reader has set another theme than the system's", async () => {
  const { page, leave } = await site.visit("documents/In_a_notebook.html");
  await page.evaluate("document.documentElement.dataset.theme = 'dark'");
  const [colours, own] = await page.evaluate<readonly [readonly string[], string]>(
    "[[...document.querySelectorAll('.site-picture > svg')].map((svg) => getComputedStyle(svg).fill), getComputedStyle(document.body).color]",
  );
  expect(colours).toHaveLength(5);
  expect(new Set(colours)).toEqual(new Set([own]));
  expect(await violations(page)).toEqual([]);
  await leave();
});

test.each(["light", "dark"] as const)("the menu of a telephone is fit for everybody, %s", async (scheme) => {
  const { page, troubles, leave } = await site.visit("documents/Getting_started.html");
  await show(page, 375, scheme);
  await page.click("#tsd-toolbar-menu-trigger");
  await page.locator(".site-menu").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(troubles).toEqual([]);
  await leave();
});

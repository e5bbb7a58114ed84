/** Pages on paper: as wide as the sheet, whole, and dark on white, whatever the screen shows. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { show, Site } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** A4 between margins of 1 cm, in pixels of 1/96 inch. */
const SHEET = 718;
const PAGES = [
  "documents/Try_it.html", "documents/In_a_notebook.html", "documents/How_sure_is_a_number_.html", "documents/Notebooks.Find_the_misprint.html",
  "documents/Notebooks.Balance_a_flotation_plant.html", "documents/Units.html", "functions/headgrade.headGrade.html", "classes/headgrade.Quantity.html",
];

// What of the page's own column would be cut: it ends beyond the sheet, or hides or scrolls to what is wider than itself.
const CUT = `[...document.querySelectorAll("[role=main] *")].flatMap((element) => {
  const { right, width } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const cut = right > ${String(SHEET)} + 1 || (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0);
  return width > 0 && cut && style.position !== "absolute" && !element.closest("svg svg, svg *") ? [element.outerHTML.slice(0, 160)] : [];
})`;

async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: SHEET, height: 1000 });
}

test.each(PAGES)("%s: nothing is cut, and nothing stands there that paper has no use for", async (path) => {
  const { page, leave } = await site.visit(path);
  await onPaper(page);
  expect(await page.evaluate(CUT)).toEqual([]);
  expect(await page.locator("header:visible, footer:visible, .col-sidebar:visible, [role=main] button:visible").count()).toBe(0);
  expect(await page.locator("[role=main]").isVisible()).toBe(true);
  await leave();
});

test.each(["light", "dark"] as const)("a page set dark is light on paper, its folded parts open, and as before on the screen; the system is %s", async (scheme) => {
  const { page, leave } = await site.visit("modules/headgrade.html");
  await show(page, 1280, scheme);
  await page.evaluate("document.documentElement.dataset.theme = 'dark'; document.querySelector('[role=main] details').open = false");
  const seen = (): Promise<unknown> => page.evaluate("[document.documentElement.dataset.theme, document.querySelectorAll('[role=main] details:not([open])').length]");
  expect(await seen()).toEqual(["dark", 1]);
  // What printing does: the browser says that it begins and ends.
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await seen()).toEqual(["light", 0]);
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(34, 34, 34)");
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgba(0, 0, 0, 0)");
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  expect(await seen()).toEqual(["dark", 1]);
  await leave();
});

test("the whole statement of the page that tries one is on paper", async () => {
  const { page, leave } = await site.visit("documents/Try_it.html");
  await onPaper(page);
  expect(await page.evaluate("(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.try-it textarea'))")).toBe(0);
  await leave();
});

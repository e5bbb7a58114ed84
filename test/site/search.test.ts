/** The site's search, typed into as a reader would: the trade's own words and their synonyms lead to the page that answers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { show, sideways, Site, violations, WIDTHS, type Visit } from "./browser.ts";

let site: Site;
let visit: Visit;
beforeAll(async () => {
  site = await Site.open();
  visit = await site.visit("index.html");
  await visit.page.click("#tsd-search-trigger");
});
afterAll(() => site.close());

// The pages listed first for what is typed, without the folder names in which they stand.
async function found(typed: string): Promise<readonly string[]> {
  const results = visit.page.locator("#tsd-search-results li a");
  await visit.page.evaluate("document.getElementById('tsd-search-results').replaceChildren()");
  await visit.page.fill("#tsd-search-input", typed);
  await results.first().waitFor();
  const pages = await results.evaluateAll((links) => links.map((link) => (link as unknown as { readonly href: string }).href));
  return pages.map((page) => page.replace(/^.*\//, "").replace(/\.html.*$/, "").replace(/^headgrade\w*\./, ""));
}

test.each([
  ["opt", "grade"], ["ounces per ton", "grade"], ["g/t", "grade"],
  ["head assay", "headGrade"], ["head grade", "headGrade"], ["mill head", "headGrade"],
  ["strip ratio", "strippingRatio"], ["mass yield", "massPull"], ["payables", "payability"], ["payable ounces", "payableMetal"],
  ["nsr", "netSmelterReturn"], ["TC/RC", "netSmelterReturn"], ["TC/RC", "Equivalents_and_smelter_terms"],
  ["LCE", "Oxides_and_elements"], ["LCE", "conventionalFactor"], ["AuEq", "metalEquivalent"],
  ["t/d", "throughput"], ["tpd", "dailyThroughput"], ["short ton", "mass"], ["dmt", "dryMass"], ["SG", "density"],
  ["cut-off grade", "breakEvenCutOff"], ["weighted average", "blend"], ["two-product formula", "twoProduct"], ["variance analysis", "bridge"],
  ["mass balance", "adjust"], ["least squares", "adjust"], ["reconcile", "reconcile"], ["tslab", "In_a_notebook"],
])("%s: among the first three is %s", async (typed, page) => {
  expect((await found(typed)).slice(0, 3)).toContain(page);
});

test.each(["headGrade:", "*headGrade", "headGrade*", "+headGrade", "-headGrade", "~headGrade~", "headGrade^", "* headGrade", "headGrade\\", ": headGrade ^"])(
  "%s: signs around a word are no part of it", async (typed) => {
    expect(await found(typed)).toContain("headGrade");
    expect(visit.troubles).toEqual([]);
  },
);

test.each(["head:Grade", "headGrade^2", "xyz~1", "a:b:c", "xy*zzy", "a+b\\c", "x:yzzy ~ ^ : \\"])("%s: what is found nowhere is said to be, whatever its signs", async (typed) => {
  await visit.page.evaluate("document.getElementById('tsd-search-status').replaceChildren()");
  await visit.page.fill("#tsd-search-input", typed);
  await visit.page.locator("#tsd-search-status", { hasText: "No results found" }).waitFor();
  expect(visit.troubles).toEqual([]);
});

test.each(["~", "^", ":", "*", "+", "-", "\\", "** : ~"])("%s alone looks for nothing", async (typed) => {
  await found("headGrade");
  await visit.page.fill("#tsd-search-input", typed);
  await expect.poll(() => visit.page.locator("#tsd-search-results li").count()).toBe(0);
  expect(visit.troubles).toEqual([]);
});

test("a page stands in the results once, though several entry points export it", async () => {
  const pages = await found("headGrade");
  expect(pages.filter((page) => page === "headGrade")).toHaveLength(1);
});

test("functions and guides come before the fields of what they take", async () => {
  const pages = await found("recovery");
  expect(pages[0]).toBe("recovery");
  expect(pages).toContain("combinedRecovery");
  expect(pages.filter((page) => page === "TreatedOre")).toEqual([]);
});

test("what nobody wrote about is said to be nowhere, and shown as typed", async () => {
  await visit.page.fill("#tsd-search-input", "<b>xyzzy</b>");
  const status = visit.page.locator("#tsd-search-status", { hasText: "No results found" });
  await status.waitFor();
  expect(await status.textContent()).toContain("<b>xyzzy</b>");
});

test("what was found is fit for everybody at every width, light and dark", async () => {
  for (const scheme of ["light", "dark"] as const) {
    for (const width of WIDTHS) {
      await show(visit.page, width, scheme);
      await found("recovery");
      // A result is an option with a link in it for the mouse; what stands in an option is not exposed by itself, and the keyboard passes it over.
      expect(await violations(visit.page, ["nested-interactive"]), `${String(width)} pixels, ${scheme}`).toEqual([]);
      expect(await sideways(visit.page)).toBe(0);
    }
  }
  await show(visit.page, WIDTHS[0], "light");
});

test("the keyboard alone leads to the page: slash, words, Enter", async () => {
  const { page, troubles, leave } = await site.visit("index.html");
  await page.keyboard.press("/");
  await page.keyboard.type("head assay");
  await page.locator("#tsd-search-results li a").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/headgrade.headGrade.html");
  expect(troubles).toEqual([]);
  await leave();
});

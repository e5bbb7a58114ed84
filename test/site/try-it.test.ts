/** The library in a page, as one module that the browser imports: no bundler, no polyfill, no request to elsewhere. */
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readText, root } from "../support/repository.ts";
import { show, sideways, Site, violations, WIDTHS, type Visit } from "./browser.ts";

let site: Site;
let visit: Visit;
beforeAll(async () => {
  site = await Site.open();
  visit = await site.visit("documents/Try_it.html");
});
afterAll(() => site.close());

const report = () => visit.page.locator(".try-it-report");
const trouble = () => visit.page.locator(".try-it-trouble");
const editor = () => visit.page.getByLabel("Printed figures, as JSON");

async function reconciled(change: (statement: string) => string): Promise<void> {
  await visit.page.reload({ waitUntil: "networkidle" });
  await editor().fill(change(await editor().inputValue()));
  await visit.page.getByRole("button", { name: "Reconcile" }).click();
}

test("the statement of the page is reconciled as the page opens, with its tables and two pictures", async () => {
  await report().locator("table").first().waitFor();
  expect(await report().textContent()).toContain("Lac des Iles");
  expect(await report().textContent()).toContain("consistent");
  expect(await report().locator("svg[role=img]").count()).toBe(2);
  expect(await report().locator("svg[role=img] > title").count()).toBe(2);
});

test("a misprint is found in the page", async () => {
  await reconciled((statement) => statement.replace("52,067 oz", "52,607 oz"));
  const text = await report().textContent();
  expect(text).toContain("contradictory");
  expect(text).toContain("52,067 oz");
});

test("a wrong unit gets the library's advice, as text", async () => {
  await reconciled((statement) => statement.replace("1,165,388 t", "1,165,388 tons"));
  expect(await trouble().textContent()).toMatch(/Ambiguous mass unit "tons": say "t" for the tonne/);
  expect(await report().textContent()).toBe("");
});

test("what is not JSON is said to be none", async () => {
  await reconciled(() => "{ ore: ");
  expect(await trouble().textContent()).toMatch(/^This is not JSON: /);
});

test("markup in a statement is shown and not run, in a report and in an error", async () => {
  const bad = "<img src=x onerror=\\\"document.title='run'\\\">";
  await reconciled((statement) => statement.replace("Lac des Iles", bad));
  expect(await report().textContent()).toContain("<img src=x onerror=");
  await reconciled((statement) => statement.replace("12,667 t/d", `12,667 ${bad}`));
  expect(await trouble().textContent()).toContain("<img src=x");
  expect(await visit.page.locator(".try-it img").count()).toBe(0);
  expect(await visit.page.title()).not.toBe("run");
});

test.each([
  ["a consistent report", (statement: string) => statement],
  ["a report in conflict", (statement: string) => statement.replace("52,067 oz", "52,607 oz")],
  ["an error", (statement: string) => statement.replace("1,165,388 t", "1,165,388 tons")],
  ["what is not JSON", () => "{ ore: "],
])("%s is fit for everybody at every width, light and dark", async (_, change) => {
  await reconciled(change);
  for (const scheme of ["light", "dark"] as const) {
    for (const width of WIDTHS) {
      await show(visit.page, width, scheme);
      expect(await violations(visit.page), `${String(width)} pixels, ${scheme}`).toEqual([]);
      expect(await sideways(visit.page)).toBe(0);
    }
  }
  await show(visit.page, WIDTHS[0], "light");
});

test("on a telephone the pictures keep their size and are scrolled to, by the keyboard too", async () => {
  await reconciled((statement) => statement);
  await show(visit.page, 375, "light");
  expect(await report().locator("svg[role=img]").first().evaluate((svg) => (svg as unknown as { readonly clientWidth: number }).clientWidth)).toBe(640);
  await report().focus();
  await visit.page.keyboard.press("ArrowRight");
  await expect.poll(() => report().evaluate((element) => (element as unknown as { readonly scrollLeft: number }).scrollLeft)).toBeGreaterThan(0);
  await show(visit.page, WIDTHS[0], "light");
});

test("a picture is called by its title and described, though it stands in the page twice", async () => {
  await reconciled((statement) => statement);
  await visit.page.evaluate("(report => report.append(report.firstElementChild.cloneNode(true)))(document.querySelector('.try-it-report'))");
  const session = await visit.page.context().newCDPSession(visit.page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const pictures = nodes.filter(({ role, name, ignored }) => !ignored && role?.value === "image" && name?.value !== "").map(({ name, description }) => [name?.value, String(description?.value).slice(0, 9)]);
  expect(pictures).toEqual(Array.from({ length: 2 }, () => [["Lac des Iles: printed against implied", "5 checks,"], ["Lac des Iles: the values by period", "Values by"]]).flat());
  expect(await violations(visit.page)).toEqual([]);
});

test("nothing of it troubled the browser, or asked another host", () => {
  expect(visit.troubles).toEqual([]);
});

test("the module of the package is one file, and imports nothing", async () => {
  const { metafile } = await build({ entryPoints: ["dist/browser.js"], absWorkingDir: root, bundle: true, format: "esm", write: false, metafile: true });
  expect(Object.values(metafile.inputs).map(({ imports }) => imports)).toEqual([[]]);
  expect(readText("build/site/assets/headgrade.js")).toBe(readText("dist/browser.js"));
});

test("the module of the package computes in a bare page", async () => {
  const { page, troubles, leave } = await site.visit("modules.html");
  const module = JSON.stringify(readText("dist/browser.js"));
  const told = await page.evaluate<string>(
    `import(URL.createObjectURL(new Blob([${module}], { type: "text/javascript" }))).then(({ mass, recoveredMetal }) =>
      String(mass("52,067 oz").to("kg")) + "; " + recoveredMetal({ ore: "1,165,388 t", grade: "1.88 g/t", recovery: "74.0 %" }).format({ places: 0 }))`,
  );
  expect(told).toBe("1,619.4647265456 kg; 52,126 oz");
  expect(troubles).toEqual([]);
  await leave();
});

/** The main pages of the site, as a reader's browser shows them: without errors, without requests to elsewhere, and fit for everybody by axe-core. */
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesBelow } from "../support/repository.ts";
import { Site, type Scheme } from "./browser.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const PAGES = [
  "index.html", "modules.html", "hierarchy.html", "modules/headgrade.html", "functions/headgrade.headGrade.html", "functions/headgrade.reconcile.html",
  "classes/headgrade.Quantity.html", "interfaces/headgrade.Statement.html", "types/headgrade.ErrorCode.html",
  ...filesBelow("build/site/documents", ".html").map((file) => file.slice("build/site/".length)),
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

// Every page in light; in dark those that between them hold every sort of markup.
const VISITS: readonly (readonly [string, Scheme])[] = [...PAGES.map((path) => [path, "light"] as const), ...PAGES.slice(0, 10).map((path) => [path, "dark"] as const)];

test.each(VISITS)("%s, %s", async (path, scheme) => {
  const { page, troubles, leave } = await site.visit(path, { scheme });
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate<readonly Violation[]>("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)");
  expect(violations.flatMap(({ id, nodes }) => nodes.slice(0, 8).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n  ${failureSummary}`))).toEqual([]);
  expect(troubles).toEqual([]);
  await leave();
});

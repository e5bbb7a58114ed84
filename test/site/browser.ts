/** The built site in the machine's own Chromium, with everything that a page said, asked for or threw written down. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { root } from "../support/repository.ts";
import { serve, type StaticServer } from "../support/static-server.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export type Scheme = "light" | "dark";

/** The widths of a window at which pages are looked at: a desk's, a tablet's and a telephone's. */
export const WIDTHS = [1280, 768, 375] as const;

export interface Visit {
  readonly page: Page;
  /** What went wrong: errors and warnings on the console, exceptions, requests that failed or went to another host. */
  readonly troubles: readonly string[];
  readonly leave: () => Promise<void>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** A page with a window of this width, in this scheme. */
export async function show(page: Page, width: number, scheme: Scheme): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
}

/** What axe-core holds against a page as it is shown now, but for some of its rules. */
export async function violations(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.addScriptTag({ path: AXE });
  const found = await page.evaluate<readonly Violation[]>("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)");
  return found.filter(({ id }) => !without.includes(id)).flatMap(({ id, nodes }) => nodes.slice(0, 8).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n  ${failureSummary}`));
}

/** By how many pixels a page can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** The site in a browser. The caller closes it. */
export class Site {
  readonly #server: StaticServer;
  readonly #browser: Browser;

  private constructor(server: StaticServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(): Promise<Site> {
    const folder = join(root, "build/site");
    if (!existsSync(join(folder, "index.html"))) throw new Error("There is no site to look at: run `npm run build && npm run docs` first.");
    const executablePath = process.env["CHROMIUM"] ?? CHROMIUM.find((path) => existsSync(path));
    if (executablePath === undefined) throw new Error("There is no Chromium: install it (`apt-get install chromium`), or name it in the variable CHROMIUM.");
    const server = await serve(folder);
    return new Site(server, await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] }));
  }

  /** A page of the site, by its path, once it is shown. */
  async visit(path: string): Promise<Visit> {
    const context = await this.#browser.newContext({ viewport: { width: WIDTHS[0], height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.#server.url) && !/^(data|blob):/.test(url)) troubles.push(`request to elsewhere: ${url}`);
    });
    page.on("requestfailed", (request) => troubles.push(`request failed: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
    });
    await page.goto(`${this.#server.url}${path}`, { waitUntil: "networkidle" });
    return { page, troubles, leave: () => context.close() };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

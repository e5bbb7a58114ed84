/** The built site in the machine's own Chromium, with everything that a page said, asked for or threw written down. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { root } from "../support/repository.ts";
import { serve, type StaticServer } from "../support/static-server.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export type Scheme = "light" | "dark";

export interface Visit {
  readonly page: Page;
  /** What went wrong: errors and warnings on the console, exceptions, requests that failed or went to another host. */
  readonly troubles: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface VisitOptions {
  readonly scheme?: Scheme;
  readonly width?: number;
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
  async visit(path: string, { scheme = "light", width = 1280 }: VisitOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
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

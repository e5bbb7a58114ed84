/** Every link of the site leads somewhere: to a page that is there, and to a place on it that is there. */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, readText, root } from "../support/repository.ts";

const SITE = "build/site";

interface PageText {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function parsed(html: string): PageText {
  const ids = new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => unescaped(id!)));
  const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => unescaped(link!));
  return { ids, links };
}

const files = filesBelow(SITE, ".html").map((file) => file.slice(SITE.length + 1));
const pages = new Map(files.map((file) => [file, parsed(readText(`${SITE}/${file}`))]));

// Why a link of a page leads nowhere; undefined if it leads somewhere, or out of the site.
function trouble(from: string, link: string): string | undefined {
  if (/^(https?|mailto|data):/.test(link)) return undefined;
  const [path = "", anchor = ""] = link.split("#");
  const target = path === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(path)));
  if (target.startsWith("..")) return `${from}: ${link} leaves the site`;
  if (!existsSync(join(root, SITE, target))) return `${from}: ${link} is not there`;
  const ids = pages.get(target)?.ids;
  return anchor === "" || ids === undefined || ids.has(decodeURIComponent(anchor)) ? undefined : `${from}: ${link} has no such place`;
}

test("the site has its pages", () => {
  expect(files).toContain("index.html");
  expect(files.filter((file) => file.startsWith("documents/")).length).toBeGreaterThan(10);
  expect(files.filter((file) => file.startsWith("functions/")).length).toBeGreaterThan(100);
});

test("every link between pages, pictures, styles and scripts resolves, to the very place named", () => {
  expect([...pages].flatMap(([file, { links }]) => [...new Set(links)].flatMap((link) => trouble(file, link) ?? []))).toEqual([]);
});

test("every page can be reached from the first one by following links", () => {
  const reached = new Set<string>();
  const waiting = ["index.html"];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const link of pages.get(file)?.links ?? []) {
      const [path = ""] = link.split("#");
      if (path !== "" && !/^[a-z]+:/.test(path)) waiting.push(posix.normalize(posix.join(posix.dirname(file), decodeURIComponent(path))));
    }
  }
  expect(files.filter((file) => !reached.has(file))).toEqual([]);
});

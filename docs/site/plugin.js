/** What TypeDoc does not do by itself for the site: pages fit for assistive technology, and a search that knows the trade's other words. */
import { readFileSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForBrowser } from "../../.config/browser-bundle.js";
import { searchTerms } from "./search-terms.js";

/** @param {import("typedoc").Application} app */
export async function load(app) {
  const lists = await searchTerms();
  app.renderer.on("endPage", (page) => {
    if (page.contents !== undefined) page.contents = withPictures(wideTables(levelled(withMain(page.contents))));
  });
  app.renderer.preRenderAsyncJobs.push(async ({ outputDirectory }) => {
    await bundleForBrowser(join(outputDirectory, "assets/headgrade.js"));
    await copyFile(fileURLToPath(new URL("try-it.js", import.meta.url)), join(outputDirectory, "assets/try-it.js"));
  });
  // TypeDoc copies its script as the rendering ends: this is done after it.
  app.renderer.on("endRender", ({ outputDirectory }) => {
    const script = join(outputDirectory, "assets/main.js");
    writeFileSync(script, wordsAsTheyStand(readFileSync(script, "utf8")));
  }, -1000);
  app.renderer.on("prepareIndex", (index) => {
    // What an entry point exports again is found once, at the page that both lead to.
    for (let place = index.searchResults.length - 1; place >= 0; place--) {
      if (index.searchResults[place].isReference?.() === true) index.removeResult(place);
    }
    // Each list is a field of its own: a word counts for less in a longer one.
    for (const [field, terms] of Object.entries(lists)) {
      index.searchFieldWeights[field] = 1000;
      index.searchResults.forEach((reflection, place) => {
        index.searchFields[place] = { ...index.searchFields[place], [field]: termsOf(reflection, terms) };
      });
    }
  });
}

// A name that several entry points share stands in the first of them, which most people import from; members of a class are no pages of their own.
function termsOf(reflection, terms) {
  return reflection.isDocument() || reflection.parent?.isProject() !== false || reflection.parent.parent?.isProject() === true
    ? [...new Set((terms.get(reflection.name) ?? []).map(asOneWord))].join(" ")
    : "";
}

// The search looks for each word of what is typed anywhere within an indexed one. So a term of several words, indexed as one, is met by all of them
// at once, and weighs as much as they do together.
function asOneWord(term) {
  return term.toLowerCase().replaceAll(" ", "_");
}

// The column with what the page is about is its main landmark; the other one leads about.
function withMain(html) {
  return html.replace('<div class="col-content">', '<div class="col-content" role="main">')
    .replace('<div class="col-sidebar">', '<div class="col-sidebar" role="complementary" aria-label="Contents">');
}

// A table wider than the page is scrolled to, by the keyboard too.
function wideTables(html) {
  return html.replaceAll(/<table>/g, '<div class="site-wide" role="group" aria-label="Table" tabindex="0"><table>').replaceAll("</table>", "</table></div>");
}

// A picture stands in the page itself, so that its text has the page's colour in either theme, and is scrolled to where it would get too small to read.
function withPictures(html) {
  return html.replaceAll(/<p><img src="[^"]*\bmedia\/([\w-]+\.svg)"[^>]*><\/p>/g, (_, name) => {
    const picture = readFileSync(new URL(`../pictures/${name}`, import.meta.url), "utf8").replace(/<style>.*?<\/style>/, "").trim();
    return `<div class="site-picture" role="group" aria-label="Picture" tabindex="0">${picture}</div>`;
  });
}

// Signs that are operators to the search engine, which throws at some of them, stand for themselves within a word of the reader's; around it they are no part of it.
function wordsAsTheyStand(script) {
  const signs = String.raw`[\\:~^*+-]`;
  return replacedOnce(
    replacedOnce(script, /(\w+)\.value\.trim\(\)/g, (read) => `${read}.replace(/(^|\\s)${signs}+|${signs}+(?=\\s|$)/g,"$1").trim()`),
    /\.map\((\w+)=>\1\.length\?`\*\$\{\1\}\*`:""\)/g, (_, word) => `.map(${word}=>${word}.length?"*"+${word}.replace(/${signs}/g,"\\\\$&")+"*":"")`,
  );
}

function replacedOnce(script, pattern, replacement) {
  if (script.match(pattern)?.length !== 1) throw new Error(`TypeDoc's script no longer reads a search as this plugin expects it: ${pattern} stands there not once.`);
  return script.replace(pattern, replacement);
}

// A heading says a level that the one before it leads to; how it looks is left alone.
function levelled(html) {
  let last = 0;
  return html.replace(/<h([1-6])(?=[\s>])/g, (tag, said) => {
    const level = Math.min(Number(said), last + 1);
    last = level;
    return level === Number(said) ? tag : `${tag} aria-level="${level}"`;
  });
}

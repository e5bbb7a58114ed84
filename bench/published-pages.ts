/** Writes the pages of the docs about what was published anew: `npm run -s published-pages`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES_PAGE, examplesPageText } from "../test/published/examples-page.ts";
import { PAGE, pageText } from "../test/published/page.ts";
import { root } from "../test/support/repository.ts";

for (const [page, text] of [[PAGE, pageText()], [EXAMPLES_PAGE, examplesPageText()]] as const) {
  writeFileSync(join(root, page), text);
  console.log(`${page} is written.`);
}

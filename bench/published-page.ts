/** Writes the page of the docs about the published reports anew: `npm run -s published-page`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PAGE, pageText } from "../test/published/page.ts";
import { root } from "../test/support/repository.ts";

writeFileSync(join(root, PAGE), pageText());
console.log(`${PAGE} is written.`);

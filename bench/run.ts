/** Prints one table: what was measured beside what we aim for. It never fails: what is timed on a shared machine is for a person to judge. */
import { adjustment } from "./adjust.ts";
import { builtPackage } from "./package.ts";
import { recoveredMetal } from "./recovered-metal.ts";
import { report } from "./report.ts";
import { show } from "./show.ts";
import { size } from "./size.ts";
import { tabulated } from "./table.ts";

// Before all else, so that the first call is one.
const plants = adjustment();
const headgrade = await builtPackage();
console.log(tabulated([recoveredMetal(headgrade), report(headgrade), show(headgrade), plants, await size()]));
console.log("Processor time on the bundled package, taken turn by turn; every ratio is the median over the rounds of this one run.");

/** The statements of published reports, and that of Lac des Iles. */
import type { Statement } from "headgrade";
import { LAC_DES_ILES } from "../published/lac-des-iles-2002.ts";
import { filesBelow, readText } from "../support/repository.ts";

export const published: readonly { readonly name: string; readonly statement: Statement }[] = [
  { name: "lac-des-iles-2002", statement: LAC_DES_ILES },
  ...filesBelow("test/published/statements", ".json").map((path) => (
    { name: path.split("/").at(-1)!.replace(".json", ""), statement: (JSON.parse(readText(path)) as { statement: Statement }).statement })),
];

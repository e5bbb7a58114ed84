/** The reference page of the statement's vocabulary is made from the tables that the library itself reads: `npm test -- -u` writes it anew. */
import { expect, test } from "vitest";
import { COMPOSITIONS, RELATIONS, type Relation } from "../../src/statement/relation.ts";
import { ITEMS, itemsIn, itemWords, type ItemRow, type ScopeKind } from "../../src/statement/vocabulary.ts";

const SECTIONS: readonly (readonly [ScopeKind, ItemRow["of"], string, string])[] = [
  ["area", "ore", "Of the material", "Under a period of the operation or of an area: `periods: { \"2002-Q4\": { ore: \"1,165,388 t\" } }`."],
  ["area", "metal", "Of a metal", "Under the metal: `{ Pd: { grade: \"1.88 g/t\", recovery: \"74.0 %\" } }`."],
  ["product", "ore", "Of a product", "Under `products` of a period: `products: { \"zinc concentrate\": { mass: \"9,000 t\" } }`."],
  ["product", "metal", "Of a metal in a product", "Under the metal of the product: `products: { \"zinc concentrate\": { Zn: { grade: \"50.4 %\" } } }`."],
  ["resource", "ore", "Of a category of a resource table", "Under the category: `resources: { Reserves: { categories: { Proven: { tonnage: \"10 Mt\" } } } }`."],
  ["resource", "metal", "Of a metal in a category", "Under the metal of the category."],
  ["stock", "ore", "Of a stock", "Under a period of the stock: `stocks: { \"ore stockpile\": { in: [\"oreMined\"], out: [\"ore\"], periods: { ... } } }`."],
];

function itemTable(scope: ScopeKind, of: ItemRow["of"]): string {
  const rows = itemsIn(scope, of).map((item) => {
    const { kind, adds, signed, wet, unit } = ITEMS[item];
    const sort = [adds ? "amount" : scope === "stock" ? "stock" : "ratio", ...(signed === true ? ["may be negative"] : []), ...(wet === true ? ["wet"] : [])].join(", ");
    return `| \`${item}\` | ${itemWords(item, scope)} | ${kind} | ${item === "days" ? "the calendar's, unless printed" : sort} | ${unit} |`;
  });
  return ["| item | in words | kind | amount or ratio | told in |", "|---|---|---|---|---|", ...rows].join("\n");
}

function relationRow({ scope, amount, ratio, base, ofArea, implies, basis }: Relation): string {
  const of = (item: typeof amount): string => itemWords(item, scope);
  const over = ofArea === true ? `${itemWords(base, "area")} of the area` : of(base);
  return `| ${scope} | ${of(amount)} = ${over} x ${of(ratio)} | ${implies === true ? "both amounts are spoken of, or the ratio is printed" : "the ratio is printed"} | ${basis} |`;
}

function page(): string {
  const sections = SECTIONS.map(([scope, of, title, where]) => `### ${title}\n\n${where}\n\n${itemTable(scope, of)}`);
  return `---
title: Vocabulary
---

# Vocabulary

Every item that a statement can state, and every tie that it lays by itself. [Stating a real report](real-reports.md) shows them at work; what has no item here can be
stated as a [value and a tie of its own](real-reports.md#what-has-no-word).

## Items

*Told in* is the unit in which an implied value is told when the report printed no unit for it. Any unit of the kind can be printed.
Of a metal it is that of precious metals: base metals and minerals are told in t, % and USD/t instead of oz, g/t and USD/oz, and diamonds in ct, cpht and USD/ct.

${sections.join("\n\n")}

## Products of ratios

Each is \`amount = base x ratio\`, laid in every period for which its area or product speaks of it, once the item has been printed in one.

| where | tie | laid when | basis |
|---|---|---|---|
${RELATIONS.map(relationRow).join("\n")}

Besides these: what a strip ratio and a unit cash cost divide is declared in \`bases\`; a metal with a \`feed\` of its own has its grade on that feed;
where recovered metal is printed beside produced metal, the recovery makes the recovered; and metal dissolved takes the place of contained metal where
a solution is processed.

## Sums

| sum | basis |
|---|---|
${COMPOSITIONS.map(({ scope, total, parts, optional, basis }) => `| ${itemWords(total, scope)} = ${parts.map((part) => `${itemWords(part, scope)}${part === optional ? " (where printed)" : ""}`).join(" + ")} | ${basis} |`).join("\n")}
| every amount of a period = that of the periods which tile it | the periods make up the whole |
| every amount of an area = that of its parts | the areas make up the operation |
| metal produced, payable, shipped and sold of an area = that in its products | the products hold all the metal produced |
| tonnage and metal of \`Measured + Indicated\`, \`Proven + Probable\` and of the totals declared = those of their categories | the categories make up the total |
| tonnage and metal of a category = those of the deposits | the deposits make up the total |
| a metal equivalent = its metals at the ratios or prices stated; over periods only where one ratio holds | the ratios stated |
| closing stock = opening stock + what came in - what went out + adjustment | nothing else came or went |
`;
}

test("the page of the vocabulary says what the library's own tables say", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/vocabulary.md");
});

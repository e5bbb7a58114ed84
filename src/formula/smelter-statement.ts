/** A net smelter return as text. */
import { HeadgradeError } from "../error.ts";
import { roundTogether } from "../figure/round-together.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { SmelterReturn } from "./smelter.ts";

/**
 * A net smelter return as lines of text, to the cent. The lines are rounded together, so that those printed add up to the return printed.
 *
 * @param nsr - what {@link netSmelterReturn} gave.
 * @returns One line for each line of the statement that is there, charges negative; where there is a royalty, the return per tonne of ore is the one after it.
 * @source The layout is this library's own.
 * @example
 * ```ts
 * import { netSmelterReturn, smelterStatement } from "headgrade/formula";
 *
 * const nsr = netSmelterReturn({
 *   metals: { Zn: { grade: "53 %", price: "2,500 USD/t", terms: { form: "lesser", share: "85 %", deduction: "8 units" } } },
 *   treatmentCharge: "245 USD/dmt",
 * });
 * smelterStatement(nsr)
 * // =>
 * // payable Zn            1,125.00
 * // treatment              -245.00
 * // net smelter return      880.00 USD/dmt
 * ```
 * @category Money
 */
export function smelterStatement(nsr: SmelterReturn): string {
  const metals = Object.entries(nsr.metals);
  const parts: readonly Line[] = [
    ...metals.map(([name, { payableValue }]): Line => [`payable ${name}`, payableValue]),
    ...cost("treatment", nsr.treatment),
    ...metals.flatMap(([name, { refining }]) => cost(`refining of ${name}`, refining)),
    ...Object.entries(nsr.penalties).flatMap(([name, penalty]) => cost(`penalty ${name}`, penalty)),
    ...cost("freight", nsr.freight),
    ...Object.entries(nsr.charges).flatMap(([name, charge]) => cost(name, charge)),
  ];
  const { lines, total } = together(parts);
  const net: Line = ["net smelter return", total];
  const hasRoyalty = !nsr.royalty.exact.isZero;
  // The return is the royalty and what it leaves.
  const after: readonly Line[] = !hasRoyalty ? [] : together([["royalty", nsr.royalty], ["after royalty", nsr.afterRoyalty]], total).lines
    .map(([name, price]): Line => [name, name === "royalty" ? price.negated() : price]);
  const ore: readonly Line[] = nsr.ore === undefined ? [] : [["per tonne of ore", hasRoyalty ? nsr.ore.afterRoyalty : nsr.ore.netSmelterReturn]];
  const told = [...lines, net, ...after, ...ore].map(([name, price]) => ({ name, unit: price.unit, amount: price.format({ places: 2 }).replace(` ${price.unit}`, "") }));
  const width = { name: Math.max(...told.map(({ name }) => name.length)), amount: Math.max(...told.map(({ amount }) => amount.length)) };
  return told.map(({ name, unit, amount }, place) => {
    const isPart = place < lines.length || name === "royalty";
    return `${name.padEnd(width.name)}    ${amount.padStart(width.amount)}${isPart ? "" : ` ${unit}`}`;
  }).join("\n");
}

type Line = readonly [name: string, price: Quantity<"price">];

function cost(name: string, price: Quantity<"price">): readonly Line[] {
  return price.exact.isZero ? [] : [[name, price.negated()]];
}

// Lines to the cent that make their total, or the one that is printed already.
function together(lines: readonly Line[], printed?: Quantity<"price">): { readonly lines: readonly Line[]; readonly total: Quantity<"price"> } {
  const rounded = roundTogether(lines.map(([, price]) => price), { places: 2, ...(printed === undefined ? {} : { total: printed }) });
  if (rounded.verdict !== "rounded") throw new HeadgradeError("out-of-range", rounded.reason);
  return { total: rounded.total, lines: lines.map(([name], place): Line => [name, rounded.parts[place] as Quantity<"price">]) };
}

/** The rounded factors of the trade, looked up by the name of the convention: none is ever used unless it is named. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";
import { parseFormula } from "./formula.ts";

/**
 * A rounded factor of the trade.
 *
 * @category Chemistry
 */
export interface ConventionalFactor {
  readonly convention: ConventionName;
  readonly from: string;
  readonly to: string;
  /** Mass of `to` by mass of `from`, in the digits in which the source prints it. */
  readonly printed: string;
  readonly value: Ratio;
  readonly source: string;
}

/**
 * The rounded factors of the trade that this library knows, all of them or those of one pair of substances.
 *
 * @param pair - the formulas of the two substances; left out, the whole table comes. {@link massFactor} has the stoichiometric factor to compare with.
 * @returns The factors, each with its convention and source; none where no convention has the pair.
 * @throws `HeadgradeError` `malformed-formula`, `too-large` for the formulas.
 * @example
 * ```ts
 * import { conventionalFactors } from "headgrade/chemistry";
 *
 * const uranium = conventionalFactors({ from: "U3O8", to: "U" });
 * uranium.map(({ convention, printed }) => `${convention}: ${printed}`) // => ["uranium red book: 0.848"]
 * conventionalFactors({ from: "Fe", to: "Fe2O3" }).map(({ printed }) => printed) // => ["1.4298"]
 * ```
 * @category Chemistry
 */
export function conventionalFactors(pair?: { readonly from: string; readonly to: string }): readonly ConventionalFactor[] {
  const all = (Object.keys(CONVENTIONS) as ConventionName[]).flatMap(rowsOf);
  if (pair === undefined) return all;
  const from = compositionOf(pair.from);
  const to = compositionOf(pair.to);
  return all.filter((row) => compositionOf(row.from) === from && compositionOf(row.to) === to);
}

/**
 * The rounded factor that a convention has for two substances.
 *
 * @param choice - the name of the convention, and the formulas of the two substances.
 * @returns The factor, as the source prints it. It is not turned round: where a table has only `U3O8` to `U`, `U` to `U3O8` is refused.
 * @throws `HeadgradeError` `unknown-option` for what is no convention; `substance-mismatch` where the convention has not this pair; `malformed-formula`,
 * `too-large` for the formulas.
 * @example
 * ```ts
 * import { conventionalFactor } from "headgrade/chemistry";
 *
 * const carbonate = conventionalFactor({ convention: "lithium reports", from: "Li", to: "Li2CO3" });
 * carbonate.printed // => "5.323"
 * conventionalFactor({ convention: "bone phosphate", from: "P2O5", to: "P" }) // throws "substance-mismatch"
 * ```
 * @category Chemistry
 */
export function conventionalFactor({ convention, from, to }: {
  readonly convention: ConventionName; readonly from: string; readonly to: string;
}): ConventionalFactor {
  if (!isConvention(convention)) {
    throw new HeadgradeError(
      "unknown-option", `Unknown convention ${shown(convention)}: use one of ${Object.keys(CONVENTIONS).map((name) => JSON.stringify(name)).join(", ")}.`,
      { option: "convention", given: shown(convention) },
    );
  }
  const pair = conventionalFactors({ from, to });
  const found = pair.find((row) => row.convention === convention);
  if (found !== undefined) return found;
  const others = pair.map((row) => JSON.stringify(row.convention)).join(" or ");
  const remedy = others === "" ? "give the factor yourself, or use the stoichiometric one" : `${others} has`;
  throw new HeadgradeError("substance-mismatch", `The convention "${convention}" has no factor from ${from} to ${to}: ${remedy}.`, { convention, from, to });
}

/** Whether a value is the name of a convention. @internal */
export function isConvention(name: unknown): name is ConventionName {
  return typeof name === "string" && Object.hasOwn(CONVENTIONS, name);
}

const known = new Map<ConventionName, readonly ConventionalFactor[]>();

function rowsOf(convention: ConventionName): readonly ConventionalFactor[] {
  const before = known.get(convention);
  if (before !== undefined) return before;
  const { rows, source } = CONVENTIONS[convention];
  const made = rows.split(",").map((row) => {
    const [from = "", to = "", printed = ""] = row.trim().split(" ");
    return Object.freeze({ convention, from, to, printed, value: Ratio.of(printed), source });
  });
  known.set(convention, made);
  return made;
}

const compositions = new Map<string, string>();

// What makes two spellings one substance: LiOH.H2O and LiOH·H2O.
function compositionOf(formula: string): string {
  const before = compositions.get(formula);
  if (before !== undefined) return before;
  const made = Object.entries(parseFormula(formula).atoms).map(([element, count]) => `${element}${count.toString()}`).sort().join(" ");
  if (compositions.size < 500) compositions.set(formula, made);
  return made;
}

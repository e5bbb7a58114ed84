/** What a statement declares beside its figures: equivalents, changes, named ties, and what it means by words that have several meanings. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { Figures, ReadFigure } from "./figures.ts";
import type { Statement } from "./input.ts";
import type { Problems } from "../problem/problems.ts";
import { isMadeOfOthers, SUBSTANCES } from "./substance.ts";
import { isItemIn, ITEMS, itemsIn, type Item } from "./vocabulary.ts";

/** How one equivalent is made. @internal */
export interface Equivalent {
  readonly metal: string;
  /** The periods that it holds for, or nothing for all. */
  readonly periods: ReadonlySet<string> | undefined;
  /** By metal, how much of the equivalent one gram of it is; at prices, as the printed ones give it. */
  readonly weights: ReadonlyMap<string, Ratio>;
  /** The metal that it is counted in, and by metal the prices as printed; nothing where the ratios were stated. */
  readonly priced: { readonly own: string; readonly prices: ReadonlyMap<string, EquivalentPrice> } | undefined;
}

/** A printed price that an equivalent is made at. @internal */
interface EquivalentPrice {
  readonly address: string;
  readonly figures: readonly ReadFigure[];
}

/** @internal */
export interface Terms {
  readonly equivalents: readonly Equivalent[];
  readonly changes: readonly {
    readonly of: string; readonly from: string; readonly fall: boolean; readonly address: string;
    readonly figures: readonly ReadFigure[]; readonly where: string;
  }[];
  readonly ties: readonly { readonly name: string; readonly tie: string; readonly where: string }[];
  readonly stripRatio: { readonly over: readonly Item[]; readonly under: readonly Item[] } | undefined;
  readonly unitCashCost: Item | undefined;
  readonly days: "calendar" | "operating";
}

/** @internal */
export function readTerms({ equivalents, changes, ties, bases }: Statement, problems: Problems, figures: Figures): Terms {
  const { stripRatio, unitCashCost, days = "calendar" } = bases === undefined ? {} : problems.record(bases, "bases", ["stripRatio", "unitCashCost", "days"], "basis");
  const strip = stripRatio === undefined ? undefined : readStripRatio(stripRatio, problems);
  if (strip === undefined && figures.placed.some(({ place }) => place.item === "stripRatio")) {
    problems.add("bases.stripRatio", "invalid-statement", 'A strip ratio was printed, and what it divides was not said: give bases: { stripRatio: { over: ["waste"], under: ["oreMined"] } }.');
  }
  if (days !== "calendar" && days !== "operating") problems.unknownIn("bases.", days, ["calendar", "operating"], "basis of the days");
  if (unitCashCost !== undefined && !COST_BASES.some((base) => base === unitCashCost)) problems.unknownIn("bases.", unitCashCost, COST_BASES, "basis of a unit cash cost");
  if (unitCashCost === undefined && figures.placed.some(({ place }) => place.item === "unitCashCost")) {
    problems.add("bases.unitCashCost", "invalid-statement", 'A unit cash cost was printed, and which metal it is per unit of was not said: give bases: { unitCashCost: "sold" }, or "produced" or "payable".');
  }
  return {
    equivalents: listOf(equivalents, "equivalents", "{ metal, ratios }", problems).flatMap((each, index) => readEquivalent(each, `equivalents[${String(index)}]`, problems, figures) ?? []),
    changes: listOf(changes, "changes", "{ of, from, printed }", problems).flatMap((each, index) => readChange(each, `changes[${String(index)}]`, problems, figures) ?? []),
    ties: listOf(ties, "ties", "ties in arithmetic", problems).flatMap((each, index) => readTie(each, `ties[${String(index)}]`, problems) ?? []),
    stripRatio: strip, unitCashCost: unitCashCost as Item | undefined, days: days === "operating" ? days : "calendar",
  };
}

const COST_BASES = ["produced", "payable", "sold"];

function listOf(given: unknown, address: string, what: string, problems: Problems): readonly unknown[] {
  return given === undefined ? [] : problems.list(given, address, what);
}

function readStripRatio(given: unknown, problems: Problems): Terms["stripRatio"] {
  const { over, under } = problems.record(given, "bases.stripRatio", ["over", "under"], "key of a strip ratio");
  const before = problems.count;
  const masses = itemsIn("area", "ore").filter((item) => ITEMS[item].kind === "mass");
  const items = (list: unknown, key: string): Item[] => {
    const read = problems.list(list, `bases.stripRatio.${key}`, "items");
    for (const item of read) if (!masses.includes(item as Item)) problems.unknownIn(`bases.stripRatio.${key}.`, item, masses, "amount of material");
    if (new Set(read).size < read.length) problems.add(`bases.stripRatio.${key}`, "invalid-statement", "An item is listed twice: a part counts once.");
    if (read.length === 0) problems.add(`bases.stripRatio.${key}`, "invalid-statement", "It names nothing: list the items that are added.");
    return read as Item[];
  };
  const read = { over: items(over, "over"), under: items(under, "under") };
  return problems.count > before ? undefined : read;
}

function readEquivalent(given: unknown, where: string, problems: Problems, figures: Figures): Equivalent | undefined {
  const before = problems.count;
  const { metal, periods, ratios, prices } = problems.record(given, where, ["metal", "periods", "ratios", "prices"], "key of an equivalent");
  if (typeof metal !== "string" || !isMadeOfOthers(metal)) {
    problems.add(where, "unknown-item", `An equivalent is named for its metal, as "AgEq" is, or is a sum of metals, as "4E" is, and this is ${shown(metal)}.`);
    return undefined;
  }
  if ((ratios === undefined) === (prices === undefined)) {
    problems.add(where, "invalid-statement", `${metal} needs its ratios or its prices, one of the two: ratios: { Au: "80" }.`);
    return undefined;
  }
  const own = metal.slice(0, -"Eq".length);
  const weights = new Map<string, Ratio>();
  const bought = new Map<string, EquivalentPrice>();
  const at = periods === undefined ? undefined : problems.list(periods, `${where}.periods`, "periods").map((each) => figures.period(each, `${where}.periods`));
  const printed = problems.entries(ratios ?? prices, `${where}.${ratios === undefined ? "prices" : "ratios"}`);
  for (const [of, text] of printed) {
    if (!SUBSTANCES.has(of)) problems.unknownIn(`${where}.`, of, [...SUBSTANCES], "metal");
    else if (typeof text !== "string") problems.add(`${where}.${of}`, "malformed-figure", `A ratio or a price is a text as printed, and this is ${shown(text)}.`);
    else if (prices === undefined) {
      const weight = problems.try(`${where}.${of}`, () => ratioOf(text));
      if (weight !== undefined) weights.set(of, weight);
    } else {
      const address = `price of ${of} in ${metal}${at === undefined ? "" : `, ${at.join(", ")}`}`;
      const read = figures.read(address, "price", text);
      const value = read[0]?.figure.quantity.inBase;
      if (value === undefined) continue;
      if (value.sign <= 0) problems.add(`${where}.${of}`, "out-of-range", `A price of an equivalent is more than zero, and this one is ${shown(text)}.`);
      weights.set(of, value);
      bought.set(of, { address, figures: read });
    }
  }
  if (ratios !== undefined && metal.endsWith("Eq") && !weights.has(own)) weights.set(own, Ratio.one);
  const unit = prices === undefined ? Ratio.one : weights.get(own);
  if (unit === undefined) problems.add(where, "invalid-statement", `The price of ${own} itself is needed to make ${metal} by prices.`);
  if (problems.count > before || unit === undefined) return undefined;
  const relative = new Map([...weights].map(([of, weight]) => [of, weight.dividedBy(unit)]));
  return { metal, periods: at === undefined ? undefined : new Set(at), weights: relative, priced: prices === undefined ? undefined : { own, prices: bought } };
}

// "80" or "80:1": ounces of the equivalent per ounce.
function ratioOf(text: string): Ratio {
  const ratio = Ratio.of(text.replace(/\s*:\s*1\s*$/, "").trim());
  if (ratio.sign > 0) return ratio;
  throw new HeadgradeError("out-of-range", `A ratio of an equivalent is more than zero, and this one is ${shown(text)}.`, { given: text });
}

function readChange(given: unknown, where: string, problems: Problems, figures: Figures): Terms["changes"][number] | undefined {
  const { of, from, printed, fall } = problems.record(given, where, ["of", "from", "printed", "fall"], "key of a change");
  if (typeof of !== "string" || typeof from !== "string") {
    problems.add(where, "wrong-kind", `A change is of one address from another, such as "2013-Q1.Au.produced", and this is of ${shown(of)} from ${shown(from)}.`);
    return undefined;
  }
  if (fall !== undefined && typeof fall !== "boolean") problems.add(where, "wrong-kind", `"fall" is true or false, and this is ${shown(fall)}.`);
  const address = `${fall === true ? "fall of " : ""}${of} against ${from}`;
  const read = figures.read(address, "fraction", printed);
  return read.length === 0 ? undefined : { of, from, fall: fall === true, address, figures: read, where };
}

function readTie(given: unknown, where: string, problems: Problems): Terms["ties"][number] | undefined {
  if (typeof given === "string") return { name: given, tie: given, where };
  const { name, tie } = problems.record(given, where, ["name", "tie"], "key of a tie");
  if (typeof name === "string" && typeof tie === "string") return { name, tie, where };
  problems.add(where, "wrong-kind", `A tie is a text in arithmetic with its name, and this is ${shown(tie)} with the name ${shown(name)}.`);
  return undefined;
}

/** Whether an item is one that an equivalent can be made of: an amount of metal. @internal */
export function isEquivalentItem(item: Item): boolean {
  return isItemIn(item, "area", "metal") && ITEMS[item].kind === "mass" && item !== "feed";
}

/** The atomic weight of an element: a conventional value to compute with, and the interval in which that of normal material lies. */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { STANDARD_WEIGHTS, WITHOUT_STANDARD_WEIGHT } from "./standard-weights.ts";

/**
 * Which published atomic weights to use. `"standard"` are the standard ones with all their digits; `"abridged"` the table of five figures, for use in trade,
 * whose bounds are wider.
 *
 * @category Chemistry
 */
export type WeightTable = "standard" | "abridged";

/**
 * An atomic weight of the caller's own: an exact number, or a value with the ends between which it lies.
 *
 * @category Chemistry
 */
export type GivenWeight = Numeric | { readonly value: Numeric; readonly low: Numeric; readonly high: Numeric };

/**
 * Which atomic weights to reckon with.
 *
 * @category Chemistry
 */
export interface WeightOptions {
  /** The published table; `"standard"` unless said otherwise. */
  readonly table?: WeightTable;
  /** Atomic weights that replace those of the table, by symbol: of an older table, of enriched material, or of an element that has no standard one. */
  readonly weights?: Readonly<Record<string, GivenWeight>>;
}

/**
 * An atomic weight (relative, without a unit; in g/mol the molar mass of the atoms).
 *
 * @category Chemistry
 */
export interface AtomicWeight {
  readonly element: string;
  /** The value to compute with: the standard's own, or, where the standard is an interval, the single (abridged) value that it names for trade. */
  readonly value: Ratio;
  /** Where the atomic weight of normal terrestrial material lies: the standard's interval, or its value give or take the decisional uncertainty. */
  readonly interval: Interval;
  /** The table that it comes from, or `"given"` for one of the caller's. */
  readonly from: WeightTable | "given";
}

/**
 * The atomic weight of an element, exactly as the standard prints it.
 *
 * Use {@link molarMass} for a whole formula. Fourteen elements (H, Li, B, C, N, O, Mg, Si, S, Cl, Ar, Br, Tl, Pb) vary so much in nature that their standard
 * is an interval; their value is the one that the abridged table names. That one is rounded to five figures, and for oxygen (15.999) and thallium (204.38) it
 * lies just outside the interval. In the table `"abridged"` the value lies inside for every element.
 *
 * @param element - the symbol of the element.
 * @param options - the table, and weights of your own.
 * @returns The value and the interval, exact.
 * @throws `HeadgradeError` `unknown-item` for what is no element, and for one without a standard atomic weight (technetium, promethium, polonium and
 * the like) unless you give it; `empty-interval` or `out-of-range` for a weight of your own that is not positive or lies outside its ends; `unknown-option`.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022), with the changes of
 * 2024 to Zr, Gd and Lu.
 * @example
 * ```ts
 * import { atomicWeight } from "headgrade/chemistry";
 *
 * const lithium = atomicWeight("Li");
 * String(lithium.value) // => "6.94"
 * String(lithium.interval) // => "[6.938, 6.997]"
 * String(atomicWeight("Cu").interval) // => "[63.543, 63.549]"
 * String(atomicWeight("Li", { weights: { Li: "6.941" } }).value) // => "6.941"
 * ```
 * @category Chemistry
 */
export function atomicWeight(element: string, options: WeightOptions = {}): AtomicWeight {
  const symbol: unknown = element;
  if (typeof symbol !== "string" || !isElement(symbol)) {
    throw new HeadgradeError("unknown-item", `${shown(symbol)} is no element: expected a symbol such as "Cu", with its capital.`, { given: shown(symbol) });
  }
  const table = checkedTable(options);
  if (options.weights !== undefined && Object.hasOwn(options.weights, symbol)) return given(symbol, options.weights[symbol] as GivenWeight);
  const known = tables[table].get(symbol);
  if (known !== undefined) return known;
  const row = Object.hasOwn(STANDARD_WEIGHTS, symbol) ? STANDARD_WEIGHTS[symbol] : undefined;
  if (row === undefined) throw withoutStandard(symbol);
  const [standard, abridged] = row;
  const text = table === "standard" ? standard : abridged;
  // An interval names no value of its own, and the abridged table does.
  const made = Object.freeze({ element: symbol, value: valueOf(text.includes("~") ? text : abridged), interval: intervalOf(text), from: table });
  tables[table].set(symbol, made);
  return made;
}

/** Whether a text is the symbol of an element. @internal */
export function isElement(symbol: string): boolean {
  return Object.hasOwn(STANDARD_WEIGHTS, symbol) || WITHOUT_STANDARD_WEIGHT.includes(symbol);
}

const tables: Readonly<Record<WeightTable, Map<string, AtomicWeight>>> = {
  standard: /* @__PURE__ */ new Map<string, AtomicWeight>(), abridged: /* @__PURE__ */ new Map<string, AtomicWeight>(),
};

function checkedTable({ table, weights }: WeightOptions): WeightTable {
  const given: unknown = table ?? "standard";
  if (given !== "standard" && given !== "abridged") {
    throw new HeadgradeError("unknown-option", `Unknown table of atomic weights ${shown(given)}: use "standard" or "abridged".`, { option: "table", given: shown(given) });
  }
  const own: unknown = weights;
  if (own !== undefined && (typeof own !== "object" || own === null)) {
    throw new HeadgradeError("unknown-option", `The weights are an object such as { Li: "6.941" }, and this is ${shown(own)}.`, { option: "weights", given: shown(own) });
  }
  const stranger = weights === undefined ? undefined : Object.keys(weights).find((symbol) => !isElement(symbol));
  if (stranger === undefined) return given;
  throw new HeadgradeError("unknown-item", `The weights name ${shown(stranger)}, which is no element: expected symbols such as "Li".`, { option: "weights", given: stranger });
}

function valueOf(text: string): Ratio {
  return Ratio.of(text.slice(0, text.indexOf("~")));
}

function intervalOf(text: string): Interval {
  const dots = text.indexOf("..");
  if (dots >= 0) return Interval.between({ low: text.slice(0, dots), high: text.slice(dots + 2) });
  const value = valueOf(text);
  const uncertainty = Ratio.of(text.slice(text.indexOf("~") + 1));
  return Interval.between({ low: value.minus(uncertainty), high: value.plus(uncertainty) });
}

function given(element: string, weight: GivenWeight): AtomicWeight {
  const isRange = isGivenRange(weight);
  const value = Ratio.of(isRange ? weight.value : weight);
  const interval = isRange ? Interval.between({ low: weight.low, high: weight.high }) : Interval.point(value);
  if (interval.low?.sign === 1 && interval.contains(value)) return Object.freeze({ element, value, interval, from: "given" as const });
  throw new HeadgradeError(
    "out-of-range", `The atomic weight of ${element} is given as ${value.toString()} in ${interval.toString()}: it must be positive, and lie between its ends.`,
    { element, value: value.toString(), interval: interval.toString() },
  );
}

function isGivenRange(weight: unknown): weight is Exclude<GivenWeight, Numeric> {
  return typeof weight === "object" && weight !== null && "low" in weight;
}

function withoutStandard(symbol: string): HeadgradeError {
  return new HeadgradeError(
    "unknown-item",
    `${symbol} has no standard atomic weight, since it has no isotopes that are characteristic of normal material: give the mass of the isotope that you have, as weights: { ${symbol}: ... }.`,
    { given: symbol },
  );
}

/**
 * How much of one substance stands for how much of another: the stoichiometric factor, its exact value, and the tight interval that the atomic weights leave
 * it.
 */
import { HeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { grade } from "../quantity/constructors.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { atomicWeight, isElement, type AtomicWeight, type WeightOptions } from "./atomic-weight.ts";
import { parseFormula, type ChemicalFormula } from "./formula.ts";

/**
 * What the two substances have in common: the element of which both hold the same amount, or, where no element says it, how many formula units of the one stand
 * for how many of the other (`{ from: 1, to: 1 }` for the CaCO3 that neutralises as much acid as MgO does).
 *
 * @category Chemistry
 */
export type Via = string | { readonly from: Numeric; readonly to: Numeric };

/**
 * By what the two substances are tied, and which atomic weights to reckon with.
 *
 * @category Chemistry
 */
export interface FactorOptions extends WeightOptions {
  /** Left out, the one element that both formulas hold besides oxygen and hydrogen (or these, where a formula is of that element alone). */
  readonly via?: Via;
}

/**
 * The factor from a mass of one substance to the mass of another.
 *
 * @category Chemistry
 */
export interface MassFactor {
  readonly from: string;
  readonly to: string;
  /** The element that both hold, or `undefined` where formula units were given. */
  readonly via: string | undefined;
  /** Mass of `to` by mass of `from`, from the atomic weights to compute with. */
  readonly value: Ratio;
  /** The same for every set of atomic weights that the table allows: its ends are attained, and so it is as narrow as can be. */
  readonly interval: Interval;
}

/**
 * The mass of one substance that holds as much of an element as a unit mass of another: `factor = (n_from / n_to) x (M_to / M_from)`, n being the atoms of the
 * element and M the molar masses.
 *
 * Multiply a mass or grade of `from` by it to get that of `to`; {@link convertSubstance} does. Use {@link conventionalFactor} for the rounded factor that the
 * trade prints.
 *
 * @param from - the formula of the substance that you have.
 * @param to - the formula of the substance that you want; an element's symbol is one.
 * @param options - the element that both hold, where several could be meant, and the atomic weights.
 * @returns The value, and the tight interval: an element in both formulas is one variable, not two. Exact. For oxides of elements that are known to many digits
 * (U, Nb, Al) the value lies just outside the interval, since that of oxygen, 15.999, is rounded (see {@link atomicWeight}); with `table: "abridged"` it lies
 * inside.
 * @throws `HeadgradeError` `substance-mismatch` where no element, or more than one, could be meant, or the one named does not stand in both;
 * `out-of-range` for formula units that are not positive; `malformed-formula`, `too-large`, and the errors of {@link atomicWeight}.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022), for the weights.
 * @example
 * ```ts
 * import { massFactor } from "headgrade/chemistry";
 *
 * const carbonate = massFactor("Li2O", "Li2CO3");
 * carbonate.value.toFixed({ places: 4 }) // => "2.4729"
 * carbonate.via // => "Li"
 * massFactor("U3O8", "U").value.toFixed({ places: 4 }) // => "0.8480"
 * massFactor("MgO", "CaCO3", { via: { from: 1, to: 1 } }).value.toFixed({ places: 3 }) // => "2.483"
 * massFactor("FeS2", "CuFeS2") // throws "substance-mismatch"
 * massFactor("FeS2", "CuFeS2", { via: "S" }).value.toFixed({ places: 4 }) // => "1.5297"
 * ```
 * @category Chemistry
 */
export function massFactor(from: string, to: string, options: FactorOptions = {}): MassFactor {
  const { via, table, weights } = options;
  if (weights !== undefined || (via !== undefined && typeof via !== "string")) return made(from, to, options);
  const key = [from, to, via, table].map(String).join("|");
  const before = known.get(key);
  if (before !== undefined) return before;
  const factor = made(from, to, options);
  if (known.size < MOST_KEPT) known.set(key, factor);
  return factor;
}

// A column of assays asks for one factor a million times.
const known = new Map<string, MassFactor>();
const MOST_KEPT = 500;

function made(from: string, to: string, options: FactorOptions): MassFactor {
  const source = parseFormula(from);
  const target = parseFormula(to);
  const via = tieOf(source, target, options.via);
  const units = typeof via === "string" ? shareOf(source, via).dividedBy(shareOf(target, via)) : via.to.dividedBy(via.from);
  const terms = termsOf(source, target, options);
  const quotient = (side: (index: number) => Ratio): Ratio => weightOf(terms, "to", side).dividedBy(weightOf(terms, "from", side));
  const ends = extremes(terms, quotient);
  return Object.freeze({
    from, to, via: typeof via === "string" ? via : undefined,
    value: quotient((index) => terms[index]?.weight.value ?? Ratio.zero).times(units),
    interval: Interval.between(ends).scaledBy(units),
  });
}

/**
 * The share of an element in the mass of a substance.
 *
 * @category Chemistry
 */
export interface ElementShare {
  readonly formula: string;
  readonly element: string;
  /** A part of one: 0.346 is 34.6 %. */
  readonly value: Ratio;
  /** The same as a grade in %. */
  readonly grade: Quantity<"grade">;
  /** The same for every set of atomic weights that the table allows; it is tight. */
  readonly interval: Interval;
}

/**
 * The mass fraction of an element in a substance: `share = n x atomic weight / M`. It is the highest grade that a concentrate of the pure mineral can have.
 *
 * Use {@link massFactor} for a compound in place of the element.
 *
 * @param formula - the formula of the substance.
 * @param element - the symbol of an element in it.
 * @param options - the atomic weights.
 * @returns The share as a part of one and as a grade, and the tight interval, as parts of one. Exact.
 * @throws `HeadgradeError` `unknown-item` for what is no element; `substance-mismatch` for one that is not in the formula; `malformed-formula`,
 * `too-large`, and the errors of {@link atomicWeight}.
 * @source Prohaska et al., Standard atomic weights of the elements 2021 (IUPAC Technical Report), Pure and Applied Chemistry 94 (2022), for the weights.
 * @example
 * ```ts
 * import { elementShare } from "headgrade/chemistry";
 *
 * elementShare("CuFeS2", "Cu").grade.format({ places: 2 }) // => "34.63%"
 * elementShare("Fe3O4", "Fe").grade.format({ places: 2 }) // => "72.36%"
 * elementShare("Fe3O4", "Fe").value.toFixed({ places: 4 }) // => "0.7236"
 * ```
 * @category Chemistry
 */
export function elementShare(formula: string, element: string, options: WeightOptions = {}): ElementShare {
  // Refuses what is no element before it is read as a formula.
  if (typeof element !== "string" || !isElement(element)) atomicWeight(element);
  const { value, interval } = massFactor(formula, element, { ...options, via: element });
  return Object.freeze({ formula, element, value, grade: grade(value.times(100), "%"), interval });
}

interface Term {
  readonly weight: AtomicWeight;
  readonly from: Ratio;
  readonly to: Ratio;
}

function termsOf(source: ChemicalFormula, target: ChemicalFormula, options: WeightOptions): readonly Term[] {
  const elements = [...new Set([...Object.keys(source.atoms), ...Object.keys(target.atoms)])];
  const terms = elements.map((element) => ({
    weight: atomicWeight(element, options), from: source.atoms[element] ?? Ratio.zero, to: target.atoms[element] ?? Ratio.zero,
  }));
  // By to/from, the largest first: where `from` has none, the quotient is endless.
  return terms.sort((one, other) => other.to.times(one.from).compare(one.to.times(other.from)));
}

function weightOf(terms: readonly Term[], side: "from" | "to", weight: (index: number) => Ratio): Ratio {
  return terms.reduce((sum, term, index) => sum.plus(term[side].times(weight(index))), Ratio.zero);
}

/**
 * The least and the greatest quotient of the two molar masses.
 *
 * Let F(w) = sum(t_i w_i) / sum(f_i w_i) over the atomic weights w_i, each between its ends, with counts t_i, f_i >= 0. In one w_i alone, F is
 * (a + t w) / (b + f w), whose derivative has the sign of t b - a f everywhere: F is monotone in each, and its greatest value F* lies at a vertex. Which
 * vertex: for every w, sum((t_i - F* f_i) w_i) <= 0, with equality where F is greatest. That sum is linear and falls apart by elements, so at its maximum w_i
 * is at its upper end where t_i / f_i > F*, and at its lower end where it is less (where it is equal, either does). In the order of falling t_i / f_i the
 * greatest value is therefore at one of the n + 1 vertices "the first k high, the rest low", and the least, likewise, at one of "the first k low, the rest
 * high".
 */
function extremes(terms: readonly Term[], quotient: (weight: (index: number) => Ratio) => Ratio): { readonly low: Ratio; readonly high: Ratio } {
  const end = (index: number, which: "low" | "high"): Ratio => terms[index]?.weight.interval[which] ?? Ratio.zero;
  const cuts = Array.from({ length: terms.length + 1 }, (_, cut) => cut);
  const highs = cuts.map((cut) => quotient((index) => end(index, index < cut ? "high" : "low")));
  const lows = cuts.map((cut) => quotient((index) => end(index, index < cut ? "low" : "high")));
  return {
    low: lows.reduce((least, value) => (value.isLessThan(least) ? value : least)),
    high: highs.reduce((most, value) => (value.isGreaterThan(most) ? value : most)),
  };
}

function shareOf({ atoms }: ChemicalFormula, element: string): Ratio {
  return atoms[element] ?? Ratio.zero;
}

function tieOf(source: ChemicalFormula, target: ChemicalFormula, via: Via | undefined): string | { readonly from: Ratio; readonly to: Ratio } {
  if (via === undefined) return commonElement(source, target);
  if (typeof via === "string") {
    if (isElement(via) && Object.hasOwn(source.atoms, via) && Object.hasOwn(target.atoms, via)) return via;
    throw mismatch(source, target, `${shown(via)} does not stand in both: name an element that does`, { via });
  }
  const given: unknown = via;
  if (typeof given !== "object" || given === null) {
    throw new HeadgradeError("unknown-option", `via is an element such as "Li", or formula units such as { from: 1, to: 1 }, and this is ${shown(given)}.`, { option: "via" });
  }
  const units = { from: Ratio.of(via.from), to: Ratio.of(via.to) };
  if (units.from.sign > 0 && units.to.sign > 0) return units;
  throw new HeadgradeError("out-of-range", `The formula units are given as ${units.from.toString()} and ${units.to.toString()}: both must be positive.`, { option: "via" });
}

// Oxygen and hydrogen stand in most formulas, and are hardly ever what a conversion keeps.
function commonElement(source: ChemicalFormula, target: ChemicalFormula): string {
  const common = Object.keys(source.atoms).filter((element) => Object.hasOwn(target.atoms, element));
  const alone = [source, target].flatMap(({ atoms }) => (Object.keys(atoms).length === 1 ? Object.keys(atoms) : []));
  const telling = common.filter((element) => (element !== "O" && element !== "H") || alone.includes(element));
  const [only] = telling;
  if (only !== undefined && telling.length === 1) return only;
  if (common.length === 0) throw mismatch(source, target, "they have no element in common: name another pair, or tie formula units by via: { from: 1, to: 1 }");
  const choices = (telling.length === 0 ? common : telling).map((element) => JSON.stringify(element)).join(" or ");
  throw mismatch(source, target, `${telling.length === 0 ? "they share nothing but" : "more than one could be meant:"} ${choices}; say which with via`, { choices: common });
}

function mismatch(source: ChemicalFormula, target: ChemicalFormula, reason: string, facts: Readonly<Record<string, unknown>> = {}): HeadgradeError {
  return new HeadgradeError(
    "substance-mismatch", `Cannot tell by which element ${source.formula} is converted to ${target.formula}: ${reason}.`,
    { from: source.formula, to: target.formula, ...facts },
  );
}

/** Assays of elements told as oxides, and their sum: how rare earths (TREO) and whole-rock analyses are reported. */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { WeightOptions } from "./atomic-weight.ts";
import { convertSubstance, type FactorChoice } from "./conversion.ts";

/**
 * The oxides of the rare earths as they are sold and as most reports sum them to TREO: trivalent, but for CeO2, Pr6O11 and Tb4O7, which form in air.
 *
 * @category Chemistry
 */
export const RARE_EARTH_OXIDES: Readonly<Record<string, string>> = /* @__PURE__ */ Object.freeze({
  La: "La2O3", Ce: "CeO2", Pr: "Pr6O11", Nd: "Nd2O3", Sm: "Sm2O3", Eu: "Eu2O3", Gd: "Gd2O3", Tb: "Tb4O7", Dy: "Dy2O3", Ho: "Ho2O3", Er: "Er2O3", Tm: "Tm2O3",
  Yb: "Yb2O3", Lu: "Lu2O3", Y: "Y2O3",
});

/**
 * The oxides of the rare earths as other reports sum them to TREO: all trivalent (Ce2O3, Pr2O3, Tb2O3).
 *
 * @category Chemistry
 */
export const TRIVALENT_RARE_EARTH_OXIDES: Readonly<Record<string, string>> = /* @__PURE__ */ Object.freeze({
  ...RARE_EARTH_OXIDES, Ce: "Ce2O3", Pr: "Pr2O3", Tb: "Tb2O3",
});

/**
 * Assays of elements, the oxides to tell them as, and by which factors.
 *
 * @category Chemistry
 */
export interface ElementAssays extends WeightOptions {
  /** The grade of each element, by its symbol. */
  readonly assays: Readonly<Record<string, QuantityInput<"grade">>>;
  /**
   * The oxide of each element: {@link RARE_EARTH_OXIDES}, {@link TRIVALENT_RARE_EARTH_OXIDES}, or your own such as `{ Fe: "Fe2O3" }`. Reports differ, so there
   * is no default.
   */
  readonly oxides: Readonly<Record<string, string>>;
  /** The factor; `"stoichiometric"` unless said otherwise, `"james cook"` for the one that many reports name. */
  readonly factor?: FactorChoice;
}

/**
 * Assays as oxides, and their sum.
 *
 * @category Chemistry
 */
export interface OxideGrades {
  /** The grade of each oxide, by its formula, in the unit of its assay. */
  readonly grades: Readonly<Record<string, Quantity<"grade">>>;
  /** The sum of the oxides given, in the unit of the first. It is a TREO only if every rare earth was assayed. */
  readonly total: Quantity<"grade">;
}

/**
 * Grades of elements told as grades of their oxides, each and in sum: total rare-earth oxides (TREO) from assays in ppm, or a whole-rock analysis.
 *
 * Use {@link convertSubstance} for one element alone. Sum a part of `grades` for light or heavy rare earths, whose border is drawn in more than one place.
 *
 * @param analysis - the assays, the oxides, and which factor.
 * @returns The grade of each oxide and their sum, exact.
 * @throws `HeadgradeError` `unknown-item` for an element whose oxide is not said, and for no assay at all; the errors of {@link convertSubstance} and of
 * reading grades.
 * @source James Cook University, Advanced Analytical Centre, Element-to-stoichiometric oxide conversion factors (for `"james cook"`).
 * @example
 * ```ts
 * import { oxideGrades, RARE_EARTH_OXIDES } from "headgrade/chemistry";
 *
 * const assays = { La: "210 ppm", Ce: "430 ppm", Pr: "48 ppm", Nd: "170 ppm" };
 * const { grades, total } = oxideGrades({ assays, oxides: RARE_EARTH_OXIDES, factor: "james cook" });
 * grades["Pr6O11"]?.format({ places: 1 }) // => "58.0 ppm"
 * total.format({ places: 0 }) // => "1,031 ppm"
 * ```
 * @category Chemistry
 */
export function oxideGrades({ assays, oxides, factor = "stoichiometric", ...weights }: ElementAssays): OxideGrades {
  const grades: [string, Quantity<"grade">][] = Object.entries(assays).map(([element, assay]) => {
    const oxide = Object.hasOwn(oxides, element) ? oxides[element] : undefined;
    if (oxide === undefined) throw withoutOxide(element, oxides);
    const amount = argument(element, "grade", assay);
    return [oxide, convertSubstance({ amount, from: element, to: oxide, factor, via: element, ...weights })];
  });
  const [first, ...others] = grades.map(([, grade]) => grade);
  if (first === undefined) throw new HeadgradeError("unknown-item", 'There are no assays to sum: give at least one, such as { La: "210 ppm" }.', { argument: "assays" });
  return Object.freeze({ grades: Object.freeze(Object.fromEntries(grades)), total: others.reduce((sum, grade) => sum.plus(grade), first) });
}

function withoutOxide(element: string, oxides: Readonly<Record<string, string>>): HeadgradeError {
  return new HeadgradeError(
    "unknown-item", `The oxide of ${shown(element)} is not said: the oxides are of ${Object.keys(oxides).join(", ")}; add it, or leave the assay away.`,
    { argument: "oxides", given: element },
  );
}

/**
 * Metal in ore: contained, recovered, and the same tie read backwards for the grade, the recovery or the ore. All of it is `metal = ore x grade x
 * recovery`.
 */
import { Ratio } from "../number/ratio.ts";
import { requireNotWet } from "../quantity/basis.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import { GRADE_UNITS, type GradeUnit } from "../quantity/unit.ts";
import { argument, divisorArgument } from "./argument.ts";

/**
 * Dry ore and its grade.
 *
 * @category Metal
 */
export interface GradedOre {
  readonly ore: QuantityInput<"mass">;
  /** Metal per dry tonne. */
  readonly grade: QuantityInput<"grade">;
}

/**
 * Dry ore, its head grade, and the share of the metal that is recovered.
 *
 * @category Metal
 */
export interface TreatedOre extends GradedOre {
  readonly recovery: QuantityInput<"fraction", "recovery">;
}

/**
 * Metal contained in ore, before any losses: `metal = ore x grade`.
 *
 * Use {@link recoveredMetal} for what is left after the mill.
 *
 * @param feed - dry ore and its grade, each as a quantity or as text.
 * @returns The metal, exact, in the unit usual for the grade: troy ounces for g/t, tonnes for %, kilograms for ppm, pounds for lb/st, carats for ct/t.
 * @throws {@link HeadgradeError} `wrong-kind` when a field is missing or of another kind; `basis-mismatch` for wet ore, since a grade is per dry tonne
 * ({@link dryMass} crosses); the errors of reading text. The message names the field.
 * @source NI 43-101, Standards of Disclosure for Mineral Projects, section 2.2 (d): contained metal is disclosed beside its grade and its quantity.
 * @example
 * ```ts
 * import { containedMetal } from "headgrade";
 *
 * const metal = containedMetal({ ore: "1,165,388 t", grade: "1.88 g/t" });
 * metal.format({ places: 0 }) // => "70,440 oz"
 * String(containedMetal({ ore: "12 Mt", grade: "0.45 %" })) // => "54,000 t"
 * ```
 * @category Metal
 */
export function containedMetal({ ore, grade }: GradedOre): Quantity<"mass"> {
  return argument("ore", "mass", ore).times(argument("grade", "grade", grade));
}

/**
 * Metal recovered from ore: `metal = ore x grade x recovery`.
 *
 * Use {@link containedMetal} for the metal in the feed, before losses.
 *
 * @param feed - dry ore, its head grade and the share recovered, each as a quantity or as text. A recovery above 100 % is legal: metal from an
 * inventory makes one.
 * @returns The recovered metal, exact, in the unit usual for the grade (troy ounces for g/t).
 * @throws {@link HeadgradeError} `wrong-kind` when a field is missing or of another kind; `role-mismatch` for a moisture or payability as the recovery;
 * `basis-mismatch` for wet ore; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example The fourth quarter of 2002 at Lac des Iles
 * ```ts
 * import { recoveredMetal } from "headgrade";
 *
 * const metal = recoveredMetal({ ore: "1,165,388 t", grade: "1.88 g/t", recovery: "74.0 %" });
 * metal.format({ places: 0 }) // => "52,126 oz"
 * ```
 * @example With quantities
 * ```ts
 * import { fraction, grade, mass, recoveredMetal } from "headgrade";
 *
 * const metal = recoveredMetal({
 *   ore: mass(100_000, "st"),
 *   grade: grade("0.05 oz/st"),
 *   recovery: fraction("90 %").as("recovery"),
 * });
 * String(metal) // => "4,500 oz"
 * ```
 * @category Metal
 */
export function recoveredMetal({ ore, grade, recovery }: TreatedOre): Quantity<"mass"> {
  const rock = argument("ore", "mass", ore);
  const assay = argument("grade", "grade", grade);
  const share = argument("recovery", "fraction", recovery, "recovery");
  requireNotWet(rock);
  const { unit, factor } = metalUnit(rock.measure, assay.measure, share.measure);
  return new Quantity<"mass">(unit, Ratio.product(rock.exact, assay.exact, share.exact, factor), undefined, undefined);
}

/**
 * Head grade that some metal and ore imply: `grade = metal / ore`, or, with a recovery, `grade = metal / (ore x recovery)`, which is the built-up head grade.
 *
 * Give the recovery when the metal is the recovered one, and leave it out when it is the contained one.
 *
 * @param feed - the metal, the dry ore that it came from, and the recovery, each as a quantity or as text.
 * @returns The grade, exact: in g/t for ounces or grams from tonnes, in the pair's own unit where it is one (oz/st, lb/t, kg/t), else in %.
 * @throws {@link HeadgradeError} `division-by-zero` for no ore or no recovery; `wrong-kind`, `role-mismatch`, `basis-mismatch` for wet ore; the errors
 * of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { headGrade } from "headgrade";
 *
 * const builtUp = headGrade({ metal: "52,067 oz", ore: "1,165,388 t", recovery: "74.0 %" });
 * builtUp.format({ places: 2 }) // => "1.88 g/t"
 * String(headGrade({ metal: "5,000 oz", ore: "100,000 st" })) // => "0.05 oz/st"
 * ```
 * @category Metal
 */
export function headGrade({ metal, ore, recovery }: {
  readonly metal: QuantityInput<"mass">; readonly ore: QuantityInput<"mass">; readonly recovery?: QuantityInput<"fraction", "recovery">;
}): Quantity<"grade"> {
  const contained = argument("metal", "mass", metal).dividedBy(divisorArgument("ore", "mass", ore), "grade");
  return recovery === undefined ? contained : contained.dividedBy(divisorArgument("recovery", "fraction", recovery, "recovery"));
}

/**
 * Recovery that some recovered metal implies: `recovery = metal / (ore x grade)`.
 *
 * Above 100 % is an answer, not an error: it says that metal came from elsewhere, or that a figure is wrong.
 *
 * @param product - the recovered metal, the dry ore and its head grade, each as a quantity or as text.
 * @returns The recovery, exact, in %, in the role of a recovery.
 * @throws {@link HeadgradeError} `division-by-zero` for no ore or no grade; `wrong-kind`; `basis-mismatch` for wet ore; the errors of reading text.
 * The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { recovery } from "headgrade";
 *
 * const share = recovery({ metal: "52,067 oz", ore: "1,165,388 t", grade: "1.88 g/t" });
 * share.format({ places: 1 }) // => "73.9%"
 * share.role // => "recovery"
 * ```
 * @category Metal
 */
export function recovery({ metal, ore, grade }: GradedOre & { readonly metal: QuantityInput<"mass"> }): Quantity<"fraction", "recovery"> {
  const contained = divisorArgument("ore", "mass", ore).times(divisorArgument("grade", "grade", grade));
  return argument("metal", "mass", metal).dividedBy(contained, "fraction").as<"recovery">("recovery");
}

/**
 * Ore that has to be treated for some metal: `ore = metal / grade`, or, with a recovery, `ore = metal / (grade x recovery)`.
 *
 * @param target - the metal wanted, the grade of the ore and the recovery, each as a quantity or as text. Leave the recovery out for the ore that
 * contains the metal.
 * @returns The dry ore, exact, in the mass that the grade is per: tonnes, or short tons for oz/st.
 * @throws {@link HeadgradeError} `division-by-zero` for no grade or no recovery; `wrong-kind`, `role-mismatch`; the errors of reading text. The
 * message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { oreFor } from "headgrade";
 *
 * const ore = oreFor({ metal: "100 koz", grade: "1.88 g/t", recovery: "74.0 %" });
 * ore.format({ digits: 4 }) // => "2,236,000 t"
 * const shortTons = oreFor({ metal: "4,500 oz", grade: "0.05 oz/st", recovery: "90 %" });
 * String(shortTons) // => "100,000 st"
 * ```
 * @category Metal
 */
export function oreFor({ metal, grade, recovery }: {
  readonly metal: QuantityInput<"mass">; readonly grade: QuantityInput<"grade">; readonly recovery?: QuantityInput<"fraction", "recovery">;
}): Quantity<"mass"> {
  const ore = argument("metal", "mass", metal).dividedBy(divisorArgument("grade", "grade", grade));
  return recovery === undefined ? ore : ore.dividedBy(divisorArgument("recovery", "fraction", recovery, "recovery"));
}

interface MetalUnit {
  readonly unit: Unit;
  readonly factor: Ratio;
}

const metalUnits = new Map<Unit, Map<Unit, Map<Unit, MetalUnit>>>();

// The unit of the metal and one factor for all three units, so that the figures themselves are multiplied first and stay small.
function metalUnit(ore: Unit, grade: Unit, recovery: Unit): MetalUnit {
  const known = metalUnits.get(ore)?.get(grade)?.get(recovery);
  if (known !== undefined) return known;
  const unit = unitOf("mass", GRADE_UNITS[grade.symbol as GradeUnit].metal);
  const made = { unit, factor: ore.factor.times(grade.factor).times(recovery.factor).dividedBy(unit.factor).reduced() };
  const ofOre = metalUnits.get(ore) ?? new Map<Unit, Map<Unit, MetalUnit>>();
  const ofGrade = ofOre.get(grade) ?? new Map<Unit, MetalUnit>();
  metalUnits.set(ore, ofOre.set(grade, ofGrade.set(recovery, made)));
  return made;
}
